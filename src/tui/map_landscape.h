/*
 * The first screen of fora-map: the applications on the left, a tree of FORA
 * on the right, and what is placed where between the two selected ones.
 */
#ifndef IBP_TUI_MAP_LANDSCAPE_H
#define IBP_TUI_MAP_LANDSCAPE_H

#include "tui/map_desk.h"

/* Which elements are in the tree, under their domains. */
enum ibp_map_tree {
	IBP_MAP_TREE_FUNCTIONS, /* and processes */
	IBP_MAP_TREE_COMPONENTS,
	IBP_MAP_TREE_APPLICATION_FUNCTIONS,
	IBP_MAP_TREES
};

struct ibp_map_landscape {
	struct ibp_rows applications;
	struct ibp_rows elements;
	enum ibp_map_tree tree;
	bool *folded; /* per element */
	bool in_tree; /* where the person is */
	unsigned long seen;
	size_t split; /* columns of the left side, at the last painting */
};

/* ---- map_tree.c ---- */

extern const struct ibp_rows_kind ibp_map_tree_rows;

/* Functions are folded: their processes come when asked for. */
void ibp_map_tree_init(const struct ibp_map *map,
		       struct ibp_map_landscape *landscape);

/* Shows TREE from now on. */
void ibp_map_tree_choose(struct ibp_app *app,
			 struct ibp_map_landscape *landscape,
			 enum ibp_map_tree tree);

/* Which tree ELEMENT is in. */
enum ibp_map_tree ibp_map_tree_of(const struct ibp_map *map, uint32_t element);
const char *ibp_map_tree_label(enum ibp_map_tree tree);

/* Wholes above it in this tree; whether it has parts in it. */
size_t ibp_map_tree_depth(const struct ibp_map *map,
			  const struct ibp_map_landscape *landscape,
			  uint32_t element);
bool ibp_map_tree_has_parts(const struct ibp_map *map,
			    const struct ibp_map_landscape *landscape,
			    uint32_t element);

/* What the keys for it do with the selected row. */
unsigned ibp_map_tree_fold(struct ibp_app *app,
			   struct ibp_map_landscape *landscape, bool folded);
void ibp_map_tree_unfold_all(struct ibp_app *app,
			     struct ibp_map_landscape *landscape);

/* Selects ELEMENT, whatever was folded or filtered. */
void ibp_map_tree_show(struct ibp_app *app, struct ibp_map_landscape *landscape,
		       uint32_t element);

/* ---- map_landscape_paint.c ---- */

void ibp_map_landscape_paint(struct ibp_app *app, void *state,
			     struct ibp_cells *cells, size_t top,
			     size_t height);
void ibp_map_landscape_title(struct ibp_app *app, void *state,
			     struct ibp_buf *title);

/* What is selected; IBP_MAP_NONE, IBP_FORA_NONE: nothing is. */
size_t ibp_map_landscape_application(const struct ibp_map_landscape *landscape);
uint32_t ibp_map_landscape_element(const struct ibp_map_landscape *landscape);

#endif
