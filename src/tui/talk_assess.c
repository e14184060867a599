/* Assessments over time, as questions. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/talk.h"

static const char *state_of(const struct ibp_assess_row *row)
{
	return row->locked ? _("locked") : C_("assessment", "open");
}

static bool is_now(const struct ibp_talk *talk,
		   const struct ibp_assess_row *row)
{
	return ibp_text_equal(talk->assessment->name, row->name);
}

/* Says the list; false: it could not be read, and that was said. */
static bool read_rows(struct ibp_talk *talk, struct ibp_arena *arena,
		      struct ibp_assess_row **rows, size_t *count)
{
	const struct ibp_assess_calls *calls = &talk->calls->assess;
	struct ibp_error err = {0};

	if (calls->list(calls->context, arena, rows, count, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		return false;
	}
	for (size_t i = 0; i < *count; i++)
		ibp_plain_say(&talk->chat.plain,
			      is_now(talk, &(*rows)[i]) ?
				      _("%zu %s. Norms %s, %ld scored, %s. You "
					"work in this one.") :
				      _("%zu %s. Norms %s, %ld scored, %s."),
			      i + 1, (*rows)[i].name, (*rows)[i].version,
			      (*rows)[i].scored, state_of(&(*rows)[i]));
	return true;
}

/* COUNT: none was chosen, and *GO says where to go. */
static size_t pick(struct ibp_talk *talk, const char *text, size_t count,
		   enum ibp_chat_go *go)
{
	struct ibp_plain_question question = {.text = text};
	struct ibp_buf answers = {0};
	const char *typed = "";
	size_t chosen = count;
	enum ibp_plain_reply reply;

