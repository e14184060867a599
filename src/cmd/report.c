/* From one data file to one workbook, or to Markdown. */
#include "cmd/report.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"
#include "cmd/report_sheet.h"
#include "report/render_xlsx.h"

/* The management summary stands by itself in a board paper. */
#define MARKDOWN_SHEETS "summary"

static enum ibp_status check_options(const struct ibp_run *run,
				     struct ibp_error *err)
{
	const char *language = run->options.report_lang;

	if (run->word_count > 1)
		return ibp_error_set(err, IBP_USAGE,
				     _("One data file at a time: %s and %s "
				       "are two."),
				     run->words[0], run->words[1]);
	if (language && !ibp_text_equal(language, "nl") &&
	    !ibp_text_equal(language, "en"))
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no language `%s`: choose nl "
				       "or en."),
				     language);
	if (!run->options.output && !run->options.markdown)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say where the workbook goes: -o "
				       "report.xlsx."));
	return IBP_OK;
}

/* Makes the document and its form in the language of the report. */
static enum ibp_status render(struct ibp_run *run,
			      struct ibp_cmd_report *report,
			      struct ibp_buf *out, struct ibp_error *err)
{
	const char *language = run->options.report_lang;
	char *before = ibp_strdup(ibp_locale_language());
	enum ibp_status status = IBP_OK;

	if (language)
		ibp_locale_use(language);
	ibp_cmd_report_write(report);
	if (run->options.markdown)
		ibp_render(report->doc, IBP_FORM_MARKDOWN, NULL, out);
	else
		status = ibp_render_xlsx(report->doc, NULL, out, err);
	ibp_locale_use(before);
	free(before);
	return status;
}

static enum ibp_status write_out(struct ibp_run *run, const struct ibp_buf *out,
				 struct ibp_error *err)
{
	const char *path = run->options.output;
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

/* RUN is that of one board: its data file is open and loaded. */
static enum ibp_status make(struct ibp_run *run, struct ibp_error *err)
{
	const char *profile = run->options.profile;
	const char *sheets =
		run->options.markdown ? MARKDOWN_SHEETS : run->options.sheets;
	struct ibp_cmd_report report = {0};
	struct ibp_buf out = {0};
	enum ibp_status status = ibp_cmd_report_choose(
		profile ? profile : "internal", sheets, &report.sheets, err);

	if (!status)
		status = ibp_cmd_report_load(run, &report, err);
	if (!status)
		status = render(run, &report, &out, err);
	if (!status)
		status = write_out(run, &out, err);
	ibp_cmd_report_release(&report);
	ibp_buf_release(&out);
	return status;
}

enum ibp_status ibp_cmd_report_make(struct ibp_run *run, struct ibp_error *err)
{
	static const struct ibp_action one_board = {
		.name = "", .needs = IBP_NEED_MODEL | IBP_NEED_READ};
	struct ibp_run board = *run;
	enum ibp_status status = check_options(run, err);

	if (status)
		return status;
	board.action = &one_board;
	if (run->word_count)
		board.options.file = run->words[0];
	status = ibp_cmd_scan_prepare(&board, err);
	if (!status)
		status = make(&board, err);
	ibp_cmd_scan_release(&board);
	return status;
}
