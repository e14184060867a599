/* filter save, list, rm: named filters. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "core/norm_row.h"

/* What would make a name look like an expression. */
#define EXPRESSION_CHARACTERS "=!<>~()\"\\"

static enum ibp_status check_name(const char *name, char **clean,
				  struct ibp_error *err)
{
	enum ibp_status status = ibp_text_clean(
		name, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX, _("name"), clean, err);

	if (status)
		return status;
	if (**clean && !strpbrk(*clean, EXPRESSION_CHARACTERS))
		return IBP_OK;
	free(*clean);
	*clean = NULL;
	return ibp_error_set(err, IBP_USAGE,
			     _("\"%s\" cannot be the name of a filter: use "
			       "letters, digits and spaces."),
			     name);
}

static enum ibp_status check_expr(const struct ibp_cmd_scan *scan,
				  const char *expr, struct ibp_error *err)
{
	struct ibp_filter *filter = NULL;
	enum ibp_status status = ibp_filter_parse(
		expr, ibp_norm_row_fields, scan->file.today, &filter, err);

	ibp_filter_free(filter);
	return status;
}

static enum ibp_status find_filter(struct ibp_cmd_scan *scan, const char *name,
				   const char **expr, struct ibp_error *err)
{
	struct ibp_saved_filter *filters = NULL;
	size_t count = 0;
	enum ibp_status status = ibp_store_filters(
		scan->file.store, &scan->file.arena, &filters, &count, err);

	*expr = NULL;
	for (size_t i = 0; !status && i < count; i++)
		if (strcmp(filters[i].name, name) == 0)
			*expr = filters[i].expr;
	return status;
}

static enum ibp_status save(struct ibp_run *run, const char *name,
			    const char *expr, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_changes changes = {0};
	const char *before;
	enum ibp_status status = find_filter(scan, name, &before, err);

	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_FILTER, 0, name, "expr", before,
			expr);
	status = ibp_cmd_change(run, &changes,
				ibp_arena_printf(&scan->file.arena,
						 _("Use it with `ibp-scan list "
						   "--filter=\"%s\"`."),
						 name),
				err);
	ibp_changes_release(&changes);
	return status;
}

/* An expression has "=", so its word is never taken for a field here. */
enum ibp_status ibp_cmd_scan_filter_save(struct ibp_run *run,
					 struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	char *name = NULL;
	enum ibp_status status = ibp_words_exactly(run, 2, err);

	if (!status)
		status = check_name(run->words[0], &name, err);
	if (!status)
		status = check_expr(scan, run->words[1], err);
	if (!status)
		status = save(run, name, run->words[1], err);
	free(name);
	return status;
}

enum ibp_status ibp_cmd_scan_filter_list(struct ibp_run *run,
					 struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"expr", _("Filter"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_saved_filter *filters = NULL;
	size_t count = 0;
	struct ibp_doc *doc;
	struct ibp_table *table;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_store_filters(scan->file.store, &scan->file.arena,
					   &filters, &count, err);
	if (status)
		return status;
	doc = ibp_doc_new("filter-list", NULL);
	table = ibp_doc_add_table(doc, "filters", _("Filters"), columns,
				  sizeof(columns) / sizeof(*columns));
	table->empty = _("There are no filters yet. Keep one with `ibp-scan "
			 "filter save NAME EXPR`.");
	for (size_t i = 0; i < count; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_text(filters[i].name),
			ibp_cell_text(filters[i].expr),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

static enum ibp_status refuse_filter(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_saved_filter *filters = NULL;
	const char **names;
	const char *near;
	size_t count = 0;
	enum ibp_status status = ibp_store_filters(
		scan->file.store, &scan->file.arena, &filters, &count, err);

	if (status)
		return status;
	names = ibp_arena_alloc(&scan->file.arena,
				(count + 1) * sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = filters[i].name;
	near = ibp_text_nearest(run->words[0], names);
	if (near)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no filter \"%s\". Did you "
				       "mean \"%s\"?"),
				     run->words[0], near);
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no filter \"%s\". `ibp-scan filter "
			       "list` lists them."),
			     run->words[0]);
}

enum ibp_status ibp_cmd_scan_filter_rm(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	const char *expr = NULL;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = find_filter(ibp_cmd_scan_of(run), run->words[0], &expr,
				     err);
	if (status)
		return status;
	if (!expr)
		return refuse_filter(run, err);
	ibp_changes_add(&changes, IBP_SUBJECT_FILTER, 0, run->words[0], "expr",
			expr, NULL);
	status = ibp_cmd_change(run, &changes,
				_("`ibp-scan undo` brings it back."), err);
	ibp_changes_release(&changes);
	return status;
}
