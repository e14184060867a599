#include "core/coverage.h"

#include <stdlib.h>

struct make {
	const struct ibp_cover *cover;
	struct ibp_coverage *coverage;
	struct ibp_sets seen; /* applications: a row per domain, and all */
};

/* What the publisher has in use, or says nothing about. */
static bool is_live(const struct ibp_fora_element *element)
{
	return element->status == IBP_FORA_CURRENT ||
	       element->status == IBP_FORA_UNKNOWN;
}

static void count(struct ibp_coverage_total *total,
		  const struct ibp_coverage_row *row)
{
	bool is_ours = !row->exclusion;

	total->rows++;
	total->excluded += !is_ours;
	total->expected += is_ours && row->expects;
	total->covered += is_ours && row->application_count > 0;
	total->gaps += row->is_gap;
}

/* The totals that the element counts in: of its domain, or of no domain. */
static size_t total_of(const struct make *make, uint32_t element)
{
	const struct ibp_fora *fora = make->cover->fora;
	size_t last = make->coverage->domain_count - 1;

	for (size_t i = 0; i < last; i++)
		if (make->coverage->domains[i].domain ==
		    fora->elements[element].domain)
			return i;
	return last;
}

static void add_row(struct make *make, uint32_t element)
{
	const struct ibp_cover *cover = make->cover;
	const struct ibp_fora_element *e = &cover->fora->elements[element];
	struct ibp_coverage *coverage = make->coverage;
	struct ibp_coverage_row *row = &coverage->rows[coverage->count];
	size_t domain = total_of(make, element);

	row->element = element;
	row->expects = e->expects_system == IBP_FORA_YES;
	row->exclusion = cover->exclusions[element];
	row->applications =
		ibp_sets_members(&cover->served, element, NULL,
				 &coverage->arena, &row->application_count);
	row->planned =
		ibp_sets_members(&cover->planned, element, &cover->served,
				 &coverage->arena, &row->planned_count);
	if (!is_live(e) && !row->application_count && !row->planned_count)
		return;
	row->is_gap = row->expects && is_live(e) && !row->exclusion &&
		      !row->application_count;
	coverage->count++;
	count(&coverage->total, row);
	count(&coverage->domains[domain], row);
	for (size_t i = 0; i < row->application_count; i++) {
		ibp_sets_add(&make->seen, domain, row->applications[i]);
		ibp_sets_add(&make->seen, coverage->domain_count,
			     row->applications[i]);
	}
}

static void begin(struct make *make, struct ibp_arena *arena)
{
	const struct ibp_fora *fora = make->cover->fora;
	struct ibp_coverage *coverage = make->coverage;

	*coverage = (struct ibp_coverage){0};
	coverage->rows = ibp_arena_alloc(&coverage->arena,
					 (fora->element_count + 1) *
						 sizeof(*coverage->rows));
	coverage->domain_count = fora->domains.count + 1;
	coverage->domains = ibp_arena_alloc(&coverage->arena,
					    coverage->domain_count *
						    sizeof(*coverage->domains));
	for (size_t i = 0; i < fora->domains.count; i++)
		coverage->domains[i].domain =
			ibp_fora_find(fora, fora->domains.items[i]);
	coverage->domains[fora->domains.count].domain = IBP_FORA_NONE;
	coverage->total.domain = IBP_FORA_NONE;
	make->seen =
		ibp_sets_new(coverage->domain_count + 1,
			     make->cover->landscape->application_count, arena);
}

static void finish(struct make *make)
{
	struct ibp_coverage *coverage = make->coverage;

	for (size_t i = 0; i < coverage->domain_count; i++)
		coverage->domains[i].applications =
			ibp_sets_count(&make->seen, i);
	coverage->total.applications =
		ibp_sets_count(&make->seen, coverage->domain_count);
	if (!coverage->domains[coverage->domain_count - 1].rows)
		coverage->domain_count--;
}

static bool is_component(enum ibp_fora_type type)
{
	return type == IBP_FORA_COMPONENT;
}

static void make_coverage(const struct ibp_cover *cover,
			  bool is_wanted(enum ibp_fora_type type),
			  struct ibp_coverage *coverage)
{
	struct make make = {.cover = cover, .coverage = coverage};
	struct ibp_arena arena = {0};

	begin(&make, &arena);
	for (size_t i = 0; i < cover->tree_count; i++) {
		uint32_t at = cover->tree[i];

		if (is_wanted(cover->fora->elements[at].type))
			add_row(&make, at);
	}
	finish(&make);
	ibp_arena_release(&arena);
}

void ibp_coverage_of_functions(const struct ibp_cover *cover,
			       struct ibp_coverage *coverage)
{
	make_coverage(cover, ibp_spread_is_function, coverage);
}

void ibp_coverage_of_components(const struct ibp_cover *cover,
				struct ibp_coverage *coverage)
{
	make_coverage(cover, is_component, coverage);
}

void ibp_coverage_release(struct ibp_coverage *coverage)
{
	ibp_arena_release(&coverage->arena);
	*coverage = (struct ibp_coverage){0};
}

uint32_t *ibp_coverage_candidates(const struct ibp_cover *cover,
				  uint32_t element, struct ibp_arena *arena,
				  size_t *count)
{
	const struct ibp_fora *fora = cover->fora;
	size_t all = 0;
	uint32_t *found =
		ibp_spread_sources(cover->spread, element, arena, &all);

	*count = 0;
	for (size_t i = 0; i < all; i++)
		if (is_component(fora->elements[found[i]].type) &&
		    is_live(&fora->elements[found[i]]))
			found[(*count)++] = found[i];
	return found;
}
