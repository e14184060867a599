#include <stdlib.h>

#include "core/sdc_work.h"

/* P11: the other way of publishing would undo the promise of this one. */
static bool is_other_mode(struct ibp_sdc_work *work)
{
	if (!work->in->was_published[IBP_SDC_NOISE])
		return false;
	ibp_sdc_refuse(work, 11)->numbers[0] = 1;
	return true;
}

static void drop_results(struct ibp_sdc_plan *plan)
{
	free(plan->rows);
	free(plan->units);
	plan->rows = NULL;
	plan->units = NULL;
	plan->row_count = 0;
	plan->unit_count = 0;
}

static void fill(struct ibp_sdc_work *work)
{
	bool is_possible = !is_other_mode(work);

	ibp_sdc_was_init(work);
	if (ibp_sdc_grow_tree(work)) {
		ibp_sdc_tally_all(work);
		ibp_sdc_moved_items(work);
		ibp_sdc_withhold(work);
		ibp_sdc_make_units(work);
		ibp_sdc_check_atoms(work);
		if (is_possible && !work->plan->is_refused)
			ibp_sdc_make_rows(work);
	}
	if (work->plan->is_refused)
		drop_results(work->plan);
	ibp_sdc_was_release(work);
}

struct ibp_sdc_plan *ibp_sdc_plan_new(const struct ibp_sdc_input *input)
{
	struct ibp_sdc_plan *plan = ibp_alloc(sizeof(*plan));
	struct ibp_sdc_work work;

	plan->mode = IBP_SDC_RULES;
	ibp_sdc_work_init(&work, input, plan);
	fill(&work);
	ibp_sdc_work_release(&work);
	return plan;
}
