/* Where applications are placed, and what is not for the board. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/spread.h"
#include "exchange/landscape_compare.h"

/* Looking for what was meant takes long, so not for ever. */
static void refuse_element(struct ibp_comparer *c, const struct ibp_spot *at,
			   const char *word)
{
	struct ibp_error fault = {0};
	uint32_t index;

	if (c->reader.err->count < IBP_ERROR_MAX)
		ibp_fora_look_up(c->target->fora, word, &index, &fault);
	ibp_arrival_fault(&c->reader, at, "%s", ibp_error_text(&fault));
	ibp_error_release(&fault);
}

uint32_t ibp_compare_element(struct ibp_comparer *c, const struct ibp_spot *at,
			     const char *word, bool is_told)
{
	uint32_t found = ibp_element_words_find(&c->elements, word);

	if (found == IBP_FORA_NONE && is_told)
		refuse_element(c, at, word);
	return found;
}

/* A place as the file wants it. */
struct wanted {
	const char *element; /* id */
	const char *name;    /* of the element */
	const struct ibp_arrival_place *from;
	struct ibp_spot at;
};

struct places {
	const struct ibp_known_application *known;
	const struct ibp_arrival_place *from; /* the cell that is read */
	struct ibp_spot at;
	struct wanted *items;
	size_t count;
	size_t capacity;
};

static bool is_element(struct ibp_comparer *c, const char *word)
{
	return ibp_element_words_find(&c->elements, word) != IBP_FORA_NONE;
}

static const char *kind_of(const struct ibp_arrival_place *place)
{
	return place->kind ? place->kind : "main";
}

/* True: the place is new; false, with a fault where it differs: it is there. */
static bool check_twice(struct ibp_comparer *c, const struct places *places,
			const char *element, const char *name)
{
	for (size_t i = 0; i < places->count; i++) {
		const struct wanted *other = &places->items[i];

		if (strcmp(other->element, element) != 0)
			continue;
		if (strcmp(kind_of(other->from), kind_of(places->from)) != 0)
			ibp_arrival_fault(&c->reader, &places->at,
					  _("%s is on \"%s\" twice: %s and "
					    "%s."),
					  places->known->name, name,
					  kind_of(other->from),
					  kind_of(places->from));
		return false;
	}
	return true;
}

static void want(struct places *places, const char *element, const char *name)
{
	places->items = ibp_grow(places->items, &places->capacity,
				 places->count + 1, sizeof(*places->items));
	places->items[places->count++] =
		(struct wanted){element, name, places->from, places->at};
}

static bool check_type(struct ibp_comparer *c, const struct ibp_spot *at,
		       const struct ibp_fora_element *e, bool is_place)
{
	if (ibp_spread_can_hold(e->type) ||
	    (!is_place && e->type == IBP_FORA_DOMAIN))
		return true;
	ibp_arrival_fault(&c->reader, at,
			  _("\"%s\" is of the type %s. An application stands "
			    "on a component, an application function, a "
			    "(main) function or a process."),
			  e->name, ibp_fora_type_label(e->type));
	return false;
}

/*
 * What an upgrade left without an element is kept with the mark "look
 * again"; then the file says its name.
 */
static bool is_dropped(const char *id, const char *name, const char *look_again)
{
	return look_again && name && strncmp(id, "id-", 3) == 0 &&
	       strlen(id) <= IBP_FORA_ID_MAX;
}

static bool want_place(struct ibp_comparer *c, const char *word, void *context)
{
	struct places *places = context;
	const struct ibp_arrival_place *from = places->from;
	bool dropped = is_dropped(word, from->name, from->look_again);
	uint32_t index = ibp_compare_element(c, &places->at, word, !dropped);
	const struct ibp_fora_element *e;

	if (index == IBP_FORA_NONE) {
		if (dropped && check_twice(c, places, word, from->name))
			want(places, word, from->name);
		return dropped;
	}
	e = &c->target->fora->elements[index];
	if (!check_type(c, &places->at, e, true))
		return false;
	if (check_twice(c, places, e->id, e->name))
		want(places, e->id, from->name ? from->name : e->name);
	return true;
}

static const struct ibp_placement *find_old(
	const struct ibp_application *application, const char *element)
{
	for (size_t i = 0; application && i < application->placement_count; i++)
		if (strcmp(application->placements[i].element_id, element) == 0)
			return &application->placements[i];
	return NULL;
}

static void add_place(struct ibp_comparer *c,
		      const struct ibp_known_application *known,
		      const struct wanted *wanted)
{
	const char *key = ibp_compare_new_key(c, IBP_SUBJECT_PLACEMENT);
	const struct {
		const char *field;
		const char *value;
	} values[] = {
		{"application", ibp_compare_key(c, known->id)},
		{"element", wanted->element},
		{"element_name", wanted->name},
		{"kind", kind_of(wanted->from)},
		{"note", wanted->from->note},
		{"look_again", wanted->from->look_again},
	};

	ibp_compare_edition(c, &wanted->at);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_PLACEMENT,
			.key = key,
			.field = values[i].field,
			.to = values[i].value,
			.name = ibp_arena_printf(&c->import->arena,
						 _("%s on %s"), known->name,
						 wanted->name),
		};

		ibp_compare_add(c, &wanted->at, &change);
	}
}

