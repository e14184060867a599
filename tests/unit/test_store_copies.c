/* Dated copies, going back to one, and what check finds. */
#include "store_help.h"

#include <sqlite3.h>

#include "base/text.h"

static void run_sql(struct fixture *f, const char *sql)
{
	sqlite3 *db;
	char *said = NULL;

	assert_int_equal(sqlite3_open(f->file, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
	sqlite3_close(db);
}

static void expect_copy(struct fixture *f, struct ibp_store *store,
			const char *name)
{
	char *expected = ibp_path_join(f->dir, name);
	struct stat info;
	char *copy = NULL;

	OK(f, ibp_store_backup(store, &copy, &f->err));
	assert_string_equal(copy, expected);
	assert_int_equal(stat(copy, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0600);
	free(copy);
	free(expected);
}

static void test_backup(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_store_copy *copies;
	struct ibp_store *copy = NULL;
	struct ibp_arena arena = {0};
	mode_t mask = umask(0);
	size_t count;

	help_set(f, store, "GO.01", "score", "3");
	expect_copy(f, store, "school-20261123-120000.ibp");
	help_set(f, store, "GO.01", "score", "4");
	expect_copy(f, store, "school-20261123-120000-2.ibp");
	umask(mask);
	OK(f, ibp_store_copies(f->file, &arena, &copies, &count, &f->err));
	assert_int_equal(count, 2);
	assert_string_equal(copies[0].name, "school-20261123-120000-2.ibp");
	assert_string_equal(copies[1].at, "2026-11-23T12:00:00Z");
	OK(f, ibp_store_open(copies[1].path, IBP_STORE_READ, TOOL, &copy,
			     &f->err));
	assert_int_equal(help_score(f, copy, "GO.01"), 3);
	ibp_store_close(copy);
	ibp_store_close(store);
	ibp_arena_release(&arena);
}

static void touch(struct fixture *f, const char *name)
{
	char *path = ibp_path_join(f->dir, name);

	OK(f, ibp_file_write(path, "", 0, false, &f->err));
	free(path);
}

static void test_list_of_copies(void **state)
{
	struct fixture *f = *state;
	struct ibp_store_copy *copies;
	struct ibp_arena arena = {0};
	size_t count;

	touch(f, "school-20261123-120000.ibp");
	touch(f, "school-20261123-120000-10.ibp");
	touch(f, "school-20261123-120000-9.ibp");
	touch(f, "school-20270101-000000.ibp");
	touch(f, "school-20271301-000000.ibp");
	touch(f, "school-2027010-000000.ibp");
	touch(f, "school-20270101-000000.ibp-journal");
	touch(f, "school-20270101-000000-x.ibp");
	touch(f, "school-oud.ibp");
	touch(f, "schools-20270101-000000.ibp");
	OK(f, ibp_store_copies(f->file, &arena, &copies, &count, &f->err));
	assert_int_equal(count, 4);
	assert_string_equal(copies[0].name, "school-20270101-000000.ibp");
	assert_string_equal(copies[1].name, "school-20261123-120000-10.ibp");
	assert_string_equal(copies[2].name, "school-20261123-120000-9.ibp");
	assert_string_equal(copies[3].name, "school-20261123-120000.ibp");
	ibp_arena_release(&arena);
}

/* A copy with GO.01 at 3; the file itself has it at 4. */
static char *make_copy(struct fixture *f)
{
	struct ibp_store *store = help_begin(f);
	char *copy = NULL;

	help_set(f, store, "GO.01", "score", "3");
	OK(f, ibp_store_backup(store, &copy, &f->err));
	help_set(f, store, "GO.01", "score", "4");
	ibp_store_close(store);
	return copy;
}

static int score_in(struct fixture *f, const char *path)
{
	struct ibp_store *store = NULL;
	int score;

	OK(f, ibp_store_open(path, IBP_STORE_WRITE, TOOL, &store, &f->err));
	score = help_score(f, store, "GO.01");
	ibp_store_close(store);
	return score;
}

static void test_restore(void **state)
{
	struct fixture *f = *state;
	char *copy = make_copy(f);
	char *saved = NULL;
	char *again = NULL;
	struct stat info;

	OK(f, ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	assert_int_equal(score_in(f, f->file), 3);
	assert_int_equal(score_in(f, saved), 4);
	assert_int_equal(score_in(f, copy), 3);
	assert_int_equal(stat(f->file, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0600);
	/* And back again. */
	OK(f, ibp_store_restore(f->file, saved, TOOL, &again, &f->err));
	assert_int_equal(score_in(f, f->file), 4);
	assert_int_equal(score_in(f, again), 3);
	assert_int_equal(help_each(f->dir, NULL), 4);
	free(copy);
	free(saved);
	free(again);
}

static void test_restore_without_a_file(void **state)
{
	struct fixture *f = *state;
	char *copy = make_copy(f);
	char *saved = NULL;

	assert_int_equal(unlink(f->file), 0);
	OK(f, ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	assert_null(saved);
	assert_int_equal(score_in(f, f->file), 3);
	free(copy);
}

/* What is damaged is kept, byte for byte, and its journal with it. */
static void test_restore_over_a_damaged_file(void **state)
{
	struct fixture *f = *state;
	char *copy = make_copy(f);
	char *journal = ibp_path_join(f->dir, "school.ibp-journal");
	char *saved = NULL;
	char *content;
	size_t length;

	OK(f, ibp_file_write(f->file, "no longer a file", 16, true, &f->err));
	OK(f, ibp_file_write(journal, "a journal", 9, true, &f->err));
	OK(f, ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	assert_int_equal(score_in(f, f->file), 3);
	content = help_read(f, saved, &length);
	assert_int_equal(length, 16);
	assert_memory_equal(content, "no longer a file", 16);
	assert_false(ibp_file_exists(journal));
	assert_int_equal(help_each(f->dir, NULL), 4);
	free(content);
	free(saved);
	free(journal);
	free(copy);
}

static void test_restore_refuses(void **state)
{
	struct fixture *f = *state;
	char *copy = make_copy(f);
	char *content;
	char *saved = NULL;
	struct ibp_store *store;
	size_t length;

	REFUSED(f, IBP_USAGE, "itself",
		ibp_store_restore(f->file, f->file, TOOL, &saved, &f->err));
	REFUSED(f, IBP_INPUT, "There is no copy",
		ibp_store_restore(f->file, "no-such.ibp", TOOL, &saved,
				  &f->err));
	store = help_open(f, IBP_STORE_WRITE);
	REFUSED(f, IBP_DATA, "is being changed by",
		ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	ibp_store_close(store);
	content = help_read(f, copy, &length);
	/* A page in the middle, where no header tells. */
	memset(content + length / 2, 0x5a, 4096);
	OK(f, ibp_file_write(copy, content, length, true, &f->err));
	REFUSED(f, IBP_DATA, "damaged",
		ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	OK(f, ibp_file_write(copy, "a letter", 8, true, &f->err));
	REFUSED(f, IBP_DATA, "not a data file",
		ibp_store_restore(f->file, copy, TOOL, &saved, &f->err));
	assert_null(saved);
	assert_int_equal(score_in(f, f->file), 4);
	assert_int_equal(help_each(f->dir, NULL), 2);
	free(content);
	free(copy);
}

static size_t count_findings(struct fixture *f, const char *code,
			     const char *norm)
{
	struct ibp_store *store = help_open(f, IBP_STORE_READ);
	struct ibp_findings findings = {0};
	size_t count = 0;

	OK(f, ibp_store_check(store, &findings, &f->err));
	for (size_t i = 0; i < findings.count; i++)
		if (strcmp(findings.items[i].rule->code, code) == 0 &&
		    ibp_text_equal(findings.items[i].subject, norm))
			count++;
	/* Nothing else than what was asked for. */
	assert_int_equal(count, findings.count);
	ibp_findings_release(&findings);
	ibp_store_close(store);
	return count;
}

/* One thing was changed outside the tools; the file is put back after. */
static void expect_finding(struct fixture *f, const char *sql, const char *code,
			   const char *norm)
{
	size_t length;
	char *content = help_read(f, f->file, &length);

	assert_int_equal(count_findings(f, code, norm), 0);
	run_sql(f, sql);
	if (count_findings(f, code, norm) == 0)
		fail_msg("not found: %s", sql);
	OK(f, ibp_file_write(f->file, content, length, true, &f->err));
	free(content);
}

static void test_check(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change evidence[] = {
		{IBP_SUBJECT_EVIDENCE, 1, "1", "norm", NULL, "GO.01", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "1", "title", NULL, "Beleid", NULL}};
	struct ibp_changes undone = {0};

	OK(f, ibp_store_apply(store, evidence, 2, NULL, &f->err));
	help_set(f, store, "GO.01", "score", "3");
	help_set(f, store, "GO.01", "score", "4");
	OK(f, ibp_store_undo(store, &undone, &f->err));
	ibp_changes_release(&undone);
	ibp_store_close(store);

	/* What a person may do with sqlite3 is no fault. */
	run_sql(f, "ANALYZE; VACUUM");
	expect_finding(f, "UPDATE answer SET score = 5", "broken-chain",
		       "GO.01");
	expect_finding(f, "UPDATE answer SET owner = 'ict'", "broken-chain",
		       "GO.01");
	expect_finding(f,
		       "INSERT INTO answer (assessment, norm, score) "
		       "VALUES (1, 'GO.02', 3)",
		       "broken-chain", "GO.02");
	expect_finding(f, "DELETE FROM answer", "broken-chain", "GO.01");
	expect_finding(f, "UPDATE board SET name = 'Ander'", "broken-chain",
		       NULL);
	expect_finding(f, "UPDATE evidence SET title = 'Ander'", "broken-chain",
		       NULL);
	expect_finding(f, "INSERT INTO filter VALUES ('a', 'score=1')",
		       "broken-chain", NULL);
	expect_finding(f, "CREATE TABLE extra (x)", "file-integrity", NULL);
	expect_finding(f,
		       "CREATE TRIGGER t AFTER UPDATE ON answer "
		       "BEGIN DELETE FROM evidence; END",
		       "file-integrity", NULL);
	expect_finding(f, "INSERT INTO history (step) VALUES (99)",
		       "file-integrity", NULL);
	expect_finding(f,
		       "PRAGMA ignore_check_constraints = ON;"
		       "UPDATE draft SET text = 1; UPDATE step SET act = 'x' "
		       "WHERE 0; INSERT INTO draft VALUES ('', 'x')",
		       "file-integrity", NULL);
}

/* A step cut out of the middle of the log. */
static void test_check_gap_in_log(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	size_t found = 0;
	struct ibp_findings findings = {0};

	help_set(f, store, "GO.01", "score", "3");
	help_set(f, store, "GO.01", "score", "4");
	help_set(f, store, "GO.01", "score", "5");
	ibp_store_close(store);
	run_sql(f, "DROP TRIGGER change_is_kept;"
		   "DELETE FROM change WHERE becomes = '4'");
	store = help_open(f, IBP_STORE_READ);
	OK(f, ibp_store_check(store, &findings, &f->err));
	for (size_t i = 0; i < findings.count; i++)
		if (ibp_text_equal(findings.items[i].subject, "GO.01"))
			found++;
	assert_int_equal(found, 1);
	ibp_findings_release(&findings);
	ibp_store_close(store);
}

/* The log cannot be rewritten by accident. */
static void test_log_only_grows(void **state)
{
	static const char *const attempts[] = {
		"UPDATE change SET becomes = '5'", "DELETE FROM change",
		"UPDATE step SET who = 'iemand'", "DELETE FROM step"};
	struct fixture *f = *state;
	sqlite3 *db;

	help_create(f);
	assert_int_equal(sqlite3_open(f->file, &db), SQLITE_OK);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(
			sqlite3_exec(db, attempts[i], NULL, NULL, NULL),
			SQLITE_CONSTRAINT);
		assert_string_equal(sqlite3_errmsg(db), "the log only grows");
	}
	sqlite3_close(db);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_backup),
		TEST(test_list_of_copies),
		TEST(test_restore),
		TEST(test_restore_without_a_file),
		TEST(test_restore_over_a_damaged_file),
		TEST(test_restore_refuses),
		TEST(test_check),
		TEST(test_check_gap_in_log),
		TEST(test_log_only_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
