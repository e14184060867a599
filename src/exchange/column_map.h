/*
 * Which column of somebody's own table is which field: a YAML file that is
 * written once (--save-columns) and used again (--columns).
 *
 *	schema: ibp-tools/columns/1
 *	columns:
 *	  - {column: "Norm", field: code}
 *	  - {column: "Opmerking", field: ignore}
 */
#ifndef IBP_EXCHANGE_COLUMN_MAP_H
#define IBP_EXCHANGE_COLUMN_MAP_H

#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"

#define IBP_COLUMN_MAP_BYTES_MAX ((size_t)256 * 1024)

struct ibp_column_map_row {
	const char *column; /* as in the first row of the table */
	const char *field;
};

/* Zero it before use, release it after. */
struct ibp_column_map {
	struct ibp_arena arena;
	const char *file;
	const char *schema;
	struct ibp_column_map_row *rows;
	size_t count;
};

/* WORDS: the fields that may be named; ends with NULL. */
enum ibp_status ibp_column_map_read(const char *file, const char *text,
				    size_t length, const char *const *words,
				    struct ibp_column_map *map,
				    struct ibp_error *err);
void ibp_column_map_release(struct ibp_column_map *map);

/* The field of COLUMN; NULL: the map does not name it. */
const char *ibp_column_map_find(const struct ibp_column_map *map,
				const char *column);

/* The file: its beginning, then a line per column. */
void ibp_column_map_begin(struct ibp_buf *out);
void ibp_column_map_add(struct ibp_buf *out, const char *column,
			const char *field);

#endif
