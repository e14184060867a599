/* The board's applications in the file: removing, undo, names, refusals. */
#include "store_help.h"

#include <sqlite3.h>

static void apply(struct fixture *f, struct ibp_store *store,
		  const struct ibp_change *changes, size_t count)
{
	OK(f, ibp_store_apply(store, changes, count, NULL, &f->err));
}

#define SET(subject, key, field, value)                           \
	{                                                         \
		(subject), 0, (key), (field), NULL, (value), NULL \
	}

/* Two schools, two applications with all that belongs to the first. */
static const struct ibp_change board[] = {
	SET(IBP_SUBJECT_SCHOOL, "1", "name", "De Regenboog"),
	SET(IBP_SUBJECT_SCHOOL, "2", "name", "Het Kompas"),
	SET(IBP_SUBJECT_APPLICATION, "1", "name", "Magister"),
	SET(IBP_SUBJECT_APPLICATION, "1", "status", "in-use"),
	SET(IBP_SUBJECT_APPLICATION, "2", "name", "Zermelo"),
	SET(IBP_SUBJECT_AGREEMENT, "1", "status", "signed"),
	SET(IBP_SUBJECT_AGREEMENT, "1", "ends", "2028-07-31"),
	SET(IBP_SUBJECT_USE, "1:1", "used", "yes"),
	SET(IBP_SUBJECT_USE, "1:2", "used", "yes"),
	SET(IBP_SUBJECT_USE, "2:1", "used", "yes"),
	SET(IBP_SUBJECT_PLACEMENT, "1", "application", "1"),
	SET(IBP_SUBJECT_PLACEMENT, "1", "element", "id-las"),
	SET(IBP_SUBJECT_PLACEMENT, "1", "element_name", "LAS"),
	SET(IBP_SUBJECT_PLACEMENT, "2", "application", "2"),
	SET(IBP_SUBJECT_PLACEMENT, "2", "element", "id-rooster"),
	SET(IBP_SUBJECT_PLACEMENT, "2", "element_name", "Roosterpakket"),
	SET(IBP_SUBJECT_PLACEMENT, "3", "application", "1"),
	SET(IBP_SUBJECT_PLACEMENT, "3", "element", "id-agenda"),
	SET(IBP_SUBJECT_PLACEMENT, "3", "element_name", "Agenda"),
	SET(IBP_SUBJECT_PLACEMENT, "3", "note", "alleen vo"),
	SET(IBP_SUBJECT_COUPLING, "1", "from", "2"),
	SET(IBP_SUBJECT_COUPLING, "1", "to", "1"),
	SET(IBP_SUBJECT_COUPLING, "1", "data", "rooster"),
};

#define BOARD (sizeof(board) / sizeof(*board))

static struct ibp_store *begin(struct fixture *f)
{
	struct ibp_store *store = help_begin(f);

	apply(f, store, board, BOARD);
	return store;
}

static struct ibp_landscape *load(struct fixture *f, struct ibp_store *store)
{
	struct ibp_landscape *landscape = NULL;

	OK(f, ibp_store_landscape(store, &landscape, &f->err));
	return landscape;
}

static void expect_whole(struct fixture *f, struct ibp_store *store)
{
	struct ibp_landscape *l = load(f, store);

	assert_int_equal(l->application_count, 2);
	assert_string_equal(l->applications[0].agreement.ends, "2028-07-31");
	assert_int_equal(l->use_count, 3);
	assert_int_equal(l->applications[0].use_count, 2);
	assert_int_equal(l->placement_count, 3);
	/* By application, then number. */
	assert_int_equal(l->placements[0].id, 1);
	assert_int_equal(l->placements[1].id, 3);
	assert_int_equal(l->placements[2].id, 2);
	assert_int_equal(l->applications[0].placement_count, 2);
	assert_string_equal(l->placements[1].note, "alleen vo");
	assert_int_equal(l->placements[2].at, 1);
	assert_int_equal(l->coupling_count, 1);
	assert_int_equal(l->school_count, 2);
	ibp_landscape_free(l);
}

