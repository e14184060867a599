#include "scan_calls.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "cli/screen.h"
#include "cmd/scan.h"
#include "file_calls.h"
#include "scan_assess.h"
#include "tui/scan.h"

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

static struct ibp_scan_calls make_calls(struct ibp_run *run)
{
	return (struct ibp_scan_calls){
		.context = run,
		.create = create,
		.load = load,
		.file = ibp_file_calls_of(run),
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

static enum ibp_status play(const void *setup, const char *script,
			    struct ibp_buf *out, struct ibp_error *err)
{
	return ibp_scan_script(setup, script, out, err);
}

enum ibp_status ibp_calls_screen(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_scan_calls calls = make_calls(run);
	struct ibp_scan_setup setup;
	enum ibp_status status = open_all(run, err);

	if (status)
		return status;
	setup = make_setup(run, &calls);
	return run->options.script ? ibp_screen_play(run, &setup, play, err) :
				     ibp_scan_screen(&setup, err);
}
