#include "tui/map_landscape.h"

#include <stdlib.h>

#include "base/i18n.h"

static const int footer[] = {IBP_MAP_PLACE, IBP_ACT_NEXT_PART, IBP_ACT_SEARCH,
			     IBP_ACT_PALETTE, 0};

static struct ibp_rows *rows_of(void *state)
{
	struct ibp_map_landscape *landscape = state;

	return landscape->in_tree ? &landscape->elements :
				    &landscape->applications;
}

static unsigned open_selected(struct ibp_app *app,
			      const struct ibp_map_landscape *landscape)
{
	size_t application = ibp_map_landscape_application(landscape);
	uint32_t element = ibp_map_landscape_element(landscape);

	if (landscape->in_tree && element != IBP_FORA_NONE)
		ibp_map_open_element(app, element);
	if (!landscape->in_tree && application != IBP_MAP_NONE)
		ibp_map_open_application(
			app,
			ibp_map_application(ibp_map_of(app), application)->id);
	return IBP_REACT_PAINT;
}

/* The next gap in the tree, round the end. */
static unsigned next_gap(struct ibp_app *app,
			 struct ibp_map_landscape *landscape)
{
	const struct ibp_cover *cover = ibp_map_cover(ibp_map_of(app));
	const struct ibp_rows *rows = &landscape->elements;

	for (size_t i = 1; i <= rows->count; i++) {
		size_t at = (rows->list.at + i) % rows->count;

		if (ibp_element_state(cover, (uint32_t)rows->items[at]) !=
		    IBP_ELEMENT_GAP)
			continue;
		landscape->elements.list.at = at;
		landscape->in_tree = true;
		return IBP_REACT_PAINT;
	}
	ibp_app_say(app, "%s", _("There is no gap in this tree."));
	return IBP_REACT_PAINT;
}

static enum ibp_status tree_chosen(struct ibp_app *app, void *context,
				   const char *answer, struct ibp_error *err)
{
	struct ibp_map_landscape *landscape = ibp_app_top(app)->state;

	(void)context;
	(void)err;
	for (int tree = 0; tree < IBP_MAP_TREES; tree++)
		if (*answer == '0' + tree)
			ibp_map_tree_choose(app, landscape,
					    (enum ibp_map_tree)tree);
	landscape->in_tree = true;
	return IBP_OK;
}

static unsigned ask_tree(struct ibp_app *app,
			 const struct ibp_map_landscape *landscape)
{
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_CHOICE, _("What stands on the right"),
			       NULL, NULL, 0);

	for (int tree = 0; tree < IBP_MAP_TREES; tree++)
		ibp_dialog_add(
			dialog,
			ibp_arena_printf(
				&dialog->arena, "%d %s", tree + 1,
				ibp_map_tree_label((enum ibp_map_tree)tree)),
			ibp_arena_printf(&dialog->arena, "%d", tree), NULL,
			NULL);
	ibp_dialog_choose(dialog, ibp_arena_printf(&dialog->arena, "%d",
						   (int)landscape->tree));
	ibp_app_ask(app, dialog, tree_chosen, NULL);
	return IBP_REACT_PAINT;
}

static enum ibp_status kind_chosen(struct ibp_app *app, void *context,
				   const char *answer, struct ibp_error *err)
{
	(void)context;
	(void)err;
	if (*answer)
		ibp_app_act(app, IBP_MAP_PLACE_AS, *answer);
	return IBP_OK;
}

/* From the palette: which kind is still to be asked. */
static unsigned ask_kind(struct ibp_app *app)
{
	struct ibp_dialog *dialog = ibp_dialog_new(
		IBP_DIALOG_CHOICE, _("Place it as"), NULL, NULL, 0);

	for (int i = 0; ibp_placement_choices[i].word; i++)
		ibp_dialog_add(
			dialog,
			ibp_arena_printf(
				&dialog->arena, "%d %s", i + 1,
				ibp_map_kind_label((enum ibp_placement_kind)i)),
			ibp_arena_printf(&dialog->arena, "%d", i + 1), NULL,
			NULL);
	ibp_app_ask(app, dialog, kind_chosen, NULL);
	return IBP_REACT_PAINT;
}

static unsigned place(struct ibp_app *app,
		      const struct ibp_map_landscape *landscape, int wanted,
		      long key)
{
	size_t application = ibp_map_landscape_application(landscape);
	uint32_t element = ibp_map_landscape_element(landscape);

	if (wanted == IBP_MAP_PLACE)
		return ibp_map_place(app, application, element, IBP_MAP_TOGGLE,
				     IBP_PLACEMENT_MAIN);
	if (wanted == IBP_MAP_TAKE_AWAY)
		return ibp_map_place(app, application, element, IBP_MAP_CLEAR,
				     IBP_PLACEMENT_MAIN);
	return key ? ibp_map_place(app, application, element, IBP_MAP_SET,
				   (enum ibp_placement_kind)(key - '1')) :
		     ask_kind(app);
}

