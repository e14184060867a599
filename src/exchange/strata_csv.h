/*
 * Counting the boards that exist from the public register files as they are
 * downloaded: locations of schools with their board and province, and numbers
 * of pupils, in one file or in several.
 */
#ifndef IBP_EXCHANGE_STRATA_CSV_H
#define IBP_EXCHANGE_STRATA_CSV_H

#include <stddef.h>

#include "base/error.h"

/* One board, added up over its schools. */
struct ibp_counted_board {
	int sector; /* with most pupils */
	int part;   /* likewise */
	long pupils;
};

struct ibp_counted {
	struct ibp_counted_board *boards; /* free it */
	size_t count;
	size_t schools;
	size_t without_pupils; /* schools left out: no number was found */
};

/*
 * Reads COUNT files.  A column that none of them has, a sector that is not
 * said, and every value that cannot be are IBP_INPUT with FILE:LINE:COLUMN.
 */
enum ibp_status ibp_strata_load(char *const *paths, size_t count,
				struct ibp_counted *counted,
				struct ibp_error *err);

#endif
