/* From the words on the command line to the exit status. */
#include "cli/run.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/screen.h"

/*
 * A handler of a signal cannot be handed anything: what it says on Ctrl-C
 * is made beforehand.
 */
static char stop_message[200];

static void stop(int number)
{
	ssize_t put = write(STDERR_FILENO, stop_message, strlen(stop_message));

	(void)put;
	_exit(128 + number);
}

/*
 * Everything that matters is a transaction or a file renamed at the end,
 * so that stopping needs no clean-up.  A reader that has seen enough ends
 * the program quietly, also where the caller had SIGPIPE ignored.
 */
static void set_signals(const struct ibp_tool *tool)
{
	struct sigaction on_stop = {.sa_handler = stop};
	struct sigaction on_pipe = {.sa_handler = SIG_DFL};

	snprintf(stop_message, sizeof(stop_message), "\n%s: %s\n", tool->name,
		 _("stopped."));
	sigaction(SIGINT, &on_stop, NULL);
	sigaction(SIGPIPE, &on_pipe, NULL);
}

/*
 * A data file must never be opened on the number of a standard stream that
 * was closed.  What stands in cannot be written, so that it is noticed.
 */
static void guard_streams(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

static enum ibp_status check_language(const char *chosen, struct ibp_error *err)
{
	const char *language = ibp_locale_language();

	if (!chosen || strncmp(chosen, language, strlen(language)) == 0)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no language `%s`: choose nl or en."),
			     chosen);
}

static enum ibp_status help(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_buf text = {0};
	size_t width = ibp_screen_width();
	enum ibp_status status;

	if (run->action && !run->tool->only)
		ibp_help_command(run->tool, run->action, width, &text);
	else if (run->word_count && !run->tool->only)
		ibp_help_group(run->tool, run->words[0], width, &text);
	else
		ibp_help_tool(run->tool, width, &text);
	status = ibp_run_write(run, &text, err);
	ibp_buf_release(&text);
	return status;
}

static enum ibp_status usage(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_help_usage(run->tool, ibp_screen_width(), &text);
	status = ibp_run_write(run, &text, err);
	ibp_buf_release(&text);
	return status;
}

static enum ibp_status version(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_help_version(run->tool, &text);
	if (run->tool->versions)
		run->tool->versions(run, &text);
	status = ibp_run_write(run, &text, err);
	ibp_buf_release(&text);
	return status;
}

static enum ibp_status completion(struct ibp_run *run, struct ibp_error *err)
{
	const char *shell = run->options.completion;
	struct ibp_buf text = {0};
	enum ibp_status status = IBP_OK;

	if (strcmp(shell, "words") == 0)
		ibp_completion_add_words(run->tool, run->words, run->word_count,
					 &text);
	else
		status =
			ibp_completion_add_script(run->tool, shell, &text, err);
	if (!status)
		status = ibp_run_write(run, &text, err);
	ibp_buf_release(&text);
	return status;
}

/* Without a command, a screen or an answer there is nothing to do. */
static enum ibp_status no_command(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_buf text = {0};

	(void)err;
	ibp_help_tool(run->tool, ibp_screen_width(), &text);
	fputs(ibp_buf_text(&text), run->messages);
	ibp_buf_release(&text);
	return IBP_USAGE;
}

typedef enum ibp_status act(struct ibp_run *run, struct ibp_error *err);

static act *choose(const struct ibp_run *run)
{
	const struct ibp_tool *tool = run->tool;

	if (run->action)
		return run->action->run;
	if (tool->screen && run->options.script)
		return tool->screen;
	if (tool->plain && (run->options.plain || ibp_screen_wants_plain()))
		return tool->plain;
	if (tool->screen && ibp_screen_is_terminal())
		return tool->screen;
	return no_command;
}

static enum ibp_status start(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_options *options = &run->options;
	enum ibp_status status = IBP_OK;
	act *chosen;

	if (options->help)
		return help(run, err);
	if (options->usage)
		return usage(run, err);
	if (options->version)
		return version(run, err);
	if (options->completion)
		return completion(run, err);
	chosen = choose(run);
	if (chosen != no_command && run->tool->prepare)
		status = run->tool->prepare(run, err);
	if (!status)
		status = chosen(run, err);
	if (chosen != no_command && run->tool->release)
		run->tool->release(run);
	return status;
}

/* A full disk is only known when the last byte was really written. */
static enum ibp_status finish(struct ibp_run *run, enum ibp_status status,
			      struct ibp_error *err)
{
	if (fclose(run->out) == 0 || (status && status != IBP_FOUND))
		return status;
	return ibp_run_cannot_write(err);
}

static void report(const struct ibp_run *run, const struct ibp_error *err)
{
	struct ibp_buf safe = {0};
	size_t more;

	if (!err->text)
		return;
	ibp_text_add_safe(&safe, err->text);
	if (err->placed)
		fprintf(run->messages, "%s\n", ibp_buf_text(&safe));
	else
		fprintf(run->messages, "%s: %s\n", run->tool->name,
			ibp_buf_text(&safe));
	ibp_buf_release(&safe);
	if (err->count <= IBP_ERROR_MAX)
		return;
	more = err->count - IBP_ERROR_MAX;
	fprintf(run->messages, "%s: ", run->tool->name);
	fprintf(run->messages,
		ibp_ngettext("%zu more is not shown.",
			     "%zu more are not shown.", more),
		more);
	fputc('\n', run->messages);
}

int ibp_tool_main(const struct ibp_tool *tool, int argc, char **argv)
{
	struct ibp_run run = {
		.tool = tool,
		.out = stdout,
		.messages = stderr,
	};
	struct ibp_error err = {0};
	const char *language = ibp_cli_language(argc, argv);
	enum ibp_status status;

	guard_streams();
	ibp_locale_start(language);
	set_signals(tool);
	status = check_language(language, &err);
	if (!status)
		status = ibp_cli_parse(&run, argc, argv, &err);
	if (!status)
		status = start(&run, &err);
	status = finish(&run, status, &err);
	report(&run, &err);
	ibp_error_release(&err);
	free(run.words);
	return (int)status;
}
