/*
 * The chain of the log: the hash of a step is over the hash of the step before
 * it and what the step says, see ibp-board(5).
 */
#ifndef IBP_STORE_CHAIN_H
#define IBP_STORE_CHAIN_H

#include "core/check.h"
#include "store/db.h"

/* Adds the step, which is whole, within its transaction. */
enum ibp_status ibp_chain_add(struct ibp_db *db, long step,
			      struct ibp_error *err);

/* Adds every step that there is, for a file from before the chain. */
enum ibp_status ibp_chain_build(struct ibp_db *db, struct ibp_error *err);

/* Where the log is not what the chain says: the first such place. */
enum ibp_status ibp_chain_check(struct ibp_db *db,
				struct ibp_findings *findings,
				struct ibp_error *err);

#endif
