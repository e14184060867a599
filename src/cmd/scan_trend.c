/* trend: the assessments of one file, one after the other. */
#include "core/trend.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/num.h"
#include "cmd/scan_rows.h"
#include "cmd/scan_side.h"
#include "cmd/words.h"

/* So many fit beside each other for a person: the latest ones. */
#define SHOWN_MAX 6

/* Everything that the trend was made from. */
struct series {
	struct ibp_cmd_side *sides;
	struct ibp_trend_step *steps;
	struct ibp_upgrade_map **maps;
	size_t count;
	struct ibp_trend trend;
};

static void series_release(struct series *s)
{
	ibp_trend_release(&s->trend);
	for (size_t i = 0; i < s->count; i++) {
		ibp_upgrade_map_free(s->maps[i]);
		ibp_cmd_side_release(&s->sides[i]);
	}
	free(s->maps);
	free(s->steps);
	free(s->sides);
}

static enum ibp_status load(struct ibp_run *run, struct series *s,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_assessment_info *list = NULL;
	enum ibp_status status = ibp_store_assessments(
		scan->file.store, &scan->file.arena, &list, &s->count, err);

	if (status)
		return status;
	s->sides = ibp_alloc((s->count + 1) * sizeof(*s->sides));
	s->steps = ibp_alloc((s->count + 1) * sizeof(*s->steps));
	s->maps = ibp_alloc((s->count + 1) * sizeof(struct ibp_upgrade_map *));
	for (size_t i = 0; !status && i < s->count; i++)
		status =
			ibp_cmd_side_load(run, list[i].name, &s->sides[i], err);
	for (size_t i = 0; !status && i < s->count; i++) {
		status = ibp_cmd_side_map(scan, &s->sides[i],
					  &s->sides[s->count - 1], &s->maps[i],
					  &s->steps[i].is_back, err);
		s->steps[i].side = (struct ibp_compare_side){
			s->sides[i].framework, s->sides[i].assessment};
		s->steps[i].map = s->maps[i];
	}
	return status;
}

