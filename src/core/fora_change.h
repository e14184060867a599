/*
 * What became of the elements of FORA in another edition, and what that asks
 * of a landscape.  An element is known by its identifier alone: where one
 * takes over the name of another, nothing follows the name.
 */
#ifndef IBP_CORE_FORA_CHANGE_H
#define IBP_CORE_FORA_CHANGE_H

#include "core/landscape.h"

/* Bits. */
enum ibp_fora_change {
	IBP_FORA_RENAMED = 1 << 0,
	IBP_FORA_MOVED = 1 << 1,   /* another whole or another domain */
	IBP_FORA_RETYPED = 1 << 2, /* a component became a facility */
	IBP_FORA_DROPPED = 1 << 3  /* alone: there is no such element */
};

#define IBP_FORA_CHANGES 4

/*
 * What element INDEX of FROM is in TO: bits, 0 for the same.  *BECAME is its
 * index there, or IBP_FORA_NONE.
 */
unsigned ibp_fora_compare(const struct ibp_fora *from, uint32_t index,
			  const struct ibp_fora *to, uint32_t *became);

/* Elements of TO that FROM does not have. */
size_t ibp_fora_count_new(const struct ibp_fora *from,
			  const struct ibp_fora *to);

/*
 * Adds what carries LANDSCAPE over from FROM to TO: the edition, the new names
 * of its places, and a mark to look again at all that changed.  Every place
 * stays, also where TO has no such element any more.
 */
void ibp_landscape_upgrade(const struct ibp_landscape *landscape,
			   const struct ibp_fora *from,
			   const struct ibp_fora *to,
			   struct ibp_changes *changes);

#endif
