/*
 * The one dialog: a question with choices, a line or a note to type, or a
 * line with choices that follow what is typed.  It lies over the lower part
 * of the screen, so that what it is about stays in sight, and it says its
 * keys in words.
 */
#ifndef IBP_TUI_DIALOG_H
#define IBP_TUI_DIALOG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "tui/area.h"
#include "tui/input.h"
#include "tui/list.h"
#include "tui/term.h"

enum ibp_dialog_kind {
	IBP_DIALOG_CHOICE, /* one of the options, by arrows or its digit */
	IBP_DIALOG_PICK,   /* the same; what is typed narrows them down */
	IBP_DIALOG_LINE,   /* a line; options are only suggestions */
	IBP_DIALOG_NOTE    /* a text of several lines */
};

struct ibp_dialog_option {
	const char *label;
	const char *value; /* the answer */
	const char *hint;  /* at the right: its keys; may be NULL */
	/* What typing finds besides the label; may be NULL. */
	const char *words;
};

enum ibp_dialog_focus {
	IBP_FOCUS_TEXT,
	IBP_FOCUS_LIST,
	IBP_FOCUS_SAVE,
	IBP_FOCUS_CANCEL
};

struct ibp_dialog {
	enum ibp_dialog_kind kind;
	struct ibp_arena arena;
	const char *title;
	const char *text; /* what is asked, in a sentence; may be NULL */
	struct ibp_dialog_option *options;
	size_t option_count;
	size_t option_capacity;
	size_t *shown; /* indexes of the options that match */
	size_t shown_count;
	size_t shown_capacity;
	struct ibp_list list;
	struct ibp_input input;
	struct ibp_area area;
	enum ibp_dialog_focus focus;
	char *fault;       /* what was wrong with the last answer */
	const char *draft; /* name under which typing is kept; NULL: is not */
	unsigned unsaved;  /* changes since the draft was kept */
	bool touched;      /* typed since it was opened */
	bool kept;         /* there is a draft */
};

enum ibp_dialog_result {
	IBP_DIALOG_OPEN,    /* goes on, as it was */
	IBP_DIALOG_CHANGED, /* goes on, the text is another one */
	IBP_DIALOG_FULL,    /* what was typed does not fit */
	IBP_DIALOG_ANSWERED,
	IBP_DIALOG_CANCELLED
};

/* VALUE (may be NULL) is what stands there at first; MAX in bytes. */
struct ibp_dialog *ibp_dialog_new(enum ibp_dialog_kind kind, const char *title,
				  const char *text, const char *value,
				  size_t max);
void ibp_dialog_free(struct ibp_dialog *dialog);

void ibp_dialog_add(struct ibp_dialog *dialog, const char *label,
		    const char *value, const char *hint, const char *words);

/* Puts the choice on the option with VALUE; none such: the first. */
void ibp_dialog_choose(struct ibp_dialog *dialog, const char *value);

void ibp_dialog_set_fault(struct ibp_dialog *dialog, const char *fault);

enum ibp_dialog_result ibp_dialog_event(struct ibp_dialog *dialog,
					const struct ibp_event *event);

/* The text as it stands, or the value that is chosen. */
const char *ibp_dialog_answer(const struct ibp_dialog *dialog);

/* What was typed. */
const char *ibp_dialog_typed(const struct ibp_dialog *dialog);

/* Rows that it takes of a screen of this size. */
size_t ibp_dialog_rows(const struct ibp_dialog *dialog, size_t rows,
		       size_t columns);

void ibp_dialog_paint(struct ibp_dialog *dialog, struct ibp_cells *cells);

#endif
