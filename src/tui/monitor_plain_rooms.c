/* The rooms of whoever gathers, read aloud. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "tui/monitor_rooms.h"
#include "tui/monitor_talk.h"

/* ---- A room -------------------------------------------------------------- */

static void add_stop(struct ibp_buf *text)
{
	if (text->length && text->data[text->length - 1] != '.')
		ibp_buf_add(text, ".");
}

static bool is_cell(const struct ibp_monitor_row *row, const char *text)
{
	for (size_t c = 0; c < IBP_MONITOR_CELLS; c++)
		if (row->cells[c] && strcmp(row->cells[c], text) == 0)
			return true;
	return false;
}

/* "2027. State: open. Invited: 60." and what the lower rows say. */
static const char *row_text(const struct ibp_column *columns,
			    const struct ibp_monitor_row *row,
			    struct ibp_arena *arena)
{
	struct ibp_buf text = {0};
	const char *kept;

	for (size_t c = 0; columns[c].max; c++) {
		const char *cell = row->cells[c] ? row->cells[c] : "";

		cell += strspn(cell, " ");
		if (!*cell)
			continue;
		add_stop(&text);
		if (c)
			ibp_plain_add(&text, "%s: %s",
				      ibp_pgettext_expr(IBP_DOMAIN, "column",
							columns[c].header),
				      cell);
		else
			ibp_plain_add(&text, "%s", cell);
	}
	if (row->whole && !is_cell(row, row->whole))
		ibp_buf_addf(&text, "\n%s", row->whole);
	kept = ibp_arena_strdup(arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return kept;
}

static void read_all(struct ibp_monitor_talk *talk, const char *const *texts,
		     size_t count)
{
	for (size_t i = 0; i < count; i++)
		ibp_plain_say_text(&talk->chat.plain, texts[i]);
}

/*
 * STAY: it could not be read.  Ten rows at a time, where BACK and STOP are a
 * person's.  What will be public is read whole, since nobody publishes what was
 * not heard.
 */
static enum ibp_chat_go read_room(struct ibp_monitor_talk *talk,
				  enum ibp_monitor_room room, const char *of)
{
	const struct ibp_monitor_calls *calls = talk->setup->calls;
	const struct ibp_monitor_room_kind *kind =
		&ibp_monitor_room_kinds[room];
	const struct ibp_monitor_ask ask = {room, talk->k, of};
	struct ibp_monitor_table table = {.count = 0};
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	const char **texts;

