/* How the first screen looks. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_landscape.h"
#include "tui/wrap.h"

/* The rule and a line about each of the two selected ones. */
#define PEEK_ROWS 3
#define ROWS_MIN 6
#define LEFT_MIN 26
#define LEFT_MAX 60
#define INDENT 2

enum application_column { NAME, PLACE };
enum element_column { SIGN, ELEMENT, HELD };

static const struct ibp_column application_columns[] = {
	[NAME] = {NULL, 12, 60, 0, false, 0},
	[PLACE] = {NULL, 7, 10, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column element_columns[] = {
	[SIGN] = {NULL, 1, 1, 0, false, 0},
	[ELEMENT] = {NULL, 16, 200, 0, false, 0},
	[HELD] = {NULL, 7, 10, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

size_t ibp_map_landscape_application(const struct ibp_map_landscape *landscape)
{
	size_t at = ibp_rows_at(&landscape->applications);

	return at == IBP_ROWS_NONE ? IBP_MAP_NONE : at;
}

uint32_t ibp_map_landscape_element(const struct ibp_map_landscape *landscape)
{
	size_t at = ibp_rows_at(&landscape->elements);

	return at == IBP_ROWS_NONE ? IBP_FORA_NONE : (uint32_t)at;
}

struct painting {
	struct ibp_app *app;
	const struct ibp_map *map;
	const struct ibp_cover *cover;
	const struct ibp_map_landscape *landscape;
	size_t application; /* selected */
	uint32_t element;
};

/* The kind where it is placed, "via" where FORA's relations bring it. */
static void add_place(const struct painting *p, size_t application,
		      uint32_t element, struct ibp_buf *text)
{
	const struct ibp_placement *place;

	if (application == IBP_MAP_NONE || element == IBP_FORA_NONE)
		return;
	place = ibp_map_placement(ibp_map_application(p->map, application),
				  element);
	if (place) {
		ibp_buf_add(text, ibp_map_kind_short(place->kind));
		ibp_buf_add(text, place->look_again ? "!" : "");
	} else if (ibp_sets_has(&p->cover->served, element, application)) {
		/* TRANSLATORS: by way of something else; at most 8 columns. */
		ibp_buf_add(text, C_("place", "via"));
	}
}

static void application_cell(void *context, size_t row, size_t column,
			     struct ibp_buf *text, unsigned *look)
{
	const struct painting *p = context;
	size_t index = p->landscape->applications.items[row];

	*look = IBP_LOOK_PLAIN;
	if (column == NAME)
		ibp_buf_add(text, ibp_map_application(p->map, index)->name);
	else
		add_place(p, index, p->element, text);
}

static void element_cell(void *context, size_t row, size_t column,
			 struct ibp_buf *text, unsigned *look)
{
	const struct painting *p = context;
	uint32_t element = (uint32_t)p->landscape->elements.items[row];
	bool folded = p->landscape->folded[element] &&
		      ibp_map_tree_has_parts(p->map, p->landscape, element);

	*look = IBP_LOOK_PLAIN;
	switch ((enum element_column)column) {
	case SIGN:
		ibp_buf_add_char(text, p->map->fora->elements[element].type ==
						       IBP_FORA_DOMAIN ?
					       ' ' :
					       ibp_map_sign(p->cover, element));
		break;
	case ELEMENT:
		ibp_buf_add_times(text, " ",
				  INDENT * ibp_map_tree_depth(p->map,
							      p->landscape,
							      element));
		ibp_buf_add(text, p->map->fora->elements[element].name);
		ibp_buf_add(text, folded ? " +" : "");
		break;
	case HELD:
		add_place(p, p->application, element, text);
		break;
	}
}

static bool is_application_marked(void *context, size_t row)
{
	const struct painting *p = context;

	return ibp_rows_is_marked(p->app, &p->landscape->applications, row);
}

static bool is_element_marked(void *context, size_t row)
{
	const struct painting *p = context;

	return ibp_rows_is_marked(p->app, &p->landscape->elements, row);
}

static bool is_domain(void *context, size_t row)
{
	const struct painting *p = context;

	return p->map->fora->elements[p->landscape->elements.items[row]].type ==
	       IBP_FORA_DOMAIN;
}

/* ---- What is selected, in full ---- */

static void add_application(const struct painting *p, struct ibp_buf *text)
{
	const struct ibp_application *a =
		ibp_map_application(p->map, p->application);
	struct ibp_buf status = {0};
	size_t places = a->placement_count;

	ibp_map_add_field(ibp_application_fields, "status",
			  ibp_application_status_at(a, p->cover->date),
			  &status);
	ibp_buf_addf(text, "%s (%s, ", a->name, ibp_buf_text(&status));
	ibp_buf_addf(text, ibp_ngettext("%zu place", "%zu places", places),
		     places);
	ibp_buf_add_char(text, ')');
	if (p->element != IBP_FORA_NONE && ibp_map_placement(a, p->element) &&
	    ibp_map_placement(a, p->element)->note)
		ibp_map_add_fact(text, _("Note"),
				 ibp_map_placement(a, p->element)->note);
	ibp_map_add_fact(text, _("Supplier"), a->supplier);
	ibp_map_add_fact(text, _("Owner"), a->owner);
	ibp_buf_release(&status);
}

static void add_element(const struct painting *p, struct ibp_buf *text)
{
	const struct ibp_fora_element *e = &p->map->fora->elements[p->element];
	const struct ibp_exclusion *exclusion =
		p->cover->exclusions[p->element];
	struct ibp_buf names = {0};

	ibp_buf_addf(text, "%s (%s): ", e->name, ibp_fora_type_label(e->type));
	if (e->type != IBP_FORA_DOMAIN || exclusion)
		ibp_map_add_state(p->cover, p->element, text);
	ibp_map_add_fact(text, _("Reason"),
			 exclusion ? exclusion->reason : NULL);
	ibp_map_add_names(p->cover, &p->cover->served, p->element, NULL,
			  &names);
	if (names.length)
		ibp_buf_addf(text, ": %s", ibp_buf_text(&names));
	ibp_buf_cut(&names, 0);
	ibp_map_add_names(p->cover, &p->cover->planned, p->element,
			  &p->cover->served, &names);
	ibp_map_add_fact(text, _("Planned"), ibp_buf_text(&names));
	ibp_buf_release(&names);
}

static void paint_peek(const struct painting *p, struct ibp_cells *cells,
		       size_t row)
{
	size_t width = cells->columns - 2;
	struct ibp_buf text = {0};

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	if (p->application != IBP_MAP_NONE)
		add_application(p, &text);
	ibp_cells_put(cells, row + 1, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_cut(&text, 0);
	if (p->element != IBP_FORA_NONE)
		add_element(p, &text);
	ibp_cells_put(cells, row + 2, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_release(&text);
}

/* ---- The two sides ---- */

static void add_side_title(const struct ibp_rows *rows, const char *what,
			   struct ibp_buf *title)
{
	ibp_buf_add(title, what);
	ibp_rows_add_title(rows, title);
}

/* An empty side says why, and what to do about it. */
static void paint_empty(const struct ibp_rows *rows, const char *none,
			struct ibp_cells *cells, size_t row, size_t column,
			size_t width, size_t height, bool here)
{
	struct ibp_buf text = {0};

	if (rows->filter)
		ibp_buf_addf(&text,
			     _("Nothing fits the filter \"%s\". Press Esc or "
			       "\\ to clear it."),
			     rows->filter_name);
	else
		ibp_buf_add(&text, none);
	ibp_wrap_paint(ibp_buf_text(&text), cells, row, column + 2, width - 2,
		       height);
	if (here)
		ibp_cells_set_cursor(cells, row, column + 2);
	ibp_buf_release(&text);
}

struct side {
	struct ibp_rows *rows;
	const char *title;
	const char *none;
	struct ibp_list_rows list;
};

static void paint_side(struct side *side, struct ibp_cells *cells, size_t top,
		       size_t height)
{
	struct ibp_buf title = {0};
	size_t left = side->list.left;
	size_t width = side->list.width;

	add_side_title(side->rows, side->title, &title);
	ibp_cells_put(cells, top, left + 2, width - 2, ibp_buf_text(&title),
		      IBP_LOOK_PLAIN);
	ibp_cells_add_look(cells, top, left, width, IBP_LOOK_UNDERLINE);
	if (side->rows->count)
		ibp_list_paint(&side->rows->list, &side->list, cells, top + 1,
			       height - 1);
	else
		paint_empty(side->rows, side->none, cells, top + 1, left, width,
			    height - 1, !side->list.resting);
	ibp_buf_release(&title);
}

static size_t split_at(size_t columns)
{
	size_t left = columns * 2 / 5;

	if (left < LEFT_MIN)
		return LEFT_MIN;
	return left > LEFT_MAX ? LEFT_MAX : left;
}

static void paint_applications(struct painting *p,
			       struct ibp_map_landscape *landscape,
			       struct ibp_cells *cells, size_t top,
			       size_t height)
{
	struct side side = {
		.rows = &landscape->applications,
		.title = _("Applications"),
		.none = _("There are no applications yet. Press a to add one."),
		.list = {.columns = application_columns,
			 .count = landscape->applications.count,
			 .cell = application_cell,
			 .marked = is_application_marked,
			 .context = p,
			 .cursor_column = NAME,
			 .resting = landscape->in_tree,
			 .width = landscape->split},
	};

	paint_side(&side, cells, top, height);
}

static void paint_tree(struct painting *p, struct ibp_map_landscape *landscape,
		       struct ibp_cells *cells, size_t top, size_t height)
{
	size_t left = landscape->split + 1;
	struct side side = {
		.rows = &landscape->elements,
		.title = ibp_map_tree_label(landscape->tree),
		.none = _("This edition of FORA has none."),
		.list = {.columns = element_columns,
			 .count = landscape->elements.count,
			 .cell = element_cell,
			 .marked = is_element_marked,
			 .heading = is_domain,
			 .context = p,
			 .cursor_column = ELEMENT,
			 .resting = !landscape->in_tree,
			 .left = left,
			 .width = cells->columns - left},
	};

	paint_side(&side, cells, top, height);
	for (size_t i = 0; i < height; i++)
		ibp_cells_fill(cells, top + i, landscape->split, 1, '|',
			       IBP_LOOK_PLAIN);
}

void ibp_map_landscape_paint(struct ibp_app *app, void *state,
			     struct ibp_cells *cells, size_t top, size_t height)
{
	struct ibp_map_landscape *landscape = state;
	struct ibp_map *map = ibp_map_of(app);
	struct painting p = {
		.app = app,
		.map = map,
		.cover = ibp_map_cover(map),
		.landscape = landscape,
		.application = ibp_map_landscape_application(landscape),
		.element = ibp_map_landscape_element(landscape),
	};

	landscape->split = split_at(cells->columns);
	/* Under a dialog the rows themselves need the room. */
	if (height >= PEEK_ROWS + ROWS_MIN) {
		height -= PEEK_ROWS;
		paint_peek(&p, cells, top + height);
	}
	/* The side where the person is comes last, with the cursor. */
	paint_applications(&p, landscape, cells, top, height);
	paint_tree(&p, landscape, cells, top, height);
}

void ibp_map_landscape_title(struct ibp_app *app, void *state,
			     struct ibp_buf *title)
{
	const struct ibp_map_landscape *landscape = state;
	struct ibp_map *map = ibp_map_of(app);
	const struct ibp_coverage_total *total = &ibp_map_functions(map)->total;
	const struct ibp_rows *rows = landscape->in_tree ?
					      &landscape->elements :
					      &landscape->applications;

	ibp_buf_addf(title, "%s, FORA %s. ", map->board->name,
		     map->fora->version);
	if (rows->filter)
		ibp_buf_addf(title, _("filter: %s"), rows->filter_name);
	else
		ibp_buf_addf(title, _("%zu of %zu covered, %zu gaps"),
			     total->covered, total->expected, total->gaps);
}
