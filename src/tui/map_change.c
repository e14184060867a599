/* Changes to applications: the one that is shown, or the marked ones. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/edit.h"
#include "tui/map_desk.h"

/* ---- What a change is made of ---- */

const char *ibp_map_coupling_value(const struct ibp_coupling *c,
				   const char *field)
{
	const struct {
		const char *field;
		const char *value;
	} values[] = {
		{"data", c->data},
		{"direction", c->direction},
		{"via", c->via},
		{"standard", c->standard},
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (!strcmp(values[i].field, field))
			return values[i].value;
	return NULL;
}

static const char *placement_value(const struct ibp_placement *p,
				   const char *field)
{
	if (!strcmp(field, "kind"))
		return ibp_placement_choices[p->kind].word;
	if (!strcmp(field, "look_again"))
		return p->look_again ? "yes" : NULL;
	return strcmp(field, "note") ? NULL : p->note;
}

static const char *value_before(const struct ibp_map *map,
				enum ibp_subject subject, const char *key,
				const char *field)
{
	long id = strtol(key, NULL, 10);
	size_t at = ibp_map_find(map, id);

	if (subject == IBP_SUBJECT_COUPLING && ibp_map_find_coupling(map, id))
		return ibp_map_coupling_value(ibp_map_find_coupling(map, id),
					      field);
	if (subject == IBP_SUBJECT_PLACEMENT)
		for (size_t i = 0; i < map->now->placement_count; i++)
			if (map->now->placements[i].id == id)
				return placement_value(&map->now->placements[i],
						       field);
	if (subject == IBP_SUBJECT_APPLICATION && at != IBP_MAP_NONE)
		return ibp_application_value(ibp_map_application(map, at),
					     field);
	if (subject == IBP_SUBJECT_AGREEMENT && at != IBP_MAP_NONE)
		return ibp_agreement_value(
			&ibp_map_application(map, at)->agreement, field);
	return NULL;
}

void ibp_map_add_change(const struct ibp_map *map, struct ibp_changes *changes,
			enum ibp_subject subject, const char *key,
			const char *field, const char *to)
{
	ibp_changes_add(changes, subject, 0, key, field,
			value_before(map, subject, key, field), to);
}

/* ---- What is offered ---- */

/* Owners and suppliers that are filled in elsewhere. */
void ibp_map_offer(struct ibp_app *app, const struct ibp_field *field,
		   struct ibp_dialog *dialog)
{
	const struct ibp_map *map = ibp_map_of(app);

	if (strcmp(field->name, "owner") && strcmp(field->name, "supplier"))
		return;
	for (size_t i = 0; i < map->now->application_count; i++) {
		const char *value = ibp_application_value(
			ibp_map_application(map, i), field->name);

		if (value)
			ibp_work_offer(dialog, value);
	}
}

/* ---- Which applications ---- */

/* "Magister: Owner", "3 marked applications: Owner". */
static char *title_for(const struct ibp_map *map, size_t index,
		       const char *what)
{
	size_t marked = map->applications.count;
	struct ibp_buf title = {0};

	if (marked)
		ibp_buf_addf(&title,
			     ibp_ngettext("%zu marked application",
					  "%zu marked applications", marked),
			     marked);
	else
		ibp_buf_add(&title, ibp_map_application(map, index)->name);
	ibp_buf_addf(&title, ": %s", what);
	return ibp_buf_take(&title);
}

static const char *value_of(const struct ibp_application *application,
			    enum ibp_subject subject, const char *field)
{
	return subject == IBP_SUBJECT_AGREEMENT ?
		       ibp_agreement_value(&application->agreement, field) :
		       ibp_application_value(application, field);
}

unsigned ibp_map_ask_field(struct ibp_app *app, size_t index,
			   enum ibp_subject subject,
			   const struct ibp_field *field)
{
	const struct ibp_map *map = ibp_map_of(app);
	size_t count = map->now->application_count;
	struct ibp_arena arena = {0};
	size_t *indexes = ibp_arena_alloc(&arena, count * sizeof(*indexes));
	struct ibp_work_things things = {
		.subject = subject,
		.keys = ibp_arena_alloc(&arena, count * sizeof(char *)),
	};
	char *title = title_for(map, index, _(field->label));
	unsigned react;

	things.count = ibp_marks_or_one(&map->applications, index, indexes);
	for (size_t i = 0; i < things.count; i++)
		things.keys[i] = ibp_arena_printf(
			&arena, "%ld",
			ibp_map_application(map, indexes[i])->id);
	react = ibp_work_ask(app, &things, field, title,
			     map->applications.count ?
				     NULL :
				     value_of(ibp_map_application(map, index),
					      subject, field->name));
	ibp_arena_release(&arena);
	free(title);
	return react;
}

/* ---- A note ---- */

struct one_application {
	long id;
};

static void *keep_id(long id)
{
	struct one_application *one = ibp_alloc(sizeof(*one));

	one->id = id;
	return one;
}

static enum ibp_status note_given(struct ibp_app *app, void *context,
				  const char *answer, struct ibp_error *err)
{
	const struct ibp_field *field =
		ibp_field_find(ibp_application_fields, "note");
	const struct one_application *one = context;
	struct ibp_changes changes = {0};
	char *note = NULL;
	enum ibp_status status;

	status = ibp_field_parse(field, answer, NULL, &note, err);
	if (status)
		return status;
	ibp_map_add_change(ibp_map_of(app), &changes, IBP_SUBJECT_APPLICATION,
			   ibp_arena_printf(&changes.arena, "%ld", one->id),
			   "note", note);
	status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
	free(note);
	return status;
}

static unsigned edit_note(struct ibp_app *app, size_t index)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct ibp_application *application =
		ibp_map_application(map, index);
	struct ibp_buf name = {0};
	unsigned react;
	char *title;

	if (map->applications.count) {
		ibp_app_say(app, "%s",
			    _("A note is written for one application at a "
			      "time. Press Esc to remove the marks."));
		return IBP_REACT_PAINT;
	}
	title = title_for(map, index, _("Note"));
	ibp_buf_addf(&name, "application/%ld/note", application->id);
	react = ibp_edit_start(app, title, ibp_buf_text(&name),
			       application->note, IBP_TEXT_NOTE_MAX, note_given,
			       keep_id(application->id));
	ibp_buf_release(&name);
	free(title);
	return react;
}

