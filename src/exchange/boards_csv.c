#include "exchange/boards_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "core/province.h"
#include "core/sdc.h"
#include "exchange/named_columns.h"

#define PUPILS_MAX 1000000

enum { NAME, SECTOR, PUPILS, PROVINCE, HOLDING, COLUMNS };

static const struct ibp_named_column columns[COLUMNS] = {
	[NAME] = {"name", {"name", "naam", "bestuur", NULL}},
	[SECTOR] = {"sector", {"sector", NULL}},
	[PUPILS] = {"pupils", {"pupils", "leerlingen", NULL}},
	[PROVINCE] = {"province", {"province", "provincie", NULL}},
	[HOLDING] = {"holding", {"holding", "houder", NULL}},
};

struct reader {
	const char *file;
	const struct ibp_csv *csv;
	size_t places[COLUMNS];
	struct ibp_invitees *made;
	struct ibp_error *err;
};

static enum ibp_status find_columns(struct reader *r)
{
	enum ibp_status status = ibp_named_columns_find(
		r->file, r->csv, columns, COLUMNS, r->places, r->err);

	for (size_t i = 0; i < HOLDING && !status; i++)
		if (r->places[i] == IBP_NO_COLUMN)
			status = ibp_error_add(
				r->err, IBP_INPUT, r->file, 1, 0,
				_("There is no column \"%s\". Needed are name, "
				  "sector, pupils and province, and holding "
				  "where boards have one owner."),
				columns[i].name);
	return status;
}

static void fault(struct reader *r, const struct ibp_csv_row *row, int column,
		  const char *wanted)
{
	ibp_error_add(r->err, IBP_INPUT, r->file, row->line,
		      r->places[column] + 1, "\"%s\": %s",
		      row->fields[r->places[column]], wanted);
}

static const char *take_name(struct reader *r, const struct ibp_csv_row *row,
			     int column)
{
	struct ibp_error err = {0};
	char *clean = NULL;
	const char *name = NULL;

	if (ibp_text_clean(row->fields[r->places[column]], IBP_TEXT_LINE,
			   IBP_TEXT_NAME_MAX, _("Name"), &clean, &err))
		ibp_error_add(r->err, IBP_INPUT, r->file, row->line,
			      r->places[column] + 1, "%s",
			      ibp_error_text(&err));
	else if (!ibp_text_is_empty(clean))
		name = ibp_arena_strdup(&r->made->arena, clean);
	ibp_error_release(&err);
	free(clean);
	return name;
}

static int find_sector(const char *text)
{
	for (int i = 0; i < IBP_SDC_SECTORS; i++)
		if (strcmp(ibp_sdc_sector_codes[i], text) == 0)
			return i;
	return -1;
}

static void read_row(struct reader *r, const struct ibp_csv_row *row)
{
	struct ibp_invitee *made = &r->made->items[r->made->count];

	made->name = take_name(r, row, NAME);
	made->sector = find_sector(row->fields[r->places[SECTOR]]);
	made->part = ibp_province_part(row->fields[r->places[PROVINCE]]);
	if (!made->name)
		fault(r, row, NAME, _("a board needs a name."));
	if (made->sector < 0)
		fault(r, row, SECTOR,
		      _("the sector is po, vo or so; of a board with more "
			"than one it is that with most pupils."));
	if (made->part < 0)
		fault(r, row, PROVINCE, _("this is none of the provinces."));
	if (!ibp_num_parse(row->fields[r->places[PUPILS]], PUPILS_MAX,
			   &made->pupils))
		fault(r, row, PUPILS,
		      _("the number of pupils is a whole number."));
	if (r->places[HOLDING] != IBP_NO_COLUMN)
		made->holding = take_name(r, row, HOLDING);
	r->made->count++;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same board twice would count twice. */
static void check_names(struct reader *r)
{
	size_t count = r->made->count;
	char **names = ibp_alloc((count + 1) * sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = ibp_text_fold(r->made->items[i].name);
	qsort(names, count, sizeof(*names), by_name);
	for (size_t i = 1; i < count; i++)
		if (strcmp(names[i - 1], names[i]) == 0)
			ibp_error_add(r->err, IBP_INPUT, r->file, 0, 0,
				      _("\"%s\" is there twice. Give two "
					"boards of one name different ones."),
				      names[i]);
	for (size_t i = 0; i < count; i++)
		free(names[i]);
	free(names);
}

static enum ibp_status read_all(struct reader *r)
{
	enum ibp_status status = find_columns(r);

	if (status)
		return status;
	r->made->items = ibp_arena_alloc(
		&r->made->arena, r->csv->row_count * sizeof(*r->made->items));
	for (size_t i = 1; i < r->csv->row_count; i++)
		read_row(r, &r->csv->rows[i]);
	if (!r->err->count)
		check_names(r);
	if (!r->made->count)
		ibp_error_add(r->err, IBP_INPUT, r->file, 0, 0,
			      _("There are no boards in it."));
	return r->err->count ? IBP_INPUT : IBP_OK;
}

enum ibp_status ibp_invitees_load(const char *path,
				  struct ibp_invitees *invitees,
				  struct ibp_error *err)
{
	struct ibp_csv csv = {0};
	struct reader r = {
		.file = path, .csv = &csv, .made = invitees, .err = err};
	enum ibp_status status = ibp_csv_load(path, &csv, err);

	if (!status)
		status = read_all(&r);
	ibp_csv_release(&csv);
	return status;
}

void ibp_invitees_release(struct ibp_invitees *invitees)
{
	ibp_arena_release(&invitees->arena);
	*invitees = (struct ibp_invitees){.items = NULL};
}
