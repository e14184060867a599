/* Old files go forward, new files are read or refused; nothing is lost. */
#include "store_help.h"

#include <sqlite3.h>

#include "store/internal.h"

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db;
	char *said = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s", said);
	sqlite3_close(db);
}

/* A file of an old version, as it was written then. */
static void write_version(struct fixture *f, int version)
{
	struct ibp_buf path = {0};
	char *sql;
	size_t length;

	ibp_buf_addf(&path, "%s/tests/store/version-%d.sql",
		     getenv("top_srcdir"), version);
	sql = help_read(f, path.data, &length);
	run_sql(f->file, sql);
	free(sql);
	ibp_buf_release(&path);
}

static const char *const readable[] = {
	"ALTER TABLE board ADD COLUMN motto TEXT",
	"UPDATE board SET motto = 'Samen ' || name", NULL};

static const char *const unreadable[] = {
	"CREATE TABLE planet (id INTEGER PRIMARY KEY) STRICT",
	"UPDATE meta SET value = '5' WHERE key = 'min_reader'", NULL};

static const char *const broken[] = {"ALTER TABLE board ADD COLUMN motto TEXT",
				     "UPDATE answer SET score = 2",
				     "UPDATE nothing SET x = 1", NULL};

#define OURS 3

/* The first migrations are ours; the others are of an invented future. */
static struct ibp_migration future[OURS + 2];
static struct ibp_migration failing[OURS + 1];
#define SCHEMA(steps, count)                                                 \
	{                                                                    \
		.application_id = IBP_APPLICATION_ID, .migrations = (steps), \
		.version = (count), .missing = "Make it.",                   \
		.remedy = "Go back."                                         \
	}
static const struct ibp_schema schema_readable = SCHEMA(future, OURS + 1);
static const struct ibp_schema schema_unreadable = SCHEMA(future, OURS + 2);
static const struct ibp_schema schema_failing = SCHEMA(failing, OURS + 1);

static void check_content(struct fixture *f, struct ibp_store *store)
{
	struct ibp_assessment *a = help_load(f, store, 1);
	const struct ibp_answer *answer = help_answer(f, a, "GO.01");
	struct ibp_arena arena = {0};
	struct ibp_log_entry *log;
	struct ibp_board board;
	size_t count;
	char *draft;

	assert_int_equal(answer->score, 3);
	assert_int_equal(answer->scores[IBP_ASSESSOR_FIRST], IBP_SCORE_NA);
	assert_string_equal(answer->note, "E\xc3\xa9n\nTwee\tdrie");
	assert_string_equal(answer->due, "2027-06-30");
	assert_int_equal(answer->evidence_count, 1);
	assert_string_equal(answer->evidence[0].ref, "map/beleid.pdf");
	assert_int_equal(help_answer(f, a, "GO.02")->score, 4);
	OK(f, ibp_store_board(store, &arena, &board, &f->err));
	assert_string_equal(board.name, "Stichting De Wilg");
	assert_int_equal(board.school_count, 1);
	OK(f, ibp_store_log(store, NULL, 0, &arena, &log, &count, &f->err));
	assert_true(count >= 45);
	assert_string_equal(log[count - 1].who, "j.jansen");
	draft = ibp_store_draft_get(store, "norm/GO.02/note");
	assert_string_equal(draft, "half");
	free(draft);
	ibp_arena_release(&arena);
	ibp_assessment_free(a);
}

static void expect_findings(struct fixture *f, struct ibp_store *store,
			    size_t count)
{
	struct ibp_findings findings = {0};

	OK(f, ibp_store_check(store, &findings, &f->err));
	for (size_t i = count; i < findings.count; i++)
		print_message("%s\n", findings.items[i].message);
	assert_int_equal(findings.count, count);
	ibp_findings_release(&findings);
}

static void test_version_1(void **state)
{
	struct fixture *f = *state;
	struct ibp_changes changes = {0};
	struct ibp_store *store;

	write_version(f, 1);
	store = help_open(f, IBP_STORE_WRITE);
	check_content(f, store);
	expect_findings(f, store, 0);
	OK(f, ibp_store_redo(store, &changes, &f->err));
	assert_int_equal(changes.count, 1);
	assert_string_equal(changes.items[0].key, "BC.01");
	assert_int_equal(help_score(f, store, "BC.01"), 1);
	ibp_changes_release(&changes);
	ibp_store_close(store);
}

/* A locked assessment still has the digest of then. */
static void test_version_2(void **state)
{
	const struct ibp_change name = {IBP_SUBJECT_APPLICATION,
					0,
					"1",
					"name",
					NULL,
					"Magister",
					NULL};
	struct fixture *f = *state;
	struct ibp_landscape *landscape;
	struct ibp_store *store;

	write_version(f, 2);
	store = help_open(f, IBP_STORE_WRITE);
	check_content(f, store);
	expect_findings(f, store, 0);
	OK(f, ibp_store_landscape(store, &landscape, &f->err));
	assert_int_equal(landscape->application_count, 0);
	assert_int_equal(landscape->school_count, 1);
	assert_null(landscape->fora_version);
	ibp_landscape_free(landscape);
	OK(f, ibp_store_apply(store, &name, 1, NULL, &f->err));
	expect_findings(f, store, 0);
	ibp_store_close(store);
}

