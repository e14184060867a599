/* model versions, model list: which editions there are, and what is in one. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"
#include "core/fora_row.h"

enum ibp_status ibp_cmd_map_model_versions(struct ibp_run *run,
					   struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"version", _("Version"), IBP_CELL_CODE, 0, false},
		{"newest", _("Newest"), IBP_CELL_BOOL, 0, false},
	};
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_strings versions;
	struct ibp_table *table;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_none(run, err);

	if (status)
		return status;
	doc = ibp_doc_new("model-versions", NULL);
	versions = ibp_fora_versions(map->file.data_dir, &doc->arena);
	table = ibp_doc_add_table(doc, "versions", NULL, columns, 2);
	table->empty = _("No reference model is installed.");
	for (size_t i = 0; i < versions.count; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_code(versions.items[i]),
			ibp_cell_bool(i + 1 == versions.count),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

/* The type of --type; IBP_FORA_TYPES: not given. */
static enum ibp_status read_type(const struct ibp_run *run,
				 enum ibp_fora_type *type,
				 struct ibp_error *err)
{
	const char *wanted = run->options.type;
	const char *near;

	*type = IBP_FORA_TYPES;
	if (!wanted)
		return IBP_OK;
	for (int i = 0; i < IBP_FORA_TYPES; i++)
		if (strcmp(ibp_fora_type_words[i], wanted) == 0)
			*type = (enum ibp_fora_type)i;
	if (*type != IBP_FORA_TYPES)
		return IBP_OK;
	near = ibp_text_nearest(wanted, ibp_fora_type_words);
	if (near)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no type \"%s\". Did you mean "
				       "\"%s\"?"),
				     wanted, near);
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no type \"%s\". `man fora-map` names "
			       "the types."),
			     wanted);
}

static enum ibp_status read_filter(const struct ibp_run *run,
				   struct ibp_filter **filter,
				   struct ibp_error *err)
{
	if (!run->options.filter)
		return IBP_OK;
	return ibp_filter_parse(run->options.filter, ibp_fora_row_fields,
				ibp_cmd_map_of(run)->file.today, filter, err);
}

static struct ibp_table *add_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"parent", _("Part of"), IBP_CELL_TEXT, 0, true},
		{"domain", _("Domain"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
		{"expects_system", _("Expects a system"), IBP_CELL_BOOL,
		 IBP_ONLY_DATA, false},
		{"personal_data", _("Personal data"), IBP_CELL_BOOL,
		 IBP_ONLY_DATA, false},
		{"availability", _("Availability"), IBP_CELL_CHOICE,
		 IBP_ONLY_DATA, false},
		{"integrity", _("Integrity"), IBP_CELL_CHOICE, IBP_ONLY_DATA,
		 false},
		{"confidentiality", _("Confidentiality"), IBP_CELL_CHOICE,
		 IBP_ONLY_DATA, false},
		{"retention", _("Retention"), IBP_CELL_TEXT, IBP_ONLY_DATA,
		 false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "elements", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("No element matches.");
	return table;
}

static void add_row(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_fora *fora, uint32_t index)
{
	const struct ibp_fora_element *e = &fora->elements[index];
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cmd_map_type_cell(e->type),
		ibp_cell_text(e->name),
		ibp_cmd_map_name_cell(fora, e->parent),
		ibp_cmd_map_name_cell(fora, e->domain),
		ibp_cmd_map_status_cell(e->status),
		ibp_cmd_map_answer_cell(e->expects_system),
		ibp_cmd_map_answer_cell(e->personal_data),
		ibp_cmd_map_rating_cell(e->availability),
		ibp_cmd_map_rating_cell(e->integrity),
		ibp_cmd_map_rating_cell(e->confidentiality),
		ibp_cell_text(e->retention),
	};

	ibp_doc_add_row(doc, table, cells);
}

static enum ibp_status list(struct ibp_run *run, enum ibp_fora_type type,
			    const struct ibp_filter *filter,
			    struct ibp_error *err)
{
	const struct ibp_fora *fora = ibp_cmd_map_of(run)->fora;
	struct ibp_doc *doc = ibp_doc_new("model-list", NULL);
	struct ibp_table *table;

	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(fora->version));
	table = add_table(doc);
	for (uint32_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_row row = {fora, i};

		if ((type == IBP_FORA_TYPES ||
		     fora->elements[i].type == type) &&
		    ibp_filter_matches(filter, ibp_fora_row_value, &row))
			add_row(doc, table, fora, i);
	}
	return ibp_cmd_show(run, doc, err);
}

enum ibp_status ibp_cmd_map_model_list(struct ibp_run *run,
				       struct ibp_error *err)
{
	enum ibp_fora_type type = IBP_FORA_TYPES;
	struct ibp_filter *filter = NULL;
	struct ibp_words words = {0};
	enum ibp_status status = read_type(run, &type, err);

	if (!status)
		status = read_filter(run, &filter, err);
	if (!status)
		status = ibp_cmd_map_open(run, 0, 0, &words, err);
	if (!status)
		status = list(run, type, filter, err);
	ibp_filter_free(filter);
	ibp_words_release(&words);
	return status;
}
