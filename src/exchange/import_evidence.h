/* The evidence of one norm in JSON, for import_json.c. */
#ifndef IBP_EXCHANGE_IMPORT_EVIDENCE_H
#define IBP_EXCHANGE_IMPORT_EVIDENCE_H

#include "base/json.h"
#include "exchange/import_row.h"

/*
 * LIST is the whole evidence of the norm; NULL leaves it as it is.  What has
 * the same title and place is the same evidence, in the order of the list.
 */
void ibp_import_evidence(struct ibp_importer *importer,
			 const struct ibp_import_row *row, const json_t *list);

/*
 * VALUE as text: a text, a whole number, or null for nothing.  False: a
 * fault.
 */
bool ibp_import_json_text(struct ibp_importer *importer,
			  const struct ibp_import_row *row, const char *key,
			  const json_t *value, struct ibp_buf *text);

#endif
