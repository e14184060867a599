/* show: one norm with its state, its texts, its evidence and its log. */
#include "cmd/scan.h"

#include <string.h>

#include "base/i18n.h"
#include "cmd/concerns.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "model/content.h"

/* Columns of `list` that people need not see here; the rest is for all. */
static const char *const data_columns[] = {
	"domain", "part", "code_status", "title_status", "look_again", NULL,
};

static bool is_data(const char *key)
{
	for (const char *const *at = data_columns; *at; at++)
		if (strcmp(*at, key) == 0)
			return true;
	return false;
}

/* The columns of `list` as facts; "evidence" comes as a table below. */
static void add_state(struct ibp_doc *doc, const struct ibp_cmd_scan *scan,
		      size_t index, unsigned *marks)
{
	const struct ibp_framework *framework = scan->framework;
	const struct ibp_norm *norm = &framework->norms[index];
	struct ibp_column columns[IBP_SCAN_NORM_COLUMNS];
	struct ibp_cell cells[IBP_SCAN_NORM_COLUMNS];

	ibp_cmd_scan_norm_columns(columns);
	ibp_cmd_scan_norm_cells(doc, scan, index, cells, marks);
	for (size_t i = 0; i < IBP_SCAN_NORM_COLUMNS; i++) {
		const char *key = columns[i].key;
		const struct ibp_field *field =
			ibp_field_find(ibp_norm_fields, key);

		if (strcmp(key, "evidence") != 0)
			ibp_doc_add_fact(
				doc, key,
				field ? _(field->label) : columns[i].title,
				is_data(key) ? IBP_ONLY_DATA : 0, cells[i]);
	}
	ibp_doc_add_fact(
		doc, NULL, _("Domain"), IBP_ONLY_PEOPLE,
		ibp_cmd_scan_domain_title_cell(
			doc, &framework->domains[norm->domain], marks));
	if (scan->assessment->answers[index].look_again)
		ibp_doc_add_fact(doc, NULL, _("Look again"), IBP_ONLY_PEOPLE,
				 ibp_cell_text(_("The norm has changed since "
						 "it was scored.")));
}

/* Who scored what, where more than one did. */
static struct ibp_cell scores_cell(struct ibp_doc *doc,
				   const struct ibp_answer *answer)
{
	static const char *const who[IBP_ASSESSORS] = {
		[IBP_ASSESSOR_FIRST] = "first",
		[IBP_ASSESSOR_SECOND] = "second",
		[IBP_ASSESSOR_SETTLED] = "settled",
	};
	static const char *const keys[] = {"score", "reason"};
	struct ibp_cell cells[IBP_ASSESSORS];

	for (int i = 0; i < IBP_ASSESSORS; i++) {
		struct ibp_cell pair[] = {
			ibp_cell_score(answer->scores[i]),
			ibp_cell_text(answer->reasons[i]),
		};

		cells[i] = ibp_cell_record(doc, keys, pair, 2);
	}
	return ibp_cell_record(doc, who, cells, IBP_ASSESSORS);
}

static void add_second_scores(struct ibp_doc *doc,
			      const struct ibp_answer *answer)
{
	ibp_doc_add_fact(doc, "scores", NULL, IBP_ONLY_JSON,
			 scores_cell(doc, answer));
	if (answer->scores[IBP_ASSESSOR_SECOND] == IBP_SCORE_OPEN &&
	    answer->scores[IBP_ASSESSOR_SETTLED] == IBP_SCORE_OPEN)
		return;
	ibp_doc_add_fact(doc, NULL, _("First score"), 0,
			 ibp_cell_score(answer->scores[IBP_ASSESSOR_FIRST]));
	ibp_doc_add_fact(doc, NULL, _("Second score"), 0,
			 ibp_cell_score(answer->scores[IBP_ASSESSOR_SECOND]));
	ibp_doc_add_fact(doc, NULL, _("Settled score"), 0,
			 ibp_cell_score(answer->scores[IBP_ASSESSOR_SETTLED]));
}

static void add_evidence(struct ibp_doc *doc, const struct ibp_answer *answer)
{
	struct ibp_table *table = ibp_cmd_scan_add_evidence_table(doc);

	for (size_t i = 0; i < answer->evidence_count; i++)
		ibp_cmd_scan_add_evidence_row(doc, table, &answer->evidence[i]);
}

/* Without the edition of FORA that the places are in, the norm goes on alone.
 */
static enum ibp_status add_applications(struct ibp_run *run,
					struct ibp_doc *doc,
					const struct ibp_norm *norm,
					struct ibp_error *err)
{
	const struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	struct ibp_landscape *landscape = NULL;
	struct ibp_fora *fora = NULL;
	struct ibp_error fault = {0};
	enum ibp_status status =
		ibp_store_landscape(file->store, &landscape, err);

	if (status || !landscape->application_count)
		goto out;
	if (ibp_fora_open(file->data_dir, landscape->fora_version, &fora,
			  &fault)) {
		ibp_run_say(run, "%s", ibp_error_text(&fault));
		goto out;
	}
	ibp_landscape_bind(landscape, fora);
	ibp_cmd_add_norm_concerns(doc, norm, landscape, fora, file->today);
out:
	ibp_error_release(&fault);
	ibp_fora_free(fora);
	ibp_landscape_free(landscape);
	return status;
}

static enum ibp_status show(struct ibp_run *run, size_t index,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	struct ibp_doc *doc = ibp_doc_new("show", NULL);
	enum ibp_status status;
	unsigned marks = 0;

	add_state(doc, scan, index, &marks);
	add_second_scores(doc, answer);
	ibp_cmd_scan_add_texts(doc, scan->framework, norm);
	ibp_doc_add_fact(doc, "texts", NULL, IBP_ONLY_JSON,
			 ibp_cmd_scan_texts_cell(doc, norm));
	ibp_cmd_scan_add_legend(doc, marks);
	add_evidence(doc, answer);
	status = add_applications(run, doc, norm, err);
	if (!status)
		status = ibp_cmd_scan_add_log(doc, scan, norm->code, err);
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}

enum ibp_status ibp_cmd_scan_show_norm(struct ibp_run *run,
				       struct ibp_error *err)
{
	size_t index = 0;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_cmd_scan_find_norm(ibp_cmd_scan_of(run),
						run->words[0], &index, err);
	return status ? status : show(run, index, err);
}
