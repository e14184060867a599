/* Functions with who serves them: of a domain, all, or the gaps. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"
#include "tui/wrap.h"

#define PEEK_ROWS 3
#define ROWS_MIN 6

struct elements {
	struct ibp_rows rows; /* the first member: see fill */
	enum ibp_map_scope scope;
	uint32_t which;
};

enum column { SIGN, NAME, DOMAIN, STATE, APPLICATIONS };

static const struct ibp_column columns[] = {
	[SIGN] = {NULL, 1, 1, 0, false, 0},
	[NAME] = {NC_("column", "Function"), 20, 50, 0, false, 34},
	[DOMAIN] = {NC_("column", "Part of"), 12, 30, 1, false, 20},
	[STATE] = {NC_("column", "State"), 12, 16, 0, false, 14},
	[APPLICATIONS] = {NC_("column", "Applications"), 14, 80, 2, false, 20},
	{NULL, 0, 0, 0, false, 0},
};

static const int footer[] = {IBP_ACT_OPEN, IBP_MAP_OPEN_PLACING,
			     IBP_MAP_EXCLUDE, IBP_ACT_FILTER, 0};

/* ---- Rows ---- */

static bool is_in_scope(const struct ibp_map *map,
			const struct elements *elements,
			const struct ibp_coverage_row *row)
{
	switch (elements->scope) {
	case IBP_MAP_SCOPE_DOMAIN:
		return map->fora->elements[row->element].domain ==
		       elements->which;
	case IBP_MAP_SCOPE_GAPS:
		return row->is_gap;
	case IBP_MAP_SCOPE_ALL:
		break;
	}
	return true;
}

static enum ibp_status fill(struct ibp_app *app, struct ibp_rows *rows,
			    struct ibp_error *err)
{
	struct ibp_map *map = ibp_map_of(app);
	const struct elements *elements = (const struct elements *)rows;
	const struct ibp_coverage *functions = ibp_map_functions(map);
	struct ibp_arena arena = {0};
	size_t *all =
		ibp_arena_alloc(&arena, (functions->count + 1) * sizeof(*all));
	size_t total = 0;
	size_t count;
	enum ibp_status status;

	for (size_t i = 0; i < functions->count; i++)
		if (is_in_scope(map, elements, &functions->rows[i]))
			all[total++] = functions->rows[i].element;
	count = total;
	status = ibp_map_select_elements(ibp_map_of(app), rows->filter,
					 rows->sort, all, &count, &arena, err);
	if (!status)
		ibp_rows_replace(rows, &arena, all, count, total);
	else
		ibp_arena_release(&arena);
	return status;
}

static const struct ibp_rows_kind elements_rows = {
	.fill = fill,
	IBP_MAP_ELEMENT_ROWS,
};

/* ---- Painting ---- */

struct painting {
	struct ibp_app *app;
	const struct ibp_cover *cover;
	const struct ibp_rows *rows;
};

static void add_whole(const struct ibp_fora *fora, uint32_t element,
		      struct ibp_buf *text)
{
	uint32_t whole = fora->elements[element].parent;

	if (whole != IBP_FORA_NONE)
		ibp_buf_add(text, fora->elements[whole].name);
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *p = context;
	const struct ibp_fora *fora = p->cover->fora;
	uint32_t element = (uint32_t)p->rows->items[row];

	*look = IBP_LOOK_PLAIN;
	switch ((enum column)column) {
	case SIGN:
		ibp_buf_add_char(text, ibp_map_sign(p->cover, element));
		break;
	case NAME:
		ibp_buf_add(text, fora->elements[element].name);
		break;
	case DOMAIN:
		add_whole(fora, element, text);
		break;
	case STATE:
		ibp_map_add_state(p->cover, element, text);
		break;
	case APPLICATIONS:
		ibp_map_add_names(p->cover, &p->cover->served, element, NULL,
				  text);
		break;
	}
}

static bool is_marked(void *context, size_t row)
{
	const struct painting *p = context;

	return ibp_rows_is_marked(p->app, p->rows, row);
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct elements *elements = state;
	const struct ibp_fora *fora = ibp_map_of(app)->fora;

	if (elements->scope == IBP_MAP_SCOPE_GAPS)
		ibp_buf_add(title, _("Gaps"));
	else if (elements->scope == IBP_MAP_SCOPE_DOMAIN &&
		 elements->which != IBP_FORA_NONE)
		ibp_buf_add(title, fora->elements[elements->which].name);
	else
		ibp_buf_add(title, _("Functions"));
	ibp_rows_add_title(&elements->rows, title);
}

/* Who serves it, or which components would. */
static void add_help(const struct ibp_cover *cover, uint32_t element,
		     struct ibp_buf *text)
{
	struct ibp_arena arena = {0};
	size_t count = 0;
	uint32_t *found =
		ibp_coverage_candidates(cover, element, &arena, &count);
	struct ibp_buf names = {0};

	ibp_map_add_names(cover, &cover->served, element, NULL, &names);
	ibp_map_add_fact(text, _("Applications"), ibp_buf_text(&names));
	ibp_buf_cut(&names, 0);
	ibp_map_add_names(cover, &cover->planned, element, &cover->served,
			  &names);
	ibp_map_add_fact(text, _("Planned"), ibp_buf_text(&names));
	ibp_buf_cut(&names, 0);
	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(&names, "%s%s", i ? ", " : "",
			     cover->fora->elements[found[i]].name);
	ibp_map_add_fact(text, _("Components for it"), ibp_buf_text(&names));
	ibp_buf_release(&names);
	ibp_arena_release(&arena);
}

