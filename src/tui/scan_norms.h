/*
 * The state of a list of norms: all of them, a part, a domain, or the gaps.
 */
#ifndef IBP_TUI_SCAN_NORMS_H
#define IBP_TUI_SCAN_NORMS_H

#include "tui/desk.h"
#include "tui/rows.h"

struct ibp_norms {
	struct ibp_rows rows; /* indexes of norms */
	enum ibp_scan_scope scope;
	size_t which; /* part or domain */
};

/* What its rows are: norms to mark, filter, sort and search. */
extern const struct ibp_rows_kind ibp_norms_rows;

/* Makes the rows anew; keeps the selected norm where it still is. */
enum ibp_status ibp_norms_fill(const struct ibp_desk *desk,
			       struct ibp_norms *norms, struct ibp_error *err);

void ibp_norms_add_title(struct ibp_app *app, void *state,
			 struct ibp_buf *title);
void ibp_norms_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		     size_t top, size_t height);

#endif
