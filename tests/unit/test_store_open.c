#include "store_help.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/probe.h"

static void write_file(struct fixture *f, const char *data, size_t length)
{
	OK(f, ibp_file_write(f->file, data, length, true, &f->err));
}

/* Runs SQL on the file through SQLite itself, as another program would. */
static void other_program(struct fixture *f, const char *sql)
{
	sqlite3 *db;
	char *said = NULL;

	assert_int_equal(sqlite3_open(f->file, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
	sqlite3_close(db);
}

static const enum ibp_store_mode modes[] = {IBP_STORE_READ, IBP_STORE_WRITE,
					    IBP_STORE_SCREEN};

/* Refused in every mode; the file stays as it was, and alone. */
static void refuse_untouched(struct fixture *f, enum ibp_status status,
			     const char *words)
{
	size_t before_length;
	size_t after_length;
	char *before = help_read(f, f->file, &before_length);
	char *after;
	struct ibp_store *store = NULL;

	for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++) {
		REFUSED(f, status, words,
			ibp_store_open(f->file, modes[i], TOOL, &store,
				       &f->err));
		assert_null(store);
	}
	after = help_read(f, f->file, &after_length);
	assert_int_equal(before_length, after_length);
	assert_memory_equal(before, after, before_length);
	assert_int_equal(help_each(f->dir, NULL), 1);
	free(before);
	free(after);
}

static void test_missing(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++)
		REFUSED(f, IBP_INPUT, "ibp-scan init",
			ibp_store_open(f->file, modes[i], TOOL, &store,
				       &f->err));
	assert_int_equal(help_each(f->dir, NULL), 0);
}

static void test_folder(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	REFUSED(f, IBP_INPUT, "is not a file",
		ibp_store_open(f->dir, IBP_STORE_WRITE, TOOL, &store, &f->err));
}

/* A pipe that nobody writes to must not keep us waiting. */
static void test_named_pipe(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	assert_int_equal(mkfifo(f->file, 0600), 0);
	REFUSED(f, IBP_INPUT, "is not a file",
		ibp_store_open(f->file, IBP_STORE_READ, TOOL, &store, &f->err));
}

static void test_empty(void **state)
{
	struct fixture *f = *state;

	write_file(f, "", 0);
	refuse_untouched(f, IBP_DATA, "is empty");
}

static void test_text_file(void **state)
{
	struct fixture *f = *state;
	const char text[] = "SQLite is een programma; dit is een brief.\n";

	write_file(f, text, strlen(text));
	refuse_untouched(f, IBP_DATA, "is not a data file of ibp-tools");
}

static void test_other_database(void **state)
{
	struct fixture *f = *state;

	other_program(f, "CREATE TABLE album (title TEXT)");
	refuse_untouched(f, IBP_DATA, "database of another program");
	other_program(f, "PRAGMA application_id = 0x49425052");
	refuse_untouched(f, IBP_DATA, "register of ibp-monitor");
}

/* Every length that a copy broken off can have, in steps. */
static void test_truncated(void **state)
{
	struct fixture *f = *state;
	size_t length;
	char *content;

	help_create(f);
	content = help_read(f, f->file, &length);
	assert_true(length > 8192);
	for (size_t cut = 1; cut < length; cut += cut < 200 ? 33 : 3001) {
		write_file(f, content, cut);
		refuse_untouched(f, IBP_DATA, "cut short");
	}
	free(content);
}

/* The header is ours, what follows is not. */
static void test_damaged(void **state)
{
	struct fixture *f = *state;
	size_t length;
	char *content;

	help_create(f);
	content = help_read(f, f->file, &length);
	memset(content + 100, 0xa5, length - 100);
	write_file(f, content, length);
	refuse_untouched(f, IBP_DATA, "damaged");
	memset(content + 16, 0xff, 8);
	write_file(f, content, length);
	refuse_untouched(f, IBP_DATA, "damaged");
	free(content);
}

