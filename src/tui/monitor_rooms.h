/* What the rooms are called and how they are listed, on every kind of screen.
 */
#ifndef IBP_TUI_MONITOR_ROOMS_H
#define IBP_TUI_MONITOR_ROOMS_H

#include "tui/list.h"
#include "tui/monitor.h"

struct ibp_monitor_room_kind {
	const char *name; /* msgid */
	const struct ibp_column *columns;
};

extern const struct ibp_monitor_room_kind
	ibp_monitor_room_kinds[IBP_MONITOR_ROOMS];

/* By how much k is raised and lowered, and how far. */
#define IBP_MONITOR_K_STEP 5
#define IBP_MONITOR_K_MAX 1000

#endif
