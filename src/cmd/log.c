/* The log as a listing; undo and redo: the same for every tool. */
#include <string.h>

#include "base/i18n.h"
#include "cmd/cells.h"
#include "cmd/file.h"
#include "cmd/words.h"

/* The changes of one step in the order they were made. */
static const char *describe(const struct ibp_log_entry *entries, size_t count,
			    struct ibp_arena *arena)
{
	struct ibp_change *changes =
		ibp_arena_alloc(arena, count * sizeof(*changes));
	struct ibp_buf text = {0};
	const char *copy;

	for (size_t i = 0; i < count; i++)
		changes[i] = entries[count - 1 - i].change;
	if (strcmp(entries->act, "undo") == 0)
		ibp_buf_addf(&text, "%s: ", _("Undone"));
	else if (strcmp(entries->act, "redo") == 0)
		ibp_buf_addf(&text, "%s: ", _("Done again"));
	ibp_changes_describe(changes, count, &text);
	copy = ibp_arena_strdup(arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return copy;
}

size_t ibp_cmd_steps(const struct ibp_log_entry *entries, size_t count,
		     struct ibp_arena *arena, struct ibp_cmd_step **steps)
{
	struct ibp_cmd_step *list =
		ibp_arena_alloc(arena, count * sizeof(*list));
	size_t found = 0;

	for (size_t i = 0; i < count; found++) {
		size_t length = 1;

		while (i + length < count &&
		       entries[i + length].step == entries[i].step)
			length++;
		list[found] = (struct ibp_cmd_step){
			.at = entries[i].at,
			.who = entries[i].who,
			.text = describe(entries + i, length, arena),
		};
		i += length;
	}
	*steps = list;
	return found;
}

/* Programs see every change, people every step. */
static void add_changes(struct ibp_doc *doc,
			const struct ibp_log_entry *entries, size_t count)
{
	const struct ibp_column columns[] = {
		{"step", _("Step"), IBP_CELL_NUMBER, 0, false},
		{"at", _("When"), IBP_CELL_TIME, 0, false},
		{"who", _("Who"), IBP_CELL_TEXT, 0, false},
		{"tool", _("Tool"), IBP_CELL_CODE, 0, false},
		{"act", _("Act"), IBP_CELL_CODE, 0, false},
		{"assessment", _("Assessment"), IBP_CELL_TEXT, 0, false},
		{"subject", _("What"), IBP_CELL_CODE, 0, false},
		{"key", _("Which"), IBP_CELL_CODE, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, false},
		{"field", _("Field"), IBP_CELL_CODE, 0, false},
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, "log", NULL, columns, sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < count; i++) {
		const struct ibp_log_entry *entry = &entries[i];
		const struct ibp_change *change = &entry->change;
		struct ibp_cell cells[] = {
			ibp_cell_number(entry->step),
			ibp_cell_time(entry->at),
			ibp_cell_text(entry->who),
			ibp_cell_code(entry->tool),
			ibp_cell_code(entry->act),
			ibp_cell_text(entry->assessment),
			ibp_cell_code(ibp_subject_word(change->subject)),
			ibp_cell_code(change->key),
			ibp_cell_text(change->name),
			ibp_cell_code(change->field),
			ibp_cell_text(change->from),
			ibp_cell_text(change->to),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_steps(struct ibp_doc *doc, const struct ibp_log_entry *entries,
		      size_t count)
{
	const struct ibp_column columns[] = {
		{NULL, _("When"), IBP_CELL_TIME, 0, false},
		{NULL, _("Who"), IBP_CELL_TEXT, 0, false},
		{NULL, _("Change"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Changes, newest first"),
				  columns, sizeof(columns) / sizeof(*columns));
	struct ibp_cmd_step *steps;
	size_t found = ibp_cmd_steps(entries, count, &doc->arena, &steps);

	table->place = IBP_ONLY_PEOPLE;
	table->empty = _("Nothing has been changed yet.");
	for (size_t i = 0; i < found; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_time(steps[i].at),
			ibp_cell_text(steps[i].who),
			ibp_cell_text(steps[i].text),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

void ibp_cmd_add_log(struct ibp_doc *doc, const struct ibp_log_entry *entries,
		     size_t count)
{
	add_changes(doc, entries, count);
	add_steps(doc, entries, count);
}

typedef enum ibp_status step_back(struct ibp_store *store,
				  struct ibp_changes *changes,
				  struct ibp_error *err);

/* FORMAT takes what was changed by it. */
static enum ibp_status take_step(struct ibp_run *run, step_back *step,
				 const char *format, const char *nothing,
				 struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	struct ibp_buf text = {0};
	enum ibp_status status = ibp_words_none(run, err);

	if (!status && run->options.dry_run)
		status = ibp_error_set(err, IBP_USAGE,
				       _("`%s` cannot be tried first: `%s log` "
					 "shows the last changes."),
				       run->action->name, run->tool->name);
	if (!status)
		status = step(ibp_cmd_file_of(run)->store, &changes, err);
	if (!status) {
		ibp_changes_describe(changes.items, changes.count, &text);
		ibp_run_say(run, changes.count ? "%s: %s." : "%s",
			    changes.count ? format : nothing,
			    ibp_buf_text(&text));
	}
	ibp_buf_release(&text);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_undo(struct ibp_run *run, struct ibp_error *err)
{
	return take_step(run, ibp_store_undo, _("Undone"),
			 _("There is nothing to undo."), err);
}

enum ibp_status ibp_cmd_redo(struct ibp_run *run, struct ibp_error *err)
{
	return take_step(run, ibp_store_redo, _("Done again"),
			 _("There is nothing to do again."), err);
}
