/*
 * Norm texts in the language of this run, from the catalogue ibp-content.
 *
 * The context of a text is CODE|field: "GO.01|levels.3", "GO.01|steps.1"
 * (counted from 1), "GO|title", "ibp-fo|levels.3.name".  Without a
 * translation the text of the file comes back.  Never NULL for a text that
 * is not NULL.
 */
#ifndef IBP_MODEL_CONTENT_H
#define IBP_MODEL_CONTENT_H

#include "model/framework.h"

#define IBP_CONTENT_DOMAIN "ibp-content"

/* The text of FIELD of CODE; TEXT NULL stays NULL. */
const char *ibp_content(const char *code, const char *field, const char *text);

/* The same for the N-th (from 1) text of a list. */
const char *ibp_content_item(const char *code, const char *field, size_t n,
			     const char *text);

const char *ibp_content_title(const struct ibp_norm *norm);

/* LEVEL 1..5.  NULL where this edition has no text for it. */
const char *ibp_content_level(const struct ibp_norm *norm, int level);

const char *ibp_content_level_name(const struct ibp_framework *framework,
				   int level);
const char *ibp_content_level_meaning(const struct ibp_framework *framework,
				      int level);
const char *ibp_content_domain(const struct ibp_domain *domain);
const char *ibp_content_part(const struct ibp_framework *framework,
			     const struct ibp_part *part);

/* Called for every text of FRAMEWORK, in the order of the file. */
typedef void ibp_content_visit(void *context, const char *message_context,
			       const char *text, size_t line);
void ibp_content_each(const struct ibp_framework *framework,
		      ibp_content_visit *visit, void *context);

#endif
