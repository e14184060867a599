/* What is hit without an application, and what is otherwise on a day. */
#include <string.h>

#include "base/i18n.h"
#include "core/impact.h"
#include "core/moment.h"
#include "tui/map_table.h"

/* ---- Impact ---- */

const struct ibp_column ibp_map_impact_columns[] = {
	{NC_("column", "What"), 10, 22, 0, false, 0},
	{NC_("column", "Name"), 20, 60, 0, false, 36},
	{NC_("column", "What happens"), 20, 60, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static struct ibp_map_line *add_element(const struct ibp_map_asked *asked,
					struct ibp_map_table *table,
					uint32_t element)
{
	const struct ibp_fora_element *e =
		&asked->cover->fora->elements[element];
	struct ibp_map_line *line = ibp_map_table_add(table, SIZE_MAX, element);

	line->cells[0] = ibp_fora_type_label(e->type);
	line->cells[1] = e->name;
	return line;
}

static void add_functions(const struct ibp_map_asked *asked,
			  const struct ibp_impact *impact, bool left_without,
			  struct ibp_map_table *table)
{
	for (size_t i = 0; i < impact->function_count; i++) {
		const struct ibp_impact_function *f = &impact->functions[i];
		struct ibp_map_line *line;

		if (f->is_left_without != left_without)
			continue;
		line = add_element(asked, table, f->element);
		if (left_without)
			line->cells[2] = _("left without any");
		else
			line->cells[2] = ibp_arena_printf(
				&table->arena,
				ibp_ngettext("%zu other serves it",
					     "%zu others serve it", f->others),
				f->others);
	}
}

static void add_elements(const struct ibp_map_asked *asked,
			 const uint32_t *elements, size_t count,
			 struct ibp_map_table *table)
{
	for (size_t i = 0; i < count; i++)
		add_element(asked, table, elements[i]);
}

static void add_objects(const struct ibp_map_asked *asked,
			const struct ibp_impact *impact,
			struct ibp_map_table *table)
{
	const struct ibp_fora *fora = asked->cover->fora;

	for (size_t i = 0; i < impact->object_count; i++) {
		struct ibp_map_line *line =
			add_element(asked, table, impact->objects[i]);

		if (fora->elements[impact->objects[i]].personal_data ==
		    IBP_FORA_YES)
			line->cells[2] = _("personal data");
	}
}

static void add_couplings(const struct ibp_map_asked *asked,
			  const struct ibp_impact *impact,
			  struct ibp_map_table *table)
{
	const struct ibp_landscape *l = asked->cover->landscape;

	for (size_t i = 0; i < impact->coupling_count; i++) {
		const struct ibp_coupling *c =
			&l->couplings[impact->couplings[i]];
		struct ibp_map_line *line =
			ibp_map_table_add(table, c->to_at, IBP_FORA_NONE);

		line->cells[0] = _("Coupling");
		line->cells[1] =
			ibp_arena_printf(&table->arena, "%s - %s",
					 l->applications[c->from_at].name,
					 l->applications[c->to_at].name);
		line->cells[2] = c->data;
	}
}

static void add_schools(const struct ibp_map_asked *asked,
			const struct ibp_impact *impact,
			struct ibp_map_table *table)
{
	const struct ibp_landscape *l = asked->cover->landscape;

	for (size_t i = 0; i < impact->school_count; i++) {
		struct ibp_map_line *line;

		/* A board without schools is one without a name. */
		if (impact->schools[i] >= l->school_count)
			continue;
		line = ibp_map_table_add(table, SIZE_MAX, IBP_FORA_NONE);
		line->cells[0] = _("School");
		line->cells[1] = l->schools[impact->schools[i]].name;
	}
}

static void add_applications(const struct ibp_map_asked *asked,
			     const struct ibp_impact *impact,
			     struct ibp_map_table *table)
{
	for (size_t i = 0; i < impact->application_count; i++) {
		struct ibp_map_line *line = ibp_map_table_add(
			table, impact->applications[i], IBP_FORA_NONE);

		line->cells[0] = _("Application");
		line->cells[1] = asked->cover->landscape
					 ->applications[impact->applications[i]]
					 .name;
		line->cells[2] = _("stands on it");
	}
}

void ibp_map_table_impact(const struct ibp_map_asked *asked,
			  struct ibp_map_table *table)
{
	struct ibp_impact impact;

	if (asked->question == IBP_MAP_IMPACT) {
		ibp_impact_of_application(asked->cover, asked->application,
					  &impact);
	} else {
		ibp_impact_of_element(asked->cover, asked->element, &impact);
		add_applications(asked, &impact, table);
	}
	add_functions(asked, &impact, true, table);
	add_functions(asked, &impact, false, table);
	add_elements(asked, impact.processes, impact.process_count, table);
	add_objects(asked, &impact, table);
	add_couplings(asked, &impact, table);
	add_schools(asked, &impact, table);
	table->summary = ibp_arena_printf(
		&table->arena,
		_("%zu functions hit, of which %zu left without any. %zu "
		  "processes, %zu kinds of information, %zu couplings."),
		impact.function_count, impact.left_without,
		impact.process_count, impact.object_count,
		impact.coupling_count);
	ibp_impact_release(&impact);
}

/* ---- Today beside another day ---- */

const struct ibp_column ibp_map_moment_columns[] = {
	{NC_("column", "What"), 16, 50, 0, false, 28},
	{NC_("column", "Change"), 16, 20, 0, false, 0},
	{NC_("column", "Today"), 10, 60, 0, false, 14},
	{NC_("column", "Then"), 10, 60, 0, false, 14},
	{NULL, 0, 0, 0, false, 0},
};

static const char *served(const struct ibp_map_asked *asked,
			  const struct ibp_coverage_row *row,
			  struct ibp_map_table *table)
{
	struct ibp_buf names = {0};
	const char *kept;

	for (size_t i = 0; row && i < row->application_count; i++)
		ibp_buf_addf(&names, "%s%s", i ? ", " : "",
			     asked->cover->landscape
				     ->applications[row->applications[i]]
				     .name);
	kept = ibp_arena_strdup(&table->arena, ibp_buf_text(&names));
	ibp_buf_release(&names);
	return kept;
}

static const char *status_label(const char *word)
{
	return ibp_field_choice_label(
		ibp_field_find(ibp_application_fields, "status"), word);
}

static void add_statuses(const struct ibp_map_asked *asked,
			 const struct ibp_moments *moments,
			 struct ibp_map_table *table)
{
	const struct ibp_landscape *l = asked->cover->landscape;

	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_moment_application *m =
			&moments->applications[i];
		struct ibp_map_line *line;

		if (!strcmp(m->before, m->after))
			continue;
		line = ibp_map_table_add(table, i, IBP_FORA_NONE);
		line->cells[0] = l->applications[i].name;
		line->cells[1] = _("another status");
		line->cells[2] = status_label(m->before);
		line->cells[3] = status_label(m->after);
	}
}

void ibp_map_table_moment(const struct ibp_map_asked *asked,
			  struct ibp_map_table *table)
{
	const struct ibp_cover *today = asked->cover;
	struct ibp_cover *then =
		ibp_cover_new(today->fora, today->landscape, asked->date);
	struct ibp_moments moments;

	ibp_moments_make(today, then, &moments);
	add_statuses(asked, &moments, table);
	for (size_t i = 0; i < moments.function_count; i++) {
		const struct ibp_moment_function *f = &moments.functions[i];
		struct ibp_map_line *line =
			ibp_map_table_add(table, SIZE_MAX, f->element);

		line->cells[0] = today->fora->elements[f->element].name;
		line->cells[1] = ibp_moment_label(f->kind);
		line->cells[2] = served(asked, f->before, table);
		line->cells[3] = served(asked, f->after, table);
	}
	table->summary = ibp_arena_printf(
		&table->arena,
		_("Covered today %zu, then %zu. Gaps today %zu, then %zu. %zu "
		  "applications get another status."),
		moments.before.total.covered, moments.after.total.covered,
		moments.before.total.gaps, moments.after.total.gaps,
		moments.changed);
	ibp_moments_release(&moments);
	ibp_cover_free(then);
}
