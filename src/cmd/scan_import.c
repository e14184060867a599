/* import: an assessment filled in elsewhere, first shown and then made. */
#include "cmd/scan.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "exchange/csv_read.h"
#include "exchange/import.h"
#include "exchange/norm_columns.h"

static enum ibp_status read_map(const char *path, struct ibp_column_map *map,
				struct ibp_error *err)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	status = ibp_file_read(path, IBP_COLUMN_MAP_BYTES_MAX, &text, err);
	if (!status)
		status = ibp_column_map_read(path, ibp_buf_text(&text),
					     text.length, ibp_norm_column_words,
					     map, err);
	ibp_buf_release(&text);
	return status;
}

/* The first number for new evidence; a dry run only shows it. */
static enum ibp_status first_id(struct ibp_run *run, long *id,
				struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_assessment *assessment = scan->assessment;

	if (!run->options.dry_run)
		return ibp_store_new_id(scan->file.store, IBP_SUBJECT_EVIDENCE,
					id, err);
	*id = 1;
	for (size_t i = 0; i < assessment->evidence_count; i++)
		if (assessment->evidence[i].id >= *id)
			*id = assessment->evidence[i].id + 1;
	return IBP_OK;
}

static enum ibp_status read_source(struct ibp_run *run,
				   const struct ibp_column_map *map,
				   const struct ibp_buf *bytes,
				   struct ibp_import *import,
				   struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *file = run->words[0];
	const struct ibp_import_source source = {
		.file = *file == '-' && !file[1] ? _("standard input") : file,
		.bytes = ibp_buf_text(bytes),
		.length = bytes->length,
		.map = map,
		.keeps_map = run->options.save_columns != NULL,
	};
	struct ibp_import_target target = {
		.framework = scan->framework,
		.assessment = scan->assessment,
		.today = scan->file.today,
	};
	enum ibp_status status = first_id(run, &target.evidence_id, err);

	return status ? status : ibp_import_read(&target, &source, import, err);
}

/* Reads the file named by the only word, with the map of --columns. */
static enum ibp_status read_import(struct ibp_run *run,
				   struct ibp_import *import,
				   struct ibp_error *err)
{
	struct ibp_column_map map = {0};
	struct ibp_buf bytes = {0};
	enum ibp_status status = IBP_OK;

	if (run->options.columns)
		status = read_map(run->options.columns, &map, err);
	if (!status)
		status = ibp_file_read(run->words[0], IBP_CSV_BYTES_MAX, &bytes,
				       err);
	if (!status)
		status = read_source(run, run->options.columns ? &map : NULL,
				     &bytes, import, err);
	ibp_buf_release(&bytes);
	ibp_column_map_release(&map);
	return status;
}

static bool is_other(const char *made_for, const char *here)
{
	return made_for && !ibp_text_equal(made_for, here);
}

/* What a form was made for is told before anything is asked. */
static void say_origin(struct ibp_run *run, const struct ibp_import *import)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_import_origin *form = &import->origin;
	const struct ibp_framework *framework = scan->framework;

	if (is_other(form->board, scan->board.name))
		ibp_run_say(run,
			    _("This form was made for the board %s, and this "
			      "is the file of %s."),
			    form->board, scan->board.name);
	if (is_other(form->assessment, scan->info.name))
		ibp_run_say(run,
			    _("This form was made for the assessment %s, and "
			      "this is %s."),
			    form->assessment, scan->info.name);
	if (is_other(form->framework, framework->id))
		ibp_run_say(run,
			    _("This form is about the framework %s, and the "
			      "assessment about %s."),
			    form->framework, framework->id);
	else if (is_other(form->version, framework->version))
		ibp_run_say(run,
			    _("This form is about version %s of the framework, "
			      "and the assessment about %s: a code may mean "
			      "another norm."),
			    form->version, framework->version);
}

static void say_how(struct ibp_run *run, const struct ibp_import *import)
{
	if (import->sheet)
		ibp_run_say(run, _("Read from the sheet %s."), import->sheet);
	say_origin(run, import);
	if (import->is_windows)
		ibp_run_say(run, _("The file was read as Windows-1252."));
	if (import->unused.length)
		ibp_run_say(run, _("Columns that were not used: %s."),
			    import->unused.data);
}

