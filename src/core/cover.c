#include "core/cover.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum place {
	PLACE_NOWHERE, /* the application is out */
	PLACE_COUNTED,
	PLACE_PLANNED
};

static enum place place_of(const struct ibp_application *application,
			   const struct ibp_placement *placement,
			   const char *date)
{
	bool is_planned = placement->kind == IBP_PLACEMENT_PLANNED;

	if (ibp_application_counts_at(application, date))
		return is_planned ? PLACE_PLANNED : PLACE_COUNTED;
	return ibp_text_equal(ibp_application_status_at(application, date),
			      "planned") ?
		       PLACE_PLANNED :
		       PLACE_NOWHERE;
}

static struct ibp_sets new_sets(struct ibp_cover *cover,
				struct ibp_arena *arena)
{
	return ibp_sets_new(cover->fora->element_count,
			    cover->landscape->application_count, arena);
}

/* Every placement whose element the edition still has. */
static void add_places(struct ibp_cover *cover, struct ibp_sets *counted,
		       struct ibp_sets *planned, struct ibp_sets *all)
{
	const struct ibp_landscape *landscape = cover->landscape;

	for (size_t i = 0; i < landscape->placement_count; i++) {
		const struct ibp_placement *p = &landscape->placements[i];
		enum place place;

		if (p->element == IBP_FORA_NONE)
			continue;
		place = place_of(&landscape->applications[p->at], p,
				 cover->date);
		ibp_sets_add(all, p->element, p->at);
		if (place == PLACE_COUNTED)
			ibp_sets_add(counted, p->element, p->at);
		else if (place == PLACE_PLANNED)
			ibp_sets_add(planned, p->element, p->at);
	}
}

void ibp_cover_touch(const struct ibp_fora *fora, const struct ibp_sets *served,
		     struct ibp_sets *touched)
{
	for (size_t i = 0; i < fora->relation_count; i++) {
		const struct ibp_fora_relation *r = &fora->relations[i];
		enum ibp_family family =
			ibp_family_of(fora->elements[r->source].type);

		if (r->type != IBP_FORA_ACCESS ||
		    fora->elements[r->target].type !=
			    IBP_FORA_INFORMATION_OBJECT ||
		    family == IBP_FAMILY_NONE || family == IBP_FAMILY_BUSINESS)
			continue;
		for (size_t m = ibp_sets_next(served, r->source, 0);
		     m != SIZE_MAX; m = ibp_sets_next(served, r->source, m + 1))
			ibp_sets_add(touched, r->target, m);
	}
}

static void spread_all(struct ibp_cover *cover)
{
	struct ibp_arena arena = {0};
	struct ibp_sets counted = new_sets(cover, &arena);
	struct ibp_sets planned = new_sets(cover, &arena);
	struct ibp_sets all = new_sets(cover, &arena);
	struct ibp_sets aside = new_sets(cover, &arena);
	struct ibp_sets reached = new_sets(cover, &arena);

	add_places(cover, &counted, &planned, &all);
	cover->placed = new_sets(cover, &cover->arena);
	cover->served = new_sets(cover, &cover->arena);
	cover->planned = new_sets(cover, &cover->arena);
	cover->touched = new_sets(cover, &cover->arena);
	ibp_spread_run(cover->spread, &counted, &cover->placed, &cover->served);
	ibp_spread_run(cover->spread, &planned, &aside, &cover->planned);
	ibp_spread_run(cover->spread, &all, &aside, &reached);
	ibp_cover_touch(cover->fora, &reached, &cover->touched);
	ibp_arena_release(&arena);
}

static int compare_school(const void *key, const void *item)
{
	const struct ibp_school *const *school = item;
	long id = *(const long *)key;

	return (id > (*school)->id) - (id < (*school)->id);
}

static int by_school(const void *a, const void *b)
{
	const struct ibp_school *const *one = a;

	return compare_school(&(*one)->id, b);
}

/* None named: all of them, and the board itself where it has none. */
static void add_all_schools(struct ibp_cover *cover, size_t application)
{
	size_t count = cover->landscape->school_count;

	for (size_t i = 0; i < (count ? count : 1); i++)
		ibp_sets_add(&cover->schools, application, i);
}

