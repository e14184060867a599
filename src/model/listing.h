/*
 * What lies in a folder of models, by the part of each file name that
 * counts.
 */
#ifndef IBP_MODEL_LISTING_H
#define IBP_MODEL_LISTING_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/mem.h"

/* The part of a file name that counts, to be freed; NULL: another file. */
typedef char *ibp_listing_part(const char *name);

/* What PART makes of the names in DIR, sorted; none: an empty list. */
struct ibp_strings ibp_listing(const char *dir, ibp_listing_part *part,
			       struct ibp_arena *arena);

/* VERSION of the files VERSION.yaml. */
struct ibp_strings ibp_listing_versions(const char *dir,
					struct ibp_arena *arena);

/* The path of the file of VERSION in DIR, to be freed. */
char *ibp_listing_path(const char *dir, const char *version);

bool ibp_listing_has(const struct ibp_strings *list, const char *text);

/* "a, b, c" */
void ibp_listing_add(struct ibp_buf *buf, const struct ibp_strings *list);

#endif
