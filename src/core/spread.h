/*
 * How a place counts further on in FORA, by the model's own relations:
 *
 *   a whole              its parts (components, application functions;
 *                        functions and processes where they are placed)
 *   a component          every application function assigned to it
 *   an application       what it serves: functions and processes
 *   function
 *   a process            its functions, a function its main functions
 *
 * Going down to parts and going up to wholes are never mixed: what is placed
 * on a function does not reach another function through a process that is
 * part of both.  Wholes that contain each other are no trouble.
 */
#ifndef IBP_CORE_SPREAD_H
#define IBP_CORE_SPREAD_H

#include "core/sets.h"
#include "model/fora.h"

/* What kind of place an element is. */
enum ibp_family {
	IBP_FAMILY_NONE,
	IBP_FAMILY_COMPONENT, /* national facilities too */
	IBP_FAMILY_APPLICATION_FUNCTION,
	IBP_FAMILY_BUSINESS /* functions and processes of every size */
};

struct ibp_spread {
	struct ibp_arena arena;
	const struct ibp_fora *fora;
	/* Of each element: its parts, what it counts for, its wholes. */
	struct ibp_fora_lists down;
	struct ibp_fora_lists across;
	struct ibp_fora_lists up;
	struct ibp_fora_lists sources; /* what counts for it directly */
	uint32_t *order;               /* wholes before their parts */
};

/* FORA must outlive it. */
struct ibp_spread *ibp_spread_new(const struct ibp_fora *fora);
void ibp_spread_free(struct ibp_spread *spread);

enum ibp_family ibp_family_of(enum ibp_fora_type type);

/* Whether an application can be placed on it. */
bool ibp_spread_can_hold(enum ibp_fora_type type);

/* (Main) functions: what coverage is about. */
bool ibp_spread_is_function(enum ibp_fora_type type);

/*
 * RAW has for each element what is placed there.  Afterwards PLACED has it
 * with the parts of what it is placed on, SERVED has it everywhere it
 * counts.  All have the same shape; PLACED and SERVED start empty.
 */
void ibp_spread_run(const struct ibp_spread *spread, const struct ibp_sets *raw,
		    struct ibp_sets *placed, struct ibp_sets *served);

/*
 * The elements that count for ELEMENT when something is placed on them,
 * itself too, by index: *COUNT of them, in ARENA.  What is placed on a whole
 * of a function or process is not among them.
 */
uint32_t *ibp_spread_sources(const struct ibp_spread *spread, uint32_t element,
			     struct ibp_arena *arena, size_t *count);

struct ibp_fora_slice ibp_spread_slice(const struct ibp_fora_lists *lists,
				       uint32_t element);

#endif
