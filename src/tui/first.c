#include "tui/first.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "tui/page.h"

/* A value is kept here until there is a file for it. */
#define FACTS_MAX 16

struct first {
	const struct ibp_first_kind *kind;
	struct ibp_page page;
	char *values[FACTS_MAX]; /* as in ibp_board_fields, canonical */
};

enum { ITEM_FIELD = 1, ITEM_CREATE = 100 };

const int ibp_first_footer[] = {IBP_ACT_OPEN, IBP_ACT_DOWN, IBP_ACT_QUIT, 0};

/* The fields that a person fills in come first in their table. */
static bool is_fact(size_t i)
{
	return i < FACTS_MAX && ibp_board_fields[i].name &&
	       !ibp_board_fields[i].internal;
}

static size_t widest_label(void)
{
	size_t widest = 0;

	for (size_t i = 0; is_fact(i); i++) {
		size_t width = ibp_text_width(_(ibp_board_fields[i].label));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void add_field(struct ibp_page *page, size_t i, const char *value)
{
	const struct ibp_field *field = &ibp_board_fields[i];
	struct ibp_buf text = {0};

	if (value)
		ibp_work_add_value(field, value, &text);
	else
		ibp_buf_add(&text, field->required ? _("(needed)") :
						     _("(may stay empty)"));
	ibp_page_add(page, _(field->label), ibp_buf_text(&text),
		     ITEM_FIELD + (long)i)
		->indent = widest_label() + 2;
	ibp_buf_release(&text);
}

static void fill(struct ibp_app *app, struct first *first)
{
	const char *file = first->kind->file(app);
	struct ibp_page *page = &first->page;
	struct ibp_buf text = {0};

	ibp_page_clear(page);
	ibp_page_add_heading(page, _("Welcome"));
	first->kind->add_welcome(app, &text);
	ibp_page_add(page, NULL, ibp_buf_text(&text), 0);
	if (file) {
		ibp_buf_cut(&text, 0);
		ibp_buf_addf(&text,
			     _("There is no data file yet. It will be made as "
			       "%s. Nothing leaves this computer."),
			     file);
		ibp_page_add(page, NULL, ibp_buf_text(&text), 0);
	}
	ibp_page_add_heading(page, _("About your board"));
	for (size_t i = 0; is_fact(i); i++)
		add_field(page, i, first->values[i]);
	ibp_page_add_heading(page, _("And then"));
	ibp_page_add(page, NULL, _("Make the data file and begin"),
		     ITEM_CREATE);
	ibp_page_add(page, NULL, _(first->kind->demo), 0);
	ibp_buf_release(&text);
}

void ibp_first_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		     size_t top, size_t height)
{
	struct first *first = state;

	(void)app;
	ibp_page_paint(&first->page, cells, top, height);
}

/* ---- Acts ---- */

struct asked {
	struct first *first;
	size_t field;
};

static enum ibp_status filled_in(struct ibp_app *app, void *context,
				 const char *answer, struct ibp_error *err)
{
	const struct asked *asked = context;
	struct first *first = asked->first;
	char *value = NULL;
	enum ibp_status status;

	status = ibp_field_parse(&ibp_board_fields[asked->field], answer,
				 app->setup.work->today, &value, err);
	if (status)
		return status;
	free(first->values[asked->field]);
	first->values[asked->field] = value;
	fill(app, first);
	ibp_page_act(&first->page, IBP_ACT_DOWN);
	return IBP_OK;
}

static void add_choices(struct ibp_dialog *dialog,
			const struct ibp_field *field)
{
	const struct ibp_choice *choice = field->choices;

	for (; choice && choice->word; choice++)
		ibp_dialog_add(dialog,
			       ibp_field_choice_label(field, choice->word),
			       choice->word, NULL, choice->word);
	if (choice)
		ibp_dialog_add(dialog, _("not set"), "", NULL, NULL);
}

static unsigned ask(struct ibp_app *app, struct first *first, size_t i)
{
	const struct ibp_field *field = &ibp_board_fields[i];
	struct asked *asked = ibp_alloc(sizeof(*asked));
	struct ibp_dialog *dialog = ibp_dialog_new(
		field->kind == IBP_FIELD_CHOICE ? IBP_DIALOG_PICK :
						  IBP_DIALOG_LINE,
		_(field->label), NULL,
		field->kind == IBP_FIELD_CHOICE ? NULL : first->values[i],
		IBP_TEXT_NAME_MAX);

	asked->first = first;
	asked->field = i;
	add_choices(dialog, field);
	if (field->kind == IBP_FIELD_CHOICE && first->values[i])
		ibp_dialog_choose(dialog, first->values[i]);
	ibp_app_ask(app, dialog, filled_in, asked);
	return IBP_REACT_PAINT;
}

static unsigned create(struct ibp_app *app, struct first *first)
{
	struct ibp_changes facts = {0};
	struct ibp_error err = {0};

	for (size_t i = 0; is_fact(i); i++) {
		if (ibp_board_fields[i].required && !first->values[i]) {
			ibp_page_select(&first->page, ITEM_FIELD + (long)i);
			ibp_changes_release(&facts);
			return ask(app, first, i);
		}
		if (first->values[i])
			ibp_changes_add(&facts, IBP_SUBJECT_BOARD, 0, "",
					ibp_board_fields[i].name, NULL,
					first->values[i]);
	}
	if (first->kind->begin(app, &facts, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_changes_release(&facts);
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

static unsigned open_item(struct ibp_app *app, struct first *first)
{
	const struct ibp_page_item *item = ibp_page_selected(&first->page);

	if (item && item->id == ITEM_CREATE)
		return create(app, first);
	if (item && item->id >= ITEM_FIELD)
		return ask(app, first, (size_t)(item->id - ITEM_FIELD));
	return IBP_REACT_PAINT;
}

unsigned ibp_first_act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct first *first = state;

	(void)key;
	if (ibp_page_act(&first->page, wanted))
		return IBP_REACT_PAINT;
	return wanted == IBP_ACT_OPEN ? open_item(app, first) : IBP_REACT_PASS;
}

unsigned ibp_first_click(struct ibp_app *app, void *state,
			 const struct ibp_event *event)
{
	struct first *first = state;

	if (!ibp_page_click(&first->page, event->row))
		return IBP_REACT_NONE;
	return event->twice ? open_item(app, first) : IBP_REACT_PAINT;
}

void ibp_first_free(void *state)
{
	struct first *first = state;

	for (size_t i = 0; i < FACTS_MAX; i++)
		free(first->values[i]);
	ibp_page_release(&first->page);
	free(first);
}

void ibp_first_open(struct ibp_app *app, const struct ibp_first_kind *kind)
{
	struct first *first = ibp_alloc(sizeof(*first));

	first->kind = kind;
	ibp_app_open(app, kind->view, first);
	fill(app, first);
	ibp_page_select(&first->page, ITEM_FIELD);
}
