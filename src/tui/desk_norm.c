/* Acts on norms: the one shown, or the marked ones in one step. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/desk.h"
#include "tui/edit.h"
#include "tui/key.h"

/* ---- What a change is made of ---- */

static const char *value_before(const struct ibp_desk *desk,
				enum ibp_subject subject, const char *key,
				const char *field)
{
	const struct ibp_norm *norm;

	if (subject == IBP_SUBJECT_EVIDENCE) {
		const struct ibp_evidence *one =
			ibp_desk_find_evidence(desk, strtol(key, NULL, 10));

		return one ? ibp_evidence_value(one, field) : NULL;
	}
	if (subject != IBP_SUBJECT_NORM)
		return NULL;
	norm = ibp_framework_find(desk->framework, key);
	return norm ? ibp_answer_value(
			      ibp_desk_answer(
				      desk, ibp_framework_index(desk->framework,
								norm)),
			      field) :
		      NULL;
}

void ibp_desk_add_change(const struct ibp_desk *desk,
			 struct ibp_changes *changes, enum ibp_subject subject,
			 const char *key, const char *field, const char *to)
{
	bool has_assessment =
		subject == IBP_SUBJECT_NORM || subject == IBP_SUBJECT_EVIDENCE;

	ibp_changes_add(changes, subject, has_assessment ? desk->now->id : 0,
			key, field, value_before(desk, subject, key, field),
			to);
}

const struct ibp_evidence *ibp_desk_find_evidence(const struct ibp_desk *desk,
						  long id)
{
	for (size_t i = 0; i < desk->now->evidence_count; i++)
		if (desk->now->evidence[i].id == id)
			return &desk->now->evidence[i];
	return NULL;
}

/* ---- Which norms ---- */

/* Room for every norm; the marked ones, else the one with INDEX. */
static size_t targets(const struct ibp_desk *desk, size_t index,
		      const char **keys)
{
	size_t count = desk->framework->norm_count;
	size_t *indexes = ibp_alloc(count * sizeof(*indexes));

	count = ibp_marks_or_one(&desk->marks, index, indexes);
	for (size_t i = 0; i < count; i++)
		keys[i] = ibp_desk_norm(desk, indexes[i])->code;
	free(indexes);
	return count;
}

/* "GO.02: Due date", "3 marked norms: Due date". */
static char *title_for(const struct ibp_desk *desk, size_t index,
		       const char *what)
{
	struct ibp_buf title = {0};

	if (desk->marks.count)
		ibp_buf_addf(&title,
			     ibp_ngettext("%zu marked norm", "%zu marked norms",
					  desk->marks.count),
			     desk->marks.count);
	else
		ibp_desk_add_code(ibp_desk_norm(desk, index), &title);
	ibp_buf_addf(&title, ": %s", what);
	return ibp_buf_take(&title);
}

/* ---- Scores ---- */

/* The field that counts: the settled one as soon as there is one. */
static bool is_settled(const struct ibp_answer *answer)
{
	return answer->scores[IBP_ASSESSOR_SETTLED] != IBP_SCORE_OPEN;
}

/* REASON NULL: the reason of "not applicable" goes, another one stays. */
static void add_score(const struct ibp_desk *desk, struct ibp_changes *changes,
		      const char *key, const char *score, const char *reason)
{
	size_t index = ibp_framework_index(
		desk->framework, ibp_framework_find(desk->framework, key));
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	bool settled = is_settled(answer);
	const char *reason_field = settled ? "reason:settled" : "reason";

	ibp_desk_add_change(desk, changes, IBP_SUBJECT_NORM, key,
			    settled ? "score:settled" : "score", score);
	if (reason || (answer->score == IBP_SCORE_NA && answer->reason))
		ibp_desk_add_change(desk, changes, IBP_SUBJECT_NORM, key,
				    reason_field, reason);
}

