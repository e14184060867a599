/* One coupling as a form. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/form.h"
#include "tui/map_desk.h"

static const int footer[] = {IBP_ACT_OPEN, IBP_MAP_REMOVE, IBP_ACT_UNDO,
			     IBP_ACT_BACK, 0};

static const char *value(struct ibp_app *app, long id, const char *field)
{
	const struct ibp_coupling *c =
		ibp_map_find_coupling(ibp_map_of(app), id);

	return c ? ibp_map_coupling_value(c, field) : NULL;
}

static void add_name(struct ibp_app *app, long id, struct ibp_buf *text)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct ibp_coupling *c = ibp_map_find_coupling(map, id);

	if (c)
		ibp_buf_addf(text, "%s - %s",
			     ibp_map_application(map, c->from_at)->name,
			     ibp_map_application(map, c->to_at)->name);
}

static void remove_it(struct ibp_app *app, long id)
{
	const struct ibp_coupling *c =
		ibp_map_find_coupling(ibp_map_of(app), id);
	struct ibp_changes changes = {0};

	ibp_changes_add(&changes, IBP_SUBJECT_COUPLING, 0,
			ibp_arena_printf(&changes.arena, "%ld", id), "from",
			ibp_arena_printf(&changes.arena, "%ld", c->from), NULL);
	ibp_work_change_or_say(app, &changes);
	ibp_changes_release(&changes);
}

static const struct ibp_view_kind form_view = {
	.screen = IBP_MAP_COUPLING,
	.about = N_("What flows between two applications. Enter changes the "
		    "selected line; every line is kept as soon as it is "
		    "filled in."),
	.footer = footer,
	.add_title = ibp_form_add_title,
	.paint = ibp_form_paint,
	.act = ibp_form_act,
	.click = ibp_form_click,
	.free = free,
};

static const struct ibp_form_kind form = {
	.view = &form_view,
	.subject = IBP_SUBJECT_COUPLING,
	.first = 2, /* the two applications */
	.value = value,
	.add_name = add_name,
	.gone = N_("This coupling was removed. u brings it back."),
	.remove_act = IBP_MAP_REMOVE,
	.remove = remove_it,
};

void ibp_map_open_coupling(struct ibp_app *app, long id)
{
	ibp_form_open(app, &form, id, 0);
}
