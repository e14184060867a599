#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "core/score.h"

#define NORMS 94
#define DOMAINS 7

/* A framework of bare norms, in domains of unequal size. */
static struct ibp_norm norms[NORMS];
static struct ibp_domain domains[DOMAINS];
static struct ibp_answer answers[NORMS];
static const struct ibp_framework framework = {
	.target = 3,
	.domains = domains,
	.domain_count = DOMAINS,
	.norms = norms,
	.norm_count = NORMS,
};
static const struct ibp_assessment assessment = {
	.answers = answers,
	.answer_count = NORMS,
};

static int set_up(void **state)
{
	static const size_t sizes[DOMAINS] = {5, 1, 30, 8, 25, 20, 5};
	size_t at = 0;

	(void)state;
	memset(answers, 0, sizeof(answers));
	for (size_t d = 0; d < DOMAINS; d++) {
		domains[d].first_norm = at;
		domains[d].norm_count = sizes[d];
		for (size_t i = 0; i < sizes[d]; i++)
			norms[at++].domain = d;
	}
	assert_int_equal(at, NORMS);
	return 0;
}

/* The same numbers on every run and every machine. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed >> 16 & 0x7fff;
}

static void shake(unsigned *seed)
{
	static const char *const priorities[] = {NULL, "low", "medium", "high"};
	static const char *const dues[] = {NULL, "2026-01-01", "2027-06-30",
					   "2028-12-31"};

	for (size_t i = 0; i < NORMS; i++) {
		answers[i].score = (int)(next_random(seed) % 7) - 1;
		answers[i].target = (int)(next_random(seed) % 6);
		answers[i].priority = priorities[next_random(seed) % 4];
		answers[i].due = dues[next_random(seed) % 4];
	}
}

static void check_sum(const struct ibp_total *total)
{
	long levels = 0;

	for (int i = 0; i < IBP_LEVELS; i++)
		levels += total->levels[i];
	assert_int_equal(total->scored + total->not_applicable + total->open,
			 total->norms);
	assert_int_equal(levels, total->scored);
	assert_true(total->below_target <= total->scored);
	assert_int_equal(total->average < 0, total->scored == 0);
	assert_int_equal(total->lowest == 0, total->scored == 0);
	if (total->scored) {
		assert_in_range(total->average, 100, 500);
		assert_true(total->average >= 100L * total->lowest);
		assert_true(total->levels[total->lowest - 1] > 0);
	}
}

static void test_totals_add_up(void **state)
{
	unsigned seed = 20261123;

	(void)state;
	for (int run = 0; run < 1000; run++) {
		struct ibp_total all;
		struct ibp_total sum = {0};

		shake(&seed);
		all = ibp_total_all(&framework, &assessment);
		check_sum(&all);
		for (size_t d = 0; d < DOMAINS; d++) {
			struct ibp_total one =
				ibp_total_domain(&framework, &assessment, d);

			check_sum(&one);
			sum.norms += one.norms;
			sum.scored += one.scored;
			sum.not_applicable += one.not_applicable;
			sum.open += one.open;
			sum.below_target += one.below_target;
		}
		assert_int_equal(sum.norms, NORMS);
		assert_int_equal(sum.scored, all.scored);
		assert_int_equal(sum.not_applicable, all.not_applicable);
		assert_int_equal(sum.open, all.open);
		assert_int_equal(sum.below_target, all.below_target);
	}
}

static void test_averages_are_rounded_half_up(void **state)
{
	static const struct {
		long sum;
		long count;
		long average;
	} rows[] = {
		{1, 1, 100},     {5, 1, 500},     {5, 3, 167},
		{4, 3, 133},     {7, 3, 233},     {8, 3, 267},
		{3, 2, 150},     {9, 8, 113},     {11, 8, 138},
		{13, 8, 163},    {15, 8, 188},    {17, 16, 106},
		{201, 200, 101}, {203, 200, 102}, {199, 94, 212},
		{94, 94, 100},   {470, 94, 500},  {282, 94, 300},
		{281, 94, 299},  {283, 94, 301},  {229, 92, 249},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(ibp_num_average(rows[i].sum, rows[i].count),
				 rows[i].average);
}

static void test_an_average_counts_scored_norms_only(void **state)
{
	struct ibp_total total;

	(void)state;
	answers[0].score = 1;
	answers[1].score = 4;
	answers[2].score = 4;
	answers[3].score = IBP_SCORE_NA;
	total = ibp_total_domain(&framework, &assessment, 0);
	assert_int_equal(total.average, 300);
	assert_int_equal(total.scored, 3);
	assert_int_equal(total.not_applicable, 1);
	assert_int_equal(total.open, 1);
	assert_int_equal(total.lowest, 1);
	assert_int_equal(total.below_target, 1);
}

static void test_below_target_looks_at_the_own_target(void **state)
{
	(void)state;
	answers[0].score = 3;
	answers[0].target = 4;
	answers[1].score = 2;
	answers[1].target = 2;
	answers[2].target = 5;
	assert_int_equal(ibp_total_all(&framework, &assessment).below_target,
			 1);
}

static void test_gaps_are_in_order(void **state)
{
	static const size_t wanted[] = {4, 2, 3, 1, 0};
	struct ibp_arena arena = {0};
	size_t count;
	size_t *list;

	(void)state;
	for (size_t i = 0; i < NORMS; i++)
		answers[i].score = 3;
	for (size_t i = 0; i < 5; i++)
		answers[i].score = 2;
	answers[1].priority = "low";
	answers[2].priority = "high";
	answers[3].priority = "high";
	answers[4].priority = "high";
	answers[2].due = "2027-06-30";
	answers[4].due = "2027-01-31";
	answers[90].score = IBP_SCORE_OPEN;
	answers[80].score = IBP_SCORE_OPEN;
	answers[70].score = IBP_SCORE_NA;
	list = ibp_gaps(&framework, &assessment, &arena, &count);
	assert_int_equal(count, 7);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(list[i], wanted[i]);
	assert_int_equal(list[5], 80);
	assert_int_equal(list[6], 90);
	ibp_arena_release(&arena);
}

static void test_gaps_hold_what_is_below_target_or_open(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int run = 0; run < 200; run++) {
		struct ibp_arena arena = {0};
		struct ibp_total all;
		bool seen[NORMS] = {false};
		size_t count;
		size_t *list;

		shake(&seed);
		all = ibp_total_all(&framework, &assessment);
		list = ibp_gaps(&framework, &assessment, &arena, &count);
		assert_int_equal(count, all.below_target + all.open);
		for (size_t i = 0; i < count; i++) {
			assert_false(seen[list[i]]);
			seen[list[i]] = true;
			assert_int_equal(answers[list[i]].score ==
						 IBP_SCORE_OPEN,
					 i >= (size_t)all.below_target);
		}
		ibp_arena_release(&arena);
	}
}

static void test_the_next_open_norm_goes_round(void **state)
{
	(void)state;
	for (size_t i = 0; i < NORMS; i++)
		answers[i].score = 1;
	assert_int_equal(ibp_next_unscored(&assessment, 3), NORMS);
	answers[5].score = IBP_SCORE_NA;
	answers[10].score = IBP_SCORE_OPEN;
	assert_int_equal(ibp_next_unscored(&assessment, 3), 10);
	assert_int_equal(ibp_next_unscored(&assessment, 10), 10);
	assert_int_equal(ibp_next_unscored(&assessment, 93), 10);
	answers[50].score = IBP_SCORE_OPEN;
	assert_int_equal(ibp_next_unscored(&assessment, 10), 50);
	assert_int_equal(ibp_next_unscored(&assessment, 50), 10);
}

static void test_scores_have_a_text(void **state)
{
	(void)state;
	assert_null(ibp_score_text(IBP_SCORE_OPEN));
	assert_null(ibp_score_text(6));
	assert_string_equal(ibp_score_text(IBP_SCORE_NA), "na");
	for (int i = 1; i <= IBP_LEVELS; i++)
		assert_int_equal(ibp_score_value(ibp_score_text(i)), i);
	assert_int_equal(ibp_score_value("na"), IBP_SCORE_NA);
	assert_int_equal(ibp_score_value(NULL), IBP_SCORE_OPEN);
	assert_int_equal(ibp_score_value("6"), IBP_SCORE_OPEN);
	assert_int_equal(ibp_score_value("33"), IBP_SCORE_OPEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_totals_add_up, set_up),
		cmocka_unit_test(test_averages_are_rounded_half_up),
		cmocka_unit_test_setup(test_an_average_counts_scored_norms_only,
				       set_up),
		cmocka_unit_test_setup(
			test_below_target_looks_at_the_own_target, set_up),
		cmocka_unit_test_setup(test_gaps_are_in_order, set_up),
		cmocka_unit_test_setup(
			test_gaps_hold_what_is_below_target_or_open, set_up),
		cmocka_unit_test_setup(test_the_next_open_norm_goes_round,
				       set_up),
		cmocka_unit_test(test_scores_have_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
