#include "report/render_xlsx.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "model/framework.h"
#include "report/cell.h"
#include "report/xlsx.h"

#define COLUMN_MAX 60 /* of a sheet */
#define LISTS_MAX 20
#define WIDTH_MIN 8
#define WIDTH_MAX 44
#define PROSE_WIDTH 100
#define LABEL_WIDTH 30
#define VALUE_WIDTH 64
#define CHART_LINES 24
#define PIXELS_PER_LINE 20
#define PIXELS_PER_CHARACTER 7
#define CHART_WIDTH_MAX 840
#define LOGO_LINES 3

/* Where a table went, for the charts of it. */
struct placed {
	const struct ibp_table *table;
	const char *sheet;
	size_t header_row;
};

struct render {
	const struct ibp_doc *doc;
	const struct ibp_style *style;
	struct ibp_arena arena;
	struct ibp_xlsx *xlsx;
	struct placed *placed;
	size_t placed_count;
	const char *const *lists[LISTS_MAX]; /* choices that were used */
	size_t list_count;
	size_t sheets; /* so far */
	/* The sheet at hand. */
	const struct ibp_sheet *sheet;
	const char *name;
	size_t widths[COLUMN_MAX];
	size_t columns;
	size_t tables; /* on it, so far */
	size_t row;
	size_t first_header; /* row under the header of the first table */
	size_t longest;      /* rows of the longest table; 0: none */
	size_t header_row;   /* of that */
};

static bool is_shown(const struct ibp_table *table, size_t column)
{
	return ibp_place_shows_people(table->columns[column].place);
}

/* A time is the same for every reader, wherever the workbook was made. */
static void add_time(struct ibp_buf *buf, const char *time)
{
	char date[IBP_DATE_SIZE];
	char shown[IBP_DATE_SIZE];

	memcpy(date, time, IBP_DATE_SIZE - 1);
	date[IBP_DATE_SIZE - 1] = '\0';
	ibp_buf_addf(buf, "%s %.5s UTC", ibp_date_show(date, shown), time + 11);
}

/* The items of a list stand below each other. */
static void add_text(struct ibp_buf *buf, const struct ibp_cell *cell)
{
	if (cell->type == IBP_CELL_TIME && ibp_time_is_valid(cell->text))
		add_time(buf, cell->text);
	else if (cell->type == IBP_CELL_LIST)
		for (size_t i = 0; i < cell->count; i++) {
			ibp_buf_add(buf, i ? "\n" : "");
			ibp_cell_add_people(buf, &cell->cells[i]);
		}
	else
		ibp_cell_add_people(buf, cell);
}

static const char *cell_text(struct render *r, const struct ibp_cell *cell)
{
	struct ibp_buf text = {0};
	const char *copy;

	add_text(&text, cell);
	copy = ibp_arena_strdup(&r->arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return copy;
}

static size_t count_lines(const char *text, size_t width)
{
	size_t lines = 0;
	size_t skip;

	while (*text) {
		ibp_text_wrap(text, width, &skip);
		if (!skip)
			break;
		text += skip;
		lines++;
	}
	return lines ? lines : 1;
}

static size_t longest_word(const char *text)
{
	size_t longest = 0;

	while (*text) {
		size_t length = strcspn(text, " -");

		if (length > longest)
			longest = length;
		text += length + (text[length] != '\0');
	}
	return longest;
}

/* What the header and the texts of COLUMN need. */
static size_t natural_width(struct render *r, const struct ibp_table *table,
			    size_t column)
{
	/* A button for filters stands in the header. */
	size_t width = longest_word(table->columns[column].title) + 3;

	for (size_t row = 0; row < table->row_count; row++) {
		const struct ibp_cell *cell =
			ibp_table_cell(table, row, column);
		size_t need = ibp_text_width(cell_text(r, cell)) + 2;

		if (need > width)
			width = need;
	}
	return width > WIDTH_MAX ? WIDTH_MAX : width;
}

static void fit_table(struct render *r, const struct ibp_table *table)
{
	size_t at = 0;

	for (size_t i = 0; i < table->column_count && at < COLUMN_MAX; i++) {
		size_t width;

		if (!is_shown(table, i))
			continue;
		width = table->looks && table->looks[i].width ?
				table->looks[i].width :
				natural_width(r, table, i);
		if (width < WIDTH_MIN)
			width = WIDTH_MIN;
		if (width > r->widths[at])
			r->widths[at] = width;
		at++;
	}
	if (at > r->columns)
		r->columns = at;
}

static void need_columns(struct render *r, size_t first, size_t second)
{
	size_t count = second ? 2 : 1;

	if (r->widths[0] < first)
		r->widths[0] = first;
	if (r->widths[1] < second)
		r->widths[1] = second;
	if (r->columns < count)
		r->columns = count;
}

static void fit_columns(struct render *r, const struct ibp_block *blocks,
			size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].type == IBP_BLOCK_TABLE)
			fit_table(r, blocks[i].table);
		else if (blocks[i].type == IBP_BLOCK_FACT)
			need_columns(r, LABEL_WIDTH, VALUE_WIDTH);
	}
	if (!r->columns)
		need_columns(r, PROSE_WIDTH, 0);
	for (size_t i = 0; i < r->columns; i++)
		ibp_xlsx_set_column(r->xlsx, i, r->widths[i]);
}

