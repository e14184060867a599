/* One published table: how many boards are behind it exactly (T12). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"

#define POOL 8000
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct sector_board *pool;

static int set_up(void **state)
{
	struct dice dice = {20261123};

	(void)state;
	pool = sector_draw_alike(&dice, POOL, SECTOR_PO, 1);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(pool);
	return 0;
}

struct range {
	long low;
	long high;
};

/* The counts behind each share; LOW is over HIGH: none. */
struct shares {
	struct range counts[101];
};

/* Shares of OF boards, of counts that were rounded to threes. */
static void find_shares(struct shares *shares, long of)
{
	for (size_t i = 0; i < LENGTH(shares->counts); i++)
		shares->counts[i] = (struct range){1, 0};
	for (long count = 0; count <= of + 3; count += 3) {
		long share = (200 * count + of) / (2 * of);
		struct range *range =
			&shares->counts[share > 100 ? 100 : share];

		if (range->low > range->high)
			range->low = count > 2 ? count - 2 : 0;
		range->high = count + 2;
	}
}

/*
 * Whether all shares can be of counts that were rounded to threes; with N
 * boards in the levels of each group, where N is not 0.
 */
static bool shares_fit(const struct ibp_sdc_plan *plan, long of, long n)
{
	struct range levels = {0, 0};
	struct shares shares;

	find_shares(&shares, of);
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct ibp_sdc_row *row = &plan->rows[i];
		struct range range;

		if (row->measure == IBP_SDC_MEAN || row->value < 0)
			continue;
		range = shares.counts[row->value];
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
				     attack_trials(2000, 60));

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number_of_boards),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
