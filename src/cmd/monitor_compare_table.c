/* A board beside its sector as a table with bars. */
#include "base/i18n.h"
#include "cmd/monitor_compare.h"

#define BAR_PER_LEVEL 3

/* ---- Table and bars ----------------------------------------------------- */

/* The own score as a row of signs, with the mean as an upright one. */
static struct ibp_cell bar_cell(struct ibp_doc *doc, long own,
				const struct ibp_benchmark_row *mean)
{
	long at = mean && mean->value >= 0 ? mean->value : 0;
	struct ibp_buf bar = {0};
	struct ibp_cell cell;

	for (int i = 1; i <= IBP_LEVELS * BAR_PER_LEVEL; i++) {
		ibp_buf_add(&bar, own * BAR_PER_LEVEL >= i * 100L ? "#" : ".");
		if (at && at * BAR_PER_LEVEL < (i + 1) * 100L) {
			ibp_buf_add(&bar, "|");
			at = 0;
		}
	}
	cell = ibp_cell_text(ibp_arena_strdup(&doc->arena, ibp_buf_text(&bar)));
	ibp_buf_release(&bar);
	return cell;
}

static struct ibp_cell shown_cell(struct comparing *c,
				  const struct ibp_benchmark_row *row)
{
	return row ? ibp_cell_text(ibp_cmd_compare_display(c, row)) :
		     ibp_cell_none();
}

static struct ibp_cell value_cell(const struct ibp_benchmark_row *row)
{
	return ibp_cell_hundredths(row ? row->value : -1);
}

static struct ibp_cell boards_cell(const struct ibp_benchmark_row *row)
{
	return row ? ibp_cell_code(row->boards) : ibp_cell_none();
}

static struct ibp_cell step_cell(const struct comparing *c,
				 const struct ibp_benchmark_row *row)
{
	long step = row ? ibp_cmd_places_step(c->benchmark, row) : 0;

	return ibp_cell_hundredths(step ? step : -1);
}

static void add_row(struct comparing *c, struct ibp_table *table,
		    const struct ibp_cmd_place *place)
{
	struct ibp_cell cells[] = {
		ibp_cell_code(place->group),
		ibp_cell_text(place->title),
		ibp_cell_hundredths(place->own ? place->own : -1),
		shown_cell(c, place->cell),
		value_cell(place->cell),
		boards_cell(place->cell),
		step_cell(c, place->cell),
		shown_cell(c, place->all),
		value_cell(place->all),
		boards_cell(place->all),
		step_cell(c, place->all),
		ibp_cell_choice(ibp_cmd_standing_word(place->standing),
				ibp_cmd_standing_label(place->standing)),
		bar_cell(c->doc, place->own, ibp_cmd_compare_beside(place)),
		shown_cell(c, place->level),
	};

	ibp_doc_add_row(c->doc, table, cells);
}

void ibp_cmd_compare_add_groups(struct comparing *c)
{
	const char *cell = ibp_cmd_compare_cell(c, c->places.cell);
	unsigned own = c->places.has_cell ? 0 : IBP_ONLY_DATA;
	const struct ibp_column columns[] = {
		{"group", _("Group"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"own", _("Yours"), IBP_CELL_HUNDREDTHS, 0, false},
		{"cell_display", cell, IBP_CELL_TEXT, own, false},
		{"cell_mean", NULL, IBP_CELL_HUNDREDTHS, IBP_ONLY_DATA, false},
		{"cell_boards", _("Boards"), IBP_CELL_CODE, own | IBP_WHEN_WIDE,
		 false},
		{"cell_step", _("Step"), IBP_CELL_HUNDREDTHS,
		 own | IBP_WHEN_WIDE, false},
		{"all_display", _("All"), IBP_CELL_TEXT, 0, false},
		{"all_mean", NULL, IBP_CELL_HUNDREDTHS, IBP_ONLY_DATA, false},
		{"all_boards", _("Boards"), IBP_CELL_CODE, IBP_WHEN_WIDE,
		 false},
		{"all_step", _("Step"), IBP_CELL_HUNDREDTHS, IBP_WHEN_WIDE,
		 false},
		{"standing", _("You are"), IBP_CELL_CHOICE, 0, false},
		{"bar", _("1 to 5"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE, false},
		{"level_share", _("At your level"), IBP_CELL_TEXT,
		 IBP_WHEN_WIDE, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(c->doc, "compare", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	for (size_t i = 0; i < c->places.count; i++)
		add_row(c, table, &c->places.items[i]);
}

void ibp_cmd_compare_add_figures(struct comparing *c)
{
	const char *cell = ibp_cmd_compare_cell(c, c->places.cell);
	const struct ibp_column columns[] = {
		{"figure", _("Applications"), IBP_CELL_CHOICE, 0, true},
		{"range", _("Yours"), IBP_CELL_CODE, 0, false},
		{"cell", cell, IBP_CELL_TEXT,
		 c->places.has_cell ? 0 : IBP_ONLY_DATA, false},
		{"all", _("All"), IBP_CELL_TEXT, 0, false},
	};
	struct ibp_table *table = ibp_doc_add_table(
		c->doc, "landscape",
		_("Your applications, and the share of boards in the same "
		  "band"),
		columns, sizeof(columns) / sizeof(*columns));

	for (int i = 0; c->own.has_landscape && i < IBP_SDC_FIGURES; i++) {
		const char *code = ibp_sdc_figure_codes[i];
		int band = c->own.landscape[i];
		struct ibp_cell cells[] = {
			ibp_cell_choice(code, ibp_summary_figure_label(i)),
			ibp_cell_code(ibp_summary_band(i, band)),
			shown_cell(c, ibp_benchmark_find(c->benchmark,
							 c->places.cell, code,
							 IBP_SDC_BANDS, band)),
			shown_cell(c, ibp_benchmark_find(c->benchmark,
							 ibp_sdc_cell_all, code,
							 IBP_SDC_BANDS, band)),
		};

		ibp_doc_add_row(c->doc, table, cells);
	}
}
