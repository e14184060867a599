#include "scan_calls.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "cli/screen.h"
#include "cmd/scan.h"
#include "scan_assess.h"
#include "tui/scan.h"

/* A longer script is none. */
#define SCRIPT_MAX ((size_t)1024 * 1024)

static enum ibp_status create(void *context, const struct ibp_change *facts,
			      size_t count, const struct ibp_board **board,
			      struct ibp_error *err)
{
	struct ibp_run *run = context;
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_store_init init = {
		.tool = run->tool->name,
		.framework_id = scan->framework->id,
		.framework_version = scan->framework->version,
		.board = facts,
		.board_count = count,
	};
	char *path = ibp_cmd_new_path(run);
	enum ibp_status status = ibp_store_create(path, &init, err);

	free(path);
	if (!status)
		status = ibp_cmd_file_open(run, IBP_STORE_SCREEN, err);
	if (!status)
		status = ibp_cmd_scan_load(run, err);
	if (!status)
		*board = &scan->board;
	return status;
}

/* Undo takes a new assessment away: then it is the newest open one again. */
static enum ibp_status stay(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_assessment_info *list = NULL;
	struct ibp_arena arena = {0};
	bool there = false;
	size_t count = 0;
	enum ibp_status status = ibp_store_assessments(scan->file.store, &arena,
						       &list, &count, err);

	for (size_t i = 0; !status && i < count; i++)
		there = there || list[i].id == scan->info.id;
	if (!status && !there)
		status = ibp_assess_calls(run).choose(run, NULL, err);
	ibp_arena_release(&arena);
	return status;
}

static enum ibp_status load(void *context, struct ibp_scan_state *state,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(context);
	enum ibp_status status = stay(context, err);

	if (!status)
		status = ibp_cmd_scan_read(scan, &state->assessment, err);
	if (status)
		return status;
	state->framework = scan->framework;
	state->checks_off = scan->checks_off;
	return IBP_OK;
}

static struct ibp_store *store_of(void *context)
{
	return ibp_cmd_scan_of(context)->file.store;
}

static enum ibp_status apply(void *context, const struct ibp_change *changes,
			     size_t count, struct ibp_error *err)
{
	return ibp_store_apply(store_of(context), changes, count, NULL, err);
}

static enum ibp_status undo(void *context, struct ibp_changes *changes,
			    struct ibp_error *err)
{
	return ibp_store_undo(store_of(context), changes, err);
}

static enum ibp_status redo(void *context, struct ibp_changes *changes,
			    struct ibp_error *err)
{
	return ibp_store_redo(store_of(context), changes, err);
}

static enum ibp_status new_id(void *context, enum ibp_subject subject, long *id,
			      struct ibp_error *err)
{
	return ibp_store_new_id(store_of(context), subject, id, err);
}

static enum ibp_status read_log(void *context, const char *code,
				struct ibp_arena *arena,
				struct ibp_log_line **lines, size_t *count,
				struct ibp_error *err)
{
	struct ibp_log_entry *entries = NULL;
	struct ibp_cmd_step *steps;
	struct ibp_log_line *list;
	size_t found = 0;
	enum ibp_status status = ibp_store_log(store_of(context), code, 0,
					       arena, &entries, &found, err);

	if (status)
		return status;
	found = ibp_cmd_steps(entries, found, arena, &steps);
	list = ibp_arena_alloc(arena, found * sizeof(*list));
	for (size_t i = 0; i < found; i++)
		list[i] = (struct ibp_log_line){
			.at = steps[i].at,
			.who = steps[i].who,
			.text = steps[i].text,
		};
	*lines = list;
	*count = found;
	return IBP_OK;
}

