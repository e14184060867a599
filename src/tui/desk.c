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
	struct ibp_scan_state state = {0};
	enum ibp_status status = calls->load(calls->context, &state, err);

	if (status)
		return status;
	ibp_assessment_free(desk->now);
	desk->now = state.assessment;
	desk->framework = state.framework;
	desk->checks_off = state.checks_off;
	desk->work.has_file = true;
	return IBP_OK;
}

void ibp_desk_release(struct ibp_desk *desk)
{
	ibp_assessment_free(desk->now);
	ibp_marks_release(&desk->marks);
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

void ibp_desk_read_settings(struct ibp_app *app)
{
	char *step_on = ibp_app_find_draft(app, STEP_ON);

	ibp_desk_of(app)->step_on = step_on != NULL;
	free(step_on);
}

/* ---- What working in the file asks of this tool ---- */

void ibp_desk_start_anew(struct ibp_app *app)
{
	struct ibp_desk *desk = ibp_desk_of(app);

	ibp_marks_resize(&desk->marks, desk->framework->norm_count);
	ibp_marks_clear(&desk->marks);
	while (app->depth)
		ibp_app_back(app);
	ibp_desk_open_dashboard(app);
}

static enum ibp_status load(struct ibp_app *app, struct ibp_error *err)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	long before = desk->now->id;
	enum ibp_status status = ibp_desk_load(desk, err);

	/* Undo took the one at work away. */
	if (!status && desk->now->id != before)
		ibp_desk_start_anew(app);
	return status;
}

static void add_change(struct ibp_app *app, struct ibp_changes *changes,
		       enum ibp_subject subject, const char *key,
		       const char *field, const char *to)
{
	ibp_desk_add_change(ibp_desk_of(app), changes, subject, key, field, to);
}

static void filled_in(struct ibp_app *app, enum ibp_subject subject)
{
	if (subject == IBP_SUBJECT_NORM)
		ibp_marks_clear(&ibp_desk_of(app)->marks);
}

static unsigned act(struct ibp_app *app, int wanted)
{
	struct ibp_desk *desk = ibp_desk_of(app);

	switch (wanted) {
	case IBP_SCAN_GAP_LIST:
		ibp_desk_open_norms(app, IBP_SCOPE_GAPS, 0);
		return IBP_REACT_PAINT;
	case IBP_SCAN_ALL_NORMS:
		ibp_desk_open_norms(app, IBP_SCOPE_ALL, 0);
		return IBP_REACT_PAINT;
	case IBP_SCAN_ASSESSMENT_LIST:
		ibp_desk_open_assessments(app);
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

const struct ibp_work_kind ibp_desk_work = {
	.load = load,
	.add_change = add_change,
	.offer = ibp_desk_offer,
	.filled_in = filled_in,
	.act = act,
};
