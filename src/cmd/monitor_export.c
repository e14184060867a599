/*
 * export: shows all that leaves, asks, and writes it.  What is absent is
 * asked for, so that a person can begin with the bare command.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/monitor_leave.h"
#include "cmd/words.h"

#define CODE_FILE_MAX 1000

/* ---- What must be known -------------------------------------------------- */

typedef enum ibp_status set_answer(struct ibp_cmd_leave *leave,
				   const char *text, struct ibp_error *err);

/* GIVEN, or what a person answers to QUESTION. */
static enum ibp_status get(struct ibp_run *run, struct ibp_cmd_leave *leave,
			   const char *given, const char *question,
			   const char *wanted, set_answer *set,
			   struct ibp_error *err)
{
	char *typed = NULL;
	enum ibp_status status = IBP_OK;

	if (!given)
		status = ibp_run_ask(run, question, wanted, &typed, err);
	if (!status)
		status = set(leave, given ? given : typed, err);
	free(typed);
	return status;
}

/* A code never stands on a command line, which others on a machine can see. */
static enum ibp_status get_code(struct ibp_run *run,
				struct ibp_cmd_leave *leave,
				struct ibp_error *err)
{
	const char *from = run->options.code;
	bool is_typed = !from || (strcmp(from, "-") == 0 && isatty(0));
	struct ibp_buf text = {0};
	enum ibp_status status;

	if (is_typed)
		return get(run, leave, NULL, _("The code of the invitation:"),
			   "--code=-", ibp_cmd_leave_set_code, err);
	status = ibp_file_read(from, CODE_FILE_MAX, &text, err);
	if (!status)
		status =
			ibp_cmd_leave_set_code(leave, ibp_buf_text(&text), err);
	ibp_buf_release(&text);
	return status;
}

static enum ibp_status get_all(struct ibp_run *run, struct ibp_cmd_leave *leave,
			       struct ibp_error *err)
{
	enum ibp_status status =
		get(run, leave, run->options.edition,
		    _("Which edition? It stands in the invitation:"),
		    "--edition=YEAR", ibp_cmd_leave_set_edition, err);

	if (!status)
		status = get(run, leave, run->options.organisation,
			     _("Which organisation sent the invitation? Its "
			       "name stays in your own file:"),
			     "--for=NAME", ibp_cmd_leave_set_organisation, err);
	return status ? status : get_code(run, leave, err);
}

/* ---- Showing and writing --------------------------------------------------
 */

static void say_notes(struct ibp_run *run, const struct ibp_cmd_leave *leave)
{
	const char *line = ibp_buf_text(&leave->notes);

	while (*line) {
		size_t length = strcspn(line, "\n");

		ibp_run_say(run, "%.*s", (int)length, line);
		line += length + (line[length] == '\n');
	}
}

/* On the terminal, wherever the summary itself goes. */
static enum ibp_status show(const struct ibp_run *run,
			    const struct ibp_cmd_leave *leave,
			    struct ibp_error *err)
{
	struct ibp_run shown = *run;
	struct ibp_doc *doc = ibp_doc_new("export", NULL);
	enum ibp_status status;

	shown.options.output = NULL;
	ibp_doc_add_fact(doc, "file", _("File"), 0,
			 ibp_cell_text(ibp_buf_text(&leave->name)));
	ibp_doc_add_text(doc, _("Exactly this leaves your machine when you "
				"send the file, and nothing else:"));
	ibp_cmd_monitor_explain(doc, "export", &leave->summary,
				leave->board.catalogue);
	status = ibp_run_show(&shown, doc, err);
	ibp_doc_free(doc);
	return status;
}

/* E7 is said whatever was asked to be quiet. */
static void say_end(const struct ibp_run *run,
		    const struct ibp_cmd_leave *leave, const char *path)
{
	struct ibp_run loud = *run;
	char *farewell = ibp_cmd_leave_farewell(leave);

	ibp_run_say(&loud, _("Written: %s."), path);
	loud.options.quiet = false;
	ibp_run_say(&loud, "%s", farewell);
	free(farewell);
}

static enum ibp_status ask_and_write(struct ibp_run *run,
				     struct ibp_cmd_leave *leave,
				     struct ibp_error *err)
{
	const char *folder = run->options.output ? run->options.output : ".";
	char *path = NULL;
	bool yes = false;
	enum ibp_status status = IBP_OK;

	if (!run->options.dry_run)
		status = ibp_run_confirm(run, _("Write this file? [y/N]"), &yes,
					 err);
	if (status)
		return status;
	if (!yes) {
		ibp_run_say(run, _("Nothing was written."));
		return IBP_OK;
	}
	status = ibp_cmd_leave_write(leave, folder, &path, err);
	if (!status)
		say_end(run, leave, path);
	free(path);
	return status;
}

static enum ibp_status export(struct ibp_run *run, struct ibp_cmd_leave *leave,
			      struct ibp_error *err) {
	enum ibp_status status = get_all(run, leave, err);

	if (!status) status = ibp_cmd_leave_make(leave, err);
	if (status) return status;
	say_notes(run, leave);
	status = show(run, leave, err);
	return status ? status : ask_and_write(run, leave, err);
}

enum ibp_status ibp_cmd_monitor_export(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_cmd_leave leave = {.run = run};
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_leave_open(run, &leave, err);
	if (!status)
		status = export(run, &leave, err);
	ibp_cmd_leave_close(&leave);
	return status;
}
