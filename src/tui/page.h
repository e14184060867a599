/*
 * A page of paragraphs: headings, texts and things to choose, wrapped to
 * the screen.  Every paragraph that is no heading can be selected, so that
 * moving down reads the whole page.
 */
#ifndef IBP_TUI_PAGE_H
#define IBP_TUI_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "tui/cells.h"

struct ibp_page_item {
	const char *label; /* in front of the text; may be NULL */
	const char *text;  /* may be NULL */
	size_t indent;     /* columns of the second and further lines */
	bool heading;
	bool blank;    /* an empty row before it */
	unsigned look; /* of the label */
	long id;       /* what the tool knows it by */
};

/* Zero it before use. */
struct ibp_page {
	struct ibp_arena arena;
	struct ibp_page_item *items;
	size_t count;
	size_t capacity;
	size_t at;       /* selected item */
	size_t top;      /* the first line to come back to, as in a list */
	size_t shown;    /* the first line on the screen */
	size_t moved_to; /* the selection that top is for */
	size_t height;
	size_t width;
	size_t first_row;
};

/* Empties it; the selection stays. */
void ibp_page_clear(struct ibp_page *page);
void ibp_page_release(struct ibp_page *page);

/* Copies the texts. */
struct ibp_page_item *ibp_page_add(struct ibp_page *page, const char *label,
				   const char *text, long id);
void ibp_page_add_heading(struct ibp_page *page, const char *text);

/* Selects the first item with ID; none: nothing changes. */
void ibp_page_select(struct ibp_page *page, long id);

/* The selected item, or NULL. */
const struct ibp_page_item *ibp_page_selected(const struct ibp_page *page);

/* What an act of moving does (enum ibp_act); false: it is none. */
bool ibp_page_act(struct ibp_page *page, int act);

/* Selects what is at this row of the screen; false: nothing. */
bool ibp_page_click(struct ibp_page *page, size_t row);

void ibp_page_paint(struct ibp_page *page, struct ibp_cells *cells, size_t top,
		    size_t height);

#endif
