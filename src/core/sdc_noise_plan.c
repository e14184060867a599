/*
 * The mode with noise: one table of the whole, epsilon for replacing all
 * scores of one board, half of it for the means and half for the levels.
 * All noise is drawn before a result is read, and nothing is drawn again
 * because it looks odd.
 */
#include <stdlib.h>
#include <string.h>

#include "core/sdc_noise.h"
#include "core/sdc_round.h"
#include "core/sdc_work.h"

#define THOUSAND 1000
#define SHARES 2 /* of epsilon: means, levels */
#define PER_CENT 100

/* What is scored: groups, clusters of them, or all of them together. */
struct scored {
	const char *name;
	uint32_t groups; /* bits */
};

struct noisy {
	struct ibp_sdc_work *work;
	struct scored scored[IBP_SDC_GROUPS_MAX];
	long count;
	long epsilon;
	long mean_noise[IBP_SDC_GROUPS_MAX];
	long level_noise[IBP_SDC_GROUPS_MAX][IBP_SDC_LEVELS];
	long sums[IBP_SDC_GROUPS_MAX];
	long levels[IBP_SDC_GROUPS_MAX][IBP_SDC_LEVELS];
};

static void add_scored(struct noisy *noisy, const char *name, uint32_t groups)
{
	noisy->scored[noisy->count++] = (struct scored){name, groups};
}

static void add_cluster(struct noisy *noisy, size_t cluster)
{
	const struct ibp_sdc_catalogue *catalogue = noisy->work->in->catalogue;
	struct ibp_arena *arena = &noisy->work->plan->arena;
	const char *name = NULL;
	uint32_t groups = 0;

	for (size_t g = 0; g < catalogue->count; g++) {
		if (catalogue->clusters[g] != cluster)
			continue;
		groups |= UINT32_C(1) << g;
		name = name ? ibp_arena_printf(arena, "%s+%s", name,
					       catalogue->codes[g]) :
			      catalogue->codes[g];
	}
	if (groups)
		add_scored(noisy, name, groups);
}

static void find_scored(struct noisy *noisy, enum ibp_sdc_detail detail)
{
	const struct ibp_sdc_catalogue *catalogue = noisy->work->in->catalogue;
	uint32_t all = 0;

	for (size_t g = 0; g < catalogue->count; g++) {
		all |= UINT32_C(1) << g;
		if (detail == IBP_SDC_GROUPS)
			add_scored(noisy, catalogue->codes[g],
				   UINT32_C(1) << g);
	}
	for (size_t c = 0;
	     detail == IBP_SDC_CLUSTERS && c < catalogue->cluster_count; c++)
		add_cluster(noisy, c);
	if (detail == IBP_SDC_OVERALL)
		add_scored(noisy, "total", all);
}

/* ---- refusals ------------------------------------------------------------ */

static void refuse_few(struct noisy *noisy, size_t root)
{
	const struct ibp_sdc_plan *plan = noisy->work->plan;
	long contributors = plan->nodes[root].contributors;
	struct ibp_sdc_finding *finding;

	if (contributors >= plan->k)
		return;
	finding = ibp_sdc_refuse(noisy->work, 0);
	finding->numbers[0] = contributors;
	finding->numbers[1] = plan->k;
}

static void refuse_again(struct noisy *noisy)
{
	const bool *was = noisy->work->in->was_published;

	if (was[IBP_SDC_RULES] || was[IBP_SDC_NOISE])
		ibp_sdc_refuse(noisy->work, 11)->numbers[0] =
			was[IBP_SDC_RULES];
}

/* The error that is to be expected of a mean, in hundredths, rounded up. */
static long predicted_error(const struct noisy *noisy)
{
	long over = noisy->epsilon * (long)noisy->work->count;
	long error = noisy->work->rules->noise_range * noisy->count * SHARES *
		     THOUSAND;

	return (error + over - 1) / over;
}

