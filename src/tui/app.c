#include "tui/app.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "tui/edit.h"
#include "tui/key.h"
#include "tui/work.h"

/* What is typed is kept in a pause, and after so many changes without one. */
#define DRAFT_CHANGES 40

void ibp_app_init(struct ibp_app *app, const struct ibp_app_setup *setup)
{
	*app = (struct ibp_app){.setup = *setup};
}

static void drop_dialog(struct ibp_app *app)
{
	ibp_dialog_free(app->dialog);
	free(app->context);
	app->dialog = NULL;
	app->answered = NULL;
	app->context = NULL;
}

void ibp_app_release(struct ibp_app *app)
{
	while (app->depth)
		ibp_app_back(app);
	drop_dialog(app);
	ibp_edit_drop(app);
	ibp_buf_release(&app->message);
	ibp_cells_release(&app->cells);
}

void ibp_app_open(struct ibp_app *app, const struct ibp_view_kind *kind,
		  void *state)
{
	/* So deep that nobody finds the way back: the oldest goes. */
	if (app->depth == IBP_VIEWS_MAX) {
		app->views[1].kind->free(app->views[1].state);
		memmove(&app->views[1], &app->views[2],
			(IBP_VIEWS_MAX - 2) * sizeof(*app->views));
		app->depth--;
	}
	app->views[app->depth++] = (struct ibp_view){kind, state};
}

void ibp_app_back(struct ibp_app *app)
{
	struct ibp_view *view = &app->views[--app->depth];

	view->kind->free(view->state);
}

struct ibp_view *ibp_app_top(struct ibp_app *app)
{
	return &app->views[app->depth - 1];
}

void ibp_app_follow(struct ibp_app *app)
{
	for (size_t i = 0; i < app->depth; i++)
		if (app->views[i].kind->follow)
			app->views[i].kind->follow(app, app->views[i].state);
}

void ibp_app_say(struct ibp_app *app, const char *format, ...)
{
	va_list args;

	ibp_buf_cut(&app->message, 0);
	va_start(args, format);
	ibp_buf_vaddf(&app->message, format, args);
	va_end(args);
}

/* ---- Drafts ---- */

void ibp_app_keep_draft(struct ibp_app *app, const char *name, const char *text)
{
	if (name && app->setup.work)
		ibp_work_keep_draft(app->setup.work, name, text);
}

static void keep_typed(struct ibp_app *app)
{
	struct ibp_dialog *dialog = app->dialog;

	if (!dialog || !dialog->draft || !dialog->unsaved)
		return;
	ibp_app_keep_draft(app, dialog->draft, ibp_dialog_typed(dialog));
	dialog->unsaved = 0;
	dialog->kept = true;
}

static void forget_typed(struct ibp_app *app, struct ibp_dialog *dialog)
{
	if (dialog->kept)
		ibp_app_keep_draft(app, dialog->draft, NULL);
}

char *ibp_app_find_draft(struct ibp_app *app, const char *name)
{
	return name && app->setup.work ?
		       ibp_work_find_draft(app->setup.work, name) :
		       NULL;
}

/* ---- Dialogs ---- */

void ibp_app_ask(struct ibp_app *app, struct ibp_dialog *dialog,
		 ibp_answered *answered, void *context)
{
	char *draft = ibp_app_find_draft(app, dialog->draft);

	drop_dialog(app);
	app->dialog = dialog;
	app->answered = answered;
	app->context = context;
	ibp_buf_cut(&app->message, 0);
	if (draft && dialog->kind == IBP_DIALOG_LINE) {
		ibp_input_set(&dialog->input, draft, dialog->input.max);
		dialog->kept = true;
		ibp_dialog_set_fault(dialog, _("You typed this earlier and "
					       "did not save it."));
	}
	free(draft);
}

/* What the answer set going: an act of the palette, the editor. */
static unsigned after_answer(struct ibp_app *app)
{
	int act = app->pending;
	unsigned react = IBP_REACT_PAINT;

	app->pending = IBP_ACT_NONE;
	if (act)
		react |= ibp_app_act(app, act, IBP_KEY_NONE);
	if (app->edit.ready)
		react |= IBP_REACT_EDIT;
	return react;
}

/* The answer goes to whoever asked; a failure keeps the dialog open. */
static unsigned answer(struct ibp_app *app)
{
	struct ibp_dialog *dialog = app->dialog;
	ibp_answered *answered = app->answered;
	void *context = app->context;
	struct ibp_error err = {0};

	app->dialog = NULL;
	app->context = NULL;
	app->answered = NULL;
	if (answered(app, context, ibp_dialog_answer(dialog), &err)) {
		app->dialog = dialog;
		app->context = context;
		app->answered = answered;
		ibp_dialog_set_fault(dialog, ibp_error_text(&err));
	} else {
		forget_typed(app, dialog);
		ibp_dialog_free(dialog);
		free(context);
	}
	ibp_error_release(&err);
	return after_answer(app);
}

static unsigned cancel(struct ibp_app *app, bool keep)
{
	struct ibp_dialog *dialog = app->dialog;

	if (keep || dialog->kind == IBP_DIALOG_NOTE) {
		keep_typed(app);
		if (dialog->kept)
			ibp_app_say(app, "%s",
				    _("Not saved. What you typed is kept and "
				      "comes back when you open this again."));
	} else {
		forget_typed(app, dialog);
	}
	drop_dialog(app);
	return IBP_REACT_PAINT;
}

