/* preview: the tree of what would be published, and every rule's answer. */
#include <stdlib.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"

/* What one item of a node loses: "GO+OR (P6)". */
static void add_item(struct ibp_buf *buf, const char *name, int mean,
		     int levels)
{
	if (!mean && !levels)
		return;
	ibp_buf_addf(buf, "%s%s ", buf->length ? ", " : "", name);
	if (mean && mean == levels)
		ibp_buf_addf(buf, "P%d", mean);
	else if (mean && levels)
		ibp_buf_addf(buf, "P%d/P%d", mean, levels);
	else
		ibp_buf_addf(buf, "P%d %s", mean ? mean : levels,
			     mean ? _("(mean)") : _("(distribution)"));
}

static bool have_one_rule(const unsigned char figures[IBP_SDC_FIGURES])
{
	for (int f = 1; f < IBP_SDC_FIGURES; f++)
		if (figures[f] != figures[0])
			return false;
	return true;
}

void ibp_cmd_add_withheld(struct ibp_buf *buf, bool for_people,
			  const struct ibp_sdc_catalogue *catalogue,
			  const struct ibp_sdc_node *node)
{
	struct ibp_buf items = {0};

	for (size_t g = 0; g < catalogue->count; g++)
		add_item(&items, catalogue->codes[g], node->mean[g],
			 node->levels[g]);
	if (for_people && have_one_rule(node->figures))
		add_item(&items, _("applications"), node->figures[0],
			 node->figures[0]);
	else
		for (int f = 0; f < IBP_SDC_FIGURES; f++)
			add_item(&items,
				 for_people ? ibp_summary_figure_label(f) :
					      ibp_sdc_figure_codes[f],
				 node->figures[f], node->figures[f]);
	ibp_buf_add(buf, ibp_buf_text(&items));
	ibp_buf_release(&items);
}

