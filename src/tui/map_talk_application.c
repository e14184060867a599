/* One application: what is known of it, and every change to it. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_application.h"
#include "tui/map_talk.h"

#define FIELDS_MAX 40

/* ---- Fields ---- */

static const char *value_of(const struct ibp_application *a,
			    enum ibp_subject subject, const char *field)
{
	return subject == IBP_SUBJECT_AGREEMENT ?
		       ibp_agreement_value(&a->agreement, field) :
		       ibp_application_value(a, field);
}

struct fields {
	const struct ibp_field *items[FIELDS_MAX];
	enum ibp_subject subjects[FIELDS_MAX];
	const char *labels[FIELDS_MAX];
	size_t count;
	struct ibp_arena arena;
};

/* A name and a note belong to one application. */
static void offer(struct fields *fields, enum ibp_subject subject, bool one)
{
	const struct ibp_field *f = ibp_subject_fields(subject);
	bool agreement = subject == IBP_SUBJECT_AGREEMENT;

	for (; f->name && fields->count < FIELDS_MAX; f++) {
		if (f->kind == IBP_FIELD_NOTE || (f->required && !one))
			continue;
		fields->items[fields->count] = f;
		fields->subjects[fields->count] = subject;
		fields->labels[fields->count++] =
			agreement ? ibp_arena_printf(&fields->arena,
						     _("Agreement: %s"),
						     _(f->label)) :
				    _(f->label);
	}
}

static enum ibp_chat_go set_all(struct ibp_map_talk *talk,
				const size_t *indexes, size_t count,
				enum ibp_subject subject,
				const struct ibp_field *field)
{
	const struct ibp_map *map = &talk->map;
	struct ibp_chat_ask ask = {.field = field, .always = count > 1};
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	char *value = NULL;

	if (count == 1)
		ask.shown = value_of(ibp_map_application(map, indexes[0]),
				     subject, field->name);
	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_STAY);
	for (size_t i = 0; i < count; i++)
		ibp_map_add_change(
			map, &changes, subject,
			ibp_arena_printf(
				&changes.arena, "%ld",
				ibp_map_application(map, indexes[i])->id),
			field->name, value);
	free(value);
	return ibp_map_talk_save(talk, &changes, &err);
}

enum ibp_chat_go ibp_map_talk_change(struct ibp_map_talk *talk,
				     const size_t *indexes, size_t count)
{
	const struct ibp_plain_question question = {.text = _("Change what"),
						    .enter = _("Enter skips")};
	struct fields fields = {.count = 0};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	size_t chosen = 0;

	offer(&fields, IBP_SUBJECT_APPLICATION, count == 1);
	offer(&fields, IBP_SUBJECT_AGREEMENT, false);
	if (count > 1)
		ibp_plain_say(&talk->chat.plain,
			      _("This changes %zu applications."), count);
	ibp_plain_say_choices(&talk->chat.plain, fields.labels, fields.count,
			      true);
	reply = ibp_plain_choose(&talk->chat.plain, &question, fields.count,
				 &chosen, NULL);
	go = reply == IBP_PLAIN_TEXT ?
		     set_all(talk, indexes, count, fields.subjects[chosen],
			     fields.items[chosen]) :
		     ibp_chat_reply_go(reply, IBP_CHAT_STAY);
	ibp_arena_release(&fields.arena);
	return go;
}

/* ---- Acts on one ---- */

/* The application with this number, or NULL: that it is gone is said. */
static const struct ibp_application *find(struct ibp_map_talk *talk, long id)
{
	size_t index = ibp_map_find(&talk->map, id);

	if (index != IBP_MAP_NONE)
		return ibp_map_application(&talk->map, index);
	ibp_plain_say(&talk->chat.plain, _("This application was removed."));
	return NULL;
}

/* So that a list of acts is asked again after one of them. */
static enum ibp_chat_go stay_after(enum ibp_chat_go go)
{
	return go == IBP_CHAT_STOP || go == IBP_CHAT_MENU ? go : IBP_CHAT_STAY;
}

static enum ibp_chat_go read_all(struct ibp_map_talk *talk, long id)
{
	struct ibp_page page = {.count = 0};

	ibp_map_application_page(&talk->map, id, &page);
	ibp_map_talk_page(talk, &page);
	ibp_page_release(&page);
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go change(struct ibp_map_talk *talk, long id)
{
	size_t index = ibp_map_find(&talk->map, id);

	return stay_after(ibp_map_talk_change(talk, &index, 1));
}

static enum ibp_chat_go set_note(struct ibp_map_talk *talk, long id)
{
	const struct ibp_application *a = find(talk, id);
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	struct ibp_buf name = {0};
	enum ibp_plain_reply reply;
	char *value = NULL;

