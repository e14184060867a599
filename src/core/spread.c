#include "core/spread.h"

#include <stdlib.h>
#include <string.h>

/* What is not named is in no family. */
static const enum ibp_family families[IBP_FORA_TYPES] = {
	[IBP_FORA_MAIN_FUNCTION] = IBP_FAMILY_BUSINESS,
	[IBP_FORA_FUNCTION] = IBP_FAMILY_BUSINESS,
	[IBP_FORA_PROCESS] = IBP_FAMILY_BUSINESS,
	[IBP_FORA_WORK_PROCESS] = IBP_FAMILY_BUSINESS,
	[IBP_FORA_PROCESS_STEP] = IBP_FAMILY_BUSINESS,
	[IBP_FORA_COMPONENT] = IBP_FAMILY_COMPONENT,
	[IBP_FORA_NATIONAL_FACILITY] = IBP_FAMILY_COMPONENT,
	[IBP_FORA_APPLICATION_FUNCTION] = IBP_FAMILY_APPLICATION_FUNCTION,
};

enum ibp_family ibp_family_of(enum ibp_fora_type type)
{
	return families[type];
}

bool ibp_spread_can_hold(enum ibp_fora_type type)
{
	return families[type] != IBP_FAMILY_NONE &&
	       type != IBP_FORA_NATIONAL_FACILITY &&
	       type != IBP_FORA_PROCESS_STEP;
}

bool ibp_spread_is_function(enum ibp_fora_type type)
{
	return type == IBP_FORA_FUNCTION || type == IBP_FORA_MAIN_FUNCTION;
}

struct ibp_fora_slice ibp_spread_slice(const struct ibp_fora_lists *lists,
				       uint32_t element)
{
	uint32_t start = lists->starts[element];

	return (struct ibp_fora_slice){lists->items + start,
				       lists->starts[element + 1] - start};
}

static enum ibp_family family_at(const struct ibp_fora *fora, uint32_t element)
{
	return ibp_family_of(fora->elements[element].type);
}

typedef bool test_relation(const struct ibp_fora *fora,
			   const struct ibp_fora_relation *relation);

static bool is_whole_of(const struct ibp_fora *fora,
			const struct ibp_fora_relation *r)
{
	enum ibp_family family = family_at(fora, r->source);

	return (r->type == IBP_FORA_AGGREGATION ||
		r->type == IBP_FORA_COMPOSITION) &&
	       r->source != r->target && family != IBP_FAMILY_NONE &&
	       family == family_at(fora, r->target);
}

static bool is_business_whole_of(const struct ibp_fora *fora,
				 const struct ibp_fora_relation *r)
{
	return is_whole_of(fora, r) &&
	       family_at(fora, r->source) == IBP_FAMILY_BUSINESS;
}

static bool counts_for(const struct ibp_fora *fora,
		       const struct ibp_fora_relation *r)
{
	enum ibp_family from = family_at(fora, r->source);
	enum ibp_family to = family_at(fora, r->target);

	if (r->type == IBP_FORA_ASSIGNMENT)
		return from == IBP_FAMILY_COMPONENT &&
		       to == IBP_FAMILY_APPLICATION_FUNCTION;
	return r->type == IBP_FORA_SERVING &&
	       from == IBP_FAMILY_APPLICATION_FUNCTION &&
	       to == IBP_FAMILY_BUSINESS;
}

/* From what is placed to what it counts for, apart from going up. */
static bool leads_to(const struct ibp_fora *fora,
		     const struct ibp_fora_relation *r)
{
	return counts_for(fora, r) ||
	       (is_whole_of(fora, r) && !is_business_whole_of(fora, r));
}

/* The relations that pass TEST as a list per element, back where IS_BACK. */
static struct ibp_fora_lists make_lists(struct ibp_spread *spread,
					test_relation *test, bool is_back)
{
	const struct ibp_fora *fora = spread->fora;
	struct ibp_fora_lists lists;
	uint32_t *next = ibp_alloc((fora->element_count + 1) * sizeof(*next));

	lists.starts = ibp_arena_alloc(
		&spread->arena, (fora->element_count + 1) * sizeof(uint32_t));
	lists.items = ibp_arena_alloc(
		&spread->arena, (fora->relation_count + 1) * sizeof(uint32_t));
	for (size_t i = 0; i < fora->relation_count; i++) {
		const struct ibp_fora_relation *r = &fora->relations[i];

		if (test(fora, r))
			lists.starts[(is_back ? r->target : r->source) + 1]++;
	}
	for (size_t i = 0; i < fora->element_count; i++) {
		lists.starts[i + 1] += lists.starts[i];
		next[i] = lists.starts[i];
	}
	for (size_t i = 0; i < fora->relation_count; i++) {
		const struct ibp_fora_relation *r = &fora->relations[i];
		uint32_t from = is_back ? r->target : r->source;

		if (test(fora, r))
			lists.items[next[from]++] =
				is_back ? r->source : r->target;
	}
	free(next);
	return lists;
}

/* Wholes before their parts; those in a circle come last, in any order. */
static void make_order(struct ibp_spread *spread)
{
	size_t count = spread->fora->element_count;
	uint32_t *wholes = ibp_alloc((count + 1) * sizeof(*wholes));
	uint32_t *order =
		ibp_arena_alloc(&spread->arena, (count + 1) * sizeof(*order));
	size_t filled = 0;

	for (uint32_t i = 0; i < spread->down.starts[count]; i++)
		wholes[spread->down.items[i]]++;
	for (uint32_t i = 0; i < count; i++)
		if (!wholes[i])
			order[filled++] = i;
	for (size_t at = 0; at < filled; at++) {
		struct ibp_fora_slice parts =
			ibp_spread_slice(&spread->down, order[at]);

		for (size_t i = 0; i < parts.count; i++)
			if (!--wholes[parts.items[i]])
				order[filled++] = parts.items[i];
	}
	for (uint32_t i = 0; i < count; i++)
		if (wholes[i])
			order[filled++] = i;
	spread->order = order;
	free(wholes);
}

