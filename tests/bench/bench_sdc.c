/*
 * bench_sdc: what may be published of 100,000 invented boards in 13 groups,
 * alone, with as many in the edition before, and published once already;
 * beside one bare pass over all scores.  Prints "NAME MEDIAN_US P95_US
 * PEAK_KB" for each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/mem.h"
#include "core/sdc.h"

#define TIMES 5
#define BOARDS 100000
#define GROUPS 13

struct bench {
	struct ibp_sdc_catalogue catalogue;
	struct ibp_sdc_population population;
	struct ibp_sdc_input input;
	struct ibp_sdc_contributor *boards;
	struct ibp_sdc_unit *units; /* of a first publication */
	long found;                 /* so that no pass can be left out */
};

static uint64_t next_word(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* One of ten has an owner with others; one score of twenty is empty. */
static void fill_board(struct ibp_sdc_contributor *board, uint64_t *state)
{
	board->token = next_word(state);
	board->holder = next_word(state);
	board->version = 1;
	if (next_word(state) % 10 == 0)
		board->holding = 1 + (uint32_t)(next_word(state) % 5000);
	board->sector = (unsigned char)(next_word(state) % IBP_SDC_SECTORS);
	board->size = (unsigned char)(next_word(state) % IBP_SDC_SIZES);
	board->part = (unsigned char)(next_word(state) % IBP_SDC_PARTS);
	for (int f = 0; f < IBP_SDC_FIGURES; f++)
		board->figures[f] = (unsigned char)(next_word(state) % 5);
	for (int g = 0; g < GROUPS; g++)
		if (next_word(state) % 20)
			board->scores[g] =
				(uint16_t)(100 + next_word(state) % 300);
}

static void fill(struct bench *b)
{
	static const unsigned char key[IBP_SDC_KEY] = {1};
	static const char *const codes[GROUPS] = {"A", "B", "C", "D", "E",
						  "F", "G", "H", "I", "J",
						  "K", "L", "M"};
	uint64_t state = 1;

	b->boards = ibp_alloc(BOARDS * sizeof(*b->boards));
	for (size_t i = 0; i < BOARDS; i++)
		fill_board(&b->boards[i], &state);
	b->catalogue.count = GROUPS;
	memcpy(b->catalogue.codes, codes, sizeof(codes));
	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				b->population.boards[s][z][p] = 5000;
	b->input = (struct ibp_sdc_input){
		.rules = &ibp_sdc_rules_default,
		.catalogue = &b->catalogue,
		.edition = "2026",
		.key = key,
		.contributors = b->boards,
		.count = BOARDS,
		.population = &b->population,
	};
}

static void add_up(struct bench *b)
{
	for (size_t i = 0; i < BOARDS; i++)
		for (int g = 0; g < GROUPS; g++)
			b->found += b->boards[i].scores[g];
}

static void plan(struct bench *b)
{
	struct ibp_sdc_plan *made = ibp_sdc_plan_new(&b->input);

	b->found += (long)made->row_count;
	if (made->is_refused)
		exit(1);
	ibp_sdc_plan_free(made);
}

static void keep_units(struct bench *b)
{
	struct ibp_sdc_plan *made = ibp_sdc_plan_new(&b->input);

	b->units = ibp_alloc(made->unit_count * sizeof(*b->units));
	for (size_t i = 0; i < made->unit_count; i++) {
		b->units[i] = made->units[i];
		b->units[i].publication = 1;
	}
	ibp_sdc_plan_free(made);
}

static void plan_next(struct bench *b)
{
	b->input.previous = b->units;
	b->input.previous_count = BOARDS;
	plan(b);
}

static void plan_again(struct bench *b)
{
	b->input.published = b->units;
	b->input.published_count = BOARDS;
	plan_next(b);
}

static long now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

static int compare(const void *a, const void *b)
{
	long one = *(const long *)a;
	long other = *(const long *)b;

	return (one > other) - (one < other);
}

static void run(struct bench *b, const char *name, void (*pass)(struct bench *))
{
	struct rusage usage;
	long spent[TIMES];

	for (int i = 0; i < TIMES; i++) {
		long start = now();

		pass(b);
		spent[i] = now() - start;
	}
	qsort(spent, TIMES, sizeof(*spent), compare);
	getrusage(RUSAGE_SELF, &usage);
	printf("%s %ld %ld %ld\n", name, spent[TIMES / 2], spent[TIMES - 1],
	       usage.ru_maxrss);
}

int main(void)
{
	struct bench b = {.found = 0};

	fill(&b);
	run(&b, "bare", add_up);
	run(&b, "alone", plan);
	keep_units(&b);
	run(&b, "next", plan_next);
	run(&b, "again", plan_again);
	free(b.boards);
	free(b.units);
	return b.found == 0;
}
