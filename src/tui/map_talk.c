#include "tui/map_talk.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_application.h"

enum ibp_status ibp_map_talk_load(struct ibp_chat *chat, struct ibp_error *err)
{
	return ibp_map_load(&((struct ibp_map_talk *)chat)->map, err);
}

enum ibp_chat_go ibp_map_talk_save(struct ibp_map_talk *talk,
				   struct ibp_changes *changes,
				   struct ibp_error *err)
{
	bool saved = false;

	if (err->status)
		ibp_chat_complain(&talk->chat, err);
	else if (!changes->count)
		saved = true;
	else
		saved = ibp_chat_apply(&talk->chat, changes);
	ibp_changes_release(changes);
	return ibp_chat_saved_go(&talk->chat, saved);
}

/* What leads elsewhere on the screen, or is not filled in. */
static bool is_left_out(const struct ibp_page_item *item)
{
	bool leads = !item->label && item->id >= IBP_MAP_ITEM_ACT &&
		     item->id < IBP_MAP_ITEM_ELEMENT;

	return leads || ibp_text_is_empty(item->text) ||
	       ibp_text_equal(item->text, "-");
}

/* A heading is said once something comes below it. */
void ibp_map_talk_page(struct ibp_map_talk *talk, const struct ibp_page *page)
{
	const char *heading = NULL;

	for (size_t i = 0; i < page->count; i++) {
		const struct ibp_page_item *item = &page->items[i];

		if (item->heading)
			heading = item->label;
		if (item->heading || is_left_out(item))
			continue;
		if (heading)
			ibp_plain_say(&talk->chat.plain, "%s:", heading);
		heading = NULL;
		if (item->label && *item->label != '!')
			ibp_plain_say(&talk->chat.plain, "%s: %s", item->label,
				      item->text);
		else
			ibp_plain_say_text(&talk->chat.plain, item->text);
	}
}

/* ---- Numbered acts ---- */

static void add_items(const struct ibp_map_talk_item *items, size_t count,
		      struct ibp_buf *text)
{
	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(text, "%zu %s.\n", i + 1, _(items[i].label));
}

static void add_help(bool top, struct ibp_buf *text)
{
	if (top)
		ibp_buf_addf(text, "%s\n",
			     _("At every question: Enter keeps what is there, "
			       "< goes one question back, ? explains, q stops. "
			       "Every answer is saved at once. A backslash "
			       "before one of these signs makes it a text."));
}

enum ibp_chat_go ibp_map_talk_items(struct ibp_map_talk *talk,
				    const char *question,
				    const struct ibp_map_talk_item *items,
				    size_t count, long which, bool top)
{
	struct ibp_plain_question asked = {.text = question,
					   .enter = top ? NULL :
							  _("Enter goes on"),
					   .top = top};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	struct ibp_buf help = {0};
	struct ibp_buf list = {0};

	add_help(top, &help);
	add_items(items, count, &list);
	ibp_buf_add(&help, ibp_buf_text(&list));
	asked.help = ibp_buf_text(&help);
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&list));
	while (go == IBP_CHAT_STAY) {
		size_t chosen = 0;
		enum ibp_plain_reply reply = ibp_plain_choose(
			&talk->chat.plain, &asked, count, &chosen, NULL);

		go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
		if (reply != IBP_PLAIN_TEXT)
			break;
		go = items[chosen].run(talk, which);
		if (go == IBP_CHAT_BACK || (top && go != IBP_CHAT_STOP))
			go = IBP_CHAT_STAY;
	}
	ibp_buf_release(&list);
	ibp_buf_release(&help);
	return go;
}

/* ---- The menu ---- */

#define QUESTION(name, question)                                            \
	static enum ibp_chat_go name(struct ibp_map_talk *talk, long which) \
	{                                                                   \
		return ibp_map_talk_question(talk, question, which, NULL);  \
	}

QUESTION(overlaps, IBP_MAP_OVERLAPS)
QUESTION(agreements, IBP_MAP_AGREEMENTS)
QUESTION(contracts, IBP_MAP_CONTRACTS)
QUESTION(exclusions, IBP_MAP_EXCLUSIONS)

static enum ibp_chat_go search_elements(struct ibp_map_talk *talk, long which)
{
	(void)which;
	return ibp_map_talk_search(talk, 1);
}

static enum ibp_chat_go filter_elements(struct ibp_map_talk *talk, long which)
{
	(void)which;
	return ibp_map_talk_filter(talk, 1);
}

static enum ibp_chat_go say_log(struct ibp_map_talk *talk, long which)
{
	(void)which;
	return ibp_chat_log(&talk->chat, NULL);
}

