/* The full screen of ibp-scan from start to end. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/desk.h"
#include "tui/term.h"

const struct ibp_act_group ibp_scan_groups[] = {
	{IBP_SCAN_SCORE, N_("Score")},
	{IBP_SCAN_NOTE, N_("Fill in")},
	{IBP_ACT_MARK, N_("Mark several")},
	{IBP_ACT_UNDO, N_("Undo")},
	{IBP_ACT_SEARCH, N_("Find")},
	{IBP_ACT_GO, N_("Go to")},
	{IBP_ACT_UP, N_("Move")},
	{IBP_ACT_HELP, N_("Help")},
	{IBP_ACT_REDRAW, N_("This screen")},
	{0, NULL},
};

/* Which assessment is being changed, so that nobody works in an old one. */
static void add_corner(void *tool, struct ibp_buf *text)
{
	const struct ibp_desk *desk = tool;

	if (!desk->now)
		return;
	ibp_buf_add(text, desk->now->name);
	if (desk->now->locked)
		ibp_buf_addf(text, ", %s", _("locked"));
}

/* The first note that was typed and never saved. */
static void offer_draft(struct ibp_app *app, const struct ibp_desk *desk)
{
	struct ibp_buf name = {0};
	char *draft = NULL;

	for (size_t i = 0; i < desk->framework->norm_count && !draft; i++) {
		const char *code = ibp_desk_norm(desk, i)->code;

		ibp_buf_cut(&name, 0);
		ibp_buf_addf(&name, "norm/%s/note", code);
		draft = ibp_app_find_draft(app, ibp_buf_text(&name));
		if (draft)
			ibp_app_say(app,
				    _("A note for %s was not saved. Open the "
				      "norm and press e to go on with it."),
				    code);
	}
	free(draft);
	ibp_buf_release(&name);
}

static void open_first_view(struct ibp_app *app, const struct ibp_desk *desk)
{
	if (desk->board) {
		ibp_desk_read_settings(app);
		ibp_desk_open_dashboard(app);
		offer_draft(app, desk);
	} else {
		ibp_desk_open_first(app);
	}
	if (desk->setup->notice)
		ibp_app_say(app, "%s", desk->setup->notice);
}

enum ibp_status ibp_desk_run(const struct ibp_scan_setup *setup,
			     const struct ibp_term *term, struct ibp_error *err)
{
	struct ibp_desk desk = {
		.setup = setup,
		.framework = setup->framework,
		.board = setup->board,
		.work = {.kind = &ibp_desk_work,
			 .calls = &setup->calls->file,
			 .today = setup->today,
			 .notice = setup->notice,
			 .writable = setup->writable},
	};
	struct ibp_app_setup app_setup = {
		.name = "ibp-scan",
		.actions = setup->actions,
		.groups = ibp_scan_groups,
		.tool = &desk,
		.work = &desk.work,
		.add_corner = add_corner,
	};
	struct ibp_app app;
	enum ibp_status status = IBP_OK;

	ibp_app_init(&app, &app_setup);
	ibp_marks_resize(&desk.marks, setup->framework->norm_count);
	if (setup->board)
		status = ibp_desk_load(&desk, err);
	if (!status) {
		open_first_view(&app, &desk);
		status = ibp_app_run(&app, term);
	}
	ibp_app_release(&app);
	ibp_desk_release(&desk);
	return status;
}

enum ibp_status ibp_scan_screen(const struct ibp_scan_setup *setup,
				struct ibp_error *err)
{
	struct ibp_term_options options = {setup->colour, setup->mouse};
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_term_open(&options, &term, err);

	if (status)
		return status;
	status = ibp_desk_run(setup, term, err);
	ibp_term_close(term);
	return status;
}

enum ibp_status ibp_scan_script(const struct ibp_scan_setup *setup,
				const char *script, struct ibp_buf *out,
				struct ibp_error *err)
{
	struct ibp_term *term = NULL;
	enum ibp_status status = ibp_script_open(
		script, IBP_SCRIPT_ROWS, IBP_SCRIPT_COLUMNS, out, &term, err);

	if (status)
		return status;
	status = ibp_desk_run(setup, term, err);
	ibp_script_close(term);
	return status;
}
