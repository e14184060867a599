#include "tui/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/acts.h"
#include "tui/list.h"

#define MARGIN 2
/* A wider text is hard to read. */
#define WIDTH_MAX 110
#define WIDTH_AT_FIRST 78

void ibp_page_clear(struct ibp_page *page)
{
	ibp_arena_release(&page->arena);
	page->count = 0;
}

void ibp_page_release(struct ibp_page *page)
{
	ibp_arena_release(&page->arena);
	free(page->items);
	*page = (struct ibp_page){0};
}

struct ibp_page_item *ibp_page_add(struct ibp_page *page, const char *label,
				   const char *text, long id)
{
	struct ibp_page_item *item;

	page->items = ibp_grow(page->items, &page->capacity, page->count + 1,
			       sizeof(*page->items));
	item = &page->items[page->count++];
	*item = (struct ibp_page_item){
		.label = ibp_arena_strdup(&page->arena, label),
		.text = ibp_arena_strdup(&page->arena, text),
		.id = id,
	};
	return item;
}

void ibp_page_add_heading(struct ibp_page *page, const char *text)
{
	struct ibp_page_item *item = ibp_page_add(page, text, NULL, 0);

	item->heading = true;
	item->blank = page->count > 1;
	item->look = IBP_LOOK_BOLD;
}

void ibp_page_select(struct ibp_page *page, long id)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].id == id && !page->items[i].heading) {
			page->at = i;
			return;
		}
}

const struct ibp_page_item *ibp_page_selected(const struct ibp_page *page)
{
	return page->at < page->count ? &page->items[page->at] : NULL;
}

/* ---- Lines ---- */

/* Where the text of ITEM starts on its first line. */
static size_t text_start(const struct ibp_page_item *item)
{
	size_t label = item->label ? ibp_text_width(item->label) + 1 : 0;

	return label > item->indent ? label : item->indent;
}

typedef void paint_line(void *context, size_t number, size_t column,
			const char *text, size_t length);

/* Calls PAINT for each line of the text; the number of lines. */
static size_t each_line(const struct ibp_page_item *item, size_t width,
			paint_line *paint, void *context)
{
	const char *text = item->text ? item->text : "";
	size_t start = text_start(item);
	size_t number = 0;
	size_t skip;
	size_t length;

	/* A label that leaves too little room has a line of its own. */
	if (*text && start + 10 > width && start > item->indent) {
		start = item->indent;
		number = 1;
	}
	while ((length = ibp_text_wrap(text, width > start ? width - start : 1,
				       &skip)) ||
	       skip) {
		if (paint)
			paint(context, number, start, text, length);
		text += skip;
		number++;
		start = item->indent;
	}
	return number ? number : 1;
}

static size_t lines_of(const struct ibp_page *page, size_t i)
{
	const struct ibp_page_item *item = &page->items[i];

	return each_line(item, page->width, NULL, NULL) + item->blank;
}

static size_t line_of(const struct ibp_page *page, size_t item)
{
	size_t line = 0;

	for (size_t i = 0; i < item && i < page->count; i++)
		line += lines_of(page, i);
	return line;
}

/* ---- Moving ---- */

static bool can_stop(const struct ibp_page *page, size_t i)
{
	return i < page->count && !page->items[i].heading;
}

/* The nearest item from I in the direction STEP; or the other way. */
static size_t nearest_stop(const struct ibp_page *page, size_t i, int step)
{
	for (size_t at = i; at < page->count; at += (size_t)step)
		if (can_stop(page, at))
			return at;
	for (size_t at = i; at < page->count; at -= (size_t)step)
		if (can_stop(page, at))
			return at;
	return 0;
}

static void go_to_line(struct ibp_page *page, size_t line, int step)
{
	size_t sum = 0;
	size_t i = 0;

	while (i + 1 < page->count && sum + lines_of(page, i) <= line)
		sum += lines_of(page, i++);
	page->at = nearest_stop(page, i, step);
}

static void step_by(struct ibp_page *page, int step)
{
	size_t next = page->at + (size_t)step;

	while (next < page->count && !can_stop(page, next))
		next += (size_t)step;
	if (next < page->count)
		page->at = next;
	else if (step < 0)
		page->top = 0;
}

static void move_page(struct ibp_page *page, int step)
{
	size_t line = line_of(page, page->at);
	size_t far = page->height > 1 ? page->height - 1 : 1;
	size_t old = page->at;

	if (step > 0)
		go_to_line(page, line + far, 1);
	else
		go_to_line(page, line > far ? line - far : 0, -1);
	if (page->at == old)
		step_by(page, step);
}

/* To the first item under the next heading, or the one before. */
static void move_part(struct ibp_page *page, int step)
{
	size_t at = page->at;

	if (!page->count)
		return;
	if (step > 0) {
		while (at < page->count && !page->items[at].heading)
			at++;
		if (at == page->count)
			return;
	} else {
		while (at && !page->items[at].heading)
			at--;
		if (at)
			at--;
		while (at && !page->items[at].heading)
			at--;
	}
	page->at = nearest_stop(page, at, 1);
	/* The part is read from its heading on. */
	page->top = line_of(page, at) + page->items[at].blank;
	page->moved_to = page->at;
}

