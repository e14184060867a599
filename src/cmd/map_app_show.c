/* app list, app show; log. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/cells.h"
#include "cmd/concerns.h"
#include "cmd/map_question.h"
#include "core/application_row.h"

static struct ibp_cell own_cell(struct ibp_doc *doc,
				const struct ibp_application *a,
				const char *name)
{
	return ibp_cmd_value_cell(doc,
				  ibp_field_find(ibp_application_fields, name),
				  ibp_application_value(a, name));
}

static struct ibp_cell agreement_cell(struct ibp_doc *doc,
				      const struct ibp_application *a,
				      const char *name)
{
	return ibp_cmd_value_cell(doc,
				  ibp_field_find(ibp_agreement_fields, name),
				  ibp_agreement_value(&a->agreement, name));
}

static struct ibp_cell status_cell(struct ibp_doc *doc,
				   const struct ibp_application *a,
				   const char *today)
{
	return ibp_cmd_value_cell(
		doc, ibp_field_find(ibp_application_fields, "status"),
		ibp_application_status_at(a, today));
}

/* Their names; none where all schools use it. */
static struct ibp_cell schools_cell(struct ibp_doc *doc,
				    const struct ibp_landscape *landscape,
				    const struct ibp_application *a)
{
	const char **names = ibp_arena_alloc(
		&doc->arena, (landscape->school_count + 1) * sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; a->use_count && i < landscape->school_count; i++)
		if (ibp_application_is_used_by(a, landscape->schools[i].id))
			names[count++] = landscape->schools[i].name;
	return ibp_cell_texts(doc, names, count);
}

static void add_row(struct ibp_run *run, struct ibp_doc *doc,
		    struct ibp_table *table, size_t index)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_application *a = &map->landscape->applications[index];
	struct ibp_cell cells[] = {
		ibp_cell_number(a->id),
		ibp_cell_text(a->name),
		status_cell(doc, a, map->file.today),
		ibp_cell_text(a->supplier),
		ibp_cell_text(a->owner),
		own_cell(doc, a, "personal_data"),
		agreement_cell(doc, a, "status"),
		ibp_cell_date(a->contract_end),
		ibp_cell_number((long)a->placement_count),
		own_cell(doc, a, "kind"),
		own_cell(doc, a, "hosting"),
		ibp_cell_code(a->country),
		own_cell(doc, a, "users"),
		own_cell(doc, a, "cost"),
		ibp_cell_date(a->planned_from),
		ibp_cell_date(a->in_use_from),
		ibp_cell_date(a->phase_out_from),
		ibp_cell_date(a->out_from),
		ibp_cell_date(a->support_end),
		own_cell(doc, a, "sso"),
		own_cell(doc, a, "availability"),
		own_cell(doc, a, "integrity"),
		own_cell(doc, a, "confidentiality"),
		agreement_cell(doc, a, "dpia"),
		schools_cell(doc, map->landscape, a),
		ibp_cell_text(a->note),
	};

	ibp_doc_add_row(doc, table, cells);
}

