#include "cmd/file.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"

#define NEW_NAME "school.ibp"
#define MAKER "ibp-scan" /* the tool that makes data files */

struct ibp_cmd_file *ibp_cmd_file_of(const struct ibp_run *run)
{
	return run->tool_data;
}

char *ibp_cmd_new_path(const struct ibp_run *run)
{
	const char *named = getenv("IBP_FILE");

	if (run->options.file)
		return ibp_strdup(run->options.file);
	return ibp_strdup(ibp_text_is_empty(named) ? NEW_NAME : named);
}

static enum ibp_status no_file(const struct ibp_run *run, const char *path,
			       struct ibp_error *err)
{
	if (run->options.file || !ibp_text_is_empty(getenv("IBP_FILE")))
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no data file %s. Make it with "
				       "`%s init`, or name another one."),
				     path, MAKER);
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no school.ibp in this folder, and no "
			       "%s. Make one with `%s init board=NAME "
			       "sector=po`, or name yours with -f."),
			     path, MAKER);
}

enum ibp_status ibp_cmd_file_open(struct ibp_run *run, enum ibp_store_mode mode,
				  struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	enum ibp_status status;

	free(file->path);
	file->path = ibp_path_board(run->options.file);
	if (!ibp_file_exists(file->path))
		return no_file(run, file->path, err);
	status = ibp_store_open(file->path, mode, run->tool->name, &file->store,
				err);
	if (!status && mode != IBP_STORE_SCREEN &&
	    ibp_store_notice(file->store))
		ibp_run_say(run, "%s", ibp_store_notice(file->store));
	return status;
}

/* A dry run changes nothing, so it needs no lease. */
static enum ibp_store_mode mode_of(const struct ibp_run *run)
{
	bool writes = run->action->needs & IBP_NEED_WRITE;

	return writes && !run->options.dry_run ? IBP_STORE_WRITE :
						 IBP_STORE_READ;
}

enum ibp_status ibp_cmd_file_prepare(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	unsigned needs = run->action ? run->action->needs : IBP_NEED_NONE;

	ibp_date_today(file->today);
	file->data_dir = ibp_path_data(run->options.data);
	if (needs & (IBP_NEED_READ | IBP_NEED_WRITE))
		return ibp_cmd_file_open(run, mode_of(run), err);
	return IBP_OK;
}

void ibp_cmd_file_release(struct ibp_cmd_file *file)
{
	ibp_store_close(file->store);
	ibp_arena_release(&file->arena);
	free(file->data_dir);
	free(file->path);
}
