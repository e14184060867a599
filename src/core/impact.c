#include "core/impact.h"

/* Everything that is out, as one member of sets over the elements. */
struct spot {
	const struct ibp_cover *cover;
	struct ibp_impact *impact;
	struct ibp_arena arena;
	struct ibp_sets raw;
	struct ibp_sets placed;
	struct ibp_sets served;
	struct ibp_sets group; /* one row: the applications that are out */
};

static struct ibp_sets new_sets(struct spot *spot)
{
	return ibp_sets_new(spot->cover->fora->element_count, 1, &spot->arena);
}

static void begin(struct spot *spot, const struct ibp_cover *cover,
		  struct ibp_impact *impact)
{
	*impact = (struct ibp_impact){0};
	*spot = (struct spot){.cover = cover, .impact = impact};
	spot->raw = new_sets(spot);
	spot->placed = new_sets(spot);
	spot->served = new_sets(spot);
	spot->group = ibp_sets_new(1, cover->landscape->application_count,
				   &spot->arena);
}

static bool is_process(enum ibp_fora_type type)
{
	return type == IBP_FORA_PROCESS || type == IBP_FORA_WORK_PROCESS ||
	       type == IBP_FORA_PROCESS_STEP;
}

static bool is_application_function(enum ibp_fora_type type)
{
	return type == IBP_FORA_APPLICATION_FUNCTION;
}

static bool is_object(enum ibp_fora_type type)
{
	return type == IBP_FORA_INFORMATION_OBJECT;
}

/* The elements of a type that SETS has, as the tree of the model. */
static uint32_t *list(const struct spot *spot, const struct ibp_sets *sets,
		      bool is_wanted(enum ibp_fora_type type), size_t *count)
{
	const struct ibp_cover *cover = spot->cover;
	uint32_t *found = ibp_arena_alloc(
		&spot->impact->arena, (cover->tree_count + 1) * sizeof(*found));

	*count = 0;
	for (size_t i = 0; i < cover->tree_count; i++) {
		uint32_t at = cover->tree[i];

		if (is_wanted(cover->fora->elements[at].type) &&
		    ibp_sets_has(sets, at, 0))
			found[(*count)++] = at;
	}
	return found;
}

static struct ibp_impact_function function_at(const struct spot *spot,
					      uint32_t element)
{
	const struct ibp_sets *served = &spot->cover->served;
	struct ibp_impact_function function = {.element = element};
	size_t hit = 0;

	for (size_t a = ibp_sets_next(served, element, 0); a != SIZE_MAX;
	     a = ibp_sets_next(served, element, a + 1)) {
		if (ibp_sets_has(&spot->group, 0, a))
			hit++;
		else
			function.others++;
	}
	function.is_left_without = hit && !function.others;
	return function;
}

static void find_functions(struct spot *spot)
{
	struct ibp_impact *impact = spot->impact;
	uint32_t *found = list(spot, &spot->served, ibp_spread_is_function,
			       &impact->function_count);

	impact->functions = ibp_arena_alloc(&impact->arena,
					    (impact->function_count + 1) *
						    sizeof(*impact->functions));
	for (size_t i = 0; i < impact->function_count; i++) {
		impact->functions[i] = function_at(spot, found[i]);
		impact->left_without += impact->functions[i].is_left_without;
	}
}

/*
 * A function that is served as such, not by way of one of its processes or
 * parts, takes its processes along.
 */
static void find_processes(struct spot *spot)
{
	const struct ibp_fora *fora = spot->cover->fora;
	const struct ibp_spread *spread = spot->cover->spread;
	struct ibp_sets raw = new_sets(spot);
	struct ibp_sets placed = new_sets(spot);
	struct ibp_sets aside = new_sets(spot);

	ibp_sets_add_all(&raw, &spot->placed);
	for (uint32_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_slice next =
			ibp_spread_slice(&spread->across, i);

		for (size_t n = 0; n < next.count; n++)
			if (ibp_sets_has(&spot->served, i, 0) &&
			    fora->elements[next.items[n]].type !=
				    IBP_FORA_MAIN_FUNCTION)
				ibp_sets_add(&raw, next.items[n], 0);
	}
	ibp_spread_run(spread, &raw, &placed, &aside);
	ibp_sets_add_all(&placed, &spot->served);
	spot->impact->processes =
		list(spot, &placed, is_process, &spot->impact->process_count);
}

static void find_schools(struct spot *spot)
{
	const struct ibp_cover *cover = spot->cover;
	struct ibp_impact *impact = spot->impact;
	size_t count = cover->landscape->school_count;

	impact->schools = ibp_arena_alloc(
		&impact->arena, (count + 1) * sizeof(*impact->schools));
	for (size_t s = 0; s < count; s++)
		for (size_t i = 0; i < impact->application_count; i++)
			if (ibp_sets_has(&cover->schools,
					 impact->applications[i], s)) {
				impact->schools[impact->school_count++] = s;
				break;
			}
}

