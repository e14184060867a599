/*
 * Two assessments beside each other: on one version, on two with the shipped
 * map, and the differences that make one into the other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/compare.h"
#include "core/diff.h"

struct pair {
	struct ibp_framework *frameworks[2];
	struct ibp_assessment *assessments[2];
	struct ibp_compare_side sides[2];
	struct ibp_comparison comparison;
};

static struct ibp_framework *open_framework(const char *version)
{
	struct ibp_framework *framework = NULL;
	struct ibp_error err = {0};

	if (ibp_framework_open(getenv("IBP_DATADIR"), "ibp-fo", version,
			       &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	return framework;
}

static void begin(struct pair *p, const char *from, const char *to)
{
	const char *const versions[] = {from, to};

	memset(p, 0, sizeof(*p));
	for (int i = 0; i < 2; i++) {
		struct ibp_framework *f = open_framework(versions[i]);
		struct ibp_assessment *a = ibp_alloc(sizeof(*a));

		a->id = i + 1;
		a->answer_count = f->norm_count;
		a->answers = ibp_arena_alloc(
			&a->arena, f->norm_count * sizeof(*a->answers));
		p->frameworks[i] = f;
		p->assessments[i] = a;
		p->sides[i] = (struct ibp_compare_side){f, a};
	}
}

static void finish(struct pair *p)
{
	ibp_comparison_release(&p->comparison);
	for (int i = 0; i < 2; i++) {
		ibp_assessment_free(p->assessments[i]);
		ibp_framework_free(p->frameworks[i]);
	}
}

static struct ibp_answer *answer_of(struct pair *p, int side, const char *code)
{
	const struct ibp_norm *norm =
		ibp_framework_find(p->frameworks[side], code);

	assert_non_null(norm);
	return &p->assessments[side]->answers[ibp_framework_index(
		p->frameworks[side], norm)];
}

static void set(struct pair *p, int side, const char *code, const char *score)
{
	ibp_answer_set(answer_of(p, side, code), "score", score);
}

static const struct ibp_compare_row *row_of(const struct pair *p,
					    const char *code)
{
	for (size_t i = 0; i < p->comparison.count; i++) {
		const struct ibp_compare_row *row = &p->comparison.rows[i];
		const struct ibp_norm *norm = row->to ? row->to : row->from;

		if (strcmp(norm->code, code) == 0)
			return row;
	}
	fail_msg("no row for %s", code);
	return NULL;
}

static void test_moves(void **state)
{
	static const struct {
		const char *code;
		const char *from;
		const char *to;
		enum ibp_move move;
		const char *word;
	} cases[] = {
		{"GO.01", "2", "4", IBP_MOVE_UP, "up"},
		{"GO.02", "3", "1", IBP_MOVE_DOWN, "down"},
		{"GO.03", "3", "3", IBP_MOVE_SAME, "same"},
		{"GO.04", NULL, "1", IBP_MOVE_SCORED, "scored"},
		{"GO.05", "5", NULL, IBP_MOVE_UNSCORED, "unscored"},
		{"OR.01", "2", "na", IBP_MOVE_NA, "not-applicable"},
		{"OR.02", "na", "2", IBP_MOVE_APPLIES, "applicable"},
	};
	const size_t count = sizeof(cases) / sizeof(*cases);
	struct pair p;

	(void)state;
	begin(&p, "2024-06", "2024-06");
	for (size_t i = 0; i < count; i++) {
		set(&p, 0, cases[i].code, cases[i].from);
		set(&p, 1, cases[i].code, cases[i].to);
	}
	ibp_compare(&p.sides[0], &p.sides[1], NULL, false, &p.comparison);
	assert_int_equal(p.comparison.count, 94);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(row_of(&p, cases[i].code)->move,
				 cases[i].move);
		assert_string_equal(ibp_move_word(cases[i].move),
				    cases[i].word);
	}
	assert_int_equal(p.comparison.moves[IBP_MOVE_SAME], 94 - 6);
	assert_false(p.comparison.all.has_changed);
	/* 2+3+3+5 and 4+1+3+1, open and "na" left out */
	assert_int_equal(p.comparison.domains[0].average_from, 325);
	assert_int_equal(p.comparison.domains[0].average_to, 225);
	/* The three that have a level in both: 2+3+3 and 4+1+3. */
	assert_int_equal(p.comparison.domains[0].comparable, 3);
	assert_int_equal(p.comparison.domains[0].comparable_from, 267);
	assert_int_equal(p.comparison.domains[0].comparable_to, 267);
	assert_int_equal(p.comparison.domains[1].comparable, 0);
	assert_int_equal(p.comparison.domains[1].comparable_from, -1);
	finish(&p);
}

