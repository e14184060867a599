#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* What is asked of a piece of evidence, in this order. */
static const struct {
	const char *name;
	size_t offset; /* in struct ibp_evidence */
	const char *help;
} rows[] = {
	{"title", offsetof(struct ibp_evidence, title),
	 N_("What it is called, for instance: policy of 2026.")},
	{"ref", offsetof(struct ibp_evidence, ref),
	 N_("Where it is: a path or an address. The file itself is not "
	    "copied.")},
	{"kind", offsetof(struct ibp_evidence, kind), NULL},
	{"date", offsetof(struct ibp_evidence, date),
	 N_("The date of the document or of what was seen.")},
	{"checked_by", offsetof(struct ibp_evidence, checked_by),
	 N_("Who looked at it. A role is enough.")},
	{"confidence", offsetof(struct ibp_evidence, confidence),
	 N_("How sure it is that this shows what the norm asks.")},
};

#define ROW_COUNT (sizeof(rows) / sizeof(*rows))

static const struct ibp_evidence *find(const struct ibp_talk *talk, long id)
{
	const struct ibp_assessment *assessment = talk->assessment;

	for (size_t i = 0; i < assessment->evidence_count; i++)
		if (assessment->evidence[i].id == id)
			return &assessment->evidence[i];
	return NULL;
}

static const char *value_of(const struct ibp_evidence *evidence, size_t row)
{
	const void *member;

	if (!evidence)
		return NULL;
	member = (const char *)evidence + rows[row].offset;
	return *(const char *const *)member;
}

static void add_evidence(const struct ibp_evidence *evidence,
			 struct ibp_buf *text)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		const struct ibp_field *field =
			ibp_field_find(ibp_evidence_fields, rows[i].name);
		const char *value = value_of(evidence, i);
		char *shown;

		if (!value)
			continue;
		shown = ibp_field_show(field, value);
		if (i)
			ibp_plain_add(text, "%s: %s.", _(field->label), shown);
		else
			ibp_plain_add(text, "%s.", shown);
		free(shown);
	}
}

/* The first value of a new one makes it: norm and title in one step. */
static bool save(struct ibp_talk *talk, size_t index, long id, size_t row,
		 const char *from, const char *to)
{
	struct ibp_changes changes = {0};
	struct ibp_buf key = {0};
	bool done;

	ibp_buf_addf(&key, "%ld", id);
	if (!find(talk, id))
		ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE,
				talk->assessment->id, ibp_buf_text(&key),
				"norm", NULL,
				talk->framework->norms[index].code);
	ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE, talk->assessment->id,
			ibp_buf_text(&key), rows[row].name, from, to);
	done = ibp_chat_apply(&talk->chat, &changes);
	ibp_changes_release(&changes);
	ibp_buf_release(&key);
	return done;
}

static enum ibp_chat_go ask_row(struct ibp_talk *talk, size_t index, long id,
				size_t row)
{
	const struct ibp_evidence *evidence = find(talk, id);
	struct ibp_chat_ask ask = {
		.field = ibp_field_find(ibp_evidence_fields, rows[row].name),
		.shown = value_of(evidence, row),
		.help = rows[row].help ? _(rows[row].help) : NULL,
	};
	enum ibp_plain_reply reply;
	char *value = NULL;
	bool saved = true;

	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	if (reply == IBP_PLAIN_TEXT)
		saved = save(talk, index, id, row, ask.shown, value);
	free(value);
	return ibp_chat_reply_go(reply, ibp_chat_saved_go(&talk->chat, saved));
}

/* Every value is saved as soon as it was answered. */
static enum ibp_chat_go edit(struct ibp_talk *talk, size_t index, long id)
{
	size_t row = 0;

	while (row < ROW_COUNT) {
		enum ibp_chat_go go = ask_row(talk, index, id, row);

		if (go == IBP_CHAT_NEXT)
			row++;
		else if (go == IBP_CHAT_BACK && row)
			row--;
		else if (go != IBP_CHAT_STAY)
			return go == IBP_CHAT_BACK ? IBP_CHAT_STAY : go;
	}
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go add(struct ibp_talk *talk, size_t index)
{
	struct ibp_error err = {0};
	long id = 0;

	if (talk->chat.writable &&
	    talk->calls->file.new_id(talk->calls->file.context,
				     IBP_SUBJECT_EVIDENCE, &id, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		return ibp_chat_saved_go(&talk->chat, false);
	}
	return edit(talk, index, id);
}

/* The last change clears what makes it exist. */
static enum ibp_chat_go remove_one(struct ibp_talk *talk,
				   const struct ibp_evidence *evidence)
{
	struct ibp_changes changes = {0};
	struct ibp_buf key = {0};
	bool saved;

	ibp_buf_addf(&key, "%ld", evidence->id);
	for (size_t i = ROW_COUNT; i-- > 0;)
		if (value_of(evidence, i))
			ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE,
					talk->assessment->id,
					ibp_buf_text(&key), rows[i].name,
					value_of(evidence, i), NULL);
	ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE, talk->assessment->id,
			ibp_buf_text(&key), "norm", evidence->norm, NULL);
	saved = ibp_chat_apply(&talk->chat, &changes);
	ibp_changes_release(&changes);
	ibp_buf_release(&key);
	return saved ? IBP_CHAT_STAY : ibp_chat_saved_go(&talk->chat, saved);
}

