/* From a board's scores and applications to its summary. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/summary.h"

#define SHARE_BANDS 5 /* beside 0% */

/* ---- Figures about applications ------------------------------------------ */

struct look {
	const struct ibp_application *application;
	const struct ibp_derived *derived;
	const char *date;
};

static bool always(const struct look *look)
{
	(void)look;
	return true;
}

static bool has_personal_data(const struct look *look)
{
	return ibp_has_personal_data(look->application, look->derived);
}

/* An end on the day itself is still to come, as in core/attention.c. */
static bool has_agreement(const struct look *look)
{
	const struct ibp_agreement *agreement = &look->application->agreement;

	return ibp_text_equal(agreement->status, "signed") &&
	       (!agreement->ends || strcmp(agreement->ends, look->date) >= 0);
}

static bool needs_dpia(const struct look *look)
{
	return !ibp_text_equal(look->application->agreement.dpia, "not-needed");
}

static bool has_dpia(const struct look *look)
{
	const char *dpia = look->application->agreement.dpia;

	return ibp_text_equal(dpia, "central") || ibp_text_equal(dpia, "local");
}

static bool has_sign_on(const struct look *look)
{
	const char *sso = look->application->sso;

	return sso && !ibp_text_equal(sso, "none");
}

static bool has_owner(const struct look *look)
{
	return !ibp_text_is_empty(look->application->owner);
}

static bool support_ended(const struct look *look)
{
	const char *end = look->application->support_end;

	return end && strcmp(end, look->date) < 0;
}

/* In the order of ibp_sdc_figure_codes, without the first. */
static const struct {
	bool (*of)(const struct look *look);
	bool (*has)(const struct look *look);
} shares[IBP_SDC_FIGURES - 1] = {
	{has_personal_data, has_agreement},
	{needs_dpia, has_dpia},
	{always, has_sign_on},
	{always, has_owner},
	{always, support_ended},
};

static int number_band(size_t count)
{
	static const size_t from[] = {25, 50, 100, 200};
	int band = 0;

	while (band < 4 && count >= from[band])
		band++;
	return band;
}

/* 0 for none, then a band for each fifth that has begun. */
static int share_band(size_t part, size_t whole)
{
	return whole ? (int)((SHARE_BANDS * part + whole - 1) / whole) : 0;
}

static void count_figures(const struct ibp_summary_source *source,
			  struct ibp_summary *summary)
{
	const struct ibp_landscape *landscape = source->cover->landscape;
	size_t of[IBP_SDC_FIGURES - 1] = {0};
	size_t has[IBP_SDC_FIGURES - 1] = {0};
	size_t count = 0;

	for (size_t i = 0; i < landscape->application_count; i++) {
		struct look look = {&landscape->applications[i],
				    &source->derived[i], source->cover->date};

		if (!ibp_application_counts_at(look.application, look.date))
			continue;
		count++;
		for (int s = 0; s < IBP_SDC_FIGURES - 1; s++) {
			bool is_of = shares[s].of(&look);

			of[s] += is_of;
			has[s] += is_of && shares[s].has(&look);
		}
	}
	summary->has_landscape = count >= IBP_SUMMARY_APPLICATIONS_MIN;
	if (!summary->has_landscape)
		return;
	summary->landscape[0] = number_band(count);
	for (int s = 0; s < IBP_SDC_FIGURES - 1; s++)
		summary->landscape[s + 1] = share_band(has[s], of[s]);
}

/* ---- Groups ------------------------------------------------------------- */

static void count_group(const struct ibp_summary_source *source, size_t index,
			long counts[IBP_LEVELS])
{
	const struct ibp_catalogue_group *group =
		&source->catalogue->groups[index];

	memset(counts, 0, IBP_LEVELS * sizeof(*counts));
	for (size_t i = 0; i < group->norm_count; i++) {
		int score = source->assessment->answers[group->norms[i]].score;

		if (score >= 1 && score <= IBP_LEVELS)
			counts[score - 1]++;
	}
}

void ibp_summary_count(const struct ibp_summary_source *source,
		       struct ibp_summary *summary)
{
	summary->group_count = source->catalogue->group_count;
	for (size_t i = 0; i < summary->group_count; i++)
		count_group(source, i, summary->groups[i]);
	summary->has_landscape = false;
	memset(summary->landscape, 0, sizeof(summary->landscape));
	if (source->cover)
		count_figures(source, summary);
}

/* Returns how many norms are told of at last. */
static long empty_groups(struct ibp_summary *summary,
			 const struct ibp_sdc_rules *rules, bool *emptied)
{
	long total = 0;

	for (size_t i = 0; i < summary->group_count; i++) {
		long scored = ibp_summary_scored(summary, i);

		emptied[i] = scored < rules->scored_in_group;
		if (emptied[i])
			memset(summary->groups[i], 0,
			       sizeof(summary->groups[i]));
		else
			total += scored;
	}
	return total;
}

enum ibp_status ibp_summary_make(const struct ibp_summary_source *source,
				 const struct ibp_sdc_rules *rules,
				 struct ibp_summary *summary,
				 bool emptied[IBP_CATALOGUE_GROUPS_MAX],
				 struct ibp_error *err)
{
	long norms = (long)source->catalogue->norm_count;
	long told;

	ibp_summary_count(source, summary);
	told = empty_groups(summary, rules, emptied);
	if (told * 100 >= rules->coverage * norms)
		return IBP_OK;
	return ibp_error_set(err, IBP_FOUND,
			     _("E1: only %ld%% of the norms are scored; a "
			       "summary needs %ld%%. Nothing was written."),
			     told * 100 / norms, rules->coverage);
}
