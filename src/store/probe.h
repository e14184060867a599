/*
 * Looking at a file before SQLite does.  The file is closed again before
 * this returns: closing it while SQLite has it open in the same process
 * would drop SQLite's lock.
 */
#ifndef IBP_STORE_PROBE_H
#define IBP_STORE_PROBE_H

#include <stdbool.h>

#include "base/error.h"
#include "store/schema.h"

/*
 * IBP_OK when PATH (SHOWN in messages) is by its first bytes a file of SCHEMA.
 * Missing, unreadable or no file at all: IBP_INPUT; of another kind:
 * IBP_DATA.  Nothing is written and nothing is made beside it.
 */
enum ibp_status ibp_probe_file(const char *path, const char *shown,
			       const struct ibp_schema *schema,
			       struct ibp_error *err);

/*
 * Whether PATH is shorter than it says itself; for the sentence after
 * SQLite called it damaged.
 */
bool ibp_probe_is_cut_short(const char *path);

/* Whether a file system of this type (statfs) is a share of others. */
bool ibp_probe_is_shared(unsigned long type);

/* Whether PATH lies on a share, where locks cannot be trusted. */
bool ibp_probe_is_on_share(const char *path);

#endif
