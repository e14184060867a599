/*
 * What the documents of exchange/oscal.h are built with: JSON in which no
 * array is ever empty, because it comes with its first element.
 */
#ifndef IBP_EXCHANGE_OSCAL_JSON_H
#define IBP_EXCHANGE_OSCAL_JSON_H

#include "base/json.h"
#include "exchange/oscal.h"

/* Objects belong to the document, which ibp_oscal_finish frees. */

/* Sets KEY to TEXT; NULL or empty: leaves the key out. */
void ibp_oscal_put(json_t *object, const char *key, const char *text);

/* Sets KEY to the identifier of the name that FORMAT makes. */
void ibp_oscal_put_uuid(json_t *object, const char *key, const char *format,
			...) __attribute__((format(printf, 3, 4)));

/* The same to "#IDENTIFIER". */
void ibp_oscal_put_ref(json_t *object, const char *key, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Sets KEY to the day DATE at midnight, as a moment. */
void ibp_oscal_put_date(json_t *object, const char *key, const char *date);

/* A new object under KEY, or at the end of the array KEY. */
json_t *ibp_oscal_object(json_t *object, const char *key);
json_t *ibp_oscal_add(json_t *object, const char *key);

/* Adds TEXT to the array KEY. */
void ibp_oscal_add_text(json_t *object, const char *key, const char *text);

/* A prop in our own name space; a VALUE of NULL or "" adds none. */
void ibp_oscal_prop(json_t *object, const char *name, const char *value);
void ibp_oscal_prop_number(json_t *object, const char *name, long value);

/* The code of a norm as an id: "GO.01" is "go.01".  Sets KEY. */
void ibp_oscal_put_id(json_t *object, const char *key, const char *prefix,
		      const char *code, const char *suffix);

/*
 * A document: its uuid is made from NAME, its metadata from the rest.  ROOT
 * is the name of the model; *BODY is what hangs below it.
 */
json_t *ibp_oscal_begin(const char *root, const char *name, const char *title,
			const char *version, const char *changed,
			json_t **body);

/* Writes DOCUMENT and frees it. */
void ibp_oscal_finish(json_t *document, struct ibp_buf *out);

/* The name from which everything in an assessment gets its identifier. */
void ibp_oscal_name(const struct ibp_oscal *source, struct ibp_buf *name);

/* The risk of a norm below target, the same in results and in poam. */
void ibp_oscal_risk(json_t *owner, const struct ibp_oscal *source,
		    const char *name, size_t index);

/* Whether the norm with this INDEX has a level below its target. */
bool ibp_oscal_is_gap(const struct ibp_oscal *source, size_t index);

#endif
