/*
 * A document as a workbook: each sheet of it a sheet, each table a table of
 * the spreadsheet with a header, each chart a picture with the sentence that
 * it shows.  Tables begin in the first column, nothing is merged, and the
 * height of a row follows from its texts.
 */
#ifndef IBP_REPORT_RENDER_XLSX_H
#define IBP_REPORT_RENDER_XLSX_H

#include "base/buf.h"
#include "base/error.h"
#include "report/doc.h"
#include "report/style.h"

/* STYLE NULL: ours.  The workbook is added to OUT on success. */
enum ibp_status ibp_render_xlsx(const struct ibp_doc *doc,
				const struct ibp_style *style,
				struct ibp_buf *out, struct ibp_error *err);

#endif
