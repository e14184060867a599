#include "tui/talk.h"

#include "base/i18n.h"
#include "core/score.h"

/* ---- The menu ---- */

static enum ibp_chat_go in_order(struct ibp_talk *talk)
{
	return ibp_talk_walk_from(talk, 0, false);
}

static enum ibp_chat_go everything(struct ibp_talk *talk)
{
	return ibp_talk_walk_from(talk, 0, true);
}

static enum ibp_chat_go say_log(struct ibp_talk *talk)
{
	return ibp_chat_log(&talk->chat, NULL);
}

static enum ibp_chat_go do_undo(struct ibp_talk *talk)
{
	ibp_talk_step(talk, ibp_chat_undo);
	return IBP_CHAT_NEXT;
}

static enum ibp_chat_go do_redo(struct ibp_talk *talk)
{
	ibp_talk_step(talk, ibp_chat_redo);
	return IBP_CHAT_NEXT;
}

static const struct {
	const char *label;
	enum ibp_chat_go (*run)(struct ibp_talk *talk);
} items[] = {
	{N_("the next norm without a score"), ibp_talk_unscored},
	{N_("score all norms in order"), in_order},
	{N_("all questions of all norms in order"), everything},
	{N_("one norm by its code"), ibp_talk_by_code},
	{N_("the norms of a domain"), ibp_talk_by_domain},
	{N_("search"), ibp_talk_search},
	{N_("filter"), ibp_talk_filter},
	{N_("gap list"), ibp_talk_gaps},
	{N_("where the board stands"), ibp_talk_status},
	{N_("all evidence"), ibp_talk_all_evidence},
	{N_("change several norms at once"), ibp_talk_bulk_ask},
	{N_("log of changes"), say_log},
	{N_("undo"), do_undo},
	{N_("redo"), do_redo},
	/* Numbers are kept: a file of answers relies on them. */
	{N_("assessments over time"), ibp_talk_assessments},
};

#define ITEM_COUNT (sizeof(items) / sizeof(*items))

static void add_menu(struct ibp_buf *text)
{
	for (size_t i = 0; i < ITEM_COUNT; i++)
		ibp_buf_addf(text, "%zu %s.\n", i + 1, _(items[i].label));
}

static void add_help(struct ibp_buf *text)
{
	ibp_buf_addf(
		text, "%s\n",
		_("At every question: Enter keeps what is there, < goes one "
		  "question back, ? explains, q stops. Every answer is saved "
		  "at once. A backslash before one of these signs makes it a "
		  "text."));
	add_menu(text);
}

static enum ibp_chat_go answer_menu(struct ibp_talk *talk, size_t chosen,
				    const char *typed)
{
	size_t index;

	if (chosen < ITEM_COUNT)
		return items[chosen].run(talk);
	index = ibp_talk_find_norm(talk, typed);
	if (index < talk->framework->norm_count)
		return ibp_talk_walk_from(talk, index, false);
	ibp_plain_refuse(&talk->chat.plain, typed, ITEM_COUNT);
	return IBP_CHAT_NEXT;
}

static void menu(struct ibp_talk *talk)
{
	enum ibp_chat_go go = IBP_CHAT_NEXT;
	struct ibp_buf answers = {0};
	struct ibp_buf help = {0};
	struct ibp_buf list = {0};
	struct ibp_plain_question question = {
		.text = _("Menu"), .enter = _("Enter is 1"), .top = true};

	add_help(&help);
	add_menu(&list);
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&list));
	ibp_buf_addf(&answers, _("1 to %zu or a code such as GO.05"),
		     ITEM_COUNT);
	question.answers = ibp_buf_text(&answers);
	question.help = ibp_buf_text(&help);
	while (go != IBP_CHAT_STOP) {
		const char *typed = "";
		size_t chosen = 0;
		enum ibp_plain_reply reply =
			ibp_plain_choose(&talk->chat.plain, &question,
					 ITEM_COUNT, &chosen, &typed);

		talk->domain = talk->framework->domain_count;
		go = reply == IBP_PLAIN_STOP ? IBP_CHAT_STOP :
					       answer_menu(talk, chosen, typed);
	}
	ibp_buf_release(&list);
	ibp_buf_release(&help);
	ibp_buf_release(&answers);
}

/* ---- Start and end ---- */

static void say_progress(struct ibp_talk *talk)
{
	struct ibp_total total =
		ibp_total_all(talk->framework, talk->assessment);

	ibp_plain_say(&talk->chat.plain, _("Answered: %ld of %ld norms."),
		      total.scored + total.not_applicable, total.norms);
}

static void start(struct ibp_talk *talk)
{
	if (!talk->board && !ibp_talk_make_board(talk))
		return;
	if (!ibp_chat_reload(&talk->chat))
		return;
	ibp_plain_say(&talk->chat.plain, _("Board %s. Assessment %s."),
		      talk->board->name, talk->assessment->name);
	say_progress(talk);
	menu(talk);
}

static void stop(struct ibp_talk *talk)
{
	if (talk->chat.plain.ended)
		ibp_plain_say(&talk->chat.plain,
			      _("There are no more answers."));
	if (!talk->assessment)
		return;
	say_progress(talk);
	ibp_chat_end(&talk->chat);
}

enum ibp_status ibp_scan_plain(const struct ibp_scan_setup *setup, FILE *in,
			       FILE *out, struct ibp_error *err)
{
	struct ibp_talk talk = {
		.chat = {.plain = {.in = in, .out = out},
			 .calls = &setup->calls->file,
			 .today = setup->today,
			 .writable = setup->writable,
			 .load = ibp_talk_load},
		.calls = setup->calls,
		.framework = setup->framework,
		.board = setup->board,
		.domain = setup->framework->domain_count,
	};

	if (setup->notice)
		ibp_plain_say_text(&talk.chat.plain, setup->notice);
	start(&talk);
	stop(&talk);
	ibp_assessment_free(talk.assessment);
	return ibp_chat_release(&talk.chat, err);
}
