#include "tui/form.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "tui/wrap.h"

struct form {
	const struct ibp_form_kind *kind;
	long id;
	struct ibp_list list;
};

static const struct ibp_column columns[] = {
	{NULL, 16, 16, 0, false, 0},
	{NULL, 30, 200, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_field *field_at(const struct form *form, size_t row)
{
	return &ibp_subject_fields(
		form->kind->subject)[form->kind->first + row];
}

static size_t count_fields(const struct form *form)
{
	size_t count = 0;

	while (field_at(form, count)->name)
		count++;
	return count;
}

static bool is_gone(struct ibp_app *app, const struct form *form)
{
	struct ibp_buf name = {0};
	bool gone;

	form->kind->add_name(app, form->id, &name);
	gone = !name.length;
	ibp_buf_release(&name);
	return gone;
}

struct painting {
	struct ibp_app *app;
	const struct form *form;
};

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *p = context;
	const struct ibp_field *field = field_at(p->form, row);
	const char *value =
		p->form->kind->value(p->app, p->form->id, field->name);

	*look = IBP_LOOK_PLAIN;
	if (column == 0)
		ibp_buf_add(text, _(field->label));
	else if (value)
		ibp_work_add_value(field, value, text);
	else
		ibp_buf_add_char(text, '-');
}

void ibp_form_add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct form *form = state;
	size_t before = title->length;

	form->kind->add_name(app, form->id, title);
	if (title->length == before)
		ibp_buf_add(title, _("removed"));
}

void ibp_form_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		    size_t top, size_t height)
{
	struct form *form = state;
	struct painting painting = {app, form};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = count_fields(form),
		.cell = cell,
		.context = &painting,
	};

	if (!is_gone(app, form)) {
		ibp_list_paint(&form->list, &rows, cells, top + 1, height - 1);
		return;
	}
	ibp_wrap_paint(_(form->kind->gone), cells, top + 1, 2,
		       cells->columns - 2, height - 1);
	ibp_cells_set_cursor(cells, top + 1, 2);
}

static unsigned ask(struct ibp_app *app, const struct form *form)
{
	const struct ibp_field *field = field_at(form, form->list.at);
	struct ibp_work_things things = {.subject = form->kind->subject,
					 .count = 1};
	struct ibp_buf number = {0};
	const char *key;
	unsigned react;

	if (is_gone(app, form))
		return IBP_REACT_PAINT;
	ibp_buf_addf(&number, "%ld", form->id);
	key = ibp_buf_text(&number);
	things.keys = &key;
	react = ibp_work_ask(app, &things, field, _(field->label),
			     form->kind->value(app, form->id, field->name));
	ibp_buf_release(&number);
	return react;
}

static unsigned remove_it(struct ibp_app *app, const struct form *form)
{
	if (is_gone(app, form))
		ibp_app_say(app, "%s", _("There is nothing to remove."));
	else if (ibp_work_can_write(app))
		form->kind->remove(app, form->id);
	return IBP_REACT_PAINT;
}

unsigned ibp_form_act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct form *form = state;
	size_t count = count_fields(form);

	(void)key;
	if (ibp_list_act(&form->list, count, wanted))
		return IBP_REACT_PAINT;
	if (wanted == form->kind->remove_act)
		return remove_it(app, form);
	switch (wanted) {
	case IBP_ACT_NEXT_PART:
		ibp_list_move(&form->list, count, 1);
		return IBP_REACT_PAINT;
	case IBP_ACT_PREVIOUS_PART:
		ibp_list_move(&form->list, count, -1);
		return IBP_REACT_PAINT;
	case IBP_ACT_OPEN:
		return ask(app, form);
	default:
		return ibp_work_act(app, wanted);
	}
}

unsigned ibp_form_click(struct ibp_app *app, void *state,
			const struct ibp_event *event)
{
	struct form *form = state;
	size_t count = count_fields(form);
	size_t row = ibp_list_hit(&form->list, count, event->row);

	if (row >= count)
		return IBP_REACT_NONE;
	form->list.at = row;
	return event->twice ? ask(app, form) : IBP_REACT_PAINT;
}

void ibp_form_open(struct ibp_app *app, const struct ibp_form_kind *kind,
		   long id, size_t at)
{
	struct form *form = ibp_alloc(sizeof(*form));

	form->kind = kind;
	form->id = id;
	form->list.at = at;
	ibp_app_open(app, kind->view, form);
}