	if (calls->fill(calls->context, &ask, &arena, &table, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		goto out;
	}
	if (table.title)
		ibp_plain_say(&talk->chat.plain, "%s. %s.", _(kind->name),
			      table.title);
	if (!table.count)
		ibp_plain_say(&talk->chat.plain,
			      _("There is nothing here yet."));
	texts = ibp_arena_alloc(&arena, (table.count + 1) * sizeof(*texts));
	for (size_t i = 0; i < table.count; i++)
		texts[i] = row_text(kind->columns, &table.rows[i], &arena);
	go = IBP_CHAT_NEXT;
	if (room == IBP_MONITOR_PUBLISH)
		read_all(talk, texts, table.count);
	else
		go = ibp_chat_read_on(&talk->chat, texts, table.count);
out:
	ibp_arena_release(&arena);
	return go;
}

static enum ibp_chat_go say_editions(struct ibp_monitor_talk *talk)
{
	return read_room(talk, IBP_MONITOR_EDITIONS, NULL);
}

static enum ibp_chat_go say_boards(struct ibp_monitor_talk *talk)
{
	return read_room(talk, IBP_MONITOR_BOARDS, NULL);
}

static enum ibp_chat_go say_public(struct ibp_monitor_talk *talk)
{
	return read_room(talk, IBP_MONITOR_PUBLISH, NULL);
}

/* ---- Preview ------------------------------------------------------------- */

static enum ibp_chat_go set_k(struct ibp_monitor_talk *talk, long k)
{
	if (k < talk->setup->k_floor) {
		ibp_plain_say(&talk->chat.plain, _("k is never below %ld."),
			      talk->setup->k_floor);
		return IBP_CHAT_STAY;
	}
	talk->k = k;
	return read_room(talk, IBP_MONITOR_PREVIEW, NULL);
}

/* Small letters for large ones do not matter. */
static bool is_called(const char *label, const char *folded)
{
	char *own = ibp_text_fold(label + strspn(label, " "));
	bool same = strcmp(own, folded) == 0;

	free(own);
	return same;
}

/* The key of the cell that a person names as the list does; NULL: none. */
static const char *find_cell(const struct ibp_monitor_table *table,
			     const char *text)
{
	char *folded = ibp_text_fold(text);
	const char *key = NULL;

	for (size_t i = 0; !key && i < table->count; i++)
		if (is_called(table->rows[i].cells[0], folded))
			key = table->rows[i].key;
	free(folded);
	return key;
}

static enum ibp_chat_go open_cell(struct ibp_monitor_talk *talk,
				  const char *text)
{
	const struct ibp_monitor_calls *calls = talk->setup->calls;
	const struct ibp_monitor_ask ask = {IBP_MONITOR_PREVIEW, talk->k, NULL};
	struct ibp_monitor_table table = {.count = 0};
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	const char *key = NULL;

	if (calls->fill(calls->context, &ask, &arena, &table, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		key = find_cell(&table, text);
	if (key)
		go = read_room(talk, IBP_MONITOR_GROUPS, key);
	else
		ibp_plain_say(&talk->chat.plain,
			      _("%s is no cell of the list, and no whole "
				"number up to %d."),
			      text, IBP_MONITOR_K_MAX);
	ibp_arena_release(&arena);
	return go;
}

/* The tree, for as long as another k or the groups of a cell are asked. */
static enum ibp_chat_go say_preview(struct ibp_monitor_talk *talk)
{
	enum ibp_chat_go go = read_room(talk, IBP_MONITOR_PREVIEW, NULL);

	if (go == IBP_CHAT_STAY)
		return IBP_CHAT_MENU;
	while (go == IBP_CHAT_STAY || go == IBP_CHAT_NEXT) {
		const struct ibp_plain_question question = {
			.text = _("Another k, or a cell"),
			.enter = _("Enter leaves the list"),
			.help = _("A number is how many boards a cell needs at "
				  "least; the preview is made anew. The name "
				  "of a cell, as in the list, reads its "
				  "groups.")};
		enum ibp_plain_reply reply;
		const char *text;
		long k;

		reply = ibp_plain_ask(&talk->chat.plain, &question, &text);
		if (reply != IBP_PLAIN_TEXT)
			go = ibp_chat_reply_go(reply, IBP_CHAT_MENU);
		else if (ibp_num_parse(text, IBP_MONITOR_K_MAX, &k))
			go = set_k(talk, k);
		else
			go = open_cell(talk, text);
	}
	return go;
}

/* ---- Publish ------------------------------------------------------------- */

static enum ibp_chat_go publish(struct ibp_monitor_talk *talk,
				const char *folder)
{
	const struct ibp_monitor_calls *calls = talk->setup->calls;
	struct ibp_error err = {0};

	if (calls->publish(calls->context, talk->k, folder, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		ibp_plain_say(&talk->chat.plain, _("The figures are in %s."),
			      folder);
	return IBP_CHAT_MENU;
}

/* Only the word publishes. */
static enum ibp_chat_go ask_word(struct ibp_monitor_talk *talk,
				 const char *folder)
{
	const char *word = C_("word to type", "publish");
	const struct ibp_plain_question question = {
		.text = _("Type the word"),
		.answers = word,
		.enter = _("Enter publishes nothing"),
		.help = _("What is published cannot be taken back.")};
	const char *text;
	enum ibp_plain_reply reply =
		ibp_plain_ask(&talk->chat.plain, &question, &text);

	if (reply == IBP_PLAIN_TEXT && ibp_text_equal(text, word))
		return publish(talk, folder);
	ibp_plain_say(&talk->chat.plain, _("Nothing was published."));
	return ibp_chat_reply_go(reply, IBP_CHAT_MENU);
}

static enum ibp_chat_go ask_publish(struct ibp_monitor_talk *talk)
{
	const struct ibp_plain_question question = {
		.text = _("New folder for the figures"),
		.enter = _("Enter publishes nothing"),
		.help = _("The folder is made; it must be new or empty.")};
	enum ibp_chat_go go = read_room(talk, IBP_MONITOR_PUBLISH, NULL);
	enum ibp_plain_reply reply;
	const char *text;
	char *folder;

	if (go != IBP_CHAT_NEXT)
		return go;
	reply = ibp_plain_ask(&talk->chat.plain, &question, &text);
	if (reply != IBP_PLAIN_TEXT) {
		ibp_plain_say(&talk->chat.plain, _("Nothing was published."));
		return ibp_chat_reply_go(reply, IBP_CHAT_MENU);
	}
	folder = ibp_strdup(text);
	go = ask_word(talk, folder);
	free(folder);
	return go;
}

const struct ibp_monitor_choice ibp_monitor_room_choices[] = {
	{N_("Editions"), say_editions}, {N_("Boards"), say_boards},
	{N_("Preview"), say_preview},   {N_("What is public"), say_public},
	{N_("Publish"), ask_publish},   {NULL, NULL},
};
