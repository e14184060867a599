#include "core/overlap.h"

#include <stdlib.h>

static void add_row(const struct ibp_sets *from, uint32_t element,
		    struct ibp_sets *to, size_t item)
{
	for (size_t m = ibp_sets_next(from, element, 0); m != SIZE_MAX;
	     m = ibp_sets_next(from, element, m + 1))
		ibp_sets_add(to, m, item);
}

/* Elements are in the order of their types. */
static void list_elements(struct ibp_overlaps *overlaps)
{
	const struct ibp_fora *fora = overlaps->cover->fora;

	overlaps->elements = ibp_arena_alloc(
		&overlaps->arena, (fora->element_count + 1) * sizeof(uint32_t));
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < fora->element_count; i++)
			if (ibp_family_of(fora->elements[i].type) ==
			    (pass ? IBP_FAMILY_APPLICATION_FUNCTION :
				    IBP_FAMILY_COMPONENT))
				overlaps->elements[overlaps->element_count++] =
					i;
}

/* By application rather than by element: a pair is one pass of words. */
static void turn(struct ibp_overlaps *overlaps)
{
	const struct ibp_cover *cover = overlaps->cover;
	size_t rows = cover->landscape->application_count;

	overlaps->placed =
		ibp_sets_new(rows, overlaps->element_count, &overlaps->arena);
	overlaps->offered =
		ibp_sets_new(rows, overlaps->element_count, &overlaps->arena);
	for (size_t i = 0; i < overlaps->element_count; i++) {
		uint32_t element = overlaps->elements[i];

		add_row(&cover->placed, element, &overlaps->placed, i);
		add_row(&cover->served, element, &overlaps->offered, i);
	}
}

static void add_pair(struct ibp_overlaps *overlaps, size_t *capacity, size_t a,
		     size_t b)
{
	struct ibp_overlap *item;

	overlaps->items =
		ibp_grow(overlaps->items, capacity, overlaps->count + 1,
			 sizeof(*overlaps->items));
	item = &overlaps->items[overlaps->count++];
	*item = (struct ibp_overlap){
		(uint32_t)a, (uint32_t)b,
		(uint32_t)ibp_sets_count_common(&overlaps->offered, a, b),
		!ibp_sets_meet(&overlaps->placed, a, b)};
	overlaps->possible += item->is_possible;
}

void ibp_overlaps_make(const struct ibp_cover *cover,
		       struct ibp_overlaps *overlaps)
{
	size_t count = cover->landscape->application_count;
	size_t capacity = 0;

	*overlaps = (struct ibp_overlaps){.cover = cover};
	list_elements(overlaps);
	turn(overlaps);
	for (size_t a = 0; a < count; a++) {
		if (ibp_sets_is_empty(&overlaps->offered, a))
			continue;
		for (size_t b = a + 1; b < count; b++)
			if (ibp_sets_meet(&overlaps->offered, a, b) &&
			    ibp_sets_meet(&cover->schools, a, b))
				add_pair(overlaps, &capacity, a, b);
	}
}

void ibp_overlaps_release(struct ibp_overlaps *overlaps)
{
	free(overlaps->items);
	ibp_arena_release(&overlaps->arena);
	*overlaps = (struct ibp_overlaps){0};
}

struct ibp_shared *ibp_overlap_shared(const struct ibp_overlaps *overlaps,
				      const struct ibp_overlap *item,
				      struct ibp_arena *arena)
{
	struct ibp_shared *shared =
		ibp_arena_alloc(arena, (item->shared + 1) * sizeof(*shared));
	size_t count = 0;
	size_t *members = ibp_sets_common(&overlaps->offered, item->a, item->b,
					  arena, &count);

	for (size_t i = 0; i < count; i++)
		shared[i] = (struct ibp_shared){
			overlaps->elements[members[i]],
			!ibp_sets_has(&overlaps->placed, item->a, members[i]) ||
				!ibp_sets_has(&overlaps->placed, item->b,
					      members[i])};
	return shared;
}

size_t *ibp_overlap_schools(const struct ibp_overlaps *overlaps,
			    const struct ibp_overlap *item,
			    struct ibp_arena *arena, size_t *count)
{
	return ibp_sets_common(&overlaps->cover->schools, item->a, item->b,
			       arena, count);
}
