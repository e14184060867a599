/* log, undo, redo. */
#include "cmd/scan.h"

#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

static struct ibp_cell act_cell(const char *act)
{
	static const struct ibp_choice acts[] = {
		{"set", NC_("act", "change")},
		{"undo", NC_("act", "undo")},
		{"redo", NC_("act", "redo")},
		{NULL, NULL},
	};
	static const struct ibp_field field = {.choices = acts};
	int index = ibp_field_choice(&field, act);

	if (index < 0)
		return ibp_cell_code(act);
	return ibp_cell_choice(
		act, ibp_pgettext_expr(IBP_DOMAIN, "act", acts[index].label));
}

static struct ibp_cell sentence_cell(struct ibp_doc *doc,
				     const struct ibp_change *change)
{
	struct ibp_buf text = {0};
	struct ibp_cell cell;

	ibp_changes_describe(change, 1, &text);
	cell = ibp_cell_text(
		ibp_arena_strdup(&doc->arena, ibp_buf_text(&text)));
	ibp_buf_release(&text);
	return cell;
}

static struct ibp_table *add_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"step", _("Step"), IBP_CELL_NUMBER, IBP_ONLY_DATA, false},
		{"at", _("When"), IBP_CELL_TIME, 0, false},
		{"who", _("Who"), IBP_CELL_TEXT, 0, false},
		{"tool", _("Tool"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"act", _("Act"), IBP_CELL_CHOICE, 0, false},
		{"assessment", _("Assessment"), IBP_CELL_TEXT, IBP_ONLY_DATA,
		 false},
		{"subject", _("What"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"key", _("Which"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"field", _("Field"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"from", _("From"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
		{"to", _("To"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
		{NULL, _("Change"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE, true},
	};

	return ibp_doc_add_table(doc, "log", _("Changes, newest first"),
				 columns, sizeof(columns) / sizeof(*columns));
}

enum ibp_status ibp_cmd_scan_add_log_table(struct ibp_doc *doc,
					   struct ibp_cmd_scan *scan,
					   const char *code,
					   struct ibp_error *err)
{
	struct ibp_log_entry *entries = NULL;
	struct ibp_table *table;
	size_t count = 0;
	enum ibp_status status = ibp_store_log(
		scan->store, code, 0, &doc->arena, &entries, &count, err);

	if (status)
		return status;
	table = add_table(doc);
	table->empty = _("Nothing has been changed yet.");
	for (size_t i = 0; i < count; i++) {
		const struct ibp_log_entry *entry = &entries[i];
		const struct ibp_change *change = &entry->change;
		struct ibp_cell cells[] = {
			ibp_cell_number(entry->step),
			ibp_cell_time(entry->at),
			ibp_cell_text(entry->who),
			ibp_cell_code(entry->tool),
			act_cell(entry->act),
			ibp_cell_text(entry->assessment),
			ibp_cell_code(ibp_subject_word(change->subject)),
			ibp_cell_code(change->key),
			ibp_cell_code(change->field),
			ibp_cell_text(change->from),
			ibp_cell_text(change->to),
			sentence_cell(doc, change),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return IBP_OK;
}

enum ibp_status ibp_cmd_scan_log(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	struct ibp_doc *doc = NULL;
	const char *code = NULL;
	size_t index = 0;
	enum ibp_status status =
		ibp_words_read(run, NULL, scan->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 0, 1, err);
	if (!status && words.plain_count) {
		status = ibp_cmd_scan_find_norm(scan, words.plain[0], &index,
						err);
		code = scan->framework->norms[index].code;
	}
	if (!status) {
		doc = ibp_doc_new("log", NULL);
		status = ibp_cmd_scan_add_log_table(doc, scan, code, err);
	}
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	ibp_words_release(&words);
	return status;
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
		status = step(ibp_cmd_scan_of(run)->store, &changes, err);
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

enum ibp_status ibp_cmd_scan_undo(struct ibp_run *run, struct ibp_error *err)
{
	return take_step(run, ibp_store_undo, _("Undone"),
			 _("There is nothing to undo."), err);
}

enum ibp_status ibp_cmd_scan_redo(struct ibp_run *run, struct ibp_error *err)
{
	return take_step(run, ibp_store_redo, _("Done again"),
			 _("There is nothing to do again."), err);
}
