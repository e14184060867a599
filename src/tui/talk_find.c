#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/norm_row.h"
#include "core/score.h"
#include "model/content.h"

enum ibp_chat_go ibp_talk_by_code(struct ibp_talk *talk)
{
	struct ibp_plain_question question = {
		.text = _("Code"),
		.answers = _("such as GO.05"),
		.help = _("The code of the norm, with a point in it. Capitals "
			  "do not matter.")};
	const char *typed;
	enum ibp_plain_reply reply;
	size_t index;

	while ((reply = ibp_plain_ask(&talk->chat.plain, &question, &typed)) ==
	       IBP_PLAIN_TEXT) {
		index = ibp_talk_find_norm(talk, typed);
		if (index < talk->framework->norm_count)
			return ibp_talk_walk_from(talk, index, false);
		ibp_plain_say(&talk->chat.plain,
			      _("There is no norm %s in this edition."), typed);
	}
	return ibp_chat_reply_go(reply, IBP_CHAT_BACK);
}

enum ibp_chat_go ibp_talk_unscored(struct ibp_talk *talk)
{
	size_t count = talk->framework->norm_count;
	size_t index = ibp_next_unscored(talk->assessment, count - 1);

	if (index < count)
		return ibp_talk_walk_from(talk, index, false);
	ibp_plain_say(&talk->chat.plain, _("Every norm has a score."));
	return IBP_CHAT_NEXT;
}

/* ---- By domain ---- */

static enum ibp_chat_go list_domain(struct ibp_talk *talk, size_t at)
{
	const struct ibp_domain *domain = &talk->framework->domains[at];
	struct ibp_arena arena = {0};
	struct ibp_talk_list list = {
		.title = ibp_arena_printf(&arena, _("Domain %s, %s"),
					  domain->code,
					  ibp_content_domain(domain)),
		.indexes = ibp_arena_alloc(&arena, (domain->norm_count + 1) *
							   sizeof(size_t)),
		.count = domain->norm_count};
	enum ibp_chat_go go;

	for (size_t i = 0; i < list.count; i++)
		list.indexes[i] = domain->first_norm + i;
	go = ibp_talk_list(talk, &list);
	ibp_arena_release(&arena);
	return go;
}

static void say_domains(struct ibp_talk *talk)
{
	const struct ibp_framework *framework = talk->framework;

	for (size_t i = 0; i < framework->domain_count; i++) {
		const struct ibp_domain *domain = &framework->domains[i];
		struct ibp_total total =
			ibp_total_domain(framework, talk->assessment, i);

		ibp_plain_say(&talk->chat.plain,
			      _("%zu %s, %s. Answered: %ld of %ld."), i + 1,
			      domain->code, ibp_content_domain(domain),
			      total.scored + total.not_applicable, total.norms);
	}
}

static size_t find_domain(const struct ibp_talk *talk, const char *code)
{
	const struct ibp_framework *framework = talk->framework;
	size_t at = 0;

	while (at < framework->domain_count &&
	       strcasecmp(framework->domains[at].code, code))
		at++;
	return at;
}

enum ibp_chat_go ibp_talk_by_domain(struct ibp_talk *talk)
{
	size_t count = talk->framework->domain_count;
	struct ibp_plain_question question = {
		.text = _("Domain"),
		.help = _("Type the number or the code of a domain.")};
	struct ibp_buf answers = {0};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go = IBP_CHAT_STAY;
	const char *typed;
	size_t chosen = 0;

	ibp_buf_addf(&answers, _("1 to %zu, or a code such as GO"), count);
	question.answers = ibp_buf_text(&answers);
	say_domains(talk);
	while (go == IBP_CHAT_STAY) {
		reply = ibp_plain_choose(&talk->chat.plain, &question, count,
					 &chosen, &typed);
		if (reply == IBP_PLAIN_TEXT && chosen == count)
			chosen = find_domain(talk, typed);
		if (reply != IBP_PLAIN_TEXT)
			go = ibp_chat_reply_go(reply, IBP_CHAT_BACK);
		else if (chosen < count)
			go = list_domain(talk, chosen);
		else
			ibp_plain_refuse(&talk->chat.plain, typed, count);
		if (go == IBP_CHAT_BACK && reply == IBP_PLAIN_TEXT)
			go = IBP_CHAT_STAY;
	}
	ibp_buf_release(&answers);
	return go;
}

/* ---- Search ---- */

static void search(const struct ibp_talk *talk, const char *word,
		   struct ibp_talk_list *list)
{
	char *folded = ibp_text_fold(word);

	for (size_t i = 0; i < talk->framework->norm_count; i++) {
		struct ibp_norm_row row = {talk->framework, talk->assessment,
					   i};

		if (ibp_norm_row_has(&row, folded))
			list->indexes[list->count++] = i;
	}
	free(folded);
}

enum ibp_chat_go ibp_talk_search(struct ibp_talk *talk)
{
	struct ibp_plain_question question = {
		.text = _("Search for"),
		.answers = _("a word"),
		.help = _("Looks in codes, titles, domains, owners, notes, "
			  "reasons and evidence. Capitals and accents do not "
			  "matter.")};
	struct ibp_arena arena = {0};
	struct ibp_talk_list list = {
		.indexes = ibp_arena_alloc(&arena, talk->framework->norm_count *
							   sizeof(size_t))};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	const char *typed;

	reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
	go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	if (reply == IBP_PLAIN_TEXT) {
		search(talk, typed, &list);
		list.title = ibp_arena_printf(&arena, _("With \"%s\""), typed);
		go = ibp_talk_list(talk, &list);
	}
	ibp_arena_release(&arena);
	return go;
}

/* ---- Gaps ---- */

enum ibp_chat_go ibp_talk_gaps(struct ibp_talk *talk)
{
	struct ibp_arena arena = {0};
	struct ibp_talk_list list = {
		.title = _("Gap list: below target, then open")};
	enum ibp_chat_go go;

	list.indexes = ibp_gaps(talk->framework, talk->assessment, &arena,
				&list.count);
	go = ibp_talk_list(talk, &list);
	ibp_arena_release(&arena);
	return go;
}
