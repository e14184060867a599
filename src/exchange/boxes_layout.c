/* Where every box goes. */
#include <limits.h>
#include <string.h>

#include "exchange/boxes.h"
#include "exchange/text_width.h"

#define COLUMNS_MAX 64 /* of one domain */
#define STEPS 48       /* how many heights are tried */

struct layout {
	struct ibp_boxes *boxes;
	const struct ibp_box_style *style;
};

static struct ibp_box *box_at(const struct layout *l, size_t index)
{
	return &l->boxes->items[index];
}

static int title_height(const struct layout *l, const struct ibp_box *box,
			int width)
{
	const struct ibp_box_style *style = l->style;
	int size = style->size[box->kind];
	int lines = ibp_text_drawn_lines(box->title, width - 2 * style->pad,
					 size, style->bold[box->kind]);

	return lines * size * style->line / 100;
}

bool ibp_box_is_small(const struct ibp_box *box)
{
	return box->kind == IBP_BOX_APPLICATION || box->kind == IBP_BOX_NOTE;
}

/* As wide as its title on one line, and at most WIDTH. */
static void size_small(const struct layout *l, struct ibp_box *box, int width)
{
	const struct ibp_box_style *style = l->style;
	int size = style->size[box->kind];

	/* Many widths are tried, and a title is always as long. */
	if (box->drawn_by != style) {
		box->drawn_by = style;
		box->drawn = ibp_text_drawn(box->title, strlen(box->title),
					    size, style->bold[box->kind]);
	}
	box->width = box->drawn + 2 * style->pad;
	box->height = size * style->line / 100 + style->pad;
	if (box->width <= width)
		return;
	box->width = width;
	box->height = title_height(l, box, width) + style->pad;
}

/*
 * The small boxes of the box INDEX, WIDTH wide, next to each other below Y
 * as far as they fit.  Gives where they end.
 */
static int flow(const struct layout *l, size_t index, int width, int y)
{
	const struct ibp_box_style *style = l->style;
	int x = style->pad;
	int bottom = y;

	for (size_t i = index + 1; i < box_at(l, index)->end;
	     i = box_at(l, i)->end) {
		struct ibp_box *box = box_at(l, i);

		if (!ibp_box_is_small(box))
			continue;
		size_small(l, box, width - 2 * style->pad);
		if (bottom == y || x + box->width > width - style->pad) {
			x = style->pad;
			y = bottom;
		}
		box->x = x;
		box->y = y + style->gap;
		x += box->width + style->gap;
		if (box->y + box->height > bottom)
			bottom = box->y + box->height;
	}
	return bottom;
}

static int shortest_of(const int *heights, int columns)
{
	int shortest = 0;

	for (int c = 1; c < columns; c++)
		if (heights[c] < heights[shortest])
			shortest = c;
	return shortest;
}

/*
 * Gives a box and all in it their sizes: other boxes in COLUMNS columns,
 * small ones below them.  Places are from the corner of the box around them.
 */
static void fill(const struct layout *l, size_t index, int width, int columns)
{
	const struct ibp_box_style *style = l->style;
	struct ibp_box *box = box_at(l, index);
	int column =
		(width - 2 * style->pad - (columns - 1) * style->gap) / columns;
	int heights[COLUMNS_MAX];
	int bottom = style->pad + title_height(l, box, width);

	for (int c = 0; c < columns; c++)
		heights[c] = bottom;
	for (size_t i = index + 1; i < box->end; i = box_at(l, i)->end) {
		struct ibp_box *inner = box_at(l, i);
		int at = shortest_of(heights, columns);

		if (ibp_box_is_small(inner))
			continue;
		fill(l, i, column, 1);
		inner->x = style->pad + at * (column + style->gap);
		inner->y = heights[at] + style->gap;
		heights[at] = inner->y + inner->height;
		if (heights[at] > bottom)
			bottom = heights[at];
	}
	box->width = width;
	box->height = flow(l, index, width, bottom) + style->pad;
}

static int width_of_columns(const struct layout *l, int columns)
{
	return columns * l->style->column + (columns - 1) * l->style->gap;
}

static int columns_of(const struct layout *l, const struct ibp_box *box)
{
	return (box->width + l->style->gap) /
	       (l->style->column + l->style->gap);
}

/* How many other boxes than small ones lie in a box itself. */
static int count_inner(const struct layout *l, size_t index)
{
	int count = 0;

	for (size_t i = index + 1; i < box_at(l, index)->end;
	     i = box_at(l, i)->end)
		if (!ibp_box_is_small(box_at(l, i)))
			count++;
	return count;
}

/* A main function in as few columns as make it at most LIMIT high. */
static void limit_main(const struct layout *l, size_t index, int limit)
{
	int most = count_inner(l, index);

	if (most > COLUMNS_MAX)
		most = COLUMNS_MAX;
	for (int columns = 1;; columns++) {
		fill(l, index, width_of_columns(l, columns), columns);
		if (box_at(l, index)->height <= limit || columns >= most)
			return;
	}
}

