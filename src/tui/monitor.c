#include "tui/monitor.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/app.h"
#include "tui/monitor_rooms.h"
#include "tui/term.h"
#include "tui/wrap.h"

/* A rule and three rows of text. */
#define PEEK_ROWS 4

/* What the rooms share. */
struct monitor {
	const struct ibp_monitor_setup *setup;
	long k;
};

struct room {
	enum ibp_monitor_room which;
	char *of; /* key of an edition or a cell; NULL: the newest */
	struct ibp_arena arena;
	struct ibp_monitor_table table;
	bool has_more; /* a row has more to say than its cells */
	struct ibp_list list;
};

const struct ibp_act_group ibp_monitor_groups[] = {
	{IBP_MONITOR_RAISE, N_("Publish")},
	{IBP_ACT_GO, N_("Go to")},
	{IBP_ACT_UP, N_("Move")},
	{IBP_ACT_HELP, N_("Help")},
	{IBP_ACT_REDRAW, N_("This screen")},
	{0, NULL},
};

static struct monitor *monitor_of(struct ibp_app *app)
{
	return app->setup.tool;
}

/* ---- a room -------------------------------------------------------------- */

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct room *room = context;
	const char *shown = room->table.rows[row].cells[column];

	*look = IBP_LOOK_PLAIN;
	ibp_buf_add(text, shown ? shown : "");
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct room *room = state;

	(void)app;
	ibp_buf_add(title, _(ibp_monitor_room_kinds[room->which].name));
	if (room->table.title)
		ibp_buf_addf(title, " [%s]", room->table.title);
}

static bool has_more(const struct ibp_monitor_table *table)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->rows[i].whole)
			return true;
	return false;
}

static void paint_more(const struct room *room, struct ibp_cells *cells,
		       size_t top)
{
	const char *whole = room->table.rows[room->list.at].whole;

	ibp_cells_fill(cells, top, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	ibp_wrap_paint(whole ? whole : "", cells, top + 1, 2,
		       cells->columns - 2, PEEK_ROWS - 1);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct room *room = state;
	struct ibp_list_rows rows = {
		.columns = ibp_monitor_room_kinds[room->which].columns,
		.count = room->table.count,
		.cell = cell,
		.context = room,
	};

	(void)app;
	if (!room->table.count) {
		ibp_wrap_paint(_("There is nothing here yet."), cells, top, 2,
			       cells->columns - 2, height);
		ibp_cells_set_cursor(cells, top, 2);
		return;
	}
	if (room->has_more && height > 2 * PEEK_ROWS) {
		height -= PEEK_ROWS;
		paint_more(room, cells, top + height);
	}
	ibp_list_paint(&room->list, &rows, cells, top, height);
}

static void follow(struct ibp_app *app, void *state)
{
	const struct monitor *monitor = monitor_of(app);
	const struct ibp_monitor_calls *calls = monitor->setup->calls;
	struct room *room = state;
	const struct ibp_monitor_ask ask = {room->which, monitor->k, room->of};
	struct ibp_error err = {0};

	ibp_arena_release(&room->arena);
	room->table = (struct ibp_monitor_table){.count = 0};
	if (calls->fill(calls->context, &ask, &room->arena, &room->table,
			&err)) {
		room->table = (struct ibp_monitor_table){.count = 0};
		ibp_app_say(app, "%s", ibp_error_text(&err));
	}
	room->has_more = has_more(&room->table);
	ibp_list_clamp(&room->list, room->table.count);
	ibp_error_release(&err);
}

static void free_room(void *state)
{
	struct room *room = state;

	ibp_arena_release(&room->arena);
	free(room->of);
	free(room);
}

static bool click_row(struct room *room, const struct ibp_event *event)
{
	size_t row = ibp_list_hit(&room->list, room->table.count, event->row);

	if (row >= room->table.count)
		return false;
	room->list.at = row;
	return true;
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	(void)app;
	return click_row(state, event) ? IBP_REACT_PAINT : IBP_REACT_NONE;
}

/* ---- acts ---------------------------------------------------------------- */

static void open_room(struct ibp_app *app, enum ibp_monitor_room which,
		      const char *of);
static void open_groups(struct ibp_app *app, const char *of);

/* An edition opens its boards, a cell its groups. */
static unsigned open_row(struct ibp_app *app, const struct room *room)
{
	char *of;

	if (!room->table.count)
		return IBP_REACT_BELL;
	of = ibp_strdup(room->table.rows[room->list.at].key);
	if (room->which == IBP_MONITOR_EDITIONS)
		open_room(app, IBP_MONITOR_BOARDS, of);
	else
		open_groups(app, of);
	free(of);
	return IBP_REACT_PAINT;
}

/* The figures follow at once, so that one sees what a higher k costs. */
static unsigned change_k(struct ibp_app *app, long step)
{
	struct monitor *monitor = monitor_of(app);
	long k = monitor->k + step;

	if (k < monitor->setup->k_floor || k > IBP_MONITOR_K_MAX) {
		ibp_app_say(app, _("k is never below %ld."),
			    monitor->setup->k_floor);
		return IBP_REACT_PAINT | IBP_REACT_BELL;
	}
	monitor->k = k;
	ibp_app_follow(app);
	ibp_app_say(app, _("Cells have at least %ld boards now."), k);
	return IBP_REACT_PAINT;
}

/* CONTEXT is the folder. */
static enum ibp_status do_publish(struct ibp_app *app, void *context,
				  const char *answer, struct ibp_error *err)
{
	const char *word = C_("word to type", "publish");
	const struct monitor *monitor = monitor_of(app);
	const struct ibp_monitor_calls *calls = monitor->setup->calls;
	enum ibp_status status;

	if (!ibp_text_equal(answer, word))
		return ibp_error_set(err, IBP_USAGE,
				     _("Type the word %s, or go back with "
				       "Esc. Nothing was published."),
				     word);
	status = calls->publish(calls->context, monitor->k, context, err);
	if (status)
		return status;
	ibp_app_follow(app);
	ibp_app_say(app, _("The figures are in %s."), (const char *)context);
	return IBP_OK;
}

static enum ibp_status ask_word(struct ibp_app *app, void *context,
				const char *answer, struct ibp_error *err)
{
	struct ibp_buf text = {0};

	(void)context;
	if (ibp_text_is_empty(answer))
		return ibp_error_set(err, IBP_USAGE,
				     _("Name a folder that is not there yet."));
	ibp_buf_addf(&text,
		     _("What is published cannot be taken back. Type the word "
		       "%s."),
		     C_("word to type", "publish"));
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, _("Publish"),
				   ibp_buf_text(&text), NULL,
				   IBP_TEXT_NAME_MAX),
		    do_publish, ibp_strdup(answer));
	ibp_buf_release(&text);
	return IBP_OK;
}

