/* One evidence: a row per field, each kept as soon as it is filled in. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "tui/desk.h"
#include "tui/wrap.h"

struct form {
	long id;
	struct ibp_list list;
};

static const int footer[] = {IBP_ACT_OPEN, IBP_SCAN_EVIDENCE_REMOVE,
			     IBP_ACT_UNDO, IBP_ACT_BACK, 0};

static const struct ibp_column columns[] = {
	{NULL, 16, 16, 0, false, 0},
	{NULL, 30, 200, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

/* The first field says to which norm it belongs and is not changed here. */
static const struct ibp_field *field_at(size_t row)
{
	return &ibp_evidence_fields[row + 1];
}

static size_t count_fields(void)
{
	size_t count = 0;

	while (field_at(count)->name)
		count++;
	return count;
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct ibp_evidence *one = context;
	const struct ibp_field *field = field_at(row);

	*look = IBP_LOOK_PLAIN;
	if (column == 0)
		ibp_buf_add(text, _(field->label));
	else if (ibp_evidence_value(one, field->name))
		ibp_work_add_value(field, ibp_evidence_value(one, field->name),
				   text);
	else
		ibp_buf_add_char(text, '-');
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct form *form = state;
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), form->id);

	ibp_buf_add(title, one ? one->title : _("removed"));
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct form *form = state;
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), form->id);
	struct ibp_evidence copy = one ? *one : (struct ibp_evidence){0};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = one ? count_fields() : 0,
		.cell = cell,
		.context = &copy,
	};

	if (one) {
		ibp_list_paint(&form->list, &rows, cells, top + 1, height - 1);
		return;
	}
	ibp_wrap_paint(_("This evidence was removed. u brings it back."), cells,
		       top + 1, 2, cells->columns - 2, height - 1);
	ibp_cells_set_cursor(cells, top + 1, 2);
}

static unsigned ask(struct ibp_app *app, const struct form *form)
{
	const struct ibp_field *field = field_at(form->list.at);
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), form->id);
	struct ibp_work_things things = {.subject = IBP_SUBJECT_EVIDENCE,
					 .count = 1};
	struct ibp_buf number = {0};
	const char *key;
	unsigned react;

	if (!one)
		return IBP_REACT_PAINT;
	ibp_buf_addf(&number, "%ld", form->id);
	key = ibp_buf_text(&number);
	things.keys = &key;
	react = ibp_work_ask(app, &things, field, _(field->label),
			     ibp_evidence_value(one, field->name));
	ibp_buf_release(&number);
	return react;
}

static unsigned remove_it(struct ibp_app *app, const struct form *form)
{
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), form->id);

	if (!one)
		ibp_app_say(app, "%s", _("There is nothing to remove."));
	else if (ibp_work_can_write(app))
		ibp_desk_remove_evidence(app, one);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct form *form = state;

	(void)key;
	if (ibp_list_act(&form->list, count_fields(), wanted))
		return IBP_REACT_PAINT;
	switch (wanted) {
	case IBP_ACT_NEXT_PART:
		ibp_list_move(&form->list, count_fields(), 1);
		return IBP_REACT_PAINT;
	case IBP_ACT_PREVIOUS_PART:
		ibp_list_move(&form->list, count_fields(), -1);
		return IBP_REACT_PAINT;
	case IBP_ACT_OPEN:
		return ask(app, form);
	case IBP_SCAN_EVIDENCE_REMOVE:
		return remove_it(app, form);
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct form *form = state;
	size_t row = ibp_list_hit(&form->list, count_fields(), event->row);

	if (row >= count_fields())
		return IBP_REACT_NONE;
	form->list.at = row;
	return event->twice ? ask(app, form) : IBP_REACT_PAINT;
}

static const struct ibp_view_kind form_kind = {
	.screen = IBP_SCAN_EVIDENCE,
	.about = N_("One evidence. Enter changes the selected line; every "
		    "line is kept as soon as it is filled in."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.free = free,
};

void ibp_desk_open_evidence(struct ibp_app *app, long id)
{
	struct form *form = ibp_alloc(sizeof(*form));

	form->id = id;
	/* The title was asked for first; where it lies comes next. */
	form->list.at = 1;
	ibp_app_open(app, &form_kind, form);
}
