/*
 * Looking things up in the tables of a tool: what parsing, help and
 * completion share.
 */
#ifndef IBP_CLI_TABLE_H
#define IBP_CLI_TABLE_H

#include "cli/run.h"

/* The common options and then those of TOOL, ends with NULL; free it. */
const struct ibp_option **ibp_cli_options(const struct ibp_tool *tool);

/* Whether OPTION may be given with ACTION (NULL: without a command). */
bool ibp_cli_option_fits(const struct ibp_option *option,
			 const struct ibp_action *action);

/* Whether it stands in --help and completion. */
bool ibp_cli_option_is_shown(const struct ibp_option *option);

/* Whether ACTION can be given on the command line. */
bool ibp_cli_is_command(const struct ibp_action *action);

/* Whether ACTION is a command of two words of which WORD is the first. */
bool ibp_cli_starts_with(const struct ibp_action *action, const char *word);

bool ibp_cli_is_group(const struct ibp_tool *tool, const char *word);

/* Whether WORD is what a data file is called, something.ibp. */
bool ibp_cli_is_data_name(const char *word);

/*
 * The command that WORDS begin with, at most two of them; *USED of them are
 * its name.  NULL: no such command.
 */
const struct ibp_action *ibp_cli_find(const struct ibp_tool *tool,
				      char *const *words, size_t count,
				      size_t *used);

/* Says that there is no such command, and what comes near. */
enum ibp_status ibp_cli_unknown(const struct ibp_tool *tool, char *const *words,
				size_t count, struct ibp_error *err);

#endif
