#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "core/norm_row.h"

static const char *const names[] = {"score",  "owner",    "target", "due",
				    "status", "priority", "note"};

#define NAME_COUNT (sizeof(names) / sizeof(*names))

struct bulk {
	struct ibp_talk *talk;
	const size_t *indexes;
	size_t count;
	const char *field;
	char *value;
	char *reason; /* of "not applicable" */
};

static void add_change(const struct bulk *bulk, size_t index, const char *field,
		       const char *to, struct ibp_changes *changes)
{
	const struct ibp_assessment *assessment = bulk->talk->assessment;

	ibp_changes_add(changes, IBP_SUBJECT_NORM, assessment->id,
			bulk->talk->framework->norms[index].code, field,
			ibp_answer_value(&assessment->answers[index], field),
			to);
}

/* The reason of "not applicable" goes with it. */
static bool loses_reason(const struct bulk *bulk, size_t index)
{
	const struct ibp_answer *answer =
		&bulk->talk->assessment->answers[index];

	return !strcmp(bulk->field, "score") &&
	       answer->scores[IBP_ASSESSOR_FIRST] == IBP_SCORE_NA;
}

/* All of it is one step, so that one undo takes it back. */
static enum ibp_chat_go save(const struct bulk *bulk)
{
	struct ibp_changes changes = {0};
	bool saved;

	for (size_t i = 0; i < bulk->count; i++) {
		add_change(bulk, bulk->indexes[i], bulk->field, bulk->value,
			   &changes);
		if (bulk->reason || loses_reason(bulk, bulk->indexes[i]))
			add_change(bulk, bulk->indexes[i], "reason",
				   bulk->reason, &changes);
	}
	saved = ibp_chat_apply(&bulk->talk->chat, &changes);
	ibp_changes_release(&changes);
	return ibp_chat_saved_go(&bulk->talk->chat, saved);
}

/* "No" leaves all as it was. */
static enum ibp_plain_reply confirm(struct bulk *bulk)
{
	const char *choices[] = {_("yes, change them"), _("no")};
	struct ibp_plain_question question = {.text = _("Change them")};
	struct ibp_plain *plain = &bulk->talk->chat.plain;
	enum ibp_plain_reply reply;
	size_t chosen = 1;

	ibp_plain_say(plain,
		      ibp_ngettext("This changes %zu norm.",
				   "This changes %zu norms.", bulk->count),
		      bulk->count);
	ibp_plain_say_choices(plain, choices, 2, false);
	reply = ibp_plain_choose(plain, &question, 2, &chosen, NULL);
	if (reply == IBP_PLAIN_TEXT && chosen)
		return IBP_PLAIN_KEEP;
	return reply;
}

static enum ibp_plain_reply ask_score(struct bulk *bulk)
{
	struct ibp_plain_question question = {
		.text = _("Score"),
		.answers = _("1 to 5, - not applicable, 0 none")};
	struct ibp_chat_ask why = {
		.field = ibp_field_find(ibp_norm_fields, "reason")};
	struct ibp_field required = *why.field;
	enum ibp_plain_reply reply;
	const char *typed;

	required.required = true;
	why.field = &required;
	while ((reply = ibp_plain_ask(&bulk->talk->chat.plain, &question,
				      &typed)) == IBP_PLAIN_TEXT) {
		if (!strcmp(typed, "0"))
			return reply;
		if (!strcmp(typed, "-"))
			bulk->value = ibp_strdup("na");
		else if (ibp_score_value(typed) > 0)
			bulk->value = ibp_strdup(typed);
		if (bulk->value && *typed == '-')
			return ibp_chat_ask_field(&bulk->talk->chat, &why,
						  &bulk->reason);
		if (bulk->value)
			return reply;
		ibp_plain_refuse(&bulk->talk->chat.plain, typed, IBP_LEVELS);
	}
	return reply;
}

static enum ibp_plain_reply ask_value(struct bulk *bulk)
{
	struct ibp_arena arena = {0};
	struct ibp_strings owners = ibp_talk_owners(bulk->talk, &arena);
	struct ibp_chat_ask ask = {
		.field = ibp_field_find(ibp_norm_fields, bulk->field),
		.offered = strcmp(bulk->field, "owner") ? NULL : &owners,
		.always = true};
	enum ibp_plain_reply reply;

	if (!strcmp(bulk->field, "score"))
		reply = ask_score(bulk);
	else if (ask.field->kind == IBP_FIELD_NOTE)
		reply = ibp_chat_ask_note(&bulk->talk->chat, "norms/note", NULL,
					  &bulk->value);
	else
		reply = ibp_chat_ask_field(&bulk->talk->chat, &ask,
					   &bulk->value);
	ibp_arena_release(&arena);
	return reply;
}

static enum ibp_plain_reply ask_name(struct bulk *bulk)
{
	const char *labels[NAME_COUNT];
	struct ibp_plain_question question = {.text = _("Change what")};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	for (size_t i = 0; i < NAME_COUNT; i++)
		labels[i] = _(ibp_field_find(ibp_norm_fields, names[i])->label);
	ibp_plain_say_choices(&bulk->talk->chat.plain, labels, NAME_COUNT,
			      false);
	reply = ibp_plain_choose(&bulk->talk->chat.plain, &question, NAME_COUNT,
				 &chosen, NULL);
	bulk->field = names[chosen];
	return reply;
}

