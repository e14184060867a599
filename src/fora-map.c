/*
 * fora-map: the reference architecture of primary and secondary education,
 * and which applications of a board have a place in it.  Tables and wiring;
 * what a command does is in cmd/.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/map.h"

/* What the questions about a landscape read. */
#define QUESTION (IBP_NEED_READ | IBP_NEED_LANDSCAPE | IBP_NEED_MODEL)
#define READ (IBP_NEED_READ | IBP_NEED_LANDSCAPE)
#define WRITE (IBP_NEED_WRITE | IBP_NEED_LANDSCAPE)

#define APP_FIELDS                                                        \
	"[supplier=] [owner=] [status=planned|in-use|phase-out|out] "     \
	"[planned_from=] [in_use_from=] [phase_out_from=] [out_from=] "   \
	"[kind=package|service|custom|platform] "                         \
	"[hosting=saas|paas|iaas|on-premises] [country=] [users=] "       \
	"[cost=] [contract_end=] [support_end=] [sso=entree|other|none] " \
	"[availability=low|medium|high] [integrity=low|medium|high] "     \
	"[confidentiality=low|medium|high] "                              \
	"[personal_data=none|ordinary|special] [note=]"

static const struct ibp_action actions[] = {
	{.name = "model versions",
	 .help = N_("List the editions of the reference model."),
	 .run = ibp_cmd_map_model_versions},
	{.name = "model list",
	 .arguments = "[version=V]",
	 .help = N_("List the elements of the reference model."),
	 .run = ibp_cmd_map_model_list},
	{.name = "model show",
	 .arguments = "ELEMENT [version=V]",
	 .help = N_("Show one element, with its place and its relations."),
	 .run = ibp_cmd_map_model_show},
	{.name = "model import",
	 .arguments = "PATH version=V [commit=] [source=]",
	 .help = N_("Make an edition from the publisher's own files."),
	 .run = ibp_cmd_map_model_import},
	{.name = "model check",
	 .arguments = "FILE",
	 .help = N_("Look for faults in a file with a reference model."),
	 .run = ibp_cmd_map_model_check},
	{.name = "suggest",
	 .arguments = "[APP]",
	 .help = N_("Propose places for applications, to take or leave."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_suggest},
	{.name = "coverage",
	 .help = N_("Show which applications serve which function."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_coverage},
	{.name = "gaps",
	 .help = N_("List the functions that have no application, and the "
		    "other way round."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_gaps},
	{.name = "overlaps",
	 .help = N_(
		 "List the applications that do the same for the same school."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_overlaps},
	{.name = "agreements",
	 .help = N_(
		 "List what asks for attention in agreements and contracts."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_agreements},
	{.name = "impact",
	 .arguments = "APP|ELEMENT",
	 .help = N_("Show what is hit without an application, or what stands "
		    "on an element."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_impact},
	{.name = "landscape",
	 .help = N_("Show the applications on a day, beside today."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_landscape},
	{.name = "app add",
	 .arguments = "NAME " APP_FIELDS,
	 .help = N_("Add an application of the board."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_app_add},
	{.name = "app set",
	 .arguments = "APP... [name=] " APP_FIELDS,
	 .help = N_("Change what is known about applications."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_app_set},
	{.name = "app rm",
	 .arguments = "APP",
	 .help = N_("Remove an application with all that is said about it."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_app_rm},
	{.name = "app list",
	 .help = N_("List the applications of the board."),
	 .needs = READ,
	 .run = ibp_cmd_map_app_list},
	{.name = "app show",
	 .arguments = "APP",
	 .help = N_("Show one application with its places and couplings."),
	 .needs = READ | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_app_show},
	{.name = "agreement set",
	 .arguments = "APP... [status=none|requested|signed|expired|"
		      "not-needed] [model_version=] [scope=board|school] "
		      "[signed=] [ends=] "
		      "[dpia=not-needed|needed|central|local] [dpia_date=]",
	 .help = N_("Say how the processing agreement and the DPIA stand."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_agreement_set},
	{.name = "use",
	 .arguments = "APP [SCHOOL...]",
	 .help = N_("Say which schools use an application; none named: "
		    "all."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_use},
	{.name = "unuse",
	 .arguments = "APP SCHOOL...",
	 .help = N_("Say which schools do not use an application."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_unuse},
	{.name = "link",
	 .arguments = "APP ELEMENT [kind=main|partial|planned] [note=]",
	 .help = N_("Place an application on an element of FORA."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_link},
	{.name = "unlink",
	 .arguments = "APP ELEMENT",
	 .help = N_("Take an application away from an element of FORA."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_unlink},
	{.name = "couple",
	 .arguments = "APP APP [data=] [direction=to|from|both] [via=] "
		      "[standard=]",
	 .help = N_("Say what flows from one application to another."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_couple},
	{.name = "uncouple",
	 .arguments = "APP APP [data=]",
	 .help = N_("Remove what flows between two applications."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_uncouple},
	{.name = "exclude",
	 .arguments = "ELEMENT reason=TEXT",
	 .help = N_("Say that an element of FORA is not for this board."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_exclude},
	{.name = "include",
	 .arguments = "ELEMENT",
	 .help = N_("Say that an element is for this board again."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_include},
	{.name = "import",
	 .arguments = "FILE",
	 .help = N_("Take in a list of applications, or what `export` made."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_import},
	{.name = "export",
	 .help = N_("Write the landscape in a form for other programs."),
	 .needs = QUESTION,
	 .run = ibp_cmd_map_export},
	{.name = "upgrade",
	 .arguments = "--to=VERSION",
	 .help = N_("Carry the landscape over to another edition of FORA."),
	 .needs = WRITE | IBP_NEED_MODEL,
	 .run = ibp_cmd_map_upgrade},
	{.name = "confirm",
	 .arguments = "APP|ELEMENT...",
	 .help = N_("Take away the mark \"look again\" after an upgrade."),
	 .needs = WRITE,
	 .run = ibp_cmd_map_confirm},
	{.name = "restore",
	 .arguments = "[COPY]",
	 .help = N_("List the automatic copies, or go back to one."),
	 .run = ibp_cmd_restore},
	{.name = "check",
	 .help = N_("Look for faults and for what could be better."),
	 .run = ibp_cmd_map_check},
	{.name = "log",
	 .help = N_("Show who changed what and when, newest first."),
	 .needs = IBP_NEED_READ,
	 .run = ibp_cmd_map_log},
	{.name = "undo",
	 .help = N_("Take the last change back."),
	 .needs = IBP_NEED_WRITE,
	 .run = ibp_cmd_undo},
	{.name = "redo",
	 .help = N_("Do again what was taken back last."),
	 .needs = IBP_NEED_WRITE,
	 .run = ibp_cmd_redo},
	{.name = NULL},
};

#define AT(member) offsetof(struct ibp_options, member)

#define QUESTIONS "coverage gaps overlaps agreements impact landscape"

static const struct ibp_option options[] = {
	{0, "filter", "EXPR", N_("only what matches, such as 'name~toets'"),
	 AT(filter), "model app"},
	{0, "type", N_("TYPE"), N_("only elements of this type: component"),
	 AT(type), "model"},
	{0, "at", N_("DATE"), N_("the landscape on that day: 2027-08-01, +1y"),
	 AT(at), QUESTIONS},
	{0, "by", "function|domain|component", N_("the rows of coverage"),
	 AT(by), "coverage"},
	{0, "to", N_("VERSION"), N_("the edition to go to"), AT(version_wanted),
	 "upgrade"},
	{0, "columns", "MAP.yaml", N_("which column is which field"),
	 AT(columns), "import"},
	{0, "save-columns", "MAP.yaml",
	 N_("write down which column was which field"), AT(save_columns),
	 "import"},
	{0, "anonymous", NULL, N_("without owners and notes"), AT(anonymous),
	 "export"},
	{0, "all", NULL, N_("every place that is marked"), AT(all), "confirm"},
	{0, "strict", NULL, N_("end with status 1 for advice as well"),
	 AT(strict), "check"},
	{0, "off", N_("RULE,..."), N_("switch these rules off for good"),
	 AT(off), "check"},
	{0, "on", N_("RULE,..."), N_("switch these rules on"), AT(on), "check"},
	{0, "texts", NULL,
	 N_("take the publisher's texts along, for private use"), AT(texts),
	 "model"},
	{0, "format", "json|csv|md|plain|text|archimate|dot|mermaid|svg",
	 N_("the form of the result; from archimate on for export"), AT(format),
	 "model app suggest log check upgrade restore import "
	 "export " QUESTIONS},
	{0, NULL, NULL, NULL, 0, NULL},
};

static const char *const examples[] = {
	"fora-map model list --type=component --filter 'name~toets'",
	"fora-map model show component:Agendasysteem",
	NULL,
};

/* The editions of the model that this machine has. */
static void add_versions(struct ibp_run *run, struct ibp_buf *out)
{
	char *dir = ibp_path_data(run->options.data);
	struct ibp_arena arena = {0};
	struct ibp_strings versions = ibp_fora_versions(dir, &arena);

	ibp_buf_addf(out, _("Models in %s:"), dir);
	for (size_t i = 0; i < versions.count; i++)
		ibp_buf_addf(out, " fora %s", versions.items[i]);
	ibp_buf_add_char(out, '\n');
	ibp_arena_release(&arena);
	free(dir);
}

int main(int argc, char **argv)
{
	static const struct ibp_tool tool = {
		.name = "fora-map",
		.summary = N_("Look things up in the reference architecture "
			      "of education, FORA."),
		.examples = examples,
		.actions = actions,
		.options = options,
		.prepare = ibp_cmd_map_prepare,
		.release = ibp_cmd_map_release,
		.versions = add_versions,
	};

	return ibp_tool_main(&tool, argc, argv);
}
