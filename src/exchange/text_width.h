/*
 * How wide a text is drawn, without asking a font: the width of each letter
 * in a wide common sans-serif, so that what fits here fits in Arial,
 * Helvetica and their likes too.  All measures are whole units of the
 * drawing.
 */
#ifndef IBP_EXCHANGE_TEXT_WIDTH_H
#define IBP_EXCHANGE_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

/* LENGTH bytes of TEXT in letters of SIZE units. */
int ibp_text_drawn(const char *text, size_t length, int size, bool bold);

/*
 * The length in bytes of the next line of TEXT that is at most WIDTH wide:
 * broken at a space, behind a hyphen or slash, and else within a word.
 * *SKIP is what to jump over.  0 with *SKIP 0 at the end.
 */
size_t ibp_text_drawn_line(const char *text, int width, int size, bool bold,
			   size_t *skip);

/* How many lines that takes. */
int ibp_text_drawn_lines(const char *text, int width, int size, bool bold);

#endif
