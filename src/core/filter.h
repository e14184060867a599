/*
 * Filter expressions, for norms here and for other rows later:
 *
 *   expr = and {"or" and};  and = not {"and" not}
 *   not  = ["not"] (field op value | "(" expr ")")
 *   op   = "=" "!=" "<" "<=" ">" ">=" "~"
 *
 * A value is a word or "..." with \" and \\; "" means not set.  `~` is
 * "contains", folded.  `<`, `<=`, `>` and `>=` are false for what is not set
 * or `na`.
 */
#ifndef IBP_CORE_FILTER_H
#define IBP_CORE_FILTER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "core/field.h"

#define IBP_FILTER_MAX 1000 /* bytes of an expression */
#define IBP_FILTER_DEPTH 40 /* brackets inside each other */

enum ibp_filter_kind {
	IBP_FILTER_TEXT,   /* = and != folded */
	IBP_FILTER_WORD,   /* = and !=; a choice or code, letters of either case
			    */
	IBP_FILTER_NUMBER, /* compared as number */
	IBP_FILTER_DATE,
	IBP_FILTER_SCORE, /* number, or na, or not set */
	IBP_FILTER_LIST   /* texts with newlines between them; "=": one of them
			   */
};

struct ibp_filter_field {
	const char *name;
	enum ibp_filter_kind kind;
	const struct ibp_choice *choices; /* of a WORD; NULL: any */
};

struct ibp_filter;

/* The value of field number FIELD of the row: canonical, NULL: not set. */
typedef const char *ibp_filter_value(const void *row, size_t field,
				     struct ibp_arena *arena);

/*
 * FIELDS ends with a NULL name and outlives the filter.  TODAY is for
 * relative dates.  A fault is IBP_USAGE with the column and, for an unknown
 * field, the nearest name.
 */
enum ibp_status ibp_filter_parse(const char *expr,
				 const struct ibp_filter_field *fields,
				 const char *today, struct ibp_filter **filter,
				 struct ibp_error *err);
void ibp_filter_free(struct ibp_filter *filter);

/* A NULL filter matches everything. */
bool ibp_filter_matches(const struct ibp_filter *filter,
			ibp_filter_value *value, const void *row);

#endif
