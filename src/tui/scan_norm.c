#include "tui/scan_norm.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "core/field.h"
#include "core/score.h"
#include "model/content.h"

static const int footer[] = {IBP_SCAN_SCORE, IBP_SCAN_NOTE,
			     IBP_SCAN_EVIDENCE_LIST, IBP_SCAN_NEXT_NORM, 0};

/* ---- Painting ---- */

static size_t place_of(const struct ibp_norm_view *view)
{
	size_t at = 0;

	while (at < view->row_count && view->rows[at] != view->index)
		at++;
	return at;
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_norm_view *view = state;
	const struct ibp_norm *norm = ibp_desk_norm(desk, view->index);

	ibp_desk_add_code(norm, title);
	ibp_buf_add_char(title, ' ');
	ibp_desk_add_title(norm, title);
	ibp_buf_add(title, " [");
	ibp_buf_addf(title, _("%zu of %zu"), place_of(view) + 1,
		     view->row_count);
	ibp_buf_add_char(title, ']');
}

static void add_fact(struct ibp_buf *text, const char *label, const char *value)
{
	if (text->length)
		ibp_buf_add(text, ". ");
	ibp_buf_add(text, label);
	if (value)
		ibp_buf_addf(text, ": %s", value);
}

static void add_field(const struct ibp_answer *answer, const char *name,
		      struct ibp_buf *text)
{
	const struct ibp_field *field = ibp_field_find(ibp_norm_fields, name);
	const char *value = ibp_answer_value(answer, name);
	char *shown = ibp_field_show(field, value);

	if (value)
		add_fact(text, _(field->label), shown);
	free(shown);
}

static void add_state(const struct ibp_desk *desk, size_t index,
		      struct ibp_buf *text)
{
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	struct ibp_buf score = {0};

	ibp_desk_add_score(desk, answer->score, &score);
	add_fact(text, _("Score"), ibp_buf_text(&score));
	add_field(answer, "status", text);
	add_field(answer, "due", text);
	if (ibp_desk_is_late(desk, index))
		add_fact(text, _("Past the due date"), NULL);
	if (answer->look_again)
		add_fact(text, _("Look again: the text is new"), NULL);
	ibp_buf_release(&score);
}

/* One line that is always in sight: where this norm stands. */
static void paint_state(const struct ibp_desk *desk, size_t index,
			struct ibp_cells *cells, size_t row)
{
	struct ibp_buf text = {0};

	add_state(desk, index, &text);
	ibp_cells_put(cells, row, 2, cells->columns - 2, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_cells_add_look(cells, row, 0, cells->columns, IBP_LOOK_UNDERLINE);
	ibp_buf_release(&text);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct ibp_norm_view *view = state;

	paint_state(ibp_desk_of(app), view->index, cells, top);
	ibp_page_paint(&view->page, cells, top + 1, height - 1);
}

/* ---- Acts ---- */

/* The norms before and after it; ROWS NULL: all of them. */
static void set_rows(const struct ibp_desk *desk, struct ibp_norm_view *view,
		     const size_t *rows, size_t count)
{
	free(view->rows);
	view->row_count = rows ? count : desk->framework->norm_count;
	view->rows = ibp_alloc((view->row_count + 1) * sizeof(*view->rows));
	for (size_t i = 0; i < view->row_count; i++)
		view->rows[i] = rows ? rows[i] : i;
}

/* The selection starts on the level that holds, or on the first. */
static void go_to(struct ibp_app *app, struct ibp_norm_view *view, size_t index)
{
	int score = ibp_desk_answer(ibp_desk_of(app), index)->score;

	view->index = index;
	view->page.at = 0;
	view->page.top = 0;
	ibp_norm_view_fill(app, view);
	ibp_page_select(&view->page,
			IBP_ITEM_LEVEL + (score > 1 ? score - 1 : 0));
}

static unsigned step(struct ibp_app *app, struct ibp_norm_view *view, int by)
{
	size_t next = place_of(view) + (size_t)by;

	if (next < view->row_count)
		go_to(app, view, view->rows[next]);
	else
		ibp_app_say(app, "%s",
			    by > 0 ? _("This is the last norm of the list.") :
				     _("This is the first norm of the list."));
	return IBP_REACT_PAINT;
}

static unsigned next_unscored(struct ibp_app *app, struct ibp_norm_view *view)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	size_t next = ibp_next_unscored(desk->now, view->index);

