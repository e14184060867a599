#include "store/db.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db_fault.h"

/* No text of ours is longer; a forged file cannot make us take more. */
#define VALUE_MAX (1000 * 1000)

struct ibp_query {
	struct ibp_db *db;
	const char *sql;
	sqlite3_stmt *statement;
	int bound; /* the first failure to bind */
};

struct ibp_db {
	sqlite3 *handle;
	char *shown;
	const char *remedy; /* msgid */
	bool is_damaged;
	struct ibp_query **queries;
	size_t query_count;
	size_t query_capacity;
};

/*
 * EXTRA is FULL and the folder synchronised after the journal is gone: only
 * then is a change that was answered still there after a power cut.
 */
static const char settings[] = "PRAGMA foreign_keys = ON;"
			       "PRAGMA trusted_schema = OFF;"
			       "PRAGMA cell_size_check = ON;"
			       "PRAGMA temp_store = MEMORY;"
			       "PRAGMA synchronous = EXTRA;";

static const struct {
	int code; /* extended, or primary for all of its kind */
	enum ibp_db_fault fault;
} meanings[] = {
	{SQLITE_FULL, IBP_DB_FULL},
	{SQLITE_IOERR, IBP_DB_DISK},
	{SQLITE_READONLY_ROLLBACK, IBP_DB_BROKEN_OFF},
	{SQLITE_READONLY, IBP_DB_READ_ONLY},
	{SQLITE_BUSY, IBP_DB_IN_USE},
	{SQLITE_LOCKED, IBP_DB_IN_USE},
	{SQLITE_CORRUPT, IBP_DB_DAMAGED},
	{SQLITE_TOOBIG, IBP_DB_DAMAGED},
	/* It was ours at the first look (store/probe.h). */
	{SQLITE_NOTADB, IBP_DB_DAMAGED},
	{SQLITE_CANTOPEN, IBP_DB_NO_ACCESS},
	{SQLITE_CONSTRAINT, IBP_DB_RULE},
};

/*
 * The system knows better than SQLite why a file cannot be opened or used.
 * SQLite keeps its error of most failures, but not of one in a commit; that
 * is still in errno, which was 0 before the call.
 */
static int code_of_system(int code, int system_error)
{
	int primary = code & 0xff;

	if (primary != SQLITE_IOERR && primary != SQLITE_CANTOPEN)
		return code;
	switch (system_error) {
	case ENOSPC:
	case EDQUOT:
		return SQLITE_FULL;
	case EROFS:
		return SQLITE_READONLY;
	case EIO:
		return SQLITE_IOERR;
	default:
		return code;
	}
}

static enum ibp_db_fault find_fault(int code)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++)
		if (meanings[i].code == code ||
		    meanings[i].code == (code & 0xff))
			return meanings[i].fault;
	return IBP_DB_OTHER;
}

static enum ibp_status fail(struct ibp_db *db, int code, struct ibp_error *err)
{
	int last = errno;
	int kept = db->handle ? sqlite3_system_errno(db->handle) : 0;
	const char *detail = NULL;
	enum ibp_db_fault fault;

	if ((code & 0xff) == SQLITE_NOMEM)
		abort();
	fault = find_fault(code_of_system(code, kept ? kept : last));
	db->is_damaged = fault == IBP_DB_DAMAGED;
	if (fault == IBP_DB_DISK)
		detail = sqlite3_errstr(code);
	if (fault == IBP_DB_RULE || fault == IBP_DB_OTHER)
		detail = db->handle ? sqlite3_errmsg(db->handle) :
				      sqlite3_errstr(code);
	return ibp_db_fault_say(fault, db->shown, detail, db->remedy, err);
}

static void harden(sqlite3 *handle)
{
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, VALUE_MAX);
	sqlite3_busy_timeout(handle, IBP_DB_WAIT_MS);
}

enum ibp_status ibp_db_open(const char *path, const char *shown,
			    struct ibp_db **db, struct ibp_error *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE |
		    SQLITE_OPEN_NOMUTEX;
	struct ibp_db *opened = ibp_alloc(sizeof(*opened));
	enum ibp_status status;
	int code;

	opened->shown = ibp_strdup(shown);
	code = sqlite3_open_v2(path, &opened->handle, flags, NULL);
	if (code != SQLITE_OK) {
		status = fail(opened, code, err);
		goto out;
	}
	harden(opened->handle);
	status = ibp_db_run(opened, settings, err);
	if (status)
		goto out;
	*db = opened;
	opened = NULL;
out:
	ibp_db_close(opened);
	return status;
}

void ibp_db_close(struct ibp_db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < db->query_count; i++) {
		sqlite3_finalize(db->queries[i]->statement);
		free(db->queries[i]);
	}
	free(db->queries);
	sqlite3_close(db->handle);
	free(db->shown);
	free(db);
}

void ibp_db_set_remedy(struct ibp_db *db, const char *remedy)
{
	db->remedy = remedy;
}

enum ibp_status ibp_db_protect(struct ibp_db *db, struct ibp_error *err)
{
	return ibp_db_run(db, "PRAGMA query_only = ON", err);
}

bool ibp_db_is_writable(const struct ibp_db *db)
{
	return sqlite3_db_readonly(db->handle, "main") == 0;
}

bool ibp_db_is_damaged(const struct ibp_db *db)
{
	return db->is_damaged;
}

enum ibp_status ibp_db_run(struct ibp_db *db, const char *sql,
			   struct ibp_error *err)
{
	int code;

	errno = 0;
	code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? IBP_OK : fail(db, code, err);
}

static enum ibp_status run_prepared(struct ibp_db *db, const char *sql,
				    struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);

	return status ? status : ibp_query_run(query, err);
}

