#include "report/xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/framework.h"

#define WORKBOOK_MAX ((size_t)256 * 1024 * 1024)
#define TEXT_MAX 32000 /* characters; the format takes 32767 */
#define FOOTER_NAME_MAX 80
#define ADDRESS_MAX 2000 /* bytes; the format takes 2079 */
#define PROMPT_MAX 250   /* characters; the format takes 255 */
#define PAPER_A4 9

struct colours {
	lxw_color_t fill;
	lxw_color_t text;
};

/* Apart for every eye, and in grey; contrast 5.3 and more. */
static const struct colours level_colours[IBP_LEVELS] = {
	{0xCA0020, 0xFFFFFF},        {0xF4A582, LXW_COLOR_BLACK},
	{0xF7F7F7, LXW_COLOR_BLACK}, {0x92C5DE, LXW_COLOR_BLACK},
	{0x0571B0, 0xFFFFFF},
};

static const struct colours alert_colours = {0xFDE3D6, 0x7A1200};

struct ibp_xlsx {
	struct ibp_arena arena;
	struct ibp_xlsx_look look;
	int fd; /* the workbook, in memory */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *formats[IBP_XLSX_FORMATS];
	lxw_format *levels[IBP_LEVELS];
	lxw_format *alert;
	lxw_format *fixed;  /* a fill alone */
	const char **names; /* of the sheets */
	size_t name_count;
	size_t name_capacity;
	lxw_error fault; /* the first one */
};

static void keep(struct ibp_xlsx *xlsx, lxw_error fault)
{
	if (!xlsx->fault)
		xlsx->fault = fault;
}

/* What a format is; the rest is the same for all. */
static const struct format {
	int size;
	bool bold;
	bool accent; /* in the colour of the house */
	bool border;
	bool wraps;
	uint8_t align;
	const char *number;
} format_table[IBP_XLSX_FORMATS] = {
	[IBP_XLSX_TITLE] = {18, true, true, false, false, 0, NULL},
	[IBP_XLSX_HEADING] = {13, true, true, false, false, 0, NULL},
	[IBP_XLSX_LINE] = {11, false, false, false, false, 0, NULL},
	[IBP_XLSX_HEADER] = {11, true, false, true, true, 0, NULL},
	[IBP_XLSX_LABEL] = {11, true, false, true, true, 0, NULL},
	[IBP_XLSX_TEXT] = {11, false, false, true, true, LXW_ALIGN_LEFT, NULL},
	[IBP_XLSX_NUMBER] = {11, false, false, true, false, LXW_ALIGN_RIGHT,
			     "0"},
	[IBP_XLSX_HUNDREDTHS] = {11, false, false, true, false, LXW_ALIGN_RIGHT,
				 "0.00"},
	[IBP_XLSX_LEVEL] = {11, false, false, true, false, LXW_ALIGN_CENTER,
			    "0"},
	[IBP_XLSX_DATE] = {11, false, false, true, false, LXW_ALIGN_LEFT, ""},
	[IBP_XLSX_LINK] = {11, false, true, true, true, LXW_ALIGN_LEFT, NULL},
};

static lxw_format *make_format(struct ibp_xlsx *xlsx,
			       enum ibp_xlsx_format which)
{
	const struct format *from = &format_table[which];
	lxw_format *to = workbook_add_format(xlsx->book);

	format_set_font_name(to, xlsx->look.font);
	format_set_font_size(to, from->size);
	format_set_align(to, LXW_ALIGN_VERTICAL_TOP);
	if (from->align)
		format_set_align(to, from->align);
	if (from->align == LXW_ALIGN_RIGHT)
		format_set_indent(to, 1); /* away from the text beside it */
	if (from->bold)
		format_set_bold(to);
	if (from->accent)
		format_set_font_color(to, xlsx->look.title);
	if (from->border) {
		format_set_border(to, LXW_BORDER_THIN);
		format_set_border_color(to, 0xBFBFBF);
	}
	if (from->wraps)
		format_set_text_wrap(to);
	if (from->number)
		format_set_num_format(to, *from->number ?
						  from->number :
						  xlsx->look.date_format);
	if (which == IBP_XLSX_HEADER) {
		format_set_bg_color(to, xlsx->look.accent);
		format_set_font_color(to, xlsx->look.on_accent);
	}
	if (which == IBP_XLSX_LINK)
		format_set_underline(to, LXW_UNDERLINE_SINGLE);
	return to;
}

