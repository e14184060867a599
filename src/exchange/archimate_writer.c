#include "exchange/archimate_writer.h"

#include <string.h>

#include "base/text.h"
#include "base/uuid.h"
#include "exchange/swc.h"
#include "exchange/xml_text.h"

const char *ibp_xml_writer_id(struct ibp_xml_writer *w, const char *kind,
			      const char *key)
{
	struct ibp_buf name = {0};
	char uuid[IBP_UUID_SIZE];

	ibp_buf_addf(&name, "%s/%s", kind, key);
	ibp_uuid_named(name.data, uuid);
	ibp_buf_release(&name);
	return ibp_arena_printf(&w->arena, "id-%s", uuid);
}

/* A name that stands there already gets its number behind it. */
static const char *id_of_name(struct ibp_xml_writer *w, const char *kind,
			      const char *name, size_t before)
{
	const char *key = name;

	if (before)
		key = ibp_arena_printf(&w->arena, "%s\n%zu", name, before + 1);
	return ibp_xml_writer_id(w, kind, key);
}

static void name_applications(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_application *a = &l->applications[i];
		size_t before = 0;

		for (size_t j = 0; j < i; j++)
			before += ibp_text_equal(l->applications[j].name,
						 a->name);
		w->applications[i] =
			id_of_name(w, "application", a->name, before);
		if (a->supplier)
			w->suppliers[i] =
				ibp_xml_writer_id(w, "supplier", a->supplier);
	}
}

static void name_schools(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->school_count; i++) {
		size_t before = 0;

		for (size_t j = 0; j < i; j++)
			before += ibp_text_equal(l->schools[j].name,
						 l->schools[i].name);
		w->schools[i] =
			id_of_name(w, "school", l->schools[i].name, before);
	}
}

void ibp_xml_writer_start(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;
	size_t apps = l->application_count + 1;

	w->applications =
		ibp_arena_alloc(&w->arena, apps * sizeof(*w->applications));
	w->suppliers = ibp_arena_alloc(&w->arena, apps * sizeof(*w->suppliers));
	w->schools = ibp_arena_alloc(&w->arena, (l->school_count + 1) *
							sizeof(*w->schools));
	name_applications(w);
	name_schools(w);
}

static void add_text(struct ibp_xml_writer *w, const char *tag,
		     const char *text)
{
	if (!text)
		return;
	ibp_buf_addf(w->out, "<%s xml:lang=\"nl\">", tag);
	ibp_xml_add_text(w->out, text);
	ibp_buf_addf(w->out, "</%s>", tag);
}

void ibp_xml_writer_element(struct ibp_xml_writer *w, const char *id,
			    const char *type, const char *name,
			    const char *text)
{
	ibp_buf_addf(w->out, "<element identifier=\"%s\" xsi:type=\"%s\">", id,
		     type);
	add_text(w, "name", name);
	add_text(w, "documentation", text);
}

void ibp_xml_writer_relation(struct ibp_xml_writer *w, const char *id,
			     const char *type, const char *source,
			     const char *target, const char *access)
{
	ibp_buf_addf(w->out,
		     "<relationship identifier=\"%s\" source=\"%s\" "
		     "target=\"%s\" xsi:type=\"%s\"",
		     id, source, target, type);
	if (access)
		ibp_xml_add_attribute(w->out, "accessType", access);
	ibp_buf_add_char(w->out, '>');
}

void ibp_xml_writer_property(struct ibp_xml_writer *w, const char *property,
			     const char *value)
{
	if (!value)
		return;
	if (!w->in_properties)
		ibp_buf_add(w->out, "<properties>");
	w->in_properties = true;
	ibp_buf_addf(w->out, "<property propertyDefinitionRef=\"propid-%zu\">",
		     ibp_swc_property(property) + 1);
	add_text(w, "value", value);
	ibp_buf_add(w->out, "</property>");
}

void ibp_xml_writer_end(struct ibp_xml_writer *w, const char *tag)
{
	if (w->in_properties)
		ibp_buf_add(w->out, "</properties>");
	w->in_properties = false;
	if (tag)
		ibp_buf_addf(w->out, "</%s>\n", tag);
}

/* Numbers as text, so that the order of the file survives any tool. */
void ibp_xml_writer_order(struct ibp_xml_writer *w, size_t index)
{
	ibp_xml_writer_property(w, IBP_SWC_ORDER,
				ibp_arena_printf(&w->arena, "%zu", index + 1));
}

void ibp_xml_writer_each_dropped(struct ibp_xml_writer *w,
				 void (*act)(struct ibp_xml_writer *w,
					     const char *id, const char *name))
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->exclusion_count; i++)
		if (l->exclusions[i].element == IBP_FORA_NONE)
			act(w, l->exclusions[i].element_id,
			    l->exclusions[i].element_name);
	for (size_t i = 0; i < l->placement_count; i++) {
		const struct ibp_placement *p = &l->placements[i];
		bool is_told = p->element != IBP_FORA_NONE;

		for (size_t j = 0; j < i && !is_told; j++)
			is_told = strcmp(l->placements[j].element_id,
					 p->element_id) == 0;
		for (size_t j = 0; j < l->exclusion_count && !is_told; j++)
			is_told = strcmp(l->exclusions[j].element_id,
					 p->element_id) == 0;
		if (!is_told)
			act(w, p->element_id, p->element_name);
	}
}

bool ibp_xml_writer_is_first_supplier(const struct ibp_xml_writer *w,
				      size_t index)
{
	if (!w->suppliers[index])
		return false;
	for (size_t i = 0; i < index; i++)
		if (w->suppliers[i] &&
		    strcmp(w->suppliers[i], w->suppliers[index]) == 0)
			return false;
	return true;
}
