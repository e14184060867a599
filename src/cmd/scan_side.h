/*
 * One assessment of the file against its own framework, and how it hangs
 * together with another: for what puts assessments beside each other.
 */
#ifndef IBP_CMD_SCAN_SIDE_H
#define IBP_CMD_SCAN_SIDE_H

#include "cmd/scan.h"
#include "model/upgrade.h"

struct ibp_cmd_side {
	struct ibp_assessment_info info;
	struct ibp_framework *framework;
	struct ibp_assessment *assessment;
};

enum ibp_status ibp_cmd_side_load(struct ibp_run *run, const char *name,
				  struct ibp_cmd_side *side,
				  struct ibp_error *err);
void ibp_cmd_side_release(struct ibp_cmd_side *side);

/*
 * The map between the two where there is one, in either direction.  *MAP is
 * new, or NULL.
 */
enum ibp_status ibp_cmd_side_map(const struct ibp_cmd_scan *scan,
				 const struct ibp_cmd_side *from,
				 const struct ibp_cmd_side *to,
				 struct ibp_upgrade_map **map, bool *is_back,
				 struct ibp_error *err);

#endif