/* With a new yardstick the comparable norms tell another story. */
static void compare_versions(bool is_back)
{
	struct ibp_upgrade_map *map = NULL;
	struct ibp_error err = {0};
	struct pair p;
	int old = is_back;
	int new = !is_back;

	begin(&p, is_back ? "2024-06" : "2023-04",
	      is_back ? "2023-04" : "2024-06");
	if (ibp_upgrade_map_open(getenv("IBP_DATADIR"), p.frameworks[old],
				 p.frameworks[new], &map, &err))
		fail_msg("%s", ibp_error_text(&err));
	set(&p, old, "GO.01", "2");
	set(&p, new, "GO.01", "3");
	set(&p, new, "VW.01", "1");
	ibp_compare(&p.sides[0], &p.sides[1], map, is_back, &p.comparison);
	assert_int_equal(p.comparison.count, 94);
	assert_true(p.comparison.all.has_changed);
	assert_int_equal(p.comparison.all.comparable, 1);
	assert_int_equal(row_of(&p, "GO.01")->kind, IBP_CHANGE_REWORDED);
	assert_int_equal(row_of(&p, "GO.01")->move,
			 is_back ? IBP_MOVE_DOWN : IBP_MOVE_UP);
	assert_int_equal(row_of(&p, "VW.01")->move,
			 is_back ? IBP_MOVE_DROPPED : IBP_MOVE_NEW);
	assert_int_equal(row_of(&p, "VW.01")->kind,
			 is_back ? IBP_CHANGE_DROPPED : IBP_CHANGE_NEW);
	assert_int_equal(is_back ? p.comparison.all.average_from :
				   p.comparison.all.average_to,
			 200);
	assert_int_equal(is_back ? p.comparison.all.comparable_from :
				   p.comparison.all.comparable_to,
			 300);
	ibp_upgrade_map_free(map);
	finish(&p);
}

static void test_versions(void **state)
{
	(void)state;
	compare_versions(false);
	compare_versions(true);
}

/* Without a map a code that stands in both may have changed. */
static void test_without_map(void **state)
{
	struct pair p;

	(void)state;
	begin(&p, "2024-06", "2023-04");
	ibp_compare(&p.sides[0], &p.sides[1], NULL, false, &p.comparison);
	assert_int_equal(p.comparison.count, 94);
	assert_int_equal(row_of(&p, "GO.01")->kind, IBP_CHANGE_REWORDED);
	assert_int_equal(row_of(&p, "VW.01")->kind, IBP_CHANGE_DROPPED);
	assert_int_equal(p.comparison.moves[IBP_MOVE_DROPPED], 25);
	finish(&p);
}

static void expect_change(const struct ibp_changes *changes, size_t index,
			  const char *key, const char *field, const char *from,
			  const char *to)
{
	const struct ibp_change *c;

	assert_true(index < changes->count);
	c = &changes->items[index];
	assert_string_equal(c->key, key);
	assert_string_equal(c->field, field);
	assert_string_equal(c->from ? c->from : "-", from);
	assert_string_equal(c->to ? c->to : "-", to);
}

static void test_diff_assessments(void **state)
{
	const struct ibp_evidence before[] = {
		{.id = 1, .norm = "GO.02", .title = "twee", .ref = "a"},
		{.id = 2, .norm = "GO.02", .title = "twee"},
		{.id = 3, .norm = "GO.02", .title = "weg"},
	};
	const struct ibp_evidence after[] = {
		{.id = 7, .norm = "GO.02", .title = "twee", .ref = "b"},
		{.id = 8, .norm = "GO.02", .title = "twee"},
	};
	struct ibp_changes changes = {0};
	struct pair p;

	(void)state;
	begin(&p, "2024-06", "2023-04");
	set(&p, 0, "GO.01", "2");
	set(&p, 1, "GO.01", "3");
	set(&p, 0, "VW.01", "1");
	answer_of(&p, 0, "GO.02")->evidence = before;
	answer_of(&p, 0, "GO.02")->evidence_count = 3;
	answer_of(&p, 1, "GO.02")->evidence = after;
	answer_of(&p, 1, "GO.02")->evidence_count = 2;
	ibp_diff_assessments(p.frameworks[0], p.assessments[0], p.frameworks[1],
			     p.assessments[1], &changes);
	expect_change(&changes, 0, "GO.01", "score", "2", "3");
	expect_change(&changes, 1, "7", "ref", "a", "b");
	expect_change(&changes, 2, "3", "norm", "GO.02", "-");
	expect_change(&changes, 3, "3", "title", "weg", "-");
	expect_change(&changes, 4, "VW.01", "score", "1", "-");
	assert_int_equal(changes.count, 5);
	ibp_changes_release(&changes);
	finish(&p);
}

static void test_diff_boards(void **state)
{
	struct ibp_school schools[] = {
		{1, "De Linde", "99AA", "po"},
		{2, "Het Kompas", NULL, "po"},
		{3, "Nieuw", NULL, NULL},
	};
	const struct ibp_board before = {.name = "Bestuur",
					 .students = "100",
					 .school_total = 3,
					 .schools = schools,
					 .school_count = 2};
	const struct ibp_board after = {.name = "Bestuur",
					.students = "110",
					.schools = schools + 1,
					.school_count = 2};
	struct ibp_changes changes = {0};

	(void)state;
	ibp_diff_boards(&before, &before, &changes);
	assert_int_equal(changes.count, 0);
	ibp_diff_boards(&before, &after, &changes);
	expect_change(&changes, 0, "", "students", "100", "110");
	expect_change(&changes, 1, "", "schools", "3", "-");
	expect_change(&changes, 2, "De Linde", "name", "De Linde", "-");
	expect_change(&changes, 3, "De Linde", "brin", "99AA", "-");
	expect_change(&changes, 4, "De Linde", "sector", "po", "-");
	expect_change(&changes, 5, "Nieuw", "name", "-", "Nieuw");
	assert_int_equal(changes.count, 6);
	ibp_changes_release(&changes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moves),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_without_map),
		cmocka_unit_test(test_diff_assessments),
		cmocka_unit_test(test_diff_boards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
