#include "exchange/norm_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"

#define IGNORE "ignore"
#define NORM "norm" /* many tables call its code so */
#define NEAR_MIN 5  /* shorter names come near too much */

const struct ibp_norm_column ibp_norm_columns[IBP_NORM_COLUMNS] = {
	[IBP_NORM_COLUMN_CODE] = {"code", NULL, N_("Code")},
	{"domain", NULL, N_("Domain")},
	{"title", NULL, N_("Title")},
	{"score", "score", NULL},
	{"reason", "reason", NULL},
	{"target", "target", NULL},
	{"status", "status", NULL},
	{"priority", "priority", NULL},
	{"owner", "owner", NULL},
	{"due", "due", NULL},
	{"note", "note", NULL},
	{"score_2", "score:2", NULL},
	{"reason_2", "reason:2", NULL},
	{"score_settled", "score:settled", NULL},
	{"reason_settled", "reason:settled", NULL},
	{"look_again", "look_again", NULL},
	{"evidence", NULL, NULL},
	{"code_status", NULL, NULL},
	{"title_status", NULL, NULL},
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

/* ---- What columns may be called -------------------------------------------
 */

static void add_name(struct ibp_norm_names *names, const char *name,
		     size_t column)
{
	names->items = ibp_grow(names->items, &names->capacity,
				names->count + 1, sizeof(*names->items));
	names->items[names->count++] = (struct ibp_norm_name){
		.folded = ibp_text_fold(name), .column = column};
}

/* A heading may be in another language than that of the run. */
static void add_label(struct ibp_norm_names *names, const char *label,
		      size_t column)
{
	const char *const *language = ibp_locale_headings;

	for (; *language; language++)
		add_name(names, ibp_locale_text(*language, label), column);
	add_name(names, _(label), column);
}

void ibp_norm_names_init(struct ibp_norm_names *names)
{
	*names = (struct ibp_norm_names){0};
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++) {
		const struct ibp_field *field = ibp_norm_column_field(i);
		const char *label =
			field ? field->label : ibp_norm_columns[i].label;

		add_name(names, ibp_norm_columns[i].name, i);
		if (label)
			add_label(names, label, i);
	}
	add_name(names, NORM, IBP_NORM_COLUMN_CODE);
}

void ibp_norm_names_release(struct ibp_norm_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->items[i].folded);
	free(names->items);
	*names = (struct ibp_norm_names){0};
}

size_t ibp_norm_names_find(const struct ibp_norm_names *names,
			   const struct ibp_column_map *map, const char *name)
{
	const char *field = map ? ibp_column_map_find(map, name) : NULL;
	char *folded = ibp_text_fold(field ? field : name);
	size_t i = 0;

	while (i < names->count && strcmp(names->items[i].folded, folded) != 0)
		i++;
	free(folded);
	return i < names->count ? names->items[i].column : IBP_NORM_COLUMN_NONE;
}

/* ---- Names that are not known ---------------------------------------------
 */

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

bool ibp_norm_column_is_read(size_t column)
{
	return column == IBP_NORM_COLUMN_CODE ||
	       (column != IBP_NORM_COLUMN_NONE &&
		ibp_norm_columns[column].field);
}

static void refuse_near(const struct ibp_heading *heading, size_t index,
			struct ibp_error *err)
{
	const char *name = heading->names[index];
	char *folded = ibp_text_fold(name);
	const char *near = near_name(folded);

	if (near)
		ibp_heading_fault(heading, index + 1, err,
				  _("The column \"%s\" is not known. Did you "
				    "mean \"%s\"? Change the name, or say what "
				    "it is with --columns."),
				  name, near);
	free(folded);
}

/* ---- The columns of one table ---------------------------------------------
 */

