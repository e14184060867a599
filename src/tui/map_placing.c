/* Placing applications on elements, and taking them away again. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/map_desk.h"

static const char *number(struct ibp_changes *changes, long id)
{
	return ibp_arena_printf(&changes->arena, "%ld", id);
}

enum ibp_status ibp_map_new_key(const struct ibp_map *map,
				enum ibp_subject subject,
				struct ibp_arena *arena, const char **key,
				struct ibp_error *err)
{
	const struct ibp_file_calls *calls = &map->setup->calls->file;
	long id = 0;
	enum ibp_status status =
		calls->new_id(calls->context, subject, &id, err);

	if (!status)
		*key = ibp_arena_printf(arena, "%ld", id);
	return status;
}

/* The first place says which edition of FORA it is about. */
static void add_edition(const struct ibp_map *map, struct ibp_changes *changes)
{
	if (!map->now->fora_version)
		ibp_map_add_change(map, changes, IBP_SUBJECT_BOARD, "", "fora",
				   map->fora->version);
}

enum ibp_status ibp_map_add_placement(const struct ibp_map *map,
				      struct ibp_changes *changes,
				      size_t application, uint32_t element,
				      enum ibp_placement_kind kind,
				      struct ibp_error *err)
{
	const enum ibp_subject subject = IBP_SUBJECT_PLACEMENT;
	const struct ibp_application *a = ibp_map_application(map, application);
	const struct ibp_fora_element *e = &map->fora->elements[element];
	const char *key;
	enum ibp_status status =
		ibp_map_new_key(map, subject, &changes->arena, &key, err);

	if (status)
		return status;
	ibp_map_add_change(map, changes, subject, key, "application",
			   number(changes, a->id));
	ibp_map_add_change(map, changes, subject, key, "element", e->id);
	ibp_map_add_change(map, changes, subject, key, "element_name", e->name);
	if (kind != IBP_PLACEMENT_MAIN)
		ibp_map_add_change(map, changes, subject, key, "kind",
				   ibp_placement_choices[kind].word);
	add_edition(map, changes);
	return IBP_OK;
}

void ibp_map_add_unplaced(const struct ibp_placement *place,
			  struct ibp_changes *changes)
{
	ibp_changes_add(changes, IBP_SUBJECT_PLACEMENT, 0,
			number(changes, place->id), "application",
			number(changes, place->application), NULL);
}

/* What is asked of every pair. */
struct wanted {
	enum ibp_map_placing how;
	enum ibp_placement_kind kind;
};

static enum ibp_status add_pair(const struct ibp_map *map,
				const struct wanted *w, size_t application,
				uint32_t element, struct ibp_changes *changes,
				struct ibp_error *err)
{
	const struct ibp_placement *place = ibp_map_placement(
		ibp_map_application(map, application), element);

	if (!place)
		return w->how == IBP_MAP_CLEAR ?
			       IBP_OK :
			       ibp_map_add_placement(map, changes, application,
						     element, w->kind, err);
	if (w->how == IBP_MAP_CLEAR)
		ibp_map_add_unplaced(place, changes);
	else if (w->how == IBP_MAP_SET && place->kind != w->kind)
		ibp_map_add_change(map, changes, IBP_SUBJECT_PLACEMENT,
				   number(changes, place->id), "kind",
				   ibp_placement_choices[w->kind].word);
	return IBP_OK;
}

/* The marked ones or the one selected, of both sides. */
struct pairs {
	size_t *applications;
	size_t application_count;
	size_t *elements;
	size_t element_count;
};

static void find_pairs(const struct ibp_map *map, size_t application,
		       uint32_t element, struct pairs *pairs)
{
	pairs->applications = ibp_alloc((map->now->application_count + 1) *
					sizeof(*pairs->applications));
	pairs->elements = ibp_alloc((map->fora->element_count + 1) *
				    sizeof(*pairs->elements));
	pairs->application_count = ibp_marks_or_one(
		&map->applications, application, pairs->applications);
	pairs->element_count =
		ibp_marks_or_one(&map->elements, element, pairs->elements);
}

