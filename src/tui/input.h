/*
 * One line that a person types in: NFC, whole characters, its own scrolling.
 */
#ifndef IBP_TUI_INPUT_H
#define IBP_TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "tui/cells.h"

/* Zero it before use. */
struct ibp_input {
	struct ibp_buf text;
	size_t at;  /* byte where the cursor stands */
	size_t max; /* bytes */
};

/* Puts TEXT (NULL: nothing) in it, the cursor at its end. */
void ibp_input_set(struct ibp_input *input, const char *text, size_t max);
void ibp_input_release(struct ibp_input *input);

enum ibp_input_result {
	IBP_INPUT_OTHER, /* not a key for a line */
	IBP_INPUT_MOVED, /* or nothing to do */
	IBP_INPUT_CHANGED,
	IBP_INPUT_FULL /* does not fit */
};

/*
 * Characters, Backspace, Delete, Left, Right, Home, End, Ctrl-W (word
 * back), Ctrl-U (to the start), Ctrl-K (to the end).
 */
enum ibp_input_result ibp_input_key(struct ibp_input *input, long key);

/* Puts TEXT in at the cursor; line ends become blanks. */
enum ibp_input_result ibp_input_insert(struct ibp_input *input,
				       const char *text);

/* Underlined over WIDTH columns; sets the cursor. */
void ibp_input_paint(const struct ibp_input *input, struct ibp_cells *cells,
		     size_t row, size_t column, size_t width);

/* ---- Steps in a text, also for several lines ---- */

/* The character before byte AT, and behind it. */
size_t ibp_input_back(const char *text, size_t at);
size_t ibp_input_forward(const char *text, size_t at);

/*
 * Puts the LENGTH bytes of PIECE into BUF at *AT in NFC and moves *AT
 * behind it; false: it would become longer than MAX.
 */
bool ibp_input_splice(struct ibp_buf *buf, size_t *at, const char *piece,
		      size_t length, size_t max);

/* Removes from byte FROM to byte TO. */
void ibp_input_remove(struct ibp_buf *buf, size_t from, size_t to);

#endif