static enum ibp_status save_map(struct ibp_run *run,
				const struct ibp_import *import,
				struct ibp_error *err)
{
	const char *path = run->options.save_columns;

	if (!path)
		return IBP_OK;
	if (!import->map.length)
		return ibp_error_set(err, IBP_USAGE,
				     _("--save-columns is for workbooks and "
				       "CSV: JSON has no columns."));
	return ibp_file_write(path, import->map.data, import->map.length,
			      run->options.force, err);
}

/* Columns that nobody can know but who made them: a map to fill in. */
static void offer_map(struct ibp_run *run, const struct ibp_import *import,
		      struct ibp_error *err)
{
	struct ibp_buf words = {0};

	if (!import->map.length || save_map(run, import, err))
		return;
	for (const char *const *at = ibp_norm_column_words; *at; at++)
		ibp_buf_addf(&words, "%s%s", words.length ? ", " : "", *at);
	ibp_run_say(run,
		    _("Written: %s. Say in it which field each column is, and "
		      "give it with --columns. The fields are %s."),
		    run->options.save_columns, ibp_buf_text(&words));
	ibp_buf_release(&words);
}

static struct ibp_cell place_cell(struct ibp_doc *doc,
				  const struct ibp_import *import, size_t line,
				  size_t column)
{
	struct ibp_buf place = {0};
	struct ibp_cell cell;

	ibp_import_add_cell(&place, import, line, column);
	cell = ibp_cell_code(
		ibp_arena_strdup(&doc->arena, ibp_buf_text(&place)));
	ibp_buf_release(&place);
	return cell;
}

