#include "tui/talk.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "core/score.h"
#include "model/content.h"

void ibp_talk_add_score(const struct ibp_talk *talk, int score,
			struct ibp_buf *text)
{
	if (score == IBP_SCORE_NA)
		ibp_buf_add(text, C_("value", "not applicable"));
	else if (score == IBP_SCORE_OPEN)
		ibp_buf_add(text, _("none yet"));
	else
		ibp_buf_addf(text, "%d, %s", score,
			     ibp_content_level_name(talk->framework, score));
}

static void say_domain(struct ibp_talk *talk, size_t index)
{
	const struct ibp_framework *framework = talk->framework;
	size_t at = framework->norms[index].domain;
	const struct ibp_domain *domain = &framework->domains[at];
	struct ibp_total total;

	if (talk->domain == at)
		return;
	talk->domain = at;
	total = ibp_total_domain(framework, talk->assessment, at);
	ibp_plain_say(&talk->chat.plain,
		      _("Domain %s. %s. Answered: %ld of %ld."), domain->code,
		      ibp_content_domain(domain),
		      total.scored + total.not_applicable, total.norms);
}

/* What is not official about it is said with it. */
static void add_marks(const struct ibp_norm *norm, struct ibp_buf *text)
{
	if (norm->title_status == IBP_TITLE_WORKING)
		ibp_plain_add(text, "%s", _("Working title."));
	if (norm->title_status == IBP_TITLE_REPORTED)
		ibp_plain_add(text, "%s", _("Title from a third party."));
	if (norm->code_status == IBP_CODE_RECONSTRUCTED)
		ibp_plain_add(text, "%s",
			      _("The code is reconstructed, not official."));
	if (norm->code_status == IBP_CODE_PROVISIONAL)
		ibp_plain_add(text, "%s", _("The code is provisional."));
}

static void say_score(struct ibp_talk *talk, size_t index)
{
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	struct ibp_buf score = {0};
	struct ibp_buf text = {0};

	ibp_talk_add_score(talk, answer->score, &score);
	ibp_plain_add(&text, _("Score now: %s. Target: %d."),
		      ibp_buf_text(&score),
		      ibp_assessment_target(talk->framework, talk->assessment,
					    index));
	if (answer->look_again)
		ibp_plain_add(&text, "%s", _("Look at this norm again."));
	if (answer->reason)
		ibp_plain_add(&text, _("Reason: %s"), answer->reason);
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
	ibp_buf_release(&score);
}

/* The fields that were filled in, in one go. */
static void say_fields(struct ibp_talk *talk, size_t index)
{
	static const char *const names[] = {"owner",   "due",
					    "status",  "priority",
					    "score:2", "score:settled"};
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	struct ibp_buf text = {0};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const struct ibp_field *field =
			ibp_field_find(ibp_norm_fields, names[i]);
		const char *value = ibp_answer_value(answer, names[i]);
		char *shown;

		if (!value)
			continue;
		shown = ibp_field_show(field, value);
		ibp_plain_add(&text, "%s: %s.", _(field->label), shown);
		free(shown);
	}
	if (answer->evidence_count)
		ibp_plain_add(&text, _("Evidence: %zu."),
			      answer->evidence_count);
	if (answer->note)
		ibp_plain_add(&text, "%s", _("There is a note."));
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

static void say_findings(struct ibp_talk *talk, size_t index)
{
	struct ibp_findings findings = {0};

	ibp_check_norm(talk->framework, talk->assessment, index,
		       talk->chat.today,
		       talk->checks_off | ibp_check_about_texts(), &findings);
	for (size_t i = 0; i < findings.count; i++)
		ibp_plain_say(&talk->chat.plain,
			      findings.items[i].rule->severity == IBP_FAULT ?
				      _("Fault: %s") :
				      _("Advice: %s"),
			      findings.items[i].message);
	ibp_findings_release(&findings);
}

