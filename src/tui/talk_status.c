#include "tui/talk.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "core/score.h"
#include "model/content.h"

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

	ibp_plain_say(&talk->chat.plain, _("Board: %s."), talk->board->name);
	ibp_plain_say(&talk->chat.plain, _("Assessment %s. %s, edition %s."),
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
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

static void say_milestones(struct ibp_talk *talk)
{
	const struct ibp_framework *framework = talk->framework;
	char date[IBP_DATE_SIZE];

	for (size_t i = 0; i < framework->milestone_count; i++) {
		ibp_plain_say(
			&talk->chat.plain, "%s: %s",
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
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

enum ibp_chat_go ibp_talk_status(struct ibp_talk *talk)
{
	say_total(talk);
	say_milestones(talk);
	for (size_t i = 0; i < talk->framework->domain_count; i++)
		say_domain(talk, i);
	return IBP_CHAT_NEXT;
}
