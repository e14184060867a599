/* check: what is wrong with an assessment, and what could be better. */
#include "base/i18n.h"
#include "cmd/check.h"
#include "cmd/scan.h"
#include "cmd/words.h"

static const struct ibp_cmd_check check_norms = {
	.rules = ibp_check_rules,
	.setting = IBP_CHECK_SETTING,
	.key = "norm",
	.label = N_("Norm"),
};

static enum ibp_status check(struct ibp_run *run, uint64_t off,
			     struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_findings findings = {0};
	enum ibp_status status =
		ibp_store_check(scan->file.store, &findings, err);

	if (!status) {
		ibp_check(scan->framework, scan->assessment, scan->file.today,
			  off, &findings);
		status = ibp_cmd_check_show(run, &check_norms, &findings, off,
					    err);
	}
	ibp_findings_release(&findings);
	return status;
}

enum ibp_status ibp_cmd_scan_check(struct ibp_run *run, struct ibp_error *err)
{
	uint64_t off = 0;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_file_open(run, ibp_cmd_check_mode(run), err);
	if (!status)
		status = ibp_cmd_scan_load(run, err);
	if (!status)
		status = ibp_cmd_check_choose(run, &check_norms, &off, err);
	return status ? status : check(run, off, err);
}
