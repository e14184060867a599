/*
 * An element of FORA with what the board has there, as a row that can be
 * filtered, sorted and searched, on the day of the cover.  Fields: id type
 * name domain parent (the last two by name), state (covered, planned, gap,
 * none-needed, excluded), applications (how many serve it), application (each
 * that serves it or will, by name) and reason (why it is not for this board).
 */
#ifndef IBP_CORE_ELEMENT_ROW_H
#define IBP_CORE_ELEMENT_ROW_H

#include "core/cover.h"
#include "core/filter.h"

struct ibp_element_row {
	const struct ibp_cover *cover;
	uint32_t index;
};

enum ibp_element_state {
	IBP_ELEMENT_COVERED,     /* an application serves it */
	IBP_ELEMENT_PLANNED,     /* none does yet, one will */
	IBP_ELEMENT_GAP,         /* FORA expects a system, there is none */
	IBP_ELEMENT_NONE_NEEDED, /* there is none, and none is expected */
	IBP_ELEMENT_EXCLUDED     /* not for this board */
};

extern const struct ibp_filter_field ibp_element_row_fields[];

const char *ibp_element_row_value(const void *row, size_t field,
				  struct ibp_arena *arena);

/* As coverage counts it (core/coverage.h); a gap may have a planned one. */
enum ibp_element_state ibp_element_state(const struct ibp_cover *cover,
					 uint32_t element);

/* How many applications serve it now, and how many more will. */
size_t ibp_element_served(const struct ibp_cover *cover, uint32_t element);
size_t ibp_element_planned(const struct ibp_cover *cover, uint32_t element);

/* Whether the FOLDED word occurs in its name or in that of who serves it. */
bool ibp_element_row_has(const struct ibp_element_row *row, const char *folded);

#endif
