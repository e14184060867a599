/*
 * Everything that was published at once: as a linear system over the boards
 * (T10), and as a search through all scores that agree with it (T11).
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
#define BOARDS_MAX 901
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

/* ---- T10: a linear system -------------------------------------------------
 */

/* Modulo a prime nothing is lost that whole numbers could give. */
#define PRIME INT64_C(2147483647)
#define ROWS_MAX 128

/* A row for each published sum, a column for each submission. */
struct linear {
	int64_t cells[ROWS_MAX][2 * BOARDS_MAX];
	uint64_t tokens[2 * BOARDS_MAX];
	size_t rows;
	size_t columns;
};

static size_t column_of(struct linear *linear, uint64_t token)
{
	size_t at = 0;

	while (at < linear->columns && linear->tokens[at] != token)
		at++;
	if (at == linear->columns)
		linear->tokens[linear->columns++] = token;
	return at;
}

/* The sums of GROUP that PLAN publishes. */
static void add_rows(struct linear *linear, const struct attack *attack,
		     const struct ibp_sdc_plan *plan, int group)
{
	for (size_t n = 0; n < plan->node_count; n++) {
		const struct ibp_sdc_node *node = &plan->nodes[n];

		if (node->mean[group] && node->levels[group])
			continue;
		for (size_t i = 0; i < attack->input.count; i++) {
			const struct ibp_sdc_contributor *board =
				&attack->boards[i];

			if (ibp_sdc_cell_has(node->cell, board->sector,
					     board->size, board->part) &&
			    board->scores[group])
				linear->cells[linear->rows]
					     [column_of(linear, board->token)] =
					1;
		}
		linear->rows++;
	}
}

static int64_t power(int64_t base, int64_t exponent)
{
	int64_t result = 1;

	for (; exponent; exponent >>= 1) {
		if (exponent & 1)
			result = result * base % PRIME;
		base = base * base % PRIME;
	}
	return result;
}

/* TO plus TIMES the row FROM. */
static void add_times(struct linear *linear, int64_t *to, const int64_t *from,
		      int64_t times)
{
	for (size_t c = 0; c < linear->columns; c++)
		to[c] = (to[c] + times * from[c]) % PRIME;
}

/* To reduced echelon form; returns the rank. */
static size_t reduce(struct linear *linear)
{
	size_t rank = 0;

	for (size_t c = 0; c < linear->columns && rank < linear->rows; c++) {
		size_t r = rank;
		int64_t *pivot = linear->cells[rank];

		while (r < linear->rows && !linear->cells[r][c])
			r++;
		if (r == linear->rows)
			continue;
		for (size_t k = 0; k < linear->columns; k++) {
			int64_t moved = pivot[k];

			pivot[k] = linear->cells[r][k];
			linear->cells[r][k] = moved;
		}
		add_times(linear, pivot, pivot, power(pivot[c], PRIME - 2) - 1);
		for (r = 0; r < linear->rows; r++)
			if (r != rank && linear->cells[r][c])
				add_times(linear, linear->cells[r], pivot,
					  PRIME - linear->cells[r][c]);
		rank++;
	}
	return rank;
}

static size_t count_boards(const struct linear *linear, const int64_t *one,
			   const int64_t *other, int64_t times)
{
	size_t count = 0;

	for (size_t c = 0; c < linear->columns; c++)
		count += (one[c] + times * other[c]) % PRIME != 0;
	return count;
}

/*
 * The fewest boards in a row of the echelon form, which has every unit vector
 * that can be reached, or in a sum or difference of two of its rows.
 */
static size_t fewest_boards(struct linear *linear)
{
	static const int64_t times[] = {0, 1, PRIME - 1};
	size_t rank = reduce(linear);
	size_t fewest = linear->columns;

	for (size_t i = 0; i < rank; i++)
		for (size_t j = 0; j < rank; j++)
			for (size_t t = 0; t < LENGTH(times); t++) {
				size_t count = count_boards(
					linear, linear->cells[i],
					linear->cells[j], times[t]);

				if ((i != j || !times[t]) && count < fewest)
					fewest = count;
			}
	return fewest;
}

