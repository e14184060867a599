/*
 * The tree of cells for people: those that would be published and, under the
 * smallest cell that holds them, those that are merged or not shown apart; and
 * the groups of one cell, each with the rule that keeps its figures away.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"

struct tree {
	struct ibp_doc *doc;
	struct ibp_table *table;
	const struct ibp_cmd_material *material;
	const struct ibp_sdc_plan *plan;
	struct ibp_cmd_said said;
};

static const char *keep(struct ibp_doc *doc, struct ibp_buf *text)
{
	const char *kept = ibp_arena_strdup(&doc->arena, ibp_buf_text(text));

	ibp_buf_release(text);
	return kept;
}

static const char *code_of(struct ibp_doc *doc, struct ibp_sdc_cell cell)
{
	char text[IBP_SDC_CELL_TEXT];

	return ibp_arena_strdup(&doc->arena, ibp_sdc_cell_text(cell, text));
}

static const char *label_of(struct ibp_doc *doc, struct ibp_sdc_cell cell,
			    size_t indent)
{
	struct ibp_buf label = {0};

	ibp_buf_add_times(&label, "  ", indent);
	ibp_cmd_add_cell(&label, cell);
	return keep(doc, &label);
}

/* ---- What belongs to what ------------------------------------------------ */

static bool is_within(struct ibp_sdc_cell cell, struct ibp_sdc_cell whole)
{
	return !(cell.sectors & ~whole.sectors) &&
	       !(cell.sizes & ~whole.sizes) && !(cell.parts & ~whole.parts);
}

/* The smallest cell of the plan that CELL lies in: parts come after wholes. */
static size_t home_of(const struct ibp_sdc_plan *plan, struct ibp_sdc_cell cell)
{
	size_t home = 0;

	for (size_t i = 0; i < plan->node_count; i++)
		if (is_within(cell, plan->nodes[i].cell))
			home = i;
	return home;
}

/* Refusals are about all of it. */
static bool is_about(const struct tree *tree,
		     const struct ibp_sdc_finding *finding, size_t node)
{
	return finding->refuses ?
		       !node :
		       ibp_sdc_cell_same(finding->cell,
					 tree->plan->nodes[node].cell);
}

static long count_boards(const struct ibp_cmd_material *material,
			 struct ibp_sdc_cell cell)
{
	long count = 0;

	for (size_t i = 0; i < material->count; i++) {
		const struct ibp_sdc_contributor *board =
			&material->contributors[i];

		count += ibp_sdc_cell_has(cell, board->sector, board->size,
					  board->part);
	}
	return count;
}

/* ---- Rows ---------------------------------------------------------------- */

struct row {
	struct ibp_sdc_cell cell;
	size_t indent;
	long boards;
	struct ibp_cell owners;
	long exist;
	struct ibp_cell with;
	unsigned rules; /* a bit for each number */
	struct ibp_buf withheld;
	struct ibp_buf says;
};

static void add_says(struct tree *tree, struct row *row,
		     const struct ibp_sdc_finding *finding)
{
	row->rules |= 1u << finding->code;
	if (row->says.length)
		ibp_buf_add(&row->says, "\n");
	ibp_cmd_add_finding(&row->says, &tree->said, finding);
}

static const char *rules_text(struct ibp_doc *doc, unsigned rules)
{
	struct ibp_buf text = {0};

	for (int code = 0; rules >> code; code++)
		if (rules >> code & 1)
			ibp_buf_addf(&text, "%sP%d", text.length ? " " : "",
				     code);
	return keep(doc, &text);
}

static void add_row(struct tree *tree, struct row *row)
{
	struct ibp_doc *doc = tree->doc;
	struct ibp_cell cells[] = {
		ibp_cell_code(code_of(doc, row->cell)),
		ibp_cell_text(label_of(doc, row->cell, row->indent)),
		ibp_cell_number(row->boards),
		row->owners,
		ibp_cell_number(row->exist),
		row->with,
		ibp_cell_text(rules_text(doc, row->rules)),
		ibp_cell_text(keep(doc, &row->withheld)),
		ibp_cell_text(keep(doc, &row->says)),
	};

	ibp_doc_add_row(doc, tree->table, cells);
}