	ibp_buf_addf(&answers, _("1 to %zu"), count);
	question.answers = answers.data;
	question.enter = _("Enter leaves it");
	reply = ibp_plain_choose(&talk->chat.plain, &question, count, &chosen,
				 &typed);
	*go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	if (reply != IBP_PLAIN_TEXT)
		chosen = count;
	else if (chosen >= count)
		ibp_plain_refuse(&talk->chat.plain, typed, count);
	ibp_buf_release(&answers);
	return chosen < count ? chosen : count;
}

/* Picks an assessment; CONTEXT of DO is its row. */
static enum ibp_chat_go with_one(struct ibp_talk *talk, const char *text,
				 void (*run)(struct ibp_talk *talk,
					     const struct ibp_assess_row *row))
{
	struct ibp_arena arena = {0};
	struct ibp_assess_row *rows = NULL;
	enum ibp_chat_go go = IBP_CHAT_NEXT;
	size_t count = 0;

	if (read_rows(talk, &arena, &rows, &count)) {
		size_t at = pick(talk, text, count, &go);

		if (at < count)
			run(talk, &rows[at]);
	}
	ibp_arena_release(&arena);
	return go;
}

static void choose(struct ibp_talk *talk, const struct ibp_assess_row *row)
{
	const struct ibp_assess_calls *calls = &talk->calls->assess;
	struct ibp_error err = {0};

	if (calls->choose(calls->context, row->name, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		return;
	}
	if (!ibp_chat_reload(&talk->chat))
		return;
	talk->domain = talk->framework->domain_count;
	ibp_plain_say(&talk->chat.plain,
		      _("You now work in the assessment %s."), row->name);
}

static void tell(struct ibp_talk *talk, enum ibp_assess_text text,
		 const char *a, const char *b)
{
	const struct ibp_assess_calls *calls = &talk->calls->assess;
	struct ibp_error err = {0};
	struct ibp_buf out = {0};

	if (calls->tell(calls->context, text, a, b, 0, &out, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&out));
	ibp_buf_release(&out);
}

static void compare(struct ibp_talk *talk, const struct ibp_assess_row *row)
{
	if (is_now(talk, row))
		ibp_plain_say(&talk->chat.plain,
			      _("You work in this one: choose another one to "
				"compare it with."));
	else
		tell(talk, IBP_ASSESS_COMPARE, row->name,
		     talk->assessment->name);
}

/* One line that must not be empty; NULL: it was left. */
static char *ask_line(struct ibp_talk *talk, const char *label,
		      enum ibp_chat_go *go)
{
	const struct ibp_field field = {.name = "name",
					.label = label,
					.kind = IBP_FIELD_LINE,
					.max = IBP_TEXT_LINE_MAX,
					.required = true};
	struct ibp_chat_ask ask = {.field = &field};
	char *value = NULL;
	enum ibp_plain_reply reply =
		ibp_chat_ask_field(&talk->chat, &ask, &value);

	*go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	if (reply == IBP_PLAIN_TEXT)
		return value;
	free(value);
	return NULL;
}

static void lock(struct ibp_talk *talk, const struct ibp_assess_row *row)
{
	const struct ibp_assess_calls *calls = &talk->calls->assess;
	enum ibp_chat_go go;
	struct ibp_error err = {0};
	char *reason = NULL;

	if (row->locked) {
		reason = ask_line(talk, N_("Reason to open it again"), &go);
		if (!reason)
			return;
	}
	if (calls->lock(calls->context, row->name, reason, &err))
		ibp_chat_complain(&talk->chat, &err);
	else if (ibp_chat_reload(&talk->chat))
		ibp_plain_say(&talk->chat.plain,
			      reason ? _("The assessment %s is open again.") :
				       _("The assessment %s is locked."),
			      row->name);
	free(reason);
}

static enum ibp_chat_go make(struct ibp_talk *talk, const char *copy)
{
	const struct ibp_assess_calls *calls = &talk->calls->assess;
	enum ibp_chat_go go;
	struct ibp_error err = {0};
	char *name = ask_line(talk, N_("Name of the new assessment"), &go);

	if (!name)
		return go;
	if (calls->make(calls->context, name, copy, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		ibp_plain_say(&talk->chat.plain,
			      _("The assessment %s is made. To work in it, "
				"choose it from the list."),
			      name);
	free(name);
	return go;
}

static enum ibp_chat_go do_choose(struct ibp_talk *talk)
{
	return with_one(talk, _("Which one to work in"), choose);
}

static enum ibp_chat_go do_compare(struct ibp_talk *talk)
{
	return with_one(talk, _("Which one to compare this one with"), compare);
}

static enum ibp_chat_go do_trend(struct ibp_talk *talk)
{
	tell(talk, IBP_ASSESS_TREND, NULL, NULL);
	return IBP_CHAT_NEXT;
}

static enum ibp_chat_go do_new(struct ibp_talk *talk)
{
	return make(talk, NULL);
}

static enum ibp_chat_go do_copy(struct ibp_talk *talk)
{
	return make(talk, talk->assessment->name);
}

static enum ibp_chat_go do_lock(struct ibp_talk *talk)
{
	return with_one(talk, _("Which one to lock, or to open again"), lock);
}

static const struct {
	const char *label;
	enum ibp_chat_go (*run)(struct ibp_talk *talk);
} items[] = {
	{N_("work in another assessment"), do_choose},
	{N_("compare with another one"), do_compare},
	{N_("trend"), do_trend},
	{N_("new, empty"), do_new},
	{N_("new, a copy of this one"), do_copy},
	{N_("lock, or open again"), do_lock},
};

#define ITEM_COUNT (sizeof(items) / sizeof(*items))

enum ibp_chat_go ibp_talk_assessments(struct ibp_talk *talk)
{
	enum ibp_chat_go go = IBP_CHAT_NEXT;
	size_t at;

	for (size_t i = 0; i < ITEM_COUNT; i++)
		ibp_plain_say(&talk->chat.plain, "%zu %s.", i + 1,
			      _(items[i].label));
	at = pick(talk, _("Assessments"), ITEM_COUNT, &go);
	return at < ITEM_COUNT ? items[at].run(talk) : go;
}
