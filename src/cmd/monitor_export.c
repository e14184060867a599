/*
 * export: shows all that leaves, asks, and writes it.  What is absent is
 * asked for, so that a person can begin with the bare command.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"
#include "cmd/monitor_board.h"
#include "cmd/words.h"
#include "core/invitation.h"
#include "exchange/summary.h"

#define SETTING "monitor" /* with the edition behind it: who was told */
#define CODE_FILE_MAX 1000
#define NAME_MAX_LENGTH 64

struct export
{
	struct ibp_run *run;
	struct ibp_cmd_board board;
	char *edition;
	char *organisation;
	char *code; /* as it was typed */
	struct ibp_invitation invitation;
	struct ibp_summary summary;
	struct ibp_buf file;
	bool emptied[IBP_CATALOGUE_GROUPS_MAX];
};

static void release(struct export *e)
{
	ibp_cmd_board_close(&e->board);
	ibp_buf_release(&e->file);
	free(e->edition);
	free(e->organisation);
	free(e->code);
}

/* ---- What must be known ------------------------------------------------- */

static enum ibp_status ask(struct export *e, const char *given,
			   const char *question, const char *wanted,
			   char **answer, struct ibp_error *err)
{
	if (!given)
		return ibp_run_ask(e->run, question, wanted, answer, err);
	*answer = ibp_strdup(given);
	return IBP_OK;
}

static enum ibp_status get_edition(struct export *e, struct ibp_error *err)
{
	enum ibp_status status =
		ask(e, e->run->options.edition,
		    _("Which edition? It stands in the invitation:"),
		    "--edition=YEAR", &e->edition, err);

	if (status || ibp_edition_is_valid(e->edition))
		return status;
	return ibp_error_set(err, IBP_USAGE,
			     _("\"%s\" is no edition: a year such as 2027, or "
			       "2027a to 2027d, is needed."),
			     e->edition);
}

static enum ibp_status get_organisation(struct export *e, struct ibp_error *err)
{
	char *typed = NULL;
	enum ibp_status status =
		ask(e, e->run->options.organisation,
		    _("Which organisation sent the invitation? Its name stays "
		      "in your own file:"),
		    "--for=NAME", &typed, err);

	if (!status)
		status = ibp_text_clean(typed, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX,
					_("Organisation"), &e->organisation,
					err);
	free(typed);
	if (!status && ibp_text_is_empty(e->organisation))
		return ibp_error_set(
			err, IBP_USAGE,
			_("An organisation is needed: --for=NAME."));
	return status;
}

/* A code never stands on a command line, which others on a machine can see. */
static enum ibp_status get_code(struct export *e, struct ibp_error *err)
{
	const char *from = e->run->options.code;
	bool is_typed = !from || (strcmp(from, "-") == 0 && isatty(0));
	struct ibp_buf text = {0};
	enum ibp_status status;

	if (is_typed)
		return ibp_run_ask(e->run, _("The code of the invitation:"),
				   "--code=-", &e->code, err);
	status = ibp_file_read(from, CODE_FILE_MAX, &text, err);
	e->code = ibp_buf_take(&text);
	return status;
}

static enum ibp_status read_code(struct export *e, struct ibp_error *err)
{
	if (ibp_invitation_parse(e->code, &e->invitation))
		return IBP_OK;
	return ibp_error_set(
		err, IBP_FOUND,
		_("E4: the code of the invitation is not right for edition %s. "
		  "Ask the organisation that invited you for a new code."),
		e->edition);
}

/* ---- Other organisations ------------------------------------------------ */

/* Whether LIST, names on lines, has NAME. */
static bool is_listed(const char *list, const char *name)
{
	char *wanted = ibp_text_fold(name);
	bool found = false;

	while (list && *list && !found) {
		size_t length = strcspn(list, "\n");
		char *line = ibp_strndup(list, length);
		char *folded = ibp_text_fold(line);

		found = strcmp(folded, wanted) == 0;
		list += length + (list[length] == '\n');
		free(folded);
		free(line);
	}
	free(wanted);
	return found;
}

static const char *setting_name(const struct export *e, struct ibp_arena *arena)
{
	return ibp_arena_printf(arena, SETTING "/%s", e->edition);
}

/* E6: *LIST is who was told before, new; NULL: nobody. */
static enum ibp_status check_others(struct export *e, char **list,
				    struct ibp_error *err)
{
	struct ibp_store *store = ibp_cmd_scan_of(&e->board.run)->file.store;
	enum ibp_status status = ibp_store_setting(
		store, setting_name(e, &e->board.arena), list, err);

	if (status || !*list || is_listed(*list, e->organisation) ||
	    e->run->options.force)
		return status;
	return ibp_error_set(
		err, IBP_FOUND,
		_("E6: in edition %s you made a summary for another "
		  "organisation already. Two publications beside each other "
		  "can tell more together than each alone. Go on with "
		  "--force."),
		e->edition);
}

/* Writes the organisation down, in the board's own file and nowhere else. */
static enum ibp_status remember(struct export *e, const char *list,
				struct ibp_error *err)
{
	struct ibp_store *store = ibp_cmd_scan_of(&e->board.run)->file.store;
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;
	const char *value = e->organisation;

	if (list && is_listed(list, e->organisation))
		return IBP_OK;
	if (list)
		value = ibp_arena_printf(&changes.arena, "%s\n%s", list, value);
	ibp_changes_add(&changes, IBP_SUBJECT_SETTING, 0,
			setting_name(e, &changes.arena), "value", list, value);
	status =
		ibp_store_apply(store, changes.items, changes.count, NULL, err);
	ibp_changes_release(&changes);
	return status;
}

/* ---- The summary -------------------------------------------------------- */

