#include "core/moment.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

const char *ibp_moment_word(enum ibp_moment_kind kind)
{
	static const char *const words[] = {
		[IBP_MOMENT_GAINED] = "gained",
		[IBP_MOMENT_LOST] = "lost",
		[IBP_MOMENT_CHANGED] = "changed",
	};

	return words[kind];
}

const char *ibp_moment_label(enum ibp_moment_kind kind)
{
	static const char *const labels[] = {
		[IBP_MOMENT_GAINED] = N_("gets a system"),
		[IBP_MOMENT_LOST] = N_("loses its last one"),
		[IBP_MOMENT_CHANGED] = N_("others than today"),
	};

	return _(labels[kind]);
}

static void compare_status(const struct ibp_cover *before,
			   const struct ibp_cover *after,
			   struct ibp_moments *moments)
{
	const struct ibp_landscape *l = before->landscape;

	moments->applications = ibp_arena_alloc(
		&moments->arena,
		(l->application_count + 1) * sizeof(*moments->applications));
	for (size_t i = 0; i < l->application_count; i++) {
		struct ibp_moment_application *a = &moments->applications[i];

		a->before = ibp_application_status_at(&l->applications[i],
						      before->date);
		a->after = ibp_application_status_at(&l->applications[i],
						     after->date);
		moments->changed += strcmp(a->before, a->after) != 0;
	}
}

/* For each element its row, or NULL. */
static const struct ibp_coverage_row **by_element(
	const struct ibp_coverage *coverage, size_t element_count)
{
	const struct ibp_coverage_row **rows =
		ibp_alloc((element_count + 1) * sizeof(const void *));

	for (size_t i = 0; i < coverage->count; i++)
		rows[coverage->rows[i].element] = &coverage->rows[i];
	return rows;
}

static bool is_same(const struct ibp_coverage_row *a,
		    const struct ibp_coverage_row *b)
{
	size_t before = a ? a->application_count : 0;
	size_t after = b ? b->application_count : 0;

	return before == after &&
	       (!before || memcmp(a->applications, b->applications,
				  before * sizeof(*a->applications)) == 0);
}

static enum ibp_moment_kind kind_of(const struct ibp_coverage_row *before,
				    const struct ibp_coverage_row *after)
{
	if (!before || !before->application_count)
		return IBP_MOMENT_GAINED;
	return after && after->application_count ? IBP_MOMENT_CHANGED :
						   IBP_MOMENT_LOST;
}

static void compare_functions(const struct ibp_cover *cover,
			      struct ibp_moments *moments)
{
	size_t count = cover->fora->element_count;
	const struct ibp_coverage_row **before =
		by_element(&moments->before, count);
	const struct ibp_coverage_row **after =
		by_element(&moments->after, count);

	moments->functions = ibp_arena_alloc(
		&moments->arena, (count + 1) * sizeof(*moments->functions));
	for (size_t i = 0; i < cover->tree_count; i++) {
		uint32_t at = cover->tree[i];

		if (!is_same(before[at], after[at]))
			moments->functions[moments->function_count++] =
				(struct ibp_moment_function){
					at, kind_of(before[at], after[at]),
					before[at], after[at]};
	}
	free(before);
	free(after);
}

void ibp_moments_make(const struct ibp_cover *before,
		      const struct ibp_cover *after,
		      struct ibp_moments *moments)
{
	*moments = (struct ibp_moments){0};
	ibp_coverage_of_functions(before, &moments->before);
	ibp_coverage_of_functions(after, &moments->after);
	compare_status(before, after, moments);
	compare_functions(after, moments);
}

void ibp_moments_release(struct ibp_moments *moments)
{
	ibp_coverage_release(&moments->before);
	ibp_coverage_release(&moments->after);
	ibp_arena_release(&moments->arena);
	*moments = (struct ibp_moments){0};
}