static size_t sheet_width(const struct render *r)
{
	size_t width = 0;

	for (size_t i = 0; i < r->columns; i++)
		width += r->widths[i];
	return width;
}

/*
 * "#norms" and "#norms!A5" become the place in this workbook; NULL: no such
 * sheet.
 */
static const char *address(struct render *r, const char *link)
{
	size_t length = strcspn(link, "!");
	const char *cell = link[length] ? link + length + 1 : "A1";

	if (*link != '#')
		return link;
	for (size_t i = 0; i < r->doc->block_count; i++) {
		const struct ibp_sheet *sheet = r->doc->blocks[i].sheet;

		if (sheet && strlen(sheet->key) == length - 1 &&
		    strncmp(sheet->key, link + 1, length - 1) == 0)
			return ibp_arena_printf(&r->arena, "internal:'%s'!%s",
						sheet->name, cell);
	}
	return NULL;
}

static void write_text(struct render *r, size_t column,
		       const struct ibp_cell *cell, enum ibp_xlsx_format format)
{
	const char *text = cell_text(r, cell);
	const char *to = cell->link ? address(r, cell->link) : NULL;

	if (to)
		ibp_xlsx_link(r->xlsx, r->row, column, text, to);
	else
		ibp_xlsx_text(r->xlsx, r->row, column, text, format);
}

/* TYPE is that of its column: a dash among levels stands as they do. */
static void write_cell(struct render *r, size_t column,
		       const struct ibp_cell *cell, enum ibp_cell_type type)
{
	struct ibp_xlsx *xlsx = r->xlsx;

	switch (cell->type) {
	case IBP_CELL_NONE:
		ibp_xlsx_blank(xlsx, r->row, column, IBP_XLSX_TEXT);
		break;
	case IBP_CELL_NUMBER:
		ibp_xlsx_number(xlsx, r->row, column, cell->number,
				IBP_XLSX_NUMBER);
		break;
	case IBP_CELL_HUNDREDTHS:
		ibp_xlsx_hundredths(xlsx, r->row, column, cell->number);
		break;
	case IBP_CELL_SCORE:
		if (cell->number > 0)
			ibp_xlsx_number(xlsx, r->row, column, cell->number,
					IBP_XLSX_LEVEL);
		else
			write_text(r, column, cell, IBP_XLSX_LEVEL);
		break;
	case IBP_CELL_DATE:
		if (ibp_date_is_valid(cell->text))
			ibp_xlsx_date(xlsx, r->row, column, cell->text);
		else
			write_text(r, column, cell, IBP_XLSX_TEXT);
		break;
	default:
		write_text(r, column, cell,
			   type == IBP_CELL_SCORE ? IBP_XLSX_LEVEL :
						    IBP_XLSX_TEXT);
		break;
	}
}

