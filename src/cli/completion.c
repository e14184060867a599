#include "cli/completion.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/table.h"

/* A line of words that may be taken apart: what was typed before. */
struct line {
	const struct ibp_tool *tool;
	const struct ibp_option **options;
	char **words; /* without options and their values */
	size_t count;
	/* The option that waits for its value, or NULL. */
	const struct ibp_option *open;
};

static void propose(struct ibp_buf *out, const char *prefix, const char *word,
		    size_t length, const char *help)
{
	ibp_buf_add(out, prefix);
	ibp_buf_add_bytes(out, word, length);
	if (help)
		ibp_buf_addf(out, "\t%s", _(help));
	ibp_buf_add_char(out, '\n');
}

/* The option of "-f", "--file" or "--file=..."; NULL: none. */
static const struct ibp_option *find_option(const struct line *line,
					    const char *word)
{
	size_t length = strcspn(word, "=");

	for (size_t i = 0; line->options[i]; i++) {
		const struct ibp_option *option = line->options[i];

		if (strncmp(word, "--", 2) == 0 ?
			    strlen(option->name) == length - 2 &&
				    strncmp(option->name, word + 2,
					    length - 2) == 0 :
			    option->letter && word[0] == '-' &&
				    word[1] == option->letter && !word[2])
			return option;
	}
	return NULL;
}

static void read_line(struct line *line, char *const *words, size_t count)
{
	line->words = ibp_alloc((count + 1) * sizeof(*line->words));
	for (size_t i = 0; i < count; i++) {
		const struct ibp_option *option = find_option(line, words[i]);

		if (line->open)
			line->open = NULL;
		else if (option && option->argument && !strchr(words[i], '='))
			line->open = option;
		else if (words[i][0] != '-')
			line->words[line->count++] = words[i];
	}
	if (line->count && strcmp(line->words[0], "help") == 0)
		memmove(line->words, line->words + 1,
			--line->count * sizeof(*line->words));
}

static void propose_values(struct ibp_buf *out, const char *prefix,
			   const struct ibp_option *option)
{
	const char *at = option->argument;

	if (strstr(at, "FILE") || strcmp(at, "DIR") == 0) {
		ibp_buf_add(out, ":files\n");
		return;
	}
	if (strcmp(at, "EXPR") == 0)
		ibp_buf_add(out, ":domains\n");
	while (strchr(option->argument, '|') && *at) {
		size_t length = strcspn(at, "|");

		propose(out, prefix, at, length, NULL);
		at += length + (at[length] == '|');
	}
}

static void propose_options(struct ibp_buf *out, const struct line *line,
			    const struct ibp_action *action)
{
	for (size_t i = 0; line->options[i]; i++) {
		const struct ibp_option *option = line->options[i];
		struct ibp_buf word = {0};

		if (!ibp_cli_option_is_shown(option) ||
		    !ibp_cli_option_fits(option, action))
			continue;
		ibp_buf_addf(&word, "--%s%s", option->name,
			     option->argument ? "=" : "");
		propose(out, "", word.data, word.length, option->help);
		ibp_buf_release(&word);
	}
}

/* Whether an earlier command starts with the same LENGTH bytes as ACTION. */
static bool was_proposed(const struct ibp_tool *tool,
			 const struct ibp_action *action, size_t length)
{
	for (const struct ibp_action *at = tool->actions; at != action; at++)
		if (ibp_cli_is_command(at) &&
		    strncmp(at->name, action->name, length) == 0 &&
		    strcspn(at->name, " ") == length)
			return true;
	return false;
}

static void propose_commands(struct ibp_buf *out, const struct ibp_tool *tool)
{
	for (const struct ibp_action *at = tool->actions; at->name; at++) {
		size_t length = strcspn(at->name, " ");

		if (ibp_cli_is_command(at) && !was_proposed(tool, at, length))
			propose(out, "", at->name, length,
				at->name[length] ? NULL : at->help);
	}
	propose(out, "", "help", 4, NULL);
}

static void propose_seconds(struct ibp_buf *out, const struct ibp_tool *tool,
			    const char *first)
{
	size_t length = strlen(first);

	for (const struct ibp_action *at = tool->actions; at->name; at++)
		if (ibp_cli_is_command(at) &&
		    strncmp(at->name, first, length) == 0 &&
		    at->name[length] == ' ')
			propose(out, "", at->name + length + 1,
				strlen(at->name + length + 1), at->help);
}

/* Fields are the words in lower case with "=" behind them: "score=". */
static void propose_arguments(struct ibp_buf *out,
			      const struct ibp_action *action)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
	const char *all = action->arguments ? action->arguments : "";
	const char *at = all;

	if (strstr(at, "CODE"))
		ibp_buf_add(out, ":codes\n");
	if (strstr(at, "FILE") || strstr(at, "PATH") || strstr(at, ".ibp"))
		ibp_buf_add(out, ":files\n");
	while (*at) {
		size_t length = strspn(at, letters);

		if (length && at[length] == '=' && (at == all || at[-1] != '-'))
			propose(out, "", at, length + 1, NULL);
		at += length ? length : 1;
	}
}

static void propose_words(struct ibp_buf *out, const struct line *line,
			  const struct ibp_action *action)
{
	if (action)
		propose_arguments(out, action);
	else if (line->count)
		propose_seconds(out, line->tool, line->words[0]);
	else
		propose_commands(out, line->tool);
}

void ibp_completion_add_words(const struct ibp_tool *tool, char *const *words,
			      size_t count, struct ibp_buf *out)
{
	struct line line = {.tool = tool, .options = ibp_cli_options(tool)};
	const char *current = count ? words[count - 1] : "";
	const struct ibp_option *option = find_option(&line, current);
	const struct ibp_action *action;
	size_t used;

	read_line(&line, words, count ? count - 1 : 0);
	action = ibp_cli_find(tool, line.words, line.count, &used);
	if (line.open) {
		propose_values(out, "", line.open);
	} else if (option && option->argument && strchr(current, '=')) {
		char *prefix = ibp_strndup(current, strcspn(current, "=") + 1);

		propose_values(out, prefix, option);
		free(prefix);
	} else if (*current == '-') {
		propose_options(out, &line, action);
	} else {
		propose_words(out, &line, action);
	}
	free(line.words);
	free(line.options);
}
