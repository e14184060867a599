/*
 * The columns of a table of norms with their state, as it is exported and
 * read again.  Other keys mean the same in JSON.
 */
#ifndef IBP_EXCHANGE_NORM_COLUMNS_H
#define IBP_EXCHANGE_NORM_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "core/field.h"
#include "exchange/column_map.h"
#include "exchange/csv_read.h"

#define IBP_NORM_COLUMNS 19
#define IBP_NORM_COLUMN_CODE 0
#define IBP_NORM_COLUMN_NONE IBP_NORM_COLUMNS /* a column that is not used */

struct ibp_norm_column {
	const char *name;  /* "score_2" */
	const char *field; /* "score:2"; NULL: of the norm, or counted */
};

extern const struct ibp_norm_column ibp_norm_columns[IBP_NORM_COLUMNS];

/* The field of a column; NULL where it has none. */
const struct ibp_field *ibp_norm_column_field(size_t column);

/* What a column that is read may be called in a map, ends with NULL. */
extern const char *const ibp_norm_column_words[];

/*
 * What each column of CSV is, by the names in its first row: those of the
 * table, the labels of the fields in any of our languages, or what MAP (may be
 * NULL) says.  COLUMNS has room for csv->column_count.
 *
 * A name that only comes near one of ours is refused with a suggestion, one
 * that comes near none is not used.  So are double columns, a table without
 * codes of norms or without anything to read, and names in MAP that do not
 * occur.
 */
enum ibp_status ibp_norm_columns_match(const char *file,
				       const struct ibp_csv *csv,
				       const struct ibp_column_map *map,
				       size_t *columns, struct ibp_error *err);

#endif
