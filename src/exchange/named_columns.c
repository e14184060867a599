#include "exchange/named_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

enum ibp_status ibp_csv_load(const char *path, struct ibp_csv *csv,
			     struct ibp_error *err)
{
	const char *file = strcmp(path, "-") == 0 ? _("standard input") : path;
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_CSV_BYTES_MAX, &content, err);

	if (!status)
		status = ibp_csv_read(file, ibp_buf_text(&content),
				      content.length, csv, err);
	ibp_buf_release(&content);
	return status;
}

static bool is_spelt(const struct ibp_named_column *column, const char *letters)
{
	for (size_t i = 0; column->spellings[i]; i++)
		if (strcmp(column->spellings[i], letters) == 0)
			return true;
	return false;
}

static enum ibp_status place(const char *file, const char *name, size_t at,
			     const struct ibp_named_column *columns,
			     size_t count, size_t *places,
			     struct ibp_error *err)
{
	char *letters = ibp_text_letters(name);
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; i < count; i++) {
		if (!is_spelt(&columns[i], letters))
			continue;
		if (places[i] != IBP_NO_COLUMN)
			status = ibp_error_add(
				err, IBP_INPUT, file, 1, at + 1,
				_("This column and column %zu are both "
				  "\"%s\"."),
				places[i] + 1, columns[i].name);
		places[i] = at;
	}
	free(letters);
	return status;
}

enum ibp_status ibp_named_columns_find(const char *file,
				       const struct ibp_csv *csv,
				       const struct ibp_named_column *columns,
				       size_t count, size_t *places,
				       struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; i < count; i++)
		places[i] = IBP_NO_COLUMN;
	for (size_t i = 0; !status && i < csv->column_count; i++)
		status = place(file, csv->rows[0].fields[i], i, columns, count,
			       places, err);
	return status;
}
