/*
 * From a norm to the applications that it is about, and back: what show of
 * ibp-scan and app show of fora-map add to their documents.
 */
#ifndef IBP_CMD_CONCERNS_H
#define IBP_CMD_CONCERNS_H

#include "core/concern.h"
#include "report/doc.h"

/*
 * Adds the applications that NORM is about on the day TODAY, by what there is
 * to say of them.  A board without applications adds nothing.
 */
void ibp_cmd_add_norm_concerns(struct ibp_doc *doc, const struct ibp_norm *norm,
			       const struct ibp_landscape *landscape,
			       const struct ibp_fora *fora, const char *today);

/*
 * Adds the norms below their target that are about APPLICATION (index), with
 * why.
 */
void ibp_cmd_add_application_concerns(struct ibp_doc *doc, size_t application,
				      const struct ibp_landscape *landscape,
				      const struct ibp_fora *fora,
				      const char *today,
				      const struct ibp_framework *framework,
				      const struct ibp_assessment *assessment);

#endif
