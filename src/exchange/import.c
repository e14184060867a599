#include "exchange/import.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/import_row.h"

void ibp_import_row_release(struct ibp_import_row *row)
{
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		free(row->values[i].value);
}

static const char *code_of(const struct ibp_importer *importer, size_t norm)
{
	return importer->target->framework->norms[norm].code;
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

static bool is_label(const char *label, const char *folded)
{
	char *other = ibp_text_fold(label);
	bool same = strcmp(other, folded) == 0;

	free(other);
	return same;
}

/* The word that TEXT, a label in the language of the run, stands for. */
static const char *word_of(const struct ibp_field *field, const char *text)
{
	const struct ibp_choice *choice = field->choices;
	const char *found = text;
	char *folded;

	if (!choice && field->kind != IBP_FIELD_SCORE)
		return text;
	folded = ibp_text_fold(text);
	for (; choice && choice->word; choice++)
		if (is_label(ibp_field_choice_label(field, choice->word),
			     folded))
			found = choice->word;
	if (!field->choices &&
	    (is_label(C_("score", "n/a"), folded) ||
	     is_label(C_("value", "not applicable"), folded)))
		found = "na";
	free(folded);
	return found;
}

bool ibp_import_parse(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const struct ibp_field *field, const char *text,
		      char **value)
{
	struct ibp_error fault = {0};
	bool done = ibp_field_parse(field, word_of(field, text),
				    importer->target->today, value,
				    &fault) == IBP_OK;

	if (!done)
		ibp_import_fault(importer, row, column, "%s: %s",
				 code_of(importer, row->norm),
				 ibp_error_text(&fault));
	ibp_error_release(&fault);
	return done;
}

void ibp_import_add(struct ibp_importer *importer,
		    const struct ibp_import_row *row, enum ibp_subject subject,
		    const char *key, const char *field, const char *from,
		    const char *to)
{
	struct ibp_import *import = importer->import;
	size_t at = import->changes.count;

	ibp_changes_add(&import->changes, subject,
			importer->target->assessment->id, key, field, from, to);
	import->places = ibp_grow(import->places, &import->capacity, at + 1,
				  sizeof(*import->places));
	import->places[at] =
		(struct ibp_import_place){.norm = row->norm, .line = row->line};
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

static void check_reasons(struct ibp_importer *importer,
			  const struct ibp_import_row *row)
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
		ibp_import_fault(importer, row, 0,
				 _("%s: not applicable needs a reason."),
				 code_of(importer, row->norm));
	}
}

void ibp_import_row_compare(struct ibp_importer *importer,
			    const struct ibp_import_row *row)
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
		if (!ibp_text_equal(old, value))
			ibp_import_add(importer, row, IBP_SUBJECT_NORM,
				       code_of(importer, row->norm), field, old,
				       value);
	}
}

/* JSON begins with a bracket, and no name of a column does. */
static bool is_json(const struct ibp_import_source *source)
{
	for (size_t i = 0; i < source->length; i++)
		if (!strchr(" \t\r\n", source->bytes[i]) || !source->bytes[i])
			return source->bytes[i] == '{' ||
			       source->bytes[i] == '[';
	return false;
}

enum ibp_status ibp_import_read(const struct ibp_import_target *target,
				const struct ibp_import_source *source,
				struct ibp_import *import,
				struct ibp_error *err)
{
	size_t norms = target->framework->norm_count;
	struct ibp_importer importer = {
		.target = target,
		.source = source,
		.import = import,
		.err = err,
		.seen = ibp_alloc((norms + 1) * sizeof(*importer.seen)),
		.evidence_id = target->evidence_id,
	};

	if (is_json(source))
		ibp_import_json(&importer);
	else
		ibp_import_csv(&importer);
	free(importer.seen);
	if (!err->count)
		return IBP_OK;
	ibp_import_release(import);
	return IBP_INPUT;
}

void ibp_import_release(struct ibp_import *import)
{
	ibp_changes_release(&import->changes);
	free(import->places);
	ibp_buf_release(&import->unused);
	ibp_buf_release(&import->map);
	*import = (struct ibp_import){0};
}
