/*
 * ibp-scan: where a school board stands on the norms for information
 * security and privacy.  Tables and wiring; what a command does is in cmd/.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/scan.h"
#include "model/framework.h"
#include "scan_actions.h"
#include "scan_calls.h"

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
	{0, "off", N_("RULE,..."), N_("switch these rules off for good"),
	 AT(off), "check"},
	{0, "on", N_("RULE,..."), N_("switch these rules on"), AT(on), "check"},
	{0, "copy", N_("NAME"), N_("start from this assessment"), AT(copy),
	 "assessment restore"},
	{0, "exit-code", NULL, N_("end with status 1 where they differ"),
	 AT(exit_code), "compare diff"},
	{0, "to", N_("VERSION"), N_("the version of the norms to go to"),
	 AT(version_wanted), "upgrade"},
	{0, "all", NULL, N_("every norm that is marked"), AT(all), "confirm"},
	{0, "columns", "MAP.yaml", N_("which column is which field"),
	 AT(columns), "import"},
	{0, "save-columns", "MAP.yaml",
	 N_("write down which column was which field"), AT(save_columns),
	 "import"},
	{0, "format", "json|csv|md|ics|oscal|ciso-assistant|plain|text",
	 N_("the form of the result; ics and oscal for export"), AT(format),
	 "status list show gaps evidence log check norms filter school "
	 "texts assessment restore export import upgrade compare "
	 "trend diff"},
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
		.actions = ibp_scan_actions,
		.options = options,
		.prepare = ibp_cmd_scan_prepare,
		.release = ibp_cmd_scan_release,
		.screen = ibp_calls_screen,
		.plain = ibp_calls_plain,
		.versions = add_versions,
	};

	return ibp_tool_main(&tool, argc, argv);
}
