#include "cmd/monitor_leave.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"

#define SETTING "monitor" /* with the edition behind it: who was told */

enum ibp_status ibp_cmd_leave_open(const struct ibp_run *run,
				   struct ibp_cmd_leave *leave,
				   struct ibp_error *err)
{
	leave->run = run;
	return ibp_cmd_board_open(run, true, &leave->board, err);
}

void ibp_cmd_leave_close(struct ibp_cmd_leave *leave)
{
	ibp_cmd_board_close(&leave->board);
	ibp_buf_release(&leave->file);
	ibp_buf_release(&leave->notes);
	ibp_buf_release(&leave->name);
	free(leave->edition);
	free(leave->organisation);
	free(leave->others);
}

/* ---- What must be known ------------------------------------------------ */

enum ibp_status ibp_cmd_leave_set_edition(struct ibp_cmd_leave *leave,
					  const char *text,
					  struct ibp_error *err)
{
	if (!ibp_edition_is_valid(text))
		return ibp_error_set(err, IBP_USAGE,
				     _("\"%s\" is no edition: a year such as "
				       "2027, or 2027a to 2027d, is needed."),
				     text);
	free(leave->edition);
	leave->edition = ibp_strdup(text);
	return IBP_OK;
}

enum ibp_status ibp_cmd_leave_set_organisation(struct ibp_cmd_leave *leave,
					       const char *text,
					       struct ibp_error *err)
{
	char *clean = NULL;
	enum ibp_status status =
		ibp_text_clean(text, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX,
			       _("Organisation"), &clean, err);

	if (!status && ibp_text_is_empty(clean))
		status = ibp_error_set(
			err, IBP_USAGE,
			_("An organisation is needed: --for=NAME."));
	if (status) {
		free(clean);
		return status;
	}
	free(leave->organisation);
	leave->organisation = clean;
	return IBP_OK;
}

