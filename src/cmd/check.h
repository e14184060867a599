/*
 * What `check` is in ibp-scan and in fora-map: rules with codes, which of
 * them are off in this data file, and the document of what they found.
 */
#ifndef IBP_CMD_CHECK_H
#define IBP_CMD_CHECK_H

#include "cmd/file.h"
#include "core/check.h"

struct ibp_cmd_check {
	const struct ibp_check_rule *rules;
	const char *setting; /* of the data file: which rules are off */
	const char *key;     /* of what a finding is about, in JSON: "norm" */
	const char *label;   /* msgid of the same */
};

/* How the data file must be opened: --off and --on are remembered in it. */
enum ibp_store_mode ibp_cmd_check_mode(const struct ibp_run *run);

/*
 * Reads which rules are off, with --off and --on of this run; remembers those
 * in the data file, except under --dry-run.  An unknown rule is IBP_USAGE.
 */
enum ibp_status ibp_cmd_check_choose(struct ibp_run *run,
				     const struct ibp_cmd_check *check,
				     uint64_t *off, struct ibp_error *err);

/*
 * Shows FINDINGS, faults and advice apart, and which rules are off.  IBP_FOUND
 * where there are faults, or advice under --strict.
 */
enum ibp_status ibp_cmd_check_show(struct ibp_run *run,
				   const struct ibp_cmd_check *check,
				   const struct ibp_findings *findings,
				   uint64_t off, struct ibp_error *err);

#endif
