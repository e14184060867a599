#include <config.h>

#include "cli/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/table.h"

#define WIDTH_MAX 80
#define NAME_WIDTH 26 /* of the left column; longer ones get a line */

static size_t page_width(size_t width)
{
	return width < WIDTH_MAX ? width : WIDTH_MAX;
}

/* TEXT in lines; all but the first behind INDENT spaces. */
static void add_wrapped(struct ibp_buf *out, const char *text, size_t indent,
			size_t width)
{
	size_t room = width > indent + 20 ? width - indent : 20;
	size_t skip;
	size_t length;
	const char *gap = "";

	while ((length = ibp_text_wrap(text, room, &skip)) || skip) {
		if (*gap)
			ibp_buf_add_times(out, " ", indent);
		ibp_buf_add_bytes(out, text, length);
		ibp_buf_add_char(out, '\n');
		text += skip;
		gap = " ";
	}
}

static void add_heading(struct ibp_buf *out, const char *text)
{
	ibp_buf_addf(out, "\n%s\n", text);
}

/* A name on the left, what it does on the right. */
static void add_entry(struct ibp_buf *out, const char *name, const char *help,
		      size_t width)
{
	size_t used = ibp_text_width(name) + 2;

	ibp_buf_addf(out, "  %s", name);
	if (used > NAME_WIDTH) {
		ibp_buf_add_char(out, '\n');
		used = 0;
	}
	ibp_buf_add_times(out, " ", NAME_WIDTH + 2 - used);
	add_wrapped(out, help, NAME_WIDTH + 2, width);
}

static void add_option(struct ibp_buf *out, const struct ibp_option *option,
		       size_t width)
{
	struct ibp_buf name = {0};

	if (option->letter)
		ibp_buf_addf(&name, "-%c, ", option->letter);
	else
		ibp_buf_add(&name, "    ");
	ibp_buf_addf(&name, "--%s", option->name);
	if (option->argument)
		ibp_buf_addf(&name, "=%s", _(option->argument));
	add_entry(out, ibp_buf_text(&name), _(option->help), width);
	ibp_buf_release(&name);
}

enum option_group {
	COMMON,  /* those with a letter */
	GENERAL, /* the others that every command takes */
	SPECIAL  /* those of some commands */
};

static enum option_group group_of(const struct ibp_option *option)
{
	if (option->commands)
		return SPECIAL;
	return option->letter ? COMMON : GENERAL;
}

static void add_options(struct ibp_buf *out, const struct ibp_tool *tool,
			enum option_group group,
			const struct ibp_action *action, size_t width)
{
	const struct ibp_option **options = ibp_cli_options(tool);

	for (size_t i = 0; options[i]; i++)
		if (ibp_cli_option_is_shown(options[i]) &&
		    group_of(options[i]) == group &&
		    (!action || ibp_cli_option_fits(options[i], action)))
			add_option(out, options[i], width);
	free(options);
}

static bool has_special_options(const struct ibp_tool *tool,
				const struct ibp_action *action)
{
	const struct ibp_option **options = ibp_cli_options(tool);
	bool found = false;

	for (size_t i = 0; options[i]; i++)
		if (group_of(options[i]) == SPECIAL &&
		    ibp_cli_option_is_shown(options[i]) &&
		    ibp_cli_option_fits(options[i], action))
			found = true;
	free(options);
	return found;
}

static void add_commands(struct ibp_buf *out, const struct ibp_tool *tool,
			 size_t width)
{
	for (const struct ibp_action *at = tool->actions; at->name; at++)
		if (ibp_cli_is_command(at))
			add_entry(out, at->name, _(at->help), width);
}

static void add_synopsis(struct ibp_buf *out, const char *name,
			 const char *rest, size_t width)
{
	struct ibp_buf line = {0};

	ibp_buf_addf(&line, _("Usage: %s %s"), name, rest);
	if (!*rest)
		ibp_buf_cut(&line, line.length - 1);
	add_wrapped(out, ibp_buf_text(&line), 4, width);
	ibp_buf_release(&line);
}

static void add_end(struct ibp_buf *out, const struct ibp_tool *tool,
		    size_t width)
{
	struct ibp_buf end = {0};

	if (tool->only)
		ibp_buf_addf(
			&end,
			_("`man %s` tells more. This program never uses "
			  "the network. Report mistakes through the issues "
			  "of %s."),
			tool->name, PACKAGE_NAME);
	else
		ibp_buf_addf(
			&end,
			_("`%s help COMMAND` tells more about one command. "
			  "This program never uses the network. Report "
			  "mistakes through the issues of %s."),
			tool->name, PACKAGE_NAME);
	ibp_buf_add_char(out, '\n');
	add_wrapped(out, ibp_buf_text(&end), 0, width);
	ibp_buf_release(&end);
}

