/*
 * The loader of model/yaml.h while it reads: what its two files share.
 */
#ifndef IBP_MODEL_YAML_READER_H
#define IBP_MODEL_YAML_READER_H

#include "base/mem.h"
#include "model/places.h"
#include "model/yaml.h"
#include "model/yaml_events.h"

struct ibp_yaml_reader {
	struct ibp_yaml_events in;
	struct ibp_arena *arena;
	struct ibp_places *places;
};

/* Reads the value that starts here into SLOT, a member of a record. */
typedef void ibp_yaml_read_value(struct ibp_yaml_reader *r,
				 const struct ibp_yaml_field *field,
				 void *slot);

ibp_yaml_read_value ibp_yaml_read_text;
ibp_yaml_read_value ibp_yaml_read_schema;
ibp_yaml_read_value ibp_yaml_read_date;
ibp_yaml_read_value ibp_yaml_read_word;
ibp_yaml_read_value ibp_yaml_read_whole;

/* Where the current event stands. */
struct ibp_yaml_mark ibp_yaml_here(const struct ibp_yaml_reader *r);

bool ibp_yaml_is_scalar(const struct ibp_yaml_reader *r);
bool ibp_yaml_is_null(const struct ibp_yaml_reader *r);

/*
 * Tells that FIELD (NULL: a group) needs another type, unless the value was
 * refused already, and passes it over.
 */
void ibp_yaml_refuse(struct ibp_yaml_reader *r,
		     const struct ibp_yaml_field *field);

/*
 * The value that stands here: a text in the arena, the index of a word, a
 * whole number.  NULL or 0 after telling a fault.
 */
const char *ibp_yaml_take_text(struct ibp_yaml_reader *r,
			       const struct ibp_yaml_field *field);
int ibp_yaml_take_word(struct ibp_yaml_reader *r,
		       const struct ibp_yaml_field *field);
int ibp_yaml_take_whole(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, int min);

#endif
