/* What the runner gives a command, as its row in the table asks. */
#include "cmd/scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"
#include "model/texts.h"

#define CODE_MAX 40

struct ibp_cmd_scan *ibp_cmd_scan_of(const struct ibp_run *run)
{
	return run->tool_data;
}

/* On the screen the notice is all that a person sees of it. */
static void tell_texts(struct ibp_run *run, const struct ibp_error *fault)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *text = ibp_arena_printf(
		&scan->file.arena, _("The texts of the board are not used. %s"),
		ibp_error_text(fault));

	if (run->action)
		ibp_run_say(run, "%s", text);
	else if (!scan->notice)
		scan->notice = text;
}

enum ibp_status ibp_cmd_scan_framework(struct ibp_run *run, const char *id,
				       const char *version,
				       struct ibp_framework **framework,
				       struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_error fault = {0};
	enum ibp_status status = ibp_framework_open(scan->file.data_dir, id,
						    version, framework, err);

	if (!status && ibp_texts_overlay(scan->file.path, *framework, &fault))
		tell_texts(run, &fault);
	ibp_error_release(&fault);
	return status;
}

/* The file was made with it, or it is open already. */
static enum ibp_status load_framework(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);

	if (scan->framework)
		return IBP_OK;
	return ibp_cmd_scan_framework(run, scan->info.framework_id,
				      scan->info.framework_version,
				      &scan->framework, err);
}

enum ibp_status ibp_cmd_scan_load(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status = ibp_store_board(
		scan->file.store, &scan->file.arena, &scan->board, err);

	if (!status)
		status = ibp_store_find_assessment(
			scan->file.store, run->options.assessment,
			&scan->file.arena, &scan->info, err);
	if (!status)
		status = load_framework(run, err);
	if (!status)
		status = ibp_cmd_scan_read(scan, &scan->assessment, err);
	return status;
}

enum ibp_status ibp_cmd_scan_read(struct ibp_cmd_scan *scan,
				  struct ibp_assessment **assessment,
				  struct ibp_error *err)
{
	enum ibp_status status =
		ibp_store_load(scan->file.store, scan->info.id, scan->framework,
			       assessment, err);
	char *setting = NULL;

	if (!status)
		status = ibp_store_setting(scan->file.store, IBP_CHECK_SETTING,
					   &setting, err);
	if (status)
		return status;
	scan->checks_off = ibp_check_read_off(ibp_check_rules, setting);
	free(setting);
	ibp_check_count(scan->framework, *assessment, scan->file.today,
			scan->checks_off);
	return IBP_OK;
}

/* --verbose: which of the places and assessments it was. */
static void say_where(struct ibp_run *run, const struct ibp_cmd_scan *scan)
{
	ibp_run_say(run, _("Data file: %s. Assessment: %s."), scan->file.path,
		    scan->info.name);
	ibp_run_say(run, _("Norms: %s %s, from %s."), scan->info.framework_id,
		    scan->info.framework_version, scan->file.data_dir);
}

enum ibp_status ibp_cmd_scan_prepare(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_alloc(sizeof(*scan));
	unsigned needs = run->action ? run->action->needs : IBP_NEED_NONE;
	enum ibp_status status;

	run->tool_data = scan;
	status = ibp_cmd_file_prepare(run, err);
	if (!status && needs & IBP_NEED_MODEL)
		status = ibp_cmd_scan_load(run, err);
	if (!status && needs & IBP_NEED_MODEL && run->options.verbose)
		say_where(run, scan);
	return status;
}

void ibp_cmd_scan_close(struct ibp_cmd_scan *scan)
{
	ibp_assessment_free(scan->assessment);
	scan->assessment = NULL;
	ibp_framework_free(scan->framework);
	scan->framework = NULL;
	ibp_store_close(scan->file.store);
	scan->file.store = NULL;
}

void ibp_cmd_scan_release(struct ibp_run *run)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);

	if (!scan)
		return;
	ibp_cmd_scan_close(scan);
	ibp_cmd_file_release(&scan->file);
	free(scan);
	run->tool_data = NULL;
}

/* The nearest code, whatever the case of the letters of WORD. */
static const char *nearest_code(const struct ibp_framework *framework,
				const char *word)
{
	const char **codes =
		ibp_alloc((framework->norm_count + 1) * sizeof(*codes));
	char upper[CODE_MAX + 1] = "";
	const char *nearest;

	for (size_t i = 0; i < CODE_MAX && word[i]; i++)
		upper[i] = (char)toupper((unsigned char)word[i]);
	for (size_t i = 0; i < framework->norm_count; i++)
		codes[i] = framework->norms[i].code;
	nearest = ibp_text_nearest(upper, codes);
	free(codes);
	return nearest;
}

enum ibp_status ibp_cmd_scan_find_norm(const struct ibp_cmd_scan *scan,
				       const char *code, size_t *index,
				       struct ibp_error *err)
{
	const struct ibp_framework *framework = scan->framework;
	const struct ibp_norm *norm = ibp_framework_find(framework, code);
	const char *nearest;

	if (norm) {
		*index = ibp_framework_index(framework, norm);
		return IBP_OK;
	}
	nearest = nearest_code(framework, code);
	if (nearest)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no norm \"%s\". Did you mean "
				       "\"%s\"?"),
				     code, nearest);
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no norm \"%s\" in version %s of the "
			       "framework. `ibp-scan norms` lists them."),
			     code, framework->version);
}
