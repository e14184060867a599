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

enum ibp_lease_outcome {
	IBP_LEASE_TAKEN,
	IBP_LEASE_HELD,    /* by another, who is named in ERR */
	IBP_LEASE_NO_LOCK, /* a lock cannot be made in this folder */
	IBP_LEASE_FULL     /* nor anything else: the disk is full */
};

/*
 * PATH of the data file, SHOWN in messages.  Tries for WAIT_MS.  Of HELD and
 * NO_LOCK the sentence in ERR (IBP_DATA) gives no advice, since that depends
 * on what was asked; FULL is whole (IBP_INPUT).
 */
enum ibp_lease_outcome ibp_lease_take(const char *path, const char *shown,
				      const char *tool, long wait_ms,
				      struct ibp_lease **lease,
				      struct ibp_error *err);
void ibp_lease_release(struct ibp_lease *lease);

#endif
