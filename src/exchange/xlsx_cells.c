/* The cells of one sheet. */
#include "exchange/xlsx_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

struct reader {
	struct ibp_workbook *workbook;
	struct ibp_workbook_sheet *sheet;
	bool in_data;
	size_t row;                      /* number of the last one that began */
	struct ibp_workbook_cell *cells; /* of that row */
	size_t count;
	size_t capacity;
	/* The cell that is read now. */
	bool in_cell;
	size_t column;
	size_t next_column; /* where the next one is that does not say */
	char type; /* the first letter; of "str" and "inlineStr": t, i */
	size_t style;
	bool has_formula;
	bool has_value;
	bool is_phonetic;
	struct ibp_buf text;
};

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

/* ---- From a cell to its value ---------------------------------------------
 */

static char type_of(const char *const *attributes)
{
	const char *type = ibp_xml_attribute(attributes, "t");

	if (!type || !*type)
		return 'n';
	return strcmp(type, "str") == 0 ? 't' : *type;
}

static bool find_string(const struct reader *reader, const char *text,
			const char **found)
{
	const struct ibp_workbook *workbook = reader->workbook;
	size_t index;

	if (!workbook->string_count ||
	    !ibp_xlsx_index(text, workbook->string_count - 1, &index))
		return false;
	*found = workbook->strings[index];
	return true;
}

static void set_number(const struct reader *reader, const char *text,
		       struct ibp_workbook_cell *cell)
{
	struct ibp_workbook *workbook = reader->workbook;
	char date[IBP_DATE_SIZE];

	cell->kind = IBP_WORKBOOK_NUMBER;
	cell->text = ibp_xlsx_cell_number(workbook, text);
	if (reader->style >= workbook->style_count ||
	    !workbook->date_styles[reader->style] ||
	    !ibp_workbook_date(workbook, text, date))
		return;
	cell->kind = IBP_WORKBOOK_DATE;
	cell->text = ibp_arena_strdup(&workbook->arena, date);
}

/* A date that is written as text: 2027-06-30T00:00:00. */
static void set_date(const struct reader *reader, const char *text,
		     struct ibp_workbook_cell *cell)
{
	struct ibp_arena *arena = &reader->workbook->arena;
	char *date = ibp_arena_strndup(arena, text, strcspn(text, "T"));

	cell->kind =
		ibp_date_is_valid(date) ? IBP_WORKBOOK_DATE : IBP_WORKBOOK_TEXT;
	cell->text = date;
}

/* False: the value points to a text that is not there. */
static bool set_value(const struct reader *reader, const char *text,
		      struct ibp_workbook_cell *cell)
{
	cell->kind = IBP_WORKBOOK_TEXT;
	switch (reader->type) {
	case 's':
		return find_string(reader, text, &cell->text);
	case 'n':
		set_number(reader, text, cell);
		return true;
	case 'd':
		set_date(reader, text, cell);
		return true;
	case 'b':
		cell->kind = IBP_WORKBOOK_BOOLEAN;
		break;
	case 'e':
		cell->kind = IBP_WORKBOOK_ERROR;
		break;
	default:
		break;
	}
	cell->text = ibp_xlsx_cell_text(reader->workbook, text);
	return true;
}

static void add_cell(struct ibp_xml *xml, struct reader *reader,
		     const struct ibp_workbook_cell *cell)
{
	if (cell->column >= IBP_WORKBOOK_COLUMNS_MAX) {
		struct ibp_buf address = {0};

		ibp_workbook_add_address(&address, cell->column, reader->row);
		ibp_xml_fault(xml,
			      _("There is something in cell %s: at most %d "
				"columns are read. Copy those that matter into "
				"a new workbook."),
			      ibp_buf_text(&address), IBP_WORKBOOK_COLUMNS_MAX);
		ibp_buf_release(&address);
		return;
	}
	if (++reader->workbook->cell_count > IBP_WORKBOOK_CELLS_MAX) {
		ibp_xml_fault(xml,
			      _("There are more than %d filled cells. Copy the "
				"sheet that is to be read into a new "
				"workbook."),
			      IBP_WORKBOOK_CELLS_MAX);
		return;
	}
	reader->cells = ibp_grow(reader->cells, &reader->capacity,
				 reader->count + 1, sizeof(*reader->cells));
	reader->cells[reader->count++] = *cell;
}

static void end_cell(struct ibp_xml *xml, struct reader *reader)
{
	struct ibp_workbook_cell cell = {.column = reader->column,
					 .kind = IBP_WORKBOOK_ERROR,
					 .text = ""};

	reader->in_cell = false;
	if (!reader->has_value && !reader->has_formula)
		return;
	if (reader->has_value &&
	    !set_value(reader, ibp_buf_text(&reader->text), &cell))
		ibp_xlsx_fault(xml);
	else if (cell.kind == IBP_WORKBOOK_ERROR || !is_blank(cell.text))
		add_cell(xml, reader, &cell);
}

