#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"

static const char *const group_codes[SECTOR_GROUPS] = {
	"GO", "RM", "HR", "CO", "IM", "SD", "DM",
	"ID", "SM", "PH", "BC", "SC", "PR"};
static const unsigned char group_clusters[SECTOR_GROUPS] = {0, 0, 0, 1, 1, 1, 1,
							    2, 2, 2, 2, 2, 3};

size_t attack_trials(size_t full, size_t quick)
{
	return getenv("IBP_ATTACK_FULL") ? full : quick;
}

struct attack *attack_new(void)
{
	struct attack *attack = ibp_alloc(sizeof(*attack));

	attack->rules = ibp_sdc_rules_default;
	attack->catalogue.count = SECTOR_GROUPS;
	attack->catalogue.cluster_count = 4;
	memcpy(attack->catalogue.codes, group_codes, sizeof(group_codes));
	memcpy(attack->catalogue.clusters, group_clusters,
	       sizeof(group_clusters));
	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				attack->population.boards[s][z][p] = 25;
	attack->input = (struct ibp_sdc_input){
		.rules = &attack->rules,
		.catalogue = &attack->catalogue,
		.edition = "2026",
		.key = attack->key,
		.population = &attack->population,
	};
	return attack;
}

void attack_free(struct attack *attack)
{
	free(attack->boards);
	free(attack);
}

void attack_exact_means(struct ibp_sdc_rules *rules)
{
	rules->step_unit = 1;
	rules->step_protects = 0;
	rules->mean_low = 0;
	rules->mean_high = 600;
	rules->interval = 0;
}

void attack_key(struct attack *attack, size_t number)
{
	struct dice dice = {number + 1};

	for (size_t i = 0; i < IBP_SDC_KEY; i++)
		attack->key[i] = (unsigned char)dice_word(&dice);
}

/* Sectors of the invented boards, in the core's order. */
static const unsigned char sector_of[SECTOR_KINDS] = {
	[SECTOR_PO] = IBP_SDC_PO,
	[SECTOR_VO] = IBP_SDC_VO,
	[SECTOR_SO] = IBP_SDC_SO,
};

void attack_fill(struct attack *attack, const struct sector_board *pool,
		 const size_t *places, size_t count, bool is_one_cell)
{
	attack->boards = ibp_grow(attack->boards, &attack->capacity, count + 1,
				  sizeof(*attack->boards));
	for (size_t i = 0; i < count; i++) {
		const struct sector_board *from = &pool[places[i]];
		struct ibp_sdc_contributor *to = &attack->boards[i];

		*to = (struct ibp_sdc_contributor){
			.token = 1 + places[i],
			.holder = 1 + places[i],
			.version = 1,
		};
		if (!is_one_cell) {
			to->sector = sector_of[from->kind];
			to->size = (unsigned char)from->size;
			to->part = (unsigned char)from->part;
		}
		memset(to->figures, IBP_SDC_NO_BAND, sizeof(to->figures));
		for (int g = 0; g < SECTOR_GROUPS; g++)
			to->scores[g] = (uint16_t)from->hundredths[g];
	}
	attack->input.contributors = attack->boards;
	attack->input.count = count;
}

struct ibp_sdc_unit *attack_keep(const struct ibp_sdc_plan *plan,
				 uint32_t number)
{
	struct ibp_sdc_unit *units =
		ibp_alloc((plan->unit_count + 1) * sizeof(*units));

	for (size_t i = 0; i < plan->unit_count; i++) {
		units[i] = plan->units[i];
		units[i].publication = number;
	}
	return units;
}

const struct ibp_sdc_row *attack_row(const struct ibp_sdc_plan *plan,
				     size_t node, const char *group,
				     enum ibp_sdc_measure measure, int category)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct ibp_sdc_row *row = &plan->rows[i];

		if (row->node == node && row->measure == measure &&
		    row->category == category && !strcmp(row->group, group))
			return row;
	}
	return NULL;
}

double attack_mean(const struct ibp_sdc_plan *plan, size_t node,
		   const char *group, double fallback)
{
	const struct ibp_sdc_row *row =
		attack_row(plan, node, group, IBP_SDC_MEAN, -1);

	if (!row || row->is_withheld)
		return fallback;
	if (row->coded == IBP_SDC_BELOW)
		return (double)ibp_sdc_rules_default.mean_low;
	if (row->coded == IBP_SDC_ABOVE)
		return (double)ibp_sdc_rules_default.mean_high;
	return (double)row->value;
}

double attack_overall(const struct attack *attack,
		      const struct ibp_sdc_plan *plan,
		      const double fallback[SECTOR_GROUPS])
{
	double sum = 0;

	for (int g = 0; g < SECTOR_GROUPS; g++)
		sum += attack_mean(plan, 0, attack->catalogue.codes[g],
				   fallback[g]);
	return sum / SECTOR_GROUPS;
}

bool attack_is_refused(const struct ibp_sdc_plan *plan, int code)
{
	for (size_t i = 0; i < plan->finding_count; i++)
		if (plan->findings[i].code == code && plan->findings[i].refuses)
			return plan->is_refused && !plan->row_count;
	return false;
}

void attack_group_means(const struct sector_board *pool, size_t count,
			double means[SECTOR_GROUPS])
{
	for (int g = 0; g < SECTOR_GROUPS; g++) {
		means[g] = 0;
		for (size_t i = 0; i < count; i++)
			means[g] += pool[i].hundredths[g] / (double)count;
	}
}

static void check_figure(const char *what, double figure, const char *word,
			 double limit, bool holds)
{
	printf("%-58s %9.4f   %s %.4g\n", what, figure, word, limit);
	if (!holds)
		fail_msg("%s: %f should be %s %f", what, figure, word, limit);
}

void attack_at_most(const char *what, double figure, double limit)
{
	check_figure(what, figure, "at most", limit, figure <= limit);
}

void attack_at_least(const char *what, double figure, double limit)
{
	check_figure(what, figure, "at least", limit, figure >= limit);
}