static lxw_format *make_shade(struct ibp_xlsx *xlsx,
			      const struct colours *colours)
{
	lxw_format *format = workbook_add_format(xlsx->book);

	format_set_bg_color(format, colours->fill);
	format_set_font_color(format, colours->text);
	return format;
}

static char *copy(struct ibp_xlsx *xlsx, const char *text)
{
	return ibp_arena_strdup(&xlsx->arena, text);
}

static void set_properties(struct ibp_xlsx *xlsx, const struct ibp_doc *doc)
{
	const struct ibp_doc_properties *said = &doc->properties;
	lxw_doc_properties properties = {
		.title = copy(xlsx, doc->title),
		.subject = copy(xlsx, said->subject),
		.author = copy(xlsx, said->author),
		.company = copy(xlsx, said->company),
		.keywords = copy(xlsx, said->keywords),
		.created = said->created ?
				   (time_t)ibp_time_seconds(said->created) :
				   0,
	};

	keep(xlsx, workbook_set_properties(xlsx->book, &properties));
}

struct ibp_xlsx *ibp_xlsx_new(const struct ibp_xlsx_look *look,
			      const struct ibp_doc *doc, struct ibp_error *err)
{
	struct ibp_xlsx *xlsx = ibp_alloc(sizeof(*xlsx));

	xlsx->look = *look;
	xlsx->fd = memfd_create("workbook", MFD_CLOEXEC);
	if (xlsx->fd >= 0)
		xlsx->book = workbook_new(ibp_arena_printf(
			&xlsx->arena, "/proc/self/fd/%d", xlsx->fd));
	if (!xlsx->book) {
		ibp_error_set(err, IBP_INPUT,
			      _("There is no room to make a workbook."));
		if (xlsx->fd >= 0)
			close(xlsx->fd);
		ibp_arena_release(&xlsx->arena);
		free(xlsx);
		return NULL;
	}
	set_properties(xlsx, doc);
	for (int i = 0; i < IBP_XLSX_FORMATS; i++)
		xlsx->formats[i] = make_format(xlsx, (enum ibp_xlsx_format)i);
	for (int i = 0; i < IBP_LEVELS; i++)
		xlsx->levels[i] = make_shade(xlsx, &level_colours[i]);
	xlsx->alert = make_shade(xlsx, &alert_colours);
	xlsx->fixed = workbook_add_format(xlsx->book);
	format_set_bg_color(xlsx->fixed, 0xEDEDED);
	return xlsx;
}

/* At most MAX characters of TEXT, then END where something is left out. */
static char *cut_text(struct ibp_xlsx *xlsx, const char *text, size_t max,
		      const char *end)
{
	const char *at = text;
	size_t width;

	for (size_t i = 0; i < max && *at; i++)
		at += ibp_text_next(at, &width);
	if (!*at)
		return copy(xlsx, text);
	return ibp_arena_printf(&xlsx->arena, "%.*s%s", (int)(at - text), text,
				end);
}

static bool is_taken(const struct ibp_xlsx *xlsx, const char *name)
{
	char *folded = ibp_text_fold(name);
	bool taken = strcmp(folded, "history") == 0;

	for (size_t i = 0; !taken && i < xlsx->name_count; i++) {
		char *other = ibp_text_fold(xlsx->names[i]);

		taken = strcmp(other, folded) == 0;
		free(other);
	}
	free(folded);
	return taken;
}

/* See the header: the library reads out of bounds on an empty name. */
static const char *sheet_name(struct ibp_xlsx *xlsx, const char *wanted)
{
	char *name = cut_text(xlsx, wanted, IBP_XLSX_SHEET_NAME_MAX - 4, "…");
	char *base;

	for (char *at = name; *at; at++)
		if (strchr("[]:*?/\\'", *at) || (unsigned char)*at < ' ')
			*at = '-';
	if (!*name)
		name = copy(xlsx, "-");
	base = name;
	for (int n = 2; is_taken(xlsx, name); n++)
		name = ibp_arena_printf(&xlsx->arena, "%s %d", base, n);
	return name;
}

