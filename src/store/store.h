/*
 * The board's data file (*.ibp): one SQLite file, application id "IBPF".
 *
 * Every change is one transaction, on the disk before the call returns.
 * Reading needs no lease; writing does (flock on FILE.lock).  A file that is
 * not ours, too new, truncated or damaged is refused with one sentence and
 * stays byte for byte as it was.  A full or failing disk is IBP_INPUT; what
 * was not made is not in the file, and the store can be used on.
 */
#ifndef IBP_STORE_STORE_H
#define IBP_STORE_STORE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/hash.h"
#include "core/assessment.h"
#include "core/change.h"
#include "core/check.h"
#include "core/landscape.h"

struct ibp_store;

enum ibp_store_mode {
	IBP_STORE_READ,  /* no lease */
	IBP_STORE_WRITE, /* waits 2 s for the lease, then IBP_DATA */
	/* Takes the lease at once, or opens for reading (see _writer). */
	IBP_STORE_SCREEN
};

/*
 * TOOL names the program in the lease and the log.  Refuses an existing
 * file.  The new file has the board's facts and a first assessment, whose
 * name is the year.
 */
struct ibp_store_init {
	const char *tool;
	const char *framework_id;
	const char *framework_version;
	/* Changes to the board's fields (IBP_SUBJECT_BOARD, key ""). */
	const struct ibp_change *board;
	size_t board_count;
};

enum ibp_status ibp_store_create(const char *path,
				 const struct ibp_store_init *init,
				 struct ibp_error *err);

enum ibp_status ibp_store_open(const char *path, enum ibp_store_mode mode,
			       const char *tool, struct ibp_store **store,
			       struct ibp_error *err);
void ibp_store_close(struct ibp_store *store);

/* Whether changes can be made. */
bool ibp_store_is_writable(const struct ibp_store *store);

/*
 * A sentence for the person, or NULL: why the file opened for reading
 * ("... is being changed by ibp-scan (process 123) since 12:00."), that it
 * has a newer schema, or that it lies on a place where locks do not work.
 */
const char *ibp_store_notice(const struct ibp_store *store);

const char *ibp_store_path(const struct ibp_store *store);

/* Texts live in ARENA. */
enum ibp_status ibp_store_board(struct ibp_store *store,
				struct ibp_arena *arena,
				struct ibp_board *board, struct ibp_error *err);

struct ibp_assessment_info {
	long id;
	const char *name;
	const char *created;
	const char *locked; /* time, NULL: open */
	const char *locked_by;
	const char *digest;
	const char *unlock_reason; /* of the last time */
	const char *framework_id;
	const char *framework_version;
	long scored; /* norms with a score or na */
};

/* Oldest first. */
enum ibp_status ibp_store_assessments(struct ibp_store *store,
				      struct ibp_arena *arena,
				      struct ibp_assessment_info **list,
				      size_t *count, struct ibp_error *err);

/* NAME NULL: the newest open one.  Unknown: IBP_INPUT with the names. */
enum ibp_status ibp_store_find_assessment(struct ibp_store *store,
					  const char *name,
					  struct ibp_arena *arena,
					  struct ibp_assessment_info *info,
					  struct ibp_error *err);

/* The whole assessment, against the framework it was made with. */
enum ibp_status ibp_store_load(struct ibp_store *store, long id,
			       const struct ibp_framework *framework,
			       struct ibp_assessment **assessment,
			       struct ibp_error *err);

/*
 * The applications and their places, in one reading.  The places are not
 * looked up in FORA yet: see ibp_landscape_bind.
 */
enum ibp_status ibp_store_landscape(struct ibp_store *store,
				    struct ibp_landscape **landscape,
				    struct ibp_error *err);

/* COPY 0: empty; else the assessment to start from.  One step. */
enum ibp_status ibp_store_new_assessment(struct ibp_store *store,
					 const char *name,
					 const char *framework_id,
					 const char *framework_version,
					 long copy, struct ibp_error *err);

/*
 * An assessment NAME with the answers and the evidence of CONTENT, which is
 * against FRAMEWORK.  One step.
 */
enum ibp_status ibp_store_add_assessment(struct ibp_store *store,
					 const char *name,
					 const struct ibp_framework *framework,
					 const struct ibp_assessment *content,
					 struct ibp_error *err);

