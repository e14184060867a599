/*
 * Keys by number and by name.  A character is its code point; a control
 * character its code (Ctrl-R is 18); other keys have the numbers below.
 * Names are those of tmux: "j", "C-r", "PgDn", "F1", "Space".
 */
#ifndef IBP_TUI_KEY_H
#define IBP_TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define IBP_KEY_CTRL(letter) ((letter)&0x1f)

enum ibp_key {
	IBP_KEY_NONE = 0,
	IBP_KEY_TAB = 9,
	IBP_KEY_ENTER = 13,
	IBP_KEY_ESCAPE = 27,
	IBP_KEY_SPACE = 32,
	IBP_KEY_UP = 0x110000, /* after the last code point */
	IBP_KEY_DOWN,
	IBP_KEY_LEFT,
	IBP_KEY_RIGHT,
	IBP_KEY_PAGE_UP,
	IBP_KEY_PAGE_DOWN,
	IBP_KEY_HOME,
	IBP_KEY_END,
	IBP_KEY_BACKTAB,
	IBP_KEY_BACKSPACE,
	IBP_KEY_DELETE,
	IBP_KEY_INSERT,
	IBP_KEY_F0, /* F1 is IBP_KEY_F0 + 1, up to F12 */
	IBP_KEY_LAST = IBP_KEY_F0 + 12
};

/* Whether KEY is a character that can be typed into a text. */
bool ibp_key_is_text(long key);

/* The key with this NAME of LENGTH bytes; IBP_KEY_NONE: there is none. */
long ibp_key_find(const char *name, size_t length);

/* Whether KEY is one of NAMES, which are separated by spaces; may be NULL. */
bool ibp_key_is_one_of(long key, const char *names);

/*
 * Adds NAMES as a person reads them: "Ctrl-R", "u, Ctrl-R", "arrow down".
 * At most MAX of them.
 */
void ibp_key_add_names(struct ibp_buf *buf, const char *names, size_t max);

/* The same for one key. */
void ibp_key_add(struct ibp_buf *buf, long key);

/* Adds the character KEY in UTF-8; nothing for other keys. */
void ibp_key_add_text(struct ibp_buf *buf, long key);

#endif
