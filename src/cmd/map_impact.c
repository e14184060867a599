/* impact: what is hit without an application, or what stands on an element. */
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/impact.h"

struct show {
	struct ibp_doc *doc;
	const struct ibp_cover *cover;
	const struct ibp_impact *impact;
};

static void add_function(const struct show *show, struct ibp_table *table,
			 const struct ibp_impact_function *f)
{
	const struct ibp_fora_element *e =
		&show->cover->fora->elements[f->element];
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cmd_map_type_cell(e->type),
		ibp_cmd_map_name_cell(show->cover->fora, e->domain),
		ibp_cell_text(e->name),
		ibp_cell_number((long)f->others),
		ibp_cell_bool(f->is_left_without),
	};

	ibp_doc_add_row(show->doc, table, cells);
}

static void add_functions(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"type", _("Type"), IBP_CELL_CHOICE, IBP_ONLY_DATA, false},
		{"domain", _("Domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"name", _("Function"), IBP_CELL_TEXT, 0, true},
		{"others", _("Others that serve it"), IBP_CELL_NUMBER, 0,
		 false},
		{"left_without", _("Left without any"), IBP_CELL_BOOL, 0,
		 false},
	};
	struct ibp_table *table = ibp_doc_add_table(show->doc, "functions",
						    _("Functions"), columns, 6);

	table->empty = _("None.");
	/* First what is left without any. */
	for (int others = 0; others < 2; others++)
		for (size_t i = 0; i < show->impact->function_count; i++)
			if (show->impact->functions[i].is_left_without !=
			    others)
				add_function(show, table,
					     &show->impact->functions[i]);
}

static void add_elements(const struct show *show, const char *key,
			 const char *title, const uint32_t *elements,
			 size_t count)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"parent", _("Part of"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(show->doc, key, title, columns, 3);

	table->empty = _("None.");
	for (size_t i = 0; i < count; i++) {
		const struct ibp_fora_element *e =
			&show->cover->fora->elements[elements[i]];
		struct ibp_cell cells[] = {
			ibp_cell_code(e->id),
			ibp_cell_text(e->name),
			ibp_cmd_map_name_cell(show->cover->fora, e->parent),
		};

		ibp_doc_add_row(show->doc, table, cells);
	}
}

static void add_objects(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"personal_data", _("Personal data"), IBP_CELL_BOOL, 0, false},
		{"availability", _("Availability"), IBP_CELL_CHOICE, 0, false},
		{"confidentiality", _("Confidentiality"), IBP_CELL_CHOICE, 0,
		 false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(show->doc, "information_objects",
				  _("Information that it uses"), columns, 5);

	table->empty = _("None.");
	for (size_t i = 0; i < show->impact->object_count; i++) {
		const struct ibp_fora_element *e =
			&show->cover->fora->elements[show->impact->objects[i]];
		struct ibp_cell cells[] = {
			ibp_cell_code(e->id),
			ibp_cell_text(e->name),
			ibp_cmd_map_answer_cell(e->personal_data),
			ibp_cmd_map_rating_cell(e->availability),
			ibp_cmd_map_rating_cell(e->confidentiality),
		};

		ibp_doc_add_row(show->doc, table, cells);
	}
}

