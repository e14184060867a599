/*
 * fora-map: the reference architecture of primary and secondary education,
 * and which applications of a board have a place in it.  Tables and wiring;
 * what a command does is in cmd/.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/map.h"

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
	{.name = NULL},
};

#define AT(member) offsetof(struct ibp_options, member)

static const struct ibp_option options[] = {
	{0, "filter", "EXPR",
	 N_("only elements that match, such as 'name~toets'"), AT(filter),
	 "model"},
	{0, "type", N_("TYPE"), N_("only elements of this type: component"),
	 AT(type), "model"},
	{0, "texts", NULL,
	 N_("take the publisher's texts along, for private use"), AT(texts),
	 "model"},
	{0, "format", "json|csv|md|plain|text", N_("the form of the result"),
	 AT(format), "model"},
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
