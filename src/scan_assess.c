#include "scan_assess.h"

#include "base/i18n.h"
#include "cmd/scan.h"
#include "report/render.h"

static enum ibp_status list(void *context, struct ibp_arena *arena,
			    struct ibp_assess_row **rows, size_t *count,
			    struct ibp_error *err)
{
	struct ibp_assessment_info *infos = NULL;
	struct ibp_assess_row *made;
	enum ibp_status status = ibp_store_assessments(
		ibp_cmd_file_of(context)->store, arena, &infos, count, err);

	if (status)
		return status;
	made = ibp_arena_alloc(arena, (*count + 1) * sizeof(*made));
	for (size_t i = 0; i < *count; i++)
		made[i] = (struct ibp_assess_row){
			.name = infos[i].name,
			.version = infos[i].framework_version,
			.created = infos[i].created,
			.locked = infos[i].locked,
			.locked_by = infos[i].locked_by,
			.scored = infos[i].scored,
		};
	*rows = made;
	return IBP_OK;
}

static enum ibp_status find(struct ibp_run *run, const char *name,
			    struct ibp_assessment_info *info,
			    struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);

	return ibp_store_find_assessment(file->store, name, &file->arena, info,
					 err);
}

static enum ibp_status choose(void *context, const char *name,
			      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(context);
	struct ibp_framework *opened = NULL;
	struct ibp_assessment_info info;
	enum ibp_status status = find(context, name, &info, err);

	if (!status)
		status = ibp_cmd_scan_framework(context, info.framework_id,
						info.framework_version, &opened,
						err);
	if (status)
		return status;
	ibp_framework_free(scan->framework);
	scan->framework = opened;
	scan->info = info;
	return IBP_OK;
}

static enum ibp_status make(void *context, const char *name, const char *copy,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(context);
	struct ibp_framework *newest = NULL;
	struct ibp_assessment_info from = {0};
	enum ibp_status status = ibp_cmd_scan_check_name(scan, name, err);

	if (!status && copy)
		status = find(context, copy, &from, err);
	else if (!status)
		status = ibp_framework_open(scan->file.data_dir,
					    scan->framework->id, NULL, &newest,
					    err);
	if (!status)
		status = ibp_store_new_assessment(
			scan->file.store, name, scan->framework->id,
			copy ? from.framework_version : newest->version,
			from.id, err);
	ibp_framework_free(newest);
	return status;
}

static enum ibp_status lock(void *context, const char *name, const char *reason,
			    struct ibp_error *err)
{
	struct ibp_store *store = ibp_cmd_file_of(context)->store;
	struct ibp_assessment_info info;
	enum ibp_status status = find(context, name, &info, err);

	if (status)
		return status;
	return reason ? ibp_store_unlock(store, &info, reason, err) :
			ibp_store_lock(store, &info, err);
}

/* ---- What compare and trend say ---- */

struct page {
	size_t width;
	struct ibp_buf *out;
};

static enum ibp_status lay_out(void *context, struct ibp_doc *doc,
			       struct ibp_error *err)
{
	const struct page *page = context;
	const struct ibp_render_options options = {.width = page->width};

	(void)err;
	ibp_render(doc, page->width ? IBP_FORM_TEXT : IBP_FORM_SPOKEN, &options,
		   page->out);
	ibp_doc_free(doc);
	return IBP_OK;
}

static enum ibp_status tell(void *context, enum ibp_assess_text text,
			    const char *a, const char *b, size_t width,
			    struct ibp_buf *out, struct ibp_error *err)
{
	struct page page = {width, out};
	bool differ;

	if (text == IBP_ASSESS_TREND)
		return ibp_cmd_scan_trend_all(context, lay_out, &page, err);
	return ibp_cmd_scan_compare_two(context, a, b, lay_out, &page, &differ,
					err);
}

struct ibp_assess_calls ibp_assess_calls(struct ibp_run *run)
{
	return (struct ibp_assess_calls){
		.context = run,
		.list = list,
		.choose = choose,
		.make = make,
		.lock = lock,
		.tell = tell,
	};
}
