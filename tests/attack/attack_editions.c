/*
 * Two publications: the second differs from the first by a board or some,
 * and the difference is theirs (T6, T7, T8, T9, T13).
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
#define MANY 320
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct sector_board *pool;  /* po, middle: not to be told apart */
static struct sector_board *mixed; /* of all sectors and sizes */
static double pool_means[SECTOR_GROUPS];

static int set_up(void **state)
{
	struct dice dice = {20261123};

	(void)state;
	pool = sector_draw_alike(&dice, POOL, SECTOR_PO, 1);
	mixed = sector_draw(&dice, POOL);
	attack_group_means(pool, POOL, pool_means);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(pool);
	free(mixed);
	return 0;
}

/* ---- T6 and T7: the same edition twice ------------------------------------
 */

/* What happens between the two: how many come, go, and correct themselves. */
struct between {
	const char *what;
	size_t boards; /* at most; 0: any number */
	size_t joined;
	size_t left;
	size_t corrected;
};

/* The second publication of ATTACK, after the first is kept in it. */
static struct ibp_sdc_plan *publish_twice(struct attack *attack,
					  const struct between *between,
					  const size_t *places, size_t boards,
					  bool is_one_cell)
{
	const struct sector_board *from = is_one_cell ? pool : mixed;
	struct ibp_sdc_plan *plan;
	struct ibp_sdc_unit *units;

	attack_fill(attack, from, places, boards, is_one_cell);
	attack->input.published_count = 0;
	plan = ibp_sdc_plan_new(&attack->input);
	assert_false(plan->is_refused);
	units = attack_keep(plan, 1);
	attack->input.published = units;
	attack->input.published_count = plan->unit_count;
	ibp_sdc_plan_free(plan);
	attack_fill(attack, from, places + between->left,
		    boards - between->left + between->joined, is_one_cell);
	for (size_t i = 0; i < between->corrected; i++) {
		attack->boards[i].version = 2;
		attack->boards[i].scores[0] = 233;
	}
	plan = ibp_sdc_plan_new(&attack->input);
	free(units);
	attack->input.published = NULL;
	attack->input.published_count = 0;
	return plan;
}

static double share_refused(struct attack *attack,
			    const struct between *between, size_t trials)
{
	struct dice dice = {6};
	size_t places[MANY];
	size_t refused = 0;

	for (size_t t = 0; t < trials; t++) {
		size_t boards = between->boards ? between->boards :
						  21 + dice_below(&dice, 279);
		struct ibp_sdc_plan *plan;

		sector_sample(&dice, POOL, places, boards + between->joined);
		attack_key(attack, t);
		plan = publish_twice(attack, between, places, boards,
				     between->boards != 0);
		refused += attack_is_refused(plan, 9);
		ibp_sdc_plan_free(plan);
	}
	return (double)refused / (double)trials;
}

static void test_same_edition(void **state)
{
	static const struct between rows[] = {
		{"T6 one late board: refused", 0, 1, 0, 0},
		{"T7 one correction: refused", 0, 0, 0, 1},
		{"T7 one withdrawal: refused", 0, 0, 1, 0},
		{"T7 eleven of twelve the same: refused", 12, 1, 1, 0},
	};
	size_t trials = attack_trials(1000, 50);
	struct attack *attack = attack_new();

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		attack->input.k = rows[i].boards ? 10 : 0;
		attack_at_least(rows[i].what,
				share_refused(attack, &rows[i], trials), 1);
	}
	attack_free(attack);
}

struct joiners {
	size_t boards;
	size_t joined;
};

typedef struct ibp_sdc_plan *publish_after(struct attack *attack,
					   const size_t *places,
					   const struct joiners *joiners);

/* The gain on one joiner, from the tables before and AFTER. */
static double joiner_gain(struct attack *attack, const struct joiners *joiners,
			  publish_after *after, size_t trials)
{
	size_t total = joiners->boards + joiners->joined;
	double *guesses = ibp_alloc(trials * sizeof(*guesses));
	double *truths = ibp_alloc(trials * sizeof(*truths));
	struct dice dice = {8 + total};
	size_t places[MANY];
	double gain;

	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;
		double before, now;

		sector_sample(&dice, POOL, places, total);
		attack_key(attack, 2 * t);
		attack_fill(attack, pool, places, joiners->boards, true);
		plan = ibp_sdc_plan_new(&attack->input);
		before = attack_overall(attack, plan, pool_means);
		ibp_sdc_plan_free(plan);
		plan = after(attack, places, joiners);
		assert_false(plan->is_refused);
		now = attack_overall(attack, plan, pool_means);
		ibp_sdc_plan_free(plan);
		guesses[t] = ((double)total * now -
			      (double)joiners->boards * before) /
			     (double)joiners->joined;
		truths[t] = sector_overall(&pool[places[total - 1]]);
	}
	gain = attack_gain(guesses, truths, trials);
	free(guesses);
	free(truths);
	return gain;
}

static struct ibp_sdc_plan *publish_again(struct attack *attack,
					  const size_t *places,
					  const struct joiners *joiners)
{
	struct between between = {"", 0, joiners->joined, 0, 0};

	return publish_twice(attack, &between, places, joiners->boards, true);
}

static void test_same_edition_off(void **state)
{
	static const struct joiners one = {10, 1};
	struct attack *attack = attack_new();

	(void)state;
	attack->input.k = 10;
	attack->rules.atom = 0;
	attack_exact_means(&attack->rules);
	attack_at_least("T6 off: gain, exact means, published again",
			joiner_gain(attack, &one, publish_again,
				    attack_trials(2000, 200)),
			0.95);
	attack_free(attack);
}

