/*
 * One board's data file as the source of a summary, for the commands of
 * ibp-monitor that a board uses.
 */
#ifndef IBP_CMD_MONITOR_BOARD_H
#define IBP_CMD_MONITOR_BOARD_H

#include "cmd/monitor.h"
#include "cmd/scan.h"

struct ibp_cmd_board {
	struct ibp_run run; /* as that of ibp-scan: see ibp_cmd_scan_of */
	struct ibp_arena arena;
	struct ibp_catalogue *catalogue;
	struct ibp_landscape *landscape;
	struct ibp_fora *fora;
	struct ibp_cover *cover;
	struct ibp_summary_source source;
};

/*
 * Opens the data file of RUN, with the lease where IS_WRITER and it is no dry
 * run.  Close it whatever came of it.
 */
enum ibp_status ibp_cmd_board_open(const struct ibp_run *run, bool is_writer,
				   struct ibp_cmd_board *board,
				   struct ibp_error *err);
void ibp_cmd_board_close(struct ibp_cmd_board *board);

#endif
