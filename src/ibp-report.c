/*
 * ibp-report: where a school board stands as a workbook that a board decides
 * on.  Tables and wiring; what it does is in cmd/report*.c.
 */
#include "base/i18n.h"
#include "cmd/report.h"

#define AT(member) offsetof(struct ibp_options, member)

static const struct ibp_option options[] = {
	{0, "profile", "board|internal|auditor",
	 N_("for whom it is; else internal, which has every sheet but the log"),
	 AT(profile), NULL},
	{0, "sheets", N_("SHEET,..."), N_("only these sheets"), AT(sheets),
	 NULL},
	{0, "style", N_("STYLE.yaml"),
	 N_("colours, font, footer and logo of your house"), AT(style), NULL},
	{0, "report-lang", "nl|en",
	 N_("language of the report; else that of the run"), AT(report_lang),
	 NULL},
	{0, "combined", N_("FILE.xlsx"),
	 N_("an overview too: a row per board, the domains as columns"),
	 AT(combined), NULL},
	{0, "ranking", NULL,
	 N_("the boards of the overview by their average, the highest first"),
	 AT(ranking), NULL},
	{0, "jobs", N_("N"),
	 N_("so many processes at a time; else one per processor"), AT(jobs),
	 NULL},
	{0, "anonymous", NULL,
	 N_("without names and free texts: roles of the framework only"),
	 AT(anonymous), NULL},
	{0, "markdown", NULL, N_("the summary as Markdown, for a board paper"),
	 AT(markdown), NULL},
	{0, "form", NULL, N_("a workbook to fill in, for `ibp-scan import`"),
	 AT(form), NULL},
	{0, "reproducible", NULL,
	 N_("the same bytes for the same data file, at any time"),
	 AT(reproducible), NULL},
	{0, NULL, NULL, NULL, 0, NULL},
};

static const char *const examples[] = {
	"ibp-report school.ibp -o school.xlsx",
	"ibp-report school.ibp --profile=board --report-lang=nl -o "
	"bestuur.xlsx",
	"ibp-report school.ibp --form -o form.xlsx",
	NULL,
};

int main(int argc, char **argv)
{
	static const struct ibp_action none = {.name = NULL};
	static const struct ibp_action make = {
		.name = "",
		.arguments = "[FILE.ibp|FOLDER...] -o FILE.xlsx|FOLDER",
		.run = ibp_cmd_report_make,
	};
	static const struct ibp_tool tool = {
		.name = "ibp-report",
		.summary = N_("Make an Excel workbook of where a school board "
			      "stands on the norms."),
		.examples = examples,
		.actions = &none,
		.only = &make,
		.options = options,
	};

	return ibp_tool_main(&tool, argc, argv);
}
