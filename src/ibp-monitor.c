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
