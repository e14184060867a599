/*
 * A screen as a grid of cells.  Views paint cells; a terminal copies them.
 * Rows and columns count from 0; what falls outside is not drawn.
 */
#ifndef IBP_TUI_CELLS_H
#define IBP_TUI_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* How a cell looks, added up.  Nothing relies on bold or on a colour. */
enum ibp_look {
	IBP_LOOK_PLAIN = 0,
	IBP_LOOK_REVERSE = 1 << 0,
	IBP_LOOK_UNDERLINE = 1 << 1,
	IBP_LOOK_BOLD = 1 << 2,
	/* The colour of level N is N times IBP_LOOK_LEVEL, N 1..5. */
	IBP_LOOK_LEVEL = 1 << 3,
	IBP_LOOK_LEVELS = 7 << 3,
	/* The colour is for the first column of a text only. */
	IBP_LOOK_FIRST = 1 << 6
};

/* One character and its marks; the right half of a wide one is empty. */
#define IBP_CELL_TEXT 22

struct ibp_cell {
	char text[IBP_CELL_TEXT];
	unsigned char width; /* 1, 2, or 0 for a right half */
	unsigned char look;
};

/* Zero it before use. */
struct ibp_cells {
	size_t rows;
	size_t columns;
	struct ibp_cell *cells; /* row by row */
	/* Where the cursor of the terminal stands; the last word counts. */
	size_t cursor_row;
	size_t cursor_column;
};

/* Makes the grid this large and blank, the cursor at the lower left. */
void ibp_cells_resize(struct ibp_cells *cells, size_t rows, size_t columns);
void ibp_cells_release(struct ibp_cells *cells);

/*
 * Draws TEXT in exactly WIDTH columns: padded with blanks, or cut on a whole
 * character with an ellipsis.  Control characters and direction marks
 * become "?".
 */
void ibp_cells_put(struct ibp_cells *cells, size_t row, size_t column,
		   size_t width, const char *text, unsigned look);

/* The same to the right: blanks come first. */
void ibp_cells_put_right(struct ibp_cells *cells, size_t row, size_t column,
			 size_t width, const char *text, unsigned look);

/* Draws the first LENGTH bytes of TEXT as they are; columns used. */
size_t ibp_cells_put_bytes(struct ibp_cells *cells, size_t row, size_t column,
			   const char *text, size_t length, unsigned look);

/* WIDTH cells with the ASCII character C. */
void ibp_cells_fill(struct ibp_cells *cells, size_t row, size_t column,
		    size_t width, char c, unsigned look);

/* Adds LOOK to what is there, for WIDTH cells. */
void ibp_cells_add_look(struct ibp_cells *cells, size_t row, size_t column,
			size_t width, unsigned look);

void ibp_cells_set_cursor(struct ibp_cells *cells, size_t row, size_t column);

/* One row as text without blanks at the end. */
void ibp_cells_add_row(const struct ibp_cells *cells, size_t row,
		       struct ibp_buf *buf);

#endif
