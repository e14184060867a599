/* What earlier publications and the edition before leave possible. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "sdc_plan_help.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))
#define TEXT 2000

/* What a publication keeps, numbered. */
static size_t keep_units(const struct ibp_sdc_plan *plan, uint32_t number,
			 struct ibp_sdc_unit *units)
{
	for (size_t i = 0; i < plan->unit_count; i++) {
		units[i] = plan->units[i];
		units[i].publication = number;
	}
	return plan->unit_count;
}

struct again {
	size_t added;
	size_t corrected;
	size_t withdrawn;
	size_t leaves_sector; /* a new sector with a table of its own */
	long smallest;        /* -1: allowed */
};

/* Atoms over two publications, as in the examples of the design. */
static void test_atoms(void **state)
{
	static const struct again rows[] = {
		{0, 0, 0, 0, -1}, {1, 0, 0, 0, 1},    {5, 0, 0, 0, 5},
		{9, 0, 0, 0, 9},  {10, 0, 0, 0, -1},  {0, 1, 0, 0, 1},
		{0, 0, 1, 0, 1},  {0, 10, 0, 0, -1},  {0, 0, 10, 0, -1},
		{12, 0, 1, 0, 1}, {20, 10, 0, 0, -1}, {0, 0, 0, 20, -1},
		{1, 0, 0, 20, 1},
	};
	struct ibp_sdc_unit *units = ibp_alloc(HELP_BOARDS * sizeof(*units));

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(2);
		const struct ibp_sdc_finding *finding = NULL;
		struct ibp_sdc_plan *plan;

		edition_add(edition, 40, IBP_SDC_PO, 0, 0);
		plan = plan_of(edition, -1);
		edition->input.published = units;
		edition->input.published_count = keep_units(plan, 3, units);
		edition->input.was_published[IBP_SDC_RULES] = true;
		ibp_sdc_plan_free(plan);
		edition_add(edition, rows[i].added, IBP_SDC_PO, 0, 0);
		edition_add(edition, rows[i].leaves_sector, IBP_SDC_VO, 0, 0);
		for (size_t n = 0; n < rows[i].corrected; n++)
			edition->boards[n].version = 2;
		edition->input.contributors += rows[i].withdrawn;
		edition->input.count -= rows[i].withdrawn;
		plan = plan_of(edition, rows[i].smallest < 0 ? -1 : 9);
		if (rows[i].smallest >= 0) {
			count_findings(plan, 9, &finding);
			assert_int_equal(finding->numbers[0], 3);
			assert_int_equal(finding->numbers[1], rows[i].smallest);
			assert_int_equal(finding->numbers[2], 10);
		}
		ibp_sdc_plan_free(plan);
		free(edition);
	}
	free(units);
}

/* Ten late boards of one owner are one; a late answer in one group is one. */
static void test_atoms_of_owners_and_groups(void **state)
{
	struct edition *edition = edition_new(2);
	struct ibp_sdc_unit *units = ibp_alloc(HELP_BOARDS * sizeof(*units));
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 40, IBP_SDC_PO, 0, 0);
	for (int i = 0; i < 5; i++)
		edition->boards[i].scores[1] = 0;
	plan = plan_of(edition, -1);
	edition->input.published = units;
	edition->input.published_count = keep_units(plan, 1, units);
	ibp_sdc_plan_free(plan);
	edition->boards[0].scores[1] = 200;
	ibp_sdc_plan_free(plan_of(edition, 9));
	edition->boards[0].scores[1] = 0;
	ibp_sdc_plan_free(plan_of(edition, -1));
	edition_add(edition, 10, IBP_SDC_PO, 0, 0);
	ibp_sdc_plan_free(plan_of(edition, -1));
	for (int i = 40; i < 50; i++)
		edition->boards[i].holding = 9;
	ibp_sdc_plan_free(plan_of(edition, 9));
	free(units);
	free(edition);
}

static void test_other_mode(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 40, IBP_SDC_PO, 0, 0);
	edition->input.was_published[IBP_SDC_NOISE] = true;
	plan = plan_of(edition, 11);
	assert_int_equal(plan->node_count, 1);
	ibp_sdc_plan_free(plan);
	free(edition);
}

/* Two editions of one cell: STAYED boards, and who came and went. */
static struct ibp_sdc_plan *next_edition(struct edition *edition, size_t stayed,
					 size_t joined, size_t left,
					 struct ibp_sdc_unit *units)
{
	struct ibp_sdc_plan *plan;

