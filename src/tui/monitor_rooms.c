#include "tui/monitor_rooms.h"

#include "base/i18n.h"

static const struct ibp_column editions[] = {
	{NC_("column", "Edition"), 7, 7, 0, false, 0},
	{NC_("column", "State"), 8, 10, 0, false, 0},
	{NC_("column", "Invited"), 7, 12, 0, true, 0},
	{NC_("column", "Answered"), 8, 12, 0, true, 0},
	{NC_("column", "Published"), 9, 14, 0, true, 0},
	{NC_("column", "Opened"), 16, 20, 1, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column boards[] = {
	{NC_("column", "Invitation"), 16, 16, 0, false, 0},
	{NC_("column", "Sector"), 6, 6, 0, false, 0},
	{NC_("column", "Size"), 4, 7, 0, false, 0},
	{NC_("column", "State"), 10, 12, 0, false, 0},
	{NC_("column", "Version"), 7, 7, 2, true, 0},
	{NC_("column", "Refused"), 8, 30, 1, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column preview[] = {
	{NC_("column", "Cell"), 20, 40, 0, false, 26},
	{NC_("column", "Boards"), 8, 9, 0, true, 0},
	{NC_("column", "Owners"), 8, 9, 3, true, 0},
	{NC_("column", "Exist"), 7, 8, 2, true, 0},
	{NC_("column", "Together with"), 11, 18, 0, false, 0},
	{NC_("column", "Rules"), 5, 12, 0, false, 0},
	{NC_("column", "Left out"), 10, 100, 1, false, 16},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column groups[] = {
	{NC_("column", "Group"), 13, 15, 0, false, 0},
	{NC_("column", "Title"), 16, 60, 0, false, 24},
	{NC_("column", "Boards"), 8, 9, 0, true, 0},
	{NC_("column", "Mean"), 9, 10, 0, false, 0},
	{NC_("column", "Distribution"), 9, 10, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column publish[] = {
	{NC_("column", "What will be public"), 20, 200, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

const struct ibp_monitor_room_kind ibp_monitor_room_kinds[IBP_MONITOR_ROOMS] = {
	[IBP_MONITOR_EDITIONS] = {N_("Editions"), editions},
	[IBP_MONITOR_BOARDS] = {N_("Boards"), boards},
	[IBP_MONITOR_PREVIEW] = {N_("Preview"), preview},
	[IBP_MONITOR_PUBLISH] = {N_("Publish"), publish},
	[IBP_MONITOR_GROUPS] = {N_("Groups of a cell"), groups},
};