static void add_couplings(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"direction", _("Direction"), IBP_CELL_CHOICE, 0, false},
		{"to", _("Application"), IBP_CELL_TEXT, 0, true},
		{"data", _("Data"), IBP_CELL_TEXT, 0, true},
		{"via", _("Via"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"standard", _("Standard"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
	};
	const struct ibp_landscape *l = show->cover->landscape;
	struct ibp_table *table = ibp_doc_add_table(show->doc, "couplings",
						    _("Couplings"), columns, 6);

	table->empty = _("None.");
	for (size_t i = 0; i < show->impact->coupling_count; i++) {
		const struct ibp_coupling *c =
			&l->couplings[show->impact->couplings[i]];
		struct ibp_cell cells[] = {
			ibp_cell_text(l->applications[c->from_at].name),
			ibp_cmd_map_choice_cell(
				ibp_coupling_fields, "direction",
				c->direction ? c->direction : "to"),
			ibp_cell_text(l->applications[c->to_at].name),
			ibp_cell_text(c->data),
			ibp_cell_text(c->via),
			ibp_cell_text(c->standard),
		};

		ibp_doc_add_row(show->doc, table, cells);
	}
}

static void add_applications(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"name", _("Application"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
		{"owner", _("Owner"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table = ibp_doc_add_table(
		show->doc, "applications", _("Applications"), columns, 4);

	table->empty = _("None.");
	for (size_t i = 0; i < show->impact->application_count; i++) {
		const struct ibp_application *a =
			&show->cover->landscape
				 ->applications[show->impact->applications[i]];
		struct ibp_cell cells[] = {
			ibp_cell_number(a->id),
			ibp_cell_text(a->name),
			ibp_cmd_map_choice_cell(ibp_application_fields,
						"status",
						ibp_application_status_at(
							a, show->cover->date)),
			ibp_cell_text(a->owner),
		};

		ibp_doc_add_row(show->doc, table, cells);
	}
}

static void add_all(const struct show *show)
{
	const struct ibp_impact *impact = show->impact;

	ibp_doc_add_fact(show->doc, "functions_left_without",
			 _("Functions left without any"), 0,
			 ibp_cell_number((long)impact->left_without));
	ibp_doc_add_fact(show->doc, "schools", _("Schools"), IBP_ONLY_DATA,
			 ibp_cmd_map_schools_cell(show->doc, show->cover,
						  impact->schools,
						  impact->school_count));
	if (impact->school_count)
		ibp_doc_add_fact(
			show->doc, NULL, _("Schools"), IBP_ONLY_PEOPLE,
			ibp_cmd_map_schools_text_cell(show->doc, show->cover,
						      impact->schools,
						      impact->school_count));
	add_applications(show);
	add_functions(show);
	add_elements(show, "processes", _("Processes"), impact->processes,
		     impact->process_count);
	add_couplings(show);
	add_objects(show);
	add_elements(show, "application_functions", _("Application functions"),
		     impact->application_functions,
		     impact->application_function_count);
}

/* An application, by number or name, goes before an element. */
static enum ibp_status find(const struct ibp_cover *cover, const char *word,
			    size_t *application, uint32_t *element,
			    struct ibp_error *err)
{
	struct ibp_error no_application = {0};
	struct ibp_error no_element = {0};
	enum ibp_status status = ibp_landscape_look_up(
		cover->landscape, word, application, &no_application);

	*element = IBP_FORA_NONE;
	if (status)
		status = ibp_fora_look_up(cover->fora, word, element,
					  &no_element);
	if (status)
		ibp_error_set(err, status, "%s %s",
			      ibp_error_text(&no_application),
			      ibp_error_text(&no_element));
	ibp_error_release(&no_application);
	ibp_error_release(&no_element);
	return status;
}

static enum ibp_status answer(struct ibp_run *run,
			      const struct ibp_cover *cover, const char *word,
			      struct ibp_error *err)
{
	struct ibp_impact impact;
	struct show show = {.cover = cover, .impact = &impact};
	size_t application = 0;
	uint32_t element;
	enum ibp_status status = find(cover, word, &application, &element, err);

	if (status)
		return status;
	show.doc = ibp_doc_new("impact", NULL);
	ibp_cmd_map_add_head(show.doc, cover);
	if (element == IBP_FORA_NONE) {
		ibp_impact_of_application(cover, application, &impact);
		ibp_doc_add_fact(
			show.doc, "of", _("Without"), 0,
			ibp_cell_text(
				cover->landscape->applications[application]
					.name));
	} else {
		ibp_impact_of_element(cover, element, &impact);
		ibp_doc_add_fact(
			show.doc, "of", _("What stands on"), 0,
			ibp_cell_text(cover->fora->elements[element].name));
		ibp_doc_add_fact(
			show.doc, "of_id", _("Id"), 0,
			ibp_cell_code(cover->fora->elements[element].id));
	}
	add_all(&show);
	status = ibp_cmd_show(run, show.doc, err);
	ibp_impact_release(&impact);
	return status;
}

enum ibp_status ibp_cmd_map_impact(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (!status)
		status = answer(run, cover, run->words[0], err);
	ibp_cover_free(cover);
	return status;
}
