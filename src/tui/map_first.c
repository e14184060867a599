/* The first screen of fora-map: there is no data file yet. */
#include "base/i18n.h"
#include "tui/first.h"
#include "tui/map_desk.h"

static void add_welcome(struct ibp_app *app, struct ibp_buf *text)
{
	ibp_buf_addf(text,
		     _("Here you keep which applications your school board has "
		       "and what they serve in FORA, edition %s."),
		     ibp_map_of(app)->fora->version);
}

static const char *file(struct ibp_app *app)
{
	return ibp_map_of(app)->setup->file;
}

/* The landscape takes the place of this screen. */
static enum ibp_status begin(struct ibp_app *app,
			     const struct ibp_changes *facts,
			     struct ibp_error *err)
{
	struct ibp_map *map = ibp_map_of(app);
	const struct ibp_map_calls *calls = map->setup->calls;
	enum ibp_status status;

	status = calls->create(calls->context, facts->items, facts->count,
			       &map->board, err);
	if (!status)
		status = ibp_map_load(map, err);
	if (status)
		return status;
	map->work.writable = true;
	ibp_app_back(app);
	ibp_map_open_landscape(app);
	ibp_app_say(app, "%s",
		    _("The data file is made. Press a to add your first "
		      "application, or ? for help."));
	return IBP_OK;
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	(void)app;
	(void)state;
	ibp_buf_add(title, _("fora-map: a new data file"));
}

static const struct ibp_view_kind first_view = {
	.screen = IBP_MAP_FIRST,
	.about = N_("There is no data file yet. Fill in the name of your "
		    "board, and what else you want to, and make the file."),
	.footer = ibp_first_footer,
	.add_title = add_title,
	.paint = ibp_first_paint,
	.act = ibp_first_act,
	.click = ibp_first_click,
	.free = ibp_first_free,
};

static const struct ibp_first_kind first = {
	.view = &first_view,
	.add_welcome = add_welcome,
	.demo = N_("Rather look around first? Stop with q and give the "
		   "command: fora-map demo"),
	.file = file,
	.begin = begin,
};

void ibp_map_open_first(struct ibp_app *app)
{
	ibp_first_open(app, &first);
}
