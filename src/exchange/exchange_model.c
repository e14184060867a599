/* ArchiMate Open Exchange: one file that every tool of the trade writes. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/archi_read.h"

/* A property before the file has said what it is called. */
struct pending {
	uint32_t element;
	const char *definition;
	const char *value;
};

/* An element in a folder of organizations. */
struct filed {
	const char *id;
	uint32_t folder;
};

struct definition {
	const char *id;
	enum ibp_archi_property property;
};

enum section {
	NO_SECTION,
	ELEMENTS,
	RELATIONS,
	ORGANIZATIONS,
	DEFINITIONS,
	VIEWS
};

struct ibp_exchange {
	struct ibp_archi *archi;
	bool texts;
	enum section section;
	size_t depth;
	/* In an element or relation; how deep, 0: not. */
	size_t thing_depth;
	const char *definition; /* of the open property */
	bool is_dutch;          /* the open name or text */
	bool has_dutch_name;
	bool has_dutch_text;
	uint32_t folder; /* the innermost open one */
	uint32_t box;
	bool in_figure;
	struct pending *pending;
	size_t pending_count;
	size_t pending_capacity;
	struct filed *filed;
	size_t filed_count;
	size_t filed_capacity;
	struct definition *definitions;
	size_t definition_count;
	size_t definition_capacity;
};

struct ibp_exchange *ibp_exchange_new(struct ibp_archi *archi, bool texts)
{
	struct ibp_exchange *x = ibp_alloc(sizeof(*x));

	x->archi = archi;
	x->texts = texts;
	x->folder = IBP_ARCHI_NONE;
	x->box = IBP_ARCHI_NONE;
	return x;
}

void ibp_exchange_free(struct ibp_exchange *x)
{
	if (!x)
		return;
	free(x->pending);
	free(x->filed);
	free(x->definitions);
	free(x);
}

static struct ibp_archi_element *last_element(struct ibp_exchange *x)
{
	return &x->archi->elements[x->archi->element_count - 1];
}

static void start_element(struct ibp_exchange *x, struct ibp_xml *xml,
			  const char *const *attributes)
{
	struct ibp_archi *archi = x->archi;
	const char *type = ibp_xml_attribute(attributes, IBP_XML_XSI_TYPE);
	struct ibp_archi_element *element = ibp_archi_add_element(archi);

	element->id = ibp_archi_id(archi, xml,
				   ibp_xml_attribute(attributes, "identifier"));
	element->type = ibp_arena_strdup(&archi->arena, type ? type : "");
	x->thing_depth = x->depth;
	x->has_dutch_name = false;
	x->has_dutch_text = false;
}

static void start_relation(struct ibp_exchange *x, struct ibp_xml *xml,
			   const char *const *attributes)
{
	struct ibp_archi *archi = x->archi;
	const char *type = ibp_xml_attribute(attributes, IBP_XML_XSI_TYPE);
	const char *access = ibp_xml_attribute(attributes, "accessType");
	struct ibp_archi_relation *relation = ibp_archi_add_relation(archi);

	relation->id = ibp_archi_id(
		archi, xml, ibp_xml_attribute(attributes, "identifier"));
	relation->source = ibp_archi_id(
		archi, xml, ibp_xml_attribute(attributes, "source"));
	relation->target = ibp_archi_id(
		archi, xml, ibp_xml_attribute(attributes, "target"));
	relation->type = ibp_arena_strdup(&archi->arena, type ? type : "");
	if (strcmp(relation->type, "Access") == 0)
		relation->access = ibp_arena_strdup(&archi->arena,
						    access ? access : "Access");
}

static void start_in_element(struct ibp_exchange *x, const char *name,
			     const char *const *attributes)
{
	const char *lang = ibp_xml_attribute(attributes, IBP_XML_LANG);

	if (strcmp(name, "property") == 0)
		x->definition = ibp_arena_strdup(
			&x->archi->arena,
			ibp_xml_attribute(attributes, "propertyDefinitionRef"));
	if (strcmp(name, "name") == 0 || strcmp(name, "documentation") == 0)
		x->is_dutch = lang && strncmp(lang, "nl", 2) == 0;
}