struct ibp_spread *ibp_spread_new(const struct ibp_fora *fora)
{
	struct ibp_spread *spread = ibp_alloc(sizeof(*spread));

	spread->fora = fora;
	spread->down = make_lists(spread, is_whole_of, false);
	spread->across = make_lists(spread, counts_for, false);
	spread->up = make_lists(spread, is_business_whole_of, true);
	spread->sources = make_lists(spread, leads_to, true);
	make_order(spread);
	return spread;
}

void ibp_spread_free(struct ibp_spread *spread)
{
	if (!spread)
		return;
	ibp_arena_release(&spread->arena);
	free(spread);
}

/* A ring of elements whose neighbours may not have heard of them yet. */
struct queue {
	uint32_t *items;
	bool *is_waiting;
	size_t size;
	size_t first;
	size_t count;
};

static void wait_for(struct queue *queue, uint32_t element)
{
	if (queue->is_waiting[element])
		return;
	queue->is_waiting[element] = true;
	queue->items[(queue->first + queue->count++) % queue->size] = element;
}

/* Joins along LISTS until nothing grows: in a circle that takes a while. */
static void flow(const struct ibp_spread *spread,
		 const struct ibp_fora_lists *lists, bool is_upward,
		 struct ibp_sets *sets)
{
	size_t count = spread->fora->element_count;
	struct queue queue = {ibp_alloc((count + 1) * sizeof(uint32_t)),
			      ibp_alloc(count + 1), count + 1, 0, 0};

	for (size_t i = 0; i < count; i++) {
		uint32_t at = spread->order[is_upward ? count - 1 - i : i];

		if (ibp_spread_slice(lists, at).count)
			wait_for(&queue, at);
	}
	while (queue.count) {
		uint32_t at = queue.items[queue.first];
		struct ibp_fora_slice next = ibp_spread_slice(lists, at);

		queue.first = (queue.first + 1) % queue.size;
		queue.count--;
		queue.is_waiting[at] = false;
		for (size_t i = 0; i < next.count; i++)
			if (ibp_sets_join(sets, next.items[i], at))
				wait_for(&queue, next.items[i]);
	}
	free(queue.items);
	free(queue.is_waiting);
}

/* What goes down and across; business places wait until after that. */
static void copy_applications(const struct ibp_spread *spread,
			      const struct ibp_sets *from, struct ibp_sets *to)
{
	const struct ibp_fora *fora = spread->fora;
	size_t words = from->words;

	for (uint32_t i = 0; i < fora->element_count; i++)
		if (family_at(fora, i) != IBP_FAMILY_BUSINESS)
			memcpy(to->bits + i * words, from->bits + i * words,
			       words * sizeof(*to->bits));
}

/* One step from every element of FAMILY to what it counts for. */
static void step_across(const struct ibp_spread *spread, enum ibp_family family,
			struct ibp_sets *sets)
{
	for (uint32_t i = 0; i < spread->fora->element_count; i++) {
		struct ibp_fora_slice next =
			ibp_spread_slice(&spread->across, i);

		if (family_at(spread->fora, i) != family)
			continue;
		for (size_t n = 0; n < next.count; n++)
			ibp_sets_join(sets, next.items[n], i);
	}
}

void ibp_spread_run(const struct ibp_spread *spread, const struct ibp_sets *raw,
		    struct ibp_sets *placed, struct ibp_sets *served)
{
	ibp_sets_add_all(placed, raw);
	flow(spread, &spread->down, false, placed);
	copy_applications(spread, placed, served);
	step_across(spread, IBP_FAMILY_COMPONENT, served);
	/* The parts of the application functions that this added. */
	flow(spread, &spread->down, false, served);
	ibp_sets_add_all(served, raw);
	step_across(spread, IBP_FAMILY_APPLICATION_FUNCTION, served);
	flow(spread, &spread->up, true, served);
	ibp_sets_add_all(served, placed);
}

static int by_index(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a;
	uint32_t other = *(const uint32_t *)b;

	return (one > other) - (one < other);
}

struct search {
	bool *is_found;
	uint32_t *found;
	size_t count;
};

static void find_all(struct search *search, struct ibp_fora_slice slice)
{
	for (size_t i = 0; i < slice.count; i++)
		if (!search->is_found[slice.items[i]]) {
			search->is_found[slice.items[i]] = true;
			search->found[search->count++] = slice.items[i];
		}
}

uint32_t *ibp_spread_sources(const struct ibp_spread *spread, uint32_t element,
			     struct ibp_arena *arena, size_t *count)
{
	const struct ibp_fora *fora = spread->fora;
	struct search s = {
		ibp_alloc(fora->element_count + 1),
		ibp_alloc((fora->element_count + 1) * sizeof(uint32_t)), 0};
	uint32_t *found;

	find_all(&s, (struct ibp_fora_slice){&element, 1});
	for (size_t at = 0; at < s.count; at++) {
		find_all(&s, ibp_spread_slice(&spread->sources, s.found[at]));
		if (family_at(fora, s.found[at]) == IBP_FAMILY_BUSINESS)
			find_all(&s,
				 ibp_spread_slice(&spread->down, s.found[at]));
	}
	qsort(s.found, s.count, sizeof(*s.found), by_index);
	found = ibp_arena_alloc(arena, (s.count + 1) * sizeof(*found));
	memcpy(found, s.found, s.count * sizeof(*found));
	*count = s.count;
	free(s.found);
	free(s.is_found);
	return found;
}
