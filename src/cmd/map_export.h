/*
 * The forms of `fora-map export`, beside map_export.c.
 */
#ifndef IBP_CMD_MAP_EXPORT_H
#define IBP_CMD_MAP_EXPORT_H

#include "cmd/map.h"

/* Everything as a document: JSON, or the applications of BOARD as a table. */
struct ibp_doc *ibp_cmd_map_data(struct ibp_run *run, const char *board,
				 bool is_json);

#endif
