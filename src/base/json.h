/*
 * JSON is read through jansson, strictly and with a place.  It is written by
 * report/, which needs averages with exactly two decimals and keys in their
 * order; here is how a text is written.
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

/* TEXT in quotes, escaped; what is no UTF-8 becomes U+FFFD. */
void ibp_json_add_string(struct ibp_buf *buf, const char *text);

#endif
