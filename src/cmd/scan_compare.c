/* compare: two assessments of one file beside each other. */
#include "core/compare.h"

#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/scan_side.h"
#include "cmd/words.h"

static const char *move_label(enum ibp_move move)
{
	static const char *const labels[IBP_MOVES] = {
		[IBP_MOVE_SAME] = NC_("move", "the same"),
		[IBP_MOVE_UP] = NC_("move", "↑ up"),
		[IBP_MOVE_DOWN] = NC_("move", "↓ down"),
		[IBP_MOVE_SCORED] = NC_("move", "now scored"),
		[IBP_MOVE_UNSCORED] = NC_("move", "open again"),
		[IBP_MOVE_NA] = NC_("move", "does not apply any more"),
		[IBP_MOVE_APPLIES] = NC_("move", "now applies"),
		[IBP_MOVE_NEW] = NC_("move", "new norm"),
		[IBP_MOVE_DROPPED] = NC_("move", "norm dropped"),
	};

	return ibp_pgettext_expr(IBP_DOMAIN, "move", labels[move]);
}

static void add_facts(struct ibp_doc *doc, const struct ibp_cmd_side *from,
		      const struct ibp_cmd_side *to,
		      const struct ibp_comparison *c)
{
	ibp_doc_add_fact(doc, "from", _("From"), 0,
			 ibp_cell_text(from->info.name));
	ibp_doc_add_fact(doc, "to", _("To"), 0, ibp_cell_text(to->info.name));
	ibp_doc_add_fact(doc, "version_from", _("From version"), 0,
			 ibp_cell_code(from->framework->version));
	ibp_doc_add_fact(doc, "version_to", _("To version"), 0,
			 ibp_cell_code(to->framework->version));
	ibp_doc_add_fact(doc, "average_from", _("Average before"), 0,
			 ibp_cell_hundredths(c->all.average_from));
	ibp_doc_add_fact(doc, "average_to", _("Average after"), 0,
			 ibp_cell_hundredths(c->all.average_to));
	ibp_doc_add_fact(doc, "up", _("Norms that went up"), 0,
			 ibp_cell_number((long)c->moves[IBP_MOVE_UP]));
	ibp_doc_add_fact(doc, "down", _("Norms that went down"), 0,
			 ibp_cell_number((long)c->moves[IBP_MOVE_DOWN]));
	ibp_doc_add_fact(doc, "yardstick_changed", _("The yardstick changed"),
			 0, ibp_cell_bool(c->all.has_changed));
	ibp_doc_add_fact(doc, "comparable", _("Norms that can be compared"), 0,
			 ibp_cell_number(c->all.comparable));
	ibp_doc_add_fact(doc, "comparable_from", _("Their average before"), 0,
			 ibp_cell_hundredths(c->all.comparable_from));
	ibp_doc_add_fact(doc, "comparable_to", _("Their average after"), 0,
			 ibp_cell_hundredths(c->all.comparable_to));
}

/* "↑ up", "↓ down" or "the same": of an average. */
static struct ibp_cell trend_cell(long from, long to)
{
	enum ibp_move move = IBP_MOVE_SAME;

	if (from < 0 || to < 0)
		return ibp_cell_none();
	if (from != to)
		move = to > from ? IBP_MOVE_UP : IBP_MOVE_DOWN;
	return ibp_cell_choice(ibp_move_word(move), move_label(move));
}