	edition_add(edition, stayed + left, IBP_SDC_PO, 0, 0);
	plan = ibp_sdc_plan_new(&edition->input);
	edition->input.previous = units;
	edition->input.previous_count = keep_units(plan, 1, units);
	ibp_sdc_plan_free(plan);
	edition->input.edition = "2027";
	edition_add(edition, joined, IBP_SDC_PO, 0, 0);
	edition->input.contributors += left;
	edition->input.count -= left;
	return ibp_sdc_plan_new(&edition->input);
}

static void test_editions(void **state)
{
	static const struct {
		size_t stayed;
		size_t joined;
		size_t left;
		bool is_refused;
	} rows[] = {
		{30, 0, 0, false}, {30, 1, 0, true},   {30, 4, 0, true},
		{30, 5, 0, false}, {30, 0, 1, true},   {30, 0, 5, false},
		{30, 5, 4, true},  {30, 1, 9, true},   {98, 1, 0, true},
		{98, 1, 1, true},  {100, 1, 0, false}, {100, 0, 1, false},
		{99, 1, 0, true},  {100, 1, 1, false}, {0, 25, 25, false},
	};
	struct ibp_sdc_unit *units = ibp_alloc(HELP_BOARDS * sizeof(*units));

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(1);
		const struct ibp_sdc_finding *finding = NULL;
		struct ibp_sdc_plan *plan =
			next_edition(edition, rows[i].stayed, rows[i].joined,
				     rows[i].left, units);

		assert_int_equal(plan->is_refused, rows[i].is_refused);
		if (rows[i].is_refused) {
			assert_int_equal(count_findings(plan, 10, &finding), 1);
			assert_int_equal(finding->numbers[0], rows[i].joined);
			assert_int_equal(finding->numbers[1], rows[i].left);
			assert_int_equal(finding->numbers[2], 5);
		}
		ibp_sdc_plan_free(plan);
		free(edition);
	}
	free(units);
}

/* Also against a publication that was not the last of its edition. */
static void test_editions_all(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_unit *units = ibp_alloc(HELP_BOARDS * sizeof(*units));
	struct ibp_sdc_plan *plan;
	size_t count;

	(void)state;
	edition_add(edition, 30, IBP_SDC_PO, 0, 0);
	plan = plan_of(edition, -1);
	count = keep_units(plan, 1, units);
	ibp_sdc_plan_free(plan);
	edition_add(edition, 12, IBP_SDC_PO, 0, 0);
	plan = plan_of(edition, -1);
	count += keep_units(plan, 2, units + count);
	ibp_sdc_plan_free(plan);
	edition->input.previous = units;
	edition->input.previous_count = count;
	ibp_sdc_plan_free(plan_of(edition, -1));
	edition->input.count = 31;
	ibp_sdc_plan_free(plan_of(edition, 10));
	edition->input.previous = units + 30;
	edition->input.previous_count = count - 30;
	ibp_sdc_plan_free(plan_of(edition, -1));
	free(units);
	free(edition);
}

/* A sector with two joiners is shown together with another. */
static void test_editions_merge(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_unit *units = ibp_alloc(HELP_BOARDS * sizeof(*units));
	const struct ibp_sdc_finding *finding = NULL;
	struct ibp_sdc_plan *plan;
	char text[TEXT];

	(void)state;
	edition_add(edition, 30, IBP_SDC_SO, 0, 0);
	edition_add(edition, 30, IBP_SDC_PO, 0, 0);
	edition_add(edition, 30, IBP_SDC_VO, 0, 0);
	plan = plan_of(edition, -1);
	assert_string_equal(cells_of(plan, text, sizeof(text)), "all so po vo");
	edition->input.previous = units;
	edition->input.previous_count = keep_units(plan, 1, units);
	ibp_sdc_plan_free(plan);
	edition_add(edition, 2, IBP_SDC_SO, 0, 0);
	edition_add(edition, 3, IBP_SDC_PO, 0, 0);
	plan = plan_of(edition, -1);
	assert_string_equal(cells_of(plan, text, sizeof(text)), "all po+so vo");
	assert_true(count_findings(plan, 10, &finding) > 0);
	ibp_sdc_plan_free(plan);
	/* The borders moved: so and po were apart, po+so is their sum. */
	edition_add(edition, 10, IBP_SDC_VO, 0, 0);
	edition->boards[95].sector = IBP_SDC_SO;
	plan = plan_of(edition, -1);
	assert_true(count_findings(plan, 10, NULL) > 0);
	ibp_sdc_plan_free(plan);
	free(units);
	free(edition);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_atoms),
		cmocka_unit_test(test_atoms_of_owners_and_groups),
		cmocka_unit_test(test_other_mode),
		cmocka_unit_test(test_editions),
		cmocka_unit_test(test_editions_all),
		cmocka_unit_test(test_editions_merge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
