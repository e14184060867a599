/* Domains by functions as signs that need no colour. */
#ifndef IBP_CMD_MAP_HEAT_H
#define IBP_CMD_MAP_HEAT_H

#include "core/coverage.h"
#include "report/doc.h"

/* A row per domain with its totals and a sign for each function in it. */
void ibp_cmd_map_add_heat(struct ibp_doc *doc, const struct ibp_cover *cover,
			  const struct ibp_coverage *coverage);

/* ---- map_coverage.c ---- */

/* For people one word of what a row says. */
struct ibp_cell ibp_cmd_map_state_cell(const struct ibp_coverage_row *row);

#endif
