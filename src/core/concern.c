#include "core/concern.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/attention.h"

struct look {
	const struct ibp_landscape *landscape;
	const struct ibp_application *application;
	const struct ibp_derived *derived;
	const char *today;
	unsigned attentions; /* bits of what asks for attention */
};

/* ---- What is known of an application ------------------------------------- */

static bool has(const struct look *look, enum ibp_attention_kind kind)
{
	return look->attentions >> kind & 1;
}

static const char *rating(const char *own, const struct ibp_rated *derived)
{
	return own ? own : ibp_rating_word(derived->rating);
}

static const char *availability(const struct look *look)
{
	return rating(look->application->availability,
		      &look->derived->availability);
}

static const char *integrity(const struct look *look)
{
	return rating(look->application->integrity, &look->derived->integrity);
}

static const char *confidentiality(const struct look *look)
{
	return rating(look->application->confidentiality,
		      &look->derived->confidentiality);
}

static const char *personal_data(const struct look *look)
{
	bool is_derived;

	return ibp_personal_data_of(look->application, look->derived,
				    &is_derived);
}

/* ---- The rules ----------------------------------------------------------- */

static bool no_owner(const struct look *look)
{
	return !look->application->owner;
}

static bool no_users(const struct look *look)
{
	return !look->application->users;
}

static bool availability_high(const struct look *look)
{
	return ibp_text_equal(availability(look), "high");
}

static bool availability_unknown(const struct look *look)
{
	return !availability(look);
}

static bool integrity_high(const struct look *look)
{
	return ibp_text_equal(integrity(look), "high");
}

static bool integrity_unknown(const struct look *look)
{
	return !integrity(look);
}

static bool confidentiality_high(const struct look *look)
{
	return ibp_text_equal(confidentiality(look), "high");
}

static bool confidentiality_unknown(const struct look *look)
{
	return !confidentiality(look);
}

static bool data_special(const struct look *look)
{
	return ibp_text_equal(personal_data(look), "special");
}

static bool data_ordinary(const struct look *look)
{
	return ibp_text_equal(personal_data(look), "ordinary");
}

static bool data_unknown(const struct look *look)
{
	return !personal_data(look);
}

static bool agreement_missing(const struct look *look)
{
	return has(look, IBP_ATTENTION_MISSING);
}

static bool agreement_unsigned(const struct look *look)
{
	return has(look, IBP_ATTENTION_UNSIGNED);
}

static bool agreement_expired(const struct look *look)
{
	return has(look, IBP_ATTENTION_EXPIRED);
}

static bool agreement_ending(const struct look *look)
{
	return has(look, IBP_ATTENTION_ENDING);
}

static bool dpia_needed(const struct look *look)
{
	return has(look, IBP_ATTENTION_DPIA);
}

static bool dpia_unknown(const struct look *look)
{
	return !look->application->agreement.dpia && data_special(look);
}

static bool sign_on_none(const struct look *look)
{
	return ibp_text_equal(look->application->sso, "none");
}

static bool sign_on_unknown(const struct look *look)
{
	return !look->application->sso;
}

static bool hosting_unknown(const struct look *look)
{
	return !look->application->hosting;
}

/* The European Union with Iceland, Liechtenstein and Norway. */
static bool is_in_eea(const char *country)
{
	static const char members[] =
		" AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU "
		"LV MT NL NO PL PT RO SE SI SK ";
	const char *at = strstr(members, country);

	return strlen(country) == 2 && at && at[-1] == ' ';
}

static bool country_far(const struct look *look)
{
	const char *country = look->application->country;

	return country && !is_in_eea(country) &&
	       ibp_has_personal_data(look->application, look->derived);
}

static bool country_unknown(const struct look *look)
{
	return !look->application->country &&
	       !ibp_text_equal(look->application->hosting, "on-premises") &&
	       ibp_has_personal_data(look->application, look->derived);
}

static bool is_coupled(const struct look *look, bool unnamed)
{
	const struct ibp_landscape *l = look->landscape;
	long id = look->application->id;

	for (size_t i = 0; i < l->coupling_count; i++)
		if ((l->couplings[i].from == id || l->couplings[i].to == id) &&
		    (!unnamed || !l->couplings[i].data))
			return true;
	return false;
}

static bool coupling_unnamed(const struct look *look)
{
	return is_coupled(look, true);
}

static bool coupled(const struct look *look)
{
	return is_coupled(look, false);
}

static bool contract_ended(const struct look *look)
{
	return has(look, IBP_ATTENTION_CONTRACT_ENDED);
}

static bool contract_ending(const struct look *look)
{
	return has(look, IBP_ATTENTION_CONTRACT_ENDING);
}

static bool support_ended(const struct look *look)
{
	const char *end = look->application->support_end;

	return end && strcmp(end, look->today) < 0;
}

static bool phased_out(const struct look *look)
{
	return ibp_text_equal(
		ibp_application_status_at(look->application, look->today),
		"phase-out");
}