/* ---- Rows and cells as they come ------------------------------------------
 */

static void start_row(struct ibp_xml *xml, struct reader *reader,
		      const char *const *attributes)
{
	const char *said = ibp_xml_attribute(attributes, "r");
	size_t number = reader->row + 1;

	if ((said &&
	     !ibp_xlsx_index(said, IBP_WORKBOOK_ROW_NUMBER_MAX, &number)) ||
	    number <= reader->row || number > IBP_WORKBOOK_ROW_NUMBER_MAX) {
		ibp_xlsx_fault(xml);
		return;
	}
	reader->row = number;
	reader->next_column = 0;
	reader->count = 0;
}

static void start_cell(struct ibp_xml *xml, struct reader *reader,
		       const char *const *attributes)
{
	const char *said = ibp_xml_attribute(attributes, "r");
	size_t row = reader->row;

	reader->column = reader->next_column;
	if (!row || (said && !ibp_xlsx_address(said, &reader->column, &row)) ||
	    row != reader->row || reader->column < reader->next_column) {
		ibp_xlsx_fault(xml);
		return;
	}
	reader->next_column = reader->column + 1;
	reader->type = type_of(attributes);
	reader->style = 0;
	ibp_xlsx_index(ibp_xml_attribute(attributes, "s"), 1000000,
		       &reader->style);
	reader->in_cell = true;
	reader->has_value = false;
	reader->has_formula = false;
	ibp_buf_cut(&reader->text, 0);
}

static void end_row(struct ibp_xml *xml, struct reader *reader)
{
	struct ibp_workbook_sheet *sheet = reader->sheet;
	size_t size = reader->count * sizeof(*reader->cells);
	struct ibp_workbook_cell *cells;

	if (!reader->count)
		return;
	if (sheet->row_count == IBP_WORKBOOK_ROWS_MAX) {
		ibp_xml_fault(
			xml,
			_("There are more than %d filled rows. Copy those "
			  "that matter into a new workbook."),
			IBP_WORKBOOK_ROWS_MAX);
		return;
	}
	cells = ibp_arena_alloc(&reader->workbook->arena, size);
	memcpy(cells, reader->cells, size);
	sheet->rows = ibp_grow(sheet->rows, &sheet->row_capacity,
			       sheet->row_count + 1, sizeof(*sheet->rows));
	sheet->rows[sheet->row_count++] =
		(struct ibp_workbook_row){.number = reader->row,
					  .cells = cells,
					  .cell_count = reader->count};
}

static void on_start(struct ibp_xml *xml, void *context, const char *name,
		     const char *const *attributes)
{
	struct reader *reader = context;

	if (strcmp(name, "sheetData") == 0)
		reader->in_data = true;
	else if (!reader->in_data)
		return;
	else if (strcmp(name, "c") == 0)
		start_cell(xml, reader, attributes);
	else if (strcmp(name, "row") == 0)
		start_row(xml, reader, attributes);
	else if (strcmp(name, "f") == 0)
		reader->has_formula = true;
	else if (strcmp(name, "rPh") == 0)
		reader->is_phonetic = true;
}

/* <v> is the value; <t> a piece of a text that stands in the cell itself. */
static void end_text(struct reader *reader, const char *name, const char *text)
{
	if (strcmp(name, "rPh") == 0)
		reader->is_phonetic = false;
	if (strcmp(name, "v") != 0 &&
	    (strcmp(name, "t") != 0 || reader->is_phonetic))
		return;
	ibp_buf_add(&reader->text, text);
	reader->has_value = true;
}

static void on_end(struct ibp_xml *xml, void *context, const char *name,
		   const char *text)
{
	struct reader *reader = context;

	if (!reader->in_data)
		return;
	if (strcmp(name, "sheetData") == 0)
		reader->in_data = false;
	else if (strcmp(name, "c") == 0)
		end_cell(xml, reader);
	else if (strcmp(name, "row") == 0)
		end_row(xml, reader);
	else if (reader->in_cell)
		end_text(reader, name, text);
}

enum ibp_status ibp_workbook_load(struct ibp_workbook *workbook,
				  struct ibp_workbook_sheet *sheet,
				  struct ibp_error *err)
{
	const struct ibp_xml_events events = {on_start, on_end,
					      ibp_xlsx_remedy};
	struct reader reader = {.workbook = workbook, .sheet = sheet};
	enum ibp_status status = IBP_OK;

	if (!sheet->is_loaded)
		status = ibp_xlsx_read_part(workbook, sheet->part, &events,
					    &reader, err);
	sheet->is_loaded = true;
	free(reader.cells);
	ibp_buf_release(&reader.text);
	return status;
}

const struct ibp_workbook_cell *ibp_workbook_cell(
	const struct ibp_workbook_row *row, size_t column)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}
