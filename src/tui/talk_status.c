#include "tui/talk.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "core/score.h"
#include "model/content.h"

/* NEXT reads on. */
static enum ibp_talk_go ask_on(struct ibp_talk *talk)
{
	const struct ibp_plain_question question = {
		.text = _("Go on"),
		.answers = _("m menu"),
		.enter = _("Enter reads on"),
		.help = _("Enter reads the next ten. m goes to the menu.")};
	enum ibp_plain_reply reply;
	const char *typed;

	while ((reply = ibp_plain_ask(&talk->plain, &question, &typed)) ==
	       IBP_PLAIN_TEXT) {
		if (!strcmp(typed, "m") || !strcmp(typed, "M"))
			return IBP_TALK_MENU;
		ibp_plain_say(&talk->plain,
			      _("%s is not an answer here: press Enter, or "
				"type m."),
			      typed);
	}
	return ibp_talk_reply_go(reply, IBP_TALK_NEXT);
}

enum ibp_talk_go ibp_talk_read_on(struct ibp_talk *talk,
				  const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum ibp_talk_go go = i && i % IBP_TALK_PAGE == 0 ?
					      ask_on(talk) :
					      IBP_TALK_NEXT;

		if (go != IBP_TALK_NEXT)
			return go;
		ibp_plain_say_text(&talk->plain, items[i]);
	}
	return IBP_TALK_NEXT;
}

/* One sentence on levels, where something was scored. */
static void add_levels(const struct ibp_total *total, struct ibp_buf *text)
{
	char average[IBP_HUNDREDTHS_MAX_TEXT];

	if (total->average < 0)
		return;
	ibp_plain_add(
		text, _("Average %s, lowest %d, below target %ld."),
		ibp_num_hundredths(total->average, ibp_num_point(), average),
		total->lowest, total->below_target);
}

static void say_total(struct ibp_talk *talk)
{
	struct ibp_total total =
		ibp_total_all(talk->framework, talk->assessment);
	struct ibp_buf text = {0};

	ibp_plain_say(&talk->plain, _("Board: %s."), talk->board->name);
	ibp_plain_say(&talk->plain, _("Assessment %s. %s, edition %s."),
		      talk->assessment->name,
		      ibp_content(talk->framework->id, "title",
				  talk->framework->title),
		      talk->framework->version);
	ibp_plain_add(&text,
		      _("Norms: %ld. Scored: %ld. Not applicable: %ld. "
			"Open: %ld."),
		      total.norms, total.scored, total.not_applicable,
		      total.open);
	add_levels(&total, &text);
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

static void say_milestones(struct ibp_talk *talk)
{
	const struct ibp_framework *framework = talk->framework;
	char date[IBP_DATE_SIZE];

	for (size_t i = 0; i < framework->milestone_count; i++) {
		ibp_plain_say(
			&talk->plain, "%s: %s",
			ibp_date_show(framework->milestones[i].date, date),
			ibp_content_item(framework->id, "milestones", i + 1,
					 framework->milestones[i].text));
	}
}

static void say_domain(struct ibp_talk *talk, size_t index)
{
	const struct ibp_domain *domain = &talk->framework->domains[index];
	struct ibp_total total =
		ibp_total_domain(talk->framework, talk->assessment, index);
	struct ibp_buf text = {0};

	ibp_plain_add(&text, _("%s, %s. Answered: %ld of %ld."), domain->code,
		      ibp_content_domain(domain),
		      total.scored + total.not_applicable, total.norms);
	add_levels(&total, &text);
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

enum ibp_talk_go ibp_talk_status(struct ibp_talk *talk)
{
	say_total(talk);
	say_milestones(talk);
	for (size_t i = 0; i < talk->framework->domain_count; i++)
		say_domain(talk, i);
	return IBP_TALK_NEXT;
}

enum ibp_talk_go ibp_talk_log(struct ibp_talk *talk, const char *code)
{
	struct ibp_scan_log *lines = NULL;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	enum ibp_talk_go go = IBP_TALK_NEXT;
	char shown[IBP_TIME_SIZE];
	const char **texts;
	size_t count = 0;

	if (talk->calls->log(talk->calls->context, code, &arena, &lines, &count,
			     &err)) {
		ibp_talk_complain(talk, &err);
		goto out;
	}
	texts = ibp_arena_alloc(&arena, (count + 1) * sizeof(*texts));
	for (size_t i = 0; i < count; i++)
		texts[i] = ibp_arena_printf(&arena, "%s, %s. %s",
					    ibp_time_show(lines[i].at, shown),
					    lines[i].who, lines[i].text);
	ibp_plain_say(&talk->plain, _("Changes: %zu, the newest first."),
		      count);
	go = ibp_talk_read_on(talk, texts, count);
out:
	ibp_arena_release(&arena);
	return go;
}
