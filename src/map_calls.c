#include "map_calls.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/path.h"
#include "cli/screen.h"
#include "cmd/map.h"
#include "cmd/scan.h"
#include "file_calls.h"
#include "tui/map.h"

/* The file is one for both tools: it begins with an empty assessment. */
static enum ibp_status make_file(struct ibp_run *run,
				 const struct ibp_change *facts, size_t count,
				 struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_framework *framework = NULL;
	char *path = ibp_cmd_new_path(run);
	enum ibp_status status = ibp_framework_open(
		map->file.data_dir, IBP_SCAN_FRAMEWORK, NULL, &framework, err);

	if (!status) {
		const struct ibp_store_init init = {
			.tool = run->tool->name,
			.framework_id = framework->id,
			.framework_version = framework->version,
			.board = facts,
			.board_count = count,
		};

		status = ibp_store_create(path, &init, err);
	}
	ibp_framework_free(framework);
	free(path);
	return status;
}

static enum ibp_status create(void *context, const struct ibp_change *facts,
			      size_t count, const struct ibp_board **board,
			      struct ibp_error *err)
{
	struct ibp_run *run = context;
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status = make_file(run, facts, count, err);

	if (!status)
		status = ibp_cmd_file_open(run, IBP_STORE_SCREEN, err);
	if (!status)
		status = ibp_store_board(map->file.store, &map->file.arena,
					 &map->board, err);
	if (!status)
		*board = &map->board;
	return status;
}

static enum ibp_status load(void *context, struct ibp_landscape **landscape,
			    struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(context);
	enum ibp_status status =
		ibp_store_landscape(map->file.store, landscape, err);

	if (!status)
		ibp_landscape_bind(*landscape, map->fora);
	return status;
}

static struct ibp_map_calls make_calls(struct ibp_run *run)
{
	return (struct ibp_map_calls){
		.context = run,
		.create = create,
		.load = load,
		.file = ibp_file_calls_of(run),
	};
}

static enum ibp_status open_board(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status = ibp_cmd_file_open(run, IBP_STORE_SCREEN, err);

	if (!status)
		status = ibp_store_board(map->file.store, &map->file.arena,
					 &map->board, err);
	return status ? status : ibp_cmd_map_load(run, err);
}

/* Without a file there is still something to do: make one. */
static enum ibp_status open_all(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	char *path = ibp_path_board(run->options.file);
	enum ibp_status status = IBP_OK;

	if (ibp_file_exists(path))
		status = open_board(run, err);
	else
		map->file.path = ibp_cmd_new_path(run);
	free(path);
	if (!status)
		status = ibp_cmd_map_bind(run, err);
	if (!status)
		status = ibp_products_open(map->file.data_dir, &map->products,
					   err);
	return status;
}

static struct ibp_map_setup make_setup(struct ibp_run *run,
				       const struct ibp_map_calls *calls)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_store *store = map->file.store;
	const char *notice = map->notice;

	if (!notice && store)
		notice = ibp_store_notice(store);
	return (struct ibp_map_setup){
		.fora = map->fora,
		.products = map->products,
		.board = store ? &map->board : NULL,
		.file = map->file.path,
		.calls = calls,
		.actions = run->tool->actions,
		.today = map->file.today,
		.notice = notice,
		.writable = !store || ibp_store_is_writable(store),
		.colour = ibp_screen_has_colour(&run->options),
		.mouse = run->options.mouse,
	};
}

enum ibp_status ibp_map_calls_plain(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_map_calls calls = make_calls(run);
	struct ibp_map_setup setup;
	enum ibp_status status = open_all(run, err);

	if (status)
		return status;
	setup = make_setup(run, &calls);
	return ibp_map_plain(&setup, stdin, run->out, err);
}

static enum ibp_status play(const void *setup, const char *script,
			    struct ibp_buf *out, struct ibp_error *err)
{
	return ibp_map_script(setup, script, out, err);
}

enum ibp_status ibp_map_calls_screen(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_map_calls calls = make_calls(run);
	struct ibp_map_setup setup;
	enum ibp_status status = open_all(run, err);

	if (status)
		return status;
	setup = make_setup(run, &calls);
	return run->options.script ? ibp_screen_play(run, &setup, play, err) :
				     ibp_map_screen(&setup, err);
}

/* On the screen, as questions, or where there is no terminal its coverage. */
static enum ibp_status show(struct ibp_run *run, struct ibp_error *err)
{
	bool plain = run->options.plain || ibp_screen_wants_plain();
	enum ibp_status status;

	ibp_cmd_map_of(run)->notice = ibp_demo_notice();
	if (ibp_screen_is_terminal() && !run->options.json)
		return plain ? ibp_map_calls_plain(run, err) :
			       ibp_map_calls_screen(run, err);
	status = ibp_cmd_file_open(run, IBP_STORE_READ, err);
	if (!status)
		status = ibp_cmd_map_load(run, err);
	if (!status)
		status = ibp_cmd_map_bind(run, err);
	return status ? status : ibp_cmd_map_coverage(run, err);
}

enum ibp_status ibp_map_demo(struct ibp_run *run, struct ibp_error *err)
{
	return ibp_demo_run(run, show, ibp_cmd_map_close, err);
}