static void find_schools(struct ibp_cover *cover)
{
	const struct ibp_landscape *l = cover->landscape;
	const struct ibp_school **sorted =
		ibp_alloc((l->school_count + 1) * sizeof(const void *));

	for (size_t i = 0; i < l->school_count; i++)
		sorted[i] = &l->schools[i];
	qsort(sorted, l->school_count, sizeof(*sorted), by_school);
	cover->schools = ibp_sets_new(l->application_count, l->school_count,
				      &cover->arena);
	for (size_t a = 0; a < l->application_count; a++) {
		const struct ibp_application *application = &l->applications[a];

		if (!application->use_count)
			add_all_schools(cover, a);
		for (size_t i = 0; i < application->use_count; i++) {
			const struct ibp_school **found =
				bsearch(&application->uses[i].school, sorted,
					l->school_count, sizeof(*sorted),
					compare_school);

			if (found)
				ibp_sets_add(&cover->schools, a,
					     (size_t)(*found - l->schools));
		}
	}
	free(sorted);
}

/* ELEMENT, and later what is in it. */
static void add_tree(struct ibp_cover *cover, uint32_t element, uint32_t *stack)
{
	size_t height = 0;

	stack[height++] = element;
	while (height) {
		uint32_t at = stack[--height];
		struct ibp_fora_slice parts =
			ibp_fora_children(cover->fora, at);

		cover->tree[cover->tree_count++] = at;
		for (size_t i = parts.count; i--;)
			stack[height++] = parts.items[i];
	}
}

/* The domains as the publisher has them, then what is in none. */
static void make_tree(struct ibp_cover *cover)
{
	const struct ibp_fora *fora = cover->fora;
	size_t size = (fora->element_count + 1) * sizeof(uint32_t);
	uint32_t *stack = ibp_alloc(size);

	cover->tree = ibp_arena_alloc(&cover->arena, size);
	for (size_t i = 0; i < fora->domains.count; i++) {
		uint32_t domain = ibp_fora_find(fora, fora->domains.items[i]);

		if (fora->elements[domain].parent == IBP_FORA_NONE)
			add_tree(cover, domain, stack);
	}
	for (uint32_t i = 0; i < fora->element_count; i++)
		if (fora->elements[i].parent == IBP_FORA_NONE &&
		    fora->elements[i].type != IBP_FORA_DOMAIN)
			add_tree(cover, i, stack);
	free(stack);
}

/* The exclusion of a whole counts for its parts. */
static void find_exclusions(struct ibp_cover *cover)
{
	const struct ibp_fora *fora = cover->fora;
	const struct ibp_landscape *landscape = cover->landscape;
	const struct ibp_exclusion **found = ibp_arena_alloc(
		&cover->arena, (fora->element_count + 1) * sizeof(*found));

	for (size_t i = 0; i < landscape->exclusion_count; i++)
		if (landscape->exclusions[i].element != IBP_FORA_NONE)
			found[landscape->exclusions[i].element] =
				&landscape->exclusions[i];
	for (size_t i = 0; i < cover->tree_count; i++) {
		uint32_t at = cover->tree[i];
		uint32_t whole = fora->elements[at].parent;

		if (!found[at] && whole != IBP_FORA_NONE)
			found[at] = found[whole];
	}
	cover->exclusions = found;
}

struct ibp_cover *ibp_cover_new(const struct ibp_fora *fora,
				const struct ibp_landscape *landscape,
				const char *date)
{
	struct ibp_cover *cover = ibp_alloc(sizeof(*cover));

	cover->fora = fora;
	cover->landscape = landscape;
	snprintf(cover->date, sizeof(cover->date), "%s", date);
	cover->spread = ibp_spread_new(fora);
	spread_all(cover);
	find_schools(cover);
	make_tree(cover);
	find_exclusions(cover);
	return cover;
}

static bool has_place(const struct ibp_application *application)
{
	for (size_t i = 0; i < application->placement_count; i++)
		if (application->placements[i].element != IBP_FORA_NONE)
			return true;
	return false;
}

size_t *ibp_cover_unplaced(const struct ibp_cover *cover,
			   struct ibp_arena *arena, size_t *count)
{
	const struct ibp_landscape *l = cover->landscape;
	size_t *found = ibp_arena_alloc(arena, (l->application_count + 1) *
						       sizeof(*found));

	*count = 0;
	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_application *a = &l->applications[i];

		if (!has_place(a) &&
		    strcmp(ibp_application_status_at(a, cover->date), "out"))
			found[(*count)++] = i;
	}
	return found;
}

void ibp_cover_free(struct ibp_cover *cover)
{
	if (!cover)
		return;
	ibp_spread_free(cover->spread);
	ibp_arena_release(&cover->arena);
	free(cover);
}
