/* The tree of FORA on the first screen: which rows it has. */
#include "tui/map_landscape.h"

#include <stdlib.h>

#include "base/i18n.h"

/* Of each tree the types that are in it; a domain holds them together. */
static const bool in_tree[IBP_MAP_TREES][IBP_FORA_TYPES] = {
	[IBP_MAP_TREE_FUNCTIONS] = {[IBP_FORA_DOMAIN] = true,
				    [IBP_FORA_MAIN_FUNCTION] = true,
				    [IBP_FORA_FUNCTION] = true,
				    [IBP_FORA_PROCESS] = true,
				    [IBP_FORA_WORK_PROCESS] = true},
	[IBP_MAP_TREE_COMPONENTS] = {[IBP_FORA_COMPONENT] = true},
	[IBP_MAP_TREE_APPLICATION_FUNCTIONS] =
		{[IBP_FORA_APPLICATION_FUNCTION] = true},
};

static const char *const labels[IBP_MAP_TREES] = {
	[IBP_MAP_TREE_FUNCTIONS] = N_("Functions"),
	[IBP_MAP_TREE_COMPONENTS] = N_("Components"),
	[IBP_MAP_TREE_APPLICATION_FUNCTIONS] = N_("Application functions"),
};

const char *ibp_map_tree_label(enum ibp_map_tree tree)
{
	return _(labels[tree]);
}

enum ibp_map_tree ibp_map_tree_of(const struct ibp_map *map, uint32_t element)
{
	enum ibp_fora_type type = map->fora->elements[element].type;

	for (size_t tree = 0; tree < IBP_MAP_TREES; tree++)
		if (in_tree[tree][type])
			return (enum ibp_map_tree)tree;
	return IBP_MAP_TREE_FUNCTIONS;
}

static bool is_in(const struct ibp_map *map,
		  const struct ibp_map_landscape *landscape, uint32_t element)
{
	return in_tree[landscape->tree][map->fora->elements[element].type];
}

size_t ibp_map_tree_depth(const struct ibp_map *map,
			  const struct ibp_map_landscape *landscape,
			  uint32_t element)
{
	size_t depth = 0;

	if (landscape->elements.filter || landscape->elements.sort)
		return 0;
	for (uint32_t at = map->fora->elements[element].parent;
	     at != IBP_FORA_NONE; at = map->fora->elements[at].parent)
		depth += is_in(map, landscape, at);
	return depth;
}

bool ibp_map_tree_has_parts(const struct ibp_map *map,
			    const struct ibp_map_landscape *landscape,
			    uint32_t element)
{
	struct ibp_fora_slice parts = ibp_fora_children(map->fora, element);

	for (size_t i = 0; i < parts.count; i++)
		if (is_in(map, landscape, parts.items[i]))
			return true;
	return false;
}

static bool is_hidden(const struct ibp_map *map,
		      const struct ibp_map_landscape *landscape,
		      uint32_t element)
{
	for (uint32_t at = map->fora->elements[element].parent;
	     at != IBP_FORA_NONE; at = map->fora->elements[at].parent)
		if (landscape->folded[at] && is_in(map, landscape, at))
			return true;
	return false;
}

/* What the publisher keeps aside shows only where something is there. */
static bool is_of_use(const struct ibp_cover *cover, uint32_t element)
{
	enum ibp_fora_status status = cover->fora->elements[element].status;

	return (status != IBP_FORA_DRAFT && status != IBP_FORA_EXPIRED) ||
	       ibp_element_served(cover, element) ||
	       ibp_element_planned(cover, element);
}

/* ---- Rows ---- */

/* Everything in this tree, in its order; returns how many. */
static size_t collect(struct ibp_map *map,
		      const struct ibp_map_landscape *landscape, size_t *all)
{
	const struct ibp_cover *cover = ibp_map_cover(map);
	size_t count = 0;

	for (size_t i = 0; i < cover->tree_count; i++)
		if (is_in(map, landscape, cover->tree[i]) &&
		    is_of_use(cover, cover->tree[i]))
			all[count++] = cover->tree[i];
	return count;
}

