/* Wiring of ibp-monitor: what the full screen and the questions do. */
#ifndef IBP_MONITOR_CALLS_H
#define IBP_MONITOR_CALLS_H

#include "cli/run.h"
#include "cmd/monitor_leave.h"
#include "tui/monitor.h"

/* The callbacks of struct ibp_tool. */
enum ibp_status ibp_monitor_calls_screen(struct ibp_run *run,
					 struct ibp_error *err);
enum ibp_status ibp_monitor_calls_plain(struct ibp_run *run,
					struct ibp_error *err);

/* The context of the calls. */
struct ibp_monitor_wiring {
	struct ibp_run *run;
	struct ibp_cmd_leave leave; /* the summary being made */
};

/* Those of a board. */
void ibp_monitor_board_calls(struct ibp_monitor_calls *calls);

#endif
