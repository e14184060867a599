#include "core/summary.h"

#include <string.h>

#include "base/i18n.h"

static const char *const labels[IBP_SDC_FIGURES] = {
	N_("Number of applications in use"),
	N_("With a processing agreement, of those with personal data"),
	N_("With a DPIA, of those that need one"),
	N_("Behind single sign-on"),
	N_("With an owner"),
	N_("Past the end of support"),
};

static const char *const number_bands[] = {
	"0-24", "25-49", "50-99", "100-199", "200+",
};
static const char *const share_bands[IBP_SDC_FIGURE_BANDS] = {
	"0%", "1-20%", "21-40%", "41-60%", "61-80%", "81-100%",
};

const char *ibp_summary_figure_label(int index)
{
	return _(labels[index]);
}

const char *ibp_summary_band(int figure, int band)
{
	return figure ? share_bands[band] : number_bands[band];
}

bool ibp_edition_is_valid(const char *text)
{
	size_t length = strlen(text);

	if (length < 4 || length >= IBP_EDITION_SIZE)
		return false;
	if (strncmp(text, "20", 2) != 0 || strspn(text + 2, "0123456789") != 2)
		return false;
	return length == 4 || (text[4] >= 'a' && text[4] <= 'd');
}

long ibp_summary_scored(const struct ibp_summary *summary, size_t index)
{
	long total = 0;

	for (int level = 0; level < IBP_LEVELS; level++)
		total += summary->groups[index][level];
	return total;
}

static bool fits(const struct ibp_summary *summary,
		 const struct ibp_catalogue *catalogue,
		 const struct ibp_sdc_rules *rules)
{
	long total = 0;

	if (summary->group_count != catalogue->group_count)
		return false;
	for (size_t i = 0; i < summary->group_count; i++) {
		long scored = ibp_summary_scored(summary, i);

		if (scored > (long)catalogue->groups[i].norm_count)
			return false;
		/* The tool sends such a group empty (E3). */
		if (scored && scored < rules->scored_in_group)
			return false;
		total += scored;
	}
	return total * 100 >= rules->coverage * (long)catalogue->norm_count;
}

enum ibp_status ibp_summary_check(const char *file,
				  const struct ibp_summary *summary,
				  const struct ibp_catalogue *catalogue,
				  const struct ibp_sdc_rules *rules,
				  struct ibp_error *err)
{
	if (fits(summary, catalogue, rules))
		return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("I5: %s: the numbers do not fit the catalogue. "
			       "Refused."),
			     file);
}
