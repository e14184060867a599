/*
 * The commands of ibp-scan: each reads from the store, asks core and hands a
 * document to report.  What the runner prepared for them is struct
 * ibp_cmd_scan.
 */
#ifndef IBP_CMD_SCAN_H
#define IBP_CMD_SCAN_H

#include "base/date.h"
#include "cli/run.h"
#include "core/assessment.h"
#include "core/change.h"
#include "model/framework.h"
#include "store/store.h"

#define IBP_SCAN_FRAMEWORK "ibp-fo"

/* run->tool_data.  What the command does not need is NULL. */
struct ibp_cmd_scan {
	struct ibp_arena arena; /* of board and info */
	char today[IBP_DATE_SIZE];
	char *data_dir;
	char *path;         /* of the data file */
	const char *notice; /* what the screen says first; NULL: the store's */
	struct ibp_store *store;
	struct ibp_board board;
	struct ibp_assessment_info info;
	struct ibp_framework *framework;
	struct ibp_assessment *assessment;
};

/* The callbacks of struct ibp_tool. */
enum ibp_status ibp_cmd_scan_prepare(struct ibp_run *run,
				     struct ibp_error *err);
void ibp_cmd_scan_release(struct ibp_run *run);

struct ibp_cmd_scan *ibp_cmd_scan_of(const struct ibp_run *run);

/* Where a new data file goes: -f, $IBP_FILE, else school.ibp here.  New. */
char *ibp_cmd_scan_new_path(const struct ibp_run *run);

/* Opens the data file, whose name is in scan->path from then on. */
enum ibp_status ibp_cmd_scan_open(struct ibp_run *run, enum ibp_store_mode mode,
				  struct ibp_error *err);

/* Lets go of the file and what was read from it. */
void ibp_cmd_scan_close(struct ibp_cmd_scan *scan);

/* Reads board, assessment (-a) and its framework from the open store. */
enum ibp_status ibp_cmd_scan_load(struct ibp_run *run, struct ibp_error *err);

/*
 * Version VERSION of framework ID, with the board's own texts of norms in the
 * place of ours.  Texts that cannot be read are told of and left out.
 */
enum ibp_status ibp_cmd_scan_framework(struct ibp_run *run, const char *id,
				       const char *version,
				       struct ibp_framework **framework,
				       struct ibp_error *err);

/* The assessment as it is in the file now; *ASSESSMENT is new. */
enum ibp_status ibp_cmd_scan_read(struct ibp_cmd_scan *scan,
				  struct ibp_assessment **assessment,
				  struct ibp_error *err);

/* The index of the norm CODE; IBP_INPUT with the nearest code. */
enum ibp_status ibp_cmd_scan_find_norm(const struct ibp_cmd_scan *scan,
				       const char *code, size_t *index,
				       struct ibp_error *err);

/* IBP_USAGE where the file has an assessment with this NAME. */
enum ibp_status ibp_cmd_scan_check_name(struct ibp_cmd_scan *scan,
					const char *name,
					struct ibp_error *err);

/*
 * Makes CHANGES as one step and says what was done, then NEXT (translated
 * sentence, may be NULL).  Under --dry-run it shows them, as the listing of
 * the command, and changes nothing.
 */
enum ibp_status ibp_cmd_scan_change(struct ibp_run *run,
				    const struct ibp_changes *changes,
				    const char *next, struct ibp_error *err);

/* A number for a new thing, as text; "new" under --dry-run. */
enum ibp_status ibp_cmd_scan_new_key(struct ibp_run *run,
				     enum ibp_subject subject, const char **key,
				     struct ibp_error *err);

/* Shows DOC and frees it. */
enum ibp_status ibp_cmd_scan_show(struct ibp_run *run, struct ibp_doc *doc,
				  struct ibp_error *err);

/* One step of the log for a person. */
struct ibp_cmd_scan_step {
	const char *at;
	const char *who;
	const char *text;
};

/* The steps that ENTRIES, newest first, belong to; returns how many. */
size_t ibp_cmd_scan_steps(const struct ibp_log_entry *entries, size_t count,
			  struct ibp_arena *arena,
			  struct ibp_cmd_scan_step **steps);

/* A row of the table of actions each. */
typedef enum ibp_status ibp_cmd_scan_command(struct ibp_run *run,
					     struct ibp_error *err);

ibp_cmd_scan_command ibp_cmd_scan_init;
ibp_cmd_scan_command ibp_cmd_scan_school_add;
ibp_cmd_scan_command ibp_cmd_scan_school_list;
ibp_cmd_scan_command ibp_cmd_scan_school_rm;
ibp_cmd_scan_command ibp_cmd_scan_norms;
ibp_cmd_scan_command ibp_cmd_scan_set;
ibp_cmd_scan_command ibp_cmd_scan_evidence_add;
ibp_cmd_scan_command ibp_cmd_scan_evidence_list;
ibp_cmd_scan_command ibp_cmd_scan_evidence_rm;
ibp_cmd_scan_command ibp_cmd_scan_list;
ibp_cmd_scan_command ibp_cmd_scan_show_norm;
ibp_cmd_scan_command ibp_cmd_scan_filter_save;
ibp_cmd_scan_command ibp_cmd_scan_filter_list;
ibp_cmd_scan_command ibp_cmd_scan_filter_rm;
ibp_cmd_scan_command ibp_cmd_scan_status;
ibp_cmd_scan_command ibp_cmd_scan_gaps;
ibp_cmd_scan_command ibp_cmd_scan_assessment_list;
ibp_cmd_scan_command ibp_cmd_scan_assessment_new;
ibp_cmd_scan_command ibp_cmd_scan_log;
ibp_cmd_scan_command ibp_cmd_scan_undo;
ibp_cmd_scan_command ibp_cmd_scan_redo;
ibp_cmd_scan_command ibp_cmd_scan_check;
ibp_cmd_scan_command ibp_cmd_scan_confirm;
ibp_cmd_scan_command ibp_cmd_scan_import;
ibp_cmd_scan_command ibp_cmd_scan_export;
ibp_cmd_scan_command ibp_cmd_scan_restore;
ibp_cmd_scan_command ibp_cmd_scan_upgrade;
ibp_cmd_scan_command ibp_cmd_scan_assessment_lock;
ibp_cmd_scan_command ibp_cmd_scan_assessment_unlock;
ibp_cmd_scan_command ibp_cmd_scan_compare;
ibp_cmd_scan_command ibp_cmd_scan_diff;
ibp_cmd_scan_command ibp_cmd_scan_texts_import;
ibp_cmd_scan_command ibp_cmd_scan_texts_list;
ibp_cmd_scan_command ibp_cmd_scan_texts_rm;

#endif
