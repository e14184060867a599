/* The evidence of one norm: a list, and a form for each. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "model/content.h"
#include "tui/desk.h"
#include "tui/wrap.h"

#define NUMBER_SIZE 24

/* ---- The list ---- */

struct evidences {
	size_t index; /* of the norm */
	struct ibp_list list;
};

static const int list_footer[] = {IBP_ACT_OPEN, IBP_SCAN_EVIDENCE_ADD,
				  IBP_SCAN_EVIDENCE_REMOVE, IBP_ACT_BACK, 0};

static const struct ibp_column columns[] = {
	{NC_("column", "Title"), 24, 50, 0, false, 0},
	{NC_("column", "Kind"), 10, 14, 1, false, 0},
	{NC_("column", "Date"), 10, 10, 0, false, 0},
	{NC_("column", "Confidence"), 6, 12, 2, false, 0},
	{NC_("column", "Place"), 12, 40, 3, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

/* The field of each column. */
static const char *const column_fields[] = {"title", "kind", "date",
					    "confidence", "ref"};

struct painting {
	const struct ibp_answer *answer;
};

static void evidence_cell(void *context, size_t row, size_t column,
			  struct ibp_buf *text, unsigned *look)
{
	const struct painting *painting = context;
	const char *name = column_fields[column];

	*look = IBP_LOOK_PLAIN;
	ibp_work_add_value(
		ibp_field_find(ibp_evidence_fields, name),
		ibp_evidence_value(&painting->answer->evidence[row], name),
		text);
}

static const struct ibp_answer *answer_of(struct ibp_app *app,
					  const struct evidences *evidences)
{
	return ibp_desk_answer(ibp_desk_of(app), evidences->index);
}

static void add_list_title(struct ibp_app *app, void *state,
			   struct ibp_buf *title)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct evidences *evidences = state;

	ibp_buf_addf(title, _("Evidence for %s"),
		     ibp_desk_norm(desk, evidences->index)->code);
	ibp_buf_addf(title, " [%zu]",
		     answer_of(app, evidences)->evidence_count);
}

static void paint_list(struct ibp_app *app, void *state,
		       struct ibp_cells *cells, size_t top, size_t height)
{
	struct evidences *evidences = state;
	struct painting painting = {answer_of(app, evidences)};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = painting.answer->evidence_count,
		.cell = evidence_cell,
		.context = &painting,
	};

	if (rows.count) {
		ibp_list_paint(&evidences->list, &rows, cells, top, height);
		return;
	}
	ibp_wrap_paint(_("There is no evidence for this norm yet. Press a to "
			 "add some: its title, and then where it can be "
			 "found."),
		       cells, top, 2, cells->columns - 2, height);
	ibp_cells_set_cursor(cells, top, 2);
}

static const char *number_text(long id, char text[NUMBER_SIZE])
{
	struct ibp_buf buf = {0};

	ibp_buf_addf(&buf, "%ld", id);
	memcpy(text, ibp_buf_text(&buf), buf.length + 1);
	ibp_buf_release(&buf);
	return text;
}

struct one_norm {
	size_t index;
};

static enum ibp_status create(struct ibp_app *app, size_t index,
			      const char *title, long *id,
			      struct ibp_error *err)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_scan_calls *calls = desk->setup->calls;
	struct ibp_changes changes = {0};
	char number[NUMBER_SIZE];
	enum ibp_status status;

	status = calls->file.new_id(calls->file.context, IBP_SUBJECT_EVIDENCE,
				    id, err);
	if (status)
		return status;
	number_text(*id, number);
	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_EVIDENCE, number,
			    "norm", ibp_desk_norm(desk, index)->code);
	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_EVIDENCE, number,
			    "title", title);
	status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status titled(struct ibp_app *app, void *context,
			      const char *answer, struct ibp_error *err)
{
	const struct ibp_field *field =
		ibp_field_find(ibp_evidence_fields, "title");
	const struct one_norm *norm = context;
	char *title = NULL;
	long id = 0;
	enum ibp_status status;

	status = ibp_field_parse(field, answer, NULL, &title, err);
	if (!status)
		status = create(app, norm->index, title, &id, err);
	if (!status)
		ibp_desk_open_evidence(app, id);
	free(title);
	return status;
}

