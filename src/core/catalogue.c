#include "core/catalogue.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/i18n.h"

static void fill_group(struct ibp_catalogue *catalogue,
		       const struct ibp_group *from,
		       struct ibp_catalogue_group *group)
{
	const struct ibp_domain *domains = catalogue->framework->domains;
	size_t total = 0;

	for (size_t i = 0; i < from->domain_count; i++)
		total += domains[from->domains[i]].norm_count;
	group->code = from->code;
	group->norms = ibp_arena_alloc(&catalogue->arena,
				       total * sizeof(*group->norms));
	for (size_t i = 0; i < from->domain_count; i++) {
		const struct ibp_domain *domain = &domains[from->domains[i]];

		for (size_t n = 0; n < domain->norm_count; n++)
			group->norms[group->norm_count++] =
				domain->first_norm + n;
	}
	catalogue->norm_count += group->norm_count;
}

static void fill_digest(struct ibp_catalogue *catalogue)
{
	const struct ibp_norm *norms = catalogue->framework->norms;
	struct ibp_buf lines = {0};

	for (size_t g = 0; g < catalogue->group_count; g++) {
		const struct ibp_catalogue_group *group = &catalogue->groups[g];

		for (size_t n = 0; n < group->norm_count; n++)
			ibp_buf_addf(&lines, "%s\t%s\n", group->code,
				     norms[group->norms[n]].code);
	}
	ibp_sha256(ibp_buf_text(&lines), lines.length, catalogue->digest);
	ibp_buf_release(&lines);
}

static enum ibp_status check_count(const struct ibp_framework *framework,
				   struct ibp_error *err)
{
	if (framework->group_count &&
	    framework->group_count <= IBP_CATALOGUE_GROUPS_MAX)
		return IBP_OK;
	return ibp_error_set(
		err, IBP_FOUND,
		_("%s has %zu reporting groups, where 1 to %d are needed. "
		  "This framework cannot be used to compare with."),
		framework->path, framework->group_count,
		IBP_CATALOGUE_GROUPS_MAX);
}

static enum ibp_status check_groups(const struct ibp_catalogue *catalogue,
				    const struct ibp_sdc_rules *rules,
				    struct ibp_error *err)
{
	for (size_t g = 0; g < catalogue->group_count; g++) {
		const struct ibp_catalogue_group *group = &catalogue->groups[g];

		if ((long)group->norm_count < rules->norms_in_group)
			return ibp_error_set(
				err, IBP_FOUND,
				_("E2: group %s in the catalogue has %zu "
				  "norms; at least %ld are needed. This "
				  "catalogue cannot be used to compare with."),
				group->code, group->norm_count,
				rules->norms_in_group);
		if (group->norm_count > IBP_CATALOGUE_NORMS_MAX)
			return ibp_error_set(
				err, IBP_FOUND,
				_("Group %s in the catalogue has %zu norms; "
				  "at most %d can be told of."),
				group->code, group->norm_count,
				IBP_CATALOGUE_NORMS_MAX);
	}
	return IBP_OK;
}

enum ibp_status ibp_catalogue_new(const struct ibp_framework *framework,
				  const struct ibp_sdc_rules *rules,
				  struct ibp_catalogue **catalogue,
				  struct ibp_error *err)
{
	struct ibp_catalogue *made;
	enum ibp_status status = check_count(framework, err);

	if (status)
		return status;
	made = ibp_alloc(sizeof(*made));
	made->framework = framework;
	made->group_count = framework->group_count;
	made->groups = ibp_arena_alloc(
		&made->arena, framework->group_count * sizeof(*made->groups));
	for (size_t g = 0; g < made->group_count; g++)
		fill_group(made, &framework->groups[g], &made->groups[g]);
	status = check_groups(made, rules, err);
	if (status) {
		ibp_catalogue_free(made);
		return status;
	}
	fill_digest(made);
	*catalogue = made;
	return IBP_OK;
}

void ibp_catalogue_free(struct ibp_catalogue *catalogue)
{
	if (!catalogue)
		return;
	ibp_arena_release(&catalogue->arena);
	free(catalogue);
}
