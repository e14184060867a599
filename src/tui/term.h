/*
 * A terminal: a small table of functions.  term_curses.c is the real one,
 * term_script.c reads keys from a script and keeps screens as text.
 */
#ifndef IBP_TUI_TERM_H
#define IBP_TUI_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "tui/cells.h"

/* Pasted text is read up to here; the rest of it is dropped. */
#define IBP_PASTE_MAX ((size_t)64 * 1024)

enum ibp_event_kind {
	IBP_EVENT_KEY,
	IBP_EVENT_PASTE,
	IBP_EVENT_CLICK,
	IBP_EVENT_RESIZE,
	IBP_EVENT_REDRAW,  /* back from a suspension */
	IBP_EVENT_IDLE,    /* nothing for as long as was asked */
	IBP_EVENT_SUSPEND, /* somebody sent SIGTSTP */
	IBP_EVENT_HANGUP,  /* the terminal or its user is gone: keep and end */
	IBP_EVENT_END      /* the script is over */
};

struct ibp_event {
	enum ibp_event_kind kind;
	long key;          /* KEY: see tui/key.h */
	const char *paste; /* PASTE: until the next read */
	size_t row;        /* CLICK */
	size_t column;
	bool twice; /* CLICK: a double one */
};

#define IBP_TERM_FOREVER (-1)

struct ibp_term {
	void *context;
	void (*size)(void *context, size_t *rows, size_t *columns);
	/* Waits at most TIMEOUT milliseconds, or IBP_TERM_FOREVER. */
	void (*read)(void *context, int timeout, struct ibp_event *event);
	/* Makes the screen look like CELLS, the cursor last. */
	void (*show)(void *context, const struct ibp_cells *cells);
	/* Forgets what is on the screen: the next show paints all of it. */
	void (*redraw)(void *context);
	void (*bell)(void *context);
	/* Gives the terminal to another program, and takes it back. */
	void (*leave)(void *context);
	void (*enter)(void *context);
	/* Stops the program until it is continued (Ctrl-Z). */
	void (*suspend)(void *context);
};

struct ibp_term_options {
	bool colour;
	bool mouse;
};

/* The terminal of this process.  Close it before printing anything. */
enum ibp_status ibp_term_open(const struct ibp_term_options *options,
			      struct ibp_term **term, struct ibp_error *err);
void ibp_term_close(struct ibp_term *term);

#define IBP_SCRIPT_ROWS 24
#define IBP_SCRIPT_COLUMNS 80

/*
 * A terminal that reads SCRIPT and adds screens to OUT (both outlive it).
 * A script is words separated by white space:
 *
 *   Down F1 C-c j       keys by name (tui/key.h)
 *   text:"half a note"  characters; \" \\ \n inside the quotes
 *   paste:"112345"      text pasted at once
 *   resize:40x10        columns and rows
 *   screen              adds the screen as text, and where the cursor is
 *   idle hangup suspend what else can happen
 *   # ...               a comment to the end of the line
 *
 * A word that means nothing is IBP_USAGE with its line.
 */
enum ibp_status ibp_script_open(const char *script, size_t rows, size_t columns,
				struct ibp_buf *out, struct ibp_term **term,
				struct ibp_error *err);
void ibp_script_close(struct ibp_term *term);

#endif
