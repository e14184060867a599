/*
 * The commands of ibp-monitor.  What the runner prepared for them is struct
 * ibp_cmd_monitor.
 */
#ifndef IBP_CMD_MONITOR_H
#define IBP_CMD_MONITOR_H

#include "base/date.h"
#include "cli/run.h"
#include "core/catalogue.h"
#include "core/summary.h"
#include "report/doc.h"

/* A framework that this machine has, and its reporting groups. */
struct ibp_cmd_known {
	struct ibp_framework *framework;
	struct ibp_catalogue *catalogue;
};

/* run->tool_data. */
struct ibp_cmd_monitor {
	char today[IBP_DATE_SIZE];
	char *data_dir;
	struct ibp_cmd_known *known; /* oldest first; NULL: not read yet */
	size_t known_count;
};

/* The callbacks of struct ibp_tool. */
enum ibp_status ibp_cmd_monitor_prepare(struct ibp_run *run,
					struct ibp_error *err);
void ibp_cmd_monitor_release(struct ibp_run *run);

struct ibp_cmd_monitor *ibp_cmd_monitor_of(const struct ibp_run *run);

/* The catalogue with this DIGEST; NULL: this machine does not have it. */
const struct ibp_catalogue *ibp_cmd_monitor_find(struct ibp_run *run,
						 const char *digest);

/* That of the newest framework. */
enum ibp_status ibp_cmd_monitor_newest(struct ibp_run *run,
				       const struct ibp_catalogue **catalogue,
				       struct ibp_error *err);

/*
 * Adds every line of the file of SUMMARY, as it is and in plain words, as the
 * table KEY; what it says as numbers for programs.  CATALOGUE may be NULL.
 */
void ibp_cmd_monitor_explain(struct ibp_doc *doc, const char *key,
			     const struct ibp_summary *summary,
			     const struct ibp_catalogue *catalogue);

/* "Bestuur, Organisatie": the domains of the group at INDEX, in ARENA. */
const char *ibp_cmd_monitor_group_name(struct ibp_arena *arena,
				       const struct ibp_catalogue *catalogue,
				       size_t index);

/* A row of the table of actions each. */
typedef enum ibp_status ibp_cmd_monitor_command(struct ibp_run *run,
						struct ibp_error *err);

ibp_cmd_monitor_command ibp_cmd_monitor_export;
ibp_cmd_monitor_command ibp_cmd_monitor_show;
ibp_cmd_monitor_command ibp_cmd_monitor_check;
ibp_cmd_monitor_command ibp_cmd_monitor_compare;
ibp_cmd_monitor_command ibp_cmd_monitor_invite;
ibp_cmd_monitor_command ibp_cmd_monitor_strata;
ibp_cmd_monitor_command ibp_cmd_monitor_receive;
ibp_cmd_monitor_command ibp_cmd_monitor_editions;
ibp_cmd_monitor_command ibp_cmd_monitor_boards;
ibp_cmd_monitor_command ibp_cmd_monitor_withdraw;
ibp_cmd_monitor_command ibp_cmd_monitor_merge;
ibp_cmd_monitor_command ibp_cmd_monitor_preview;
ibp_cmd_monitor_command ibp_cmd_monitor_publish;
ibp_cmd_monitor_command ibp_cmd_monitor_clean;

#endif
