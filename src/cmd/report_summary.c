/* One page for the board: where it stands and what it is asked. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/num.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"
#include "model/content.h"

#define LARGEST 5

enum { CODE, TITLE, SCORED, OPEN, AVERAGE, TARGET, LOWEST, BELOW, COLUMNS };

static struct ibp_table *add_table(struct ibp_cmd_report *report,
				   const char *title, const char *what)
{
	static const struct ibp_look looks[COLUMNS] = {
		[CODE] = {.width = 9},
		[TITLE] = {.width = 42},
		[SCORED] = {.width = 12},
		[OPEN] = {.width = 9},
		[AVERAGE] = {.width = 14},
		[TARGET] = {.width = 12},
		[LOWEST] = {.width = 18, .shade = IBP_SHADE_LEVEL},
		[BELOW] = {.width = 16, .shade = IBP_SHADE_ALERT},
	};
	const struct ibp_column columns[COLUMNS] = {
		[CODE] = {NULL, _("Code"), IBP_CELL_CODE, 0, false},
		[TITLE] = {NULL, what, IBP_CELL_TEXT, 0, true},
		[SCORED] = {NULL, _("Scored"), IBP_CELL_NUMBER, 0, false},
		[OPEN] = {NULL, _("Open"), IBP_CELL_NUMBER, 0, false},
		[AVERAGE] = {NULL, _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		[TARGET] = {NULL, C_("column", "Target"), IBP_CELL_HUNDREDTHS,
			    0, false},
		[LOWEST] = {NULL, _("Lowest"), IBP_CELL_SCORE, 0, false},
		[BELOW] = {NULL, _("Below target"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(report->doc, NULL, title, columns, COLUMNS);

	ibp_doc_set_looks(report->doc, table, looks);
	return table;
}

/* An average never stands without the lowest and what is below target. */
static void add_total(struct ibp_cmd_report *report, struct ibp_table *table,
		      const char *code, struct ibp_cell title,
		      const struct ibp_total *total)
{
	const struct ibp_cell cells[COLUMNS] = {
		[CODE] = ibp_cell_code(code),
		[TITLE] = title,
		[SCORED] = ibp_cell_number(total->scored),
		[OPEN] = ibp_cell_number(total->open),
		[AVERAGE] = ibp_cell_hundredths(total->average),
		[TARGET] = ibp_cell_hundredths(total->target),
		[LOWEST] = ibp_cmd_report_lowest_cell(total),
		[BELOW] = ibp_cell_number(total->below_target),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

static void add_figures(struct ibp_cmd_report *report)
{
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_table *table =
		add_table(report, _("Key figures"), C_("column", "Part"));

	add_total(report, table, framework->id, ibp_cell_text(_("All norms")),
		  &report->total);
	for (size_t i = 0; i < framework->part_count; i++) {
		struct ibp_total total =
			ibp_total_part(framework, report->scan->assessment, i);

		add_total(report, table, NULL,
			  ibp_cell_text(ibp_content_part(framework,
							 &framework->parts[i])),
			  &total);
	}
}

static const struct ibp_table *add_domains(struct ibp_cmd_report *report)
{
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_table *table = add_table(report, _("Domains"), _("Domain"));

	for (size_t i = 0; i < framework->domain_count; i++) {
		struct ibp_total total = ibp_total_domain(
			framework, report->scan->assessment, i);

		add_total(report, table, framework->domains[i].code,
			  ibp_cmd_scan_domain_title_cell(report->doc,
							 &framework->domains[i],
							 &report->marks),
			  &total);
	}
	return table;
}

/* What the radar shows, as a sentence. */
static const char *radar_text(struct ibp_cmd_report *report)
{
	const struct ibp_framework *framework = report->scan->framework;
	long below = 0;
	long scored = 0;

	for (size_t i = 0; i < framework->domain_count; i++) {
		struct ibp_total total = ibp_total_domain(
			framework, report->scan->assessment, i);

		scored += total.scored > 0;
		below += total.scored && total.average < total.target;
	}
	return ibp_arena_printf(
		&report->doc->arena,
		_("Of %ld domains with a score, %ld are on average below their "
		  "target. The numbers are in the table of domains."),
		scored, below);
}

static void add_radar(struct ibp_cmd_report *report,
		      const struct ibp_table *domains)
{
	static const size_t series[] = {AVERAGE, TARGET};

	ibp_doc_add_chart(report->doc,
			  &(struct ibp_chart){
				  .kind = IBP_CHART_RADAR,
				  .title = _("Average per domain, and target"),
				  .alt = radar_text(report),
				  .table = domains,
				  .categories = CODE,
				  .series = series,
				  .series_count = 2,
				  .max = IBP_LEVELS,
			  });
}

struct gap {
	size_t index;
	int size;
	size_t rank; /* in the list of gaps */
};

static int by_size(const void *left, const void *right)
{
	const struct gap *a = left;
	const struct gap *b = right;

	if (a->size != b->size)
		return b->size - a->size;
	return (a->rank > b->rank) - (a->rank < b->rank);
}

/* The gaps by size, those of one size by priority and date; the count. */
static size_t largest_gaps(struct ibp_cmd_report *report, struct gap **gaps)
{
	const struct ibp_cmd_scan *scan = report->scan;
	struct ibp_arena *arena = &report->doc->arena;
	size_t count = 0;
	size_t found = 0;
	size_t *list =
		ibp_gaps(scan->framework, scan->assessment, arena, &count);

	*gaps = ibp_arena_alloc(arena, (count + 1) * sizeof(**gaps));
	for (size_t i = 0; i < count; i++) {
		int size = ibp_cmd_report_gap(report, list[i]);

		if (size)
			(*gaps)[found++] = (struct gap){list[i], size, i};
	}
	qsort(*gaps, found, sizeof(**gaps), by_size);
	return found < LARGEST ? found : LARGEST;
}

static void add_gap(struct ibp_cmd_report *report, struct ibp_table *table,
		    size_t index)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	const struct ibp_cell cells[] = {
		ibp_cmd_scan_code_cell(report->doc, norm, &report->marks),
		ibp_cmd_scan_title_cell(report->doc, norm, &report->marks),
		ibp_cell_score(answer->score),
		ibp_cell_number(ibp_assessment_target(scan->framework,
						      scan->assessment, index)),
		ibp_cell_date(answer->due),
		ibp_cmd_report_value_cell(report, "priority", answer->priority),
		ibp_cmd_report_role_cell(report, answer->owner),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

static void add_gaps(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 9},
		{.width = 42},
		{.width = 12, .shade = IBP_SHADE_LEVEL},
		{.width = 9},
		{.width = 12},
		{.width = 11},
		{.width = 10},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Norm"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Score"), IBP_CELL_SCORE, 0, false},
		{NULL, C_("column", "Target"), IBP_CELL_NUMBER, 0, false},
		{NULL, C_("column", "Due"), IBP_CELL_DATE, 0, false},
		{NULL, _("Priority"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Owner"), IBP_CELL_TEXT, 0, true},
	};
	struct gap *gaps;
	size_t count = largest_gaps(report, &gaps);
	struct ibp_table *table = ibp_doc_add_table(
		report->doc, NULL, _("Largest gaps"), columns, 7);

	ibp_doc_set_looks(report->doc, table, looks);
	table->empty = _("No norm that has a score is below its target.");
	for (size_t i = 0; i < count; i++)
		add_gap(report, table, gaps[i].index);
}

/* Norms below target for which FIELD is not filled in. */
static long count_without(const struct ibp_cmd_report *report,
			  const char *field)
{
	const struct ibp_assessment *assessment = report->scan->assessment;
	long count = 0;

	for (size_t i = 0; i < assessment->answer_count; i++)
		if (ibp_cmd_report_gap(report, i) &&
		    !ibp_answer_value(&assessment->answers[i], field))
			count++;
	return count;
}

static void add_ask(struct ibp_doc *doc, long count, const char *text)
{
	if (count)
		ibp_doc_add_text(doc, text);
}

static void add_missing(struct ibp_cmd_report *report)
{
	struct ibp_doc *doc = report->doc;
	long without = count_without(report, "owner");

	add_ask(doc, without,
		ibp_arena_printf(
			&doc->arena,
			ibp_ngettext("- The board names who is responsible for "
				     "the %ld of them that has no owner yet.",
				     "- The board names who is responsible for "
				     "the %ld of them that have no owner yet.",
				     without),
			without));
	without = count_without(report, "due");
	add_ask(doc, without,
		ibp_arena_printf(
			&doc->arena,
			ibp_ngettext("- The board sets a date for the %ld of "
				     "them that has none yet.",
				     "- The board sets a date for the %ld of "
				     "them that have none yet.",
				     without),
			without));
}

static void add_decision(struct ibp_cmd_report *report)
{
	const struct ibp_total *total = &report->total;
	struct ibp_doc *doc = report->doc;

	ibp_doc_add_heading(doc, _("Decision asked"));
	add_ask(doc, total->below_target,
		ibp_arena_printf(
			&doc->arena,
			ibp_ngettext("- The board has the %ld norm below its "
				     "target brought up to it.",
				     "- The board has the %ld norms below "
				     "their target brought up to it, the "
				     "largest gaps first.",
				     total->below_target),
			total->below_target));
	add_missing(report);
	add_ask(doc, total->open,
		ibp_arena_printf(
			&doc->arena,
			ibp_ngettext("- The board has the %ld open norm "
				     "scored: as long as it is open, nobody "
				     "knows its risk.",
				     "- The board has the %ld open norms "
				     "scored: as long as they are open, nobody "
				     "knows their risk.",
				     total->open),
			total->open));
	if (!total->below_target && !total->open)
		ibp_doc_add_text(doc, _("- The board takes note: every norm is "
					"at its target."));
}

void ibp_cmd_report_add_summary(struct ibp_cmd_report *report)
{
	add_figures(report);
	add_gaps(report);
	add_decision(report);
	add_radar(report, add_domains(report));
	ibp_cmd_report_add_legend(report);
}