static void expect_no_findings(struct fixture *f, struct ibp_store *store)
{
	struct ibp_findings findings = {0};

	OK(f, ibp_store_check(store, &findings, &f->err));
	for (size_t i = 0; i < findings.count; i++)
		print_message("%s\n", findings.items[i].message);
	assert_int_equal(findings.count, 0);
	ibp_findings_release(&findings);
}

static void describes(const struct ibp_changes *changes, const char *wanted)
{
	struct ibp_buf text = {0};

	ibp_changes_describe(changes->items, changes->count, &text);
	assert_string_equal(ibp_buf_text(&text), wanted);
	ibp_buf_release(&text);
}

static void test_removing_an_application(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = begin(f);
	struct ibp_changes changes = {0};
	struct ibp_landscape *l = load(f, store);

	ibp_landscape_remove(l, 0, &changes);
	ibp_landscape_free(l);
	apply(f, store, changes.items, changes.count);
	describes(&changes, "Application 1 removed: Magister");
	l = load(f, store);
	assert_int_equal(l->application_count, 1);
	assert_int_equal(l->use_count, 1);
	assert_int_equal(l->placement_count, 1);
	assert_int_equal(l->coupling_count, 0);
	ibp_landscape_free(l);
	expect_no_findings(f, store);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	describes(&changes, "Application 1 added: Magister");
	expect_whole(f, store);
	expect_no_findings(f, store);
	OK(f, ibp_store_redo(store, &changes, &f->err));
	OK(f, ibp_store_undo(store, &changes, &f->err));
	expect_whole(f, store);
	ibp_changes_release(&changes);
	ibp_store_close(store);
}

static void test_removing_a_school(void **state)
{
	const struct ibp_change bare =
		SET(IBP_SUBJECT_SCHOOL, "1", "name", NULL);
	struct fixture *f = *state;
	struct ibp_store *store = begin(f);
	struct ibp_changes changes = {0};
	struct ibp_landscape *l = load(f, store);

	/* Not while an application says that it uses it. */
	assert_int_equal(ibp_store_apply(store, &bare, 1, NULL, &f->err),
			 IBP_USAGE);
	expect_whole(f, store);
	ibp_landscape_remove_uses(l, 1, &changes);
	assert_int_equal(changes.count, 2);
	ibp_landscape_free(l);
	ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, "1", "name",
			"De Regenboog", NULL);
	apply(f, store, changes.items, changes.count);
	describes(&changes, "School 1 removed: De Regenboog");
	l = load(f, store);
	assert_int_equal(l->use_count, 1);
	assert_int_equal(l->school_count, 1);
	ibp_landscape_free(l);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	expect_whole(f, store);
	expect_no_findings(f, store);
	ibp_changes_release(&changes);
	ibp_store_close(store);
}

/* What a single change is called, also when its thing is gone. */
static void test_names(void **state)
{
	static const struct {
		struct ibp_change change;
		const char *done;
		const char *undone;
	} cases[] = {
		{SET(IBP_SUBJECT_APPLICATION, "1", "status", "phase-out"),
		 "Magister: Status being phased out",
		 "Magister: Status in use (was being phased out)"},
		{SET(IBP_SUBJECT_AGREEMENT, "2", "status", "requested"),
		 "Agreement on Zermelo: Status requested",
		 "Agreement on Zermelo: Status cleared (was requested)"},
		{SET(IBP_SUBJECT_USE, "2:1", "used", NULL),
		 "No longer used: Zermelo at De Regenboog",
		 "Used: Zermelo at De Regenboog"},
		{SET(IBP_SUBJECT_PLACEMENT, "3", "application", NULL),
		 "No longer placed: Magister on Agenda",
		 "Placed: Magister on Agenda"},
		{SET(IBP_SUBJECT_PLACEMENT, "2", "kind", "partial"),
		 "Zermelo on Roosterpakket: Kind partial",
		 "Zermelo on Roosterpakket: Kind cleared (was partial)"},
		{SET(IBP_SUBJECT_COUPLING, "1", "from", NULL),
		 "No longer coupled: Zermelo and Magister",
		 "Coupled: Zermelo and Magister"},
		{SET(IBP_SUBJECT_SETTING, "check-off", "value", "x"),
		 "Setting \"check-off\" made", "Setting \"check-off\" cleared"},
	};
	struct fixture *f = *state;
	struct ibp_store *store = begin(f);

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct ibp_change *c = &cases[i].change;
		struct ibp_changes changes = {0};

		ibp_changes_add(&changes, c->subject, 0, c->key, c->field,
				c->to ? NULL : "x", c->to);
		apply(f, store, changes.items, changes.count);
		OK(f, ibp_store_name(store, &changes, &f->err));
		describes(&changes, cases[i].done);
		OK(f, ibp_store_undo(store, &changes, &f->err));
		describes(&changes, cases[i].undone);
		ibp_changes_release(&changes);
	}
	ibp_store_close(store);
}

