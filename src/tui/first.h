/*
 * The first screen of all: there is no data file yet.  What a tool says
 * there, and what it does with the facts, is a table.
 */
#ifndef IBP_TUI_FIRST_H
#define IBP_TUI_FIRST_H

#include "tui/work.h"

struct ibp_first_kind {
	const struct ibp_view_kind *view;
	/* What the tool is for, in a sentence. */
	void (*add_welcome)(struct ibp_app *app, struct ibp_buf *text);
	const char *demo; /* msgid: how to look around first */
	const char *(*file)(struct ibp_app *app); /* its path, or NULL */
	/* Makes the file with FACTS and opens it; the tool's first screen
	 * takes the place of this one. */
	enum ibp_status (*begin)(struct ibp_app *app,
				 const struct ibp_changes *facts,
				 struct ibp_error *err);
};

void ibp_first_open(struct ibp_app *app, const struct ibp_first_kind *kind);

/* For the view. */
void ibp_first_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		     size_t top, size_t height);
unsigned ibp_first_act(struct ibp_app *app, void *state, int act, long key);
unsigned ibp_first_click(struct ibp_app *app, void *state,
			 const struct ibp_event *event);
void ibp_first_free(void *state);

/* The acts in its last row. */
extern const int ibp_first_footer[];

#endif
