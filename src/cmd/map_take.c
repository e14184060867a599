/* import: a list or a file of our own, first shown and then taken in. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "cmd/cells.h"
#include "cmd/map_take.h"

/* ---- Showing ------------------------------------------------------------- */

static struct ibp_cell line_cell(const struct ibp_spot *at)
{
	return at->line ? ibp_cell_number((long)at->line) : ibp_cell_none();
}

/* What is added has its name among the changes. */
static const char *application_name(const struct ibp_cmd_map_take *t,
				    const char *key)
{
	const struct ibp_landscape *l = ibp_cmd_map_of(t->run)->landscape;
	const struct ibp_changes *changes = &t->import.changes;
	long id = strtol(key, NULL, 10);

	for (size_t i = 0; i < l->application_count; i++)
		if (l->applications[i].id == id)
			return l->applications[i].name;
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].subject == IBP_SUBJECT_APPLICATION &&
		    strcmp(changes->items[i].key, key) == 0)
			return changes->items[i].name;
	return key;
}

/* People know the application of a place or an end by its name. */
static struct ibp_cell value_cell(const struct ibp_cmd_map_take *t,
				  struct ibp_doc *doc,
				  const struct ibp_change *change,
				  const char *value)
{
	static const struct {
		enum ibp_subject subject;
		const char *field;
	} numbers[] = {
		{IBP_SUBJECT_PLACEMENT, "application"},
		{IBP_SUBJECT_COUPLING, "from"},
		{IBP_SUBJECT_COUPLING, "to"},
	};

	for (size_t i = 0; value && i < sizeof(numbers) / sizeof(*numbers); i++)
		if (numbers[i].subject == change->subject &&
		    strcmp(numbers[i].field, change->field) == 0)
			return ibp_cell_choice(value,
					       application_name(t, value));
	return ibp_cmd_changed_cell(doc, change, value);
}

