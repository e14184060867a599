#include "exchange/fora_derive.h"

#include <stdlib.h>
#include <string.h>

struct derive {
	struct ibp_fora *fora;
	const struct ibp_archi *archi;
	struct ibp_fora_known *known;
};

int ibp_fora_known_compare(const void *a, const void *b)
{
	const struct ibp_fora_known *one = a;
	const struct ibp_fora_known *other = b;

	return strcmp(one->id, other->id);
}

struct ibp_fora_known *ibp_fora_known_find(struct ibp_fora_known *known,
					   size_t count, const char *id)
{
	struct ibp_fora_known key = {.id = id};

	return bsearch(&key, known, count, sizeof(key), ibp_fora_known_compare);
}

/* How near a whole of type WHOLE is to a part: the next type up is best. */
static int nearness(enum ibp_fora_type part, enum ibp_fora_type whole)
{
	return whole <= part ? (int)whole + 1 : 0;
}

static bool is_whole(const struct ibp_fora_relation *relation)
{
	return (relation->type == IBP_FORA_AGGREGATION ||
		relation->type == IBP_FORA_COMPOSITION) &&
	       relation->source != relation->target;
}

static void find_parents(struct derive *b)
{
	struct ibp_fora_element *elements = b->fora->elements;

	for (size_t i = 0; i < b->fora->relation_count; i++) {
		const struct ibp_fora_relation *relation =
			&b->fora->relations[i];
		struct ibp_fora_element *part = &elements[relation->target];
		int near =
			nearness(part->type, elements[relation->source].type);
		int now = part->parent == IBP_FORA_NONE ?
				  -1 :
				  nearness(part->type,
					   elements[part->parent].type);

		if (is_whole(relation) &&
		    (near > now ||
		     (near == now && relation->source < part->parent)))
			part->parent = relation->source;
	}
}

/* Parts that contain each other would have no top. */
static void cut_circles(struct derive *b)
{
	struct ibp_fora *fora = b->fora;
	uint32_t *walks = ibp_alloc((fora->element_count + 1) * sizeof(*walks));

	for (uint32_t i = 0; i < fora->element_count; i++) {
		uint32_t at = i;

		while (at != IBP_FORA_NONE && !walks[at]) {
			walks[at] = i + 1;
			at = fora->elements[at].parent;
		}
		if (at != IBP_FORA_NONE && walks[at] == i + 1)
			fora->elements[at].parent = IBP_FORA_NONE;
	}
	free(walks);
}

/* The nearest of TYPE above the element at INDEX. */
static uint32_t above(const struct ibp_fora *fora, uint32_t index,
		      enum ibp_fora_type type)
{
	do
		index = fora->elements[index].parent;
	while (index != IBP_FORA_NONE && fora->elements[index].type != type);
	return index;
}

static void name_places(struct derive *b)
{
	struct ibp_fora *fora = b->fora;

	for (uint32_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_element *element = &fora->elements[i];

		element->domain = above(fora, i, IBP_FORA_DOMAIN);
		if (element->domain != IBP_FORA_NONE)
			element->domain_id = fora->elements[element->domain].id;
		if (element->parent != IBP_FORA_NONE)
			element->parent_id = fora->elements[element->parent].id;
	}
}

static bool is_function(const struct ibp_fora_element *element)
{
	return element->type == IBP_FORA_FUNCTION ||
	       element->type == IBP_FORA_MAIN_FUNCTION;
}

/* A component performs an application function that serves a function. */
static void follow_chain(struct derive *b)
{
	struct ibp_fora *fora = b->fora;
	bool *performed = ibp_alloc(fora->element_count + 1);

	for (size_t i = 0; i < fora->relation_count; i++) {
		const struct ibp_fora_relation *r = &fora->relations[i];
		const struct ibp_fora_element *source =
			&fora->elements[r->source];
		struct ibp_fora_element *target = &fora->elements[r->target];

		/* Relations are in the order of their types. */
		if (r->type == IBP_FORA_ASSIGNMENT &&
		    source->type == IBP_FORA_COMPONENT)
			performed[r->target] = true;
		if (r->type == IBP_FORA_SERVING && performed[r->source] &&
		    source->type == IBP_FORA_APPLICATION_FUNCTION &&
		    is_function(target))
			target->expects_system = IBP_FORA_YES;
	}
	free(performed);
}

/* The element drawn in BOX, where it counts. */
static struct ibp_fora_element *drawn(const struct derive *b, uint32_t box)
{
	const char *id = b->archi->boxes[box].element;
	const struct ibp_fora_known *known =
		id ? ibp_fora_known_find(b->known, b->archi->element_count,
					 id) :
		     NULL;

	return known && known->index != IBP_FORA_NONE ?
		       &b->fora->elements[known->index] :
		       NULL;
}

/* The innermost function around a component. */
static void follow_figure(struct derive *b)
{
	for (uint32_t i = 0; i < b->archi->box_count; i++) {
		struct ibp_fora_element *element = drawn(b, i);
		uint32_t at = i;

		if (!element || element->type != IBP_FORA_COMPONENT)
			continue;
		while ((at = b->archi->boxes[at].parent) != IBP_ARCHI_NONE) {
			element = drawn(b, at);
			if (element && is_function(element)) {
				element->expects_system = IBP_FORA_YES;
				break;
			}
		}
	}
}

static void find_expectations(struct derive *b)
{
	struct ibp_fora *fora = b->fora;

	for (size_t i = 0; i < fora->element_count; i++)
		if (is_function(&fora->elements[i]))
			fora->elements[i].expects_system = IBP_FORA_NO;
	follow_chain(b);
	follow_figure(b);
	fora->basis =
		b->archi->has_figure ? IBP_FORA_BY_VIEW : IBP_FORA_BY_CHAIN;
	/* What a part needs, its main function needs. */
	for (uint32_t i = 0; i < fora->element_count; i++) {
		uint32_t main = above(fora, i, IBP_FORA_MAIN_FUNCTION);

		if (fora->elements[i].type == IBP_FORA_FUNCTION &&
		    fora->elements[i].expects_system == IBP_FORA_YES &&
		    main != IBP_FORA_NONE)
			fora->elements[main].expects_system = IBP_FORA_YES;
	}
}

void ibp_fora_derive(struct ibp_fora *fora, const struct ibp_archi *archi,
		     struct ibp_fora_known *known)
{
	struct derive b = {fora, archi, known};

	find_parents(&b);
	cut_circles(&b);
	name_places(&b);
	find_expectations(&b);
}