static void refuse_error(struct noisy *noisy)
{
	const struct ibp_sdc_rules *rules = noisy->work->rules;
	struct ibp_sdc_finding *finding;
	long error;

	if (!noisy->work->count || noisy->epsilon <= 0)
		return;
	error = predicted_error(noisy);
	if (error <= rules->noise_error)
		return;
	finding = ibp_sdc_refuse(noisy->work, 12);
	finding->numbers[0] = error;
	finding->numbers[1] = rules->noise_error;
	finding->numbers[2] = noisy->count;
	finding->numbers[3] = (long)noisy->work->count;
}

static void refuse_epsilon(struct noisy *noisy)
{
	const struct ibp_sdc_rules *rules = noisy->work->rules;
	struct ibp_sdc_finding *finding;

	if (noisy->epsilon >= rules->epsilon_low &&
	    noisy->epsilon <= rules->epsilon_high)
		return;
	finding = ibp_sdc_refuse(noisy->work, 14);
	finding->numbers[0] = noisy->epsilon;
	finding->numbers[1] = rules->epsilon_low;
	finding->numbers[2] = rules->epsilon_high;
}

static int by_edition(const void *a, const void *b)
{
	return strcmp(((const struct ibp_sdc_spent *)a)->edition,
		      ((const struct ibp_sdc_spent *)b)->edition);
}

/* Editions in their order, this one too, each once. */
static struct ibp_sdc_spent *make_ledger(const struct noisy *noisy,
					 size_t *count)
{
	const struct ibp_sdc_input *in = noisy->work->in;
	struct ibp_sdc_spent *all =
		ibp_alloc((in->spent_count + 1) * sizeof(*all));
	size_t kept = 0;

	all[0] = (struct ibp_sdc_spent){in->edition, noisy->epsilon};
	for (size_t i = 0; i < in->spent_count; i++)
		all[i + 1] = in->spent[i];
	qsort(all, in->spent_count + 1, sizeof(*all), by_edition);
	for (size_t i = 0; i <= in->spent_count; i++) {
		if (kept && !by_edition(&all[kept - 1], &all[i]))
			all[kept - 1].epsilon += all[i].epsilon;
		else
			all[kept++] = all[i];
	}
	*count = kept;
	return all;
}

/* The most that was spent in a row of editions with this one in it. */
static long most_spent(const struct noisy *noisy)
{
	size_t width = (size_t)noisy->work->rules->epsilon_editions;
	size_t count;
	struct ibp_sdc_spent *ledger = make_ledger(noisy, &count);
	long most = 0;

	for (size_t first = 0; first < count; first++) {
		bool has_this = false;
		long spent = 0;

		for (size_t i = first; i < count && i < first + width; i++) {
			spent += ledger[i].epsilon;
			has_this |= !strcmp(ledger[i].edition,
					    noisy->work->in->edition);
		}
		if (has_this && spent > most)
			most = spent;
	}
	free(ledger);
	return most;
}

static void refuse_spent(struct noisy *noisy)
{
	long total = noisy->work->rules->epsilon_total;
	long spent = most_spent(noisy);
	struct ibp_sdc_finding *finding;

	if (spent <= total)
		return;
	finding = ibp_sdc_refuse(noisy->work, 13);
	finding->numbers[0] = spent;
	finding->numbers[1] = total;
}

static void check(struct noisy *noisy)
{
	size_t root = ibp_sdc_add_node(noisy->work, ibp_sdc_cell_all, 0, 1);

	refuse_few(noisy, root);
	refuse_again(noisy);
	refuse_error(noisy);
	refuse_spent(noisy);
	refuse_epsilon(noisy);
}

/* ---- results ------------------------------------------------------------- */

static enum ibp_status draw_noise(struct noisy *noisy,
				  const struct ibp_sdc_random *random,
				  struct ibp_error *err)
{
	const struct ibp_sdc_rules *rules = noisy->work->rules;
	long each = noisy->count * SHARES * THOUSAND;
	enum ibp_status status = IBP_OK;

	for (long j = 0; !status && j < noisy->count; j++) {
		status = ibp_sdc_laplace(random, rules->noise_range * each,
					 noisy->epsilon, &noisy->mean_noise[j],
					 err);
		for (int l = 0; !status && l < IBP_SDC_LEVELS; l++)
			status = ibp_sdc_laplace(
				random, rules->noise_cells * each,
				noisy->epsilon, &noisy->level_noise[j][l], err);
	}
	return status;
}

