#include "exchange/csv_read.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/i18n.h"
#include "exchange/csv_text.h"

#define BUFFER_STEP (64 * 1024)

/* What the calls of libcsv work on. */
struct reader {
	struct ibp_csv *csv;
	const char *file;
	struct ibp_error *err;
	const char *fields[IBP_CSV_COLUMNS_MAX];
	size_t count; /* of fields; may pass the ceiling */
	size_t line;  /* being read */
	size_t row_line;
	bool in_row; /* the line before ended inside quotes */
	enum ibp_status status;
};

static void on_field(void *text, size_t length, void *context)
{
	struct reader *r = context;
	char *copy;

	if (r->count < IBP_CSV_COLUMNS_MAX) {
		copy = ibp_arena_strndup(&r->csv->arena, text, length);
		r->fields[r->count] = ibp_csv_unguard(copy);
	}
	r->count++;
}

static void refuse_count(struct reader *r)
{
	size_t wanted = r->csv->column_count;

	if (r->count > IBP_CSV_COLUMNS_MAX)
		r->status = ibp_error_add(
			r->err, IBP_INPUT, r->file, r->row_line,
			IBP_CSV_COLUMNS_MAX + 1,
			_("Too many columns: at most %d are read."),
			IBP_CSV_COLUMNS_MAX);
	else
		r->status = ibp_error_add(
			r->err, IBP_INPUT, r->file, r->row_line,
			(r->count < wanted ? r->count : wanted) + 1,
			_("This row has %zu fields, the first row has %zu."),
			r->count, wanted);
}

static void add_row(struct reader *r)
{
	struct ibp_csv *csv = r->csv;
	size_t size = r->count * sizeof(*r->fields);
	const char **fields = ibp_arena_alloc(&csv->arena, size);

	memcpy(fields, r->fields, size);
	csv->rows = ibp_grow(csv->rows, &csv->capacity, csv->row_count + 1,
			     sizeof(*csv->rows));
	csv->rows[csv->row_count++] =
		(struct ibp_csv_row){.line = r->row_line, .fields = fields};
}

static bool is_blank(const struct reader *r)
{
	for (size_t i = 0; i < r->count && i < IBP_CSV_COLUMNS_MAX; i++)
		if (*r->fields[i])
			return false;
	return true;
}

/* Spreadsheets leave rows behind in which nothing is filled in. */
static void on_row(int end, void *context)
{
	struct reader *r = context;
	struct ibp_csv *csv = r->csv;

	(void)end;
	r->in_row = false;
	if (!csv->row_count)
		csv->column_count = r->count;
	if (r->count > IBP_CSV_COLUMNS_MAX ||
	    (r->count != csv->column_count && !is_blank(r)))
		refuse_count(r);
	else if (!is_blank(r))
		add_row(r);
	r->count = 0;
}

static enum ibp_status refuse_quotes(struct reader *r)
{
	return ibp_error_add(r->err, IBP_INPUT, r->file, r->row_line,
			     r->count + 1,
			     _("A quotation mark inside a field: put the "
			       "field in quotation marks and double it."));
}

/* One line at a time, so that it is known on which line a row begins. */
static enum ibp_status read_lines(struct reader *r, struct csv_parser *parser,
				  struct ibp_csv_text text)
{
	while (text.size) {
		size_t length = ibp_csv_line(&text);

		r->line++;
		if (!r->in_row)
			r->row_line = r->line;
		r->in_row = true;
		if (csv_parse(parser, text.at, length, on_field, on_row, r) !=
		    length)
			return refuse_quotes(r);
		/* Empty lines are no rows, and nothing waits for more. */
		if (r->in_row && !parser->pstate)
			r->in_row = false;
		if (r->csv->row_count > IBP_CSV_ROWS_MAX)
			return ibp_error_add(r->err, IBP_INPUT, r->file,
					     r->row_line, 0,
					     _("Too many rows: at most %d are "
					       "read."),
					     IBP_CSV_ROWS_MAX);
		text.at += length;
		text.size -= length;
	}
	if (csv_fini(parser, on_field, on_row, r) != 0)
		return ibp_error_add(r->err, IBP_INPUT, r->file, r->row_line,
				     r->count + 1,
				     _("The quotation mark that opens this "
				       "field is never closed."));
	return r->status;
}

/* Tabs may separate fields, so that only spaces count as space. */
static int is_space(unsigned char c)
{
	return c == ' ';
}

static enum ibp_status read_text(struct reader *r, struct ibp_csv_text text)
{
	struct csv_parser parser;
	enum ibp_status status;
	size_t skip;

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	r->csv->separator = ibp_csv_separator(&text, &skip);
	r->line = skip > 0;
	text.at += skip;
	text.size -= skip;
	csv_set_delim(&parser, (unsigned char)r->csv->separator);
	csv_set_space_func(&parser, is_space);
	csv_set_blk_size(&parser, BUFFER_STEP);
	status = read_lines(r, &parser, text);
	csv_free(&parser);
	if (!status && !r->csv->row_count)
		status = ibp_error_add(r->err, IBP_INPUT, r->file, 1, 0,
				       _("There is nothing in it."));
	return status;
}

enum ibp_status ibp_csv_read(const char *file, const char *bytes, size_t length,
			     struct ibp_csv *csv, struct ibp_error *err)
{
	struct reader *r;
	struct ibp_buf converted = {0};
	struct ibp_csv_text text;
	enum ibp_status status;

	if (length > IBP_CSV_BYTES_MAX)
		return ibp_error_add(err, IBP_INPUT, file, 0, 0,
				     _("This is too large: at most %zu bytes "
				       "are read."),
				     IBP_CSV_BYTES_MAX);
	status = ibp_csv_decode(file, bytes, length, &converted, &text, err);
	if (!status) {
		r = ibp_alloc(sizeof(*r));
		r->csv = csv;
		r->file = file;
		r->err = err;
		csv->is_windows = converted.length > 0;
		status = read_text(r, text);
		free(r);
	}
	ibp_buf_release(&converted);
	return status;
}

void ibp_csv_release(struct ibp_csv *csv)
{
	free(csv->rows);
	ibp_arena_release(&csv->arena);
	*csv = (struct ibp_csv){0};
}
