/*
 * Files and folders in, a folder of workbooks and an overview out.  Each
 * board is made by one of several processes, so that one that fails, however
 * badly, takes no other workbook with it.
 */
#include "cmd/report_batch.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/i18n.h"
#include "base/num.h"
#include "base/path.h"
#include "base/text.h"
#include "base/workers.h"
#include "cli/progress.h"

#define DATA_ENDING ".ibp"
#define WORKBOOK_ENDING ".xlsx"

struct batch {
	struct ibp_run *run;
	const struct ibp_style *style;
	struct ibp_cmd_report_list list;
	struct ibp_progress progress;
	size_t done;
	size_t failed;
	size_t workers;
};

static bool names_folder(const char *path)
{
	size_t length = path ? strlen(path) : 0;

	return length && (path[length - 1] == '/' || ibp_folder_exists(path));
}

bool ibp_cmd_report_is_batch(const struct ibp_run *run)
{
	if (run->word_count > 1 || run->options.combined)
		return true;
	return names_folder(run->options.output) ||
	       (run->word_count && ibp_folder_exists(run->words[0]));
}

static struct ibp_cmd_report_entry *add_entry(struct ibp_cmd_report_list *list,
					      const char *file)
{
	list->entries = ibp_grow(list->entries, &list->capacity,
				 list->count + 1, sizeof(*list->entries));
	list->entries[list->count] = (struct ibp_cmd_report_entry){
		.number = list->count + 1,
		.file = ibp_arena_strdup(&list->arena, file),
	};
	return &list->entries[list->count++];
}

/* A folder without data files is a mistake in one word, not in the rest. */
static void add_folder(struct batch *batch, const char *folder)
{
	struct ibp_cmd_report_list *list = &batch->list;
	struct ibp_strings files = {0};
	struct ibp_error fault = {0};

	if (ibp_folder_list(folder, DATA_ENDING, &list->arena, &files, &fault))
		add_entry(list, folder)->reason =
			ibp_arena_strdup(&list->arena, ibp_error_text(&fault));
	else if (!files.count)
		add_entry(list, folder)->reason = ibp_arena_printf(
			&list->arena, _("There is no data file (*%s) in %s."),
			DATA_ENDING, folder);
	for (size_t i = 0; i < files.count; i++)
		add_entry(list, files.items[i]);
	ibp_error_release(&fault);
}

static void add_files(struct batch *batch)
{
	struct ibp_run *run = batch->run;
	char *board;

	for (size_t i = 0; i < run->word_count; i++) {
		if (ibp_folder_exists(run->words[i]))
			add_folder(batch, run->words[i]);
		else
			add_entry(&batch->list, run->words[i]);
	}
	if (run->word_count)
		return;
	board = ibp_path_board(run->options.file);
	add_entry(&batch->list, board);
	free(board);
}

/* "boards/linde.ibp" becomes "linde". */
static char *stem_of(struct ibp_arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;
	size_t length = strlen(name);
	size_t end = strlen(DATA_ENDING);

	if (length > end && strcmp(name + length - end, DATA_ENDING) == 0)
		length -= end;
	return ibp_arena_strndup(arena, name, length);
}

static bool is_taken(const struct ibp_cmd_report_list *list, size_t before,
		     const char *output)
{
	for (size_t i = 0; i < before; i++)
		if (ibp_text_equal(list->entries[i].output, output))
			return true;
	return false;
}

/* Two boards of one name are "linde" and "linde-2". */
static void name_output(struct batch *batch, size_t index)
{
	const struct ibp_options *options = &batch->run->options;
	struct ibp_cmd_report_list *list = &batch->list;
	struct ibp_arena *arena = &list->arena;
	struct ibp_cmd_report_entry *entry = &list->entries[index];
	const char *ending = options->markdown ? "md" : "xlsx";
	const char *stem = stem_of(arena, entry->file);
	char *base;

	if (options->anonymous)
		stem = ibp_arena_printf(arena, "board-%zu", entry->number);
	base = ibp_path_join(options->output, stem);
	entry->output = ibp_arena_printf(arena, "%s.%s", base, ending);
	for (int n = 2; is_taken(list, index, entry->output); n++)
		entry->output =
			ibp_arena_printf(arena, "%s-%d.%s", base, n, ending);
	free(base);
}

/* Known before the work rather than after it. */
static enum ibp_status check_combined(const struct ibp_run *run,
				      struct ibp_error *err)
{
	const char *combined = run->options.combined;

	if (!combined || run->options.force || !ibp_file_exists(combined))
		return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("%s exists already. Choose another name or use "
			       "--force."),
			     combined);
}

static bool is_workbook(const char *path)
{
	size_t length = strlen(path);
	size_t end = strlen(WORKBOOK_ENDING);

	return length > end &&
	       strcmp(path + length - end, WORKBOOK_ENDING) == 0;
}

static enum ibp_status check_output(const struct ibp_run *run,
				    struct ibp_error *err)
{
	const char *output = run->options.output;