/* A folder, or what lies in the open one. */
static void start_item(struct ibp_exchange *x, struct ibp_xml *xml,
		       const char *const *attributes)
{
	struct ibp_archi *archi = x->archi;
	const char *id = ibp_xml_attribute(attributes, "identifierRef");

	ibp_archi_add_folder(archi)->parent = x->folder;
	if (id && x->folder != IBP_ARCHI_NONE) {
		x->filed = ibp_grow(x->filed, &x->filed_capacity,
				    x->filed_count + 1, sizeof(*x->filed));
		x->filed[x->filed_count++] =
			(struct filed){ibp_archi_id(archi, xml, id), x->folder};
	}
	x->folder = (uint32_t)(archi->folder_count - 1);
}

static void start_definition(struct ibp_exchange *x,
			     const char *const *attributes)
{
	const char *id = ibp_xml_attribute(attributes, "identifier");
	struct definition definition = {
		ibp_arena_strdup(&x->archi->arena, id ? id : ""),
		/* Older files say the name here. */
		ibp_archi_property_of(ibp_xml_attribute(attributes, "name")),
	};

	x->definitions =
		ibp_grow(x->definitions, &x->definition_capacity,
			 x->definition_count + 1, sizeof(*x->definitions));
	x->definitions[x->definition_count++] = definition;
}

static void start_in_views(struct ibp_exchange *x, struct ibp_xml *xml,
			   const char *name, const char *const *attributes)
{
	const char *id;

	if (strcmp(name, "view") == 0) {
		id = ibp_archi_id(x->archi, xml,
				  ibp_xml_attribute(attributes, "identifier"));
		x->in_figure = id && strcmp(id, IBP_ARCHI_FIGURE) == 0;
		x->archi->has_figure |= x->in_figure;
	}
	if (!x->in_figure || strcmp(name, "node") != 0)
		return;
	ibp_archi_add_box(x->archi)->parent = x->box;
	x->box = (uint32_t)(x->archi->box_count - 1);
	id = ibp_xml_attribute(attributes, "elementRef");
	if (id)
		x->archi->boxes[x->box].element =
			ibp_archi_id(x->archi, xml, id);
}

static enum section section_of(const char *name)
{
	static const struct {
		const char *name;
		enum section section;
	} sections[] = {
		{"elements", ELEMENTS},
		{"relationships", RELATIONS},
		{"organizations", ORGANIZATIONS},
		{"propertyDefinitions", DEFINITIONS},
		{"views", VIEWS},
	};

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		if (strcmp(sections[i].name, name) == 0)
			return sections[i].section;
	return NO_SECTION;
}

static void start_inside(struct ibp_exchange *x, struct ibp_xml *xml,
			 const char *name, const char *const *attributes)
{
	switch (x->section) {
	case ELEMENTS:
		if (x->thing_depth)
			start_in_element(x, name, attributes);
		else if (strcmp(name, "element") == 0)
			start_element(x, xml, attributes);
		break;
	case RELATIONS:
		if (strcmp(name, "relationship") == 0)
			start_relation(x, xml, attributes);
		break;
	case ORGANIZATIONS:
		if (strcmp(name, "item") == 0)
			start_item(x, xml, attributes);
		break;
	case DEFINITIONS:
		if (strcmp(name, "propertyDefinition") == 0)
			start_definition(x, attributes);
		break;
	case VIEWS:
		start_in_views(x, xml, name, attributes);
		break;
	case NO_SECTION:
		break;
	}
}

static void on_start(struct ibp_xml *xml, void *context, const char *name,
		     const char *const *attributes)
{
	struct ibp_exchange *x = context;

	x->depth++;
	if (x->depth == 1 && strcmp(name, "model") != 0)
		ibp_xml_fault(xml,
			      _("This is not an ArchiMate model exchange "
				"file: it starts with <%s>, not with "
				"<model>."),
			      name);
	else if (x->depth == 2)
		x->section = section_of(name);
	else if (x->depth > 2)
		start_inside(x, xml, name, attributes);
}

static void add_pending(struct ibp_exchange *x, const char *text)
{
	x->pending = ibp_grow(x->pending, &x->pending_capacity,
			      x->pending_count + 1, sizeof(*x->pending));
	x->pending[x->pending_count++] =
		(struct pending){(uint32_t)(x->archi->element_count - 1),
				 x->definition, ibp_archi_line(x->archi, text)};
}

