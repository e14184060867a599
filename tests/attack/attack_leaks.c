/* Leaked summaries (T4), and small numbers in what is published (T25). */
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
#define FILES 900
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

/* ---- T4: 900 files, and three scores of a board ---------------------------
 */

#define KNOWN 3
#define WITHIN 25 /* hundredths */

struct hint {
	size_t groups[KNOWN];
	long scores[KNOWN];
};

static struct hint hint_of(struct dice *dice,
			   const struct ibp_sdc_contributor *board)
{
	struct hint hint;

	sector_sample(dice, SECTOR_GROUPS, hint.groups, KNOWN);
	for (size_t i = 0; i < KNOWN; i++)
		hint.scores[i] = board->scores[hint.groups[i]] - WITHIN +
				 (long)dice_below(dice, 2 * WITHIN + 1);
	return hint;
}

static bool suits(const struct hint *hint,
		  const struct ibp_sdc_contributor *board)
{
	for (size_t i = 0; i < KNOWN; i++)
		if (labs(board->scores[hint->groups[i]] - hint->scores[i]) >
		    WITHIN)
			return false;
	return true;
}

static bool has_same_strata(const struct ibp_sdc_contributor *one,
			    const struct ibp_sdc_contributor *other)
{
	return one->sector == other->sector && one->size == other->size &&
	       one->part == other->part;
}

/* The share of boards whose file is the only one that suits. */
static double share_found(const struct attack *attack, bool has_strata,
			  size_t trials)
{
	struct dice dice = {4};
	size_t found = 0;

	for (size_t t = 0; t < trials; t++) {
		const struct ibp_sdc_contributor *board =
			&attack->boards[t % FILES];
		struct hint hint = hint_of(&dice, board);
		size_t hits = 0;

		for (size_t i = 0; i < FILES; i++)
			hits += suits(&hint, &attack->boards[i]) &&
				(!has_strata ||
				 has_same_strata(board, &attack->boards[i]));
		found += hits == 1;
	}
	return (double)found / (double)trials;
}

static void test_leaked_files(void **state)
{
	size_t trials = attack_trials(2000, 900);
	struct attack *attack = attack_new();
	size_t places[FILES];
	struct dice dice = {44};

	(void)state;
	sector_sample(&dice, POOL, places, FILES);
	attack_fill(attack, pool, places, FILES, false);
	attack_at_most("T4 files found for certain, of 900",
		       share_found(attack, false, trials), 0.05);
	attack_at_least("T4 off: the same with the strata in the file",
			share_found(attack, true, trials), 0.40);
	attack_free(attack);
}

/* ---- T25: no number of boards under ten -----------------------------------
 */

static long least_band(const struct ibp_sdc_plan *plan)
{
	long least = 1000;

	for (size_t i = 0; i < plan->row_count; i++)
		if (plan->rows[i].band < least)
			least = plan->rows[i].band;
	return least;
}

static void test_small_numbers(void **state)
{
	size_t trials = attack_trials(2000, 200);
	struct attack *attack = attack_new();
	struct dice dice = {25};
	size_t places[FILES];
	struct ibp_sdc_plan *plan;
	long least = 1000;

	(void)state;
	for (size_t t = 0; t < trials; t++) {
		size_t boards = 10 + dice_below(&dice, FILES - 10);
		long found;

		sector_sample(&dice, POOL, places, boards);
		attack_fill(attack, pool, places, boards, false);
		/* Groups and landscapes that few have filled in. */
		for (size_t i = 0; i < boards; i++) {
			if (i % 8)
				attack->boards[i].scores[1] = 0;
			if (i % 3)
				attack->boards[i].scores[2] = 0;
			if (i % 4 == 0)
				memset(attack->boards[i].figures, (int)i % 3,
				       IBP_SDC_FIGURES);
		}
		attack->input.k = (long)dice_below(&dice, 25);
		plan = ibp_sdc_plan_new(&attack->input);
		found = least_band(plan);
		least = found < least ? found : least;
		ibp_sdc_plan_free(plan);
	}
	attack_at_least("T25 least number of boards in a published row",
			(double)least, 10);
	attack->rules.k_floor = attack->input.k = 3;
	attack_fill(attack, pool, places, 6, true);
	plan = ibp_sdc_plan_new(&attack->input);
	attack_at_most("T25 off: the same, floor of k lowered to 3",
		       (double)least_band(plan), 9);
	ibp_sdc_plan_free(plan);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_leaked_files),
		cmocka_unit_test(test_small_numbers),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