/* How many cells NODE lies in. */
static size_t level_of(const struct ibp_sdc_plan *plan, size_t node)
{
	size_t level = 0;

	for (; node; node = plan->nodes[node].parent)
		level++;
	return level;
}

static void add_node(struct tree *tree, size_t at)
{
	const struct ibp_sdc_node *node = &tree->plan->nodes[at];
	struct row row = {
		.cell = node->cell,
		.indent = level_of(tree->plan, at),
		.boards = node->boards,
		.owners = ibp_cell_number(node->contributors),
		.exist = node->population,
		.with = ibp_cell_none(),
	};

	for (size_t i = 0; i < tree->plan->finding_count; i++)
		if (is_about(tree, &tree->plan->findings[i], at))
			add_says(tree, &row, &tree->plan->findings[i]);
	ibp_cmd_add_withheld(&row.withheld, true, &tree->material->catalogue,
			     node);
	add_row(tree, &row);
}

/* A cell that is merged with another, or is in no figures of its own. */
static void add_hidden(struct tree *tree, size_t home,
		       const struct ibp_sdc_finding *finding)
{
	const struct ibp_cmd_material *material = tree->material;
	struct row row = {
		.cell = finding->cell,
		.indent = level_of(tree->plan, home) + 1,
		.boards = count_boards(material, finding->cell),
		.owners = finding->code == 1 ?
				  ibp_cell_number(finding->numbers[0]) :
				  ibp_cell_none(),
		.exist = ibp_sdc_population_in(material->input.population,
					       finding->cell),
		.with = ibp_cell_text(
			finding->with.sectors ?
				label_of(tree->doc, finding->with, 0) :
				C_("cell", "not apart")),
	};

	add_says(tree, &row, finding);
	add_row(tree, &row);
}

static void add_all_hidden(struct tree *tree, size_t home)
{
	const struct ibp_sdc_plan *plan = tree->plan;

	for (size_t i = 0; i < plan->finding_count; i++) {
		const struct ibp_sdc_finding *finding = &plan->findings[i];

		if (!finding->refuses && home_of(plan, finding->cell) == home &&
		    !ibp_sdc_cell_same(finding->cell, plan->nodes[home].cell))
			add_hidden(tree, home, finding);
	}
}

