/*
 * Choosing and sorting rows that have the fields of a filter.
 */
#ifndef IBP_CORE_ROW_SELECT_H
#define IBP_CORE_ROW_SELECT_H

#include "core/filter.h"

struct ibp_row_source {
	const struct ibp_filter_field *fields;
	ibp_filter_value *value;
	/* The row with this INDEX; it stays until the next call. */
	const void *(*at)(void *context, size_t index);
	void *context;
	size_t count;
};

/*
 * The indexes of the rows that match FILTER (NULL: all), sorted by KEY (a
 * field name, with "-" in front descending; NULL: as they are).  What is not
 * applicable comes after the scores, what is not set last.  An unknown KEY is
 * IBP_USAGE.
 */
enum ibp_status ibp_row_select(const struct ibp_row_source *source,
			       const struct ibp_filter *filter, const char *key,
			       struct ibp_arena *arena, size_t **indexes,
			       size_t *count, struct ibp_error *err);

/* Whether TEXT (NULL: no) contains the FOLDED word. */
bool ibp_row_text_has(const char *text, const char *folded);

#endif
