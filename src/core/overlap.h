/*
 * Overlaps: two applications that fill the same component or offer the same
 * application function to the same school, once per pair.  It is "possible"
 * where they share nothing that both were placed on, but only application
 * functions that one of them has because they are assigned to its component:
 * nobody has said that it is used for those.
 */
#ifndef IBP_CORE_OVERLAP_H
#define IBP_CORE_OVERLAP_H

#include "core/cover.h"

struct ibp_overlap {
	uint32_t a; /* indexes in landscape->applications, a < b */
	uint32_t b;
	uint32_t shared; /* components and application functions */
	bool is_possible;
};

struct ibp_overlaps {
	struct ibp_arena arena;
	const struct ibp_cover *cover;
	struct ibp_overlap *items; /* by a, then b */
	size_t count;
	size_t possible; /* of them */
	/* What can be shared: indexes in the model; components first. */
	uint32_t *elements;
	size_t element_count;
	/* A row per application: on which it was placed, what it offers. */
	struct ibp_sets placed;
	struct ibp_sets offered;
};

/* One thing that a pair shares. */
struct ibp_shared {
	uint32_t element;
	bool is_possible; /* one of them was not placed on it */
};

/* COVER must outlive it. */
void ibp_overlaps_make(const struct ibp_cover *cover,
		       struct ibp_overlaps *overlaps);
void ibp_overlaps_release(struct ibp_overlaps *overlaps);

/* What ITEM is about: item->shared of them, in ARENA. */
struct ibp_shared *ibp_overlap_shared(const struct ibp_overlaps *overlaps,
				      const struct ibp_overlap *item,
				      struct ibp_arena *arena);

/*
 * The schools that have both: indexes in landscape->schools, in ARENA.  A
 * board without schools counts as one school with index 0.
 */
size_t *ibp_overlap_schools(const struct ibp_overlaps *overlaps,
			    const struct ibp_overlap *item,
			    struct ibp_arena *arena, size_t *count);

#endif