void ibp_cmd_add_tree(struct ibp_doc *doc, bool says,
		      const struct ibp_cmd_material *material,
		      const struct ibp_sdc_plan *plan)
{
	const struct ibp_column columns[] = {
		{"cell", _("Cell"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"label", _("Cell"), IBP_CELL_TEXT, 0, false},
		{"boards", _("Boards"), IBP_CELL_NUMBER, 0, false},
		{"contributors", _("Owners"), IBP_CELL_NUMBER, 0, false},
		{"population", _("Exist"), IBP_CELL_NUMBER, 0, false},
		{"with", _("Together with"), IBP_CELL_TEXT, 0, false},
		{"rules", _("Rules"), IBP_CELL_TEXT, 0, false},
		{"withheld", _("Left out"), IBP_CELL_TEXT, 0, true},
		{"says", _("What the rules say"), IBP_CELL_TEXT,
		 says ? 0 : IBP_ONLY_DATA, true},
	};
	struct tree tree = {doc, NULL, material, plan, {material, 0}};

	tree.table = ibp_doc_add_table(doc, "tree", NULL, columns,
				       sizeof(columns) / sizeof(*columns));
	tree.table->place = IBP_ONLY_PEOPLE;
	tree.table->empty = _("No cells.");
	for (size_t i = 0; i < plan->node_count; i++) {
		add_node(&tree, i);
		add_all_hidden(&tree, i);
	}
}

/* ---- The groups of a cell ------------------------------------------------ */

/* What SAYS of an item of the cell at NODE; figures may share a sentence. */
static const char *says_of(struct tree *tree, size_t node, int group,
			   int figure)
{
	struct row row = {.rules = 0};

	for (size_t i = 0; i < tree->plan->finding_count; i++) {
		const struct ibp_sdc_finding *finding =
			&tree->plan->findings[i];

		if (is_about(tree, finding, node) && finding->group == group &&
		    (finding->figure < 0 || finding->figure == figure))
			add_says(tree, &row, finding);
	}
	return keep(tree->doc, &row.says);
}

/* "shown", or the rule that keeps it away. */
static struct ibp_cell shown(struct ibp_doc *doc, int rule)
{
	if (!rule)
		return ibp_cell_choice("shown", C_("figure", "shown"));
	return ibp_cell_code(ibp_arena_printf(&doc->arena, "P%d", rule));
}

static void add_group(struct tree *tree, size_t at,
		      const struct ibp_catalogue *catalogue, size_t g)
{
	const struct ibp_sdc_node *node = &tree->plan->nodes[at];
	struct ibp_cell cells[] = {
		ibp_cell_code(catalogue->groups[g].code),
		ibp_cell_text(ibp_cmd_monitor_group_name(&tree->doc->arena,
							 catalogue, g)),
		ibp_cell_number(node->counted[g]),
		shown(tree->doc, node->mean[g]),
		shown(tree->doc, node->levels[g]),
		ibp_cell_text(says_of(tree, at, (int)g, -1)),
	};

	ibp_doc_add_row(tree->doc, tree->table, cells);
}

static void add_figure(struct tree *tree, size_t at, int f)
{
	const struct ibp_sdc_node *node = &tree->plan->nodes[at];
	struct ibp_cell cells[] = {
		ibp_cell_code(ibp_sdc_figure_codes[f]),
		ibp_cell_text(ibp_summary_figure_label(f)),
		ibp_cell_number(node->counted[IBP_SDC_LANDSCAPE]),
		ibp_cell_none(),
		shown(tree->doc, node->figures[f]),
		ibp_cell_text(says_of(tree, at, IBP_SDC_LANDSCAPE, f)),
	};

	ibp_doc_add_row(tree->doc, tree->table, cells);
}

enum ibp_status ibp_cmd_add_groups(struct ibp_doc *doc, const char *code,
				   const struct ibp_catalogue *catalogue,
				   const struct ibp_cmd_material *material,
				   const struct ibp_sdc_plan *plan,
				   struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"group", _("Group"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"boards", _("Boards"), IBP_CELL_NUMBER, 0, false},
		{"mean", _("Mean"), IBP_CELL_CHOICE, 0, false},
		{"levels", _("Distribution"), IBP_CELL_CHOICE, 0, false},
		{"says", _("What the rules say"), IBP_CELL_TEXT, 0, true},
	};
	struct tree tree = {doc, NULL, material, plan, {material, 0}};
	struct ibp_sdc_cell cell;
	size_t at;

	if (!ibp_sdc_cell_parse(code, &cell))
		return ibp_error_set(err, IBP_USAGE,
				     _("\"%s\" is no cell: preview --json has "
				       "their names."),
				     code);
	at = home_of(plan, cell);
	if (!ibp_sdc_cell_same(plan->nodes[at].cell, cell))
		return ibp_error_set(err, IBP_USAGE,
				     _("This cell is not published apart: its "
				       "boards are in the figures of %s."),
				     label_of(doc, plan->nodes[at].cell, 0));
	ibp_doc_add_fact(doc, "cell", _("Cell"), 0,
			 ibp_cell_text(label_of(doc, cell, 0)));
	ibp_doc_add_fact(doc, "k", "k", 0, ibp_cell_number(plan->k));
	tree.table = ibp_doc_add_table(doc, "groups", NULL, columns,
				       sizeof(columns) / sizeof(*columns));
	for (size_t g = 0; g < catalogue->group_count; g++)
		add_group(&tree, at, catalogue, g);
	for (int f = 0; f < IBP_SDC_FIGURES; f++)
		add_figure(&tree, at, f);
	return IBP_OK;
}