/* Prose runs on over the columns of the sheet, a row for each line. */
static void add_prose(struct render *r, const char *text)
{
	size_t width = sheet_width(r);
	size_t skip;

	for (; *text; text += skip) {
		size_t length = ibp_text_wrap(text, width, &skip);

		if (!skip)
			break;
		if (length)
			ibp_xlsx_text(
				r->xlsx, r->row, 0,
				ibp_arena_strndup(&r->arena, text, length),
				IBP_XLSX_LINE);
		r->row++;
	}
}

static void add_heading(struct render *r, const char *text,
			enum ibp_xlsx_format format)
{
	ibp_xlsx_text(r->xlsx, r->row, 0, text, format);
	ibp_xlsx_set_row(r->xlsx, r->row, format == IBP_XLSX_TITLE ? 2 : 1);
	r->row++;
}

static void add_fact(struct render *r, const struct ibp_block *block)
{
	struct ibp_cell label = ibp_cell_text(block->title);
	size_t label_lines = count_lines(block->title, r->widths[0] - 1);
	size_t lines =
		count_lines(cell_text(r, &block->cell), r->widths[1] - 1);

	write_text(r, 0, &label, IBP_XLSX_LABEL);
	write_cell(r, 1, &block->cell, IBP_CELL_TEXT);
	ibp_xlsx_set_row(r->xlsx, r->row,
			 lines > label_lines ? lines : label_lines);
	r->row++;
}

/* "IBP_list_1": a list of choices is one, however often it is used. */
static const char *list_name(struct render *r, const char *const *choices)
{
	size_t i = 0;

	while (i < r->list_count && r->lists[i] != choices)
		i++;
	if (i == LISTS_MAX)
		return NULL;
	if (i == r->list_count)
		r->lists[r->list_count++] = choices;
	return ibp_arena_printf(&r->arena, "IBP_list_%zu", i + 1);
}

/* COLUMN of the table of ROWS that ends just above the row at hand. */
static void add_look(struct render *r, const struct ibp_look *look,
		     size_t column, size_t rows)
{
	const struct ibp_xlsx_area area = {r->row - rows, column, r->row - 1,
					   column};
	const struct ibp_xlsx_entry entry = {
		.list = look->choices ? list_name(r, look->choices) : NULL,
		.is_free = look->suggests,
		.is_date = look->dates,
		.is_fixed = look->shade == IBP_SHADE_FIXED,
		.prompt = look->prompt,
	};

	ibp_xlsx_shade(r->xlsx, &area, look->shade, look->level);
	ibp_xlsx_watch(r->xlsx, &area, &entry);
}

static void add_header(struct render *r, const struct ibp_table *table)
{
	const char *headers[COLUMN_MAX];
	size_t count = 0;
	size_t lines = 1;

	for (size_t i = 0; i < table->column_count && count < COLUMN_MAX; i++) {
		size_t need;

		if (!is_shown(table, i))
			continue;
		need = count_lines(table->columns[i].title,
				   r->widths[count] - 3);
		if (need > lines)
			lines = need;
		headers[count++] = table->columns[i].title;
	}
	ibp_xlsx_add_table(r->xlsx,
			   &(struct ibp_xlsx_area){r->row, 0,
						   r->row + table->row_count,
						   count - 1},
			   ibp_arena_printf(&r->arena, "%s_%zu", r->sheet->key,
					    ++r->tables),
			   headers);
	ibp_xlsx_set_row(r->xlsx, r->row, lines);
}

static void add_row(struct render *r, const struct ibp_table *table, size_t row)
{
	size_t lines = 1;
	size_t at = 0;

	for (size_t i = 0; i < table->column_count && at < COLUMN_MAX; i++) {
		const struct ibp_cell *cell = ibp_table_cell(table, row, i);
		size_t need;

		if (!is_shown(table, i))
			continue;
		need = count_lines(cell_text(r, cell), r->widths[at] - 1);
		if (need > lines)
			lines = need;
		write_cell(r, at++, cell, table->columns[i].type);
	}
	ibp_xlsx_set_row(r->xlsx, r->row++, lines);
}

