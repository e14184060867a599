#include "exchange/model_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/xml.h"

/* What is open while a file is read. */
struct reading {
	struct ibp_model_file *model;
	size_t depth;
	size_t thing_depth; /* of the last thing */
	bool in_definition; /* of a property */
	struct ibp_xml *xml;
};

static struct ibp_model_thing *last_thing(const struct reading *r)
{
	return &r->model->things[r->model->thing_count - 1];
}

static bool has_room(const struct reading *r, size_t count, size_t max)
{
	if (count < max)
		return true;
	ibp_xml_fault(r->xml,
		      _("There are more than %zu elements, relations, "
			"properties or references. Export a smaller "
			"model."),
		      max);
	return false;
}

static const char *copy(const struct reading *r, const char *text)
{
	return ibp_arena_strdup(&r->model->arena, text);
}

static void add_thing(struct reading *r, const char *const *attributes)
{
	struct ibp_model_file *m = r->model;

	if (!has_room(r, m->thing_count, IBP_MODEL_THINGS_MAX))
		return;
	m->things = ibp_grow(m->things, &m->thing_capacity, m->thing_count + 1,
			     sizeof(*m->things));
	m->things[m->thing_count++] = (struct ibp_model_thing){
		.id = copy(r, ibp_xml_attribute(attributes, "identifier")),
		.type = copy(r,
			     ibp_xml_attribute(attributes, IBP_XML_XSI_TYPE)),
		.source = copy(r, ibp_xml_attribute(attributes, "source")),
		.target = copy(r, ibp_xml_attribute(attributes, "target")),
		.line = ibp_xml_line(r->xml),
		.first_property = m->property_count,
	};
	r->thing_depth = r->depth;
}

static void add_property(struct reading *r, const char *const *attributes)
{
	struct ibp_model_file *m = r->model;

	if (!has_room(r, m->property_count, IBP_MODEL_PROPERTIES_MAX))
		return;
	m->properties = ibp_grow(m->properties, &m->property_capacity,
				 m->property_count + 1, sizeof(*m->properties));
	m->properties[m->property_count++] = (struct ibp_model_property){
		.definition =
			copy(r, ibp_xml_attribute(attributes,
						  "propertyDefinitionRef")),
	};
	last_thing(r)->property_count++;
}

static void add_id(struct reading *r, const char *name, const char *id)
{
	struct ibp_model_file *m = r->model;
	bool is_thing = m->thing_count && r->depth == r->thing_depth &&
			last_thing(r)->id && !strcmp(last_thing(r)->id, id);

	if (!has_room(r, m->id_count, IBP_MODEL_REFERENCES_MAX))
		return;
	m->ids = ibp_grow(m->ids, &m->id_capacity, m->id_count + 1,
			  sizeof(*m->ids));
	m->ids[m->id_count++] = (struct ibp_model_mention){
		.id = copy(r, id),
		.line = ibp_xml_line(r->xml),
		.thing = is_thing ? m->thing_count - 1 : SIZE_MAX,
	};
	r->in_definition = strcmp(name, "propertyDefinition") == 0;
}

static void add_references(struct reading *r, const char *const *attributes)
{
	static const char *const names[] = {
		"source",          "target",        "elementRef",
		"relationshipRef", "identifierRef", "propertyDefinitionRef",
	};
	struct ibp_model_file *m = r->model;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *id = ibp_xml_attribute(attributes, names[i]);

		if (!id ||
		    !has_room(r, m->reference_count, IBP_MODEL_REFERENCES_MAX))
			continue;
		m->references = ibp_grow(m->references, &m->reference_capacity,
					 m->reference_count + 1,
					 sizeof(*m->references));
		m->references[m->reference_count++] =
			(struct ibp_model_mention){
				.id = copy(r, id),
				.line = ibp_xml_line(r->xml),
			};
	}
}

static void on_start(struct ibp_xml *xml, void *context, const char *name,
		     const char *const *attributes)
{
	struct reading *r = context;
	const char *id = ibp_xml_attribute(attributes, "identifier");

	r->xml = xml;
	r->depth++;
	if (r->depth == 1 && strcmp(name, "model") != 0) {
		ibp_xml_fault(xml,
			      _("This is not an ArchiMate model exchange "
				"file: it starts with <%s>, not with "
				"<model>."),
			      name);
		return;
	}
	if (r->depth == 1 ||
	    (r->depth == 3 && (strcmp(name, "element") == 0 ||
			       strcmp(name, "relationship") == 0)))
		add_thing(r, attributes);
	if (r->thing_depth && r->depth == r->thing_depth + 2 &&
	    strcmp(name, "property") == 0)
		add_property(r, attributes);
	if (id)
		add_id(r, name, id);
	add_references(r, attributes);
}

