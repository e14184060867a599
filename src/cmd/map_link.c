/* link, unlink, exclude, include: places in FORA. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"
#include "core/spread.h"

static enum ibp_status check_type(const struct ibp_fora_element *e,
				  bool is_place, struct ibp_error *err)
{
	if (ibp_spread_can_hold(e->type) ||
	    (!is_place && e->type == IBP_FORA_DOMAIN))
		return IBP_OK;
	return ibp_error_set(
		err, IBP_USAGE,
		_("\"%s\" is of the type %s. An application stands "
		  "on a component, an application function, a "
		  "(main) function or a process."),
		e->name, ibp_fora_type_label(e->type));
}

static enum ibp_status find_place(struct ibp_run *run, const char *word,
				  bool is_place, uint32_t *index,
				  struct ibp_error *err)
{
	const struct ibp_fora *fora = ibp_cmd_map_of(run)->fora;
	enum ibp_status status = ibp_fora_look_up(fora, word, index, err);

	return status ? status :
			check_type(&fora->elements[*index], is_place, err);
}

/* The first place says which edition of FORA it is about. */
static void add_edition(const struct ibp_cmd_map *map,
			struct ibp_changes *changes)
{
	if (!map->landscape->fora_version)
		ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "", "fora", NULL,
				map->fora->version);
}

static void say_status(struct ibp_run *run, const struct ibp_fora_element *e)
{
	if (e->status == IBP_FORA_EXPIRED || e->status == IBP_FORA_DRAFT)
		ibp_run_say(run, _("Mind: in FORA \"%s\" is %s."), e->name,
			    ibp_fora_status_label(e->status));
}

static const struct ibp_placement *find_placement(
	const struct ibp_application *application, uint32_t element)
{
	for (size_t i = 0; i < application->placement_count; i++)
		if (application->placements[i].element == element)
			return &application->placements[i];
	return NULL;
}

/* A new number, or the one of the place that is there already. */
static enum ibp_status place_key(struct ibp_run *run,
				 const struct ibp_placement *placement,
				 const char **key, struct ibp_error *err)
{
	if (!placement)
		return ibp_cmd_new_key(run, IBP_SUBJECT_PLACEMENT, key, err);
	*key = ibp_arena_printf(&ibp_cmd_file_of(run)->arena, "%ld",
				placement->id);
	return IBP_OK;
}

static enum ibp_status add_place(struct ibp_run *run,
				 const struct ibp_application *application,
				 uint32_t index, const struct ibp_words *words,
				 struct ibp_changes *changes,
				 struct ibp_error *err)
{
	const enum ibp_subject subject = IBP_SUBJECT_PLACEMENT;
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_fora_element *e = &map->fora->elements[index];
	const char *key;
	enum ibp_status status =
		place_key(run, find_placement(application, index), &key, err);

	if (status)
		return status;
	ibp_changes_add(
		changes, subject, 0, key, "application", NULL,
		ibp_arena_printf(&changes->arena, "%ld", application->id));
	ibp_changes_add(changes, subject, 0, key, "element", NULL, e->id);
	ibp_changes_add(changes, subject, 0, key, "element_name", NULL,
			e->name);
	ibp_cmd_map_add_fields(changes, subject, key, words);
	return IBP_OK;
}

static enum ibp_status link_one(struct ibp_run *run,
				const struct ibp_words *words,
				struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_application *application =
		ibp_cmd_map_find(run, words->plain[0], err);
	struct ibp_changes changes = {0};
	enum ibp_status status;
	uint32_t index;

	if (!application)
		return IBP_INPUT;
	status = find_place(run, words->plain[1], true, &index, err);
	if (status)
		return status;
	say_status(run, &map->fora->elements[index]);
	status = add_place(run, application, index, words, &changes, err);
	add_edition(map, &changes);
	if (!status)
		status = ibp_cmd_change(run, &changes, NULL, err);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_map_link(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, ibp_placement_fields,
			       ibp_cmd_file_of(run)->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 2, 2, err);
	if (!status)
		status = link_one(run, &words, err);
	ibp_words_release(&words);
	return status;
}

/* By what it was called or by its id: FORA may not know it any more. */
static const struct ibp_placement *find_by_word(
	const struct ibp_application *application, const char *word)
{
	for (size_t i = 0; i < application->placement_count; i++) {
		const struct ibp_placement *p = &application->placements[i];

		if (strcmp(p->element_id, word) == 0 ||
		    strcmp(p->element_name, word) == 0)
			return p;
	}
	return NULL;
}

