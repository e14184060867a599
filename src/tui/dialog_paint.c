/* How a dialog looks. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/wrap.h"

#define TEXT_COLUMN 2

/* Rows of each part, from the top. */
struct layout {
	size_t text;
	size_t input;
	size_t list;
	size_t fault;
	size_t keys;
	size_t total;
};

static const char *keys_of(const struct ibp_dialog *dialog)
{
	switch (dialog->kind) {
	case IBP_DIALOG_CHOICE:
		return _("Arrows or digit: choose   Enter: take it   "
			 "Esc: leave it");
	case IBP_DIALOG_PICK:
		return _("Type to search   Arrows: choose   Enter: take it   "
			 "Esc: leave it");
	case IBP_DIALOG_LINE:
		if (dialog->option_count)
			return _("Type, or arrow down: choose   Enter: take "
				 "it   Esc: leave it");
		return _("Enter: take it   Esc: leave it");
	case IBP_DIALOG_NOTE:
		break;
	}
	return _("Ctrl-D: save   Tab: to the buttons   Esc: leave, the draft "
		 "is kept");
}

static struct layout lay_out(const struct ibp_dialog *dialog, size_t rows,
			     size_t columns)
{
	size_t width = columns > TEXT_COLUMN ? columns - TEXT_COLUMN : 1;
	struct layout layout = {0};
	size_t room;

	layout.keys = ibp_wrap_count(keys_of(dialog), width);
	if (dialog->text)
		layout.text = ibp_wrap_count(dialog->text, width);
	if (dialog->fault)
		layout.fault = ibp_wrap_count(dialog->fault, width);
	/* The rule, the keys, and a third for what it is about. */
	room = layout.text + layout.fault + layout.keys + 1 + rows / 3;
	room = rows > room ? rows - room : 1;
	if (dialog->kind == IBP_DIALOG_NOTE) {
		layout.input = room > 1 ? room - 1 : 1;
		layout.list = 1;
	} else {
		layout.input = dialog->kind != IBP_DIALOG_CHOICE;
		layout.list = dialog->option_count;
	}
	if (layout.input + layout.list > room)
		layout.list = room > layout.input ? room - layout.input : 0;
	layout.total = 1 + layout.text + layout.input + layout.list +
		       layout.fault + layout.keys;
	return layout;
}

size_t ibp_dialog_rows(const struct ibp_dialog *dialog, size_t rows,
		       size_t columns)
{
	return lay_out(dialog, rows, columns).total;
}

static void paint_rule(const struct ibp_dialog *dialog, struct ibp_cells *cells,
		       size_t row)
{
	size_t width = ibp_text_width(dialog->title);
	size_t room = cells->columns > 6 ? cells->columns - 6 : 0;

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	ibp_cells_fill(cells, row, 2, 1, ' ', IBP_LOOK_PLAIN);
	if (width > room)
		width = room;
	ibp_cells_put(cells, row, 3, width, dialog->title, IBP_LOOK_BOLD);
	ibp_cells_fill(cells, row, 3 + width, 1, ' ', IBP_LOOK_PLAIN);
}

static void paint_input(const struct ibp_dialog *dialog,
			struct ibp_cells *cells, size_t row)
{
	size_t width = cells->columns > TEXT_COLUMN + 1 ?
			       cells->columns - TEXT_COLUMN - 1 :
			       1;

	if (dialog->focus == IBP_FOCUS_TEXT || !dialog->shown_count)
		ibp_cells_fill(cells, row, 0, 1, '>', IBP_LOOK_PLAIN);
	ibp_input_paint(&dialog->input, cells, row, TEXT_COLUMN, width);
}

static void option_cell(void *context, size_t row, size_t column,
			struct ibp_buf *text, unsigned *look)
{
	const struct ibp_dialog *dialog = context;
	const struct ibp_dialog_option *option =
		&dialog->options[dialog->shown[row]];

	*look = IBP_LOOK_PLAIN;
	if (column == 0)
		ibp_buf_add(text, option->label);
	else if (option->hint)
		ibp_buf_add(text, option->hint);
}