static void test_exclusion(void **state)
{
	const struct ibp_change out[] = {
		SET(IBP_SUBJECT_EXCLUSION, "id-abc", "reason",
		    "Geen internaat"),
		SET(IBP_SUBJECT_EXCLUSION, "id-abc", "element_name",
		    "Internaat"),
		SET(IBP_SUBJECT_BOARD, "", "fora", "2025-02-28")};
	struct fixture *f = *state;
	struct ibp_store *store = begin(f);
	struct ibp_changes changes = {0};
	struct ibp_log_entry *log;
	struct ibp_arena arena = {0};
	size_t count;

	apply(f, store, out, 3);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	describes(&changes, "For us again: Internaat");
	OK(f, ibp_store_redo(store, &changes, &f->err));
	describes(&changes, "Not for us: Internaat");
	ibp_changes_release(&changes);
	OK(f, ibp_store_log(store, "id-abc", 0, &arena, &log, &count, &f->err));
	assert_int_equal(count, 6);
	assert_string_equal(log[0].change.name, "Internaat");
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

/* The assessment says the same, whatever applications there are. */
static void test_digest_is_apart(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	char before[IBP_SHA256_SIZE];
	char after[IBP_SHA256_SIZE];

	help_set(f, store, "GO.01", "score", "3");
	OK(f, ibp_store_digest(store, 1, before, &f->err));
	apply(f, store, board, BOARD);
	OK(f, ibp_store_digest(store, 1, after, &f->err));
	assert_string_equal(before, after);
	ibp_store_close(store);
}

static void test_refused(void **state)
{
	static const struct ibp_change bad[] = {
		SET(IBP_SUBJECT_APPLICATION, "3", "status", "in-use"),
		SET(IBP_SUBJECT_APPLICATION, "0", "name", "x"),
		SET(IBP_SUBJECT_APPLICATION, "x", "name", "x"),
		SET(IBP_SUBJECT_APPLICATION, "3", "name", "Magister"),
		SET(IBP_SUBJECT_APPLICATION, "1", "country", "nl"),
		SET(IBP_SUBJECT_APPLICATION, "1", "country", "N1"),
		SET(IBP_SUBJECT_APPLICATION, "1", "users", "-1"),
		SET(IBP_SUBJECT_APPLICATION, "1", "users", "10000001"),
		SET(IBP_SUBJECT_APPLICATION, "1", "cost", "12,50"),
		SET(IBP_SUBJECT_APPLICATION, "1", "in_use_from", "2026-02-30"),
		SET(IBP_SUBJECT_APPLICATION, "1", "hosting", "cloud"),
		SET(IBP_SUBJECT_APPLICATION, "1", "colour", "red"),
		SET(IBP_SUBJECT_AGREEMENT, "9", "status", "signed"),
		SET(IBP_SUBJECT_AGREEMENT, "1", "status", "yes"),
		SET(IBP_SUBJECT_USE, "1", "used", "yes"),
		SET(IBP_SUBJECT_USE, "1:", "used", "yes"),
		SET(IBP_SUBJECT_USE, "01:1", "used", "yes"),
		SET(IBP_SUBJECT_USE, "1:1:1", "used", "yes"),
		SET(IBP_SUBJECT_USE, "1:9", "used", "yes"),
		SET(IBP_SUBJECT_USE, "9:1", "used", "yes"),
		SET(IBP_SUBJECT_USE, "1:1", "used", "no"),
		SET(IBP_SUBJECT_PLACEMENT, "9", "application", "1"),
		SET(IBP_SUBJECT_PLACEMENT, "1", "application", "9"),
		SET(IBP_SUBJECT_PLACEMENT, "3", "element", "id-las"),
		SET(IBP_SUBJECT_PLACEMENT, "1", "element_name", NULL),
		SET(IBP_SUBJECT_PLACEMENT, "1", "kind", "other"),
		SET(IBP_SUBJECT_COUPLING, "1", "to", "2"),
		SET(IBP_SUBJECT_COUPLING, "1", "to", NULL),
		SET(IBP_SUBJECT_EXCLUSION, "id-abc", "reason", "x"),
		SET(IBP_SUBJECT_EXCLUSION, "", "reason", "x"),
		SET(IBP_SUBJECT_SETTING, "", "value", "x"),
	};
	struct fixture *f = *state;
	struct ibp_store *store = begin(f);

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		enum ibp_status status =
			ibp_store_apply(store, &bad[i], 1, NULL, &f->err);

		if (status != IBP_USAGE && status != IBP_INPUT)
			fail_msg("case %zu: %d", i, status);
		assert_true(strlen(ibp_error_text(&f->err)) > 20);
		ibp_error_release(&f->err);
	}
	expect_whole(f, store);
	expect_no_findings(f, store);
	ibp_store_close(store);
}

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db;
	char *said = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s", said);
	sqlite3_close(db);
}

