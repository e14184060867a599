/*
 * What a file from outside would change in the landscape of a board; nothing
 * is done.
 *
 * Applications go by their name, letters of either case.  What the file does
 * not name stays as it is.  A field that is there and empty is cleared; the
 * schools and places of an application are a whole list where they are there.
 * Couplings and exclusions come in addition.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_IMPORT_H
#define IBP_EXCHANGE_LANDSCAPE_IMPORT_H

#include "core/landscape.h"
#include "exchange/arrival.h"
#include "model/products.h"

/* More new names than these are not compared with what they come near. */
#define IBP_HINTS_NAMES_MAX 500

struct ibp_landscape_target {
	const struct ibp_landscape *landscape; /* bound to FORA */
	const struct ibp_fora *fora;
	const struct ibp_products *products;
	long next[IBP_SUBJECT_COUNT]; /* the first free number of each */
};

/* What a person should look at. */
struct ibp_import_hint {
	struct ibp_spot at;
	const char *message; /* translated */
};

/* Zero it before use, release it after. */
struct ibp_landscape_import {
	struct ibp_arena arena;
	struct ibp_changes changes;
	struct ibp_spot *places; /* one for each change */
	size_t capacity;
	size_t read;  /* applications */
	size_t added; /* of which new */
	size_t known; /* of those: known products without a place */
	struct ibp_import_hint *hints;
	size_t hint_count;
	size_t hint_capacity;
};

/* Faults are IBP_INPUT with their places; then nothing is in IMPORT. */
enum ibp_status ibp_landscape_compare(const struct ibp_landscape_target *target,
				      const char *file,
				      struct ibp_arrivals *arrivals,
				      struct ibp_landscape_import *import,
				      struct ibp_error *err);
void ibp_landscape_import_release(struct ibp_landscape_import *import);

#endif