static enum ibp_chat_go open_one(struct ibp_talk *talk, size_t index, long id)
{
	const char *choices[] = {_("change"), _("remove")};
	struct ibp_plain_question question = {.text = _("Evidence"),
					      .enter = _("Enter leaves it")};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	ibp_plain_say_choices(&talk->chat.plain, choices, 2, false);
	reply = ibp_plain_choose(&talk->chat.plain, &question, 2, &chosen,
				 NULL);
	if (reply == IBP_PLAIN_STOP)
		return IBP_CHAT_STOP;
	if (reply != IBP_PLAIN_TEXT)
		return IBP_CHAT_STAY;
	return chosen ? remove_one(talk, find(talk, id)) :
			edit(talk, index, id);
}

static void say_list(struct ibp_talk *talk, size_t index)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];

	ibp_plain_say(&talk->chat.plain, _("Evidence with %s: %zu."),
		      talk->framework->norms[index].code,
		      answer->evidence_count);
	for (size_t i = 0; i < answer->evidence_count; i++) {
		struct ibp_buf text = {0};

		add_evidence(&answer->evidence[i], &text);
		ibp_plain_say(&talk->chat.plain, "%zu %s", i + 1,
			      ibp_buf_text(&text));
		ibp_buf_release(&text);
	}
}

static enum ibp_chat_go answer_evidence(struct ibp_talk *talk, size_t index,
					size_t chosen, const char *typed)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];

	if (chosen < answer->evidence_count)
		return open_one(talk, index, answer->evidence[chosen].id);
	if (!strcmp(typed, "n") || !strcmp(typed, "N"))
		return add(talk, index);
	if (!strcmp(typed, "m") || !strcmp(typed, "M"))
		return IBP_CHAT_MENU;
	ibp_plain_say(&talk->chat.plain,
		      _("%s is not an answer here: type n for new evidence, "
			"or the number of what is there."),
		      typed);
	return IBP_CHAT_STAY;
}

enum ibp_chat_go ibp_talk_evidence(struct ibp_talk *talk, size_t index)
{
	enum ibp_chat_go go = IBP_CHAT_STAY;

	while (go == IBP_CHAT_STAY) {
		size_t count = talk->assessment->answers[index].evidence_count;
		struct ibp_plain_question question = {
			.text = _("Evidence"),
			.enter = _("Enter goes on"),
			.help = _("Evidence is what shows that the score is "
				  "right: a document, a record, something you "
				  "saw or were told."),
		};
		struct ibp_buf answers = {0};
		enum ibp_plain_reply reply;
		const char *typed = "";
		size_t chosen = count;

		say_list(talk, index);
		ibp_buf_add(&answers, _("n new"));
		if (count) {
			ibp_buf_add(&answers, ", ");
			ibp_plain_add_range(&answers, count);
		}
		question.answers = ibp_buf_text(&answers);
		reply = ibp_plain_choose(&talk->chat.plain, &question, count,
					 &chosen, &typed);
		go = reply == IBP_PLAIN_TEXT ?
			     answer_evidence(talk, index, chosen, typed) :
			     ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
		ibp_buf_release(&answers);
	}
	return go;
}

/* Every piece of evidence of the assessment, by norm. */
enum ibp_chat_go ibp_talk_all_evidence(struct ibp_talk *talk)
{
	const struct ibp_assessment *assessment = talk->assessment;
	size_t count = assessment->evidence_count;
	struct ibp_arena arena = {0};
	const char **lines =
		ibp_arena_alloc(&arena, (count + 1) * sizeof(*lines));
	enum ibp_chat_go go;

	for (size_t i = 0; i < count; i++) {
		struct ibp_buf text = {0};

		ibp_plain_add(&text, "%s.", assessment->evidence[i].norm);
		add_evidence(&assessment->evidence[i], &text);
		lines[i] = ibp_arena_strdup(&arena, ibp_buf_text(&text));
		ibp_buf_release(&text);
	}
	ibp_plain_say(&talk->chat.plain, _("Evidence: %zu."), count);
	go = ibp_chat_read_on(&talk->chat, lines, count);
	ibp_arena_release(&arena);
	return go;
}
