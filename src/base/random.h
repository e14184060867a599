/*
 * Random bytes of the operating system, and no others: there is no seed and
 * nothing to fall back on.
 */
#ifndef IBP_BASE_RANDOM_H
#define IBP_BASE_RANDOM_H

#include <stddef.h>

#include "base/error.h"

/* Without all COUNT bytes there is a status, and nothing may be written. */
enum ibp_status ibp_random_bytes(void *bytes, size_t count,
				 struct ibp_error *err);

#endif