static enum ibp_status read_filters(void *context, struct ibp_arena *arena,
				    struct ibp_named_filter **filters,
				    size_t *count, struct ibp_error *err)
{
	struct ibp_saved_filter *saved = NULL;
	struct ibp_named_filter *list;
	size_t found = 0;
	enum ibp_status status = ibp_store_filters(store_of(context), arena,
						   &saved, &found, err);

	if (status)
		return status;
	list = ibp_arena_alloc(arena, found * sizeof(*list));
	for (size_t i = 0; i < found; i++)
		list[i] = (struct ibp_named_filter){
			.name = saved[i].name,
			.expr = saved[i].expr,
		};
	*filters = list;
	*count = found;
	return IBP_OK;
}

static enum ibp_status draft_set(void *context, const char *name,
				 const char *text, struct ibp_error *err)
{
	return ibp_store_draft_set(store_of(context), name, text, err);
}

static char *draft_get(void *context, const char *name)
{
	return ibp_store_draft_get(store_of(context), name);
}

static struct ibp_scan_calls make_calls(struct ibp_run *run)
{
	return (struct ibp_scan_calls){
		.context = run,
		.create = create,
		.load = load,
		.file = {.context = run,
			 .apply = apply,
			 .undo = undo,
			 .redo = redo,
			 .new_id = new_id,
			 .log = read_log,
			 .filters = read_filters,
			 .draft_set = draft_set,
			 .draft_get = draft_get},
		.assess = ibp_assess_calls(run),
	};
}

/* Without a file there is still something to do: make one. */
static enum ibp_status open_all(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	char *path = ibp_path_board(run->options.file);
	bool exists = ibp_file_exists(path);
	enum ibp_status status;

	free(path);
	if (!exists)
		scan->file.path = ibp_cmd_new_path(run);
	if (!exists)
		return ibp_framework_open(scan->file.data_dir,
					  IBP_SCAN_FRAMEWORK, NULL,
					  &scan->framework, err);
	status = ibp_cmd_file_open(run, IBP_STORE_SCREEN, err);
	return status ? status : ibp_cmd_scan_load(run, err);
}

static struct ibp_scan_setup make_setup(struct ibp_run *run,
					const struct ibp_scan_calls *calls)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_store *store = scan->file.store;
	const char *notice = scan->notice;

	if (!notice && store)
		notice = ibp_store_notice(store);
	return (struct ibp_scan_setup){
		.framework = scan->framework,
		.board = store ? &scan->board : NULL,
		.file = scan->file.path,
		.calls = calls,
		.actions = run->tool->actions,
		.today = scan->file.today,
		.notice = notice,
		.writable = !store || ibp_store_is_writable(store),
		.colour = ibp_screen_has_colour(&run->options),
		.mouse = run->options.mouse,
	};
}

enum ibp_status ibp_calls_plain(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_scan_calls calls = make_calls(run);
	struct ibp_scan_setup setup;
	enum ibp_status status = open_all(run, err);

	if (status)
		return status;
	setup = make_setup(run, &calls);
	return ibp_scan_plain(&setup, stdin, run->out, err);
}

/* Screens of keys that were written down, for a bug report. */
static enum ibp_status play(struct ibp_run *run,
			    const struct ibp_scan_setup *setup,
			    struct ibp_error *err)
{
	struct ibp_buf script = {0};
	struct ibp_buf screens = {0};
	enum ibp_status status =
		ibp_file_read(run->options.script, SCRIPT_MAX, &script, err);

	if (!status)
		status = ibp_scan_script(setup, ibp_buf_text(&script), &screens,
					 err);
	if (!status)
		status = ibp_run_write(run, &screens, err);
	ibp_buf_release(&script);
	ibp_buf_release(&screens);
	return status;
}

enum ibp_status ibp_calls_screen(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_scan_calls calls = make_calls(run);
	struct ibp_scan_setup setup;
	enum ibp_status status = open_all(run, err);

	if (status)
		return status;
	setup = make_setup(run, &calls);
	return run->options.script ? play(run, &setup, err) :
				     ibp_scan_screen(&setup, err);
}
