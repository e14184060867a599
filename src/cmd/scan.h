/*
 * The commands of ibp-scan: each reads from the store, asks core and hands a
 * document to report.  What the runner prepared for them is struct
 * ibp_cmd_scan.
 */
#ifndef IBP_CMD_SCAN_H
#define IBP_CMD_SCAN_H

#include "cmd/file.h"
#include "core/assessment.h"
#include "model/framework.h"

#define IBP_SCAN_FRAMEWORK "ibp-fo"

/* run->tool_data.  What the command does not need is NULL. */
struct ibp_cmd_scan {
	struct ibp_cmd_file file; /* board and info live in its arena */
	const char *notice; /* what the screen says first; NULL: the store's */
	struct ibp_board board;
	struct ibp_assessment_info info;
	struct ibp_framework *framework;
	struct ibp_assessment *assessment;
	uint64_t checks_off; /* core/check.h; as it was read last */
};

/* The callbacks of struct ibp_tool. */
enum ibp_status ibp_cmd_scan_prepare(struct ibp_run *run,
				     struct ibp_error *err);
void ibp_cmd_scan_release(struct ibp_run *run);

struct ibp_cmd_scan *ibp_cmd_scan_of(const struct ibp_run *run);

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
 * What compare and trend say goes as a document to USE, which frees it; its
 * texts live no longer than that call.  Also for the screen.
 */
typedef enum ibp_status ibp_cmd_use_doc(void *context, struct ibp_doc *doc,
					struct ibp_error *err);

/* *DIFFER: whether the two have any different score. */
enum ibp_status ibp_cmd_scan_compare_two(struct ibp_run *run, const char *a,
					 const char *b, ibp_cmd_use_doc *use,
					 void *context, bool *differ,
					 struct ibp_error *err);
enum ibp_status ibp_cmd_scan_trend_all(struct ibp_run *run,
				       ibp_cmd_use_doc *use, void *context,
				       struct ibp_error *err);

/* USE for a command: CONTEXT is the run. */
ibp_cmd_use_doc ibp_cmd_scan_show_doc;

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
ibp_cmd_scan_command ibp_cmd_scan_check;
ibp_cmd_scan_command ibp_cmd_scan_confirm;
ibp_cmd_scan_command ibp_cmd_scan_import;
ibp_cmd_scan_command ibp_cmd_scan_export;
ibp_cmd_scan_command ibp_cmd_scan_upgrade;
ibp_cmd_scan_command ibp_cmd_scan_assessment_lock;
ibp_cmd_scan_command ibp_cmd_scan_assessment_unlock;
ibp_cmd_scan_command ibp_cmd_scan_compare;
ibp_cmd_scan_command ibp_cmd_scan_trend;
ibp_cmd_scan_command ibp_cmd_scan_diff;
ibp_cmd_scan_command ibp_cmd_scan_texts_import;
ibp_cmd_scan_command ibp_cmd_scan_texts_list;
ibp_cmd_scan_command ibp_cmd_scan_texts_rm;

#endif
