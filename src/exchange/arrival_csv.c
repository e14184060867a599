#include "exchange/arrival_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/csv_read.h"

struct rows {
	const struct ibp_arrival_reader *reader;
	const size_t *columns; /* what each is */
	size_t count;
};

static void add_schools(const struct rows *rows, struct ibp_arrival *arrival,
			size_t column, const char *text)
{
	struct ibp_arrival_name *school;

	arrival->has_schools = true;
	if (!*text)
		return;
	school = ibp_arrival_add_school(arrival);
	school->name = ibp_arena_strdup(&rows->reader->arrivals->arena, text);
	school->column = (unsigned)column;
	school->is_cell = true;
}

static void add_places(const struct rows *rows, struct ibp_arrival *arrival,
		       size_t column, size_t kind, const char *text)
{
	static const char *const kinds[] = {"main", "partial", "planned"};
	struct ibp_arrival_place *place;

	arrival->has_places[kind] = true;
	if (!*text)
		return;
	place = ibp_arrival_add_place(arrival);
	place->element = ibp_arena_strdup(&rows->reader->arrivals->arena, text);
	place->kind = kinds[kind];
	place->column = (unsigned)column;
	place->is_cell = true;
}

static void read_field(const struct rows *rows, struct ibp_arrival *arrival,
		       size_t index, const char *text)
{
	size_t column = rows->columns[index];
	struct ibp_spot at = arrival->at;
	struct ibp_arrival_value *value;

	at.column = index + 1;
	if (column == IBP_APPLICATION_COLUMNS)
		return;
	if (column == IBP_APPLICATION_SCHOOLS) {
		add_schools(rows, arrival, at.column, text);
	} else if (column >= IBP_APPLICATION_MAIN) {
		add_places(rows, arrival, at.column,
			   column - IBP_APPLICATION_MAIN, text);
	} else {
		value = &arrival->values[column];
		value->column = (unsigned)at.column;
		value->given = ibp_arrival_parse(
			rows->reader, &at, ibp_application_column_field(column),
			text, &value->value);
	}
}

/* Spreadsheets keep rows that were emptied. */
static bool is_empty(const struct rows *rows, const struct ibp_csv_row *row)
{
	for (size_t i = 0; i < rows->count; i++)
		if (row->fields[i][strspn(row->fields[i], " \t")])
			return false;
	return true;
}

/* False: there are too many. */
static bool read_row(const struct rows *rows, const struct ibp_csv_row *row)
{
	const struct ibp_spot at = {.line = row->line};
	struct ibp_arrival *arrival;

	if (is_empty(rows, row))
		return true;
	arrival = ibp_arrivals_add(rows->reader->arrivals);
	if (!arrival) {
		ibp_arrival_fault(rows->reader, &at,
				  _("There are more than %d applications. "
				    "Split the list."),
				  IBP_ARRIVALS_MAX);
		return false;
	}
	arrival->at = at;
	for (size_t i = 0; i < rows->count; i++)
		read_field(rows, arrival, i, row->fields[i]);
	return true;
}

static void read_rows(const struct rows *rows, const struct ibp_csv *csv)
{
	for (size_t i = 1; i < csv->row_count; i++)
		if (!read_row(rows, &csv->rows[i]))
			break;
	if (!rows->reader->err->count)
		ibp_arrivals_merge(rows->reader);
}

void ibp_arrivals_csv(const struct ibp_arrival_reader *reader,
		      const char *bytes, size_t length,
		      const struct ibp_column_map *map,
		      struct ibp_arrival_table *table)
{
	struct ibp_heading heading = {.file = reader->file};
	struct ibp_csv csv = {0};
	struct rows rows = {.reader = reader};
	size_t *columns = NULL;

	if (ibp_csv_read(reader->file, bytes, length, &csv, reader->err))
		goto out;
	heading.line = csv.rows[0].line;
	heading.names = csv.rows[0].fields;
	heading.count = csv.column_count;
	columns = ibp_alloc((csv.column_count + 1) * sizeof(*columns));
	if (ibp_application_columns_match(&heading, map, columns, reader->err))
		goto out;
	rows.columns = columns;
	rows.count = csv.column_count;
	read_rows(&rows, &csv);
	table->is_windows = csv.is_windows;
	ibp_columns_note(&ibp_application_column_kind, &heading, map, columns,
			 &table->map, &table->unused);
out:
	free(columns);
	ibp_csv_release(&csv);
}
