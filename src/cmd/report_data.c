/* What a report is made from, beyond the assessment that it is about. */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "cmd/report_sheet.h"

static bool is_of(const struct ibp_framework *framework,
		  const struct ibp_assessment_info *info)
{
	return ibp_text_equal(framework->id, info->framework_id) &&
	       ibp_text_equal(framework->version, info->framework_version);
}

/* A framework that is read already serves every assessment of its version. */
static enum ibp_status find_framework(struct ibp_run *run,
				      const struct ibp_cmd_report *report,
				      struct ibp_cmd_report_point *point,
				      struct ibp_error *err)
{
	enum ibp_status status;

	if (is_of(report->scan->framework, &point->info))
		point->framework = report->scan->framework;
	for (size_t i = 0; !point->framework && i < report->point_count; i++)
		if (is_of(report->points[i].framework, &point->info))
			point->framework = report->points[i].framework;
	if (point->framework)
		return IBP_OK;
	status = ibp_cmd_scan_framework(run, point->info.framework_id,
					point->info.framework_version,
					&point->own_framework, err);
	point->framework = point->own_framework;
	return status;
}

static enum ibp_status load_point(struct ibp_run *run,
				  struct ibp_cmd_report *report,
				  const struct ibp_assessment_info *info,
				  struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = report->scan;
	struct ibp_cmd_report_point *point =
		&report->points[report->point_count];
	enum ibp_status status;

	point->info = *info;
	status = find_framework(run, report, point, err);
	report->point_count++;
	if (!status)
		status = ibp_store_load(scan->file.store, info->id,
					point->framework, &point->assessment,
					err);
	if (!status)
		point->total =
			ibp_total_all(point->framework, point->assessment);
	return status;
}

/* What came after the assessment is not part of its history. */
static enum ibp_status load_points(struct ibp_run *run,
				   struct ibp_cmd_report *report,
				   struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = report->scan;
	struct ibp_assessment_info *list = NULL;
	size_t count = 0;
	enum ibp_status status = ibp_store_assessments(
		scan->file.store, &scan->file.arena, &list, &count, err);

	if (status)
		return status;
	report->points = ibp_alloc((count + 1) * sizeof(*report->points));
	for (size_t i = 0; !status && i < count; i++) {
		status = load_point(run, report, &list[i], err);
		if (list[i].id == scan->info.id)
			break;
	}
	return status;
}

/*
 * The clock, unless the same bytes are wanted: then the moment that the
 * surroundings give, or that of the last change in the file.
 */
static void set_moment(const struct ibp_run *run, struct ibp_cmd_report *report)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long seconds;

	ibp_time_now(report->now);
	if (epoch && ibp_num_parse(epoch, 99999999999L, &seconds))
		ibp_time_of_seconds(seconds, report->now);
	else if (run->options.reproducible && report->log_count)
		memcpy(report->now, report->log[0].at, IBP_TIME_SIZE);
	memcpy(report->today, report->now, IBP_DATE_SIZE - 1);
	report->today[IBP_DATE_SIZE - 1] = '\0';
}

static unsigned sheets_in_need_of(unsigned need)
{
	unsigned sheets = 0;

	for (unsigned i = 0; ibp_cmd_report_sheets[i].sheet.key; i++)
		if (ibp_cmd_report_sheets[i].needs & need)
			sheets |= 1U << i;
	return sheets;
}

/* The model is read only for a board that has something to place in it. */
static enum ibp_status load_landscape(struct ibp_cmd_report *report,
				      struct ibp_error *err)
{
	const struct ibp_cmd_file *file = &report->scan->file;
	unsigned about = sheets_in_need_of(IBP_CMD_NEEDS_LANDSCAPE);
	enum ibp_status status;

	if (!(report->sheets & about))
		return IBP_OK;
	status = ibp_store_landscape(file->store, &report->landscape, err);
	if (status)
		return status;
	if (!report->landscape->application_count) {
		report->sheets &= ~about;
		return IBP_OK;
	}
	status = ibp_fora_open(file->data_dir, report->landscape->fora_version,
			       &report->fora, err);
	if (status)
		return status;
	ibp_landscape_bind(report->landscape, report->fora);
	report->cover =
		ibp_cover_new(report->fora, report->landscape, report->today);
	return IBP_OK;
}

static enum ibp_status load_log(const struct ibp_run *run,
				struct ibp_cmd_report *report,
				struct ibp_error *err)
{
	struct ibp_cmd_file *file = &report->scan->file;

	if (!run->options.reproducible &&
	    !(report->sheets & sheets_in_need_of(IBP_CMD_NEEDS_LOG)))
		return IBP_OK;
	return ibp_store_log(file->store, NULL, 0, &file->arena, &report->log,
			     &report->log_count, err);
}

enum ibp_status ibp_cmd_report_load(struct ibp_run *run,
				    struct ibp_cmd_report *report,
				    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status;

	report->scan = scan;
	report->anonymous = run->options.anonymous;
	report->total = ibp_total_all(scan->framework, scan->assessment);
	status = load_log(run, report, err);
	if (!status)
		status = load_points(run, report, err);
	if (status)
		return status;
	set_moment(run, report);
	return load_landscape(report, err);
}

void ibp_cmd_report_release(struct ibp_cmd_report *report)
{
	for (size_t i = 0; i < report->point_count; i++) {
		ibp_assessment_free(report->points[i].assessment);
		ibp_framework_free(report->points[i].own_framework);
	}
	free(report->points);
	ibp_cover_free(report->cover);
	ibp_landscape_free(report->landscape);
	ibp_fora_free(report->fora);
	ibp_doc_free(report->doc);
}
