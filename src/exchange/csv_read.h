/*
 * Reading CSV as it comes from spreadsheets: separated by semicolons,
 * commas or tabs (found out from the first row, or said by `sep=;`), in
 * UTF-8 with or without a byte order mark, or else in Windows-1252.
 * Writing: base/csv.h.
 *
 * Every row has as many fields as the first one.  The apostrophe that
 * writing puts before what looks like a formula is taken away again.
 */
#ifndef IBP_EXCHANGE_CSV_READ_H
#define IBP_EXCHANGE_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"

#define IBP_CSV_BYTES_MAX ((size_t)64 * 1024 * 1024)
#define IBP_CSV_ROWS_MAX 100000
#define IBP_CSV_COLUMNS_MAX 200

struct ibp_csv_row {
	size_t line; /* on which it begins, from 1 */
	const char **fields;
};

/* Zero it before use, release it after. */
struct ibp_csv {
	struct ibp_arena arena;
	char separator;
	bool is_windows; /* it was in Windows-1252; the fields are UTF-8 */
	size_t column_count;
	struct ibp_csv_row *rows; /* the first has the names of columns */
	size_t row_count;
	size_t capacity;
};

/*
 * FILE is for messages only.  Faults come as FILE:LINE:COLUMN, in which a
 * column is a field of the row, from 1; status IBP_INPUT.
 */
enum ibp_status ibp_csv_read(const char *file, const char *bytes, size_t length,
			     struct ibp_csv *csv, struct ibp_error *err);
void ibp_csv_release(struct ibp_csv *csv);

#endif
