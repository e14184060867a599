/*
 * P10: this edition against the one before.  Scores move from year to year,
 * but a cell that one board joined is the old sum plus that board.
 *
 * Published cells of the old edition can be added up.  Where they add up to
 * exactly the same cell, joiners and leavers are nobody or enough.  Where
 * the borders moved, the cells that lie within and those that touch are both
 * such sums; these tell something when the whole difference is small.
 */
#include <stdlib.h>

#include "core/sdc_work.h"

#define NOWHERE UINT32_MAX

/* A board of the edition before, and where it is now. */
struct ibp_sdc_was {
	const struct ibp_sdc_unit *unit;
	uint32_t now; /* place in work->boards, or NOWHERE */
};

static int by_holder(const void *a, const void *b)
{
	uint64_t one = ((const struct ibp_sdc_was *)a)->unit->holder;
	uint64_t other = ((const struct ibp_sdc_was *)b)->unit->holder;

	return (one > other) - (one < other);
}

void ibp_sdc_was_init(struct ibp_sdc_work *work)
{
	size_t count = work->in->previous_count;
	struct ibp_sdc_was *was = ibp_alloc((count + 1) * sizeof(*was));

	for (size_t i = 0; i < count; i++)
		was[i] = (struct ibp_sdc_was){&work->in->previous[i], NOWHERE};
	qsort(was, count, sizeof(*was), by_holder);
	for (size_t i = 0; i < work->count; i++) {
		struct ibp_sdc_unit unit = {.holder = work->boards[i]->holder};
		struct ibp_sdc_was key = {&unit, NOWHERE};
		struct ibp_sdc_was *found =
			bsearch(&key, was, count, sizeof(*was), by_holder);

		if (found)
			found->now = (uint32_t)i;
	}
	work->was = was;
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

static void add_to(struct sum *sum, bool did_stay)
{
	sum->boards++;
	sum->stayed += did_stay;
}

static struct sums sums_of(const struct ibp_sdc_work *work,
			   struct ibp_sdc_cell cell, int item)
{
	struct sums sums = {{0, 0}, {0, 0}};

	for (size_t i = 0; i < work->in->previous_count; i++) {
		const struct ibp_sdc_was *was = &work->was[i];
		const struct ibp_sdc_contributor *now =
			was->now == NOWHERE ? NULL : work->boards[was->now];
		int depth = item == IBP_SDC_ANY ? 4 : was->unit->depth[item];
		struct ibp_sdc_cell then =
			ibp_sdc_cell_above(was->unit->leaf, depth);
		bool did_stay = now && ibp_sdc_is_in(now, cell) &&
				ibp_sdc_filled(now, item);

		if (!depth || !do_touch(then, cell))
			continue;
		add_to(&sums.touching, did_stay);
		if (is_within(then, cell))
			add_to(&sums.within, did_stay);
	}
	return sums;
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

	*moved = (struct ibp_sdc_moved){joined, left};
	if (!sum->boards ||
	    (boards >= rules->moved_below && sum->boards >= rules->moved_below))
		return false;
	if (is_same_cell)
		return is_few(rules, joined) || is_few(rules, left);
	return joined < rules->moved && left < rules->moved &&
	       joined + left > 0;
}

bool ibp_sdc_is_told(const struct ibp_sdc_work *work, struct ibp_sdc_cell cell,
		     int item, struct ibp_sdc_moved *moved)
{
	struct sums sums;
	long boards = 0;
	bool is_same;

	if (!work->in->previous_count)
		return false;
	sums = sums_of(work, cell, item);
	for (size_t i = 0; i < work->count; i++)
		boards += ibp_sdc_is_in(work->boards[i], cell) &&
			  ibp_sdc_filled(work->boards[i], item);
	is_same = sums.within.boards == sums.touching.boards;
	return is_told_by(work->rules, &sums.within, boards, is_same, moved) ||
	       (!is_same &&
		is_told_by(work->rules, &sums.touching, boards, false, moved));
}
