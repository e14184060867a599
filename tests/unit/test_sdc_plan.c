/* The tree of cells, and what is refused as a whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "sdc_plan_help.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))
#define TEXT 2000

/* Neighbours in the order so, po, vo; the smaller one, the first of equals. */
static void test_merges(void **state)
{
	static const struct {
		size_t boards[IBP_SDC_SECTORS];
		const char *cells;
	} rows[] = {
		{{25, 30, 30}, "all so po vo"},
		{{5, 30, 30}, "all po+so vo"},
		{{30, 5, 25}, "all so po+vo"},
		{{25, 5, 30}, "all po+so vo"},
		{{25, 5, 25}, "all po+so vo"},
		{{30, 30, 5}, "all so po+vo"},
		{{0, 30, 30}, "all po+so vo"},
		{{10, 12, 30}, "all po+so vo"},
		{{10, 30, 10}, "all"},
		{{10, 30, 19}, "all"},
		{{0, 40, 0}, "all"},
		{{19, 20, 20}, "all po+so vo"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(1);
		struct ibp_sdc_plan *plan;
		char text[TEXT];

		for (int s = 0; s < IBP_SDC_SECTORS; s++)
			edition_add(edition, rows[i].boards[s], s,
				    IBP_SDC_SMALL, IBP_SDC_NORTH);
		plan = ibp_sdc_plan_new(&edition->input);
		assert_false(plan->is_refused);
		assert_string_equal(cells_of(plan, text, sizeof(text)),
				    rows[i].cells);
		ibp_sdc_plan_free(plan);
		free(edition);
	}
}

static void test_merge_is_told(void **state)
{
	struct edition *edition = edition_new(1);
	const struct ibp_sdc_finding *finding = NULL;
	struct ibp_sdc_plan *plan;
	char text[IBP_SDC_CELL_TEXT];

	(void)state;
	edition_add(edition, 12, IBP_SDC_SO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	edition_add(edition, 30, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	edition_add(edition, 30, IBP_SDC_VO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	plan = ibp_sdc_plan_new(&edition->input);
	for (size_t i = plan->finding_count; i-- > 0;)
		if (plan->findings[i].with.sectors)
			finding = &plan->findings[i];
	assert_non_null(finding);
	assert_int_equal(finding->code, 1);
	assert_false(finding->refuses);
	assert_string_equal(ibp_sdc_cell_text(finding->cell, text), "so");
	assert_string_equal(ibp_sdc_cell_text(finding->with, text), "po");
	assert_int_equal(finding->numbers[0], 12);
	assert_int_equal(finding->numbers[1], 20);
	ibp_sdc_plan_free(plan);
	free(edition);
}

/* Sizes and parts below sectors; an axis that fails is passed by. */
static void test_deep_tree(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;
	char text[TEXT];

	(void)state;
	edition_add(edition, 25, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	edition_add(edition, 25, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_SOUTH);
	edition_add(edition, 15, IBP_SDC_PO, IBP_SDC_MEDIUM, IBP_SDC_EAST);
	edition_add(edition, 15, IBP_SDC_PO, IBP_SDC_LARGE, IBP_SDC_EAST);
	edition_add(edition, 20, IBP_SDC_VO, IBP_SDC_LARGE, IBP_SDC_WEST);
	edition_add(edition, 19, IBP_SDC_VO, IBP_SDC_LARGE, IBP_SDC_EAST);
	edition_add(edition, 5, IBP_SDC_VO, IBP_SDC_MEDIUM, IBP_SDC_EAST);
	plan = ibp_sdc_plan_new(&edition->input);
	assert_string_equal(
		cells_of(plan, text, sizeof(text)),
		"all po+so po+so.S po+so.S.north+east+west po+so.S.south "
		"po+so.M+L vo vo.all.north+east vo.all.west+south");
	assert_int_equal(plan->unit_count, edition->input.count);
	for (size_t i = 1; i < plan->node_count; i++)
		assert_true(plan->nodes[i].parent < i);
	ibp_sdc_plan_free(plan);
	free(edition);
}

static void test_too_few(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 19, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	plan = plan_of(edition, 0);
	assert_int_equal(plan->findings[0].numbers[0], 19);
	assert_int_equal(plan->findings[0].numbers[1], 20);
	ibp_sdc_plan_free(plan);
	edition_add(edition, 1, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	ibp_sdc_plan_free(plan_of(edition, -1));
	/* Nobody gets under the floor, and everybody may ask for more. */
	edition->input.k = 21;
	ibp_sdc_plan_free(plan_of(edition, 0));
	edition->input.k = 1;
	edition->input.count = 9;
	ibp_sdc_plan_free(plan_of(edition, 0));
	edition->input.count = 10;
	ibp_sdc_plan_free(plan_of(edition, -1));
	edition->input.count = 0;
	ibp_sdc_plan_free(plan_of(edition, 0));
	free(edition);
}

static void test_one_owner_counts_once(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 28, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	for (int i = 0; i < 9; i++)
		edition->boards[3 * i].holding = 4;
	plan = plan_of(edition, -1);
	assert_int_equal(plan->nodes[0].boards, 28);
	assert_int_equal(plan->nodes[0].contributors, 20);
	ibp_sdc_plan_free(plan);
	edition->boards[1].holding = 4;
	ibp_sdc_plan_free(plan_of(edition, 0));
	edition->rules.counts_holding = false;
	ibp_sdc_plan_free(plan_of(edition, -1));
	free(edition);
}

static void test_population(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;
	const struct ibp_sdc_finding *finding = NULL;
	char text[TEXT];

	(void)state;
	edition_add(edition, 25, IBP_SDC_SO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	edition_add(edition, 25, IBP_SDC_PO, IBP_SDC_SMALL, IBP_SDC_NORTH);
	memset(edition->population.boards, 0,
	       sizeof(edition->population.boards));
	edition->population.boards[IBP_SDC_SO][0][0] = 19;
	ibp_sdc_plan_free(plan_of(edition, 2));
	edition->population.boards[IBP_SDC_PO][0][0] = 900;
	plan = plan_of(edition, -1);
	assert_string_equal(cells_of(plan, text, sizeof(text)), "all");
	assert_true(count_findings(plan, 2, &finding) > 0);
	ibp_sdc_plan_free(plan);
	edition->population.boards[IBP_SDC_SO][0][0] = 20;
	edition->population.boards[IBP_SDC_VO][0][0] = 20;
	plan = plan_of(edition, -1);
	assert_string_equal(cells_of(plan, text, sizeof(text)), "all so po+vo");
	ibp_sdc_plan_free(plan);
	free(edition);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_merges),
		cmocka_unit_test(test_merge_is_told),
		cmocka_unit_test(test_deep_tree),
		cmocka_unit_test(test_too_few),
		cmocka_unit_test(test_one_owner_counts_once),
		cmocka_unit_test(test_population),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