/* Every third board has nothing to say about one group. */
#define PARTLY_FILLED 5

static void fill_edition(struct attack *attack, const size_t *places,
			 size_t boards)
{
	attack_fill(attack, pool, places, boards, false);
	for (size_t i = 0; i < boards; i++)
		if (places[i] % 3 == 0)
			attack->boards[i].scores[PARTLY_FILLED] = 0;
}

static size_t isolated_once(struct attack *attack, struct linear *linear,
			    const size_t *places, size_t boards, int group)
{
	struct ibp_sdc_plan *plan;

	fill_edition(attack, places, boards);
	plan = ibp_sdc_plan_new(&attack->input);
	assert_false(plan->is_refused);
	memset(linear, 0, sizeof(*linear));
	add_rows(linear, attack, plan, group);
	ibp_sdc_plan_free(plan);
	return fewest_boards(linear);
}

/* Published, and published again with one more; allowed without the rule. */
static size_t isolated_twice(struct attack *attack, struct linear *linear,
			     const size_t *places, size_t boards)
{
	memset(linear, 0, sizeof(*linear));
	for (size_t more = 0; more < 2; more++) {
		struct ibp_sdc_plan *plan;

		fill_edition(attack, places, boards + more);
		plan = ibp_sdc_plan_new(&attack->input);
		assert_false(plan->is_refused);
		add_rows(linear, attack, plan, 0);
		ibp_sdc_plan_free(plan);
	}
	return fewest_boards(linear);
}

static void test_linear(void **state)
{
	size_t trials = attack_trials(200, 30);
	struct linear *linear = ibp_alloc(sizeof(*linear));
	struct attack *attack = attack_new();
	struct dice dice = {10};
	size_t places[BOARDS_MAX];
	size_t fewest = SIZE_MAX;
	size_t again = SIZE_MAX;

	(void)state;
	for (size_t t = 0; t < trials; t++) {
		static const int groups[] = {0, PARTLY_FILLED};
		size_t boards = 30 + dice_below(&dice, 870);

		sector_sample(&dice, POOL, places, boards + 1);
		attack->input.k = t % 2 ? 10 : 20;
		for (size_t g = 0; g < LENGTH(groups); g++) {
			size_t found = isolated_once(attack, linear, places,
						     boards, groups[g]);

			fewest = found < fewest ? found : fewest;
		}
		if (t < 5) {
			size_t found =
				isolated_twice(attack, linear, places, boards);

			again = found < again ? found : again;
		}
	}
	attack_at_least("T10 fewest boards that a sum of sums isolates",
			(double)fewest, 10);
	attack_at_most("T10 off: the same when published again", (double)again,
		       1);
	attack_free(attack);
	free(linear);
}

/* ---- T11: all scores that agree with the table ----------------------------
 */

#define CELL_MAX 20
#define SUM_MAX (500 * CELL_MAX)
#define INSIDERS 3

/* Whether a sum over the cell can have been published as MEAN. */
static bool agrees(const struct ibp_sdc_row *mean, long sum, long boards)
{
	long step = ibp_sdc_step(&ibp_sdc_rules_default, boards);
	long whole = boards * step;
	long below = step * (sum / whole);
	long above = below + (sum % whole ? step : 0);

	if (mean->coded == IBP_SDC_BELOW)
		return below <= 150;
	if (mean->coded == IBP_SDC_ABOVE)
		return above >= 450;
	return mean->value == below || mean->value == above;
}

/* How many sums up to each one agree with MEAN over BOARDS boards. */
static void count_agreeing(const struct ibp_sdc_row *mean, long boards,
			   long counts[SUM_MAX + 1])
{
	counts[0] = 0;
	for (long sum = 1; sum <= SUM_MAX; sum++)
		counts[sum] = counts[sum - 1] + (sum <= 500 * boards &&
						 agrees(mean, sum, boards));
}

