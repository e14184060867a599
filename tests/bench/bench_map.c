/*
 * bench_map: every question about a landscape of 1,000 applications with
 * 20,000 places on the model in the data folder, each from nothing, as a
 * command asks it; beside one bare pass over places and relations.  Prints
 * "NAME MEDIAN_US P95_US PEAK_KB" for each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/path.h"
#include "core/attention.h"
#include "core/impact.h"
#include "core/moment.h"
#include "core/overlap.h"
#include "core/suggest.h"
#include "exchange/landscape_xml.h"
#include "exchange/xml_text.h"

#define TIMES 20
#define APPLICATIONS 1000
#define PLACES 20 /* of one application */
#define SCHOOLS 8
#define TODAY "2026-11-23"
#define LATER "2027-11-23"

struct bench {
	struct ibp_fora *fora;
	struct ibp_products *products;
	struct ibp_landscape landscape;
	struct ibp_school schools[SCHOOLS];
	struct ibp_application applications[APPLICATIONS];
	struct ibp_placement placements[APPLICATIONS * PLACES];
	struct ibp_use uses[APPLICATIONS];
	struct ibp_buf model; /* as it is exported */
	size_t found;         /* so that no question can be left out */
};

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed >> 16 & 0x7fff;
}

/* Three of five places are components; the others function or process. */
static uint32_t pick(const struct bench *b, unsigned *seed)
{
	bool is_component = next_random(seed) % 5 < 3;
	uint32_t element;
	enum ibp_family family;

	do {
		element = next_random(seed) % (uint32_t)b->fora->element_count;
		family = ibp_family_of(b->fora->elements[element].type);
	} while (family == IBP_FAMILY_NONE ||
		 (family == IBP_FAMILY_COMPONENT) != is_component);
	return element;
}

static void fill(struct bench *b)
{
	static const char *const states[] = {"in-use", "in-use", "phase-out",
					     "planned"};
	struct ibp_landscape *l = &b->landscape;
	unsigned seed = 20261125;

	for (size_t i = 0; i < SCHOOLS; i++)
		b->schools[i] = (struct ibp_school){.id = (long)i + 1,
						    .name = "School"};
	for (size_t i = 0; i < APPLICATIONS; i++) {
		struct ibp_application *a = &b->applications[i];

		b->uses[i] = (struct ibp_use){(long)i + 1,
					      1 + next_random(&seed) % SCHOOLS};
		*a = (struct ibp_application){
			.id = (long)i + 1,
			.name = b->products->items[i % b->products->count].name,
			.status = states[i % 4],
			.out_from = i % 3 ? NULL : "2027-06-30",
			.contract_end = "2027-01-01",
			.uses = &b->uses[i],
			.use_count = i % 2, /* the others: all schools */
			.placements = &b->placements[i * PLACES],
			.placement_count = PLACES};
		for (size_t p = 0; p < PLACES; p++)
			b->placements[i * PLACES + p] = (struct ibp_placement){
				.id = (long)(i * PLACES + p) + 1,
				.application = (long)i + 1,
				.element = pick(b, &seed),
				.at = i};
	}
	for (size_t i = 0; i < APPLICATIONS * PLACES; i++) {
		const struct ibp_fora_element *e =
			&b->fora->elements[b->placements[i].element];

		b->placements[i].element_id = e->id;
		b->placements[i].element_name = e->name;
	}
	*l = (struct ibp_landscape){.applications = b->applications,
				    .application_count = APPLICATIONS,
				    .placements = b->placements,
				    .placement_count = APPLICATIONS * PLACES,
				    .uses = b->uses,
				    .use_count = APPLICATIONS,
				    .schools = b->schools,
				    .school_count = SCHOOLS};
}

static void ask_nothing(struct bench *b)
{
	for (size_t i = 0; i < b->landscape.placement_count; i++)
		b->found += b->placements[i].element;
	for (size_t i = 0; i < b->fora->relation_count; i++)
		b->found += b->fora->relations[i].target;
}

static struct ibp_cover *cover_of(const struct bench *b)
{
	return ibp_cover_new(b->fora, &b->landscape, TODAY);
}

static void ask_coverage(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(cover, &coverage);
	b->found += coverage.total.covered;
	ibp_coverage_release(&coverage);
	ibp_coverage_of_components(cover, &coverage);
	b->found += coverage.total.covered;
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
}

static void ask_gaps(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(cover, &coverage);
	for (size_t i = 0; i < coverage.count; i++) {
		size_t count = 0;

		/* Even where there are no gaps. */
		ibp_coverage_candidates(cover, coverage.rows[i].element,
					&coverage.arena, &count);
		b->found += count;
	}
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
}

