/* list and gaps: norms with their state. */
#include "cmd/scan.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "core/norm_row.h"
#include "core/score.h"

/* A saved filter by its name, else EXPR itself. */
static enum ibp_status saved_or_given(struct ibp_cmd_scan *scan,
				      const char *expr, const char **result,
				      struct ibp_error *err)
{
	struct ibp_saved_filter *filters = NULL;
	size_t count = 0;
	enum ibp_status status = ibp_store_filters(
		scan->file.store, &scan->file.arena, &filters, &count, err);

	*result = expr;
	for (size_t i = 0; !status && i < count; i++)
		if (strcmp(filters[i].name, expr) == 0)
			*result = filters[i].expr;
	return status;
}

static enum ibp_status parse_filter(struct ibp_run *run,
				    struct ibp_filter **filter,
				    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *expr = run->options.filter;
	enum ibp_status status;

	if (!expr)
		return IBP_OK;
	status = saved_or_given(scan, expr, &expr, err);
	return status ? status :
			ibp_filter_parse(expr, ibp_norm_row_fields,
					 scan->file.today, filter, err);
}

static void add_rows(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cmd_scan *scan, const size_t *indexes,
		     size_t count)
{
	struct ibp_cell cells[IBP_SCAN_NORM_COLUMNS];
	unsigned marks = 0;

	for (size_t i = 0; i < count; i++) {
		ibp_cmd_scan_norm_cells(doc, scan, indexes[i], cells, &marks);
		ibp_doc_add_row(doc, table, cells);
	}
	ibp_cmd_scan_add_legend(doc, marks);
}

/* "Norms: 12 of 94, filter: score<3". */
static const char *list_title(struct ibp_run *run, size_t count)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	size_t all = scan->framework->norm_count;

	if (run->options.filter)
		return ibp_arena_printf(&scan->file.arena,
					_("Norms: %zu of %zu, filter: %s"),
					count, all, run->options.filter);
	return ibp_arena_printf(&scan->file.arena, _("Norms: %zu"), count);
}

static enum ibp_status show_list(struct ibp_run *run, const size_t *indexes,
				 size_t count, struct ibp_error *err)
{
	struct ibp_column columns[IBP_SCAN_NORM_COLUMNS];
	struct ibp_doc *doc = ibp_doc_new("list", NULL);
	struct ibp_table *table;

	ibp_cmd_scan_norm_columns(columns);
	table = ibp_doc_add_table(doc, "norms", list_title(run, count), columns,
				  IBP_SCAN_NORM_COLUMNS);
	table->empty = _("No norm matches the filter. Leave --filter out to "
			 "see them all.");
	add_rows(doc, table, ibp_cmd_scan_of(run), indexes, count);
	return ibp_cmd_show(run, doc, err);
}

enum ibp_status ibp_cmd_scan_list(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_filter *filter = NULL;
	size_t *indexes = NULL;
	size_t count = 0;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = parse_filter(run, &filter, err);
	if (!status)
		status =
			ibp_norm_rows(scan->framework, scan->assessment, filter,
				      run->options.sort, &scan->file.arena,
				      &indexes, &count, err);
	if (!status)
		status = show_list(run, indexes, count, err);
	ibp_filter_free(filter);
	return status;
}

/* A date that has passed has a mark for people, as on the screen. */
static struct ibp_cell due_cell(struct ibp_doc *doc, const char *due,
				bool overdue, unsigned *marks)
{
	char shown[IBP_DATE_SIZE];

	if (!overdue)
		return ibp_cell_date(due);
	*marks |= IBP_MARK_DATE;
	return ibp_cell_choice(due,
			       ibp_arena_printf(&doc->arena, "%s!",
						ibp_date_show(due, shown)));
}

static void add_gap(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_cmd_scan *scan, size_t index,
		    unsigned *marks)
{
	const struct ibp_framework *framework = scan->framework;
	const struct ibp_norm *norm = &framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	bool overdue = answer->due && strcmp(answer->due, scan->file.today) < 0;
	struct ibp_cell cells[] = {
		ibp_cmd_scan_code_cell(doc, norm, marks),
		ibp_cell_code(framework->domains[norm->domain].code),
		ibp_cmd_scan_title_cell(doc, norm, marks),
		ibp_cell_score(answer->score),
		ibp_cell_number(ibp_assessment_target(framework,
						      scan->assessment, index)),
		ibp_cmd_value_cell(doc,
				   ibp_field_find(ibp_norm_fields, "priority"),
				   answer->priority),
		due_cell(doc, answer->due, overdue, marks),
		ibp_cell_text(answer->owner),
		ibp_cmd_value_cell(doc,
				   ibp_field_find(ibp_norm_fields, "status"),
				   answer->status),
		ibp_cell_bool(overdue),
		ibp_cell_code(ibp_code_status_word(norm->code_status)),
		ibp_cell_code(ibp_title_status_word(norm->title_status)),
	};

	ibp_doc_add_row(doc, table, cells);
}

enum ibp_status ibp_cmd_scan_gaps(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"domain", _("Domain"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"score", _("Score"), IBP_CELL_SCORE, 0, false},
		{"target", C_("column", "Target"), IBP_CELL_NUMBER,
		 IBP_WHEN_WIDE, false},
		{"priority", C_("column", "Prio."), IBP_CELL_CHOICE, 0, false},
		{"due", C_("column", "Due"), IBP_CELL_DATE, 0, false},
		{"owner", _("Owner"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, IBP_WHEN_WIDE, false},
		{"overdue", _("Overdue"), IBP_CELL_BOOL, IBP_ONLY_DATA, false},
		{"code_status", _("Status of the code"), IBP_CELL_CODE,
		 IBP_ONLY_DATA, false},
		{"title_status", _("Status of the title"), IBP_CELL_CODE,
		 IBP_ONLY_DATA, false},
	};
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_doc *doc;
	struct ibp_table *table;
	unsigned marks = 0;
	size_t count;
	size_t *indexes = ibp_gaps(scan->framework, scan->assessment,
				   &scan->file.arena, &count);
	enum ibp_status status = ibp_words_none(run, err);

	if (status)
		return status;
	doc = ibp_doc_new("gaps", NULL);
	table = ibp_doc_add_table(doc, "gaps", _("Below target, then open"),
				  columns, sizeof(columns) / sizeof(*columns));
	table->empty = _("Every norm has a score and none is below target.");
	for (size_t i = 0; i < count; i++)
		add_gap(doc, table, scan, indexes[i], &marks);
	ibp_cmd_scan_add_legend(doc, marks);
	return ibp_cmd_show(run, doc, err);
}
