/*
 * The sheets of a report: their table, and what they share.
 */
#ifndef IBP_CMD_REPORT_SHEET_H
#define IBP_CMD_REPORT_SHEET_H

#include "cmd/report.h"
#include "core/field.h"

/* What is read for the sheets that tell of it, and for no other. */
enum {
	IBP_CMD_NEEDS_LANDSCAPE = 1, /* no sheet for a board without */
	IBP_CMD_NEEDS_LOG = 2
};

struct ibp_cmd_report_sheet {
	struct ibp_sheet sheet; /* the name is a msgid */
	const char *about;      /* msgid: what stands on it; NULL: not told */
	const char *profiles;   /* words of the profiles that have it */
	void (*add)(struct ibp_cmd_report *report);
	unsigned needs;
};

/* In the order of the workbook; ends with a NULL key. */
extern const struct ibp_cmd_report_sheet ibp_cmd_report_sheets[];

/* The sheets that PROFILE and LIST ("norms,trend"; NULL: all) choose. */
enum ibp_status ibp_cmd_report_choose(const char *profile, const char *list,
				      unsigned *sheets, struct ibp_error *err);

/* Makes report->doc: the sheets that were chosen. */
void ibp_cmd_report_write(struct ibp_cmd_report *report);

/* Makes report->doc: a workbook to fill in, which `ibp-scan import` reads. */
void ibp_cmd_report_write_form(struct ibp_cmd_report *report);

/* What the workbook says about itself. */
void ibp_cmd_report_set_properties(struct ibp_cmd_report *report);

/* The board's name, or what stands for it. */
const char *ibp_cmd_report_name(const struct ibp_cmd_report *report);

/* That of an assessment, likewise. */
const char *ibp_cmd_report_point_name(const struct ibp_cmd_report *report,
				      const struct ibp_cmd_report_point *point);

/*
 * Who does something.  In an anonymous report only a role that the framework
 * knows is told.
 */
struct ibp_cell ibp_cmd_report_role_cell(const struct ibp_cmd_report *report,
					 const char *who);

/* Free text of the board; none in an anonymous report. */
struct ibp_cell ibp_cmd_report_text_cell(const struct ibp_cmd_report *report,
					 const char *text);

struct ibp_cell ibp_cmd_report_lowest_cell(const struct ibp_total *total);

/* "GO Bestuur", with its mark. */
struct ibp_cell ibp_cmd_report_domain_cell(struct ibp_cmd_report *report,
					   const struct ibp_domain *domain);

/* How far the norm with this INDEX is under its target; 0: it is not. */
int ibp_cmd_report_gap(const struct ibp_cmd_report *report, size_t index);

/* A canonical value of FIELD of a norm. */
struct ibp_cell ibp_cmd_report_value_cell(struct ibp_cmd_report *report,
					  const char *field, const char *value);

/* For drop-downs: the labels of CHOICES, and the scores, "n/a" the last. */
const char *const *ibp_cmd_report_labels(struct ibp_doc *doc,
					 const struct ibp_choice *choices);
const char *const *ibp_cmd_report_scores(struct ibp_doc *doc);

/* What the marks of this sheet mean, and forgets them. */
void ibp_cmd_report_add_legend(struct ibp_cmd_report *report);

/* A sheet each. */
typedef void ibp_cmd_report_add(struct ibp_cmd_report *report);

ibp_cmd_report_add ibp_cmd_report_add_cover;
ibp_cmd_report_add ibp_cmd_report_add_summary;
ibp_cmd_report_add ibp_cmd_report_add_heat;
ibp_cmd_report_add ibp_cmd_report_add_norms;
ibp_cmd_report_add ibp_cmd_report_add_actions;
ibp_cmd_report_add ibp_cmd_report_add_trend;
ibp_cmd_report_add ibp_cmd_report_add_applications;
ibp_cmd_report_add ibp_cmd_report_add_coverage;
ibp_cmd_report_add ibp_cmd_report_add_evidence;
ibp_cmd_report_add ibp_cmd_report_add_log;
ibp_cmd_report_add ibp_cmd_report_add_method;
ibp_cmd_report_add ibp_cmd_report_add_meta;

#endif
