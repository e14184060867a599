#include "exchange/strata_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "core/province.h"
#include "core/sdc.h"
#include "exchange/named_columns.h"

#define PUPILS_MAX 1000000
#define FEW "<5" /* how small numbers are hidden in these files */
#define FEW_COUNTS 2
#define CODE_MAX 20

enum { PROVINCE, BOARD, SCHOOL, PUPILS, SECTOR, COLUMNS };

static const struct ibp_named_column columns[COLUMNS] = {
	[PROVINCE] = {"PROVINCIE",
		      {"provincie", "provincienaam", "provincievestiging",
		       "naamprovincie", NULL}},
	[BOARD] = {"BEVOEGD GEZAG NUMMER",
		   {"bevoegdgezagnummer", "bevoegdgezag", "bevoegdgezagnr",
		    "bevoegdgezagcode", "bgnummer", NULL}},
	[SCHOOL] = {"INSTELLINGSCODE",
		    {"instellingscode", "brinnummer", "brin", "brinnr",
		     "instellingcode", NULL}},
	[PUPILS] = {"AANTAL LEERLINGEN",
		    {"aantalleerlingen", "leerlingen", "leerlingaantal",
		     "totaalaantalleerlingen", "totaalleerlingen", "totaal",
		     NULL}},
	[SECTOR] = {"SECTOR",
		    {"sector", "soortonderwijs", "onderwijssoort", "soortpo",
		     "onderwijstype", NULL}},
};

/* What kinds of school are called, and in which sector they are. */
static const struct {
	const char *letters;
	int sector;
} kinds[] = {
	{"po", IBP_SDC_PO},
	{"bo", IBP_SDC_PO},
	{"bao", IBP_SDC_PO},
	{"sbo", IBP_SDC_PO},
	{"sbao", IBP_SDC_PO},
	{"basisonderwijs", IBP_SDC_PO},
	{"vo", IBP_SDC_VO},
	{"voortgezetonderwijs", IBP_SDC_VO},
	{"so", IBP_SDC_SO},
	{"vso", IBP_SDC_SO},
	{"wec", IBP_SDC_SO},
	{"sovso", IBP_SDC_SO},
	{"speciaalonderwijs", IBP_SDC_SO},
};

/* A school as the files together know it. */
struct school {
	char code[CODE_MAX + 1];
	char board[CODE_MAX + 1]; /* "": not told */
	int part;                 /* -1: not told */
	int sector;               /* -1: not told */
	long pupils;              /* -1: not told */
};

struct reading {
	struct school *schools; /* a row each, joined at the end */
	size_t count;
	size_t capacity;
	bool seen[COLUMNS]; /* in one of the files */
	struct ibp_error *err;
};

/* One file. */
struct file {
	const char *path;
	const struct ibp_csv *csv;
	size_t places[COLUMNS];
	int sector; /* by its name; -1: it does not say */
};

static int find_kind(const char *text, size_t length)
{
	char *word = ibp_strndup(text, length);
	char *letters = ibp_text_letters(word);
	int sector = -1;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].letters, letters) == 0)
			sector = kinds[i].sector;
	free(letters);
	free(word);
	return sector;
}

/* "01-alle-vestigingen-po.csv": one of its words is a kind of school. */
static int sector_of_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *at = slash ? slash + 1 : path;
	int sector = -1;

	while (*at) {
		size_t length = strcspn(at, "-_. ()");
		int found = length ? find_kind(at, length) : -1;

		if (found >= 0)
			sector = found;
		at += length + (at[length] != '\0');
	}
	return sector;
}

static const char *value_of(const struct file *file,
			    const struct ibp_csv_row *row, int column)
{
	return file->places[column] == IBP_NO_COLUMN ?
		       "" :
		       row->fields[file->places[column]];
}

static void fault(struct reading *r, const struct file *file,
		  const struct ibp_csv_row *row, int column, const char *why)
{
	ibp_error_add(r->err, IBP_INPUT, file->path, row->line,
		      file->places[column] + 1, "\"%s\": %s",
		      row->fields[file->places[column]], why);
}

