/*
 * The rows of a list that can be marked, filtered, sorted and searched.
 * Which rows are shown stays as it is while values change, so that a second
 * key never hits another thing; filtering, sorting and Ctrl-L make it anew.
 */
#ifndef IBP_TUI_ROWS_H
#define IBP_TUI_ROWS_H

#include <stdint.h>

#include "tui/list.h"
#include "tui/marks.h"
#include "tui/work.h"

/* What to sort by: "" is the list's own order.  A NULL key ends a table. */
struct ibp_sort_key {
	const char *key;
	const char *label; /* msgid */
};

/* What is listed. */
struct ibp_rows_kind {
	/* Makes the rows anew: see ibp_rows_replace. */
	enum ibp_status (*fill)(struct ibp_app *app, struct ibp_rows *rows,
				struct ibp_error *err);
	/* Whether the folded WORD occurs in the thing with this INDEX. */
	bool (*has)(struct ibp_app *app, size_t index, const char *word);
	/* NULL: nothing can be marked. */
	struct ibp_marks *(*marks)(struct ibp_app *app);
	/* How many are marked, for a person. */
	void (*add_marks)(size_t count, struct ibp_buf *text);
	/* Questions that everybody has; a NULL name (a msgid) ends it. */
	const struct ibp_named_filter *filters;
	const struct ibp_sort_key *sorts;
	const char *which;    /* msgid: "Which norms?" */
	const char *fields;   /* msgid: how a filter is typed, of what */
	const char *searched; /* msgid: where a search looks */
};

/* Zero it and set the kind before use. */
struct ibp_rows {
	const struct ibp_rows_kind *kind;
	struct ibp_arena arena;
	size_t *items; /* indexes of the things shown */
	size_t count;
	size_t total; /* without the filter */
	struct ibp_list list;
	char *filter;          /* expression, NULL: none */
	char *filter_name;     /* as the title shows it */
	const char *sort;      /* a key of the kind, NULL: its own order */
	const char *own_order; /* msgid; NULL: as the first sort key has it */
	char *search;          /* what was looked for last */
};

#define IBP_ROWS_NONE SIZE_MAX

void ibp_rows_release(struct ibp_rows *rows);

/* What is selected; IBP_ROWS_NONE: the list is empty. */
size_t ibp_rows_at(const struct ibp_rows *rows);

/* Selects INDEX where it is shown. */
void ibp_rows_select(struct ibp_rows *rows, size_t index);

/* Takes ARENA with ITEMS over; what was selected stays so where it can. */
void ibp_rows_replace(struct ibp_rows *rows, struct ibp_arena *arena,
		      size_t *items, size_t count, size_t total);

/* Makes the rows anew, or says why that cannot be. */
void ibp_rows_fill(struct ibp_app *app, struct ibp_rows *rows);

/* " [12 of 94] filter: ... order: ...", always (T9). */
void ibp_rows_add_title(const struct ibp_rows *rows, struct ibp_buf *title);

/* Whether the one in this ROW is marked, for struct ibp_list_rows. */
bool ibp_rows_is_marked(struct ibp_app *app, const struct ibp_rows *rows,
			size_t row);

/*
 * Moving, marking, filtering, sorting, searching, and going back: the marks
 * go first, then the filter.  IBP_REACT_PASS: another act.
 */
unsigned ibp_rows_act(struct ibp_app *app, struct ibp_rows *rows, int act);

/* Selects what was clicked; false: nothing was. */
bool ibp_rows_click(struct ibp_rows *rows, const struct ibp_event *event);

/* Says that the marks are removed, and removes them, where there are any. */
void ibp_rows_drop_marks(struct ibp_app *app, struct ibp_rows *rows);

/* ---- In rows_find.c ---- */

/* Sets a filter (EXPR NULL: none); a wrong one changes nothing. */
enum ibp_status ibp_rows_set_filter(struct ibp_app *app, struct ibp_rows *rows,
				    const char *name, const char *expr,
				    struct ibp_error *err);

/* The menu of filters, the question what to sort by. */
unsigned ibp_rows_ask_filter(struct ibp_app *app);
unsigned ibp_rows_ask_sort(struct ibp_app *app);

/* What a key to sort by is called, translated. */
const char *ibp_rows_sort_label(const struct ibp_rows *rows, const char *key);

/* ---- In rows_search.c ---- */

unsigned ibp_rows_ask_search(struct ibp_app *app);

/* To the next (STEP 1) or previous (-1) row that holds what was searched. */
unsigned ibp_rows_search(struct ibp_app *app, struct ibp_rows *rows, int step);

/* The rows of the view on top, which the acts above are for. */
struct ibp_rows *ibp_rows_of(struct ibp_app *app);

#endif