/* Of a name in several languages the Dutch one counts, else the first. */
static void end_in_element(struct ibp_exchange *x, const char *name,
			   const char *text)
{
	struct ibp_archi_element *element = last_element(x);
	bool is_own = x->depth == x->thing_depth + 1;

	if (is_own && strcmp(name, "name") == 0 &&
	    (!element->name || (x->is_dutch && !x->has_dutch_name))) {
		element->name = ibp_archi_line(x->archi, text);
		x->has_dutch_name |= x->is_dutch;
	} else if (is_own && x->texts && strcmp(name, "documentation") == 0 &&
		   (!element->text || (x->is_dutch && !x->has_dutch_text))) {
		element->text = ibp_archi_lines(x->archi, text);
		x->has_dutch_text |= x->is_dutch;
	} else if (x->definition && strcmp(name, "value") == 0) {
		add_pending(x, text);
	} else if (strcmp(name, "property") == 0) {
		x->definition = NULL;
	}
}

static void end_in_organizations(struct ibp_exchange *x, const char *name,
				 const char *text)
{
	struct ibp_archi_folder *folder;

	if (x->folder == IBP_ARCHI_NONE)
		return;
	folder = &x->archi->folders[x->folder];
	if (strcmp(name, "label") == 0 && !folder->name)
		folder->name = ibp_archi_line(x->archi, text);
	if (strcmp(name, "item") == 0)
		x->folder = folder->parent;
}

static void end_inside(struct ibp_exchange *x, const char *name,
		       const char *text)
{
	switch (x->section) {
	case ELEMENTS:
		if (x->thing_depth && x->depth > x->thing_depth)
			end_in_element(x, name, text);
		else if (x->depth == x->thing_depth)
			x->thing_depth = 0;
		break;
	case ORGANIZATIONS:
		end_in_organizations(x, name, text);
		break;
	case DEFINITIONS:
		if (strcmp(name, "name") == 0 && x->definition_count)
			x->definitions[x->definition_count - 1].property =
				ibp_archi_property_of(text);
		break;
	case VIEWS:
		if (x->box != IBP_ARCHI_NONE && strcmp(name, "node") == 0)
			x->box = x->archi->boxes[x->box].parent;
		if (strcmp(name, "view") == 0)
			x->in_figure = false;
		break;
	default:
		break;
	}
}

static void on_end(struct ibp_xml *xml, void *context, const char *name,
		   const char *text)
{
	struct ibp_exchange *x = context;

	(void)xml;
	if (x->depth > 2)
		end_inside(x, name, text);
	if (x->depth == 2)
		x->section = NO_SECTION;
	x->depth--;
}

const struct ibp_xml_events ibp_exchange_events = {
	on_start, on_end, N_("Export the model again.")};

static int by_definition(const void *a, const void *b)
{
	const struct definition *one = a;
	const struct definition *other = b;

	return strcmp(one->id, other->id);
}

static int by_id(const void *a, const void *b)
{
	const struct filed *one = a;
	const struct filed *other = b;

	return strcmp(one->id, other->id);
}

static void join_properties(struct ibp_exchange *x)
{
	if (x->definition_count)
		qsort(x->definitions, x->definition_count,
		      sizeof(*x->definitions), by_definition);
	for (size_t i = 0; i < x->pending_count && x->definition_count; i++) {
		const struct pending *pending = &x->pending[i];
		struct definition key = {.id = pending->definition};
		struct definition *found =
			bsearch(&key, x->definitions, x->definition_count,
				sizeof(key), by_definition);
		const char **slot;

		if (!found || found->property == IBP_ARCHI_PROPERTIES)
			continue;
		slot = &x->archi->elements[pending->element]
				.properties[found->property];
		if (!*slot)
			*slot = pending->value;
	}
}

static void join_folders(struct ibp_exchange *x)
{
	if (!x->filed_count)
		return;
	qsort(x->filed, x->filed_count, sizeof(*x->filed), by_id);
	for (size_t i = 0; i < x->archi->element_count; i++) {
		struct filed key = {.id = x->archi->elements[i].id};
		struct filed *found = bsearch(&key, x->filed, x->filed_count,
					      sizeof(key), by_id);

		if (found)
			x->archi->elements[i].folder = found->folder;
	}
}

void ibp_exchange_finish(struct ibp_exchange *x)
{
	join_properties(x);
	join_folders(x);
}
