/*
 * One norm: its five levels beside the choice, and all that is known and
 * filled in about it, as a page.
 */
#ifndef IBP_TUI_SCAN_NORM_H
#define IBP_TUI_SCAN_NORM_H

#include "tui/desk.h"
#include "tui/page.h"

struct ibp_norm_view {
	size_t index;
	struct ibp_page page;
	size_t *rows; /* the norms before and after it */
	size_t row_count;
};

/* What a paragraph stands for, so that Enter can act on it. */
enum ibp_norm_item {
	IBP_ITEM_TEXT = 0,
	IBP_ITEM_LEVEL = 1,          /* and the four after it */
	IBP_ITEM_ACT = 100,          /* plus the act that Enter does */
	IBP_ITEM_EVIDENCE = 1000000, /* plus its number */
	IBP_ITEM_RELATED = 500000    /* plus the index of the norm */
};

/* Columns of what stands behind a dash or a number. */
#define IBP_NORM_INDENT 2

/* Writes the page anew; the selection stays where it was. */
void ibp_norm_view_fill(struct ibp_app *app, struct ibp_norm_view *view);

/* What check finds about what is filled in; nothing where it finds nothing. */
void ibp_norm_view_add_findings(const struct ibp_desk *desk,
				struct ibp_page *page, size_t index);

#endif