static const struct {
	bool (*holds)(const struct look *look);
	struct ibp_concern_rule rule;
} rules[] = {
	{no_owner, {"owner", "owner-missing", N_("no owner"), true}},
	{no_users,
	 {"users", "users-unknown", N_("number of users not known"), true}},
	{availability_high,
	 {"availability", "availability-high", N_("high availability"), false}},
	{availability_unknown,
	 {"availability", "availability-unknown",
	  N_("availability not classified"), true}},
	{integrity_high,
	 {"integrity", "integrity-high", N_("high integrity"), false}},
	{integrity_unknown,
	 {"integrity", "integrity-unknown", N_("integrity not classified"),
	  true}},
	{confidentiality_high,
	 {"confidentiality", "confidentiality-high", N_("high confidentiality"),
	  false}},
	{confidentiality_unknown,
	 {"confidentiality", "confidentiality-unknown",
	  N_("confidentiality not classified"), true}},
	{data_special,
	 {"personal-data", "data-special", N_("special personal data"), false}},
	{data_ordinary,
	 {"personal-data", "data-ordinary", N_("personal data"), false}},
	{data_unknown,
	 {"personal-data", "data-unknown",
	  N_("not known whether there are personal data"), true}},
	{agreement_missing,
	 {"processing-agreement", "agreement-missing",
	  N_("no processing agreement"), true}},
	{agreement_unsigned,
	 {"processing-agreement", "agreement-unsigned",
	  N_("processing agreement not signed"), true}},
	{agreement_expired,
	 {"processing-agreement", "agreement-expired",
	  N_("processing agreement expired"), true}},
	{agreement_ending,
	 {"processing-agreement", "agreement-ending",
	  N_("processing agreement ends within six months"), true}},
	{dpia_needed,
	 {"dpia", "dpia-needed", N_("DPIA needed and not there"), true}},
	{dpia_unknown,
	 {"dpia", "dpia-unknown",
	  N_("special personal data, and not known whether a DPIA is needed"),
	  true}},
	{sign_on_none,
	 {"sign-on", "sign-on-none", N_("no single sign-on"), true}},
	{sign_on_unknown,
	 {"sign-on", "sign-on-unknown", N_("sign-on not known"), true}},
	{hosting_unknown,
	 {"hosting", "hosting-unknown", N_("hosting not known"), true}},
	{country_far,
	 {"country", "country-far",
	  N_("personal data outside the European Economic Area"), true}},
	{country_unknown,
	 {"country", "country-unknown",
	  N_("not known in which country the personal data are"), true}},
	{coupling_unnamed,
	 {"couplings", "coupling-unnamed",
	  N_("a coupling of which the data are not named"), true}},
	{coupled, {"couplings", "coupled", N_("exchanges data"), false}},
	{contract_ended,
	 {"contract-end", "contract-ended", N_("contract ended"), true}},
	{contract_ending,
	 {"contract-end", "contract-ending",
	  N_("contract ends within six months"), true}},
	{support_ended,
	 {"life-cycle", "support-ended", N_("past the end of support"), true}},
	{phased_out,
	 {"life-cycle", "phased-out", N_("being phased out"), false}},
};

#define RULES (sizeof(rules) / sizeof(*rules))

const struct ibp_concern_rule *ibp_concern_rule_at(size_t index)
{
	return index < RULES ? &rules[index].rule : NULL;
}

/* ---- All of them --------------------------------------------------------- */

static void look_at(struct ibp_concerns *concerns, const struct look *look,
		    size_t application)
{
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].holds(look))
			concerns->items[concerns->count++] =
				(struct ibp_concern){application,
						     &rules[i].rule};
}

/* Bits of the kinds for APPLICATION; *AT walks along the sorted list. */
static unsigned attention_bits(const struct ibp_attentions *attentions,
			       size_t *at, size_t application)
{
	unsigned bits = 0;

	for (; *at < attentions->count &&
	       attentions->items[*at].application == application;
	     ++*at)
		bits |= 1U << attentions->items[*at].kind;
	return bits;
}

void ibp_concerns_make(const struct ibp_cover *cover,
		       const struct ibp_derived *derived,
		       struct ibp_concerns *concerns)
{
	const struct ibp_landscape *landscape = cover->landscape;
	struct look look = {.landscape = landscape, .today = cover->date};
	struct ibp_attentions attentions;
	size_t at = 0;

	*concerns = (struct ibp_concerns){0};
	concerns->items = ibp_arena_alloc(
		&concerns->arena, (landscape->application_count * RULES + 1) *
					  sizeof(*concerns->items));
	ibp_attentions_make(cover, derived, &attentions);
	for (size_t i = 0; i < landscape->application_count; i++) {
		look.application = &landscape->applications[i];
		look.derived = &derived[i];
		look.attentions = attention_bits(&attentions, &at, i);
		if (!ibp_text_equal(ibp_application_status_at(look.application,
							      cover->date),
				    "out"))
			look_at(concerns, &look, i);
	}
	ibp_attentions_release(&attentions);
}

void ibp_concerns_release(struct ibp_concerns *concerns)
{
	ibp_arena_release(&concerns->arena);
	*concerns = (struct ibp_concerns){0};
}

bool ibp_norm_looks_at(const struct ibp_norm *norm, const char *fact)
{
	for (size_t i = 0; i < norm->looks_at.count; i++)
		if (strcmp(norm->looks_at.items[i], fact) == 0)
			return true;
	return false;
}
