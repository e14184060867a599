/*
 * What the halves of `fora-map import` share: reading and comparing in
 * map_take_read.c, showing and making in map_take.c.
 */
#ifndef IBP_CMD_MAP_TAKE_H
#define IBP_CMD_MAP_TAKE_H

#include "cmd/map.h"
#include "exchange/arrival_csv.h"
#include "exchange/landscape_import.h"

/* From the bytes of the file to what they would change. */
struct ibp_cmd_map_take {
	struct ibp_run *run;
	const char *file; /* for messages */
	struct ibp_labels labels;
	struct ibp_arrivals arrivals;
	struct ibp_arrival_table table;
	struct ibp_products *products;
	struct ibp_landscape_import import;
};

/* The file named by the only word of the run, compared with the board. */
enum ibp_status ibp_cmd_map_take_read(struct ibp_cmd_map_take *t,
				      struct ibp_error *err);
void ibp_cmd_map_take_release(struct ibp_cmd_map_take *t);

#endif
