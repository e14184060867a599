#include <stdio.h>

#include "model/content.h"

/* A code, a field and a number, each with its ceiling in the framework. */
#define CONTEXT_SIZE 1200

struct visitor {
	const struct ibp_framework *framework;
	ibp_content_visit *visit;
	void *context;
};

static void visit(const struct visitor *v, const char *code, const char *field,
		  const char *const *slot)
{
	char context[CONTEXT_SIZE];

	if (!*slot)
		return;
	snprintf(context, sizeof(context), "%s|%s", code, field);
	v->visit(v->context, context, *slot,
		 ibp_places_find(&v->framework->places, slot).line);
}

static void visit_item(const struct visitor *v, const char *code,
		       const char *field, size_t n, const char *const *slot)
{
	char item[CONTEXT_SIZE];

	snprintf(item, sizeof(item), "%s.%zu", field, n);
	visit(v, code, item, slot);
}

static void visit_list(const struct visitor *v, const char *code,
		       const char *field, const struct ibp_strings *list)
{
	for (size_t i = 0; i < list->count; i++)
		visit_item(v, code, field, i + 1, &list->items[i]);
}

static void visit_levels(const struct visitor *v)
{
	const struct ibp_framework *f = v->framework;
	char field[CONTEXT_SIZE];

	for (size_t i = 0; i < f->level_count; i++) {
		snprintf(field, sizeof(field), "levels.%zu.name", i + 1);
		visit(v, f->id, field, &f->levels[i].name);
		snprintf(field, sizeof(field), "levels.%zu.meaning", i + 1);
		visit(v, f->id, field, &f->levels[i].meaning);
	}
}

static void visit_parts(const struct visitor *v)
{
	const struct ibp_framework *f = v->framework;
	char field[CONTEXT_SIZE];

	for (size_t i = 0; i < f->part_count; i++) {
		snprintf(field, sizeof(field), "parts.%s", f->parts[i].code);
		visit(v, f->id, field, &f->parts[i].title);
	}
}

static void visit_norm(const struct visitor *v, const struct ibp_norm *norm)
{
	const char *code = norm->code;

	visit(v, code, "title", &norm->title);
	visit(v, code, "phase", &norm->phase);
	visit(v, code, "purpose", &norm->purpose);
	visit(v, code, "why", &norm->why);
	for (size_t i = 0; i < IBP_LEVELS; i++)
		visit_item(v, code, "levels", i + 1, &norm->levels[i]);
	visit_list(v, code, "steps", &norm->steps);
	visit_list(v, code, "evidence", &norm->evidence);
	visit(v, code, "note", &norm->note);
}

void ibp_content_each(const struct ibp_framework *framework,
		      ibp_content_visit *visit_text, void *context)
{
	const struct visitor v = {framework, visit_text, context};

	visit(&v, framework->id, "title", &framework->title);
	visit_levels(&v);
	for (size_t i = 0; i < framework->milestone_count; i++)
		visit_item(&v, framework->id, "milestones", i + 1,
			   &framework->milestones[i].text);
	visit_parts(&v);
	for (size_t i = 0; i < framework->domain_count; i++)
		visit(&v, framework->domains[i].code, "title",
		      &framework->domains[i].title);
	visit_list(&v, framework->id, "roles", &framework->roles);
	for (size_t i = 0; i < framework->norm_count; i++)
		visit_norm(&v, &framework->norms[i]);
}
