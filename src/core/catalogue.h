/*
 * The catalogue of reporting groups: how the norms of a framework are told of
 * in the sector monitor.  A summary names its catalogue by digest, so that
 * two boards never count different norms under one name.
 */
#ifndef IBP_CORE_CATALOGUE_H
#define IBP_CORE_CATALOGUE_H

#include <stddef.h>

#include "base/error.h"
#include "base/hash.h"
#include "core/sdc.h"
#include "model/framework.h"

#define IBP_CATALOGUE_GROUPS_MAX IBP_SDC_GROUPS_MAX
#define IBP_CATALOGUE_NORMS_MAX 999 /* in one group */

struct ibp_catalogue_group {
	const char *code;
	size_t *norms; /* indexes in framework->norms, by domain */
	size_t norm_count;
};

struct ibp_catalogue {
	struct ibp_arena arena;
	const struct ibp_framework *framework; /* borrowed */
	struct ibp_catalogue_group *groups;    /* in the order of the file */
	size_t group_count;
	size_t norm_count; /* in all groups together */
	/*
	 * SHA-256 over lines "group TAB norm code LF": a corrected text does
	 * not change it, another norm does.
	 */
	char digest[IBP_SHA256_SIZE];
};

/*
 * The groups of FRAMEWORK, which must live as long.  A group that would show
 * single norms (E2), or none at all, is IBP_FOUND: the framework cannot be
 * used to compare with.
 */
enum ibp_status ibp_catalogue_new(const struct ibp_framework *framework,
				  const struct ibp_sdc_rules *rules,
				  struct ibp_catalogue **catalogue,
				  struct ibp_error *err);
void ibp_catalogue_free(struct ibp_catalogue *catalogue);

#endif