static bool take_code(char to[CODE_MAX + 1], const char *code)
{
	if (strlen(code) > CODE_MAX)
		return false;
	memcpy(to, code, strlen(code) + 1);
	return true;
}

static void read_pupils(struct reading *r, const struct file *file,
			const struct ibp_csv_row *row, struct school *school)
{
	const char *text = value_of(file, row, PUPILS);

	school->pupils = -1;
	if (file->places[PUPILS] == IBP_NO_COLUMN || !*text)
		return;
	if (strcmp(text, FEW) == 0)
		school->pupils = FEW_COUNTS;
	else if (!ibp_num_parse(text, PUPILS_MAX, &school->pupils))
		fault(r, file, row, PUPILS,
		      _("the number of pupils is a whole number, or <5."));
}

static void read_row(struct reading *r, const struct file *file,
		     const struct ibp_csv_row *row)
{
	const char *province = value_of(file, row, PROVINCE);
	const char *kind = value_of(file, row, SECTOR);
	struct school school = {.part = -1, .sector = file->sector};

	if (!take_code(school.code, value_of(file, row, SCHOOL)))
		fault(r, file, row, SCHOOL, _("this is no code."));
	if (!take_code(school.board, value_of(file, row, BOARD)))
		fault(r, file, row, BOARD, _("this is no code."));
	if (*province) {
		school.part = ibp_province_part(province);
		if (school.part < 0)
			fault(r, file, row, PROVINCE,
			      _("this is none of the provinces."));
	}
	if (*kind) {
		school.sector = find_kind(kind, strlen(kind));
		if (school.sector < 0)
			fault(r, file, row, SECTOR,
			      _("this kind of school is not known."));
	}
	read_pupils(r, file, row, &school);
	if (!*school.code)
		return;
	r->schools = ibp_grow(r->schools, &r->capacity, r->count + 1,
			      sizeof(*r->schools));
	r->schools[r->count++] = school;
}

static enum ibp_status read_file(struct reading *r, const char *path)
{
	struct ibp_csv csv = {0};
	struct file file = {
		.path = path, .csv = &csv, .sector = sector_of_name(path)};
	enum ibp_status status = ibp_csv_load(path, &csv, r->err);

	if (!status)
		status = ibp_named_columns_find(path, &csv, columns, COLUMNS,
						file.places, r->err);
	if (!status && file.places[SCHOOL] == IBP_NO_COLUMN)
		status = ibp_error_add(r->err, IBP_INPUT, path, 1, 0,
				       _("There is no column %s, by which "
					 "schools are joined."),
				       columns[SCHOOL].name);
	for (size_t i = 0; !status && i < COLUMNS; i++)
		r->seen[i] |= file.places[i] != IBP_NO_COLUMN;
	for (size_t i = 1; !status && i < csv.row_count; i++)
		read_row(r, &file, &csv.rows[i]);
	ibp_csv_release(&csv);
	return status;
}

static enum ibp_status check_columns(struct reading *r)
{
	struct ibp_buf lacking = {0};

	for (size_t i = 0; i < SECTOR; i++)
		if (!r->seen[i])
			ibp_buf_addf(&lacking, "%s%s",
				     lacking.length ? ", " : "",
				     columns[i].name);
	if (lacking.length)
		ibp_error_set(r->err, IBP_INPUT,
			      _("None of the files has the column %s. Give the "
				"files of locations and of pupils together."),
			      ibp_buf_text(&lacking));
	ibp_buf_release(&lacking);
	return r->err->status;
}

/* ---- joining ------------------------------------------------------------- */

static int by_code(const void *a, const void *b)
{
	const struct school *one = a;
	const struct school *other = b;
	int order = strcmp(one->code, other->code);

	/* What says the board comes first. */
	return order ? order : -strcmp(one->board, other->board);
}

static int by_board(const void *a, const void *b)
{
	return strcmp(((const struct school *)a)->board,
		      ((const struct school *)b)->board);
}

