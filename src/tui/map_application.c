#include "tui/map_application.h"

#include <stdlib.h>

#include "base/i18n.h"

static const int footer[] = {IBP_ACT_OPEN, IBP_ACT_NEXT_PART,
			     IBP_MAP_OPEN_PLACING, IBP_ACT_BACK, 0};

static size_t index_of(struct ibp_app *app,
		       const struct ibp_map_application_view *view)
{
	return ibp_map_find(ibp_map_of(app), view->id);
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	size_t index = index_of(app, state);

	ibp_buf_add(title,
		    index == IBP_MAP_NONE ?
			    _("removed") :
			    ibp_map_application(ibp_map_of(app), index)->name);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct ibp_map_application_view *view = state;

	(void)app;
	ibp_page_paint(&view->page, cells, top, height);
}

static unsigned ask_field(struct ibp_app *app, size_t index,
			  enum ibp_subject subject, size_t field)
{
	const struct ibp_field *f = &ibp_subject_fields(subject)[field];

	/* Only the note of an application has lines. */
	if (f->kind == IBP_FIELD_NOTE)
		return ibp_app_act(app, IBP_MAP_NOTE, 0);
	return ibp_map_ask_field(app, index, subject, f);
}

/* What Enter does depends on the paragraph. */
static unsigned open_item(struct ibp_app *app,
			  const struct ibp_map_application_view *view)
{
	const struct ibp_page_item *item = ibp_page_selected(&view->page);
	size_t index = index_of(app, view);
	long id = item && index != IBP_MAP_NONE ? item->id : IBP_MAP_ITEM_TEXT;

	if (id >= IBP_MAP_ITEM_COUPLING)
		ibp_map_open_coupling(app, id - IBP_MAP_ITEM_COUPLING);
	else if (id >= IBP_MAP_ITEM_APPLICATION)
		ibp_map_open_application(app, id - IBP_MAP_ITEM_APPLICATION);
	else if (id >= IBP_MAP_ITEM_ELEMENT)
		ibp_map_open_element(app,
				     (uint32_t)(id - IBP_MAP_ITEM_ELEMENT));
	else if (id >= IBP_MAP_ITEM_ACT)
		return ibp_app_act(app, (int)(id - IBP_MAP_ITEM_ACT), 0);
	else if (id >= IBP_MAP_ITEM_AGREEMENT)
		return ask_field(app, index, IBP_SUBJECT_AGREEMENT,
				 (size_t)(id - IBP_MAP_ITEM_AGREEMENT));
	else if (id >= IBP_MAP_ITEM_FIELD)
		return ask_field(app, index, IBP_SUBJECT_APPLICATION,
				 (size_t)(id - IBP_MAP_ITEM_FIELD));
	else
		ibp_app_say(app, "%s", _("There is nothing to open here."));
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_map_application_view *view = state;
	size_t index = index_of(app, view);
	unsigned react = IBP_REACT_PASS;

	(void)key;
	if (ibp_page_act(&view->page, wanted))
		return IBP_REACT_PAINT;
	if (index != IBP_MAP_NONE)
		react = ibp_map_application_act(app, index, wanted);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_item(app, view);
	case IBP_MAP_OPEN_PLACING:
		ibp_map_go_to_landscape(app, index, IBP_FORA_NONE);
		return IBP_REACT_PAINT;
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_map_application_view *view = state;

	if (!ibp_page_click(&view->page, event->row))
		return IBP_REACT_NONE;
	return event->twice ? open_item(app, view) : IBP_REACT_PAINT;
}

static void follow(struct ibp_app *app, void *state)
{
	struct ibp_map_application_view *view = state;

	ibp_map_application_page(ibp_map_of(app), view->id, &view->page);
}

static void free_view(void *state)
{
	struct ibp_map_application_view *view = state;

	ibp_page_release(&view->page);
	free(view);
}

static const struct ibp_view_kind application_kind = {
	.screen = IBP_MAP_APPLICATION,
	.about = N_("One application: its fields, the processing agreement, "
		    "the schools that use it, its places in FORA, what FORA "
		    "says beside your own values, and its couplings. Enter on "
		    "a line changes it or opens it. Tab jumps from part to "
		    "part."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.follow = follow,
	.free = free_view,
};

void ibp_map_open_application(struct ibp_app *app, long id)
{
	struct ibp_map_application_view *view = ibp_alloc(sizeof(*view));

	/* There the keys are for the one application that is shown. */
	ibp_marks_clear(&ibp_map_of(app)->applications);
	view->id = id;
	ibp_map_application_page(ibp_map_of(app), view->id, &view->page);
	ibp_app_open(app, &application_kind, view);
}
