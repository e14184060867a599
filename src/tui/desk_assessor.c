/* Four eyes: the score of a second assessor, and the one both settle on. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "tui/desk.h"

/* Who gives a score beside the first assessor. */
static const struct {
	const char *score;  /* field */
	const char *reason; /* field */
	const char *label;  /* msgid */
} assessors[] = {
	{"score:2", "reason:2", N_("Score of a second assessor")},
	{"score:settled", "reason:settled", N_("Score you settle on")},
};

#define ASSESSORS (sizeof(assessors) / sizeof(*assessors))

/* What was answered so far. */
struct given {
	size_t index; /* of the norm */
	size_t who;
	const char *score; /* canonical and constant; NULL: none */
};

static const char *value_of(struct ibp_app *app, size_t index,
			    const char *field)
{
	return ibp_answer_value(ibp_desk_answer(ibp_desk_of(app), index),
				field);
}

static struct given *copy_of(const struct given *given)
{
	struct given *copy = ibp_alloc(sizeof(*copy));

	*copy = *given;
	return copy;
}

/* Its title: "GO.02: Score you settle on". */
static struct ibp_dialog *new_dialog(struct ibp_app *app,
				     enum ibp_dialog_kind kind, size_t index,
				     const char *what, const char *text,
				     const char *value)
{
	struct ibp_buf title = {0};
	struct ibp_dialog *dialog;

	ibp_desk_add_code(ibp_desk_norm(ibp_desk_of(app), index), &title);
	ibp_buf_addf(&title, ": %s", what);
	dialog = ibp_dialog_new(kind, ibp_buf_text(&title), text, value,
				IBP_TEXT_LINE_MAX);
	ibp_buf_release(&title);
	return dialog;
}

/* Score and reason in one step; without a score there is no reason. */
static enum ibp_status save(struct ibp_app *app, const struct given *given,
			    const char *reason, struct ibp_error *err)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const char *code = ibp_desk_norm(desk, given->index)->code;
	struct ibp_changes changes = {0};
	enum ibp_status status;

	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_NORM, code,
			    assessors[given->who].score, given->score);
	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_NORM, code,
			    assessors[given->who].reason, reason);
	status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status reason_given(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct given *given = context;
	const struct ibp_field *field =
		ibp_field_find(ibp_norm_fields, assessors[given->who].reason);
	char *reason = NULL;
	enum ibp_status status =
		ibp_field_parse(field, answer, NULL, &reason, err);

	if (!status && !reason && ibp_text_equal(given->score, "na"))
		status = ibp_error_set(err, IBP_USAGE, "%s",
				       _("\"Not applicable\" needs a reason: "
					 "say why this norm does not hold for "
					 "your board."));
	if (!status)
		status = save(app, given, reason, err);
	free(reason);
	return status;
}

static enum ibp_status score_given(struct ibp_app *app, void *context,
				   const char *answer, struct ibp_error *err)
{
	struct given given = *(const struct given *)context;

	given.score = *answer ? ibp_score_text(ibp_score_value(answer)) : NULL;
	if (!given.score)
		return save(app, &given, NULL, err);
	ibp_app_ask(app,
		    new_dialog(app, IBP_DIALOG_LINE, given.index,
			       _(assessors[given.who].label),
			       _("Why this score?"),
			       value_of(app, given.index,
					assessors[given.who].reason)),
		    reason_given, copy_of(&given));
	return IBP_OK;
}

static void add_scores(const struct ibp_desk *desk, struct ibp_dialog *dialog)
{
	struct ibp_buf label = {0};

	for (int level = 1; level <= IBP_LEVELS; level++) {
		ibp_buf_cut(&label, 0);
		ibp_desk_add_score(desk, level, &label);
		ibp_dialog_add(dialog, ibp_buf_text(&label),
			       ibp_score_text(level), NULL, NULL);
	}
	ibp_buf_cut(&label, 0);
	ibp_buf_addf(&label, "- %s", C_("score", "not applicable"));
	ibp_dialog_add(dialog, ibp_buf_text(&label), "na", NULL, NULL);
	ibp_dialog_add(dialog, _("0 no score"), "", NULL, NULL);
	ibp_buf_release(&label);
}

static enum ibp_status assessor_chosen(struct ibp_app *app, void *context,
				       const char *answer,
				       struct ibp_error *err)
{
	struct given given = *(const struct given *)context;
	struct ibp_dialog *dialog;
	const char *now;

	(void)err;
	while (given.who + 1 < ASSESSORS &&
	       strcmp(assessors[given.who].score, answer) != 0)
		given.who++;
	now = value_of(app, given.index, assessors[given.who].score);
	dialog = new_dialog(app, IBP_DIALOG_CHOICE, given.index,
			    _(assessors[given.who].label), NULL, NULL);
	add_scores(ibp_desk_of(app), dialog);
	ibp_dialog_choose(dialog, now ? now : "");
	ibp_app_ask(app, dialog, score_given, copy_of(&given));
	return IBP_OK;
}

unsigned ibp_desk_four_eyes(struct ibp_app *app, size_t index)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct given given = {.index = index};
	struct ibp_buf label = {0};
	struct ibp_dialog *dialog =
		new_dialog(app, IBP_DIALOG_CHOICE, index, _("Four eyes"),
			   _("A colleague gives a second score. Where you "
			     "agree, the settled score is what counts."),
			   NULL);

	for (size_t i = 0; i < ASSESSORS; i++) {
		ibp_buf_cut(&label, 0);
		ibp_buf_addf(&label, "%zu %s: ", i + 1, _(assessors[i].label));
		ibp_desk_add_score(desk,
				   ibp_score_value(value_of(
					   app, index, assessors[i].score)),
				   &label);
		ibp_dialog_add(dialog, ibp_buf_text(&label), assessors[i].score,
			       NULL, NULL);
	}
	ibp_app_ask(app, dialog, assessor_chosen, copy_of(&given));
	ibp_buf_release(&label);
	return IBP_REACT_PAINT;
}
