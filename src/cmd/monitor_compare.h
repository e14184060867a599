/* What the files of `compare` share. */
#ifndef IBP_CMD_MONITOR_COMPARE_H
#define IBP_CMD_MONITOR_COMPARE_H

#include "cmd/monitor_board.h"
#include "cmd/monitor_place.h"

struct comparing {
	const struct ibp_cmd_board *board;
	const struct ibp_benchmark *benchmark;
	struct ibp_summary own;
	struct ibp_cmd_places places;
	struct ibp_doc *doc;
};

/* "vo.L"; in the arena of the document, as all texts here. */
const char *ibp_cmd_compare_cell(struct comparing *c, struct ibp_sdc_cell cell);

/* As it was published, with the decimal point of this run. */
const char *ibp_cmd_compare_display(struct comparing *c,
				    const struct ibp_benchmark_row *row);

/* The mean that PLACE is put beside; NULL: none. */
const struct ibp_benchmark_row *ibp_cmd_compare_beside(
	const struct ibp_cmd_place *place);

void ibp_cmd_compare_add_groups(struct comparing *c);
void ibp_cmd_compare_add_figures(struct comparing *c);

#endif
