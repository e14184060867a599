/*
 * The forms of `fora-map export`, beside map_export.c.
 */
#ifndef IBP_CMD_MAP_EXPORT_H
#define IBP_CMD_MAP_EXPORT_H

#include "cmd/map.h"
#include "exchange/boxes.h"

/* Everything as a document: JSON, or the applications of BOARD as a table. */
struct ibp_doc *ibp_cmd_map_data(struct ibp_run *run, const char *board,
				 bool is_json);

/* FORMAT: svg, dot or mermaid. */
enum ibp_status ibp_cmd_map_picture(struct ibp_run *run, const char *format,
				    const char *board, struct ibp_error *err);

/* The landscape of today as boxes that are not laid out yet. */
enum ibp_status ibp_cmd_map_boxes(struct ibp_run *run, struct ibp_boxes *boxes,
				  struct ibp_error *err);

#endif
