#include "cmd/scan_side.h"

#include "base/text.h"

void ibp_cmd_side_release(struct ibp_cmd_side *side)
{
	ibp_assessment_free(side->assessment);
	ibp_framework_free(side->framework);
}

enum ibp_status ibp_cmd_side_load(struct ibp_run *run, const char *name,
				  struct ibp_cmd_side *side,
				  struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status = ibp_store_find_assessment(
		scan->file.store, name, &scan->file.arena, &side->info, err);

	if (!status)
		status = ibp_cmd_scan_framework(run, side->info.framework_id,
						side->info.framework_version,
						&side->framework, err);
	if (!status)
		status =
			ibp_store_load(scan->file.store, side->info.id,
				       side->framework, &side->assessment, err);
	return status;
}

enum ibp_status ibp_cmd_side_map(const struct ibp_cmd_scan *scan,
				 const struct ibp_cmd_side *from,
				 const struct ibp_cmd_side *to,
				 struct ibp_upgrade_map **map, bool *is_back,
				 struct ibp_error *err)
{
	const struct ibp_framework *a = from->framework;
	const struct ibp_framework *b = to->framework;

	if (!ibp_text_equal(a->id, b->id))
		return IBP_OK;
	if (ibp_upgrade_map_exists(scan->file.data_dir, a->id, a->version,
				   b->version))
		return ibp_upgrade_map_open(scan->file.data_dir, a, b, map,
					    err);
	*is_back = ibp_upgrade_map_exists(scan->file.data_dir, a->id,
					  b->version, a->version);
	return *is_back ? ibp_upgrade_map_open(scan->file.data_dir, b, a, map,
					       err) :
			  IBP_OK;
}
