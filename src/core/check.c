#include "core/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#define EVIDENCE_DAYS 730
#define PROVEN_FROM 3

const struct ibp_check_rule ibp_check_rules[] = {
	{"file-integrity", IBP_FAULT, false,
	 N_("Go back to an automatic copy with ibp-scan restore, and make a "
	    "copy of the damaged file first.")},
	{"broken-chain", IBP_FAULT, false,
	 N_("Somebody changed the file outside these tools. Compare it with "
	    "an automatic copy: ibp-scan restore.")},
	{"changed-after-lock", IBP_FAULT, false,
	 N_("Compare it with an automatic copy: ibp-scan diff COPY FILE. If "
	    "the change is right, unlock the assessment with a reason and "
	    "lock it again.")},
	{"dangling-code", IBP_FAULT, false,
	 N_("Check that the right version of the framework is installed.")},
	{"score-out-of-range", IBP_FAULT, false,
	 N_("Score the norm again, from 1 to 5.")},
	{"na-without-reason", IBP_FAULT, false,
	 N_("Give the reason, or score the norm.")},
	{"look-again", IBP_ADVICE, false,
	 N_("Read the norm again, change the score where needed, then "
	    "confirm it: ibp-scan confirm CODE.")},
	{"unsettled-score", IBP_ADVICE, false,
	 N_("Talk it over and record the score you agree on with "
	    "assessor=settled.")},
	{"due-passed", IBP_ADVICE, false,
	 N_("Choose a new date, or set the status to done.")},
	{"gap-without-owner", IBP_ADVICE, false,
	 N_("Agree who takes care of it and fill in the owner.")},
	{"gap-without-due", IBP_ADVICE, false,
	 N_("Agree when it must be done and fill in the due date.")},
	{"score-without-evidence", IBP_ADVICE, false,
	 N_("Name the document or record that shows it: ibp-scan evidence "
	    "add CODE title=...")},
	{"evidence-old", IBP_ADVICE, false,
	 N_("Check whether it still holds and give the new date.")},
	{"target-below-framework", IBP_ADVICE, false,
	 N_("Raise the target, or write in the note why less is enough.")},
	{"evidence-unchecked", IBP_ADVICE, true,
	 N_("Let somebody else look at the evidence and fill in who did.")},
	{"working-title", IBP_ADVICE, false,
	 N_("Look the norm up by its code on the publisher's site. In a "
	    "report, name the code as well as the title.")},
	{"code-not-official", IBP_ADVICE, false,
	 N_("Look the norm up by its title on the publisher's site. In a "
	    "report, say that the code is not official.")},
	{NULL, IBP_ADVICE, false, NULL},
};

const struct ibp_check_rule *ibp_check_rule_find(
	const struct ibp_check_rule *rules, const char *code)
{
	for (; rules->code; rules++)
		if (strcmp(rules->code, code) == 0)
			return rules;
	return NULL;
}

void ibp_findings_add(struct ibp_findings *findings,
		      const struct ibp_check_rule *rule, const char *subject,
		      const char *message)
{
	struct ibp_finding *finding;

	findings->items =
		ibp_grow(findings->items, &findings->capacity,
			 findings->count + 1, sizeof(*findings->items));
	finding = &findings->items[findings->count++];
	finding->rule = rule;
	finding->subject = ibp_arena_strdup(&findings->arena, subject);
	finding->message = ibp_arena_strdup(&findings->arena, message);
}

void ibp_findings_add_code(struct ibp_findings *findings, const char *code,
			   const char *subject, const char *message)
{
	ibp_findings_add(findings, ibp_check_rule_find(ibp_check_rules, code),
			 subject, message);
}

void ibp_findings_release(struct ibp_findings *findings)
{
	ibp_arena_release(&findings->arena);
	free(findings->items);
	*findings = (struct ibp_findings){0};
}