/* One byte anywhere: refused or found, never a crash. */
static void test_every_flipped_byte(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store;
	size_t length;
	char *content;

	store = help_begin(f);
	help_set(f, store, "GO.01", "score", "3");
	ibp_store_close(store);
	content = help_read(f, f->file, &length);
	for (size_t i = 0; i < length; i += i < 100 ? 1 : 251) {
		struct ibp_findings findings = {0};
		struct ibp_assessment *a = NULL;

		content[i] = (char)~content[i];
		write_file(f, content, length);
		content[i] = (char)~content[i];
		store = NULL;
		if (ibp_store_open(f->file, IBP_STORE_READ, TOOL, &store,
				   &f->err) == IBP_OK) {
			ibp_store_load(store, 1, f->framework, &a, &f->err);
			ibp_store_check(store, &findings, &f->err);
		}
		ibp_assessment_free(a);
		ibp_findings_release(&findings);
		ibp_store_close(store);
		ibp_error_release(&f->err);
	}
	free(content);
}

/* Values that no tool of ours would write, past the constraints. */
static void test_forged_values(void **state)
{
	static const char *const forgeries[] = {
		"UPDATE answer SET score = 77",
		"UPDATE answer SET score = -9",
		"UPDATE answer SET target = 6",
		"UPDATE answer SET status = 'wild'",
		"UPDATE answer SET due = 'someday'",
		"UPDATE answer SET note = CAST(x'ff' AS TEXT)",
		"UPDATE answer SET note = 'a' || char(27) || '[2J'",
		"UPDATE answer SET owner = printf('%.300c', 'a')",
		"UPDATE answer SET norm = 'a' || char(10)",
		"UPDATE evidence SET title = NULL",
		"UPDATE evidence SET kind = 'song'",
	};
	struct fixture *f = *state;
	const struct ibp_change evidence[] = {
		{IBP_SUBJECT_EVIDENCE, 1, "1", "norm", NULL, "GO.01", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "1", "title", NULL, "Beleid", NULL}};
	struct ibp_store *store = help_begin(f);
	size_t length;
	char *content;

	help_set(f, store, "GO.01", "score", "3");
	OK(f, ibp_store_apply(store, evidence, 2, NULL, &f->err));
	ibp_store_close(store);
	content = help_read(f, f->file, &length);
	for (size_t i = 0; i < sizeof(forgeries) / sizeof(*forgeries); i++) {
		struct ibp_buf sql = {0};
		struct ibp_assessment *a = NULL;

		ibp_buf_addf(&sql, "PRAGMA ignore_check_constraints = ON; %s",
			     forgeries[i]);
		write_file(f, content, length);
		other_program(f, sql.data);
		store = help_open(f, IBP_STORE_READ);
		REFUSED(f, IBP_DATA, "damaged",
			ibp_store_load(store, 1, f->framework, &a, &f->err));
		assert_null(a);
		ibp_store_close(store);
		ibp_buf_release(&sql);
	}
	free(content);
}

/* A value of gigabytes is refused before memory is taken for it. */
static void test_huge_value(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_assessment *a = NULL;

	help_set(f, store, "GO.01", "note", "x");
	ibp_store_close(store);
	other_program(f, "PRAGMA ignore_check_constraints = ON;"
			 "UPDATE answer SET note = printf('%.9000000c', 'a')");
	store = help_open(f, IBP_STORE_READ);
	REFUSED(f, IBP_DATA, "damaged",
		ibp_store_load(store, 1, f->framework, &a, &f->err));
	ibp_store_close(store);
}

/* By a link the same file, so the same lock and the same copies. */
static void test_symbolic_link(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *first = help_begin(f);
	struct ibp_store *second = NULL;
	char *name = ibp_path_join(f->dir, "link.ibp");

	assert_int_equal(symlink("school.ibp", name), 0);
	OK(f, ibp_store_open(name, IBP_STORE_SCREEN, TOOL, &second, &f->err));
	assert_false(ibp_store_is_writable(second));
	assert_string_equal(ibp_store_path(second), name);
	ibp_store_close(second);
	ibp_store_close(first);
	free(name);
}

