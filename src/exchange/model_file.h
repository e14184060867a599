/*
 * An ArchiMate Open Exchange file with everything that its elements and
 * relations say: names, texts and properties.  (exchange/archi.h reads one
 * for the reference model in it.)
 */
#ifndef IBP_EXCHANGE_MODEL_FILE_H
#define IBP_EXCHANGE_MODEL_FILE_H

#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"

/* Ceilings. */
#define IBP_MODEL_THINGS_MAX 400000
#define IBP_MODEL_PROPERTIES_MAX 2000000
#define IBP_MODEL_REFERENCES_MAX 4000000

struct ibp_model_property {
	const char *name; /* "SWC type" */
	const char *value;
	const char *definition; /* its id */
};

/* The model itself, an element or a relation. */
struct ibp_model_thing {
	const char *id;
	const char *type;
	const char *source; /* ids; NULL: no relation */
	const char *target;
	const char *name; /* the first, where there are several */
	const char *text;
	size_t line;
	size_t first_property;
	size_t property_count;
};

/* An id or a reference to one. */
struct ibp_model_mention {
	const char *id;
	size_t line;
	const char *name; /* of the definition of a property */
	size_t thing;     /* index, or SIZE_MAX */
};

struct ibp_model_file {
	struct ibp_arena arena;
	struct ibp_model_thing *things; /* first the model itself */
	size_t thing_count;
	size_t thing_capacity;
	struct ibp_model_property *properties;
	size_t property_count;
	size_t property_capacity;
	struct ibp_model_mention *ids; /* sorted */
	size_t id_count;
	size_t id_capacity;
	struct ibp_model_mention *references;
	size_t reference_count;
	size_t reference_capacity;
};

/*
 * An id that stands twice and a reference to none are IBP_INPUT with their
 * line, as is what exchange/xml.h refuses.
 */
enum ibp_status ibp_model_file_read(const char *file, const char *text,
				    size_t length, struct ibp_model_file **made,
				    struct ibp_error *err);
void ibp_model_file_free(struct ibp_model_file *model);

/* The element or relation with this ID, or NULL. */
const struct ibp_model_thing *ibp_model_find(const struct ibp_model_file *model,
					     const char *id);

/* The value of the property NAME; NULL: it has none. */
const char *ibp_model_value(const struct ibp_model_file *model,
			    const struct ibp_model_thing *thing,
			    const char *name);

#endif