static void say_emptied(const struct export *e)
{
	for (size_t i = 0; i < e->summary.group_count; i++)
		if (e->emptied[i])
			ibp_run_say(e->run,
				    _("E3: group %s has fewer than %ld scored "
				      "norms and is sent empty."),
				    e->board.catalogue->groups[i].code,
				    ibp_sdc_rules_default.scored_in_group);
}

/* E5: what leaves must pass what those who receive it let it pass. */
static enum ibp_status check_itself(const struct export *e,
				    struct ibp_error *err)
{
	struct ibp_summary read;
	struct ibp_error fault = {0};
	enum ibp_status status = ibp_summary_parse(
		"", ibp_buf_text(&e->file), e->file.length, &read, &fault);

	if (!status)
		status = ibp_summary_check("", &read, e->board.catalogue,
					   &ibp_sdc_rules_default, &fault);
	ibp_error_release(&fault);
	if (!status && ibp_summary_is_signed(&read, &e->invitation))
		return IBP_OK;
	return ibp_error_set(err, IBP_FOUND,
			     _("E5: a check of this program itself failed; "
			       "nothing was written. Report this with code "
			       "E5."));
}

static enum ibp_status make(struct export *e, struct ibp_error *err)
{
	struct ibp_summary *summary = &e->summary;
	enum ibp_status status =
		ibp_summary_make(&e->board.source, &ibp_sdc_rules_default,
				 summary, e->emptied, err);

	if (status)
		return status;
	say_emptied(e);
	memcpy(summary->edition, e->edition, strlen(e->edition) + 1);
	memcpy(summary->catalogue, e->board.catalogue->digest,
	       sizeof(summary->catalogue));
	ibp_invitation_token(&e->invitation, summary->token_id);
	ibp_summary_sign(summary, &e->invitation);
	ibp_summary_write(summary, &e->file);
	return check_itself(e, err);
}

static const char *file_name(const struct export *e, char name[NAME_MAX_LENGTH])
{
	snprintf(name, NAME_MAX_LENGTH, "summary-%s-%s.json",
		 e->summary.edition, e->summary.token_id);
	return name;
}

/* On the terminal, wherever the summary itself goes. */
static enum ibp_status show(struct export *e, struct ibp_error *err)
{
	struct ibp_run shown = *e->run;
	struct ibp_doc *doc = ibp_doc_new("export", NULL);
	char name[NAME_MAX_LENGTH];
	enum ibp_status status;

	shown.options.output = NULL;
	ibp_doc_add_fact(doc, "file", _("File"), 0,
			 ibp_cell_text(ibp_arena_strdup(&doc->arena,
							file_name(e, name))));
	ibp_doc_add_text(doc, _("Exactly this leaves your machine when you "
				"send the file, and nothing else:"));
	ibp_cmd_monitor_explain(doc, "export", &e->summary, e->board.catalogue);
	status = ibp_run_show(&shown, doc, err);
	ibp_doc_free(doc);
	return status;
}

/* ---- Writing ------------------------------------------------------------ */

/* 1 January of the year of the edition: the file does not say more. */
static long file_time(const struct export *e)
{
	char time[] = "YYYY-01-01T00:00:00Z";

	memcpy(time, e->edition, 4);
	return ibp_time_seconds(time);
}

static enum ibp_status write_file(struct export *e, char **path,
				  struct ibp_error *err)
{
	const char *dir = e->run->options.output;
	char name[NAME_MAX_LENGTH];
	enum ibp_status status = IBP_OK;

	if (!dir)
		dir = ".";
	status = ibp_file_make_dir(dir, err);
	if (status)
		return status;
	*path = ibp_path_join(dir, file_name(e, name));
	return ibp_file_write_dated(*path, ibp_buf_text(&e->file),
				    e->file.length, e->run->options.force,
				    file_time(e), err);
}

/* E7 is said whatever was asked to be quiet. */
static void say_end(const struct export *e, const char *path)
{
	struct ibp_run loud = *e->run;

	ibp_run_say(e->run, _("Written: %s."), path);
	loud.options.quiet = false;
	ibp_run_say(&loud,
		    _("This file is confidential: without a name, but with a "
		      "profile that can be recognised. Send it to %s only, "
		      "and securely. That you take part is no secret, what "
		      "you scored is."),
		    e->organisation);
}

static enum ibp_status ask_and_write(struct export *e, const char *list,
				     struct ibp_error *err)
{
	char *path = NULL;
	bool yes = false;
	enum ibp_status status;

	if (e->run->options.dry_run) {
		ibp_run_say(e->run, _("Nothing was written."));
		return IBP_OK;
	}
	status =
		ibp_run_confirm(e->run, _("Write this file? [y/N]"), &yes, err);
	if (status)
		return status;
	if (!yes) {
		ibp_run_say(e->run, _("Nothing was written."));
		return IBP_OK;
	}
	/* Before the file: a summary that nobody remembers is not made. */
	status = remember(e, list, err);
	if (!status)
		status = write_file(e, &path, err);
	if (!status)
		say_end(e, path);
	free(path);
	return status;
}

static enum ibp_status export(struct export *e, struct ibp_error *err) {
	char *list = NULL; enum ibp_status status = get_edition(e, err);

	if (!status) status = get_organisation(e, err);
	if (!status) status = get_code(e, err);
	if (!status) status = read_code(e, err);
	if (!status) status = check_others(e, &list, err);
	if (!status) status = make(e, err);
	if (!status) status = show(e, err);
	if (!status) status = ask_and_write(e, list, err);
	free(list);
	return status;
}

enum ibp_status ibp_cmd_monitor_export(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct export e = {.run = run};
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_board_open(run, true, &e.board, err);
	if (!status)
		status = export(&e, err);
	release(&e);
	return status;
}