const char *ibp_xlsx_add_sheet(struct ibp_xlsx *xlsx, const char *name)
{
	name = sheet_name(xlsx, name);
	xlsx->names = ibp_grow(xlsx->names, &xlsx->name_capacity,
			       xlsx->name_count + 1, sizeof(*xlsx->names));
	xlsx->names[xlsx->name_count++] = name;
	xlsx->sheet = workbook_add_worksheet(xlsx->book, name);
	if (!xlsx->sheet) {
		keep(xlsx, LXW_ERROR_PARAMETER_VALIDATION);
		xlsx->sheet = workbook_add_worksheet(xlsx->book, NULL);
	}
	worksheet_gridlines(xlsx->sheet, LXW_HIDE_ALL_GRIDLINES);
	return name;
}

void ibp_xlsx_set_column(struct ibp_xlsx *xlsx, size_t column, size_t width)
{
	keep(xlsx, worksheet_set_column(xlsx->sheet, (lxw_col_t)column,
					(lxw_col_t)column, (int)width, NULL));
}

void ibp_xlsx_set_row(struct ibp_xlsx *xlsx, size_t row, size_t lines)
{
	const size_t max = 409 / IBP_XLSX_ROW_POINTS; /* of the format */

	if (lines > max)
		lines = max;
	keep(xlsx, worksheet_set_row(xlsx->sheet, (lxw_row_t)row,
				     (int)lines * IBP_XLSX_ROW_POINTS, NULL));
}

/* Spreadsheet programs read "_x0041_" as A, so its own "_" is written so. */
static bool is_escape(const char *text)
{
	return text[0] == '_' && text[1] == 'x' &&
	       strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 &&
	       text[6] == '_';
}

static void add_escaped(struct ibp_buf *buf, const char *text)
{
	const char *from = text;

	for (const char *at = text; (at = strchr(at, '_')); at++) {
		if (!is_escape(at))
			continue;
		ibp_buf_add_bytes(buf, from, (size_t)(at - from));
		ibp_buf_add(buf, "_x005F");
		from = at;
	}
	ibp_buf_add(buf, from);
}

static char *safe_text(struct ibp_xlsx *xlsx, const char *text)
{
	struct ibp_buf safe = {0};
	struct ibp_buf shown = {0};
	char *cut;

	ibp_text_add_safe(&safe, text);
	add_escaped(&shown, ibp_buf_text(&safe));
	cut = cut_text(xlsx, ibp_buf_text(&shown), TEXT_MAX, xlsx->look.cut);
	ibp_buf_release(&shown);
	ibp_buf_release(&safe);
	return cut;
}

void ibp_xlsx_text(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *text, enum ibp_xlsx_format format)
{
	keep(xlsx, worksheet_write_string(
			   xlsx->sheet, (lxw_row_t)row, (lxw_col_t)column,
			   safe_text(xlsx, text), xlsx->formats[format]));
}

void ibp_xlsx_number(struct ibp_xlsx *xlsx, size_t row, size_t column,
		     long number, enum ibp_xlsx_format format)
{
	keep(xlsx, worksheet_write_number(xlsx->sheet, (lxw_row_t)row,
					  (lxw_col_t)column, (double)number,
					  xlsx->formats[format]));
}

void ibp_xlsx_hundredths(struct ibp_xlsx *xlsx, size_t row, size_t column,
			 long hundredths)
{
	keep(xlsx,
	     worksheet_write_number(xlsx->sheet, (lxw_row_t)row,
				    (lxw_col_t)column, (double)hundredths / 100,
				    xlsx->formats[IBP_XLSX_HUNDREDTHS]));
}

void ibp_xlsx_date(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *date)
{
	lxw_datetime moment = {
		.year = (int)strtol(date, NULL, 10),
		.month = (int)strtol(date + 5, NULL, 10),
		.day = (int)strtol(date + 8, NULL, 10),
	};

	keep(xlsx, worksheet_write_datetime(xlsx->sheet, (lxw_row_t)row,
					    (lxw_col_t)column, &moment,
					    xlsx->formats[IBP_XLSX_DATE]));
}

