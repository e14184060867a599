#include "exchange/benchmark.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "exchange/csv_read.h"

#define GROUP_MAX 100 /* "GO+RM" and longer ones of clusters */
#define DISPLAY_MAX 20
#define BAND_MAX 20

const char *const ibp_benchmark_columns[] = {
	"edition", "mode",  "cell",    "sector",      "size",
	"part",    "group", "measure", "category",    "value",
	"display", "unit",  "boards",  "conf_status", NULL,
};

static const char *const mode_codes[] = {
	[IBP_SDC_RULES] = "k",
	[IBP_SDC_NOISE] = "dp",
};

/* One row as it is read, from left to right. */
struct reader {
	struct ibp_benchmark *benchmark;
	struct ibp_benchmark_row *row;
	bool is_first;
};

static int find_code(const char *const *codes, int count, const char *text)
{
	for (int i = 0; i < count; i++)
		if (strcmp(codes[i], text) == 0)
			return i;
	return -1;
}

static bool read_edition(struct reader *r, const char *text)
{
	char *edition = r->benchmark->edition;

	if (!ibp_edition_is_valid(text))
		return false;
	if (r->is_first)
		memcpy(edition, text, strlen(text) + 1);
	return strcmp(edition, text) == 0;
}

static bool read_mode(struct reader *r, const char *text)
{
	int mode = find_code(mode_codes, 2, text);

	if (r->is_first && mode >= 0)
		r->benchmark->mode = (enum ibp_sdc_mode)mode;
	return mode == (int)r->benchmark->mode;
}

static bool read_cell(struct reader *r, const char *text)
{
	return ibp_sdc_cell_parse(text, &r->row->cell);
}

static bool is_axis(const struct reader *r, enum ibp_sdc_axis axis,
		    const char *text)
{
	char wanted[IBP_SDC_CELL_TEXT];

	return strcmp(ibp_sdc_axis_text(r->row->cell, axis, wanted), text) == 0;
}

static bool read_sector(struct reader *r, const char *text)
{
	return is_axis(r, IBP_SDC_BY_SECTOR, text);
}

static bool read_size(struct reader *r, const char *text)
{
	return is_axis(r, IBP_SDC_BY_SIZE, text);
}

static bool read_part(struct reader *r, const char *text)
{
	return is_axis(r, IBP_SDC_BY_PART, text);
}

static const char *keep(struct reader *r, const char *text)
{
	return ibp_arena_strdup(&r->benchmark->arena, text);
}

static bool read_group(struct reader *r, const char *text)
{
	r->row->group = keep(r, text);
	return *text && strlen(text) <= GROUP_MAX;
}

static bool read_measure(struct reader *r, const char *text)
{
	int measure = find_code(ibp_sdc_measure_codes, IBP_SDC_MEASURES, text);
	int figure =
		find_code(ibp_sdc_figure_codes, IBP_SDC_FIGURES, r->row->group);

	if (measure < 0)
		return false;
	r->row->measure = (enum ibp_sdc_measure)measure;
	return measure == IBP_SDC_BANDS ? figure >= 0 : figure < 0;
}

static bool read_category(struct reader *r, const char *text)
{
	long category;

	r->row->category = -1;
	if (r->row->measure == IBP_SDC_MEAN ||
	    r->row->measure == IBP_SDC_AT_TARGET)
		return !*text;
	if (strlen(text) != 1 || !ibp_num_parse(text, 5, &category))
		return false;
	r->row->category = (int)category;
	if (r->row->measure == IBP_SDC_LEVEL)
		return category >= 1;
	return category <
	       ibp_sdc_figure_bands[find_code(ibp_sdc_figure_codes,
					      IBP_SDC_FIGURES, r->row->group)];
}