/* Where SPAN columns next to each other leave room highest up. */
static int find_room(const int *heights, int columns, int span, int *top)
{
	int best = 0;

	for (int at = 0; at + span <= columns; at++) {
		int highest = heights[at];

		for (int c = at + 1; c < at + span; c++)
			if (heights[c] > highest)
				highest = heights[c];
		if (at == 0 || highest < *top) {
			best = at;
			*top = highest;
		}
	}
	return best;
}

/* The main functions of a domain, which have their sizes, in COLUMNS. */
static void pack(const struct layout *l, size_t index, int columns)
{
	const struct ibp_box_style *style = l->style;
	struct ibp_box *domain = box_at(l, index);
	int heights[COLUMNS_MAX];
	int bottom;

	domain->width = width_of_columns(l, columns) + 2 * style->pad;
	bottom = style->pad + title_height(l, domain, domain->width);
	for (int c = 0; c < columns; c++)
		heights[c] = bottom;
	for (size_t i = index + 1; i < domain->end; i = box_at(l, i)->end) {
		struct ibp_box *inner = box_at(l, i);
		int span = columns_of(l, inner);
		int top = 0;
		int at = find_room(heights, columns, span, &top);

		inner->x = style->pad + at * (style->column + style->gap);
		inner->y = top + style->gap;
		for (int c = at; c < at + span; c++)
			heights[c] = inner->y + inner->height;
		if (inner->y + inner->height > bottom)
			bottom = inner->y + inner->height;
	}
	domain->height = bottom + style->pad;
}

/* A domain in as few columns as make it about LIMIT high. */
static void limit_domain(const struct layout *l, size_t index, int limit)
{
	int least = 1;
	int most = 0;

	for (size_t i = index + 1; i < box_at(l, index)->end;
	     i = box_at(l, i)->end) {
		int span;

		limit_main(l, i, limit);
		span = columns_of(l, box_at(l, i));
		most += span;
		if (span > least)
			least = span;
	}
	if (most > COLUMNS_MAX)
		most = COLUMNS_MAX;
	for (int columns = least;; columns++) {
		pack(l, index, columns);
		if (box_at(l, index)->height <= limit || columns >= most)
			return;
	}
}

/* The domains from FIRST to END side by side; *HEIGHT of the highest. */
static int limit_all(const struct layout *l, size_t first, size_t end,
		     int limit, int *height)
{
	int width = -l->style->gap;

	*height = 0;
	for (size_t i = first; i < end; i = box_at(l, i)->end) {
		limit_domain(l, i, limit);
		width += box_at(l, i)->width + l->style->gap;
		if (box_at(l, i)->height > *height)
			*height = box_at(l, i)->height;
	}
	return width;
}

/*
 * Tries one height after another, each lower and so wider than the one
 * before, until more width makes the whole fit WIDE by HIGH worse again.
 */
static int find_limit(const struct layout *l, size_t first, size_t end,
		      int wide, int high)
{
	long least = -1;
	int tallest;
	int height;
	int best;

	limit_all(l, first, end, INT_MAX, &tallest);
	best = tallest;
	for (int step = STEPS; step > 0; step--) {
		int limit = (int)((long)tallest * step / STEPS);
		long across = (long)limit_all(l, first, end, limit, &height) *
			      1000 / wide;
		long down = (long)height * 1000 / high;
		long excess = across > down ? across : down;

		if (least < 0 || excess < least) {
			least = excess;
			best = limit;
		} else if (across > 2 * least) {
			break;
		}
	}
	return best;
}

/* From places within the box around it to places in the drawing. */
static void settle(const struct layout *l, size_t index, int x, int y)
{
	size_t end = box_at(l, index)->end;

	box_at(l, index)->x = x;
	box_at(l, index)->y = y;
	for (size_t i = index + 1; i < end; i++) {
		struct ibp_box *box = box_at(l, i);

		box->x += box_at(l, box->parent)->x;
		box->y += box_at(l, box->parent)->y;
	}
}

void ibp_boxes_lay_domain(struct ibp_boxes *boxes, size_t index,
			  const struct ibp_box_style *style, int x, int y,
			  int wide, int high)
{
	const struct layout l = {boxes, style};
	size_t end = boxes->items[index].end;

	limit_domain(&l, index, find_limit(&l, index, end, wide, high));
	settle(&l, index, x, y);
}

void ibp_boxes_lay_page(struct ibp_boxes *boxes,
			const struct ibp_box_style *style, int wide, int high)
{
	const struct layout l = {boxes, style};
	int limit = find_limit(&l, 0, boxes->count, wide, high);
	int x = 0;

	boxes->width = limit_all(&l, 0, boxes->count, limit, &boxes->height);
	for (size_t i = 0; i < boxes->count; i = boxes->items[i].end) {
		boxes->items[i].height = boxes->height;
		settle(&l, i, x, 0);
		x += boxes->items[i].width + style->gap;
	}
}
