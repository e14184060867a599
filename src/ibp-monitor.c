/*
 * ibp-monitor: summaries of boards that name nobody, and the figures of a
 * sector made from them.  Tables and wiring; what a command does is in cmd/,
 * the rules are in core/sdc*.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "cmd/monitor.h"

static const struct ibp_action actions[] = {
	{.name = "export",
	 .help = N_("Show what a summary tells, ask, and write it."),
	 .run = ibp_cmd_monitor_export},
	{.name = "show",
	 .arguments = "SUMMARY",
	 .help = N_("Explain a summary line by line."),
	 .run = ibp_cmd_monitor_show},
	{.name = "check",
	 .arguments = "SUMMARY...",
	 .help = N_("Read summaries strictly and name what is wrong."),
	 .run = ibp_cmd_monitor_check},
	{.name = "compare",
	 .arguments = "BENCHMARK.csv",
	 .help = N_("Put the board beside published figures."),
	 .run = ibp_cmd_monitor_compare},
	{.name = "invite",
	 .arguments = "boards.csv edition=YEAR",
	 .help = N_("Open an edition and make a code for every board."),
	 .run = ibp_cmd_monitor_invite},
	{.name = "strata",
	 .arguments = "FILE...",
	 .help = N_("Count the boards that exist."),
	 .run = ibp_cmd_monitor_strata},
	{.name = "receive",
	 .arguments = "SUMMARY|FOLDER...",
	 .help = N_("Check summaries and store them."),
	 .run = ibp_cmd_monitor_receive},
	{.name = "editions",
	 .help = N_("List the editions of a register."),
	 .run = ibp_cmd_monitor_editions},
	{.name = "boards",
	 .help = N_("List the invitations, and what came of each."),
	 .run = ibp_cmd_monitor_boards},
	{.name = "withdraw",
	 .arguments = "INVITATION...",
	 .help = N_("Take back invitations; their answers do not count."),
	 .run = ibp_cmd_monitor_withdraw},
	{.name = "merge",
	 .arguments = "REGISTER...",
	 .help = N_("Take in the registers of other intake desks."),
	 .run = ibp_cmd_monitor_merge},
	{.name = "preview",
	 .arguments = "[k=N]",
	 .help = N_("Show what would be published, and what not and why."),
	 .run = ibp_cmd_monitor_preview},
	{.name = "publish",
	 .arguments = "[k=N]",
	 .help = N_("Publish figures in which no board can be found."),
	 .run = ibp_cmd_monitor_publish},
	{.name = "clean",
	 .help = N_("Close the edition and delete answers and codes."),
	 .run = ibp_cmd_monitor_clean},
	{.name = NULL},
};

#define AT(member) offsetof(struct ibp_options, member)

static const struct ibp_option options[] = {
	{'r', "register", N_("FILE"), N_("the register file of an edition"),
	 AT(register_file), NULL},
	{0, "edition", N_("YEAR"), N_("the edition, as the invitation says"),
	 AT(edition), "export"},
	{0, "for", N_("NAME"), N_("the organisation that sent the invitation"),
	 AT(organisation), "export"},
	{0, "code", N_("FILE"),
	 N_("where the code of the invitation is; - is standard input"),
	 AT(code), "export"},
	{0, "sector", "po|vo|so",
	 N_("the sector in which most pupils are, else that of the board"),
	 AT(sector), "compare"},
	{0, "size", "S|M|L", N_("the size class of the board"), AT(size),
	 "compare"},
	{0, "mode", "k|dp", N_("rules with k boards, or noise"), AT(mode),
	 "publish"},
	{0, "epsilon", "N/1000", N_("how much the noise lets through"),
	 AT(epsilon), "publish"},
	{0, "clusters", NULL, N_("with noise: groups taken together"),
	 AT(clusters), "publish"},
	{0, "overall", NULL, N_("with noise: one figure for all norms"),
	 AT(overall), "publish"},
	{0, "excel-nl", NULL, N_("also a table for a Dutch Excel"),
	 AT(excel_nl), "publish"},
	{0, NULL, NULL, NULL, 0, NULL},
};

static const char *const examples[] = {
	"ibp-monitor export -n",
	"ibp-monitor show summary-2027-3d5be1a07c9f4412.json",
	NULL,
};

int main(int argc, char **argv)
{
	static const struct ibp_tool tool = {
		.name = "ibp-monitor",
		.summary = N_("Compare school boards without telling where any "
			      "of them stands."),
		.examples = examples,
		.actions = actions,
		.options = options,
		.prepare = ibp_cmd_monitor_prepare,
		.release = ibp_cmd_monitor_release,
	};

	return ibp_tool_main(&tool, argc, argv);
}
