/* Rows of a workbook as norms with their state. */
#include "exchange/import_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "exchange/xlsx_read.h"

#define META "_meta" /* the sheet on which a form says what it is */
#define REPORT "ibp-tools/report/1" /* what a report says there */
#define HEADING_ROWS_MAX 30 /* filled rows in which a heading is looked for */

/* The table that is read. */
struct sheet_table {
	struct ibp_workbook workbook;
	struct ibp_workbook_sheet *sheet;
	size_t row; /* of the heading, among the rows that are filled */
	struct ibp_heading heading;
	size_t columns[IBP_WORKBOOK_COLUMNS_MAX];
	size_t known; /* columns of the heading that we know */
	size_t cells; /* in the heading */
};

static const char *text_at(const struct ibp_workbook_row *row, size_t column)
{
	const struct ibp_workbook_cell *cell = ibp_workbook_cell(row, column);

	return cell ? cell->text : "";
}

/* ---- What a form says of itself -------------------------------------------
 */

static void read_origin(struct ibp_import *import,
			const struct ibp_workbook_sheet *meta)
{
	struct ibp_import_origin *origin = &import->origin;
	const struct {
		const char *key;
		const char **value;
	} facts[] = {
		{"schema", &origin->schema},
		{"framework", &origin->framework},
		{"version", &origin->version},
		{"board", &origin->board},
		{"assessment", &origin->assessment},
		{"sheet", &origin->sheet},
	};

	for (size_t i = 0; i < meta->row_count; i++)
		for (size_t k = 0; k < sizeof(facts) / sizeof(*facts); k++)
			if (strcmp(text_at(&meta->rows[i], 0), facts[k].key) ==
			    0)
				*facts[k].value = ibp_arena_strdup(
					&import->arena,
					text_at(&meta->rows[i], 1));
}

/* ---- Where the table is ---------------------------------------------------
 */

/* How many cells of ROW name a column that is read; *CODE: that of norms. */
static size_t count_known(const struct ibp_column_names *names,
			  const struct ibp_column_map *map,
			  const struct ibp_workbook_row *row, bool *code)
{
	size_t known = 0;

	*code = false;
	for (size_t i = 0; i < row->cell_count; i++) {
		size_t column =
			ibp_column_names_find(names, map, row->cells[i].text);

		known += ibp_norm_column_is_read(column);
		*code |= column == IBP_NORM_COLUMN_CODE;
	}
	return known;
}

/*
 * Looks for a heading on SHEET.  True: one with codes and something to read.
 * What comes near is kept, so that its faults can be told.
 */
static bool look_on(struct sheet_table *table,
		    const struct ibp_column_names *names,
		    const struct ibp_column_map *map,
		    struct ibp_workbook_sheet *sheet)
{
	for (size_t i = 0; i < sheet->row_count && i < HEADING_ROWS_MAX; i++) {
		bool code;
		size_t known = count_known(names, map, &sheet->rows[i], &code);
		bool complete = code && known > 1;

		/* Of rows that say nothing to us, the longest is a heading. */
		if (complete || !table->sheet || known > table->known ||
		    (!table->known &&
		     sheet->rows[i].cell_count > table->cells)) {
			table->cells = sheet->rows[i].cell_count;
			table->sheet = sheet;
			table->row = i;
			table->known = known;
		}
		if (complete)
			return true;
	}
	return false;
}

/* The sheet that the form names, then each that can be seen. */
static enum ibp_status look_for_table(struct ibp_importer *importer,
				      struct sheet_table *table)
{
	const struct ibp_column_map *map = importer->source->map;
	const char *said = importer->import->origin.sheet;
	struct ibp_workbook *workbook = &table->workbook;
	struct ibp_workbook_sheet *named =
		said ? ibp_workbook_find(workbook, said) : NULL;
	struct ibp_column_names names;
	enum ibp_status status = IBP_OK;
	bool found = false;

	ibp_column_names_init(&names, &ibp_norm_column_kind);
	if (named)
		status = ibp_workbook_load(workbook, named, importer->err);
	if (!status && named)
		found = look_on(table, &names, map, named);
	for (size_t i = 0; !status && !found && i < workbook->sheet_count;
	     i++) {
		struct ibp_workbook_sheet *sheet = &workbook->sheets[i];

		if (sheet->is_hidden || sheet == named)
			continue;
		status = ibp_workbook_load(workbook, sheet, importer->err);
		if (!status)
			found = look_on(table, &names, map, sheet);
	}
	ibp_column_names_release(&names);
	if (!status && !table->sheet)
		status = ibp_error_add(importer->err, IBP_INPUT,
				       importer->source->file, 0, 0,
				       _("No sheet of this workbook has "
					 "anything on it."));
	return status;
}

/* A name without the white space around it. */
static const char *trimmed(struct ibp_arena *arena, const char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	return ibp_arena_strndup(arena, text, length);
}

