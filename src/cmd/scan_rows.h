/*
 * Cells and columns that several commands of ibp-scan share, so that a field
 * looks the same in every listing.  In JSON a code or title stands as it is;
 * people see a mark at what is not official, and a line that says so.
 */
#ifndef IBP_CMD_SCAN_ROWS_H
#define IBP_CMD_SCAN_ROWS_H

#include "cmd/cells.h"
#include "cmd/scan.h"
#include "report/doc.h"

/* What was marked in a document: bits, for ibp_cmd_scan_add_legend. */
enum ibp_cmd_scan_mark {
	IBP_MARK_TITLE = 1 << 0, /* a working title */
	IBP_MARK_CODE = 1 << 1,  /* a code that is not official */
	IBP_MARK_DATE = 1 << 2   /* a date that has passed */
};

struct ibp_cell ibp_cmd_scan_code_cell(struct ibp_doc *doc,
				       const struct ibp_norm *norm,
				       unsigned *marks);
struct ibp_cell ibp_cmd_scan_title_cell(struct ibp_doc *doc,
					const struct ibp_norm *norm,
					unsigned *marks);
struct ibp_cell ibp_cmd_scan_domain_title_cell(struct ibp_doc *doc,
					       const struct ibp_domain *domain,
					       unsigned *marks);
void ibp_cmd_scan_add_legend(struct ibp_doc *doc, unsigned marks);

/* ---- scan_export_oscal.c ---- */

/* export --format=oscal: a folder with files. */
enum ibp_status ibp_cmd_scan_export_oscal(struct ibp_run *run,
					  struct ibp_error *err);

/* ---- scan_evidence.c ---- */

struct ibp_table *ibp_cmd_scan_add_evidence_table(struct ibp_doc *doc);
void ibp_cmd_scan_add_evidence_row(struct ibp_doc *doc, struct ibp_table *table,
				   const struct ibp_evidence *evidence);

/* ---- scan_log.c ---- */

/* Everything that is known of CODE (NULL: of the file), newest first. */
enum ibp_status ibp_cmd_scan_add_log(struct ibp_doc *doc,
				     struct ibp_cmd_scan *scan,
				     const char *code, struct ibp_error *err);

/* ---- scan_norms.c ---- */

/* The texts of a norm: facts for people, and a cell for JSON. */
void ibp_cmd_scan_add_texts(struct ibp_doc *doc,
			    const struct ibp_framework *framework,
			    const struct ibp_norm *norm);
struct ibp_cell ibp_cmd_scan_texts_cell(struct ibp_doc *doc,
					const struct ibp_norm *norm);

/* One norm with its state: the columns of `list`. */
#define IBP_SCAN_NORM_COLUMNS 16

void ibp_cmd_scan_norm_columns(
	struct ibp_column columns[IBP_SCAN_NORM_COLUMNS]);
void ibp_cmd_scan_norm_cells(struct ibp_doc *doc,
			     const struct ibp_cmd_scan *scan, size_t index,
			     struct ibp_cell cells[IBP_SCAN_NORM_COLUMNS],
			     unsigned *marks);

#endif
