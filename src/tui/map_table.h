/*
 * The answer to a question about the landscape as rows of texts: the full
 * screen lists them, the questions read them aloud.
 */
#ifndef IBP_TUI_MAP_TABLE_H
#define IBP_TUI_MAP_TABLE_H

#include "core/cover.h"
#include "core/derived.h"
#include "model/products.h"
#include "tui/list.h"

#define IBP_MAP_TABLE_COLUMNS 4

enum ibp_map_question {
	IBP_MAP_OVERLAPS,
	IBP_MAP_AGREEMENTS,
	IBP_MAP_CONTRACTS,
	IBP_MAP_SUGGESTIONS,
	IBP_MAP_EXCLUSIONS,
	IBP_MAP_IMPACT, /* of an application */
	IBP_MAP_IMPACT_ELEMENT,
	IBP_MAP_MOMENT, /* today beside another day */
	IBP_MAP_QUESTIONS
};

struct ibp_map_line {
	const char *cells[IBP_MAP_TABLE_COLUMNS]; /* NULL: nothing */
	const char *more;   /* in full, in a sentence; NULL: nothing */
	size_t application; /* index; SIZE_MAX: of none */
	uint32_t element;   /* IBP_FORA_NONE: of none */
};

/* Zero it before use. */
struct ibp_map_table {
	struct ibp_arena arena;
	const char *title;
	const struct ibp_column *columns;
	struct ibp_map_line *lines;
	size_t count;
	size_t capacity;
	const char *summary; /* one or more sentences; NULL: none */
	const char *empty;   /* what it means that there are no lines */
};

/* What is asked of which landscape. */
struct ibp_map_asked {
	const struct ibp_cover *cover; /* of today */
	const struct ibp_derived *derived;
	const struct ibp_products *products;
	enum ibp_map_question question;
	size_t application; /* of IBP_MAP_IMPACT */
	uint32_t element;   /* of IBP_MAP_IMPACT_ELEMENT */
	const char *date;   /* of IBP_MAP_MOMENT */
};

void ibp_map_table_make(const struct ibp_map_asked *asked,
			struct ibp_map_table *table);
void ibp_map_table_release(struct ibp_map_table *table);

/* For the files that make them. */
struct ibp_map_line *ibp_map_table_add(struct ibp_map_table *table,
				       size_t application, uint32_t element);

typedef void ibp_map_table_fill(const struct ibp_map_asked *asked,
				struct ibp_map_table *table);

/* ---- map_table_hit.c ---- */

ibp_map_table_fill ibp_map_table_impact;
ibp_map_table_fill ibp_map_table_moment;
extern const struct ibp_column ibp_map_impact_columns[];
extern const struct ibp_column ibp_map_moment_columns[];

#endif