static void ask_overlaps(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_overlaps overlaps;

	ibp_overlaps_make(cover, &overlaps);
	b->found += overlaps.count;
	ibp_overlaps_release(&overlaps);
	ibp_cover_free(cover);
}

static void ask_agreements(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_attentions attentions;
	struct ibp_arena arena = {0};

	ibp_attentions_make(cover, ibp_derived_all(cover, &arena), &attentions);
	b->found += attentions.count;
	ibp_attentions_release(&attentions);
	ibp_arena_release(&arena);
	ibp_cover_free(cover);
}

static void ask_impact(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_impact impact;

	ibp_impact_of_application(cover, b->found % APPLICATIONS, &impact);
	b->found += impact.function_count;
	ibp_impact_release(&impact);
	ibp_impact_of_element(cover, b->placements[0].element, &impact);
	b->found += impact.function_count;
	ibp_impact_release(&impact);
	ibp_cover_free(cover);
}

static void ask_landscape(struct bench *b)
{
	struct ibp_cover *today = cover_of(b);
	struct ibp_cover *later = ibp_cover_new(b->fora, &b->landscape, LATER);
	struct ibp_moments moments;

	ibp_moments_make(today, later, &moments);
	b->found += moments.function_count;
	ibp_moments_release(&moments);
	ibp_cover_free(later);
	ibp_cover_free(today);
}

static void ask_suggest(struct bench *b)
{
	struct ibp_cover *cover = cover_of(b);
	struct ibp_suggestions suggestions;

	ibp_suggest_all(cover, b->products, &suggestions);
	b->found += suggestions.count;
	ibp_suggestions_release(&suggestions);
	ibp_cover_free(cover);
}

/* As `export --format=archimate` does. */
static void write_model(const struct bench *b, struct ibp_buf *out)
{
	struct ibp_boxes boxes = {0};
	const struct ibp_landscape_file file = {
		.board = "Board",
		.fora = b->fora,
		.landscape = &b->landscape,
		.date = TODAY,
		.boxes = &boxes,
	};
	struct ibp_cover *cover = cover_of(b);
	struct ibp_coverage coverage;
	struct ibp_overlaps overlaps;

	ibp_coverage_of_functions(cover, &coverage);
	ibp_overlaps_make(cover, &overlaps);
	ibp_boxes_make(cover, &coverage, &overlaps, &boxes);
	ibp_landscape_xml(&file, out);
	ibp_boxes_release(&boxes);
	ibp_overlaps_release(&overlaps);
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
}

static void ask_archimate(struct bench *b)
{
	struct ibp_buf out = {0};

	write_model(b, &out);
	b->found += out.length;
	ibp_buf_release(&out);
}

/* The floor of the export: its bytes as XML, once. */
static void ask_escape(struct bench *b)
{
	struct ibp_buf out = {0};

	if (!b->model.length)
		write_model(b, &b->model);
	ibp_xml_add_bytes(&out, b->model.data, b->model.length);
	b->found += out.length;
	ibp_buf_release(&out);
}

static const struct {
	const char *name;
	void (*ask)(struct bench *b);
} questions[] = {
	{"bare", ask_nothing},
	{"coverage", ask_coverage},
	{"gaps", ask_gaps},
	{"overlaps", ask_overlaps},
	{"agreements", ask_agreements},
	{"impact", ask_impact},
	{"landscape", ask_landscape},
	{"suggest", ask_suggest},
	{"escape", ask_escape},
	{"archimate", ask_archimate},
};

static long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

static void measure(struct bench *b, size_t question)
{
	struct rusage usage;
	long times[TIMES];

	for (int i = 0; i < TIMES; i++) {
		long start = now_us();

		questions[question].ask(b);
		times[i] = now_us() - start;
	}
	qsort(times, TIMES, sizeof(*times), compare);
	getrusage(RUSAGE_SELF, &usage);
	printf("%s %ld %ld %ld\n", questions[question].name, times[TIMES / 2],
	       times[TIMES * 95 / 100], usage.ru_maxrss);
}

int main(void)
{
	struct bench *b = ibp_alloc(sizeof(*b));
	struct ibp_error err = {0};
	char *data = ibp_path_data(NULL);

	if (ibp_fora_open(data, NULL, &b->fora, &err) ||
	    ibp_products_open(data, &b->products, &err) ||
	    !b->products->count) {
		fprintf(stderr, "bench_map: %s\n", ibp_error_text(&err));
		return 1;
	}
	fill(b);
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		measure(b, i);
	fprintf(stderr, "found %zu\n", b->found);
	ibp_buf_release(&b->model);
	ibp_products_free(b->products);
	ibp_fora_free(b->fora);
	free(data);
	free(b);
	return 0;
}
