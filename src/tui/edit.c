#include "tui/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "tui/editor.h"

void ibp_edit_drop(struct ibp_app *app)
{
	struct ibp_edit *edit = &app->edit;

	free(edit->title);
	free(edit->name);
	free(edit->text);
	free(edit->draft);
	free(edit->context);
	*edit = (struct ibp_edit){0};
}

static void begin(struct ibp_app *app)
{
	struct ibp_edit *edit = &app->edit;
	struct ibp_dialog *dialog;
	ibp_answered *answered = edit->answered;
	void *context = edit->context;

	if (ibp_editor_name()) {
		edit->ready = true;
		return;
	}
	dialog = ibp_dialog_new(IBP_DIALOG_NOTE, edit->title, NULL, edit->text,
				edit->max);
	dialog->draft = ibp_arena_strdup(&dialog->arena, edit->name);
	dialog->kept = edit->draft != NULL;
	edit->context = NULL;
	ibp_edit_drop(app);
	ibp_app_ask(app, dialog, answered, context);
}

static enum ibp_status draft_chosen(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	struct ibp_edit *edit = &app->edit;

	(void)context;
	(void)err;
	if (!strcmp(answer, "draft")) {
		free(edit->text);
		edit->text = ibp_strdup(edit->draft);
	} else {
		ibp_app_keep_draft(app, edit->name, NULL);
		free(edit->draft);
		edit->draft = NULL;
	}
	begin(app);
	return IBP_OK;
}

unsigned ibp_edit_start(struct ibp_app *app, const char *title,
			const char *name, const char *text, size_t max,
			ibp_answered *answered, void *context)
{
	struct ibp_edit *edit = &app->edit;
	struct ibp_dialog *dialog;

	ibp_edit_drop(app);
	*edit = (struct ibp_edit){
		.title = ibp_strdup(title),
		.name = ibp_strdup(name),
		.text = ibp_strdup(text ? text : ""),
		.draft = ibp_app_find_draft(app, name),
		.max = max,
		.answered = answered,
		.context = context,
	};
	if (!edit->draft || !strcmp(edit->draft, edit->text)) {
		begin(app);
		return IBP_REACT_PAINT | (edit->ready ? IBP_REACT_EDIT : 0);
	}
	dialog = ibp_dialog_new(IBP_DIALOG_CHOICE, title,
				_("You typed something here earlier that was "
				  "not saved."),
				NULL, 0);
	ibp_dialog_add(dialog, _("1 Go on with what I typed"), "draft", NULL,
		       NULL);
	ibp_dialog_add(dialog, _("2 Throw it away and open the saved text"),
		       "saved", NULL, NULL);
	ibp_app_ask(app, dialog, draft_chosen, NULL);
	return IBP_REACT_PAINT;
}

void ibp_edit_run(struct ibp_app *app)
{
	struct ibp_edit edit = app->edit;
	struct ibp_error err = {0};
	char *edited = NULL;

	app->edit = (struct ibp_edit){0};
	if (ibp_editor_run(edit.text, &edited, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
	} else if (!edited && !edit.draft) {
		ibp_app_say(app, "%s", _("Nothing was changed."));
	} else if (edit.answered(app, edit.context, edited ? edited : edit.text,
				 &err)) {
		ibp_app_keep_draft(app, edit.name, edited ? edited : edit.text);
		ibp_app_say(app,
			    _("%s What you typed is kept and comes back when "
			      "you open this again."),
			    ibp_error_text(&err));
	} else if (edit.draft) {
		ibp_app_keep_draft(app, edit.name, NULL);
	}
	ibp_error_release(&err);
	free(edited);
	app->edit = edit;
	ibp_edit_drop(app);
}