/*
 * Locking writes down when, who and the digest of the content; from then on
 * every change is IBP_DATA, and so is undoing the lock.  Unlocking asks for a
 * REASON, which stays.  Locked or open already: IBP_USAGE.
 */
enum ibp_status ibp_store_lock(struct ibp_store *store,
			       const struct ibp_assessment_info *info,
			       struct ibp_error *err);
enum ibp_status ibp_store_unlock(struct ibp_store *store,
				 const struct ibp_assessment_info *info,
				 const char *reason, struct ibp_error *err);

/*
 * SHA-256 over the content of an assessment, as ibp-board(5) tells: without
 * the log and whether it is locked.
 */
enum ibp_status ibp_store_digest(struct ibp_store *store, long assessment,
				 char digest[IBP_SHA256_SIZE],
				 struct ibp_error *err);

/* A number never used before in this file, for a new thing. */
enum ibp_status ibp_store_new_id(struct ibp_store *store,
				 enum ibp_subject subject, long *id,
				 struct ibp_error *err);

/*
 * Makes all changes as one step, or none.  `from` of each is ignored: the
 * log records what really was there.  A change to what is there already is
 * left out; *DONE (may be NULL) counts those made.
 */
enum ibp_status ibp_store_apply(struct ibp_store *store,
				const struct ibp_change *changes, size_t count,
				size_t *done, struct ibp_error *err);

/*
 * Gives every change without one the name that a person knows its thing by,
 * also of what is gone.  Undo, redo and the log have done so already.
 */
enum ibp_status ibp_store_name(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err);

/*
 * Takes back the last step, or does the last undone step again.  CHANGES
 * gets what was changed in the file by this (for a sentence).  Nothing to
 * undo: IBP_OK with no changes.
 */
enum ibp_status ibp_store_undo(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err);
enum ibp_status ibp_store_redo(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err);

struct ibp_log_entry {
	long step;
	const char *at;  /* time */
	const char *who; /* login name */
	const char *tool;
	const char *act;        /* set, undo, redo */
	const char *assessment; /* name or NULL */
	struct ibp_change change;
};

/* Newest first; KEY NULL: everything; LIMIT 0: all. */
enum ibp_status ibp_store_log(struct ibp_store *store, const char *key,
			      size_t limit, struct ibp_arena *arena,
			      struct ibp_log_entry **entries, size_t *count,
			      struct ibp_error *err);

struct ibp_saved_filter {
	const char *name;
	const char *expr;
};

enum ibp_status ibp_store_filters(struct ibp_store *store,
				  struct ibp_arena *arena,
				  struct ibp_saved_filter **filters,
				  size_t *count, struct ibp_error *err);

/* What was remembered under NAME (IBP_SUBJECT_SETTING), new; NULL: nothing. */
enum ibp_status ibp_store_setting(struct ibp_store *store, const char *name,
				  char **value, struct ibp_error *err);

/*
 * Text being typed, so that a dropped line loses nothing: not logged, not
 * undone.  NAME says where ("norm/GO.02/note"); TEXT NULL removes it.
 * Getting: NULL where there is none; new text.
 */
enum ibp_status ibp_store_draft_set(struct ibp_store *store, const char *name,
				    const char *text, struct ibp_error *err);
char *ibp_store_draft_get(struct ibp_store *store, const char *name);

/* Adds what is wrong with the file itself: integrity, broken log. */
enum ibp_status ibp_store_check(struct ibp_store *store,
				struct ibp_findings *findings,
				struct ibp_error *err);

/*
 * A dated copy beside the file (school-20261123-120000.ibp), before something
 * large; *COPY is its path, new.  Nothing is ever overwritten.
 */
enum ibp_status ibp_store_backup(struct ibp_store *store, char **copy,
				 struct ibp_error *err);

struct ibp_store_copy {
	const char *path;
	const char *name; /* the last part of it */
	const char *at;   /* time */
};

/* The dated copies beside PATH, which need not be there; newest first. */
enum ibp_status ibp_store_copies(const char *path, struct ibp_arena *arena,
				 struct ibp_store_copy **copies, size_t *count,
				 struct ibp_error *err);

/*
 * Puts the content of the data file COPY in the place of PATH, after a dated
 * copy of what is there now (*SAVED, new; NULL where nothing was), also when
 * that is damaged.  COPY is looked through first and stays as it is.
 */
enum ibp_status ibp_store_restore(const char *path, const char *copy,
				  const char *tool, char **saved,
				  struct ibp_error *err);

#endif
