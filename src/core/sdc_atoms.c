/*
 * P9, the atom rule.  Units that are in exactly the same published cells form
 * an atom: every sum over published sums weighs them alike, so nothing
 * smaller than an atom can be worked out, over any number of publications.
 *
 * An item is a variable of its own (its sums never meet those of another),
 * so atoms are looked for per item.
 */
#include <stdlib.h>
#include <string.h>

#include "core/sdc_work.h"

/* The depth to which each item is shown, on the way from the whole to NODE. */
static void depths_of(const struct ibp_sdc_work *work, size_t node,
		      unsigned char depths[IBP_SDC_ITEMS])
{
	const struct ibp_sdc_node *nodes = work->plan->nodes;
	int groups = (int)work->in->catalogue->count;

	for (size_t at = node;; at = nodes[at].parent) {
		unsigned char depth = (unsigned char)nodes[at].depth;
		unsigned char *landscape = &depths[IBP_SDC_LANDSCAPE];

		for (int g = 0; g < groups; g++)
			if (!depths[g] &&
			    (!nodes[at].mean[g] || !nodes[at].levels[g]))
				depths[g] = depth;
		for (int f = 0; f < IBP_SDC_FIGURES; f++)
			if (!*landscape && !nodes[at].figures[f])
				*landscape = depth;
		if (at == nodes[at].parent)
			return;
	}
}

void ibp_sdc_make_units(struct ibp_sdc_work *work)
{
	struct ibp_sdc_plan *plan = work->plan;
	unsigned char(*depths)[IBP_SDC_ITEMS] =
		ibp_alloc(plan->node_count * sizeof(*depths));

	for (size_t i = 0; i < plan->node_count; i++)
		depths_of(work, i, depths[i]);
	plan->units = ibp_alloc((work->count + 1) * sizeof(*plan->units));
	plan->unit_count = work->count;
	for (size_t i = 0; i < work->count; i++) {
		const struct ibp_sdc_contributor *board = work->boards[i];
		uint32_t leaf = work->leaves[i];

		plan->units[i] = (struct ibp_sdc_unit){
			.token = board->token,
			.holder = board->holder,
			.version = board->version,
			.holding = board->holding,
			.leaf = plan->nodes[leaf].cell,
		};
		for (int item = 0; item < IBP_SDC_ITEMS; item++)
			if (depths[leaf][item] && ibp_sdc_filled(board, item))
				plan->units[i].depth[item] = depths[leaf][item];
	}
	free(depths);
}

/* A submission, and in which cells of each publication it was. */
struct atom {
	const uint16_t *cells; /* one for each publication; 0: none */
	size_t length;
	uint64_t token;
	uint32_t version;
	uint32_t holding;
};

struct search {
	const struct ibp_sdc_work *work;
	const struct ibp_sdc_unit **units; /* by submission */
	size_t unit_count;
	uint32_t *publications; /* rising; 0, this one, is first */
	size_t publication_count;
	uint16_t *cells;
	struct atom *atoms;
	size_t atom_count;
};

static int compare_numbers(uint64_t one, uint64_t other)
{
	return (one > other) - (one < other);
}

static int by_submission(const void *a, const void *b)
{
	const struct ibp_sdc_unit *one = *(const struct ibp_sdc_unit *const *)a;
	const struct ibp_sdc_unit *other =
		*(const struct ibp_sdc_unit *const *)b;
	int order = compare_numbers(one->token, other->token);

	return order ? order : compare_numbers(one->version, other->version);
}

static int by_cells(const void *a, const void *b)
{
	const struct atom *one = a;
	const struct atom *other = b;
	int order = memcmp(one->cells, other->cells,
			   one->length * sizeof(*one->cells));

	if (!order)
		order = compare_numbers(one->holding, other->holding);
	return order ? order : compare_numbers(one->token, other->token);
}

static int by_publication(const void *a, const void *b)
{
	return compare_numbers(*(const uint32_t *)a, *(const uint32_t *)b);
}

static void number_publications(struct search *s)
{
	size_t kept = 0;

	s->publications =
		ibp_alloc((s->unit_count + 1) * sizeof(*s->publications));
	for (size_t i = 0; i < s->unit_count; i++)
		s->publications[i] = s->units[i]->publication;
	qsort(s->publications, s->unit_count, sizeof(*s->publications),
	      by_publication);
	for (size_t i = 0; i < s->unit_count; i++)
		if (!kept || s->publications[kept - 1] != s->publications[i])
			s->publications[kept++] = s->publications[i];
	s->publication_count = kept;
}