static void add_node(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cmd_material *material,
		     const struct ibp_sdc_node *node)
{
	char code[IBP_SDC_CELL_TEXT];
	struct ibp_buf withheld = {0};

	ibp_cmd_add_withheld(&withheld, false, &material->catalogue, node);
	{
		struct ibp_cell cells[] = {
			ibp_cell_code(ibp_arena_strdup(
				&doc->arena,
				ibp_sdc_cell_text(node->cell, code))),
			ibp_cell_number(node->depth),
			ibp_cell_number(node->boards),
			ibp_cell_number(node->contributors),
			ibp_cell_number(node->population),
			ibp_cell_text(ibp_arena_strdup(
				&doc->arena, ibp_buf_text(&withheld))),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	ibp_buf_release(&withheld);
}

/* For programs: the cells that are published, and no others. */
static void add_nodes(struct ibp_doc *doc,
		      const struct ibp_cmd_material *material,
		      const struct ibp_sdc_plan *plan)
{
	const struct ibp_column columns[] = {
		{"cell", _("Cell"), IBP_CELL_CODE, 0, false},
		{"depth", _("Depth"), IBP_CELL_NUMBER, 0, false},
		{"boards", _("Boards"), IBP_CELL_NUMBER, 0, false},
		{"contributors", _("Owners"), IBP_CELL_NUMBER, 0, false},
		{"population", _("Exist"), IBP_CELL_NUMBER, 0, false},
		{"withheld", _("Left out"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "preview", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < plan->node_count; i++)
		add_node(doc, table, material, &plan->nodes[i]);
}

static const char *cell_code(struct ibp_doc *doc, struct ibp_sdc_cell cell)
{
	char text[IBP_SDC_CELL_TEXT];

	if (!cell.sectors)
		return NULL;
	return ibp_arena_strdup(&doc->arena, ibp_sdc_cell_text(cell, text));
}

static const char *item_code(const struct ibp_cmd_material *material,
			     const struct ibp_sdc_finding *finding)
{
	if (finding->figure >= 0)
		return ibp_sdc_figure_codes[finding->figure];
	if (finding->group == IBP_SDC_LANDSCAPE)
		return "landscape";
	return finding->group < 0 ? NULL :
				    material->catalogue.codes[finding->group];
}

void ibp_cmd_add_findings(struct ibp_doc *doc, const struct ibp_cmd_said *said,
			  const struct ibp_sdc_plan *plan)
{
	const struct ibp_column columns[] = {
		{"code", _("Rule"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"cell", _("Cell"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"with", _("With"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"group", _("Group"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"refuses", _("Refuses"), IBP_CELL_BOOL, IBP_ONLY_DATA, false},
		{"message", _("What the rules say"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "findings", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("No rule has anything to say.");
	for (size_t i = 0; i < plan->finding_count; i++) {
		const struct ibp_sdc_finding *finding = &plan->findings[i];
		struct ibp_buf message = {0};
		struct ibp_cell cells[6];

		ibp_cmd_add_finding(&message, said, finding);
		cells[0] = ibp_cell_code(
			ibp_arena_printf(&doc->arena, "P%d", finding->code));
		cells[1] = ibp_cell_code(cell_code(doc, finding->cell));
		cells[2] = ibp_cell_code(cell_code(doc, finding->with));
		cells[3] = ibp_cell_code(item_code(said->material, finding));
		cells[4] = ibp_cell_bool(finding->refuses);
		cells[5] = ibp_cell_text(
			ibp_arena_strdup(&doc->arena, ibp_buf_text(&message)));
		ibp_doc_add_row(doc, table, cells);
		ibp_buf_release(&message);
	}
}

/* ---- documents ----------------------------------------------------------- */

/* What is looked at: the register as it is, and what would come of it. */
struct look {
	struct ibp_cmd_register r;
	struct ibp_cmd_material material;
	struct ibp_sdc_plan *plan;
};

static enum ibp_status open_look(struct ibp_run *run, long k, struct look *look,
				 struct ibp_error *err)
{
	enum ibp_status status =
		ibp_cmd_register_open(run, IBP_STORE_READ, &look->r, err);

	if (status)
		return status;
	status = ibp_cmd_edition_check(&look->r.edition, err);
	if (!status)
		status = ibp_cmd_material_read(&look->r, k, &look->material,
					       err);
	if (!status)
		look->plan = ibp_sdc_plan_new(&look->material.input);
	return status;
}

static void close_look(struct look *look)
{
	ibp_sdc_plan_free(look->plan);
	ibp_cmd_material_release(&look->material);
	ibp_cmd_register_close(&look->r);
}

static void add_facts(struct ibp_doc *doc, const struct look *look)
{
	const char *edition =
		ibp_arena_strdup(&doc->arena, look->material.input.edition);

	ibp_doc_add_fact(doc, "edition", _("Edition"), 0,
			 ibp_cell_code(edition));
	ibp_doc_add_fact(doc, "answers", _("Answers"), 0,
			 ibp_cell_number((long)look->material.count));
	ibp_doc_add_fact(doc, "k", "k", 0, ibp_cell_number(look->plan->k));
	ibp_doc_add_fact(doc, "refused", _("Would be refused"), 0,
			 ibp_cell_bool(look->plan->is_refused));
}

enum ibp_status ibp_cmd_preview_doc(struct ibp_run *run,
				    const struct ibp_cmd_ask *ask,
				    struct ibp_doc **doc, struct ibp_error *err)
{
	struct look look = {.plan = NULL};
	struct ibp_cmd_said said = {&look.material, 0};
	enum ibp_status status = open_look(run, ask->k, &look, err);

	if (!status) {
		*doc = ibp_doc_new("preview", NULL);
		add_facts(*doc, &look);
		ibp_cmd_add_tree(*doc, false, &look.material, look.plan);
		add_nodes(*doc, &look.material, look.plan);
		ibp_cmd_add_findings(*doc, &said, look.plan);
	}
	close_look(&look);
	return status;
}

enum ibp_status ibp_cmd_tree_doc(struct ibp_run *run,
				 const struct ibp_cmd_ask *ask,
				 struct ibp_doc **doc, struct ibp_error *err)
{
	struct look look = {.plan = NULL};
	enum ibp_status status = open_look(run, ask->k, &look, err);

	if (!status) {
		*doc = ibp_doc_new("tree", NULL);
		add_facts(*doc, &look);
		ibp_cmd_add_tree(*doc, true, &look.material, look.plan);
	}
	close_look(&look);
	return status;
}

enum ibp_status ibp_cmd_groups_doc(struct ibp_run *run,
				   const struct ibp_cmd_ask *ask,
				   struct ibp_doc **doc, struct ibp_error *err)
{
	struct look look = {.plan = NULL};
	enum ibp_status status = open_look(run, ask->k, &look, err);

	if (!status) {
		*doc = ibp_doc_new("groups", NULL);
		status = ibp_cmd_add_groups(*doc, ask->of, look.r.catalogue,
					    &look.material, look.plan, err);
	}
	close_look(&look);
	return status;
}

/* ---- the command --------------------------------------------------------- */

enum ibp_status ibp_cmd_monitor_preview(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_cmd_ask ask = {.of = NULL};
	struct ibp_doc *doc = NULL;
	enum ibp_status status = ibp_cmd_word_k(run, &ask.k, &ask.of, err);

	if (!status)
		status = ask.of ? ibp_cmd_groups_doc(run, &ask, &doc, err) :
				  ibp_cmd_preview_doc(run, &ask, &doc, err);
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}
