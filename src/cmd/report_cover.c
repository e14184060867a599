/* The cover, and what the workbook says about itself to programs. */
#include <config.h>

#include "base/i18n.h"
#include "cmd/report_sheet.h"
#include "core/field.h"
#include "model/content.h"

static void add_facts(struct ibp_cmd_report *report)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_framework *framework = scan->framework;
	struct ibp_doc *doc = report->doc;
	const struct ibp_field *sector =
		ibp_field_find(ibp_board_fields, "sector");

	ibp_doc_add_fact(doc, NULL, _("Board"), 0,
			 ibp_cell_text(ibp_cmd_report_name(report)));
	ibp_doc_add_fact(doc, NULL, _("Sector"), 0,
			 ibp_cell_text(ibp_field_choice_label(
				 sector, scan->board.sector)));
	ibp_doc_add_fact(
		doc, NULL, _("Assessment"), 0,
		ibp_cell_text(ibp_cmd_report_point_name(
			report, &report->points[report->point_count - 1])));
	ibp_doc_add_fact(
		doc, NULL, _("Framework"), 0,
		ibp_cell_text(ibp_arena_printf(
			&doc->arena, "%s, %s",
			ibp_content(framework->id, "title", framework->title),
			framework->version)));
	ibp_doc_add_fact(
		doc, NULL, _("State"), 0,
		ibp_cell_text(scan->info.locked ?
				      _("Locked: it cannot be changed") :
				      _("Open: it can still change")));
	ibp_doc_add_fact(doc, NULL, _("Made on"), 0,
			 ibp_cell_date(report->today));
	ibp_doc_add_fact(doc, NULL, _("Made with"), 0,
			 ibp_cell_text("ibp-report " PACKAGE_VERSION));
	ibp_doc_add_fact(
		doc, NULL, _("Confidentiality"), 0,
		ibp_cell_text(_("Confidential: it tells where the board is "
				"vulnerable. Share it only with who needs "
				"it.")));
}

static void add_contents(struct ibp_cmd_report *report)
{
	const struct ibp_column columns[] = {
		{NULL, _("Sheet"), IBP_CELL_TEXT, 0, true},
		{NULL, _("What stands on it"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Contents"), columns, 2);

	for (unsigned i = 0; ibp_cmd_report_sheets[i].sheet.key; i++) {
		const struct ibp_cmd_report_sheet *at =
			&ibp_cmd_report_sheets[i];
		struct ibp_cell cells[2];

		if (!(report->sheets & 1U << i) || !at->about)
			continue;
		cells[0] = ibp_cell_link(
			ibp_pgettext_expr(IBP_DOMAIN, "sheet", at->sheet.name),
			ibp_arena_printf(&doc->arena, "#%s", at->sheet.key));
		cells[1] = ibp_cell_text(_(at->about));
		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_levels(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.shade = IBP_SHADE_LEVEL},
		{.width = 0},
	};
	const struct ibp_framework *framework = report->scan->framework;
	const struct ibp_column columns[] = {
		{NULL, _("Level"), IBP_CELL_SCORE, 0, false},
		{NULL, _("Name"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, _("Colours of the levels"), columns, 2);

	ibp_doc_set_looks(doc, table, looks);
	for (int level = 1; level <= IBP_LEVELS; level++) {
		const struct ibp_cell cells[] = {
			ibp_cell_score(level),
			ibp_cell_text(ibp_content_level_name(framework, level)),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	ibp_doc_add_text(doc, _("The digit says the same as the colour: the "
				"workbook can be printed in grey."));
}

void ibp_cmd_report_add_cover(struct ibp_cmd_report *report)
{
	add_facts(report);
	add_contents(report);
	add_levels(report);
}

void ibp_cmd_report_add_meta(struct ibp_cmd_report *report)
{
	const struct ibp_cmd_scan *scan = report->scan;
	struct ibp_doc *doc = report->doc;

	ibp_doc_add_fact(doc, NULL, "schema", 0,
			 ibp_cell_code("ibp-tools/report/1"));
	ibp_doc_add_fact(doc, NULL, "framework", 0,
			 ibp_cell_code(scan->framework->id));
	ibp_doc_add_fact(doc, NULL, "version", 0,
			 ibp_cell_code(scan->framework->version));
	ibp_doc_add_fact(doc, NULL, "assessment", 0,
			 ibp_cell_number(scan->info.id));
	ibp_doc_add_fact(doc, NULL, "made", 0, ibp_cell_code(report->now));
}
