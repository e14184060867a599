/*
 * What the commands of ibp-scan and fora-map share: the board's data file,
 * changes to it and its log.
 */
#ifndef IBP_CMD_FILE_H
#define IBP_CMD_FILE_H

#include "base/date.h"
#include "cli/run.h"
#include "core/change.h"
#include "store/store.h"

/* The first member of what each tool hangs on run->tool_data. */
struct ibp_cmd_file {
	struct ibp_arena arena; /* of what was read, until the end of the run */
	char today[IBP_DATE_SIZE];
	char *data_dir;
	char *path; /* of the data file */
	struct ibp_store *store;
};

struct ibp_cmd_file *ibp_cmd_file_of(const struct ibp_run *run);

/* Fills it in, and opens the data file where the command needs it. */
enum ibp_status ibp_cmd_file_prepare(struct ibp_run *run,
				     struct ibp_error *err);
void ibp_cmd_file_release(struct ibp_cmd_file *file);

/* Opens the data file, whose name is in file->path from then on. */
enum ibp_status ibp_cmd_file_open(struct ibp_run *run, enum ibp_store_mode mode,
				  struct ibp_error *err);

/* Where a new data file goes: -f, $IBP_FILE, else school.ibp here.  New. */
char *ibp_cmd_new_path(const struct ibp_run *run);

/* Shows DOC and frees it. */
enum ibp_status ibp_cmd_show(struct ibp_run *run, struct ibp_doc *doc,
			     struct ibp_error *err);

/*
 * Makes CHANGES as one step and says what was done, then NEXT (translated
 * sentence, may be NULL).  Under --dry-run it shows them, as the listing of
 * the command, and changes nothing.
 */
enum ibp_status ibp_cmd_change(struct ibp_run *run, struct ibp_changes *changes,
			       const char *next, struct ibp_error *err);

/* A number for a new thing, as text; "new" under --dry-run. */
enum ibp_status ibp_cmd_new_key(struct ibp_run *run, enum ibp_subject subject,
				const char **key, struct ibp_error *err);

/* One step of the log for a person. */
struct ibp_cmd_step {
	const char *at;
	const char *who;
	const char *text;
};

/* The steps that ENTRIES, newest first, belong to; returns how many. */
size_t ibp_cmd_steps(const struct ibp_log_entry *entries, size_t count,
		     struct ibp_arena *arena, struct ibp_cmd_step **steps);

/* Every change for programs, every step for people. */
void ibp_cmd_add_log(struct ibp_doc *doc, const struct ibp_log_entry *entries,
		     size_t count);

/* The commands of that name. */
enum ibp_status ibp_cmd_undo(struct ibp_run *run, struct ibp_error *err);
enum ibp_status ibp_cmd_redo(struct ibp_run *run, struct ibp_error *err);
enum ibp_status ibp_cmd_restore(struct ibp_run *run, struct ibp_error *err);

#endif
