#include "report/text_table.h"

#include <libsmartcols.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/cell.h"

#define GAP 2 /* columns between two columns */
#define WRAP_MIN 12

/* Each repeats what the digit says.  Base colours only; 3 has none. */
static const char *const level_colours[] = {
	NULL, "\033[31m", "\033[33m", NULL, "\033[36m", "\033[34m",
};

/* One column as it is printed. */
struct layout {
	const struct ibp_column *column;
	size_t index; /* in the table */
	size_t width;
	char **texts; /* by row */
};

void ibp_text_add_cell(struct ibp_buf *out, const struct ibp_cell *cell,
		       enum ibp_cell_type type)
{
	struct ibp_buf raw = {0};

	if (cell->type == IBP_CELL_NONE && ibp_cell_is_number(type))
		ibp_buf_add_char(&raw, '-');
	else
		ibp_cell_add_people(&raw, cell);
	ibp_text_add_safe(out, ibp_buf_text(&raw));
	ibp_buf_release(&raw);
}

/* The widest line of a text that may have several. */
static size_t widest_line(const char *text)
{
	size_t widest = 0;
	size_t skip;
	size_t length;

	for (; *text; text += skip) {
		char *line;
		size_t width;

		length = strcspn(text, "\n");
		skip = length + (text[length] == '\n');
		line = ibp_strndup(text, length);
		width = ibp_text_width(line);
		free(line);
		if (width > widest)
			widest = width;
	}
	return widest;
}

static void fill_column(struct layout *one, const struct ibp_table *table)
{
	one->width = ibp_text_width(one->column->title);
	one->texts = ibp_alloc(table->row_count * sizeof(*one->texts));
	for (size_t row = 0; row < table->row_count; row++) {
		struct ibp_buf text = {0};
		size_t width;

		ibp_text_add_cell(&text, ibp_table_cell(table, row, one->index),
				  one->column->type);
		one->texts[row] = ibp_buf_take(&text);
		width = widest_line(one->texts[row]);
		if (width > one->width)
			one->width = width;
	}
}

static size_t fill_layout(struct layout *layout, const struct ibp_table *table)
{
	size_t count = 0;

	for (size_t i = 0; i < table->column_count; i++) {
		if (!ibp_place_shows_people(table->columns[i].place))
			continue;
		layout[count].column = &table->columns[i];
		layout[count].index = i;
		fill_column(&layout[count++], table);
	}
	return count;
}

static size_t total_width(const struct layout *layout, size_t count)
{
	size_t total = count ? (count - 1) * GAP : 0;

	for (size_t i = 0; i < count; i++)
		total += layout[i].width;
	return total;
}

static void release_column(struct layout *one, size_t rows)
{
	for (size_t row = 0; row < rows; row++)
		free(one->texts[row]);
	free(one->texts);
}

/* Leaves out what the listing can do without, until the table fits. */
static size_t drop_columns(struct layout *layout, size_t count, size_t rows,
			   size_t width)
{
	for (size_t i = count; i-- && total_width(layout, count) > width;) {
		if (!(layout[i].column->place & IBP_WHEN_WIDE))
			continue;
		release_column(&layout[i], rows);
		count--;
		memmove(&layout[i], &layout[i + 1],
			(count - i) * sizeof(*layout));
	}
	return count;
}

/* The wrapping column that is widest now, or NULL. */
static struct layout *widest_wrapping(struct layout *layout, size_t count)
{
	struct layout *found = NULL;

	for (size_t i = 0; i < count; i++)
		if (layout[i].column->wraps && layout[i].width > WRAP_MIN &&
		    (!found || layout[i].width > found->width))
			found = &layout[i];
	return found;
}

/* Takes columns from the widest ones until the table fits. */
static void share_width(struct layout *layout, size_t count, size_t width)
{
	size_t total = total_width(layout, count);
	struct layout *widest;

	while (total > width && (widest = widest_wrapping(layout, count))) {
		widest->width--;
		total--;
	}
}

