#include "exchange/column_map.h"

#include <string.h>

#include "base/i18n.h"
#include "base/json.h"
#include "base/text.h"
#include "exchange/csv_read.h"
#include "model/yaml.h"

#define SCHEMA "ibp-tools/columns/1"

static const char *const schema_words[] = {SCHEMA, NULL};

#define AT(member) offsetof(struct ibp_column_map_row, member)
static const struct ibp_yaml_field row_fields[] = {
	{.key = "column",
	 .at = AT(column),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_LINES},
	{.key = "field", .at = AT(field), .type = IBP_YAML_TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record row_record = {
	.size = sizeof(struct ibp_column_map_row),
	.fields = row_fields,
	.named = true,
};

#define AT(member) offsetof(struct ibp_column_map, member)
static const struct ibp_yaml_field map_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "columns",
	 .at = AT(rows),
	 .type = IBP_YAML_RECORDS,
	 .count_at = AT(count),
	 .max = IBP_CSV_COLUMNS_MAX,
	 .record = &row_record},
	{0},
};
#undef AT
static const struct ibp_yaml_record map_record = {
	.size = sizeof(struct ibp_column_map),
	.fields = map_fields,
};

static bool is_word(const char *const *words, const char *word)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

static void check_rows(const struct ibp_column_map *map,
		       const char *const *words,
		       const struct ibp_places *places, struct ibp_error *err)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct ibp_column_map_row *row = &map->rows[i];
		const char *near;

		if (ibp_column_map_find(map, row->column) != row->field)
			ibp_places_fault(places, err, &row->column,
					 _("The column \"%s\" is named twice."),
					 row->column);
		if (is_word(words, row->field))
			continue;
		near = ibp_text_nearest(row->field, words);
		if (near)
			ibp_places_fault(places, err, &row->field,
					 _("There is no field `%s`. Did you "
					   "mean `%s`?"),
					 row->field, near);
		else
			ibp_places_fault(places, err, &row->field,
					 _("There is no field `%s`. A column "
					   "that is not read has `ignore`."),
					 row->field);
	}
}

enum ibp_status ibp_column_map_read(const char *file, const char *text,
				    size_t length, const char *const *words,
				    struct ibp_column_map *map,
				    struct ibp_error *err)
{
	struct ibp_places places = {.file = file};
	struct ibp_column_map made = {0};
	enum ibp_status status =
		ibp_yaml_read(file, text, length, &map_record, &made,
			      &made.arena, &places, err);

	if (!status) {
		check_rows(&made, words, &places, err);
		status = err->count ? IBP_INPUT : IBP_OK;
	}
	ibp_places_release(&places);
	if (status) {
		ibp_arena_release(&made.arena);
		return status;
	}
	made.file = ibp_arena_strdup(&made.arena, file);
	*map = made;
	return IBP_OK;
}

void ibp_column_map_release(struct ibp_column_map *map)
{
	ibp_arena_release(&map->arena);
	*map = (struct ibp_column_map){0};
}

const char *ibp_column_map_find(const struct ibp_column_map *map,
				const char *column)
{
	for (size_t i = 0; i < map->count; i++)
		if (strcmp(map->rows[i].column, column) == 0)
			return map->rows[i].field;
	return NULL;
}

void ibp_column_map_begin(struct ibp_buf *out)
{
	ibp_buf_add(out, "schema: " SCHEMA "\ncolumns:\n");
}

/* A JSON text is a text in YAML. */
void ibp_column_map_add(struct ibp_buf *out, const char *column,
			const char *field)
{
	ibp_buf_add(out, "  - {column: ");
	ibp_json_add_string(out, column);
	ibp_buf_addf(out, ", field: %s}\n", field);
}
