/* app add, set, rm; agreement set. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"

const struct ibp_application *ibp_cmd_map_find(struct ibp_run *run,
					       const char *word,
					       struct ibp_error *err)
{
	const struct ibp_landscape *landscape = ibp_cmd_map_of(run)->landscape;
	size_t index;

	if (ibp_landscape_look_up(landscape, word, &index, err))
		return NULL;
	return &landscape->applications[index];
}

void ibp_cmd_map_add_fields(struct ibp_changes *changes,
			    enum ibp_subject subject, const char *key,
			    const struct ibp_words *words)
{
	for (size_t i = 0; i < words->field_count; i++)
		ibp_changes_add(changes, subject, 0, key,
				words->fields[i].field->name, NULL,
				words->fields[i].value);
}

/* Two applications with one name, whatever its capitals, would be mixed up. */
static enum ibp_status check_name(const struct ibp_landscape *landscape,
				  const char *name, long own,
				  struct ibp_error *err)
{
	char *wanted = ibp_text_fold(name);
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < landscape->application_count; i++) {
		const struct ibp_application *a = &landscape->applications[i];
		char *folded = ibp_text_fold(a->name);

		if (a->id != own && strcmp(folded, wanted) == 0)
			status = ibp_error_set(
				err, IBP_USAGE,
				_("There is an application \"%s\" already, "
				  "number %ld. Change it with `fora-map app "
				  "set`, or choose another name."),
				a->name, a->id);
		free(folded);
	}
	free(wanted);
	return status;
}

static enum ibp_status add(struct ibp_run *run, const struct ibp_words *words,
			   const char *name, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	const char *key;
	enum ibp_status status =
		ibp_cmd_new_key(run, IBP_SUBJECT_APPLICATION, &key, err);

	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_APPLICATION, 0, key, "name", NULL,
			name);
	ibp_cmd_map_add_fields(&changes, IBP_SUBJECT_APPLICATION, key, words);
	status = ibp_cmd_change(run, &changes,
				_("Place it with `fora-map link APP ELEMENT`."),
				err);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_map_app_add(struct ibp_run *run, struct ibp_error *err)
{
	/* The name is a plain word, so it is no field here. */
	const struct ibp_field *fields = ibp_application_fields + 1;
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_words words = {0};
	char *name = NULL;
	enum ibp_status status =
		ibp_words_read(run, fields, map->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = ibp_field_parse(ibp_application_fields, words.plain[0],
					 map->file.today, &name, err);
	if (!status)
		status = check_name(map->landscape, name, 0, err);
	if (!status)
		status = add(run, &words, name, err);
	free(name);
	ibp_words_release(&words);
	return status;
}

static enum ibp_status no_fields(const struct ibp_run *run,
				 struct ibp_error *err)
{
	return ibp_error_set(err, IBP_USAGE,
			     _("Nothing to change: no field is given. `%s help "
			       "%s` names them."),
			     run->tool->name, run->action->name);
}

/* The plain words are applications; the fields are of SUBJECT. */
static enum ibp_status set(struct ibp_run *run, enum ibp_subject subject,
			   const struct ibp_words *words, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const char *name = ibp_words_value(words, "name");
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < words->plain_count; i++) {
		const struct ibp_application *a =
			ibp_cmd_map_find(run, words->plain[i], err);

		status = a ? IBP_OK : IBP_INPUT;
		if (!status && name)
			status = check_name(map->landscape, name, a->id, err);
		if (!status)
			ibp_cmd_map_add_fields(
				&changes, subject,
				ibp_arena_printf(&map->file.arena, "%ld",
						 a->id),
				words);
	}
	if (!status)
		status = ibp_cmd_change(run, &changes, NULL, err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status read_and_set(struct ibp_run *run,
				    enum ibp_subject subject,
				    struct ibp_error *err)
{
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, ibp_subject_fields(subject),
			       ibp_cmd_map_of(run)->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, run->word_count, err);
	if (!status && !words.field_count)
		status = no_fields(run, err);
	if (!status)
		status = set(run, subject, &words, err);
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_map_app_set(struct ibp_run *run, struct ibp_error *err)
{
	return read_and_set(run, IBP_SUBJECT_APPLICATION, err);
}

enum ibp_status ibp_cmd_map_agreement_set(struct ibp_run *run,
					  struct ibp_error *err)
{
	return read_and_set(run, IBP_SUBJECT_AGREEMENT, err);
}

enum ibp_status ibp_cmd_map_app_rm(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_landscape *landscape = ibp_cmd_map_of(run)->landscape;
	struct ibp_changes changes = {0};
	size_t index;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_landscape_look_up(landscape, run->words[0], &index,
					       err);
	if (status)
		return status;
	ibp_landscape_remove(landscape, index, &changes);
	status = ibp_cmd_change(run, &changes,
				_("`fora-map undo` brings it back."), err);
	ibp_changes_release(&changes);
	return status;
}
