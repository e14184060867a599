/* strata: how many boards exist, and where the borders of size lie. */
#include <stdlib.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"
#include "exchange/strata_csv.h"

#define YEARS_FIXED 5

static int by_pupils(const void *a, const void *b)
{
	long one = *(const long *)a;
	long other = *(const long *)b;

	return (one > other) - (one < other);
}

/* To the nearest step, and never none: the small ones need a class too. */
static long rounded(long pupils)
{
	long steps = (2 * pupils + IBP_REGISTER_STEP) / (2 * IBP_REGISTER_STEP);

	return (steps > 0 ? steps : 1) * IBP_REGISTER_STEP;
}

/* The borders at a third and two thirds of the boards of SECTOR. */
static struct ibp_register_cut choose(const struct ibp_counted *counted,
				      int sector, long year)
{
	struct ibp_register_cut cut = {.since = year};
	long *pupils = ibp_alloc((counted->count + 1) * sizeof(*pupils));
	size_t count = 0;

	for (size_t i = 0; i < counted->count; i++)
		if (counted->boards[i].sector == sector)
			pupils[count++] = counted->boards[i].pupils;
	qsort(pupils, count, sizeof(*pupils), by_pupils);
	if (count) {
		cut.low = rounded(pupils[count / 3]);
		cut.high = rounded(pupils[2 * count / 3]);
		if (cut.high <= cut.low)
			cut.high = cut.low + IBP_REGISTER_STEP;
	}
	free(pupils);
	return cut;
}

static void count_boards(const struct ibp_counted *counted, long year,
			 struct ibp_register_strata *strata)
{
	for (int s = 0; s < IBP_SDC_SECTORS; s++) {
		struct ibp_register_cut *cut = &strata->cuts[s];

		if (!cut->low || year - cut->since >= YEARS_FIXED)
			*cut = choose(counted, s, year);
	}
	strata->population = (struct ibp_sdc_population){{{{0}}}};
	for (size_t i = 0; i < counted->count; i++) {
		const struct ibp_counted_board *board = &counted->boards[i];
		int size = ibp_register_size(&strata->cuts[board->sector],
					     board->pupils);

		strata->population.boards[board->sector][size][board->part]++;
	}
}

static void add_sector(struct ibp_doc *doc, struct ibp_table *table, int sector,
		       const struct ibp_register_strata *strata)
{
	const struct ibp_register_cut *cut = &strata->cuts[sector];
	struct ibp_cell cells[3 + IBP_SDC_SIZES * IBP_SDC_PARTS];
	size_t at = 3;

	cells[0] = ibp_cell_code(ibp_sdc_sector_codes[sector]);
	cells[1] = cut->low ? ibp_cell_number(cut->low) : ibp_cell_none();
	cells[2] = cut->low ? ibp_cell_number(cut->high) : ibp_cell_none();
	for (int size = 0; size < IBP_SDC_SIZES; size++)
		for (int part = 0; part < IBP_SDC_PARTS; part++)
			cells[at++] = ibp_cell_number(
				(long)strata->population
					.boards[sector][size][part]);
	ibp_doc_add_row(doc, table, cells);
}

/* For programs a column for each size in each part: "s_north". */
static struct ibp_table *add_data(struct ibp_doc *doc)
{
	struct ibp_column columns[3 + IBP_SDC_SIZES * IBP_SDC_PARTS] = {
		{"sector", _("Sector"), IBP_CELL_CODE, 0, false},
		{"middle_from", _("M from"), IBP_CELL_NUMBER, 0, false},
		{"large_from", _("L from"), IBP_CELL_NUMBER, 0, false},
	};
	size_t at = 3;

	for (int size = 0; size < IBP_SDC_SIZES; size++)
		for (int part = 0; part < IBP_SDC_PARTS; part++) {
			const char *name = ibp_arena_printf(
				&doc->arena, "%s %s", ibp_sdc_size_codes[size],
				ibp_sdc_part_codes[part]);

			columns[at++] = (struct ibp_column){
				ibp_arena_printf(&doc->arena, "%c_%s",
						 "sml"[size],
						 ibp_sdc_part_codes[part]),
				name, IBP_CELL_NUMBER, 0, false};
		}
	return ibp_doc_add_table(doc, "strata", NULL, columns, at);
}

/* "2500 - 4499" */
static const char *pupils_text(struct ibp_doc *doc,
			       const struct ibp_register_cut *cut, int size)
{
	if (!cut->low)
		return "";
	if (size == IBP_SDC_SMALL)
		return ibp_arena_printf(&doc->arena, "0 - %ld", cut->low - 1);
	if (size == IBP_SDC_LARGE)
		return ibp_arena_printf(&doc->arena, "%ld +", cut->high);
	return ibp_arena_printf(&doc->arena, "%ld - %ld", cut->low,
				cut->high - 1);
}