/* The rows of one school as one: what a row does not tell another does. */
static void join(struct school *into, const struct school *from)
{
	if (!*into->board)
		memcpy(into->board, from->board, sizeof(into->board));
	if (into->part < 0)
		into->part = from->part;
	if (into->sector < 0)
		into->sector = from->sector;
	if (from->pupils >= 0)
		into->pupils =
			from->pupils + (into->pupils > 0 ? into->pupils : 0);
}

static void join_rows(struct reading *r)
{
	size_t kept = 0;

	qsort(r->schools, r->count, sizeof(*r->schools), by_code);
	for (size_t i = 0; i < r->count; i++)
		if (kept &&
		    strcmp(r->schools[kept - 1].code, r->schools[i].code) == 0)
			join(&r->schools[kept - 1], &r->schools[i]);
		else
			r->schools[kept++] = r->schools[i];
	r->count = kept;
}

/* What must be told of a school that counts. */
static enum ibp_status check_school(struct reading *r,
				    const struct school *school)
{
	const char *lacking = NULL;

	if (school->sector < 0)
		lacking = columns[SECTOR].name;
	else if (school->part < 0)
		lacking = columns[PROVINCE].name;
	if (!lacking)
		return IBP_OK;
	return ibp_error_set(r->err, IBP_INPUT,
			     _("%s of school %s is not known. Give a file with "
			       "that column; the sector may also be a word of "
			       "the name of the file, as in pupils-po.csv."),
			     lacking, school->code);
}

struct sums {
	long sectors[IBP_SDC_SECTORS];
	long parts[IBP_SDC_PARTS];
};

static int largest(const long *values, int count)
{
	int best = 0;

	for (int i = 1; i < count; i++)
		if (values[i] > values[best])
			best = i;
	return best;
}

static void close_board(struct ibp_counted *counted, const struct sums *sums)
{
	struct ibp_counted_board *board = &counted->boards[counted->count++];

	board->sector = largest(sums->sectors, IBP_SDC_SECTORS);
	board->part = largest(sums->parts, IBP_SDC_PARTS);
	board->pupils = 0;
	for (int i = 0; i < IBP_SDC_PARTS; i++)
		board->pupils += sums->parts[i];
}

static enum ibp_status add_up(struct reading *r, struct ibp_counted *counted)
{
	struct sums sums = {{0}, {0}};
	const char *board = "";
	enum ibp_status status = IBP_OK;

	qsort(r->schools, r->count, sizeof(*r->schools), by_board);
	counted->boards = ibp_alloc((r->count + 1) * sizeof(*counted->boards));
	for (size_t i = 0; !status && i < r->count; i++) {
		const struct school *school = &r->schools[i];

		if (!*school->board || school->pupils < 0) {
			counted->without_pupils++;
			continue;
		}
		status = check_school(r, school);
		if (status)
			break;
		if (*board && strcmp(board, school->board) != 0) {
			close_board(counted, &sums);
			memset(&sums, 0, sizeof(sums));
		}
		board = school->board;
		sums.sectors[school->sector] += school->pupils;
		sums.parts[school->part] += school->pupils;
		counted->schools++;
	}
	if (!status && *board)
		close_board(counted, &sums);
	return status;
}

enum ibp_status ibp_strata_load(char *const *paths, size_t count,
				struct ibp_counted *counted,
				struct ibp_error *err)
{
	struct reading r = {.err = err};
	enum ibp_status status = IBP_OK;

	*counted = (struct ibp_counted){.boards = NULL};
	for (size_t i = 0; !status && i < count; i++)
		status = read_file(&r, paths[i]);
	if (!status && err->count)
		status = err->status;
	if (!status)
		status = check_columns(&r);
	if (!status) {
		join_rows(&r);
		status = add_up(&r, counted);
	}
	if (!status && !counted->count)
		status = ibp_error_set(err, IBP_INPUT,
				       _("No school in the files has both a "
					 "board and pupils."));
	free(r.schools);
	if (status) {
		free(counted->boards);
		counted->boards = NULL;
	}
	return status;
}
