/* restore: the automatic copies of the data file, and the way back. */
#include "cmd/file.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "cmd/words.h"
#include "report/doc.h"

static enum ibp_status list(struct ibp_run *run,
			    const struct ibp_store_copy *copies, size_t count,
			    struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"name", _("Name"), IBP_CELL_CODE, 0, false},
		{"at", _("Made"), IBP_CELL_TIME, 0, false},
		{"path", _("Place"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
	};
	struct ibp_doc *doc = ibp_doc_new("restore", NULL);
	struct ibp_table *table =
		ibp_doc_add_table(doc, "restore", _("Copies, newest first"),
				  columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("There are no copies. They are made before something "
			 "large, such as an import.");
	for (size_t i = 0; i < count; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_code(copies[i].name),
			ibp_cell_time(copies[i].at),
			ibp_cell_text(copies[i].path),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

/* A copy by its name, else WORD as a path. */
static const char *find_path(const struct ibp_store_copy *copies, size_t count,
			     const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(copies[i].name, word) == 0)
			return copies[i].path;
	return word;
}

static enum ibp_status restore(struct ibp_run *run, const char *copy,
			       struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	const char *question = ibp_arena_printf(
		&file->arena,
		_("Put %s in the place of %s? What is there now is kept as a "
		  "copy. [y/N]"),
		copy, file->path);
	char *saved = NULL;
	bool yes = false;
	enum ibp_status status = IBP_OK;

	if (!ibp_file_exists(copy))
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no copy %s. `%s restore` "
				       "lists them."),
				     copy, run->tool->name);
	if (run->options.dry_run)
		ibp_run_say(run, _("This would put %s in the place of %s."),
			    copy, file->path);
	else
		status = ibp_run_confirm(run, question, &yes, err);
	if (status || !yes)
		return status;
	status = ibp_store_restore(file->path, copy, run->tool->name, &saved,
				   err);
	if (!status && saved)
		ibp_run_say(run,
			    _("%s is as it was in %s. What was there before is "
			      "in %s."),
			    file->path, copy, saved);
	else if (!status)
		ibp_run_say(run, _("%s is as it was in %s."), file->path, copy);
	free(saved);
	return status;
}

enum ibp_status ibp_cmd_restore(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	struct ibp_store_copy *copies = NULL;
	size_t count = 0;
	enum ibp_status status = IBP_OK;

	if (run->word_count > 1)
		status = ibp_words_exactly(run, 1, err);
	file->path = ibp_path_board(run->options.file);
	if (!status)
		status = ibp_store_copies(file->path, &file->arena, &copies,
					  &count, err);
	if (status)
		return status;
	if (!run->word_count)
		return list(run, copies, count, err);
	return restore(run, find_path(copies, count, run->words[0]), err);
}