static enum ibp_status change_scores(struct ibp_app *app, size_t index,
				     const char *score, const char *reason,
				     struct ibp_error *err)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_changes changes = {0};
	struct ibp_arena arena = {0};
	const char **keys = ibp_arena_alloc(
		&arena, desk->framework->norm_count * sizeof(*keys));
	size_t count = targets(desk, index, keys);
	enum ibp_status status;

	for (size_t i = 0; i < count; i++)
		add_score(desk, &changes, keys[i], score, reason);
	status = ibp_work_change(app, &changes, err);
	if (!status)
		ibp_marks_clear(&desk->marks);
	ibp_changes_release(&changes);
	ibp_arena_release(&arena);
	return status;
}

static unsigned score(struct ibp_app *app, size_t index, const char *value)
{
	struct ibp_error err = {0};

	if (change_scores(app, index, value, NULL, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

struct one_norm {
	size_t index;
};

static void *keep_index(size_t index)
{
	struct one_norm *norm = ibp_alloc(sizeof(*norm));

	norm->index = index;
	return norm;
}

static enum ibp_status score_chosen(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct one_norm *norm = context;

	return change_scores(app, norm->index, *answer ? answer : NULL, NULL,
			     err);
}

/* From the palette: which level is still to be asked. */
static unsigned ask_score(struct ibp_app *app, size_t index)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	char *title = title_for(desk, index, _("Score"));
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_CHOICE, title, NULL, NULL, 0);
	struct ibp_buf label = {0};

	for (int level = 1; level <= IBP_LEVELS; level++) {
		ibp_buf_cut(&label, 0);
		ibp_desk_add_score(desk, level, &label);
		ibp_dialog_add(dialog, ibp_buf_text(&label),
			       ibp_score_text(level), NULL, NULL);
	}
	ibp_dialog_add(dialog, _("0 no score"), "", NULL, NULL);
	ibp_app_ask(app, dialog, score_chosen, keep_index(index));
	ibp_buf_release(&label);
	free(title);
	return IBP_REACT_PAINT;
}

static enum ibp_status reason_given(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct ibp_field *field =
		ibp_field_find(ibp_norm_fields, "reason");
	const struct one_norm *norm = context;
	char *reason = NULL;
	enum ibp_status status;

	status = ibp_field_parse(field, answer, NULL, &reason, err);
	if (!status && !reason)
		status = ibp_error_set(err, IBP_USAGE, "%s",
				       _("\"Not applicable\" needs a reason: "
					 "say why this norm does not hold for "
					 "your board."));
	if (!status)
		status = change_scores(app, norm->index, "na", reason, err);
	free(reason);
	return status;
}

static unsigned ask_reason(struct ibp_app *app, size_t index)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	char *title = title_for(desk, index, C_("score", "not applicable"));
	bool is_na = answer->score == IBP_SCORE_NA && !desk->marks.count;
	struct ibp_dialog *dialog = ibp_dialog_new(
		IBP_DIALOG_LINE, title,
		_("Why does this norm not apply? The norm stays out of the "
		  "averages and is counted apart."),
		is_na ? answer->reason : NULL, IBP_TEXT_LINE_MAX);

	dialog->draft = ibp_arena_printf(&dialog->arena, "norm/%s/reason",
					 ibp_desk_norm(desk, index)->code);
	ibp_app_ask(app, dialog, reason_given, keep_index(index));
	free(title);
	return IBP_REACT_PAINT;
}

/* ---- After a new version of the framework ---- */

/* The score still holds: the mark "look again" goes. */
static unsigned confirm(struct ibp_app *app, size_t index)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_changes changes = {0};
	struct ibp_arena arena = {0};
	const char **keys = ibp_arena_alloc(
		&arena, desk->framework->norm_count * sizeof(*keys));
	size_t count = targets(desk, index, keys);

	for (size_t i = 0; i < count; i++)
		ibp_desk_add_change(desk, &changes, IBP_SUBJECT_NORM, keys[i],
				    "look_again", NULL);
	ibp_work_change_or_say(app, &changes);
	ibp_marks_clear(&desk->marks);
	ibp_changes_release(&changes);
	ibp_arena_release(&arena);
	return IBP_REACT_PAINT;
}

/* ---- Notes ---- */

