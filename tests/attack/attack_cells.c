/*
 * One published table: somebody who knows some of the boards in it, or all
 * boards at one level, tells another (T5, T15, T16).
 */
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

/* ---- T16: everybody at one level ------------------------------------------
 */

/* Of BOARDS boards ALIKE have level 1 in the first group, others level 3. */
static struct ibp_sdc_plan *alike(struct attack *attack, size_t boards,
				  size_t count)
{
	size_t places[30] = {0};

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
	size_t told = 0;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct ibp_sdc_row *row;

		plan = alike(attack, rows[i][0], rows[i][1]);
		for (int level = 1; level <= IBP_SDC_LEVELS; level++) {
			row = attack_row(plan, 0, "GO", IBP_SDC_LEVEL, level);
			told += !row->is_withheld;
		}
		row = attack_row(plan, 0, "GO", IBP_SDC_AT_TARGET, -1);
		told += !row->is_withheld;
		row = attack_row(plan, 0, "GO", IBP_SDC_MEAN, -1);
		told += !row->is_withheld && row->coded != IBP_SDC_BELOW;
		ibp_sdc_plan_free(plan);
	}
	attack_at_most("T16 figures that tell the level of (nearly) all",
		       (double)told, 0);
	attack->rules.outside = -1;
	plan = alike(attack, 21, 21);
	attack_at_least(
		"T16 off: share at level 1 that is published",
		(double)attack_row(plan, 0, "GO", IBP_SDC_LEVEL, 1)->value,
		100);
	ibp_sdc_plan_free(plan);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_insiders),
		cmocka_unit_test(test_consultant),
		cmocka_unit_test(test_everybody_alike),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
