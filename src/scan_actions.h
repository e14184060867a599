/*
 * The one table of actions of ibp-scan.
 */
#ifndef IBP_SCAN_ACTIONS_H
#define IBP_SCAN_ACTIONS_H

#include "base/action.h"

/* Ends with a row whose name is NULL. */
extern const struct ibp_action ibp_scan_actions[];

#endif
