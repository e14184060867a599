/* Rows of CSV as norms with their state. */
#include "exchange/import_row.h"

#include <stdlib.h>
#include <string.h>

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

/* The map as it was used, and the columns that were not. */
static void note_columns(struct ibp_import *import, const struct ibp_csv *csv,
			 const size_t *columns)
{
	ibp_column_map_begin(&import->map);
	for (size_t i = 0; i < csv->column_count; i++) {
		const char *name = csv->rows[0].fields[i];
		bool used = columns[i] != IBP_NORM_COLUMN_NONE &&
			    (ibp_norm_columns[columns[i]].field ||
			     columns[i] == IBP_NORM_COLUMN_CODE);

		ibp_column_map_add(&import->map, name,
				   used ? ibp_norm_columns[columns[i]].name :
					  "ignore");
		if (columns[i] == IBP_NORM_COLUMN_NONE && *name)
			ibp_buf_addf(&import->unused, "%s%s",
				     import->unused.length ? ", " : "", name);
	}
}

void ibp_import_csv(struct ibp_importer *importer)
{
	const struct ibp_import_source *source = importer->source;
	struct ibp_csv csv = {0};
	size_t *columns = NULL;

	if (ibp_csv_read(source->file, source->bytes, source->length, &csv,
			 importer->err))
		goto out;
	columns = ibp_alloc((csv.column_count + 1) * sizeof(*columns));
	if (ibp_norm_columns_match(source->file, &csv, source->map, columns,
				   importer->err))
		goto out;
	for (size_t i = 1; i < csv.row_count; i++)
		read_row(importer, &csv, columns, &csv.rows[i]);
	importer->import->is_windows = csv.is_windows;
	note_columns(importer->import, &csv, columns);
out:
	free(columns);
	ibp_csv_release(&csv);
}
