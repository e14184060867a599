/*
 * Which applications are where on a day: the places of a landscape, spread
 * over FORA by its relations (core/spread.h).  Every question reads this;
 * making it takes a few milliseconds for a thousand applications, so it is
 * made again after each change rather than kept up to date.
 *
 * Applications are indexes in landscape->applications.
 */
#ifndef IBP_CORE_COVER_H
#define IBP_CORE_COVER_H

#include "base/date.h"
#include "core/landscape.h"
#include "core/sets.h"
#include "core/spread.h"

struct ibp_cover {
	struct ibp_arena arena;
	const struct ibp_fora *fora;
	const struct ibp_landscape *landscape;
	char date[IBP_DATE_SIZE];
	struct ibp_spread *spread;
	/*
	 * A row per element.  Placed and served are of applications in use or
	 * being phased out and of places main or partial; planned has those
	 * that will serve.  Placed: on it, or on a whole of it.
	 */
	struct ibp_sets placed;
	struct ibp_sets served;
	struct ibp_sets planned;
	/*
	 * Per information object: who touches it through any place on any
	 * day, for what is protected before it is used.
	 */
	struct ibp_sets touched;
	/* A row per application: its schools.  Without schools: the board. */
	struct ibp_sets schools;
	/* All elements, a whole before its parts, domain by domain. */
	uint32_t *tree;
	size_t tree_count;
	/* Per element: why it is not for this board; NULL: it is. */
	const struct ibp_exclusion **exclusions;
};

/* FORA and LANDSCAPE must outlive it.  DATE is ISO. */
struct ibp_cover *ibp_cover_new(const struct ibp_fora *fora,
				const struct ibp_landscape *landscape,
				const char *date);
void ibp_cover_free(struct ibp_cover *cover);

/*
 * Whoever is in SERVED on a component or an application function is added to
 * the information objects that this uses.
 */
void ibp_cover_touch(const struct ibp_fora *fora, const struct ibp_sets *served,
		     struct ibp_sets *touched);

/*
 * Applications that have no place at all, not even a planned one, and are not
 * out: *COUNT indexes, in ARENA.
 */
size_t *ibp_cover_unplaced(const struct ibp_cover *cover,
			   struct ibp_arena *arena, size_t *count);

#endif
