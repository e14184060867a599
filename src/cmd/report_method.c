/* How to read the numbers, and what was left out of them. */
#include "base/i18n.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"
#include "model/content.h"

static void add_prose(struct ibp_cmd_report *report)
{
	static const char *const texts[] = {
		N_("Every norm of the framework gets a level from 1 to 5. An "
		   "average is the sum of the levels divided by the number of "
		   "norms that have one, rounded to hundredths."),
		N_("A norm that is open has no level and counts in no average: "
		   "it is never a zero. A norm that does not apply counts in "
		   "no average either, and its reason stands below."),
		N_("An average hides a norm that lags behind. So beside every "
		   "average stand the lowest level and the number of norms "
		   "below their target."),
		N_("The target of a domain is the average of the targets of "
		   "its norms that apply."),
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		ibp_doc_add_text(report->doc, _(texts[i]));
}

static void add_levels(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 12, .shade = IBP_SHADE_LEVEL},
		{.width = 24},
		{.width = 64},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Level"), IBP_CELL_SCORE, 0, false},
		{NULL, _("Name"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Meaning"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Levels"), columns, 3);

	ibp_doc_set_looks(doc, table, looks);
	for (int level = 1; level <= IBP_LEVELS; level++) {
		const struct ibp_cell cells[] = {
			ibp_cell_score(level),
			ibp_cell_text(ibp_content_level_name(framework, level)),
			ibp_cell_text(
				ibp_content_level_meaning(framework, level)),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_milestones(struct ibp_cmd_report *report)
{
	const struct ibp_column columns[] = {
		{NULL, _("Date"), IBP_CELL_DATE, 0, false},
		{NULL, _("What the sector agreed"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Milestones"), columns, 2);

	for (size_t i = 0; i < framework->milestone_count; i++) {
		const struct ibp_milestone *one = &framework->milestones[i];
		const struct ibp_cell cells[] = {
			ibp_cell_date(one->date),
			ibp_cell_text(ibp_content_item(
				framework->id, "milestones", i + 1, one->text)),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_left_out(struct ibp_cmd_report *report)
{
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Norm"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Reason"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_cmd_scan *scan = report->scan;
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Does not apply"), columns, 3);

	table->empty = _("Every norm applies.");
	for (size_t i = 0; i < scan->framework->norm_count; i++) {
		const struct ibp_answer *answer = &scan->assessment->answers[i];
		const struct ibp_norm *norm = &scan->framework->norms[i];
		const struct ibp_cell cells[] = {
			ibp_cmd_scan_code_cell(doc, norm, &report->marks),
			ibp_cmd_scan_title_cell(doc, norm, &report->marks),
			ibp_cmd_report_text_cell(report, answer->reason),
		};

		if (answer->score == IBP_SCORE_NA)
			ibp_doc_add_row(doc, table, cells);
	}
}

void ibp_cmd_report_add_method(struct ibp_cmd_report *report)
{
	add_prose(report);
	add_levels(report);
	add_milestones(report);
	add_left_out(report);
	ibp_cmd_report_add_legend(report);
}
