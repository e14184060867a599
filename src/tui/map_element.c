/* One element of FORA: what it is, and what the board has there. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fora_texts.h"
#include "tui/map_application.h"

/* More relations of one kind than this say no more. */
#define RELATIONS_MAX 40
#define INDENT 22

struct element_view {
	uint32_t element;
	struct ibp_page page;
};

static const int footer[] = {IBP_ACT_OPEN, IBP_MAP_OPEN_PLACING,
			     IBP_MAP_EXCLUDE, IBP_ACT_BACK, 0};

/* ---- The page ---- */

struct writing {
	const struct ibp_fora *fora;
	const struct ibp_cover *cover;
	const struct ibp_map *map;
	uint32_t element;
	struct ibp_page *page;
};

static void add_line(const struct writing *w, const char *label,
		     const char *text, long id)
{
	if (!ibp_text_is_empty(text))
		ibp_page_add(w->page, label, text, id)->indent = INDENT;
}

static void add_other(const struct writing *w, const char *label,
		      uint32_t element)
{
	if (element != IBP_FORA_NONE)
		add_line(w, label, w->fora->elements[element].name,
			 IBP_MAP_ITEM_ELEMENT + (long)element);
}

static const char *answer_label(enum ibp_fora_answer answer)
{
	if (answer == IBP_FORA_UNANSWERED)
		return NULL;
	return answer == IBP_FORA_YES ? _("yes") : _("no");
}

static const char *rating_label(enum ibp_fora_rating rating)
{
	const char *word = ibp_rating_word(rating);

	return word ? ibp_field_choice_label(
			      ibp_field_find(ibp_application_fields,
					     "confidentiality"),
			      word) :
		      NULL;
}

static void add_facts(const struct writing *w)
{
	const struct ibp_fora_element *e = &w->fora->elements[w->element];
	struct ibp_buf state = {0};

	add_line(w, _("Type"), ibp_fora_type_label(e->type), IBP_MAP_ITEM_TEXT);
	add_line(w, _("What it is"), ibp_fora_description(e),
		 IBP_MAP_ITEM_TEXT);
	add_other(w, _("Domain"), e->domain);
	add_other(w, _("Part of"), e->parent);
	if (e->status == IBP_FORA_DRAFT || e->status == IBP_FORA_EXPIRED)
		add_line(w, _("Status"), ibp_fora_status_label(e->status),
			 IBP_MAP_ITEM_TEXT);
	if (ibp_spread_is_function(e->type))
		add_line(w, _("Expects a system"),
			 answer_label(e->expects_system), IBP_MAP_ITEM_TEXT);
	add_line(w, _("Personal data"), answer_label(e->personal_data),
		 IBP_MAP_ITEM_TEXT);
	add_line(w, _("Availability"), rating_label(e->availability),
		 IBP_MAP_ITEM_TEXT);
	add_line(w, _("Integrity"), rating_label(e->integrity),
		 IBP_MAP_ITEM_TEXT);
	add_line(w, _("Confidentiality"), rating_label(e->confidentiality),
		 IBP_MAP_ITEM_TEXT);
	add_line(w, _("Retention"), e->retention, IBP_MAP_ITEM_TEXT);
	if (ibp_family_of(e->type) != IBP_FAMILY_NONE)
		ibp_map_add_state(w->cover, w->element, &state);
	add_line(w, _("At your board"), ibp_buf_text(&state),
		 IBP_MAP_ITEM_TEXT);
	if (w->cover->exclusions[w->element])
		add_line(w, _("Reason"),
			 w->cover->exclusions[w->element]->reason,
			 IBP_MAP_ITEM_ACT + IBP_MAP_EXCLUDE);
	ibp_buf_release(&state);
}

/* How it comes to be there: by its own place, or by the model. */
static void add_applications(const struct writing *w)
{
	const struct ibp_landscape *now = w->map->now;
	bool any = false;

	ibp_page_add_heading(w->page, _("Applications"));
	for (size_t i = 0; i < now->application_count; i++) {
		const struct ibp_application *a = &now->applications[i];
		const struct ibp_placement *p =
			ibp_map_placement(a, w->element);
		const char *how = p ? ibp_map_kind_label(p->kind) : NULL;

		if (!how && ibp_sets_has(&w->cover->served, w->element, i))
			how = C_("place", "via");
		if (!how && ibp_sets_has(&w->cover->planned, w->element, i))
			how = C_("coverage", "planned");
		if (how)
			add_line(w, how, a->name,
				 IBP_MAP_ITEM_APPLICATION + a->id);
		any = any || how;
	}
	if (!any)
		ibp_page_add(w->page, NULL, _("None."), IBP_MAP_ITEM_TEXT);
	if (ibp_map_can_place(w->map, w->element))
		ibp_page_add(w->page, NULL,
			     _("Place an application on it, in the tree"),
			     IBP_MAP_ITEM_ACT + IBP_MAP_OPEN_PLACING);
}

