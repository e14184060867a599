/* What the commands of fora-map share. */
#include <stdlib.h>

#include "base/i18n.h"
#include "cmd/map.h"

static const struct ibp_field version_fields[] = {
	{.name = "version",
	 .label = N_("Version"),
	 .kind = IBP_FIELD_LINE,
	 .max = 40},
	{.name = NULL},
};

struct ibp_cmd_map *ibp_cmd_map_of(const struct ibp_run *run)
{
	return run->tool_data;
}

enum ibp_status ibp_cmd_map_load(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_landscape *landscape = NULL;
	enum ibp_status status =
		ibp_store_landscape(map->file.store, &landscape, err);

	if (status)
		return status;
	ibp_landscape_free(map->landscape);
	map->landscape = landscape;
	return IBP_OK;
}

enum ibp_status ibp_cmd_map_bind(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const char *version =
		map->landscape ? map->landscape->fora_version : NULL;
	enum ibp_status status = IBP_OK;

	if (!map->fora)
		status = ibp_fora_open(map->file.data_dir, version, &map->fora,
				       err);
	if (!status && map->landscape)
		ibp_landscape_bind(map->landscape, map->fora);
	return status;
}

/* --verbose: which of the places it was. */
static void say_where(struct ibp_run *run, const struct ibp_cmd_map *map)
{
	if (map->file.path)
		ibp_run_say(run, _("Data file: %s."), map->file.path);
	if (map->fora)
		ibp_run_say(run, _("Model: fora %s, from %s."),
			    map->fora->version, map->file.data_dir);
}

enum ibp_status ibp_cmd_map_prepare(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_alloc(sizeof(*map));
	unsigned needs = run->action ? run->action->needs : IBP_NEED_NONE;
	enum ibp_status status;

	run->tool_data = map;
	status = ibp_cmd_file_prepare(run, err);
	if (!status && needs & IBP_NEED_LANDSCAPE)
		status = ibp_cmd_map_load(run, err);
	if (!status && needs & IBP_NEED_MODEL)
		status = ibp_cmd_map_bind(run, err);
	if (!status && run->options.verbose)
		say_where(run, map);
	return status;
}

void ibp_cmd_map_close(struct ibp_run *run)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);

	ibp_landscape_free(map->landscape);
	map->landscape = NULL;
	ibp_fora_free(map->fora);
	map->fora = NULL;
	ibp_products_free(map->products);
	map->products = NULL;
	ibp_store_close(map->file.store);
	map->file.store = NULL;
}

void ibp_cmd_map_release(struct ibp_run *run)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);

	if (!map)
		return;
	ibp_cmd_map_close(run);
	ibp_cmd_file_release(&map->file);
	free(map);
	run->tool_data = NULL;
}

enum ibp_status ibp_cmd_map_open(struct ibp_run *run, size_t min, size_t max,
				 struct ibp_words *words, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status = ibp_words_read(run, version_fields,
						map->file.today, words, err);

	if (!status)
		status = ibp_words_count(run, words, min, max, err);
	if (!status)
		status = ibp_fora_open(map->file.data_dir,
				       ibp_words_value(words, "version"),
				       &map->fora, err);
	return status;
}

struct ibp_cell ibp_cmd_map_type_cell(enum ibp_fora_type type)
{
	return ibp_cell_choice(ibp_fora_type_words[type],
			       ibp_fora_type_label(type));
}

struct ibp_cell ibp_cmd_map_status_cell(enum ibp_fora_status status)
{
	return ibp_cell_choice(ibp_fora_status_words[status],
			       ibp_fora_status_label(status));
}

struct ibp_cell ibp_cmd_map_answer_cell(enum ibp_fora_answer answer)
{
	return answer ? ibp_cell_bool(answer == IBP_FORA_YES) : ibp_cell_none();
}

struct ibp_cell ibp_cmd_map_rating_cell(enum ibp_fora_rating rating)
{
	/* The same words as for an application. */
	const struct ibp_choice *choice = ibp_grade_choices;

	if (!rating)
		return ibp_cell_none();
	choice += rating - IBP_FORA_LOW;
	return ibp_cell_choice(
		choice->word,
		ibp_pgettext_expr(IBP_DOMAIN, "value", choice->label));
}

struct ibp_cell ibp_cmd_map_name_cell(const struct ibp_fora *fora,
				      uint32_t index)
{
	return index == IBP_FORA_NONE ?
		       ibp_cell_none() :
		       ibp_cell_text(fora->elements[index].name);
}