static void add_differences(struct ibp_doc *doc,
			    const struct ibp_cmd_scan *scan,
			    const struct ibp_import *import)
{
	const unsigned of_book = import->sheet ? 0 : IBP_ONLY_DATA;
	const unsigned of_text = import->sheet ? IBP_ONLY_DATA : 0;
	const struct ibp_column columns[] = {
		{"norm", _("Norm"), IBP_CELL_CODE, 0, false},
		{"subject", _("What"), IBP_CELL_CODE, 0, false},
		{"key", _("Which"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"field", _("Field"), IBP_CELL_CODE, 0, false},
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
		{"line", _("Line"), IBP_CELL_NUMBER, of_text, false},
		{"cell", _("Cell"), IBP_CELL_CODE, of_book, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "changes", _("What would change"),
				  columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("Nothing would change.");
	for (size_t i = 0; i < import->changes.count; i++) {
		const struct ibp_change *change = &import->changes.items[i];
		const struct ibp_import_place *place = &import->places[i];
		struct ibp_cell cells[] = {
			ibp_cell_code(scan->framework->norms[place->norm].code),
			ibp_cmd_subject_cell(change->subject),
			ibp_cell_code(change->key),
			ibp_cmd_field_cell(change),
			ibp_cmd_changed_cell(doc, change, change->from),
			ibp_cmd_changed_cell(doc, change, change->to),
			place->line ? ibp_cell_number((long)place->line) :
				      ibp_cell_none(),
			place_cell(doc, import, place->line, place->column),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_refusals(struct ibp_doc *doc, const struct ibp_import *import)
{
	const struct ibp_column columns[] = {
		{"cell", _("Cell"), IBP_CELL_CODE, 0, false},
		{"message", _("Why"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table;

	if (!import->sheet)
		return;
	table = ibp_doc_add_table(doc, "refused", _("What cannot be used"),
				  columns, 2);
	for (size_t i = 0; i < ibp_import_refusals(import); i++) {
		const struct ibp_import_refusal *one = &import->refusals[i];
		const struct ibp_cell cells[] = {
			place_cell(doc, import, one->line, one->column),
			ibp_cell_text(one->message),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static struct ibp_doc *differences(const struct ibp_cmd_scan *scan,
				   const struct ibp_import *import)
{
	struct ibp_doc *doc = ibp_doc_new("import", NULL);

	add_differences(doc, scan, import);
	add_refusals(doc, import);
	return doc;
}

/* Asked of a person who has seen them; *YES under --force. */
static enum ibp_status confirm(struct ibp_run *run,
			       const struct ibp_import *import, bool *yes,
			       struct ibp_error *err)
{
	struct ibp_buf question = {0};
	enum ibp_status status = IBP_OK;

	if (!run->options.force)
		status = ibp_cmd_show(
			run, differences(ibp_cmd_scan_of(run), import), err);
	ibp_buf_addf(&question,
		     ibp_ngettext("Make this %zu change? [y/N]",
				  "Make these %zu changes? [y/N]",
				  import->changes.count),
		     import->changes.count);
	if (!status)
		status = ibp_run_confirm(run, question.data, yes, err);
	ibp_buf_release(&question);
	return status;
}

static enum ibp_status make_changes(struct ibp_run *run,
				    const struct ibp_import *import,
				    struct ibp_error *err)
{
	struct ibp_store *store = ibp_cmd_scan_of(run)->file.store;
	char *copy = NULL;
	size_t done = 0;
	enum ibp_status status = ibp_store_backup(store, &copy, err);

	if (!status)
		status = ibp_store_apply(store, import->changes.items,
					 import->changes.count, &done, err);
	if (!status)
		ibp_run_say(run,
			    ibp_ngettext("%zu change is made. `%s undo` takes "
					 "it back; %s is a copy from before.",
					 "%zu changes are made. `%s undo` "
					 "takes them back; %s is a copy from "
					 "before.",
					 done),
			    done, run->tool->name, copy);
	free(copy);
	return status;
}

static enum ibp_status offer(struct ibp_run *run,
			     const struct ibp_import *import,
			     struct ibp_error *err)
{
	enum ibp_status status;
	bool yes = false;

	if (run->options.dry_run)
		return ibp_cmd_show(
			run, differences(ibp_cmd_scan_of(run), import), err);
	if (!import->changes.count) {
		ibp_run_say(run,
			    ibp_ngettext("0 changes: the %zu norm read is the "
					 "same already.",
					 "0 changes: the %zu norms read are "
					 "the same already.",
					 import->norms),
			    import->norms);
		return IBP_OK;
	}
	status = confirm(run, import, &yes, err);
	if (!status && yes)
		return make_changes(run, import, err);
	if (!status)
		ibp_run_say(run, _("Nothing was changed."));
	return status;
}

/* Whoever saw the differences saw these as well. */
static bool were_shown(const struct ibp_run *run,
		       const struct ibp_import *import)
{
	return run->options.dry_run ||
	       (import->changes.count && !run->options.force);
}

/* The rest is done; the status says that it was not all. */
static enum ibp_status tell_refusals(const struct ibp_run *run,
				     const struct ibp_import *import,
				     struct ibp_error *err)
{
	struct ibp_buf place = {0};

	if (!import->refused)
		return IBP_OK;
	if (were_shown(run, import))
		return ibp_error_set(
			err, IBP_FOUND,
			ibp_ngettext("%zu cell could not be used.",
				     "%zu cells could not be used.",
				     import->refused),
			import->refused);
	for (size_t i = 0; i < ibp_import_refusals(import); i++) {
		const struct ibp_import_refusal *one = &import->refusals[i];

		ibp_buf_cut(&place, 0);
		ibp_buf_addf(&place, "%s: ", run->words[0]);
		ibp_import_add_cell(&place, import, one->line, one->column);
		ibp_error_add(err, IBP_FOUND, place.data, 0, 0, "%s",
			      one->message);
	}
	ibp_buf_release(&place);
	return IBP_FOUND;
}

enum ibp_status ibp_cmd_scan_import(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_import import = {0};
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = read_import(run, &import, err);
	if (status && run->options.save_columns)
		offer_map(run, &import, err);
	if (!status)
		status = save_map(run, &import, err);
	if (!status) {
		say_how(run, &import);
		status = offer(run, &import, err);
	}
	if (!status)
		status = tell_refusals(run, &import, err);
	ibp_import_release(&import);
	return status;
}
