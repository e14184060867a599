/*
 * One thing as a form: a row per field, each kept as soon as it is filled
 * in.  A tool's form is a table of these and a view whose functions are the
 * ones below.
 */
#ifndef IBP_TUI_FORM_H
#define IBP_TUI_FORM_H

#include "tui/work.h"

struct ibp_form_kind {
	const struct ibp_view_kind *view;
	enum ibp_subject subject;
	size_t first; /* the fields before it are not changed here */
	/* The canonical value; NULL: not set. */
	const char *(*value)(struct ibp_app *app, long id, const char *field);
	/* What it is called; nothing where it is gone. */
	void (*add_name)(struct ibp_app *app, long id, struct ibp_buf *text);
	const char *gone; /* msgid: what to do about it */
	int remove_act;
	void (*remove)(struct ibp_app *app, long id);
};

/* The thing with the number ID, with the field in row AT selected. */
void ibp_form_open(struct ibp_app *app, const struct ibp_form_kind *kind,
		   long id, size_t at);

/* For the view; its state is freed with free(). */
void ibp_form_add_title(struct ibp_app *app, void *state,
			struct ibp_buf *title);
void ibp_form_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		    size_t top, size_t height);
unsigned ibp_form_act(struct ibp_app *app, void *state, int act, long key);
unsigned ibp_form_click(struct ibp_app *app, void *state,
			const struct ibp_event *event);

#endif
