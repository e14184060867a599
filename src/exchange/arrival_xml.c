#include "exchange/arrival_xml.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "exchange/model_file.h"
#include "exchange/swc.h"

/* A thing of ours, in the order that its number says. */
struct ordered {
	const struct ibp_model_thing *thing;
	const char *sort;
	long order;
};

struct model {
	const struct ibp_arrival_reader *reader;
	const struct ibp_model_file *file;
	bool is_anonymous;
	struct ordered *items;
	size_t count;
	size_t *arrivals; /* by thing: index; SIZE_MAX: no application */
};

static struct ibp_spot spot_of(const struct ibp_model_thing *thing)
{
	return (struct ibp_spot){.line = thing->line};
}

/* What is kept outlives the file. */
static const char *copy(const struct model *m, const char *text)
{
	return ibp_arena_strdup(&m->reader->arrivals->arena, text);
}

static const char *value_of(const struct model *m,
			    const struct ibp_model_thing *thing,
			    const char *property)
{
	return ibp_model_value(m->file, thing, property);
}

/* TEXT, which may be NULL, as the value of FIELD; choices in Dutch. */
static const char *parse(const struct model *m,
			 const struct ibp_model_thing *thing,
			 const struct ibp_field *field, const char *text)
{
	const struct ibp_spot at = spot_of(thing);
	const char *value = NULL;

	if (text)
		ibp_arrival_parse(m->reader, &at, field,
				  field->choices ? ibp_swc_word(text) : text,
				  &value);
	return value;
}

static const char *parse_property(const struct model *m,
				  const struct ibp_model_thing *thing,
				  const struct ibp_field *fields,
				  const char *field, const char *property)
{
	return parse(m, thing, ibp_field_find(fields, field),
		     value_of(m, thing, property));
}

/* "Ja": the mark is set. */
static const char *mark_of(const struct model *m,
			   const struct ibp_model_thing *thing,
			   const char *property)
{
	return ibp_text_equal(value_of(m, thing, property), IBP_SWC_YES) ?
		       "yes" :
		       NULL;
}

static void too_many(const struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_spot at = spot_of(thing);

	ibp_arrival_fault(m->reader, &at,
			  _("There are more applications, schools or places "
			    "than can be read."));
}

/* ---- Elements ------------------------------------------------------------ */

static void read_school(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_field *fields = ibp_school_fields;
	struct ibp_arrival_school *school =
		ibp_arrivals_add_school(m->reader->arrivals);

	if (!school) {
		too_many(m, thing);
		return;
	}
	school->at = spot_of(thing);
	school->name = parse(m, thing, fields, thing->name);
	school->brin = parse_property(m, thing, fields, "brin", "IBP BRIN");
	school->sector =
		parse_property(m, thing, fields, "sector", "IBP Sector");
}

static void give(struct ibp_arrival *arrival, const char *column,
		 const char *value)
{
	struct ibp_arrival_value *to =
		&arrival->values[ibp_application_column_find(column)];

	to->given = true;
	to->value = value;
}

static void read_fields(const struct model *m, struct ibp_arrival *arrival,
			const struct ibp_model_thing *thing,
			enum ibp_subject subject,
			const struct ibp_swc_field *rows)
{
	for (size_t i = 0; i < IBP_APPLICATION_VALUES; i++) {
		const struct ibp_application_column *column =
			&ibp_application_columns[i];
		const struct ibp_swc_field *row = rows;

		while (row->field && (column->subject != subject ||
				      strcmp(row->field, column->field) != 0))
			row++;
		if (!row->field ||
		    (m->is_anonymous && strcmp(column->name, "owner") == 0))
			continue;
		give(arrival, column->name,
		     parse_property(m, thing, ibp_subject_fields(subject),
				    row->field, row->property));
	}
}

static void read_application(struct model *m,
			     const struct ibp_model_thing *thing)
{
	const struct ibp_field *fields = ibp_application_fields;
	struct ibp_arrival *arrival = ibp_arrivals_add(m->reader->arrivals);

	if (!arrival) {
		too_many(m, thing);
		return;
	}
	m->arrivals[thing - m->file->things] = m->reader->arrivals->count - 1;
	arrival->at = spot_of(thing);
	arrival->has_schools = true;
	for (size_t i = 0; i < 3; i++)
		arrival->has_places[i] = true;
	give(arrival, "name",
	     parse(m, thing, fields, thing->name ? thing->name : ""));
	give(arrival, "supplier", NULL);
	if (!m->is_anonymous)
		give(arrival, "note",
		     parse(m, thing, ibp_field_find(fields, "note"),
			   thing->text));
	read_fields(m, arrival, thing, IBP_SUBJECT_APPLICATION,
		    ibp_swc_application_fields);
	read_fields(m, arrival, thing, IBP_SUBJECT_AGREEMENT,
		    ibp_swc_agreement_fields);
}

