/*
 * One published table: somebody who knows some of the boards in it, or all
 * scores of one, and wants more (T5, T12, T15, T16, T17).
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

#define POOL 8000
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct sector_board *pool;
static double pool_means[SECTOR_GROUPS];

static int set_up(void **state)
{
	struct dice dice = {20261123};

	(void)state;
	pool = sector_draw_alike(&dice, POOL, SECTOR_PO, 1);
	attack_group_means(pool, POOL, pool_means);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(pool);
	return 0;
}

/* ---- T5 and T15: who knows some wants another -----------------------------
 */

struct insider {
	size_t boards;
	size_t known; /* the first ones; the last one is wanted */
	double limit;
};

/* The gain on the overall score of the last board. */
static double insider_gain(struct attack *attack, const struct insider *who,
			   size_t trials)
{
	double *guesses = ibp_alloc(trials * sizeof(*guesses));
	double *truths = ibp_alloc(trials * sizeof(*truths));
	size_t *places = ibp_alloc(who->boards * sizeof(*places));
	struct dice dice = {who->boards * 100 + who->known};
	double gain;

	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;
		double known = 0;

		sector_sample(&dice, POOL, places, who->boards);
		attack_key(attack, t);
		attack_fill(attack, pool, places, who->boards, true);
		plan = ibp_sdc_plan_new(&attack->input);
		assert_false(plan->is_refused);
		for (size_t i = 0; i < who->known; i++)
			known += sector_overall(&pool[places[i]]);
		guesses[t] = ((double)who->boards *
				      attack_overall(attack, plan, pool_means) -
			      known) /
			     (double)(who->boards - who->known);
		truths[t] = sector_overall(&pool[places[who->boards - 1]]);
		ibp_sdc_plan_free(plan);
	}
	gain = attack_gain(guesses, truths, trials);
	free(guesses);
	free(truths);
	free(places);
	return gain;
}

static void test_insiders(void **state)
{
	static const struct insider rows[] = {
		{10, 0, 0.14}, {10, 5, 0.14}, {20, 5, 0.14}, {30, 25, 0.14}};
	static const struct insider off = {5, 3, 0.18};
	size_t trials = attack_trials(2000, 1500);
	struct attack *attack = attack_new();

	(void)state;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char what[80];

		snprintf(what, sizeof(what), "T5 gain, %zu boards, %zu known",
			 rows[i].boards, rows[i].known);
		attack_at_most(what, insider_gain(attack, &rows[i], trials),
			       rows[i].limit);
	}
	/* P7 would withhold the means of so small a cell by itself. */
	attack->rules.k_floor = attack->input.k = 5;
	attack->rules.interval = 0;
	attack_at_least("T5 off: gain, 5 boards, 3 known, k is 5, no P7",
			insider_gain(attack, &off, trials), off.limit);
	attack_free(attack);
}

/* A consultant who sees nine of ten: two contributors. */
static void test_consultant(void **state)
{
	static const struct insider off = {10, 9, 0.28};
	struct attack *attack = attack_new();
	struct dice dice = {15};
	size_t trials = attack_trials(2000, 400);
	size_t refused = 0;

	(void)state;
	attack->input.k = 10;
	for (size_t t = 0; t < trials; t++) {
		size_t places[10];
		struct ibp_sdc_plan *plan;

		sector_sample(&dice, POOL, places, 10);
		attack_fill(attack, pool, places, 10, true);
		for (size_t i = 0; i < 9; i++)
			attack->boards[i].holding = 7;
		plan = ibp_sdc_plan_new(&attack->input);
		assert_int_equal(plan->nodes[0].contributors, 2);
		refused += attack_is_refused(plan, 0);
		ibp_sdc_plan_free(plan);
	}
	attack_at_least("T15 cells with nine of one consultant refused",
			(double)refused / (double)trials, 1);
	attack->rules.counts_holding = false;
	attack_at_least("T15 off: published, gain",
			insider_gain(attack, &off, trials), off.limit);
	attack_free(attack);
}

