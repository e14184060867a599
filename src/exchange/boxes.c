#include "exchange/boxes.h"

#include <stdlib.h>

#include "base/i18n.h"

struct maker {
	const struct ibp_cover *cover;
	const struct ibp_coverage *coverage;
	struct ibp_boxes *boxes;
	struct ibp_arena scratch;
	struct ibp_sets overlaps; /* a row of applications per application */
};

static size_t open_box(struct maker *m, enum ibp_box_kind kind, size_t parent,
		       const char *title)
{
	struct ibp_boxes *boxes = m->boxes;
	struct ibp_box box = {.kind = kind,
			      .title = title,
			      .parent = parent,
			      .element = IBP_FORA_NONE,
			      .application = SIZE_MAX};

	boxes->items = ibp_grow(boxes->items, &boxes->capacity,
				boxes->count + 1, sizeof(*boxes->items));
	boxes->items[boxes->count] = box;
	boxes->items[boxes->count].end = boxes->count + 1;
	return boxes->count++;
}

static void close_box(struct maker *m, size_t index)
{
	m->boxes->items[index].end = m->boxes->count;
}

static void add_note(struct maker *m, size_t parent, enum ibp_box_look look,
		     const char *text)
{
	size_t index = open_box(m, IBP_BOX_NOTE, parent, text);

	m->boxes->items[index].look = look;
}

/* Whether a box from FROM on is of APPLICATION. */
static bool is_shown(const struct maker *m, size_t from, size_t application)
{
	for (size_t i = from; i < m->boxes->count; i++)
		if (m->boxes->items[i].application == application)
			return true;
	return false;
}

static void add_application(struct maker *m, size_t parent, size_t application,
			    enum ibp_box_look look)
{
	struct ibp_arena *arena = &m->boxes->arena;
	const char *name = m->cover->landscape->applications[application].name;
	size_t index;

	/* A main function names only what its functions do not. */
	if (is_shown(m, parent, application))
		return;
	if (look == IBP_LOOK_PLANNED)
		name = ibp_arena_printf(arena, C_("map", "%s (planned)"), name);
	index = open_box(m, IBP_BOX_APPLICATION, parent, name);
	m->boxes->items[index].look = look;
	m->boxes->items[index].application = application;
}

static bool overlaps_in(const struct maker *m,
			const struct ibp_coverage_row *row, size_t application)
{
	for (size_t i = 0; i < row->application_count; i++)
		if (ibp_sets_has(&m->overlaps, application,
				 row->applications[i]))
			return true;
	return false;
}

static void add_applications(struct maker *m, size_t parent,
			     const struct ibp_coverage_row *row)
{
	for (size_t i = 0; i < row->application_count; i++)
		add_application(m, parent, row->applications[i],
				overlaps_in(m, row, row->applications[i]) ?
					IBP_LOOK_OVERLAP :
					IBP_LOOK_PLAIN);
	for (size_t i = 0; i < row->planned_count; i++)
		add_application(m, parent, row->planned[i], IBP_LOOK_PLANNED);
}

static enum ibp_box_look look_of(const struct ibp_coverage_row *row)
{
	if (row->exclusion)
		return IBP_LOOK_EXCLUDED;
	if (row->is_gap)
		return IBP_LOOK_GAP;
	return row->expects ? IBP_LOOK_PLAIN : IBP_LOOK_UNEXPECTED;
}

/* The word for what the pattern of a box says. */
static void add_look(struct maker *m, size_t parent, enum ibp_box_look look)
{
	if (look == IBP_LOOK_EXCLUDED)
		add_note(m, parent, look, C_("map", "not for us"));
	if (look == IBP_LOOK_GAP)
		add_note(m, parent, look, C_("map", "gap"));
}

static bool is_in(const struct maker *m, const struct ibp_coverage_row *row,
		  uint32_t whole)
{
	return m->cover->fora->elements[row->element].parent == whole;
}

static void add_row(struct maker *m, const struct ibp_coverage_row *row,
		    size_t parent)
{
	const struct ibp_fora_element *element =
		&m->cover->fora->elements[row->element];
	bool is_main = element->type == IBP_FORA_MAIN_FUNCTION;
	size_t index = open_box(m, is_main ? IBP_BOX_MAIN : IBP_BOX_FUNCTION,
				parent, element->name);
	/* What a main function lacks, its functions say. */
	enum ibp_box_look look = is_main ? IBP_LOOK_PLAIN : look_of(row);

	m->boxes->items[index].element = row->element;
	m->boxes->items[index].look = look;
	for (size_t i = 0; i < m->coverage->count; i++)
		if (is_in(m, &m->coverage->rows[i], row->element) &&
		    &m->coverage->rows[i] != row)
			add_row(m, &m->coverage->rows[i], index);
	add_applications(m, index, row);
	add_look(m, index, look);
	close_box(m, index);
}

/* Whether ROW is drawn in its domain itself and not in another row. */
static bool is_top(const struct maker *m, const struct ibp_coverage_row *row)
{
	uint32_t whole = m->cover->fora->elements[row->element].parent;

	for (size_t i = 0; i < m->coverage->count; i++)
		if (m->coverage->rows[i].element == whole)
			return false;
	return true;
}

static void add_domain(struct maker *m, uint32_t domain)
{
	const struct ibp_fora *fora = m->cover->fora;
	size_t index = open_box(m, IBP_BOX_DOMAIN, SIZE_MAX,
				domain == IBP_FORA_NONE ?
					C_("map", "Without a domain") :
					fora->elements[domain].name);

	m->boxes->items[index].element = domain;
	for (size_t i = 0; i < m->coverage->count; i++) {
		const struct ibp_coverage_row *row = &m->coverage->rows[i];

		if (fora->elements[row->element].domain == domain &&
		    is_top(m, row))
			add_row(m, row, index);
	}
	close_box(m, index);
	/* One that has nothing in it is not drawn. */
	if (m->boxes->count == index + 1)
		m->boxes->count = index;
}

static void mark_overlaps(struct maker *m, const struct ibp_overlaps *overlaps)
{
	size_t count = m->cover->landscape->application_count;

	m->overlaps = ibp_sets_new(count, count, &m->scratch);
	for (size_t i = 0; i < overlaps->count; i++) {
		const struct ibp_overlap *pair = &overlaps->items[i];

		/* What only may be one would be nearly everywhere. */
		if (pair->is_possible)
			continue;
		ibp_sets_add(&m->overlaps, pair->a, pair->b);
		ibp_sets_add(&m->overlaps, pair->b, pair->a);
	}
}

void ibp_boxes_make(const struct ibp_cover *cover,
		    const struct ibp_coverage *coverage,
		    const struct ibp_overlaps *overlaps,
		    struct ibp_boxes *boxes)
{
	struct maker m = {.cover = cover, .coverage = coverage, .boxes = boxes};
	const struct ibp_fora *fora = cover->fora;

	mark_overlaps(&m, overlaps);
	for (size_t i = 0; i < fora->domains.count; i++)
		add_domain(&m, ibp_fora_find(fora, fora->domains.items[i]));
	add_domain(&m, IBP_FORA_NONE);
	ibp_arena_release(&m.scratch);
}

void ibp_boxes_release(struct ibp_boxes *boxes)
{
	ibp_arena_release(&boxes->arena);
	free(boxes->items);
	*boxes = (struct ibp_boxes){0};
}
