#include "model/framework_read.h"

#include <string.h>

#include "base/i18n.h"

#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

#define NONE ((size_t)-1)

/* Whether TEXT starts with one of FIRST and goes on with any of REST. */
static bool is_made_of(const char *text, const char *first, const char *rest)
{
	return *text && strchr(first, *text) &&
	       text[1 + strspn(text + 1, rest)] == '\0';
}

bool ibp_framework_is_id(const char *text)
{
	return is_made_of(text, SMALL DIGITS, SMALL DIGITS "-");
}

bool ibp_framework_is_version(const char *text)
{
	return is_made_of(text, SMALL CAPITALS DIGITS,
			  SMALL CAPITALS DIGITS ".-");
}

/* The code of the INDEX-th record of a list: its first member. */
static const char *const *code_of(const void *records, size_t size,
				  size_t index)
{
	return (const void *)((const char *)records + index * size);
}

/* The index of the record before END with this code, or NONE. */
static size_t find_code(const void *records, size_t size, size_t end,
			const char *code)
{
	for (size_t i = 0; i < end; i++)
		if (strcmp(*code_of(records, size, i), code) == 0)
			return i;
	return NONE;
}

/* Every code of the list named KEY is there once. */
static void check_codes(struct ibp_framework *f, const char *key,
			const void *records, size_t size, size_t count,
			struct ibp_error *err)
{
	for (size_t i = 0; i < count; i++) {
		const char *const *code = code_of(records, size, i);
		size_t first = find_code(records, size, i, *code);
		struct ibp_place place;

		if (first == NONE)
			continue;
		place = ibp_places_find(&f->places,
					code_of(records, size, first));
		ibp_places_fault(&f->places, err, code,
				 _("The code \"%s\" at %s is on line %zu "
				   "already. Give each its own code."),
				 *code, key, (size_t)place.line);
	}
}

static void check_head(struct ibp_framework *f, struct ibp_error *err)
{
	if (!ibp_framework_is_id(f->id))
		ibp_places_fault(&f->places, err, &f->id,
				 _("\"%s\" cannot be the value of id. Use "
				   "small letters, digits and hyphens."),
				 f->id);
	if (!ibp_framework_is_version(f->version))
		ibp_places_fault(&f->places, err, &f->version,
				 _("\"%s\" cannot be the value of version. Use "
				   "letters, digits, points and hyphens, such "
				   "as 2024-06."),
				 f->version);
	if (strlen(f->language) != 2 || !is_made_of(f->language, SMALL, SMALL))
		ibp_places_fault(&f->places, err, &f->language,
				 _("\"%s\" cannot be the value of language. "
				   "Use the two small letters of ISO 639, such "
				   "as nl."),
				 f->language);
}

static void check_levels(struct ibp_framework *f, struct ibp_error *err)
{
	for (size_t i = 0; i < f->level_count; i++)
		if (f->levels[i].level != (int)i + 1)
			ibp_places_fault(&f->places, err, &f->levels[i].level,
					 _("At levels[%zu]: level %zu is "
					   "needed here. Put the levels in "
					   "order, each once."),
					 i + 1, i + 1);
	if (f->level_count != IBP_LEVELS)
		ibp_places_fault(&f->places, err, &f->levels,
				 _("At levels: %d levels are needed, and %zu "
				   "are given."),
				 IBP_LEVELS, f->level_count);
}

static void check_parts(struct ibp_framework *f, struct ibp_error *err)
{
	check_codes(f, "parts", f->parts, sizeof(*f->parts), f->part_count,
		    err);
	for (size_t i = 0; i < f->part_count; i++)
		if (!is_made_of(f->parts[i].code, SMALL, SMALL DIGITS "-"))
			ibp_places_fault(&f->places, err, &f->parts[i].code,
					 _("\"%s\" cannot be the code of a "
					   "part. Use small letters, digits "
					   "and hyphens."),
					 f->parts[i].code);
}

/* The number of a domain is its own within its part. */
static void check_domain_number(struct ibp_framework *f, size_t index,
				struct ibp_error *err)
{
	const struct ibp_domain *domain = &f->domains[index];