/* What is for the two selected ones, wherever the person is. */
static unsigned act_on_selected(struct ibp_app *app,
				struct ibp_map_landscape *landscape, int wanted,
				long key)
{
	size_t application = ibp_map_landscape_application(landscape);
	uint32_t element = ibp_map_landscape_element(landscape);
	unsigned react = IBP_REACT_PASS;

	if (wanted == IBP_MAP_PLACE || wanted == IBP_MAP_PLACE_AS ||
	    wanted == IBP_MAP_TAKE_AWAY)
		return place(app, landscape, wanted, key);
	if (wanted == IBP_MAP_OPEN_IMPACT && landscape->in_tree &&
	    element != IBP_FORA_NONE) {
		ibp_map_open_answers(app, IBP_MAP_IMPACT_ELEMENT, (long)element,
				     NULL);
		return IBP_REACT_PAINT;
	}
	if (application != IBP_MAP_NONE)
		react = ibp_map_application_act(app, application, wanted);
	if (react & IBP_REACT_PASS && element != IBP_FORA_NONE)
		react = ibp_map_element_act(app, element, wanted);
	return react;
}

/* What is folded away cannot be found. */
static unsigned search(struct ibp_app *app, struct ibp_map_landscape *landscape)
{
	if (landscape->in_tree)
		ibp_map_tree_unfold_all(app, landscape);
	return ibp_rows_ask_search(app);
}

static unsigned act_here(struct ibp_app *app,
			 struct ibp_map_landscape *landscape, int wanted)
{
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_selected(app, landscape);
	case IBP_ACT_NEXT_PART:
	case IBP_ACT_PREVIOUS_PART:
		landscape->in_tree = !landscape->in_tree;
		return IBP_REACT_PAINT;
	case IBP_MAP_FOLD:
		if (!landscape->in_tree)
			return IBP_REACT_PAINT;
		return ibp_map_tree_fold(app, landscape, true);
	case IBP_MAP_UNFOLD:
		if (landscape->in_tree)
			return ibp_map_tree_fold(app, landscape, false);
		landscape->in_tree = true;
		return IBP_REACT_PAINT;
	case IBP_MAP_TREE:
		return ask_tree(app, landscape);
	case IBP_MAP_NEXT_GAP:
		return next_gap(app, landscape);
	case IBP_ACT_SEARCH:
		return search(app, landscape);
	default:
		return IBP_REACT_PASS;
	}
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_map_landscape *landscape = state;
	unsigned react = act_here(app, landscape, wanted);

	if (react & IBP_REACT_PASS)
		react = ibp_rows_act(app, rows_of(landscape), wanted);
	if (react & IBP_REACT_PASS)
		react = act_on_selected(app, landscape, wanted, key);
	return react & IBP_REACT_PASS ? ibp_work_act(app, wanted) : react;
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_map_landscape *landscape = state;
	bool in_tree = event->column > landscape->split;
	struct ibp_rows *rows =
		in_tree ? &landscape->elements : &landscape->applications;

	if (!ibp_rows_click(rows, event))
		return IBP_REACT_NONE;
	landscape->in_tree = in_tree;
	return event->twice ? open_selected(app, landscape) : IBP_REACT_PAINT;
}

static void follow(struct ibp_app *app, void *state)
{
	struct ibp_map_landscape *landscape = state;

	ibp_map_follow_rows(app, &landscape->applications, &landscape->seen);
}

static void free_landscape(void *state)
{
	struct ibp_map_landscape *landscape = state;

	ibp_rows_release(&landscape->applications);
	ibp_rows_release(&landscape->elements);
	free(landscape->folded);
	free(landscape);
}

static const struct ibp_view_kind landscape_kind = {
	.screen = IBP_MAP_LANDSCAPE,
	.about = N_("Your applications on the left, the functions of FORA on "
		    "the right. Space places the selected application on the "
		    "selected element, or takes it away again; 1, 2 and 3 "
		    "place it as main, partial or planned. It does not matter "
		    "on which side you are. Tab goes to the other side."),
	.more = N_("Behind an application stands how it is placed on the "
		   "selected element, and behind an element how the selected "
		   "application is placed there; \"via\" means that another "
		   "place brings it there. Before an element stands who "
		   "serves it: 1 to 9 applications, + for more, p planned, ? "
		   "a gap, x not for us, . where no system is expected. A + "
		   "behind an element has parts to unfold."),
	.footer = footer,
	.add_title = ibp_map_landscape_title,
	.paint = ibp_map_landscape_paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.follow = follow,
	.free = free_landscape,
};

/* The first domain is no place: the selection starts on the next row. */
void ibp_map_open_landscape(struct ibp_app *app)
{
	struct ibp_map *map = ibp_map_of(app);
	struct ibp_map_landscape *landscape = ibp_alloc(sizeof(*landscape));

	landscape->applications.kind = &ibp_map_application_rows;
	landscape->elements.kind = &ibp_map_tree_rows;
	landscape->seen = map->renumbered;
	ibp_map_tree_init(map, landscape);
	ibp_rows_fill(app, &landscape->applications);
	ibp_rows_fill(app, &landscape->elements);
	ibp_list_move(&landscape->elements.list, landscape->elements.count, 1);
	ibp_app_open(app, &landscape_kind, landscape);
}

void ibp_map_go_to_landscape(struct ibp_app *app, size_t application,
			     uint32_t element)
{
	struct ibp_map_landscape *landscape;

	while (app->depth > 1)
		ibp_app_back(app);
	landscape = ibp_app_top(app)->state;
	landscape->in_tree = element != IBP_FORA_NONE;
	if (application != IBP_MAP_NONE)
		ibp_rows_select(&landscape->applications, application);
	if (element != IBP_FORA_NONE)
		ibp_map_tree_show(app, landscape, element);
}
