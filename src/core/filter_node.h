/*
 * What the parts of the filter share: the tree that core/filter_parse.c makes,
 * core/filter_value.c completes and core/filter.c looks at.
 */
#ifndef IBP_CORE_FILTER_NODE_H
#define IBP_CORE_FILTER_NODE_H

#include <stddef.h>

#include "core/filter.h"

enum ibp_filter_op {
	IBP_FILTER_EQUAL,
	IBP_FILTER_DIFFERENT,
	IBP_FILTER_LESS,
	IBP_FILTER_AT_MOST,
	IBP_FILTER_MORE,
	IBP_FILTER_AT_LEAST,
	IBP_FILTER_CONTAINS
};

enum ibp_filter_type {
	IBP_FILTER_AND,
	IBP_FILTER_OR,
	IBP_FILTER_NOT,
	IBP_FILTER_COMPARE
};

/* AND (all), OR (any) and NOT look at their children, COMPARE at the row. */
struct ibp_filter_node {
	enum ibp_filter_type type;
	struct ibp_filter_node *children;
	struct ibp_filter_node *next;
	size_t field;
	enum ibp_filter_kind kind;
	enum ibp_filter_op op;
	const char *value;  /* canonical; NULL: not set */
	const char *folded; /* of a TEXT, and of any value after "~" */
	long number;        /* of a NUMBER or SCORE */
};

struct ibp_filter {
	struct ibp_arena arena;
	struct ibp_filter_node *root;
};

struct ibp_filter_parser {
	const char *expr;
	const char *at;
	const struct ibp_filter_field *fields;
	const char *today;
	int depth;
	struct ibp_arena *arena;
	struct ibp_error *err;
};

/* The column of PLACE in the expression, in characters from 1. */
size_t ibp_filter_column(const struct ibp_filter_parser *p, const char *place);

/*
 * Checks the value that was read at PLACE against field and operator of
 * NODE, and makes it canonical.
 */
enum ibp_status ibp_filter_check(struct ibp_filter_parser *p, const char *place,
				 struct ibp_filter_node *node);

#endif