static struct ibp_table *add_list(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
		{"supplier", _("Supplier"), IBP_CELL_TEXT, 0, true},
		{"owner", _("Owner"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"personal_data", _("Personal data"), IBP_CELL_CHOICE,
		 IBP_WHEN_WIDE, false},
		{"agreement", _("Agreement"), IBP_CELL_CHOICE, 0, false},
		{"contract_end", _("End of the contract"), IBP_CELL_DATE,
		 IBP_WHEN_WIDE, false},
		{"places", _("Places"), IBP_CELL_NUMBER, 0, false},
		{"kind", _("Kind"), IBP_CELL_CHOICE, IBP_ONLY_DATA, false},
		{"hosting", _("Hosting"), IBP_CELL_CHOICE, IBP_ONLY_DATA,
		 false},
		{"country", _("Country"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"users", _("Users"), IBP_CELL_TEXT, IBP_ONLY_DATA, false},
		{"cost", _("Euros a year"), IBP_CELL_TEXT, IBP_ONLY_DATA,
		 false},
		{"planned_from", _("Planned from"), IBP_CELL_DATE,
		 IBP_ONLY_DATA, false},
		{"in_use_from", _("In use from"), IBP_CELL_DATE, IBP_ONLY_DATA,
		 false},
		{"phase_out_from", _("Phased out from"), IBP_CELL_DATE,
		 IBP_ONLY_DATA, false},
		{"out_from", _("Out of use from"), IBP_CELL_DATE, IBP_ONLY_DATA,
		 false},
		{"support_end", _("End of support"), IBP_CELL_DATE,
		 IBP_ONLY_DATA, false},
		{"sso", _("Single sign-on"), IBP_CELL_CHOICE, IBP_ONLY_DATA,
		 false},
		{"availability", _("Availability"), IBP_CELL_CHOICE,
		 IBP_ONLY_DATA, false},
		{"integrity", _("Integrity"), IBP_CELL_CHOICE, IBP_ONLY_DATA,
		 false},
		{"confidentiality", _("Confidentiality"), IBP_CELL_CHOICE,
		 IBP_ONLY_DATA, false},
		{"dpia", _("DPIA"), IBP_CELL_CHOICE, IBP_ONLY_DATA, false},
		{"schools", _("Schools"), IBP_CELL_LIST, IBP_ONLY_DATA, false},
		{"note", _("Note"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "apps", _("Applications"), columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("No application here yet. Add one with `fora-map app "
			 "add NAME`.");
	return table;
}

enum ibp_status ibp_cmd_map_app_list(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_filter *filter = NULL;
	struct ibp_table *table;
	struct ibp_doc *doc;
	size_t *indexes;
	size_t count;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status && run->options.filter)
		status = ibp_filter_parse(run->options.filter,
					  ibp_application_row_fields,
					  map->file.today, &filter, err);
	if (status)
		return status;
	count = ibp_application_rows(map->landscape, map->file.today, filter,
				     &map->file.arena, &indexes);
	doc = ibp_doc_new("app-list", NULL);
	table = add_list(doc);
	if (filter)
		table->empty = _("No application matches the filter.");
	for (size_t i = 0; i < count; i++)
		add_row(run, doc, table, indexes[i]);
	ibp_filter_free(filter);
	return ibp_cmd_show(run, doc, err);
}

/* People see what is set, programs everything. */
static void add_fact(struct ibp_doc *doc, const char *key, const char *title,
		     struct ibp_cell cell)
{
	ibp_doc_add_fact(doc, key, title,
			 cell.type == IBP_CELL_NONE ? IBP_ONLY_DATA : 0, cell);
}

static void add_facts(struct ibp_run *run, struct ibp_doc *doc,
		      const struct ibp_application *a)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);

	add_fact(doc, "id", _("Number"), ibp_cell_number(a->id));
	for (const struct ibp_field *f = ibp_application_fields; f->name; f++)
		add_fact(doc, f->name, _(f->label), own_cell(doc, a, f->name));
	add_fact(doc, "status_today", _("Status today"),
		 status_cell(doc, a, map->file.today));
	for (const struct ibp_field *f = ibp_agreement_fields; f->name; f++)
		add_fact(doc, f == ibp_agreement_fields ? "agreement" : f->name,
			 f == ibp_agreement_fields ? _("Agreement") :
						     _(f->label),
			 agreement_cell(doc, a, f->name));
	ibp_doc_add_fact(doc, "all_schools", _("All schools"), IBP_ONLY_DATA,
			 ibp_cell_bool(!a->use_count));
	if (!a->use_count)
		ibp_doc_add_fact(doc, NULL, _("Schools"), IBP_ONLY_PEOPLE,
				 ibp_cell_text(_("all schools")));
	ibp_doc_add_fact(doc, "schools", _("Schools"),
			 a->use_count ? 0 : IBP_ONLY_DATA,
			 schools_cell(doc, map->landscape, a));
}

static struct ibp_cell place_type_cell(const struct ibp_cmd_map *map,
				       const struct ibp_placement *p)
{
	if (p->element == IBP_FORA_NONE)
		return ibp_cell_none();
	return ibp_cmd_map_type_cell(map->fora->elements[p->element].type);
}

static const char *place_name(const struct ibp_cmd_map *map,
			      const struct ibp_placement *p)
{
	return p->element == IBP_FORA_NONE ?
		       p->element_name :
		       map->fora->elements[p->element].name;
}

/* The note, after what an upgrade left to be looked at. */
static struct ibp_cell remark_cell(struct ibp_doc *doc,
				   const struct ibp_placement *p)
{
	const char *const parts[] = {
		p->element == IBP_FORA_NONE ? _("no longer in FORA") : NULL,
		p->look_again ? _("look again") : NULL,
		p->note,
	};
	struct ibp_buf text = {0};
	struct ibp_cell cell;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i])
			ibp_buf_addf(&text, "%s%s", text.length ? "; " : "",
				     parts[i]);
	cell = ibp_cell_text(
		text.length ? ibp_arena_strdup(&doc->arena, text.data) : NULL);
	ibp_buf_release(&text);
	return cell;
}

