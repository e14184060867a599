#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/num.h"
#include "sdc_help.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))
#define TEXT 2000

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

/* The cells of a plan as "all po+so vo". */
static const char *cells_of(const struct ibp_sdc_plan *plan, char *text,
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

/* ---- what was published before ------------------------------------------- */

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

/* ---- measures ------------------------------------------------------------ */

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
		cmocka_unit_test(test_merges),
		cmocka_unit_test(test_merge_is_told),
		cmocka_unit_test(test_deep_tree),
		cmocka_unit_test(test_too_few),
		cmocka_unit_test(test_one_owner_counts_once),
		cmocka_unit_test(test_population),
		cmocka_unit_test(test_atoms),
		cmocka_unit_test(test_atoms_of_owners_and_groups),
		cmocka_unit_test(test_other_mode),
		cmocka_unit_test(test_editions),
		cmocka_unit_test(test_editions_all),
		cmocka_unit_test(test_editions_merge),
		cmocka_unit_test(test_means_only),
		cmocka_unit_test(test_one_level),
		cmocka_unit_test(test_edge),
		cmocka_unit_test(test_withheld_beside),
		cmocka_unit_test(test_landscape),
		cmocka_unit_test(test_order_of_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
