#include "core/sdc_work.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int by_token(const void *a, const void *b)
{
	uint64_t one = (*(const struct ibp_sdc_contributor *const *)a)->token;
	uint64_t other = (*(const struct ibp_sdc_contributor *const *)b)->token;

	return (one > other) - (one < other);
}

static int by_number(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a;
	uint32_t other = *(const uint32_t *)b;

	return (one > other) - (one < other);
}

/* Holdings get the first numbers, boards on their own the rest. */
static void number_owners(struct ibp_sdc_work *work)
{
	uint32_t *holdings = ibp_alloc((work->count + 1) * sizeof(*holdings));
	size_t count = 0;
	size_t kept = 0;

	if (work->rules->counts_holding)
		for (size_t i = 0; i < work->count; i++)
			if (work->boards[i]->holding)
				holdings[count++] = work->boards[i]->holding;
	qsort(holdings, count, sizeof(*holdings), by_number);
	for (size_t i = 0; i < count; i++)
		if (!kept || holdings[kept - 1] != holdings[i])
			holdings[kept++] = holdings[i];
	for (size_t i = 0; i < work->count; i++) {
		const uint32_t *found =
			bsearch(&work->boards[i]->holding, holdings, kept,
				sizeof(*holdings), by_number);

		work->owners[i] =
			(uint32_t)(found ? (size_t)(found - holdings) :
					   kept + i);
	}
	free(holdings);
}

void ibp_sdc_work_init(struct ibp_sdc_work *work,
		       const struct ibp_sdc_input *in,
		       struct ibp_sdc_plan *plan)
{
	size_t count = in->count;

	assert(in->catalogue->count <= IBP_SDC_GROUPS_MAX);
	assert(in->rules->insiders <= IBP_SDC_INSIDERS_MAX);
	memset(work, 0, sizeof(*work));
	work->in = in;
	work->rules = in->rules;
	work->plan = plan;
	work->count = count;
	work->boards = ibp_alloc((count + 1) * sizeof(const void *));
	work->owners = ibp_alloc((count + 1) * sizeof(*work->owners));
	work->leaves = ibp_alloc((count + 1) * sizeof(*work->leaves));
	work->seen = ibp_alloc((2 * count + 1) * sizeof(*work->seen));
	for (size_t i = 0; i < count; i++)
		work->boards[i] = &in->contributors[i];
	qsort(work->boards, count, sizeof(const void *), by_token);
	number_owners(work);
	plan->k = in->k ? in->k : in->rules->k;
	if (plan->k < in->rules->k_floor)
		plan->k = in->rules->k_floor;
}

void ibp_sdc_work_release(struct ibp_sdc_work *work)
{
	free(work->boards);
	free(work->owners);
	free(work->leaves);
	free(work->seen);
	free(work->tallies);
	free(work->bands);
	free(work->moved);
}

bool ibp_sdc_filled(const struct ibp_sdc_contributor *board, int item)
{
	if (item == IBP_SDC_ANY)
		return true;
	if (item == IBP_SDC_LANDSCAPE)
		return board->figures[0] != IBP_SDC_NO_BAND;
	return board->scores[item] != 0;
}

bool ibp_sdc_is_in(const struct ibp_sdc_contributor *board,
		   struct ibp_sdc_cell cell)
{
	return ibp_sdc_cell_has(cell, board->sector, board->size, board->part);
}

struct ibp_sdc_counted ibp_sdc_count(struct ibp_sdc_work *work,
				     struct ibp_sdc_cell cell, int item)
{
	struct ibp_sdc_counted counted = {0, 0};

	work->seen_mark++;
	for (size_t i = 0; i < work->count; i++) {
		if (!ibp_sdc_is_in(work->boards[i], cell) ||
		    !ibp_sdc_filled(work->boards[i], item))
			continue;
		counted.boards++;
		if (work->seen[work->owners[i]] == work->seen_mark)
			continue;
		work->seen[work->owners[i]] = work->seen_mark;
		counted.owners++;
	}
	return counted;
}

struct ibp_sdc_finding *ibp_sdc_add_finding(struct ibp_sdc_work *work, int code,
					    struct ibp_sdc_cell cell)
{
	struct ibp_sdc_plan *plan = work->plan;
	struct ibp_sdc_finding *finding;

	plan->findings =
		ibp_grow(plan->findings, &work->finding_capacity,
			 plan->finding_count + 1, sizeof(*plan->findings));
	finding = &plan->findings[plan->finding_count++];
	*finding = (struct ibp_sdc_finding){
		.code = code, .cell = cell, .group = -1, .figure = -1};
	return finding;
}

struct ibp_sdc_finding *ibp_sdc_refuse(struct ibp_sdc_work *work, int code)
{
	struct ibp_sdc_finding *finding =
		ibp_sdc_add_finding(work, code, ibp_sdc_cell_all);

	finding->refuses = true;
	work->plan->is_refused = true;
	return finding;
}

size_t ibp_sdc_add_node(struct ibp_sdc_work *work, struct ibp_sdc_cell cell,
			size_t parent, int depth)
{
	struct ibp_sdc_plan *plan = work->plan;
	struct ibp_sdc_counted counted = ibp_sdc_count(work, cell, IBP_SDC_ANY);

	plan->nodes = ibp_grow(plan->nodes, &work->node_capacity,
			       plan->node_count + 1, sizeof(*plan->nodes));
	plan->nodes[plan->node_count] = (struct ibp_sdc_node){
		.cell = cell,
		.parent = parent,
		.depth = depth,
		.boards = counted.boards,
		.contributors = counted.owners,
		.population = ibp_sdc_population_in(work->in->population, cell),
	};
	return plan->node_count++;
}

struct ibp_sdc_row *ibp_sdc_add_row(struct ibp_sdc_work *work, size_t node)
{
	struct ibp_sdc_plan *plan = work->plan;
	struct ibp_sdc_row *row;

	plan->rows = ibp_grow(plan->rows, &work->row_capacity,
			      plan->row_count + 1, sizeof(*plan->rows));
	row = &plan->rows[plan->row_count++];
	/* Also between the members: equal rows are equal bytes. */
	memset(row, 0, sizeof(*row));
	row->node = node;
	row->category = -1;
	row->value = -1;
	return row;
}

struct ibp_sdc_cell ibp_sdc_cell_above(struct ibp_sdc_cell cell, int depth)
{
	struct ibp_sdc_cell above = ibp_sdc_cell_all;

	if (depth > 1)
		above.sectors = cell.sectors;
	if (depth > 2)
		above.sizes = cell.sizes;
	if (depth > 3)
		above.parts = cell.parts;
	return above;
}

void ibp_sdc_plan_free(struct ibp_sdc_plan *plan)
{
	if (!plan)
		return;
	free(plan->nodes);
	free(plan->findings);
	free(plan->rows);
	free(plan->units);
	ibp_arena_release(&plan->arena);
	free(plan);
}
