/*
 * Text as people type and read it: UTF-8 in NFC, measured in columns.
 */
#ifndef IBP_BASE_TEXT_H
#define IBP_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Ceilings in bytes, for every text that comes from outside. */
#define IBP_TEXT_NAME_MAX 200
#define IBP_TEXT_LINE_MAX 1000
#define IBP_TEXT_NOTE_MAX 20000

enum ibp_text_kind {
	IBP_TEXT_LINE, /* no control characters at all */
	IBP_TEXT_NOTE  /* newline and tab allowed */
};

/*
 * Checks and normalises: valid UTF-8, no control characters, no
 * direction overrides, at most MAX bytes, outer white space removed, NFC.
 * WHAT names the text in the message ("Note").  *CLEAN is the caller's to
 * free.  Nothing is ever cut: what does not fit is IBP_USAGE.
 */
enum ibp_status ibp_text_clean(const char *text, enum ibp_text_kind kind,
			       size_t max, const char *what, char **clean,
			       struct ibp_error *err);

bool ibp_text_is_utf8(const char *text, size_t length);

/*
 * Where the first character stands that KIND does not allow: its offset in
 * bytes, LENGTH where all are allowed.  *CODE is the character, or -1 where
 * the bytes are no UTF-8.
 */
size_t ibp_text_find_forbidden(const char *text, size_t length,
			       enum ibp_text_kind kind, long *code);

/*
 * Folded for search: case, accents and compatibility forms removed.
 * Never NULL; free it.  Bytes that are not UTF-8 come back unchanged.
 */
char *ibp_text_fold(const char *text);

/*
 * Folded, and of that only the letters a to z and the digits: for names that
 * are spelt with or without blanks, dashes and accents.  New.
 */
char *ibp_text_letters(const char *text);

/* Whether TEXT contains WORD, both folded. */
bool ibp_text_contains(const char *text, const char *word);

/* Columns on a terminal; a character without a width counts 0. */
size_t ibp_text_width(const char *text);

/*
 * The first character of TEXT with the marks that belong to it: returns
 * its length in bytes (0 at the end) and sets its width in columns.  A
 * byte that is no UTF-8 is a character of width 1.
 */
size_t ibp_text_next(const char *text, size_t *width);

/*
 * Adds TEXT in exactly WIDTH columns: padded with spaces, or cut on a whole
 * character with an ellipsis at the end.
 */
void ibp_text_add_fit(struct ibp_buf *buf, const char *text, size_t width);

/*
 * Adds TEXT made harmless for a terminal: control characters and
 * direction overrides become "?", tabs become spaces.  Newlines stay.
 */
void ibp_text_add_safe(struct ibp_buf *buf, const char *text);

/*
 * The length in bytes of the next line of at most WIDTH columns, broken at
 * a space where possible.  *SKIP is what to jump over (line and break).
 * Returns 0 with *SKIP 0 at the end of the text.
 */
size_t ibp_text_wrap(const char *text, size_t width, size_t *skip);

/*
 * The name nearest to WORD, or NULL where none is near enough for "did
 * you mean".  NAMES ends with NULL.
 */
const char *ibp_text_nearest(const char *word, const char *const *names);

/* Whether TEXT is NULL or has no characters. */
bool ibp_text_is_empty(const char *text);

/* Whether both are equal; NULL equals only NULL. */
bool ibp_text_equal(const char *a, const char *b);

#endif
