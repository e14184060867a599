/* check: what is wrong with a landscape, and what could be better. */
#include "base/i18n.h"
#include "cmd/check.h"
#include "cmd/map.h"
#include "core/landscape_check.h"

static const struct ibp_cmd_check check_landscape = {
	.rules = ibp_landscape_rules,
	.setting = IBP_CHECK_MAP_SETTING,
	.key = "application",
	.label = N_("Application"),
};

static void judge(const struct ibp_cmd_map *map, uint64_t off,
		  struct ibp_findings *findings)
{
	struct ibp_cover *cover =
		ibp_cover_new(map->fora, map->landscape, map->file.today);
	struct ibp_arena arena = {0};

	ibp_landscape_check(cover, ibp_derived_all(cover, &arena), off,
			    findings);
	ibp_arena_release(&arena);
	ibp_cover_free(cover);
}

static enum ibp_status check(struct ibp_run *run, uint64_t off,
			     struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_findings file = {0};
	struct ibp_findings findings = {0};
	enum ibp_status status = ibp_store_check(map->file.store, &file, err);

	if (!status) {
		ibp_landscape_check_file(&file, &findings);
		judge(map, off, &findings);
		status = ibp_cmd_check_show(run, &check_landscape, &findings,
					    off, err);
	}
	ibp_findings_release(&findings);
	ibp_findings_release(&file);
	return status;
}

enum ibp_status ibp_cmd_map_check(struct ibp_run *run, struct ibp_error *err)
{
	uint64_t off = 0;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_file_open(run, ibp_cmd_check_mode(run), err);
	if (!status)
		status = ibp_cmd_map_load(run, err);
	if (!status)
		status = ibp_cmd_map_bind(run, err);
	if (!status)
		status = ibp_cmd_check_choose(run, &check_landscape, &off, err);
	return status ? status : check(run, off, err);
}
