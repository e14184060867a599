/*
 * The screens and acts of ibp-scan, for the table of actions in its main.
 */
#ifndef IBP_TUI_SCAN_ACTS_H
#define IBP_TUI_SCAN_ACTS_H

#include "tui/acts.h"

/* Bits of struct ibp_action.screens. */
enum ibp_scan_screens {
	IBP_SCAN_LOG = IBP_SCREEN_LOG,
	IBP_SCAN_DASHBOARD = 1 << 2,
	IBP_SCAN_NORMS = 1 << 3, /* all norms, a part or a domain */
	IBP_SCAN_GAPS = 1 << 4,
	IBP_SCAN_NORM = 1 << 5,
	IBP_SCAN_EVIDENCES = 1 << 6, /* of one norm */
	IBP_SCAN_EVIDENCE = 1 << 7,  /* the form of one */
	IBP_SCAN_FIRST = 1 << 8,     /* there is no data file yet */
	IBP_SCAN_ASSESSMENTS = 1 << 9,
	IBP_SCAN_TOLD = 1 << 10, /* a comparison, a trend */

	IBP_SCAN_LISTS = IBP_SCAN_NORMS | IBP_SCAN_GAPS,
	/* Where one norm or the marked ones can be changed. */
	IBP_SCAN_SCORING = IBP_SCAN_LISTS | IBP_SCAN_NORM,
	/* Every screen with a data file behind it. */
	IBP_SCAN_WORK = IBP_SCAN_DASHBOARD | IBP_SCAN_SCORING |
			IBP_SCAN_EVIDENCES | IBP_SCAN_EVIDENCE |
			IBP_SCAN_ASSESSMENTS | IBP_SCAN_TOLD | IBP_SCAN_LOG,
	IBP_SCAN_ALL = IBP_SCAN_WORK | IBP_SCAN_FIRST | (int)IBP_SCREEN_HELP
};

/* In the order and by the groups in which the help shows them. */
enum ibp_scan_act {
	IBP_SCAN_SCORE = 1,
	IBP_SCAN_SCORE_CLEAR,
	IBP_SCAN_SCORE_NA,
	IBP_SCAN_REASON,
	IBP_SCAN_CONFIRM,
	IBP_SCAN_FOUR_EYES,

	IBP_SCAN_NOTE = 20,
	IBP_SCAN_EVIDENCE_LIST,
	IBP_SCAN_OWNER,
	IBP_SCAN_STATUS,
	IBP_SCAN_TARGET,
	IBP_SCAN_DUE,
	IBP_SCAN_PRIORITY,
	IBP_SCAN_EVIDENCE_ADD,
	IBP_SCAN_EVIDENCE_REMOVE,
	IBP_SCAN_ASSESSMENT_NEW,
	IBP_SCAN_ASSESSMENT_COPY,
	IBP_SCAN_ASSESSMENT_LOCK,

	IBP_SCAN_NEXT_UNSCORED = IBP_ACT_GO,
	IBP_SCAN_NEXT_NORM,
	IBP_SCAN_PREVIOUS_NORM,
	IBP_SCAN_ALL_NORMS,
	IBP_SCAN_GAP_LIST,
	IBP_SCAN_ASSESSMENT_LIST,
	IBP_SCAN_COMPARE,
	IBP_SCAN_TREND,
	/* After the log: switches to the next norm after a score. */
	IBP_SCAN_STEP_ON = IBP_ACT_LOG + 1
};

/* The headings of the help; ends with a NULL title. */
extern const struct ibp_act_group ibp_scan_groups[];

#endif