static void end_in_thing(struct reading *r, const char *name, const char *text)
{
	struct ibp_model_thing *thing = last_thing(r);
	size_t inside = r->depth - r->thing_depth;

	if (inside == 1 && strcmp(name, "name") == 0 && !thing->name)
		thing->name = copy(r, text);
	if (inside == 1 && strcmp(name, "documentation") == 0 && !thing->text)
		thing->text = copy(r, text);
	if (inside == 3 && strcmp(name, "value") == 0 &&
	    thing->property_count) {
		struct ibp_model_property *property =
			&r->model->properties[r->model->property_count - 1];

		if (!property->value)
			property->value = copy(r, text);
	}
}

static void on_end(struct ibp_xml *xml, void *context, const char *name,
		   const char *text)
{
	struct reading *r = context;

	r->xml = xml;
	if (r->in_definition && strcmp(name, "name") == 0 && r->model->id_count)
		r->model->ids[r->model->id_count - 1].name = copy(r, text);
	if (strcmp(name, "propertyDefinition") == 0)
		r->in_definition = false;
	if (r->thing_depth && r->depth > r->thing_depth)
		end_in_thing(r, name, text);
	/* What comes next is not of the thing that ends here. */
	if (r->depth == r->thing_depth)
		r->thing_depth = 0;
	r->depth--;
}

/* ---- Joining ------------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct ibp_model_mention *one = a;
	const struct ibp_model_mention *other = b;
	int order = strcmp(one->id, other->id);

	if (order)
		return order;
	return one->line < other->line ? -1 : one->line > other->line;
}

static int by_id_alone(const void *a, const void *b)
{
	const struct ibp_model_mention *one = a;
	const struct ibp_model_mention *other = b;

	return strcmp(one->id, other->id);
}

static const struct ibp_model_mention *find_id(
	const struct ibp_model_file *model, const char *id)
{
	const struct ibp_model_mention key = {.id = id};

	if (!id || !model->id_count)
		return NULL;
	return bsearch(&key, model->ids, model->id_count, sizeof(key),
		       by_id_alone);
}

static void check_ids(const struct ibp_model_file *m, const char *file,
		      struct ibp_error *err)
{
	for (size_t i = 1; i < m->id_count; i++)
		if (strcmp(m->ids[i].id, m->ids[i - 1].id) == 0)
			ibp_error_add(err, IBP_INPUT, file, m->ids[i].line, 0,
				      _("The id \"%s\" is there already, on "
					"line %zu. Export the model again."),
				      m->ids[i].id, m->ids[i - 1].line);
	for (size_t i = 0; i < m->thing_count; i++)
		if (!m->things[i].id)
			ibp_error_add(err, IBP_INPUT, file, m->things[i].line,
				      0, _("An element has no identifier."));
}

static void check_references(const struct ibp_model_file *m, const char *file,
			     struct ibp_error *err)
{
	for (size_t i = 0; i < m->reference_count; i++)
		if (!find_id(m, m->references[i].id))
			ibp_error_add(err, IBP_INPUT, file,
				      m->references[i].line, 0,
				      _("\"%s\" is referred to, and nothing "
					"has that id. Export the model "
					"again."),
				      m->references[i].id);
}

static void join(struct ibp_model_file *m, const char *file,
		 struct ibp_error *err)
{
	if (m->id_count)
		qsort(m->ids, m->id_count, sizeof(*m->ids), by_id);
	check_ids(m, file, err);
	check_references(m, file, err);
	for (size_t i = 0; i < m->property_count; i++) {
		const struct ibp_model_mention *definition =
			find_id(m, m->properties[i].definition);

		m->properties[i].name = definition ? definition->name : NULL;
	}
}

enum ibp_status ibp_model_file_read(const char *file, const char *text,
				    size_t length, struct ibp_model_file **made,
				    struct ibp_error *err)
{
	static const struct ibp_xml_events events = {
		on_start, on_end, N_("Export the model again.")};
	struct ibp_model_file *model = ibp_alloc(sizeof(*model));
	struct reading reading = {.model = model};
	struct ibp_xml *xml = ibp_xml_new(&events);
	enum ibp_status status =
		ibp_xml_parse(xml, file, text, length, &reading, err);

	if (!status)
		join(model, file, err);
	ibp_xml_free(xml);
	if (status || err->count) {
		ibp_model_file_free(model);
		return IBP_INPUT;
	}
	*made = model;
	return IBP_OK;
}

void ibp_model_file_free(struct ibp_model_file *model)
{
	if (!model)
		return;
	free(model->things);
	free(model->properties);
	free(model->ids);
	free(model->references);
	ibp_arena_release(&model->arena);
	free(model);
}

const struct ibp_model_thing *ibp_model_find(const struct ibp_model_file *model,
					     const char *id)
{
	const struct ibp_model_mention *found = find_id(model, id);

	return found && found->thing != SIZE_MAX ?
		       &model->things[found->thing] :
		       NULL;
}

const char *ibp_model_value(const struct ibp_model_file *model,
			    const struct ibp_model_thing *thing,
			    const char *name)
{
	for (size_t i = 0; i < thing->property_count; i++) {
		const struct ibp_model_property *property =
			&model->properties[thing->first_property + i];

		if (property->name && strcmp(property->name, name) == 0)
			return property->value;
	}
	return NULL;
}
