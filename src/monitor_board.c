/* What the questions of a board do: a summary leaves, or is compared. */
#include "monitor_calls.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "cmd/monitor_place.h"

/* The table KEY of DOC, three columns, as lines to be read aloud. */
static void add_lines(const struct ibp_doc *doc, const char *key,
		      struct ibp_buf *lines)
{
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_table *table = doc->blocks[i].table;

		if (doc->blocks[i].type == IBP_BLOCK_TEXT)
			ibp_buf_addf(lines, "%s\n", doc->blocks[i].title);
		if (doc->blocks[i].type != IBP_BLOCK_TABLE || !table->key ||
		    strcmp(table->key, key) != 0)
			continue;
		for (size_t row = 0; row < table->row_count; row++) {
			const struct ibp_cell *cells =
				&table->cells[row * table->column_count];

			ibp_buf_addf(lines, _("Line %ld: %s"), cells[0].number,
				     cells[1].text +
					     strspn(cells[1].text, " "));
			if (cells[2].text)
				ibp_buf_addf(lines, "\n%s", cells[2].text);
			ibp_buf_add_char(lines, '\n');
		}
	}
}

static void add_summary(const struct ibp_summary *summary,
			const struct ibp_catalogue *catalogue,
			struct ibp_buf *lines)
{
	struct ibp_doc *doc = ibp_doc_new("show", NULL);

	ibp_cmd_monitor_explain(doc, "show", summary, catalogue);
	add_lines(doc, "show", lines);
	ibp_doc_free(doc);
}

static enum ibp_status begin(void *context, struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;

	return ibp_cmd_leave_open(w->run, &w->leave, err);
}

static void end(void *context)
{
	struct ibp_monitor_wiring *w = context;

	ibp_cmd_leave_close(&w->leave);
	w->leave = (struct ibp_cmd_leave){.run = w->run};
}

static enum ibp_status set_edition(void *context, const char *text,
				   struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;

	return ibp_cmd_leave_set_edition(&w->leave, text, err);
}

static enum ibp_status set_organisation(void *context, const char *text,
					struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;

	return ibp_cmd_leave_set_organisation(&w->leave, text, err);
}

static enum ibp_status set_code(void *context, const char *text,
				struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;

	return ibp_cmd_leave_set_code(&w->leave, text, err);
}

static enum ibp_status make(void *context, struct ibp_buf *lines,
			    struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;
	enum ibp_status status = ibp_cmd_leave_make(&w->leave, err);

	if (status)
		return status;
	ibp_buf_add(lines, ibp_buf_text(&w->leave.notes));
	ibp_buf_addf(lines, "%s\n",
		     _("Exactly this leaves your machine when you send the "
		       "file, and nothing else:"));
	add_summary(&w->leave.summary, w->leave.board.catalogue, lines);
	return IBP_OK;
}

static enum ibp_status write_file(void *context, const char *folder,
				  struct ibp_buf *lines, struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;
	char *path = NULL;
	char *farewell;
	enum ibp_status status;

	if (w->run->options.dry_run) {
		ibp_buf_add(lines, _("Nothing was written."));
		return IBP_OK;
	}
	status = ibp_cmd_leave_write(&w->leave, folder, &path, err);
	if (!status) {
		farewell = ibp_cmd_leave_farewell(&w->leave);
		ibp_buf_addf(lines, _("Written: %s."), path);
		ibp_buf_addf(lines, "\n%s", farewell);
		free(farewell);
	}
	free(path);
	return status;
}

static enum ibp_status explain(void *context, const char *path,
			       struct ibp_buf *lines, struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;
	struct ibp_summary summary;
	enum ibp_status status = ibp_summary_load(path, &summary, err);

	if (!status)
		add_summary(&summary,
			    ibp_cmd_monitor_find(w->run, summary.catalogue),
			    lines);
	return status;
}

/* ---- Compare --------------------------------------------------------------
 */

static void add_place(const struct ibp_cmd_place *place, struct ibp_buf *lines)
{
	const struct ibp_benchmark_row *beside =
		place->cell && !place->cell->is_withheld ? place->cell :
							   place->all;
	char own[IBP_HUNDREDTHS_MAX_TEXT];

	if (!place->standing)
		return;
	ibp_num_hundredths(place->own, ibp_num_point(), own);
	ibp_buf_addf(lines, _("%s (%s): you have %s, the sector %s."),
		     place->group, place->title, own, beside->display);
	ibp_buf_addf(lines, " %s.\n", ibp_cmd_standing_label(place->standing));
}

static enum ibp_status compare_board(struct ibp_cmd_board *board,
				     const struct ibp_benchmark *benchmark,
				     struct ibp_buf *lines,
				     struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(&board->run);
	struct ibp_cmd_places places = {.count = 0};
	struct ibp_summary own;
	enum ibp_status status;
	int sector = -1;

	for (int i = 0; scan->board.sector && i < IBP_SDC_SECTORS; i++)
		if (strcmp(ibp_sdc_sector_codes[i], scan->board.sector) == 0)
			sector = i;
	ibp_summary_count(&board->source, &own);
	status = ibp_cmd_places_make(benchmark, board->catalogue, &own, sector,
				     -1, &places, err);
	for (size_t i = 0; !status && i < places.count; i++)
		add_place(&places.items[i], lines);
	ibp_cmd_places_release(&places);
	return status;
}

static enum ibp_status compare(void *context, const char *path,
			       struct ibp_buf *lines, struct ibp_error *err)
{
	struct ibp_monitor_wiring *w = context;
	struct ibp_benchmark *benchmark = NULL;
	struct ibp_cmd_board board = {.catalogue = NULL};
	enum ibp_status status = ibp_benchmark_load(path, &benchmark, err);

	if (!status)
		status = ibp_cmd_board_open(w->run, false, &board, err);
	if (!status)
		status = compare_board(&board, benchmark, lines, err);
	if (!status)
		ibp_buf_add(lines, _("All of this was computed on this "
				     "machine; nothing was sent."));
	ibp_cmd_board_close(&board);
	ibp_benchmark_free(benchmark);
	return status;
}

void ibp_monitor_board_calls(struct ibp_monitor_calls *calls)
{
	calls->begin = begin;
	calls->set_edition = set_edition;
	calls->set_organisation = set_organisation;
	calls->set_code = set_code;
	calls->make = make;
	calls->write = write_file;
	calls->end = end;
	calls->explain = explain;
	calls->compare = compare;
}