static void add_places(struct ibp_run *run, struct ibp_doc *doc,
		       const struct ibp_application *a)
{
	const struct ibp_column columns[] = {
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"kind", _("Kind"), IBP_CELL_CHOICE, 0, false},
		{"note", _("Note"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
		{"remark", _("Remark"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE, true},
		{"look_again", _("Look again"), IBP_CELL_BOOL, IBP_ONLY_DATA,
		 false},
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"in_model", _("In the model"), IBP_CELL_BOOL, IBP_ONLY_DATA,
		 false},
	};
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_field *kind =
		ibp_field_find(ibp_placement_fields, "kind");
	struct ibp_table *table =
		ibp_doc_add_table(doc, "places", _("Places in FORA"), columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty =
		_("None yet. Place it with `fora-map link APP ELEMENT`.");
	for (size_t i = 0; i < a->placement_count; i++) {
		const struct ibp_placement *p = &a->placements[i];
		struct ibp_cell cells[] = {
			place_type_cell(map, p),
			ibp_cell_text(ibp_arena_strdup(&doc->arena,
						       place_name(map, p))),
			ibp_cmd_value_cell(doc, kind,
					   ibp_placement_choices[p->kind].word),
			ibp_cell_text(p->note),
			remark_cell(doc, p),
			ibp_cell_bool(p->look_again),
			ibp_cell_code(p->element_id),
			ibp_cell_bool(p->element != IBP_FORA_NONE),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_couplings(struct ibp_run *run, struct ibp_doc *doc,
			  const struct ibp_application *a)
{
	const struct ibp_column columns[] = {
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
		{"direction", _("Direction"), IBP_CELL_CHOICE, 0, false},
		{"data", _("Data"), IBP_CELL_TEXT, 0, true},
		{"via", _("By way of"), IBP_CELL_TEXT, 0, true},
		{"standard", _("Standard"), IBP_CELL_TEXT, 0, false},
	};
	const struct ibp_landscape *landscape = ibp_cmd_map_of(run)->landscape;
	const struct ibp_field *direction =
		ibp_field_find(ibp_coupling_fields, "direction");
	struct ibp_table *table =
		ibp_doc_add_table(doc, "couplings", _("Couplings"), columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("None.");
	for (size_t i = 0; i < landscape->coupling_count; i++) {
		const struct ibp_coupling *c = &landscape->couplings[i];
		struct ibp_cell cells[] = {
			ibp_cell_text(landscape->applications[c->from_at].name),
			ibp_cell_text(landscape->applications[c->to_at].name),
			ibp_cmd_value_cell(doc, direction, c->direction),
			ibp_cell_text(c->data),
			ibp_cell_text(c->via),
			ibp_cell_text(c->standard),
		};

		if (c->from == a->id || c->to == a->id)
			ibp_doc_add_row(doc, table, cells);
	}
}

/* The norms of the assessment of -a, or the newest open one. */
static enum ibp_status add_norms(struct ibp_run *run, struct ibp_doc *doc,
				 const struct ibp_application *a,
				 struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_assessment_info info;
	struct ibp_framework *framework = NULL;
	struct ibp_assessment *assessment = NULL;
	enum ibp_status status = ibp_store_find_assessment(
		map->file.store, run->options.assessment, &map->file.arena,
		&info, err);

	if (!status)
		status = ibp_framework_open(
			map->file.data_dir, info.framework_id,
			info.framework_version, &framework, err);
	if (!status)
		status = ibp_store_load(map->file.store, info.id, framework,
					&assessment, err);
	if (!status)
		ibp_cmd_add_application_concerns(
			doc, (size_t)(a - map->landscape->applications),
			map->landscape, map->fora, map->file.today, framework,
			assessment);
	ibp_assessment_free(assessment);
	ibp_framework_free(framework);
	return status;
}

enum ibp_status ibp_cmd_map_app_show(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_application *a;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (status)
		return status;
	a = ibp_cmd_map_find(run, run->words[0], err);
	if (!a)
		return IBP_INPUT;
	doc = ibp_doc_new("app-show", NULL);
	add_facts(run, doc, a);
	ibp_cmd_map_add_derived(run, doc, a);
	add_places(run, doc, a);
	add_couplings(run, doc, a);
	status = add_norms(run, doc, a, err);
	if (!status)
		return ibp_cmd_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}

enum ibp_status ibp_cmd_map_log(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_store *store = ibp_cmd_file_of(run)->store;
	struct ibp_log_entry *entries = NULL;
	struct ibp_doc *doc;
	size_t count = 0;
	enum ibp_status status = ibp_words_none(run, err);

	if (status)
		return status;
	doc = ibp_doc_new("log", NULL);
	status = ibp_store_log(store, NULL, 0, &doc->arena, &entries, &count,
			       err);
	if (!status) {
		ibp_cmd_add_log(doc, entries, count);
		return ibp_cmd_show(run, doc, err);
	}
	ibp_doc_free(doc);
	return status;
}
