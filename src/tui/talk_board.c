#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

static const struct {
	const char *name;
	bool needed;
	const char *help;
} rows[] = {
	{"name", true,
	 N_("The name of the school board, as it stands in the "
	    "reports.")},
	{"sector", true, N_("What kind of education the board gives.")},
	{"students", false,
	 N_("How many students all schools have together. "
	    "It is only used to compare with boards of "
	    "the same size.")},
	{"schools", false, N_("How many schools the board has.")},
	{"province", false, N_("Where most of the schools are.")},
};

#define ROW_COUNT (sizeof(rows) / sizeof(*rows))

static enum ibp_plain_reply ask_row(struct ibp_talk *talk, size_t row,
				    char **values)
{
	struct ibp_field field =
		*ibp_field_find(ibp_board_fields, rows[row].name);
	struct ibp_chat_ask ask = {.field = &field,
				   .shown = values[row],
				   .help = _(rows[row].help)};
	enum ibp_plain_reply reply;
	char *value = NULL;

	field.required = rows[row].needed;
	if (!strcmp(field.name, "name"))
		field.label = N_("Name of the board");
	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	if (reply == IBP_PLAIN_TEXT) {
		free(values[row]);
		values[row] = value;
	}
	return reply;
}

/* True as soon as there is enough to make a file from. */
static bool is_enough(char **values)
{
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (rows[i].needed && !values[i])
			return false;
	return true;
}

/* Asks until the last row, or until there is nothing more to ask. */
static void ask_rows(struct ibp_talk *talk, char **values)
{
	size_t row = 0;

	while (row < ROW_COUNT) {
		enum ibp_plain_reply reply = ask_row(talk, row, values);

		if (reply == IBP_PLAIN_STOP)
			return;
		if (reply != IBP_PLAIN_BACK)
			row++;
		else if (row)
			row--;
	}
}

static bool create(struct ibp_talk *talk, char **values)
{
	struct ibp_changes facts = {0};
	struct ibp_error err = {0};
	enum ibp_status status;

	for (size_t i = 0; i < ROW_COUNT; i++)
		if (values[i])
			ibp_changes_add(&facts, IBP_SUBJECT_BOARD, 0, "",
					rows[i].name, NULL, values[i]);
	status = talk->calls->create(talk->calls->context, facts.items,
				     facts.count, &talk->board, &err);
	ibp_changes_release(&facts);
	if (status) {
		ibp_chat_complain(&talk->chat, &err);
		return false;
	}
	ibp_plain_say(&talk->chat.plain,
		      _("The file is made, with a first assessment."));
	return true;
}

bool ibp_talk_make_board(struct ibp_talk *talk)
{
	char *values[ROW_COUNT] = {NULL};
	bool made = false;

	ibp_plain_say(&talk->chat.plain,
		      _("There is no file for your board yet. A few questions "
			"make it."));
	ask_rows(talk, values);
	if (is_enough(values))
		made = create(talk, values);
	else
		ibp_plain_say(&talk->chat.plain,
			      _("No file is made: that needs a name and a "
				"sector."));
	for (size_t i = 0; i < ROW_COUNT; i++)
		free(values[i]);
	return made;
}