static void add_rows(struct render *r, const struct ibp_table *table)
{
	size_t header_row = r->row;
	size_t at = 0;

	r->placed[r->placed_count++] =
		(struct placed){table, r->name, header_row};
	add_header(r, table);
	if (!r->first_header)
		r->first_header = header_row + 1;
	if (table->row_count > r->longest) {
		r->longest = table->row_count;
		r->header_row = header_row;
	}
	r->row++;
	for (size_t i = 0; i < table->row_count; i++)
		add_row(r, table, i);
	for (size_t i = 0; table->looks && i < table->column_count; i++)
		if (is_shown(table, i))
			add_look(r, &table->looks[i], at++, table->row_count);
}

static void add_table(struct render *r, const struct ibp_table *table)
{
	if (!ibp_place_shows_people(table->place))
		return;
	if (table->title && (table->row_count || table->empty))
		add_heading(r, table->title, IBP_XLSX_HEADING);
	if (table->row_count)
		add_rows(r, table);
	else if (table->empty)
		add_prose(r, table->empty);
}

static void add_chart(struct render *r, const struct ibp_chart *chart)
{
	size_t width = sheet_width(r) * PIXELS_PER_CHARACTER;

	for (size_t i = 0; i < r->placed_count; i++) {
		const struct placed *at = &r->placed[i];

		if (at->table != chart->table)
			continue;
		ibp_xlsx_add_chart(
			r->xlsx,
			&(struct ibp_xlsx_chart){
				.chart = chart,
				.sheet = at->sheet,
				.header_row = at->header_row,
				.row = r->row,
				.width = width > CHART_WIDTH_MAX ?
						 CHART_WIDTH_MAX :
						 width,
				.height = (CHART_LINES - 1) * PIXELS_PER_LINE,
			});
		r->row += CHART_LINES;
	}
}

static void add_block(struct render *r, const struct ibp_block *block)
{
	switch (block->type) {
	case IBP_BLOCK_HEADING:
		add_heading(r, block->title, IBP_XLSX_HEADING);
		break;
	case IBP_BLOCK_TEXT:
		add_prose(r, block->title);
		break;
	case IBP_BLOCK_FACT:
		if (block->title && ibp_place_shows_people(block->place))
			add_fact(r, block);
		break;
	case IBP_BLOCK_TABLE:
		add_table(r, block->table);
		break;
	case IBP_BLOCK_CHART:
		add_chart(r, block->chart);
		break;
	case IBP_BLOCK_SHEET:
		break;
	}
}

/* Facts stand together, and a heading with what it is about. */
static bool needs_gap(const struct ibp_block *block,
		      const struct ibp_block *next)
{
	if (block->type == IBP_BLOCK_HEADING)
		return false;
	return block->type != IBP_BLOCK_FACT || next->type != IBP_BLOCK_FACT;
}

static void set_page(struct render *r)
{
	char day[IBP_DATE_SIZE] = "";
	char shown[IBP_DATE_SIZE] = "";
	const char *created = r->doc->properties.created;

	if (created && ibp_time_is_valid(created)) {
		memcpy(day, created, IBP_DATE_SIZE - 1);
		ibp_date_show(day, shown);
	}
	ibp_xlsx_set_page(
		r->xlsx,
		&(struct ibp_xlsx_page){
			.sheet = r->sheet,
			.footer = r->style->footer ? r->style->footer :
						     r->doc->properties.footer,
			.date = shown,
			.rows = r->row,
			.columns = r->columns,
			.has_header = r->longest > 0,
			.header_row = r->header_row,
			.freezes = r->sheet->freezes && r->first_header,
			.frozen_row = r->first_header,
		});
}

static void add_logo(struct render *r)
{
	const struct ibp_style *style = r->style;

	if (!style->logo.length)
		return;
	ibp_xlsx_add_logo(r->xlsx, r->row, &style->logo, style->logo_height,
			  LOGO_LINES * PIXELS_PER_LINE);
	r->row += LOGO_LINES + 1;
}