static char *wrapped(const char *text, size_t width)
{
	struct ibp_buf lines = {0};
	size_t skip;
	size_t length;

	while ((length = ibp_text_wrap(text, width, &skip)) || skip) {
		if (lines.length)
			ibp_buf_add_char(&lines, '\n');
		ibp_buf_add_bytes(&lines, text, length);
		text += skip;
	}
	return ibp_buf_take(&lines);
}

static void wrap_columns(struct layout *layout, size_t count, size_t rows)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t row = 0; row < rows; row++) {
			char *text = layout[i].texts[row];

			layout[i].texts[row] = wrapped(text, layout[i].width);
			free(text);
		}
	}
}

static void add_columns(struct libscols_table *out, const struct layout *layout,
			size_t count, bool colour)
{
	for (size_t i = 0; i < count; i++) {
		const struct ibp_column *column = layout[i].column;
		int flags = SCOLS_FL_WRAP;
		struct libscols_column *made;

		if (ibp_cell_is_number(column->type))
			flags |= SCOLS_FL_RIGHT;
		made = scols_table_new_column(out, column->title, 0, flags);
		if (!made)
			abort();
		scols_column_set_safechars(made, "\n");
		scols_column_set_wrapfunc(made, scols_wrapnl_chunksize,
					  scols_wrapnl_nextchunk, NULL);
		if (colour)
			scols_cell_set_color(scols_column_get_header(made),
					     IBP_TEXT_BOLD);
	}
}

static const char *level_colour(const struct ibp_cell *cell)
{
	if (cell->type != IBP_CELL_SCORE || cell->number < 1 ||
	    cell->number >=
		    (long)(sizeof(level_colours) / sizeof(*level_colours)))
		return NULL;
	return level_colours[cell->number];
}

static void add_row(struct libscols_table *out, const struct layout *layout,
		    size_t count, const struct ibp_table *table, size_t row,
		    bool colour)
{
	struct libscols_line *line = scols_table_new_line(out, NULL);

	if (!line)
		abort();
	for (size_t i = 0; i < count; i++) {
		const struct ibp_cell *cell =
			ibp_table_cell(table, row, layout[i].index);

		scols_line_set_data(line, i, layout[i].texts[row]);
		if (colour)
			scols_cell_set_color(scols_line_get_cell(line, i),
					     level_colour(cell));
	}
}

/* Blanks that only fill up the last columns of a line are left out. */
static void add_trimmed(struct ibp_buf *out, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		size_t kept = length;

		while (kept && text[kept - 1] == ' ')
			kept--;
		ibp_buf_add_bytes(out, text, kept);
		ibp_buf_add_char(out, '\n');
		text += length + (text[length] == '\n');
	}
}

static void print_layout(struct ibp_buf *out, const struct layout *layout,
			 size_t count, const struct ibp_table *table,
			 bool colour)
{
	struct libscols_table *printed = scols_new_table();
	char *text = NULL;

	if (!printed)
		abort();
	scols_table_set_termforce(printed, SCOLS_TERMFORCE_NEVER);
	scols_table_set_column_separator(printed, "  ");
	scols_table_enable_colors(printed, colour);
	add_columns(printed, layout, count, colour);
	for (size_t row = 0; row < table->row_count; row++)
		add_row(printed, layout, count, table, row, colour);
	if (scols_print_table_to_string(printed, &text) != 0)
		abort();
	add_trimmed(out, text);
	free(text);
	scols_unref_table(printed);
}

void ibp_text_table_add(struct ibp_buf *out, const struct ibp_table *table,
			size_t width, bool colour)
{
	struct layout *layout =
		ibp_alloc(table->column_count * sizeof(*layout));
	size_t count = fill_layout(layout, table);

	count = drop_columns(layout, count, table->row_count, width);
	share_width(layout, count, width);
	wrap_columns(layout, count, table->row_count);
	print_layout(out, layout, count, table, colour);
	for (size_t i = 0; i < count; i++)
		release_column(&layout[i], table->row_count);
	free(layout);
}
