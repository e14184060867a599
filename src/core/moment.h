/*
 * The landscape on two days: what has another status on the second, and
 * which functions are served by others.
 */
#ifndef IBP_CORE_MOMENT_H
#define IBP_CORE_MOMENT_H

#include "core/coverage.h"

enum ibp_moment_kind {
	IBP_MOMENT_GAINED, /* nothing served it, something does */
	IBP_MOMENT_LOST,   /* the other way round */
	IBP_MOMENT_CHANGED /* others than before */
};

struct ibp_moment_function {
	uint32_t element;
	enum ibp_moment_kind kind;
	const struct ibp_coverage_row *before; /* NULL: no row on that day */
	const struct ibp_coverage_row *after;
};

struct ibp_moment_application {
	const char *before; /* its status: a canonical word */
	const char *after;
};

struct ibp_moments {
	struct ibp_arena arena;
	struct ibp_coverage before;
	struct ibp_coverage after;
	/* One per application of the landscape. */
	struct ibp_moment_application *applications;
	size_t changed; /* of them */
	/* Only what differs, as the tree of the model. */
	struct ibp_moment_function *functions;
	size_t function_count;
};

/* Two covers of one landscape over one model. */
void ibp_moments_make(const struct ibp_cover *before,
		      const struct ibp_cover *after,
		      struct ibp_moments *moments);
void ibp_moments_release(struct ibp_moments *moments);

/* "gained", "lost", "changed": the word of JSON. */
const char *ibp_moment_word(enum ibp_moment_kind kind);
/* "gets a system", translated. */
const char *ibp_moment_label(enum ibp_moment_kind kind);

#endif