static void paint_peek(const struct painting *p, struct ibp_cells *cells,
		       size_t row)
{
	uint32_t element = (uint32_t)p->rows->items[p->rows->list.at];
	const struct ibp_fora_element *e = &p->cover->fora->elements[element];
	const struct ibp_exclusion *exclusion = p->cover->exclusions[element];
	size_t width = cells->columns - 2;
	struct ibp_buf text = {0};

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	ibp_buf_addf(&text, "%s (%s)", e->name, ibp_fora_type_label(e->type));
	if (e->parent != IBP_FORA_NONE)
		ibp_map_add_fact(&text, _("Part of"),
				 p->cover->fora->elements[e->parent].name);
	ibp_map_add_fact(&text, _("Reason"),
			 exclusion ? exclusion->reason : NULL);
	ibp_cells_put(cells, row + 1, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_cut(&text, 0);
	add_help(p->cover, element, &text);
	ibp_cells_put(cells, row + 2, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_release(&text);
}

/* An empty list says why, and what to do about it. */
static void paint_empty(const struct ibp_rows *rows, struct ibp_cells *cells,
			size_t row, size_t height)
{
	struct ibp_buf text = {0};

	if (rows->filter)
		ibp_buf_addf(&text,
			     _("Nothing fits the filter \"%s\". Press Esc or "
			       "\\ to clear it."),
			     rows->filter_name);
	else
		ibp_buf_add(&text, _("There are no gaps: every function for "
				     "which FORA expects a system has an "
				     "application."));
	ibp_wrap_paint(ibp_buf_text(&text), cells, row, 2, cells->columns - 2,
		       height);
	ibp_cells_set_cursor(cells, row, 2);
	ibp_buf_release(&text);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct elements *elements = state;
	struct painting painting = {app, ibp_map_cover(ibp_map_of(app)),
				    &elements->rows};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = elements->rows.count,
		.cell = cell,
		.marked = is_marked,
		.context = &painting,
		.cursor_column = NAME,
	};

	if (!elements->rows.count) {
		paint_empty(&elements->rows, cells, top + 1, height - 1);
		return;
	}
	if (height >= PEEK_ROWS + ROWS_MIN) {
		height -= PEEK_ROWS;
		paint_peek(&painting, cells, top + height);
	}
	ibp_list_paint(&elements->rows.list, &rows, cells, top, height);
}

/* ---- Acts ---- */

static struct ibp_rows *rows_of(void *state)
{
	return &((struct elements *)state)->rows;
}

static unsigned open_one(struct ibp_app *app, struct ibp_rows *rows)
{
	size_t at = ibp_rows_at(rows);

	ibp_rows_drop_marks(app, rows);
	if (at != IBP_ROWS_NONE)
		ibp_map_open_element(app, (uint32_t)at);
	return IBP_REACT_PAINT;
}

static unsigned next_gap(struct ibp_app *app, struct ibp_rows *rows)
{
	const struct ibp_cover *cover = ibp_map_cover(ibp_map_of(app));

	for (size_t i = 1; i <= rows->count; i++) {
		size_t at = (rows->list.at + i) % rows->count;

		if (ibp_element_state(cover, (uint32_t)rows->items[at]) !=
		    IBP_ELEMENT_GAP)
			continue;
		rows->list.at = at;
		return IBP_REACT_PAINT;
	}
	ibp_app_say(app, "%s", _("There is no gap in this list."));
	return IBP_REACT_PAINT;
}

static unsigned act_on(struct ibp_app *app, uint32_t element, int wanted)
{
	switch (wanted) {
	case IBP_MAP_OPEN_PLACING:
		ibp_map_go_to_landscape(app, IBP_MAP_NONE, element);
		return IBP_REACT_PAINT;
	case IBP_MAP_OPEN_IMPACT:
		ibp_map_open_answers(app, IBP_MAP_IMPACT_ELEMENT, (long)element,
				     NULL);
		return IBP_REACT_PAINT;
	default:
		return ibp_map_element_act(app, element, wanted);
	}
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_rows *rows = rows_of(state);
	unsigned react = ibp_rows_act(app, rows, wanted);

	(void)key;
	if (react & IBP_REACT_PASS && rows->count)
		react = act_on(app, (uint32_t)ibp_rows_at(rows), wanted);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_one(app, rows);
	case IBP_MAP_NEXT_GAP:
		return next_gap(app, rows);
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_rows *rows = rows_of(state);

	if (!ibp_rows_click(rows, event))
		return IBP_REACT_NONE;
	return event->twice ? open_one(app, rows) : IBP_REACT_PAINT;
}

static void free_elements(void *state)
{
	struct elements *elements = state;

	ibp_rows_release(&elements->rows);
	free(elements);
}

static const struct ibp_view_kind elements_kind = {
	.screen = IBP_MAP_ELEMENTS,
	.about = N_("Functions with the applications that serve them. In the "
		    "list of gaps stands each function for which FORA expects "
		    "a system and that no application serves. T goes to it in "
		    "the tree, where you place something; - says that it is "
		    "not for your board."),
	.more = N_("The sign in front: 1 to 9 applications, + for more, p "
		   "planned, ? a gap, x not for us, . where no system is "
		   "expected."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.free = free_elements,
};

void ibp_map_open_elements(struct ibp_app *app, enum ibp_map_scope scope,
			   uint32_t which)
{
	struct elements *elements = ibp_alloc(sizeof(*elements));

	elements->rows.kind = &elements_rows;
	elements->scope = scope;
	elements->which = which;
	ibp_marks_clear(&ibp_map_of(app)->elements);
	ibp_rows_fill(app, &elements->rows);
	ibp_app_open(app, &elements_kind, elements);
}