/* "2.15": one digit, a point and two digits. */
static bool read_hundredths(const char *text, long *value)
{
	static const char digits[] = "0123456789";

	if (strlen(text) != 4 || text[1] != '.' || text[0] < '1' ||
	    text[0] > '5' || strspn(text + 2, digits) != 2)
		return false;
	*value = (text[0] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
	return *value <= 500;
}

static bool read_value(struct reader *r, const char *text)
{
	long *value = &r->row->value;

	*value = -1;
	if (!*text)
		return true;
	if (r->row->measure == IBP_SDC_MEAN)
		return read_hundredths(text, value);
	return (strlen(text) == 1 || *text != '0') &&
	       ibp_num_parse(text, 100, value);
}

static bool read_display(struct reader *r, const char *text)
{
	r->row->display = keep(r, text);
	return strlen(text) <= DISPLAY_MAX &&
	       strspn(text, "0123456789,.<>%-") == strlen(text);
}

static bool read_unit(struct reader *r, const char *text)
{
	return strcmp(ibp_sdc_unit_codes[r->row->measure], text) == 0;
}

/* "30-59", "500+" */
static bool read_boards(struct reader *r, const char *text)
{
	r->row->boards = keep(r, text);
	return *text && strlen(text) <= BAND_MAX &&
	       strspn(text, "0123456789-+") == strlen(text);
}

/* What is neither a number nor withheld is coded, and shows how. */
static bool read_status(struct reader *r, const char *text)
{
	const struct ibp_benchmark_row *row = r->row;

	r->row->is_withheld = strcmp(text, "A") == 0;
	if (row->is_withheld)
		return row->value < 0;
	return strcmp(text, "F") == 0 &&
	       (row->value >= 0 || strpbrk(row->display, "<>"));
}

/* In the order of ibp_benchmark_columns. */
static const struct column {
	bool (*read)(struct reader *r, const char *text);
	const char *wanted; /* msgid */
} columns[] = {
	{read_edition, N_("every row has the same edition, a year with or "
			  "without a letter from a to d")},
	{read_mode, N_("every row has the same mode, k or dp")},
	{read_cell, N_("this is no cell; all and po+so.S are")},
	{read_sector, N_("this is not the sector of the cell")},
	{read_size, N_("this is not the size of the cell")},
	{read_part, N_("this is not the part of the country of the cell")},
	{read_group, N_("the code of a group is needed")},
	{read_measure, N_("a group has the measures mean, level and at_target, "
			  "a figure has landscape")},
	{read_category, N_("a level from 1 to 5 or a band is needed, and "
			   "nothing where the measure has none")},
	{read_value, N_("a mean is written as 2.15, a share as a whole number "
			"up to 100")},
	{read_display, N_("this is not how a figure is shown")},
	{read_unit, N_("this is not the unit of the measure")},
	{read_boards, N_("a band such as 30-59 is needed")},
	{read_status, N_("F is free and A is withheld, which has no value")},
};
#define COLUMNS (sizeof(columns) / sizeof(*columns))

static enum ibp_status check_head(const char *file, const struct ibp_csv *csv,
				  struct ibp_error *err)
{
	if (csv->separator != ',' || csv->is_windows ||
	    csv->column_count != COLUMNS)
		return ibp_error_add(err, IBP_INPUT, file, 1, 0,
				     _("This is not a benchmark: %zu columns "
				       "with commas between them are needed, "
				       "in UTF-8. Take benchmark.csv as it was "
				       "published."),
				     COLUMNS);
	for (size_t i = 0; i < COLUMNS; i++)
		if (strcmp(csv->rows[0].fields[i], ibp_benchmark_columns[i]) !=
		    0)
			return ibp_error_add(
				err, IBP_INPUT, file, 1, i + 1,
				_("The column \"%s\" is expected here, not "
				  "\"%s\"."),
				ibp_benchmark_columns[i],
				csv->rows[0].fields[i]);
	return IBP_OK;
}

static enum ibp_status read_row(const char *file, const struct ibp_csv_row *row,
				struct reader *r, struct ibp_error *err)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (!columns[i].read(r, row->fields[i]))
			return ibp_error_add(
				err, IBP_INPUT, file, row->line, i + 1,
				_("\"%s\" at %s: %s."), row->fields[i],
				ibp_benchmark_columns[i], _(columns[i].wanted));
	return IBP_OK;
}

/* Two rows about the same thing are next to each other in this order. */
static int compare_rows(const void *a, const void *b)
{
	const struct ibp_benchmark_row *one = a;
	const struct ibp_benchmark_row *other = b;
	int order = memcmp(&one->cell, &other->cell, sizeof(one->cell));

	if (!order)
		order = strcmp(one->group, other->group);
	if (!order)
		order = (int)one->measure - (int)other->measure;
	return order ? order : one->category - other->category;
}

/* Sorts, which finding needs as well. */
static enum ibp_status sort_rows(const char *file,
				 struct ibp_benchmark *benchmark,
				 struct ibp_error *err)
{
	struct ibp_benchmark_row *rows = benchmark->rows;
	char cell[IBP_SDC_CELL_TEXT];