	for (size_t i = 0; i < index; i++)
		if (f->domains[i].number == domain->number &&
		    strcmp(f->domains[i].part_code, domain->part_code) == 0)
			ibp_places_fault(&f->places, err, &domain->number,
					 _("At domains[%s].number: domain %s "
					   "of the same part has number %d "
					   "already."),
					 domain->code, f->domains[i].code,
					 domain->number);
}

static void check_domains(struct ibp_framework *f, struct ibp_error *err)
{
	check_codes(f, "domains", f->domains, sizeof(*f->domains),
		    f->domain_count, err);
	for (size_t i = 0; i < f->domain_count; i++) {
		struct ibp_domain *domain = &f->domains[i];

		if (!is_made_of(domain->code, CAPITALS, CAPITALS DIGITS))
			ibp_places_fault(&f->places, err, &domain->code,
					 _("\"%s\" cannot be the code of a "
					   "domain. Use capitals and digits, "
					   "such as GO."),
					 domain->code);
		domain->part = find_code(f->parts, sizeof(*f->parts),
					 f->part_count, domain->part_code);
		if (domain->part == NONE)
			ibp_places_fault(&f->places, err, &domain->part_code,
					 _("At domains[%s].part: there is no "
					   "part \"%s\". Add it to parts, or "
					   "correct the code."),
					 domain->code, domain->part_code);
		check_domain_number(f, i, err);
	}
}

/* The domains of one group, by index; USED says which had a group. */
static void check_group(struct ibp_framework *f, struct ibp_group *group,
			bool *used, struct ibp_error *err)
{
	group->domain_count = group->codes.count;
	group->domains = ibp_arena_alloc(
		&f->arena, group->domain_count * sizeof(*group->domains));
	for (size_t i = 0; i < group->domain_count; i++) {
		const char **code = &group->codes.items[i];
		size_t index = find_code(f->domains, sizeof(*f->domains),
					 f->domain_count, *code);

		group->domains[i] = index;
		if (index == NONE)
			ibp_places_fault(&f->places, err, code,
					 _("At groups[%s].domains[%zu]: there "
					   "is no domain \"%s\". Add it to "
					   "domains, or correct the code."),
					 group->code, i + 1, *code);
		else if (used[index])
			ibp_places_fault(&f->places, err, code,
					 _("At groups[%s].domains[%zu]: domain "
					   "\"%s\" is in a group already. Keep "
					   "it in one."),
					 group->code, i + 1, *code);
		else
			used[index] = true;
	}
}

static void check_groups(struct ibp_framework *f, struct ibp_error *err)
{
	bool *used = ibp_arena_alloc(&f->arena, f->domain_count + 1);

	check_codes(f, "groups", f->groups, sizeof(*f->groups), f->group_count,
		    err);
	for (size_t i = 0; i < f->group_count; i++)
		check_group(f, &f->groups[i], used, err);
	for (size_t i = 0; f->group_count && i < f->domain_count; i++)
		if (!used[i])
			ibp_places_fault(&f->places, err, &f->domains[i].code,
					 _("Domain %s is in no group. Add it "
					   "to one of the groups."),
					 f->domains[i].code);
}

static void check_roles(struct ibp_framework *f, struct ibp_error *err)
{
	const struct ibp_strings *roles = &f->roles;

	for (size_t i = 0; i < roles->count; i++)
		if (find_code(roles->items, sizeof(*roles->items), i,
			      roles->items[i]) != NONE)
			ibp_places_fault(&f->places, err, &roles->items[i],
					 _("At roles[%zu]: the role \"%s\" "
					   "stands twice. Remove one."),
					 i + 1, roles->items[i]);
}

enum ibp_status ibp_framework_check(struct ibp_framework *f,
				    struct ibp_error *err)
{
	size_t before = err->count;

	check_head(f, err);
	check_levels(f, err);
	check_parts(f, err);
	check_domains(f, err);
	check_groups(f, err);
	check_roles(f, err);
	ibp_framework_check_norms(f, err);
	return err->count > before ? IBP_INPUT : IBP_OK;
}
