/*
 * A list of rows in columns: the one list widget.  The selected row has a
 * ">" in column 1, is reversed, and carries the cursor on its first letter.
 */
#ifndef IBP_TUI_LIST_H
#define IBP_TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "tui/cells.h"

#define IBP_LIST_COLUMNS 12
/* The marker, the mark, and then the first column. */
#define IBP_LIST_MARGIN 2

struct ibp_column {
	const char *header; /* msgid with context "column"; NULL: none */
	size_t min;         /* columns, or more where the header is wider */
	size_t max;
	/* On a narrow screen the highest number goes first; 0: never. */
	int drop;
	bool right;
	size_t wish; /* others go before it gets less than this; 0: min */
};

/* Adds the text of a cell and may set its look (a level's colour). */
typedef void ibp_list_cell(void *context, size_t row, size_t column,
			   struct ibp_buf *text, unsigned *look);

/* What a list shows; made anew for each painting. */
struct ibp_list_rows {
	const struct ibp_column *columns; /* ends with a max of 0 */
	size_t count;
	ibp_list_cell *cell;
	/* Whether a row is marked; NULL: nothing is. */
	bool (*marked)(void *context, size_t row);
	/* A row that is a heading, not a choice; NULL: none is. */
	bool (*heading)(void *context, size_t row);
	void *context;
	/* The column whose first letter carries the cursor. */
	size_t cursor_column;
	/* The person is elsewhere: no row is shown as the selected one. */
	bool focus_away;
	/* Beside another list: it has "-" for ">", and no cursor. */
	bool resting;
	/* The columns of the screen that it takes; width 0: all of them. */
	size_t left;
	size_t width;
};

/*
 * Where a person is in a list.  Zero it before use.  A dialog over its lower
 * part makes it scroll for as long as it is there: only moving the selection
 * changes the row that it comes back to.
 */
struct ibp_list {
	size_t at;        /* selected row */
	size_t top;       /* the first row to come back to */
	size_t shown;     /* the first row on the screen */
	size_t height;    /* rows on the screen at the last painting */
	size_t first_row; /* of the screen, for a click */
	size_t moved_to;  /* the selection that top is for */
};

/* Moves by STEP rows, not past the ends; false: nothing moved. */
bool ibp_list_move(struct ibp_list *list, size_t count, long step);
bool ibp_list_go(struct ibp_list *list, size_t count, size_t row);

/*
 * The first line to show of ALL in HEIGHT, as near to TOP as it can be with
 * the lines from START to before END on the screen.
 */
size_t ibp_list_scroll(size_t top, size_t start, size_t end, size_t height,
		       size_t all);

/* Keeps the selection inside COUNT rows. */
void ibp_list_clamp(struct ibp_list *list, size_t count);

/* What an act of moving does (enum ibp_act); false: it is none. */
bool ibp_list_act(struct ibp_list *list, size_t count, int act);

/* The row at this row of the screen; COUNT: none. */
size_t ibp_list_hit(const struct ibp_list *list, size_t count,
		    size_t screen_row);

/*
 * Widths of the columns in WIDTH, 0 for those that had to go.  They get
 * their least width first, wide enough for the header where that can be, and
 * what is over in their order.
 */
void ibp_list_widths(const struct ibp_column *columns, size_t width,
		     size_t widths[IBP_LIST_COLUMNS]);

/*
 * Paints headers (where there are any) and rows from screen row TOP, HEIGHT
 * of them in all, and sets the cursor.
 */
void ibp_list_paint(struct ibp_list *list, const struct ibp_list_rows *rows,
		    struct ibp_cells *cells, size_t top, size_t height);

#endif
