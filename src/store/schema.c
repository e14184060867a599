#include "store/schema.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "store/chain.h"

/*
 * A migration never changes once it was in a release.  What exists only
 * while its first field is set has columns that may be empty halfway through
 * a change; store/step.c looks at them at its end.
 */
static const char *const version_1[] = {
	"CREATE TABLE meta ("
	"key TEXT PRIMARY KEY, "
	"value TEXT NOT NULL"
	") STRICT, WITHOUT ROWID",

	"INSERT INTO meta (key, value) VALUES ('min_reader', '1')",

	"CREATE TABLE board ("
	"name TEXT CHECK (length(name) BETWEEN 1 AND 200), "
	"sector TEXT CHECK (sector IN ('po', 'vo', 'so', 'po+vo')), "
	"students INTEGER CHECK (students BETWEEN 0 AND 1000000), "
	"schools INTEGER CHECK (schools BETWEEN 0 AND 10000), "
	"province TEXT CHECK (length(province) BETWEEN 1 AND 40), "
	"id INTEGER PRIMARY KEY CHECK (id = 1)"
	") STRICT",

	"CREATE TABLE school ("
	"name TEXT CHECK (length(name) BETWEEN 1 AND 200), "
	"brin TEXT CHECK (length(brin) BETWEEN 1 AND 40), "
	"sector TEXT CHECK (sector IN ('po', 'vo', 'so', 'po+vo')), "
	"id INTEGER PRIMARY KEY"
	") STRICT",

	"CREATE TABLE assessment ("
	"name TEXT CHECK (length(name) BETWEEN 1 AND 200), "
	"framework TEXT CHECK (length(framework) BETWEEN 1 AND 40), "
	"version TEXT CHECK (length(version) BETWEEN 1 AND 40), "
	"created TEXT "
	"CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', created) IS created), "
	"locked TEXT "
	"CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', locked) IS locked), "
	"id INTEGER PRIMARY KEY, "
	"UNIQUE (name)"
	") STRICT",

	/* -1 is not applicable. */
	"CREATE TABLE answer ("
	"assessment INTEGER NOT NULL REFERENCES assessment (id), "
	"norm TEXT NOT NULL CHECK (length(norm) BETWEEN 1 AND 40), "
	"score INTEGER CHECK (score IN (-1, 1, 2, 3, 4, 5)), "
	"reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000), "
	"score_2 INTEGER CHECK (score_2 IN (-1, 1, 2, 3, 4, 5)), "
	"reason_2 TEXT CHECK (length(reason_2) BETWEEN 1 AND 1000), "
	"score_settled INTEGER CHECK (score_settled IN (-1, 1, 2, 3, 4, 5)), "
	"reason_settled TEXT CHECK (length(reason_settled) BETWEEN 1 AND "
	"1000), "
	"target INTEGER CHECK (target BETWEEN 1 AND 5), "
	"status TEXT CHECK (status IN ('open', 'planned', 'in-progress', "
	"'done')), "
	"priority TEXT CHECK (priority IN ('low', 'medium', 'high')), "
	"owner TEXT CHECK (length(owner) BETWEEN 1 AND 200), "
	"due TEXT CHECK (date(due) IS due), "
	"note TEXT CHECK (length(note) BETWEEN 1 AND 20000), "
	"look_again TEXT CHECK (look_again IN ('yes')), "
	"PRIMARY KEY (assessment, norm)"
	") STRICT, WITHOUT ROWID",

	"CREATE TABLE evidence ("
	"assessment INTEGER NOT NULL REFERENCES assessment (id), "
	"norm TEXT CHECK (length(norm) BETWEEN 1 AND 40), "
	"title TEXT CHECK (length(title) BETWEEN 1 AND 1000), "
	"ref TEXT CHECK (length(ref) BETWEEN 1 AND 1000), "
	"kind TEXT CHECK (kind IN ('document', 'record', 'observation', "
	"'interview', 'system')), "
	"date TEXT CHECK (date(date) IS date), "
	"checked_by TEXT CHECK (length(checked_by) BETWEEN 1 AND 200), "
	"confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')), "
	"id INTEGER PRIMARY KEY"
	") STRICT",

	"CREATE INDEX evidence_of ON evidence (assessment, norm)",

	"CREATE TABLE filter ("
	"name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200), "
	"expr TEXT CHECK (length(expr) BETWEEN 1 AND 1000)"
	") STRICT, WITHOUT ROWID",

	"CREATE TABLE draft ("
	"name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200), "
	"text TEXT NOT NULL CHECK (length(text) <= 20000)"
	") STRICT, WITHOUT ROWID",

	/* The log.  Undo and redo are steps too: of is the step they took. */
	"CREATE TABLE step ("
	"id INTEGER PRIMARY KEY, "
	"at TEXT NOT NULL "
	"CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at) IS at), "
	"who TEXT NOT NULL, "
	"tool TEXT NOT NULL, "
	"act TEXT NOT NULL CHECK (act IN ('set', 'undo', 'redo')), "
	"of INTEGER REFERENCES step (id), "
	"CHECK ((act = 'set') = (of IS NULL))"
	") STRICT",

	"CREATE TABLE change ("
	"step INTEGER NOT NULL REFERENCES step (id), "
	"nr INTEGER NOT NULL, "
	"subject TEXT NOT NULL, "
	"assessment INTEGER, "
	"key TEXT NOT NULL, "
	"field TEXT NOT NULL, "
	"was TEXT, "
	"becomes TEXT CHECK (becomes IS NOT was), "
	"PRIMARY KEY (step, nr)"
	") STRICT, WITHOUT ROWID",

	"CREATE INDEX change_of ON change (key, step)",

	"CREATE INDEX evidence_ever ON change (becomes) "
	"WHERE subject = 'evidence' AND field = 'norm'",

	/* The log only grows. */
	"CREATE TRIGGER step_stays BEFORE UPDATE ON step "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	"CREATE TRIGGER step_is_kept BEFORE DELETE ON step "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	"CREATE TRIGGER change_stays BEFORE UPDATE ON change "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	"CREATE TRIGGER change_is_kept BEFORE DELETE ON change "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	/* What undo takes next is the last row that is not undone. */
	"CREATE TABLE history ("
	"position INTEGER PRIMARY KEY, "
	"step INTEGER NOT NULL REFERENCES step (id), "
	"undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))"
	") STRICT",

	NULL};

