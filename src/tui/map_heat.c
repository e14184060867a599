/* The heat map: a row per domain, a sign per function; no colour is needed. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"
#include "tui/wrap.h"

struct heat {
	struct ibp_list list;
};

enum column { NAME, COVERED, GAPS, EXCLUDED, APPLICATIONS, SIGNS };

static const struct ibp_column columns[] = {
	[NAME] = {NC_("column", "Domain"), 14, 40, 0, false, 24},
	/* TRANSLATORS: "51/59": covered of expected; at most 7 columns. */
	[COVERED] = {NC_("column", "Cov."), 6, 7, 0, true, 0},
	[GAPS] = {NC_("column", "Gaps"), 4, 5, 0, true, 0},
	/* TRANSLATORS: not for us; at most 5 columns. */
	[EXCLUDED] = {NC_("column", "Not"), 4, 5, 3, true, 0},
	/* TRANSLATORS: applications; at most 5 columns. */
	[APPLICATIONS] = {NC_("column", "Appl."), 5, 5, 2, true, 0},
	[SIGNS] = {NC_("column", "Functions, one sign each"), 20, 110, 0, false,
		   0},
	{NULL, 0, 0, 0, false, 0},
};

static const int footer[] = {IBP_ACT_OPEN, IBP_MAP_OPEN_GAPS, IBP_ACT_BACK, 0};

struct painting {
	struct ibp_map *map;
	const struct ibp_cover *cover;
	const struct ibp_coverage *functions;
};

/* A sign per function; a space before each main function. */
static void add_signs(const struct painting *p, uint32_t domain,
		      struct ibp_buf *text)
{
	const struct ibp_fora *fora = p->cover->fora;

	for (size_t i = 0; i < p->functions->count; i++) {
		uint32_t element = p->functions->rows[i].element;
		const struct ibp_fora_element *e = &fora->elements[element];

		if (e->domain != domain)
			continue;
		if (e->type == IBP_FORA_MAIN_FUNCTION && text->length)
			ibp_buf_add_char(text, ' ');
		ibp_buf_add_char(text, ibp_map_sign(p->cover, element));
	}
}

static void add_name(const struct ibp_fora *fora, uint32_t domain,
		     struct ibp_buf *text)
{
	ibp_buf_add(text, domain == IBP_FORA_NONE ?
				  _("in no domain") :
				  fora->elements[domain].name);
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *p = context;
	const struct ibp_coverage_total *total = &p->functions->domains[row];

	*look = IBP_LOOK_PLAIN;
	switch ((enum column)column) {
	case NAME:
		add_name(p->cover->fora, total->domain, text);
		break;
	case COVERED:
		ibp_buf_addf(text, "%zu/%zu", total->covered, total->expected);
		break;
	case GAPS:
		ibp_buf_addf(text, "%zu", total->gaps);
		break;
	case EXCLUDED:
		ibp_buf_addf(text, "%zu", total->excluded);
		break;
	case APPLICATIONS:
		ibp_buf_addf(text, "%zu", total->applications);
		break;
	case SIGNS:
		add_signs(p, total->domain, text);
		break;
	}
}

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct ibp_coverage_total *total =
		&ibp_map_functions(ibp_map_of(app))->total;

	(void)state;
	ibp_buf_addf(title, "%s. ", _("Heat map"));
	ibp_buf_addf(title, _("%zu of %zu covered, %zu gaps"), total->covered,
		     total->expected, total->gaps);
}

/* Every main function of the selected domain, with the signs of its parts. */
static void paint_parts(const struct painting *p, uint32_t domain,
			struct ibp_cells *cells, size_t row, size_t height)
{
	const struct ibp_fora *fora = p->cover->fora;
	struct ibp_buf signs = {0};
	size_t end = row + height;

	for (size_t i = 0; i < p->functions->count && row < end; i++) {
		uint32_t element = p->functions->rows[i].element;
		size_t width = cells->columns / 2;

		if (fora->elements[element].domain != domain ||
		    fora->elements[element].type != IBP_FORA_MAIN_FUNCTION)
			continue;
		ibp_buf_cut(&signs, 0);
		ibp_buf_add_char(&signs, ibp_map_sign(p->cover, element));
		ibp_buf_add_char(&signs, ' ');
		for (size_t j = i + 1; j < p->functions->count; j++)
			if (fora->elements[p->functions->rows[j].element]
				    .parent == element)
				ibp_buf_add_char(
					&signs,
					ibp_map_sign(
						p->cover,
						p->functions->rows[j].element));
		ibp_cells_put(cells, row, 2, width - 2,
			      fora->elements[element].name, IBP_LOOK_PLAIN);
		ibp_cells_put(cells, row++, width + 1,
			      cells->columns - width - 1, ibp_buf_text(&signs),
			      IBP_LOOK_PLAIN);
	}
	ibp_buf_release(&signs);
}

#define LEGEND                                                                 \
	_("1 to 9: so many applications, + more. ? gap, p planned, x not for " \
	  "us, . no system expected. A space comes before each main "          \
	  "function.")

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct heat *heat = state;
	struct ibp_map *map = ibp_map_of(app);
	struct painting painting = {map, ibp_map_cover(map),
				    ibp_map_functions(map)};
	size_t count = painting.functions->domain_count;
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = count,
		.cell = cell,
		.context = &painting,
		.cursor_column = NAME,
	};
	size_t width = cells->columns - 2;
	size_t legend = ibp_wrap_count(LEGEND, width);
	size_t used = count + 2;

	if (height > used + legend) {
		ibp_wrap_paint(LEGEND, cells, top + height - legend, 2, width,
			       legend);
		ibp_cells_fill(cells, top + used - 1, 0, cells->columns, '-',
			       IBP_LOOK_PLAIN);
		paint_parts(&painting,
			    painting.functions->domains[heat->list.at].domain,
			    cells, top + used, height - used - legend);
		height = used - 1;
	}
	ibp_list_paint(&heat->list, &rows, cells, top, height);
}

static unsigned open_row(struct ibp_app *app, const struct heat *heat)
{
	const struct ibp_coverage *functions =
		ibp_map_functions(ibp_map_of(app));

	ibp_map_open_elements(app, IBP_MAP_SCOPE_DOMAIN,
			      functions->domains[heat->list.at].domain);
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct heat *heat = state;
	size_t count = ibp_map_functions(ibp_map_of(app))->domain_count;

	(void)key;
	if (ibp_list_act(&heat->list, count, wanted))
		return IBP_REACT_PAINT;
	return wanted == IBP_ACT_OPEN ? open_row(app, heat) :
					ibp_work_act(app, wanted);
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct heat *heat = state;
	size_t count = ibp_map_functions(ibp_map_of(app))->domain_count;
	size_t row = ibp_list_hit(&heat->list, count, event->row);

	if (row >= count)
		return IBP_REACT_NONE;
	heat->list.at = row;
	return event->twice ? open_row(app, heat) : IBP_REACT_PAINT;
}

static const struct ibp_view_kind heat_kind = {
	.screen = IBP_MAP_HEAT,
	.about = N_("The heat map: a row for each domain of FORA and a sign "
		    "for each function in it. Below stand the main functions "
		    "of the selected domain, with the signs of their "
		    "functions. Enter lists the functions of the domain."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.click = click,
	.free = free,
};

void ibp_map_open_heat(struct ibp_app *app)
{
	ibp_app_open(app, &heat_kind, ibp_alloc(sizeof(struct heat)));
}