static void say_level_names(struct ibp_talk *talk)
{
	const char *names[IBP_LEVELS];

	for (int i = 0; i < IBP_LEVELS; i++)
		names[i] = ibp_content_level_name(talk->framework, i + 1);
	ibp_plain_say_choices(&talk->chat.plain, names, IBP_LEVELS, false);
}

void ibp_talk_say_norm(struct ibp_talk *talk, size_t index, size_t position,
		       size_t count)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];
	struct ibp_buf text = {0};

	say_domain(talk, index);
	ibp_plain_add(&text, _("Norm %zu of %zu. %s. %s."), position + 1, count,
		      norm->code, ibp_content_title(norm));
	add_marks(norm, &text);
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
	say_score(talk, index);
	say_fields(talk, index);
	say_findings(talk, index);
	if (talk->with_levels)
		ibp_talk_say_levels(talk, index, 0);
	else
		say_level_names(talk);
}

static void say_level(struct ibp_talk *talk, size_t index, int level)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];
	const char *name = ibp_content_level_name(talk->framework, level);
	const char *text = ibp_content_level(norm, level);

	if (text)
		ibp_plain_say(&talk->chat.plain, _("Level %d, %s. %s"), level,
			      name, text);
	else
		ibp_plain_say(
			&talk->chat.plain,
			_("Level %d, %s. This norm has no text of "
			  "its own here. In general: %s"),
			level, name,
			ibp_content_level_meaning(talk->framework, level));
}

void ibp_talk_say_levels(struct ibp_talk *talk, size_t index, int level)
{
	for (int i = 1; i <= IBP_LEVELS; i++)
		if (!level || level == i)
			say_level(talk, index, i);
}

static void say_text(struct ibp_talk *talk, const char *label, const char *text)
{
	if (text)
		ibp_plain_say(&talk->chat.plain, "%s %s", label, text);
}

void ibp_talk_say_why(struct ibp_talk *talk, size_t index)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];
	const char *code = norm->code;

	say_text(talk, _("Purpose:"),
		 ibp_content(code, "purpose", norm->purpose));
	say_text(talk, _("Why:"), ibp_content(code, "why", norm->why));
	say_text(talk, _("With this norm:"),
		 ibp_content(code, "note", norm->note));
	say_text(talk, _("Source:"), norm->source);
	for (size_t i = 0; i < norm->reference_count; i++)
		ibp_plain_say(&talk->chat.plain, _("Reference: %s, %s."),
			      norm->references[i].scheme,
			      norm->references[i].ref);
}

static void say_items(struct ibp_talk *talk, size_t index, const char *field,
		      const struct ibp_strings *items, const char *title)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];

	if (!items->count)
		return;
	ibp_plain_say_text(&talk->chat.plain, title);
	for (size_t i = 0; i < items->count; i++)
		ibp_plain_say(&talk->chat.plain, "%zu %s", i + 1,
			      ibp_content_item(norm->code, field, i + 1,
					       items->items[i]));
}

void ibp_talk_say_steps(struct ibp_talk *talk, size_t index)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];
	int score = talk->assessment->answers[index].score;

	if (!norm->steps.count && !norm->evidence.count)
		ibp_plain_say(&talk->chat.plain,
			      _("This edition has no steps for this norm."));
	say_items(talk, index, "steps", &norm->steps, _("Steps to level 3:"));
	say_items(talk, index, "evidence", &norm->evidence,
		  _("What can show it:"));
	if (score >= 3 && score < IBP_LEVELS) {
		ibp_plain_say(&talk->chat.plain,
			      _("What the next level asks:"));
		say_level(talk, index, score + 1);
	}
}

void ibp_talk_say_note(struct ibp_talk *talk, size_t index)
{
	const char *note = talk->assessment->answers[index].note;

	if (!note)
		return;
	ibp_plain_say(&talk->chat.plain, _("Note now:"));
	ibp_plain_say_text(&talk->chat.plain, note);
}
