#include "tui/talk.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/norm_row.h"

#define FILTERS_MAX 100

/* The list of norms that match EXPR, until it is left. */
static enum ibp_chat_go list_matches(struct ibp_talk *talk, const char *expr,
				     const char *name)
{
	struct ibp_filter *filter = NULL;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	struct ibp_talk_list list = {
		.title = ibp_arena_printf(&arena, _("Filter %s"),
					  name ? name : expr),
		.expr = expr,
		.name = name};
	enum ibp_chat_go go = IBP_CHAT_STAY;

	if (ibp_filter_parse(expr, ibp_norm_row_fields, talk->chat.today,
			     &filter, &err) ||
	    ibp_norm_rows(talk->framework, talk->assessment, filter, NULL,
			  &arena, &list.indexes, &list.count, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		go = ibp_talk_list(talk, &list);
	ibp_filter_free(filter);
	ibp_arena_release(&arena);
	return go;
}

static void say_filters(struct ibp_talk *talk,
			const struct ibp_named_filter *filters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ibp_plain_say(&talk->chat.plain, "%zu %s: %s", i + 1,
			      filters[i].name, filters[i].expr);
}

static enum ibp_plain_reply ask_filter(struct ibp_talk *talk, size_t count,
				       size_t *chosen, const char **typed)
{
	struct ibp_plain_question question = {
		.text = _("Filter"),
		.answers = _("such as score<3 and owner=\"\""),
		.help = _("A filter names a field, a sign and a value: "
			  "score<3, priority=high, due<+3m, owner~director.\n"
			  "The fields: code, domain, part, title, score, "
			  "target, status, priority, owner, due, reason, "
			  "note, evidence, gap, look_again, findings.\n"
			  "The signs: = != < <= > >= and ~, which means: "
			  "contains. A value with a space stands in quotes; "
			  "\"\" means: not set.\n"
			  "and, or, not and brackets make one filter of "
			  "more.")};
	struct ibp_buf answers = {0};
	enum ibp_plain_reply reply;

	if (count)
		ibp_buf_addf(&answers, _("1 to %zu, or such as score<3"),
			     count);
	if (count)
		question.answers = ibp_buf_text(&answers);
	reply = ibp_plain_choose(&talk->chat.plain, &question, count, chosen,
				 typed);
	ibp_buf_release(&answers);
	return reply;
}

enum ibp_chat_go ibp_talk_filter(struct ibp_talk *talk)
{
	struct ibp_named_filter *filters = NULL;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	size_t count = 0;

	if (talk->calls->file.filters(talk->calls->file.context, &arena,
				      &filters, &count, &err))
		ibp_chat_complain(&talk->chat, &err);
	if (count > FILTERS_MAX)
		count = FILTERS_MAX;
	say_filters(talk, filters, count);
	while (go == IBP_CHAT_STAY) {
		const char *typed = "";
		size_t chosen = count;
		enum ibp_plain_reply reply =
			ask_filter(talk, count, &chosen, &typed);

		if (reply != IBP_PLAIN_TEXT)
			go = ibp_chat_reply_go(reply, IBP_CHAT_BACK);
		else if (chosen < count)
			go = list_matches(talk, filters[chosen].expr,
					  filters[chosen].name);
		else
			go = list_matches(talk, ibp_arena_strdup(&arena, typed),
					  NULL);
	}
	ibp_arena_release(&arena);
	return go;
}

enum ibp_chat_go ibp_talk_name_filter(struct ibp_talk *talk,
				      const struct ibp_talk_list *list)
{
	struct ibp_plain_question question = {
		.text = _("Name of the filter"),
		.answers = _("a text"),
		.help = _("Under this name the filter stays in the file, for "
			  "the screen and for --filter as well.")};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	const char *typed;
	char *name = NULL;

	reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_STAY);
	if (ibp_text_clean(typed, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX,
			   _("Name of the filter"), &name, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		return IBP_CHAT_STAY;
	}
	ibp_talk_set(talk, IBP_SUBJECT_FILTER, name, "expr", NULL, list->expr);
	free(name);
	return IBP_CHAT_STAY;
}

enum ibp_chat_go ibp_talk_drop_filter(struct ibp_talk *talk,
				      const struct ibp_talk_list *list)
{
	ibp_talk_set(talk, IBP_SUBJECT_FILTER, list->name, "expr", list->expr,
		     NULL);
	return IBP_CHAT_NEXT;
}
