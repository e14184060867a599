/* The screen of a question about the landscape: its answer, line by line. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"
#include "tui/wrap.h"

#define PEEK_ROWS 3
#define ROWS_MIN 4

struct answers {
	struct ibp_rows rows; /* the first member: see fill */
	enum ibp_map_question question;
	long which; /* an application's number, or an element */
	char *date;
	struct ibp_map_table table;
};

static const int footer[] = {IBP_ACT_OPEN, IBP_ACT_SEARCH, IBP_ACT_BACK, 0};
static const int proposal_footer[] = {IBP_MAP_ACCEPT, IBP_ACT_MARK,
				      IBP_ACT_OPEN, IBP_ACT_BACK, 0};

/* ---- Rows ---- */

static bool is_gone(const struct ibp_map *map, const struct answers *answers)
{
	return answers->question == IBP_MAP_IMPACT &&
	       ibp_map_find(map, answers->which) == IBP_MAP_NONE;
}

static void make_table(struct ibp_map *map, struct answers *answers)
{
	const struct ibp_map_asked asked = {
		.cover = ibp_map_cover(map),
		.derived = ibp_map_derived(map),
		.products = map->setup->products,
		.question = answers->question,
		.application = ibp_map_find(map, answers->which),
		.element = (uint32_t)answers->which,
		.date = answers->date,
	};

	if (is_gone(map, answers))
		ibp_map_table_release(&answers->table);
	else
		ibp_map_table_make(&asked, &answers->table);
}

static enum ibp_status fill(struct ibp_app *app, struct ibp_rows *rows,
			    struct ibp_error *err)
{
	struct ibp_map *map = ibp_map_of(app);
	struct answers *answers = (struct answers *)rows;
	struct ibp_arena arena = {0};
	size_t *items;

	(void)err;
	make_table(map, answers);
	items = ibp_arena_alloc(&arena,
				(answers->table.count + 1) * sizeof(*items));
	for (size_t i = 0; i < answers->table.count; i++)
		items[i] = i;
	if (answers->question == IBP_MAP_SUGGESTIONS) {
		ibp_marks_resize(&map->proposals, answers->table.count);
		ibp_marks_clear(&map->proposals);
	}
	ibp_rows_replace(rows, &arena, items, answers->table.count,
			 answers->table.count);
	return IBP_OK;
}

static bool has(struct ibp_app *app, size_t index, const char *word)
{
	const struct answers *answers = ibp_app_top(app)->state;
	const struct ibp_map_line *line = &answers->table.lines[index];
	bool found = false;

	for (size_t i = 0; i < IBP_MAP_TABLE_COLUMNS && !found; i++) {
		char *folded =
			ibp_text_fold(line->cells[i] ? line->cells[i] : "");

		found = strstr(folded, word) != NULL;
		free(folded);
	}
	return found;
}

static struct ibp_marks *marks(struct ibp_app *app)
{
	return &ibp_map_of(app)->proposals;
}

static void add_marks(size_t count, struct ibp_buf *text)
{
	ibp_buf_addf(text,
		     ibp_ngettext("%zu proposal is marked: Space takes it.",
				  "%zu proposals are marked: Space takes all "
				  "of them.",
				  count),
		     count);
}

static const struct ibp_rows_kind answer_rows = {
	.fill = fill,
	.has = has,
	.searched = N_("In what stands in this list. Capitals and accents do "
		       "not matter."),
};

static const struct ibp_rows_kind proposal_rows = {
	.fill = fill,
	.has = has,
	.marks = marks,
	.add_marks = add_marks,
	.searched = N_("In what stands in this list. Capitals and accents do "
		       "not matter."),
};

/* ---- Painting ---- */

struct painting {
	struct ibp_app *app;
	const struct answers *answers;
};

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *p = context;
	const char *value = p->answers->table.lines[p->answers->rows.items[row]]
				    .cells[column];

	*look = IBP_LOOK_PLAIN;
	ibp_buf_add(text, value ? value : "");
}

static bool is_marked(void *context, size_t row)
{
	const struct painting *p = context;

	return ibp_rows_is_marked(p->app, &p->answers->rows, row);
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct answers *answers = state;

	(void)app;
	ibp_buf_add(title,
		    answers->table.title ? answers->table.title : _("removed"));
	ibp_rows_add_title(&answers->rows, title);
}

/* The last column of the selected line in full, and what more it says. */
static void paint_peek(const struct answers *answers, struct ibp_cells *cells,
		       size_t row)
{
	const struct ibp_map_line *line =
		&answers->table
			 .lines[answers->rows.items[answers->rows.list.at]];
	size_t width = cells->columns - 2;
	struct ibp_buf text = {0};

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	for (size_t i = 0; i < IBP_MAP_TABLE_COLUMNS; i++)
		if (!ibp_text_is_empty(line->cells[i]))
			ibp_map_add_sentence(&text, line->cells[i]);
	if (line->more)
		ibp_map_add_sentence(&text, line->more);
	ibp_wrap_paint(ibp_buf_text(&text), cells, row + 1, 2, width,
		       PEEK_ROWS - 1);
	ibp_buf_release(&text);
}

/* What the whole answer says, above the list; returns the rows it took. */
static size_t paint_summary(const struct answers *answers,
			    struct ibp_cells *cells, size_t top, size_t height)
{
	const char *summary = answers->table.summary;
	size_t width = cells->columns - 2;
	size_t rows = summary ? ibp_wrap_count(summary, width) : 0;

