#include "exchange/import.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/import_row.h"
#include "exchange/xlsx_read.h"

void ibp_import_row_release(struct ibp_import_row *row)
{
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		free(row->values[i].value);
}

static const char *code_of(const struct ibp_importer *importer, size_t norm)
{
	return importer->target->framework->norms[norm].code;
}

static void refuse(struct ibp_import *import, const struct ibp_import_row *row,
		   size_t column, const char *message)
{
	if (import->refused++ >= IBP_IMPORT_REFUSALS_MAX)
		return;
	import->refusals = ibp_grow(import->refusals, &import->refusal_capacity,
				    import->refused, sizeof(*import->refusals));
	import->refusals[import->refused - 1] =
		(struct ibp_import_refusal){.line = row->line,
					    .column = column,
					    .message = ibp_strdup(message)};
}

void ibp_import_fault(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const char *format, ...)
{
	struct ibp_buf text = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	if (importer->import->sheet)
		refuse(importer->import, row, column, ibp_buf_text(&text));
	else
		ibp_error_add(importer->err, IBP_INPUT, importer->source->file,
			      row->line, column, "%s", ibp_buf_text(&text));
	ibp_buf_release(&text);
}

static const char *near_code(const struct ibp_framework *framework,
			     const char *code)
{
	const char **names =
		ibp_alloc((framework->norm_count + 1) * sizeof(*names));
	const char *found;

	for (size_t i = 0; i < framework->norm_count; i++)
		names[i] = framework->norms[i].code;
	found = ibp_text_nearest(code, names);
	free(names);
	return found;
}

static void refuse_code(struct ibp_importer *importer,
			const struct ibp_import_row *row, size_t column,
			const char *code)
{
	const char *near = near_code(importer->target->framework, code);

	if (!*code)
		ibp_import_fault(importer, row, column,
				 _("This row has no code of a norm."));
	else if (near)
		ibp_import_fault(importer, row, column,
				 _("There is no norm \"%s\". Did you mean "
				   "%s?"),
				 code, near);
	else
		ibp_import_fault(importer, row, column,
				 _("There is no norm \"%s\"."), code);
}

bool ibp_import_row_find(struct ibp_importer *importer,
			 struct ibp_import_row *row, size_t column,
			 const char *code)
{
	const struct ibp_framework *framework = importer->target->framework;
	const struct ibp_norm *norm = ibp_framework_find(framework, code);
	size_t *seen;

	if (!norm) {
		refuse_code(importer, row, column, code);
		return false;
	}
	row->norm = ibp_framework_index(framework, norm);
	seen = &importer->seen[row->norm];
	if (*seen) {
		ibp_import_fault(importer, row, column,
				 _("%s is there already, at %zu."), norm->code,
				 *seen);
		return false;
	}
	*seen = row->place;
	importer->import->norms++;
	return true;
}

/* ---- Rows -----------------------------------------------------------------
 */

void ibp_import_add(struct ibp_importer *importer,
		    const struct ibp_import_row *row, size_t column,
		    enum ibp_subject subject, const char *key,
		    const char *field, const char *from, const char *to)
{
	struct ibp_import *import = importer->import;
	size_t at = import->changes.count;

	ibp_changes_add(&import->changes, subject,
			importer->target->assessment->id, key, field, from, to);
	import->places = ibp_grow(import->places, &import->capacity, at + 1,
				  sizeof(*import->places));
	import->places[at] = (struct ibp_import_place){
		.norm = row->norm, .line = row->line, .column = column};
}

/* What FIELD would be after the import. */
static const char *value_after(const struct ibp_importer *importer,
			       const struct ibp_import_row *row,
			       const char *field)
{
	const struct ibp_assessment *assessment = importer->target->assessment;

	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		if (row->values[i].given &&
		    strcmp(ibp_norm_columns[i].field, field) == 0)
			return row->values[i].value;
	return ibp_answer_value(&assessment->answers[row->norm], field);
}

/* Where FIELD stands; 0: it is not there. */
static size_t column_of(const struct ibp_import_row *row, const char *field)
{
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		if (row->values[i].given &&
		    strcmp(ibp_norm_columns[i].field, field) == 0)
			return row->values[i].column;
	return 0;
}

static void leave_out(struct ibp_import_row *row, const char *field)
{
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		if (ibp_text_equal(ibp_norm_columns[i].field, field))
			row->values[i].given = false;
}

/* The pair stays as it was where it does not go together. */
static void check_reasons(struct ibp_importer *importer,
			  struct ibp_import_row *row)
{
	static const char *const pairs[][2] = {
		{"score", "reason"},
		{"score:2", "reason:2"},
		{"score:settled", "reason:settled"},
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		const char *score = value_after(importer, row, pairs[i][0]);

		if (!ibp_text_equal(score, "na") ||
		    value_after(importer, row, pairs[i][1]))
			continue;
		ibp_import_fault(importer, row, column_of(row, pairs[i][0]),
				 _("%s: not applicable needs a reason."),
				 code_of(importer, row->norm));
		leave_out(row, pairs[i][0]);
		leave_out(row, pairs[i][1]);
	}
}