static void add_parts(const struct writing *w)
{
	struct ibp_fora_slice parts = ibp_fora_children(w->fora, w->element);

	if (parts.count)
		ibp_page_add_heading(w->page, _("Parts"));
	for (size_t i = 0; i < parts.count; i++)
		add_other(w,
			  ibp_fora_type_label(
				  w->fora->elements[parts.items[i]].type),
			  parts.items[i]);
}

static void add_relations(const struct writing *w, bool outgoing)
{
	struct ibp_fora_slice found =
		outgoing ? ibp_fora_outgoing(w->fora, w->element) :
			   ibp_fora_incoming(w->fora, w->element);

	if (found.count)
		ibp_page_add_heading(w->page,
				     outgoing ? _("From it") : _("To it"));
	for (size_t i = 0; i < found.count && i < RELATIONS_MAX; i++) {
		const struct ibp_fora_relation *r =
			&w->fora->relations[found.items[i]];
		uint32_t other = outgoing ? r->target : r->source;
		struct ibp_buf text = {0};

		ibp_buf_addf(
			&text, "%s (%s)", w->fora->elements[other].name,
			ibp_fora_type_label(w->fora->elements[other].type));
		add_line(w, ibp_fora_relation_label(r->type),
			 ibp_buf_text(&text),
			 IBP_MAP_ITEM_ELEMENT + (long)other);
		ibp_buf_release(&text);
	}
}

void ibp_map_element_page(struct ibp_map *map, uint32_t element,
			  struct ibp_page *page)
{
	const struct writing w = {.fora = map->fora,
				  .cover = ibp_map_cover(map),
				  .map = map,
				  .element = element,
				  .page = page};

	ibp_page_clear(page);
	add_facts(&w);
	add_applications(&w);
	add_parts(&w);
	add_relations(&w, true);
	add_relations(&w, false);
}

/* ---- The view ---- */

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct element_view *view = state;

	ibp_buf_add(title, ibp_map_of(app)->fora->elements[view->element].name);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct element_view *view = state;

	(void)app;
	ibp_page_paint(&view->page, cells, top, height);
}

static unsigned open_item(struct ibp_app *app, const struct element_view *view)
{
	const struct ibp_page_item *item = ibp_page_selected(&view->page);
	long id = item ? item->id : IBP_MAP_ITEM_TEXT;

	if (id >= IBP_MAP_ITEM_APPLICATION)
		ibp_map_open_application(app, id - IBP_MAP_ITEM_APPLICATION);
	else if (id >= IBP_MAP_ITEM_ELEMENT)
		ibp_map_open_element(app,
				     (uint32_t)(id - IBP_MAP_ITEM_ELEMENT));
	else if (id >= IBP_MAP_ITEM_ACT)
		return ibp_app_act(app, (int)(id - IBP_MAP_ITEM_ACT), 0);
	else
		ibp_app_say(app, "%s", _("There is nothing to open here."));
	return IBP_REACT_PAINT;
}

static unsigned go_to_tree(struct ibp_app *app, uint32_t element)
{
	if (ibp_map_can_place(ibp_map_of(app), element))
		ibp_map_go_to_landscape(app, IBP_MAP_NONE, element);
	else
		ibp_app_say(app, "%s",
			    _("Nothing can be placed on an element of this "
			      "type."));
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct element_view *view = state;
	unsigned react;

	(void)key;
	if (ibp_page_act(&view->page, wanted))
		return IBP_REACT_PAINT;
	react = ibp_map_element_act(app, view->element, wanted);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_item(app, view);
	case IBP_MAP_OPEN_PLACING:
		return go_to_tree(app, view->element);
	case IBP_MAP_OPEN_IMPACT:
		ibp_map_open_answers(app, IBP_MAP_IMPACT_ELEMENT,
				     (long)view->element, NULL);
		return IBP_REACT_PAINT;
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct element_view *view = state;

	if (!ibp_page_click(&view->page, event->row))
		return IBP_REACT_NONE;
	return event->twice ? open_item(app, view) : IBP_REACT_PAINT;
}

static void follow(struct ibp_app *app, void *state)
{
	struct element_view *view = state;

	ibp_map_element_page(ibp_map_of(app), view->element, &view->page);
}

static void free_view(void *state)
{
	struct element_view *view = state;

	ibp_page_release(&view->page);
	free(view);
}

static const struct ibp_view_kind element_kind = {
	.screen = IBP_MAP_ELEMENT,
	.about = N_("One element of FORA: what it is, which of your "
		    "applications are there, and what it has to do with other "
		    "elements. Enter on a line opens it. The descriptions are "
		    "in the words of ibp-tools."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.follow = follow,
	.free = free_view,
};

void ibp_map_open_element(struct ibp_app *app, uint32_t element)
{
	struct element_view *view = ibp_alloc(sizeof(*view));

	ibp_marks_clear(&ibp_map_of(app)->elements);
	view->element = element;
	ibp_map_element_page(ibp_map_of(app), view->element, &view->page);
	ibp_app_open(app, &element_kind, view);
}
