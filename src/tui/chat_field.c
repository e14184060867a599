#include "tui/chat.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define CHOICES_MAX 40

enum ibp_chat_go ibp_chat_reply_go(enum ibp_plain_reply reply,
				   enum ibp_chat_go go)
{
	if (reply == IBP_PLAIN_STOP)
		return IBP_CHAT_STOP;
	return reply == IBP_PLAIN_BACK ? IBP_CHAT_BACK : go;
}

/* What can be typed beside Enter. */
static const char *answers_of(const struct ibp_field *field)
{
	switch (field->kind) {
	case IBP_FIELD_DATE:
		return _("a date such as 30-06-2027 or +3m");
	case IBP_FIELD_NUMBER:
		return _("a whole number");
	case IBP_FIELD_LEVEL:
		return _("1 to 5");
	case IBP_FIELD_COUNTRY:
		return _("two letters");
	case IBP_FIELD_LINE:
	case IBP_FIELD_NOTE:
	case IBP_FIELD_SCORE:
	case IBP_FIELD_CHOICE:
	case IBP_FIELD_TIME:
		break;
	}
	return _("a text");
}

/* Fills LABELS with what is offered by number; returns how many. */
static size_t offer(const struct ibp_chat_ask *ask, const char **labels)
{
	const struct ibp_choice *choices = ask->field->choices;
	size_t count = 0;

	while (choices && choices[count].word && count < CHOICES_MAX) {
		labels[count] =
			ibp_field_choice_label(ask->field, choices[count].word);
		count++;
	}
	if (choices || !ask->offered)
		return count;
	for (; count < ask->offered->count && count < CHOICES_MAX; count++)
		labels[count] = ask->offered->items[count];
	return count;
}

static void add_answers(const struct ibp_chat_ask *ask, size_t offered,
			struct ibp_buf *text)
{
	if (offered && ask->field->choices)
		ibp_buf_addf(text, _("1 to %zu"), offered);
	else if (offered)
		ibp_buf_addf(text, _("1 to %zu or a text"), offered);
	else
		ibp_buf_add(text, answers_of(ask->field));
}

static void add_help(const struct ibp_chat_ask *ask, struct ibp_buf *text)
{
	if (ask->help)
		ibp_buf_addf(text, "%s\n", ask->help);
	if (ask->field->kind == IBP_FIELD_DATE)
		ibp_buf_addf(text, "%s\n",
			     _("You can type 30-06-2027, 2027-06-30, or from "
			       "today +10d for ten days, +2w for two weeks, "
			       "+3m for three months or +1y for a year."));
	if ((ask->shown || ask->always) && !ask->field->required)
		ibp_buf_addf(text, "%s\n", _("- clears it."));
}

/* Only where the question itself does not say what is there. */
static void say_shown(struct ibp_chat *chat, const struct ibp_chat_ask *ask,
		      const char *shown)
{
	if (shown && ibp_plain_is_long(shown))
		ibp_plain_say(&chat->plain, _("%s now: %s."),
			      _(ask->field->label), shown);
	else if (!shown && ask->unset)
		ibp_plain_say(&chat->plain, _("%s: not set, so %s holds."),
			      _(ask->field->label), ask->unset);
}

/* TEXT as typed, or a choice by number: the canonical value in *VALUE. */
static bool read_value(struct ibp_chat *chat, const struct ibp_chat_ask *ask,
		       size_t chosen, size_t offered, const char *text,
		       char **value)
{
	struct ibp_error err = {0};

	if (chosen < offered)
		text = ask->field->choices ? ask->field->choices[chosen].word :
					     ask->offered->items[chosen];
	else if (!strcmp(text, "-"))
		text = "";
	else if (ask->field->choices && ibp_field_choice(ask->field, text) < 0)
		return ibp_plain_refuse(&chat->plain, text, offered);
	if (!ibp_field_parse(ask->field, text, chat->today, value, &err))
		return true;
	ibp_chat_complain(chat, &err);
	return false;
}

static enum ibp_plain_reply ask_until_right(
	struct ibp_chat *chat, const struct ibp_chat_ask *ask,
	const struct ibp_plain_question *question, size_t offered, char **value)
{
	enum ibp_plain_reply reply;
	const char *text = "";
	size_t chosen;

	for (;;) {
		chosen = offered;
		reply = offered ? ibp_plain_choose(&chat->plain, question,
						   offered, &chosen, &text) :
				  ibp_plain_ask(&chat->plain, question, &text);
		if (reply != IBP_PLAIN_TEXT)
			return reply;
		if (!read_value(chat, ask, chosen, offered, text, value))
			continue;
		if (ask->always || !ibp_text_equal(*value, ask->shown))
			return IBP_PLAIN_TEXT;
		free(*value);
		*value = NULL;
		return IBP_PLAIN_KEEP;
	}
}