/* ---- T12: how many boards exactly -----------------------------------------
 */

struct range {
	long low;
	long high;
};

/* The counts behind a share of OF boards; LOW is over HIGH: none. */
static struct range counts_behind(const struct ibp_sdc_row *row, long of)
{
	struct range range = {1, 0};

	for (long count = 0; count <= of + 3; count += 3) {
		long share = (200 * count + of) / (2 * of);

		if ((share > 100 ? 100 : share) != row->value)
			continue;
		if (range.low > range.high)
			range.low = count > 2 ? count - 2 : 0;
		range.high = count + 2;
	}
	return range;
}

/*
 * Whether all shares can be of counts that were rounded to threes; with N
 * boards in the levels of each group, where N is not 0.
 */
static bool shares_fit(const struct ibp_sdc_plan *plan, long of, long n)
{
	struct range levels = {0, 0};

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct ibp_sdc_row *row = &plan->rows[i];
		struct range range;

		if (row->measure == IBP_SDC_MEAN || row->value < 0)
			continue;
		range = counts_behind(row, of);
		if (range.low > range.high)
			return false;
		if (row->measure != IBP_SDC_LEVEL)
			continue;
		if (row->category == 1)
			levels = (struct range){0, 0};
		levels.low += range.low;
		levels.high += range.high;
		if (n && row->category == IBP_SDC_LEVELS &&
		    (levels.low > n || levels.high < n))
			return false;
	}
	return true;
}

/* Whether every mean is on the grid of a table over N boards. */
static bool means_fit(const struct ibp_sdc_rules *rules,
		      const struct ibp_sdc_plan *plan, long n)
{
	for (size_t i = 0; i < plan->row_count; i++)
		if (plan->rows[i].measure == IBP_SDC_MEAN &&
		    plan->rows[i].value >= 0 &&
		    plan->rows[i].value % ibp_sdc_step(rules, n))
			return false;
	return true;
}

/* The band that is public, whatever the step was made from. */
static bool is_in_band(const struct ibp_sdc_plan *plan, long n)
{
	const struct ibp_sdc_rules *rules = &ibp_sdc_rules_default;

	return ibp_sdc_band(rules, n) ==
	       ibp_sdc_band(rules, plan->rows[0].band);
}

/* Whether N boards can have given this table; ADDS_UP: to the counts too. */
static bool is_possible(const struct ibp_sdc_rules *rules,
			const struct ibp_sdc_plan *plan, long n, bool adds_up)
{
	long below = n / 3 * 3;
	long above = (n + 2) / 3 * 3;
	long sum = adds_up ? n : 0;

	if (!is_in_band(plan, n) || !means_fit(rules, plan, n))
		return false;
	/* What shares are of never leaves the band either. */
	return (is_in_band(plan, below) && shares_fit(plan, below, sum)) ||
	       (is_in_band(plan, above) && shares_fit(plan, above, sum));
}

static size_t remaining(const struct attack *attack,
			const struct ibp_sdc_plan *plan, bool adds_up)
{
	long n = plan->nodes[0].boards;
	size_t count = 0;

	assert_true(is_possible(&attack->rules, plan, n, adds_up));
	for (long m = n > 300 ? n - 300 : 1; m <= n + 300; m++)
		count += is_possible(&attack->rules, plan, m, adds_up);
	return count;
}

/* Over tables of FIRST to LAST boards. */
struct guesses {
	size_t least;  /* values of n that remain, from the grid */
	double pinned; /* share of the tables where the sums leave under 3 */
};

static struct guesses guess_number(struct attack *attack, size_t first,
				   size_t last, size_t trials)
{
	struct guesses guesses = {SIZE_MAX, 0};
	struct dice dice = {12};
	size_t *places = ibp_alloc(last * sizeof(*places));

	for (size_t t = 0; t < trials; t++) {
		size_t n = first + t % (last - first + 1);
		struct ibp_sdc_plan *plan;
		size_t left;

		sector_sample(&dice, POOL, places, n);
		attack_key(attack, t);
		attack_fill(attack, pool, places, n, true);
		plan = ibp_sdc_plan_new(&attack->input);
		left = remaining(attack, plan, false);
		guesses.least = left < guesses.least ? left : guesses.least;
		guesses.pinned +=
			(remaining(attack, plan, true) < 3) / (double)trials;
		ibp_sdc_plan_free(plan);
	}
	free(places);
	return guesses;
}

