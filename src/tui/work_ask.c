/* A dialog for any field of any thing: the table of fields says which. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/work.h"

struct asked {
	enum ibp_subject subject;
	const struct ibp_field *field;
	size_t count;
	char keys[][48];
};

static enum ibp_status answered(struct ibp_app *app, void *context,
				const char *answer, struct ibp_error *err)
{
	const struct ibp_work *work = app->setup.work;
	const struct asked *asked = context;
	struct ibp_changes changes = {0};
	char *value = NULL;
	enum ibp_status status;

	status =
		ibp_field_parse(asked->field, answer, work->today, &value, err);
	if (status)
		return status;
	for (size_t i = 0; i < asked->count; i++)
		ibp_work_add_change(app, &changes, asked->subject,
				    asked->keys[i], asked->field->name, value);
	status = ibp_work_change(app, &changes, err);
	if (!status)
		work->kind->filled_in(app, asked->subject);
	ibp_changes_release(&changes);
	free(value);
	return status;
}

static void add_choices(struct ibp_dialog *dialog,
			const struct ibp_field *field)
{
	struct ibp_buf label = {0};
	const struct ibp_choice *choice = field->choices;

	for (int number = 1; choice->word; choice++, number++) {
		ibp_buf_cut(&label, 0);
		ibp_buf_addf(&label, "%d %s", number,
			     ibp_field_choice_label(field, choice->word));
		ibp_dialog_add(dialog, ibp_buf_text(&label), choice->word, NULL,
			       NULL);
	}
	if (!field->required)
		ibp_dialog_add(dialog, _("0 not set"), "", NULL, NULL);
	ibp_buf_release(&label);
}

static bool is_offered(const struct ibp_dialog *dialog, const char *value)
{
	for (size_t i = 0; i < dialog->option_count; i++)
		if (!strcmp(dialog->options[i].value, value))
			return true;
	return false;
}

void ibp_work_offer(struct ibp_dialog *dialog, const char *value)
{
	if (!is_offered(dialog, value))
		ibp_dialog_add(dialog, value, value, NULL, NULL);
}

static enum ibp_dialog_kind kind_for(const struct ibp_field *field)
{
	switch (field->kind) {
	case IBP_FIELD_CHOICE:
	case IBP_FIELD_LEVEL:
	case IBP_FIELD_SCORE:
		return IBP_DIALOG_CHOICE;
	case IBP_FIELD_LINE:
	case IBP_FIELD_NOTE:
	case IBP_FIELD_DATE:
	case IBP_FIELD_NUMBER:
	case IBP_FIELD_COUNTRY:
	case IBP_FIELD_TIME:
		break;
	}
	return IBP_DIALOG_LINE;
}

/* What to type, in a sentence. */
static const char *hint_for(const struct ibp_field *field)
{
	if (field->kind == IBP_FIELD_DATE)
		return _("A date as 30-06-2027, or from today: +2w, +3m, +1y. "
			 "Empty clears it.");
	if (!strcmp(field->name, "owner") || !strcmp(field->name, "checked_by"))
		return _("A role says enough: a name of a person is not "
			 "needed.");
	if (!strcmp(field->name, "ref"))
		return _("Where it can be found: a folder, a file or an "
			 "address.");
	return NULL;
}

static struct asked *copy_things(const struct ibp_work_things *things,
				 const struct ibp_field *field)
{
	struct asked *asked = ibp_alloc(sizeof(*asked) +
					things->count * sizeof(*asked->keys));

	asked->subject = things->subject;
	asked->field = field;
	for (size_t i = 0; i < things->count; i++) {
		size_t length = strlen(things->keys[i]);

		if (length >= sizeof(*asked->keys))
			continue;
		memcpy(asked->keys[asked->count++], things->keys[i],
		       length + 1);
	}
	return asked;
}

unsigned ibp_work_ask(struct ibp_app *app, const struct ibp_work_things *things,
		      const struct ibp_field *field, const char *title,
		      const char *value)
{
	enum ibp_dialog_kind kind = kind_for(field);
	struct ibp_dialog *dialog;
	struct ibp_buf shown = {0};

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	if (kind == IBP_DIALOG_LINE)
		ibp_work_add_value(field, value, &shown);
	dialog = ibp_dialog_new(kind, title, hint_for(field),
				ibp_buf_text(&shown),
				field->max ? field->max : IBP_TEXT_NAME_MAX);
	ibp_buf_release(&shown);
	if (field->kind == IBP_FIELD_CHOICE)
		add_choices(dialog, field);
	app->setup.work->kind->offer(app, field, dialog);
	if (kind == IBP_DIALOG_CHOICE)
		ibp_dialog_choose(dialog, value ? value : "");
	ibp_app_ask(app, dialog, answered, copy_things(things, field));
	return IBP_REACT_PAINT;
}
