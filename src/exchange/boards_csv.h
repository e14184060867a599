/* The boards that are invited to an edition: boards.csv. */
#ifndef IBP_EXCHANGE_BOARDS_CSV_H
#define IBP_EXCHANGE_BOARDS_CSV_H

#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"

struct ibp_invitee {
	const char *name;
	int sector; /* of core/sdc.h, as PART */
	int part;
	long pupils;
	const char *holding; /* owner or adviser; NULL: stands alone */
};

/* Zero it before use, release it after. */
struct ibp_invitees {
	struct ibp_arena arena;
	struct ibp_invitee *items;
	size_t count;
};

/*
 * Columns name, sector, pupils and province, and holding where boards have
 * one.  Every fault as FILE:LINE:COLUMN; status IBP_INPUT.
 */
enum ibp_status ibp_invitees_load(const char *path,
				  struct ibp_invitees *invitees,
				  struct ibp_error *err);
void ibp_invitees_release(struct ibp_invitees *invitees);

#endif