/*
 * The grid alone leaves three in every table.  Who also adds up the counts
 * of each group sometimes finds n; the gains of T5 suppose that it is known.
 */
static void test_number_of_boards(void **state)
{
	static const size_t ranges[][2] = {{10, 19},  {20, 29},   {30, 59},
					   {60, 110}, {190, 205}, {490, 510}};
	long bands[200];
	struct attack *attack = attack_new();

	(void)state;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(ranges); i++) {
		char what[80];
		struct guesses guesses =
			guess_number(attack, ranges[i][0], ranges[i][1],
				     attack_trials(2000, 120));

		snprintf(what, sizeof(what),
			 "T12 values of n that remain, %zu to %zu boards",
			 ranges[i][0], ranges[i][1]);
		attack_at_least(what, (double)guesses.least, 3);
		attack_at_most("    tables where sums of counts leave under 3",
			       guesses.pinned, 0.03);
	}
	/* The step of each n by itself: 30 for 10 and 11, 25 for 12, ... */
	for (size_t i = 0; i < LENGTH(bands); i++)
		bands[i] = 10 + (long)i;
	attack->rules.bands = bands;
	attack->rules.band_count = LENGTH(bands);
	attack_at_most("T12 off: values that remain, step from n itself",
		       (double)guess_number(attack, 10, 10, 10).least, 2);
	attack_free(attack);
}

/* ---- T16: everybody at one level ------------------------------------------
 */

/* Of BOARDS boards ALIKE have level 1 in the first group, others level 3. */
static struct ibp_sdc_plan *alike(struct attack *attack, size_t boards,
				  size_t count)
{
	size_t places[30];

	for (size_t i = 0; i < boards; i++)
		places[i] = i;
	attack_fill(attack, pool, places, boards, true);
	for (size_t i = 0; i < boards; i++)
		attack->boards[i].scores[0] = i < count ? 100 : 300;
	return ibp_sdc_plan_new(&attack->input);
}

static void test_everybody_alike(void **state)
{
	static const size_t rows[][2] = {{20, 20}, {21, 21}, {20, 17}};
	struct attack *attack = attack_new();
	struct ibp_sdc_plan *plan;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct ibp_sdc_row *mean;

		plan = alike(attack, rows[i][0], rows[i][1]);
		for (int level = 1; level <= IBP_SDC_LEVELS; level++)
			assert_true(
				attack_row(plan, 0, "GO", IBP_SDC_LEVEL, level)
					->is_withheld);
		assert_true(attack_row(plan, 0, "GO", IBP_SDC_AT_TARGET, -1)
				    ->is_withheld);
		mean = attack_row(plan, 0, "GO", IBP_SDC_MEAN, -1);
		assert_true(mean->is_withheld || mean->coded == IBP_SDC_BELOW);
		ibp_sdc_plan_free(plan);
	}
	attack->rules.outside = -1;
	plan = alike(attack, 21, 21);
	attack_at_least(
		"T16 off: share at level 1 that is published",
		(double)attack_row(plan, 0, "GO", IBP_SDC_LEVEL, 1)->value,
		100);
	ibp_sdc_plan_free(plan);
	attack_free(attack);
}

/* ---- T17: was this board in it --------------------------------------------
 */

struct weights {
	double inverse[SECTOR_GROUPS][SECTOR_GROUPS];
};