static void test_migration(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;
	size_t before_length;
	size_t copy_length;
	char *before;
	char *copy;
	char *name;

	write_version(f, 1);
	name = ibp_path_join(f->dir, "school-20261123-120000.ibp");
	before = help_read(f, f->file, &before_length);
	OK(f, ibp_store_open_as(f->file, IBP_STORE_WRITE, TOOL,
				&schema_unreadable, &store, &f->err));
	assert_non_null(strstr(ibp_store_notice(store), name));
	check_content(f, store);
	help_set(f, store, "GO.03", "score", "2");
	ibp_store_close(store);
	/* The copy is the file as it was. */
	copy = help_read(f, name, &copy_length);
	assert_int_equal(copy_length, before_length);
	run_sql(f->file, "UPDATE board SET motto = motto WHERE motto = "
			 "'Samen Stichting De Wilg'");
	OK(f, ibp_store_open(name, IBP_STORE_READ, TOOL, &store, &f->err));
	check_content(f, store);
	ibp_store_close(store);
	free(name);
	free(before);
	free(copy);
}

/* Reading changes nothing on the disk, also when the file is old. */
static void test_reading_an_old_file(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;
	size_t before_length;
	size_t after_length;
	char *before;
	char *after;

	write_version(f, 1);
	before = help_read(f, f->file, &before_length);
	OK(f, ibp_store_open_as(f->file, IBP_STORE_READ, TOOL,
				&schema_unreadable, &store, &f->err));
	assert_false(ibp_store_is_writable(store));
	check_content(f, store);
	ibp_store_close(store);
	after = help_read(f, f->file, &after_length);
	assert_int_equal(before_length, after_length);
	assert_memory_equal(before, after, before_length);
	assert_int_equal(help_each(f->dir, NULL), 1);
	free(before);
	free(after);
}

static void test_failed_migration(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	write_version(f, 1);
	assert_int_equal(ibp_store_open_as(f->file, IBP_STORE_WRITE, TOOL,
					   &schema_failing, &store, &f->err),
			 IBP_DATA);
	assert_null(store);
	ibp_error_release(&f->err);
	store = help_open(f, IBP_STORE_WRITE);
	check_content(f, store);
	expect_findings(f, store, 0);
	ibp_store_close(store);
}

/* A newer file that says we can read it. */
static void test_newer_and_readable(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	write_version(f, 1);
	OK(f, ibp_store_open_as(f->file, IBP_STORE_WRITE, TOOL,
				&schema_readable, &store, &f->err));
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_SCREEN);
	assert_false(ibp_store_is_writable(store));
	assert_non_null(strstr(ibp_store_notice(store), "newer version"));
	check_content(f, store);
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_READ);
	assert_non_null(strstr(ibp_store_notice(store), "newer version"));
	expect_findings(f, store, 0);
	ibp_store_close(store);
	REFUSED(f, IBP_DATA, "Install the newer version",
		ibp_store_open(f->file, IBP_STORE_WRITE, TOOL, &store,
			       &f->err));
}

static void test_newer_and_unreadable(void **state)
{
	static const enum ibp_store_mode modes[] = {
		IBP_STORE_READ, IBP_STORE_WRITE, IBP_STORE_SCREEN};
	struct fixture *f = *state;
	struct ibp_store *store = NULL;
	size_t before_length;
	size_t after_length;
	char *before;
	char *after;

	write_version(f, 1);
	OK(f, ibp_store_open_as(f->file, IBP_STORE_WRITE, TOOL,
				&schema_unreadable, &store, &f->err));
	ibp_store_close(store);
	before = help_read(f, f->file, &before_length);
	for (size_t i = 0; i < 3; i++)
		REFUSED(f, IBP_DATA, "cannot be read by this one",
			ibp_store_open(f->file, modes[i], TOOL, &store,
				       &f->err));
	after = help_read(f, f->file, &after_length);
	assert_int_equal(before_length, after_length);
	assert_memory_equal(before, after, before_length);
	free(before);
	free(after);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_version_1),
		TEST(test_version_2),
		TEST(test_migration),
		TEST(test_reading_an_old_file),
		TEST(test_failed_migration),
		TEST(test_newer_and_readable),
		TEST(test_newer_and_unreadable),
	};

	assert_int_equal(ibp_board_schema.version, OURS);
	for (size_t i = 0; i < OURS; i++) {
		future[i] = ibp_board_schema.migrations[i];
		failing[i] = ibp_board_schema.migrations[i];
	}
	future[OURS].statements = readable;
	future[OURS + 1].statements = unreadable;
	failing[OURS].statements = broken;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
