#include "core/attention.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* An end this near asks for attention. */
#define SOON "+6m"

struct look {
	const struct ibp_application *application;
	const struct ibp_derived *derived;
	const char *today;
	char soon[IBP_DATE_SIZE];
};

/* An end on the day itself is still to come. */
static bool is_past(const struct look *look, const char *end)
{
	return end && strcmp(end, look->today) < 0;
}

static bool is_soon(const struct look *look, const char *end)
{
	return end && strcmp(end, look->today) >= 0 &&
	       strcmp(end, look->soon) <= 0;
}

/* Whether an agreement is due, and the status of it is WORD. */
static bool has_status(const struct look *look, const char *word)
{
	const char *status = look->application->agreement.status;

	return ibp_has_personal_data(look->application, look->derived) &&
	       strcmp(status ? status : "none", word) == 0;
}

static bool is_missing(const struct look *look, const char **date)
{
	*date = NULL;
	return has_status(look, "none");
}

static bool is_unsigned(const struct look *look, const char **date)
{
	*date = NULL;
	return has_status(look, "requested");
}

static bool is_expired(const struct look *look, const char **date)
{
	*date = look->application->agreement.ends;
	return has_status(look, "expired") ||
	       (has_status(look, "signed") && is_past(look, *date));
}

static bool is_ending(const struct look *look, const char **date)
{
	*date = look->application->agreement.ends;
	return has_status(look, "signed") && is_soon(look, *date);
}

static bool needs_dpia(const struct look *look, const char **date)
{
	*date = NULL;
	return ibp_text_equal(look->application->agreement.dpia, "needed");
}

static bool contract_ended(const struct look *look, const char **date)
{
	*date = look->application->contract_end;
	return is_past(look, *date);
}

static bool contract_ending(const struct look *look, const char **date)
{
	*date = look->application->contract_end;
	return is_soon(look, *date);
}

static const struct {
	const char *word;
	bool (*asks)(const struct look *look, const char **date);
} kinds[IBP_ATTENTION_KINDS] = {
	[IBP_ATTENTION_MISSING] = {"agreement-missing", is_missing},
	[IBP_ATTENTION_UNSIGNED] = {"agreement-unsigned", is_unsigned},
	[IBP_ATTENTION_EXPIRED] = {"agreement-expired", is_expired},
	[IBP_ATTENTION_ENDING] = {"agreement-ending", is_ending},
	[IBP_ATTENTION_DPIA] = {"dpia-needed", needs_dpia},
	[IBP_ATTENTION_CONTRACT_ENDED] = {"contract-ended", contract_ended},
	[IBP_ATTENTION_CONTRACT_ENDING] = {"contract-ending", contract_ending},
};

const char *ibp_attention_word(enum ibp_attention_kind kind)
{
	return kinds[kind].word;
}

const char *ibp_attention_label(enum ibp_attention_kind kind)
{
	static const char *const labels[IBP_ATTENTION_KINDS] = {
		[IBP_ATTENTION_MISSING] = N_("no processing agreement"),
		[IBP_ATTENTION_UNSIGNED] = N_("agreement not signed"),
		[IBP_ATTENTION_EXPIRED] = N_("agreement expired"),
		[IBP_ATTENTION_ENDING] = N_("agreement ends soon"),
		[IBP_ATTENTION_DPIA] = N_("DPIA needed"),
		[IBP_ATTENTION_CONTRACT_ENDED] = N_("contract ended"),
		[IBP_ATTENTION_CONTRACT_ENDING] = N_("contract ends soon"),
	};

	return _(labels[kind]);
}

static void look_at(struct ibp_attentions *attentions, const struct look *look,
		    size_t application)
{
	for (int k = 0; k < IBP_ATTENTION_KINDS; k++) {
		const char *date = NULL;

		if (!kinds[k].asks(look, &date))
			continue;
		attentions->items[attentions->count++] = (struct ibp_attention){
			application, (enum ibp_attention_kind)k, date};
		attentions->counts[k]++;
	}
}

void ibp_attentions_make(const struct ibp_cover *cover,
			 const struct ibp_derived *derived,
			 struct ibp_attentions *attentions)
{
	const struct ibp_landscape *landscape = cover->landscape;
	struct look look = {.today = cover->date};

	*attentions = (struct ibp_attentions){0};
	attentions->items = ibp_arena_alloc(
		&attentions->arena,
		(landscape->application_count * IBP_ATTENTION_KINDS + 1) *
			sizeof(*attentions->items));
	/* At the end of time nothing is soon. */
	if (!ibp_date_parse(SOON, cover->date, look.soon))
		memcpy(look.soon, cover->date, sizeof(look.soon));
	for (size_t i = 0; i < landscape->application_count; i++) {
		look.application = &landscape->applications[i];
		look.derived = &derived[i];
		if (!ibp_text_equal(ibp_application_status_at(look.application,
							      cover->date),
				    "out"))
			look_at(attentions, &look, i);
	}
}

void ibp_attentions_release(struct ibp_attentions *attentions)
{
	ibp_arena_release(&attentions->arena);
	*attentions = (struct ibp_attentions){0};
}
