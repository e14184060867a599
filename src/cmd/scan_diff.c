/* diff: what differs between two data files. */
#include "core/diff.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

/* One of the two files; its texts live in the arena of the run. */
struct side {
	struct ibp_store *store;
	struct ibp_board board;
	struct ibp_assessment_info *list;
	size_t count;
};

static enum ibp_status open_side(struct ibp_run *run, const char *path,
				 struct side *side, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status;

	if (!ibp_file_exists(path))
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no data file %s."), path);
	status = ibp_store_open(path, IBP_STORE_READ, run->tool->name,
				&side->store, err);
	if (!status)
		status = ibp_store_board(side->store, &scan->file.arena,
					 &side->board, err);
	if (!status)
		status = ibp_store_assessments(side->store, &scan->file.arena,
					       &side->list, &side->count, err);
	return status;
}

static const struct ibp_assessment_info *find_info(const struct side *side,
						   const char *name)
{
	for (size_t i = 0; i < side->count; i++)
		if (ibp_text_equal(side->list[i].name, name))
			return &side->list[i];
	return NULL;
}

static struct ibp_table *add_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"assessment", _("Assessment"), IBP_CELL_TEXT, 0, false},
		{"subject", _("What"), IBP_CELL_CODE, 0, false},
		{"key", _("Which"), IBP_CELL_CODE, 0, false},
		{"field", _("Field"), IBP_CELL_CODE, 0, false},
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "diff", _("Differences"), columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("The two files say the same.");
	return table;
}

/* The rows take their texts along; the list is emptied. */
static void add_rows(struct ibp_doc *doc, struct ibp_table *table,
		     const char *assessment, struct ibp_changes *changes)
{
	struct ibp_arena *arena = &doc->arena;

	for (size_t i = 0; i < changes->count; i++) {
		struct ibp_change c = changes->items[i];

		c.from = ibp_arena_strdup(arena, c.from);
		c.to = ibp_arena_strdup(arena, c.to);
		c.field = ibp_arena_strdup(arena, c.field);
		{
			struct ibp_cell cells[] = {
				ibp_cell_text(assessment),
				ibp_cmd_subject_cell(c.subject),
				ibp_cell_code(ibp_arena_strdup(arena, c.key)),
				ibp_cmd_field_cell(&c),
				ibp_cmd_changed_cell(doc, &c, c.from),
				ibp_cmd_changed_cell(doc, &c, c.to),
			};

			ibp_doc_add_row(doc, table, cells);
		}
	}
	ibp_changes_release(changes);
}

/* The facts of an assessment that is in one file, or in both. */
static void diff_info(const struct ibp_assessment_info *from,
		      const struct ibp_assessment_info *to,
		      struct ibp_changes *changes)
{
	static const struct ibp_assessment_info none = {0};
	const struct ibp_assessment_info *a = from ? from : &none;
	const struct ibp_assessment_info *b = to ? to : &none;
	const char *key = b->name ? b->name : a->name;
	const char *const fields[][3] = {
		{"name", a->name, b->name},
		{"framework", a->framework_id, b->framework_id},
		{"version", a->framework_version, b->framework_version},
		{"created", a->created, b->created},
		{"locked", a->locked, b->locked},
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (!ibp_text_equal(fields[i][1], fields[i][2]))
			ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, key,
					fields[i][0], fields[i][1],
					fields[i][2]);
}

static enum ibp_status load(struct ibp_cmd_scan *scan, struct side *side,
			    const struct ibp_assessment_info *info,
			    struct ibp_framework **framework,
			    struct ibp_assessment **assessment,
			    struct ibp_error *err)
{
	enum ibp_status status =
		ibp_framework_open(scan->file.data_dir, info->framework_id,
				   info->framework_version, framework, err);

	return status ? status :
			ibp_store_load(side->store, info->id, *framework,
				       assessment, err);
}

static enum ibp_status diff_content(struct ibp_cmd_scan *scan,
				    struct side *from,
				    const struct ibp_assessment_info *a,
				    struct side *to,
				    const struct ibp_assessment_info *b,
				    struct ibp_changes *changes,
				    struct ibp_error *err)
{
	struct ibp_framework *frameworks[2] = {NULL, NULL};
	struct ibp_assessment *assessments[2] = {NULL, NULL};
	enum ibp_status status;

	status = load(scan, from, a, &frameworks[0], &assessments[0], err);
	if (!status)
		status =
			load(scan, to, b, &frameworks[1], &assessments[1], err);
	if (!status)
		ibp_diff_assessments(frameworks[0], assessments[0],
				     frameworks[1], assessments[1], changes);
	for (int i = 0; i < 2; i++) {
		ibp_assessment_free(assessments[i]);
		ibp_framework_free(frameworks[i]);
	}
	return status;
}

static enum ibp_status diff_assessments(struct ibp_cmd_scan *scan,
					struct side *from, struct side *to,
					struct ibp_doc *doc,
					struct ibp_table *table,
					struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < from->count; i++) {
		const struct ibp_assessment_info *a = &from->list[i];
		const struct ibp_assessment_info *b = find_info(to, a->name);

		diff_info(a, b, &changes);
		if (b)
			status = diff_content(scan, from, a, to, b, &changes,
					      err);
		add_rows(doc, table, a->name, &changes);
	}
	for (size_t i = 0; !status && i < to->count; i++) {
		if (find_info(from, to->list[i].name))
			continue;
		diff_info(NULL, &to->list[i], &changes);
		add_rows(doc, table, to->list[i].name, &changes);
	}
	return status;
}

static enum ibp_status diff(struct ibp_run *run, struct side *from,
			    struct side *to, struct ibp_error *err)
{
	struct ibp_doc *doc = ibp_doc_new("diff", NULL);
	struct ibp_table *table = add_table(doc);
	struct ibp_changes changes = {0};
	enum ibp_status status;
	bool found;

	ibp_diff_boards(&from->board, &to->board, &changes);
	add_rows(doc, table, NULL, &changes);
	status = diff_assessments(ibp_cmd_scan_of(run), from, to, doc, table,
				  err);
	found = table->row_count > 0;
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return !status && found && run->options.exit_code ? IBP_FOUND : status;
}

enum ibp_status ibp_cmd_scan_diff(struct ibp_run *run, struct ibp_error *err)
{
	struct side from = {0};
	struct side to = {0};
	enum ibp_status status = ibp_words_exactly(run, 2, err);

	if (!status)
		status = open_side(run, run->words[0], &from, err);
	if (!status)
		status = open_side(run, run->words[1], &to, err);
	if (!status)
		status = diff(run, &from, &to, err);
	ibp_store_close(from.store);
	ibp_store_close(to.store);
	return status;
}
