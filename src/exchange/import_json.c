/* The JSON of `export` as norms with their state. */
#include "exchange/import_row.h"

#include <string.h>

#include "base/i18n.h"
#include "base/json.h"
#include "base/text.h"
#include "exchange/import_evidence.h"

#define SCHEMA "ibp-tools/export/1"
#define KEY_NEAR_MIN 3

/* Whether the text at KEY of OBJECT is WANTED. */
static bool is_text(const json_t *object, const char *key, const char *wanted)
{
	const char *text = json_string_value(json_object_get(object, key));

	return ibp_text_equal(text, wanted);
}

static bool check_head(struct ibp_importer *importer, const json_t *root)
{
	const struct ibp_framework *framework = importer->target->framework;
	const struct ibp_import_row none = {0};

	if (!is_text(root, "schema", SCHEMA)) {
		ibp_import_fault(importer, &none, 0,
				 _("\"schema\" is not \"%s\": this was not "
				   "made by `export`."),
				 SCHEMA);
		return false;
	}
	if (!is_text(root, "framework", framework->id) ||
	    !is_text(root, "version", framework->version)) {
		ibp_import_fault(importer, &none, 0,
				 _("This is not about %s %s, the framework of "
				   "the assessment."),
				 framework->id, framework->version);
		return false;
	}
	if (!json_is_array(json_object_get(root, "norms"))) {
		ibp_import_fault(importer, &none, 0,
				 _("\"norms\" is not a list."));
		return false;
	}
	return true;
}

bool ibp_import_json_text(struct ibp_importer *importer,
			  const struct ibp_import_row *row, const char *key,
			  const json_t *value, struct ibp_buf *text)
{
	if (json_is_string(value)) {
		ibp_buf_add(text, json_string_value(value));
	} else if (json_is_integer(value)) {
		ibp_buf_addf(text, "%lld",
			     (long long)json_integer_value(value));
	} else if (!json_is_null(value)) {
		ibp_import_fault(importer, row, 0,
				 _("Norm %zu: \"%s\" is not a text, a whole "
				   "number or null."),
				 row->place, key);
		return false;
	}
	return true;
}

static void read_value(struct ibp_importer *importer,
		       struct ibp_import_row *row, size_t column,
		       const json_t *from)
{
	struct ibp_import_value *value = &row->values[column];
	const char *key = ibp_norm_columns[column].name;
	const struct ibp_field *field = ibp_norm_column_field(column);
	struct ibp_buf text = {0};

	if (field && ibp_import_json_text(importer, row, key, from, &text))
		value->given =
			ibp_import_parse(importer, row, 0, field,
					 ibp_buf_text(&text), &value->value);
	ibp_buf_release(&text);
}

static void refuse_key(struct ibp_importer *importer,
		       const struct ibp_import_row *row, const char *key)
{
	const char *names[IBP_NORM_COLUMNS + 1] = {NULL};
	const char *near;

	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++)
		names[i] = ibp_norm_columns[i].name;
	near = strlen(key) < KEY_NEAR_MIN ? NULL : ibp_text_nearest(key, names);
	if (near)
		ibp_import_fault(importer, row, 0,
				 _("Norm %zu: the key \"%s\" is not known. "
				   "Did you mean \"%s\"?"),
				 row->place, key, near);
	else
		ibp_import_fault(importer, row, 0,
				 _("Norm %zu: the key \"%s\" is not known."),
				 row->place, key);
}

static size_t find_column(const char *key)
{
	size_t column = 0;

	while (column < IBP_NORM_COLUMNS &&
	       strcmp(ibp_norm_columns[column].name, key) != 0)
		column++;
	return column;
}

/* jansson's own loops cast const away. */
static void read_norm(struct ibp_importer *importer, json_t *norm,
		      struct ibp_import_row *row)
{
	void *at = json_object_iter(norm);

	for (; at; at = json_object_iter_next(norm, at)) {
		const char *key = json_object_iter_key(at);
		size_t column = find_column(key);

		if (column == IBP_NORM_COLUMNS)
			refuse_key(importer, row, key);
		else
			read_value(importer, row, column,
				   json_object_iter_value(at));
	}
	ibp_import_row_compare(importer, row);
	ibp_import_evidence(importer, row, json_object_get(norm, "evidence"));
}

static void read_item(struct ibp_importer *importer, size_t index, json_t *norm)
{
	struct ibp_import_row row = {.place = index + 1};
	const char *code = json_string_value(json_object_get(norm, "code"));

	if (!code)
		ibp_import_fault(importer, &row, 0,
				 _("Norm %zu has no \"code\"."), row.place);
	else if (ibp_import_row_find(importer, &row, 0, code))
		read_norm(importer, norm, &row);
	ibp_import_row_release(&row);
}

void ibp_import_json(struct ibp_importer *importer)
{
	const struct ibp_import_source *source = importer->source;
	const json_t *norms;
	json_t *root = NULL;

	if (source->length > IBP_JSON_MAX) {
		const struct ibp_import_row none = {0};

		ibp_import_fault(importer, &none, 0,
				 _("This is too large: at most %zu bytes are "
				   "read."),
				 IBP_JSON_MAX);
		return;
	}
	if (ibp_json_parse(source->file, source->bytes, source->length, &root,
			   importer->err))
		return;
	norms = json_object_get(root, "norms");
	if (check_head(importer, root))
		for (size_t i = 0; i < json_array_size(norms); i++)
			read_item(importer, i, json_array_get(norms, i));
	json_decref(root);
}
