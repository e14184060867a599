/*
 * P10: this edition against every publication of the one before.  Scores move
 * from year to year, but a cell that one board joined is the old sum plus that
 * board.
 *
 * Published cells of the old edition can be added up.  Where they add up to
 * exactly the same cell, joiners and leavers are nobody or enough.  Where
 * the borders moved, the cells that lie within and those that touch are both
 * such sums; these tell something when the whole difference is small.
 */
#include <stdlib.h>
#include <string.h>

#include "core/sdc_work.h"

#define NOWHERE UINT32_MAX

/* A board in a publication of the edition before, and where it is now. */
struct ibp_sdc_was {
	const struct ibp_sdc_unit *unit;
	uint32_t now; /* place in work->boards, or NOWHERE */
};

struct holder {
	uint64_t holder;
	uint32_t place;
};

static int by_holder(const void *a, const void *b)
{
	uint64_t one = ((const struct holder *)a)->holder;
	uint64_t other = ((const struct holder *)b)->holder;

	return (one > other) - (one < other);
}

static int by_publication(const void *a, const void *b)
{
	uint32_t one = ((const struct ibp_sdc_was *)a)->unit->publication;
	uint32_t other = ((const struct ibp_sdc_was *)b)->unit->publication;

	return (one > other) - (one < other);
}

void ibp_sdc_was_init(struct ibp_sdc_work *work)
{
	size_t count = work->in->previous_count;
	struct ibp_sdc_was *was = ibp_alloc((count + 1) * sizeof(*was));
	struct holder *now = ibp_alloc((work->count + 1) * sizeof(*now));

	for (size_t i = 0; i < work->count; i++)
		now[i] = (struct holder){work->boards[i]->holder, (uint32_t)i};
	qsort(now, work->count, sizeof(*now), by_holder);
	for (size_t i = 0; i < count; i++) {
		const struct ibp_sdc_unit *unit = &work->in->previous[i];
		struct holder key = {unit->holder, NOWHERE};
		const struct holder *found = bsearch(&key, now, work->count,
						     sizeof(*now), by_holder);

		was[i] = (struct ibp_sdc_was){unit,
					      found ? found->place : NOWHERE};
	}
	qsort(was, count, sizeof(*was), by_publication);
	work->was = was;
	free(now);
}

void ibp_sdc_was_release(struct ibp_sdc_work *work)
{
	free(work->was);
	work->was = NULL;
}

static bool is_within(struct ibp_sdc_cell in, struct ibp_sdc_cell out)
{
	return !(in.sectors & ~out.sectors) && !(in.sizes & ~out.sizes) &&
	       !(in.parts & ~out.parts);
}

static bool do_touch(struct ibp_sdc_cell one, struct ibp_sdc_cell other)
{
	return (one.sectors & other.sectors) && (one.sizes & other.sizes) &&
	       (one.parts & other.parts);
}

/* A sum of cells of the edition before. */
struct sum {
	long boards;
	long stayed;
};

struct sums {
	struct sum within;
	struct sum touching;
};

/* How a cell that was published lies to one of now. */
struct relation {
	bool touches;
	bool is_within;
};

static struct relation relate(struct ibp_sdc_cell then, struct ibp_sdc_cell now)
{
	return (struct relation){do_touch(then, now), is_within(then, now)};
}

static void add_board(struct sums *sums, struct relation relation,
		      bool did_stay)
{
	if (!relation.touches)
		return;
	sums->touching.boards++;
	sums->touching.stayed += did_stay;
	if (!relation.is_within)
		return;
	sums->within.boards++;
	sums->within.stayed += did_stay;
}

/* The same board in this edition, where it is in CELL; else NULL. */
static const struct ibp_sdc_contributor *is_now_in(
	const struct ibp_sdc_work *work, const struct ibp_sdc_was *was,
	struct ibp_sdc_cell cell)
{
	const struct ibp_sdc_contributor *now =
		was->now == NOWHERE ? NULL : work->boards[was->now];

	return now && ibp_sdc_is_in(now, cell) ? now : NULL;
}

