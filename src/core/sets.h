/*
 * Many sets over the same members as rows of bits: of each element of FORA
 * the applications there, of each application the schools that use it.
 * Members and rows are counted from 0.
 */
#ifndef IBP_CORE_SETS_H
#define IBP_CORE_SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct ibp_sets {
	size_t rows;
	size_t words; /* of one row */
	uint64_t *bits;
};

/* All empty, in ARENA. */
struct ibp_sets ibp_sets_new(size_t rows, size_t members,
			     struct ibp_arena *arena);

void ibp_sets_add(struct ibp_sets *sets, size_t row, size_t member);
bool ibp_sets_has(const struct ibp_sets *sets, size_t row, size_t member);

/* Adds the members of row FROM to row TO; whether any of them was new. */
bool ibp_sets_join(struct ibp_sets *sets, size_t to, size_t from);

/* Adds all rows of OTHER, which has the same shape. */
void ibp_sets_add_all(struct ibp_sets *sets, const struct ibp_sets *other);

size_t ibp_sets_count(const struct ibp_sets *sets, size_t row);
bool ibp_sets_is_empty(const struct ibp_sets *sets, size_t row);

/* How many members row A and row B have in common. */
size_t ibp_sets_count_common(const struct ibp_sets *sets, size_t a, size_t b);

/* Whether row A and row B have a member in common. */
bool ibp_sets_meet(const struct ibp_sets *sets, size_t a, size_t b);

/* The first member from MEMBER on, or SIZE_MAX: for (m = next(.., 0); ..). */
size_t ibp_sets_next(const struct ibp_sets *sets, size_t row, size_t member);

/*
 * The members of ROW in order, in ARENA, without those of the same row of
 * WITHOUT where that is not NULL.
 */
size_t *ibp_sets_members(const struct ibp_sets *sets, size_t row,
			 const struct ibp_sets *without,
			 struct ibp_arena *arena, size_t *count);

/* The members that row A and row B have in common, likewise. */
size_t *ibp_sets_common(const struct ibp_sets *sets, size_t a, size_t b,
			struct ibp_arena *arena, size_t *count);

#endif