static void take_heading(struct ibp_importer *importer,
			 struct sheet_table *table)
{
	const struct ibp_workbook_row *row = &table->sheet->rows[table->row];
	size_t count = row->cells[row->cell_count - 1].column + 1;
	struct ibp_arena *arena = &importer->import->arena;
	const char **names = ibp_arena_alloc(arena, count * sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = trimmed(arena, text_at(row, i));
	table->heading = (struct ibp_heading){
		.file = importer->source->file,
		.sheet = ibp_arena_strdup(arena, table->sheet->name),
		.line = row->number,
		.names = names,
		.count = count,
	};
}

/* ---- Rows -----------------------------------------------------------------
 */

static void refuse_cell(struct ibp_importer *importer,
			const struct ibp_import_row *row,
			const struct ibp_workbook_cell *cell)
{
	const char *code = importer->target->framework->norms[row->norm].code;

	if (*cell->text)
		ibp_import_fault(importer, row, cell->column + 1,
				 _("%s: this cell has the error %s instead of "
				   "a value."),
				 code, cell->text);
	else
		ibp_import_fault(importer, row, cell->column + 1,
				 _("%s: this cell has a formula without a "
				   "value. Open the workbook in a spreadsheet "
				   "program and save it again."),
				 code);
}

static void read_cell(struct ibp_importer *importer,
		      const struct sheet_table *table, size_t index,
		      const struct ibp_workbook_cell *cell,
		      struct ibp_import_row *row)
{
	size_t column = table->columns[index];
	const struct ibp_field *field = ibp_norm_column_field(column);
	struct ibp_import_value *value = &row->values[column];
	const char *text = cell ? cell->text : "";
	char date[IBP_DATE_SIZE];

	if (cell && cell->kind == IBP_WORKBOOK_ERROR) {
		refuse_cell(importer, row, cell);
		return;
	}
	if (cell && cell->kind == IBP_WORKBOOK_BOOLEAN)
		text = *cell->text == '1' ? "TRUE" : "FALSE";
	else if (cell && cell->kind == IBP_WORKBOOK_NUMBER &&
		 field->kind == IBP_FIELD_DATE &&
		 ibp_workbook_date(&table->workbook, text, date))
		text = date;
	value->column = index + 1;
	value->given = ibp_import_parse(importer, row, index + 1, field, text,
					&value->value);
}

static bool is_field(const struct sheet_table *table, size_t index)
{
	size_t column = table->columns[index];

	return column != IBP_NORM_COLUMN_CODE &&
	       ibp_norm_column_is_read(column);
}

/* Whether anything stands in ROW that would be read. */
static bool has_values(const struct sheet_table *table,
		       const struct ibp_workbook_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (row->cells[i].column < table->heading.count &&
		    is_field(table, row->cells[i].column))
			return true;
	return false;
}

static void read_row(struct ibp_importer *importer,
		     const struct sheet_table *table, size_t code_column,
		     const struct ibp_workbook_row *from)
{
	struct ibp_import_row row = {.place = from->number,
				     .line = from->number};
	const struct ibp_framework *framework = importer->target->framework;
	const char *code =
		trimmed(&importer->import->arena, text_at(from, code_column));

	/* A remark between the norms or below them is no norm. */
	if (!has_values(table, from) && !ibp_framework_find(framework, code))
		return;
	if (!ibp_import_row_find(importer, &row, code_column + 1, code))
		return;
	for (size_t i = 0; i < table->heading.count; i++)
		if (is_field(table, i))
			read_cell(importer, table, i,
				  ibp_workbook_cell(from, i), &row);
	ibp_import_row_compare(importer, &row);
	ibp_import_row_release(&row);
}

static void read_rows(struct ibp_importer *importer,
		      const struct sheet_table *table)
{
	const struct ibp_workbook_sheet *sheet = table->sheet;
	size_t code_column = 0;

	while (table->columns[code_column] != IBP_NORM_COLUMN_CODE)
		code_column++;
	for (size_t i = table->row + 1; i < sheet->row_count; i++)
		read_row(importer, table, code_column, &sheet->rows[i]);
}

/* Its targets are those that hold, and two fields share a column. */
static enum ibp_status refuse_report(const struct ibp_importer *importer)
{
	const char *schema = importer->import->origin.schema;

	if (importer->source->map || !schema || strcmp(schema, REPORT) != 0)
		return IBP_OK;
	return ibp_error_add(importer->err, IBP_INPUT, importer->source->file,
			     0, 0,
			     _("This is a report and not a form. Make a form "
			       "with `ibp-report --form`, or say with "
			       "--columns which columns to read."));
}

static enum ibp_status read_workbook(struct ibp_importer *importer,
				     struct sheet_table *table)
{
	const struct ibp_import_source *source = importer->source;
	struct ibp_import *import = importer->import;
	struct ibp_workbook_sheet *meta;
	enum ibp_status status =
		ibp_workbook_open(source->file, source->bytes, source->length,
				  &table->workbook, importer->err);

	if (status)
		return status;
	meta = ibp_workbook_find(&table->workbook, META);
	if (meta)
		status = ibp_workbook_load(&table->workbook, meta,
					   importer->err);
	if (!status && meta)
		read_origin(import, meta);
	if (!status)
		status = refuse_report(importer);
	if (!status)
		status = look_for_table(importer, table);
	if (status)
		return status;
	take_heading(importer, table);
	status = ibp_norm_columns_match(&table->heading, source->map,
					table->columns, importer->err);
	ibp_import_note_columns(importer, &table->heading, table->columns);
	return status;
}

void ibp_import_xlsx(struct ibp_importer *importer)
{
	struct sheet_table *table = ibp_alloc(sizeof(*table));

	if (!read_workbook(importer, table)) {
		importer->import->sheet = table->heading.sheet;
		read_rows(importer, table);
	}
	ibp_workbook_release(&table->workbook);
	free(table);
}