static size_t hint_width(const struct ibp_dialog *dialog)
{
	size_t widest = 0;

	for (size_t i = 0; i < dialog->option_count; i++) {
		const char *hint = dialog->options[i].hint;
		size_t width = hint ? ibp_text_width(hint) : 0;

		if (width > widest)
			widest = width;
	}
	return widest;
}

static void paint_options(struct ibp_dialog *dialog, struct ibp_cells *cells,
			  size_t row, size_t height)
{
	size_t hints = hint_width(dialog);
	size_t width = cells->columns > IBP_LIST_MARGIN + hints + 2 ?
			       cells->columns - IBP_LIST_MARGIN - hints - 2 :
			       10;
	struct ibp_column columns[] = {
		{NULL, width, width, 0, false, 0},
		{NULL, hints, hints, 1, false, 0},
		{NULL, 0, 0, 0, false, 0},
	};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = dialog->shown_count,
		.cell = option_cell,
		.context = dialog,
		.focus_away = dialog->focus != IBP_FOCUS_LIST,
	};

	if (height && !dialog->shown_count && dialog->option_count)
		ibp_cells_put(cells, row, TEXT_COLUMN, width,
			      _("Nothing fits what you typed."),
			      IBP_LOOK_PLAIN);
	else if (height)
		ibp_list_paint(&dialog->list, &rows, cells, row, height);
}

static size_t paint_button(const struct ibp_dialog *dialog,
			   enum ibp_dialog_focus focus, const char *label,
			   struct ibp_cells *cells, size_t row, size_t column)
{
	size_t width = ibp_text_width(label);
	bool here = dialog->focus == focus;

	ibp_cells_fill(cells, row, column, 1, here ? '>' : ' ', IBP_LOOK_PLAIN);
	ibp_cells_put(cells, row, column + 2, width, label,
		      here ? IBP_LOOK_REVERSE : IBP_LOOK_PLAIN);
	if (here)
		ibp_cells_set_cursor(cells, row, column + 2);
	return column + 2 + width + 2;
}

static void paint_note(struct ibp_dialog *dialog, struct ibp_cells *cells,
		       size_t row, size_t height)
{
	size_t width = cells->columns > TEXT_COLUMN + 1 ?
			       cells->columns - TEXT_COLUMN - 1 :
			       1;
	size_t column;

	if (dialog->focus == IBP_FOCUS_TEXT)
		ibp_cells_fill(cells, row, 0, 1, '>', IBP_LOOK_PLAIN);
	ibp_area_paint(&dialog->area, cells, row, TEXT_COLUMN, width, height);
	column = paint_button(dialog, IBP_FOCUS_SAVE, C_("button", "Save"),
			      cells, row + height, 0);
	paint_button(dialog, IBP_FOCUS_CANCEL, C_("button", "Leave"), cells,
		     row + height, column);
}

void ibp_dialog_paint(struct ibp_dialog *dialog, struct ibp_cells *cells)
{
	struct layout layout = lay_out(dialog, cells->rows, cells->columns);
	size_t row =
		cells->rows > layout.total ? cells->rows - layout.total : 0;
	size_t width =
		cells->columns > TEXT_COLUMN ? cells->columns - TEXT_COLUMN : 1;

	for (size_t i = row; i < cells->rows; i++)
		ibp_cells_fill(cells, i, 0, cells->columns, ' ',
			       IBP_LOOK_PLAIN);
	paint_rule(dialog, cells, row++);
	if (dialog->text)
		ibp_wrap_paint(dialog->text, cells, row, TEXT_COLUMN, width,
			       layout.text);
	row += layout.text;
	if (dialog->kind == IBP_DIALOG_NOTE)
		paint_note(dialog, cells, row, layout.input);
	else if (layout.input)
		paint_input(dialog, cells, row);
	row += layout.input;
	if (dialog->kind != IBP_DIALOG_NOTE)
		paint_options(dialog, cells, row, layout.list);
	row += layout.list;
	if (dialog->fault)
		ibp_wrap_paint(dialog->fault, cells, row, TEXT_COLUMN, width,
			       layout.fault);
	ibp_wrap_paint(keys_of(dialog), cells, cells->rows - layout.keys,
		       TEXT_COLUMN, width, layout.keys);
}
