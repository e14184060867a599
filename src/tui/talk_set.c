#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/content.h"

/* What `?` says of each field, and of its questions. */
static const char *help_of(const char *name)
{
	static const struct {
		const char *name;
		const char *help;
	} rows[] = {
		{"owner", N_("Who sees to this norm. A role is enough: names "
			     "of people are not needed.")},
		{"target", N_("The level you want to reach for this norm. "
			      "Level 3 is what the sector asks.")},
		{"due", N_("When the target should be reached.")},
		{"status", N_("How far the work on this norm is. It does not "
			      "change the score.")},
		{"priority", N_("What comes first in the gap list.")},
		{"reason", N_("Why this norm does not apply to your board, or "
			      "why it has this score. Whoever checks the "
			      "assessment reads it.")},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (!strncmp(name, rows[i].name, strlen(rows[i].name)))
			return _(rows[i].help);
	return NULL;
}

static enum ibp_chat_go set_note(struct ibp_talk *talk, size_t index)
{
	const char *code = talk->framework->norms[index].code;
	const char *shown = talk->assessment->answers[index].note;
	struct ibp_buf name = {0};
	enum ibp_plain_reply reply;
	char *value = NULL;
	bool saved = true;

	ibp_buf_addf(&name, "norm/%s/note", code);
	ibp_talk_say_note(talk, index);
	reply = ibp_chat_ask_note(&talk->chat, ibp_buf_text(&name), shown,
				  &value);
	if (reply == IBP_PLAIN_TEXT)
		saved = ibp_talk_set(talk, IBP_SUBJECT_NORM, code, "note",
				     shown, value);
	free(value);
	ibp_buf_release(&name);
	return ibp_chat_reply_go(reply, ibp_chat_saved_go(&talk->chat, saved));
}

/* Whether NAME is the reason of a "not applicable": that stays. */
static bool is_needed(const struct ibp_answer *answer, const char *name)
{
	static const struct {
		const char *reason;
		enum ibp_assessor who;
	} rows[] = {
		{"reason", IBP_ASSESSOR_FIRST},
		{"reason:2", IBP_ASSESSOR_SECOND},
		{"reason:settled", IBP_ASSESSOR_SETTLED},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (!strcmp(name, rows[i].reason))
			return answer->scores[rows[i].who] == IBP_SCORE_NA;
	return false;
}

static bool is_listed(const struct ibp_strings *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i], text))
			return true;
	return false;
}

struct ibp_strings ibp_talk_owners(const struct ibp_talk *talk,
				   struct ibp_arena *arena)
{
	const struct ibp_framework *framework = talk->framework;
	const struct ibp_strings *roles = &framework->roles;
	struct ibp_strings list = {
		.items = ibp_arena_alloc(
			arena, (roles->count + framework->norm_count) *
				       sizeof(*list.items))};

	for (size_t i = 0; i < roles->count; i++)
		list.items[list.count++] = ibp_content_item(
			framework->id, "roles", i + 1, roles->items[i]);
	for (size_t i = 0; i < framework->norm_count; i++) {
		const char *owner = talk->assessment->answers[i].owner;

		if (owner && !is_listed(&list, owner))
			list.items[list.count++] =
				ibp_arena_strdup(arena, owner);
	}
	return list;
}

static enum ibp_chat_go set_field(struct ibp_talk *talk, size_t index,
				  const char *name)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	char target[2] = {(char)('0' + talk->framework->target), '\0'};
	struct ibp_field field = *ibp_field_find(ibp_norm_fields, name);
	struct ibp_chat_ask ask = {
		.field = &field,
		.shown = ibp_answer_value(answer, name),
		.help = help_of(name),
	};
	struct ibp_arena arena = {0};
	struct ibp_strings owners = ibp_talk_owners(talk, &arena);
	enum ibp_plain_reply reply;
	char *value = NULL;
	bool saved = true;

	field.required = is_needed(answer, name);
	if (!strcmp(name, "owner"))
		ask.offered = &owners;
	if (!strcmp(name, "target"))
		ask.unset = target;
	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	if (reply == IBP_PLAIN_TEXT)
		saved = ibp_talk_set(talk, IBP_SUBJECT_NORM,
				     talk->framework->norms[index].code, name,
				     ask.shown, value);
	free(value);
	ibp_arena_release(&arena);
	return ibp_chat_reply_go(reply, ibp_chat_saved_go(&talk->chat, saved));
}