/* Within a read lock, under which nobody changes the size. */
static enum ibp_status read_size(struct ibp_db *db, long *has, long *should,
				 struct ibp_error *err)
{
	static const char sql[] = "SELECT page_count * page_size "
				  "FROM pragma_page_count, pragma_page_size";
	sqlite3_file *file = NULL;
	struct ibp_query *query;
	enum ibp_status status;
	sqlite3_int64 size = 0;
	bool row;
	int code;

	status = ibp_db_query(db, sql, &query, err);
	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*should = row ? ibp_query_get_number(query, 0) : 0;
	code = sqlite3_file_control(db->handle, "main",
				    SQLITE_FCNTL_FILE_POINTER, &file);
	if (code == SQLITE_OK && file->pMethods)
		code = file->pMethods->xFileSize(file, &size);
	*has = (long)size;
	ibp_query_end(query);
	return code == SQLITE_OK ? IBP_OK : fail(db, code, err);
}

enum ibp_status ibp_db_size(struct ibp_db *db, long *has, long *should,
			    struct ibp_error *err)
{
	enum ibp_status status = ibp_db_begin_read(db, err);

	if (!status)
		status = read_size(db, has, should, err);
	ibp_db_rollback(db);
	return status;
}

enum ibp_status ibp_db_begin(struct ibp_db *db, struct ibp_error *err)
{
	static const char begin[] = "BEGIN IMMEDIATE";

	return run_prepared(db, begin, err);
}

enum ibp_status ibp_db_begin_read(struct ibp_db *db, struct ibp_error *err)
{
	static const char begin[] = "BEGIN";

	return run_prepared(db, begin, err);
}

enum ibp_status ibp_db_commit(struct ibp_db *db, struct ibp_error *err)
{
	static const char commit[] = "COMMIT";

	return run_prepared(db, commit, err);
}

/* After a failed disk SQLite has rolled back by itself. */
void ibp_db_rollback(struct ibp_db *db)
{
	for (size_t i = 0; i < db->query_count; i++)
		ibp_query_end(db->queries[i]);
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

enum ibp_status ibp_db_copy(struct ibp_db *from, struct ibp_db *to,
			    struct ibp_error *err)
{
	sqlite3_backup *backup =
		sqlite3_backup_init(to->handle, "main", from->handle, "main");
	int code;

	if (!backup)
		return fail(to, sqlite3_extended_errcode(to->handle), err);
	errno = 0;
	code = sqlite3_backup_step(backup, -1);
	/* Finish gives the failure of either side; the target keeps it. */
	sqlite3_backup_finish(backup);
	if (code == SQLITE_DONE)
		return IBP_OK;
	return fail(sqlite3_errcode(from->handle) == SQLITE_OK ? to : from,
		    code, err);
}

enum ibp_status ibp_db_query(struct ibp_db *db, const char *sql,
			     struct ibp_query **query, struct ibp_error *err)
{
	struct ibp_query *made;
	sqlite3_stmt *statement;
	int code;

	for (size_t i = 0; i < db->query_count; i++) {
		if (db->queries[i]->sql == sql) {
			*query = db->queries[i];
			return IBP_OK;
		}
	}
	code = sqlite3_prepare_v3(db->handle, sql, -1,
				  SQLITE_PREPARE_PERSISTENT, &statement, NULL);
	if (code != SQLITE_OK)
		return fail(db, code, err);
	db->queries = ibp_grow(db->queries, &db->query_capacity,
			       db->query_count + 1, sizeof(*db->queries));
	made = ibp_alloc(sizeof(*made));
	*made = (struct ibp_query){db, sql, statement, SQLITE_OK};
	db->queries[db->query_count++] = made;
	*query = made;
	return IBP_OK;
}

static void note_bound(struct ibp_query *query, int code)
{
	if (query->bound == SQLITE_OK)
		query->bound = code;
}

void ibp_query_text(struct ibp_query *query, const char *name, const char *text)
{
	int at = sqlite3_bind_parameter_index(query->statement, name);

	/* A text of NULL binds NULL. */
	note_bound(query, sqlite3_bind_text(query->statement, at, text, -1,
					    SQLITE_TRANSIENT));
}

void ibp_query_number(struct ibp_query *query, const char *name, long value)
{
	int at = sqlite3_bind_parameter_index(query->statement, name);

	note_bound(query, sqlite3_bind_int64(query->statement, at, value));
}

enum ibp_status ibp_query_next(struct ibp_query *query, bool *row,
			       struct ibp_error *err)
{
	int code = query->bound;

	if (code == SQLITE_OK) {
		errno = 0;
		code = sqlite3_step(query->statement);
	}
	*row = code == SQLITE_ROW;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return IBP_OK;
	/* The sentence first: ending the statement changes the error. */
	fail(query->db, code, err);
	ibp_query_end(query);
	return err->status;
}

const char *ibp_query_get(struct ibp_query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement, column);
}

long ibp_query_get_number(struct ibp_query *query, int column)
{
	return (long)sqlite3_column_int64(query->statement, column);
}

void ibp_query_end(struct ibp_query *query)
{
	sqlite3_reset(query->statement);
	sqlite3_clear_bindings(query->statement);
	query->bound = SQLITE_OK;
}

enum ibp_status ibp_query_run(struct ibp_query *query, struct ibp_error *err)
{
	bool row;
	enum ibp_status status = ibp_query_next(query, &row, err);

	ibp_query_end(query);
	return status;
}

long ibp_db_touched(const struct ibp_db *db)
{
	return sqlite3_changes(db->handle);
}

long ibp_db_last_id(const struct ibp_db *db)
{
	return (long)sqlite3_last_insert_rowid(db->handle);
}
