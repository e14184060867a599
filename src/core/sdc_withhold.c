/*
 * Which measures of a node stay away: the rules per group, and P3 for every
 * measure by itself.  What is withheld in a part is withheld in the parts
 * beside it, and what is withheld in a whole is withheld in its parts: what
 * is shown is again a tree split into all its parts.
 */
#include "core/sdc_work.h"

/* One thing that is shown or not: its own rules, and where the answer is. */
enum kind { MEAN_OF, LEVELS_OF, FIGURE_OF };

struct shown {
	enum kind kind;
	int index; /* group or figure */
};

static unsigned char *code_of(struct ibp_sdc_node *node, struct shown shown)
{
	switch (shown.kind) {
	case MEAN_OF:
		return &node->mean[shown.index];
	case LEVELS_OF:
		return &node->levels[shown.index];
	default:
		return &node->figures[shown.index];
	}
}

static int item_of(struct shown shown)
{
	return shown.kind == FIGURE_OF ? IBP_SDC_LANDSCAPE : shown.index;
}

static const long *counts_of(const struct ibp_sdc_work *work, size_t node,
			     struct shown shown)
{
	if (shown.kind == FIGURE_OF)
		return work->bands[node].counts[shown.index];
	return ibp_sdc_tally_of(work, node, shown.index)->levels;
}

static long largest(const struct ibp_sdc_work *work, size_t node,
		    struct shown shown)
{
	const long *counts = counts_of(work, node, shown);
	int count = shown.kind == FIGURE_OF ?
			    ibp_sdc_figure_bands[shown.index] :
			    IBP_SDC_LEVELS;
	long most = 0;

	for (int i = 0; i < count; i++)
		most = counts[i] > most ? counts[i] : most;
	return most;
}

struct sums {
	long low;
	long high;
};

/*
 * The sums that can have been published as MEAN: less than a step away.  A
 * coded mean says on which side of the last step it lies, and no more.
 */
static struct sums sums_behind(const struct ibp_sdc_rules *rules, long n,
			       long mean)
{
	long step = ibp_sdc_step(rules, n);
	struct sums sums = {n * (mean - step) + 1, n * (mean + step) - 1};

	if (mean <= rules->mean_low) {
		sums.low = 0;
		sums.high = n * (rules->mean_low / step * step + step) - 1;
	}
	if (mean >= rules->mean_high) {
		long last = (rules->mean_high + step - 1) / step * step;

		sums.low = n * (last - step) + 1;
		sums.high = n * 500;
	}
	return sums;
}

/* What a coalition that knows KNOWN in sum leaves open of one other score. */
static long left_open(long known, long others, const struct sums *sums)
{
	long top = sums->high - known - 100 * (others - 1);
	long bottom = sums->low - known - 500 * (others - 1);

	return (top < 500 ? top : 500) - (bottom > 100 ? bottom : 100);
}

/*
 * P7: the narrowest range to which insiders can pin another board, given the
 * published mean.  Worst are those with the lowest scores, who squeeze from
 * above, and those with the highest.
 */
static long interval(const struct ibp_sdc_work *work, size_t node, int group)
{
	const struct ibp_sdc_rules *rules = work->rules;
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, group);
	long n = tally->boards;
	long others = n - rules->insiders;
	long mean = ibp_sdc_rounded_mean(work, node, group);
	struct sums sums = sums_behind(rules, n, mean);
	long known[2] = {0, 0};
	long first, second;

	if (others < 1)
		return 0;
	for (long i = 0; i < rules->insiders; i++) {
		known[0] += tally->lowest[i];
		known[1] += tally->highest[i];
	}
	first = left_open(known[0], others, &sums);
	second = left_open(known[1], others, &sums);
	return first < second ? first : second;
}

struct reason {
	int code; /* 0: none */
	long numbers[3];
};

static struct reason reason_for_counts(const struct ibp_sdc_work *work,
				       size_t node, struct shown shown)
{
	long n = ibp_sdc_tally_of(work, node, item_of(shown))->boards;
	long most = largest(work, node, shown);

	if (n < work->rules->distribution)
		return (struct reason){5, {n, work->rules->distribution, 0}};
	if (n - most <= work->rules->outside)
		return (struct reason){6, {n, most, 0}};
	return (struct reason){0, {0, 0, 0}};
}