static void find_couplings(struct spot *spot)
{
	const struct ibp_landscape *l = spot->cover->landscape;
	struct ibp_impact *impact = spot->impact;

	impact->couplings = ibp_arena_alloc(&impact->arena,
					    (l->coupling_count + 1) *
						    sizeof(*impact->couplings));
	for (size_t i = 0; i < l->coupling_count; i++)
		if (ibp_sets_has(&spot->group, 0, l->couplings[i].from_at) ||
		    ibp_sets_has(&spot->group, 0, l->couplings[i].to_at))
			impact->couplings[impact->coupling_count++] = i;
}

/* With the raw places and the group known: all that follows. */
static void finish(struct spot *spot)
{
	struct ibp_impact *impact = spot->impact;
	struct ibp_sets touched = new_sets(spot);

	impact->applications =
		ibp_sets_members(&spot->group, 0, NULL, &impact->arena,
				 &impact->application_count);
	ibp_spread_run(spot->cover->spread, &spot->raw, &spot->placed,
		       &spot->served);
	find_functions(spot);
	find_processes(spot);
	impact->application_functions =
		list(spot, &spot->served, is_application_function,
		     &impact->application_function_count);
	ibp_cover_touch(spot->cover->fora, &spot->served, &touched);
	impact->objects =
		list(spot, &touched, is_object, &impact->object_count);
	find_schools(spot);
	find_couplings(spot);
	ibp_arena_release(&spot->arena);
}

void ibp_impact_of_application(const struct ibp_cover *cover,
			       size_t application, struct ibp_impact *impact)
{
	const struct ibp_application *a =
		&cover->landscape->applications[application];
	struct spot spot;

	begin(&spot, cover, impact);
	ibp_sets_add(&spot.group, 0, application);
	for (size_t i = 0; i < a->placement_count; i++)
		if (a->placements[i].element != IBP_FORA_NONE &&
		    a->placements[i].kind != IBP_PLACEMENT_PLANNED)
			ibp_sets_add(&spot.raw, a->placements[i].element, 0);
	finish(&spot);
}

/* Adds to the group the applications of ROW that count on the day. */
static void add_group(struct spot *spot, const struct ibp_sets *sets,
		      uint32_t row)
{
	const struct ibp_cover *cover = spot->cover;

	for (size_t a = ibp_sets_next(sets, row, 0); a != SIZE_MAX;
	     a = ibp_sets_next(sets, row, a + 1))
		if (ibp_application_counts_at(
			    &cover->landscape->applications[a], cover->date))
			ibp_sets_add(&spot->group, 0, a);
}

/* What uses an information object stands for it. */
static void add_object(struct spot *spot, uint32_t element)
{
	const struct ibp_fora *fora = spot->cover->fora;
	struct ibp_fora_slice incoming = ibp_fora_incoming(fora, element);

	add_group(spot, &spot->cover->touched, element);
	for (size_t i = 0; i < incoming.count; i++) {
		const struct ibp_fora_relation *r =
			&fora->relations[incoming.items[i]];

		if (r->type == IBP_FORA_ACCESS)
			ibp_sets_add(&spot->raw, r->source, 0);
	}
}

/* What is in a domain stands for it. */
static void add_domain(struct spot *spot, uint32_t element)
{
	const struct ibp_fora *fora = spot->cover->fora;

	for (uint32_t i = 0; i < fora->element_count; i++) {
		if (fora->elements[i].domain != element ||
		    !ibp_spread_is_function(fora->elements[i].type))
			continue;
		add_group(spot, &spot->cover->served, i);
		ibp_sets_add(&spot->raw, i, 0);
	}
}

static void add_place(struct spot *spot, uint32_t element)
{
	add_group(spot, &spot->cover->served, element);
	ibp_sets_add(&spot->raw, element, 0);
}

void ibp_impact_of_element(const struct ibp_cover *cover, uint32_t element,
			   struct ibp_impact *impact)
{
	enum ibp_fora_type type = cover->fora->elements[element].type;
	struct spot spot;

	begin(&spot, cover, impact);
	if (type == IBP_FORA_DOMAIN)
		add_domain(&spot, element);
	else if (is_object(type))
		add_object(&spot, element);
	else
		add_place(&spot, element);
	finish(&spot);
	/* The object itself, and not all that is used beside it. */
	if (is_object(type)) {
		impact->objects[0] = element;
		impact->object_count = 1;
	}
}

void ibp_impact_release(struct ibp_impact *impact)
{
	ibp_arena_release(&impact->arena);
	*impact = (struct ibp_impact){0};
}
