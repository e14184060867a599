#include <stdio.h>

#include "base/num.h"
#include "core/sdc.h"

static const long bands[] = {10, 15, 20, 30, 60, 100, 200, 500};

const struct ibp_sdc_rules ibp_sdc_rules_default = {
	.k = 20,
	.k_floor = 10,
	.population = 20,
	.distribution = 20,
	.outside = 3,
	.insiders = 3,
	.interval = 150,
	.atom = 10,
	.moved = 5,
	.moved_below = 100,
	.count_base = 3,
	.step_unit = 5,
	.step_protects = 300,
	.mean_low = 150,
	.mean_high = 450,
	.target = 300,
	.bands = bands,
	.band_count = sizeof(bands) / sizeof(*bands),
	.counts_holding = true,
	.coverage = 80,
	.norms_in_group = 3,
	.scored_in_group = 2,
	.epsilon_low = 100,
	.epsilon_high = 2000,
	.epsilon_default = 1000,
	.epsilon_total = 5000,
	.epsilon_editions = 5,
	.noise_error = 15,
	.noise_low = 100,
	.noise_high = 400,
	.noise_range = 300,
	.noise_cells = 2,
	.noise_empty = 250,
};

const char *const ibp_sdc_measure_codes[IBP_SDC_MEASURES] = {
	[IBP_SDC_MEAN] = "mean",
	[IBP_SDC_LEVEL] = "level",
	[IBP_SDC_AT_TARGET] = "at_target",
	[IBP_SDC_BANDS] = "landscape",
};

const char *const ibp_sdc_unit_codes[IBP_SDC_MEASURES] = {
	[IBP_SDC_MEAN] = "level",
	[IBP_SDC_LEVEL] = "percent",
	[IBP_SDC_AT_TARGET] = "percent",
	[IBP_SDC_BANDS] = "percent",
};

const char *const ibp_sdc_figure_codes[IBP_SDC_FIGURES] = {
	"applications", "agreement", "dpia", "sso", "owner", "support_ended"};

const int ibp_sdc_figure_bands[IBP_SDC_FIGURES] = {5, 6, 6, 6, 6, 6};

long ibp_sdc_score(const long counts[IBP_SDC_LEVELS])
{
	long sum = 0;
	long scored = 0;

	for (int i = 0; i < IBP_SDC_LEVELS; i++) {
		sum += (i + 1) * counts[i];
		scored += counts[i];
	}
	return scored ? ibp_num_average(sum, scored) : 0;
}

int ibp_sdc_level(long hundredths)
{
	long level = (2 * hundredths + 100) / 200;

	if (level < 1)
		return 1;
	return level > IBP_SDC_LEVELS ? IBP_SDC_LEVELS : (int)level;
}

long ibp_sdc_band(const struct ibp_sdc_rules *rules, long n)
{
	long low = n;

	for (size_t i = 0; i < rules->band_count && rules->bands[i] <= n; i++)
		low = rules->bands[i];
	return low;
}

const char *ibp_sdc_band_text(const struct ibp_sdc_rules *rules, long low,
			      char text[IBP_SDC_BAND_TEXT])
{
	size_t i = 0;

	while (i < rules->band_count && rules->bands[i] <= low)
		i++;
	if (i < rules->band_count)
		snprintf(text, IBP_SDC_BAND_TEXT, "%ld-%ld", low,
			 rules->bands[i] - 1);
	else
		snprintf(text, IBP_SDC_BAND_TEXT, "%ld+", low);
	return text;
}

/* From the band, not from N: else the step would give N away. */
long ibp_sdc_step(const struct ibp_sdc_rules *rules, long n)
{
	long each = rules->step_unit * ibp_sdc_band(rules, n);
	long times = (rules->step_protects + each - 1) / each;

	return rules->step_unit * (times > 1 ? times : 1);
}

#define CLUSTERS 4

/* A group is in the quarter of all norms that its middle lies in. */
void ibp_sdc_divide(struct ibp_sdc_catalogue *catalogue, const size_t *norms)
{
	size_t total = 0;
	size_t before = 0;

	for (size_t g = 0; g < catalogue->count; g++)
		total += norms[g];
	for (size_t g = 0; g < catalogue->count; g++) {
		size_t middle = 2 * before + norms[g];

		catalogue->clusters[g] =
			(unsigned char)(CLUSTERS * middle / (2 * total + 1));
		before += norms[g];
	}
	catalogue->cluster_count = CLUSTERS;
}