enum ibp_status ibp_cmd_leave_set_code(struct ibp_cmd_leave *leave,
				       const char *text, struct ibp_error *err)
{
	if (ibp_invitation_parse(text, &leave->invitation))
		return IBP_OK;
	return ibp_error_set(
		err, IBP_FOUND,
		_("E4: the code of the invitation is not right for edition %s. "
		  "Ask the organisation that invited you for a new code."),
		leave->edition);
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

static struct ibp_store *store_of(const struct ibp_cmd_leave *leave)
{
	return ibp_cmd_scan_of(&leave->board.run)->file.store;
}

static const char *setting_name(const struct ibp_cmd_leave *leave,
				struct ibp_arena *arena)
{
	return ibp_arena_printf(arena, SETTING "/%s", leave->edition);
}

/* E6 */
static enum ibp_status check_others(struct ibp_cmd_leave *leave,
				    struct ibp_error *err)
{
	const char *name = setting_name(leave, &leave->board.arena);
	enum ibp_status status;

	free(leave->others);
	leave->others = NULL;
	status = ibp_store_setting(store_of(leave), name, &leave->others, err);
	if (status || !leave->others ||
	    is_listed(leave->others, leave->organisation) ||
	    leave->run->options.force)
		return status;
	return ibp_error_set(
		err, IBP_FOUND,
		_("E6: in edition %s you made a summary for another "
		  "organisation already. Two publications beside each other "
		  "can tell more together than each alone. Go on with "
		  "--force."),
		leave->edition);
}

/* Writes the organisation down, in the board's own file and nowhere else. */
static enum ibp_status remember(struct ibp_cmd_leave *leave,
				struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	const char *list = leave->others;
	const char *value = leave->organisation;
	enum ibp_status status;

	if (list && is_listed(list, value))
		return IBP_OK;
	if (list)
		value = ibp_arena_printf(&changes.arena, "%s\n%s", list, value);
	ibp_changes_add(&changes, IBP_SUBJECT_SETTING, 0,
			setting_name(leave, &changes.arena), "value", list,
			value);
	status = ibp_store_apply(store_of(leave), changes.items, changes.count,
				 NULL, err);
	ibp_changes_release(&changes);
	return status;
}

/* ---- The summary --------------------------------------------------------- */

static void note_emptied(struct ibp_cmd_leave *leave, const bool *emptied)
{
	for (size_t i = 0; i < leave->summary.group_count; i++) {
		if (!emptied[i])
			continue;
		ibp_buf_addf(&leave->notes,
			     _("E3: group %s has fewer than %ld scored norms "
			       "and is sent empty."),
			     leave->board.catalogue->groups[i].code,
			     ibp_sdc_rules_default.scored_in_group);
		ibp_buf_add_char(&leave->notes, '\n');
	}
}

/* E5: what leaves must pass what those who receive it let it pass. */
static enum ibp_status check_itself(const struct ibp_cmd_leave *leave,
				    struct ibp_error *err)
{
	struct ibp_summary read;
	struct ibp_error fault = {0};
	enum ibp_status status =
		ibp_summary_parse("", ibp_buf_text(&leave->file),
				  leave->file.length, &read, &fault);

	if (!status)
		status = ibp_summary_check("", &read, leave->board.catalogue,
					   &ibp_sdc_rules_default, &fault);
	ibp_error_release(&fault);
	if (!status && ibp_summary_is_signed(&read, &leave->invitation))
		return IBP_OK;
	return ibp_error_set(err, IBP_FOUND,
			     _("E5: a check of this program itself failed; "
			       "nothing was written. Report this with code "
			       "E5."));
}

static void sign_and_write(struct ibp_cmd_leave *leave)
{
	struct ibp_summary *summary = &leave->summary;

	memcpy(summary->edition, leave->edition, strlen(leave->edition) + 1);
	memcpy(summary->catalogue, leave->board.catalogue->digest,
	       sizeof(summary->catalogue));
	ibp_invitation_token(&leave->invitation, summary->token_id);
	ibp_summary_sign(summary, &leave->invitation);
	ibp_buf_cut(&leave->file, 0);
	ibp_summary_write(summary, &leave->file);
	ibp_buf_cut(&leave->name, 0);
	ibp_buf_addf(&leave->name, "summary-%s-%s.json", summary->edition,
		     summary->token_id);
}

enum ibp_status ibp_cmd_leave_make(struct ibp_cmd_leave *leave,
				   struct ibp_error *err)
{
	bool emptied[IBP_CATALOGUE_GROUPS_MAX];
	enum ibp_status status = check_others(leave, err);

	if (!status)
		status = ibp_summary_make(&leave->board.source,
					  &ibp_sdc_rules_default,
					  &leave->summary, emptied, err);
	if (status)
		return status;
	ibp_buf_cut(&leave->notes, 0);
	note_emptied(leave, emptied);
	sign_and_write(leave);
	return check_itself(leave, err);
}

/* ---- Writing ------------------------------------------------------------- */

/* 1 January of the year of the edition: the file does not say more. */
static long file_time(const struct ibp_cmd_leave *leave)
{
	char time[] = "YYYY-01-01T00:00:00Z";

	memcpy(time, leave->edition, 4);
	return ibp_time_seconds(time);
}

enum ibp_status ibp_cmd_leave_write(struct ibp_cmd_leave *leave,
				    const char *folder, char **path,
				    struct ibp_error *err)
{
	/* Before the file: a summary that nobody remembers is not made. */
	enum ibp_status status = remember(leave, err);

	if (!status)
		status = ibp_file_make_dir(folder, err);
	if (status)
		return status;
	*path = ibp_path_join(folder, ibp_buf_text(&leave->name));
	return ibp_file_write_dated(
		*path, ibp_buf_text(&leave->file), leave->file.length,
		leave->run->options.force, file_time(leave), err);
}

char *ibp_cmd_leave_farewell(const struct ibp_cmd_leave *leave)
{
	struct ibp_buf text = {0};

	ibp_buf_addf(&text,
		     _("This file is confidential: without a name, but with a "
		       "profile that can be recognised. Send it to %s only, "
		       "and securely. That you take part is no secret, what "
		       "you scored is."),
		     leave->organisation);
	return ibp_buf_take(&text);
}