static void add_differences(struct ibp_doc *doc,
			    const struct ibp_cmd_map_take *t)
{
	const struct ibp_landscape_import *import = &t->import;
	const struct ibp_column columns[] = {
		{"name", _("Which"), IBP_CELL_TEXT, 0, true},
		{"subject", _("What"), IBP_CELL_CODE, 0, false},
		{"key", _("Number"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"field", _("Field"), IBP_CELL_CODE, 0, false},
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
		{"line", _("Line"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "changes", _("What would change"),
				  columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("Nothing would change.");
	for (size_t i = 0; i < import->changes.count; i++) {
		const struct ibp_change *change = &import->changes.items[i];
		struct ibp_cell cells[] = {
			ibp_cell_text(change->name),
			ibp_cmd_subject_cell(change->subject),
			ibp_cell_code(change->key),
			ibp_cmd_field_cell(change),
			value_cell(t, doc, change, change->from),
			value_cell(t, doc, change, change->to),
			line_cell(&import->places[i]),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_hints(struct ibp_doc *doc,
		      const struct ibp_landscape_import *import)
{
	const struct ibp_column columns[] = {
		{"line", _("Line"), IBP_CELL_NUMBER, 0, false},
		{"message", _("What to look at"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table;

	if (!import->hint_count)
		return;
	table = ibp_doc_add_table(doc, "hints", _("To look at"), columns, 2);
	for (size_t i = 0; i < import->hint_count; i++) {
		const struct ibp_cell cells[] = {
			line_cell(&import->hints[i].at),
			ibp_cell_text(import->hints[i].message),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static struct ibp_doc *differences(const struct ibp_cmd_map_take *t)
{
	const struct ibp_landscape_import *import = &t->import;
	struct ibp_doc *doc = ibp_doc_new("import", NULL);

	ibp_doc_add_fact(doc, "read", _("Applications read"), 0,
			 ibp_cell_number((long)import->read));
	ibp_doc_add_fact(doc, "new", _("New"), 0,
			 ibp_cell_number((long)import->added));
	add_differences(doc, t);
	add_hints(doc, import);
	return doc;
}

static void say_how(struct ibp_run *run, const struct ibp_arrival_table *table)
{
	if (table->is_windows)
		ibp_run_say(run, _("The file was read as Windows-1252."));
	if (table->unused.length)
		ibp_run_say(run, _("Columns that were not used: %s."),
			    table->unused.data);
}

static enum ibp_status save_map(const struct ibp_cmd_map_take *t,
				struct ibp_error *err)
{
	const char *path = t->run->options.save_columns;
	const struct ibp_buf *map = &t->table.map;

	if (!path)
		return IBP_OK;
	if (!map->length)
		return ibp_error_set(err, IBP_USAGE,
				     _("--save-columns is for CSV: other "
				       "files have no columns."));
	return ibp_file_write(path, map->data, map->length,
			      t->run->options.force, err);
}

/* ---- Making the changes -------------------------------------------------- */

static enum ibp_status confirm(const struct ibp_cmd_map_take *t, bool *yes,
			       struct ibp_error *err)
{
	struct ibp_run *run = t->run;
	size_t count = t->import.changes.count;
	struct ibp_buf question = {0};
	enum ibp_status status = IBP_OK;

	if (!run->options.force)
		status = ibp_cmd_show(run, differences(t), err);
	ibp_buf_addf(&question,
		     ibp_ngettext("Make this %zu change? [y/N]",
				  "Make these %zu changes? [y/N]", count),
		     count);
	if (!status)
		status = ibp_run_confirm(run, question.data, yes, err);
	ibp_buf_release(&question);
	return status;
}

/* Who used --force has not seen them. */
static void say_hints(const struct ibp_cmd_map_take *t)
{
	const struct ibp_landscape_import *import = &t->import;

	for (size_t i = 0; t->run->options.force && i < import->hint_count; i++)
		ibp_run_say(t->run, "%s", import->hints[i].message);
	if (import->known)
		ibp_run_say(
			t->run,
			ibp_ngettext("%zu new application is a known "
				     "product: `%s suggest` proposes where "
				     "it belongs.",
				     "%zu new applications are known "
				     "products: `%s suggest` proposes where "
				     "they belong.",
				     import->known),
			import->known, t->run->tool->name);
}

static enum ibp_status make_changes(const struct ibp_cmd_map_take *t,
				    struct ibp_error *err)
{
	struct ibp_run *run = t->run;
	struct ibp_store *store = ibp_cmd_file_of(run)->store;
	char *copy = NULL;
	size_t done = 0;
	enum ibp_status status = ibp_store_backup(store, &copy, err);

	if (!status)
		status = ibp_store_apply(store, t->import.changes.items,
					 t->import.changes.count, &done, err);
	if (!status) {
		say_hints(t);
		ibp_run_say(run,
			    ibp_ngettext("%zu change is made. `%s undo` takes "
					 "it back; %s is a copy from before.",
					 "%zu changes are made. `%s undo` "
					 "takes them back; %s is a copy from "
					 "before.",
					 done),
			    done, run->tool->name, copy);
	}
	free(copy);
	return status;
}

static enum ibp_status offer(const struct ibp_cmd_map_take *t,
			     struct ibp_error *err)
{
	enum ibp_status status;
	bool yes = false;

	if (t->run->options.dry_run)
		return ibp_cmd_show(t->run, differences(t), err);
	if (!t->import.changes.count) {
		ibp_run_say(t->run,
			    ibp_ngettext("0 changes: the %zu application read "
					 "is the same already.",
					 "0 changes: the %zu applications read "
					 "are the same already.",
					 t->import.read),
			    t->import.read);
		return IBP_OK;
	}
	status = confirm(t, &yes, err);
	if (!status && yes)
		return make_changes(t, err);
	if (!status)
		ibp_run_say(t->run, _("Nothing was changed."));
	return status;
}

enum ibp_status ibp_cmd_map_import(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_map_take t = {.run = run};
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_cmd_map_take_read(&t, err);
	if (!status)
		status = save_map(&t, err);
	if (!status) {
		say_how(run, &t.table);
		status = offer(&t, err);
	}
	ibp_cmd_map_take_release(&t);
	return status;
}
