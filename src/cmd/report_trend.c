/* The assessments one after the other. */
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"

enum {
	NAME,
	MADE,
	VERSION,
	SCORED,
	OPEN,
	AVERAGE,
	TARGET,
	LOWEST,
	BELOW,
	COLUMNS
};

static const char *day_of(struct ibp_doc *doc, const char *time)
{
	return ibp_arena_strndup(&doc->arena, time, IBP_DATE_SIZE - 1);
}

static struct ibp_table *add_points(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[COLUMNS] = {
		[NAME] = {.width = 24},
		[MADE] = {.width = 12},
		[VERSION] = {.width = 12},
		[SCORED] = {.width = 12},
		[OPEN] = {.width = 12},
		[AVERAGE] = {.width = 14},
		[TARGET] = {.width = 12},
		[LOWEST] = {.width = 12, .shade = IBP_SHADE_LEVEL},
		[BELOW] = {.width = 12, .shade = IBP_SHADE_ALERT},
	};
	const struct ibp_column columns[COLUMNS] = {
		[NAME] = {NULL, _("Assessment"), IBP_CELL_TEXT, 0, true},
		[MADE] = {NULL, _("Begun"), IBP_CELL_DATE, 0, false},
		[VERSION] = {NULL, _("Version"), IBP_CELL_CODE, 0, false},
		[SCORED] = {NULL, _("Scored"), IBP_CELL_NUMBER, 0, false},
		[OPEN] = {NULL, _("Open"), IBP_CELL_NUMBER, 0, false},
		[AVERAGE] = {NULL, _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		[TARGET] = {NULL, C_("column", "Target"), IBP_CELL_HUNDREDTHS,
			    0, false},
		[LOWEST] = {NULL, _("Lowest"), IBP_CELL_SCORE, 0, false},
		[BELOW] = {NULL, _("Below target"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("All norms"), columns, COLUMNS);

	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < report->point_count; i++) {
		const struct ibp_cmd_report_point *at = &report->points[i];
		const struct ibp_cell cells[COLUMNS] = {
			[NAME] = ibp_cell_text(
				ibp_cmd_report_point_name(report, at)),
			[MADE] = ibp_cell_date(day_of(doc, at->info.created)),
			[VERSION] = ibp_cell_code(at->info.framework_version),
			[SCORED] = ibp_cell_number(at->total.scored),
			[OPEN] = ibp_cell_number(at->total.open),
			[AVERAGE] = ibp_cell_hundredths(at->total.average),
			[TARGET] = ibp_cell_hundredths(at->total.target),
			[LOWEST] = ibp_cmd_report_lowest_cell(&at->total),
			[BELOW] = ibp_cell_number(at->total.below_target),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return table;
}

/* From the first to the last assessment, as a sentence. */
static const char *trend_text(struct ibp_cmd_report *report)
{
	const struct ibp_cmd_report_point *first = report->points;
	const struct ibp_cmd_report_point *last =
		&report->points[report->point_count - 1];
	struct ibp_arena *arena = &report->doc->arena;

	if (first->total.average < 0 || last->total.average < 0)
		return _("Not every assessment has a score yet.");
	if (last->total.average > first->total.average)
		return ibp_arena_printf(
			arena,
			_("The average went up from assessment %s to "
			  "assessment %s. The numbers are in the table."),
			ibp_cmd_report_point_name(report, first),
			ibp_cmd_report_point_name(report, last));
	if (last->total.average < first->total.average)
		return ibp_arena_printf(
			arena,
			_("The average went down from assessment %s to "
			  "assessment %s. The numbers are in the table."),
			ibp_cmd_report_point_name(report, first),
			ibp_cmd_report_point_name(report, last));
	return ibp_arena_printf(
		arena,
		_("The average is the same at assessment %s as at assessment "
		  "%s. The numbers are in the table."),
		ibp_cmd_report_point_name(report, last),
		ibp_cmd_report_point_name(report, first));
}

static bool versions_differ(const struct ibp_cmd_report *report)
{
	for (size_t i = 1; i < report->point_count; i++)
		if (!ibp_text_equal(report->points[i].info.framework_version,
				    report->points[0].info.framework_version))
			return true;
	return false;
}

static void add_chart(struct ibp_cmd_report *report,
		      const struct ibp_table *table)
{
	static const size_t series[] = {AVERAGE, TARGET, LOWEST};

	ibp_doc_add_chart(report->doc,
			  &(struct ibp_chart){
				  .kind = IBP_CHART_LINE,
				  .title = _("Average, target and lowest"),
				  .alt = trend_text(report),
				  .table = table,
				  .categories = NAME,
				  .series = series,
				  .series_count = 3,
				  .max = IBP_LEVELS,
			  });
}

static void add_point(struct ibp_cmd_report *report, struct ibp_table *table,
		      const struct ibp_cmd_report_point *point)
{
	for (size_t i = 0; i < point->framework->domain_count; i++) {
		const struct ibp_domain *domain = &point->framework->domains[i];
		struct ibp_total total = ibp_total_domain(point->framework,
							  point->assessment, i);
		const struct ibp_cell cells[] = {
			ibp_cell_text(ibp_cmd_report_point_name(report, point)),
			ibp_cell_code(domain->code),
			ibp_cmd_scan_domain_title_cell(report->doc, domain,
						       &report->marks),
			ibp_cell_number(total.scored),
			ibp_cell_number(total.open),
			ibp_cell_hundredths(total.average),
			ibp_cell_hundredths(total.target),
			ibp_cmd_report_lowest_cell(&total),
			ibp_cell_number(total.below_target),
		};

		ibp_doc_add_row(report->doc, table, cells);
	}
}

static void add_domains(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[] = {
		{.width = 24},
		{.width = 12},
		{.width = 40},
		{.width = 12},
		{.width = 12},
		{.width = 14},
		{.width = 12},
		{.width = 12, .shade = IBP_SHADE_LEVEL},
		{.width = 12, .shade = IBP_SHADE_ALERT},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Assessment"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Scored"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Open"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		{NULL, C_("column", "Target"), IBP_CELL_HUNDREDTHS, 0, false},
		{NULL, _("Lowest"), IBP_CELL_SCORE, 0, false},
		{NULL, _("Below target"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(report->doc, NULL, _("Domains"), columns,
				  sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(report->doc, table, looks);
	for (size_t i = 0; i < report->point_count; i++)
		add_point(report, table, &report->points[i]);
}

void ibp_cmd_report_add_trend(struct ibp_cmd_report *report)
{
	struct ibp_table *table = add_points(report);

	if (report->point_count > 1)
		add_chart(report, table);
	else
		ibp_doc_add_text(report->doc,
				 _("There is one assessment: a trend needs a "
				   "second one."));
	if (versions_differ(report))
		ibp_doc_add_text(
			report->doc,
			_("The assessments are on different versions of the "
			  "framework, so the averages are not measured with "
			  "one yardstick. `ibp-scan compare` counts only the "
			  "norms that stand in both."));
	add_domains(report);
	ibp_cmd_report_add_legend(report);
}