void ibp_xlsx_link(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *text, const char *address)
{
	if (strlen(address) > ADDRESS_MAX) {
		ibp_xlsx_text(xlsx, row, column, text, IBP_XLSX_TEXT);
		return;
	}
	keep(xlsx, worksheet_write_url_opt(xlsx->sheet, (lxw_row_t)row,
					   (lxw_col_t)column, address,
					   xlsx->formats[IBP_XLSX_LINK],
					   safe_text(xlsx, text), NULL));
}

void ibp_xlsx_blank(struct ibp_xlsx *xlsx, size_t row, size_t column,
		    enum ibp_xlsx_format format)
{
	keep(xlsx,
	     worksheet_write_blank(xlsx->sheet, (lxw_row_t)row,
				   (lxw_col_t)column, xlsx->formats[format]));
}

void ibp_xlsx_add_table(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
			const char *name, const char *const *headers)
{
	size_t count = area->last_column - area->first_column + 1;
	lxw_table_column *columns =
		ibp_arena_alloc(&xlsx->arena, count * sizeof(*columns));
	lxw_table_column **list =
		ibp_arena_alloc(&xlsx->arena, (count + 1) * sizeof(*list));
	lxw_table_options options = {
		.name = copy(xlsx, name),
		.style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
		.no_banded_rows = LXW_TRUE,
		.columns = list,
	};

	for (size_t i = 0; i < count; i++) {
		columns[i].header = copy(xlsx, headers[i]);
		columns[i].header_format = xlsx->formats[IBP_XLSX_HEADER];
		list[i] = &columns[i];
	}
	keep(xlsx, worksheet_add_table(xlsx->sheet, (lxw_row_t)area->first_row,
				       (lxw_col_t)area->first_column,
				       (lxw_row_t)area->last_row,
				       (lxw_col_t)area->last_column, &options));
}

static void add_condition(struct ibp_xlsx *xlsx,
			  const struct ibp_xlsx_area *area, uint8_t criteria,
			  int value, lxw_format *format)
{
	lxw_conditional_format condition = {
		.type = LXW_CONDITIONAL_TYPE_CELL,
		.criteria = criteria,
		.value = value,
		.format = format,
	};

	keep(xlsx,
	     worksheet_conditional_format_range(
		     xlsx->sheet, (lxw_row_t)area->first_row,
		     (lxw_col_t)area->first_column, (lxw_row_t)area->last_row,
		     (lxw_col_t)area->last_column, &condition));
}

/* Whatever stands in the cells of AREA. */
static void add_fill(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area)
{
	lxw_conditional_format condition = {
		.type = LXW_CONDITIONAL_TYPE_FORMULA,
		.value_string = copy(xlsx, "=TRUE"),
		.format = xlsx->fixed,
	};

	keep(xlsx,
	     worksheet_conditional_format_range(
		     xlsx->sheet, (lxw_row_t)area->first_row,
		     (lxw_col_t)area->first_column, (lxw_row_t)area->last_row,
		     (lxw_col_t)area->last_column, &condition));
}

void ibp_xlsx_shade(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
		    enum ibp_shade shade, int level)
{
	const uint8_t more = LXW_CONDITIONAL_CRITERIA_GREATER_THAN;

	switch (shade) {
	case IBP_SHADE_NONE:
		break;
	case IBP_SHADE_LEVEL:
		for (int i = 1; i <= IBP_LEVELS; i++)
			add_condition(xlsx, area,
				      LXW_CONDITIONAL_CRITERIA_EQUAL_TO, i,
				      xlsx->levels[i - 1]);
		break;
	case IBP_SHADE_COUNT:
		add_condition(xlsx, area, more, 0, xlsx->levels[level - 1]);
		break;
	case IBP_SHADE_ALERT:
		add_condition(xlsx, area, more, 0, xlsx->alert);
		break;
	case IBP_SHADE_FIXED:
		add_fill(xlsx, area);
		break;
	}
}

/*
 * A list in the validation itself is not safe with accents.  A sheet is not
 * protected, which readers of screens trip over; a cell that takes no value
 * at all does the same.
 */