/* ---- A new one, and one that goes ---- */

static enum ibp_status named(struct ibp_app *app, void *context,
			     const char *answer, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	const char *key = NULL;
	char *name = NULL;
	enum ibp_status status;

	(void)context;
	status = ibp_field_parse(ibp_application_fields, answer, NULL, &name,
				 err);
	if (!status)
		status = ibp_map_new_key(ibp_map_of(app),
					 IBP_SUBJECT_APPLICATION,
					 &changes.arena, &key, err);
	if (!status) {
		ibp_map_add_change(ibp_map_of(app), &changes,
				   IBP_SUBJECT_APPLICATION, key, "name", name);
		status = ibp_work_change(app, &changes, err);
	}
	if (!status)
		ibp_map_open_application(app, strtol(key, NULL, 10));
	ibp_changes_release(&changes);
	free(name);
	return status;
}

/* Products that schools use are offered as a name to start from. */
unsigned ibp_map_ask_new(struct ibp_app *app)
{
	const struct ibp_products *products = ibp_map_of(app)->setup->products;
	struct ibp_dialog *dialog;

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	dialog = ibp_dialog_new(IBP_DIALOG_LINE, _("New application"),
				_("What is it called? Arrow down: products "
				  "that schools use."),
				NULL, IBP_TEXT_NAME_MAX);
	for (size_t i = 0; i < products->count; i++)
		ibp_dialog_add(dialog, products->items[i].name,
			       products->items[i].name,
			       products->items[i].vendor, NULL);
	dialog->draft = "application/new";
	ibp_app_ask(app, dialog, named, NULL);
	return IBP_REACT_PAINT;
}

unsigned ibp_map_remove(struct ibp_app *app, size_t index)
{
	struct ibp_map *map = ibp_map_of(app);
	size_t count = map->now->application_count;
	size_t *indexes = ibp_alloc((count + 1) * sizeof(*indexes));
	struct ibp_changes changes = {0};

	if (ibp_work_can_write(app)) {
		count = ibp_marks_or_one(&map->applications, index, indexes);
		for (size_t i = 0; i < count; i++)
			ibp_landscape_remove(map->now, indexes[i], &changes);
		ibp_marks_clear(&map->applications);
		ibp_work_change_or_say(app, &changes);
	}
	ibp_changes_release(&changes);
	free(indexes);
	return IBP_REACT_PAINT;
}

