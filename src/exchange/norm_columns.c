#include "exchange/norm_columns.h"

#include "base/i18n.h"

#define IGNORE "ignore"
#define NORM "norm" /* many tables call its code so */

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

bool ibp_norm_column_is_read(size_t column)
{
	return column == IBP_NORM_COLUMN_CODE ||
	       (column != IBP_NORM_COLUMN_NONE &&
		ibp_norm_columns[column].field);
}

static const char *name_of(size_t column)
{
	return ibp_norm_columns[column].name;
}

static const char *label_of(size_t column)
{
	const struct ibp_field *field = ibp_norm_column_field(column);

	return field ? field->label : ibp_norm_columns[column].label;
}

/* Beside a column of codes the norm is something else: its title. */
static struct ibp_column_alias alias_at(size_t index)
{
	if (index)
		return (struct ibp_column_alias){NULL, 0};
	return (struct ibp_column_alias){NORM, IBP_NORM_COLUMN_CODE};
}

const struct ibp_column_kind ibp_norm_column_kind = {
	.count = IBP_NORM_COLUMNS,
	.name = name_of,
	.label = label_of,
	.is_read = ibp_norm_column_is_read,
	.alias = alias_at,
};

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

enum ibp_status ibp_norm_columns_match(const struct ibp_heading *heading,
				       const struct ibp_column_map *map,
				       size_t *columns, struct ibp_error *err)
{
	size_t before = err->count;

	if (!ibp_columns_match(&ibp_norm_column_kind, heading, map, columns,
			       err))
		check_needed(heading, columns, err);
	return err->count == before ? IBP_OK : IBP_INPUT;
}
