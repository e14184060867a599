/*
 * A note of several lines that a person types in: wrapped, in NFC.  For
 * those without an editor of their own.
 */
#ifndef IBP_TUI_AREA_H
#define IBP_TUI_AREA_H

#include "tui/cells.h"
#include "tui/input.h"

/* Zero it before use. */
struct ibp_area {
	struct ibp_buf text;
	size_t at; /* byte where the cursor stands */
	size_t max;
	size_t top;   /* first line on the screen */
	size_t width; /* of the last painting */
	size_t height;
};

void ibp_area_set(struct ibp_area *area, const char *text, size_t max);
void ibp_area_release(struct ibp_area *area);

/* As ibp_input_key, and Enter, Up, Down, PgUp and PgDn. */
enum ibp_input_result ibp_area_key(struct ibp_area *area, long key);
enum ibp_input_result ibp_area_insert(struct ibp_area *area, const char *text);

/* Lines it takes in WIDTH columns, at least 1. */
size_t ibp_area_lines(const struct ibp_area *area, size_t width);

void ibp_area_paint(struct ibp_area *area, struct ibp_cells *cells, size_t row,
		    size_t column, size_t width, size_t height);

#endif
