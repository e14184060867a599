/* The full screen of fora-map from start to end. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/map_desk.h"
#include "tui/term.h"

const struct ibp_act_group ibp_map_groups[] = {
	{IBP_MAP_PLACE, N_("Place")},
	{IBP_MAP_ADD, N_("Fill in")},
	{IBP_ACT_MARK, N_("Mark several")},
	{IBP_ACT_UNDO, N_("Undo")},
	{IBP_ACT_SEARCH, N_("Find")},
	{IBP_ACT_GO, N_("Go to")},
	{IBP_ACT_UP, N_("Move")},
	{IBP_ACT_HELP, N_("Help")},
	{IBP_ACT_REDRAW, N_("This screen")},
	{0, NULL},
};

/* The first note that was typed and never saved. */
static void offer_draft(struct ibp_app *app, const struct ibp_map *map)
{
	struct ibp_buf name = {0};
	char *draft = NULL;

	for (size_t i = 0; i < map->now->application_count && !draft; i++) {
		const struct ibp_application *a = ibp_map_application(map, i);

		ibp_buf_cut(&name, 0);
		ibp_buf_addf(&name, "application/%ld/note", a->id);
		draft = ibp_app_find_draft(app, ibp_buf_text(&name));
		if (draft)
			ibp_app_say(app,
				    _("A note for %s was not saved. Open it "
				      "and press e to go on with it."),
				    a->name);
	}
	free(draft);
	ibp_buf_release(&name);
}

static void open_first_view(struct ibp_app *app, const struct ibp_map *map)
{
	if (map->board) {
		ibp_map_open_landscape(app);
		offer_draft(app, map);
	} else {
		ibp_map_open_first(app);
	}
	if (map->setup->notice)
		ibp_app_say(app, "%s", map->setup->notice);
}

enum ibp_status ibp_map_run(const struct ibp_map_setup *setup,
			    const struct ibp_term *term, struct ibp_error *err)
{
	struct ibp_map map = {
		.setup = setup,
		.fora = setup->fora,
		.board = setup->board,
		.work = {.kind = &ibp_map_work,
			 .calls = &setup->calls->file,
			 .today = setup->today,
			 .notice = setup->notice,
			 .writable = setup->writable},
	};
	struct ibp_app_setup app_setup = {
		.name = "fora-map",
		.actions = setup->actions,
		.groups = ibp_map_groups,
		.tool = &map,
		.work = &map.work,
	};
	struct ibp_app app;
	enum ibp_status status = IBP_OK;

	ibp_app_init(&app, &app_setup);
	ibp_marks_resize(&map.elements, setup->fora->element_count);
	if (setup->board)
		status = ibp_map_load(&map, err);
	if (!status) {
		open_first_view(&app, &map);
		status = ibp_app_run(&app, term);
	}
	ibp_app_release(&app);
	ibp_map_release(&map);
	return status;
}

enum ibp_status ibp_map_screen(const struct ibp_map_setup *setup,
			       struct ibp_error *err)
{
	struct ibp_term_options options = {setup->colour, setup->mouse};
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_term_open(&options, &term, err);

	if (status)
		return status;
	status = ibp_map_run(setup, term, err);
	ibp_term_close(term);
	return status;
}

enum ibp_status ibp_map_script(const struct ibp_map_setup *setup,
			       const char *script, struct ibp_buf *out,
			       struct ibp_error *err)
{
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_script_open(
		script, IBP_SCRIPT_ROWS, IBP_SCRIPT_COLUMNS, out, &term, err);

	if (status)
		return status;
	status = ibp_map_run(setup, term, err);
	ibp_script_close(term);
	return status;
}
