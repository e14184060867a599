/*
 * The rows that are published.  Every number in them is rounded by a key
 * and the set of boards that is behind it, and nothing else is written.
 */
#include <stdio.h>

#include "core/sdc_round.h"
#include "core/sdc_work.h"

#define LABEL 256
#define PER_CENT 100

/* Where a number is: everything of a label before the measure. */
static size_t start_label(const struct ibp_sdc_work *work, size_t node,
			  char label[LABEL])
{
	char cell[IBP_SDC_CELL_TEXT];

	return (size_t)snprintf(
		label, LABEL, "%s/%s/", work->in->edition,
		ibp_sdc_cell_text(work->plan->nodes[node].cell, cell));
}

static long clamp(long value, long low, long high)
{
	if (value < low)
		return low;
	return value > high ? high : value;
}

long ibp_sdc_rounded_mean(const struct ibp_sdc_work *work, size_t node,
			  int group)
{
	const struct ibp_sdc_rules *rules = work->rules;
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, group);
	char label[LABEL];
	size_t length = start_label(work, node, label);

	snprintf(label + length, LABEL - length, "mean/%s/%s",
		 work->in->catalogue->codes[group], tally->set);
	return clamp(ibp_sdc_round(work->in->key, tally->sum, tally->boards,
				   ibp_sdc_step(rules, tally->boards), label),
		     rules->mean_low, rules->mean_high);
}

/*
 * The rounded number of boards that shares are of.  It stays in the band that
 * is published beside it: 18 with a band from 20 would say that there are 20.
 */
static long share_base(const struct ibp_sdc_work *work, long boards,
		       const char *label)
{
	long step = work->rules->count_base;
	long of = ibp_sdc_round(work->in->key, boards, 1, step, label);

	if (ibp_sdc_band(work->rules, of) != ibp_sdc_band(work->rules, boards))
		of += of < boards ? step : -step;
	return of < step ? step : of;
}

/* COUNT as a rounded share of the rounded number of boards. */
static long share(const struct ibp_sdc_work *work, size_t node, int item,
		  long count, const char *what)
{
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, item);
	char label[LABEL];
	size_t length = start_label(work, node, label);
	long of;

	snprintf(label + length, LABEL - length, "n/%s", tally->set);
	of = share_base(work, tally->boards, label);
	snprintf(label + length, LABEL - length, "%s/%s", what, tally->set);
	count = ibp_sdc_round(work->in->key, count, 1, work->rules->count_base,
			      label);
	return clamp(ibp_sdc_nearest(PER_CENT * count, of), 0, PER_CENT);
}

/* A row of ITEM; withheld ones say nothing of their own number of boards. */
static struct ibp_sdc_row *add_row(struct ibp_sdc_work *work, size_t node,
				   int item, int withheld)
{
	struct ibp_sdc_row *row = ibp_sdc_add_row(work, node);
	long boards = withheld ? work->plan->nodes[node].boards :
				 ibp_sdc_tally_of(work, node, item)->boards;

	row->band = ibp_sdc_band(work->rules, boards);
	row->is_withheld = withheld != 0;
	return row;
}

static void add_mean(struct ibp_sdc_work *work, size_t node, int group)
{
	int withheld = work->plan->nodes[node].mean[group];
	struct ibp_sdc_row *row = add_row(work, node, group, withheld);
	long mean;

	row->group = work->in->catalogue->codes[group];
	row->measure = IBP_SDC_MEAN;
	if (withheld)
		return;
	mean = ibp_sdc_rounded_mean(work, node, group);
	if (mean <= work->rules->mean_low)
		row->coded = IBP_SDC_BELOW;
	else if (mean >= work->rules->mean_high)
		row->coded = IBP_SDC_ABOVE;
	else
		row->value = mean;
}

static void add_levels(struct ibp_sdc_work *work, size_t node, int group)
{
	int withheld = work->plan->nodes[node].levels[group];
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, group);
	const char *code = work->in->catalogue->codes[group];
	char what[LABEL / 2];

	for (int level = 1; level <= IBP_SDC_LEVELS; level++) {
		struct ibp_sdc_row *row = add_row(work, node, group, withheld);

		row->group = code;
		row->measure = IBP_SDC_LEVEL;
		row->category = level;
		snprintf(what, sizeof(what), "dist/%s/%d", code, level);
		if (!withheld)
			row->value = share(work, node, group,
					   tally->levels[level - 1], what);
	}
}

static void add_target(struct ibp_sdc_work *work, size_t node, int group)
{
	int withheld = work->plan->nodes[node].levels[group];
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, group);
	struct ibp_sdc_row *row = add_row(work, node, group, withheld);
	char what[LABEL / 2];

	row->group = work->in->catalogue->codes[group];
	row->measure = IBP_SDC_AT_TARGET;
	snprintf(what, sizeof(what), "at/%s", row->group);
	if (!withheld)
		row->value = share(work, node, group, tally->at_target, what);
}

static void add_figure(struct ibp_sdc_work *work, size_t node, int figure)
{
	int withheld = work->plan->nodes[node].figures[figure];
	const char *code = ibp_sdc_figure_codes[figure];
	char what[LABEL / 2];

	for (int band = 0; band < ibp_sdc_figure_bands[figure]; band++) {
		struct ibp_sdc_row *row =
			add_row(work, node, IBP_SDC_LANDSCAPE, withheld);

		row->group = code;
		row->measure = IBP_SDC_BANDS;
		row->category = band;
		snprintf(what, sizeof(what), "land/%s/%d", code, band);
		if (!withheld)
			row->value = share(
				work, node, IBP_SDC_LANDSCAPE,
				work->bands[node].counts[figure][band], what);
	}
}

void ibp_sdc_make_rows(struct ibp_sdc_work *work)
{
	int groups = (int)work->in->catalogue->count;
	bool has_landscape =
		ibp_sdc_tally_of(work, 0, IBP_SDC_LANDSCAPE)->boards != 0;

	for (size_t node = 0; node < work->plan->node_count; node++) {
		for (int g = 0; g < groups; g++) {
			add_mean(work, node, g);
			add_levels(work, node, g);
			add_target(work, node, g);
		}
		for (int f = 0; has_landscape && f < IBP_SDC_FIGURES; f++)
			add_figure(work, node, f);
	}
}