static void add_points(struct ibp_doc *doc, const struct series *s)
{
	const struct ibp_column columns[] = {
		{"name", _("Assessment"), IBP_CELL_TEXT, 0, true},
		{"created", _("Made"), IBP_CELL_TIME, IBP_WHEN_WIDE, false},
		{"version", _("Version"), IBP_CELL_CODE, 0, false},
		{"scored", _("Scored"), IBP_CELL_NUMBER, 0, false},
		{"average", _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		{"lowest", _("Lowest"), IBP_CELL_NUMBER, IBP_WHEN_WIDE, false},
		{"below_target", _("Below target"), IBP_CELL_NUMBER, 0, false},
		{"yardstick_changed", _("Other norms"), IBP_CELL_BOOL, 0,
		 false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "assessments", _("Assessments"), columns,
				  sizeof(columns) / sizeof(*columns));

	for (size_t i = 0; i < s->count; i++) {
		const struct ibp_cmd_side *side = &s->sides[i];
		struct ibp_total total =
			ibp_total_all(side->framework, side->assessment);
		struct ibp_cell cells[] = {
			ibp_cell_text(side->info.name),
			ibp_cell_time(side->info.created),
			ibp_cell_code(side->framework->version),
			ibp_cell_number(total.scored),
			ibp_cell_hundredths(total.average),
			total.lowest ? ibp_cell_number(total.lowest) :
				       ibp_cell_none(),
			ibp_cell_number(total.below_target),
			ibp_cell_bool(s->trend.has_changed[i]),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static struct ibp_cell averages_cell(struct ibp_doc *doc, const long *averages,
				     size_t count)
{
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, count * sizeof(*cells));

	for (size_t i = 0; i < count; i++)
		cells[i] = ibp_cell_hundredths(averages[i]);
	return ibp_cell_list(doc, cells, count);
}

static struct ibp_cell title_cell(struct ibp_doc *doc,
				  const struct ibp_trend_row *row,
				  unsigned *marks)
{
	return row->domain ?
		       ibp_cmd_scan_domain_title_cell(doc, row->domain, marks) :
		       ibp_cell_text(_("All norms"));
}

static void add_data_row(struct ibp_doc *doc, struct ibp_table *table,
			 const struct ibp_trend *trend,
			 const struct ibp_trend_row *row)
{
	unsigned marks = 0;
	struct ibp_cell cells[] = {
		row->domain ? ibp_cell_code(row->domain->code) :
			      ibp_cell_none(),
		title_cell(doc, row, &marks),
		averages_cell(doc, row->averages, trend->point_count),
		ibp_cell_number(row->comparable),
		averages_cell(doc, row->comparable_averages,
			      trend->point_count),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_data(struct ibp_doc *doc, const struct ibp_trend *trend)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"title", _("Domain"), IBP_CELL_TEXT, 0, true},
		{"averages", _("Average"), IBP_CELL_LIST, 0, false},
		{"comparable", _("Comparable"), IBP_CELL_NUMBER, 0, false},
		{"comparable_averages", _("Average"), IBP_CELL_LIST, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "trend", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	add_data_row(doc, table, trend, &trend->all);
	for (size_t i = 0; i < trend->domain_count; i++)
		add_data_row(doc, table, trend, &trend->domains[i]);
}

/* "↑", "↓" or "=" against the one before; with the word in the legend. */
static const char *arrow(long before, long after)
{
	if (before < 0 || after < 0)
		return "";
	return after > before ? " ↑" : after < before ? " ↓" : " =";
}

/* "2.31 ↑"; behind a "|" where the yardstick changed. */
static struct ibp_cell point_cell(struct ibp_doc *doc, const long *averages,
				  const bool *has_changed, size_t at,
				  size_t first)
{
	struct ibp_buf text = {0};
	struct ibp_cell cell;

	if (has_changed && at > first && has_changed[at])
		ibp_buf_add(&text, "| ");
	if (averages[at] < 0) {
		ibp_buf_add_char(&text, '-');
	} else {
		char number[IBP_HUNDREDTHS_MAX_TEXT];

		ibp_buf_add(&text, ibp_num_hundredths(averages[at],
						      ibp_num_point(), number));
		if (at > first)
			ibp_buf_add(&text,
				    arrow(averages[at - 1], averages[at]));
	}
	cell = ibp_cell_text(ibp_arena_strdup(&doc->arena, text.data));
	ibp_buf_release(&text);
	return cell;
}

static void add_row(struct ibp_doc *doc, struct ibp_table *table,
		    const struct series *s, const struct ibp_trend_row *row,
		    size_t first, bool second, unsigned *marks)
{
	const struct ibp_trend *trend = &s->trend;
	struct ibp_cell cells[SHOWN_MAX + 3];
	size_t count = 0;

	cells[count++] = row->domain ? ibp_cell_code(row->domain->code) :
				       ibp_cell_none();
	cells[count++] = title_cell(doc, row, marks);
	if (second)
		cells[count++] = ibp_cell_number(row->comparable);
	for (size_t i = first; i < s->count; i++)
		cells[count++] = point_cell(
			doc, second ? row->comparable_averages : row->averages,
			second ? NULL : trend->has_changed, i, first);
	ibp_doc_add_row(doc, table, cells);
}

/* SECOND: the reading over the norms that stand in all assessments. */
static void add_people(struct ibp_doc *doc, const struct series *s, bool second)
{
	struct ibp_column columns[SHOWN_MAX + 3] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
	};
	size_t first = s->count > SHOWN_MAX ? s->count - SHOWN_MAX : 0;
	struct ibp_table *table;
	size_t count = 2;
	unsigned marks = 0;

	if (second)
		columns[count++] = (struct ibp_column){
			NULL, _("Norms"), IBP_CELL_NUMBER, 0, false};
	for (size_t i = first; i < s->count; i++)
		columns[count++] = (struct ibp_column){
			NULL, s->sides[i].info.name, IBP_CELL_TEXT, 0, false};
	table = ibp_doc_add_table(
		doc, NULL,
		second ? _("Only the norms that stand in all of them, with a "
			   "score in all") :
			 _("Averages by domain"),
		columns, count);
	table->place = IBP_ONLY_PEOPLE;
	add_row(doc, table, s, &s->trend.all, first, second, &marks);
	for (size_t i = 0; i < s->trend.domain_count; i++)
		add_row(doc, table, s, &s->trend.domains[i], first, second,
			&marks);
	ibp_cmd_scan_add_legend(doc, marks);
}

static struct ibp_doc *make_doc(const struct series *s)
{
	struct ibp_doc *doc = ibp_doc_new("trend", NULL);

	add_points(doc, s);
	add_data(doc, &s->trend);
	if (s->count < 2)
		ibp_doc_add_text(doc,
				 _("There is one assessment: a trend needs a "
				   "second one."));
	add_people(doc, s, false);
	ibp_doc_add_text(doc, _("↑ up, ↓ down, = the same as the assessment "
				"before; - nothing scored."));
	if (s->trend.changes) {
		ibp_doc_add_text(
			doc,
			_("Behind a | the norms are others than before: they "
			  "were reworded, added or taken away. So these "
			  "averages are not measured with one yardstick."));
		add_people(doc, s, true);
	}
	return doc;
}

enum ibp_status ibp_cmd_scan_trend_all(struct ibp_run *run,
				       ibp_cmd_use_doc *use, void *context,
				       struct ibp_error *err)
{
	struct series s = {0};
	enum ibp_status status = load(run, &s, err);

	if (!status) {
		ibp_trend_make(s.steps, s.count, &s.trend);
		status = use(context, make_doc(&s), err);
	}
	series_release(&s);
	return status;
}

enum ibp_status ibp_cmd_scan_trend(struct ibp_run *run, struct ibp_error *err)
{
	enum ibp_status status = ibp_words_none(run, err);

	return status ? status :
			ibp_cmd_scan_trend_all(run, ibp_cmd_scan_show_doc, run,
					       err);
}
