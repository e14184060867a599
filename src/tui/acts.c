#include "tui/acts.h"

#include "tui/key.h"

const struct ibp_action *ibp_acts_find(const struct ibp_action *actions,
				       unsigned screen, long key)
{
	for (; actions->name; actions++)
		if (actions->act && (actions->screens & screen) &&
		    ibp_key_is_one_of(key, actions->keys))
			return actions;
	return NULL;
}

const struct ibp_action *ibp_acts_get(const struct ibp_action *actions, int act)
{
	for (; actions->name; actions++)
		if (actions->act == act)
			return actions;
	return NULL;
}

const struct ibp_act_group *ibp_acts_group(const struct ibp_act_group *groups,
					   int act)
{
	while (groups[1].title && groups[1].first <= act)
		groups++;
	return groups;
}

const struct ibp_action *ibp_acts_next(const struct ibp_action *actions,
				       const struct ibp_act_group *groups,
				       const struct ibp_act_group *group,
				       const struct ibp_action *after)
{
	const struct ibp_action *next = NULL;

	for (; actions->name; actions++)
		if (actions->act && (!after || actions->act > after->act) &&
		    (!next || actions->act < next->act) &&
		    ibp_acts_group(groups, actions->act) == group)
			next = actions;
	return next;
}