static size_t keep_shown(const struct ibp_map *map,
			 const struct ibp_map_landscape *landscape,
			 size_t *items, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!is_hidden(map, landscape, (uint32_t)items[i]))
			items[kept++] = items[i];
	return kept;
}

static enum ibp_status fill(struct ibp_app *app, struct ibp_rows *rows,
			    struct ibp_error *err)
{
	struct ibp_map *map = ibp_map_of(app);
	const struct ibp_map_landscape *landscape =
		(const void *)((const char *)rows -
			       offsetof(struct ibp_map_landscape, elements));
	struct ibp_arena arena = {0};
	size_t *all = ibp_arena_alloc(&arena, (map->fora->element_count + 1) *
						      sizeof(*all));
	size_t total = collect(map, landscape, all);
	size_t count = total;
	enum ibp_status status = IBP_OK;

	if (rows->filter || rows->sort)
		status = ibp_map_select_elements(ibp_map_of(app), rows->filter,
						 rows->sort, all, &count,
						 &arena, err);
	else
		count = keep_shown(map, landscape, all, count);
	if (!status)
		ibp_rows_replace(rows, &arena, all, count, total);
	else
		ibp_arena_release(&arena);
	return status;
}

const struct ibp_rows_kind ibp_map_tree_rows = {
	.fill = fill,
	IBP_MAP_ELEMENT_ROWS,
};

/* ---- Folding ---- */

void ibp_map_tree_init(const struct ibp_map *map,
		       struct ibp_map_landscape *landscape)
{
	size_t count = map->fora->element_count;

	landscape->folded = ibp_alloc((count + 1) * sizeof(bool));
	for (size_t i = 0; i < count; i++)
		landscape->folded[i] =
			map->fora->elements[i].type == IBP_FORA_FUNCTION;
}

void ibp_map_tree_choose(struct ibp_app *app,
			 struct ibp_map_landscape *landscape,
			 enum ibp_map_tree tree)
{
	landscape->tree = tree;
	landscape->elements.list = (struct ibp_list){0};
	ibp_rows_fill(app, &landscape->elements);
}

unsigned ibp_map_tree_fold(struct ibp_app *app,
			   struct ibp_map_landscape *landscape, bool folded)
{
	const struct ibp_map *map = ibp_map_of(app);
	uint32_t at = ibp_map_landscape_element(landscape);

	if (at == IBP_FORA_NONE)
		return IBP_REACT_PAINT;
	/* What has nothing to fold in goes to what it is part of. */
	if (folded && (landscape->folded[at] ||
		       !ibp_map_tree_has_parts(map, landscape, at))) {
		if (map->fora->elements[at].parent != IBP_FORA_NONE)
			ibp_rows_select(&landscape->elements,
					map->fora->elements[at].parent);
		return IBP_REACT_PAINT;
	}
	landscape->folded[at] = folded;
	ibp_rows_fill(app, &landscape->elements);
	return IBP_REACT_PAINT;
}

void ibp_map_tree_unfold_all(struct ibp_app *app,
			     struct ibp_map_landscape *landscape)
{
	size_t count = ibp_map_of(app)->fora->element_count;

	for (size_t i = 0; i < count; i++)
		landscape->folded[i] = false;
	ibp_rows_fill(app, &landscape->elements);
}

void ibp_map_tree_show(struct ibp_app *app, struct ibp_map_landscape *landscape,
		       uint32_t element)
{
	const struct ibp_map *map = ibp_map_of(app);
	struct ibp_error err = {0};

	landscape->tree = ibp_map_tree_of(map, element);
	landscape->elements.sort = NULL;
	for (uint32_t at = map->fora->elements[element].parent;
	     at != IBP_FORA_NONE; at = map->fora->elements[at].parent)
		landscape->folded[at] = false;
	if (ibp_rows_set_filter(app, &landscape->elements, NULL, NULL, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_rows_select(&landscape->elements, element);
	ibp_error_release(&err);
}