static enum ibp_status note_given(struct ibp_app *app, void *context,
				  const char *answer, struct ibp_error *err)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	const struct one_norm *norm = context;
	const char *code = ibp_desk_norm(desk, norm->index)->code;
	const struct ibp_field *field = ibp_field_find(ibp_norm_fields, "note");
	struct ibp_changes changes = {0};
	char *note = NULL;
	enum ibp_status status;

	status = ibp_field_parse(field, answer, NULL, &note, err);
	if (status)
		return status;
	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_NORM, code, "note",
			    note);
	status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
	free(note);
	return status;
}

static unsigned edit_note(struct ibp_app *app, size_t index)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_buf name = {0};
	unsigned react;
	char *title;

	if (desk->marks.count) {
		ibp_app_say(app, "%s",
			    _("A note is written for one norm at a time. Press "
			      "Esc to remove the marks."));
		return IBP_REACT_PAINT;
	}
	title = title_for(desk, index, _("Note"));
	ibp_buf_addf(&name, "norm/%s/note", ibp_desk_norm(desk, index)->code);
	react = ibp_edit_start(app, title, ibp_buf_text(&name),
			       ibp_desk_answer(desk, index)->note,
			       IBP_TEXT_NOTE_MAX, note_given,
			       keep_index(index));
	ibp_buf_release(&name);
	free(title);
	return react;
}

/* ---- Fields ---- */

static const struct {
	int act;
	const char *field;
} field_acts[] = {
	{IBP_SCAN_REASON, "reason"}, {IBP_SCAN_OWNER, "owner"},
	{IBP_SCAN_STATUS, "status"}, {IBP_SCAN_TARGET, "target"},
	{IBP_SCAN_DUE, "due"},       {IBP_SCAN_PRIORITY, "priority"},
};

static const struct ibp_field *field_for(int act)
{
	for (size_t i = 0; i < sizeof(field_acts) / sizeof(*field_acts); i++)
		if (field_acts[i].act == act)
			return ibp_field_find(ibp_norm_fields,
					      field_acts[i].field);
	return NULL;
}

static unsigned ask_field(struct ibp_app *app, size_t index,
			  const struct ibp_field *field)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_arena arena = {0};
	struct ibp_work_things things = {
		.subject = IBP_SUBJECT_NORM,
		.keys = ibp_arena_alloc(&arena, desk->framework->norm_count *
							sizeof(char *)),
	};
	char *title = title_for(desk, index, _(field->label));
	unsigned react;

	things.count = targets(desk, index, things.keys);
	react = ibp_work_ask(
		app, &things, field, title,
		desk->marks.count ?
			NULL :
			ibp_answer_value(ibp_desk_answer(desk, index),
					 field->name));
	ibp_arena_release(&arena);
	free(title);
	return react;
}

/* ---- All of them ---- */

static unsigned writing_act(struct ibp_app *app, size_t index, int act,
			    long key)
{
	const char digit[2] = {(char)key, '\0'};
	const struct ibp_field *field = field_for(act);

	switch (act) {
	case IBP_SCAN_SCORE:
		return key ? score(app, index, digit) : ask_score(app, index);
	case IBP_SCAN_SCORE_CLEAR:
		return score(app, index, NULL);
	case IBP_SCAN_SCORE_NA:
		return ask_reason(app, index);
	case IBP_SCAN_CONFIRM:
		return confirm(app, index);
	case IBP_SCAN_FOUR_EYES:
		return ibp_desk_four_eyes(app, index);
	case IBP_SCAN_NOTE:
		return edit_note(app, index);
	default:
		return field ? ask_field(app, index, field) : IBP_REACT_PASS;
	}
}

unsigned ibp_desk_norm_act(struct ibp_app *app, size_t index, int act, long key)
{
	if (act == IBP_SCAN_EVIDENCE_LIST) {
		ibp_desk_open_evidences(app, index);
		return IBP_REACT_PAINT;
	}
	if (act > IBP_SCAN_PRIORITY)
		return IBP_REACT_PASS;
	return ibp_work_can_write(app) ? writing_act(app, index, act, key) :
					 IBP_REACT_PAINT;
}