	qsort(rows, benchmark->count, sizeof(*rows), compare_rows);
	for (size_t i = 1; i < benchmark->count; i++)
		if (compare_rows(&rows[i - 1], &rows[i]) == 0)
			return ibp_error_add(
				err, IBP_INPUT, file, 0, 0,
				_("Two rows tell of %s, %s, %s. Take "
				  "benchmark.csv as it was published."),
				ibp_sdc_cell_text(rows[i].cell, cell),
				rows[i].group,
				ibp_sdc_measure_codes[rows[i].measure]);
	return IBP_OK;
}

static enum ibp_status read_rows(const char *file, const struct ibp_csv *csv,
				 struct ibp_benchmark *benchmark,
				 struct ibp_error *err)
{
	enum ibp_status status = check_head(file, csv, err);

	if (status)
		return status;
	benchmark->rows = ibp_arena_alloc(
		&benchmark->arena, csv->row_count * sizeof(*benchmark->rows));
	for (size_t i = 1; i < csv->row_count; i++) {
		struct reader r = {benchmark, &benchmark->rows[i - 1], i == 1};

		if (read_row(file, &csv->rows[i], &r, err))
			status = IBP_INPUT;
	}
	benchmark->count = csv->row_count - 1;
	if (!status && !benchmark->count)
		return ibp_error_add(err, IBP_INPUT, file, 1, 0,
				     _("There are no figures in it."));
	return status ? status : sort_rows(file, benchmark, err);
}

enum ibp_status ibp_benchmark_parse(const char *file, const char *text,
				    size_t length,
				    struct ibp_benchmark **benchmark,
				    struct ibp_error *err)
{
	struct ibp_benchmark *made = ibp_alloc(sizeof(*made));
	struct ibp_csv csv = {0};
	enum ibp_status status = ibp_csv_read(file, text, length, &csv, err);

	if (!status)
		status = read_rows(file, &csv, made, err);
	ibp_csv_release(&csv);
	if (status) {
		ibp_benchmark_free(made);
		return status;
	}
	ibp_sha256(text, length, made->digest);
	*benchmark = made;
	return IBP_OK;
}

void ibp_benchmark_free(struct ibp_benchmark *benchmark)
{
	if (!benchmark)
		return;
	ibp_arena_release(&benchmark->arena);
	free(benchmark);
}

const struct ibp_benchmark_row *ibp_benchmark_find(
	const struct ibp_benchmark *benchmark, struct ibp_sdc_cell cell,
	const char *group, enum ibp_sdc_measure measure, int category)
{
	struct ibp_benchmark_row wanted = {
		.cell = cell,
		.group = group,
		.measure = measure,
		.category = category,
	};

	return bsearch(&wanted, benchmark->rows, benchmark->count,
		       sizeof(wanted), compare_rows);
}

int ibp_benchmark_size(const struct ibp_benchmark *benchmark, int sector,
		       long pupils)
{
	const struct ibp_benchmark_sizes *sizes;

	if (sector < 0 || pupils <= 0)
		return -1;
	sizes = &benchmark->sizes[sector];
	if (!sizes->low)
		return -1;
	if (pupils < sizes->low)
		return IBP_SDC_SMALL;
	return pupils < sizes->high ? IBP_SDC_MEDIUM : IBP_SDC_LARGE;
}

/* An axis that is not known must be whole. */
static bool is_in(unsigned char bits, int code, unsigned char whole)
{
	return code < 0 ? bits == whole : bits >> code & 1;
}

bool ibp_benchmark_own_cell(const struct ibp_benchmark *benchmark, int sector,
			    int size, struct ibp_sdc_cell *cell)
{
	const struct ibp_sdc_cell whole = ibp_sdc_cell_all;
	struct ibp_sdc_cell best = whole;

	for (size_t i = 0; i < benchmark->count; i++) {
		struct ibp_sdc_cell at = benchmark->rows[i].cell;

		/* Cells are a tree: of those it is in, one has fewer bits. */
		if (at.parts == whole.parts &&
		    is_in(at.sectors, sector, whole.sectors) &&
		    is_in(at.sizes, size, whole.sizes) &&
		    (at.sectors & best.sectors) == at.sectors &&
		    (at.sizes & best.sizes) == at.sizes)
			best = at;
	}
	*cell = best;
	return !ibp_sdc_cell_same(best, whole);
}
