/*
 * compare: the board beside the published figures of its sector, in words, a
 * table and bars.  Everything is computed here; nothing is sent.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "cmd/monitor_compare.h"
#include "cmd/words.h"

#define PUPILS_MAX 10000000
#define TOLD_MAX 3 /* groups that are named in words */

/* ---- Which cell --------------------------------------------------------- */

static enum ibp_status find_code(const char *option, const char *given,
				 const char *const *codes, int count,
				 int *index, struct ibp_error *err)
{
	*index = -1;
	if (!given)
		return IBP_OK;
	for (int i = 0; i < count; i++)
		if (strcmp(codes[i], given) == 0)
			*index = i;
	if (*index >= 0)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no %s `%s`: choose %s, %s or %s."),
			     option, given, codes[0], codes[1], codes[2]);
}

/* A board of several sectors has to say in which one most pupils are. */
static enum ibp_status find_cell(const struct ibp_run *run,
				 const struct ibp_benchmark *benchmark,
				 const struct ibp_board *board, int *sector,
				 int *size, struct ibp_error *err)
{
	const char *given = run->options.sector;
	long pupils;
	enum ibp_status status;

	if (!given && board->sector && !strchr(board->sector, '+'))
		given = board->sector;
	status = find_code("--sector", given, ibp_sdc_sector_codes,
			   IBP_SDC_SECTORS, sector, err);
	if (!status)
		status =
			find_code("--size", run->options.size,
				  ibp_sdc_size_codes, IBP_SDC_SIZES, size, err);
	if (!status && !run->options.size && board->students &&
	    ibp_num_parse(board->students, PUPILS_MAX, &pupils))
		*size = ibp_benchmark_size(benchmark, *sector, pupils);
	return status;
}

/* ---- What the figures are ----------------------------------------------- */

static const struct ibp_benchmark_row *first_of(const struct comparing *c,
						struct ibp_sdc_cell cell)
{
	for (size_t i = 0; i < c->benchmark->count; i++)
		if (ibp_sdc_cell_same(c->benchmark->rows[i].cell, cell))
			return &c->benchmark->rows[i];
	return NULL;
}

const char *ibp_cmd_compare_cell(struct comparing *c, struct ibp_sdc_cell cell)
{
	char text[IBP_SDC_CELL_TEXT];

	return ibp_arena_strdup(&c->doc->arena, ibp_sdc_cell_text(cell, text));
}

/* "vo.L (20-29 boards)" */
static struct ibp_cell cell_cell(struct comparing *c, struct ibp_sdc_cell cell)
{
	const struct ibp_benchmark_row *row = first_of(c, cell);
	const char *name = ibp_cmd_compare_cell(c, cell);

	if (!row)
		return ibp_cell_none();
	return ibp_cell_choice(name, ibp_arena_printf(&c->doc->arena,
						      _("%s (%s boards)"), name,
						      row->boards));
}

static void add_head(struct comparing *c)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(&c->board->run);
	const struct ibp_benchmark *b = c->benchmark;

	ibp_doc_add_fact(c->doc, "assessment", _("Assessment"), 0,
			 ibp_cell_text(scan->info.name));
	ibp_doc_add_fact(c->doc, "edition", _("Edition"), 0,
			 ibp_cell_code(b->edition));
	ibp_doc_add_fact(c->doc, "mode", _("Mode"), IBP_ONLY_DATA,
			 ibp_cell_code(b->mode == IBP_SDC_RULES ? "k" : "dp"));
	ibp_doc_add_fact(c->doc, "k", _("Least number of boards"),
			 IBP_ONLY_DATA,
			 b->k ? ibp_cell_number(b->k) : ibp_cell_none());
	ibp_doc_add_fact(c->doc, "cell", _("Your part of the sector"), 0,
			 c->places.has_cell ? cell_cell(c, c->places.cell) :
					      ibp_cell_none());
	ibp_doc_add_fact(c->doc, "all", _("All"), 0,
			 cell_cell(c, ibp_sdc_cell_all));
	ibp_doc_add_fact(
		c->doc, "has_package", _("Digest"), 0,
		b->has_package ?
			ibp_cell_choice("true", _("as in datapackage.json")) :
			ibp_cell_choice("false",
					_("not checked: there is no "
					  "datapackage.json beside it")));
}

/* ---- In words ----------------------------------------------------------- */

static void add_counts(struct comparing *c)
{
	const size_t *n = c->places.standings;

	ibp_doc_add_text(
		c->doc,
		ibp_arena_printf(
			&c->doc->arena,
			_("Beside the sector you are below it in %zu, about "
			  "level with it in %zu and above it in %zu of %zu "
			  "groups."),
			n[IBP_STANDING_BELOW], n[IBP_STANDING_SAME],
			n[IBP_STANDING_ABOVE], c->places.count));
}

