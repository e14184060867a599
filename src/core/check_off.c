/* Which rules of a check are off, as the data file remembers it. */
#include <string.h>

#include "core/check.h"

uint64_t ibp_check_bit(const struct ibp_check_rule *rules,
		       const struct ibp_check_rule *rule)
{
	return (uint64_t)1 << (rule - rules);
}

static uint64_t as_it_comes(const struct ibp_check_rule *rules)
{
	uint64_t off = 0;

	for (const struct ibp_check_rule *r = rules; r->code; r++)
		if (r->optional)
			off |= ibp_check_bit(rules, r);
	return off;
}

/* The rule whose code is WORD up to LENGTH; NULL: none. */
static const struct ibp_check_rule *find(const struct ibp_check_rule *rules,
					 const char *word, size_t length)
{
	for (; rules->code; rules++)
		if (strncmp(rules->code, word, length) == 0 &&
		    !rules->code[length])
			return rules;
	return NULL;
}

uint64_t ibp_check_read_off(const struct ibp_check_rule *rules,
			    const char *setting)
{
	uint64_t off = as_it_comes(rules);

	while (setting && *setting) {
		size_t length = strcspn(setting, ",");
		const struct ibp_check_rule *rule =
			length ? find(rules, setting + 1, length - 1) : NULL;

		if (rule && *setting == '-')
			off |= ibp_check_bit(rules, rule);
		else if (rule && *setting == '+')
			off &= ~ibp_check_bit(rules, rule);
		setting += length + (setting[length] == ',');
	}
	return off;
}

void ibp_check_write_off(const struct ibp_check_rule *rules, uint64_t off,
			 struct ibp_buf *setting)
{
	uint64_t changed = off ^ as_it_comes(rules);

	for (const struct ibp_check_rule *r = rules; r->code; r++)
		if (changed & ibp_check_bit(rules, r))
			ibp_buf_addf(setting, "%s%c%s",
				     setting->length ? "," : "",
				     off & ibp_check_bit(rules, r) ? '-' : '+',
				     r->code);
}

bool ibp_check_is_off(const struct ibp_check_rule *rules, uint64_t off,
		      const struct ibp_check_rule *rule)
{
	return off & ibp_check_bit(rules, rule);
}