/* One norm being looked at by one rule. */
struct look {
	const struct ibp_framework *framework;
	const struct ibp_assessment *assessment;
	const struct ibp_norm *norm;
	const struct ibp_answer *answer;
	int target;
	const char *today;
	const char *old; /* evidence from before this day is old */
	const struct ibp_check_rule *rule;
	struct ibp_findings *findings;
};

static void found(const struct look *look, const char *message)
{
	ibp_findings_add(look->findings, look->rule, look->norm->code, message);
}

static bool is_gap(const struct look *look)
{
	return look->answer->score >= 1 && look->answer->score < look->target;
}

static bool is_done(const struct look *look)
{
	return ibp_text_equal(look->answer->status, "done");
}

static void out_of_range(const struct look *look)
{
	for (int i = 0; i < IBP_ASSESSORS; i++)
		if (look->answer->scores[i] < IBP_SCORE_NA ||
		    look->answer->scores[i] > IBP_LEVELS)
			found(look, _("The score is not a level from 1 to 5."));
}

static void na_without_reason(const struct look *look)
{
	for (int i = 0; i < IBP_ASSESSORS; i++)
		if (look->answer->scores[i] == IBP_SCORE_NA &&
		    ibp_text_is_empty(look->answer->reasons[i]))
			found(look, _("The norm is marked as not applicable, "
				      "without a reason."));
}

static void look_again(const struct look *look)
{
	if (look->answer->look_again)
		found(look, _("The norm has changed since it was scored, and "
			      "nobody has confirmed the score."));
}

static void unsettled(const struct look *look)
{
	const int *scores = look->answer->scores;

	if (scores[IBP_ASSESSOR_SECOND] != IBP_SCORE_OPEN &&
	    scores[IBP_ASSESSOR_SECOND] != scores[IBP_ASSESSOR_FIRST] &&
	    scores[IBP_ASSESSOR_SETTLED] == IBP_SCORE_OPEN)
		found(look, _("The two assessors differ and no score has been "
			      "settled."));
}

static void due_passed(const struct look *look)
{
	const char *due = look->answer->due;
	bool open = look->answer->score == IBP_SCORE_OPEN || is_gap(look);

	if (due && open && !is_done(look) && strcmp(due, look->today) < 0)
		found(look, _("The due date has passed and the norm is not on "
			      "target."));
}

static void without_owner(const struct look *look)
{
	if (is_gap(look) && ibp_text_is_empty(look->answer->owner))
		found(look, _("The score is below target and nobody owns the "
			      "norm."));
}

static void without_due(const struct look *look)
{
	if (is_gap(look) && !look->answer->due && !is_done(look))
		found(look, _("The score is below target and there is no due "
			      "date."));
}

static void without_evidence(const struct look *look)
{
	if (look->answer->score >= PROVEN_FROM && !look->answer->evidence_count)
		found(look, _("The score is 3 or more, without any evidence."));
}

static void evidence_old(const struct look *look)
{
	const struct ibp_answer *answer = look->answer;

	for (size_t i = 0; i < answer->evidence_count; i++) {
		const char *date = answer->evidence[i].date;

		if (date && strcmp(date, look->old) < 0) {
			found(look, _("Some evidence is more than two years "
				      "old."));
			return;
		}
	}
}

static void evidence_unchecked(const struct look *look)
{
	const struct ibp_answer *answer = look->answer;

	for (size_t i = 0; i < answer->evidence_count; i++)
		if (ibp_text_is_empty(answer->evidence[i].checked_by)) {
			found(look, _("Nobody is named as having checked some "
				      "of the evidence."));
			return;
		}
}

static void low_target(const struct look *look)
{
	if (look->target < look->framework->target)
		found(look, _("The target is lower than the framework asks."));
}

static void working_title(const struct look *look)
{
	if (look->norm->title_status == IBP_TITLE_WORKING)
		found(look, _("The official title is not known; the title "
			      "shown is a working title."));
}

static void unofficial_code(const struct look *look)
{
	if (look->norm->code_status != IBP_CODE_OFFICIAL)
		found(look, _("The code of this norm is not official."));
}

