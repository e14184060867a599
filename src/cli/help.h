/*
 * What a tool says about itself, made from its tables.  Everything fits in
 * 80 columns; ends with a newline.
 */
#ifndef IBP_CLI_HELP_H
#define IBP_CLI_HELP_H

#include "base/buf.h"
#include "cli/run.h"

void ibp_help_tool(const struct ibp_tool *tool, size_t width,
		   struct ibp_buf *out);
void ibp_help_command(const struct ibp_tool *tool,
		      const struct ibp_action *action, size_t width,
		      struct ibp_buf *out);
/* All commands that begin with WORD, such as "evidence". */
void ibp_help_group(const struct ibp_tool *tool, const char *word, size_t width,
		    struct ibp_buf *out);
void ibp_help_usage(const struct ibp_tool *tool, size_t width,
		    struct ibp_buf *out);

/* Without the versions of the data. */
void ibp_help_version(const struct ibp_tool *tool, struct ibp_buf *out);

#endif
