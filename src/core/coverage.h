/*
 * Coverage and gaps, on the day of the cover.  A gap is a (main) function
 * that is for this board, for which FORA expects a system and that no
 * application serves.  What the board has excluded is neither covered nor a
 * gap, and what FORA expects nothing for is never a gap.
 *
 * Elements that the publisher keeps as a draft or has let expire appear only
 * where an application is there, and are never gaps.
 */
#ifndef IBP_CORE_COVERAGE_H
#define IBP_CORE_COVERAGE_H

#include "core/cover.h"

struct ibp_coverage_row {
	uint32_t element; /* index in the model */
	bool expects;     /* a system; of (main) functions */
	bool is_gap;
	/* Of it or of a whole of it; NULL: it is for this board. */
	const struct ibp_exclusion *exclusion;
	/* Indexes in landscape->applications, in order. */
	const size_t *applications;
	size_t application_count;
	const size_t *planned; /* will serve, and does not yet */
	size_t planned_count;
};

struct ibp_coverage_total {
	uint32_t domain; /* index in the model; IBP_FORA_NONE: all, or none */
	size_t rows;
	size_t expected; /* a system is, and the row is not excluded */
	size_t covered;  /* an application serves; not excluded */
	size_t gaps;
	size_t excluded;
	size_t applications; /* different ones */
};

struct ibp_coverage {
	struct ibp_arena arena;
	struct ibp_coverage_row *rows; /* as the tree of the model */
	size_t count;
	struct ibp_coverage_total total;
	/* Per domain, as in the model; what is in none comes last. */
	struct ibp_coverage_total *domains;
	size_t domain_count;
};

/* A row for each function and main function. */
void ibp_coverage_of_functions(const struct ibp_cover *cover,
			       struct ibp_coverage *coverage);

/* A row for each component: who fills it, or a whole of it. */
void ibp_coverage_of_components(const struct ibp_cover *cover,
				struct ibp_coverage *coverage);

void ibp_coverage_release(struct ibp_coverage *coverage);

/*
 * The components that could fill a gap: those that reach ELEMENT through the
 * model.  *COUNT of them, in ARENA.
 */
uint32_t *ibp_coverage_candidates(const struct ibp_cover *cover,
				  uint32_t element, struct ibp_arena *arena,
				  size_t *count);

#endif