/* What could serve is offered as a title to start from. */
static unsigned add(struct ibp_app *app, size_t index)
{
	const struct ibp_norm *norm = ibp_desk_norm(ibp_desk_of(app), index);
	struct one_norm *context;
	struct ibp_dialog *dialog;
	struct ibp_buf title = {0};

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	ibp_buf_addf(&title, _("New evidence for %s"), norm->code);
	dialog = ibp_dialog_new(
		IBP_DIALOG_LINE, ibp_buf_text(&title),
		_("What is it called? Arrow down: what could serve."), NULL,
		IBP_TEXT_LINE_MAX);
	for (size_t i = 0; i < norm->evidence.count; i++) {
		const char *text = ibp_content_item(
			norm->code, "evidence", i + 1, norm->evidence.items[i]);

		ibp_dialog_add(dialog, text, text, NULL, NULL);
	}
	dialog->draft = ibp_arena_printf(&dialog->arena, "norm/%s/evidence",
					 norm->code);
	context = ibp_alloc(sizeof(*context));
	context->index = index;
	ibp_app_ask(app, dialog, titled, context);
	ibp_buf_release(&title);
	return IBP_REACT_PAINT;
}

/* The field that makes it exist goes last. */
void ibp_desk_remove_evidence(struct ibp_app *app,
			      const struct ibp_evidence *one)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_field *field = ibp_evidence_fields;
	struct ibp_changes changes = {0};
	char number[NUMBER_SIZE];

	number_text(one->id, number);
	for (field++; field->name; field++)
		if (ibp_evidence_value(one, field->name))
			ibp_desk_add_change(desk, &changes,
					    IBP_SUBJECT_EVIDENCE, number,
					    field->name, NULL);
	ibp_desk_add_change(desk, &changes, IBP_SUBJECT_EVIDENCE, number,
			    ibp_evidence_fields->name, NULL);
	ibp_work_change_or_say(app, &changes);
	ibp_changes_release(&changes);
}

static unsigned list_act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct evidences *evidences = state;
	const struct ibp_answer *answer = answer_of(app, evidences);
	size_t at = evidences->list.at;

	(void)key;
	if (ibp_list_act(&evidences->list, answer->evidence_count, wanted))
		return IBP_REACT_PAINT;
	if (wanted == IBP_SCAN_EVIDENCE_ADD)
		return add(app, evidences->index);
	if (wanted == IBP_ACT_OPEN && !answer->evidence_count)
		return add(app, evidences->index);
	if (wanted == IBP_ACT_OPEN) {
		ibp_desk_open_evidence(app, answer->evidence[at].id);
		return IBP_REACT_PAINT;
	}
	if (wanted == IBP_SCAN_EVIDENCE_REMOVE) {
		if (at >= answer->evidence_count)
			ibp_app_say(app, "%s",
				    _("There is nothing to remove."));
		else if (ibp_work_can_write(app))
			ibp_desk_remove_evidence(app, &answer->evidence[at]);
		return IBP_REACT_PAINT;
	}
	return ibp_work_act(app, wanted);
}

static unsigned list_click(struct ibp_app *app, void *state,
			   const struct ibp_event *event)
{
	struct evidences *evidences = state;
	const struct ibp_answer *answer = answer_of(app, evidences);
	size_t row = ibp_list_hit(&evidences->list, answer->evidence_count,
				  event->row);

	if (row >= answer->evidence_count)
		return IBP_REACT_NONE;
	evidences->list.at = row;
	if (event->twice)
		ibp_desk_open_evidence(app, answer->evidence[row].id);
	return IBP_REACT_PAINT;
}

static void list_follow(struct ibp_app *app, void *state)
{
	struct evidences *evidences = state;

	ibp_list_clamp(&evidences->list,
		       answer_of(app, evidences)->evidence_count);
}

static const struct ibp_view_kind list_kind = {
	.screen = IBP_SCAN_EVIDENCES,
	.about = N_("The evidence for one norm: what it is, where it can be "
		    "found, who checked it and how sure you are of it."),
	.footer = list_footer,
	.add_title = add_list_title,
	.paint = paint_list,
	.act = list_act,
	.click = list_click,
	.follow = list_follow,
	.free = free,
};

void ibp_desk_open_evidences(struct ibp_app *app, size_t index)
{
	struct evidences *evidences = ibp_alloc(sizeof(*evidences));

	evidences->index = index;
	ibp_app_open(app, &list_kind, evidences);
}
