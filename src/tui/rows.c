#include "tui/rows.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

void ibp_rows_release(struct ibp_rows *rows)
{
	ibp_arena_release(&rows->arena);
	free(rows->filter);
	free(rows->filter_name);
	free(rows->search);
	*rows = (struct ibp_rows){0};
}

size_t ibp_rows_at(const struct ibp_rows *rows)
{
	return rows->list.at < rows->count ? rows->items[rows->list.at] :
					     IBP_ROWS_NONE;
}

void ibp_rows_select(struct ibp_rows *rows, size_t index)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i] == index)
			rows->list.at = i;
	ibp_list_clamp(&rows->list, rows->count);
}

void ibp_rows_replace(struct ibp_rows *rows, struct ibp_arena *arena,
		      size_t *items, size_t count, size_t total)
{
	size_t at = ibp_rows_at(rows);

	ibp_arena_release(&rows->arena);
	rows->arena = *arena;
	rows->items = items;
	rows->count = count;
	rows->total = total;
	ibp_rows_select(rows, at);
}

void ibp_rows_fill(struct ibp_app *app, struct ibp_rows *rows)
{
	struct ibp_error err = {0};

	if (rows->kind->fill(app, rows, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
}

struct ibp_rows *ibp_rows_of(struct ibp_app *app)
{
	struct ibp_view *view = ibp_app_top(app);

	return view->kind->rows(view->state);
}

void ibp_rows_add_title(const struct ibp_rows *rows, struct ibp_buf *title)
{
	ibp_buf_add(title, " [");
	if (rows->filter)
		ibp_buf_addf(title, _("%zu of %zu"), rows->count, rows->total);
	else
		ibp_buf_addf(title, "%zu", rows->count);
	ibp_buf_add_char(title, ']');
	if (rows->filter) {
		ibp_buf_add_char(title, ' ');
		ibp_buf_addf(title, _("filter: %s"), rows->filter_name);
	}
	if (rows->sort) {
		ibp_buf_add_char(title, ' ');
		ibp_buf_addf(title, _("order: %s"),
			     ibp_rows_sort_label(rows, rows->sort));
	}
}

/* ---- Marks ---- */

bool ibp_rows_is_marked(struct ibp_app *app, const struct ibp_rows *rows,
			size_t row)
{
	return rows->kind->marks &&
	       ibp_marks_has(rows->kind->marks(app), rows->items[row]);
}

static unsigned say_marks(struct ibp_app *app, const struct ibp_rows *rows)
{
	size_t count = rows->kind->marks(app)->count;

	if (count) {
		ibp_buf_cut(&app->message, 0);
		rows->kind->add_marks(count, &app->message);
	} else {
		ibp_app_say(app, "%s", _("Nothing is marked."));
	}
	return IBP_REACT_PAINT;
}

static unsigned mark(struct ibp_app *app, struct ibp_rows *rows)
{
	size_t index = ibp_rows_at(rows);

	if (!rows->kind->marks)
		return IBP_REACT_PASS;
	if (index != IBP_ROWS_NONE) {
		ibp_marks_toggle(rows->kind->marks(app), index);
		ibp_list_move(&rows->list, rows->count, 1);
	}
	return say_marks(app, rows);
}

static unsigned mark_all(struct ibp_app *app, struct ibp_rows *rows)
{
	if (!rows->kind->marks)
		return IBP_REACT_PASS;
	ibp_marks_toggle_all(rows->kind->marks(app), rows->items, rows->count);
	return say_marks(app, rows);
}

void ibp_rows_drop_marks(struct ibp_app *app, struct ibp_rows *rows)
{
	struct ibp_marks *marks =
		rows->kind->marks ? rows->kind->marks(app) : NULL;

	if (!marks || !marks->count)
		return;
	ibp_marks_clear(marks);
	ibp_app_say(app, "%s", _("The marks are removed."));
}

/* ---- Acts ---- */

static unsigned clear_filter(struct ibp_app *app, struct ibp_rows *rows)
{
	struct ibp_error err = {0};

	if (ibp_rows_set_filter(app, rows, NULL, NULL, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	else
		ibp_app_say(app, "%s", _("The filter is cleared."));
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

/* Marks first, then the filter, then the screen. */
static unsigned back(struct ibp_app *app, struct ibp_rows *rows)
{
	if (rows->kind->marks && rows->kind->marks(app)->count) {
		ibp_rows_drop_marks(app, rows);
		return IBP_REACT_PAINT;
	}
	return rows->filter ? clear_filter(app, rows) : IBP_REACT_PASS;
}

unsigned ibp_rows_act(struct ibp_app *app, struct ibp_rows *rows, int act)
{
	if (ibp_list_act(&rows->list, rows->count, act))
		return IBP_REACT_PAINT;
	switch (act) {
	case IBP_ACT_BACK:
		return back(app, rows);
	case IBP_ACT_REDRAW:
		ibp_rows_fill(app, rows);
		return IBP_REACT_PASS;
	case IBP_ACT_MARK:
		return mark(app, rows);
	case IBP_ACT_MARK_ALL:
		return mark_all(app, rows);
	case IBP_ACT_SEARCH:
		return ibp_rows_ask_search(app);
	case IBP_ACT_SEARCH_NEXT:
		return ibp_rows_search(app, rows, 1);
	case IBP_ACT_SEARCH_PREVIOUS:
		return ibp_rows_search(app, rows, -1);
	case IBP_ACT_FILTER:
		return ibp_rows_ask_filter(app);
	case IBP_ACT_FILTER_CLEAR:
		return clear_filter(app, rows);
	case IBP_ACT_SORT:
		return ibp_rows_ask_sort(app);
	default:
		return IBP_REACT_PASS;
	}
}

bool ibp_rows_click(struct ibp_rows *rows, const struct ibp_event *event)
{
	size_t row = ibp_list_hit(&rows->list, rows->count, event->row);

	if (row >= rows->count)
		return false;
	rows->list.at = row;
	return true;
}
