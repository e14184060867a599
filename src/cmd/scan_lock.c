/* assessment lock, assessment unlock. */
#include "cmd/scan.h"

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/words.h"

static const struct ibp_field fields[] = {
	{.name = "reason",
	 .label = N_("Reason"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX},
	{.name = NULL},
};

static enum ibp_status find(struct ibp_cmd_scan *scan, const char *name,
			    struct ibp_assessment_info *info,
			    struct ibp_error *err)
{
	return ibp_store_find_assessment(scan->file.store, name,
					 &scan->file.arena, info, err);
}

enum ibp_status ibp_cmd_scan_assessment_lock(struct ibp_run *run,
					     struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_assessment_info info = {0};
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = find(scan, run->words[0], &info, err);
	if (!status && run->options.dry_run) {
		ibp_run_say(run, _("This would lock the assessment \"%s\"."),
			    info.name);
		return IBP_OK;
	}
	if (!status)
		status = ibp_store_lock(scan->file.store, &info, err);
	if (!status)
		ibp_run_say(run,
			    _("The assessment \"%s\" is locked. `%s check` "
			      "tells when it is changed all the same."),
			    info.name, run->tool->name);
	return status;
}

static enum ibp_status unlock(struct ibp_run *run,
			      const struct ibp_words *words,
			      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *reason = ibp_words_value(words, "reason");
	struct ibp_assessment_info info = {0};
	enum ibp_status status;

	if (ibp_text_is_empty(reason))
		return ibp_error_set(err, IBP_USAGE,
				     _("Say why it is opened again: "
				       "reason=\"...\"."));
	status = find(scan, words->plain[0], &info, err);
	if (!status && run->options.dry_run) {
		ibp_run_say(run, _("This would unlock the assessment \"%s\"."),
			    info.name);
		return IBP_OK;
	}
	if (!status)
		status = ibp_store_unlock(scan->file.store, &info, reason, err);
	if (!status)
		ibp_run_say(run,
			    _("The assessment \"%s\" is open again. The reason "
			      "is in the log and in `%s assessment list`."),
			    info.name, run->tool->name);
	return status;
}

enum ibp_status ibp_cmd_scan_assessment_unlock(struct ibp_run *run,
					       struct ibp_error *err)
{
	struct ibp_words words = {0};
	enum ibp_status status = ibp_words_read(
		run, fields, ibp_cmd_scan_of(run)->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = unlock(run, &words, err);
	ibp_words_release(&words);
	return status;
}
