/* The help of a screen, and the palette: both read the table of actions. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "tui/app.h"
#include "tui/key.h"
#include "tui/page.h"

struct help {
	struct ibp_page page;
};

static const int footer[] = {IBP_ACT_PAGE_DOWN, IBP_ACT_BACK, 0};

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	(void)app;
	(void)state;
	ibp_buf_add(title, _("Help"));
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct help *help = state;

	(void)app;
	ibp_page_paint(&help->page, cells, top, height);
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct help *help = state;

	(void)key;
	if (wanted == IBP_ACT_HELP) {
		ibp_app_back(app);
		return IBP_REACT_PAINT;
	}
	return ibp_page_act(&help->page, wanted) ? IBP_REACT_PAINT :
						   IBP_REACT_PASS;
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct help *help = state;

	(void)app;
	return ibp_page_click(&help->page, event->row) ? IBP_REACT_PAINT :
							 IBP_REACT_NONE;
}

static void free_help(void *state)
{
	struct help *help = state;

	ibp_page_release(&help->page);
	free(help);
}

static const struct ibp_view_kind help_kind = {
	.screen = IBP_SCREEN_HELP,
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.free = free_help,
};

/* Where the sentences start: behind the longest list of keys, in reason. */
#define KEYS_WIDTH 22

static void add_action(struct ibp_page *page, const struct ibp_action *action)
{
	struct ibp_buf keys = {0};
	const char *help = action->help ? action->help : action->label;

	ibp_key_add_names(&keys, action->keys, 8);
	ibp_page_add(page, ibp_buf_text(&keys), _(help), action->act)->indent =
		KEYS_WIDTH;
	ibp_buf_release(&keys);
}

static void add_group(struct ibp_app *app, struct ibp_page *page,
		      const struct ibp_act_group *group, unsigned screen)
{
	const struct ibp_app_setup *setup = &app->setup;
	const struct ibp_action *action = NULL;
	bool first = true;

	while ((action = ibp_acts_next(setup->actions, setup->groups, group,
				       action))) {
		if (!action->keys || !(action->screens & screen))
			continue;
		if (first)
			ibp_page_add_heading(page, _(group->title));
		first = false;
		add_action(page, action);
	}
}

void ibp_help_open(struct ibp_app *app)
{
	const struct ibp_view_kind *kind = ibp_app_top(app)->kind;
	struct help *help = ibp_alloc(sizeof(*help));

	if (kind->about)
		ibp_page_add(&help->page, NULL, _(kind->about), 0);
	if (kind->more)
		ibp_page_add(&help->page, NULL, _(kind->more), 0);
	for (const struct ibp_act_group *group = app->setup.groups;
	     group->title; group++)
		add_group(app, &help->page, group, kind->screen);
	ibp_app_open(app, &help_kind, help);
}

/* ---- The palette ---- */

/* What a command of the shell says here: how to give it there. */
static void say_command(struct ibp_app *app, const struct ibp_action *action)
{
	ibp_app_say(app, _("Give this command outside this screen: %s %s %s"),
		    app->setup.name, action->name,
		    action->arguments ? action->arguments : "");
}

static enum ibp_status picked(struct ibp_app *app, void *context,
			      const char *answer, struct ibp_error *err)
{
	const struct ibp_action *action = app->setup.actions;

	(void)context;
	(void)err;
	while (action->name && !ibp_text_equal(action->name, answer))
		action++;
	if (!action->name)
		return IBP_OK;
	if (action->act)
		app->pending = action->act;
	else
		say_command(app, action);
	return IBP_OK;
}

static void add_option(struct ibp_app *app, struct ibp_dialog *dialog,
		       const struct ibp_action *action)
{
	const char *label = action->label ? action->label : action->help;
	struct ibp_buf hint = {0};

	ibp_key_add_names(&hint, action->keys, 2);
	if (!action->act)
		ibp_buf_addf(&hint, "%s %s", app->setup.name, action->name);
	ibp_dialog_add(dialog, _(label), action->name, ibp_buf_text(&hint),
		       action->name);
	ibp_buf_release(&hint);
}

static void add_options(struct ibp_app *app, struct ibp_dialog *dialog,
			const struct ibp_act_group *group)
{
	const struct ibp_app_setup *setup = &app->setup;
	unsigned screen = ibp_app_top(app)->kind->screen;
	const struct ibp_action *action = NULL;

	while ((action = ibp_acts_next(setup->actions, setup->groups, group,
				       action)))
		if (action->screens & screen)
			add_option(app, dialog, action);
}

/* What this screen can do, and after it what a command in the shell can. */
void ibp_palette_open(struct ibp_app *app)
{
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_PICK, _("All that can be done here"),
			       NULL, NULL, IBP_TEXT_NAME_MAX);
	const struct ibp_act_group *group = app->setup.groups;
	const struct ibp_action *action = app->setup.actions;

	for (; group->title; group++)
		add_options(app, dialog, group);
	for (; action->name; action++)
		if (!action->act)
			add_option(app, dialog, action);
	ibp_app_ask(app, dialog, picked, NULL);
}
