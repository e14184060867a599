/* What is shown of each group, and the rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "sdc_plan_help.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static const struct ibp_sdc_row *find_row(const struct ibp_sdc_plan *plan,
					  size_t node, const char *group,
					  enum ibp_sdc_measure measure,
					  int category)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct ibp_sdc_row *row = &plan->rows[i];

		if (row->node == node && row->measure == measure &&
		    row->category == category && !strcmp(row->group, group))
			return row;
	}
	return NULL;
}

static void test_means_only(void **state)
{
	struct edition *edition = edition_new(2);
	const struct ibp_sdc_finding *finding = NULL;
	const struct ibp_sdc_row *row;
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 15, IBP_SDC_PO, 0, 0);
	edition->input.k = 10;
	plan = plan_of(edition, -1);
	assert_int_equal(count_findings(plan, 5, &finding), 1);
	assert_int_equal(finding->numbers[0], 15);
	assert_int_equal(plan->row_count, 2 * 7);
	row = find_row(plan, 0, "GO", IBP_SDC_MEAN, -1);
	assert_false(row->is_withheld);
	assert_int_equal(row->value % 20, 0);
	assert_int_equal(row->band, 15);
	row = find_row(plan, 0, "GO", IBP_SDC_LEVEL, 3);
	assert_true(row->is_withheld);
	assert_int_equal(row->value, -1);
	ibp_sdc_plan_free(plan);
	free(edition);
}

static void set_group(struct edition *edition, size_t first, size_t end,
		      int group, long score)
{
	for (size_t i = first; i < end; i++)
		edition->boards[i].scores[group] = (uint16_t)score;
}

/* P6 at the borders: four outside the largest level are enough. */
static void test_one_level(void **state)
{
	static const struct {
		size_t alike;
		bool is_shown;
	} rows[] = {{25, false}, {22, false}, {21, true}};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(2);
		const struct ibp_sdc_row *row;
		struct ibp_sdc_plan *plan;

		edition_add(edition, 25, IBP_SDC_PO, 0, 0);
		set_group(edition, 0, 25, 0, 100);
		set_group(edition, rows[i].alike, 25, 0, 330);
		plan = plan_of(edition, -1);
		assert_int_equal(count_findings(plan, 6, NULL),
				 !rows[i].is_shown);
		row = find_row(plan, 0, "GO", IBP_SDC_LEVEL, 1);
		assert_int_equal(row->is_withheld, !rows[i].is_shown);
		row = find_row(plan, 0, "GO", IBP_SDC_AT_TARGET, -1);
		assert_int_equal(row->is_withheld, !rows[i].is_shown);
		row = find_row(plan, 0, "ID", IBP_SDC_LEVEL, 1);
		assert_false(row->is_withheld);
		row = find_row(plan, 0, "GO", IBP_SDC_MEAN, -1);
		assert_int_equal(row->coded, IBP_SDC_BELOW);
		assert_int_equal(row->value, -1);
		ibp_sdc_plan_free(plan);
		free(edition);
	}
}

/*
 * P7: ten boards, three of which stand out.  Rounded down, the mean tells
 * these three that nobody else is above 2.4; rounded up it tells nothing.
 */
static void test_edge(void **state)
{
	struct edition *edition = edition_new(2);
	size_t withheld = 0;

	(void)state;
	edition_add(edition, 10, IBP_SDC_PO, 0, 0);
	set_group(edition, 0, 10, 0, 100);
	set_group(edition, 0, 3, 0, 320);
	edition->input.k = 10;
	for (int i = 0; i < 20; i++) {
		const struct ibp_sdc_finding *finding = NULL;
		const struct ibp_sdc_row *row;
		struct ibp_sdc_plan *plan;
		char label[16];

		snprintf(label, sizeof(label), "%d", 2026 + i);
		edition->input.edition = label;
		plan = plan_of(edition, -1);
		row = find_row(plan, 0, "GO", IBP_SDC_MEAN, -1);
		if (row->is_withheld) {
			assert_int_equal(count_findings(plan, 7, &finding), 1);
			assert_int_equal(finding->group, 0);
			assert_int_equal(finding->numbers[0], 139);
			assert_int_equal(finding->numbers[1], 150);
			withheld++;
		} else {
			assert_int_equal(row->value, 180);
		}
		row = find_row(plan, 0, "ID", IBP_SDC_MEAN, -1);
		assert_false(row->is_withheld);
		ibp_sdc_plan_free(plan);
	}
	assert_in_range(withheld, 1, 19);
	free(edition);
}