static void start(struct search *s, const struct ibp_sdc_work *work)
{
	size_t now = work->plan->unit_count;
	size_t before = work->in->published_count;

	*s = (struct search){.work = work, .unit_count = now + before};
	s->units = ibp_alloc((s->unit_count + 1) * sizeof(const void *));
	for (size_t i = 0; i < now; i++)
		s->units[i] = &work->plan->units[i];
	for (size_t i = 0; i < before; i++)
		s->units[now + i] = &work->in->published[i];
	qsort(s->units, s->unit_count, sizeof(const void *), by_submission);
	number_publications(s);
	s->cells = ibp_alloc((s->unit_count + 1) * s->publication_count *
			     sizeof(*s->cells));
	s->atoms = ibp_alloc((s->unit_count + 1) * sizeof(*s->atoms));
}

static void finish(struct search *s)
{
	free(s->units);
	free(s->publications);
	free(s->cells);
	free(s->atoms);
}

/* A number for the deepest cell in which ITEM of UNIT was shown. */
static uint16_t cell_number(const struct ibp_sdc_unit *unit, int item)
{
	int depth = unit->depth[item];
	struct ibp_sdc_cell cell = ibp_sdc_cell_above(unit->leaf, depth);

	return (uint16_t)(depth ? cell.sectors << 8 | cell.sizes << 4 |
					  cell.parts :
				  0);
}

static void place_unit(struct search *s, struct atom *atom,
		       const struct ibp_sdc_unit *unit, int item)
{
	size_t index = (size_t)(atom - s->atoms) * s->publication_count;
	const uint32_t *found = bsearch(
		&unit->publication, s->publications, s->publication_count,
		sizeof(*s->publications), by_publication);

	s->cells[index + (size_t)(found - s->publications)] =
		cell_number(unit, item);
}

/* All submissions, each with its cells for ITEM, equal ones together. */
static void gather(struct search *s, int item)
{
	size_t length = s->publication_count;

	memset(s->cells, 0, s->unit_count * length * sizeof(*s->cells));
	s->atom_count = 0;
	for (size_t i = 0; i < s->unit_count; i++) {
		const struct ibp_sdc_unit *unit = s->units[i];
		struct atom *atom;

		if (!i || by_submission(&s->units[i - 1], &s->units[i])) {
			bool is_held =
				s->work->rules->counts_holding && unit->holding;

			atom = &s->atoms[s->atom_count];
			*atom = (struct atom){s->cells + s->atom_count * length,
					      length, is_held ? 0 : unit->token,
					      unit->version,
					      is_held ? unit->holding : 0};
			s->atom_count++;
		}
		place_unit(s, &s->atoms[s->atom_count - 1], unit, item);
	}
	qsort(s->atoms, s->atom_count, sizeof(*s->atoms), by_cells);
}

static bool is_published(const struct atom *atom)
{
	for (size_t i = 0; i < atom->length; i++)
		if (atom->cells[i])
			return true;
	return false;
}

static bool has_same_cells(const struct atom *one, const struct atom *other)
{
	return !memcmp(one->cells, other->cells,
		       one->length * sizeof(*one->cells));
}

/* Owners in the smallest atom of ITEM, or LEAST where none is smaller. */
static long smallest_atom(struct search *s, int item, long least)
{
	size_t next;

	gather(s, item);
	for (size_t i = 0; i < s->atom_count; i = next) {
		long owners = 1;

		for (next = i + 1; next < s->atom_count; next++) {
			const struct atom *one = &s->atoms[next - 1];
			const struct atom *other = &s->atoms[next];

			if (!has_same_cells(one, other))
				break;
			owners += one->token != other->token ||
				  one->holding != other->holding;
		}
		if (owners < least && is_published(&s->atoms[i]))
			least = owners;
	}
	return least;
}

void ibp_sdc_check_atoms(struct ibp_sdc_work *work)
{
	int groups = (int)work->in->catalogue->count;
	long least = work->rules->atom;
	struct search s;

	/* Alone, the cells are the atoms, and passed P1 with a higher k. */
	if (!work->in->published_count)
		return;
	start(&s, work);
	for (int g = 0; g < groups; g++)
		least = smallest_atom(&s, g, least);
	least = smallest_atom(&s, IBP_SDC_LANDSCAPE, least);
	if (least < work->rules->atom) {
		struct ibp_sdc_finding *finding = ibp_sdc_refuse(work, 9);

		finding->numbers[0] =
			(long)s.publications[s.publication_count - 1];
		finding->numbers[1] = least;
		finding->numbers[2] = work->rules->atom;
	}
	finish(&s);
}
