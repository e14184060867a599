/* What the commands of fora-map share. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/path.h"
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

enum ibp_status ibp_cmd_map_prepare(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_alloc(sizeof(*map));

	(void)err;
	run->tool_data = map;
	ibp_date_today(map->today);
	map->data_dir = ibp_path_data(run->options.data);
	return IBP_OK;
}

void ibp_cmd_map_release(struct ibp_run *run)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);

	if (!map)
		return;
	ibp_fora_free(map->fora);
	free(map->data_dir);
	free(map);
	run->tool_data = NULL;
}

enum ibp_status ibp_cmd_map_open(struct ibp_run *run, size_t min, size_t max,
				 struct ibp_words *words, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status =
		ibp_words_read(run, version_fields, map->today, words, err);

	if (!status)
		status = ibp_words_count(run, words, min, max, err);
	if (!status)
		status = ibp_fora_open(map->data_dir,
				       ibp_words_value(words, "version"),
				       &map->fora, err);
	return status;
}

enum ibp_status ibp_cmd_map_show(struct ibp_run *run, struct ibp_doc *doc,
				 struct ibp_error *err)
{
	enum ibp_status status = ibp_run_show(run, doc, err);

	ibp_doc_free(doc);
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
