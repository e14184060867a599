#include "tui/area.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/key.h"

#define WIDTH_AT_FIRST 72

/* A line on the screen: where it starts, how long, where the next starts. */
struct line {
	size_t start;
	size_t length;
	size_t next;
};

/* The line that starts at START; false: there is none. */
static bool line_at(const struct ibp_area *area, size_t start, size_t width,
		    struct line *line)
{
	const char *text = ibp_buf_text(&area->text);
	size_t skip;
	size_t length = ibp_text_wrap(text + start, width, &skip);

	*line = (struct line){start, length, start + skip};
	if (skip)
		return true;
	/* Behind a last line end there is one more, empty line. */
	return !start || text[start - 1] == '\n';
}

/* Whether the cursor stands on LINE: behind its last letter counts. */
static bool holds(const struct ibp_area *area, const struct line *line)
{
	const char *text = ibp_buf_text(&area->text);

	if (area->at < line->start)
		return false;
	if (area->at < line->next || line->next == line->start)
		return true;
	return area->at == line->next && !text[line->next] &&
	       (!line->next || text[line->next - 1] != '\n');
}

/* The line with number WANTED, or the one with the cursor. */
static size_t find_line(const struct ibp_area *area, size_t width,
			bool by_cursor, size_t wanted, struct line *found)
{
	struct line line;
	size_t number = 0;
	size_t start = 0;

	*found = (struct line){0, 0, 0};
	while (line_at(area, start, width, &line)) {
		*found = line;
		if (by_cursor ? holds(area, &line) : number == wanted)
			return number;
		if (line.next == line.start)
			break;
		start = line.next;
		number++;
	}
	return number ? number - 1 : 0;
}

size_t ibp_area_lines(const struct ibp_area *area, size_t width)
{
	struct line line;
	size_t count = 0;
	size_t start = 0;

	while (line_at(area, start, width, &line)) {
		count++;
		if (line.next == line.start)
			break;
		start = line.next;
	}
	return count ? count : 1;
}

void ibp_area_set(struct ibp_area *area, const char *text, size_t max)
{
	ibp_buf_cut(&area->text, 0);
	ibp_buf_add(&area->text, text ? text : "");
	area->at = area->text.length;
	area->max = max;
	area->top = 0;
	if (!area->width)
		area->width = WIDTH_AT_FIRST;
}

void ibp_area_release(struct ibp_area *area)
{
	ibp_buf_release(&area->text);
	*area = (struct ibp_area){0};
}

enum ibp_input_result ibp_area_insert(struct ibp_area *area, const char *text)
{
	return ibp_input_splice(&area->text, &area->at, text, strlen(text),
				area->max) ?
		       IBP_INPUT_CHANGED :
		       IBP_INPUT_FULL;
}

/* The column of byte AT on LINE. */
static size_t column_of(const struct ibp_area *area, const struct line *line,
			size_t at)
{
	const char *text = ibp_buf_text(&area->text);
	size_t column = 0;

	for (size_t i = line->start; i < at;) {
		size_t width;
		size_t step = ibp_text_next(text + i, &width);

		if (!step)
			break;
		column += width;
		i += step;
	}
	return column;
}

/* The byte at COLUMN of LINE, or its end. */
static size_t byte_at(const struct ibp_area *area, const struct line *line,
		      size_t column)
{
	const char *text = ibp_buf_text(&area->text);
	size_t at = line->start;
	size_t used = 0;

	while (at < line->start + line->length) {
		size_t width;
		size_t step = ibp_text_next(text + at, &width);

		if (!step || used + width > column)
			break;
		used += width;
		at += step;
	}
	return at;
}

static enum ibp_input_result move_lines(struct ibp_area *area, long step)
{
	struct line line;
	size_t number = find_line(area, area->width, true, 0, &line);
	size_t column = column_of(area, &line, area->at);
	size_t far = (size_t)(step < 0 ? -step : step);
	size_t wanted =
		step < 0 ? (far > number ? 0 : number - far) : number + far;
	size_t last = ibp_area_lines(area, area->width) - 1;

	if (wanted > last)
		wanted = last;
	find_line(area, area->width, false, wanted, &line);
	area->at = byte_at(area, &line, column);
	return IBP_INPUT_MOVED;
}

static enum ibp_input_result go_on_line(struct ibp_area *area, bool end)
{
	struct line line;

	find_line(area, area->width, true, 0, &line);
	area->at = line.start + (end ? line.length : 0);
	return IBP_INPUT_MOVED;
}

/* The keys that need no notion of lines: as in a single line. */
static enum ibp_input_result as_input(struct ibp_area *area, long key)
{
	struct ibp_input input = {area->text, area->at, area->max};
	enum ibp_input_result result;

	result = ibp_input_key(&input, key);
	area->text = input.text;
	area->at = input.at;
	return result;
}

enum ibp_input_result ibp_area_key(struct ibp_area *area, long key)
{
	long page = area->height > 1 ? (long)area->height - 1 : 1;

	switch (key) {
	case IBP_KEY_ENTER:
		return ibp_area_insert(area, "\n");
	case IBP_KEY_UP:
		return move_lines(area, -1);
	case IBP_KEY_DOWN:
		return move_lines(area, 1);
	case IBP_KEY_PAGE_UP:
		return move_lines(area, -page);
	case IBP_KEY_PAGE_DOWN:
		return move_lines(area, page);
	case IBP_KEY_HOME:
		return go_on_line(area, false);
	case IBP_KEY_END:
		return go_on_line(area, true);
	case IBP_KEY_CTRL('u'):
	case IBP_KEY_CTRL('k'):
		/* A whole note is too much to lose by one key. */
		return IBP_INPUT_OTHER;
	default:
		return as_input(area, key);
	}
}

static void paint_line(const struct ibp_area *area, const struct line *line,
		       struct ibp_cells *cells, size_t row, size_t column,
		       size_t width)
{
	const char *text = ibp_buf_text(&area->text);
	size_t at;

	ibp_cells_fill(cells, row, column, width, ' ', IBP_LOOK_UNDERLINE);
	ibp_cells_put_bytes(cells, row, column, text + line->start,
			    line->length, IBP_LOOK_UNDERLINE);
	if (!holds(area, line))
		return;
	at = column_of(area, line, area->at);
	ibp_cells_set_cursor(cells, row, column + (at < width ? at : width));
}

void ibp_area_paint(struct ibp_area *area, struct ibp_cells *cells, size_t row,
		    size_t column, size_t width, size_t height)
{
	/* The cursor may stand behind the last letter of a full line. */
	size_t inside = width > 1 ? width - 1 : 1;
	struct line line;
	size_t number = find_line(area, inside, true, 0, &line);
	size_t start;

	area->width = inside;
	area->height = height;
	if (area->top > number)
		area->top = number;
	if (height && number >= area->top + height)
		area->top = number - height + 1;
	find_line(area, inside, false, area->top, &line);
	start = line.start;
	for (size_t i = 0; i < height; i++) {
		ibp_cells_fill(cells, row + i, column, width, ' ',
			       IBP_LOOK_UNDERLINE);
		if (start == (size_t)-1)
			continue;
		if (!line_at(area, start, inside, &line)) {
			start = (size_t)-1;
			continue;
		}
		paint_line(area, &line, cells, row + i, column, width);
		start = line.next == line.start ? (size_t)-1 : line.next;
	}
}
