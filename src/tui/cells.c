#include "tui/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

static struct ibp_cell *cell_at(const struct ibp_cells *cells, size_t row,
				size_t column)
{
	return &cells->cells[row * cells->columns + column];
}

static void set_cell(struct ibp_cell *cell, const char *text, size_t length,
		     size_t width, unsigned look)
{
	memcpy(cell->text, text, length);
	memset(cell->text + length, 0, sizeof(cell->text) - length);
	cell->width = (unsigned char)width;
	cell->look = (unsigned char)look;
}

void ibp_cells_resize(struct ibp_cells *cells, size_t rows, size_t columns)
{
	if (rows != cells->rows || columns != cells->columns) {
		free(cells->cells);
		cells->cells =
			ibp_alloc((rows * columns + 1) * sizeof(*cells->cells));
		cells->rows = rows;
		cells->columns = columns;
	}
	for (size_t row = 0; row < rows; row++)
		ibp_cells_fill(cells, row, 0, columns, ' ', IBP_LOOK_PLAIN);
	cells->cursor_row = rows ? rows - 1 : 0;
	cells->cursor_column = 0;
}

void ibp_cells_release(struct ibp_cells *cells)
{
	free(cells->cells);
	*cells = (struct ibp_cells){0};
}

void ibp_cells_fill(struct ibp_cells *cells, size_t row, size_t column,
		    size_t width, char c, unsigned look)
{
	if (row >= cells->rows)
		return;
	for (size_t i = 0; i < width && column + i < cells->columns; i++)
		set_cell(cell_at(cells, row, column + i), &c, 1, 1, look);
}

/* The longest beginning of a character that fits, on a whole code point. */
static size_t fitting(const char *text, size_t length)
{
	if (length < IBP_CELL_TEXT)
		return length;
	length = IBP_CELL_TEXT - 1;
	while (length && (text[length] & 0xc0) == 0x80)
		length--;
	return length;
}

/* Blanks the other half of a wide character that is drawn over. */
static void mend(struct ibp_cells *cells, size_t row, size_t start, size_t end)
{
	if (start && start < cells->columns && start < end &&
	    cell_at(cells, row, start - 1)->width == 2)
		ibp_cells_fill(cells, row, start - 1, 1, ' ', IBP_LOOK_PLAIN);
	if (end && end < cells->columns && start < end &&
	    cell_at(cells, row, end)->width == 0)
		ibp_cells_fill(cells, row, end, 1, ' ', IBP_LOOK_PLAIN);
}

size_t ibp_cells_put_bytes(struct ibp_cells *cells, size_t row, size_t column,
			   const char *text, size_t length, unsigned look)
{
	size_t start = column;
	size_t done = 0;

	while (done < length && row < cells->rows) {
		size_t width;
		size_t step = ibp_text_next(text + done, &width);

		if (!step || done + step > length ||
		    column + width > cells->columns)
			break;
		if (width)
			set_cell(cell_at(cells, row, column), text + done,
				 fitting(text + done, step), width, look);
		if (width == 2)
			set_cell(cell_at(cells, row, column + 1), "", 0, 0,
				 look);
		column += width;
		done += step;
	}
	if (row < cells->rows)
		mend(cells, row, start, column);
	return column - start;
}

void ibp_cells_put(struct ibp_cells *cells, size_t row, size_t column,
		   size_t width, const char *text, unsigned look)
{
	struct ibp_buf safe = {0};
	struct ibp_buf fit = {0};
	unsigned whole =
		look & IBP_LOOK_FIRST ?
			look & ~(unsigned)(IBP_LOOK_FIRST | IBP_LOOK_LEVELS) :
			look;

	ibp_text_add_safe(&safe, text);
	for (size_t i = 0; i < safe.length; i++)
		if (safe.data[i] == '\n')
			safe.data[i] = ' ';
	ibp_text_add_fit(&fit, ibp_buf_text(&safe), width);
	ibp_cells_put_bytes(cells, row, column, ibp_buf_text(&fit), fit.length,
			    whole);
	if (look & IBP_LOOK_FIRST)
		ibp_cells_add_look(cells, row, column, 1,
				   look & IBP_LOOK_LEVELS);
	ibp_buf_release(&fit);
	ibp_buf_release(&safe);
}

void ibp_cells_put_right(struct ibp_cells *cells, size_t row, size_t column,
			 size_t width, const char *text, unsigned look)
{
	size_t used = ibp_text_width(text);
	size_t blank = used < width ? width - used : 0;

	ibp_cells_fill(cells, row, column, blank, ' ', look);
	ibp_cells_put(cells, row, column + blank, width - blank, text, look);
}

void ibp_cells_add_look(struct ibp_cells *cells, size_t row, size_t column,
			size_t width, unsigned look)
{
	if (row >= cells->rows)
		return;
	for (size_t i = 0; i < width && column + i < cells->columns; i++) {
		struct ibp_cell *cell = cell_at(cells, row, column + i);

		cell->look = (unsigned char)(cell->look | look);
	}
}

void ibp_cells_set_cursor(struct ibp_cells *cells, size_t row, size_t column)
{
	if (row < cells->rows && column < cells->columns) {
		cells->cursor_row = row;
		cells->cursor_column = column;
	}
}

void ibp_cells_add_row(const struct ibp_cells *cells, size_t row,
		       struct ibp_buf *buf)
{
	size_t end = buf->length;

	for (size_t i = 0; i < cells->columns; i++) {
		const struct ibp_cell *cell = cell_at(cells, row, i);

		ibp_buf_add(buf, cell->text);
		if (cell->width && strcmp(cell->text, " ") != 0)
			end = buf->length;
	}
	ibp_buf_cut(buf, end);
}
