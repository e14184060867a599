/*
 * The full screen and plain mode of fora-map on the data file: they know a
 * table of calls, and this is the one that ends in the store.
 */
#ifndef IBP_MAP_CALLS_H
#define IBP_MAP_CALLS_H

#include "cli/run.h"

/* The callbacks of struct ibp_tool for a run without a command. */
enum ibp_status ibp_map_calls_screen(struct ibp_run *run,
				     struct ibp_error *err);
enum ibp_status ibp_map_calls_plain(struct ibp_run *run, struct ibp_error *err);

/* The command demo: a throw-away copy of the example board. */
enum ibp_status ibp_map_demo(struct ibp_run *run, struct ibp_error *err);

#endif