/* An empty group has a score too, so that nothing depends on what is empty. */
static long score_of(const struct noisy *noisy,
		     const struct ibp_sdc_contributor *board, uint32_t groups)
{
	long sum = 0;
	long count = 0;

	for (int g = 0; groups; g++, groups >>= 1) {
		if (!(groups & 1))
			continue;
		sum += board->scores[g] ? board->scores[g] :
					  noisy->work->rules->noise_empty;
		count++;
	}
	return ibp_sdc_nearest(sum, count);
}

static long clamp(long value, long low, long high)
{
	if (value < low)
		return low;
	return value > high ? high : value;
}

static void add_up(struct noisy *noisy)
{
	const struct ibp_sdc_rules *rules = noisy->work->rules;

	for (size_t i = 0; i < noisy->work->count; i++)
		for (long j = 0; j < noisy->count; j++) {
			long score = score_of(noisy, noisy->work->boards[i],
					      noisy->scored[j].groups);

			noisy->sums[j] += clamp(score, rules->noise_low,
						rules->noise_high);
			noisy->levels[j][ibp_sdc_level(score) - 1]++;
		}
}

static struct ibp_sdc_row *add_row(struct noisy *noisy, long scored,
				   enum ibp_sdc_measure measure)
{
	struct ibp_sdc_row *row = ibp_sdc_add_row(noisy->work, 0);

	row->group = noisy->scored[scored].name;
	row->measure = measure;
	row->band = ibp_sdc_band(noisy->work->rules, (long)noisy->work->count);
	return row;
}

static void add_rows(struct noisy *noisy, long scored)
{
	long n = (long)noisy->work->count;
	long sum = noisy->sums[scored] + noisy->mean_noise[scored];
	long counts[IBP_SDC_LEVELS];
	long total = 0;

	add_row(noisy, scored, IBP_SDC_MEAN)->value =
		clamp(ibp_sdc_nearest(sum, n), 100, 500);
	for (int l = 0; l < IBP_SDC_LEVELS; l++) {
		counts[l] = noisy->levels[scored][l] +
			    noisy->level_noise[scored][l];
		counts[l] = counts[l] < 0 ? 0 : counts[l];
		total += counts[l];
	}
	for (int l = 0; l < IBP_SDC_LEVELS; l++) {
		struct ibp_sdc_row *row = add_row(noisy, scored, IBP_SDC_LEVEL);

		row->category = l + 1;
		row->value =
			total ? ibp_sdc_nearest(PER_CENT * counts[l], total) :
				0;
	}
}

static enum ibp_status fill(struct noisy *noisy,
			    const struct ibp_sdc_random *random,
			    struct ibp_error *err)
{
	enum ibp_status status;

	check(noisy);
	if (noisy->work->plan->is_refused)
		return IBP_OK;
	status = draw_noise(noisy, random, err);
	if (status)
		return status;
	add_up(noisy);
	for (long j = 0; j < noisy->count; j++)
		add_rows(noisy, j);
	return IBP_OK;
}

enum ibp_status ibp_sdc_noise_plan_new(const struct ibp_sdc_input *input,
				       enum ibp_sdc_detail detail, long epsilon,
				       const struct ibp_sdc_random *random,
				       struct ibp_sdc_plan **plan,
				       struct ibp_error *err)
{
	struct ibp_sdc_plan *made = ibp_alloc(sizeof(*made));
	struct ibp_sdc_work work;
	struct noisy noisy = {.work = &work, .epsilon = epsilon};
	enum ibp_status status;

	made->mode = IBP_SDC_NOISE;
	ibp_sdc_work_init(&work, input, made);
	find_scored(&noisy, detail);
	status = fill(&noisy, random, err);
	ibp_sdc_work_release(&work);
	if (status)
		ibp_sdc_plan_free(made);
	else
		*plan = made;
	return status;
}
