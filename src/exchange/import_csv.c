/* Rows of CSV as norms with their state. */
#include "exchange/import_row.h"

#include <stdlib.h>

#include "exchange/csv_read.h"

static size_t code_column(const struct ibp_csv *csv, const size_t *columns)
{
	size_t i = 0;

	while (i < csv->column_count && columns[i] != IBP_NORM_COLUMN_CODE)
		i++;
	return i;
}

static void read_values(struct ibp_importer *importer,
			const struct ibp_csv *csv, const size_t *columns,
			const char *const *fields, struct ibp_import_row *row)
{
	for (size_t i = 0; i < csv->column_count; i++) {
		const struct ibp_field *field;
		struct ibp_import_value *value;

		if (columns[i] == IBP_NORM_COLUMN_NONE)
			continue;
		field = ibp_norm_column_field(columns[i]);
		if (!field)
			continue;
		value = &row->values[columns[i]];
		value->column = i + 1;
		value->given = ibp_import_parse(importer, row, i + 1, field,
						fields[i], &value->value);
	}
}

static void read_row(struct ibp_importer *importer, const struct ibp_csv *csv,
		     const size_t *columns, const struct ibp_csv_row *from)
{
	struct ibp_import_row row = {.place = from->line, .line = from->line};
	size_t code = code_column(csv, columns);

	if (!ibp_import_row_find(importer, &row, code + 1, from->fields[code]))
		return;
	read_values(importer, csv, columns, from->fields, &row);
	ibp_import_row_compare(importer, &row);
	ibp_import_row_release(&row);
}

void ibp_import_csv(struct ibp_importer *importer)
{
	const struct ibp_import_source *source = importer->source;
	struct ibp_heading heading = {.file = source->file};
	struct ibp_csv csv = {0};
	size_t *columns = NULL;
	enum ibp_status status;

	if (ibp_csv_read(source->file, source->bytes, source->length, &csv,
			 importer->err))
		goto out;
	heading.line = csv.rows[0].line;
	heading.names = csv.rows[0].fields;
	heading.count = csv.column_count;
	columns = ibp_alloc((csv.column_count + 1) * sizeof(*columns));
	status = ibp_norm_columns_match(&heading, source->map, columns,
					importer->err);
	ibp_import_note_columns(importer, &heading, columns);
	if (status)
		goto out;
	for (size_t i = 1; i < csv.row_count; i++)
		read_row(importer, &csv, columns, &csv.rows[i]);
	importer->import->is_windows = csv.is_windows;
out:
	free(columns);
	ibp_csv_release(&csv);
}