static unsigned ask_folder(struct ibp_app *app)
{
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, _("Publish"),
				   _("In which new folder do the figures "
				     "come?"),
				   NULL, IBP_TEXT_NAME_MAX),
		    ask_word, NULL);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct room *room = state;

	(void)key;
	if (ibp_list_act(&room->list, room->table.count, wanted))
		return IBP_REACT_PAINT;
	if (wanted >= IBP_MONITOR_GO &&
	    wanted < IBP_MONITOR_GO + IBP_MONITOR_ROOMS) {
		open_room(app, (enum ibp_monitor_room)(wanted - IBP_MONITOR_GO),
			  NULL);
		return IBP_REACT_PAINT;
	}
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_row(app, room);
	case IBP_MONITOR_RAISE:
		return change_k(app, IBP_MONITOR_K_STEP);
	case IBP_MONITOR_LOWER:
		return change_k(app, -IBP_MONITOR_K_STEP);
	case IBP_MONITOR_DO_PUBLISH:
		return ask_folder(app);
	default:
		return IBP_REACT_PASS;
	}
}

static const int footer[] = {IBP_ACT_OPEN,
			     IBP_MONITOR_GO + IBP_MONITOR_BOARDS,
			     IBP_MONITOR_GO + IBP_MONITOR_PREVIEW,
			     IBP_MONITOR_GO + IBP_MONITOR_PUBLISH,
			     IBP_ACT_QUIT,
			     0};
static const int footer_boards[] = {IBP_MONITOR_GO + IBP_MONITOR_EDITIONS,
				    IBP_MONITOR_GO + IBP_MONITOR_PREVIEW,
				    IBP_MONITOR_GO + IBP_MONITOR_PUBLISH,
				    IBP_ACT_QUIT, 0};
static const int footer_preview[] = {
	IBP_ACT_OPEN,      IBP_MONITOR_RAISE,
	IBP_MONITOR_LOWER, IBP_MONITOR_GO + IBP_MONITOR_PUBLISH,
	IBP_ACT_BACK,      0};
