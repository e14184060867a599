/* Domains by level, and norm by norm: where it is hot. */
#include "base/i18n.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"

#define FIXED 2 /* columns before the levels, and before the norms */
#define ACROSS_MAX 30

static struct ibp_column name_column(void)
{
	return (struct ibp_column){NULL, _("Domain"), IBP_CELL_TEXT, 0, true};
}

static void add_levels_row(struct ibp_cmd_report *report,
			   struct ibp_table *table, size_t domain)
{
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_total total =
		ibp_total_domain(framework, report->scan->assessment, domain);
	struct ibp_cell cells[FIXED + IBP_LEVELS + 2] = {
		ibp_cell_code(framework->domains[domain].code),
		ibp_cmd_scan_domain_title_cell(report->doc,
					       &framework->domains[domain],
					       &report->marks),
	};
	size_t at = FIXED;

	for (size_t i = 0; i < IBP_LEVELS; i++)
		cells[at++] = ibp_cell_number(total.levels[i]);
	cells[at++] = ibp_cell_number(total.open);
	cells[at] = ibp_cell_number(total.not_applicable);
	ibp_doc_add_row(report->doc, table, cells);
}

static void add_levels(struct ibp_cmd_report *report)
{
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_doc *doc = report->doc;
	struct ibp_column columns[FIXED + IBP_LEVELS + 2] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		name_column(),
	};
	struct ibp_look looks[FIXED + IBP_LEVELS + 2] = {{.width = 9},
							 {.width = 42}};
	struct ibp_table *table;
	size_t at = FIXED;

	for (int level = 1; level <= IBP_LEVELS; level++) {
		looks[at] = (struct ibp_look){
			.shade = IBP_SHADE_COUNT, .level = level, .width = 9};
		columns[at++] = (struct ibp_column){
			NULL,
			ibp_arena_printf(&doc->arena, _("Level %d"), level),
			IBP_CELL_NUMBER, 0, false};
	}
	looks[at] = looks[at + 1] = (struct ibp_look){.width = 9};
	columns[at++] =
		(struct ibp_column){NULL, _("Open"), IBP_CELL_NUMBER, 0, false};
	columns[at++] = (struct ibp_column){NULL, C_("score", "n/a"),
					    IBP_CELL_NUMBER, 0, false};
	table = ibp_doc_add_table(doc, NULL, _("Number of norms per level"),
				  columns, at);
	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < framework->domain_count; i++)
		add_levels_row(report, table, i);
}

static size_t most_norms(const struct ibp_framework *framework)
{
	size_t most = 1;

	for (size_t i = 0; i < framework->domain_count; i++)
		if (framework->domains[i].norm_count > most)
			most = framework->domains[i].norm_count;
	return most < ACROSS_MAX ? most : ACROSS_MAX;
}

/* "-" is open: an empty cell is a norm that is not there. */
static struct ibp_cell heat_cell(int score)
{
	return score == IBP_SCORE_OPEN ? ibp_cell_text("–") :
					 ibp_cell_score(score);
}

static void add_norms_row(struct ibp_cmd_report *report,
			  struct ibp_table *table, size_t domain)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_domain *d = &scan->framework->domains[domain];
	struct ibp_cell cells[FIXED + ACROSS_MAX] = {
		ibp_cell_code(d->code),
		ibp_cmd_scan_domain_title_cell(report->doc, d, &report->marks),
	};

	for (size_t i = 0; i < d->norm_count && i < ACROSS_MAX; i++)
		cells[FIXED + i] = heat_cell(
			scan->assessment->answers[d->first_norm + i].score);
	ibp_doc_add_row(report->doc, table, cells);
}

static void add_norms(struct ibp_cmd_report *report)
{
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_doc *doc = report->doc;
	size_t across = most_norms(framework);
	struct ibp_column columns[FIXED + ACROSS_MAX] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		name_column(),
	};
	struct ibp_look looks[FIXED + ACROSS_MAX] = {{.width = 9},
						     {.width = 42}};
	struct ibp_table *table;

	for (size_t i = 0; i < across; i++) {
		looks[FIXED + i] =
			(struct ibp_look){.shade = IBP_SHADE_LEVEL, .width = 9};
		columns[FIXED + i] = (struct ibp_column){
			NULL, ibp_arena_printf(&doc->arena, "%02zu", i + 1),
			IBP_CELL_SCORE, 0, false};
	}
	table = ibp_doc_add_table(doc, NULL, _("Norm by norm"), columns,
				  FIXED + across);
	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < framework->domain_count; i++)
		add_norms_row(report, table, i);
	ibp_doc_add_text(doc, _("Column 03 of domain GO is norm GO.03. A dash "
				"is a norm that is open; where there is "
				"nothing, there is no such norm."));
}

void ibp_cmd_report_add_heat(struct ibp_cmd_report *report)
{
	add_levels(report);
	add_norms(report);
	ibp_cmd_report_add_legend(report);
}
