#include "cli/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

const struct ibp_option **ibp_cli_options(const struct ibp_tool *tool)
{
	const struct ibp_option *const tables[] = {ibp_common_options,
						   tool->options};
	const struct ibp_option **all = NULL;
	size_t capacity = 0;
	size_t count = 0;

	for (size_t i = 0; i < 2; i++) {
		const struct ibp_option *at = tables[i];

		for (; at && at->name; at++) {
			all = ibp_grow(all, &capacity, count + 1, sizeof(*all));
			all[count++] = at;
		}
	}
	all = ibp_grow(all, &capacity, count + 1, sizeof(*all));
	all[count] = NULL;
	return all;
}

/* Whether LIST, words between spaces, has the first word of NAME. */
static bool has_first_word(const char *list, const char *name)
{
	size_t length = strcspn(name, " ");
	const char *at = list;

	while (*(at += strspn(at, " "))) {
		size_t word = strcspn(at, " ");

		if (word == length && strncmp(at, name, length) == 0)
			return true;
		at += word;
	}
	return false;
}

bool ibp_cli_option_fits(const struct ibp_option *option,
			 const struct ibp_action *action)
{
	if (!option->commands)
		return true;
	return action && has_first_word(option->commands, action->name);
}

bool ibp_cli_option_is_shown(const struct ibp_option *option)
{
	return option->help != NULL;
}

bool ibp_cli_is_command(const struct ibp_action *action)
{
	return action->run != NULL;
}

/* The number of words of NAME that WORDS begin with; 0: not this one. */
static size_t matches(const char *name, char *const *words, size_t count)
{
	size_t used = 0;

	while (*name) {
		size_t length = strcspn(name, " ");

		if (used == count || strlen(words[used]) != length ||
		    strncmp(words[used], name, length) != 0)
			return 0;
		used++;
		name += length + (name[length] == ' ');
	}
	return used;
}

const struct ibp_action *ibp_cli_find(const struct ibp_tool *tool,
				      char *const *words, size_t count,
				      size_t *used)
{
	const struct ibp_action *found = NULL;

	*used = 0;
	if (tool->only)
		return tool->only;
	for (const struct ibp_action *at = tool->actions; at->name; at++) {
		size_t length;

		if (!ibp_cli_is_command(at))
			continue;
		length = matches(at->name, words, count);
		if (length > *used) {
			found = at;
			*used = length;
		}
	}
	return found;
}

bool ibp_cli_starts_with(const struct ibp_action *action, const char *word)
{
	size_t length = strlen(word);

	return ibp_cli_is_command(action) &&
	       strncmp(action->name, word, length) == 0 &&
	       action->name[length] == ' ';
}

bool ibp_cli_is_data_name(const char *word)
{
	size_t length = strlen(word);

	return length > 4 && strcmp(word + length - 4, ".ibp") == 0;
}

bool ibp_cli_is_group(const struct ibp_tool *tool, const char *word)
{
	for (const struct ibp_action *at = tool->actions; at->name; at++)
		if (ibp_cli_starts_with(at, word))
			return true;
	return false;
}

/* What may follow WORD in a command of two words: "add, list, rm". */
static char *seconds(const struct ibp_tool *tool, const char *word)
{
	struct ibp_buf list = {0};

	for (const struct ibp_action *at = tool->actions; at->name; at++)
		if (ibp_cli_starts_with(at, word))
			ibp_buf_addf(&list, "%s`%s`", list.length ? ", " : "",
				     at->name);
	return ibp_buf_take(&list);
}

static const char *nearest(const struct ibp_tool *tool, const char *text)
{
	const char **names = NULL;
	const char *found;
	size_t capacity = 0;
	size_t count = 0;

	for (const struct ibp_action *at = tool->actions; at->name; at++) {
		if (!ibp_cli_is_command(at))
			continue;
		names = ibp_grow(names, &capacity, count + 2, sizeof(*names));
		names[count++] = at->name;
	}
	names = ibp_grow(names, &capacity, count + 1, sizeof(*names));
	names[count] = NULL;
	found = ibp_text_nearest(text, names);
	free(names);
	return found;
}

enum ibp_status ibp_cli_unknown(const struct ibp_tool *tool, char *const *words,
				size_t count, struct ibp_error *err)
{
	enum ibp_status status;
	struct ibp_buf both = {0};
	char *list = seconds(tool, words[0]);
	const char *near = NULL;

	if (count > 1) {
		ibp_buf_addf(&both, "%s %s", words[0], words[1]);
		near = nearest(tool, both.data);
	}
	if (!near)
		near = nearest(tool, words[0]);
	if (*list)
		status = ibp_error_set(err, IBP_USAGE,
				       _("`%s` needs a second word: %s."),
				       words[0], list);
	else if (ibp_cli_is_data_name(words[0]))
		status =
			ibp_error_set(err, IBP_INPUT,
				      _("There is no data file %s."), words[0]);
	else if (near)
		status = ibp_error_set(
			err, IBP_USAGE,
			_("There is no command `%s`. Did you mean `%s`?"),
			words[0], near);
	else
		status = ibp_error_set(
			err, IBP_USAGE,
			_("There is no command `%s`. `%s --help` lists them."),
			words[0], tool->name);
	ibp_buf_release(&both);
	free(list);
	return status;
}
