/* The first screen of ibp-scan: there is no data file yet. */
#include "base/i18n.h"
#include "model/content.h"
#include "tui/desk.h"
#include "tui/first.h"

static void add_welcome(struct ibp_app *app, struct ibp_buf *text)
{
	const struct ibp_framework *framework = ibp_desk_of(app)->framework;

	ibp_buf_addf(text,
		     _("Here you keep where your school board stands on the "
		       "%zu norms of the %s, edition %s."),
		     framework->norm_count,
		     ibp_content(framework->id, "title", framework->title),
		     framework->version);
}

static const char *file(struct ibp_app *app)
{
	return ibp_desk_of(app)->setup->file;
}

/* The dashboard takes the place of this screen. */
static enum ibp_status begin(struct ibp_app *app,
			     const struct ibp_changes *facts,
			     struct ibp_error *err)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_scan_calls *calls = desk->setup->calls;
	enum ibp_status status;

	status = calls->create(calls->context, facts->items, facts->count,
			       &desk->board, err);
	if (!status)
		status = ibp_desk_load(desk, err);
	if (status)
		return status;
	desk->work.writable = true;
	ibp_app_back(app);
	ibp_desk_open_dashboard(app);
	ibp_app_say(app, "%s",
		    _("The data file is made. Press x for the first norm, or "
		      "? for help."));
	return IBP_OK;
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	(void)app;
	(void)state;
	ibp_buf_add(title, _("ibp-scan: a new data file"));
}

static const struct ibp_view_kind first_view = {
	.screen = IBP_SCAN_FIRST,
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
		   "command: ibp-scan demo"),
	.file = file,
	.begin = begin,
};

void ibp_desk_open_first(struct ibp_app *app)
{
	ibp_first_open(app, &first);
}
