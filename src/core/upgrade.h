/*
 * An assessment carried over to another version of its framework, along an
 * upgrade map.  The old one stays as it is, with the answers to norms that
 * were dropped, so that nothing is ever lost.
 */
#ifndef IBP_CORE_UPGRADE_H
#define IBP_CORE_UPGRADE_H

#include "core/assessment.h"
#include "model/upgrade.h"

/*
 * What OLD is against TO, whose norms MAP names: answers and evidence only
 * (its numbers are 0), without a name.  Texts are borrowed from OLD and from
 * TO.
 *
 * Answers to a reworded, split or merged norm are marked to look at again.
 * A split norm gives its answer and evidence to every part.  Of norms that
 * were merged the most careful values count: the lowest score, the least
 * status, the highest target and priority, the earliest date, the first
 * owner; notes and evidence are all kept.
 */
struct ibp_assessment *ibp_upgrade(const struct ibp_upgrade_map *map,
				   const struct ibp_framework *from,
				   const struct ibp_assessment *old,
				   const struct ibp_framework *to);

/* Whether anything was filled in: a field or evidence. */
bool ibp_answer_is_touched(const struct ibp_answer *answer);

/* The answer of CODE; NULL: CODE is NULL or not in FRAMEWORK. */
const struct ibp_answer *ibp_answer_find(const struct ibp_framework *framework,
					 const struct ibp_assessment *of,
					 const char *code);

#endif
