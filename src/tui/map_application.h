/*
 * One application as a page: all its fields, the agreement, who uses it, its
 * places, what FORA says beside the board's own values, and its couplings.
 */
#ifndef IBP_TUI_MAP_APPLICATION_H
#define IBP_TUI_MAP_APPLICATION_H

#include "tui/map_desk.h"
#include "tui/page.h"

struct ibp_map_application_view {
	long id;
	struct ibp_page page;
};

/* What a paragraph stands for, so that Enter can act on it. */
enum ibp_map_item {
	IBP_MAP_ITEM_TEXT = 0,
	IBP_MAP_ITEM_FIELD = 1,             /* plus its row in the table */
	IBP_MAP_ITEM_AGREEMENT = 100,       /* likewise */
	IBP_MAP_ITEM_ACT = 200,             /* plus the act that Enter does */
	IBP_MAP_ITEM_ELEMENT = 10000,       /* plus its index in the model */
	IBP_MAP_ITEM_APPLICATION = 1000000, /* plus its number */
	IBP_MAP_ITEM_COUPLING = 100000000   /* plus its number */
};

/* Writes the page anew; the selection stays where it was. */
void ibp_map_application_page(struct ibp_map *map, long id,
			      struct ibp_page *page);
void ibp_map_element_page(struct ibp_map *map, uint32_t element,
			  struct ibp_page *page);

#endif