/* The rules that look at one norm. */
static const struct {
	const char *code;
	void (*judge)(const struct look *look);
	bool of_texts; /* of the framework: no answer changes it */
} judges[] = {
	{"score-out-of-range", out_of_range, false},
	{"na-without-reason", na_without_reason, false},
	{"look-again", look_again, false},
	{"unsettled-score", unsettled, false},
	{"due-passed", due_passed, false},
	{"gap-without-owner", without_owner, false},
	{"gap-without-due", without_due, false},
	{"score-without-evidence", without_evidence, false},
	{"evidence-old", evidence_old, false},
	{"target-below-framework", low_target, false},
	{"evidence-unchecked", evidence_unchecked, false},
	{"working-title", working_title, true},
	{"code-not-official", unofficial_code, true},
};

static void check_dangling(const struct ibp_assessment *assessment,
			   struct ibp_findings *findings)
{
	for (size_t i = 0; i < assessment->dangling.count; i++)
		ibp_findings_add_code(
			findings, "dangling-code",
			assessment->dangling.items[i],
			_("The file holds answers to a norm that the "
			  "framework does not know."));
}

static bool is_off(uint64_t off, const char *code)
{
	return ibp_check_is_off(ibp_check_rules, off,
				ibp_check_rule_find(ibp_check_rules, code));
}

/* The norms from FIRST up to END, by one rule after the other. */
static void judge(struct look *look, size_t first, size_t end, uint64_t off)
{
	for (size_t r = 0; r < sizeof(judges) / sizeof(*judges); r++) {
		look->rule =
			ibp_check_rule_find(ibp_check_rules, judges[r].code);
		if (ibp_check_is_off(ibp_check_rules, off, look->rule))
			continue;
		for (size_t i = first; i < end; i++) {
			look->norm = &look->framework->norms[i];
			look->answer = &look->assessment->answers[i];
			look->target = ibp_assessment_target(
				look->framework, look->assessment, i);
			judges[r].judge(look);
		}
	}
}

static void judge_from(const struct ibp_framework *framework,
		       const struct ibp_assessment *assessment, size_t first,
		       size_t end, const char *today, uint64_t off,
		       struct ibp_findings *findings)
{
	char old[IBP_DATE_SIZE] = "";
	struct look look = {.framework = framework,
			    .assessment = assessment,
			    .today = today,
			    .old = old,
			    .findings = findings};

	ibp_date_add_days(today, -EVIDENCE_DAYS, old);
	judge(&look, first, end, off);
}

void ibp_check(const struct ibp_framework *framework,
	       const struct ibp_assessment *assessment, const char *today,
	       uint64_t off, struct ibp_findings *findings)
{
	if (!is_off(off, "dangling-code"))
		check_dangling(assessment, findings);
	judge_from(framework, assessment, 0, framework->norm_count, today, off,
		   findings);
}

void ibp_check_norm(const struct ibp_framework *framework,
		    const struct ibp_assessment *assessment, size_t index,
		    const char *today, uint64_t off,
		    struct ibp_findings *findings)
{
	judge_from(framework, assessment, index, index + 1, today, off,
		   findings);
}

uint64_t ibp_check_about_texts(void)
{
	uint64_t bits = 0;

	for (size_t r = 0; r < sizeof(judges) / sizeof(*judges); r++)
		if (judges[r].of_texts)
			bits |= ibp_check_bit(
				ibp_check_rules,
				ibp_check_rule_find(ibp_check_rules,
						    judges[r].code));
	return bits;
}

void ibp_check_count(const struct ibp_framework *framework,
		     struct ibp_assessment *assessment, const char *today,
		     uint64_t off)
{
	off |= ibp_check_about_texts();
	for (size_t i = 0; i < framework->norm_count; i++) {
		struct ibp_findings findings = {0};

		ibp_check_norm(framework, assessment, i, today, off, &findings);
		assessment->answers[i].findings = (long)findings.count;
		ibp_findings_release(&findings);
	}
}
