#include "tui/desk.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/content.h"

/* Where the one setting is kept: beside what is being typed. */
#define STEP_ON "setting/step-on"

struct ibp_desk *ibp_desk_of(struct ibp_app *app)
{
	return app->setup.tool;
}

enum ibp_status ibp_desk_load(struct ibp_desk *desk, struct ibp_error *err)
{
	const struct ibp_scan_calls *calls = desk->setup->calls;
	struct ibp_assessment *now = NULL;
	enum ibp_status status = calls->load(calls->context, &now, err);

	if (status)
		return status;
	ibp_assessment_free(desk->now);
	desk->now = now;
	return IBP_OK;
}

void ibp_desk_release(struct ibp_desk *desk)
{
	ibp_assessment_free(desk->now);
	free(desk->marks);
	*desk = (struct ibp_desk){0};
}

const struct ibp_norm *ibp_desk_norm(const struct ibp_desk *desk, size_t index)
{
	return &desk->framework->norms[index];
}

const struct ibp_answer *ibp_desk_answer(const struct ibp_desk *desk,
					 size_t index)
{
	return &desk->now->answers[index];
}

int ibp_desk_target(const struct ibp_desk *desk, size_t index)
{
	return ibp_assessment_target(desk->framework, desk->now, index);
}

bool ibp_desk_is_late(const struct ibp_desk *desk, size_t index)
{
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);

	return answer->due && strcmp(answer->due, desk->setup->today) < 0 &&
	       !ibp_text_equal(answer->status, "done");
}

void ibp_desk_add_score(const struct ibp_desk *desk, int score,
			struct ibp_buf *text)
{
	if (score == IBP_SCORE_NA)
		ibp_buf_add(text, C_("score", "not applicable"));
	else if (score == IBP_SCORE_OPEN)
		ibp_buf_add(text, C_("score", "open"));
	else
		ibp_buf_addf(text, "%d %s", score,
			     ibp_content_level_name(desk->framework, score));
}

unsigned ibp_desk_score_look(int score)
{
	if (score < 1)
		return IBP_LOOK_PLAIN;
	return (unsigned)score * IBP_LOOK_LEVEL;
}

void ibp_desk_add_code(const struct ibp_norm *norm, struct ibp_buf *text)
{
	ibp_buf_add(text, norm->code);
	if (norm->code_status != IBP_CODE_OFFICIAL)
		ibp_buf_add_char(text, '?');
}

void ibp_desk_add_title(const struct ibp_norm *norm, struct ibp_buf *text)
{
	if (norm->title_status == IBP_TITLE_WORKING)
		ibp_buf_add(text, "~ ");
	ibp_buf_add(text, ibp_content_title(norm));
}

void ibp_desk_add_value(const struct ibp_field *field, const char *value,
			struct ibp_buf *text)
{
	char *shown = ibp_field_show(field, value);

	ibp_buf_add(text, shown);
	free(shown);
}

void ibp_desk_clear_marks(struct ibp_desk *desk)
{
	memset(desk->marks, 0, desk->framework->norm_count);
	desk->mark_count = 0;
}

void ibp_desk_read_settings(struct ibp_app *app)
{
	char *step_on = ibp_app_find_draft(app, STEP_ON);

	ibp_desk_of(app)->step_on = step_on != NULL;
	free(step_on);
}

/* ---- Changes ---- */

static enum ibp_status refuse(const struct ibp_desk *desk,
			      struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA, "%s",
			     desk->setup->notice ?
				     desk->setup->notice :
				     _("The data file is open for reading "
				       "only. Nothing was changed."));
}

bool ibp_desk_can_write(struct ibp_app *app)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_error err = {0};

	if (desk->writable)
		return true;
	refuse(desk, &err);
	ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
	return false;
}

/* The values are read anew and every view told. */
static enum ibp_status follow(struct ibp_app *app, struct ibp_error *err)
{
	enum ibp_status status = ibp_desk_load(ibp_desk_of(app), err);

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

enum ibp_status ibp_desk_change(struct ibp_app *app,
				const struct ibp_changes *changes,
				struct ibp_error *err)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_scan_calls *calls = desk->setup->calls;
	enum ibp_status status;

	if (!desk->writable)
		return refuse(desk, err);
	if (is_no_change(changes)) {
		ibp_app_say(app, "%s", _("Nothing was changed."));
		return IBP_OK;
	}
	status = calls->apply(calls->context, changes->items, changes->count,
			      err);
	if (!status)
		status = follow(app, err);
	if (!status)
		say_changes(app, changes, NULL);
	return status;
}

unsigned ibp_desk_change_or_say(struct ibp_app *app,
				const struct ibp_changes *changes)
{
	struct ibp_error err = {0};

	if (ibp_desk_change(app, changes, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

unsigned ibp_desk_undo(struct ibp_app *app, bool redo)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_scan_calls *calls = desk->setup->calls;
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_status status;

	if (!ibp_desk_can_write(app))
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

unsigned ibp_desk_common_act(struct ibp_app *app, int act)
{
	struct ibp_desk *desk = ibp_desk_of(app);

	switch (act) {
	case IBP_SCAN_UNDO:
		return ibp_desk_undo(app, false);
	case IBP_SCAN_REDO:
		return ibp_desk_undo(app, true);
	case IBP_SCAN_GAP_LIST:
		ibp_desk_open_norms(app, IBP_SCOPE_GAPS, 0);
		return IBP_REACT_PAINT;
	case IBP_SCAN_ALL_NORMS:
		ibp_desk_open_norms(app, IBP_SCOPE_ALL, 0);
		return IBP_REACT_PAINT;
	case IBP_SCAN_STEP_ON:
		desk->step_on = !desk->step_on;
		ibp_app_keep_draft(app, STEP_ON, desk->step_on ? "yes" : NULL);
		ibp_app_say(app, "%s",
			    desk->step_on ?
				    _("After a score the next norm follows.") :
				    _("After a score you stay where you "
				      "are."));
		return IBP_REACT_PAINT;
	default:
		return IBP_REACT_PASS;
	}
}
