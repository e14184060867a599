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
#include "exchange/columns.h"

#define IBP_NORM_COLUMNS 19
#define IBP_NORM_COLUMN_CODE 0
#define IBP_NORM_COLUMN_NONE IBP_NORM_COLUMNS /* a column that is not used */

struct ibp_norm_column {
	const char *name;  /* "score_2" */
	const char *field; /* "score:2"; NULL: of the norm, or counted */
	const char *label; /* msgid, where it has no field; NULL: none */
};

extern const struct ibp_norm_column ibp_norm_columns[IBP_NORM_COLUMNS];

/* The field of a column; NULL where it has none. */
const struct ibp_field *ibp_norm_column_field(size_t column);

/* What a column that is read may be called in a map, ends with NULL. */
extern const char *const ibp_norm_column_words[];

extern const struct ibp_column_kind ibp_norm_column_kind;

/* Whether a column is read: the code of the norm, or one of its fields. */
bool ibp_norm_column_is_read(size_t column);

/*
 * What each column of a table is: see ibp_columns_match.  A table without
 * codes of norms or without anything to read is refused as well.
 */
enum ibp_status ibp_norm_columns_match(const struct ibp_heading *heading,
				       const struct ibp_column_map *map,
				       size_t *columns, struct ibp_error *err);

#endif