static bool is_few(const struct ibp_sdc_rules *rules, long boards)
{
	return boards > 0 && boards < rules->moved;
}

static bool is_told_by(const struct ibp_sdc_rules *rules, const struct sum *sum,
		       long boards, bool is_same_cell,
		       struct ibp_sdc_moved *moved)
{
	long joined = boards - sum->stayed;
	long left = sum->boards - sum->stayed;

	moved->joined = joined;
	moved->left = left;
	if (!sum->boards ||
	    (boards >= rules->moved_below && sum->boards >= rules->moved_below))
		return false;
	if (is_same_cell)
		return is_few(rules, joined) || is_few(rules, left);
	return joined < rules->moved && left < rules->moved &&
	       joined + left > 0;
}

/* The end of the publication that starts at START of work->was. */
static size_t end_of(const struct ibp_sdc_work *work, size_t start)
{
	size_t end = start;

	while (end < work->in->previous_count &&
	       work->was[end].unit->publication ==
		       work->was[start].unit->publication)
		end++;
	return end;
}

static struct ibp_sdc_moved judge(const struct ibp_sdc_work *work,
				  const struct sums *sums, long boards)
{
	bool is_same = sums->within.boards == sums->touching.boards;
	struct ibp_sdc_moved moved;

	moved.is_told = is_told_by(work->rules, &sums->within, boards, is_same,
				   &moved) ||
			(!is_same && is_told_by(work->rules, &sums->touching,
						boards, false, &moved));
	return moved;
}

struct ibp_sdc_moved ibp_sdc_moved_in(const struct ibp_sdc_work *work,
				      struct ibp_sdc_cell cell, long boards)
{
	struct ibp_sdc_moved moved = {false, 0, 0};
	size_t end;

	for (size_t i = 0; i < work->in->previous_count && !moved.is_told;
	     i = end) {
		struct sums sums = {{0, 0}, {0, 0}};

		end = end_of(work, i);
		for (; i < end; i++) {
			const struct ibp_sdc_was *was = &work->was[i];

			add_board(&sums, relate(was->unit->leaf, cell),
				  is_now_in(work, was, cell) != NULL);
		}
		moved = judge(work, &sums, boards);
	}
	return moved;
}

static void add_items(const struct ibp_sdc_work *work,
		      const struct ibp_sdc_was *was, struct ibp_sdc_cell cell,
		      struct sums sums[IBP_SDC_ITEMS])
{
	const struct ibp_sdc_contributor *now = is_now_in(work, was, cell);
	struct relation relations[IBP_SDC_DEPTHS + 1] = {{false, false}};

	for (int depth = 1; depth <= IBP_SDC_DEPTHS; depth++)
		relations[depth] = relate(
			ibp_sdc_cell_above(was->unit->leaf, depth), cell);
	for (int item = 0; item < IBP_SDC_ITEMS; item++)
		add_board(&sums[item], relations[was->unit->depth[item]],
			  now && ibp_sdc_filled(now, item));
}

/* One pass over the publication from FIRST to END for all items of NODE. */
static void judge_items(struct ibp_sdc_work *work, size_t node, size_t first,
			size_t end)
{
	struct ibp_sdc_moved *moved = &work->moved[node * IBP_SDC_ITEMS];
	struct sums sums[IBP_SDC_ITEMS];

	memset(sums, 0, sizeof(sums));
	for (size_t i = first; i < end; i++)
		add_items(work, &work->was[i], work->plan->nodes[node].cell,
			  sums);
	for (int item = 0; item < IBP_SDC_ITEMS; item++)
		if (!moved[item].is_told)
			moved[item] = judge(
				work, &sums[item],
				ibp_sdc_tally_of(work, node, item)->boards);
}

void ibp_sdc_moved_items(struct ibp_sdc_work *work)
{
	size_t nodes = work->plan->node_count;
	size_t end;

	work->moved = ibp_alloc(nodes * IBP_SDC_ITEMS * sizeof(*work->moved));
	for (size_t i = 0; i < work->in->previous_count; i = end) {
		end = end_of(work, i);
		for (size_t node = 0; node < nodes; node++)
			judge_items(work, node, i, end);
	}
}
