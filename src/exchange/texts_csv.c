#include "exchange/texts_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"
#include "exchange/csv_read.h"

/* What a column is: a text from 0 on, or one of these. */
#define CODE IBP_TEXTS_FIELDS
#define UNUSED (IBP_TEXTS_FIELDS + 1)

#define TITLE_MAX IBP_TEXT_LINE_MAX
#define LONG_TEXT_MAX 4000

static const char *label_of(size_t column)
{
	return column == CODE ? N_("Code") : ibp_texts_label(column);
}

static bool is_folded(const char *text, const char *folded)
{
	char *own = ibp_text_fold(text);
	bool same = strcmp(own, folded) == 0;

	free(own);
	return same;
}

static bool is_called(size_t column, const char *folded)
{
	const char *name = column == CODE ? "code" : ibp_texts_fields[column];

	const char *const *language = ibp_locale_headings;

	while (*language &&
	       !is_folded(ibp_locale_text(*language, label_of(column)), folded))
		language++;
	return *language || strcmp(name, folded) == 0;
}

static size_t match(const char *name)
{
	char *folded = ibp_text_fold(name);
	size_t column = 0;

	while (column < UNUSED && !is_called(column, folded))
		column++;
	if (column == UNUSED && strcmp(folded, "norm") == 0)
		column = CODE;
	free(folded);
	return column;
}

struct reading {
	const char *file;
	const struct ibp_csv *csv;
	size_t columns[IBP_CSV_COLUMNS_MAX];
	struct ibp_texts *texts;
	struct ibp_error *err;
};

/* The column in the file, from 1, of COLUMN; 0: not there. */
static size_t column_of(const struct reading *r, size_t column)
{
	for (size_t i = 0; i < r->csv->column_count; i++)
		if (r->columns[i] == column)
			return i + 1;
	return 0;
}

static void match_columns(struct reading *r, struct ibp_buf *unused)
{
	const struct ibp_csv_row *head = &r->csv->rows[0];
	size_t texts = 0;

	for (size_t i = 0; i < r->csv->column_count; i++) {
		size_t column = match(head->fields[i]);
		size_t first;

		r->columns[i] = column;
		first = column_of(r, column);
		texts += column < CODE;
		if (column == UNUSED && *head->fields[i])
			ibp_buf_addf(unused, "%s%s", unused->length ? ", " : "",
				     head->fields[i]);
		else if (column != UNUSED && first <= i)
			ibp_error_add(r->err, IBP_INPUT, r->file, head->line,
				      i + 1,
				      _("This column and column %zu are both "
					"\"%s\"."),
				      first, head->fields[i]);
	}
	if (!column_of(r, CODE))
		ibp_error_add(r->err, IBP_INPUT, r->file, head->line, 0,
			      _("No column with the codes of the norms: call "
				"it `code`."));
	else if (!texts)
		ibp_error_add(r->err, IBP_INPUT, r->file, head->line, 0,
			      _("No column with texts: call one `title`, "
				"`purpose`, `why`, or `level_1` to "
				"`level_5`."));
}

/* The text of one field, cleaned; NULL: empty, or refused. */
static const char *take(struct reading *r, const struct ibp_csv_row *row,
			size_t index)
{
	size_t column = r->columns[index];
	bool is_line = column == 0 || column == CODE;
	struct ibp_error err = {0};
	char *clean = NULL;
	const char *text = NULL;

	if (ibp_text_clean(row->fields[index],
			   is_line ? IBP_TEXT_LINE : IBP_TEXT_NOTE,
			   is_line ? TITLE_MAX : LONG_TEXT_MAX,
			   _(label_of(column)), &clean, &err))
		ibp_error_add(r->err, IBP_INPUT, r->file, row->line, index + 1,
			      "%s", ibp_error_text(&err));
	else if (*clean)
		text = ibp_arena_strdup(&r->texts->arena, clean);
	free(clean);
	ibp_error_release(&err);
	return text;
}

static void read_row(struct reading *r, const struct ibp_csv_row *row)
{
	struct ibp_texts_item *item = &r->texts->items[r->texts->count];
	size_t code = column_of(r, CODE);
	bool any = false;

	for (size_t i = 0; i < r->csv->column_count; i++) {
		size_t column = r->columns[i];
		const char *text;

		if (column == UNUSED)
			continue;
		text = take(r, row, i);
		if (column == CODE)
			item->code = text;
		else
			*ibp_texts_at(item, column) = text;
		any = any || (text && column != CODE);
	}
	ibp_places_add(&r->texts->places, &item->code, row->line, code);
	if (any && !item->code)
		ibp_error_add(r->err, IBP_INPUT, r->file, row->line, code,
			      _("There is no code in this row."));
	/* A row without texts says nothing. */
	if (any)
		r->texts->count++;
	else
		*item = (struct ibp_texts_item){0};
}

static void read_rows(struct reading *r, const struct ibp_framework *framework)
{
	struct ibp_texts *texts = ibp_alloc(sizeof(*texts));
	size_t rows = r->csv->row_count;

	r->texts = texts;
	texts->path = ibp_arena_strdup(&texts->arena, r->file);
	texts->places.file = texts->path;
	texts->id = ibp_arena_strdup(&texts->arena, framework->id);
	texts->version = ibp_arena_strdup(&texts->arena, framework->version);
	texts->items =
		ibp_arena_alloc(&texts->arena, rows * sizeof(*texts->items));
	if (rows > IBP_TEXTS_ITEMS_MAX + 1) {
		ibp_error_add(r->err, IBP_INPUT, r->file,
			      r->csv->rows[IBP_TEXTS_ITEMS_MAX + 1].line, 0,
			      _("There are more than %d rows."),
			      IBP_TEXTS_ITEMS_MAX);
		return;
	}
	for (size_t i = 1; i < rows; i++)
		read_row(r, &r->csv->rows[i]);
}

enum ibp_status ibp_texts_csv_read(const char *file, const char *bytes,
				   size_t length,
				   const struct ibp_framework *framework,
				   struct ibp_texts_csv *read,
				   struct ibp_error *err)
{
	size_t before = err->count;
	struct ibp_csv csv = {0};
	struct reading r = {.file = file, .csv = &csv, .err = err};
	enum ibp_status status = ibp_csv_read(file, bytes, length, &csv, err);

	if (!status)
		match_columns(&r, &read->unused);
	if (!status && err->count == before)
		read_rows(&r, framework);
	if (!status && err->count > before)
		status = IBP_INPUT;
	if (!status) {
		read->texts = r.texts;
		r.texts = NULL;
		read->is_windows = csv.is_windows;
	}
	ibp_texts_free(r.texts);
	ibp_csv_release(&csv);
	return status;
}

void ibp_texts_csv_release(struct ibp_texts_csv *read)
{
	ibp_texts_free(read->texts);
	ibp_buf_release(&read->unused);
	*read = (struct ibp_texts_csv){0};
}
