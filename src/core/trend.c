#include "core/trend.h"

#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"

/* Of every norm of the last framework its score at each assessment. */
struct matrix {
	size_t points;
	int *scores;      /* [norm * points + point] */
	bool *comparable; /* [norm]: at all of them */
};

static const struct ibp_compare_side *last_of(const struct ibp_trend_step *s,
					      size_t count)
{
	return &s[count - 1].side;
}

/* The scores of one assessment, for the norms that stand in the last too. */
static void fill_point(const struct ibp_trend_step *step,
		       const struct ibp_compare_side *last, size_t point,
		       struct matrix *matrix)
{
	struct ibp_comparison c = {0};
	bool *seen =
		ibp_alloc((last->framework->norm_count + 1) * sizeof(*seen));

	ibp_compare(&step->side, last, step->map, step->is_back, &c);
	for (size_t i = 0; i < c.count; i++) {
		size_t norm;

		if (!c.rows[i].to || !c.rows[i].is_comparable)
			continue;
		norm = ibp_framework_index(last->framework, c.rows[i].to);
		seen[norm] = true;
		matrix->scores[norm * matrix->points + point] =
			c.rows[i].score_from;
	}
	for (size_t i = 0; i < last->framework->norm_count; i++)
		matrix->comparable[i] &= seen[i];
	free(seen);
	ibp_comparison_release(&c);
}

static void fill(const struct ibp_trend_step *steps, size_t count,
		 struct ibp_arena *arena, struct matrix *matrix)
{
	const struct ibp_compare_side *last = last_of(steps, count);
	size_t norms = last->framework->norm_count;

	matrix->points = count;
	matrix->scores = ibp_arena_alloc(
		arena, (norms * count + 1) * sizeof(*matrix->scores));
	matrix->comparable = ibp_arena_alloc(arena, (norms + 1) * sizeof(bool));
	for (size_t i = 0; i < norms; i++)
		matrix->comparable[i] = true;
	for (size_t i = 0; i < count; i++)
		fill_point(&steps[i], last, i, matrix);
}

static bool differ(const struct ibp_framework *a, const struct ibp_framework *b)
{
	return !ibp_text_equal(a->id, b->id) ||
	       !ibp_text_equal(a->version, b->version);
}

/* The domain with this CODE, or the number of them where there is none. */
static size_t find_domain(const struct ibp_framework *framework,
			  const char *code)
{
	size_t i = 0;

	while (i < framework->domain_count &&
	       strcmp(framework->domains[i].code, code) != 0)
		i++;
	return i;
}

static struct ibp_total total_of(const struct ibp_compare_side *side,
				 const struct ibp_domain *domain)
{
	size_t index = domain ? find_domain(side->framework, domain->code) : 0;

	if (!domain)
		return ibp_total_all(side->framework, side->assessment);
	if (index == side->framework->domain_count)
		return (struct ibp_total){.average = -1};
	return ibp_total_domain(side->framework, side->assessment, index);
}

/* The comparable norms from FIRST up to END. */
static void second_reading(const struct matrix *matrix, size_t first,
			   size_t end, struct ibp_trend_row *row)
{
	for (size_t i = first; i < end; i++)
		row->comparable += matrix->comparable[i];
	for (size_t p = 0; p < matrix->points; p++) {
		long sum = 0;

		for (size_t i = first; i < end; i++)
			if (matrix->comparable[i])
				sum += matrix->scores[i * matrix->points + p];
		row->comparable_averages[p] =
			row->comparable ?
				ibp_num_average(sum, row->comparable) :
				-1;
	}
}

static struct ibp_trend_row make_row(const struct ibp_trend_step *steps,
				     size_t count, const struct matrix *matrix,
				     const struct ibp_domain *domain,
				     struct ibp_arena *arena)
{
	size_t norms = last_of(steps, count)->framework->norm_count;
	struct ibp_trend_row row = {
		.domain = domain,
		.averages = ibp_arena_alloc(arena, count * sizeof(long)),
		.lowest = ibp_arena_alloc(arena, count * sizeof(int)),
		.comparable_averages =
			ibp_arena_alloc(arena, count * sizeof(long)),
	};

	for (size_t p = 0; p < count; p++) {
		struct ibp_total total = total_of(&steps[p].side, domain);

		row.averages[p] = total.average;
		row.lowest[p] = total.lowest;
	}
	if (domain)
		second_reading(matrix, domain->first_norm,
			       domain->first_norm + domain->norm_count, &row);
	else
		second_reading(matrix, 0, norms, &row);
	return row;
}

void ibp_trend_make(const struct ibp_trend_step *steps, size_t count,
		    struct ibp_trend *trend)
{
	const struct ibp_framework *framework =
		last_of(steps, count)->framework;
	struct matrix matrix;

	*trend = (struct ibp_trend){.point_count = count};
	fill(steps, count, &trend->arena, &matrix);
	trend->has_changed =
		ibp_arena_alloc(&trend->arena, count * sizeof(bool));
	for (size_t i = 1; i < count; i++) {
		trend->has_changed[i] = differ(steps[i - 1].side.framework,
					       steps[i].side.framework);
		trend->changes |= trend->has_changed[i];
	}
	trend->domain_count = framework->domain_count;
	trend->domains =
		ibp_arena_alloc(&trend->arena, (trend->domain_count + 1) *
						       sizeof(*trend->domains));
	for (size_t i = 0; i < trend->domain_count; i++)
		trend->domains[i] =
			make_row(steps, count, &matrix, &framework->domains[i],
				 &trend->arena);
	trend->all = make_row(steps, count, &matrix, NULL, &trend->arena);
}

void ibp_trend_release(struct ibp_trend *trend)
{
	ibp_arena_release(&trend->arena);
	*trend = (struct ibp_trend){0};
}
