/*
 * A norm with its state as a row that can be filtered, sorted and searched.
 * Fields: code domain part title score target status priority owner due
 * reason note evidence (a number) gap (target minus score) look_again
 * findings (a number, of ibp_check_count).
 * Score and reason are those that count, the target is the one that holds.
 */
#ifndef IBP_CORE_NORM_ROW_H
#define IBP_CORE_NORM_ROW_H

#include "core/assessment.h"
#include "core/filter.h"

struct ibp_norm_row {
	const struct ibp_framework *framework;
	const struct ibp_assessment *assessment;
	size_t index;
};

extern const struct ibp_filter_field ibp_norm_row_fields[];

const char *ibp_norm_row_value(const void *row, size_t field,
			       struct ibp_arena *arena);

/*
 * The indexes of the norms that match FILTER (NULL: all), sorted by KEY (a
 * field name, with "-" in front descending; NULL: as in the framework).
 * What is not applicable comes after the scores, what is not set last.  An
 * unknown KEY is IBP_USAGE.
 */
enum ibp_status ibp_norm_rows(const struct ibp_framework *framework,
			      const struct ibp_assessment *assessment,
			      const struct ibp_filter *filter, const char *key,
			      struct ibp_arena *arena, size_t **indexes,
			      size_t *count, struct ibp_error *err);

/*
 * Whether the folded WORD occurs in code, title (in the language of the
 * run), domain, owner, note, reason or an evidence title.
 */
bool ibp_norm_row_has(const struct ibp_norm_row *row, const char *folded);

#endif
