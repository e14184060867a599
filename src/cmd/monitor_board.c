#include "cmd/monitor_board.h"

#include <stdlib.h>

/* The model says which applications have personal data. */
static enum ibp_status open_cover(struct ibp_cmd_board *board,
				  struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(&board->run);
	const char *version = board->landscape->fora_version;
	enum ibp_status status =
		ibp_fora_open(scan->file.data_dir, version, &board->fora, err);

	if (status)
		return status;
	ibp_landscape_bind(board->landscape, board->fora);
	board->cover =
		ibp_cover_new(board->fora, board->landscape, scan->file.today);
	board->source.cover = board->cover;
	board->source.derived = ibp_derived_all(board->cover, &board->arena);
	return IBP_OK;
}

static enum ibp_status read_board(struct ibp_cmd_board *board,
				  struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(&board->run);
	enum ibp_status status =
		ibp_catalogue_new(scan->framework, &ibp_sdc_rules_default,
				  &board->catalogue, err);

	if (!status)
		status = ibp_store_landscape(scan->file.store,
					     &board->landscape, err);
	if (status)
		return status;
	board->source.catalogue = board->catalogue;
	board->source.assessment = scan->assessment;
	/* Too few of them are not told of, and need no model. */
	if (board->landscape->application_count < IBP_SUMMARY_APPLICATIONS_MIN)
		return IBP_OK;
	return open_cover(board, err);
}

enum ibp_status ibp_cmd_board_open(const struct ibp_run *run, bool is_writer,
				   struct ibp_cmd_board *board,
				   struct ibp_error *err)
{
	static const struct ibp_action reader = {
		.name = "", .needs = IBP_NEED_MODEL | IBP_NEED_READ};
	static const struct ibp_action writer = {
		.name = "", .needs = IBP_NEED_MODEL | IBP_NEED_WRITE};
	enum ibp_status status;

	*board = (struct ibp_cmd_board){.run = *run};
	board->run.action = is_writer ? &writer : &reader;
	board->run.tool_data = NULL;
	status = ibp_cmd_scan_prepare(&board->run, err);
	return status ? status : read_board(board, err);
}

void ibp_cmd_board_close(struct ibp_cmd_board *board)
{
	ibp_cover_free(board->cover);
	ibp_fora_free(board->fora);
	ibp_landscape_free(board->landscape);
	ibp_catalogue_free(board->catalogue);
	ibp_arena_release(&board->arena);
	ibp_cmd_scan_release(&board->run);
}
