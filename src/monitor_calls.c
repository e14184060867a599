/*
 * The rooms of the full screen are the listings of the commands: what a
 * person sees in both is the same.  The register is opened for each, so that
 * nobody is kept out while a screen is open.
 */
#include "monitor_calls.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "cli/screen.h"
#include "cmd/monitor_register.h"
#include "report/cell.h"

#define SCRIPT_MAX ((size_t)1024 * 1024)

static const char *text_of(const struct ibp_cell *cell, struct ibp_arena *arena)
{
	struct ibp_buf text = {0};
	const char *kept;

	ibp_cell_add_people(&text, cell);
	kept = ibp_arena_strdup(arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return kept;
}

static bool shows_people(const struct ibp_column *column)
{
	return ibp_place_shows_people(column->place);
}

/*
 * The columns that people see.  The last text that wraps is read whole below
 * the list; the first column, for people or not, is what the row is called.
 */
static void add_row(const struct ibp_table *from, size_t at,
		    struct ibp_arena *arena, struct ibp_monitor_table *table)
{
	struct ibp_monitor_row *row = &table->rows[table->count++];
	size_t count = 0;

	row->key = text_of(ibp_table_cell(from, at, 0), arena);
	for (size_t c = 0; c < from->column_count; c++) {
		const char *text;

		if (!shows_people(&from->columns[c]))
			continue;
		text = text_of(ibp_table_cell(from, at, c), arena);
		if (count < IBP_MONITOR_CELLS)
			row->cells[count++] = text;
		if (from->columns[c].wraps && *text)
			row->whole = text;
	}
}

static size_t count_rows(const struct ibp_doc *doc)
{
	size_t count = 0;

	for (size_t i = 0; i < doc->block_count; i++)
		if (doc->blocks[i].type == IBP_BLOCK_TABLE)
			count += doc->blocks[i].table->row_count;
	return count;
}

/* The facts of DOC, one after the other. */
static const char *title_of(const struct ibp_doc *doc, struct ibp_arena *arena)
{
	struct ibp_buf title = {0};
	const char *kept;

	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];

		if (block->type != IBP_BLOCK_FACT)
			continue;
		ibp_buf_addf(&title, "%s%s: ", title.length ? ", " : "",
			     block->title);
		ibp_cell_add_people(&title, &block->cell);
	}
	kept = title.length ? ibp_arena_strdup(arena, ibp_buf_text(&title)) :
			      NULL;
	ibp_buf_release(&title);
	return kept;
}

static void take_doc(const struct ibp_doc *doc, struct ibp_arena *arena,
		     struct ibp_monitor_table *table)
{
	table->title = title_of(doc, arena);
	table->rows = ibp_arena_alloc(arena, (count_rows(doc) + 1) *
						     sizeof(*table->rows));
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_table *from = doc->blocks[i].table;

		if (doc->blocks[i].type != IBP_BLOCK_TABLE)
			continue;
		for (size_t row = 0; row < from->row_count; row++)
			add_row(from, row, arena, table);
	}
}

static ibp_cmd_make_doc *const docs[IBP_MONITOR_ROOMS] = {
	[IBP_MONITOR_EDITIONS] = ibp_cmd_editions_doc,
	[IBP_MONITOR_BOARDS] = ibp_cmd_boards_doc,
	[IBP_MONITOR_PREVIEW] = ibp_cmd_tree_doc,
	[IBP_MONITOR_PUBLISH] = ibp_cmd_public_doc,
	[IBP_MONITOR_GROUPS] = ibp_cmd_groups_doc,
};

static enum ibp_status fill(void *context, const struct ibp_monitor_ask *ask,
			    struct ibp_arena *arena,
			    struct ibp_monitor_table *table,
			    struct ibp_error *err)
{
	const struct ibp_monitor_wiring *wiring = context;
	const struct ibp_cmd_ask asked = {ask->k, ask->of};
	struct ibp_doc *doc = NULL;
	enum ibp_status status =
		docs[ask->room](wiring->run, &asked, &doc, err);

	if (!status)
		take_doc(doc, arena, table);
	ibp_doc_free(doc);
	return status;
}

/* As the command, which says nothing over a screen. */
static enum ibp_status publish(void *context, long k, const char *folder,
			       struct ibp_error *err)
{
	const struct ibp_monitor_wiring *wiring = context;
	struct ibp_run run = *wiring->run;
	char word[40];
	char *words[] = {word};

	snprintf(word, sizeof(word), "k=%ld", k);
	run.words = words;
	run.word_count = 1;
	run.options.output = folder;
	run.options.quiet = true;
	return ibp_cmd_monitor_publish(&run, err);
}

static enum ibp_status play(struct ibp_run *run,
			    const struct ibp_monitor_setup *setup,
			    struct ibp_error *err)
{
	struct ibp_buf script = {0};
	struct ibp_buf screens = {0};
	enum ibp_status status =
		ibp_file_read(run->options.script, SCRIPT_MAX, &script, err);

	if (!status)
		status = ibp_monitor_script(setup, ibp_buf_text(&script),
					    &screens, err);
	if (!status)
		status = ibp_run_write(run, &screens, err);
	ibp_buf_release(&script);
	ibp_buf_release(&screens);
	return status;
}

static struct ibp_monitor_calls calls_of(struct ibp_monitor_wiring *wiring)
{
	struct ibp_monitor_calls calls = {
		.context = wiring, .fill = fill, .publish = publish};

	ibp_monitor_board_calls(&calls);
	return calls;
}

static struct ibp_monitor_setup setup_of(const struct ibp_run *run,
					 const struct ibp_monitor_calls *calls)
{
	return (struct ibp_monitor_setup){
		.actions = run->tool->actions,
		.calls = calls,
		.k = ibp_sdc_rules_default.k,
		.k_floor = ibp_sdc_rules_default.k_floor,
		.gathers = run->options.register_file,
		.colour = ibp_screen_has_colour(&run->options),
		.mouse = run->options.mouse,
	};
}

/* What is no register is said before there is a screen. */
static enum ibp_status look_at_register(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_cmd_register r;
	enum ibp_status status =
		ibp_cmd_register_open(run, IBP_STORE_READ, &r, err);

	if (!status)
		ibp_cmd_register_close(&r);
	return status;
}

enum ibp_status ibp_monitor_calls_screen(struct ibp_run *run,
					 struct ibp_error *err)
{
	struct ibp_monitor_wiring wiring = {.run = run, .leave = {.run = run}};
	const struct ibp_monitor_calls calls = calls_of(&wiring);
	const struct ibp_monitor_setup setup = setup_of(run, &calls);
	enum ibp_status status = look_at_register(run, err);

	if (status)
		return status;
	return run->options.script ? play(run, &setup, err) :
				     ibp_monitor_screen(&setup, err);
}

enum ibp_status ibp_monitor_calls_plain(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_monitor_wiring wiring = {.run = run, .leave = {.run = run}};
	const struct ibp_monitor_calls calls = calls_of(&wiring);
	const struct ibp_monitor_setup setup = setup_of(run, &calls);
	enum ibp_status status =
		setup.gathers ? look_at_register(run, err) : IBP_OK;

	return status ? status :
			ibp_monitor_plain(&setup, stdin, run->out, err);
}
