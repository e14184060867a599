#include "core/landscape_check.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

const struct ibp_check_rule ibp_landscape_rules[] = {
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
	{"dates-contradict", IBP_FAULT, false,
	 N_("Correct the dates: first planned_from, then in_use_from, "
	    "phase_out_from and out_from.")},
	{"look-again", IBP_ADVICE, false,
	 N_("See whether the place is still right, then confirm it: fora-map "
	    "confirm APP.")},
	{"place-gone", IBP_ADVICE, false,
	 N_("Place the application elsewhere, then take this place away: "
	    "fora-map unlink APP ELEMENT.")},
	{"place-not-current", IBP_ADVICE, false,
	 N_("Look for a current element that says the same.")},
	{"unplaced", IBP_ADVICE, false,
	 N_("Place it: fora-map suggest APP, then fora-map link APP ELEMENT.")},
	{"excluded-and-placed", IBP_ADVICE, false,
	 N_("Take the element in again with fora-map include, or the "
	    "application away.")},
	{"owner-missing", IBP_ADVICE, false,
	 N_("Agree who takes care of it and fill in the owner.")},
	{"personal-data-unknown", IBP_ADVICE, false,
	 N_("Find out and fill in: fora-map app set APP personal_data=...")},
	{"coupled-and-out", IBP_ADVICE, false,
	 N_("Remove the flow with fora-map uncouple, or correct the status.")},
	{NULL, IBP_ADVICE, false, NULL},
};

/* One application being looked at by one rule. */
struct look {
	const struct ibp_cover *cover;
	const struct ibp_application *application;
	const struct ibp_derived *derived;
	const struct ibp_check_rule *rule;
	struct ibp_findings *findings;
};

static void found(const struct look *look, const char *message)
{
	ibp_findings_add(look->findings, look->rule, look->application->name,
			 message);
}

static bool is_out(const struct look *look,
		   const struct ibp_application *application)
{
	return ibp_text_equal(
		ibp_application_status_at(application, look->cover->date),
		"out");
}

static void dates(const struct look *look)
{
	const struct ibp_application *a = look->application;
	const char *const order[] = {a->planned_from, a->in_use_from,
				     a->phase_out_from, a->out_from};
	const char *last = NULL;

	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		if (order[i] && last && strcmp(order[i], last) < 0) {
			found(look, _("The dates of its life run backwards."));
			return;
		}
		if (order[i])
			last = order[i];
	}
}

static void look_again(const struct look *look)
{
	for (size_t i = 0; i < look->application->placement_count; i++)
		if (look->application->placements[i].look_again) {
			found(look, _("An element that it stands on changed "
				      "with the edition of FORA."));
			return;
		}
}

static void gone(const struct look *look)
{
	for (size_t i = 0; i < look->application->placement_count; i++)
		if (look->application->placements[i].element == IBP_FORA_NONE) {
			found(look, _("It stands on an element that this "
				      "edition of FORA does not have."));
			return;
		}
}

static void not_current(const struct look *look)
{
	const struct ibp_fora *fora = look->cover->fora;

	for (size_t i = 0; i < look->application->placement_count; i++) {
		uint32_t at = look->application->placements[i].element;

		if (at != IBP_FORA_NONE &&
		    fora->elements[at].status == IBP_FORA_EXPIRED) {
			found(look, _("It stands on an element that the "
				      "publisher has let expire."));
			return;
		}
	}
}

static void unplaced(const struct look *look)
{
	if (!look->application->placement_count)
		found(look, _("It has no place in FORA, so no question counts "
			      "it."));
}

static void excluded(const struct look *look)
{
	for (size_t i = 0; i < look->application->placement_count; i++) {
		uint32_t at = look->application->placements[i].element;

		if (at != IBP_FORA_NONE && look->cover->exclusions[at]) {
			found(look, _("It stands on an element that is marked "
				      "as not for this board."));
			return;
		}
	}
}

static void owner(const struct look *look)
{
	if (ibp_text_is_empty(look->application->owner))
		found(look, _("Nobody owns the application."));
}

static void personal_data(const struct look *look)
{
	bool is_derived;

	if (!ibp_personal_data_of(look->application, look->derived,
				  &is_derived))
		found(look, _("It is not known whether there are personal data "
			      "in it, so no processing agreement is asked "
			      "for."));
}

/* The rules that look at one application that is not out. */
static const struct {
	const char *code;
	void (*judge)(const struct look *look);
} judges[] = {
	{"dates-contradict", dates}, {"look-again", look_again},
	{"place-gone", gone},        {"place-not-current", not_current},
	{"unplaced", unplaced},      {"excluded-and-placed", excluded},
	{"owner-missing", owner},    {"personal-data-unknown", personal_data},
};

static const struct ibp_check_rule *rule_of(const char *code)
{
	return ibp_check_rule_find(ibp_landscape_rules, code);
}

/* What is out and still sends or gets data. */
static void check_couplings(struct look *look)
{
	const struct ibp_landscape *l = look->cover->landscape;

	for (size_t i = 0; i < l->coupling_count; i++) {
		const struct ibp_coupling *c = &l->couplings[i];
		const struct ibp_application *from =
			&l->applications[c->from_at];
		const struct ibp_application *to = &l->applications[c->to_at];

		look->application = is_out(look, from) ? from : to;
		if (is_out(look, from) != is_out(look, to))
			found(look, _("It is out, and a flow of data with an "
				      "application in use is still there."));
	}
}

static void check_exclusions(struct look *look)
{
	const struct ibp_landscape *l = look->cover->landscape;

	for (size_t i = 0; i < l->exclusion_count; i++)
		if (l->exclusions[i].look_again)
			ibp_findings_add(
				look->findings, look->rule,
				l->exclusions[i].element_name,
				_("An element that is not for this board "
				  "changed with the edition of FORA."));
}

static void judge_all(struct look *look, const struct ibp_derived *derived,
		      void (*judge)(const struct look *look))
{
	const struct ibp_landscape *l = look->cover->landscape;

	for (size_t i = 0; i < l->application_count; i++) {
		look->application = &l->applications[i];
		look->derived = &derived[i];
		if (!is_out(look, look->application))
			judge(look);
	}
}

void ibp_landscape_check(const struct ibp_cover *cover,
			 const struct ibp_derived *derived, uint64_t off,
			 struct ibp_findings *findings)
{
	struct look look = {.cover = cover, .findings = findings};

	for (size_t r = 0; r < sizeof(judges) / sizeof(*judges); r++) {
		look.rule = rule_of(judges[r].code);
		if (ibp_check_is_off(ibp_landscape_rules, off, look.rule))
			continue;
		judge_all(&look, derived, judges[r].judge);
		if (judges[r].judge == look_again)
			check_exclusions(&look);
	}
	look.rule = rule_of("coupled-and-out");
	if (!ibp_check_is_off(ibp_landscape_rules, off, look.rule))
		check_couplings(&look);
}

void ibp_landscape_check_file(const struct ibp_findings *file,
			      struct ibp_findings *findings)
{
	for (size_t i = 0; i < file->count; i++) {
		const struct ibp_finding *f = &file->items[i];

		ibp_findings_add(findings, rule_of(f->rule->code), f->subject,
				 f->message);
	}
}
