/* export --format=svg, dot and mermaid: the landscape to look at. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "cmd/map_export.h"
#include "cmd/map_question.h"
#include "exchange/boxes.h"
#include "exchange/landscape_graph.h"
#include "exchange/landscape_svg.h"

enum ibp_status ibp_cmd_map_boxes(struct ibp_run *run, struct ibp_boxes *boxes,
				  struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	struct ibp_coverage coverage;
	struct ibp_overlaps overlaps;
	enum ibp_status status = ibp_cmd_map_cover(run, &cover, err);

	if (status)
		return status;
	ibp_coverage_of_functions(cover, &coverage);
	ibp_overlaps_make(cover, &overlaps);
	ibp_boxes_make(cover, &coverage, &overlaps, boxes);
	ibp_overlaps_release(&overlaps);
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
	return IBP_OK;
}

static const char *title_of(struct ibp_cmd_file *file, const char *board)
{
	return ibp_arena_printf(&file->arena, _("Applications of %s"), board);
}

static enum ibp_status export_svg(struct ibp_run *run, const char *board,
				  struct ibp_buf *out, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_boxes boxes = {0};
	char shown[IBP_DATE_SIZE];
	enum ibp_status status = ibp_cmd_map_boxes(run, &boxes, err);
	const char *subtitle;

	if (status)
		return status;
	ibp_date_show(map->file.today, shown);
	subtitle = ibp_arena_printf(
		&map->file.arena,
		_("%s. By the functions of FORA %s (Kennisnet), made with "
		  "ibp-tools."),
		*shown ? shown : map->file.today, map->fora->version);
	ibp_landscape_svg(&boxes, title_of(&map->file, board), subtitle, out);
	ibp_boxes_release(&boxes);
	return IBP_OK;
}

enum ibp_status ibp_cmd_map_picture(struct ibp_run *run, const char *format,
				    const char *board, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const struct ibp_landscape_graph graph = {
		.title = title_of(&map->file, board),
		.fora = map->fora,
		.landscape = map->landscape,
		.date = map->file.today,
	};
	struct ibp_buf out = {0};
	enum ibp_status status = IBP_OK;

	if (strcmp(format, "dot") == 0)
		ibp_landscape_dot(&graph, &out);
	else if (strcmp(format, "mermaid") == 0)
		ibp_landscape_mermaid(&graph, &out);
	else
		status = export_svg(run, board, &out, err);
	if (!status)
		status = ibp_run_write(run, &out, err);
	ibp_buf_release(&out);
	return status;
}
