/*
 * fora-map: the reference architecture of primary and secondary education,
 * and which applications of a board have a place in it.  Tables and wiring;
 * what a command does is in cmd/.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/map.h"
#include "map_actions.h"
#include "map_calls.h"

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
		.actions = ibp_map_actions,
		.options = options,
		.prepare = ibp_cmd_map_prepare,
		.release = ibp_cmd_map_release,
		.screen = ibp_map_calls_screen,
		.plain = ibp_map_calls_plain,
		.versions = add_versions,
	};

	return ibp_tool_main(&tool, argc, argv);
}