/* Any element of FORA, or one that it no longer has. */
static void read_exclusion(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_field *fields = ibp_exclusion_fields;
	const char *name = value_of(m, thing, "IBP Naam bij uitsluiting");
	struct ibp_arrival_exclusion *x =
		ibp_arrivals_add_exclusion(m->reader->arrivals);

	if (!x) {
		too_many(m, thing);
		return;
	}
	x->at = spot_of(thing);
	x->element = copy(m, thing->id);
	x->name = parse(m, thing, ibp_field_find(fields, "element_name"),
			name ? name : thing->name);
	x->reason =
		parse_property(m, thing, fields, "reason", "IBP Niet voor ons");
	x->look_again = mark_of(m, thing, "IBP Uitsluiting nog eens bekijken");
}

/* ---- Relations ----------------------------------------------------------- */

static const struct ibp_model_thing *source_of(
	const struct model *m, const struct ibp_model_thing *thing)
{
	return thing->source ? ibp_model_find(m->file, thing->source) : NULL;
}

static const struct ibp_model_thing *target_of(
	const struct model *m, const struct ibp_model_thing *thing)
{
	return thing->target ? ibp_model_find(m->file, thing->target) : NULL;
}

/* The application that END of THING is; NULL, with a fault: it is none. */
static struct ibp_arrival *arrival_of(const struct model *m,
				      const struct ibp_model_thing *thing,
				      const struct ibp_model_thing *end)
{
	const struct ibp_spot at = spot_of(thing);
	size_t index = end ? m->arrivals[end - m->file->things] : SIZE_MAX;

	if (index != SIZE_MAX)
		return &m->reader->arrivals->items[index];
	ibp_arrival_fault(m->reader, &at,
			  _("An end of this relation is no application."));
	return NULL;
}

static void read_supplies(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_model_thing *supplier = source_of(m, thing);
	struct ibp_arrival *arrival = arrival_of(m, thing, target_of(m, thing));

	if (arrival && supplier)
		give(arrival, "supplier",
		     parse(m, thing,
			   ibp_field_find(ibp_application_fields, "supplier"),
			   supplier->name));
}

static void read_use(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_model_thing *school = target_of(m, thing);
	struct ibp_arrival *arrival = arrival_of(m, thing, source_of(m, thing));
	struct ibp_arrival_name *use =
		arrival ? ibp_arrival_add_school(arrival) : NULL;

	if (use)
		use->name = copy(m, school && school->name ? school->name : "");
	else if (arrival)
		too_many(m, thing);
}

static void read_placement(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_field *fields = ibp_placement_fields;
	const struct ibp_model_thing *element = target_of(m, thing);
	const char *name = value_of(m, thing, "IBP Naam bij plaatsing");
	struct ibp_arrival *arrival = arrival_of(m, thing, source_of(m, thing));
	struct ibp_arrival_place *place =
		arrival && element ? ibp_arrival_add_place(arrival) : NULL;

	if (!place) {
		if (arrival)
			too_many(m, thing);
		return;
	}
	place->element = copy(m, element->id);
	place->name = parse(m, thing, ibp_field_find(fields, "element_name"),
			    name ? name : element->name);
	place->kind = parse_property(m, thing, fields, "kind", "IBP Plaatsing");
	place->has_note = !m->is_anonymous;
	place->note =
		parse_property(m, thing, fields, "note", "IBP Toelichting");
	place->look_again = mark_of(m, thing, "IBP Nog eens bekijken");
}