/* Closing our look at the file must not drop the lock of SQLite. */
static void test_looking_keeps_the_lock(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = NULL;
	sqlite3 *db;
	int result;
	pid_t child;

	help_create(f);
	assert_int_equal(sqlite3_open(f->file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
			 SQLITE_OK);
	child = fork();
	if (child == 0) {
		int status = ibp_store_open(f->file, IBP_STORE_READ, TOOL,
					    &store, &f->err);

		_exit(status == IBP_DATA &&
				      strstr(ibp_error_text(&f->err),
					     "in use by another program") ?
			      0 :
			      1);
	}
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_true(WIFEXITED(result) && WEXITSTATUS(result) == 0);
	sqlite3_close(db);
}

static void test_two_writers(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *first = help_begin(f);
	struct ibp_store *second = NULL;
	struct ibp_buf words = {0};

	ibp_buf_addf(&words,
		     "is being changed by %s (process %ld, since 2026-11-23 "
		     "12:00). Nothing was changed.",
		     TOOL, (long)getpid());
	REFUSED(f, IBP_DATA, words.data,
		ibp_store_open(f->file, IBP_STORE_WRITE, TOOL, &second,
			       &f->err));
	assert_null(second);
	OK(f, ibp_store_open(f->file, IBP_STORE_SCREEN, "ibp-scan", &second,
			     &f->err));
	assert_false(ibp_store_is_writable(second));
	assert_non_null(strstr(ibp_store_notice(second), "since 2026-11-23"));
	assert_non_null(strstr(ibp_store_notice(second), "You can look"));
	help_set(f, first, "GO.01", "score", "3");
	assert_int_equal(help_score(f, second, "GO.01"), 3);
	ibp_store_close(second);
	ibp_store_close(first);
	second = help_open(f, IBP_STORE_SCREEN);
	assert_true(ibp_store_is_writable(second));
	ibp_store_close(second);
	ibp_buf_release(&words);
}

#define WRITERS 4
#define CHANGES_EACH 15

/* Never returns: changes the file as often, each time with a new lease. */
static void write_often(struct fixture *f, int writer)
{
	static const char *const codes[WRITERS] = {"GO.01", "GO.02", "GO.03",
						   "GO.04"};

	for (int i = 0; i < CHANGES_EACH;) {
		const struct ibp_change change = {IBP_SUBJECT_NORM,
						  1,
						  codes[writer],
						  "score",
						  NULL,
						  ibp_score_text(i % 5 + 1),
						  NULL};
		struct ibp_store *store = NULL;
		enum ibp_status status = ibp_store_open(
			f->file, IBP_STORE_WRITE, TOOL, &store, &f->err);

		if (!status)
			status = ibp_store_apply(store, &change, 1, NULL,
						 &f->err);
		ibp_store_close(store);
		if (!status)
			i++;
		else if (!strstr(ibp_error_text(&f->err), "being changed by"))
			_exit(1);
	}
	_exit(0);
}

/* Many writers at once wait for each other; nothing is lost. */
static void test_many_writers(void **state)
{
	struct fixture *f = *state;
	struct ibp_findings findings = {0};
	struct ibp_arena arena = {0};
	struct ibp_log_entry *log;
	struct ibp_store *store;
	pid_t children[WRITERS];
	size_t count;
	int result;

	help_create(f);
	for (int i = 0; i < WRITERS; i++) {
		children[i] = fork();
		if (children[i] == 0)
			write_often(f, i);
	}
	for (int i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(children[i], &result, 0), children[i]);
		assert_true(WIFEXITED(result) && WEXITSTATUS(result) == 0);
	}
	store = help_open(f, IBP_STORE_READ);
	OK(f, ibp_store_log(store, NULL, 1, &arena, &log, &count, &f->err));
	assert_int_equal(log[0].step, 1 + WRITERS * CHANGES_EACH);
	OK(f, ibp_store_check(store, &findings, &f->err));
	assert_int_equal(findings.count, 0);
	ibp_store_close(store);
	/* The last one to leave took the lock file along. */
	assert_int_equal(help_each(f->dir, NULL), 1);
	ibp_findings_release(&findings);
	ibp_arena_release(&arena);
}

