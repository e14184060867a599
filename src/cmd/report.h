/*
 * ibp-report: one board's file as the document of a workbook.  What is told
 * comes from core; each sheet is made by a file of its own.
 */
#ifndef IBP_CMD_REPORT_H
#define IBP_CMD_REPORT_H

#include "cmd/scan.h"
#include "core/cover.h"
#include "core/score.h"
#include "report/doc.h"
#include "report/style.h"

/* Where the board stood at one assessment. */
struct ibp_cmd_report_point {
	struct ibp_assessment_info info;
	const struct ibp_framework *framework;
	struct ibp_framework *own_framework; /* NULL: it is of another */
	struct ibp_assessment *assessment;
	struct ibp_total total;
};

/* What the sheets are made from. */
struct ibp_cmd_report {
	struct ibp_cmd_scan *scan; /* board, assessment and framework */
	struct ibp_total total;
	char now[IBP_TIME_SIZE]; /* when it says that it was made */
	char today[IBP_DATE_SIZE];
	bool anonymous;
	unsigned sheets; /* bit per row of ibp_cmd_report_sheets */
	/* Every assessment, oldest first, up to the one that it is about. */
	struct ibp_cmd_report_point *points;
	size_t point_count;
	struct ibp_log_entry *log; /* newest first */
	size_t log_count;
	/* Of the day of the report; NULL: no sheet is about applications. */
	struct ibp_landscape *landscape;
	struct ibp_fora *fora;
	struct ibp_cover *cover;
	struct ibp_doc *doc;
	unsigned marks; /* of what is not official, on the sheet at hand */
};

/* Reads what the sheets need; board and assessment are loaded. */
enum ibp_status ibp_cmd_report_load(struct ibp_run *run,
				    struct ibp_cmd_report *report,
				    struct ibp_error *err);
void ibp_cmd_report_release(struct ibp_cmd_report *report);

/*
 * The board of run->options.file, to run->options.output.  TOLD (may be NULL)
 * gets what an overview shows of it; without an output that is all.
 */
enum ibp_status ibp_cmd_report_one(struct ibp_run *run,
				   const struct ibp_style *style,
				   struct ibp_buf *told, struct ibp_error *err);

/* A result to PATH, as --force and --dry-run say, and tells of it. */
enum ibp_status ibp_cmd_report_put(struct ibp_run *run, const char *path,
				   const struct ibp_buf *out,
				   struct ibp_error *err);

/* The command. */
enum ibp_status ibp_cmd_report_make(struct ibp_run *run, struct ibp_error *err);

#endif
