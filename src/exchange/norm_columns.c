#include "exchange/norm_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"

#define IGNORE "ignore"
#define NEAR_MIN 5 /* shorter names come near too much */

const struct ibp_norm_column ibp_norm_columns[IBP_NORM_COLUMNS] = {
	[IBP_NORM_COLUMN_CODE] = {"code", NULL},
	{"domain", NULL},
	{"title", NULL},
	{"score", "score"},
	{"reason", "reason"},
	{"target", "target"},
	{"status", "status"},
	{"priority", "priority"},
	{"owner", "owner"},
	{"due", "due"},
	{"note", "note"},
	{"score_2", "score:2"},
	{"reason_2", "reason:2"},
	{"score_settled", "score:settled"},
	{"reason_settled", "reason:settled"},
	{"look_again", "look_again"},
	{"evidence", NULL},
	{"code_status", NULL},
	{"title_status", NULL},
};

const char *const ibp_norm_column_words[] = {
	"code",           "score",      "reason",   "target",
	"status",         "priority",   "owner",    "due",
	"note",           "score_2",    "reason_2", "score_settled",
	"reason_settled", "look_again", IGNORE,     NULL,
};

const struct ibp_field *ibp_norm_column_field(size_t column)
{
	const char *field = ibp_norm_columns[column].field;

	return field ? ibp_field_find(ibp_norm_fields, field) : NULL;
}

static bool same_folded(const char *a, const char *folded)
{
	char *b = ibp_text_fold(a);
	bool same = strcmp(b, folded) == 0;

	free(b);
	return same;
}

/* A heading may be in another language than that of the run. */
static bool is_label(const char *label, const char *folded)
{
	const char *const *language = ibp_locale_headings;

	while (*language &&
	       !same_folded(ibp_locale_text(*language, label), folded))
		language++;
	return *language || same_folded(_(label), folded);
}

static bool is_called(size_t column, const char *folded)
{
	const struct ibp_field *field = ibp_norm_column_field(column);

	if (strcmp(ibp_norm_columns[column].name, folded) == 0)
		return true;
	if (column == IBP_NORM_COLUMN_CODE)
		return strcmp(folded, "norm") == 0;
	return field && is_label(field->label, folded);
}

static size_t find_column(const char *folded)
{
	size_t column = 0;

	while (column < IBP_NORM_COLUMNS && !is_called(column, folded))
		column++;
	return column;
}

/* The name of ours that FOLDED comes near; NULL: none. */
static const char *near_name(const char *folded)
{
	const char *names[IBP_NORM_COLUMNS + 1] = {NULL};
	size_t count = 0;
	const char *found;
	char *label;

	if (strlen(folded) < NEAR_MIN)
		return NULL;
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		if (ibp_norm_columns[i].field)
			names[count++] = ibp_norm_columns[i].name;
	found = ibp_text_nearest(folded, names);
	for (size_t i = 0; !found && i < IBP_NORM_COLUMNS; i++) {
		const struct ibp_field *field = ibp_norm_column_field(i);

		if (!field)
			continue;
		label = ibp_text_fold(_(field->label));
		names[0] = label;
		names[1] = NULL;
		if (ibp_text_nearest(folded, names))
			found = _(field->label);
		free(label);
	}
	return found;
}

/* Which of our columns the map says NAME is. */
static bool find_mapped(const struct ibp_column_map *map, const char *name,
			size_t *column)
{
	const char *field = map ? ibp_column_map_find(map, name) : NULL;

	if (!field)
		return false;
	*column = find_column(field);
	return true;
}

static size_t match_one(const char *file, const struct ibp_csv *csv,
			size_t index, const struct ibp_column_map *map,
			struct ibp_error *err)
{
	const char *name = csv->rows[0].fields[index];
	char *folded = ibp_text_fold(name);
	const char *near = NULL;
	size_t column;

	if (!find_mapped(map, name, &column)) {
		column = find_column(folded);
		if (column == IBP_NORM_COLUMN_NONE)
			near = near_name(folded);
	}
	if (near)
		ibp_error_add(err, IBP_INPUT, file, csv->rows[0].line,
			      index + 1,
			      _("The column \"%s\" is not known. Did you mean "
				"\"%s\"? Change the name, or say what it is "
				"with --columns."),
			      name, near);
	free(folded);
	return column;
}

static bool is_read(size_t column)
{
	return column == IBP_NORM_COLUMN_CODE ||
	       (column != IBP_NORM_COLUMN_NONE &&
		ibp_norm_columns[column].field);
}

static void check_double(const char *file, const struct ibp_csv *csv,
			 const size_t *columns, struct ibp_error *err)
{
	for (size_t i = 0; i < csv->column_count; i++)
		for (size_t j = 0; j < i; j++)
			if (columns[i] == columns[j] && is_read(columns[i]))
				ibp_error_add(
					err, IBP_INPUT, file, csv->rows[0].line,
					i + 1,
					_("This column and column %zu are "
					  "both `%s`."),
					j + 1,
					ibp_norm_columns[columns[i]].name);
}

static void check_needed(const char *file, const struct ibp_csv *csv,
			 const size_t *columns, struct ibp_error *err)
{
	bool code = false;
	size_t fields = 0;

	for (size_t i = 0; i < csv->column_count; i++) {
		if (columns[i] == IBP_NORM_COLUMN_CODE)
			code = true;
		else if (is_read(columns[i]))
			fields++;
	}
	if (!code)
		ibp_error_add(err, IBP_INPUT, file, csv->rows[0].line, 0,
			      _("No column with the codes of the norms: call "
				"it `code`, or say which it is with "
				"--columns."));
	else if (!fields)
		ibp_error_add(err, IBP_INPUT, file, csv->rows[0].line, 0,
			      _("No column to read: call one `score`, "
				"`status`, `owner`, `due` or `note`, or say "
				"which it is with --columns."));
}

static bool has_column(const struct ibp_csv *csv, const char *name)
{
	for (size_t i = 0; i < csv->column_count; i++)
		if (strcmp(csv->rows[0].fields[i], name) == 0)
			return true;
	return false;
}

static void check_map(const char *file, const struct ibp_csv *csv,
		      const struct ibp_column_map *map, struct ibp_error *err)
{
	for (size_t i = 0; map && i < map->count; i++)
		if (!has_column(csv, map->rows[i].column))
			ibp_error_add(err, IBP_INPUT, file, csv->rows[0].line,
				      0,
				      _("There is no column \"%s\", which "
					"%s names."),
				      map->rows[i].column, map->file);
}

enum ibp_status ibp_norm_columns_match(const char *file,
				       const struct ibp_csv *csv,
				       const struct ibp_column_map *map,
				       size_t *columns, struct ibp_error *err)
{
	size_t before = err->count;

	for (size_t i = 0; i < csv->column_count; i++)
		columns[i] = match_one(file, csv, i, map, err);
	check_double(file, csv, columns, err);
	check_map(file, csv, map, err);
	if (err->count == before)
		check_needed(file, csv, columns, err);
	return err->count == before ? IBP_OK : IBP_INPUT;
}
