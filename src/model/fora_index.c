/* What makes finding in a model fast, and what must hold for that. */
#include <string.h>

#include "base/i18n.h"
#include "model/fora_read.h"
#include "model/framework_read.h"

#define HEX_DIGITS 32

struct check {
	struct ibp_fora *fora;
	const struct ibp_places *places;
	struct ibp_error *err;
};

bool ibp_fora_key(const char *id, char key[IBP_FORA_KEY_MAX + 1])
{
	const char *rest = strncmp(id, "id-", 3) == 0 ? id + 3 : id;
	size_t length = 0;
	bool is_hex = true;

	if (strlen(id) > IBP_FORA_ID_MAX)
		return false;
	for (const char *at = rest; *at; at++) {
		char c = *at >= 'A' && *at <= 'F' ? (char)(*at | 0x20) : *at;

		is_hex = is_hex && ((c >= '0' && c <= '9') ||
				    (c >= 'a' && c <= 'f') || c == '-');
		if (c != '-')
			key[length++] = c;
	}
	if (length == HEX_DIGITS && is_hex)
		key[length] = '\0';
	else
		memcpy(key, rest, strlen(rest) + 1);
	return true;
}

static size_t hash(const char *key)
{
	uint64_t value = 14695981039346656037U;

	for (; *key; key++)
		value = (value ^ (unsigned char)*key) * 1099511628211U;
	return (size_t)(value ^ value >> 32);
}

/* Where the element ID with KEY stands in the table, or would stand. */
static size_t find_slot(const struct ibp_fora *fora, const char *id,
			const char *key)
{
	size_t at = hash(key) & (fora->table_size - 1);
	char other[IBP_FORA_KEY_MAX + 1];

	for (; fora->table[at] != IBP_FORA_NONE;
	     at = (at + 1) & (fora->table_size - 1)) {
		const char *there = fora->elements[fora->table[at]].id;

		/* Nearly always it is spelled the same. */
		if (strcmp(there, id) == 0 ||
		    (ibp_fora_key(there, other) && strcmp(other, key) == 0))
			break;
	}
	return at;
}

uint32_t ibp_fora_find(const struct ibp_fora *fora, const char *id)
{
	char key[IBP_FORA_KEY_MAX + 1];

	if (!ibp_fora_key(id, key))
		return IBP_FORA_NONE;
	return fora->table[find_slot(fora, id, key)];
}

static void fill_table(const struct check *c)
{
	struct ibp_fora *fora = c->fora;
	char key[IBP_FORA_KEY_MAX + 1];

	fora->table_size = 16;
	while (fora->table_size < 2 * fora->element_count)
		fora->table_size *= 2;
	fora->table = ibp_arena_alloc(&fora->arena,
				      fora->table_size * sizeof(uint32_t));
	memset(fora->table, 0xFF, fora->table_size * sizeof(uint32_t));
	for (size_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_element *element = &fora->elements[i];
		uint32_t *slot;

		if (!ibp_fora_key(element->id, key))
			continue; /* the loader has refused it */
		slot = &fora->table[find_slot(fora, element->id, key)];
		if (*slot == IBP_FORA_NONE)
			*slot = (uint32_t)i;
		else
			ibp_places_fault(
				c->places, c->err, &element->id,
				_("The id \"%s\" is on line %zu already. Give "
				  "each element its own id."),
				element->id,
				(size_t)ibp_places_find(
					c->places, &fora->elements[*slot].id)
					.line);
	}
}

/* The index of the element that ID names; a fault at SLOT without one. */
static uint32_t resolve(const struct check *c, const char *const *slot)
{
	uint32_t index;

	if (!*slot)
		return IBP_FORA_NONE;
	index = ibp_fora_find(c->fora, *slot);
	if (index == IBP_FORA_NONE)
		ibp_places_fault(c->places, c->err, slot,
				 _("There is no element \"%s\". Add it to "
				   "elements, or correct the id."),
				 *slot);
	return index;
}

static void resolve_elements(const struct check *c)
{
	struct ibp_fora *fora = c->fora;

	for (size_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_element *element = &fora->elements[i];

		element->parent = resolve(c, &element->parent_id);
		element->domain = resolve(c, &element->domain_id);
		if (element->domain != IBP_FORA_NONE &&
		    fora->elements[element->domain].type != IBP_FORA_DOMAIN)
			ibp_places_fault(c->places, c->err, &element->domain_id,
					 _("\"%s\" is not a domain. Give the "
					   "id of one of the domains."),
					 element->domain_id);
	}
}

/* Whoever goes up from an element must come to an end. */
static void check_parents(const struct check *c)
{
	struct ibp_fora *fora = c->fora;
	size_t size = fora->element_count * sizeof(uint32_t);
	/* The walk that came by, from 1; a later one may stop there. */
	uint32_t *walks = ibp_arena_alloc(&fora->arena, size + 1);

	for (uint32_t i = 0; i < fora->element_count; i++) {
		uint32_t at = i;

		while (at != IBP_FORA_NONE && !walks[at]) {
			walks[at] = i + 1;
			at = fora->elements[at].parent;
		}
		if (at != IBP_FORA_NONE && walks[at] == i + 1)
			ibp_places_fault(c->places, c->err,
					 &fora->elements[at].parent_id,
					 _("Element %s is inside itself. "
					   "Correct its parent."),
					 fora->elements[at].id);
	}
}

