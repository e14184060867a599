/* check: strict reading of summaries. */
#include "base/i18n.h"
#include "cmd/monitor.h"
#include "cmd/words.h"
#include "exchange/summary.h"

enum outcome { WHOLE, UNKNOWN, FAULTY };

static struct ibp_table *add_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"file", _("File"), IBP_CELL_TEXT, 0, true},
		{"code", _("Check"), IBP_CELL_CODE, 0, false},
		{"severity", _("Severity"), IBP_CELL_CODE, IBP_ONLY_DATA,
		 false},
		{"message", _("Finding"), IBP_CELL_TEXT, 0, true},
		{"remedy", _("Remedy"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "check", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("No faults.");
	return table;
}

/* A fault begins with its code: "I5: ..." */
static void add_finding(struct ibp_doc *doc, struct ibp_table *table,
			const char *file, const char *code,
			const char *severity, const char *message,
			const char *remedy)
{
	struct ibp_cell cells[] = {
		ibp_cell_text(file),
		ibp_cell_code(code),
		ibp_cell_code(severity),
		ibp_cell_text(ibp_arena_strdup(&doc->arena, message)),
		ibp_cell_text(remedy),
	};

	ibp_doc_add_row(doc, table, cells);
}

static enum outcome check_counts(struct ibp_run *run, const char *file,
				 const struct ibp_summary *summary,
				 struct ibp_error *fault)
{
	const struct ibp_catalogue *catalogue =
		ibp_cmd_monitor_find(run, summary->catalogue);

	if (!catalogue)
		return UNKNOWN;
	return ibp_summary_check(file, summary, catalogue,
				 &ibp_sdc_rules_default, fault) ?
		       FAULTY :
		       WHOLE;
}

/* Returns whether a fault was found in FILE. */
static bool check_one(struct ibp_run *run, struct ibp_doc *doc,
		      struct ibp_table *table, const char *file)
{
	struct ibp_error fault = {0};
	struct ibp_summary summary;
	const char *code = "I1";
	enum outcome outcome = FAULTY;

	if (!ibp_summary_load(file, &summary, &fault)) {
		outcome = check_counts(run, file, &summary, &fault);
		code = "I5";
	}
	if (outcome == FAULTY)
		add_finding(doc, table, file, code, "fault",
			    ibp_error_text(&fault),
			    _("Make the summary again with `ibp-monitor "
			      "export`."));
	else if (outcome == UNKNOWN)
		add_finding(doc, table, file, "I2", "advice",
			    _("No framework on this machine has its "
			      "catalogue, so the numbers were not compared "
			      "with it."),
			    _("Check it where that framework is."));
	ibp_error_release(&fault);
	return outcome == FAULTY;
}

enum ibp_status ibp_cmd_monitor_check(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct ibp_doc *doc;
	struct ibp_table *table;
	enum ibp_status status = IBP_OK;
	bool found = false;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	doc = ibp_doc_new("check", NULL);
	table = add_table(doc);
	for (size_t i = 0; i < run->word_count; i++)
		found |= check_one(run, doc, table, run->words[i]);
	status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status || !found ? status : IBP_FOUND;
}
