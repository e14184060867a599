/*
 * One published table: was this board, all of whose scores are known, in it
 * (T17).
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
		cmocka_unit_test(test_membership),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
