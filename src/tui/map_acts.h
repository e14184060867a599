/*
 * The screens and acts of fora-map, for the table of actions in its main.
 */
#ifndef IBP_TUI_MAP_ACTS_H
#define IBP_TUI_MAP_ACTS_H

#include "tui/acts.h"

/* Bits of struct ibp_action.screens. */
enum ibp_map_screens {
	IBP_MAP_LOG = IBP_SCREEN_LOG,
	IBP_MAP_LANDSCAPE = 1 << 2, /* applications beside the tree */
	IBP_MAP_APPLICATIONS = 1 << 3,
	IBP_MAP_APPLICATION = 1 << 4,
	IBP_MAP_HEAT = 1 << 5,
	IBP_MAP_ELEMENTS = 1 << 6, /* of a domain, or the gaps */
	IBP_MAP_ELEMENT = 1 << 7,
	IBP_MAP_ANSWERS = 1 << 8, /* overlaps, agreements, impact, ... */
	IBP_MAP_PROPOSALS = 1 << 9,
	IBP_MAP_COUPLING = 1 << 10, /* the form of one */
	IBP_MAP_FIRST = 1 << 11,    /* there is no data file yet */

	/* Where one application or the marked ones can be changed. */
	IBP_MAP_CHANGING =
		IBP_MAP_LANDSCAPE | IBP_MAP_APPLICATIONS | IBP_MAP_APPLICATION,
	/* Where elements are told to be for this board or not. */
	IBP_MAP_EXCLUDING =
		IBP_MAP_LANDSCAPE | IBP_MAP_ELEMENTS | IBP_MAP_ELEMENT,
	/* Lists that are searched; those that are filtered and sorted too. */
	IBP_MAP_SEARCHED = IBP_MAP_LANDSCAPE | IBP_MAP_APPLICATIONS |
			   IBP_MAP_ELEMENTS | IBP_MAP_ANSWERS |
			   IBP_MAP_PROPOSALS,
	IBP_MAP_FILTERED =
		IBP_MAP_LANDSCAPE | IBP_MAP_APPLICATIONS | IBP_MAP_ELEMENTS,
	IBP_MAP_MARKED = IBP_MAP_FILTERED | IBP_MAP_PROPOSALS,
	/* Every screen with a data file behind it. */
	IBP_MAP_WORK = IBP_MAP_SEARCHED | IBP_MAP_APPLICATION | IBP_MAP_HEAT |
		       IBP_MAP_ELEMENT | IBP_MAP_COUPLING | IBP_MAP_LOG,
	IBP_MAP_ALL = IBP_MAP_WORK | IBP_MAP_FIRST | (int)IBP_SCREEN_HELP
};

/* In the order and by the groups in which the help shows them. */
enum ibp_map_act {
	/* placing */
	IBP_MAP_PLACE = 1, /* or no longer */
	IBP_MAP_PLACE_AS,  /* main, partial, planned: by the digit */
	IBP_MAP_TAKE_AWAY,
	IBP_MAP_ACCEPT,
	IBP_MAP_EXCLUDE,
	IBP_MAP_INCLUDE,
	IBP_MAP_CONFIRM,
	IBP_MAP_TREE, /* which elements stand on the right */
	IBP_MAP_FOLD,
	IBP_MAP_UNFOLD,

	/* filling in */
	IBP_MAP_ADD = 30,
	IBP_MAP_REMOVE,
	IBP_MAP_NOTE,
	IBP_MAP_OWNER,
	IBP_MAP_STATUS,
	IBP_MAP_CONTRACT,
	IBP_MAP_PERSONAL,
	IBP_MAP_AGREEMENT,
	IBP_MAP_FIELD,
	IBP_MAP_SCHOOLS,
	IBP_MAP_COUPLE,

	/* going elsewhere */
	IBP_MAP_NEXT_GAP = IBP_ACT_GO,
	IBP_MAP_OPEN_PLACING,
	IBP_MAP_OPEN_APPLICATIONS,
	IBP_MAP_OPEN_HEAT,
	IBP_MAP_OPEN_GAPS,
	IBP_MAP_OPEN_OVERLAPS,
	IBP_MAP_OPEN_AGREEMENTS,
	IBP_MAP_OPEN_CONTRACTS,
	IBP_MAP_OPEN_PROPOSALS,
	IBP_MAP_OPEN_EXCLUSIONS,
	IBP_MAP_OPEN_IMPACT,
	IBP_MAP_OPEN_MOMENT
};

/* The headings of the help; ends with a NULL title. */
extern const struct ibp_act_group ibp_map_groups[];

#endif
