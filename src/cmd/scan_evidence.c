/* evidence add, list, rm. */
#include "cmd/scan.h"

#include <string.h>

#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

static enum ibp_status add(struct ibp_run *run, const struct ibp_words *words,
			   size_t index, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *code = scan->framework->norms[index].code;
	struct ibp_changes changes = {0};
	const char *key;
	enum ibp_status status =
		ibp_cmd_new_key(run, IBP_SUBJECT_EVIDENCE, &key, err);

	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE, scan->info.id, key,
			"norm", NULL, code);
	for (size_t i = 0; i < words->field_count; i++)
		if (words->fields[i].value)
			ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE,
					scan->info.id, key,
					words->fields[i].field->name, NULL,
					words->fields[i].value);
	status = ibp_cmd_change(
		run, &changes,
		ibp_arena_printf(&scan->file.arena,
				 _("`ibp-scan show %s` shows the norm with "
				   "its evidence."),
				 code),
		err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status check_title(const struct ibp_words *words,
				   struct ibp_error *err)
{
	if (ibp_words_value(words, "title"))
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("Evidence needs a title. Add title=\"...\"."));
}

enum ibp_status ibp_cmd_scan_evidence_add(struct ibp_run *run,
					  struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	size_t index = 0;
	enum ibp_status status = ibp_words_read(run, ibp_evidence_fields,
						scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = check_title(&words, err);
	if (!status)
		status = ibp_cmd_scan_find_norm(scan, words.plain[0], &index,
						err);
	if (!status)
		status = add(run, &words, index, err);
	ibp_words_release(&words);
	return status;
}

struct ibp_table *ibp_cmd_scan_add_evidence_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"norm", _("Norm"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"ref", _("Place"), IBP_CELL_TEXT, 0, true},
		{"kind", _("Kind"), IBP_CELL_CHOICE, IBP_WHEN_WIDE, false},
		{"date", _("Date"), IBP_CELL_DATE, 0, false},
		{"checked_by", _("Checked by"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 true},
		{"confidence", _("Confidence"), IBP_CELL_CHOICE, IBP_WHEN_WIDE,
		 false},
	};

	return ibp_doc_add_table(doc, "evidence", _("Evidence"), columns,
				 sizeof(columns) / sizeof(*columns));
}

static struct ibp_cell choice(struct ibp_doc *doc, const char *field,
			      const char *value)
{
	return ibp_cmd_value_cell(
		doc, ibp_field_find(ibp_evidence_fields, field), value);
}

void ibp_cmd_scan_add_evidence_row(struct ibp_doc *doc, struct ibp_table *table,
				   const struct ibp_evidence *evidence)
{
	struct ibp_cell cells[] = {
		ibp_cell_number(evidence->id),
		ibp_cell_code(evidence->norm),
		ibp_cell_text(evidence->title),
		ibp_cell_text(evidence->ref),
		choice(doc, "kind", evidence->kind),
		ibp_cell_date(evidence->date),
		ibp_cell_text(evidence->checked_by),
		choice(doc, "confidence", evidence->confidence),
	};

	ibp_doc_add_row(doc, table, cells);
}

static enum ibp_status list(struct ibp_run *run, const char *code,
			    struct ibp_error *err)
{
	const struct ibp_assessment *assessment =
		ibp_cmd_scan_of(run)->assessment;
	struct ibp_doc *doc = ibp_doc_new("evidence-list", NULL);
	struct ibp_table *table = ibp_cmd_scan_add_evidence_table(doc);

	table->empty = _("There is no evidence yet. Add it with `ibp-scan "
			 "evidence add CODE title=\"...\"`.");
	for (size_t i = 0; i < assessment->evidence_count; i++)
		if (!code || strcmp(assessment->evidence[i].norm, code) == 0)
			ibp_cmd_scan_add_evidence_row(doc, table,
						      &assessment->evidence[i]);
	return ibp_cmd_show(run, doc, err);
}

enum ibp_status ibp_cmd_scan_evidence_list(struct ibp_run *run,
					   struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	const char *code = NULL;
	size_t index = 0;
	enum ibp_status status =
		ibp_words_read(run, NULL, scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 0, 1, err);
	if (!status && words.plain_count) {
		status = ibp_cmd_scan_find_norm(scan, words.plain[0], &index,
						err);
		code = scan->framework->norms[index].code;
	}
	if (!status)
		status = list(run, code, err);
	ibp_words_release(&words);
	return status;
}

static const struct ibp_evidence *find_evidence(struct ibp_cmd_scan *scan,
						const char *word)
{
	const struct ibp_assessment *assessment = scan->assessment;

	for (size_t i = 0; i < assessment->evidence_count; i++)
		if (strcmp(ibp_arena_printf(&scan->file.arena, "%ld",
					    assessment->evidence[i].id),
			   word) == 0)
			return &assessment->evidence[i];
	return NULL;
}

static enum ibp_status remove_evidence(struct ibp_run *run, const char *word,
				       struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_evidence *evidence = find_evidence(scan, word);
	struct ibp_changes changes = {0};
	enum ibp_status status;

	if (!evidence)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no evidence with number "
				       "\"%s\" in this assessment. `ibp-scan "
				       "evidence list` lists it."),
				     word);
	ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE, scan->info.id, word,
			"title", evidence->title, NULL);
	ibp_changes_add(&changes, IBP_SUBJECT_EVIDENCE, scan->info.id, word,
			"norm", evidence->norm, NULL);
	status = ibp_cmd_change(run, &changes,
				_("`ibp-scan undo` brings it back."), err);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_scan_evidence_rm(struct ibp_run *run,
					 struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, NULL, scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = remove_evidence(run, words.plain[0], err);
	ibp_words_release(&words);
	return status;
}
