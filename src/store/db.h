/*
 * A thin layer over SQLite; db.c is the only file that knows it.  Every
 * failure comes as a sentence with a remedy and the status of cli.md: full
 * or failing disks are IBP_INPUT, a file that is locked, damaged, foreign
 * or read-only is IBP_DATA, a value against the rules is IBP_USAGE.
 */
#ifndef IBP_STORE_DB_H
#define IBP_STORE_DB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* Another program that holds SQLite's own lock is waited for this long. */
#define IBP_DB_WAIT_MS 2000

/* The place of a database that lives in memory only. */
#define IBP_DB_MEMORY ":memory:"

struct ibp_db;
struct ibp_query;

/*
 * Opens the file PATH, which exists (or IBP_DB_MEMORY); SHOWN is its name
 * in messages.  Where the file cannot be written it opens for reading.
 */
enum ibp_status ibp_db_open(const char *path, const char *shown,
			    struct ibp_db **db, struct ibp_error *err);
void ibp_db_close(struct ibp_db *db);

/* REMEDY, a msgid, is said where the file is damaged.  Not copied. */
void ibp_db_set_remedy(struct ibp_db *db, const char *remedy);

/* Refuses every further write through DB. */
enum ibp_status ibp_db_protect(struct ibp_db *db, struct ibp_error *err);

/* Whether the file itself, as it was opened, can be written. */
bool ibp_db_is_writable(const struct ibp_db *db);

/* Whether the last failure was that the file is damaged. */
bool ibp_db_is_damaged(const struct ibp_db *db);

/*
 * The bytes that the file has and those that it should have.  SQLite itself
 * does not miss a part of the last page.
 */
enum ibp_status ibp_db_size(struct ibp_db *db, long *has, long *should,
			    struct ibp_error *err);

/* Runs constant SQL, one statement or many, without results. */
enum ibp_status ibp_db_run(struct ibp_db *db, const char *sql,
			   struct ibp_error *err);

/* For writing: the lock is taken at once.  Rollback never fails. */
enum ibp_status ibp_db_begin(struct ibp_db *db, struct ibp_error *err);
/* For reading one state in several queries; ends by rollback. */
enum ibp_status ibp_db_begin_read(struct ibp_db *db, struct ibp_error *err);
enum ibp_status ibp_db_commit(struct ibp_db *db, struct ibp_error *err);
void ibp_db_rollback(struct ibp_db *db);

/* Replaces the whole content of TO by that of FROM. */
enum ibp_status ibp_db_copy(struct ibp_db *from, struct ibp_db *to,
			    struct ibp_error *err);

/*
 * A statement, prepared once per DB and found again by the address of its
 * constant text.  It must not be in use already.  Owned by DB.
 */
enum ibp_status ibp_db_query(struct ibp_db *db, const char *sql,
			     struct ibp_query **query, struct ibp_error *err);

/* By name (":key"); a text of NULL is "not set". */
void ibp_query_text(struct ibp_query *query, const char *name,
		    const char *text);
void ibp_query_number(struct ibp_query *query, const char *name, long value);

/* *ROW: whether there is a row to get from. */
enum ibp_status ibp_query_next(struct ibp_query *query, bool *row,
			       struct ibp_error *err);

/* Columns count from 0.  Borrowed until the next row; NULL: not set. */
const char *ibp_query_get(struct ibp_query *query, int column);
long ibp_query_get_number(struct ibp_query *query, int column);

/* Lets go of rows, locks and bound values; needed after every use. */
void ibp_query_end(struct ibp_query *query);

/* A statement without rows: runs it and ends it. */
enum ibp_status ibp_query_run(struct ibp_query *query, struct ibp_error *err);

/* The number that the last INSERT gave its row. */
long ibp_db_last_id(const struct ibp_db *db);

/* Rows that the last statement inserted, updated or deleted. */
long ibp_db_touched(const struct ibp_db *db);

#endif