static enum ibp_chat_go undo(struct ibp_map_talk *talk, long which)
{
	(void)which;
	ibp_chat_undo(&talk->chat);
	return IBP_CHAT_NEXT;
}

static enum ibp_chat_go redo(struct ibp_map_talk *talk, long which)
{
	(void)which;
	ibp_chat_redo(&talk->chat);
	return IBP_CHAT_NEXT;
}

/* Numbers are kept: a file of answers relies on them. */
static const struct ibp_map_talk_item items[] = {
	{N_("all applications"), ibp_map_talk_applications},
	{N_("search in applications"), ibp_map_talk_search},
	{N_("filter applications"), ibp_map_talk_filter},
	{N_("add an application"), ibp_map_talk_new},
	{N_("search in FORA"), search_elements},
	{N_("filter FORA"), filter_elements},
	{N_("the domains, with what is covered"), ibp_map_talk_domains},
	{N_("gaps"), ibp_map_talk_gaps},
	{N_("overlaps"), overlaps},
	{N_("agreements that ask for attention"), agreements},
	{N_("contracts that end"), contracts},
	{N_("proposals"), ibp_map_talk_proposals},
	{N_("what is not for us"), exclusions},
	{N_("another day"), ibp_map_talk_moment},
	{N_("log of changes"), say_log},
	{N_("undo"), undo},
	{N_("redo"), redo},
};

/* ---- Start and end ---- */

static void say_progress(struct ibp_map_talk *talk)
{
	const struct ibp_coverage_total *total =
		&ibp_map_functions(&talk->map)->total;
	size_t count = talk->map.now->application_count;

	ibp_plain_say(
		&talk->chat.plain,
		ibp_ngettext("%zu application.", "%zu applications.", count),
		count);
	ibp_plain_say(&talk->chat.plain, _("%zu of %zu covered, %zu gaps"),
		      total->covered, total->expected, total->gaps);
}

/* Only the name: the rest can be told in ibp-scan or the full screen. */
static bool make_board(struct ibp_map_talk *talk)
{
	struct ibp_field name = *ibp_field_find(ibp_board_fields, "name");
	struct ibp_chat_ask ask = {.field = &name};
	const struct ibp_map_calls *calls = talk->map.setup->calls;
	struct ibp_changes facts = {0};
	struct ibp_error err = {0};
	enum ibp_status status = IBP_OK;
	char *value = NULL;

	ibp_plain_say(&talk->chat.plain,
		      _("There is no file for your board yet. A few questions "
			"make it."));
	name.required = true;
	name.label = N_("Name of the board");
	if (ibp_chat_ask_field(&talk->chat, &ask, &value) != IBP_PLAIN_TEXT) {
		ibp_plain_say(&talk->chat.plain,
			      _("No file is made: that needs a name."));
		return false;
	}
	ibp_changes_add(&facts, IBP_SUBJECT_BOARD, 0, "", "name", NULL, value);
	status = calls->create(calls->context, facts.items, facts.count,
			       &talk->map.board, &err);
	ibp_changes_release(&facts);
	free(value);
	if (status)
		ibp_chat_complain(&talk->chat, &err);
	return !status;
}

static void start(struct ibp_map_talk *talk)
{
	if (!talk->map.board && !make_board(talk))
		return;
	if (!ibp_chat_reload(&talk->chat))
		return;
	ibp_plain_say(&talk->chat.plain, _("Board %s. FORA, edition %s."),
		      talk->map.board->name, talk->map.fora->version);
	say_progress(talk);
	ibp_map_talk_items(talk, _("Menu"), items,
			   sizeof(items) / sizeof(*items), 0, true);
}

static void stop(struct ibp_map_talk *talk)
{
	if (talk->chat.plain.ended)
		ibp_plain_say(&talk->chat.plain,
			      _("There are no more answers."));
	if (!talk->map.now)
		return;
	say_progress(talk);
	ibp_chat_end(&talk->chat);
}

enum ibp_status ibp_map_plain(const struct ibp_map_setup *setup, FILE *in,
			      FILE *out, struct ibp_error *err)
{
	struct ibp_map_talk talk = {
		.chat = {.plain = {.in = in, .out = out},
			 .calls = &setup->calls->file,
			 .today = setup->today,
			 .writable = setup->writable,
			 .load = ibp_map_talk_load},
		.map = {.setup = setup,
			.fora = setup->fora,
			.board = setup->board},
	};

	if (setup->notice)
		ibp_plain_say_text(&talk.chat.plain, setup->notice);
	start(&talk);
	stop(&talk);
	ibp_map_release(&talk.map);
	return ibp_chat_release(&talk.chat, err);
}
