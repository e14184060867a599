/* What an auditor looks for: the evidence, and who changed what. */
#include "base/i18n.h"
#include "cmd/cells.h"
#include "cmd/report_sheet.h"
#include "core/field.h"

static struct ibp_cell value_cell(struct ibp_doc *doc, const char *field,
				  const char *value)
{
	return ibp_cmd_value_cell(
		doc, ibp_field_find(ibp_evidence_fields, field), value);
}

void ibp_cmd_report_add_evidence(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 10}, {.width = 44}, {.width = 14}, {.width = 12},
		{.width = 24}, {.width = 14}, {.width = 44},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Norm"), IBP_CELL_CODE, 0, false},
		{NULL, _("Title"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Kind"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Date"), IBP_CELL_DATE, 0, false},
		{NULL, _("Checked by"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Confidence"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Place"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_assessment *assessment = report->scan->assessment;
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, NULL, columns, sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	table->empty = _("There is no evidence yet.");
	for (size_t i = 0; i < assessment->evidence_count; i++) {
		const struct ibp_evidence *one = &assessment->evidence[i];
		const struct ibp_cell cells[] = {
			ibp_cell_code(one->norm),
			ibp_cmd_report_text_cell(report, one->title),
			value_cell(doc, "kind", one->kind),
			ibp_cell_date(one->date),
			ibp_cmd_report_role_cell(report, one->checked_by),
			value_cell(doc, "confidence", one->confidence),
			ibp_cmd_report_text_cell(report, one->ref),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

void ibp_cmd_report_add_log(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 22}, {.width = 16}, {.width = 100}};
	const struct ibp_column columns[] = {
		{NULL, _("When"), IBP_CELL_TIME, 0, false},
		{NULL, _("Who"), IBP_CELL_TEXT, 0, true},
		{NULL, _("What"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_cmd_step *steps = NULL;
	struct ibp_table *table;
	size_t count;

	if (report->anonymous) {
		ibp_doc_add_text(doc, _("The log names persons, so it is left "
					"out of an anonymous report."));
		return;
	}
	count = ibp_cmd_steps(report->log, report->log_count, &doc->arena,
			      &steps);
	table = ibp_doc_add_table(doc, NULL, NULL, columns, 3);
	ibp_doc_set_looks(doc, table, looks);
	table->empty = _("There is no change yet.");
	for (size_t i = 0; i < count; i++) {
		const struct ibp_cell cells[] = {
			ibp_cell_time(steps[i].at),
			ibp_cell_text(steps[i].who),
			ibp_cell_text(steps[i].text),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}
