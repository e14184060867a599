/* The norms with their level texts as an OSCAL catalog. */
#include "base/i18n.h"
#include "exchange/oscal_json.h"
#include "model/content.h"

/* A part with PROSE; none where there is no text. */
static json_t *add_part(json_t *control, const struct ibp_norm *norm,
			const char *suffix, const char *name, const char *prose)
{
	json_t *part;

	if (!prose)
		return NULL;
	part = ibp_oscal_add(control, "parts");
	ibp_oscal_put_id(part, "id", "", norm->code, suffix);
	ibp_oscal_put(part, "name", name);
	ibp_oscal_put(part, "prose", prose);
	return part;
}

static void add_level(json_t *control, const struct ibp_framework *framework,
		      const struct ibp_norm *norm, int level)
{
	struct ibp_buf suffix = {0};
	json_t *part;

	ibp_buf_addf(&suffix, "_level-%d", level);
	part = add_part(control, norm, suffix.data, "guidance",
			ibp_content_level(norm, level));
	ibp_buf_release(&suffix);
	if (!part)
		return;
	ibp_oscal_put(part, "ns", IBP_OSCAL_NS);
	ibp_oscal_put(part, "class", "maturity-level");
	ibp_oscal_put(part, "title", ibp_content_level_name(framework, level));
	ibp_oscal_prop_number(part, "maturity-level", level);
}

/* What is done to get there, a line for each. */
static void add_steps(json_t *control, const struct ibp_norm *norm)
{
	struct ibp_buf prose = {0};
	json_t *part;

	for (size_t i = 0; i < norm->steps.count; i++)
		ibp_buf_addf(&prose, "%s- %s", i ? "\n" : "",
			     ibp_content_item(norm->code, "steps", i + 1,
					      norm->steps.items[i]));
	part = add_part(control, norm, "_steps", "guidance", prose.data);
	if (part) {
		ibp_oscal_put(part, "ns", IBP_OSCAL_NS);
		ibp_oscal_put(part, "class", "steps");
	}
	ibp_buf_release(&prose);
}

static void add_label(json_t *control, const char *code)
{
	json_t *prop = ibp_oscal_add(control, "props");

	ibp_oscal_put(prop, "name", "label");
	ibp_oscal_put(prop, "value", code);
}

static void add_references(json_t *control, const struct ibp_norm *norm)
{
	for (size_t i = 0; i < norm->related.count; i++) {
		json_t *link = ibp_oscal_add(control, "links");

		ibp_oscal_put_id(link, "href", "#", norm->related.items[i], "");
		ibp_oscal_put(link, "rel", "related");
	}
	for (size_t i = 0; i < norm->reference_count; i++) {
		struct ibp_buf value = {0};

		ibp_buf_addf(&value, "%s %s", norm->references[i].scheme,
			     norm->references[i].ref);
		ibp_oscal_prop(control, "reference", value.data);
		ibp_buf_release(&value);
	}
}

static void add_control(json_t *group, const struct ibp_framework *framework,
			const struct ibp_norm *norm)
{
	json_t *control = ibp_oscal_add(group, "controls");
	json_t *part;

	ibp_oscal_put_id(control, "id", "", norm->code, "");
	ibp_oscal_put(control, "class", "norm");
	ibp_oscal_put(control, "title", ibp_content_title(norm));
	add_label(control, norm->code);
	ibp_oscal_prop(control, "code-status",
		       ibp_code_status_word(norm->code_status));
	ibp_oscal_prop(control, "title-status",
		       ibp_title_status_word(norm->title_status));
	add_references(control, norm);
	add_part(control, norm, "_smt", "statement",
		 ibp_content(norm->code, "purpose", norm->purpose));
	part = add_part(control, norm, "_why", "guidance",
			ibp_content(norm->code, "why", norm->why));
	if (part)
		ibp_oscal_put(part, "title", _("Why"));
	for (int level = 1; level <= IBP_LEVELS; level++)
		add_level(control, framework, norm, level);
	add_steps(control, norm);
}

static void add_domains(json_t *group, const struct ibp_framework *framework,
			size_t part)
{
	for (size_t i = 0; i < framework->domain_count; i++) {
		const struct ibp_domain *domain = &framework->domains[i];
		json_t *inner;

		if (domain->part != part)
			continue;
		inner = ibp_oscal_add(group, "groups");
		ibp_oscal_put_id(inner, "id", "domain-", domain->code, "");
		ibp_oscal_put(inner, "class", "domain");
		ibp_oscal_put(inner, "title", ibp_content_domain(domain));
		for (size_t n = 0; n < domain->norm_count; n++)
			add_control(inner, framework,
				    &framework->norms[domain->first_norm + n]);
	}
}

/* The board's own copy: it may hold official texts that it imported. */
void ibp_oscal_catalog(const struct ibp_oscal *source, struct ibp_buf *out)
{
	const struct ibp_framework *framework = source->framework;
	struct ibp_buf name = {0};
	json_t *catalog;
	json_t *document;

	ibp_buf_addf(&name, "%s/%s/%s", source->board->name, framework->id,
		     framework->version);
	document = ibp_oscal_begin(
		"catalog", name.data,
		ibp_content(framework->id, "title", framework->title),
		framework->version, source->changed, &catalog);
	for (size_t i = 0; i < framework->part_count; i++) {
		const struct ibp_part *part = &framework->parts[i];
		json_t *group = ibp_oscal_add(catalog, "groups");

		ibp_oscal_put_id(group, "id", "part-", part->code, "");
		ibp_oscal_put(group, "class", "part");
		ibp_oscal_put(group, "title",
			      ibp_content_part(framework, part));
		add_domains(group, framework, i);
	}
	ibp_oscal_finish(document, out);
	ibp_buf_release(&name);
}