static const int footer_groups[] = {IBP_MONITOR_RAISE, IBP_MONITOR_LOWER,
				    IBP_ACT_BACK, 0};
static const int footer_publish[] = {IBP_MONITOR_DO_PUBLISH,
				     IBP_MONITOR_GO + IBP_MONITOR_PREVIEW,
				     IBP_ACT_BACK, 0};

#define ROOM(bit, sentence, keys)                                       \
	{                                                               \
		.screen = (bit), .about = (sentence), .footer = (keys), \
		.add_title = add_title, .paint = paint, .act = act,     \
		.click = click, .follow = follow, .free = free_room     \
	}
static const struct ibp_view_kind kinds[IBP_MONITOR_ROOMS] = {
	[IBP_MONITOR_EDITIONS] =
		ROOM(IBP_MONITOR_IN_EDITIONS,
		     N_("The editions of this register, the newest first: how "
			"many boards are invited and answered, and how often "
			"figures were published."),
		     footer),
	[IBP_MONITOR_BOARDS] =
		ROOM(IBP_MONITOR_IN_BOARDS,
		     N_("The invitations of the newest edition, without names: "
			"whether they were answered, and what was refused by "
			"code. A score is never shown."),
		     footer_boards),
	[IBP_MONITOR_PREVIEW] =
		ROOM(IBP_MONITOR_IN_PREVIEW,
		     N_("What would be published: the cells as a tree, what is "
			"left out of them by which rule, and what each rule "
			"says. The numbers here are never published."),
		     footer_preview),
	[IBP_MONITOR_PUBLISH] =
		ROOM(IBP_MONITOR_IN_PUBLISH,
		     N_("What will be public: the files, and every sentence "
			"that stands with the figures."),
		     footer_publish),
	[IBP_MONITOR_GROUPS] =
		ROOM(IBP_MONITOR_IN_GROUPS,
		     N_("The groups of norms in one cell: of how many boards, "
			"and whether their mean and their distribution would "
			"be shown, or which rule keeps them away. A score is "
			"never shown."),
		     footer_groups),
};

static struct room *new_room(struct ibp_app *app, enum ibp_monitor_room which,
			     const char *of)
{
	struct room *room = ibp_alloc(sizeof(*room));

	room->which = which;
	room->of = of ? ibp_strdup(of) : NULL;
	follow(app, room);
	return room;
}

/* The editions are the first room; any other takes the place of the last. */
static void open_room(struct ibp_app *app, enum ibp_monitor_room which,
		      const char *of)
{
	while (app->depth > 1)
		ibp_app_back(app);
	if (app->depth && which == IBP_MONITOR_EDITIONS)
		return;
	ibp_app_open(app, &kinds[which], new_room(app, which, of));
}

/* Over the preview, which one comes back to; a hidden cell has none. */
static void open_groups(struct ibp_app *app, const char *of)
{
	struct room *room = new_room(app, IBP_MONITOR_GROUPS, of);

	if (room->table.count)
		ibp_app_open(app, &kinds[IBP_MONITOR_GROUPS], room);
	else
		free_room(room);
}

static enum ibp_status run(const struct ibp_monitor_setup *setup,
			   const struct ibp_term *term)
{
	struct monitor monitor = {.setup = setup, .k = setup->k};
	struct ibp_app_setup app_setup = {
		.name = "ibp-monitor",
		.actions = setup->actions,
		.groups = ibp_monitor_groups,
		.tool = &monitor,
	};
	struct ibp_app app;
	enum ibp_status status;

	ibp_app_init(&app, &app_setup);
	open_room(&app, IBP_MONITOR_EDITIONS, NULL);
	status = ibp_app_run(&app, term);
	ibp_app_release(&app);
	return status;
}

enum ibp_status ibp_monitor_screen(const struct ibp_monitor_setup *setup,
				   struct ibp_error *err)
{
	struct ibp_term_options options = {setup->colour, setup->mouse};
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_term_open(&options, &term, err);

	if (status)
		return status;
	status = run(setup, term);
	ibp_term_close(term);
	return status;
}

enum ibp_status ibp_monitor_script(const struct ibp_monitor_setup *setup,
				   const char *script, struct ibp_buf *out,
				   struct ibp_error *err)
{
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_script_open(
		script, IBP_SCRIPT_ROWS, IBP_SCRIPT_COLUMNS, out, &term, err);

	if (status)
		return status;
	status = run(setup, term);
	ibp_script_close(term);
	return status;
}