	ibp_buf_addf(&name, "application/%ld/note", id);
	if (a->note)
		ibp_plain_say(&talk->chat.plain, "%s: %s", _("Note"), a->note);
	reply = ibp_chat_ask_note(&talk->chat, ibp_buf_text(&name), a->note,
				  &value);
	ibp_buf_release(&name);
	if (reply != IBP_PLAIN_TEXT)
		return stay_after(ibp_chat_reply_go(reply, IBP_CHAT_STAY));
	ibp_map_add_change(&talk->map, &changes, IBP_SUBJECT_APPLICATION,
			   ibp_arena_printf(&changes.arena, "%ld", id), "note",
			   value);
	free(value);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go place(struct ibp_map_talk *talk, long id)
{
	long element = 0;
	enum ibp_chat_go go = ibp_map_talk_pick(talk, true, &element);

	if (go == IBP_CHAT_NEXT)
		go = ibp_map_talk_place(talk, id, element);
	return stay_after(go);
}

static enum ibp_chat_go switch_school(struct ibp_map_talk *talk, long id)
{
	const struct ibp_application *a = find(talk, id);
	const struct ibp_landscape *now = talk->map.now;
	const struct ibp_plain_question question = {
		.text = _("School"),
		.enter = _("Enter skips"),
		.help = _("A number switches a school on or off.")};
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	if (!now->school_count) {
		ibp_plain_say(&talk->chat.plain,
			      _("The board has no schools yet. ibp-scan school "
				"add NAME adds one."));
		return IBP_CHAT_STAY;
	}
	ibp_plain_say(&talk->chat.plain, "1 %s.", _("all schools"));
	for (size_t i = 0; i < now->school_count; i++)
		ibp_plain_say(
			&talk->chat.plain, "%zu %s: %s.", i + 2,
			now->schools[i].name,
			ibp_application_is_used_by(a, now->schools[i].id) ?
				_("yes") :
				_("no"));
	reply = ibp_plain_choose(&talk->chat.plain, &question,
				 now->school_count + 1, &chosen, NULL);
	if (reply != IBP_PLAIN_TEXT)
		return stay_after(ibp_chat_reply_go(reply, IBP_CHAT_STAY));
	ibp_map_toggle_school(&talk->map, a,
			      chosen ? now->schools[chosen - 1].id : 0,
			      &changes, &err);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go couple(struct ibp_map_talk *talk, long id)
{
	struct ibp_chat_ask ask = {
		.field = ibp_field_find(ibp_coupling_fields, "data")};
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	char *data = NULL;
	long other = 0;
	long key = 0;

	go = ibp_map_talk_pick(talk, false, &other);
	if (go != IBP_CHAT_NEXT)
		return stay_after(go);
	reply = ibp_chat_ask_field(&talk->chat, &ask, &data);
	if (reply == IBP_PLAIN_STOP || reply == IBP_PLAIN_BACK)
		return stay_after(ibp_chat_reply_go(reply, IBP_CHAT_STAY));
	ibp_map_add_coupling(&talk->map, &changes, id, other, &key, &err);
	if (!err.status && data)
		ibp_map_add_change(&talk->map, &changes, IBP_SUBJECT_COUPLING,
				   ibp_arena_printf(&changes.arena, "%ld", key),
				   "data", data);
	free(data);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go impact(struct ibp_map_talk *talk, long id)
{
	return stay_after(
		ibp_map_talk_question(talk, IBP_MAP_IMPACT, id, NULL));
}

static enum ibp_chat_go confirm(struct ibp_map_talk *talk, long id)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	ibp_map_add_confirmed(&talk->map, ibp_map_find(&talk->map, id),
			      &changes);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go undo(struct ibp_map_talk *talk, long id)
{
	ibp_chat_undo(&talk->chat);
	return find(talk, id) ? IBP_CHAT_STAY : IBP_CHAT_NEXT;
}

static enum ibp_chat_go take_out(struct ibp_map_talk *talk, long id)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	ibp_landscape_remove(talk->map.now, ibp_map_find(&talk->map, id),
			     &changes);
	return ibp_map_talk_save(talk, &changes, &err);
}

/* Numbers are kept: a file of answers relies on them. */
static const struct ibp_map_talk_item items[] = {
	{N_("read all that is known of it"), read_all},
	{N_("change a field"), change},
	{N_("note"), set_note},
	{N_("place it, or take it away"), place},
	{N_("which schools use it"), switch_school},
	{N_("couple it with another application"), couple},
	{N_("what is hit without it"), impact},
	{N_("its places still hold"), confirm},
	{N_("undo"), undo},
	{N_("remove it"), take_out},
};

enum ibp_chat_go ibp_map_talk_application(struct ibp_map_talk *talk, long id)
{
	const struct ibp_application *a = find(talk, id);

	if (!a)
		return IBP_CHAT_NEXT;
	ibp_plain_say(&talk->chat.plain, "%s.", a->name);
	return ibp_map_talk_items(talk, _("Act"), items,
				  sizeof(items) / sizeof(*items), id, false);
}

/* ---- A new one ---- */

enum ibp_chat_go ibp_map_talk_new(struct ibp_map_talk *talk, long which)
{
	struct ibp_chat_ask ask = {.field = ibp_application_fields};
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	const char *key = "";
	enum ibp_chat_go go;
	char *name = NULL;
	long id = 0;

	(void)which;
	reply = ibp_chat_ask_field(&talk->chat, &ask, &name);
	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_BACK);
	if (!ibp_map_new_key(&talk->map, IBP_SUBJECT_APPLICATION,
			     &changes.arena, &key, &err)) {
		id = strtol(key, NULL, 10);
		ibp_map_add_change(&talk->map, &changes,
				   IBP_SUBJECT_APPLICATION, key, "name", name);
	}
	free(name);
	go = ibp_map_talk_save(talk, &changes, &err);
	return go == IBP_CHAT_NEXT ? ibp_map_talk_application(talk, id) : go;
}