static const char *old_kind(const struct ibp_placement *old)
{
	static const char *const kinds[] = {
		[IBP_PLACEMENT_MAIN] = "main",
		[IBP_PLACEMENT_PARTIAL] = "partial",
		[IBP_PLACEMENT_PLANNED] = "planned",
	};

	return kinds[old->kind];
}

/* A cell says which element and of what kind; the note stays. */
static void change_place(struct ibp_comparer *c,
			 const struct ibp_known_application *known,
			 const struct ibp_placement *old,
			 const struct wanted *wanted)
{
	const struct {
		const char *field;
		const char *from;
		const char *to;
	} values[] = {
		{"kind", old_kind(old), kind_of(wanted->from)},
		{"note", old->note, wanted->from->note},
	};
	size_t count =
		!wanted->from->has_note ? 1 : sizeof(values) / sizeof(*values);

	for (size_t i = 0; i < count; i++) {
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_PLACEMENT,
			.key = ibp_compare_key(c, old->id),
			.field = values[i].field,
			.from = values[i].from,
			.to = values[i].to,
			.name = ibp_arena_printf(&c->import->arena,
						 _("%s on %s"), known->name,
						 wanted->name),
		};

		ibp_compare_add(c, &wanted->at, &change);
	}
}

static bool is_wanted(const struct places *places, const char *element)
{
	for (size_t i = 0; i < places->count; i++)
		if (strcmp(places->items[i].element, element) == 0)
			return true;
	return false;
}

static void remove_others(struct ibp_comparer *c, const struct places *places)
{
	const struct ibp_known_application *known = places->known;
	const struct ibp_application *old = known->old;

	for (size_t i = 0; old && i < old->placement_count; i++) {
		const struct ibp_placement *p = &old->placements[i];
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_PLACEMENT,
			.key = ibp_compare_key(c, p->id),
			.field = "application",
			.from = ibp_compare_key(c, known->id),
			.name = ibp_arena_printf(&c->import->arena,
						 _("%s on %s"), known->name,
						 p->element_name),
		};

		if (known->arrival->has_places[p->kind] &&
		    !is_wanted(places, p->element_id))
			ibp_compare_add(c, &known->arrival->at, &change);
	}
}

void ibp_compare_places(struct ibp_comparer *c,
			const struct ibp_known_application *known)
{
	const struct ibp_arrival *arrival = known->arrival;
	struct places places = {.known = known, .at = arrival->at};
	const struct ibp_cell_parts parts = {is_element, want_place, &places};

	for (size_t i = 0; i < arrival->place_count; i++) {
		places.from = &arrival->places[i];
		places.at.column = places.from->column;
		if (places.from->is_cell)
			ibp_compare_parts(c, places.from->element, &parts);
		else
			want_place(c, places.from->element, &places);
	}
	for (size_t i = 0; i < places.count; i++) {
		const struct ibp_placement *old =
			find_old(known->old, places.items[i].element);

		if (old)
			change_place(c, known, old, &places.items[i]);
		else
			add_place(c, known, &places.items[i]);
	}
	remove_others(c, &places);
	free(places.items);
}

/* ---- Not for us ---------------------------------------------------------- */

static const struct ibp_exclusion *find_exclusion(
	const struct ibp_landscape *landscape, const char *element)
{
	for (size_t i = 0; i < landscape->exclusion_count; i++)
		if (strcmp(landscape->exclusions[i].element_id, element) == 0)
			return &landscape->exclusions[i];
	return NULL;
}

static void exclude(struct ibp_comparer *c,
		    const struct ibp_arrival_exclusion *from, const char *id,
		    const char *name)
{
	const struct ibp_exclusion *old =
		find_exclusion(c->target->landscape, id);
	const struct {
		const char *field;
		const char *from;
		const char *to;
	} values[] = {
		{"reason", old ? old->reason : NULL, from->reason},
		{"element_name", old ? old->element_name : NULL,
		 old ? old->element_name : name},
		{"look_again", old && old->look_again ? "yes" : NULL,
		 old ? (old->look_again ? "yes" : NULL) : from->look_again},
	};

	if (!old)
		ibp_compare_edition(c, &from->at);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_EXCLUSION,
			.key = id,
			.field = values[i].field,
			.from = values[i].from,
			.to = values[i].to,
			.name = name,
		};

		ibp_compare_add(c, &from->at, &change);
	}
}

void ibp_compare_exclusions(struct ibp_comparer *c)
{
	const struct ibp_arrivals *arrivals = c->reader.arrivals;

	for (size_t i = 0; i < arrivals->exclusion_count; i++) {
		const struct ibp_arrival_exclusion *from =
			&arrivals->exclusions[i];
		bool dropped =
			is_dropped(from->element, from->name, from->look_again);
		uint32_t index = ibp_compare_element(c, &from->at,
						     from->element, !dropped);
		const struct ibp_fora_element *e;

		if (index == IBP_FORA_NONE) {
			if (dropped)
				exclude(c, from, from->element, from->name);
			continue;
		}
		e = &c->target->fora->elements[index];
		if (check_type(c, &from->at, e, false))
			exclude(c, from, e->id,
				from->name ? from->name : e->name);
	}
}