/* How far apart the scores are that another board can have. */
static long range_left(const long counts[SUM_MAX + 1], long known, long boards)
{
	long others = boards - INSIDERS - 1;
	long low = 501, high = 99;

	for (long score = 100; score <= 500; score++) {
		long least = known + score + 100 * others;
		long most = known + score + 500 * others;

		most = most > SUM_MAX ? SUM_MAX : most;
		if (counts[most] == counts[least - 1])
			continue;
		low = score < low ? score : low;
		high = score > high ? score : high;
	}
	return high - low;
}

/* The sums that some three of the boards know. */
static void add_coalitions(const struct attack *attack, int group, bool *known)
{
	const struct ibp_sdc_contributor *boards = attack->boards;

	size_t count = attack->input.count;

	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			for (size_t c = b + 1; c < count; c++)
				known[boards[a].scores[group] +
				      boards[b].scores[group] +
				      boards[c].scores[group]] = true;
}

/* Whether some three of the boards can pin another to under 1.50. */
static bool is_pinned(const struct attack *attack,
		      const struct ibp_sdc_plan *plan, int group)
{
	const struct ibp_sdc_row *mean = attack_row(
		plan, 0, attack->catalogue.codes[group], IBP_SDC_MEAN, -1);
	bool known[3 * 500 + 1] = {false};
	long boards = (long)attack->input.count;
	long counts[SUM_MAX + 1];

	if (mean->is_withheld)
		return false;
	count_agreeing(mean, boards, counts);
	add_coalitions(attack, group, known);
	for (size_t sum = 0; sum < LENGTH(known); sum++)
		if (known[sum] && range_left(counts, (long)sum, boards) < 150)
			return true;
	return false;
}

/* BOARDS boards; in every other cell they lie at an end, but for some. */
static void fill_cell(struct attack *attack, struct dice *dice, size_t boards,
		      size_t trial)
{
	size_t places[CELL_MAX];
	bool is_low = trial % 4 == 1;

	sector_sample(dice, POOL, places, boards);
	attack_fill(attack, pool, places, boards, true);
	for (size_t i = 0; i < boards && trial % 2; i++) {
		size_t away = i < INSIDERS ? 100 + dice_below(dice, 300) :
					     dice_below(dice, 2) * 13;

		attack->boards[i].scores[0] =
			(uint16_t)(is_low ? 100 + away : 500 - away);
	}
}

struct search {
	size_t pinned;
	size_t withheld;
};

static struct search search_cells(struct attack *attack, size_t boards,
				  size_t trials)
{
	struct search search = {0, 0};
	struct dice dice = {11};

	for (size_t t = 0; t < trials; t++) {
		struct ibp_sdc_plan *plan;

		attack_key(attack, t);
		fill_cell(attack, &dice, boards, t);
		plan = ibp_sdc_plan_new(&attack->input);
		assert_false(plan->is_refused);
		search.withheld += plan->nodes[0].mean[0] != 0;
		search.pinned += is_pinned(attack, plan, 0);
		ibp_sdc_plan_free(plan);
	}
	return search;
}

static void test_search(void **state)
{
	static const size_t sizes[] = {10, 15, 20};
	size_t trials = attack_trials(500, 100);
	struct attack *attack = attack_new();

	(void)state;
	attack->input.k = 10;
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct search search = search_cells(attack, sizes[i], trials);
		char what[80];

		snprintf(what, sizeof(what),
			 "T11 %zu boards: cells where three pin another",
			 sizes[i]);
		attack_at_most(what, (double)search.pinned, 0);
		if (sizes[i] == 10)
			attack_at_least("    cells where P7 withheld the mean",
					(double)search.withheld, 1);
	}
	attack->rules.interval = 0;
	attack_at_least("T11 off: 10 boards, others at level 1 or 5",
			(double)search_cells(attack, 10, trials).pinned, 1);
	attack_free(attack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_linear),
		cmocka_unit_test(test_search),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
