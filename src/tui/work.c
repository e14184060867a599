#include "tui/work.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"

static enum ibp_status refuse(const struct ibp_work *work,
			      struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA, "%s",
			     work->notice ?
				     work->notice :
				     _("The data file is open for reading "
				       "only. Nothing was changed."));
}

bool ibp_work_can_write(struct ibp_app *app)
{
	const struct ibp_work *work = app->setup.work;
	struct ibp_error err = {0};

	if (work->writable)
		return true;
	refuse(work, &err);
	ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
	return false;
}

/* The values are read anew and every view told. */
static enum ibp_status follow(struct ibp_app *app, struct ibp_error *err)
{
	enum ibp_status status = app->setup.work->kind->load(app, err);

	if (!status)
		ibp_app_follow(app);
	return status;
}

static void say_changes(struct ibp_app *app, const struct ibp_changes *changes,
			const char *what)
{
	struct ibp_buf text = {0};

	ibp_changes_describe(changes->items, changes->count, &text);
	ibp_buf_cut(&app->message, 0);
	if (what)
		ibp_buf_addf(&app->message, "%s: ", what);
	ibp_buf_add(&app->message, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

/* What a filter was before is not known here. */
static bool is_no_change(const struct ibp_changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].subject == IBP_SUBJECT_FILTER ||
		    !ibp_text_equal(changes->items[i].from,
				    changes->items[i].to))
			return false;
	return true;
}

void ibp_work_add_change(struct ibp_app *app, struct ibp_changes *changes,
			 enum ibp_subject subject, const char *key,
			 const char *field, const char *to)
{
	app->setup.work->kind->add_change(app, changes, subject, key, field,
					  to);
}

enum ibp_status ibp_work_change(struct ibp_app *app,
				struct ibp_changes *changes,
				struct ibp_error *err)
{
	const struct ibp_work *work = app->setup.work;
	enum ibp_status status;

	if (!work->writable)
		return refuse(work, err);
	if (is_no_change(changes)) {
		ibp_app_say(app, "%s", _("Nothing was changed."));
		return IBP_OK;
	}
	status = work->calls->apply(work->calls->context, changes->items,
				    changes->count, err);
	if (!status && work->calls->name)
		status = work->calls->name(work->calls->context, changes, err);
	if (!status)
		status = follow(app, err);
	if (!status)
		say_changes(app, changes, NULL);
	return status;
}

unsigned ibp_work_change_or_say(struct ibp_app *app,
				struct ibp_changes *changes)
{
	struct ibp_error err = {0};

	if (ibp_work_change(app, changes, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

static unsigned step(struct ibp_app *app, bool redo)
{
	const struct ibp_file_calls *calls = app->setup.work->calls;
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_status status;

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	status = redo ? calls->redo(calls->context, &changes, &err) :
			calls->undo(calls->context, &changes, &err);
	if (!status && changes.count)
		status = follow(app, &err);
	if (status)
		ibp_app_say(app, "%s", ibp_error_text(&err));
	else if (changes.count)
		say_changes(app, &changes,
			    redo ? _("Done again") : _("Undone"));
	else
		ibp_app_say(app, "%s",
			    redo ? _("There is nothing to do again.") :
				   _("There is nothing to undo."));
	ibp_changes_release(&changes);
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

unsigned ibp_work_act(struct ibp_app *app, int act)
{
	switch (act) {
	case IBP_ACT_UNDO:
		return step(app, false);
	case IBP_ACT_REDO:
		return step(app, true);
	case IBP_ACT_LOG:
		ibp_log_open(app, NULL, NULL);
		return IBP_REACT_PAINT;
	default:
		return app->setup.work->kind->act(app, act);
	}
}

enum ibp_status ibp_work_new_key(struct ibp_app *app, enum ibp_subject subject,
				 struct ibp_arena *arena, const char **key,
				 struct ibp_error *err)
{
	const struct ibp_file_calls *calls = app->setup.work->calls;
	long id = 0;
	enum ibp_status status =
		calls->new_id(calls->context, subject, &id, err);

	if (!status)
		*key = ibp_arena_printf(arena, "%ld", id);
	return status;
}

void ibp_work_keep_draft(struct ibp_work *work, const char *name,
			 const char *text)
{
	struct ibp_error err = {0};

	/* Without a place for it the text simply stays in its field. */
	if (work->writable)
		work->calls->draft_set(work->calls->context, name, text, &err);
	ibp_error_release(&err);
}

char *ibp_work_find_draft(struct ibp_work *work, const char *name)
{
	return work->has_file ?
		       work->calls->draft_get(work->calls->context, name) :
		       NULL;
}

void ibp_work_add_value(const struct ibp_field *field, const char *value,
			struct ibp_buf *text)
{
	char *shown = ibp_field_show(field, value);

	ibp_buf_add(text, shown);
	free(shown);
}
