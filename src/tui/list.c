#include "tui/list.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/acts.h"

bool ibp_list_go(struct ibp_list *list, size_t count, size_t row)
{
	size_t old = list->at;

	list->at = row;
	ibp_list_clamp(list, count);
	return list->at != old;
}

bool ibp_list_move(struct ibp_list *list, size_t count, long step)
{
	size_t far = (size_t)(step < 0 ? -step : step);

	if (step < 0)
		return ibp_list_go(list, count,
				   far > list->at ? 0 : list->at - far);
	return ibp_list_go(list, count, list->at + far);
}

void ibp_list_clamp(struct ibp_list *list, size_t count)
{
	if (list->at >= count)
		list->at = count ? count - 1 : 0;
}

bool ibp_list_act(struct ibp_list *list, size_t count, int act)
{
	long page = list->height > 1 ? (long)list->height - 1 : 1;
	const struct {
		int act;
		long step;
	} steps[] = {
		{IBP_ACT_UP, -1},
		{IBP_ACT_DOWN, 1},
		{IBP_ACT_PAGE_UP, -page},
		{IBP_ACT_PAGE_DOWN, page},
		{IBP_ACT_FIRST, -(long)count},
		{IBP_ACT_LAST, (long)count},
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (steps[i].act == act) {
			ibp_list_move(list, count, steps[i].step);
			return true;
		}
	return false;
}

size_t ibp_list_hit(const struct ibp_list *list, size_t count,
		    size_t screen_row)
{
	size_t row;

	if (screen_row < list->first_row ||
	    screen_row >= list->first_row + list->height)
		return count;
	row = list->shown + (screen_row - list->first_row);
	return row < count ? row : count;
}

static const char *header_of(const struct ibp_column *column)
{
	return column->header ?
		       ibp_pgettext_expr(IBP_DOMAIN, "column", column->header) :
		       "";
}

static size_t least_width(const struct ibp_column *column)
{
	size_t header = ibp_text_width(header_of(column));

	return header > column->min ? header : column->min;
}

/* The columns that stay, at their least, with one blank between them. */
static size_t total_width(const struct ibp_column *columns,
			  const size_t widths[IBP_LIST_COLUMNS])
{
	size_t total = 0;

	for (size_t i = 0; columns[i].max; i++)
		if (widths[i])
			total += widths[i] + (total > 0);
	return total;
}

static bool drop_one(const struct ibp_column *columns,
		     size_t widths[IBP_LIST_COLUMNS])
{
	size_t worst = IBP_LIST_COLUMNS;

	for (size_t i = 0; columns[i].max; i++)
		if (widths[i] && columns[i].drop &&
		    (worst == IBP_LIST_COLUMNS ||
		     columns[i].drop > columns[worst].drop))
			worst = i;
	if (worst == IBP_LIST_COLUMNS)
		return false;
	widths[worst] = 0;
	return true;
}

/* Takes from the first columns on what is too much, down to the least. */
static void shrink(const struct ibp_column *columns, bool keep_headers,
		   size_t width, size_t widths[IBP_LIST_COLUMNS])
{
	size_t total = total_width(columns, widths);

	for (size_t i = 0; columns[i].max && total > width; i++) {
		size_t least = keep_headers ? least_width(&columns[i]) :
					      columns[i].min;
		size_t over = widths[i] > least ? widths[i] - least : 0;

		if (over > total - width)
			over = total - width;
		widths[i] -= over;
		total -= over;
	}
}

static void widen(const struct ibp_column *columns, size_t width,
		  size_t widths[IBP_LIST_COLUMNS])
{
	size_t total = total_width(columns, widths);

	for (size_t i = 0; columns[i].max && total < width; i++) {
		size_t more = columns[i].max > widths[i] ?
				      columns[i].max - widths[i] :
				      0;

		if (!widths[i])
			continue;
		if (more > width - total)
			more = width - total;
		widths[i] += more;
		total += more;
	}
}

void ibp_list_widths(const struct ibp_column *columns, size_t width,
		     size_t widths[IBP_LIST_COLUMNS])
{
	for (size_t i = 0; columns[i].max; i++) {
		widths[i] = least_width(&columns[i]);
		if (columns[i].wish > widths[i])
			widths[i] = columns[i].wish;
	}
	while (total_width(columns, widths) > width &&
	       drop_one(columns, widths))
		continue;
	shrink(columns, true, width, widths);
	shrink(columns, false, width, widths);
	widen(columns, width, widths);
}

static size_t width_of(const struct ibp_list_rows *rows,
		       const struct ibp_cells *cells)
{
	return rows->width ? rows->width : cells->columns - rows->left;
}

static void paint_headers(const struct ibp_list_rows *rows,
			  const size_t widths[IBP_LIST_COLUMNS],
			  struct ibp_cells *cells, size_t at)
{
	size_t column = rows->left + IBP_LIST_MARGIN;

	for (size_t i = 0; rows->columns[i].max; i++) {
		const struct ibp_column *one = &rows->columns[i];
		const char *header = header_of(one);

		if (!widths[i])
			continue;
		if (one->right)
			ibp_cells_put_right(cells, at, column, widths[i],
					    header, IBP_LOOK_PLAIN);
		else
			ibp_cells_put(cells, at, column, widths[i], header,
				      IBP_LOOK_PLAIN);
		column += widths[i] + 1;
	}
	ibp_cells_add_look(cells, at, rows->left, width_of(rows, cells),
			   IBP_LOOK_UNDERLINE);
}

/* The cells of one row; returns where the cursor belongs. */
static size_t paint_cells(const struct ibp_list_rows *rows, size_t row,
			  const size_t widths[IBP_LIST_COLUMNS],
			  struct ibp_cells *cells, size_t at)
{
	size_t column = rows->left + IBP_LIST_MARGIN;
	size_t cursor = column;
	struct ibp_buf text = {0};

	for (size_t i = 0; rows->columns[i].max; i++) {
		unsigned look = IBP_LOOK_PLAIN;

		if (!widths[i])
			continue;
		ibp_buf_cut(&text, 0);
		rows->cell(rows->context, row, i, &text, &look);
		if (rows->columns[i].right)
			ibp_cells_put_right(cells, at, column, widths[i],
					    ibp_buf_text(&text), look);
		else
			ibp_cells_put(cells, at, column, widths[i],
				      ibp_buf_text(&text), look);
		if (i == rows->cursor_column)
			cursor = column;
		column += widths[i] + 1;
	}
	ibp_buf_release(&text);
	return cursor;
}

static void paint_row(const struct ibp_list *list,
		      const struct ibp_list_rows *rows, size_t row,
		      const size_t widths[IBP_LIST_COLUMNS],
		      struct ibp_cells *cells, size_t at)
{
	size_t cursor = paint_cells(rows, row, widths, cells, at);
	size_t left = rows->left;
	size_t width = width_of(rows, cells);

	if (rows->marked && rows->marked(rows->context, row))
		ibp_cells_fill(cells, at, left + 1, 1, '*', IBP_LOOK_PLAIN);
	if (rows->heading && rows->heading(rows->context, row))
		ibp_cells_add_look(cells, at, left, width, IBP_LOOK_BOLD);
	if (row != list->at || rows->focus_away)
		return;
	ibp_cells_fill(cells, at, left, 1, rows->resting ? '-' : '>',
		       IBP_LOOK_PLAIN);
	ibp_cells_add_look(cells, at, left, width,
			   rows->resting ? IBP_LOOK_UNDERLINE :
					   IBP_LOOK_REVERSE);
	if (!rows->resting)
		ibp_cells_set_cursor(cells, at, cursor);
}

size_t ibp_list_scroll(size_t top, size_t start, size_t end, size_t height,
		       size_t all)
{
	size_t last = all > height ? all - height : 0;

	if (end > top + height)
		top = end - height;
	if (start < top)
		top = start;
	return top > last ? last : top;
}

static void scroll(struct ibp_list *list, size_t count)
{
	list->shown = ibp_list_scroll(list->top, list->at, list->at + 1,
				      list->height, count);
	if (list->moved_to != list->at)
		list->top = list->shown;
	list->moved_to = list->at;
}

static bool has_headers(const struct ibp_column *columns)
{
	for (; columns->max; columns++)
		if (columns->header)
			return true;
	return false;
}

void ibp_list_paint(struct ibp_list *list, const struct ibp_list_rows *rows,
		    struct ibp_cells *cells, size_t top, size_t height)
{
	size_t widths[IBP_LIST_COLUMNS] = {0};
	size_t width = width_of(rows, cells);

	width = width > IBP_LIST_MARGIN ? width - IBP_LIST_MARGIN : 0;
	ibp_list_widths(rows->columns, width, widths);
	if (has_headers(rows->columns) && height > 1) {
		paint_headers(rows, widths, cells, top);
		top++;
		height--;
	}
	ibp_list_clamp(list, rows->count);
	list->height = height;
	list->first_row = top;
	scroll(list, rows->count);
	for (size_t i = 0; i < height && list->shown + i < rows->count; i++)
		paint_row(list, rows, list->shown + i, widths, cells, top + i);
}