static unsigned dialog_event(struct ibp_app *app, const struct ibp_event *event)
{
	if (event->kind == IBP_EVENT_KEY && event->key == IBP_KEY_CTRL('c'))
		return cancel(app, true);
	if (event->kind == IBP_EVENT_KEY && event->key == IBP_KEY_CTRL('l'))
		return IBP_REACT_PAINT | IBP_REACT_REDRAW;
	switch (ibp_dialog_event(app->dialog, event)) {
	case IBP_DIALOG_ANSWERED:
		return answer(app);
	case IBP_DIALOG_CANCELLED:
		return cancel(app, false);
	case IBP_DIALOG_FULL:
		ibp_dialog_set_fault(app->dialog,
				     _("There is no room for more text."));
		return IBP_REACT_PAINT | IBP_REACT_BELL;
	case IBP_DIALOG_CHANGED:
		if (app->dialog->unsaved >= DRAFT_CHANGES)
			keep_typed(app);
		break;
	case IBP_DIALOG_OPEN:
		break;
	}
	return IBP_REACT_PAINT;
}

/* ---- Acts ---- */

static unsigned usual_act(struct ibp_app *app, int act)
{
	switch (act) {
	case IBP_ACT_BACK:
		if (app->depth > 1)
			ibp_app_back(app);
		else
			ibp_app_say(app, "%s",
				    _("This is the first screen. Press q to "
				      "stop."));
		return IBP_REACT_PAINT;
	case IBP_ACT_QUIT:
		if (app->depth == 1)
			return IBP_REACT_QUIT;
		ibp_app_back(app);
		return IBP_REACT_PAINT;
	case IBP_ACT_HELP:
		ibp_help_open(app);
		return IBP_REACT_PAINT;
	case IBP_ACT_PALETTE:
		ibp_palette_open(app);
		return IBP_REACT_PAINT;
	case IBP_ACT_REDRAW:
		return IBP_REACT_PAINT | IBP_REACT_REDRAW;
	case IBP_ACT_SUSPEND:
		return IBP_REACT_SUSPEND;
	case IBP_ACT_INTERRUPT:
		app->interrupted = true;
		ibp_app_say(app, "%s", _("Press Ctrl-C once more to stop."));
		return IBP_REACT_PAINT;
	default:
		return IBP_REACT_PASS;
	}
}

unsigned ibp_app_act(struct ibp_app *app, int act, long key)
{
	struct ibp_view *view = ibp_app_top(app);
	unsigned react = view->kind->act(app, view->state, act, key);

	return react & IBP_REACT_PASS ? usual_act(app, act) : react;
}

static unsigned unknown_key(struct ibp_app *app, long key)
{
	struct ibp_buf name = {0};

	if (!key)
		return IBP_REACT_NONE;
	ibp_key_add(&name, key);
	ibp_app_say(app,
		    _("The key %s does nothing here. Press ? to see "
		      "which keys do."),
		    ibp_buf_text(&name));
	ibp_buf_release(&name);
	return IBP_REACT_PAINT;
}

static unsigned key_event(struct ibp_app *app, long key)
{
	const struct ibp_action *action = ibp_acts_find(
		app->setup.actions, ibp_app_top(app)->kind->screen, key);
	bool was_interrupted = app->interrupted;
	unsigned react;

	app->interrupted = false;
	ibp_buf_cut(&app->message, 0);
	if (!action)
		return unknown_key(app, key);
	if (action->act == IBP_ACT_INTERRUPT && was_interrupted) {
		app->ended = IBP_STOPPED;
		return IBP_REACT_QUIT;
	}
	react = ibp_app_act(app, action->act, key);
	return react & IBP_REACT_PASS ? unknown_key(app, key) : react;
}

static unsigned click_event(struct ibp_app *app, const struct ibp_event *event)
{
	struct ibp_view *view = ibp_app_top(app);

	if (!view->kind->click)
		return IBP_REACT_NONE;
	ibp_buf_cut(&app->message, 0);
	return view->kind->click(app, view->state, event);
}

static bool is_too_small(const struct ibp_app *app)
{
	return app->rows < IBP_ROWS_MIN || app->columns < IBP_COLUMNS_MIN;
}

/* What arrives as keys, with or without a dialog. */
static unsigned typed_event(struct ibp_app *app, const struct ibp_event *event)
{
	if (is_too_small(app))
		return IBP_REACT_NONE;
	if (app->dialog)
		return dialog_event(app, event);
	if (event->kind == IBP_EVENT_CLICK)
		return click_event(app, event);
	if (event->kind == IBP_EVENT_KEY)
		return key_event(app, event->key);
	/* Meant for another window, perhaps: it must not score norms. */
	ibp_app_say(app, "%s",
		    _("Pasted text was ignored: there is no field open."));
	return IBP_REACT_PAINT;
}

unsigned ibp_app_update(struct ibp_app *app, const struct ibp_event *event)
{
	switch (event->kind) {
	case IBP_EVENT_KEY:
	case IBP_EVENT_PASTE:
	case IBP_EVENT_CLICK:
		return typed_event(app, event);
	case IBP_EVENT_RESIZE:
		return IBP_REACT_PAINT;
	case IBP_EVENT_REDRAW:
		return IBP_REACT_PAINT | IBP_REACT_REDRAW;
	case IBP_EVENT_SUSPEND:
		return IBP_REACT_SUSPEND;
	case IBP_EVENT_IDLE:
		keep_typed(app);
		return IBP_REACT_NONE;
	case IBP_EVENT_HANGUP:
	case IBP_EVENT_END:
		break;
	}
	keep_typed(app);
	return IBP_REACT_QUIT;
}
