/* A table for a person, for render_text.c. */
#ifndef IBP_REPORT_TEXT_TABLE_H
#define IBP_REPORT_TEXT_TABLE_H

#include "report/render.h"

#define IBP_TEXT_BOLD "\033[1m"
#define IBP_TEXT_RESET "\033[0m"

/*
 * Adds the rows with their header.  Columns that wrap share what the others
 * leave of WIDTH; a table that is wider all the same is never cut.
 */
void ibp_text_table_add(struct ibp_buf *out, const struct ibp_table *table,
			size_t width, bool colour);

/* The cell as a person reads it, harmless for a terminal. */
void ibp_text_add_cell(struct ibp_buf *out, const struct ibp_cell *cell,
		       enum ibp_cell_type type);

#endif
