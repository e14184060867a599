/* What was changed, by whom and when: of one norm, or of everything. */
#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "tui/work.h"
#include "tui/wrap.h"

/* A rule and two rows of text. */
#define PEEK_ROWS 3

struct log_view {
	char *key; /* of one thing; NULL: everything */
	char *name;
	struct ibp_arena arena;
	struct ibp_log_line *lines;
	size_t count;
	struct ibp_list list;
};

enum column { AT, WHO, TEXT };

static const struct ibp_column columns[] = {
	[AT] = {NC_("column", "When"), 16, 16, 0, false, 0},
	[WHO] = {NC_("column", "Who"), 8, 16, 1, false, 0},
	[TEXT] = {NC_("column", "What"), 20, 200, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const int footer[] = {IBP_ACT_DOWN, IBP_ACT_UNDO, IBP_ACT_REDO,
			     IBP_ACT_BACK, 0};

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct log_view *view = context;
	const struct ibp_log_line *line = &view->lines[row];
	char shown[IBP_TIME_SIZE];

	*look = IBP_LOOK_PLAIN;
	switch ((enum column)column) {
	case AT:
		ibp_buf_add(text, ibp_time_show(line->at, shown));
		break;
	case WHO:
		ibp_buf_add(text, line->who ? line->who : "");
		break;
	case TEXT:
		ibp_buf_add(text, line->text);
		break;
	}
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct log_view *view = state;

	(void)app;
	if (view->key)
		ibp_buf_addf(title, _("Log of %s"), view->name);
	else
		ibp_buf_add(title, _("Log"));
	ibp_buf_addf(title, " [%zu]", view->count);
}

/* What the selected line says, in full. */
static void paint_peek(const struct log_view *view, struct ibp_cells *cells,
		       size_t row)
{
	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	ibp_wrap_paint(view->lines[view->list.at].text, cells, row + 1, 2,
		       cells->columns - 2, 2);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct log_view *view = state;
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = view->count,
		.cell = cell,
		.context = view,
	};

	(void)app;
	if (view->count) {
		if (height > 2 * PEEK_ROWS) {
			height -= PEEK_ROWS;
			paint_peek(view, cells, top + height);
		}
		ibp_list_paint(&view->list, &rows, cells, top, height);
		return;
	}
	ibp_wrap_paint(_("Nothing was changed yet."), cells, top, 2,
		       cells->columns - 2, height);
	ibp_cells_set_cursor(cells, top, 2);
}

static void follow(struct ibp_app *app, void *state)
{
	const struct ibp_file_calls *calls = app->setup.work->calls;
	struct log_view *view = state;
	struct ibp_error err = {0};

	ibp_arena_release(&view->arena);
	view->count = 0;
	if (calls->log(calls->context, view->key, &view->arena, &view->lines,
		       &view->count, &err)) {
		view->count = 0;
		ibp_app_say(app, "%s", ibp_error_text(&err));
	}
	ibp_list_clamp(&view->list, view->count);
	ibp_error_release(&err);
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct log_view *view = state;

	(void)key;
	if (ibp_list_act(&view->list, view->count, wanted))
		return IBP_REACT_PAINT;
	return ibp_work_act(app, wanted);
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct log_view *view = state;
	size_t row = ibp_list_hit(&view->list, view->count, event->row);

	(void)app;
	if (row >= view->count)
		return IBP_REACT_NONE;
	view->list.at = row;
	return IBP_REACT_PAINT;
}

static void free_view(void *state)
{
	struct log_view *view = state;

	ibp_arena_release(&view->arena);
	free(view->name);
	free(view->key);
	free(view);
}

static const struct ibp_view_kind log_kind = {
	.screen = IBP_SCREEN_LOG,
	.about = N_("Every change, the newest first: when, by whom and what. "
		    "Undo is a change too, so nothing is ever lost here."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.follow = follow,
	.free = free_view,
};

void ibp_log_open(struct ibp_app *app, const char *key, const char *name)
{
	struct log_view *view = ibp_alloc(sizeof(*view));

	view->key = ibp_strdup(key);
	view->name = ibp_strdup(name);
	follow(app, view);
	ibp_app_open(app, &log_kind, view);
}