static void set_rule(struct ibp_xlsx *xlsx, const struct ibp_xlsx_entry *entry,
		     lxw_data_validation *rule)
{
	if (entry->is_fixed) {
		rule->validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
		rule->value_formula = copy(xlsx, "=FALSE");
		rule->error_message =
			copy(xlsx, _("This column is not to be filled in."));
	} else if (entry->list) {
		rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
		rule->value_formula =
			ibp_arena_printf(&xlsx->arena, "=%s", entry->list);
		rule->error_message = copy(xlsx, _("Choose from the list."));
	} else if (entry->is_date) {
		rule->validate = LXW_VALIDATION_TYPE_DATE;
		rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		rule->minimum_datetime =
			(lxw_datetime){.year = 1901, .month = 1, .day = 1};
		rule->maximum_datetime =
			(lxw_datetime){.year = 2999, .month = 12, .day = 31};
		rule->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
		rule->error_message = copy(xlsx, _("This is not a date."));
	}
}

void ibp_xlsx_watch(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
		    const struct ibp_xlsx_entry *entry)
{
	lxw_data_validation rule = {
		.validate = LXW_VALIDATION_TYPE_ANY,
		.show_error =
			entry->is_free ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON,
	};

	if (!entry->list && !entry->is_date && !entry->is_fixed &&
	    !entry->prompt)
		return;
	set_rule(xlsx, entry, &rule);
	if (entry->prompt)
		rule.input_message =
			cut_text(xlsx, entry->prompt, PROMPT_MAX, "…");
	keep(xlsx,
	     worksheet_data_validation_range(
		     xlsx->sheet, (lxw_row_t)area->first_row,
		     (lxw_col_t)area->first_column, (lxw_row_t)area->last_row,
		     (lxw_col_t)area->last_column, &rule));
}

/* A, B, ..., Z, AA. */
static const char *column_letters(struct ibp_xlsx *xlsx, size_t column)
{
	char letters[3] = "";

	if (column < 26)
		letters[0] = (char)('A' + column);
	else {
		letters[0] = (char)('A' + column / 26 - 1);
		letters[1] = (char)('A' + column % 26);
	}
	return copy(xlsx, letters);
}

void ibp_xlsx_name_list(struct ibp_xlsx *xlsx, const char *list,
			const char *sheet, size_t column, size_t count)
{
	const char *letters = column_letters(xlsx, column);

	keep(xlsx, workbook_define_name(
			   xlsx->book, list,
			   ibp_arena_printf(&xlsx->arena, "='%s'!$%s$1:$%s$%zu",
					    sheet, letters, letters, count)));
}

static void add_series(lxw_chart *chart, const struct ibp_xlsx_chart *from,
		       size_t index)
{
	static const lxw_chart_line lines[] = {
		{.color = 0x0571B0, .width = 2.25F},
		{.color = 0xCA0020,
		 .width = 1.75F,
		 .dash_type = LXW_CHART_LINE_DASH_DASH},
		{.color = 0x404040,
		 .width = 1.5F,
		 .dash_type = LXW_CHART_LINE_DASH_ROUND_DOT},
		{.color = 0x7B3294,
		 .width = 1.5F,
		 .dash_type = LXW_CHART_LINE_DASH_DASH_DOT},
	};
	static const uint8_t markers[] = {
		LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_DIAMOND,
		LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE};
	const struct ibp_chart *said = from->chart;
	const struct ibp_table *table = said->table;
	size_t column = said->series[index];
	size_t kind = index % (sizeof(lines) / sizeof(*lines));
	lxw_row_t first = (lxw_row_t)from->header_row + 1;
	lxw_row_t last = (lxw_row_t)(from->header_row + table->row_count);
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_line line = lines[kind];

	chart_series_set_categories(series, from->sheet, first,
				    (lxw_col_t)said->categories, last,
				    (lxw_col_t)said->categories);
	chart_series_set_values(series, from->sheet, first, (lxw_col_t)column,
				last, (lxw_col_t)column);
	chart_series_set_name(series, table->columns[column].title);
	chart_series_set_line(series, &line);
	chart_series_set_marker_type(series, markers[kind]);
}