static void check_domains(const struct check *c)
{
	struct ibp_fora *fora = c->fora;
	size_t count = 0;

	for (size_t i = 0; i < fora->element_count; i++)
		count += fora->elements[i].type == IBP_FORA_DOMAIN;
	for (size_t i = 0; i < fora->domains.count; i++) {
		uint32_t index = resolve(c, &fora->domains.items[i]);

		if (index != IBP_FORA_NONE &&
		    fora->elements[index].type != IBP_FORA_DOMAIN)
			ibp_places_fault(c->places, c->err,
					 &fora->domains.items[i],
					 _("\"%s\" is not a domain. Give the "
					   "id of one of the domains."),
					 fora->domains.items[i]);
		for (size_t j = 0; j < i && index != IBP_FORA_NONE; j++)
			if (ibp_fora_find(fora, fora->domains.items[j]) ==
			    index)
				ibp_places_fault(c->places, c->err,
						 &fora->domains.items[i],
						 _("Domain \"%s\" stands "
						   "twice. Remove one."),
						 fora->domains.items[i]);
	}
	if (count != fora->domains.count)
		ibp_places_fault(c->places, c->err, &fora->domains,
				 _("There are %zu elements of type domain, "
				   "and %zu are named here. Name each "
				   "once."),
				 count, fora->domains.count);
}

static void resolve_relations(const struct check *c)
{
	struct ibp_fora *fora = c->fora;

	for (size_t i = 0; i < fora->relation_count; i++) {
		struct ibp_fora_relation *relation = &fora->relations[i];
		bool has_access = relation->access != IBP_FORA_ACCESS_NONE;

		relation->source = resolve(c, &relation->source_id);
		relation->target = resolve(c, &relation->target_id);
		if (has_access != (relation->type == IBP_FORA_ACCESS))
			ibp_places_fault(c->places, c->err, &relation->type,
					 _("A relation of type access says "
					   "which access it is, and no other "
					   "does. Correct access or type."));
	}
}

/* Sorts the indexes 0 to COUNT - 1 by what KEY says of each. */
static void make_lists(struct ibp_fora *fora, struct ibp_fora_lists *lists,
		       size_t count,
		       uint32_t key(const struct ibp_fora *fora, size_t index))
{
	size_t size = (fora->element_count + 2) * sizeof(uint32_t);
	uint32_t *starts = ibp_arena_alloc(&fora->arena, size);

	lists->items =
		ibp_arena_alloc(&fora->arena, (count + 1) * sizeof(uint32_t));
	for (size_t i = 0; i < count; i++)
		if (key(fora, i) != IBP_FORA_NONE)
			starts[key(fora, i) + 2]++;
	for (size_t i = 0; i < fora->element_count; i++)
		starts[i + 2] += starts[i + 1];
	/* While filling, starts[k + 1] is where the next of K goes. */
	for (size_t i = 0; i < count; i++)
		if (key(fora, i) != IBP_FORA_NONE)
			lists->items[starts[key(fora, i) + 1]++] = (uint32_t)i;
	lists->starts = starts;
}

static uint32_t source_of(const struct ibp_fora *fora, size_t index)
{
	return fora->relations[index].source;
}

static uint32_t target_of(const struct ibp_fora *fora, size_t index)
{
	return fora->relations[index].target;
}

static uint32_t parent_of(const struct ibp_fora *fora, size_t index)
{
	return fora->elements[index].parent;
}

static struct ibp_fora_slice slice(const struct ibp_fora_lists *lists,
				   uint32_t index)
{
	uint32_t start = lists->starts[index];

	return (struct ibp_fora_slice){lists->items + start,
				       lists->starts[index + 1] - start};
}

struct ibp_fora_slice ibp_fora_outgoing(const struct ibp_fora *fora,
					uint32_t index)
{
	return slice(&fora->outgoing, index);
}

struct ibp_fora_slice ibp_fora_incoming(const struct ibp_fora *fora,
					uint32_t index)
{
	return slice(&fora->incoming, index);
}

struct ibp_fora_slice ibp_fora_children(const struct ibp_fora *fora,
					uint32_t index)
{
	return slice(&fora->children, index);
}

enum ibp_status ibp_fora_index(struct ibp_fora *fora,
			       const struct ibp_places *places,
			       struct ibp_error *err)
{
	struct check c = {fora, places, err};
	size_t before = err->count;

	if (!ibp_framework_is_version(fora->version))
		ibp_places_fault(places, err, &fora->version,
				 _("\"%s\" cannot be the value of version. Use "
				   "letters, digits, points and hyphens, such "
				   "as 2024-06."),
				 fora->version);
	fill_table(&c);
	resolve_elements(&c);
	check_domains(&c);
	resolve_relations(&c);
	if (err->count > before)
		return IBP_INPUT;
	check_parents(&c);
	if (err->count > before)
		return IBP_INPUT;
	make_lists(fora, &fora->outgoing, fora->relation_count, source_of);
	make_lists(fora, &fora->incoming, fora->relation_count, target_of);
	make_lists(fora, &fora->children, fora->element_count, parent_of);
	return IBP_OK;
}
