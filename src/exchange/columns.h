/*
 * Which column of a table from outside is which of ours, by the names in its
 * first row: our own words, their labels in any of our languages, what people
 * are used to call them, or what a column map says.
 */
#ifndef IBP_EXCHANGE_COLUMNS_H
#define IBP_EXCHANGE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "exchange/column_map.h"
#include "exchange/heading.h"

/* Another name for a column, which yields where the column has its own. */
struct ibp_column_alias {
	const char *name; /* folded */
	size_t column;
};

/* The columns that a table can have. */
struct ibp_column_kind {
	size_t count; /* also the number that means: none of them */
	const char *(*name)(size_t column);
	const char *(*label)(size_t column); /* msgid, or NULL */
	bool (*is_read)(size_t column);
	struct ibp_column_alias (*alias)(size_t index); /* the end: NULL name */
};

/* What columns may be called, folded. */
struct ibp_column_name {
	const char *name;
	char *folded;
	size_t column;
	bool is_alias;
};

struct ibp_column_names {
	const struct ibp_column_kind *kind;
	struct ibp_column_name *items;
	size_t count;
	size_t capacity;
};

void ibp_column_names_init(struct ibp_column_names *names,
			   const struct ibp_column_kind *kind);
void ibp_column_names_release(struct ibp_column_names *names);

/* The column NAME is, or that MAP says it is; kind->count: none. */
size_t ibp_column_names_find(const struct ibp_column_names *names,
			     const struct ibp_column_map *map,
			     const char *name);

/*
 * What each column of a table is.  COLUMNS has room for heading->count; MAP
 * may be NULL.  A name that only comes near one of ours is refused with a
 * suggestion, one that comes near none is not used.  So are double columns
 * and names in MAP that do not occur.
 */
enum ibp_status ibp_columns_match(const struct ibp_column_kind *kind,
				  const struct ibp_heading *heading,
				  const struct ibp_column_map *map,
				  size_t *columns, struct ibp_error *err);

/*
 * Adds to MAP the column map as it was used, USED being what was given (or
 * NULL), with a guess for a name that came near; and to UNUSED the names of
 * the columns that were not, separated by commas.
 */
void ibp_columns_note(const struct ibp_column_kind *kind,
		      const struct ibp_heading *heading,
		      const struct ibp_column_map *used, const size_t *columns,
		      struct ibp_buf *map, struct ibp_buf *unused);

#endif
