/* Full, broken and read-only disks, at every moment of a change. */
#include "store_help.h"

#include "faulty_vfs.h"

/* No change here asks the disk more often than this. */
#define MOMENTS_MAX 2000

struct disk {
	const char *name;
	int error;
	enum ibp_status status;
	const char *words;
};

static const struct disk disks[] = {
	{"full", ENOSPC, IBP_INPUT, "the disk is full"},
	{"broken", EIO, IBP_INPUT, "does not work as it should"},
	{"read-only", EROFS, IBP_DATA, "can only be read"},
};

#define DISKS (sizeof(disks) / sizeof(*disks))

static const enum faulty_call calls[] = {
	FAULTY_OPEN,     FAULTY_WRITE,  FAULTY_SHORT,  FAULTY_SYNC,
	FAULTY_TRUNCATE, FAULTY_DELETE, FAULTY_DELETED};

#define CALLS (sizeof(calls) / sizeof(*calls))

static enum ibp_status score(struct fixture *f, struct ibp_store *store,
			     const char *value)
{
	const struct ibp_change change = {
		IBP_SUBJECT_NORM, 1, "GO.01", "score", NULL, value, NULL};

	return ibp_store_apply(store, &change, 1, NULL, &f->err);
}

static void expect_sound(struct fixture *f, struct ibp_store *store)
{
	struct ibp_findings findings = {0};

	OK(f, ibp_store_check(store, &findings, &f->err));
	if (findings.count)
		fail_msg("%s", findings.items[0].message);
	ibp_findings_release(&findings);
}

/* How often a change was made although the disk said no. */
static unsigned made_anyway;

/* The sentence fits the disk; what it says of the change is true. */
static void expect_sentence(struct fixture *f, const struct disk *disk,
			    int before, int after, int now)
{
	const char *text = ibp_error_text(&f->err);
	bool says_made = strstr(text, "The change is in") != NULL;

	made_anyway += says_made;
	assert_int_equal(f->err.status, disk->status);
	if (!says_made && !strstr(text, disk->words))
		fail_msg("%s disk: %s", disk->name, text);
	assert_int_equal(now, says_made ? after : before);
	ibp_error_release(&f->err);
}

/*
 * One change while the disk fails at the moment AT.  False when the change
 * was over before that.  The same store is used on when the disk works
 * again; or the program ends while it does not.
 */
static bool try_moment(struct fixture *f, const struct disk *disk,
		       enum faulty_call call, unsigned long at, bool once,
		       bool end)
{
	struct ibp_store *store = help_open(f, IBP_STORE_WRITE);
	int before = help_score(f, store, "GO.01");
	int after = before % 5 + 1;
	enum ibp_status status;
	bool struck;

	faulty_plan(call, disk->error, at, once);
	status = score(f, store, ibp_score_text(after));
	struck = faulty.struck;
	if (end && struck) {
		ibp_store_close(store);
		faulty_heal();
		store = help_open(f, IBP_STORE_WRITE);
	}
	faulty_heal();
	if (status)
		expect_sentence(f, disk, before, after,
				help_score(f, store, "GO.01"));
	else
		assert_int_equal(help_score(f, store, "GO.01"), after);
	expect_sound(f, store);
	OK(f, score(f, store, NULL));
	OK(f, score(f, store, "2"));
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_READ);
	assert_int_equal(help_score(f, store, "GO.01"), 2);
	expect_sound(f, store);
	ibp_store_close(store);
	return struck;
}

/* Every moment of one kind of call; how many there were. */
static unsigned long try_call(struct fixture *f, const struct disk *disk,
			      enum faulty_call call, bool once, bool end)
{
	unsigned long at = 1;

	while (try_moment(f, disk, call, at, once, end))
		assert_true(++at < MOMENTS_MAX);
	return at - 1;
}

static void try_disk(struct fixture *f, const struct disk *disk)
{
	unsigned long moments[FAULTY_CALLS] = {0};

	made_anyway = 0;
	ibp_store_close(help_begin(f));
	for (size_t i = 0; i < CALLS; i++) {
		moments[calls[i]] = try_call(f, disk, calls[i], true, false);
		try_call(f, disk, calls[i], false, false);
		try_call(f, disk, calls[i], false, true);
	}
	/* A change makes a journal, writes, synchronises, removes it. */
	assert_true(moments[FAULTY_OPEN] >= 1);
	assert_true(moments[FAULTY_WRITE] >= 4);
	assert_true(moments[FAULTY_SYNC] >= 2);
	assert_true(moments[FAULTY_DELETE] == 1);
	/* When the journal is gone and only the folder is not on the disk. */
	assert_true(made_anyway > 0);
	print_message("%s disk: %lu + %lu + %lu moments\n", disk->name,
		      moments[FAULTY_WRITE], moments[FAULTY_SYNC],
		      moments[FAULTY_DELETE]);
}

static void test_full_disk(void **state)
{
	try_disk(*state, &disks[0]);
}