	if (!output && run->options.combined)
		return IBP_OK;
	if (!output)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which folder the workbooks go "
				       "into: -o FOLDER."));
	if (!ibp_folder_exists(output) && is_workbook(output))
		return ibp_error_set(err, IBP_USAGE,
				     _("%s is one workbook, and several are "
				       "asked: -o FOLDER."),
				     output);
	if (ibp_file_exists(output) && !ibp_folder_exists(output))
		return ibp_error_set(err, IBP_INPUT,
				     _("%s is no folder. Several workbooks "
				       "need one: -o FOLDER."),
				     output);
	return run->options.dry_run ? IBP_OK : ibp_file_make_dir(output, err);
}

static enum ibp_status read_jobs(const struct ibp_run *run, size_t *workers,
				 struct ibp_error *err)
{
	const char *jobs = run->options.jobs;
	long number = 0;

	*workers = ibp_workers_default();
	if (!jobs)
		return IBP_OK;
	if (!ibp_num_parse(jobs, IBP_WORKERS_MAX, &number) || !number)
		return ibp_error_set(err, IBP_USAGE,
				     _("`--jobs=%s` is no number of processes: "
				       "choose 1 to %d."),
				     jobs, IBP_WORKERS_MAX);
	*workers = (size_t)number;
	return IBP_OK;
}

/* ---- In a process of its own ---- */

/* A status in one byte, then the board, or why there is none. */
static void make_one(void *context, size_t job, struct ibp_buf *result)
{
	const struct batch *batch = context;
	const struct ibp_cmd_report_entry *entry = &batch->list.entries[job];
	struct ibp_run one = *batch->run;
	struct ibp_error err = {0};
	struct ibp_buf told = {0};
	enum ibp_status status = IBP_INPUT;

	one.options.file = entry->file;
	one.options.output = entry->output;
	one.options.quiet = true;
	if (entry->reason)
		ibp_error_set(&err, status, "%s", entry->reason);
	else
		status = ibp_cmd_report_one(&one, batch->style, &told, &err);
	ibp_buf_add_char(result, (char)status);
	if (status)
		ibp_buf_add(result, ibp_error_text(&err));
	else
		ibp_buf_add_bytes(result, told.data, told.length);
	ibp_buf_release(&told);
	ibp_error_release(&err);
}

/* ---- In the one that was started ---- */

/* Most sentences name the file themselves. */
static void say_failure(struct batch *batch,
			const struct ibp_cmd_report_entry *entry)
{
	bool named = strstr(entry->reason, entry->file) != NULL;

	batch->failed++;
	ibp_progress_end(&batch->progress);
	ibp_run_warn(batch->run, "%s%s%s", named ? "" : entry->file,
		     named ? "" : ": ", entry->reason);
}

static void take_result(void *context, size_t job, const char *result,
			size_t length)
{
	struct batch *batch = context;
	struct ibp_arena *arena = &batch->list.arena;
	struct ibp_cmd_report_entry *entry = &batch->list.entries[job];

	if (!length)
		entry->reason = _("The process that made it was ended.");
	else if (*result)
		entry->reason =
			ibp_arena_strndup(arena, result + 1, length - 1);
	else if (!ibp_cmd_report_hear(result + 1, length - 1, arena,
				      &entry->row))
		entry->reason = _("The process that made it was ended.");
	if (entry->reason)
		say_failure(batch, entry);
	batch->done++;
	ibp_progress_show(&batch->progress, batch->done);
}

static void show_progress(void *context)
{
	struct batch *batch = context;

	ibp_progress_show(&batch->progress, batch->done);
}

static void say_result(const struct batch *batch)
{
	size_t made = batch->list.count - batch->failed;

	ibp_run_say(batch->run,
		    ibp_ngettext("%zu of %zu file done.",
				 "%zu of %zu files done.", batch->list.count),
		    made, batch->list.count);
}

static enum ibp_status run_batch(struct batch *batch, struct ibp_error *err)
{
	struct ibp_run *run = batch->run;
	const struct ibp_work work = {
		.run = make_one,
		.done = take_result,
		.wait = show_progress,
		.context = batch,
	};
	enum ibp_status status;

	ibp_progress_begin(&batch->progress, run, batch->list.count);
	status = ibp_workers_run(&work, batch->list.count, batch->workers, err);
	ibp_progress_end(&batch->progress);
	if (!status && run->options.combined &&
	    batch->failed < batch->list.count)
		status = ibp_cmd_report_combine(run, batch->style, &batch->list,
						err);
	if (!status)
		say_result(batch);
	if (!status && (run->options.json || run->options.plain))
		status = ibp_cmd_report_show_log(run, &batch->list, err);
	if (!status && batch->failed)
		status = IBP_FOUND;
	return status;
}

enum ibp_status ibp_cmd_report_batch(struct ibp_run *run,
				     const struct ibp_style *style,
				     struct ibp_error *err)
{
	struct batch batch = {.run = run, .style = style};
	enum ibp_status status = read_jobs(run, &batch.workers, err);

	if (!status)
		status = check_combined(run, err);
	if (!status)
		status = check_output(run, err);
	if (!status) {
		add_files(&batch);
		for (size_t i = 0; run->options.output && i < batch.list.count;
		     i++)
			name_output(&batch, i);
		status = run_batch(&batch, err);
	}
	free(batch.list.entries);
	ibp_arena_release(&batch.list.arena);
	return status;
}
