/*
 * A table from outside whose columns are known by name, in any order and
 * under any of a few spellings.  Case, accents, blanks and dashes do not
 * matter.
 */
#ifndef IBP_EXCHANGE_NAMED_COLUMNS_H
#define IBP_EXCHANGE_NAMED_COLUMNS_H

#include "exchange/csv_read.h"

#define IBP_SPELLINGS_MAX 8
#define IBP_NO_COLUMN ((size_t)-1)

struct ibp_named_column {
	const char *name; /* as messages call it */
	/* Letters and digits only; ends with NULL. */
	const char *spellings[IBP_SPELLINGS_MAX];
};

/* The file PATH, read whole. */
enum ibp_status ibp_csv_load(const char *path, struct ibp_csv *csv,
			     struct ibp_error *err);

/*
 * The place of each of COUNT columns in CSV, from 0, or IBP_NO_COLUMN.  One
 * that is there twice is IBP_INPUT.
 */
enum ibp_status ibp_named_columns_find(const char *file,
				       const struct ibp_csv *csv,
				       const struct ibp_named_column *columns,
				       size_t count, size_t *places,
				       struct ibp_error *err);

#endif
