/* Which schools use an application, and what flows between two of them. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"

struct one_application {
	long id;
};

static void *keep_id(long id)
{
	struct one_application *one = ibp_alloc(sizeof(*one));

	one->id = id;
	return one;
}

/* ---- Schools ---- */

#define ALL_SCHOOLS "all"

static bool is_listed(const struct ibp_application *a, long school)
{
	return a->use_count && ibp_application_is_used_by(a, school);
}

static void change_use(struct ibp_changes *changes,
		       const struct ibp_application *a, long school, bool used)
{
	const char *key =
		ibp_arena_printf(&changes->arena, "%ld:%ld", a->id, school);

	if (is_listed(a, school) != used)
		ibp_changes_add(changes, IBP_SUBJECT_USE, 0, key, "used",
				used ? NULL : "yes", used ? "yes" : NULL);
}

enum ibp_status ibp_map_toggle_school(const struct ibp_map *map,
				      const struct ibp_application *a,
				      long school, struct ibp_changes *changes,
				      struct ibp_error *err)
{
	const struct ibp_landscape *now = map->now;
	size_t left = 0;

	for (size_t i = 0; i < now->school_count; i++) {
		long id = now->schools[i].id;

		left += ibp_application_is_used_by(a, id) != (id == school);
	}
	if (!left)
		return ibp_error_set(err, IBP_USAGE,
				     _("Then no school would use %s any more. "
				       "Say when it goes out of use instead, "
				       "or remove it."),
				     a->name);
	for (size_t i = 0; i < now->school_count; i++) {
		long id = now->schools[i].id;
		bool used = ibp_application_is_used_by(a, id) != (id == school);

		change_use(changes, a, id,
			   school && used && left < now->school_count);
	}
	return IBP_OK;
}

static void show_schools(struct ibp_app *app, size_t index, const char *chosen);

static enum ibp_status school_chosen(struct ibp_app *app, void *context,
				     const char *answer, struct ibp_error *err)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct one_application *one = context;
	size_t index = ibp_map_find(map, one->id);
	char *chosen = ibp_strdup(answer);
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;

	if (index != IBP_MAP_NONE)
		status = ibp_map_toggle_school(
			map, ibp_map_application(map, index),
			strtol(answer, NULL, 10), &changes, err);
	if (!status)
		status = ibp_work_change(app, &changes, err);
	if (!status && index != IBP_MAP_NONE)
		show_schools(app, index, chosen);
	ibp_changes_release(&changes);
	free(chosen);
	return status;
}

/* The list stays, so that several can be switched. */
static void show_schools(struct ibp_app *app, size_t index, const char *chosen)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct ibp_application *a = ibp_map_application(map, index);
	struct ibp_buf text = {0};
	struct ibp_dialog *dialog;

	ibp_buf_addf(&text, _("%s: which schools use it?"), a->name);
	dialog = ibp_dialog_new(IBP_DIALOG_CHOICE, ibp_buf_text(&text),
				_("Enter switches a school on or off; Esc "
				  "when it is right."),
				NULL, 0);
	ibp_dialog_add(dialog, _("all schools"), ALL_SCHOOLS,
		       a->use_count ? NULL : "[x]", NULL);
	for (size_t i = 0; i < map->now->school_count; i++) {
		const struct ibp_school *school = &map->now->schools[i];

		ibp_buf_cut(&text, 0);
		ibp_buf_addf(&text, "[%c] %s",
			     ibp_application_is_used_by(a, school->id) ? 'x' :
									 ' ',
			     school->name);
		ibp_dialog_add(
			dialog, ibp_buf_text(&text),
			ibp_arena_printf(&dialog->arena, "%ld", school->id),
			NULL, NULL);
	}
	ibp_dialog_choose(dialog, chosen);
	ibp_app_ask(app, dialog, school_chosen, keep_id(a->id));
	ibp_buf_release(&text);
}

unsigned ibp_map_ask_schools(struct ibp_app *app, size_t index)
{
	const struct ibp_map *map = ibp_map_of(app);

	if (!map->now->school_count)
		ibp_app_say(app, "%s",
			    _("The board has no schools yet. ibp-scan school "
			      "add NAME adds one."));
	else if (ibp_work_can_write(app))
		show_schools(app, index, ALL_SCHOOLS);
	return IBP_REACT_PAINT;
}

/* ---- Couplings ---- */

const struct ibp_coupling *ibp_map_find_coupling(const struct ibp_map *map,
						 long id)
{
	for (size_t i = 0; i < map->now->coupling_count; i++)
		if (map->now->couplings[i].id == id)
			return &map->now->couplings[i];
	return NULL;
}

enum ibp_status ibp_map_add_coupling(const struct ibp_map *map,
				     struct ibp_changes *changes, long from,
				     long to, long *id, struct ibp_error *err)
{
	const enum ibp_subject subject = IBP_SUBJECT_COUPLING;
	const char *key = NULL;
	enum ibp_status status =
		ibp_map_new_key(map, subject, &changes->arena, &key, err);

	if (status)
		return status;
	ibp_map_add_change(map, changes, subject, key, "from",
			   ibp_arena_printf(&changes->arena, "%ld", from));
	ibp_map_add_change(map, changes, subject, key, "to",
			   ibp_arena_printf(&changes->arena, "%ld", to));
	*id = strtol(key, NULL, 10);
	return IBP_OK;
}

static enum ibp_status other_chosen(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct one_application *one = context;
	struct ibp_changes changes = {0};
	long id = 0;
	enum ibp_status status;

	if (!*answer)
		return IBP_OK;
	status = ibp_map_add_coupling(ibp_map_of(app), &changes, one->id,
				      strtol(answer, NULL, 10), &id, err);
	if (!status)
		status = ibp_work_change(app, &changes, err);
	if (!status)
		ibp_map_open_coupling(app, id);
	ibp_changes_release(&changes);
	return status;
}

unsigned ibp_map_ask_coupling(struct ibp_app *app, size_t index)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct ibp_application *a = ibp_map_application(map, index);
	struct ibp_buf title = {0};
	struct ibp_dialog *dialog;

	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	ibp_buf_addf(&title, _("%s: coupled with which application?"), a->name);
	dialog = ibp_dialog_new(IBP_DIALOG_PICK, ibp_buf_text(&title), NULL,
				NULL, IBP_TEXT_NAME_MAX);
	for (size_t i = 0; i < map->now->application_count; i++) {
		const struct ibp_application *other =
			ibp_map_application(map, i);

		if (i != index)
			ibp_dialog_add(dialog, other->name,
				       ibp_arena_printf(&dialog->arena, "%ld",
							other->id),
				       NULL, other->supplier);
	}
	ibp_app_ask(app, dialog, other_chosen, keep_id(a->id));
	ibp_buf_release(&title);
	return IBP_REACT_PAINT;
}