void ibp_help_tool(const struct ibp_tool *tool, size_t width,
		   struct ibp_buf *out)
{
	struct ibp_buf words = {0};

	width = page_width(width);
	if (tool->only)
		ibp_buf_addf(&words, _("[OPTION...] %s"),
			     tool->only->arguments);
	else
		ibp_buf_add(&words, _("[OPTION...] [COMMAND [ARGUMENT...]]"));
	add_synopsis(out, tool->name, ibp_buf_text(&words), width);
	ibp_buf_release(&words);
	add_wrapped(out, _(tool->summary), 0, width);
	add_heading(out, _("Examples:"));
	for (const char *const *at = tool->examples; *at; at++)
		ibp_buf_addf(out, "  %s\n", *at);
	add_heading(out, _("Common options:"));
	add_options(out, tool, COMMON, NULL, width);
	if (!tool->only) {
		add_heading(out, _("Commands:"));
		add_commands(out, tool, width);
	}
	add_heading(out, _("More options:"));
	add_options(out, tool, GENERAL, NULL, width);
	if (!tool->only) {
		add_heading(out, _("Options of some commands:"));
		add_options(out, tool, SPECIAL, NULL, width);
	}
	add_end(out, tool, width);
}

static void add_command(struct ibp_buf *out, const struct ibp_tool *tool,
			const struct ibp_action *action, size_t width)
{
	struct ibp_buf name = {0};

	ibp_buf_addf(&name, "%s %s", tool->name, action->name);
	add_synopsis(out, ibp_buf_text(&name),
		     action->arguments ? action->arguments : "", width);
	ibp_buf_add_char(out, '\n');
	add_wrapped(out, _(action->help), 0, width);
	ibp_buf_release(&name);
}

void ibp_help_group(const struct ibp_tool *tool, const char *word, size_t width,
		    struct ibp_buf *out)
{
	width = page_width(width);
	for (const struct ibp_action *at = tool->actions; at->name; at++) {
		if (!ibp_cli_starts_with(at, word))
			continue;
		if (out->length)
			ibp_buf_add_char(out, '\n');
		add_command(out, tool, at, width);
	}
}

void ibp_help_command(const struct ibp_tool *tool,
		      const struct ibp_action *action, size_t width,
		      struct ibp_buf *out)
{
	width = page_width(width);
	add_command(out, tool, action, width);
	if (has_special_options(tool, action)) {
		add_heading(out, _("Options of this command:"));
		add_options(out, tool, SPECIAL, action, width);
	}
	add_heading(out, _("Common options:"));
	add_options(out, tool, COMMON, NULL, width);
	add_options(out, tool, GENERAL, NULL, width);
}

void ibp_help_usage(const struct ibp_tool *tool, size_t width,
		    struct ibp_buf *out)
{
	const struct ibp_option **options = ibp_cli_options(tool);
	struct ibp_buf line = {0};

	for (size_t i = 0; options[i]; i++) {
		if (!ibp_cli_option_is_shown(options[i]))
			continue;
		if (options[i]->letter)
			ibp_buf_addf(&line, "[-%c|--%s", options[i]->letter,
				     options[i]->name);
		else
			ibp_buf_addf(&line, "[--%s", options[i]->name);
		if (options[i]->argument)
			ibp_buf_addf(&line, "=%s", _(options[i]->argument));
		ibp_buf_add(&line, "] ");
	}
	ibp_buf_add(&line, tool->only ? tool->only->arguments :
					_("[COMMAND [ARGUMENT...]]"));
	add_synopsis(out, tool->name, ibp_buf_text(&line), page_width(width));
	ibp_buf_release(&line);
	free(options);
}

void ibp_help_version(const struct ibp_tool *tool, struct ibp_buf *out)
{
	const char *now = getenv("IBP_NOW");

	ibp_buf_addf(out, "%s (%s) %s\n", tool->name, PACKAGE_NAME,
		     PACKAGE_VERSION);
	ibp_buf_add(out, _("Licence: EUPL-1.2. You may use, change and share "
			   "it; there is no warranty."));
	ibp_buf_add_char(out, '\n');
	if (now && *now) {
		ibp_buf_addf(out, _("The clock is replaced: IBP_NOW=%s."), now);
		ibp_buf_add_char(out, '\n');
	}
}
