/* The register: every application with what counts most about it. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"
#include "tui/wrap.h"

/* The rule and what is said in full about the selected one. */
#define PEEK_ROWS 3
#define ROWS_MIN 6

struct applications {
	struct ibp_rows rows;
	unsigned long seen;
};

enum column { NAME, SUPPLIER, STATUS, PERSONAL, AGREEMENT, CONTRACT, PLACES };

static const struct ibp_column columns[] = {
	[NAME] = {NC_("column", "Application"), 16, 50, 0, false, 24},
	[SUPPLIER] = {NC_("column", "Supplier"), 12, 30, 3, false, 16},
	[STATUS] = {NC_("column", "Status"), 8, 16, 2, false, 14},
	/* TRANSLATORS: personal data; at most 10 columns. */
	[PERSONAL] = {NC_("column", "Personal"), 8, 10, 4, false, 0},
	/* TRANSLATORS: the processing agreement; at most 12 columns. */
	[AGREEMENT] = {NC_("column", "Agreement"), 8, 14, 1, false, 12},
	/* TRANSLATORS: the end of the contract; at most 11 columns. */
	[CONTRACT] = {NC_("column", "Contract"), 11, 11, 0, false, 0},
	/* TRANSLATORS: how many places in FORA; at most 7 columns. */
	[PLACES] = {NC_("column", "Places"), 4, 7, 0, true, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const int footer[] = {IBP_ACT_OPEN, IBP_MAP_ADD, IBP_ACT_SEARCH,
			     IBP_ACT_FILTER, 0};

struct painting {
	struct ibp_app *app;
	const struct ibp_map *map;
	const struct ibp_rows *rows;
};

static void add_contract(const struct ibp_map *map,
			 const struct ibp_application *a, struct ibp_buf *text)
{
	char shown[IBP_DATE_SIZE];

	if (!a->contract_end)
		return;
	ibp_buf_add(text, ibp_date_show(a->contract_end, shown));
	if (strcmp(a->contract_end, map->setup->today) < 0)
		ibp_buf_add_char(text, '!');
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *p = context;
	size_t index = p->rows->items[row];
	const struct ibp_application *a = ibp_map_application(p->map, index);

	*look = IBP_LOOK_PLAIN;
	switch ((enum column)column) {
	case NAME:
		ibp_buf_add(text, a->name);
		break;
	case SUPPLIER:
		ibp_buf_add(text, a->supplier ? a->supplier : "");
		break;
	case STATUS:
		ibp_map_add_field(
			ibp_application_fields, "status",
			ibp_application_status_at(a, p->map->setup->today),
			text);
		break;
	case PERSONAL:
		ibp_map_add_field(ibp_application_fields, "personal_data",
				  a->personal_data, text);
		break;
	case AGREEMENT:
		ibp_map_add_field(ibp_agreement_fields, "status",
				  a->agreement.status, text);
		break;
	case CONTRACT:
		add_contract(p->map, a, text);
		break;
	case PLACES:
		ibp_buf_addf(text, "%zu%s", a->placement_count,
			     ibp_map_has_new(p->map, index) ? "!" : "");
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
	const struct applications *list = state;

	(void)app;
	ibp_buf_add(title, _("Applications"));
	ibp_rows_add_title(&list->rows, title);
}

/* What the columns do not show at this width comes first. */
static void add_facts(const struct painting *p, size_t width,
		      struct ibp_buf *text)
{
	static const struct {
		const char *field;
		size_t column;
	} facts[] = {
		{"supplier", SUPPLIER},  {"personal_data", PERSONAL},
		{"owner", PLACES + 1},   {"hosting", PLACES + 1},
		{"country", PLACES + 1}, {"note", PLACES + 1},
	};
	const struct ibp_application *a =
		ibp_map_application(p->map, p->rows->items[p->rows->list.at]);
	size_t widths[IBP_LIST_COLUMNS] = {0};

	ibp_list_widths(columns, width, widths);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		const struct ibp_field *field =
			ibp_field_find(ibp_application_fields, facts[i].field);
		char *shown = ibp_field_show(
			field, ibp_application_value(a, field->name));

		if (!widths[facts[i].column])
			ibp_map_add_fact(text, _(field->label), shown);
		free(shown);
	}
}

static void add_places(const struct ibp_application *a, struct ibp_buf *text)
{
	struct ibp_buf names = {0};

	for (size_t i = 0; i < a->placement_count; i++)
		ibp_buf_addf(&names, "%s%s", i ? ", " : "",
			     a->placements[i].element_name);
	if (names.length)
		ibp_map_add_fact(text, _("Placed on"), ibp_buf_text(&names));
	else
		ibp_map_add_sentence(text, _("Has no place in FORA yet"));
	ibp_buf_release(&names);
}

static void paint_peek(const struct painting *p, struct ibp_cells *cells,
		       size_t row)
{
	const struct ibp_application *a =
		ibp_map_application(p->map, p->rows->items[p->rows->list.at]);
	size_t width = cells->columns - 2;
	struct ibp_buf text = {0};

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	add_facts(p, width, &text);
	ibp_cells_put(cells, row + 1, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_cut(&text, 0);
	add_places(a, &text);
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
			     _("No application fits the filter \"%s\". Press "
			       "Esc or \\ to clear it."),
			     rows->filter_name);
	else
		ibp_buf_add(&text, _("There are no applications yet. Press a "
				     "to add one."));
	ibp_wrap_paint(ibp_buf_text(&text), cells, row, 2, cells->columns - 2,
		       height);
	ibp_cells_set_cursor(cells, row, 2);
	ibp_buf_release(&text);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct applications *list = state;
	struct painting painting = {app, ibp_map_of(app), &list->rows};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = list->rows.count,
		.cell = cell,
		.marked = is_marked,
		.context = &painting,
		.cursor_column = NAME,
	};

	if (!list->rows.count) {
		paint_empty(&list->rows, cells, top + 1, height - 1);
		return;
	}
	/* Under a dialog the rows themselves need the room. */
	if (height >= PEEK_ROWS + ROWS_MIN) {
		height -= PEEK_ROWS;
		ibp_list_clamp(&list->rows.list, list->rows.count);
		paint_peek(&painting, cells, top + height);
	}
	ibp_list_paint(&list->rows.list, &rows, cells, top, height);
}

/* ---- Acts ---- */

static struct ibp_rows *rows_of(void *state)
{
	return &((struct applications *)state)->rows;
}

static unsigned open_one(struct ibp_app *app, struct ibp_rows *rows)
{
	size_t index = ibp_rows_at(rows);

	/* There the keys are for the one application that is shown. */
	ibp_rows_drop_marks(app, rows);
	if (index != IBP_ROWS_NONE)
		ibp_map_open_application(
			app, ibp_map_application(ibp_map_of(app), index)->id);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_rows *rows = rows_of(state);
	size_t index = ibp_rows_at(rows);
	unsigned react = IBP_REACT_PASS;

	(void)key;
	if (index != IBP_ROWS_NONE)
		react = ibp_map_application_act(app, index, wanted);
	if (react & IBP_REACT_PASS)
		react = ibp_rows_act(app, rows, wanted);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_one(app, rows);
	case IBP_MAP_OPEN_PLACING:
		ibp_map_go_to_landscape(app, index, IBP_FORA_NONE);
		return IBP_REACT_PAINT;
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

static void follow(struct ibp_app *app, void *state)
{
	struct applications *list = state;

	ibp_map_follow_rows(app, &list->rows, &list->seen);
}

static void free_list(void *state)
{
	struct applications *list = state;

	ibp_rows_release(&list->rows);
	free(list);
}

static const struct ibp_view_kind applications_kind = {
	.screen = IBP_MAP_APPLICATIONS,
	.about = N_("The register of applications. A key for a field changes "
		    "it for the selected application, or for all marked ones; "
		    "r has every field. Enter shows all of one."),
	.more = N_("A ! behind a date means that it is past, behind the number "
		   "of places that one of them must be looked at again after "
		   "a new edition of FORA."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.follow = follow,
	.free = free_list,
};

void ibp_map_open_applications(struct ibp_app *app)
{
	struct ibp_map *map = ibp_map_of(app);
	struct applications *list = ibp_alloc(sizeof(*list));

	list->rows.kind = &ibp_map_application_rows;
	list->seen = map->renumbered;
	ibp_marks_clear(&map->applications);
	ibp_rows_fill(app, &list->rows);
	ibp_app_open(app, &applications_kind, list);
}