static enum ibp_status find_linked(struct ibp_run *run,
				   const struct ibp_application *application,
				   const char *word,
				   const struct ibp_placement **placement,
				   struct ibp_error *err)
{
	enum ibp_status status;
	uint32_t index;

	*placement = find_by_word(application, word);
	if (*placement)
		return IBP_OK;
	status = ibp_fora_look_up(ibp_cmd_map_of(run)->fora, word, &index, err);
	if (status)
		return status;
	*placement = find_placement(application, index);
	if (*placement)
		return IBP_OK;
	return ibp_error_set(
		err, IBP_INPUT,
		_("%s is not placed on \"%s\". `fora-map app show` "
		  "shows where it is."),
		application->name,
		ibp_cmd_map_of(run)->fora->elements[index].name);
}

enum ibp_status ibp_cmd_map_unlink(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_application *application;
	const struct ibp_placement *placement = NULL;
	struct ibp_changes changes = {0};
	enum ibp_status status = ibp_words_exactly(run, 2, err);

	if (status)
		return status;
	application = ibp_cmd_map_find(run, run->words[0], err);
	if (!application)
		return IBP_INPUT;
	status = find_linked(run, application, run->words[1], &placement, err);
	if (status)
		return status;
	ibp_changes_add(
		&changes, IBP_SUBJECT_PLACEMENT, 0,
		ibp_arena_printf(&changes.arena, "%ld", placement->id),
		"application",
		ibp_arena_printf(&changes.arena, "%ld", application->id), NULL);
	status = ibp_cmd_change(run, &changes,
				_("`fora-map undo` brings it back."), err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status exclude(struct ibp_run *run,
			       const struct ibp_words *words,
			       struct ibp_error *err)
{
	const enum ibp_subject subject = IBP_SUBJECT_EXCLUSION;
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_fora_element *e;
	struct ibp_changes changes = {0};
	enum ibp_status status;
	uint32_t index;

	status = find_place(run, words->plain[0], false, &index, err);
	if (status)
		return status;
	e = &map->fora->elements[index];
	ibp_cmd_map_add_fields(&changes, subject, e->id, words);
	ibp_changes_add(&changes, subject, 0, e->id, "element_name", NULL,
			e->name);
	add_edition(map, &changes);
	status = ibp_cmd_change(run, &changes, NULL, err);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_map_exclude(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, ibp_exclusion_fields,
			       ibp_cmd_file_of(run)->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status && !ibp_words_value(&words, "reason"))
		status = ibp_error_set(err, IBP_USAGE,
				       _("Say why it is not for this board: "
					 "reason=\"...\"."));
	if (!status)
		status = exclude(run, &words, err);
	ibp_words_release(&words);
	return status;
}

static const struct ibp_exclusion *find_exclusion(
	const struct ibp_landscape *landscape, const char *word, uint32_t index)
{
	for (size_t i = 0; i < landscape->exclusion_count; i++) {
		const struct ibp_exclusion *e = &landscape->exclusions[i];

		if (index != IBP_FORA_NONE ?
			    e->element == index :
			    !strcmp(e->element_id, word) ||
				    !strcmp(e->element_name, word))
			return e;
	}
	return NULL;
}

static enum ibp_status find_excluded(struct ibp_run *run, const char *word,
				     const struct ibp_exclusion **found,
				     struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status;
	uint32_t index;

	*found = find_exclusion(map->landscape, word, IBP_FORA_NONE);
	if (*found)
		return IBP_OK;
	status = ibp_fora_look_up(map->fora, word, &index, err);
	if (status)
		return status;
	*found = find_exclusion(map->landscape, word, index);
	if (*found)
		return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("\"%s\" is not marked as not for us."),
			     map->fora->elements[index].name);
}

enum ibp_status ibp_cmd_map_include(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_exclusion *exclusion = NULL;
	struct ibp_changes changes = {0};
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = find_excluded(run, run->words[0], &exclusion, err);
	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_EXCLUSION, 0,
			exclusion->element_id, "reason", exclusion->reason,
			NULL);
	status = ibp_cmd_change(run, &changes,
				_("`fora-map undo` brings it back."), err);
	ibp_changes_release(&changes);
	return status;
}
