/*
 * Where in its file each value of a model stands.
 *
 * A value is known by the address of the member that holds it, so that a
 * check can say `the third code of this list` without a second reading.
 */
#ifndef IBP_MODEL_PLACES_H
#define IBP_MODEL_PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct ibp_place {
	const void *slot; /* address of the member */
	uint32_t line;    /* both count from 1 */
	uint32_t column;  /* in characters */
};

/* Zero it before use, release it after. */
struct ibp_places {
	struct ibp_place *items;
	size_t count;
	size_t capacity;
	const char *file; /* for messages; not owned */
};

void ibp_places_add(struct ibp_places *places, const void *slot, size_t line,
		    size_t column);

/*
 * The SIZE bytes at OLD, which stand in the places from FIRST on, now live
 * at NEW.
 */
void ibp_places_move(struct ibp_places *places, size_t first, const void *old,
		     size_t size, const void *new);

/* The place of SLOT; line 0 where it did not come from the file. */
struct ibp_place ibp_places_find(const struct ibp_places *places,
				 const void *slot);

/* Adds a finding to ERR at the place of SLOT, with status IBP_INPUT. */
void ibp_places_fault(const struct ibp_places *places, struct ibp_error *err,
		      const void *slot, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

void ibp_places_release(struct ibp_places *places);

#endif
