/* export --format=oscal: a folder with a file for each model of OSCAL. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "cmd/scan.h"
#include "cmd/scan_rows.h"
#include "exchange/oscal.h"

enum { CATALOG, RESULTS, POAM, MAPPING, FILES };

static const char *const names[FILES] = {
	[CATALOG] = "catalog.json",
	[RESULTS] = "assessment-results.json",
	[POAM] = "poam.json",
	[MAPPING] = "mapping.json",
};

/* The time of the last change; of a file without any, when it was made. */
static enum ibp_status find_changed(struct ibp_cmd_scan *scan,
				    const char **changed, struct ibp_error *err)
{
	struct ibp_log_entry *entries = NULL;
	size_t count = 0;
	enum ibp_status status =
		ibp_store_log(scan->file.store, NULL, 1, &scan->file.arena,
			      &entries, &count, err);

	*changed = count ? entries[0].at : scan->assessment->created;
	return status;
}

/* The map to the version of the assessment or else from it; NULL: none. */
static enum ibp_status add_mapping(struct ibp_run *run, const char *other,
				   bool is_old, const char *changed,
				   struct ibp_buf *out, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_framework *own = scan->framework;
	struct ibp_framework *framework = NULL;
	struct ibp_upgrade_map *map = NULL;
	enum ibp_status status =
		ibp_cmd_scan_framework(run, own->id, other, &framework, err);
	const struct ibp_framework *from = is_old ? framework : own;
	const struct ibp_framework *to = is_old ? own : framework;

	if (!status)
		status = ibp_upgrade_map_open(scan->file.data_dir, from, to,
					      &map, err);
	if (!status)
		ibp_oscal_mapping(map, from, to, changed, out);
	ibp_upgrade_map_free(map);
	ibp_framework_free(framework);
	return status;
}

static enum ibp_status find_mapping(struct ibp_run *run, const char *changed,
				    struct ibp_buf *out, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *dir = scan->file.data_dir;
	const char *id = scan->framework->id;
	const char *own = scan->framework->version;
	struct ibp_strings versions =
		ibp_framework_versions(dir, id, &scan->file.arena);

	for (size_t i = versions.count; i-- > 0;)
		if (ibp_upgrade_map_exists(dir, id, versions.items[i], own))
			return add_mapping(run, versions.items[i], true,
					   changed, out, err);
	for (size_t i = 0; i < versions.count; i++)
		if (ibp_upgrade_map_exists(dir, id, own, versions.items[i]))
			return add_mapping(run, versions.items[i], false,
					   changed, out, err);
	return IBP_OK;
}

static enum ibp_status make_files(struct ibp_run *run,
				  struct ibp_buf files[FILES],
				  struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_oscal source = {
		.board = &scan->board,
		.framework = scan->framework,
		.assessment = scan->assessment,
	};
	enum ibp_status status = find_changed(scan, &source.changed, err);

	if (status)
		return status;
	ibp_oscal_catalog(&source, &files[CATALOG]);
	ibp_oscal_results(&source, &files[RESULTS]);
	ibp_oscal_poam(&source, &files[POAM]);
	return find_mapping(run, source.changed, &files[MAPPING], err);
}

/* Nothing is written where one of the files is there already. */
static enum ibp_status check_free(const struct ibp_run *run,
				  char *const paths[FILES],
				  struct ibp_error *err)
{
	for (int i = 0; i < FILES && !run->options.force; i++)
		if (ibp_file_exists(paths[i]))
			return ibp_error_set(err, IBP_INPUT,
					     _("%s exists already. Choose "
					       "another name or use --force."),
					     paths[i]);
	return IBP_OK;
}

static enum ibp_status write_files(struct ibp_run *run,
				   const struct ibp_buf files[FILES],
				   struct ibp_error *err)
{
	const char *folder = run->options.output;
	char *paths[FILES];
	enum ibp_status status = ibp_file_make_dir(folder, err);

	for (int i = 0; i < FILES; i++)
		paths[i] = ibp_path_join(folder, names[i]);
	if (!status)
		status = check_free(run, paths, err);
	for (int i = 0; i < FILES && !status; i++) {
		if (files[i].length)
			status = ibp_file_write(paths[i], files[i].data,
						files[i].length, true, err);
		else
			/* One of an earlier export says what is no more. */
			remove(paths[i]);
		if (!status && files[i].length)
			ibp_run_say(run, _("%s is written."), paths[i]);
	}
	for (int i = 0; i < FILES; i++)
		free(paths[i]);
	if (!status && !files[POAM].length)
		ibp_run_say(run, _("No norm is below its target, so there is "
				   "no poam.json."));
	return status;
}

enum ibp_status ibp_cmd_scan_export_oscal(struct ibp_run *run,
					  struct ibp_error *err)
{
	struct ibp_buf files[FILES] = {{0}};
	enum ibp_status status;

	if (!run->options.output || strcmp(run->options.output, "-") == 0)
		return ibp_error_set(err, IBP_USAGE,
				     _("OSCAL is several files: name a folder "
				       "for them with -o."));
	status = make_files(run, files, err);
	if (!status)
		status = write_files(run, files, err);
	for (int i = 0; i < FILES; i++)
		ibp_buf_release(&files[i]);
	return status;
}
