#include "cmd/map_question.h"

#include <stdlib.h>

#include "base/i18n.h"

static const struct ibp_field at_field = {
	.name = "at", .label = N_("Date"), .kind = IBP_FIELD_DATE};

enum ibp_status ibp_cmd_map_cover(struct ibp_run *run, struct ibp_cover **cover,
				  struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	char *at = NULL;
	enum ibp_status status = IBP_OK;

	if (run->options.at)
		status = ibp_field_parse(&at_field, run->options.at,
					 map->file.today, &at, err);
	if (!status)
		*cover = ibp_cover_new(map->fora, map->landscape,
				       at ? at : map->file.today);
	free(at);
	return status;
}

void ibp_cmd_map_add_head(struct ibp_doc *doc, const struct ibp_cover *cover)
{
	ibp_doc_add_fact(doc, "model", _("Model"), 0,
			 ibp_cell_code(cover->fora->version));
	ibp_doc_add_fact(
		doc, "date", _("Date"), 0,
		ibp_cell_date(ibp_arena_strdup(&doc->arena, cover->date)));
	if (!cover->landscape->application_count)
		ibp_doc_add_text(doc, _("There are no applications yet. Add "
					"one with `fora-map app add NAME`."));
}

struct ibp_cell ibp_cmd_map_applications_cell(struct ibp_doc *doc,
					      const struct ibp_cover *cover,
					      const size_t *applications,
					      size_t count)
{
	const char **names =
		ibp_arena_alloc(&doc->arena, (count + 1) * sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = cover->landscape->applications[applications[i]].name;
	return ibp_cell_texts(doc, names, count);
}

struct ibp_cell ibp_cmd_map_elements_cell(struct ibp_doc *doc,
					  const struct ibp_cover *cover,
					  const uint32_t *elements,
					  size_t count)
{
	const char **names =
		ibp_arena_alloc(&doc->arena, (count + 1) * sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = cover->fora->elements[elements[i]].name;
	return ibp_cell_texts(doc, names, count);
}

struct ibp_cell ibp_cmd_map_schools_cell(struct ibp_doc *doc,
					 const struct ibp_cover *cover,
					 const size_t *schools, size_t count)
{
	const char **names =
		ibp_arena_alloc(&doc->arena, (count + 1) * sizeof(*names));
	size_t known = 0;

	/* A board without schools is one school without a name. */
	for (size_t i = 0; i < count; i++)
		if (schools[i] < cover->landscape->school_count)
			names[known++] =
				cover->landscape->schools[schools[i]].name;
	return ibp_cell_texts(doc, names, known);
}

struct ibp_cell ibp_cmd_map_schools_text_cell(struct ibp_doc *doc,
					      const struct ibp_cover *cover,
					      const size_t *schools,
					      size_t count)
{
	if (count >= cover->landscape->school_count)
		return ibp_cell_text(_("all schools"));
	return ibp_cmd_map_schools_cell(doc, cover, schools, count);
}

struct ibp_cell ibp_cmd_map_choice_cell(const struct ibp_field *fields,
					const char *name, const char *value)
{
	const struct ibp_field *field = ibp_field_find(fields, name);

	return value ? ibp_cell_choice(value,
				       ibp_field_choice_label(field, value)) :
		       ibp_cell_none();
}

void ibp_cmd_map_add_unplaced(struct ibp_doc *doc,
			      const struct ibp_cover *cover)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"supplier", _("Supplier"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
	};
	size_t count = 0;
	size_t *found = ibp_cover_unplaced(cover, &doc->arena, &count);
	struct ibp_table *table = ibp_doc_add_table(
		doc, "unplaced", _("Applications without a place"), columns, 4);

	table->empty = _("None.");
	for (size_t i = 0; i < count; i++) {
		const struct ibp_application *a =
			&cover->landscape->applications[found[i]];
		struct ibp_cell cells[] = {
			ibp_cell_number(a->id),
			ibp_cell_text(a->name),
			ibp_cell_text(a->supplier),
			ibp_cmd_map_choice_cell(
				ibp_application_fields, "status",
				ibp_application_status_at(a, cover->date)),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}
