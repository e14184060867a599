/*
 * A full screen that runs: a stack of views, at most one dialog over them,
 * one line for messages.  A key becomes an act by the table of actions; the
 * view on top does it and says how the program must react.  This part knows
 * nothing of norms: a tool brings its views.
 */
#ifndef IBP_TUI_APP_H
#define IBP_TUI_APP_H

#include "tui/acts.h"
#include "tui/cells.h"
#include "tui/dialog.h"
#include "tui/term.h"

/* How the program must react, added up. */
enum ibp_react {
	IBP_REACT_NONE = 0,
	IBP_REACT_PAINT = 1 << 0,
	IBP_REACT_REDRAW = 1 << 1, /* every cell anew */
	IBP_REACT_BELL = 1 << 2,
	IBP_REACT_SUSPEND = 1 << 3,
	IBP_REACT_EDIT = 1 << 4, /* app->edit, in the person's editor */
	IBP_REACT_QUIT = 1 << 5,
	IBP_REACT_PASS = 1 << 6 /* a view: not mine, do what is usual */
};

#define IBP_VIEWS_MAX 32
#define IBP_ROWS_MIN 15
#define IBP_COLUMNS_MIN 60

struct ibp_app;
struct ibp_rows; /* tui/rows.h */
struct ibp_work; /* tui/work.h */

/* A screen is one constant table of functions. */
struct ibp_view_kind {
	unsigned screen;         /* its bit in struct ibp_action */
	const char *about;       /* msgid: what it is for, for the help */
	const char *more;        /* msgid: what its signs mean; NULL: none */
	const int *footer;       /* acts in the last row; ends with 0 */
	const int *footer_empty; /* while it has no rows; NULL: the same */
	/* Its part of the path, with count and filter. */
	void (*add_title)(struct ibp_app *app, void *state,
			  struct ibp_buf *title);
	void (*paint)(struct ibp_app *app, void *state, struct ibp_cells *cells,
		      size_t top, size_t height);
	/* KEY is 0 when it comes from the palette. */
	unsigned (*act)(struct ibp_app *app, void *state, int act, long key);
	/* A click inside; NULL: nothing happens. */
	unsigned (*click)(struct ibp_app *app, void *state,
			  const struct ibp_event *event);
	/* The rows that are filtered, sorted and searched; NULL: none are. */
	struct ibp_rows *(*rows)(void *state);
	/* The values changed; NULL: it looks at them when painting. */
	void (*follow)(struct ibp_app *app, void *state);
	void (*free)(void *state);
};

struct ibp_view {
	const struct ibp_view_kind *kind;
	void *state;
};

/*
 * What to do with an answer.  A failure goes back into the dialog, which
 * then stays open.  An answer may open the next dialog.
 */
typedef enum ibp_status ibp_answered(struct ibp_app *app, void *context,
				     const char *answer, struct ibp_error *err);

struct ibp_app_setup {
	const char *name; /* of the program */
	const struct ibp_action *actions;
	const struct ibp_act_group *groups;
	void *tool; /* what the views share */
	/* How the board's file is changed. */
	struct ibp_work *work;
	/* What stands at the right of every title but the first; NULL: none. */
	void (*add_corner)(void *tool, struct ibp_buf *text);
};

/* A note on its way to the editor, or to the dialog. */
struct ibp_edit {
	char *title;
	char *name; /* of the draft */
	char *text;
	char *draft; /* typed before and never saved, or NULL */
	size_t max;
	ibp_answered *answered;
	void *context; /* owned, freed */
	bool ready;    /* for the editor */
};

struct ibp_app {
	struct ibp_app_setup setup;
	struct ibp_view views[IBP_VIEWS_MAX];
	size_t depth;
	struct ibp_dialog *dialog;
	ibp_answered *answered;
	void *context; /* of answered: owned, freed */
	struct ibp_edit edit;
	struct ibp_buf message;
	struct ibp_cells cells;
	size_t rows;
	size_t columns;
	bool interrupted;      /* Ctrl-C was the last key */
	int pending;           /* act that the palette chose */
	enum ibp_status ended; /* IBP_STOPPED after Ctrl-C */
};

void ibp_app_init(struct ibp_app *app, const struct ibp_app_setup *setup);
void ibp_app_release(struct ibp_app *app);

/* Puts a view on top; STATE is the view's from now on. */
void ibp_app_open(struct ibp_app *app, const struct ibp_view_kind *kind,
		  void *state);
void ibp_app_back(struct ibp_app *app);

/* The view on top. */
struct ibp_view *ibp_app_top(struct ibp_app *app);

/* Tells every view that the values changed. */
void ibp_app_follow(struct ibp_app *app);

/* The one line of news; replaces what is there. */
void ibp_app_say(struct ibp_app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Takes DIALOG over; CONTEXT (may be NULL) is freed with it. */
void ibp_app_ask(struct ibp_app *app, struct ibp_dialog *dialog,
		 ibp_answered *answered, void *context);

/* state -> update -> reaction; paint -> cells. */
unsigned ibp_app_update(struct ibp_app *app, const struct ibp_event *event);
void ibp_app_paint(struct ibp_app *app);

/* Does ACT as if its key was pressed (KEY 0: from the palette). */
unsigned ibp_app_act(struct ibp_app *app, int act, long key);

/*
 * Text being typed; NULL: it is no longer needed.  Finding: new, or NULL.
 * Without app->setup.work nothing is kept.
 */
void ibp_app_keep_draft(struct ibp_app *app, const char *name,
			const char *text);
char *ibp_app_find_draft(struct ibp_app *app, const char *name);

/* Runs until somebody quits; IBP_STOPPED after Ctrl-C. */
enum ibp_status ibp_app_run(struct ibp_app *app, const struct ibp_term *term);

/* ---- In help.c ---- */

void ibp_help_open(struct ibp_app *app);
void ibp_palette_open(struct ibp_app *app);

#endif
