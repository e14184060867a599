#include "file_calls.h"

#include "base/file.h"
#include "cmd/file.h"

/* A longer script is none. */
#define SCRIPT_MAX ((size_t)1024 * 1024)

static struct ibp_store *store_of(void *context)
{
	return ibp_cmd_file_of(context)->store;
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

static enum ibp_status name(void *context, struct ibp_changes *changes,
			    struct ibp_error *err)
{
	return ibp_store_name(store_of(context), changes, err);
}

struct ibp_file_calls ibp_file_calls_of(struct ibp_run *run)
{
	return (struct ibp_file_calls){.context = run,
				       .apply = apply,
				       .name = name,
				       .undo = undo,
				       .redo = redo,
				       .new_id = new_id,
				       .log = read_log,
				       .filters = read_filters,
				       .draft_set = draft_set,
				       .draft_get = draft_get};
}

enum ibp_status ibp_screen_play(struct ibp_run *run, const void *setup,
				enum ibp_status (*play)(const void *setup,
							const char *script,
							struct ibp_buf *out,
							struct ibp_error *err),
				struct ibp_error *err)
{
	struct ibp_buf script = {0};
	struct ibp_buf screens = {0};
	enum ibp_status status =
		ibp_file_read(run->options.script, SCRIPT_MAX, &script, err);

	if (!status)
		status = play(setup, ibp_buf_text(&script), &screens, err);
	if (!status)
		status = ibp_run_write(run, &screens, err);
	ibp_buf_release(&script);
	ibp_buf_release(&screens);
	return status;
}
