/*
 * From a published ArchiMate model to fora-model/fora/VERSION.yaml.
 */
#ifndef IBP_EXCHANGE_FORA_IMPORT_H
#define IBP_EXCHANGE_FORA_IMPORT_H

#include "base/buf.h"
#include "exchange/archi.h"
#include "model/fora.h"

/* What the file says of itself. */
struct ibp_fora_edition {
	const char *version;
	const char *commit; /* may be NULL */
	const char *source; /* may be NULL */
};

/* A relation with an end that is not an element of the model at all. */
struct ibp_fora_dangling {
	const char *id;
	const char *type;
	const char *source;
	const char *target;
};

/* What an import left out, and what it had to guess. */
struct ibp_fora_account {
	struct ibp_arena arena;
	size_t junctions;
	size_t nameless;
	size_t set_aside; /* metamodel and legend of colours */
	size_t relations; /* of those, which went with them */
	struct ibp_fora_dangling *dangling;
	size_t dangling_count;
	size_t unfiled; /* elements whose status is not known */
	bool has_folders;
	bool has_figure;
};

/*
 * The elements and relations of ARCHI that count, in the order of the file,
 * with type, status, parent, domain and expects_system.  A double id and a
 * model without a single domain are IBP_INPUT; FILE is for messages.
 */
enum ibp_status ibp_fora_build(const char *file, const struct ibp_archi *archi,
			       const struct ibp_fora_edition *edition,
			       struct ibp_fora **fora,
			       struct ibp_fora_account *account,
			       struct ibp_error *err);
void ibp_fora_account_release(struct ibp_fora_account *account);

/* The YAML of a model: the same bytes for the same model. */
void ibp_fora_write(const struct ibp_fora *fora, struct ibp_buf *out);

#endif