/* Gauss and Jordan, with the largest pivot. */
static void invert(double a[][2 * SECTOR_GROUPS])
{
	for (int c = 0; c < SECTOR_GROUPS; c++) {
		int best = c;

		for (int r = c; r < SECTOR_GROUPS; r++)
			if (fabs(a[r][c]) > fabs(a[best][c]))
				best = r;
		for (int k = 0; k < 2 * SECTOR_GROUPS; k++) {
			double moved = a[c][k];

			a[c][k] = a[best][k];
			a[best][k] = moved;
		}
		for (int k = 2 * SECTOR_GROUPS - 1; k >= c; k--)
			a[c][k] /= a[c][c];
		for (int r = 0; r < SECTOR_GROUPS; r++)
			for (int k = 2 * SECTOR_GROUPS - 1; r != c && k >= c;
			     k--)
				a[r][k] -= a[r][c] * a[c][k];
	}
}

/* The inverse of the covariance of the groups in the pool. */
static void find_weights(struct weights *weights)
{
	double a[SECTOR_GROUPS][2 * SECTOR_GROUPS] = {{0}};

	for (size_t n = 0; n < POOL; n++)
		for (int i = 0; i < SECTOR_GROUPS; i++)
			for (int j = 0; j < SECTOR_GROUPS; j++)
				a[i][j] += (pool[n].hundredths[i] -
					    pool_means[i]) *
					   (pool[n].hundredths[j] -
					    pool_means[j]) /
					   POOL;
	for (int i = 0; i < SECTOR_GROUPS; i++)
		a[i][SECTOR_GROUPS + i] = 1;
	invert(a);
	for (int i = 0; i < SECTOR_GROUPS; i++)
		memcpy(weights->inverse[i], a[i] + SECTOR_GROUPS,
		       sizeof(weights->inverse[i]));
}

/* How much BOARD looks like what moved the means of PLAN. */
static double likeness(const struct attack *attack,
		       const struct ibp_sdc_plan *plan,
		       const struct weights *weights,
		       const struct sector_board *board)
{
	double sum = 0;

	for (int i = 0; i < SECTOR_GROUPS; i++) {
		double weight = 0;

		for (int j = 0; j < SECTOR_GROUPS; j++)
			weight += weights->inverse[i][j] *
				  (attack_mean(plan, 0,
					       attack->catalogue.codes[j],
					       pool_means[j]) -
				   pool_means[j]);
		sum += weight * (board->hundredths[i] - pool_means[i]);
	}
	return sum;
}

static double membership(struct attack *attack, size_t boards, size_t trials)
{
	struct weights weights;
	double *in = ibp_alloc(trials * sizeof(*in));
	double *out = ibp_alloc(trials * sizeof(*out));
	size_t *places = ibp_alloc((boards + 1) * sizeof(*places));
	struct dice dice = {17 + boards};
	double auc;

	find_weights(&weights);
	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;

		sector_sample(&dice, POOL, places, boards + 1);
		attack_key(attack, t);
		attack_fill(attack, pool, places, boards, true);
		plan = ibp_sdc_plan_new(&attack->input);
		in[t] = likeness(attack, plan, &weights, &pool[places[0]]);
		out[t] =
			likeness(attack, plan, &weights, &pool[places[boards]]);
		ibp_sdc_plan_free(plan);
	}
	auc = attack_auc(in, trials, out, trials);
	free(in);
	free(out);
	free(places);
	return auc;
}

static void test_membership(void **state)
{
	static const struct {
		size_t boards;
		size_t quick;
	} rows[] = {{10, 600}, {30, 600}, {100, 400}, {900, 100}};
	struct attack *attack = attack_new();

	(void)state;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char what[80];

		snprintf(what, sizeof(what), "T17 membership AUC, %zu boards",
			 rows[i].boards);
		attack_at_most(what,
			       membership(attack, rows[i].boards,
					  attack_trials(2000, rows[i].quick)),
			       0.80);
	}
	attack_exact_means(&attack->rules);
	attack_at_least("T17 off: membership AUC, 10 boards, exact means",
			membership(attack, 10, attack_trials(2000, 600)), 0.75);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_insiders),
		cmocka_unit_test(test_number_of_boards),
		cmocka_unit_test(test_consultant),
		cmocka_unit_test(test_everybody_alike),
		cmocka_unit_test(test_membership),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