static void add_sheet(struct render *r, const struct ibp_sheet *sheet,
		      const struct ibp_block *blocks, size_t count)
{
	r->sheet = sheet;
	r->name = ibp_xlsx_add_sheet(r->xlsx, sheet->name);
	memset(r->widths, 0, sizeof(r->widths));
	r->columns = r->tables = r->row = r->header_row = 0;
	r->first_header = r->longest = 0;
	fit_columns(r, blocks, count);
	if (!r->sheets++)
		add_logo(r);
	add_heading(r, sheet->title ? sheet->title : sheet->name,
		    IBP_XLSX_TITLE);
	for (size_t i = 0; i < count; i++) {
		add_block(r, &blocks[i]);
		if (i + 1 < count && needs_gap(&blocks[i], &blocks[i + 1]))
			r->row++;
	}
	set_page(r);
}

/* A level is a number in the list as it is in the cell. */
static void add_choice(struct render *r, size_t row, size_t column,
		       const char *text)
{
	long number;

	if (ibp_num_parse(text, IBP_LEVELS, &number))
		ibp_xlsx_number(r->xlsx, row, column, number, IBP_XLSX_NUMBER);
	else
		ibp_xlsx_text(r->xlsx, row, column, text, IBP_XLSX_LINE);
}

/* The choices of drop-downs, each list a column. */
static void add_lists(struct render *r)
{
	static const struct ibp_sheet sheet = {
		.key = "lists", .name = "_lists", .hidden = true};
	const char *name;

	if (!r->list_count)
		return;
	r->sheet = &sheet;
	r->columns = r->list_count;
	r->longest = r->row = 0;
	name = ibp_xlsx_add_sheet(r->xlsx, sheet.name);
	for (size_t i = 0; i < r->list_count; i++) {
		size_t n = 0;

		for (; r->lists[i][n]; n++)
			add_choice(r, n, i, r->lists[i][n]);
		ibp_xlsx_name_list(
			r->xlsx,
			ibp_arena_printf(&r->arena, "IBP_list_%zu", i + 1),
			name, i, n);
		r->row = n > r->row ? n : r->row;
	}
	set_page(r);
}

/* How many blocks from FIRST on stand before the next sheet. */
static size_t until_sheet(const struct ibp_doc *doc, size_t first)
{
	size_t i = first;

	while (i < doc->block_count && doc->blocks[i].type != IBP_BLOCK_SHEET)
		i++;
	return i - first;
}

static void add_sheets(struct render *r)
{
	const struct ibp_doc *doc = r->doc;
	const struct ibp_sheet whole = {
		.key = doc->schema,
		.name = doc->title ? doc->title : doc->schema,
	};
	size_t count = until_sheet(doc, 0);

	if (count || !doc->block_count)
		add_sheet(r, &whole, doc->blocks, count);
	for (size_t at = count; at < doc->block_count; at += count + 1) {
		count = until_sheet(doc, at + 1);
		add_sheet(r, doc->blocks[at].sheet, doc->blocks + at + 1,
			  count);
	}
	add_lists(r);
}

enum ibp_status ibp_render_xlsx(const struct ibp_doc *doc,
				const struct ibp_style *style,
				struct ibp_buf *out, struct ibp_error *err)
{
	struct ibp_style ours = {0};
	const struct ibp_style *used = style ? style : &ours;
	struct ibp_xlsx_look look = {
		/* TRANSLATORS: how a spreadsheet shows a date. */
		.date_format = C_("date format", "yyyy-mm-dd"),
		.cut = _("…(see the data file)"),
	};
	struct render r = {.doc = doc, .style = used};
	enum ibp_status status = IBP_INPUT;

	ibp_style_init(&ours);
	look.font = used->font;
	look.accent = used->accent;
	look.on_accent = used->on_accent;
	look.title = used->title;
	r.xlsx = ibp_xlsx_new(&look, doc, err);
	if (!r.xlsx)
		return status;
	r.placed = ibp_arena_alloc(&r.arena,
				   (doc->block_count + 1) * sizeof(*r.placed));
	add_sheets(&r);
	status = ibp_xlsx_finish(r.xlsx, out, err);
	ibp_arena_release(&r.arena);
	return status;
}