/*
 * Locking an assessment, and the chain of the log: a hash for every step over
 * the one before it, and apart from them how many there are and the last.
 */
static const char *const version_2[] = {
	"ALTER TABLE assessment ADD COLUMN locked_by TEXT "
	"CHECK (length(locked_by) BETWEEN 1 AND 200)",

	"ALTER TABLE assessment ADD COLUMN digest TEXT "
	"CHECK (length(digest) = 64)",

	"ALTER TABLE assessment ADD COLUMN unlock_reason TEXT "
	"CHECK (length(unlock_reason) BETWEEN 1 AND 1000)",

	"CREATE TABLE link ("
	"step INTEGER PRIMARY KEY REFERENCES step (id), "
	"hash TEXT NOT NULL CHECK (length(hash) = 64)"
	") STRICT",

	"CREATE TRIGGER link_stays BEFORE UPDATE ON link "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	"CREATE TRIGGER link_is_kept BEFORE DELETE ON link "
	"BEGIN SELECT raise(ABORT, 'the log only grows'); END",

	"CREATE TABLE chain ("
	"id INTEGER PRIMARY KEY CHECK (id = 1), "
	"steps INTEGER NOT NULL, "
	"head TEXT NOT NULL CHECK (length(head) = 64)"
	") STRICT",

	"INSERT INTO chain (id, steps, head) "
	"VALUES (1, 0, substr(hex(zeroblob(32)), 1, 64))",

	NULL};

static const struct ibp_migration migrations[] = {
	{.statements = version_1},
	{.statements = version_2, .then = ibp_chain_build},
	{.statements = ibp_schema_landscape},
};

const struct ibp_schema ibp_board_schema = {
	.application_id = IBP_APPLICATION_ID,
	.migrations = migrations,
	.version = sizeof(migrations) / sizeof(*migrations),
	.missing = N_("Make it with \"ibp-scan init\", or name another one "
		      "with -f."),
	.remedy = N_("Go back to an earlier copy with \"ibp-scan restore\"."),
};

static enum ibp_status read_number(struct ibp_db *db, const char *sql,
				   long *number, struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_db_query(db, sql, &query, err);
	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*number = row ? ibp_query_get_number(query, 0) : 0;
	ibp_query_end(query);
	return IBP_OK;
}

enum ibp_status ibp_schema_version(struct ibp_db *db, long *version,
				   struct ibp_error *err)
{
	static const char sql[] = "PRAGMA user_version";

	return read_number(db, sql, version, err);
}

enum ibp_status ibp_schema_min_reader(struct ibp_db *db, long *min_reader,
				      struct ibp_error *err)
{
	static const char sql[] = "SELECT CAST(value AS INTEGER) FROM meta "
				  "WHERE key = 'min_reader'";

	return read_number(db, sql, min_reader, err);
}

static enum ibp_status run_all(struct ibp_db *db, const char *const *statements,
			       struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (; !status && *statements; statements++)
		status = ibp_db_run(db, *statements, err);
	return status;
}

static enum ibp_status run_one(struct ibp_db *db,
			       const struct ibp_schema *schema, long version,
			       struct ibp_error *err)
{
	struct ibp_buf mark = {0};
	enum ibp_status status;

	/* A pragma takes no bound value. */
	ibp_buf_addf(&mark,
		     "PRAGMA user_version = %ld; PRAGMA application_id = %ld",
		     version, schema->application_id);
	status = ibp_db_begin(db, err);
	if (!status)
		status = run_all(db, schema->migrations[version - 1].statements,
				 err);
	if (!status && schema->migrations[version - 1].then)
		status = schema->migrations[version - 1].then(db, err);
	if (!status)
		status = ibp_db_run(db, ibp_buf_text(&mark), err);
	if (!status)
		status = ibp_db_commit(db, err);
	if (status)
		ibp_db_rollback(db);
	ibp_buf_release(&mark);
	return status;
}

enum ibp_status ibp_schema_migrate(struct ibp_db *db,
				   const struct ibp_schema *schema,
				   struct ibp_error *err)
{
	long version;
	enum ibp_status status = ibp_schema_version(db, &version, err);

	for (; !status && version < schema->version; version++)
		status = run_one(db, schema, version + 1, err);
	return status;
}
