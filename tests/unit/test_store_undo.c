#include "store_help.h"

#define STEPS 1100

static const char *const scores[] = {"1", "2", "3", "4", "5", "na"};

static const char *score_of_step(size_t step)
{
	return scores[step % (sizeof(scores) / sizeof(*scores))];
}

static void expect_undo(struct fixture *f, struct ibp_store *store,
			const char *to)
{
	struct ibp_changes undone = {0};

	OK(f, ibp_store_undo(store, &undone, &f->err));
	assert_int_equal(undone.count, 1);
	assert_string_equal(undone.items[0].key, "GO.01");
	assert_string_equal(undone.items[0].field, "score");
	if (to)
		assert_string_equal(undone.items[0].to, to);
	else
		assert_null(undone.items[0].to);
	ibp_changes_release(&undone);
}

/* Every step back and forth again, with a restart halfway. */
static void test_a_thousand_steps(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_changes redone = {0};

	for (size_t i = 0; i < STEPS; i++)
		help_set(f, store, "GO.01", "score", score_of_step(i));
	for (size_t i = STEPS; i-- > 0;) {
		if (i == STEPS / 2) {
			ibp_store_close(store);
			store = help_open(f, IBP_STORE_WRITE);
		}
		expect_undo(f, store, i ? score_of_step(i - 1) : NULL);
	}
	assert_int_equal(help_score(f, store, "GO.01"), IBP_SCORE_OPEN);
	for (size_t i = 0; i < STEPS; i++) {
		OK(f, ibp_store_redo(store, &redone, &f->err));
		assert_int_equal(redone.count, 1);
		assert_string_equal(redone.items[0].to, score_of_step(i));
	}
	OK(f, ibp_store_redo(store, &redone, &f->err));
	assert_int_equal(redone.count, 0);
	ibp_changes_release(&redone);
	ibp_store_close(store);
}

static void test_nothing_to_undo(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_changes changes = {0};
	struct ibp_board board;
	struct ibp_arena arena = {0};

	/* Not even the making of the file. */
	OK(f, ibp_store_undo(store, &changes, &f->err));
	assert_int_equal(changes.count, 0);
	OK(f, ibp_store_redo(store, &changes, &f->err));
	assert_int_equal(changes.count, 0);
	OK(f, ibp_store_board(store, &arena, &board, &f->err));
	assert_string_equal(board.name, "Stichting De Linde");
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

static void test_a_new_change_ends_redo(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_changes changes = {0};

	help_set(f, store, "GO.01", "score", "1");
	help_set(f, store, "GO.01", "score", "2");
	expect_undo(f, store, "1");
	help_set(f, store, "GO.01", "score", "5");
	OK(f, ibp_store_redo(store, &changes, &f->err));
	assert_int_equal(changes.count, 0);
	expect_undo(f, store, "1");
	expect_undo(f, store, NULL);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	assert_int_equal(changes.count, 0);
	ibp_store_close(store);
}

/* A step of many changes goes back as one, last change first. */
static void test_a_bulk_change_is_one_step(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change bulk[] = {
		{IBP_SUBJECT_NORM, 1, "GO.01", "due", NULL, "2027-06-30", NULL},
		{IBP_SUBJECT_NORM, 1, "GO.02", "due", NULL, "2027-06-30", NULL},
		{IBP_SUBJECT_NORM, 1, "GO.03", "due", NULL, "2027-06-30", NULL},
		{IBP_SUBJECT_NORM, 1, "GO.01", "due", NULL, "2027-07-01",
		 NULL}};
	struct ibp_changes changes = {0};
	struct ibp_assessment *a;
	size_t done;

	OK(f, ibp_store_apply(store, bulk, 4, &done, &f->err));
	assert_int_equal(done, 4);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	assert_int_equal(changes.count, 4);
	assert_string_equal(changes.items[0].to, "2027-06-30");
	assert_string_equal(changes.items[1].key, "GO.03");
	assert_null(changes.items[3].to);
	a = help_load(f, store, 1);
	assert_null(help_answer(f, a, "GO.01")->due);
	assert_null(help_answer(f, a, "GO.03")->due);
	ibp_assessment_free(a);
	OK(f, ibp_store_redo(store, &changes, &f->err));
	a = help_load(f, store, 1);
	assert_string_equal(help_answer(f, a, "GO.01")->due, "2027-07-01");
	ibp_assessment_free(a);
	ibp_changes_release(&changes);
	ibp_store_close(store);
}

static void test_log(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change evidence[] = {
		{IBP_SUBJECT_EVIDENCE, 1, "1", "norm", NULL, "GO.01", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "1", "title", NULL, "Beleid", NULL}};
	struct ibp_changes undone = {0};
	struct ibp_arena arena = {0};
	struct ibp_log_entry *log;
	size_t count;

	help_set(f, store, "GO.01", "score", "1");
	help_set(f, store, "GO.02", "score", "4");
	OK(f, ibp_store_undo(store, &undone, &f->err));
	ibp_changes_release(&undone);
	OK(f, ibp_store_apply(store, evidence, 2, NULL, &f->err));
	OK(f, ibp_store_log(store, "GO.01", 0, &arena, &log, &count, &f->err));
	assert_int_equal(count, 3);
	assert_string_equal(log[0].change.field, "title");
	assert_int_equal(log[1].change.subject, IBP_SUBJECT_EVIDENCE);
	assert_string_equal(log[2].change.to, "1");
	assert_null(log[2].change.from);
	assert_string_equal(log[2].act, "set");
	assert_string_equal(log[2].tool, TOOL);
	assert_string_equal(log[2].at, "2026-11-23T12:00:00Z");
	assert_string_equal(log[2].assessment, "2026");
	assert_true(*log[2].who);
	OK(f, ibp_store_log(store, "GO.02", 0, &arena, &log, &count, &f->err));
	assert_int_equal(count, 2);
	assert_string_equal(log[0].act, "undo");
	assert_string_equal(log[0].change.from, "4");
	assert_null(log[0].change.to);
	OK(f, ibp_store_log(store, NULL, 0, &arena, &log, &count, &f->err));
	assert_int_equal(count, 12);
	assert_int_equal(log[11].change.subject, IBP_SUBJECT_BOARD);
	OK(f, ibp_store_log(store, NULL, 2, &arena, &log, &count, &f->err));
	assert_int_equal(count, 2);
	assert_true(log[0].step == log[1].step);
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_thousand_steps),
		TEST(test_nothing_to_undo),
		TEST(test_a_new_change_ends_redo),
		TEST(test_a_bulk_change_is_one_step),
		TEST(test_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