/* Values that no program of ours wrote. */
static void test_damaged(void **state)
{
	static const char *const statements[] = {
		"PRAGMA ignore_check_constraints = 1;"
		"UPDATE application SET country = 'nl'",
		"UPDATE application SET name = NULL WHERE id = 2",
		"UPDATE placement SET element_name = NULL",
		"UPDATE placement SET application = 77",
		"UPDATE coupling SET target = 77",
		"UPDATE coupling SET source = NULL",
		"INSERT INTO use VALUES (77, 1, 'yes')",
		"INSERT INTO agreement (application, status) "
		"VALUES (77, 'none')",
		"INSERT INTO exclusion VALUES ('id-x', 'x', NULL, NULL)",
		"UPDATE application SET name = 'x' || char(27) WHERE id = 1",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++) {
		struct ibp_landscape *landscape = NULL;
		struct ibp_store *store = begin(f);

		ibp_store_close(store);
		run_sql(f->file, statements[i]);
		store = help_open(f, IBP_STORE_READ);
		REFUSED(f, IBP_DATA, "does not belong there",
			ibp_store_landscape(store, &landscape, &f->err));
		assert_null(landscape);
		ibp_store_close(store);
		help_each(f->dir, help_remove);
	}
}

static void test_setting(void **state)
{
	const struct ibp_change change =
		SET(IBP_SUBJECT_SETTING, "check-off", "value", "a b");
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	char *value;

	OK(f, ibp_store_setting(store, "check-off", &value, &f->err));
	assert_null(value);
	apply(f, store, &change, 1);
	OK(f, ibp_store_setting(store, "check-off", &value, &f->err));
	assert_string_equal(value, "a b");
	free(value);
	ibp_store_close(store);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_removing_an_application),
		TEST(test_removing_a_school),
		TEST(test_names),
		TEST(test_exclusion),
		TEST(test_digest_is_apart),
		TEST(test_refused),
		TEST(test_damaged),
		TEST(test_setting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
