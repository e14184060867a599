/*
 * Completion for three shells.  The script of a shell is a few lines that
 * ask the tool itself what may follow, so that the tables of commands and
 * options are its only source:
 *
 *	TOOL --completion=words -- WORD... CURRENT
 *
 * answers with a line per proposal: the word, a tab, what it is.  The line
 * ":files" stands for the files of the shell, ":codes" for the codes of the
 * norms, ":domains" for what a filter says of a domain.
 */
#ifndef IBP_CLI_COMPLETION_H
#define IBP_CLI_COMPLETION_H

#include "base/buf.h"
#include "cli/run.h"

/* What WORDS, of which the last is being typed, may go on with. */
void ibp_completion_add_words(const struct ibp_tool *tool, char *const *words,
			      size_t count, struct ibp_buf *out);

/* The script for SHELL: bash, zsh or fish; another one is IBP_USAGE. */
enum ibp_status ibp_completion_add_script(const struct ibp_tool *tool,
					  const char *shell,
					  struct ibp_buf *out,
					  struct ibp_error *err);

#endif
