#include "cli/parse.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/table.h"

#define FIRST_LONG 256 /* getopt_long's value of option number 0 */

struct parser {
	struct ibp_run *run;
	const struct ibp_option **options; /* ends with NULL */
	const struct ibp_option **given;   /* those that were given */
	size_t given_count;
	size_t given_capacity;
	size_t word_capacity;
};

const char *ibp_cli_language(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			return argv[i] + 7;
		if (strcmp(argv[i], "--lang") == 0)
			return i + 1 < argc ? argv[i + 1] : NULL;
	}
	return NULL;
}

/* "-" keeps words and options in order, ":" tells a missing value apart. */
static char *short_options(const struct ibp_option *const *options)
{
	struct ibp_buf text = {0};

	ibp_buf_add(&text, "-:");
	for (; *options; options++) {
		if (!(*options)->letter)
			continue;
		ibp_buf_add_char(&text, (*options)->letter);
		if ((*options)->argument)
			ibp_buf_add_char(&text, ':');
	}
	return ibp_buf_take(&text);
}

static struct option *long_options(const struct ibp_option *const *options)
{
	struct option *list = NULL;
	size_t capacity = 0;
	size_t count = 0;

	for (; options[count]; count++) {
		list = ibp_grow(list, &capacity, count + 2, sizeof(*list));
		list[count] = (struct option){
			.name = options[count]->name,
			.has_arg = options[count]->argument ?
					   required_argument :
					   no_argument,
			.val = FIRST_LONG + (int)count,
		};
	}
	list = ibp_grow(list, &capacity, count + 1, sizeof(*list));
	list[count] = (struct option){0};
	return list;
}

static const struct ibp_option *by_value(const struct parser *p, int value)
{
	if (value >= FIRST_LONG)
		return p->options[value - FIRST_LONG];
	for (size_t i = 0; p->options[i]; i++)
		if (p->options[i]->letter == value)
			return p->options[i];
	return NULL;
}

static enum ibp_status unknown_option(const struct parser *p, const char *word,
				      struct ibp_error *err)
{
	const struct ibp_tool *tool = p->run->tool;
	size_t length = strcspn(word, "=");
	char *name = ibp_strndup(word, length);
	const char **names = NULL;
	size_t capacity = 0;
	size_t count = 0;
	const char *near;

	for (size_t i = 0; p->options[i]; i++) {
		if (!ibp_cli_option_is_shown(p->options[i]))
			continue;
		names = ibp_grow(names, &capacity, count + 2, sizeof(*names));
		names[count++] = p->options[i]->name;
	}
	names = ibp_grow(names, &capacity, count + 1, sizeof(*names));
	names[count] = NULL;
	near = strncmp(name, "--", 2) == 0 ? ibp_text_nearest(name + 2, names) :
					     NULL;
	if (near)
		ibp_error_set(
			err, IBP_USAGE,
			_("There is no option `%s`. Did you mean `--%s`?"),
			name, near);
	else
		ibp_error_set(
			err, IBP_USAGE,
			_("There is no option `%s`. `%s --help` lists them."),
			name, tool->name);
	free(names);
	free(name);
	return IBP_USAGE;
}

/* What getopt_long did not understand. */
static enum ibp_status refuse(const struct parser *p, const char *word,
			      bool value_missing, struct ibp_error *err)
{
	const struct ibp_option *option = by_value(p, optopt);
	char letter[3] = {'-', (char)optopt, '\0'};

	if (value_missing && option)
		return ibp_error_set(err, IBP_USAGE,
				     _("Option `--%s` needs a value: %s."),
				     option->name, _(option->argument));
	if (optopt >= FIRST_LONG && option)
		return ibp_error_set(err, IBP_USAGE,
				     _("Option `--%s` takes no value."),
				     option->name);
	return unknown_option(p, optopt ? letter : word, err);
}

static void add_word(struct parser *p, char *word)
{
	struct ibp_run *run = p->run;

	run->words = ibp_grow(run->words, &p->word_capacity,
			      run->word_count + 1, sizeof(*run->words));
	run->words[run->word_count++] = word;
}

