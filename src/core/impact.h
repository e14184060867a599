/*
 * What is hit when an application is dropped or out of order, or when all
 * that stands on one element of FORA is: a component, a function, an
 * information object.
 *
 * Whoever knows of the place knows of what depends on it: planned places are
 * left out, and the status of an application does not matter, so that the
 * question can be asked of one that is not in use yet.
 */
#ifndef IBP_CORE_IMPACT_H
#define IBP_CORE_IMPACT_H

#include "core/cover.h"

struct ibp_impact_function {
	uint32_t element;
	size_t others;        /* applications that serve it all the same */
	bool is_left_without; /* it is served now, and would not be */
};

struct ibp_impact {
	struct ibp_arena arena;
	/* What is out: indexes in the landscape. */
	size_t *applications;
	size_t application_count;
	struct ibp_impact_function *functions; /* as the tree of the model */
	size_t function_count;
	size_t left_without; /* of them */
	/* Those that are placed or served, and those of a function that is. */
	uint32_t *processes;
	size_t process_count;
	uint32_t *application_functions;
	size_t application_function_count;
	uint32_t *objects; /* information objects that are touched */
	size_t object_count;
	size_t *schools; /* indexes in the landscape */
	size_t school_count;
	size_t *couplings; /* indexes in the landscape */
	size_t coupling_count;
};

/* APPLICATION: an index in the landscape. */
void ibp_impact_of_application(const struct ibp_cover *cover,
			       size_t application, struct ibp_impact *impact);

/* Of everything that is on ELEMENT on the day of the cover. */
void ibp_impact_of_element(const struct ibp_cover *cover, uint32_t element,
			   struct ibp_impact *impact);

void ibp_impact_release(struct ibp_impact *impact);

#endif