static void read_coupling(struct model *m, const struct ibp_model_thing *thing)
{
	const struct ibp_field *fields = ibp_coupling_fields;
	const char *direction =
		parse_property(m, thing, fields, "direction", "IBP Richting");
	bool is_back = ibp_text_equal(direction, "from");
	struct ibp_arrival *source = arrival_of(m, thing, source_of(m, thing));
	struct ibp_arrival *target = arrival_of(m, thing, target_of(m, thing));
	struct ibp_arrival_coupling *c;

	if (!source || !target || !source->values[0].value ||
	    !target->values[0].value)
		return;
	c = ibp_arrivals_add_coupling(m->reader->arrivals);
	if (!c) {
		too_many(m, thing);
		return;
	}
	c->at = spot_of(thing);
	/* It is drawn the way that it flows. */
	c->from = (is_back ? target : source)->values[0].value;
	c->to = (is_back ? source : target)->values[0].value;
	c->direction = direction;
	c->data = parse_property(m, thing, fields, "data", "IBP Gegevens");
	c->via = parse_property(m, thing, fields, "via", "IBP Via");
	c->standard =
		parse_property(m, thing, fields, "standard", "IBP Standaard");
}

/* ---- The whole ----------------------------------------------------------- */

/* In this order: what comes later names what came before. */
static const struct {
	const char *sort;
	void (*read)(struct model *m, const struct ibp_model_thing *thing);
} sorts[] = {
	{IBP_SWC_SCHOOL, read_school},
	{IBP_SWC_APPLICATION, read_application},
	{IBP_SWC_SUPPLIES, read_supplies},
	{IBP_SWC_USE, read_use},
	{IBP_SWC_PLACEMENT, read_placement},
	{IBP_SWC_COUPLING, read_coupling},
};

static int by_order(const void *a, const void *b)
{
	const struct ordered *one = a;
	const struct ordered *other = b;

	if (one->order != other->order)
		return one->order < other->order ? -1 : 1;
	return one->thing < other->thing ? -1 : one->thing > other->thing;
}

static void put_in_order(struct model *m)
{
	const struct ibp_model_file *file = m->file;

	m->items = ibp_alloc((file->thing_count + 1) * sizeof(*m->items));
	for (size_t i = 0; i < file->thing_count; i++) {
		const struct ibp_model_thing *thing = &file->things[i];
		const char *sort = value_of(m, thing, IBP_SWC_SORT);
		const char *order = value_of(m, thing, IBP_SWC_ORDER);
		struct ordered item = {thing, sort, 0};

		if (order)
			ibp_num_parse(order, IBP_MODEL_THINGS_MAX, &item.order);
		if (sort)
			m->items[m->count++] = item;
	}
	qsort(m->items, m->count, sizeof(*m->items), by_order);
}

static void read_sorts(struct model *m)
{
	for (size_t s = 0; s < sizeof(sorts) / sizeof(*sorts); s++)
		for (size_t i = 0; i < m->count; i++)
			if (strcmp(m->items[i].sort, sorts[s].sort) == 0)
				sorts[s].read(m, m->items[i].thing);
	for (size_t i = 0; i < m->file->thing_count; i++)
		if (value_of(m, &m->file->things[i], "IBP Niet voor ons"))
			read_exclusion(m, &m->file->things[i]);
}

static bool check_form(const struct model *m)
{
	const struct ibp_model_thing *root = &m->file->things[0];
	const struct ibp_spot at = spot_of(root);

	if (ibp_text_equal(value_of(m, root, IBP_SWC_FORM), IBP_SWC_FORM_1))
		return true;
	ibp_arrival_fault(m->reader, &at,
			  _("This model was not made by `export`: it has no "
			    "property %s with %s. `model import` reads the "
			    "model of FORA itself."),
			  IBP_SWC_FORM, IBP_SWC_FORM_1);
	return false;
}

void ibp_arrivals_xml(const struct ibp_arrival_reader *reader,
		      const char *bytes, size_t length)
{
	struct ibp_model_file *file = NULL;
	struct model m = {.reader = reader};

	if (ibp_model_file_read(reader->file, bytes, length, &file,
				reader->err))
		return;
	m.file = file;
	m.arrivals = ibp_alloc((file->thing_count + 1) * sizeof(*m.arrivals));
	for (size_t i = 0; i < file->thing_count; i++)
		m.arrivals[i] = SIZE_MAX;
	if (check_form(&m)) {
		m.is_anonymous = ibp_text_equal(
			value_of(&m, &file->things[0], IBP_SWC_ANONYMOUS),
			IBP_SWC_YES);
		put_in_order(&m);
		read_sorts(&m);
		reader->arrivals->edition = copy(
			&m, value_of(&m, &file->things[0], IBP_SWC_EDITION));
	}
	free(m.items);
	free(m.arrivals);
	ibp_model_file_free(file);
}
