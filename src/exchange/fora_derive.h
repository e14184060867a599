/*
 * What follows from the relations and the figure of a model: parents,
 * domains, and where a system is expected.  Used by the import alone.
 */
#ifndef IBP_EXCHANGE_FORA_DERIVE_H
#define IBP_EXCHANGE_FORA_DERIVE_H

#include "exchange/archi.h"
#include "model/fora.h"

/* An element of the published model and what became of it. */
struct ibp_fora_known {
	const char *id;
	uint32_t index; /* in the model; IBP_FORA_NONE: left out */
};

/* By id, for qsort. */
int ibp_fora_known_compare(const void *a, const void *b);

/* Of COUNT, sorted by id; NULL: not there. */
struct ibp_fora_known *ibp_fora_known_find(struct ibp_fora_known *known,
					   size_t count, const char *id);

/*
 * KNOWN has every element of ARCHI, sorted.  The elements of FORA are in the
 * order of their types and its relations too.
 */
void ibp_fora_derive(struct ibp_fora *fora, const struct ibp_archi *archi,
		     struct ibp_fora_known *known);

#endif