enum ibp_plain_reply ibp_chat_ask_field(struct ibp_chat *chat,
					const struct ibp_chat_ask *ask,
					char **value)
{
	const char *labels[CHOICES_MAX];
	size_t offered = offer(ask, labels);
	char *shown =
		ask->shown ? ibp_field_show(ask->field, ask->shown) : NULL;
	struct ibp_buf answers = {0};
	struct ibp_buf enter = {0};
	struct ibp_buf help = {0};
	struct ibp_plain_question question = {.text = _(ask->field->label)};
	enum ibp_plain_reply reply;

	add_answers(ask, offered, &answers);
	question.answers = ibp_buf_text(&answers);
	add_help(ask, &help);
	if (help.length)
		question.help = ibp_buf_text(&help);
	if (shown)
		question.enter = ibp_plain_enter(shown, &enter);
	else if (!ask->field->required)
		question.enter = _("Enter skips");
	say_shown(chat, ask, shown);
	ibp_plain_say_choices(&chat->plain, labels, offered, false);
	reply = ask_until_right(chat, ask, &question, offered, value);
	ibp_buf_release(&help);
	ibp_buf_release(&enter);
	ibp_buf_release(&answers);
	free(shown);
	return reply;
}

/* ---- A note ---- */

struct draft {
	struct ibp_chat *chat;
	const char *name;
};

/* That a draft could not be kept is said once the note itself is saved. */
static void keep_draft(void *context, const char *text)
{
	struct draft *draft = context;
	const struct ibp_file_calls *calls = draft->chat->calls;
	struct ibp_error err = {0};

	if (calls->draft_set && draft->chat->writable)
		calls->draft_set(calls->context, draft->name,
				 text && *text ? text : NULL, &err);
	ibp_error_release(&err);
}

static char *find_draft(const struct ibp_chat *chat, const char *name)
{
	return chat->calls->draft_get ?
		       chat->calls->draft_get(chat->calls->context, name) :
		       NULL;
}

/* Reads the lines and makes them a value; *TEXT is what is there so far. */
static enum ibp_plain_reply type_note(struct ibp_chat *chat, const char *name,
				      struct ibp_buf *text, char **value)
{
	const struct ibp_field *field = ibp_field_find(ibp_norm_fields, "note");
	const struct ibp_plain_question question = {
		.text = _("Note, up to a line with only a full stop"),
		.enter = _("Enter skips"),
		.help = _("As many lines as you like; a line with only a full "
			  "stop ends the note. < takes the last line back. q "
			  "stops and keeps what you typed as a draft."),
	};
	struct draft draft = {chat, name};
	enum ibp_plain_reply reply;
	struct ibp_error err = {0};

	for (;;) {
		reply = ibp_plain_lines(&chat->plain, &question, text,
					keep_draft, &draft);
		if (reply == IBP_PLAIN_STOP && text->length && chat->writable)
			ibp_plain_say(&chat->plain,
				      _("What you typed is kept as a draft."));
		if (reply != IBP_PLAIN_TEXT)
			return reply;
		if (!ibp_field_parse(field, ibp_buf_text(text), chat->today,
				     value, &err))
			break;
		ibp_chat_complain(chat, &err);
	}
	keep_draft(&draft, NULL);
	return IBP_PLAIN_TEXT;
}

enum way { WAY_ANEW, WAY_MORE, WAY_CLEAR, WAY_DRAFT };

/* Which of the ways there are; an empty note is simply typed. */
static enum ibp_plain_reply ask_way(struct ibp_chat *chat, const char *shown,
				    const char *draft, enum way *way)
{
	static const char *const labels[] = {
		N_("write a new one"), N_("add lines"), N_("remove the note"),
		N_("go on with the draft")};
	const char *choices[4];
	enum way ways[4];
	size_t count = 0;
	size_t chosen = 0;
	enum ibp_plain_reply reply;
	struct ibp_plain_question question = {
		.text = _("Note"), .enter = _("Enter keeps the note")};

	for (enum way i = WAY_ANEW; i <= WAY_DRAFT; i++) {
		if ((i == WAY_DRAFT && !draft) ||
		    ((i == WAY_MORE || i == WAY_CLEAR) && !shown))
			continue;
		choices[count] = _(labels[i]);
		ways[count++] = i;
	}
	*way = WAY_ANEW;
	if (count == 1)
		return IBP_PLAIN_TEXT;
	if (!shown)
		question.enter = _("Enter skips");
	ibp_plain_say_choices(&chat->plain, choices, count, false);
	reply = ibp_plain_choose(&chat->plain, &question, count, &chosen, NULL);
	*way = ways[chosen];
	return reply;
}

/* What is there already, with its last line ended. */
static void start_text(struct ibp_buf *text, const char *there)
{
	ibp_buf_add(text, there ? there : "");
	if (text->length && text->data[text->length - 1] != '\n')
		ibp_buf_add_char(text, '\n');
}

enum ibp_plain_reply ibp_chat_ask_note(struct ibp_chat *chat, const char *name,
				       const char *shown, char **value)
{
	char *draft = find_draft(chat, name);
	struct ibp_buf text = {0};
	enum ibp_plain_reply reply;
	char *typed = NULL;
	enum way way;

	reply = ask_way(chat, shown, draft, &way);
	if (reply == IBP_PLAIN_TEXT && way != WAY_CLEAR) {
		if (way == WAY_DRAFT)
			ibp_plain_say_text(&chat->plain, draft);
		start_text(&text, way == WAY_MORE  ? shown :
				  way == WAY_DRAFT ? draft :
						     NULL);
		reply = type_note(chat, name, &text, &typed);
	}
	if (reply == IBP_PLAIN_TEXT && ibp_text_equal(typed, shown))
		reply = IBP_PLAIN_KEEP;
	if (reply == IBP_PLAIN_TEXT)
		*value = typed;
	else
		free(typed);
	ibp_buf_release(&text);
	free(draft);
	return reply;
}