static size_t match_one(const struct ibp_norm_names *names,
			const struct ibp_heading *heading, size_t index,
			const struct ibp_column_map *map, struct ibp_error *err)
{
	const char *name = heading->names[index];
	size_t column = ibp_norm_names_find(names, map, name);

	if (column == IBP_NORM_COLUMN_NONE &&
	    !(map && ibp_column_map_find(map, name)))
		refuse_near(heading, index, err);
	return column;
}

/* Beside a column of codes the norm is something else: its title. */
static void free_norms(const struct ibp_heading *heading,
		       const struct ibp_column_map *map, size_t *columns)
{
	size_t codes = 0;

	for (size_t i = 0; i < heading->count; i++)
		codes += columns[i] == IBP_NORM_COLUMN_CODE;
	for (size_t i = 0; codes > 1 && i < heading->count; i++) {
		const char *name = heading->names[i];
		char *folded = ibp_text_fold(name);

		if (strcmp(folded, NORM) == 0 &&
		    !(map && ibp_column_map_find(map, name))) {
			columns[i] = IBP_NORM_COLUMN_NONE;
			codes--;
		}
		free(folded);
	}
}

static void refuse_double(const struct ibp_heading *heading, size_t first,
			  size_t second, size_t column, struct ibp_error *err)
{
	struct ibp_buf other = {0};

	ibp_heading_add_column(&other, heading, first + 1);
	ibp_heading_fault(heading, second + 1, err,
			  _("This column and column %s are both `%s`."),
			  ibp_buf_text(&other), ibp_norm_columns[column].name);
	ibp_buf_release(&other);
}

static void check_double(const struct ibp_heading *heading,
			 const size_t *columns, struct ibp_error *err)
{
	for (size_t i = 0; i < heading->count; i++)
		for (size_t j = 0; j < i; j++)
			if (columns[i] == columns[j] &&
			    ibp_norm_column_is_read(columns[i]))
				refuse_double(heading, j, i, columns[i], err);
}

static void check_needed(const struct ibp_heading *heading,
			 const size_t *columns, struct ibp_error *err)
{
	bool code = false;
	size_t fields = 0;

	for (size_t i = 0; i < heading->count; i++) {
		if (columns[i] == IBP_NORM_COLUMN_CODE)
			code = true;
		else if (ibp_norm_column_is_read(columns[i]))
			fields++;
	}
	if (!code)
		ibp_heading_fault(heading, 0, err,
				  _("No column with the codes of the norms: "
				    "call it `code`, or say which it is with "
				    "--columns."));
	else if (!fields)
		ibp_heading_fault(heading, 0, err,
				  _("No column to read: call one `score`, "
				    "`status`, `owner`, `due` or `note`, or "
				    "say which it is with --columns."));
}

static bool has_column(const struct ibp_heading *heading, const char *name)
{
	for (size_t i = 0; i < heading->count; i++)
		if (strcmp(heading->names[i], name) == 0)
			return true;
	return false;
}

static void check_map(const struct ibp_heading *heading,
		      const struct ibp_column_map *map, struct ibp_error *err)
{
	for (size_t i = 0; map && i < map->count; i++)
		if (!has_column(heading, map->rows[i].column))
			ibp_heading_fault(heading, 0, err,
					  _("There is no column \"%s\", which "
					    "%s names."),
					  map->rows[i].column, map->file);
}

enum ibp_status ibp_norm_columns_match(const struct ibp_heading *heading,
				       const struct ibp_column_map *map,
				       size_t *columns, struct ibp_error *err)
{
	size_t before = err->count;
	struct ibp_norm_names names;

	ibp_norm_names_init(&names);
	for (size_t i = 0; i < heading->count; i++)
		columns[i] = match_one(&names, heading, i, map, err);
	ibp_norm_names_release(&names);
	free_norms(heading, map, columns);
	check_double(heading, columns, err);
	check_map(heading, map, err);
	if (err->count == before)
		check_needed(heading, columns, err);
	return err->count == before ? IBP_OK : IBP_INPUT;
}
