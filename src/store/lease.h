/*
 * The right to change a data file: flock on FILE.lock beside it.  The lock
 * file names its holder (tool, process, start).  One that is left behind
 * without a holder is simply taken; close removes it.
 */
#ifndef IBP_STORE_LEASE_H
#define IBP_STORE_LEASE_H

#include "base/error.h"

#define IBP_LEASE_WAIT_MS 2000

struct ibp_lease;

/*
 * PATH of the data file, SHOWN in messages.  Tries for WAIT_MS.  Held by
 * another: IBP_DATA; no lock can be made here: IBP_INPUT.  The sentence says
 * why and gives no advice, since that depends on what was asked.
 */
enum ibp_status ibp_lease_take(const char *path, const char *shown,
			       const char *tool, long wait_ms,
			       struct ibp_lease **lease, struct ibp_error *err);
void ibp_lease_release(struct ibp_lease *lease);

#endif