/* For programs: both readings in one row. */
static void add_domain_data(struct ibp_doc *doc, const struct ibp_comparison *c)
{
	/* Of one yardstick there is no second reading. */
	unsigned second = c->all.has_changed ? 0 : IBP_ONLY_DATA;
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"title", _("Domain"), IBP_CELL_TEXT, 0, true},
		{"average_from", C_("column", "Before"), IBP_CELL_HUNDREDTHS, 0,
		 false},
		{"average_to", C_("column", "After"), IBP_CELL_HUNDREDTHS, 0,
		 false},
		{"trend", _("Trend"), IBP_CELL_CHOICE, 0, false},
		{"yardstick_changed", _("Other norms"), IBP_CELL_BOOL, second,
		 false},
		{"comparable", _("Comparable"), IBP_CELL_NUMBER, second, false},
		{"comparable_from", C_("column", "Before"), IBP_CELL_HUNDREDTHS,
		 second, false},
		{"comparable_to", C_("column", "After"), IBP_CELL_HUNDREDTHS,
		 second, false},
		{"comparable_trend", _("Trend"), IBP_CELL_CHOICE, second,
		 false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "domains", _("Domains"), columns,
				  sizeof(columns) / sizeof(*columns));
	unsigned marks = 0;

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < c->domain_count; i++) {
		const struct ibp_compare_total *t = &c->domains[i];
		struct ibp_cell cells[] = {
			ibp_cell_code(t->domain->code),
			ibp_cmd_scan_domain_title_cell(doc, t->domain, &marks),
			ibp_cell_hundredths(t->average_from),
			ibp_cell_hundredths(t->average_to),
			trend_cell(t->average_from, t->average_to),
			ibp_cell_bool(t->has_changed),
			ibp_cell_number(t->comparable),
			ibp_cell_hundredths(t->comparable_from),
			ibp_cell_hundredths(t->comparable_to),
			trend_cell(t->comparable_from, t->comparable_to),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

/* SECOND: the reading over the norms that stand in both. */
static void add_reading(struct ibp_doc *doc, const struct ibp_comparison *c,
			bool second)
{
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
		{NULL, C_("column", "Before"), IBP_CELL_HUNDREDTHS, 0, false},
		{NULL, C_("column", "After"), IBP_CELL_HUNDREDTHS, 0, false},
		{NULL, _("Trend"), IBP_CELL_CHOICE, 0, false},
		{NULL, second ? _("Norms") : _("Other norms"),
		 second ? IBP_CELL_NUMBER : IBP_CELL_BOOL, 0, false},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL,
		second ? _("Only the norms that stand in both, with a score in "
			   "both") :
			 _("Domains"),
		columns, sizeof(columns) / sizeof(*columns));
	unsigned marks = 0;

	table->place = IBP_ONLY_PEOPLE;
	for (size_t i = 0; i < c->domain_count; i++) {
		const struct ibp_compare_total *t = &c->domains[i];
		long from = second ? t->comparable_from : t->average_from;
		long to = second ? t->comparable_to : t->average_to;
		struct ibp_cell cells[] = {
			ibp_cell_code(t->domain->code),
			ibp_cmd_scan_domain_title_cell(doc, t->domain, &marks),
			ibp_cell_hundredths(from),
			ibp_cell_hundredths(to),
			trend_cell(from, to),
			second ? ibp_cell_number(t->comparable) :
				 ibp_cell_bool(t->has_changed),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	ibp_cmd_scan_add_legend(doc, marks);
}

/* For programs every norm, for people those whose score moved. */
static void add_norms(struct ibp_doc *doc, const struct ibp_comparison *c,
		      bool for_people)
{
	const struct ibp_column columns[] = {
		{"from", _("From"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"kind", _("Kind"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"score_from", C_("column", "Before"), IBP_CELL_SCORE, 0,
		 false},
		{"score_to", C_("column", "After"), IBP_CELL_SCORE, 0, false},
		{"change", _("Change"), IBP_CELL_CHOICE, 0, false},
		{"comparable", _("Comparable"), IBP_CELL_BOOL, IBP_ONLY_DATA,
		 false},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, for_people ? NULL : "compare", _("Norms that moved"),
		columns, sizeof(columns) / sizeof(*columns));
	unsigned marks = 0;

	table->place = for_people ? IBP_ONLY_PEOPLE : IBP_ONLY_DATA;
	table->empty = _("Every norm has the same score in both.");
	for (size_t i = 0; i < c->count; i++) {
		const struct ibp_compare_row *row = &c->rows[i];
		const struct ibp_norm *norm = row->to ? row->to : row->from;
		struct ibp_cell cells[] = {
			ibp_cell_code(row->from ? row->from->code : NULL),
			ibp_cell_code(norm->code),
			ibp_cmd_scan_title_cell(doc, norm, &marks),
			ibp_cell_code(ibp_change_kind_word(row->kind)),
			ibp_cell_score(row->score_from),
			ibp_cell_score(row->score_to),
			ibp_cell_choice(ibp_move_word(row->move),
					move_label(row->move)),
			ibp_cell_bool(row->is_comparable),
		};
		bool moved = row->score_from != row->score_to;

		if (!for_people || moved)
			ibp_doc_add_row(doc, table, cells);
	}
	if (for_people)
		ibp_cmd_scan_add_legend(doc, marks);
}

static struct ibp_doc *make_doc(const struct ibp_cmd_side *from,
				const struct ibp_cmd_side *to,
				const struct ibp_comparison *c)
{
	struct ibp_doc *doc = ibp_doc_new("compare", NULL);

	add_facts(doc, from, to, c);
	add_domain_data(doc, c);
	add_reading(doc, c, false);
	if (c->all.has_changed) {
		ibp_doc_add_text(doc,
				 _("The norms are not the same in both: they "
				   "were reworded, added or taken away. So "
				   "these averages are not measured with one "
				   "yardstick."));
		add_reading(doc, c, true);
	}
	add_norms(doc, c, false);
	add_norms(doc, c, true);
	return doc;
}

static enum ibp_status compare(struct ibp_run *run,
			       const struct ibp_cmd_side *from,
			       const struct ibp_cmd_side *to,
			       ibp_cmd_use_doc *use, void *context,
			       bool *differ, struct ibp_error *err)
{
	const struct ibp_compare_side sides[] = {
		{from->framework, from->assessment},
		{to->framework, to->assessment}};
	struct ibp_comparison comparison = {0};
	struct ibp_upgrade_map *map = NULL;
	bool is_back = false;
	enum ibp_status status = ibp_cmd_side_map(ibp_cmd_scan_of(run), from,
						  to, &map, &is_back, err);

	if (status)
		return status;
	ibp_compare(&sides[0], &sides[1], map, is_back, &comparison);
	*differ = comparison.moves[IBP_MOVE_SAME] < comparison.count;
	status = use(context, make_doc(from, to, &comparison), err);
	ibp_comparison_release(&comparison);
	ibp_upgrade_map_free(map);
	return status;
}

enum ibp_status ibp_cmd_scan_show_doc(void *context, struct ibp_doc *doc,
				      struct ibp_error *err)
{
	return ibp_cmd_show(context, doc, err);
}

enum ibp_status ibp_cmd_scan_compare_two(struct ibp_run *run, const char *a,
					 const char *b, ibp_cmd_use_doc *use,
					 void *context, bool *differ,
					 struct ibp_error *err)
{
	struct ibp_cmd_side from = {0};
	struct ibp_cmd_side to = {0};
	enum ibp_status status = ibp_cmd_side_load(run, a, &from, err);

	if (!status)
		status = ibp_cmd_side_load(run, b, &to, err);
	if (!status)
		status = compare(run, &from, &to, use, context, differ, err);
	ibp_cmd_side_release(&from);
	ibp_cmd_side_release(&to);
	return status;
}

enum ibp_status ibp_cmd_scan_compare(struct ibp_run *run, struct ibp_error *err)
{
	bool differ = false;
	enum ibp_status status = ibp_words_exactly(run, 2, err);

	if (!status)
		status = ibp_cmd_scan_compare_two(
			run, run->words[0], run->words[1],
			ibp_cmd_scan_show_doc, run, &differ, err);
	if (!status && run->options.exit_code && differ)
		status = IBP_FOUND;
	return status;
}
