#include "core/score.h"

#include <stdlib.h>
#include <string.h>

#include "base/num.h"

/* Adds the norms from FIRST on; the averages come last, target is a sum. */
static void add_range(struct ibp_total *total,
		      const struct ibp_framework *framework,
		      const struct ibp_assessment *assessment, size_t first,
		      size_t count)
{
	total->norms += (long)count;
	for (size_t i = first; i < first + count; i++) {
		int score = assessment->answers[i].score;
		int target = ibp_assessment_target(framework, assessment, i);

		if (score == IBP_SCORE_NA) {
			total->not_applicable++;
			continue;
		}
		total->target += target;
		if (score < 1 || score > IBP_LEVELS) {
			total->open++;
			continue;
		}
		total->scored++;
		total->levels[score - 1]++;
		if (score < target)
			total->below_target++;
		if (!total->lowest || score < total->lowest)
			total->lowest = score;
	}
}

static struct ibp_total finish(struct ibp_total total)
{
	long applies = total.scored + total.open;
	long sum = 0;

	for (long level = 1; level <= IBP_LEVELS; level++)
		sum += level * total.levels[level - 1];
	total.average = total.scored ? ibp_num_average(sum, total.scored) : -1;
	total.target = applies ? ibp_num_average(total.target, applies) : -1;
	return total;
}

static void add_domain(struct ibp_total *total,
		       const struct ibp_framework *framework,
		       const struct ibp_assessment *assessment, size_t domain)
{
	const struct ibp_domain *d = &framework->domains[domain];

	add_range(total, framework, assessment, d->first_norm, d->norm_count);
}

struct ibp_total ibp_total_all(const struct ibp_framework *framework,
			       const struct ibp_assessment *assessment)
{
	struct ibp_total total = {0};

	add_range(&total, framework, assessment, 0, framework->norm_count);
	return finish(total);
}

struct ibp_total ibp_total_domain(const struct ibp_framework *framework,
				  const struct ibp_assessment *assessment,
				  size_t domain)
{
	struct ibp_total total = {0};

	add_domain(&total, framework, assessment, domain);
	return finish(total);
}

struct ibp_total ibp_total_part(const struct ibp_framework *framework,
				const struct ibp_assessment *assessment,
				size_t part)
{
	struct ibp_total total = {0};

	for (size_t i = 0; i < framework->domain_count; i++)
		if (framework->domains[i].part == part)
			add_domain(&total, framework, assessment, i);
	return finish(total);
}

/* 0 for the highest priority; what has none comes last. */
static int priority_rank(const struct ibp_answer *answer)
{
	static const char *const ranks[] = {"high", "medium", "low"};
	const int count = sizeof(ranks) / sizeof(*ranks);

	for (int i = 0; answer->priority && i < count; i++)
		if (strcmp(ranks[i], answer->priority) == 0)
			return i;
	return count;
}

static int compare_due(const char *a, const char *b)
{
	if (a && b)
		return strcmp(a, b);
	return (a == NULL) - (b == NULL);
}

struct gap_context {
	const struct ibp_assessment *assessment;
};

static int compare_gaps(const void *left, const void *right, void *context)
{
	const struct gap_context *gaps = context;
	const struct ibp_assessment *assessment = gaps->assessment;
	size_t i = *(const size_t *)left;
	size_t j = *(const size_t *)right;
	const struct ibp_answer *a = &assessment->answers[i];
	const struct ibp_answer *b = &assessment->answers[j];
	int order = priority_rank(a) - priority_rank(b);

	if (!order)
		order = compare_due(a->due, b->due);
	return order ? order : (i > j) - (i < j);
}

size_t *ibp_gaps(const struct ibp_framework *framework,
		 const struct ibp_assessment *assessment,
		 struct ibp_arena *arena, size_t *count)
{
	size_t *list =
		ibp_arena_alloc(arena, framework->norm_count * sizeof(*list));
	struct gap_context context = {assessment};
	size_t found = 0;

	for (size_t i = 0; i < framework->norm_count; i++) {
		int score = assessment->answers[i].score;

		if (score >= 1 &&
		    score < ibp_assessment_target(framework, assessment, i))
			list[found++] = i;
	}
	qsort_r(list, found, sizeof(*list), compare_gaps, &context);
	for (size_t i = 0; i < framework->norm_count; i++)
		if (assessment->answers[i].score == IBP_SCORE_OPEN)
			list[found++] = i;
	*count = found;
	return list;
}

size_t ibp_next_unscored(const struct ibp_assessment *assessment, size_t after)
{
	size_t count = assessment->answer_count;

	for (size_t step = 1; step <= count; step++) {
		size_t index = (after + step) % count;

		if (assessment->answers[index].score == IBP_SCORE_OPEN)
			return index;
	}
	return count;
}
