/*
 * An application as a row that can be filtered.  Fields: id, those of
 * ibp_application_fields (status as it is today), agreement (its status),
 * model_version scope signed ends dpia dpia_date, school (each that uses it,
 * by name), element (each that it is placed on, by the name of then) and
 * places (how many).
 */
#ifndef IBP_CORE_APPLICATION_ROW_H
#define IBP_CORE_APPLICATION_ROW_H

#include "core/filter.h"
#include "core/landscape.h"

struct ibp_application_row {
	const struct ibp_landscape *landscape;
	size_t index;
	const char *today;
};

extern const struct ibp_filter_field ibp_application_row_fields[];

const char *ibp_application_row_value(const void *row, size_t field,
				      struct ibp_arena *arena);

/*
 * The indexes of the applications that match FILTER (NULL: all), by name, in
 * ARENA; returns how many.
 */
size_t ibp_application_rows(const struct ibp_landscape *landscape,
			    const char *today, const struct ibp_filter *filter,
			    struct ibp_arena *arena, size_t **indexes);

/* The same, sorted by KEY as in core/row_select.h; NULL: by name. */
enum ibp_status ibp_application_select(const struct ibp_landscape *landscape,
				       const char *today,
				       const struct ibp_filter *filter,
				       const char *key, struct ibp_arena *arena,
				       size_t **indexes, size_t *count,
				       struct ibp_error *err);

/*
 * Whether the FOLDED word occurs in name, supplier, owner, note or the name
 * of a place.
 */
bool ibp_application_row_has(const struct ibp_application_row *row,
			     const char *folded);

#endif
