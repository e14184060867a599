/*
 * Many boards at once: what one process tells another of a board, and what
 * is made of that.
 */
#ifndef IBP_CMD_REPORT_BATCH_H
#define IBP_CMD_REPORT_BATCH_H

#include "cmd/report.h"

struct ibp_cmd_report_domain {
	const char *code;
	const char *title;
	struct ibp_total total;
};

/* A board as a row: no more than an overview shows. */
struct ibp_cmd_report_row {
	const char *name;
	const char *sector; /* translated */
	const char *assessment;
	const char *version; /* of the framework */
	const char *made;    /* the time that its workbook says */
	struct ibp_total total;
	struct ibp_cmd_report_domain *domains;
	size_t domain_count;
};

/* One data file of a batch. */
struct ibp_cmd_report_entry {
	size_t number; /* from 1; its name where there are no names */
	const char *file;
	const char *output; /* NULL: no workbook of its own was asked */
	const char *reason; /* why it failed; NULL: it is there */
	struct ibp_cmd_report_row row;
};

struct ibp_cmd_report_list {
	struct ibp_arena arena;
	struct ibp_cmd_report_entry *entries;
	size_t count;
	size_t capacity;
};

/* The board of REPORT as bytes, to read in this program only. */
void ibp_cmd_report_tell(const struct ibp_cmd_report *report,
			 struct ibp_buf *told);
/* False: these are no such bytes.  Texts are copied into ARENA. */
bool ibp_cmd_report_hear(const char *told, size_t length,
			 struct ibp_arena *arena,
			 struct ibp_cmd_report_row *row);

/* What became of each file, as --json and --plain show it. */
enum ibp_status ibp_cmd_report_show_log(struct ibp_run *run,
					const struct ibp_cmd_report_list *list,
					struct ibp_error *err);

/* The workbook of --combined: a row per board. */
enum ibp_status ibp_cmd_report_combine(struct ibp_run *run,
				       const struct ibp_style *style,
				       const struct ibp_cmd_report_list *list,
				       struct ibp_error *err);

/* Whether the words ask for more than one workbook. */
bool ibp_cmd_report_is_batch(const struct ibp_run *run);

enum ibp_status ibp_cmd_report_batch(struct ibp_run *run,
				     const struct ibp_style *style,
				     struct ibp_error *err);

#endif
