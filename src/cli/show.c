/* Results, messages and questions of a command. */
#include "cli/run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/pager.h"
#include "cli/screen.h"

static enum ibp_status find_form(const struct ibp_options *options,
				 enum ibp_form *form, struct ibp_error *err)
{
	*form = IBP_FORM_TEXT;
	if (options->json)
		*form = IBP_FORM_JSON;
	else if (options->plain)
		*form = IBP_FORM_PLAIN;
	else if (options->format)
		*form = ibp_form_find(options->format);
	if (*form == IBP_FORM_COUNT)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no format `%s`: choose json, "
				       "csv, md, plain or text."),
				     options->format);
	return IBP_OK;
}

enum ibp_status ibp_run_cannot_write(struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("Not everything could be written to standard "
			       "output: %s."),
			     strerror(errno));
}

static bool fits(const char *text)
{
	size_t lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines < ibp_screen_height();
}

static enum ibp_status write_text(struct ibp_run *run,
				  const struct ibp_buf *text, bool may_page,
				  struct ibp_error *err)
{
	const struct ibp_options *options = &run->options;

	if (options->output && strcmp(options->output, "-") != 0)
		return ibp_file_write(options->output, ibp_buf_text(text),
				      text->length, options->force, err);
	if (may_page && !options->no_pager && ibp_screen_is_terminal() &&
	    !fits(ibp_buf_text(text)) &&
	    ibp_pager_show(text->data, text->length))
		return IBP_OK;
	if (fwrite(ibp_buf_text(text), 1, text->length, run->out) !=
		    text->length ||
	    fflush(run->out) != 0)
		return ibp_run_cannot_write(err);
	return IBP_OK;
}

enum ibp_status ibp_run_show(struct ibp_run *run, const struct ibp_doc *doc,
			     struct ibp_error *err)
{
	bool to_file = run->options.output != NULL;
	struct ibp_render_options options = {
		.width = to_file ? 0 : ibp_screen_width(),
		.colour = !to_file && ibp_screen_has_colour(&run->options),
	};
	struct ibp_buf text = {0};
	enum ibp_form form;
	enum ibp_status status = find_form(&run->options, &form, err);

	if (status)
		return status;
	ibp_render(doc, form, &options, &text);
	status = write_text(run, &text, form == IBP_FORM_TEXT, err);
	ibp_buf_release(&text);
	return status;
}

enum ibp_status ibp_run_write(struct ibp_run *run, const struct ibp_buf *text,
			      struct ibp_error *err)
{
	return write_text(run, text, false, err);
}

static void say_line(struct ibp_run *run, const char *name, const char *format,
		     va_list args) __attribute__((format(printf, 3, 0)));

static void say_line(struct ibp_run *run, const char *name, const char *format,
		     va_list args)
{
	struct ibp_buf line = {0};
	struct ibp_buf safe = {0};

	ibp_buf_vaddf(&line, format, args);
	ibp_text_add_safe(&safe, ibp_buf_text(&line));
	fprintf(run->messages, "%s%s%s\n", name, *name ? ": " : "",
		ibp_buf_text(&safe));
	ibp_buf_release(&safe);
	ibp_buf_release(&line);
}

void ibp_run_say(struct ibp_run *run, const char *format, ...)
{
	va_list args;

	if (run->options.quiet)
		return;
	va_start(args, format);
	say_line(run, "", format, args);
	va_end(args);
}

void ibp_run_warn(struct ibp_run *run, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line(run, run->tool->name, format, args);
	va_end(args);
}

enum ibp_status ibp_run_ask(struct ibp_run *run, const char *question,
			    const char *wanted, char **answer,
			    struct ibp_error *err)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t length;

	if (run->options.no_input || !isatty(STDIN_FILENO))
		return ibp_error_set(err, IBP_USAGE,
				     _("An answer is needed: %s Give it "
				       "with %s."),
				     question, wanted);
	fprintf(run->messages, "%s ", question);
	fflush(run->messages);
	length = getline(&line, &size, stdin);
	if (length < 0) {
		free(line);
		return ibp_error_set(err, IBP_STOPPED, _("Stopped."));
	}
	line[strcspn(line, "\n")] = '\0';
	*answer = line;
	return IBP_OK;
}

enum ibp_status ibp_run_confirm(struct ibp_run *run, const char *question,
				bool *yes, struct ibp_error *err)
{
	/* TRANSLATORS: the letters that mean yes, in either case. */
	const char *letters = C_("answer", "yY");
	char *answer = NULL;
	enum ibp_status status;

	if (run->options.force) {
		*yes = true;
		return IBP_OK;
	}
	status = ibp_run_ask(run, question, "--force", &answer, err);
	if (status)
		return status;
	*yes = *answer && strchr(letters, *answer);
	free(answer);
	return IBP_OK;
}