enum ibp_chat_go ibp_talk_norm_field(struct ibp_talk *talk, size_t index,
				     const char *name)
{
	return strcmp(name, "note") ? set_field(talk, index, name) :
				      set_note(talk, index);
}

/*
 * Asks why; "not applicable" never stands without it.  *REASON is NULL
 * where the reason that is there was kept.
 */
static enum ibp_plain_reply ask_reason(struct ibp_talk *talk, const char *field,
				       const char *shown, char **reason)
{
	struct ibp_field required = *ibp_field_find(ibp_norm_fields, field);
	struct ibp_chat_ask ask = {
		.field = &required, .shown = shown, .help = help_of(field)};

	required.required = true;
	return ibp_chat_ask_field(&talk->chat, &ask, reason);
}

enum ibp_chat_go ibp_talk_norm_score(struct ibp_talk *talk, size_t index,
				     const char *field, const char *reason,
				     const char *score)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	const char *code = talk->framework->norms[index].code;
	const char *from = ibp_answer_value(answer, field);
	const char *why = ibp_answer_value(answer, reason);
	bool was_na = from && !strcmp(from, "na");
	bool is_na = score && !strcmp(score, "na");
	struct ibp_changes changes = {0};
	enum ibp_plain_reply reply = IBP_PLAIN_KEEP;
	char *given = NULL;
	bool saved = true;

	if (is_na)
		reply = ask_reason(talk, reason, why, &given);
	if (reply == IBP_PLAIN_BACK || reply == IBP_PLAIN_STOP) {
		ibp_plain_say(&talk->chat.plain,
			      _("%s: the score stays as it was, because \"not "
				"applicable\" needs a reason."),
			      code);
		return reply == IBP_PLAIN_STOP ? IBP_CHAT_STOP : IBP_CHAT_STAY;
	}
	ibp_changes_add(&changes, IBP_SUBJECT_NORM, talk->assessment->id, code,
			field, from, score);
	if (given || (was_na && !is_na))
		ibp_changes_add(&changes, IBP_SUBJECT_NORM,
				talk->assessment->id, code, reason, why, given);
	if (changes.count > 1 || !ibp_text_equal(from, score))
		saved = ibp_chat_apply(&talk->chat, &changes);
	ibp_changes_release(&changes);
	free(given);
	return ibp_chat_saved_go(&talk->chat, saved);
}

/* One score with its reason, of the second assessor or settled. */
static enum ibp_chat_go ask_score(struct ibp_talk *talk, size_t index,
				  const char *field, const char *reason)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	const struct ibp_field *row = ibp_field_find(ibp_norm_fields, field);
	char *shown = ibp_field_show(row, ibp_answer_value(answer, field));
	struct ibp_buf enter = {0};
	struct ibp_plain_question question = {
		.text = _(row->label),
		.answers = _("1 to 5, - not applicable"),
		.help = _("1 to 5 is the score, - says that the norm does not "
			  "apply, 0 clears it."),
		.enter = *shown ? ibp_plain_enter(shown, &enter) :
				  _("Enter skips"),
	};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go = IBP_CHAT_STAY;
	const char *typed;
	char level[2];

	while (go == IBP_CHAT_STAY) {
		reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
		go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
		if (reply != IBP_PLAIN_TEXT)
			break;
		if (!strcmp(typed, "-") || !strcmp(typed, "0")) {
			go = ibp_talk_norm_score(talk, index, field, reason,
						 *typed == '-' ? "na" : NULL);
		} else if (ibp_score_value(typed) > 0) {
			snprintf(level, sizeof(level), "%s", typed);
			go = ibp_talk_norm_score(talk, index, field, reason,
						 level);
			if (go == IBP_CHAT_NEXT)
				go = ibp_talk_norm_field(talk, index, reason);
		} else {
			ibp_plain_refuse(&talk->chat.plain, typed, IBP_LEVELS);
			go = IBP_CHAT_STAY;
		}
	}
	ibp_buf_release(&enter);
	free(shown);
	return go;
}

enum ibp_chat_go ibp_talk_four_eyes(struct ibp_talk *talk, size_t index)
{
	enum ibp_chat_go go;

	ibp_plain_say(&talk->chat.plain,
		      _("A colleague gives a second score. Where you agree, "
			"the settled score is what counts."));
	do {
		go = ask_score(talk, index, "score:2", "reason:2");
		if (go != IBP_CHAT_NEXT)
			return go;
		go = ask_score(talk, index, "score:settled", "reason:settled");
	} while (go == IBP_CHAT_BACK);
	return go;
}