/* A writer that was killed leaves its lock file, but not its lock. */
static void test_stale_lock(void **state)
{
	struct fixture *f = *state;
	struct ibp_buf lock = {0};
	struct ibp_store *store;
	struct stat info;

	help_create(f);
	ibp_buf_addf(&lock, "%s.lock", f->file);
	OK(f, ibp_file_write(lock.data, "ibp-scan 1 2026-01-01T00:00:00Z\n", 32,
			     false, &f->err));
	store = help_open(f, IBP_STORE_WRITE);
	assert_true(ibp_store_is_writable(store));
	assert_int_equal(stat(lock.data, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0600);
	ibp_store_close(store);
	assert_false(ibp_file_exists(lock.data));
	ibp_buf_release(&lock);
}

/* What stands in a lock file of another is not repeated to the terminal. */
static void test_forged_lock(void **state)
{
	static const char *const texts[] = {
		"",
		"\n",
		"\033[2J 1 2026-01-01T00:00:00Z\n",
		"ibp-scan one 2026-01-01T00:00:00Z\n",
		"ibp-scan 1 yesterday\n",
		"ibp-scan 1"};
	struct fixture *f = *state;
	struct ibp_store *store = NULL;
	struct ibp_buf name = {0};
	int lock;

	help_create(f);
	ibp_buf_addf(&name, "%s.lock", f->file);
	lock = open(name.data, O_RDWR | O_CREAT, 0600);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		ssize_t length = (ssize_t)strlen(texts[i]);

		assert_int_equal(ftruncate(lock, 0), 0);
		assert_int_equal(pwrite(lock, texts[i], strlen(texts[i]), 0),
				 length);
		OK(f, ibp_store_open(f->file, IBP_STORE_SCREEN, TOOL, &store,
				     &f->err));
		assert_non_null(
			strstr(ibp_store_notice(store), "by another program."));
		ibp_store_close(store);
	}
	close(lock);
	ibp_buf_release(&name);
}

/* The journal of a file that is gone would be played into the new one. */
static void test_orphaned_journal(void **state)
{
	struct fixture *f = *state;
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, NULL, 0};
	char *name = ibp_path_join(f->dir, "school.ibp-journal");

	OK(f, ibp_file_write(name, "x", 1, false, &f->err));
	REFUSED(f, IBP_INPUT, "left behind",
		ibp_store_create(f->file, &init, &f->err));
	assert_int_equal(help_each(f->dir, NULL), 1);
	free(name);
}

static void test_shares(void **state)
{
	(void)state;
	assert_true(ibp_probe_is_shared(0x6969));
	assert_true(ibp_probe_is_shared(0x01021997));
	assert_true(ibp_probe_is_shared(0xfe534d42));
	assert_true(ibp_probe_is_shared(0xff534d42));
	assert_true(ibp_probe_is_shared((unsigned long)(int)0xff534d42U));
	assert_false(ibp_probe_is_shared(0xef53));
}

static void test_folder_missing_at_creation(void **state)
{
	struct fixture *f = *state;
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, NULL, 0};
	char *path = ibp_path_join(f->dir, "no/such/school.ibp");

	REFUSED(f, IBP_INPUT, "folder does not exist",
		ibp_store_create(path, &init, &f->err));
	free(path);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_missing),
		TEST(test_folder),
		TEST(test_named_pipe),
		TEST(test_empty),
		TEST(test_text_file),
		TEST(test_other_database),
		TEST(test_truncated),
		TEST(test_damaged),
		TEST(test_every_flipped_byte),
		TEST(test_forged_values),
		TEST(test_huge_value),
		TEST(test_symbolic_link),
		TEST(test_looking_keeps_the_lock),
		TEST(test_two_writers),
		TEST(test_many_writers),
		TEST(test_stale_lock),
		TEST(test_forged_lock),
		TEST(test_orphaned_journal),
		TEST(test_shares),
		TEST(test_folder_missing_at_creation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
