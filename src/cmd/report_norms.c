/* Norm by norm, and what is below target as a plan. */
#include <string.h>

#include "base/i18n.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"
#include "core/field.h"

const char *const *ibp_cmd_report_labels(struct ibp_doc *doc,
					 const struct ibp_choice *choices)
{
	size_t count = 0;
	const char **labels;

	while (choices[count].word)
		count++;
	labels = ibp_arena_alloc(&doc->arena, (count + 1) * sizeof(*labels));
	for (size_t i = 0; i < count; i++)
		labels[i] = ibp_pgettext_expr(IBP_DOMAIN, "value",
					      choices[i].label);
	return labels;
}

const char *const *ibp_cmd_report_scores(struct ibp_doc *doc)
{
	const char **labels = ibp_arena_alloc(&doc->arena, 7 * sizeof(*labels));

	for (int level = 1; level <= IBP_LEVELS; level++)
		labels[level - 1] = ibp_arena_printf(&doc->arena, "%d", level);
	labels[IBP_LEVELS] = C_("score", "n/a");
	return labels;
}

/* The weakest of the evidence counts: one doubt is a doubt. */
static const char *least_sure(const struct ibp_answer *answer)
{
	const struct ibp_field *field =
		ibp_field_find(ibp_evidence_fields, "confidence");
	const char *least = NULL;

	for (size_t i = 0; i < answer->evidence_count; i++) {
		const char *one = answer->evidence[i].confidence;

		if (one && (!least || ibp_field_choice(field, one) <
					      ibp_field_choice(field, least)))
			least = one;
	}
	return least;
}

static struct ibp_cell gap_cell(const struct ibp_cmd_report *report,
				size_t index)
{
	int score = report->scan->assessment->answers[index].score;

	return score > 0 ? ibp_cell_number(ibp_cmd_report_gap(report, index)) :
			   ibp_cell_none();
}

static struct ibp_cell linked(struct ibp_cell cell, const char *link)
{
	cell.link = link;
	return cell;
}

static void add_norm(struct ibp_cmd_report *report, struct ibp_table *table,
		     size_t index)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	const struct ibp_field *confidence =
		ibp_field_find(ibp_evidence_fields, "confidence");
	const char *sure = least_sure(answer);
	const struct ibp_cell cells[] = {
		linked(ibp_cmd_scan_code_cell(report->doc, norm,
					      &report->marks),
		       norm->source),
		ibp_cmd_scan_title_cell(report->doc, norm, &report->marks),
		ibp_cell_code(scan->framework->domains[norm->domain].code),
		ibp_cell_score(answer->score),
		ibp_cell_number(ibp_assessment_target(scan->framework,
						      scan->assessment, index)),
		gap_cell(report, index),
		ibp_cmd_report_value_cell(report, "status", answer->status),
		ibp_cmd_report_value_cell(report, "priority", answer->priority),
		ibp_cmd_report_role_cell(report, answer->owner),
		ibp_cell_date(answer->due),
		ibp_cell_number((long)answer->evidence_count),
		ibp_cell_text(sure ? ibp_field_choice_label(confidence, sure) :
				     NULL),
		ibp_cmd_report_text_cell(
			report, answer->reason ? answer->reason : answer->note),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

void ibp_cmd_report_add_norms(struct ibp_cmd_report *report)
{
	struct ibp_doc *doc = report->doc;
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Norm"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Domain"), IBP_CELL_CODE, 0, false},
		{NULL, _("Score"), IBP_CELL_SCORE, 0, false},
		{NULL, C_("column", "Target"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Gap"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Status"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Priority"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Owner"), IBP_CELL_TEXT, 0, true},
		{NULL, C_("column", "Due"), IBP_CELL_DATE, 0, false},
		{NULL, _("Evidence"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Least sure"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Reason or note"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_look looks[] = {
		{.width = 10},
		{.width = 40},
		{.width = 10},
		{.width = 9,
		 .shade = IBP_SHADE_LEVEL,
		 .choices = ibp_cmd_report_scores(doc)},
		{.width = 9},
		{.width = 10, .shade = IBP_SHADE_ALERT},
		{.width = 14,
		 .choices = ibp_cmd_report_labels(doc, ibp_status_choices)},
		{.width = 12,
		 .choices = ibp_cmd_report_labels(doc, ibp_grade_choices)},
		{.width = 20},
		{.width = 12},
		{.width = 10},
		{.width = 12},
		{.width = 44},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, NULL, columns, sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < report->scan->framework->norm_count; i++)
		add_norm(report, table, i);
	ibp_cmd_report_add_legend(report);
}

static void add_action(struct ibp_cmd_report *report, struct ibp_table *table,
		       size_t index)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	bool overdue = answer->due && strcmp(answer->due, report->today) < 0;
	const struct ibp_cell cells[] = {
		ibp_cmd_scan_code_cell(report->doc, norm, &report->marks),
		ibp_cmd_scan_title_cell(report->doc, norm, &report->marks),
		ibp_cmd_report_value_cell(report, "priority", answer->priority),
		ibp_cmd_report_role_cell(report, answer->owner),
		ibp_cell_date(answer->due),
		ibp_cell_text(overdue ? _("date passed") : NULL),
		ibp_cmd_report_value_cell(report, "status", answer->status),
		ibp_cell_score(answer->score),
		ibp_cell_number(ibp_assessment_target(scan->framework,
						      scan->assessment, index)),
		ibp_cmd_report_text_cell(report, answer->note),
		ibp_cell_none(),
		ibp_cell_none(),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

void ibp_cmd_report_add_actions(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 10}, {.width = 40},
		{.width = 12}, {.width = 20},
		{.width = 12}, {.width = 13},
		{.width = 14}, {.width = 9, .shade = IBP_SHADE_LEVEL},
		{.width = 9},  {.width = 40},
		{.width = 14}, {.width = 30},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Norm"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Priority"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Owner"), IBP_CELL_TEXT, 0, true},
		{NULL, C_("column", "Due"), IBP_CELL_DATE, 0, false},
		{NULL, _("Overdue"), IBP_CELL_TEXT, 0, false},
		{NULL, _("Status"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Score"), IBP_CELL_SCORE, 0, false},
		{NULL, C_("column", "Target"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Note"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Cost (to fill in)"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Result (to fill in)"), IBP_CELL_TEXT, 0, true},
	};
	const struct ibp_cmd_scan *scan = report->scan;
	struct ibp_doc *doc = report->doc;
	size_t count = 0;
	size_t *gaps = ibp_gaps(scan->framework, scan->assessment, &doc->arena,
				&count);
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, NULL, columns, sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	table->empty = _("No norm that has a score is below its target.");
	for (size_t i = 0; i < count; i++)
		if (ibp_cmd_report_gap(report, gaps[i]))
			add_action(report, table, gaps[i]);
	ibp_cmd_report_add_legend(report);
}