static void forget(struct bulk *bulk)
{
	free(bulk->reason);
	free(bulk->value);
	bulk->reason = bulk->value = NULL;
}

/* Three questions, each with the way back to the one before. */
static enum ibp_plain_reply ask(struct bulk *bulk)
{
	static enum ibp_plain_reply (*const questions[])(struct bulk *) = {
		ask_name, ask_value, confirm};
	enum ibp_plain_reply reply = IBP_PLAIN_TEXT;
	size_t at = 0;

	while (at < sizeof(questions) / sizeof(*questions)) {
		if (at < 2)
			forget(bulk);
		reply = questions[at](bulk);
		if (reply == IBP_PLAIN_TEXT)
			at++;
		else if (reply == IBP_PLAIN_BACK && at)
			at--;
		else
			break;
	}
	return reply;
}

enum ibp_chat_go ibp_talk_bulk(struct ibp_talk *talk, const size_t *indexes,
			       size_t count)
{
	struct bulk bulk = {.talk = talk, .indexes = indexes, .count = count};
	enum ibp_plain_reply reply = ask(&bulk);
	enum ibp_chat_go go = IBP_CHAT_STAY;

	if (reply == IBP_PLAIN_TEXT)
		go = save(&bulk);
	else if (reply == IBP_PLAIN_STOP)
		go = IBP_CHAT_STOP;
	forget(&bulk);
	return go;
}

/* ---- Which norms ---- */

/* Adds the norms that WORD, a code or a domain, names; none: 0. */
static size_t add_word(const struct ibp_talk *talk, const char *word,
		       size_t *indexes, size_t count)
{
	const struct ibp_framework *framework = talk->framework;
	size_t index = ibp_talk_find_norm(talk, word);
	size_t before = count;

	if (index < framework->norm_count)
		indexes[count++] = index;
	for (size_t i = 0; i < framework->domain_count; i++)
		for (size_t j = 0;
		     j < framework->domains[i].norm_count &&
		     !strcasecmp(framework->domains[i].code, word);
		     j++)
			indexes[count++] = framework->domains[i].first_norm + j;
	return count - before;
}

/* Every word a code or a domain: how many norms, each once; else 0. */
static size_t read_codes(const struct ibp_talk *talk, const char *typed,
			 bool *chosen)
{
	size_t *found =
		ibp_alloc(2 * talk->framework->norm_count * sizeof(*found));
	char *words = ibp_strdup(typed);
	char *rest = words;
	size_t count = 0;
	char *word;

	while ((word = strsep(&rest, " ,\t"))) {
		size_t added = *word ? add_word(talk, word, found, 0) : 0;

		if (*word && !added) {
			count = 0;
			break;
		}
		for (size_t i = 0; i < added; i++)
			chosen[found[i]] = true;
		count += added;
	}
	free(words);
	free(found);
	return count;
}

static bool read_filter(struct ibp_talk *talk, const char *typed, bool *chosen)
{
	struct ibp_filter *filter = NULL;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	size_t *indexes = NULL;
	size_t count = 0;
	bool right;

	right = !ibp_filter_parse(typed, ibp_norm_row_fields, talk->chat.today,
				  &filter, &err) &&
		!ibp_norm_rows(talk->framework, talk->assessment, filter, NULL,
			       &arena, &indexes, &count, &err);
	if (!right)
		ibp_chat_complain(&talk->chat, &err);
	for (size_t i = 0; i < count; i++)
		chosen[indexes[i]] = true;
	ibp_filter_free(filter);
	ibp_arena_release(&arena);
	return right;
}

/* The chosen norms in the order of the framework. */
static size_t collect(const bool *chosen, size_t norms, size_t *indexes)
{
	size_t count = 0;

	for (size_t i = 0; i < norms; i++)
		if (chosen[i])
			indexes[count++] = i;
	return count;
}

static enum ibp_chat_go bulk_typed(struct ibp_talk *talk, const char *typed)
{
	size_t norms = talk->framework->norm_count;
	size_t *indexes = ibp_alloc(norms * sizeof(*indexes));
	bool *chosen = ibp_alloc(norms * sizeof(*chosen));
	enum ibp_chat_go go = IBP_CHAT_STAY;
	size_t count;

	if (!read_codes(talk, typed, chosen)) {
		memset(chosen, 0, norms * sizeof(*chosen));
		if (!read_filter(talk, typed, chosen))
			goto out;
	}
	count = collect(chosen, norms, indexes);
	if (count)
		go = ibp_talk_bulk(talk, indexes, count);
	else
		ibp_plain_say(&talk->chat.plain, _("No norm matches."));
out:
	free(chosen);
	free(indexes);
	return go;
}

enum ibp_chat_go ibp_talk_bulk_ask(struct ibp_talk *talk)
{
	struct ibp_plain_question question = {
		.text = _("Which norms"),
		.answers = _("codes, domains or a filter"),
		.help = _("Codes with spaces between them: GO.01 GO.02. A "
			  "domain: GO. Or a filter: score<3 and owner=\"\".")};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	enum ibp_plain_reply reply;
	const char *typed;

	while (go == IBP_CHAT_STAY) {
		reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
		if (reply != IBP_PLAIN_TEXT)
			return ibp_chat_reply_go(reply, IBP_CHAT_BACK);
		go = bulk_typed(talk, typed);
	}
	return go;
}
