/* What to look for in a plan. */
#ifndef IBP_TESTS_SDC_PLAN_HELP_H
#define IBP_TESTS_SDC_PLAN_HELP_H

#include <stdio.h>

#include "sdc_help.h"

/* The number of findings with CODE, and the last of them. */
static size_t count_findings(const struct ibp_sdc_plan *plan, int code,
			     const struct ibp_sdc_finding **last)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->finding_count; i++)
		if (plan->findings[i].code == code) {
			count++;
			if (last)
				*last = &plan->findings[i];
		}
	return count;
}

/* The plan, refused by a rule with this code, or not refused: -1. */
static struct ibp_sdc_plan *plan_of(const struct edition *edition,
				    int refused_by)
{
	struct ibp_sdc_plan *plan = ibp_sdc_plan_new(&edition->input);
	const struct ibp_sdc_finding *finding = NULL;

	assert_int_equal(plan->is_refused, refused_by >= 0);
	if (refused_by < 0)
		return plan;
	assert_true(count_findings(plan, refused_by, &finding) > 0);
	assert_true(finding->refuses);
	assert_int_equal(plan->row_count, 0);
	assert_int_equal(plan->unit_count, 0);
	return plan;
}

/* The cells of a plan as "all po+so vo". */
static inline const char *cells_of(const struct ibp_sdc_plan *plan, char *text,
				   size_t size)
{
	*text = '\0';
	for (size_t i = 0; i < plan->node_count; i++) {
		char cell[IBP_SDC_CELL_TEXT];
		size_t length = strlen(text);

		snprintf(text + length, size - length, "%s%s", i ? " " : "",
			 ibp_sdc_cell_text(plan->nodes[i].cell, cell));
	}
	return text;
}

#endif
