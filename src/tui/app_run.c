/* The one dirty step: between a running full screen and its terminal. */
#include "base/i18n.h"
#include "base/text.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/key.h"
#include "tui/rows.h"
#include "tui/wrap.h"

/* What is typed is kept after a pause this long. */
#define DRAFT_MS 2000
/* News that is longer is cut; a dialog takes the place of news and footer. */
#define NEWS_ROWS_MAX 3

/* ---- Painting ---- */

static void paint_too_small(struct ibp_app *app)
{
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, _("Window too small: %zux%zu, at least %dx%d"),
		     app->columns, app->rows, IBP_COLUMNS_MIN, IBP_ROWS_MIN);
	ibp_cells_put(&app->cells, 0, 0, app->columns, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_cells_set_cursor(&app->cells, 0, 0);
	ibp_buf_release(&text);
}

/* The path from view FIRST to the one on top, left to right. */
static void add_path(struct ibp_app *app, size_t first, struct ibp_buf *title)
{
	if (first > 1)
		ibp_buf_add(title, "… > ");
	for (size_t i = first; i < app->depth; i++) {
		struct ibp_view *view = &app->views[i];

		if (i > first)
			ibp_buf_add(title, " > ");
		view->kind->add_title(app, view->state, title);
	}
}

/* Only where the title leaves room for it. */
static void paint_corner(struct ibp_app *app, size_t title)
{
	struct ibp_buf corner = {0};
	size_t width;

	if (app->depth > 1 && app->setup.add_corner)
		app->setup.add_corner(app->setup.tool, &corner);
	width = ibp_text_width(ibp_buf_text(&corner));
	if (width && title + 2 + width <= app->columns)
		ibp_cells_put(&app->cells, 0, app->columns - width, width,
			      ibp_buf_text(&corner), IBP_LOOK_PLAIN);
	ibp_buf_release(&corner);
}

/* Where one is counts most: what does not fit goes at the left. */
static void paint_title(struct ibp_app *app)
{
	struct ibp_buf title = {0};
	size_t first = app->depth > 1 ? 1 : 0;

	add_path(app, first, &title);
	while (first + 1 < app->depth &&
	       ibp_text_width(ibp_buf_text(&title)) > app->columns) {
		ibp_buf_cut(&title, 0);
		add_path(app, ++first, &title);
	}
	ibp_cells_put(&app->cells, 0, 0, app->columns, ibp_buf_text(&title),
		      IBP_LOOK_BOLD);
	paint_corner(app, ibp_text_width(ibp_buf_text(&title)));
	ibp_buf_release(&title);
}

static void add_footer(struct ibp_app *app, int act, struct ibp_buf *footer)
{
	const struct ibp_action *action = ibp_acts_get(app->setup.actions, act);

	if (!action)
		return;
	if (footer->length)
		ibp_buf_add(footer, "   ");
	ibp_key_add_names(footer, action->keys, 1);
	ibp_buf_add_char(footer, ' ');
	ibp_buf_add(footer, _(action->label));
}

/* An act on a row has nothing to act on in an empty list. */
static const int *footer_of(struct ibp_app *app)
{
	const struct ibp_view *view = ibp_app_top(app);
	const struct ibp_view_kind *kind = view->kind;

	return kind->footer_empty && !kind->rows(view->state)->count ?
		       kind->footer_empty :
		       kind->footer;
}

/* The first COUNT of ACTS, and always the help. */
static void fill_footer(struct ibp_app *app, const int *acts, size_t count,
			struct ibp_buf *footer)
{
	ibp_buf_cut(footer, 0);
	for (size_t i = 0; i < count; i++)
		add_footer(app, acts[i], footer);
	add_footer(app, IBP_ACT_HELP, footer);
}

static void paint_footer(struct ibp_app *app)
{
	const int *acts = footer_of(app);
	struct ibp_buf footer = {0};
	size_t count = 0;

	while (acts[count])
		count++;
	fill_footer(app, acts, count, &footer);
	while (count && ibp_text_width(ibp_buf_text(&footer)) > app->columns)
		fill_footer(app, acts, --count, &footer);
	ibp_cells_put(&app->cells, app->rows - 1, 0, app->columns,
		      ibp_buf_text(&footer), IBP_LOOK_PLAIN);
	ibp_buf_release(&footer);
}

/* Rows of news: one, or as many as it takes to say it all. */
static size_t news_rows(const struct ibp_app *app)
{
	size_t rows = ibp_wrap_count(ibp_buf_text(&app->message), app->columns);

	if (rows > NEWS_ROWS_MAX)
		return NEWS_ROWS_MAX;
	return rows ? rows : 1;
}

static void paint_whole(struct ibp_app *app)
{
	struct ibp_view *view = ibp_app_top(app);
	size_t news = news_rows(app);
	size_t below = news + 1;

	if (app->dialog)
		below = ibp_dialog_rows(app->dialog, app->rows, app->columns);
	paint_title(app);
	ibp_wrap_paint(ibp_buf_text(&app->message), &app->cells,
		       app->rows - 1 - news, 0, app->columns, news);
	paint_footer(app);
	view->kind->paint(app, view->state, &app->cells, 1,
			  app->rows - 1 - below);
	if (app->dialog)
		ibp_dialog_paint(app->dialog, &app->cells);
}

void ibp_app_paint(struct ibp_app *app)
{
	ibp_cells_resize(&app->cells, app->rows, app->columns);
	if (app->rows < IBP_ROWS_MIN || app->columns < IBP_COLUMNS_MIN)
		paint_too_small(app);
	else
		paint_whole(app);
}

/* ---- Running ---- */

static void show(struct ibp_app *app, const struct ibp_term *term)
{
	term->size(term->context, &app->rows, &app->columns);
	ibp_app_paint(app);
	term->show(term->context, &app->cells);
}

static void run_editor(struct ibp_app *app, const struct ibp_term *term)
{
	term->leave(term->context);
	ibp_edit_run(app);
	term->enter(term->context);
}

/* Without text that was typed and not kept yet there is no clock at all. */
static int patience(const struct ibp_app *app)
{
	const struct ibp_dialog *dialog = app->dialog;

	return dialog && dialog->draft && dialog->unsaved ? DRAFT_MS :
							    IBP_TERM_FOREVER;
}

enum ibp_status ibp_app_run(struct ibp_app *app, const struct ibp_term *term)
{
	unsigned react = IBP_REACT_PAINT;
	struct ibp_event event;

	while (!(react & IBP_REACT_QUIT)) {
		if (react & IBP_REACT_EDIT)
			run_editor(app, term);
		if (react & IBP_REACT_SUSPEND)
			term->suspend(term->context);
		if (react & IBP_REACT_REDRAW)
			term->redraw(term->context);
		if (react & IBP_REACT_BELL)
			term->bell(term->context);
		if (react != IBP_REACT_NONE)
			show(app, term);
		term->read(term->context, patience(app), &event);
		react = ibp_app_update(app, &event);
	}
	return app->ended;
}
