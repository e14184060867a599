/*
 * bench_store: a score, and opening and loading a full assessment, each
 * beside the same in plain SQLite on a copy of the same file, in turns.
 * Prints "NAME MEDIAN_US P95_US PEAK_KB" for each.  Works in the current
 * folder.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/path.h"
#include "store/store.h"

#define TIMES 200
#define TOOL "ibp-test"
#define STATEMENTS 7

/* What one score comes to, without us. */
static const char *const transaction[STATEMENTS] = {
	"BEGIN IMMEDIATE",
	"INSERT INTO step (at, who, tool, act) "
	"VALUES ('2026-11-23T12:00:00Z', 'iemand', 'sqlite', 'set')",
	"UPDATE answer SET score = CASE score WHEN 5 THEN 1 ELSE score + 1 END "
	"WHERE assessment = 1 AND norm = 'GO.01'",
	"INSERT INTO change SELECT max(id), 1, 'norm', 1, 'GO.01', 'score', "
	"'1', '2' FROM step",
	"DELETE FROM history WHERE undone = 1",
	"INSERT INTO history (step) SELECT max(id) FROM step",
	"COMMIT"};

struct bench {
	char dir[32];
	char *ours;
	char *theirs;
	struct ibp_framework *framework;
	struct ibp_error err;
};

static void stop(struct bench *b, const char *what)
{
	fprintf(stderr, "bench_store: %s: %s\n", what, ibp_error_text(&b->err));
	exit(1);
}

static long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

static void show(const char *name, long *times)
{
	struct rusage usage;

	qsort(times, TIMES, sizeof(*times), compare);
	getrusage(RUSAGE_SELF, &usage);
	printf("%s %ld %ld %ld\n", name, times[TIMES / 2],
	       times[TIMES * 95 / 100], usage.ru_maxrss);
}

static void score(struct bench *b, struct ibp_store *store, const char *code,
		  int score)
{
	const struct ibp_change change = {
		IBP_SUBJECT_NORM,      1,   code, "score", NULL,
		ibp_score_text(score), NULL};

	if (ibp_store_apply(store, &change, 1, NULL, &b->err))
		stop(b, "apply");
}

/* Every norm scored, with a note and an owner: a finished assessment. */
static void fill(struct bench *b)
{
	struct ibp_store *store = NULL;
	struct ibp_changes changes = {0};

	if (ibp_store_open(b->ours, IBP_STORE_WRITE, TOOL, &store, &b->err))
		stop(b, "open");
	for (size_t i = 0; i < b->framework->norm_count; i++) {
		const char *code = b->framework->norms[i].code;

		ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, code, "score",
				NULL, "2");
		ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, code, "owner",
				NULL, "privacy officer");
		ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, code, "due",
				NULL, "2027-06-30");
		ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, code, "note",
				NULL, "Het beleid is vastgesteld in maart.");
	}
	if (ibp_store_apply(store, changes.items, changes.count, NULL, &b->err))
		stop(b, "fill");
	ibp_changes_release(&changes);
	ibp_store_close(store);
}

static void begin(struct bench *b)
{
	const struct ibp_change name = {
		IBP_SUBJECT_BOARD, 0, "", "name", NULL, "De Linde", NULL};
	const struct ibp_store_init init = {TOOL, "ibp-fo", "2024-06", &name,
					    1};
	struct ibp_buf content = {0};
	char *data = ibp_path_data(NULL);

	snprintf(b->dir, sizeof(b->dir), "bench-XXXXXX");
	if (!mkdtemp(b->dir))
		stop(b, "no folder");
	b->ours = ibp_path_join(b->dir, "school.ibp");
	b->theirs = ibp_path_join(b->dir, "plain.ibp");
	if (ibp_framework_open(data, "ibp-fo", "2024-06", &b->framework,
			       &b->err))
		stop(b, "norms");
	if (ibp_store_create(b->ours, &init, &b->err))
		stop(b, "create");
	fill(b);
	if (ibp_file_read(b->ours, (size_t)1 << 28, &content, &b->err) ||
	    ibp_file_write(b->theirs, content.data, content.length, false,
			   &b->err))
		stop(b, "copy");
	ibp_buf_release(&content);
	free(data);
}

static sqlite3 *open_plain(struct bench *b)
{
	sqlite3 *db;

	if (sqlite3_open(b->theirs, &db) != SQLITE_OK ||
	    sqlite3_exec(db, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL))
		stop(b, sqlite3_errmsg(db));
	return db;
}

static void bench_score(struct bench *b)
{
	struct ibp_store *store = NULL;
	sqlite3 *db = open_plain(b);
	sqlite3_stmt *statements[STATEMENTS];
	long ours[TIMES];
	long theirs[TIMES];

	if (ibp_store_open(b->ours, IBP_STORE_SCREEN, TOOL, &store, &b->err))
		stop(b, "open");
	for (int i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v2(db, transaction[i], -1, &statements[i],
				       NULL))
			stop(b, sqlite3_errmsg(db));
	for (int i = 0; i < TIMES; i++) {
		long start = now_us();
		long middle;

		for (int s = 0; s < STATEMENTS; s++) {
			if (sqlite3_step(statements[s]) != SQLITE_DONE)
				stop(b, sqlite3_errmsg(db));
			sqlite3_reset(statements[s]);
		}
		middle = now_us();
		score(b, store, "GO.01", i % 2 + 4);
		theirs[i] = middle - start;
		ours[i] = now_us() - middle;
	}
	show("plain-score", theirs);
	show("score", ours);
	for (int i = 0; i < STATEMENTS; i++)
		sqlite3_finalize(statements[i]);
	sqlite3_close(db);
	ibp_store_close(store);
}

static void load_plain(struct bench *b)
{
	sqlite3 *db = open_plain(b);
	sqlite3_stmt *statement;
	int rows = 0;

	if (sqlite3_prepare_v2(db, "SELECT * FROM answer WHERE assessment = 1",
			       -1, &statement, NULL))
		stop(b, sqlite3_errmsg(db));
	while (sqlite3_step(statement) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(statement); i++)
			rows += sqlite3_column_text(statement, i) != NULL;
	if (!rows)
		stop(b, "nothing to read");
	sqlite3_finalize(statement);
	sqlite3_close(db);
}

static void load_ours(struct bench *b)
{
	struct ibp_assessment *a = NULL;
	struct ibp_store *store = NULL;

	if (ibp_store_open(b->ours, IBP_STORE_READ, TOOL, &store, &b->err) ||
	    ibp_store_load(store, 1, b->framework, &a, &b->err))
		stop(b, "load");
	ibp_assessment_free(a);
	ibp_store_close(store);
}

static void bench_load(struct bench *b)
{
	long ours[TIMES];
	long theirs[TIMES];

	for (int i = 0; i < TIMES; i++) {
		long start = now_us();
		long middle;

		load_plain(b);
		middle = now_us();
		load_ours(b);
		theirs[i] = middle - start;
		ours[i] = now_us() - middle;
	}
	show("plain-load", theirs);
	show("load", ours);
}

int main(void)
{
	struct bench b = {0};

	begin(&b);
	bench_score(&b);
	bench_load(&b);
	unlink(b.ours);
	unlink(b.theirs);
	rmdir(b.dir);
	ibp_framework_free(b.framework);
	free(b.ours);
	free(b.theirs);
	return 0;
}
