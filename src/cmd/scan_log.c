/* log: of the whole file, or of one norm. */
#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

enum ibp_status ibp_cmd_scan_add_log(struct ibp_doc *doc,
				     struct ibp_cmd_scan *scan,
				     const char *code, struct ibp_error *err)
{
	struct ibp_log_entry *entries = NULL;
	size_t count = 0;
	enum ibp_status status = ibp_store_log(
		scan->file.store, code, 0, &doc->arena, &entries, &count, err);

	if (!status)
		ibp_cmd_add_log(doc, entries, count);
	return status;
}

enum ibp_status ibp_cmd_scan_log(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	struct ibp_doc *doc = NULL;
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
	if (!status) {
		doc = ibp_doc_new("log", NULL);
		status = ibp_cmd_scan_add_log(doc, scan, code, err);
	}
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	ibp_words_release(&words);
	return status;
}
