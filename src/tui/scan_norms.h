/*
 * The state of a list of norms: all of them, a part, a domain, or the gaps.
 * Which rows are shown stays as it is while values change, so that a second
 * key never hits another norm; filtering, sorting and Ctrl-L make it anew.
 */
#ifndef IBP_TUI_SCAN_NORMS_H
#define IBP_TUI_SCAN_NORMS_H

#include "tui/desk.h"

struct ibp_norms {
	enum ibp_scan_scope scope;
	size_t which; /* part or domain */
	struct ibp_arena arena;
	size_t *rows; /* indexes of norms */
	size_t count;
	size_t total; /* without the filter */
	struct ibp_list list;
	char *filter;      /* expression, NULL: none */
	char *filter_name; /* as the title shows it */
	const char *sort;  /* a key of ibp_norm_rows, NULL: none */
	char *search;      /* what was looked for last */
};

/* The norm of the selected row; norm_count: the list is empty. */
size_t ibp_norms_at(const struct ibp_desk *desk, const struct ibp_norms *norms);

/* Makes the rows anew; keeps the selected norm where it still is. */
enum ibp_status ibp_norms_fill(const struct ibp_desk *desk,
			       struct ibp_norms *norms, struct ibp_error *err);

void ibp_norms_add_title(struct ibp_app *app, void *state,
			 struct ibp_buf *title);
void ibp_norms_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		     size_t top, size_t height);

/* Sets a filter (EXPR NULL: none); a wrong one changes nothing. */
enum ibp_status ibp_norms_set_filter(struct ibp_app *app,
				     struct ibp_norms *norms, const char *name,
				     const char *expr, struct ibp_error *err);

/* ---- In scan_marks.c ---- */

/* The selected norm, or no longer; then one down. */
unsigned ibp_norms_mark(struct ibp_app *app, struct ibp_norms *norms);

/* All that are shown; when all are marked already: none of them. */
unsigned ibp_norms_mark_all(struct ibp_app *app, struct ibp_norms *norms);

/* ---- In scan_find.c ---- */

/* The menu of filters, the question what to sort by, the search. */
unsigned ibp_norms_ask_filter(struct ibp_app *app);
unsigned ibp_norms_ask_sort(struct ibp_app *app);
unsigned ibp_norms_ask_search(struct ibp_app *app);

/* What a key to sort by is called, translated. */
const char *ibp_norms_sort_label(const char *key);

/* To the next (STEP 1) or previous (-1) row that holds what was searched. */
unsigned ibp_norms_search(struct ibp_app *app, struct ibp_norms *norms,
			  int step);

/* The list on top; the acts above are on no other screens. */
struct ibp_norms *ibp_norms_of(struct ibp_app *app);

#endif
