/*
 * JSON is read and written through jansson; this is what all of our JSON
 * has in common: strict reading with a place, and one way to write it.
 */
#ifndef IBP_BASE_JSON_H
#define IBP_BASE_JSON_H

#include <jansson.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

#define IBP_JSON_MAX ((size_t)64 * 1024 * 1024)

/*
 * Duplicate keys and anything after the value are refused.  FILE names the
 * source in the message (FILE:LINE:COLUMN).  *VALUE is a new reference.
 */
enum ibp_status ibp_json_parse(const char *file, const char *text,
			       size_t length, json_t **value,
			       struct ibp_error *err);

/* Two-space indent, keys in the order set, one newline at the end. */
void ibp_json_add(struct ibp_buf *buf, const json_t *value);

#endif
