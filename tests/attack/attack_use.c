/*
 * What all of this costs: how accurate the figures are, and how many cells
 * there are (T26).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"
#include "core/sdc_round.h"

#define POOL 8000
#define BOARDS 900
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct sector_board *pool;

static int set_up(void **state)
{
	struct dice dice = {20261123};

	(void)state;
	pool = sector_draw(&dice, POOL);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(pool);
	return 0;
}

struct errors {
	double means;  /* mean absolute, levels */
	double shares; /* mean absolute, percentage points */
	size_t mean_count;
	size_t share_count;
};

static void add_errors(struct errors *errors, const struct attack *attack,
		       const struct ibp_sdc_plan *plan, int group)
{
	const char *code = attack->catalogue.codes[group];
	size_t n = attack->input.count;
	double sum = 0;
	double levels[SECTOR_LEVELS] = {0};

	for (size_t i = 0; i < n; i++) {
		long score = attack->boards[i].scores[group];

		sum += (double)score / (double)n;
		levels[ibp_sdc_level(score) - 1] += 100.0 / (double)n;
	}
	if (!plan->nodes[0].mean[group]) {
		errors->means +=
			fabs(attack_mean(plan, 0, code, 0) - sum) / 100;
		errors->mean_count++;
	}
	for (int l = 0; l < SECTOR_LEVELS && !plan->nodes[0].levels[group];
	     l++) {
		const struct ibp_sdc_row *row =
			attack_row(plan, 0, code, IBP_SDC_LEVEL, l + 1);

		errors->shares += fabs((double)row->value - levels[l]);
		errors->share_count++;
	}
}

static void test_accuracy(void **state)
{
	static const struct {
		size_t boards;
		double mean;
		double share;
	} rows[] = {{30, 0.040, 2.6}, {100, 0.022, 1.0}, {900, 0.020, 0.4}};
	size_t trials = attack_trials(200, 30);
	struct attack *attack = attack_new();
	struct dice dice = {26};
	size_t places[BOARDS];
	char what[80];

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct errors errors = {0, 0, 0, 0};

		for (size_t t = 0; t < trials; t++) {
			struct ibp_sdc_plan *plan;

			sector_sample(&dice, POOL, places, rows[i].boards);
			attack_key(attack, t);
			attack_fill(attack, pool, places, rows[i].boards, true);
			plan = ibp_sdc_plan_new(&attack->input);
			for (int g = 0; g < SECTOR_GROUPS; g++)
				add_errors(&errors, attack, plan, g);
			ibp_sdc_plan_free(plan);
		}
		snprintf(what, sizeof(what), "T26 error of a mean, %zu boards",
			 rows[i].boards);
		attack_at_most(what, errors.means / (double)errors.mean_count,
			       rows[i].mean);
		snprintf(what, sizeof(what),
			 "T26 error of a share in points, %zu boards",
			 rows[i].boards);
		attack_at_most(what, errors.shares / (double)errors.share_count,
			       rows[i].share);
	}
	attack_free(attack);
}

/* Nodes that are not split further. */
static size_t count_leaves(const struct ibp_sdc_plan *plan)
{
	size_t leaves = plan->node_count;

	for (size_t i = 0; i < plan->node_count; i++) {
		bool is_split = false;

		for (size_t n = i + 1; n < plan->node_count; n++)
			is_split |= plan->nodes[n].parent == i;
		leaves -= is_split;
	}
	return leaves;
}

/* 900 boards that exist, as they are spread over the pool. */
static void fill_population(struct attack *attack)
{
	memset(&attack->population, 0, sizeof(attack->population));
	for (size_t place = 0; place < POOL; place++) {
		const struct ibp_sdc_contributor *board;

		attack_fill(attack, pool, &place, 1, false);
		board = attack->boards;
		attack->population
			.boards[board->sector][board->size][board->part]++;
	}
	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++) {
				uint32_t *boards =
					&attack->population.boards[s][z][p];

				*boards = (*boards * 900 + POOL / 2) / POOL;
			}
}

/* The lowest cells that appear, beside the simulation of the design. */
static void test_cells(void **state)
{
	static const struct {
		size_t boards;
		long k;
		double cells;
	} rows[] = {{30, 10, 2.0},   {100, 10, 6.3}, {300, 10, 15.0},
		    {900, 10, 18.0}, {30, 20, 1.0},  {100, 20, 3.0},
		    {300, 20, 9.0},  {900, 20, 17.9}};
	size_t trials = attack_trials(200, 30);
	struct attack *attack = attack_new();
	struct dice dice = {260};
	size_t places[BOARDS];
	char what[80];

	(void)state;
	fill_population(attack);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		double cells = 0;

		attack->input.k = rows[i].k;
		for (size_t t = 0; t < trials; t++) {
			struct ibp_sdc_plan *plan;

			sector_sample(&dice, POOL, places, rows[i].boards);
			attack_fill(attack, pool, places, rows[i].boards,
				    false);
			plan = ibp_sdc_plan_new(&attack->input);
			cells += (double)count_leaves(plan) / (double)trials;
			ibp_sdc_plan_free(plan);
		}
		snprintf(what, sizeof(what),
			 "T26 lowest cells, %zu boards, k is %ld, off by",
			 rows[i].boards, rows[i].k);
		attack_at_most(what, fabs(cells - rows[i].cells), 0.6);
	}
	attack_free(attack);
}

struct bias {
	double keyed;
	double nearest;
};

/* How far means of 30 boards are off on average, over many sets, in levels. */
static struct bias find_bias(size_t trials)
{
	static const unsigned char key[IBP_SDC_KEY] = {26};
	struct bias bias = {0, 0};
	const long step = 10, n = 30;

	for (long part = 0; part < 10; part++) {
		long sum = n * 200 + part * step * n / 10;
		double truth = (double)sum / (double)n;
		double off = 0;

		for (size_t t = 0; t < trials; t++) {
			char label[64];

			snprintf(label, sizeof(label),
				 "2026/all/mean/GO/%ld.%zu", part, t);
			off += ((double)ibp_sdc_round(key, sum, n, step,
						      label) -
				truth) /
			       100 / (double)trials;
		}
		bias.keyed = fmax(bias.keyed, fabs(off));
		off = (double)(step * ibp_sdc_nearest(sum, n * step)) - truth;
		bias.nearest = fmax(bias.nearest, fabs(off) / 100);
	}
	return bias;
}

static void test_bias(void **state)
{
	struct bias bias = find_bias(attack_trials(20000, 5000));

	(void)state;
	attack_at_most("T26 bias of keyed rounding, levels", bias.keyed, 0.002);
	attack_at_least("T26 off: bias of conventional rounding", bias.nearest,
			0.02);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accuracy),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_bias),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