static bool are_all_placed(const struct ibp_map *map, const struct pairs *pairs)
{
	for (size_t a = 0; a < pairs->application_count; a++)
		for (size_t e = 0; e < pairs->element_count; e++)
			if (!ibp_map_placement(
				    ibp_map_application(map,
							pairs->applications[a]),
				    (uint32_t)pairs->elements[e]))
				return false;
	return true;
}

/* The first element on which nothing can stand; NULL: all are places. */
static const struct ibp_fora_element *find_no_place(const struct ibp_map *map,
						    const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->element_count; i++)
		if (!ibp_map_can_place(map, (uint32_t)pairs->elements[i]))
			return &map->fora->elements[pairs->elements[i]];
	return NULL;
}

static enum ibp_status place_pairs(struct ibp_app *app, struct wanted w,
				   const struct pairs *pairs,
				   struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;

	for (size_t a = 0; a < pairs->application_count; a++)
		for (size_t e = 0; !status && e < pairs->element_count; e++)
			status = add_pair(
				ibp_map_of(app), &w, pairs->applications[a],
				(uint32_t)pairs->elements[e], &changes, err);
	if (!status)
		status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
	return status;
}

static unsigned place(struct ibp_app *app, struct wanted w,
		      const struct pairs *pairs)
{
	struct ibp_map *map = ibp_map_of(app);
	const struct ibp_fora_element *no_place = find_no_place(map, pairs);
	struct ibp_error err = {0};

	if (no_place) {
		ibp_app_say(app,
			    _("\"%s\" is of the type %s. An application stands "
			      "on a component, an application function, a "
			      "(main) function or a process."),
			    no_place->name,
			    ibp_fora_type_label(no_place->type));
		return IBP_REACT_PAINT;
	}
	if (w.how == IBP_MAP_TOGGLE && are_all_placed(map, pairs))
		w.how = IBP_MAP_CLEAR;
	if (place_pairs(app, w, pairs, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
	} else {
		ibp_marks_clear(&map->applications);
		ibp_marks_clear(&map->elements);
	}
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

unsigned ibp_map_place(struct ibp_app *app, size_t index, uint32_t element,
		       enum ibp_map_placing how, enum ibp_placement_kind kind)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct wanted w = {how, kind};
	struct pairs pairs = {0};
	unsigned react = IBP_REACT_PAINT;

	if (!ibp_work_can_write(app))
		return react;
	find_pairs(map, index, element, &pairs);
	if (!pairs.application_count)
		ibp_app_say(app, "%s",
			    _("There is no application to place. Press a to "
			      "add one."));
	else if (pairs.element_count)
		react = place(app, w, &pairs);
	free(pairs.applications);
	free(pairs.elements);
	return react;
}

/* ---- After another edition of FORA ---- */

bool ibp_map_has_new(const struct ibp_map *map, size_t application)
{
	const struct ibp_application *a = ibp_map_application(map, application);

	for (size_t i = 0; i < a->placement_count; i++)
		if (a->placements[i].look_again)
			return true;
	return false;
}

void ibp_map_add_confirmed(const struct ibp_map *map, size_t application,
			   struct ibp_changes *changes)
{
	const struct ibp_application *a = ibp_map_application(map, application);

	for (size_t i = 0; i < a->placement_count; i++)
		if (a->placements[i].look_again)
			ibp_map_add_change(map, changes, IBP_SUBJECT_PLACEMENT,
					   number(changes, a->placements[i].id),
					   "look_again", NULL);
}

unsigned ibp_map_confirm(struct ibp_app *app, size_t index)
{
	struct ibp_map *map = ibp_map_of(app);
	size_t count = map->now->application_count;
	size_t *indexes = ibp_alloc((count + 1) * sizeof(*indexes));
	struct ibp_changes changes = {0};

	count = ibp_marks_or_one(&map->applications, index, indexes);
	for (size_t i = 0; i < count; i++)
		ibp_map_add_confirmed(map, indexes[i], &changes);
	ibp_marks_clear(&map->applications);
	ibp_work_change_or_say(app, &changes);
	ibp_changes_release(&changes);
	free(indexes);
	return IBP_REACT_PAINT;
}
