/* What the questions of a board and of whoever gathers share. */
#ifndef IBP_TUI_MONITOR_TALK_H
#define IBP_TUI_MONITOR_TALK_H

#include "tui/chat.h"
#include "tui/monitor.h"

struct ibp_monitor_talk {
	struct ibp_chat chat; /* without a board's file: no calls */
	const struct ibp_monitor_setup *setup;
	long k;
};

/* A row of the menu; a NULL label ends it. */
struct ibp_monitor_choice {
	const char *label; /* msgid */
	enum ibp_chat_go (*run)(struct ibp_monitor_talk *talk);
};

extern const struct ibp_monitor_choice ibp_monitor_board_choices[];
extern const struct ibp_monitor_choice ibp_monitor_room_choices[];

#endif