static void add_size(struct ibp_doc *doc, struct ibp_table *table, int sector,
		     int size, const struct ibp_register_strata *strata)
{
	const uint32_t *boards = strata->population.boards[sector][size];
	struct ibp_cell cells[4 + IBP_SDC_PARTS];
	long together = 0;

	cells[0] = ibp_cell_code(ibp_sdc_sector_codes[sector]);
	cells[1] = ibp_cell_code(ibp_sdc_size_codes[size]);
	cells[2] = ibp_cell_text(pupils_text(doc, &strata->cuts[sector], size));
	for (int part = 0; part < IBP_SDC_PARTS; part++) {
		cells[3 + part] = ibp_cell_number((long)boards[part]);
		together += (long)boards[part];
	}
	cells[3 + IBP_SDC_PARTS] = ibp_cell_number(together);
	ibp_doc_add_row(doc, table, cells);
}

/* For people a row for each size of a sector. */
static void add_people(struct ibp_doc *doc,
		       const struct ibp_register_strata *strata)
{
	struct ibp_column columns[4 + IBP_SDC_PARTS] = {
		{"sector", _("Sector"), IBP_CELL_CODE, 0, false},
		{"size", _("Size"), IBP_CELL_CODE, 0, false},
		{"pupils", _("Pupils"), IBP_CELL_TEXT, 0, false},
		[3 + IBP_SDC_PARTS] = {"together", _("Together"),
				       IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table;

	for (int part = 0; part < IBP_SDC_PARTS; part++)
		columns[3 + part] = (struct ibp_column){
			ibp_sdc_part_codes[part], ibp_cmd_part_label(part),
			IBP_CELL_NUMBER, 0, false};
	table = ibp_doc_add_table(doc, "sizes", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	table->place = IBP_ONLY_PEOPLE;
	for (int sector = 0; sector < IBP_SDC_SECTORS; sector++)
		for (int size = 0; size < IBP_SDC_SIZES; size++)
			add_size(doc, table, sector, size, strata);
}

static enum ibp_status show(struct ibp_run *run,
			    const struct ibp_counted *counted,
			    const struct ibp_register_strata *strata,
			    struct ibp_error *err)
{
	struct ibp_doc *doc = ibp_doc_new("strata", NULL);
	struct ibp_table *table;
	enum ibp_status status;

	ibp_doc_add_fact(doc, "boards", _("Boards"), 0,
			 ibp_cell_number((long)counted->count));
	ibp_doc_add_fact(doc, "schools", _("Schools"), 0,
			 ibp_cell_number((long)counted->schools));
	ibp_doc_add_fact(doc, "left_out",
			 _("Left out, without board or pupils"), 0,
			 ibp_cell_number((long)counted->without_pupils));
	add_people(doc, strata);
	table = add_data(doc);
	table->place = IBP_ONLY_DATA;
	for (int sector = 0; sector < IBP_SDC_SECTORS; sector++)
		add_sector(doc, table, sector, strata);
	status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	if (!status)
		ibp_run_say(run,
			    _("Reading these files was tested on invented ones "
			      "only: see whether the numbers can be right."));
	return status;
}

static enum ibp_status store(struct ibp_cmd_register *r,
			     const struct ibp_counted *counted,
			     struct ibp_register_strata *strata,
			     struct ibp_error *err)
{
	long year = strtol(r->edition.name, NULL, 10);
	enum ibp_status status = ibp_register_begin(r->reg, err);

	if (status)
		return status;
	status = ibp_register_strata(r->reg, strata, err);
	if (!status) {
		count_boards(counted, year, strata);
		status = ibp_register_set_strata(r->reg, r->edition.name,
						 strata, err);
	}
	return ibp_cmd_register_end(r, status, err);
}

enum ibp_status ibp_cmd_monitor_strata(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_register_strata strata;
	struct ibp_counted counted = {.boards = NULL};
	struct ibp_cmd_register r;
	enum ibp_status status;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	status = ibp_cmd_register_open(run, IBP_STORE_WRITE, &r, err);
	if (status)
		return status;
	status = ibp_strata_load(run->words, run->word_count, &counted, err);
	if (!status)
		status = store(&r, &counted, &strata, err);
	if (!status)
		status = show(run, &counted, &strata, err);
	free(counted.boards);
	ibp_cmd_register_close(&r);
	return status;
}
