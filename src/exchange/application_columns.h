/*
 * The columns of a table of applications, as it is exported and read again,
 * and as schools have it already.  Keys of the same names mean the same in
 * JSON, where placements are a list of their own.
 */
#ifndef IBP_EXCHANGE_APPLICATION_COLUMNS_H
#define IBP_EXCHANGE_APPLICATION_COLUMNS_H

#include "core/change.h"
#include "exchange/columns.h"
#include "exchange/labels.h"

/* First the fields of an application and of its agreement, name first. */
#define IBP_APPLICATION_VALUES 28

enum ibp_application_column_at {
	IBP_APPLICATION_SCHOOLS = IBP_APPLICATION_VALUES,
	IBP_APPLICATION_MAIN, /* elements it is placed on */
	IBP_APPLICATION_PARTIAL,
	IBP_APPLICATION_PLANNED,
	IBP_APPLICATION_COLUMNS /* also: a column that is not used */
};

struct ibp_application_column {
	const char *name;         /* "agreement" */
	enum ibp_subject subject; /* of the field */
	const char *field;        /* "status"; NULL: a list */
	const char *label;        /* msgid; NULL: that of the field */
};

extern const struct ibp_application_column
	ibp_application_columns[IBP_APPLICATION_COLUMNS];
extern const struct ibp_column_kind ibp_application_column_kind;

/* What a column may be called in a map, ends with NULL. */
extern const char *const ibp_application_column_words[];

/* The field of a column; NULL for a list. */
const struct ibp_field *ibp_application_column_field(size_t column);

/* The column called NAME; IBP_APPLICATION_COLUMNS: none. */
size_t ibp_application_column_find(const char *name);

/* What people write for the values, in our languages. */
void ibp_application_labels(struct ibp_labels *labels);

/* What each column of a table is; one without names is refused as well. */
enum ibp_status ibp_application_columns_match(const struct ibp_heading *heading,
					      const struct ibp_column_map *map,
					      size_t *columns,
					      struct ibp_error *err);

#endif
