/*
 * ibp-scan: where a school board stands on the norms for information
 * security and privacy.  Tables and wiring; what a command does is in cmd/.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/scan.h"
#include "model/framework.h"
#include "scan_calls.h"

#define READ (IBP_NEED_READ | IBP_NEED_MODEL)
#define WRITE (IBP_NEED_WRITE | IBP_NEED_MODEL)
#define READ_FILE IBP_NEED_READ
#define WRITE_FILE IBP_NEED_WRITE

static const struct ibp_action actions[] = {
	{.name = "init",
	 .arguments = "board=NAME sector=po|vo|so|po+vo [students=N] "
		      "[schools=N] [province=NAME] [framework=ibp-fo] "
		      "[version=V]",
	 .help = N_("Make the data file, with a first assessment."),
	 .run = ibp_cmd_scan_init},
	{.name = "status",
	 .help = N_("Show the totals, and a line for each domain."),
	 .needs = READ,
	 .run = ibp_cmd_scan_status},
	{.name = "list",
	 .help = N_("List the norms with their score, owner and date."),
	 .needs = READ,
	 .run = ibp_cmd_scan_list},
	{.name = "show",
	 .arguments = "CODE",
	 .help = N_("Show one norm: its texts, state, evidence and log."),
	 .needs = READ,
	 .run = ibp_cmd_scan_show_norm},
	{.name = "set",
	 .arguments = "CODE... [score=1..5|na|none] [reason=] [note=] "
		      "[owner=] [target=] [due=] [status=] [priority=] "
		      "[assessor=1|2|settled]",
	 .help = N_("Change norms: score, owner, target, date and more."),
	 .needs = WRITE,
	 .run = ibp_cmd_scan_set},
	{.name = "gaps",
	 .help = N_("List what is below target, then what has no score."),
	 .needs = READ,
	 .run = ibp_cmd_scan_gaps},
	{.name = "evidence add",
	 .arguments = "CODE title=TEXT [ref=] [kind=document|record|"
		      "observation|interview|system] [date=] [checked_by=] "
		      "[confidence=low|medium|high]",
	 .help = N_("Add evidence to a norm."),
	 .needs = WRITE,
	 .run = ibp_cmd_scan_evidence_add},
	{.name = "evidence list",
	 .arguments = "[CODE]",
	 .help = N_("List the evidence, of one norm or of all."),
	 .needs = READ,
	 .run = ibp_cmd_scan_evidence_list},
	{.name = "evidence rm",
	 .arguments = "ID",
	 .help = N_("Remove evidence by its number."),
	 .needs = WRITE,
	 .run = ibp_cmd_scan_evidence_rm},
	{.name = "log",
	 .arguments = "[CODE]",
	 .help = N_("Show who changed what and when, newest first."),
	 .needs = READ,
	 .run = ibp_cmd_scan_log},
	{.name = "undo",
	 .help = N_("Take the last change back."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_undo},
	{.name = "redo",
	 .help = N_("Do again what was taken back last."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_redo},
	{.name = "check",
	 .help = N_("Look for faults and for what could be better."),
	 .needs = READ,
	 .run = ibp_cmd_scan_check},
	{.name = "norms",
	 .arguments = "[CODE] [version=V]",
	 .help = N_("List the norms, show one with its levels, or check files "
		    "with norms."),
	 .run = ibp_cmd_scan_norms},
	{.name = "import",
	 .arguments = "FILE|-",
	 .help = N_("Take over scores and more from CSV or JSON, after "
		    "showing what changes."),
	 .needs = WRITE,
	 .run = ibp_cmd_scan_import},
	{.name = "export",
	 .arguments = "--format=json|csv|md|ics [-o FILE]",
	 .help = N_("Write the assessment as JSON, CSV, Markdown or a "
		    "calendar."),
	 .needs = READ,
	 .run = ibp_cmd_scan_export},
	{.name = "filter save",
	 .arguments = "NAME EXPR",
	 .help = N_("Keep a filter under a name."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_filter_save},
	{.name = "filter list",
	 .help = N_("List the filters that were kept."),
	 .needs = READ_FILE,
	 .run = ibp_cmd_scan_filter_list},
	{.name = "filter rm",
	 .arguments = "NAME",
	 .help = N_("Remove a filter."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_filter_rm},
	{.name = "school add",
	 .arguments = "NAME [brin=] [sector=]",
	 .help = N_("Add a school of the board."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_school_add},
	{.name = "school list",
	 .help = N_("List the schools of the board."),
	 .needs = READ_FILE,
	 .run = ibp_cmd_scan_school_list},
	{.name = "school rm",
	 .arguments = "NAME",
	 .help = N_("Remove a school, by name or number."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_school_rm},
	{.name = "assessment list",
	 .help = N_("List the assessments in the file."),
	 .needs = READ_FILE,
	 .run = ibp_cmd_scan_assessment_list},
	{.name = "assessment new",
	 .arguments = "NAME [version=V]",
	 .help = N_("Start a new assessment, empty or as a copy."),
	 .needs = WRITE_FILE,
	 .run = ibp_cmd_scan_assessment_new},
	{.name = "confirm",
	 .arguments = "CODE...",
	 .help = N_("Say that the score of a changed norm still holds."),
	 .needs = WRITE,
	 .run = ibp_cmd_scan_confirm},
	{.name = "restore",
	 .arguments = "[COPY]",
	 .help = N_("List the automatic copies of the file, or go back to "
		    "one."),
	 .run = ibp_cmd_scan_restore},
	{.name = NULL},
};

#define AT(member) offsetof(struct ibp_options, member)

static const struct ibp_option options[] = {
	{0, "filter", "EXPR",
	 N_("only norms that match, such as 'score<3 and owner=\"\"'"),
	 AT(filter), "list"},
	{0, "sort", N_("FIELD"), N_("in this order; -FIELD the other way"),
	 AT(sort), "list"},
	{0, "check", NULL, N_("check files with norms or maps of versions"),
	 AT(check), "norms"},
	{0, "strict", NULL, N_("end with status 1 for advice as well"),
	 AT(strict), "check"},
	{0, "off", N_("RULE,..."), N_("leave these rules out"), AT(off),
	 "check"},
	{0, "on", N_("RULE,..."), N_("take in rules that are off by default"),
	 AT(on), "check"},
	{0, "copy", N_("NAME"), N_("start from this assessment"), AT(copy),
	 "assessment restore"},
	{0, "all", NULL, N_("every norm that is marked"), AT(all), "confirm"},
	{0, "columns", "MAP.yaml", N_("which column is which field"),
	 AT(columns), "import"},
	{0, "save-columns", "MAP.yaml",
	 N_("write down which column was which field"), AT(save_columns),
	 "import"},
	{0, "format", "json|csv|md|ics|plain|text",
	 N_("the form of the result; ics for export"), AT(format),
	 "status list show gaps evidence log check norms filter school "
	 "assessment restore export import"},
	{0, NULL, NULL, NULL, 0, NULL},
};

static const char *const examples[] = {
	"ibp-scan init board=\"Stichting De Linde\" sector=po",
	"ibp-scan set GO.01 score=2 owner=bestuur due=2027-06-30",
	NULL,
};

/* The versions of the norms that this machine has. */
static void add_versions(struct ibp_run *run, struct ibp_buf *out)
{
	char *dir = ibp_path_data(run->options.data);
	struct ibp_arena arena = {0};
	struct ibp_strings versions =
		ibp_framework_versions(dir, IBP_SCAN_FRAMEWORK, &arena);

	ibp_buf_addf(out, _("Norms in %s:"), dir);
	for (size_t i = 0; i < versions.count; i++)
		ibp_buf_addf(out, " %s %s", IBP_SCAN_FRAMEWORK,
			     versions.items[i]);
	ibp_buf_add_char(out, '\n');
	ibp_arena_release(&arena);
	free(dir);
}

int main(int argc, char **argv)
{
	static const struct ibp_tool tool = {
		.name = "ibp-scan",
		.summary = N_("Score a school board on the norms for "
			      "information security and privacy."),
		.examples = examples,
		.actions = actions,
		.options = options,
		.prepare = ibp_cmd_scan_prepare,
		.release = ibp_cmd_scan_release,
		.plain = ibp_calls_plain,
		.versions = add_versions,
	};

	return ibp_tool_main(&tool, argc, argv);
}
