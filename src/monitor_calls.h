/* What the full screen of ibp-monitor asks of the register. */
#ifndef IBP_MONITOR_CALLS_H
#define IBP_MONITOR_CALLS_H

#include "cli/run.h"

/* The callback of struct ibp_tool. */
enum ibp_status ibp_monitor_calls_screen(struct ibp_run *run,
					 struct ibp_error *err);

#endif
