/* Files and folders that may not be read or written.  Not for root. */
#include "store_help.h"

#include <sqlite3.h>

static void make_mode(const char *path, mode_t mode)
{
	assert_int_equal(chmod(path, mode), 0);
}

static void test_unreadable_file(void **state)
{
	static const enum ibp_store_mode modes[] = {
		IBP_STORE_READ, IBP_STORE_WRITE, IBP_STORE_SCREEN};
	struct fixture *f = *state;
	struct ibp_store *store = NULL;

	help_create(f);
	make_mode(f->file, 0);
	for (size_t i = 0; i < 3; i++)
		REFUSED(f, IBP_INPUT, "cannot be read",
			ibp_store_open(f->file, modes[i], TOOL, &store,
				       &f->err));
	assert_int_equal(help_each(f->dir, NULL), 1);
}

/* A writing command is refused, a screen looks, reading is as always. */
static void expect_only_read(struct fixture *f, const char *words)
{
	struct ibp_store *store = NULL;

	REFUSED(f, IBP_DATA, words,
		ibp_store_open(f->file, IBP_STORE_WRITE, TOOL, &store,
			       &f->err));
	store = help_open(f, IBP_STORE_SCREEN);
	assert_false(ibp_store_is_writable(store));
	assert_non_null(strstr(ibp_store_notice(store), words));
	assert_int_equal(help_score(f, store, "GO.01"), IBP_SCORE_OPEN);
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_READ);
	help_no_notice(f, store);
	assert_int_equal(help_score(f, store, "GO.01"), IBP_SCORE_OPEN);
	ibp_store_close(store);
	assert_int_equal(help_each(f->dir, NULL), 1);
}

static void test_read_only_file(void **state)
{
	struct fixture *f = *state;

	help_create(f);
	make_mode(f->file, 0400);
	expect_only_read(f, "can only be read here");
}

static void test_read_only_folder(void **state)
{
	struct fixture *f = *state;
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, NULL, 0};
	char *other = ibp_path_join(f->dir, "other.ibp");

	help_create(f);
	make_mode(f->dir, 0500);
	expect_only_read(f, "no lock can be made beside it");
	REFUSED(f, IBP_INPUT, "cannot be made",
		ibp_store_create(other, &init, &f->err));
	make_mode(f->dir, 0700);
	free(other);
}

static void copy_file(struct fixture *f, const char *from, const char *to)
{
	size_t length;
	char *content = help_read(f, from, &length);

	OK(f, ibp_file_write(to, content, length, true, &f->err));
	free(content);
}

/* A change broken off halfway, which can only be put right by writing. */
static void test_broken_off_change(void **state)
{
	struct fixture *f = *state;
	char *file = ibp_path_join(f->dir, "cut.ibp");
	char *from = ibp_path_join(f->dir, "school.ibp-journal");
	char *to = ibp_path_join(f->dir, "cut.ibp-journal");
	struct ibp_store *store = NULL;
	sqlite3 *db;

	help_create(f);
	assert_int_equal(sqlite3_open(f->file, &db), SQLITE_OK);
	/* More than fits in the cache, so that it is in the file already. */
	assert_int_equal(
		sqlite3_exec(db,
			     "PRAGMA cache_size = 1; BEGIN;"
			     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
			     "SELECT i + 1 FROM n WHERE i < 3000) "
			     "INSERT INTO draft SELECT i, 'x' FROM n",
			     NULL, NULL, NULL),
		SQLITE_OK);
	copy_file(f, f->file, file);
	copy_file(f, from, to);
	sqlite3_close(db);
	make_mode(file, 0400);
	make_mode(f->dir, 0500);
	REFUSED(f, IBP_DATA, "broken off halfway",
		ibp_store_open(file, IBP_STORE_READ, TOOL, &store, &f->err));
	make_mode(f->dir, 0700);
	make_mode(file, 0600);
	OK(f, ibp_store_open(file, IBP_STORE_READ, TOOL, &store, &f->err));
	assert_null(ibp_store_draft_get(store, "1"));
	ibp_store_close(store);
	free(file);
	free(from);
	free(to);
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	make_mode(f->dir, 0700);
	return help_tear_down(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, help_set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_unreadable_file),
		TEST(test_read_only_file),
		TEST(test_read_only_folder),
		TEST(test_broken_off_change),
	};

	/* Rights do not hold for root. */
	if (geteuid() == 0)
		return 77;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
