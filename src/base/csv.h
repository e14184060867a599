/*
 * Writing CSV (RFC 4180 with CRLF).  A text that a spreadsheet would take
 * for a formula gets an apostrophe in front.  Reading:
 * exchange/csv_read.h.
 */
#ifndef IBP_BASE_CSV_H
#define IBP_BASE_CSV_H

#include "base/buf.h"

/* One field, quoted where needed; separated from the one before. */
void ibp_csv_add_field(struct ibp_buf *buf, char separator, const char *text);
void ibp_csv_end_row(struct ibp_buf *buf);

/* FIELD without the apostrophe that writing put in front. */
const char *ibp_csv_unguard(const char *field);

#endif
