/* The assessments of a file: go to another, begin, lock, compare. */
#include "tui/scan_assessments.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#define DAY 10 /* characters of a time */

struct assessments {
	struct ibp_arena arena;
	struct ibp_assess_row *rows;
	size_t count;
	struct ibp_list list;
};

static const int footer[] = {IBP_ACT_OPEN,
			     IBP_SCAN_COMPARE,
			     IBP_SCAN_TREND,
			     IBP_SCAN_ASSESSMENT_NEW,
			     IBP_SCAN_ASSESSMENT_LOCK,
			     IBP_ACT_BACK,
			     0};

/* ---- The list ---- */

enum column { NAME, VERSION, MADE, SCORED, STATE };

static const struct ibp_column columns[] = {
	[NAME] = {NC_("column", "Name"), 10, 20, 0, false, 0},
	[VERSION] = {NC_("column", "Norms"), 8, 10, 2, false, 0},
	[MADE] = {NC_("column", "Made"), 10, 10, 1, false, 0},
	[SCORED] = {NC_("column", "Scored"), 6, 8, 0, true, 0},
	[STATE] = {NC_("column", "State"), 34, 60, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

struct painting {
	const struct assessments *assessments;
	const struct ibp_desk *desk;
};

static bool is_now(const struct ibp_desk *desk,
		   const struct ibp_assess_row *row)
{
	return ibp_text_equal(desk->now->name, row->name);
}

static const char *day(const char *time, char shown[IBP_TIME_SIZE])
{
	char iso[IBP_DATE_SIZE] = "";

	for (size_t i = 0; i < DAY && time && time[i]; i++)
		iso[i] = time[i];
	return ibp_date_show(iso, shown);
}

/* "open, this one", "locked 01-12-2025 by noor" */
static void add_state(const struct ibp_desk *desk,
		      const struct ibp_assess_row *row, struct ibp_buf *text)
{
	char shown[IBP_TIME_SIZE];

	if (row->locked && row->locked_by)
		ibp_buf_addf(text, _("locked %s by %s"),
			     day(row->locked, shown), row->locked_by);
	else if (row->locked)
		ibp_buf_addf(text, _("locked %s"), day(row->locked, shown));
	else
		ibp_buf_add(text, C_("assessment", "open"));
	if (is_now(desk, row))
		ibp_buf_addf(text, ", %s", _("this one"));
}

static void cell(void *context, size_t at, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *painting = context;
	const struct ibp_assess_row *row = &painting->assessments->rows[at];
	char shown[IBP_TIME_SIZE];

	*look = is_now(painting->desk, row) ? IBP_LOOK_BOLD : IBP_LOOK_PLAIN;
	switch ((enum column)column) {
	case NAME:
		ibp_buf_add(text, row->name);
		break;
	case VERSION:
		ibp_buf_add(text, row->version);
		break;
	case MADE:
		ibp_buf_add(text, day(row->created, shown));
		break;
	case SCORED:
		ibp_buf_addf(text, "%ld", row->scored);
		break;
	case STATE:
		add_state(painting->desk, row, text);
		break;
	}
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct assessments *assessments = state;

	(void)app;
	ibp_buf_addf(title, "%s [%zu]", _("Assessments"), assessments->count);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct assessments *assessments = state;
	struct painting painting = {assessments, ibp_desk_of(app)};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = assessments->count,
		.cell = cell,
		.context = &painting,
	};

	ibp_list_paint(&assessments->list, &rows, cells, top, height);
}

static const struct ibp_assess_calls *calls_of(struct ibp_app *app)
{
	return &ibp_desk_of(app)->setup->calls->assess;
}

static void follow(struct ibp_app *app, void *state)
{
	const struct ibp_assess_calls *calls = calls_of(app);
	struct assessments *assessments = state;
	struct ibp_error err = {0};

	ibp_arena_release(&assessments->arena);
	assessments->count = 0;
	if (calls->list(calls->context, &assessments->arena, &assessments->rows,
			&assessments->count, &err)) {
		assessments->count = 0;
		ibp_app_say(app, "%s", ibp_error_text(&err));
	}
	ibp_list_clamp(&assessments->list, assessments->count);
	ibp_error_release(&err);
}

/* ---- Acts ---- */

static unsigned choose(struct ibp_app *app, const struct ibp_assess_row *row)
{
	const struct ibp_assess_calls *calls = calls_of(app);
	struct ibp_desk *desk = ibp_desk_of(app);
	char *name = ibp_strdup(row->name);
	struct ibp_error err = {0};

	if (calls->choose(calls->context, name, &err) ||
	    ibp_desk_load(desk, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
	} else {
		ibp_desk_start_anew(app);
		ibp_app_say(app, _("You now work in the assessment %s."), name);
	}
	ibp_error_release(&err);
	free(name);
	return IBP_REACT_PAINT;
}

/* After something was done to an assessment: everything is looked at anew. */
static void look_again(struct ibp_app *app)
{
	struct ibp_error err = {0};

	if (ibp_desk_load(ibp_desk_of(app), &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_app_follow(app);
	ibp_error_release(&err);
}

/* CONTEXT: the name of the assessment to copy, or an empty text. */
static enum ibp_status named(struct ibp_app *app, void *context,
			     const char *answer, struct ibp_error *err)
{
	const struct ibp_assess_calls *calls = calls_of(app);
	const char *copy = context;
	char *name = NULL;
	enum ibp_status status = ibp_field_parse(ibp_assessment_fields, answer,
						 NULL, &name, err);

	if (!status)
		status = calls->make(calls->context, name, *copy ? copy : NULL,
				     err);
	if (!status) {
		look_again(app);
		ibp_app_say(app,
			    _("The assessment %s is made. Go to it and press "
			      "Enter to work in it."),
			    name);
	}
	free(name);
	return status;
}

static unsigned ask_name(struct ibp_app *app, const char *copy)
{
	struct ibp_buf title = {0};

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	if (copy)
		ibp_buf_addf(&title, _("New assessment, a copy of %s"), copy);
	else
		ibp_buf_add(&title, _("New assessment, empty"));
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, title.data,
				   _("What is it called? For instance the "
				     "year."),
				   NULL, IBP_TEXT_LINE_MAX),
		    named, ibp_strdup(copy ? copy : ""));
	ibp_buf_release(&title);
	return IBP_REACT_PAINT;
}

static enum ibp_status reason_given(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct ibp_assess_calls *calls = calls_of(app);
	enum ibp_status status;

	if (ibp_text_is_empty(answer))
		return ibp_error_set(err, IBP_USAGE,
				     _("Say why it is opened again."));
	status = calls->lock(calls->context, context, answer, err);
	if (!status) {
		look_again(app);
		ibp_app_say(app, _("The assessment %s is open again."),
			    (const char *)context);
	}
	return status;
}

static unsigned lock(struct ibp_app *app, const struct ibp_assess_row *row)
{
	const struct ibp_assess_calls *calls = calls_of(app);
	struct ibp_error err = {0};
	char *name;

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	name = ibp_strdup(row->name);
	if (row->locked) {
		ibp_app_ask(app,
			    ibp_dialog_new(IBP_DIALOG_LINE,
					   _("Open a locked assessment"),
					   _("Why is it opened again? The "
					     "reason stays in the log."),
					   NULL, IBP_TEXT_LINE_MAX),
			    reason_given, name);
		return IBP_REACT_PAINT;
	}
	if (calls->lock(calls->context, name, NULL, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
	} else {
		look_again(app);
		ibp_app_say(app,
			    _("The assessment %s is locked: nothing in it can "
			      "be changed. z opens it again, with a reason."),
			    name);
	}
	ibp_error_release(&err);
	free(name);
	return IBP_REACT_PAINT;
}

/* The selected one beside the one at work; the older one first. */
static unsigned compare(struct ibp_app *app,
			const struct assessments *assessments)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	size_t at = assessments->list.at;
	size_t now = 0;

	while (now + 1 < assessments->count &&
	       !is_now(desk, &assessments->rows[now]))
		now++;
	if (now == at)
		ibp_app_say(app, "%s",
			    _("This is the one you work in: go to another one "
			      "to compare it with."));
	else
		ibp_desk_open_told(app, IBP_ASSESS_COMPARE,
				   assessments->rows[at < now ? at : now].name,
				   assessments->rows[at < now ? now : at].name);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct assessments *assessments = state;
	const struct ibp_assess_row *row =
		&assessments->rows[assessments->list.at];

	(void)key;
	if (ibp_list_act(&assessments->list, assessments->count, wanted))
		return IBP_REACT_PAINT;
	if (wanted == IBP_SCAN_ASSESSMENT_NEW)
		return ask_name(app, NULL);
	if (assessments->list.at >= assessments->count)
		return ibp_work_act(app, wanted);
	switch (wanted) {
	case IBP_ACT_OPEN:
		return choose(app, row);
	case IBP_SCAN_ASSESSMENT_COPY:
		return ask_name(app, row->name);
	case IBP_SCAN_ASSESSMENT_LOCK:
		return lock(app, row);
	case IBP_SCAN_COMPARE:
		return compare(app, assessments);
	case IBP_SCAN_TREND:
		ibp_desk_open_told(app, IBP_ASSESS_TREND, NULL, NULL);
		return IBP_REACT_PAINT;
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct assessments *assessments = state;
	size_t row = ibp_list_hit(&assessments->list, assessments->count,
				  event->row);

	if (row >= assessments->count)
		return IBP_REACT_NONE;
	assessments->list.at = row;
	return event->twice ? choose(app, &assessments->rows[row]) :
			      IBP_REACT_PAINT;
}

static void free_view(void *state)
{
	struct assessments *assessments = state;

	ibp_arena_release(&assessments->arena);
	free(assessments);
}

static const struct ibp_view_kind assessments_kind = {
	.screen = IBP_SCAN_ASSESSMENTS,
	.about =
		N_("The assessments in this file, the oldest first. Enter goes "
		   "to work in another one; a locked one can be read, and is "
		   "opened again with a reason."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.follow = follow,
	.free = free_view,
};

void ibp_desk_open_assessments(struct ibp_app *app)
{
	struct assessments *assessments = ibp_alloc(sizeof(*assessments));
	const struct ibp_desk *desk = ibp_desk_of(app);

	follow(app, assessments);
	for (size_t i = 0; i < assessments->count; i++)
		if (is_now(desk, &assessments->rows[i]))
			assessments->list.at = i;
	ibp_app_open(app, &assessments_kind, assessments);
}
