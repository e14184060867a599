/*
 * Text wrapped over several rows of cells.
 */
#ifndef IBP_TUI_WRAP_H
#define IBP_TUI_WRAP_H

#include <stddef.h>

#include "tui/cells.h"

/* Rows that TEXT takes in WIDTH columns; 0 for an empty one. */
size_t ibp_wrap_count(const char *text, size_t width);

/* Paints at most HEIGHT rows; the last one is cut with an ellipsis. */
void ibp_wrap_paint(const char *text, struct ibp_cells *cells, size_t row,
		    size_t column, size_t width, size_t height);

#endif