	if (next < desk->framework->norm_count) {
		go_to(app, view, next);
		/* Outside the list it came from, all norms are neighbours. */
		if (place_of(view) == view->row_count)
			set_rows(desk, view, NULL, 0);
	} else {
		ibp_app_say(app, "%s", _("Every norm has a score."));
	}
	return IBP_REACT_PAINT;
}

/* What Enter does depends on the paragraph. */
static unsigned open_item(struct ibp_app *app, struct ibp_norm_view *view)
{
	const struct ibp_page_item *item = ibp_page_selected(&view->page);
	long id = item ? item->id : IBP_ITEM_TEXT;

	if (id >= IBP_ITEM_EVIDENCE)
		ibp_desk_open_evidence(app, id - IBP_ITEM_EVIDENCE);
	else if (id >= IBP_ITEM_RELATED)
		ibp_desk_open_norm(app, (size_t)(id - IBP_ITEM_RELATED), NULL,
				   0);
	else if (id >= IBP_ITEM_ACT)
		return ibp_app_act(app, (int)(id - IBP_ITEM_ACT), 0);
	else if (id >= IBP_ITEM_LEVEL)
		return ibp_app_act(app, IBP_SCAN_SCORE,
				   '1' + id - IBP_ITEM_LEVEL);
	else
		ibp_app_say(app, "%s", _("There is nothing to open here."));
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_norm_view *view = state;
	const struct ibp_desk *desk = ibp_desk_of(app);
	const char *code = ibp_desk_norm(desk, view->index)->code;
	unsigned react;

	if (ibp_page_act(&view->page, wanted))
		return IBP_REACT_PAINT;
	react = ibp_desk_norm_act(app, view->index, wanted, key);
	if (wanted == IBP_SCAN_SCORE && key && desk->step_on &&
	    place_of(view) + 1 < view->row_count)
		go_to(app, view, view->rows[place_of(view) + 1]);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_item(app, view);
	case IBP_SCAN_NEXT_NORM:
		return step(app, view, 1);
	case IBP_SCAN_PREVIOUS_NORM:
		return step(app, view, -1);
	case IBP_SCAN_NEXT_UNSCORED:
		return next_unscored(app, view);
	case IBP_ACT_LOG:
		ibp_log_open(app, code, code);
		return IBP_REACT_PAINT;
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_norm_view *view = state;

	if (!ibp_page_click(&view->page, event->row))
		return IBP_REACT_NONE;
	return event->twice ? open_item(app, view) : IBP_REACT_PAINT;
}

static void follow(struct ibp_app *app, void *state)
{
	ibp_norm_view_fill(app, state);
}

static void free_view(void *state)
{
	struct ibp_norm_view *view = state;

	ibp_page_release(&view->page);
	free(view->rows);
	free(view);
}

static const struct ibp_view_kind norm_kind = {
	.screen = IBP_SCAN_NORM,
	.about = N_("One norm with its five levels. A digit scores at once, "
		    "and so does Enter on a level. Below the levels stands "
		    "what is filled in: Enter on a line changes it or opens "
		    "it. Tab jumps from part to part."),
	.more = N_("A ? behind the code and a ~ before the title mean that "
		   "they are not the publisher's own. Where this edition has "
		   "no text for a level, its general meaning is shown and "
		   "marked as such."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.follow = follow,
	.free = free_view,
};

void ibp_desk_open_norm(struct ibp_app *app, size_t index, const size_t *rows,
			size_t count)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_norm_view *view = ibp_alloc(sizeof(*view));

	set_rows(desk, view, rows, count);
	go_to(app, view, index);
	ibp_app_open(app, &norm_kind, view);
}
