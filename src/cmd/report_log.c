/* What became of each file of a batch. */
#include "base/i18n.h"
#include "cmd/report_batch.h"

static void add_entry(struct ibp_doc *doc, struct ibp_table *table,
		      const struct ibp_cmd_report_entry *entry)
{
	const struct ibp_total *total = &entry->row.total;
	bool made = !entry->reason;
	struct ibp_cell cells[] = {
		ibp_cell_text(entry->file),
		made ? ibp_cell_choice("made", C_("report", "made")) :
		       ibp_cell_choice("failed", C_("report", "failed")),
		made ? ibp_cell_text(entry->output) : ibp_cell_none(),
		ibp_cell_text(entry->reason),
		ibp_cell_text(made ? entry->row.name : NULL),
		ibp_cell_text(made ? entry->row.assessment : NULL),
		made ? ibp_cell_number(total->scored) : ibp_cell_none(),
		ibp_cell_hundredths(made ? total->average : -1),
		made ? ibp_cell_score(total->lowest) : ibp_cell_none(),
		made ? ibp_cell_number(total->below_target) : ibp_cell_none(),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_entries(struct ibp_doc *doc,
			const struct ibp_cmd_report_list *list)
{
	const struct ibp_column columns[] = {
		{"file", _("Data file"), IBP_CELL_TEXT, 0, true},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
		{"output", _("Workbook"), IBP_CELL_TEXT, 0, true},
		{"reason", _("Reason"), IBP_CELL_TEXT, 0, true},
		{"board", _("Board"), IBP_CELL_TEXT, 0, true},
		{"assessment", _("Assessment"), IBP_CELL_TEXT, 0, true},
		{"scored", _("Scored"), IBP_CELL_NUMBER, 0, false},
		{"average", _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		{"lowest", _("Lowest"), IBP_CELL_SCORE, 0, false},
		{"below_target", _("Below target"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "reports", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	for (size_t i = 0; i < list->count; i++)
		add_entry(doc, table, &list->entries[i]);
}

enum ibp_status ibp_cmd_report_show_log(struct ibp_run *run,
					const struct ibp_cmd_report_list *list,
					struct ibp_error *err)
{
	struct ibp_run to_standard = *run;
	struct ibp_doc *doc = ibp_doc_new("report", NULL);
	long failed = 0;
	enum ibp_status status;

	for (size_t i = 0; i < list->count; i++)
		failed += list->entries[i].reason != NULL;
	ibp_doc_add_fact(doc, "made", _("Made"), 0,
			 ibp_cell_number((long)list->count - failed));
	ibp_doc_add_fact(doc, "failed", _("Failed"), 0,
			 ibp_cell_number(failed));
	ibp_doc_add_fact(doc, "combined", _("Overview"), 0,
			 ibp_cell_text(run->options.combined));
	add_entries(doc, list);
	to_standard.options.output = NULL;
	status = ibp_run_show(&to_standard, doc, err);
	ibp_doc_free(doc);
	return status;
}