/* As it was published, with the decimal point of this run. */
const char *ibp_cmd_compare_display(struct comparing *c,
				    const struct ibp_benchmark_row *row)
{
	char *text = ibp_arena_strdup(&c->doc->arena, row->display);

	if (row->is_withheld)
		return _("withheld");
	for (char *at = text; (at = strchr(at, ',')); at++)
		*at = ibp_num_point();
	return text;
}

const struct ibp_benchmark_row *ibp_cmd_compare_beside(
	const struct ibp_cmd_place *place)
{
	return place->cell && !place->cell->is_withheld ? place->cell :
							  place->all;
}

/* How far under the sector; only for places that are below it. */
static long distance(const struct ibp_cmd_place *place)
{
	const struct ibp_benchmark_row *row = ibp_cmd_compare_beside(place);

	return (row->value < 0 ? ibp_sdc_rules_default.mean_high : row->value) -
	       place->own;
}

/* The place that is furthest below after LAST in that order; NULL: none. */
static const struct ibp_cmd_place *next_below(const struct ibp_cmd_places *all,
					      const struct ibp_cmd_place *last)
{
	const struct ibp_cmd_place *found = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct ibp_cmd_place *at = &all->items[i];

		if (at->standing != IBP_STANDING_BELOW ||
		    (last && (distance(at) > distance(last) ||
			      (distance(at) == distance(last) && at <= last))))
			continue;
		if (!found || distance(at) > distance(found))
			found = at;
	}
	return found;
}

static void add_below(struct comparing *c)
{
	const struct ibp_cmd_place *at = NULL;
	char own[IBP_HUNDREDTHS_MAX_TEXT];

	for (int i = 0; i < TOLD_MAX; i++) {
		at = next_below(&c->places, at);
		if (!at)
			return;
		ibp_num_hundredths(at->own, ibp_num_point(), own);
		ibp_doc_add_text(
			c->doc,
			ibp_arena_printf(
				&c->doc->arena,
				_("%s (%s): you have %s, the sector "
				  "%s."),
				at->group, at->title, own,
				ibp_cmd_compare_display(
					c, ibp_cmd_compare_beside(at))));
	}
}

/* ---- The rule that made the figures ------------------------------------- */

static const char *rule_text(struct comparing *c)
{
	const struct ibp_sdc_rules *rules = &ibp_sdc_rules_default;
	const struct ibp_benchmark *b = c->benchmark;

	if (b->mode == IBP_SDC_NOISE)
		return _("Noise was added to every figure (differential "
			 "privacy), so that one board more or less does not "
			 "show in it.");
	return ibp_arena_printf(
		&c->doc->arena,
		_("Every figure is of at least %ld boards; how many is told as "
		  "a band. A mean is rounded at random to its step, a share "
		  "to three boards. A difference smaller than the step or "
		  "than 0.20 is told as about the same. What is withheld "
		  "would have told too much about single boards."),
		b->k ? b->k : rules->k_floor);
}

static void add_end(struct comparing *c, int size)
{
	ibp_doc_add_text(c->doc,
			 _("In the bars # is you and | is the sector."));
	ibp_doc_add_text(c->doc, rule_text(c));
	if (c->places.cell.sizes == ibp_sdc_cell_all.sizes && size < 0)
		ibp_doc_add_text(
			c->doc,
			_("With --size=S, M or L you are beside boards of your "
			  "size, where these were published; who publishes "
			  "tells the limits."));
	ibp_doc_add_text(c->doc, _("All of this was computed on this machine; "
				   "nothing was sent."));
}

static enum ibp_status compare(struct ibp_run *run, struct comparing *c,
			       struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(&c->board->run);
	int sector = -1;
	int size = -1;
	enum ibp_status status =
		find_cell(run, c->benchmark, &scan->board, &sector, &size, err);

	ibp_summary_count(&c->board->source, &c->own);
	if (!status)
		status = ibp_cmd_places_make(c->benchmark, c->board->catalogue,
					     &c->own, sector, size, &c->places,
					     err);
	if (status)
		return status;
	c->doc = ibp_doc_new("compare", NULL);
	add_head(c);
	add_counts(c);
	add_below(c);
	ibp_cmd_compare_add_groups(c);
	ibp_cmd_compare_add_figures(c);
	add_end(c, size);
	status = ibp_run_show(run, c->doc, err);
	ibp_doc_free(c->doc);
	return status;
}

enum ibp_status ibp_cmd_monitor_compare(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_benchmark *benchmark = NULL;
	struct ibp_cmd_board board = {.catalogue = NULL};
	struct comparing c = {.board = &board};
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_benchmark_load(run->words[0], &benchmark, err);
	if (!status)
		status = ibp_cmd_board_open(run, false, &board, err);
	c.benchmark = benchmark;
	if (!status)
		status = compare(run, &c, err);
	ibp_cmd_places_release(&c.places);
	ibp_cmd_board_close(&board);
	ibp_benchmark_free(benchmark);
	return status;
}
