/*
 * The mode with noise: is the noise what it should be, and does a table tell
 * who was in it (T18, T19, T20, T22).
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
#include "core/sdc_noise.h"

#define POOL 8000
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct sector_board *pool;
static double pool_means[SECTOR_GROUPS];
static double pool_levels[SECTOR_GROUPS][SECTOR_LEVELS]; /* shares */

static int set_up(void **state)
{
	struct dice dice = {20261123};

	(void)state;
	pool = sector_draw_alike(&dice, POOL, SECTOR_PO, 1);
	attack_group_means(pool, POOL, pool_means);
	for (size_t i = 0; i < POOL; i++)
		for (int g = 0; g < SECTOR_GROUPS; g++)
			pool_levels[g][pool[i].levels[g] - 1] += 1.0 / POOL;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(pool);
	return 0;
}

static enum ibp_status from_dice(void *self, void *bytes, size_t count,
				 struct ibp_error *err)
{
	(void)err;
	for (size_t i = 0; i < count; i += sizeof(uint64_t)) {
		uint64_t word = dice_word(self);
		size_t left = count - i;

		memcpy((char *)bytes + i, &word,
		       left < sizeof(word) ? left : sizeof(word));
	}
	return IBP_OK;
}

static struct ibp_sdc_plan *noise(const struct attack *attack,
				  enum ibp_sdc_detail detail, long epsilon,
				  struct dice *dice)
{
	struct ibp_sdc_random random = {from_dice, dice};
	struct ibp_sdc_plan *plan = NULL;
	struct ibp_error err = {0};

	assert_int_equal(ibp_sdc_noise_plan_new(&attack->input, detail, epsilon,
						&random, &plan, &err),
			 IBP_OK);
	return plan;
}

/* ---- T18: was this board in it --------------------------------------------
 */

/* How well the published means and shares suit a board with these scores. */
static double likeness(const struct attack *attack,
		       const struct ibp_sdc_plan *plan,
		       const struct sector_board *board, bool by_levels)
{
	double sum = 0;

	for (int g = 0; g < SECTOR_GROUPS; g++) {
		const char *code = attack->catalogue.codes[g];
		int level = board->levels[g];

		if (by_levels)
			sum += (double)attack_row(plan, 0, code, IBP_SDC_LEVEL,
						  level)
				       ->value -
			       100 * pool_levels[g][level - 1];
		else
			sum += (attack_mean(plan, 0, code, 0) - pool_means[g]) *
			       (board->hundredths[g] - pool_means[g]);
	}
	return sum;
}

struct membership {
	double by_means;
	double by_levels;
};

static struct membership membership(struct attack *attack, size_t boards,
				    size_t trials)
{
	double *scores[4];
	size_t *places = ibp_alloc((boards + 1) * sizeof(*places));
	struct dice dice = {18 + boards};
	struct membership found;

	for (size_t i = 0; i < LENGTH(scores); i++)
		scores[i] = ibp_alloc(trials * sizeof(double));
	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;

		sector_sample(&dice, POOL, places, boards + 1);
		attack_fill(attack, pool, places, boards, true);
		plan = noise(attack, IBP_SDC_GROUPS, 1000, &dice);
		assert_false(plan->is_refused);
		for (size_t i = 0; i < LENGTH(scores); i++)
			scores[i][t] = likeness(
				attack, plan, &pool[places[i % 2 ? boards : 0]],
				i > 1);
		ibp_sdc_plan_free(plan);
	}
	found.by_means = attack_auc(scores[0], trials, scores[1], trials);
	found.by_levels = attack_auc(scores[2], trials, scores[3], trials);
	for (size_t i = 0; i < LENGTH(scores); i++)
		free(scores[i]);
	free(places);
	return found;
}

static void test_membership(void **state)
{
	static const struct {
		size_t boards;
		size_t quick;
	} rows[] = {{10, 600}, {30, 600}, {100, 600}, {900, 600}};
	struct attack *attack = attack_new();

	(void)state;
	/* The tool refuses such a table under 520 boards; try it all the same.
	 */
	attack->rules.noise_error = 2000;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char what[80];
		struct membership found =
			membership(attack, rows[i].boards,
				   attack_trials(2000, rows[i].quick));

		snprintf(what, sizeof(what),
			 "T18 membership AUC, %zu boards, by means",
			 rows[i].boards);
		attack_at_most(what, found.by_means, 0.56);
		snprintf(what, sizeof(what),
			 "T18 membership AUC, %zu boards, by levels",
			 rows[i].boards);
		attack_at_most(what, found.by_levels, 0.56);
	}
	attack_free(attack);
}