static struct reason reason_for_mean(const struct ibp_sdc_work *work,
				     size_t node, int group)
{
	long width = interval(work, node, group);

	if (width < work->rules->interval)
		return (struct reason){7, {width, work->rules->interval, 0}};
	return (struct reason){0, {0, 0, 0}};
}

/* Why SHOWN must stay away from NODE by itself. */
static struct reason reason_for(const struct ibp_sdc_work *work, size_t node,
				struct shown shown)
{
	int item = item_of(shown);
	const struct ibp_sdc_tally *tally = ibp_sdc_tally_of(work, node, item);
	const struct ibp_sdc_moved *moved =
		&work->moved[node * IBP_SDC_ITEMS + (size_t)item];

	if (tally->owners < work->plan->k)
		return (struct reason){1, {tally->owners, work->plan->k, 0}};
	if (moved->is_told)
		return (struct reason){
			10, {moved->joined, moved->left, work->rules->moved}};
	if (shown.kind == MEAN_OF)
		return reason_for_mean(work, node, shown.index);
	return reason_for_counts(work, node, shown);
}

static bool is_reported(const struct ibp_sdc_plan *plan,
			const struct ibp_sdc_finding *finding)
{
	for (size_t i = 0; i < plan->finding_count; i++) {
		const struct ibp_sdc_finding *other = &plan->findings[i];

		if (other->code == finding->code &&
		    other->group == finding->group &&
		    other->figure == finding->figure && !other->with.sectors &&
		    ibp_sdc_cell_same(other->cell, finding->cell))
			return true;
	}
	return false;
}

/*
 * Once for a group, though its mean and its levels may both stay away; once
 * for a cell where the rule is about the number of boards alone.
 */
static void report(struct ibp_sdc_work *work, size_t node, struct shown shown,
		   struct reason reason)
{
	struct ibp_sdc_finding finding = {
		.code = reason.code,
		.cell = work->plan->nodes[node].cell,
		.group = reason.code == 5 ? -1 : item_of(shown),
		.figure = shown.kind == FIGURE_OF && (reason.code == 3 ||
						      reason.code == 6) ?
				  shown.index :
				  -1,
	};

	for (int i = 0; i < 3; i++)
		finding.numbers[i] = reason.numbers[i];
	if (!is_reported(work->plan, &finding))
		*ibp_sdc_add_finding(work, finding.code, finding.cell) =
			finding;
}

/* SHOWN in all parts of PARENT: in all of them, or in none. */
static void decide_parts(struct ibp_sdc_work *work, size_t parent,
			 struct shown shown)
{
	struct ibp_sdc_node *nodes = work->plan->nodes;
	bool is_withheld = *code_of(&nodes[parent], shown) != 0;
	bool is_told = is_withheld;

	for (size_t i = parent + 1; i < work->plan->node_count; i++) {
		struct reason reason;

		if (nodes[i].parent != parent || is_told)
			continue;
		reason = reason_for(work, i, shown);
		*code_of(&nodes[i], shown) = (unsigned char)reason.code;
		if (reason.code)
			report(work, i, shown, reason);
		is_withheld |= reason.code != 0;
	}
	for (size_t i = parent + 1; i < work->plan->node_count; i++) {
		if (nodes[i].parent != parent || !is_withheld ||
		    *code_of(&nodes[i], shown))
			continue;
		*code_of(&nodes[i], shown) = 3;
		if (!is_told)
			report(work, i, shown, (struct reason){3, {0, 0, 0}});
	}
}

static void decide(struct ibp_sdc_work *work, struct shown shown)
{
	struct reason whole = reason_for(work, 0, shown);

	*code_of(&work->plan->nodes[0], shown) = (unsigned char)whole.code;
	if (whole.code)
		report(work, 0, shown, whole);
	for (size_t i = 0; i < work->plan->node_count; i++)
		decide_parts(work, i, shown);
}

void ibp_sdc_withhold(struct ibp_sdc_work *work)
{
	int groups = (int)work->in->catalogue->count;

	for (int g = 0; g < groups; g++) {
		decide(work, (struct shown){MEAN_OF, g});
		decide(work, (struct shown){LEVELS_OF, g});
	}
	for (int f = 0; f < IBP_SDC_FIGURES; f++)
		decide(work, (struct shown){FIGURE_OF, f});
}