static void test_broken_disk(void **state)
{
	try_disk(*state, &disks[1]);
}

static void test_read_only_disk(void **state)
{
	try_disk(*state, &disks[2]);
}

/* A score is on the disk before it is answered. */
static void test_syncs_of_one_score(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);

	faulty_heal();
	OK(f, score(f, store, "3"));
	print_message("one score: %lu syncs, %lu writes, %lu deletes\n",
		      faulty.counts[FAULTY_SYNC], faulty.counts[FAULTY_WRITE],
		      faulty.counts[FAULTY_DELETE]);
	assert_true(faulty.counts[FAULTY_SYNC] >= 2);
	assert_int_equal(faulty.counts[FAULTY_DELETE], 1);
	/* The same again is no change, and asks nothing of the disk. */
	faulty_heal();
	OK(f, score(f, store, "3"));
	assert_int_equal(faulty.counts[FAULTY_SYNC], 0);
	assert_int_equal(faulty.counts[FAULTY_WRITE], 0);
	ibp_store_close(store);
}

/* Undo, a new assessment and a draft are whole or not there as well. */
static void test_other_changes(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_assessment_info *list;
	struct ibp_changes changes = {0};
	struct ibp_arena arena = {0};
	size_t count;

	OK(f, score(f, store, "3"));
	for (unsigned long at = 1; at < 4; at++) {
		faulty_plan(FAULTY_WRITE, ENOSPC, at, false);
		REFUSED(f, IBP_INPUT, "full",
			ibp_store_undo(store, &changes, &f->err));
		assert_int_equal(changes.count, 0);
		REFUSED(f, IBP_INPUT, "full",
			ibp_store_new_assessment(store, "2027", FRAMEWORK,
						 VERSION, 1, &f->err));
		REFUSED(f, IBP_INPUT, "full",
			ibp_store_draft_set(store, "n", "x", &f->err));
	}
	faulty_heal();
	assert_int_equal(help_score(f, store, "GO.01"), 3);
	assert_null(ibp_store_draft_get(store, "n"));
	OK(f, ibp_store_assessments(store, &arena, &list, &count, &f->err));
	assert_int_equal(count, 1);
	OK(f, ibp_store_undo(store, &changes, &f->err));
	assert_int_equal(changes.count, 1);
	expect_sound(f, store);
	ibp_changes_release(&changes);
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

/* A new file is there whole, or nothing is. */
static void test_creation(void **state)
{
	struct fixture *f = *state;
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, NULL, 0};

	for (size_t d = 0; d < DISKS; d++) {
		for (size_t i = 0; i < CALLS; i++) {
			unsigned long at = 0;

			do {
				faulty_plan(calls[i], disks[d].error, ++at,
					    false);
				if (ibp_store_create(f->file, &init, &f->err))
					assert_int_equal(
						help_each(f->dir, NULL), 0);
				else
					unlink(f->file);
				ibp_error_release(&f->err);
			} while (faulty.struck && at < MOMENTS_MAX);
		}
	}
	faulty_heal();
}

/* A copy as well; the file it is of is left alone. */
static void test_backup(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	char *copy = NULL;

	for (size_t i = 0; i < CALLS; i++) {
		unsigned long at = 0;

		do {
			faulty_plan(calls[i], ENOSPC, ++at, false);
			if (ibp_store_backup(store, &copy, &f->err) == IBP_OK) {
				unlink(copy);
				free(copy);
			}
			ibp_error_release(&f->err);
			/* The file and its lock. */
			assert_int_equal(help_each(f->dir, NULL), 2);
		} while (faulty.struck && at < MOMENTS_MAX);
	}
	faulty_heal();
	expect_sound(f, store);
	ibp_store_close(store);
}

/* Reading that fails says so, and reads again when it can. */
static void test_reading(void **state)
{
	struct fixture *f = *state;
	unsigned long at = 0;

	ibp_store_close(help_begin(f));
	do {
		struct ibp_assessment *a = NULL;
		struct ibp_store *store = NULL;
		enum ibp_status status;

		faulty_plan(FAULTY_READ, EIO, ++at, false);
		status = ibp_store_open(f->file, IBP_STORE_READ, TOOL, &store,
					&f->err);
		if (!status)
			status = ibp_store_load(store, 1, f->framework, &a,
						&f->err);
		assert_true(!status == !faulty.struck);
		if (status) {
			assert_int_equal(status, IBP_INPUT);
			assert_non_null(strstr(ibp_error_text(&f->err),
					       "does not work as it should"));
			ibp_error_release(&f->err);
		}
		ibp_assessment_free(a);
		ibp_store_close(store);
	} while (faulty.struck && at < MOMENTS_MAX);
	assert_true(at > 5);
	faulty_heal();
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_full_disk),      TEST(test_broken_disk),
		TEST(test_read_only_disk), TEST(test_syncs_of_one_score),
		TEST(test_other_changes),  TEST(test_creation),
		TEST(test_backup),         TEST(test_reading),
	};

	faulty_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
