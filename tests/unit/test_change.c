#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/change.h"

static void describes(const struct ibp_changes *changes, const char *wanted)
{
	struct ibp_buf text = {0};

	ibp_changes_describe(changes->items, changes->count, &text);
	assert_string_equal(ibp_buf_text(&text), wanted);
	ibp_buf_release(&text);
}

static void norm(struct ibp_changes *changes, const char *code,
		 const char *field, const char *from, const char *to)
{
	ibp_changes_add(changes, IBP_SUBJECT_NORM, 1, code, field, from, to);
}

static void test_one_norm(void **state)
{
	struct ibp_changes changes = {0};

	(void)state;
	describes(&changes, "");
	norm(&changes, "GO.02", "score", "2", "3");
	describes(&changes, "GO.02: Score 3 (was 2)");
	norm(&changes, "GO.02", "due", NULL, "2027-06-30");
	describes(&changes, "GO.02: Score 3 (was 2), Due date 2027-06-30");
	norm(&changes, "GO.02", "owner", "bestuur", NULL);
	norm(&changes, "GO.02", "note", NULL, "a long story");
	norm(&changes, "GO.02", "status", NULL, "in-progress");
	describes(&changes, "GO.02: Score 3 (was 2), Due date 2027-06-30, "
			    "Owner cleared (was bestuur), 2 more");
	ibp_changes_release(&changes);
}

static void test_long_texts_are_not_repeated(void **state)
{
	struct ibp_changes changes = {0};

	(void)state;
	norm(&changes, "GO.02", "note", "old", "new");
	describes(&changes, "GO.02: Note changed");
	norm(&changes, "GO.02", "reason:2", NULL, "new");
	describes(&changes, "GO.02: Note changed, Reason of the second score "
			    "filled in");
	ibp_changes_release(&changes);
	norm(&changes, "GO.02", "note", "old", "new");
	norm(&changes, "GO.02", "reason", "old", NULL);
	describes(&changes, "GO.02: Note changed, Reason cleared");
	ibp_changes_release(&changes);
}

static void test_several_norms(void **state)
{
	struct ibp_changes changes = {0};

	(void)state;
	norm(&changes, "GO.01", "due", NULL, "2027-06-30");
	norm(&changes, "GO.02", "due", "2027-01-01", "2027-06-30");
	norm(&changes, "GO.03", "due", NULL, "2027-06-30");
	describes(&changes, "3 norms: Due date 2027-06-30");
	norm(&changes, "GO.03", "score", NULL, "3");
	describes(&changes, "3 norms: 4 changes");
	ibp_changes_release(&changes);
}

static void test_one_value_cleared_in_several_norms(void **state)
{
	struct ibp_changes changes = {0};

	(void)state;
	norm(&changes, "GO.01", "score", "3", NULL);
	norm(&changes, "GO.02", "score", "3", NULL);
	describes(&changes, "2 norms: Score cleared (was 3)");
	norm(&changes, "GO.03", "score", "4", NULL);
	describes(&changes, "3 norms: Score cleared");
	ibp_changes_release(&changes);
}

static void evidence(struct ibp_changes *changes, const char *key,
		     const char *field, const char *from, const char *to)
{
	ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE, 1, key, field, from, to);
}

static void test_things_come_and_go(void **state)
{
	struct ibp_changes changes = {0};

	(void)state;
	evidence(&changes, "4", "norm", NULL, "GO.02");
	evidence(&changes, "4", "title", NULL, "Policy");
	describes(&changes, "Evidence 4 added: Policy");
	evidence(&changes, "5", "norm", NULL, "GO.02");
	evidence(&changes, "5", "title", NULL, "Plan");
	describes(&changes, "4 changes");
	ibp_changes_release(&changes);
	evidence(&changes, "4", "title", "Policy", NULL);
	evidence(&changes, "4", "norm", "GO.02", NULL);
	describes(&changes, "Evidence 4 removed: Policy");
	ibp_changes_release(&changes);
	evidence(&changes, "4", "title", "Policy", "Plan");
	describes(&changes, "Evidence 4: Title changed");
	ibp_changes_release(&changes);
	ibp_changes_add(&changes, IBP_SUBJECT_FILTER, 0, "gaps", "expr", NULL,
			"score<3");
	describes(&changes, "Filter \"gaps\" added: score<3");
	ibp_changes_release(&changes);
	ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, "2", "name", NULL,
			"De Linde");
	ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, "2", "sector", NULL,
			"po");
	describes(&changes, "School 2 added: De Linde");
	ibp_changes_release(&changes);
	ibp_changes_add(&changes, IBP_SUBJECT_BOARD, 0, "", "students", "10",
			"20");
	describes(&changes, "Board: Students 20 (was 10)");
	ibp_changes_release(&changes);
	ibp_changes_add(&changes, IBP_SUBJECT_ASSESSMENT, 2, "2", "name", NULL,
			"2027");
	describes(&changes, "Assessment 2 added: 2027");
	norm(&changes, "GO.01", "score", NULL, "3");
	norm(&changes, "GO.02", "score", NULL, "2");
	describes(&changes, "Assessment 2 added: 2027");
	ibp_changes_release(&changes);
}

static void test_a_change_keeps_its_own_copy(void **state)
{
	struct ibp_changes changes = {0};
	char code[] = "GO.01";
	char value[] = "3";

	(void)state;
	for (int i = 0; i < 100; i++)
		norm(&changes, code, "score", NULL, value);
	memset(code, 'x', 5);
	value[0] = 'x';
	assert_int_equal(changes.count, 100);
	assert_string_equal(changes.items[99].key, "GO.01");
	assert_string_equal(changes.items[0].to, "3");
	ibp_changes_release(&changes);
	assert_int_equal(changes.count, 0);
	ibp_changes_release(&changes);
}

static void test_every_subject_has_a_word_and_fields(void **state)
{
	(void)state;
	for (int i = 0; i < IBP_SUBJECT_COUNT; i++) {
		enum ibp_subject subject = (enum ibp_subject)i;

		assert_non_null(ibp_subject_word(subject));
		assert_non_null(ibp_subject_fields(subject)->name);
	}
	assert_string_equal(ibp_subject_word(IBP_SUBJECT_EVIDENCE), "evidence");
	assert_ptr_equal(ibp_subject_fields(IBP_SUBJECT_NORM), ibp_norm_fields);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_norm),
		cmocka_unit_test(test_long_texts_are_not_repeated),
		cmocka_unit_test(test_several_norms),
		cmocka_unit_test(test_one_value_cleared_in_several_norms),
		cmocka_unit_test(test_things_come_and_go),
		cmocka_unit_test(test_a_change_keeps_its_own_copy),
		cmocka_unit_test(test_every_subject_has_a_word_and_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
