/*
 * The one table of actions of fora-map.
 */
#ifndef IBP_MAP_ACTIONS_H
#define IBP_MAP_ACTIONS_H

#include "base/action.h"

/* Ends with a row whose name is NULL. */
extern const struct ibp_action ibp_map_actions[];

#endif
