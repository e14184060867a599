/* The options that every tool has. */
#include "cli/run.h"

#include "base/i18n.h"

#define AT(member) offsetof(struct ibp_options, member)

/* clang-format off */
const struct ibp_option ibp_common_options[] = {
	{'f', "file", N_("FILE"),
	 N_("the board's data file"), AT(file), NULL},
	{'a', "assessment", N_("NAME"),
	 N_("which assessment; else the newest open one"),
	 AT(assessment), NULL},
	{'o', "output", N_("FILE"),
	 N_("where the result goes; - is standard output"),
	 AT(output), NULL},
	{'n', "dry-run", NULL,
	 N_("show what would change, change nothing"), AT(dry_run), NULL},
	{'q', "quiet", NULL,
	 N_("say nothing about what went well"), AT(quiet), NULL},
	{'v', "verbose", NULL, N_("say more"), AT(verbose), NULL},
	{'h', "help", NULL,
	 N_("this help, or that of a command"), AT(help), NULL},
	{'V', "version", NULL,
	 N_("version, licence and versions of the data"), AT(version), NULL},
	{0, "usage", NULL, N_("a short reminder of all options"),
	 AT(usage), NULL},
	{0, "json", NULL, N_("the result as JSON"), AT(json), NULL},
	{0, "plain", NULL,
	 N_("the result as lines with tabs; without a command: questions and "
	    "answers"), AT(plain), NULL},
	{0, "lang", "nl|en", N_("language of this run"), AT(lang), NULL},
	{0, "data", N_("DIR"),
	 N_("folder with norms and examples"), AT(data), NULL},
	{0, "force", NULL,
	 N_("overwrite, and do not ask whether it is sure"), AT(force), NULL},
	{0, "no-input", NULL,
	 N_("never ask; end with status 2 instead"), AT(no_input), NULL},
	{0, "no-pager", NULL,
	 N_("long results go straight to the terminal"), AT(no_pager), NULL},
	{0, "no-color", NULL, N_("no colours"), AT(no_color), NULL},
	{0, "mouse", NULL,
	 N_("let the full screen use the mouse"), AT(mouse), NULL},
	{0, "completion", "bash|zsh|fish|words", NULL, AT(completion), NULL},
	{0, "script", N_("FILE"), NULL, AT(script), NULL},
	{0, NULL, NULL, NULL, 0, NULL},
};
/* clang-format on */
