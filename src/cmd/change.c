/* Making changes, or showing what they would be. */
#include "base/i18n.h"
#include "cmd/cells.h"
#include "cmd/file.h"

enum ibp_status ibp_cmd_show(struct ibp_run *run, struct ibp_doc *doc,
			     struct ibp_error *err)
{
	enum ibp_status status = ibp_run_show(run, doc, err);

	ibp_doc_free(doc);
	return status;
}

enum ibp_status ibp_cmd_new_key(struct ibp_run *run, enum ibp_subject subject,
				const char **key, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	enum ibp_status status;
	long id;

	if (run->options.dry_run) {
		*key = "new";
		return IBP_OK;
	}
	status = ibp_store_new_id(file->store, subject, &id, err);
	if (!status)
		*key = ibp_arena_printf(&file->arena, "%ld", id);
	return status;
}

/* People know most things by a name, programs by the key. */
static struct ibp_cell key_cell(const struct ibp_change *change)
{
	return change->name ? ibp_cell_choice(change->key, change->name) :
			      ibp_cell_code(change->key);
}

static enum ibp_status show_changes(struct ibp_run *run,
				    const struct ibp_changes *changes,
				    struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"subject", _("What"), IBP_CELL_CODE, 0, false},
		{"key", _("Which"), IBP_CELL_CODE, 0, false},
		{"field", _("Field"), IBP_CELL_CODE, 0, false},
		{"from", _("From"), IBP_CELL_TEXT, 0, true},
		{"to", _("To"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_doc *doc = ibp_doc_new("changes", NULL);
	struct ibp_table *table = ibp_doc_add_table(
		doc, "changes", _("This would change. Nothing was changed."),
		columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("Nothing would change.");
	for (size_t i = 0; i < changes->count; i++) {
		const struct ibp_change *change = &changes->items[i];
		struct ibp_cell cells[] = {
			ibp_cmd_subject_cell(change->subject),
			key_cell(change),
			ibp_cmd_field_cell(change),
			ibp_cmd_changed_cell(doc, change, change->from),
			ibp_cmd_changed_cell(doc, change, change->to),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

enum ibp_status ibp_cmd_change(struct ibp_run *run, struct ibp_changes *changes,
			       const char *next, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	struct ibp_buf text = {0};
	enum ibp_status status = IBP_OK;
	size_t done = 0;

	if (!run->options.dry_run)
		status = ibp_store_apply(file->store, changes->items,
					 changes->count, &done, err);
	if (!status)
		status = ibp_store_name(file->store, changes, err);
	if (status)
		return status;
	if (run->options.dry_run)
		return show_changes(run, changes, err);
	if (!done) {
		ibp_run_say(run, _("Nothing changed: it was so already."));
		return IBP_OK;
	}
	ibp_changes_describe(changes->items, changes->count, &text);
	if (next)
		ibp_run_say(run, "%s. %s", ibp_buf_text(&text), next);
	else
		ibp_run_say(run, "%s.", ibp_buf_text(&text));
	ibp_buf_release(&text);
	return IBP_OK;
}
