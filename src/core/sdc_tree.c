/*
 * The finest tree of cells in which every part passes: sector, then size,
 * then part of the country.  A cell is split into all its parts or not at
 * all, after the smallest part that fails was merged with its smaller
 * neighbour, so that no published sum has a single hidden part.
 */
#include <string.h>

#include "core/sdc_work.h"

#define PARTS_MAX 4

struct part {
	struct ibp_sdc_cell cell;
	long boards;
};

struct parts {
	struct part items[PARTS_MAX];
	size_t count;
};

static unsigned char *bits_of(struct ibp_sdc_cell *cell, int depth)
{
	unsigned char *bits[] = {&cell->sectors, &cell->sizes, &cell->parts};

	return bits[depth - 2];
}

static long count_boards(struct ibp_sdc_work *work, struct ibp_sdc_cell cell)
{
	return ibp_sdc_count(work, cell, IBP_SDC_ANY).boards;
}

/* CELL by the values of one axis, in their order. */
static struct parts parts_of(struct ibp_sdc_work *work,
			     struct ibp_sdc_cell cell, int depth)
{
	struct parts parts = {.count = 0};
	unsigned bits = *bits_of(&cell, depth);

	for (unsigned bit = 1; bit <= bits; bit <<= 1) {
		struct part *part = &parts.items[parts.count];

		if (!(bits & bit))
			continue;
		part->cell = cell;
		*bits_of(&part->cell, depth) = (unsigned char)bit;
		part->boards = count_boards(work, part->cell);
		parts.count++;
	}
	return parts;
}

/* The first rule that CELL breaks, with its numbers; 0: none. */
static int broken_rule(struct ibp_sdc_work *work, struct ibp_sdc_cell cell,
		       long numbers[IBP_SDC_NUMBERS])
{
	struct ibp_sdc_counted counted = ibp_sdc_count(work, cell, IBP_SDC_ANY);
	long exist = ibp_sdc_population_in(work->in->population, cell);
	struct ibp_sdc_moved moved;

	if (counted.owners < work->plan->k) {
		numbers[0] = counted.owners;
		numbers[1] = work->plan->k;
		return 1;
	}
	if (exist < work->rules->population) {
		numbers[0] = exist;
		numbers[1] = work->rules->population;
		return 2;
	}
	moved = ibp_sdc_moved_in(work, cell, counted.boards);
	if (moved.is_told) {
		numbers[0] = moved.joined;
		numbers[1] = moved.left;
		numbers[2] = work->rules->moved;
		return 10;
	}
	return 0;
}

struct broken {
	size_t index;
	int code;
	long numbers[IBP_SDC_NUMBERS];
};

/* The smallest part that fails, the first of equals. */
static bool find_broken(struct ibp_sdc_work *work, const struct parts *parts,
			struct broken *broken)
{
	broken->code = 0;
	for (size_t i = 0; i < parts->count; i++) {
		struct broken one = {.index = i};

		one.code = broken_rule(work, parts->items[i].cell, one.numbers);
		if (one.code && (!broken->code ||
				 parts->items[i].boards <
					 parts->items[broken->index].boards))
			*broken = one;
	}
	return broken->code != 0;
}

/* The smaller of the two beside it, the first of equals. */
static size_t neighbour(const struct parts *parts, size_t index)
{
	if (index == 0)
		return 1;
	if (index + 1 == parts->count)
		return index - 1;
	return parts->items[index + 1].boards < parts->items[index - 1].boards ?
		       index + 1 :
		       index - 1;
}

static void merge(struct parts *parts, size_t one, size_t other, int depth)
{
	size_t first = one < other ? one : other;
	struct part *into = &parts->items[first];
	struct part *from = into + 1;

	*bits_of(&into->cell, depth) |= *bits_of(&from->cell, depth);
	into->boards += from->boards;
	parts->count--;
	memmove(from, from + 1, (parts->count - first - 1) * sizeof(*from));
}

/* Until all pass, or one is left: then none of them is shown apart. */
static void merge_until_whole(struct ibp_sdc_work *work, struct parts *parts,
			      int depth)
{
	size_t before = work->plan->finding_count;
	struct broken broken;

	while (parts->count > 1 && find_broken(work, parts, &broken)) {
		size_t beside = neighbour(parts, broken.index);
		struct ibp_sdc_finding *finding = ibp_sdc_add_finding(
			work, broken.code, parts->items[broken.index].cell);

		finding->with = parts->items[beside].cell;
		memcpy(finding->numbers, broken.numbers,
		       sizeof(broken.numbers));
		merge(parts, broken.index, beside, depth);
	}
	if (parts->count > 1)
		return;
	for (size_t i = before; i < work->plan->finding_count; i++)
		memset(&work->plan->findings[i].with, 0,
		       sizeof(struct ibp_sdc_cell));
}

static void set_leaves(struct ibp_sdc_work *work, size_t node)
{
	struct ibp_sdc_cell cell = work->plan->nodes[node].cell;

	for (size_t i = 0; i < work->count; i++)
		if (ibp_sdc_is_in(work->boards[i], cell))
			work->leaves[i] = (uint32_t)node;
}

/* Splits NODE from DEPTH on; a whole axis may be passed by. */
static void split(struct ibp_sdc_work *work, size_t node, int depth)
{
	struct parts parts;

	if (depth > IBP_SDC_DEPTHS) {
		set_leaves(work, node);
		return;
	}
	parts = parts_of(work, work->plan->nodes[node].cell, depth);
	merge_until_whole(work, &parts, depth);
	if (parts.count < 2) {
		split(work, node, depth + 1);
		return;
	}
	for (size_t i = 0; i < parts.count; i++)
		split(work,
		      ibp_sdc_add_node(work, parts.items[i].cell, node, depth),
		      depth + 1);
}

bool ibp_sdc_grow_tree(struct ibp_sdc_work *work)
{
	size_t root = ibp_sdc_add_node(work, ibp_sdc_cell_all, 0, 1);
	long numbers[IBP_SDC_NUMBERS] = {0};
	int code = broken_rule(work, ibp_sdc_cell_all, numbers);

	if (code) {
		struct ibp_sdc_finding *finding =
			ibp_sdc_refuse(work, code == 1 ? 0 : code);

		memcpy(finding->numbers, numbers, sizeof(numbers));
		return false;
	}
	split(work, root, 2);
	return true;
}