void ibp_xlsx_add_chart(struct ibp_xlsx *xlsx,
			const struct ibp_xlsx_chart *from)
{
	const struct ibp_chart *said = from->chart;
	lxw_chart *chart = workbook_add_chart(
		xlsx->book, said->kind == IBP_CHART_RADAR ?
				    LXW_CHART_RADAR_WITH_MARKERS :
				    LXW_CHART_LINE);
	lxw_chart_options options = {
		.x_scale = (double)from->width / 480,
		.y_scale = (double)from->height / 288,
		.object_position = LXW_OBJECT_MOVE_AND_SIZE,
		.description = copy(xlsx, said->alt),
	};

	if (!chart) {
		keep(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return;
	}
	for (size_t i = 0; i < said->series_count; i++)
		add_series(chart, from, i);
	chart_title_set_name(chart, said->title);
	chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
	chart_axis_set_min(chart->y_axis, 0);
	chart_axis_set_max(chart->y_axis, (double)said->max);
	chart_axis_set_major_unit(chart->y_axis, 1);
	chart_axis_set_num_format(chart->y_axis, "0");
	keep(xlsx, worksheet_insert_chart_opt(xlsx->sheet, (lxw_row_t)from->row,
					      0, chart, &options));
}

void ibp_xlsx_add_logo(struct ibp_xlsx *xlsx, size_t row,
		       const struct ibp_buf *png, size_t height, size_t wanted)
{
	double scale = (double)wanted / (double)height;
	lxw_image_options options = {
		.x_scale = scale,
		.y_scale = scale,
		.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
		.description = copy(xlsx, _("Logo")),
	};

	keep(xlsx,
	     worksheet_insert_image_buffer_opt(xlsx->sheet, (lxw_row_t)row, 0,
					       (const unsigned char *)png->data,
					       png->length, &options));
}

static void set_footer(struct ibp_xlsx *xlsx, const struct ibp_xlsx_page *page)
{
	struct ibp_buf text = {0};
	char *name = cut_text(xlsx, page->footer ? page->footer : "",
			      FOOTER_NAME_MAX, "…");

	ibp_buf_add(&text, "&L");
	for (const char *at = name; *at; at++)
		ibp_buf_addf(&text, *at == '&' ? "&%c" : "%c", *at);
	ibp_buf_addf(&text, "&C%s&R", page->date);
	ibp_buf_addf(&text, _("Page %s of %s"), "&P", "&N");
	keep(xlsx, worksheet_set_footer(xlsx->sheet, ibp_buf_text(&text)));
	ibp_buf_release(&text);
}

void ibp_xlsx_set_page(struct ibp_xlsx *xlsx, const struct ibp_xlsx_page *page)
{
	lxw_worksheet *sheet = xlsx->sheet;
	lxw_row_t header = (lxw_row_t)page->header_row;

	worksheet_set_paper(sheet, PAPER_A4);
	if (!page->sheet->portrait)
		worksheet_set_landscape(sheet);
	worksheet_fit_to_pages(sheet, 1, page->sheet->one_page);
	worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
	set_footer(xlsx, page);
	/* A hidden sheet that has one is printed all the same. */
	if (page->rows && page->columns && !page->sheet->hidden)
		keep(xlsx, worksheet_print_area(sheet, 0, 0,
						(lxw_row_t)page->rows - 1,
						(lxw_col_t)page->columns - 1));
	if (page->freezes)
		worksheet_freeze_panes(sheet, (lxw_row_t)page->frozen_row, 0);
	if (page->has_header)
		keep(xlsx, worksheet_repeat_rows(sheet, header, header));
	if (page->sheet->hidden)
		worksheet_hide(sheet);
}

static enum ibp_status read_back(struct ibp_xlsx *xlsx, struct ibp_buf *out,
				 struct ibp_error *err)
{
	char *path =
		ibp_arena_printf(&xlsx->arena, "/proc/self/fd/%d", xlsx->fd);

	return ibp_file_read(path, WORKBOOK_MAX, out, err);
}

enum ibp_status ibp_xlsx_finish(struct ibp_xlsx *xlsx, struct ibp_buf *out,
				struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	keep(xlsx, workbook_close(xlsx->book));
	if (xlsx->fault)
		status = ibp_error_set(err, IBP_INPUT,
				       _("The workbook could not be made: %s."),
				       lxw_strerror(xlsx->fault));
	else
		status = read_back(xlsx, out, err);
	close(xlsx->fd);
	free(xlsx->names);
	ibp_arena_release(&xlsx->arena);
	free(xlsx);
	return status;
}