bool ibp_page_act(struct ibp_page *page, int act)
{
	switch (act) {
	case IBP_ACT_UP:
		step_by(page, -1);
		return true;
	case IBP_ACT_DOWN:
		step_by(page, 1);
		return true;
	case IBP_ACT_PAGE_UP:
		move_page(page, -1);
		return true;
	case IBP_ACT_PAGE_DOWN:
		move_page(page, 1);
		return true;
	case IBP_ACT_FIRST:
		page->at = nearest_stop(page, 0, 1);
		page->top = 0;
		return true;
	case IBP_ACT_LAST:
		page->at = nearest_stop(page, page->count - 1, -1);
		return true;
	case IBP_ACT_NEXT_PART:
		move_part(page, 1);
		return true;
	case IBP_ACT_PREVIOUS_PART:
		move_part(page, -1);
		return true;
	default:
		return false;
	}
}

bool ibp_page_click(struct ibp_page *page, size_t row)
{
	if (row < page->first_row || row >= page->first_row + page->height)
		return false;
	go_to_line(page, page->shown + (row - page->first_row), 1);
	return true;
}

/* ---- Painting ---- */

/* Keeps the selected item on the screen, its heading too where it fits. */
static void scroll(struct ibp_page *page)
{
	size_t first = page->at;
	size_t start;
	size_t end = line_of(page, page->at) +
		     (page->at < page->count ? lines_of(page, page->at) : 0);

	while (first && page->items[first - 1].heading)
		first--;
	start = line_of(page, first);
	if (end - start > page->height)
		start = line_of(page, page->at);
	page->shown = ibp_list_scroll(page->top, start, end, page->height,
				      line_of(page, page->count));
	if (page->moved_to != page->at)
		page->top = page->shown;
	page->moved_to = page->at;
}

struct painting {
	struct ibp_cells *cells;
	const struct ibp_page *page;
	const struct ibp_page_item *item;
	size_t line; /* of the first line of the item on the page */
	size_t first_row;
};

/* The row of the screen, or a row that is not on it. */
static size_t row_of(const struct painting *painting, size_t number)
{
	size_t line = painting->line + number;

	if (line < painting->page->shown ||
	    line >= painting->page->shown + painting->page->height)
		return painting->cells->rows;
	return painting->first_row + (line - painting->page->shown);
}

static void paint_text(void *context, size_t number, size_t column,
		       const char *text, size_t length)
{
	struct painting *painting = context;
	size_t row = row_of(painting, number);
	size_t width = painting->page->width;
	char *line = ibp_strndup(text, length);

	if (row < painting->cells->rows)
		ibp_cells_put(painting->cells, row, MARGIN + column,
			      width > column ? width - column : 1, line,
			      IBP_LOOK_PLAIN);
	free(line);
}

static void paint_item(struct painting *painting, bool selected)
{
	const struct ibp_page_item *item = painting->item;
	struct ibp_cells *cells = painting->cells;
	size_t row = row_of(painting, 0);
	size_t label = item->label ? ibp_text_width(item->label) : 0;
	size_t first;

	each_line(item, painting->page->width, paint_text, painting);
	if (row >= cells->rows)
		return;
	if (label > painting->page->width)
		label = painting->page->width;
	if (item->label)
		ibp_cells_put(cells, row, MARGIN, label, item->label,
			      item->look);
	if (!selected)
		return;
	first = label ? label : painting->page->width;
	ibp_cells_fill(cells, row, 0, 1, '>', IBP_LOOK_PLAIN);
	ibp_cells_add_look(cells, row, 0, MARGIN + first, IBP_LOOK_REVERSE);
	ibp_cells_set_cursor(cells, row, MARGIN);
}

void ibp_page_paint(struct ibp_page *page, struct ibp_cells *cells, size_t top,
		    size_t height)
{
	struct painting painting = {cells, page, NULL, 0, top};
	size_t width =
		cells->columns > MARGIN + 1 ? cells->columns - MARGIN - 1 : 1;

	page->width = width > WIDTH_MAX ? WIDTH_MAX : width;
	page->height = height;
	page->first_row = top;
	if (!can_stop(page, page->at) && page->count)
		page->at = nearest_stop(
			page,
			page->at < page->count ? page->at : page->count - 1,
			-1);
	scroll(page);
	for (size_t i = 0; i < page->count; i++) {
		size_t lines = lines_of(page, i);

		painting.item = &page->items[i];
		if (painting.line + lines > page->shown &&
		    painting.line < page->shown + height) {
			painting.line += painting.item->blank;
			paint_item(&painting, i == page->at);
			painting.line -= painting.item->blank;
		}
		painting.line += lines;
	}
}
