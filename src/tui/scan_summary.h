/*
 * Where the board stands, in two sentences, and what the sector agreed on.
 */
#ifndef IBP_TUI_SCAN_SUMMARY_H
#define IBP_TUI_SCAN_SUMMARY_H

#include "tui/desk.h"

/* Hundredths as people read them; "-" for less than 0. */
void ibp_summary_add_average(long average, struct ibp_buf *text);

/* Returns the rows it took. */
size_t ibp_summary_paint(const struct ibp_desk *desk, struct ibp_cells *cells,
			 size_t row);

/* As many as there is room for. */
void ibp_summary_paint_milestones(const struct ibp_desk *desk,
				  struct ibp_cells *cells, size_t row,
				  size_t height);

#endif