/* ---- T19: the sampler ------------------------------------------------------
 */

#define BINS 17
#define HALF (BINS / 2)

/* 16 degrees of freedom: the chance is 0.001 and 1e-9 beyond these. */
#define CHI_SQUARE 39.25
#define CHI_SQUARE_FAR 78.0

struct scale {
	long t;
	long s;
};

static int bin_of(long value, long width)
{
	long bin = (value < 0 ? -value : value) / width;

	bin = bin > HALF ? HALF : bin;
	return (int)(value < 0 ? -bin : bin) + HALF;
}

/* The chance of bin BIN, -8 to 8, where q is the chance of one step on. */
static double chance(int bin, long width, double q)
{
	double zero = (1 - q) / (1 + q);
	double low = fabs((double)bin) * (double)width;

	if (bin == 0)
		return zero * (1 + 2 * (q - pow(q, (double)width)) / (1 - q));
	if (abs(bin) == HALF)
		return zero * pow(q, low) / (1 - q);
	return zero * pow(q, low) * (1 - pow(q, (double)width)) / (1 - q);
}

struct sampled {
	double chi_square;
	double mean; /* of the absolute value, beside theory: 1 */
};

/* Draws of DRAWN against the theory of SCALE. */
static struct sampled sample(const struct scale *drawn,
			     const struct scale *scale, size_t draws)
{
	struct dice dice = {19};
	struct ibp_sdc_random random = {from_dice, &dice};
	struct ibp_error err = {0};
	double q = exp(-(double)scale->s / (double)scale->t);
	long width = scale->t / scale->s / 2 > 1 ? scale->t / scale->s / 2 : 1;
	size_t counts[BINS] = {0};
	struct sampled sampled = {0, 0};

	for (size_t i = 0; i < draws; i++) {
		long value = 0;

		assert_int_equal(ibp_sdc_laplace(&random, drawn->t, drawn->s,
						 &value, &err),
				 IBP_OK);
		counts[bin_of(value, width)]++;
		sampled.mean += fabs((double)value) / (double)draws;
	}
	for (int bin = -HALF; bin <= HALF; bin++) {
		double expected = (double)draws * chance(bin, width, q);
		double off = (double)counts[bin + HALF] - expected;

		sampled.chi_square += off * off / expected;
	}
	sampled.mean /= 2 * (1 - q) / (1 + q) * q / ((1 - q) * (1 - q));
	return sampled;
}

static void test_sampler(void **state)
{
	static const struct scale scales[] = {
		{1, 1}, {16, 1}, {7, 3}, {4800, 1}};
	size_t draws = attack_trials(200000, 20000);
	double tolerance = attack_trials(1, 0) ? 0.01 : 0.03;
	char what[80];

	(void)state;
	for (size_t i = 0; i < LENGTH(scales); i++) {
		const struct scale *scale = &scales[i];
		struct scale twice = {2 * scale->t, scale->s};
		struct sampled sampled = sample(scale, scale, draws);

		snprintf(what, sizeof(what), "T19 chi-square, %ld/%ld",
			 scale->t, scale->s);
		attack_at_most(what, sampled.chi_square, CHI_SQUARE);
		snprintf(what, sizeof(what),
			 "T19 mean of |noise| beside theory, %ld/%ld, off by",
			 scale->t, scale->s);
		attack_at_most(what, fabs(sampled.mean - 1), tolerance);
		snprintf(what, sizeof(what),
			 "T19 off: chi-square with the scale doubled, %ld/%ld",
			 scale->t, scale->s);
		attack_at_least(what, sample(&twice, scale, draws).chi_square,
				CHI_SQUARE_FAR);
	}
}

/* ---- T20: one board more at an end -----------------------------------------
 */

#define NEIGHBOURS 20

/*
 * A published table as one of few outcomes: on which side of the others the
 * mean lies, and whether anybody is at the lowest level and the next but one.
 */
#define OUTCOMES 36

static size_t outcome(const struct ibp_sdc_plan *plan)
{
	static const long borders[] = {240, 260};
	const char *group = plan->rows[0].group;
	long mean = plan->rows[0].value;
	size_t at = 0;

	for (size_t i = 0; i < LENGTH(borders); i++)
		at += mean > borders[i];
	for (int level = 1; level <= 4; level += 3) {
		long share =
			attack_row(plan, 0, group, IBP_SDC_LEVEL, level)->value;

		at = at * 3 + (share > 0) + (share > 7);
	}
	return at;
}

