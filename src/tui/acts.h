/*
 * Acts that every full screen has, and how the table of actions is read.
 * A tool's own acts count from 1; those that go elsewhere from IBP_ACT_GO.
 */
#ifndef IBP_TUI_ACTS_H
#define IBP_TUI_ACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"
#include "base/buf.h"

enum ibp_act {
	IBP_ACT_NONE = 0,
	/* several at once */
	IBP_ACT_MARK = 400,
	IBP_ACT_MARK_ALL,
	/* taking back */
	IBP_ACT_UNDO = 500,
	IBP_ACT_REDO,
	/* finding */
	IBP_ACT_SEARCH = 600,
	IBP_ACT_SEARCH_NEXT,
	IBP_ACT_SEARCH_PREVIOUS,
	IBP_ACT_FILTER,
	IBP_ACT_FILTER_CLEAR,
	IBP_ACT_SORT,
	/* going elsewhere */
	IBP_ACT_GO = 700,
	IBP_ACT_LOG = 790,
	/* moving */
	IBP_ACT_UP = 1000,
	IBP_ACT_DOWN,
	IBP_ACT_PAGE_UP,
	IBP_ACT_PAGE_DOWN,
	IBP_ACT_FIRST,
	IBP_ACT_LAST,
	IBP_ACT_NEXT_PART,
	IBP_ACT_PREVIOUS_PART,
	IBP_ACT_OPEN,
	IBP_ACT_BACK,
	IBP_ACT_QUIT,
	/* help */
	IBP_ACT_HELP,
	IBP_ACT_PALETTE,
	/* the screen itself */
	IBP_ACT_REDRAW,
	IBP_ACT_SUSPEND,
	IBP_ACT_INTERRUPT
};

/* What `?` opens, and the log; a tool's own screens are other bits. */
#define IBP_SCREEN_HELP (1u << 0)
#define IBP_SCREEN_LOG (1u << 1)

/* Acts from FIRST on, to the next group, stand under TITLE (a msgid). */
struct ibp_act_group {
	int first;
	const char *title; /* NULL: end of the table */
};

/* The row whose key acts on SCREEN, or NULL. */
const struct ibp_action *ibp_acts_find(const struct ibp_action *actions,
				       unsigned screen, long key);

/* The row for ACT, or NULL. */
const struct ibp_action *ibp_acts_get(const struct ibp_action *actions,
				      int act);

/* Which group ACT belongs to. */
const struct ibp_act_group *ibp_acts_group(const struct ibp_act_group *groups,
					   int act);

/*
 * The row of GROUP that comes after AFTER (NULL: the first), in the order of
 * the acts; NULL: there are no more.
 */
const struct ibp_action *ibp_acts_next(const struct ibp_action *actions,
				       const struct ibp_act_group *groups,
				       const struct ibp_act_group *group,
				       const struct ibp_action *after);

#endif
