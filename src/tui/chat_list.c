#include "tui/chat.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

/* ---- A list to choose from ---- */

void ibp_chat_read_page(struct ibp_chat_list *list)
{
	size_t end = list->read + IBP_CHAT_PAGE;

	for (; list->read < end && list->read < list->count; list->read++)
		list->say(list->context, list->read);
}

static bool is_here(const struct ibp_chat_list *list,
		    const struct ibp_chat_act *act)
{
	return !list->is_here || list->is_here(list->context, act);
}

static void add_help(const struct ibp_chat_list *list, struct ibp_buf *help)
{
	ibp_buf_addf(help, "%s\n", list->help);
	for (const struct ibp_chat_act *act = list->acts; act->run; act++)
		if (is_here(list, act))
			ibp_buf_addf(help, "%s\n", _(act->help));
}

static enum ibp_chat_go answer_list(struct ibp_chat *chat,
				    struct ibp_chat_list *list, size_t chosen,
				    const char *typed)
{
	if (chosen < list->count)
		return list->open(list->context, chosen);
	for (const struct ibp_chat_act *act = list->acts; act->run; act++)
		if ((typed[0] | 0x20) == act->letter && !typed[1] &&
		    is_here(list, act))
			return act->run(list->context);
	if (list->typed)
		return list->typed(list->context, typed);
	ibp_plain_say(&chat->plain,
		      _("%s is not an answer here: type a number from the "
			"list, or a letter that ? names."),
		      typed);
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go ask_list(struct ibp_chat *chat,
				 struct ibp_chat_list *list)
{
	struct ibp_plain_question question = {.text = list->question};
	struct ibp_buf answers = {0};
	struct ibp_buf help = {0};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	const char *typed = "";
	size_t chosen = list->count;
	bool more = list->read < list->count;

	ibp_plain_add_range(&answers, list->count);
	if (list->answers)
		ibp_buf_addf(&answers, ", %s", list->answers);
	add_help(list, &help);
	question.answers = ibp_buf_text(&answers);
	question.help = ibp_buf_text(&help);
	question.enter =
		more ? _("Enter reads on") : _("Enter leaves the list");
	reply = ibp_plain_choose(&chat->plain, &question, list->count, &chosen,
				 &typed);
	if (reply == IBP_PLAIN_KEEP && more) {
		ibp_chat_read_page(list);
		go = IBP_CHAT_STAY;
	} else if (reply == IBP_PLAIN_TEXT) {
		go = answer_list(chat, list, chosen, typed);
		if (go == IBP_CHAT_NEXT || go == IBP_CHAT_BACK)
			go = IBP_CHAT_STAY;
	} else {
		go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	}
	ibp_buf_release(&help);
	ibp_buf_release(&answers);
	return go;
}

enum ibp_chat_go ibp_chat_read_list(struct ibp_chat *chat,
				    struct ibp_chat_list *list)
{
	enum ibp_chat_go go = IBP_CHAT_STAY;

	ibp_chat_read_page(list);
	while (go == IBP_CHAT_STAY)
		go = ask_list(chat, list);
	return go;
}

/* ---- A list to read ---- */

/* NEXT reads on. */
static enum ibp_chat_go ask_on(struct ibp_chat *chat)
{
	const struct ibp_plain_question question = {
		.text = _("Go on"),
		.answers = _("m menu"),
		.enter = _("Enter reads on"),
		.help = _("Enter reads the next ten. m goes to the menu.")};
	enum ibp_plain_reply reply;
	const char *typed;

	while ((reply = ibp_plain_ask(&chat->plain, &question, &typed)) ==
	       IBP_PLAIN_TEXT) {
		if (!strcmp(typed, "m") || !strcmp(typed, "M"))
			return IBP_CHAT_MENU;
		ibp_plain_say(&chat->plain,
			      _("%s is not an answer here: press Enter, or "
				"type m."),
			      typed);
	}
	return ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
}

enum ibp_chat_go ibp_chat_read_on(struct ibp_chat *chat,
				  const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum ibp_chat_go go = i && i % IBP_CHAT_PAGE == 0 ?
					      ask_on(chat) :
					      IBP_CHAT_NEXT;

		if (go != IBP_CHAT_NEXT)
			return go;
		ibp_plain_say_text(&chat->plain, items[i]);
	}
	return IBP_CHAT_NEXT;
}

/* ---- The log ---- */

enum ibp_chat_go ibp_chat_log(struct ibp_chat *chat, const char *key)
{
	struct ibp_log_line *lines = NULL;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go = IBP_CHAT_NEXT;
	char shown[IBP_TIME_SIZE];
	const char **texts;
	size_t count = 0;

	if (chat->calls->log(chat->calls->context, key, &arena, &lines, &count,
			     &err)) {
		ibp_chat_complain(chat, &err);
		goto out;
	}
	texts = ibp_arena_alloc(&arena, (count + 1) * sizeof(*texts));
	for (size_t i = 0; i < count; i++)
		texts[i] = ibp_arena_printf(&arena, "%s, %s. %s",
					    ibp_time_show(lines[i].at, shown),
					    lines[i].who, lines[i].text);
	ibp_plain_say(&chat->plain, _("Changes: %zu, the newest first."),
		      count);
	go = ibp_chat_read_on(chat, texts, count);
out:
	ibp_arena_release(&arena);
	return go;
}