/* What one part may not show, the parts beside it do not show either. */
static void test_withheld_beside(void **state)
{
	struct edition *edition = edition_new(2);
	const struct ibp_sdc_finding *finding = NULL;
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 25, IBP_SDC_SO, 0, 0);
	edition_add(edition, 25, IBP_SDC_PO, 0, 0);
	edition_add(edition, 25, IBP_SDC_PO, IBP_SDC_LARGE, 0);
	edition_add(edition, 25, IBP_SDC_VO, 0, 0);
	for (size_t i = 0; i < 8; i++)
		edition->boards[i].scores[1] = 0;
	plan = plan_of(edition, -1);
	assert_int_equal(plan->node_count, 6);
	assert_int_equal(count_findings(plan, 1, &finding) > 0, 1);
	for (size_t i = 0; i < plan->node_count; i++) {
		static const int expected[] = {0, 1, 3, 3, 3, 3};

		assert_int_equal(plan->nodes[i].mean[0], 0);
		assert_int_equal(plan->nodes[i].mean[1], expected[i]);
		assert_int_equal(plan->nodes[i].levels[1], expected[i]);
		assert_int_equal(
			find_row(plan, i, "ID", IBP_SDC_MEAN, -1)->is_withheld,
			expected[i] != 0);
	}
	/* Shown in the whole only: that is all that is kept of the group. */
	for (size_t i = 0; i < plan->unit_count; i++) {
		assert_in_range(plan->units[i].depth[1], 0, 1);
		assert_in_range(plan->units[i].depth[0], 2, 3);
		assert_int_equal(plan->units[i].depth[IBP_SDC_LANDSCAPE], 0);
	}
	assert_int_equal(count_findings(plan, 3, NULL), 2);
	ibp_sdc_plan_free(plan);
	free(edition);
}

static void test_landscape(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;
	long total = 0;

	(void)state;
	edition_add(edition, 60, IBP_SDC_PO, 0, 0);
	plan = plan_of(edition, -1);
	assert_int_equal(plan->row_count, 7);
	ibp_sdc_plan_free(plan);
	for (size_t i = 0; i < 40; i++)
		for (int f = 0; f < IBP_SDC_FIGURES; f++)
			edition->boards[i].figures[f] =
				(unsigned char)(f == 3 ? 1 : i % 5);
	plan = plan_of(edition, -1);
	assert_int_equal(plan->row_count, 7 + 5 + 5 * 6);
	for (int band = 0; band < 6; band++) {
		const struct ibp_sdc_row *row =
			find_row(plan, 0, "agreement", IBP_SDC_BANDS, band);

		assert_int_equal(row->band, 30);
		total += row->value;
		assert_true(find_row(plan, 0, "sso", IBP_SDC_BANDS, band)
				    ->is_withheld);
	}
	assert_in_range(total, 80, 120);
	assert_null(find_row(plan, 0, "applications", IBP_SDC_BANDS, 5));
	assert_int_equal(
		plan->units[0].depth[IBP_SDC_LANDSCAPE] +
				plan->units[1].depth[IBP_SDC_LANDSCAPE] >
			0,
		1);
	ibp_sdc_plan_free(plan);
	free(edition);
}

/* The same boards in another order: the same bytes. */
static void test_order_of_input(void **state)
{
	struct edition *edition = edition_new(4);
	struct ibp_sdc_plan *one, *other;

	(void)state;
	edition_add(edition, 60, IBP_SDC_PO, 0, 0);
	edition_add(edition, 60, IBP_SDC_VO, 0, 0);
	one = plan_of(edition, -1);
	for (size_t i = 0; i < 60; i++) {
		struct ibp_sdc_contributor moved = edition->boards[i];

		edition->boards[i] = edition->boards[119 - i];
		edition->boards[119 - i] = moved;
	}
	other = plan_of(edition, -1);
	assert_int_equal(one->row_count, other->row_count);
	assert_memory_equal(one->rows, other->rows,
			    one->row_count * sizeof(*one->rows));
	ibp_sdc_plan_free(one);
	ibp_sdc_plan_free(other);
	free(edition);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_means_only),
		cmocka_unit_test(test_one_level),
		cmocka_unit_test(test_edge),
		cmocka_unit_test(test_withheld_beside),
		cmocka_unit_test(test_landscape),
		cmocka_unit_test(test_order_of_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