/* A cell of a workbook has blanks where a note has tabs. */
static bool is_same(const struct ibp_importer *importer, const char *old,
		    const char *value)
{
	struct ibp_buf shown = {0};
	bool same = ibp_text_equal(old, value);

	if (!same && old && value && importer->import->sheet) {
		ibp_text_add_safe(&shown, old);
		same = strcmp(ibp_buf_text(&shown), value) == 0;
		ibp_buf_release(&shown);
	}
	return same;
}

void ibp_import_row_compare(struct ibp_importer *importer,
			    struct ibp_import_row *row)
{
	const struct ibp_answer *answer =
		&importer->target->assessment->answers[row->norm];

	check_reasons(importer, row);
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++) {
		const char *field = ibp_norm_columns[i].field;
		const char *value = row->values[i].value;
		const char *old;

		if (!row->values[i].given)
			continue;
		old = ibp_answer_value(answer, field);
		if (!is_same(importer, old, value))
			ibp_import_add(importer, row, row->values[i].column,
				       IBP_SUBJECT_NORM,
				       code_of(importer, row->norm), field, old,
				       value);
	}
}

void ibp_import_note_columns(struct ibp_importer *importer,
			     const struct ibp_heading *heading,
			     const size_t *columns)
{
	ibp_columns_note(&ibp_norm_column_kind, heading, importer->source->map,
			 columns, &importer->import->map,
			 &importer->import->unused);
}

/* ---- The whole ------------------------------------------------------------
 */

/* JSON begins with a bracket, and no name of a column does. */
static bool is_json(const struct ibp_import_source *source)
{
	for (size_t i = 0; i < source->length; i++)
		if (!strchr(" \t\r\n", source->bytes[i]) || !source->bytes[i])
			return source->bytes[i] == '{' ||
			       source->bytes[i] == '[';
	return false;
}

/* A Markdown file or a document is no CSV, however it is read. */
static bool is_named_otherwise(const char *file)
{
	static const char *const ends[] = {".csv", ".tsv",  ".txt", ".json",
					   ".xls", ".xlsx", ".ods", NULL};
	const char *name = strrchr(file, '/');
	const char *end = strrchr(name ? name : file, '.');
	size_t i = 0;

	if (!end || strlen(end) < 2 || strchr(end, ' '))
		return false;
	while (ends[i] && strcasecmp(end, ends[i]) != 0)
		i++;
	return !ends[i];
}

static enum ibp_status refuse_kind(const struct ibp_import_source *source,
				   struct ibp_error *err)
{
	return ibp_error_add(err, IBP_INPUT, source->file, 0, 0,
			     _("This is no workbook (.xlsx), CSV (.csv) or "
			       "JSON (.json): one of these can be read."));
}

enum ibp_status ibp_import_read(const struct ibp_import_target *target,
				const struct ibp_import_source *source,
				struct ibp_import *import,
				struct ibp_error *err)
{
	size_t norms = target->framework->norm_count;
	struct ibp_buf map;
	struct ibp_labels labels = {0};
	struct ibp_importer importer = {
		.target = target,
		.source = source,
		.import = import,
		.err = err,
		.labels = &labels,
		.seen = ibp_alloc((norms + 1) * sizeof(*importer.seen)),
		.evidence_id = target->evidence_id,
	};

	ibp_labels_add(&labels, ibp_norm_fields);
	ibp_labels_add(&labels, ibp_evidence_fields);
	ibp_labels_finish(&labels);
	if (ibp_workbook_is(source->bytes, source->length))
		ibp_import_xlsx(&importer);
	else if (is_json(source))
		ibp_import_json(&importer);
	else if (is_named_otherwise(source->file))
		refuse_kind(source, err);
	else
		ibp_import_csv(&importer);
	free(importer.seen);
	ibp_labels_release(&labels);
	if (!err->count)
		return IBP_OK;
	map = import->map;
	import->map = (struct ibp_buf){0};
	ibp_import_release(import);
	if (source->keeps_map)
		import->map = map;
	else
		ibp_buf_release(&map);
	return IBP_INPUT;
}

void ibp_import_release(struct ibp_import *import)
{
	ibp_changes_release(&import->changes);
	free(import->places);
	ibp_buf_release(&import->unused);
	ibp_buf_release(&import->map);
	for (size_t i = 0; i < ibp_import_refusals(import); i++)
		free(import->refusals[i].message);
	free(import->refusals);
	ibp_arena_release(&import->arena);
	*import = (struct ibp_import){0};
}

size_t ibp_import_refusals(const struct ibp_import *import)
{
	return import->refused < IBP_IMPORT_REFUSALS_MAX ?
		       import->refused :
		       IBP_IMPORT_REFUSALS_MAX;
}

void ibp_import_add_cell(struct ibp_buf *buf, const struct ibp_import *import,
			 size_t line, size_t column)
{
	const struct ibp_heading heading = {.sheet = import->sheet};

	ibp_heading_add_cell(buf, &heading, line, column);
}
