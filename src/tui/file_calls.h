/*
 * What a full screen and the questions ask of the board's file, whatever the
 * tool: the main fills this table in, tests have one in memory.
 */
#ifndef IBP_TUI_FILE_CALLS_H
#define IBP_TUI_FILE_CALLS_H

#include "base/error.h"
#include "base/mem.h"
#include "core/change.h"

struct ibp_named_filter {
	const char *name;
	const char *expr;
};

/* One line of the log, ready to show. */
struct ibp_log_line {
	const char *at; /* time */
	const char *who;
	const char *text;
};

/* Every call writes to the disk before it returns. */
struct ibp_file_calls {
	void *context;
	enum ibp_status (*apply)(void *context,
				 const struct ibp_change *changes, size_t count,
				 struct ibp_error *err);
	/* Gives CHANGES the names of their things; NULL: keys have to do. */
	enum ibp_status (*name)(void *context, struct ibp_changes *changes,
				struct ibp_error *err);
	/* CHANGES: what was changed by it; none: nothing to undo. */
	enum ibp_status (*undo)(void *context, struct ibp_changes *changes,
				struct ibp_error *err);
	enum ibp_status (*redo)(void *context, struct ibp_changes *changes,
				struct ibp_error *err);
	enum ibp_status (*new_id)(void *context, enum ibp_subject subject,
				  long *id, struct ibp_error *err);
	/* KEY: of one thing; NULL: everything. */
	enum ibp_status (*log)(void *context, const char *key,
			       struct ibp_arena *arena,
			       struct ibp_log_line **lines, size_t *count,
			       struct ibp_error *err);
	enum ibp_status (*filters)(void *context, struct ibp_arena *arena,
				   struct ibp_named_filter **filters,
				   size_t *count, struct ibp_error *err);
	enum ibp_status (*draft_set)(void *context, const char *name,
				     const char *text, struct ibp_error *err);
	char *(*draft_get)(void *context, const char *name);
};

#endif