static void set_option(struct parser *p, const struct ibp_option *option,
		       const char *value)
{
	char *at = (char *)&p->run->options + option->offset;

	if (option->argument)
		*(const char **)(void *)at = value;
	else
		*(bool *)(void *)at = true;
	p->given = ibp_grow(p->given, &p->given_capacity, p->given_count + 1,
			    sizeof(*p->given));
	p->given[p->given_count++] = option;
}

static bool ends_reading(const struct ibp_options *options)
{
	return options->help || options->usage || options->version;
}

/* The words of --completion are those of another command line. */
static bool takes_command(const struct ibp_options *options)
{
	return !options->usage && !options->version && !options->completion;
}

static enum ibp_status read_all(struct parser *p, int argc, char **argv,
				struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;
	struct option *longs = long_options(p->options);
	char *shorts = short_options(p->options);
	int value;

	optind = 0; /* glibc: start anew */
	opterr = 0;
	while (!status && !ends_reading(&p->run->options)) {
		int at = optind ? optind : 1;

		optopt = 0;
		value = getopt_long(argc, argv, shorts, longs, NULL);
		if (value == -1)
			break;
		if (value == 1)
			add_word(p, optarg);
		else if (value == '?' || value == ':')
			status = refuse(p, argv[at], value == ':', err);
		else
			set_option(p, by_value(p, value), optarg);
	}
	if (!ends_reading(&p->run->options))
		while (optind < argc)
			add_word(p, argv[optind++]);
	free(shorts);
	free(longs);
	return status;
}

static void drop_words(struct ibp_run *run, size_t count)
{
	run->word_count -= count;
	memmove(run->words, run->words + count,
		run->word_count * sizeof(*run->words));
}

static bool is_data_file(const char *word)
{
	return ibp_cli_is_data_name(word) && ibp_file_exists(word);
}

static enum ibp_status check_options(const struct parser *p,
				     struct ibp_error *err)
{
	const struct ibp_action *action = p->run->action;

	for (size_t i = 0; i < p->given_count; i++) {
		if (ibp_cli_option_fits(p->given[i], action))
			continue;
		if (!action)
			return ibp_error_set(err, IBP_USAGE,
					     _("Option `--%s` needs one of the "
					       "commands %s."),
					     p->given[i]->name,
					     p->given[i]->commands);
		return ibp_error_set(err, IBP_USAGE,
				     _("Option `--%s` does not go with `%s`."),
				     p->given[i]->name, action->name);
	}
	return IBP_OK;
}

/* The words become a file, a command and its arguments. */
static enum ibp_status sort_words(struct parser *p, struct ibp_error *err)
{
	struct ibp_run *run = p->run;
	size_t used;

	if (run->tool->only) {
		run->action = run->tool->only;
		return IBP_OK;
	}
	if (run->word_count && !run->options.file &&
	    is_data_file(run->words[0])) {
		run->options.file = run->words[0];
		drop_words(run, 1);
	}
	if (!run->word_count)
		return IBP_OK;
	if (strcmp(run->words[0], "help") == 0) {
		run->options.help = true;
		drop_words(run, 1);
		if (!run->word_count)
			return IBP_OK;
	}
	run->action =
		ibp_cli_find(run->tool, run->words, run->word_count, &used);
	if (run->action) {
		drop_words(run, used);
		return IBP_OK;
	}
	if (run->options.help && run->word_count == 1 &&
	    ibp_cli_is_group(run->tool, run->words[0]))
		return IBP_OK;
	return ibp_cli_unknown(run->tool, run->words, run->word_count, err);
}

enum ibp_status ibp_cli_parse(struct ibp_run *run, int argc, char **argv,
			      struct ibp_error *err)
{
	struct parser p = {
		.run = run,
		.options = ibp_cli_options(run->tool),
	};
	enum ibp_status status = read_all(&p, argc, argv, err);

	if (!status && takes_command(&run->options))
		status = sort_words(&p, err);
	if (!status && !ends_reading(&run->options))
		status = check_options(&p, err);
	free(p.given);
	free(p.options);
	return status;
}
