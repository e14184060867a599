/* From data files to workbooks, or to Markdown. */
#include "cmd/report.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/path.h"
#include "base/text.h"
#include "cmd/report_batch.h"
#include "cmd/report_sheet.h"
#include "report/render_xlsx.h"

/* The management summary stands by itself in a board paper. */
#define MARKDOWN_SHEETS "summary"

static enum ibp_status check_options(const struct ibp_run *run,
				     struct ibp_error *err)
{
	const char *language = run->options.report_lang;

	if (language && !ibp_text_equal(language, "nl") &&
	    !ibp_text_equal(language, "en"))
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no language `%s`: choose nl "
				       "or en."),
				     language);
	if (run->options.form &&
	    (run->options.anonymous || run->options.markdown ||
	     run->options.profile || run->options.sheets))
		return ibp_error_set(err, IBP_USAGE,
				     _("A form has all that can be filled in: "
				       "--form does not go with --anonymous, "
				       "--markdown, --profile or --sheets."));
	return IBP_OK;
}

static enum ibp_status render(struct ibp_run *run,
			      const struct ibp_style *style,
			      struct ibp_cmd_report *report,
			      struct ibp_buf *out, struct ibp_error *err)
{
	if (run->options.form)
		ibp_cmd_report_write_form(report);
	else
		ibp_cmd_report_write(report);
	if (!run->options.markdown)
		return ibp_render_xlsx(report->doc, style, out, err);
	ibp_render(report->doc, IBP_FORM_MARKDOWN, NULL, out);
	return IBP_OK;
}

/* All that is told of the board is in the language of the report. */
static enum ibp_status tell(struct ibp_run *run, const struct ibp_style *style,
			    struct ibp_cmd_report *report, struct ibp_buf *out,
			    struct ibp_buf *told, struct ibp_error *err)
{
	const char *language = run->options.report_lang;
	char *before = ibp_strdup(ibp_locale_language());
	enum ibp_status status = IBP_OK;

	if (language)
		ibp_locale_use(language);
	if (told)
		ibp_cmd_report_tell(report, told);
	if (out)
		status = render(run, style, report, out, err);
	ibp_locale_use(before);
	free(before);
	return status;
}

enum ibp_status ibp_cmd_report_put(struct ibp_run *run, const char *path,
				   const struct ibp_buf *out,
				   struct ibp_error *err)
{
	enum ibp_status status;

	if (!path)
		return ibp_run_write(run, out, err);
	if (run->options.dry_run) {
		ibp_run_say(run, _("Would write: %s."), path);
		return IBP_OK;
	}
	status = ibp_file_write(path, ibp_buf_text(out), out->length,
				run->options.force, err);
	if (!status && !ibp_text_equal(path, "-"))
		ibp_run_say(run, _("Written: %s."), path);
	return status;
}

static enum ibp_status choose(const struct ibp_run *run, unsigned *sheets,
			      struct ibp_error *err)
{
	const char *profile = run->options.profile;

	return ibp_cmd_report_choose(
		profile ? profile : "internal",
		run->options.markdown ? MARKDOWN_SHEETS : run->options.sheets,
		sheets, err);
}

/* RUN is that of one board: its data file is open and loaded. */
static enum ibp_status make(struct ibp_run *run, const struct ibp_style *style,
			    struct ibp_buf *told, struct ibp_error *err)
{
	bool writes = run->options.output || !told;
	struct ibp_cmd_report report = {0};
	struct ibp_buf out = {0};
	enum ibp_status status = choose(run, &report.sheets, err);

	if (!status)
		status = ibp_cmd_report_load(run, &report, err);
	if (!status)
		status = tell(run, style, &report, writes ? &out : NULL, told,
			      err);
	if (!status && writes)
		status =
			ibp_cmd_report_put(run, run->options.output, &out, err);
	ibp_cmd_report_release(&report);
	ibp_buf_release(&out);
	return status;
}

enum ibp_status ibp_cmd_report_one(struct ibp_run *run,
				   const struct ibp_style *style,
				   struct ibp_buf *told, struct ibp_error *err)
{
	static const struct ibp_action one_board = {
		.name = "", .needs = IBP_NEED_MODEL | IBP_NEED_READ};
	struct ibp_run board = *run;
	enum ibp_status status;

	board.action = &one_board;
	status = ibp_cmd_scan_prepare(&board, err);
	if (!status)
		status = make(&board, style, told, err);
	ibp_cmd_scan_release(&board);
	return status;
}

/* The log is the same as that of a batch. */
static enum ibp_status make_single(struct ibp_run *run,
				   const struct ibp_style *style,
				   struct ibp_error *err)
{
	struct ibp_run board = *run;
	struct ibp_buf told = {0};
	struct ibp_cmd_report_entry entry = {.output = run->options.output};
	struct ibp_cmd_report_list list = {.entries = &entry, .count = 1};
	bool logs = run->options.json || run->options.plain;
	char *path = ibp_path_board(run->word_count ? run->words[0] :
						      run->options.file);
	enum ibp_status status;

	if (run->word_count)
		board.options.file = run->words[0];
	entry.file = path;
	status = ibp_cmd_report_one(&board, style, logs ? &told : NULL, err);
	if (!status && logs &&
	    ibp_cmd_report_hear(told.data, told.length, &list.arena,
				&entry.row))
		status = ibp_cmd_report_show_log(run, &list, err);
	free(path);
	ibp_arena_release(&list.arena);
	ibp_buf_release(&told);
	return status;
}

/* Only what needs no data file: the rest is told file by file. */
static enum ibp_status check_single(const struct ibp_run *run,
				    struct ibp_error *err)
{
	const char *output = run->options.output;
	bool logs = run->options.json || run->options.plain;

	if (!output && !run->options.markdown)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say where the workbook goes: -o "
				       "report.xlsx."));
	if (logs && (!output || ibp_text_equal(output, "-")))
		return ibp_error_set(err, IBP_USAGE,
				     _("The report and the log cannot both go "
				       "to standard output: name a file with "
				       "-o."));
	return IBP_OK;
}

/* A house that shows itself is not anonymous. */
static enum ibp_status load_style(const struct ibp_run *run,
				  struct ibp_style *style,
				  struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	if (run->options.style)
		status = ibp_style_load(run->options.style, style, err);
	if (!status && run->options.anonymous) {
		style->footer = NULL;
		ibp_buf_release(&style->logo);
	}
	return status;
}

enum ibp_status ibp_cmd_report_make(struct ibp_run *run, struct ibp_error *err)
{
	unsigned sheets;
	struct ibp_style style;
	bool is_batch = ibp_cmd_report_is_batch(run);
	enum ibp_status status = check_options(run, err);

	ibp_style_init(&style);
	if (!status)
		status = choose(run, &sheets, err);
	if (!status && !is_batch)
		status = check_single(run, err);
	if (!status)
		status = load_style(run, &style, err);
	if (!status)
		status = is_batch ? ibp_cmd_report_batch(run, &style, err) :
				    make_single(run, &style, err);
	ibp_style_release(&style);
	return status;
}