	if (rows + 1 + ROWS_MIN > height)
		return 0;
	if (rows)
		ibp_wrap_paint(summary, cells, top, 2, width, rows);
	return rows ? rows + 1 : 0;
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct answers *answers = state;
	struct painting painting = {app, answers};
	struct ibp_list_rows rows = {
		.columns = answers->table.columns,
		.count = answers->rows.count,
		.cell = cell,
		.marked = is_marked,
		.context = &painting,
	};
	size_t used = paint_summary(answers, cells, top, height);

	top += used;
	height -= used;
	if (!rows.count) {
		ibp_wrap_paint(answers->table.empty ?
				       answers->table.empty :
				       _("This application was removed. u "
					 "brings it back."),
			       cells, top, 2, cells->columns - 2, height);
		ibp_cells_set_cursor(cells, top, 2);
		return;
	}
	if (height >= PEEK_ROWS + ROWS_MIN) {
		height -= PEEK_ROWS;
		paint_peek(answers, cells, top + height);
	}
	ibp_list_paint(&answers->rows.list, &rows, cells, top, height);
}

/* ---- Acts ---- */

static struct ibp_rows *rows_of(void *state)
{
	return &((struct answers *)state)->rows;
}

static unsigned open_line(struct ibp_app *app, const struct answers *answers)
{
	size_t at = ibp_rows_at(&answers->rows);
	const struct ibp_map_line *line;

	if (at == IBP_ROWS_NONE)
		return IBP_REACT_PAINT;
	line = &answers->table.lines[at];
	if (line->application != SIZE_MAX)
		ibp_map_open_application(
			app,
			ibp_map_application(ibp_map_of(app), line->application)
				->id);
	else if (line->element != IBP_FORA_NONE)
		ibp_map_open_element(app, line->element);
	else
		ibp_app_say(app, "%s", _("There is nothing to open here."));
	return IBP_REACT_PAINT;
}

/* The marked proposals, or the selected one, in one step. */
static unsigned accept(struct ibp_app *app, const struct answers *answers)
{
	struct ibp_map *map = ibp_map_of(app);
	size_t count = answers->table.count;
	size_t at = ibp_rows_at(&answers->rows);
	size_t *indexes;
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_status status = IBP_OK;

	if (!count || !ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	indexes = ibp_alloc((count + 1) * sizeof(*indexes));
	count = ibp_marks_or_one(&map->proposals, at, indexes);
	for (size_t i = 0; !status && i < count; i++)
		status = ibp_map_add_placement(
			map, &changes,
			answers->table.lines[indexes[i]].application,
			answers->table.lines[indexes[i]].element,
			IBP_PLACEMENT_MAIN, &err);
	if (!status)
		status = ibp_work_change(app, &changes, &err);
	if (status)
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_changes_release(&changes);
	ibp_error_release(&err);
	free(indexes);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct answers *answers = state;
	unsigned react = ibp_rows_act(app, &answers->rows, wanted);

	(void)key;
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_line(app, answers);
	case IBP_MAP_ACCEPT:
		return accept(app, answers);
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct answers *answers = state;

	if (!ibp_rows_click(&answers->rows, event))
		return IBP_REACT_NONE;
	return event->twice ? open_line(app, answers) : IBP_REACT_PAINT;
}

/* The texts were those of the landscape before. */
static void follow(struct ibp_app *app, void *state)
{
	struct answers *answers = state;

	ibp_rows_fill(app, &answers->rows);
}

static void free_answers(void *state)
{
	struct answers *answers = state;

	ibp_rows_release(&answers->rows);
	ibp_map_table_release(&answers->table);
	free(answers->date);
	free(answers);
}

static const struct ibp_view_kind answers_kind = {
	.screen = IBP_MAP_ANSWERS,
	.about = N_("The answer to a question about your landscape, as it is "
		    "now. Enter opens the application or the element of a "
		    "line."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.follow = follow,
	.free = free_answers,
};

static const struct ibp_view_kind proposals_kind = {
	.screen = IBP_MAP_PROPOSALS,
	.about = N_("Where applications might belong, by the products that "
		    "schools use. Space places the selected one as main, or "
		    "all marked ones; v marks. What you do not take stays a "
		    "proposal."),
	.footer = proposal_footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.follow = follow,
	.free = free_answers,
};

void ibp_map_open_answers(struct ibp_app *app, enum ibp_map_question question,
			  long which, const char *date)
{
	bool proposals = question == IBP_MAP_SUGGESTIONS;
	struct answers *answers = ibp_alloc(sizeof(*answers));

	answers->rows.kind = proposals ? &proposal_rows : &answer_rows;
	answers->question = question;
	answers->which = which;
	answers->date = ibp_strdup(date);
	ibp_rows_fill(app, &answers->rows);
	ibp_app_open(app, proposals ? &proposals_kind : &answers_kind, answers);
}

/* ---- Which day ---- */

static enum ibp_status day_given(struct ibp_app *app, void *context,
				 const char *answer, struct ibp_error *err)
{
	static const struct ibp_field field = {
		.name = "at", .label = N_("Date"), .kind = IBP_FIELD_DATE};
	char *date = NULL;
	enum ibp_status status;

	(void)context;
	status = ibp_field_parse(&field, answer, ibp_map_of(app)->setup->today,
				 &date, err);
	if (!status && date)
		ibp_map_open_answers(app, IBP_MAP_MOMENT, 0, date);
	free(date);
	return status;
}

unsigned ibp_map_ask_moment(struct ibp_app *app)
{
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE,
				   _("The landscape on which day?"),
				   _("A date as 30-06-2027, or from today: "
				     "+6m, +1y."),
				   "+1y", IBP_TEXT_NAME_MAX),
		    day_given, NULL);
	return IBP_REACT_PAINT;
}