/* ---- Any field ---- */

/* The answer is "SUBJECT FIELD". */
static enum ibp_status field_chosen(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct one_application *one = context;
	const char *name = strchr(answer, ' ');
	size_t index = ibp_map_find(map, one->id);
	enum ibp_subject subject;

	(void)err;
	if (!name || index == IBP_MAP_NONE)
		return IBP_OK;
	subject = *answer == 'a' ? IBP_SUBJECT_AGREEMENT :
				   IBP_SUBJECT_APPLICATION;
	ibp_map_ask_field(
		app, index, subject,
		ibp_field_find(ibp_subject_fields(subject), name + 1));
	return IBP_OK;
}

static void offer_fields(struct ibp_dialog *dialog, enum ibp_subject subject)
{
	const struct ibp_field *field = ibp_subject_fields(subject);
	bool agreement = subject == IBP_SUBJECT_AGREEMENT;

	for (; field->name; field++) {
		struct ibp_buf label = {0};

		if (agreement)
			ibp_buf_addf(&label, _("Agreement: %s"),
				     _(field->label));
		else
			ibp_buf_add(&label, _(field->label));
		/* A note has an editor, a name belongs to one. */
		if (field->kind != IBP_FIELD_NOTE && !field->required)
			ibp_dialog_add(dialog, ibp_buf_text(&label),
				       ibp_arena_printf(&dialog->arena, "%s %s",
							agreement ? "a" : "-",
							field->name),
				       NULL, field->name);
		ibp_buf_release(&label);
	}
}

unsigned ibp_map_ask_any_field(struct ibp_app *app, size_t index)
{
	const struct ibp_map *map = ibp_map_of(app);
	char *title = title_for(map, index, _("Which field?"));
	struct ibp_dialog *dialog;

	if (ibp_work_can_write(app)) {
		dialog = ibp_dialog_new(IBP_DIALOG_PICK, title, NULL, NULL,
					IBP_TEXT_NAME_MAX);
		offer_fields(dialog, IBP_SUBJECT_APPLICATION);
		offer_fields(dialog, IBP_SUBJECT_AGREEMENT);
		ibp_app_ask(app, dialog, field_chosen,
			    keep_id(ibp_map_application(map, index)->id));
	}
	free(title);
	return IBP_REACT_PAINT;
}

/* ---- All acts ---- */

static const struct {
	int act;
	enum ibp_subject subject;
	const char *field;
} field_acts[] = {
	{IBP_MAP_OWNER, IBP_SUBJECT_APPLICATION, "owner"},
	{IBP_MAP_STATUS, IBP_SUBJECT_APPLICATION, "status"},
	{IBP_MAP_CONTRACT, IBP_SUBJECT_APPLICATION, "contract_end"},
	{IBP_MAP_PERSONAL, IBP_SUBJECT_APPLICATION, "personal_data"},
	{IBP_MAP_AGREEMENT, IBP_SUBJECT_AGREEMENT, "status"},
};

unsigned ibp_map_application_act(struct ibp_app *app, size_t index, int act)
{
	for (size_t i = 0; i < sizeof(field_acts) / sizeof(*field_acts); i++)
		if (field_acts[i].act == act)
			return ibp_map_ask_field(
				app, index, field_acts[i].subject,
				ibp_field_find(ibp_subject_fields(
						       field_acts[i].subject),
					       field_acts[i].field));
	switch (act) {
	case IBP_MAP_NOTE:
		return ibp_work_can_write(app) ? edit_note(app, index) :
						 IBP_REACT_PAINT;
	case IBP_MAP_REMOVE:
		return ibp_map_remove(app, index);
	case IBP_MAP_FIELD:
		return ibp_map_ask_any_field(app, index);
	case IBP_MAP_CONFIRM:
		return ibp_map_confirm(app, index);
	case IBP_MAP_SCHOOLS:
		return ibp_map_ask_schools(app, index);
	case IBP_MAP_COUPLE:
		return ibp_map_ask_coupling(app, index);
	case IBP_MAP_OPEN_IMPACT:
		ibp_map_open_answers(
			app, IBP_MAP_IMPACT,
			ibp_map_application(ibp_map_of(app), index)->id, NULL);
		return IBP_REACT_PAINT;
	default:
		return IBP_REACT_PASS;
	}
}