/* ---- T8 and T9: two editions ----------------------------------------------
 */

/* The next edition, with another key, knowing the one before. */
static struct ibp_sdc_plan *publish_next(struct attack *attack,
					 const size_t *places,
					 const struct joiners *joiners)
{
	struct ibp_sdc_plan *plan;
	struct ibp_sdc_unit *units;

	attack_fill(attack, pool, places, joiners->boards, true);
	plan = ibp_sdc_plan_new(&attack->input);
	units = attack_keep(plan, 1);
	attack->input.previous = units;
	attack->input.previous_count = plan->unit_count;
	attack->input.edition = "2027";
	attack->key[0] ^= 0x55;
	ibp_sdc_plan_free(plan);
	attack_fill(attack, pool, places, joiners->boards + joiners->joined,
		    true);
	plan = ibp_sdc_plan_new(&attack->input);
	free(units);
	attack->input.previous = NULL;
	attack->input.previous_count = 0;
	attack->input.edition = "2026";
	return plan;
}

static double next_refused(struct attack *attack, const struct joiners *joiners,
			   size_t trials)
{
	struct dice dice = {88};
	size_t places[MANY];
	size_t refused = 0;

	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;

		sector_sample(&dice, POOL, places,
			      joiners->boards + joiners->joined);
		attack_key(attack, t);
		plan = publish_next(attack, places, joiners);
		refused += attack_is_refused(plan, 10);
		ibp_sdc_plan_free(plan);
	}
	return (double)refused / (double)trials;
}

static void test_two_editions(void **state)
{
	static const size_t sizes[] = {10, 30, 99};
	static const struct joiners off = {10, 1};
	struct attack *attack = attack_new();
	char what[80];

	(void)state;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct joiners one = {sizes[i], 1};
		struct joiners five = {sizes[i], 5};

		snprintf(what, sizeof(what),
			 "T8 %zu boards, one joins: refused", sizes[i]);
		attack_at_least(
			what,
			next_refused(attack, &one, attack_trials(2000, 50)), 1);
		snprintf(what, sizeof(what), "T8 %zu boards, five join: gain",
			 sizes[i]);
		attack_at_most(what,
			       joiner_gain(attack, &five, publish_next,
					   attack_trials(2000, 500)),
			       0.14);
	}
	attack->rules.moved = 0;
	attack_at_least("T8 off: 10 boards, one joins, rounding only: gain",
			joiner_gain(attack, &off, publish_next,
				    attack_trials(2000, 500)),
			0.18);
	attack_free(attack);
}

static void test_large_cells(void **state)
{
	static const size_t sizes[] = {100, 300};
	struct attack *attack = attack_new();

	(void)state;
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct joiners one = {sizes[i], 1};
		char what[80];

		snprintf(what, sizeof(what), "T9 %zu boards, one joins: gain",
			 sizes[i]);
		attack_at_most(what,
			       joiner_gain(attack, &one, publish_next,
					   attack_trials(2000, 200)),
			       0.14);
	}
	attack_free(attack);
}

/* ---- T13: asking again and again ------------------------------------------
 */

/* The largest error of a mean, averaged over all answers, in steps. */
static double averaged_error(struct attack *attack, size_t trials,
			     bool is_other_key)
{
	double sums[SECTOR_GROUPS] = {0};
	size_t places[30];
	struct dice dice = {13};
	double worst = 0;

	sector_sample(&dice, POOL, places, LENGTH(places));
	attack_fill(attack, pool, places, LENGTH(places), true);
	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;

		attack_key(attack, is_other_key ? t : 0);
		plan = ibp_sdc_plan_new(&attack->input);
		for (int g = 0; g < SECTOR_GROUPS; g++)
			sums[g] += attack_mean(plan, 0,
					       attack->catalogue.codes[g], 0);
		ibp_sdc_plan_free(plan);
	}
	for (int g = 0; g < SECTOR_GROUPS; g++) {
		double truth = 0;
		double error;

		for (size_t i = 0; i < LENGTH(places); i++)
			truth += pool[places[i]].hundredths[g];
		error = sums[g] / (double)trials -
			truth / (double)LENGTH(places);
		error = (error < 0 ? -error : error) / 10;
		worst = error > worst ? error : worst;
	}
	return worst;
}

static void test_asked_again(void **state)
{
	size_t trials = attack_trials(1000, 100);
	struct attack *attack = attack_new();
	struct ibp_sdc_plan *first = NULL;
	size_t places[30];
	size_t different = 0;
	struct dice dice = {13};

	(void)state;
	sector_sample(&dice, POOL, places, LENGTH(places));
	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;
		size_t size;

		/* The same boards, handed in another order every time. */
		sector_sample(&dice, LENGTH(places), places, LENGTH(places));
		attack_fill(attack, pool, places, LENGTH(places), true);
		plan = ibp_sdc_plan_new(&attack->input);
		first = first ? first : plan;
		size = plan->row_count * sizeof(*plan->rows);
		different += plan->row_count != first->row_count ||
			     memcmp(plan->rows, first->rows, size);
		if (plan != first)
			ibp_sdc_plan_free(plan);
	}
	ibp_sdc_plan_free(first);
	attack_at_most("T13 answers that differ", (double)different, 0);
	attack_at_least("T13 error of the average of all answers, in steps",
			averaged_error(attack, trials, false), 0.5);
	attack_at_most("T13 off: the same with another key every time",
		       averaged_error(attack, trials, true), 0.5);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_edition),
		cmocka_unit_test(test_same_edition_off),
		cmocka_unit_test(test_two_editions),
		cmocka_unit_test(test_large_cells),
		cmocka_unit_test(test_asked_again),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
