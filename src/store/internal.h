/* What the files of the store share and nobody else sees. */
#ifndef IBP_STORE_INTERNAL_H
#define IBP_STORE_INTERNAL_H

#include "base/buf.h"
#include "store/db.h"
#include "store/lease.h"
#include "store/schema.h"
#include "store/store.h"

/* A login name in the log is cut, not refused. */
#define IBP_STORE_WHO_MAX 64

struct ibp_store {
	struct ibp_db *db;
	struct ibp_lease *lease; /* NULL: reading only */
	char *path;              /* with symbolic links resolved */
	char *shown;             /* as it was given */
	char *tool;
	char who[IBP_STORE_WHO_MAX];
	bool is_writable;
	struct ibp_buf notice;
	long last_ids[IBP_SUBJECT_COUNT]; /* given out; 0: none yet */
};

/* ibp_store_open with other migrations than ours, for tests of them. */
enum ibp_status ibp_store_open_as(const char *path, enum ibp_store_mode mode,
				  const char *tool,
				  const struct ibp_schema *schema,
				  struct ibp_store **store,
				  struct ibp_error *err);

/* Opens a file that was just made, without lease or looking. */
enum ibp_status ibp_store_open_new(const char *path, const char *shown,
				   const char *tool,
				   const struct ibp_schema *schema,
				   struct ibp_store **store,
				   struct ibp_error *err);

/*
 * IBP_INPUT where a journal without its file lies beside the name PATH: SQLite
 * would take it for that of a new file.
 */
enum ibp_status ibp_store_check_no_journal(const char *path,
					   struct ibp_error *err);

/* IBP_DATA with a sentence where STORE is open for reading only. */
enum ibp_status ibp_store_need_write(const struct ibp_store *store,
				     struct ibp_error *err);

/*
 * ibp_store_apply for a store that was checked for writing; with a KEEP of
 * false undo passes over the step (making a file cannot be undone).
 */
enum ibp_status ibp_store_step(struct ibp_store *store,
			       const struct ibp_change *changes, size_t count,
			       bool keep, size_t *done, struct ibp_error *err);

/*
 * The name of the thing of CHANGE, in ARENA; the same as that of the change
 * BEFORE it (may be NULL) where both are about one thing.
 */
enum ibp_status ibp_naming_give(struct ibp_store *store,
				struct ibp_arena *arena,
				struct ibp_change *change,
				const struct ibp_change *before,
				struct ibp_error *err);

/*
 * Gives FILE the first dated name beside PATH that is free, by publish of
 * store/aside.h, or with KEEP besides the name it has.
 */
enum ibp_status ibp_store_name_copy(const char *file, const char *path,
				    bool keep, char **copy,
				    struct ibp_error *err);

/* Puts what DB holds into the new file ASIDE. */
enum ibp_status ibp_store_fill(struct ibp_db *db, const char *aside,
			       const char *shown, struct ibp_error *err);

/* A dated copy beside PATH of what DB holds; *COPY is its new name. */
enum ibp_status ibp_store_copy_aside(struct ibp_db *db, const char *path,
				     char **copy, struct ibp_error *err);

#endif