/* All boards in the middle but the first, which has SCORE. */
static void fill_neighbours(struct attack *attack, long score)
{
	size_t places[NEIGHBOURS];

	for (size_t i = 0; i < NEIGHBOURS; i++)
		places[i] = i;
	attack_fill(attack, pool, places, NEIGHBOURS, true);
	for (size_t i = 0; i < NEIGHBOURS; i++)
		attack->boards[i].scores[0] = (uint16_t)(i ? 250 : score);
}

static void count_outcomes(struct attack *attack, long score, size_t draws,
			   size_t counts[OUTCOMES])
{
	struct dice dice = {20 + (uint64_t)score};

	fill_neighbours(attack, score);
	for (size_t i = 0; i < draws; i++) {
		struct ibp_sdc_plan *plan =
			noise(attack, IBP_SDC_GROUPS, 1000, &dice);

		assert_false(plan->is_refused);
		counts[outcome(plan)]++;
		ibp_sdc_plan_free(plan);
	}
}

/* The largest log ratio; one that occurs for one of them only is infinite. */
static double largest_ratio(struct attack *attack, size_t draws, size_t often)
{
	size_t low[OUTCOMES] = {0};
	size_t high[OUTCOMES] = {0};
	double largest = 0;

	count_outcomes(attack, 100, draws, low);
	count_outcomes(attack, 400, draws, high);
	for (size_t i = 0; i < OUTCOMES; i++) {
		size_t most = low[i] > high[i] ? low[i] : high[i];
		size_t least = low[i] < high[i] ? low[i] : high[i];

		if (most < often)
			continue;
		if (!least)
			return INFINITY;
		largest = fmax(largest, log((double)most / (double)least));
	}
	return largest;
}

static void test_neighbours(void **state)
{
	size_t draws = attack_trials(200000, 20000);
	size_t often = attack_trials(1000, 400);
	struct attack *attack = attack_new();

	(void)state;
	attack->catalogue.count = 1;
	attack->rules.noise_error = 1000;
	attack_at_most("T20 log ratio, epsilon is 1",
		       largest_ratio(attack, draws, often), 1.15);
	attack->rules.noise_range /= 2;
	attack->rules.noise_cells /= 2;
	attack_at_least("T20 off: the same with half the noise",
			largest_ratio(attack, draws, often), 1.1501);
	attack_free(attack);
}

/* ---- T22: the ledger ---------------------------------------------------- */

static void test_ledger(void **state)
{
	static const char *const editions[] = {"2026", "2027", "2028", "2029",
					       "2030"};
	struct ibp_sdc_spent spent[LENGTH(editions)];
	struct attack *attack = attack_new();
	struct dice dice = {22};
	size_t *places = ibp_alloc(900 * sizeof(*places));
	struct ibp_sdc_plan *plan;

	(void)state;
	sector_sample(&dice, POOL, places, 900);
	attack_fill(attack, pool, places, 900, true);
	/* Five editions at 1.2: the fifth is too much. */
	attack->input.spent = spent;
	for (size_t i = 0; i < LENGTH(editions); i++) {
		attack->input.edition = editions[i];
		attack->input.spent_count = i;
		plan = noise(attack, IBP_SDC_GROUPS, 1200, &dice);
		assert_int_equal(plan->is_refused, i == 4);
		assert_int_equal(attack_is_refused(plan, 13), i == 4);
		spent[i] = (struct ibp_sdc_spent){editions[i], 1200};
		ibp_sdc_plan_free(plan);
	}
	/* Once more in one edition, and the other mode after this one. */
	attack->input.spent_count = 1;
	attack->input.edition = "2026";
	attack->input.was_published[IBP_SDC_NOISE] = true;
	plan = noise(attack, IBP_SDC_GROUPS, 1200, &dice);
	assert_true(attack_is_refused(plan, 11));
	ibp_sdc_plan_free(plan);
	plan = ibp_sdc_plan_new(&attack->input);
	assert_true(attack_is_refused(plan, 11));
	ibp_sdc_plan_free(plan);
	/* And this one after the other. */
	attack->input.was_published[IBP_SDC_NOISE] = false;
	attack->input.was_published[IBP_SDC_RULES] = true;
	plan = noise(attack, IBP_SDC_OVERALL, 1000, &dice);
	assert_true(attack_is_refused(plan, 11));
	ibp_sdc_plan_free(plan);
	puts("T22 second run, other mode, fifth edition at 1.2: refused");
	free(places);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_membership),
		cmocka_unit_test(test_sampler),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_ledger),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
