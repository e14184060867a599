/*
 * Where applications might belong: a proposal for a person to take or leave.
 *
 *   by name     a product of products.yaml is called like the application
 *   by vendor   no product is, and the supplier is the vendor of some
 *   by model    FORA says that a component on which the application is, or
 *               would be by name, performs this application function, which
 *               serves this function
 *
 * Only what an application can be placed on is proposed, so that no proposal
 * is refused afterwards.  What is placed already, on the element or on a whole
 * of it, is left out.
 */
#ifndef IBP_CORE_SUGGEST_H
#define IBP_CORE_SUGGEST_H

#include "core/cover.h"
#include "model/products.h"

enum ibp_suggest_basis {
	IBP_SUGGEST_BY_NAME,
	IBP_SUGGEST_BY_VENDOR,
	IBP_SUGGEST_BY_MODEL
};

struct ibp_suggestion {
	size_t application; /* index in the landscape */
	uint32_t element;
	enum ibp_suggest_basis basis;
	const struct ibp_product *product; /* NULL: by model */
	uint32_t via; /* by model: the component; else IBP_FORA_NONE */
};

struct ibp_suggestions {
	struct ibp_suggestion *items; /* by application, then basis */
	size_t count;
};

/*
 * For every application that is not out on the day of the cover: components,
 * by name or vendor.  PRODUCTS must outlive the result.
 */
void ibp_suggest_all(const struct ibp_cover *cover,
		     const struct ibp_products *products,
		     struct ibp_suggestions *suggestions);

/* For one of them: components, and functions by model. */
void ibp_suggest_one(const struct ibp_cover *cover,
		     const struct ibp_products *products, size_t application,
		     struct ibp_suggestions *suggestions);

void ibp_suggestions_release(struct ibp_suggestions *suggestions);

/* "name", "vendor", "model": the word of JSON. */
const char *ibp_suggest_word(enum ibp_suggest_basis basis);
/* "its name", translated. */
const char *ibp_suggest_label(enum ibp_suggest_basis basis);

#endif
