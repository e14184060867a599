/* school add, list, rm: the board's schools. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

static enum ibp_status add(struct ibp_run *run, const struct ibp_words *words,
			   const char *name, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	const char *key;
	enum ibp_status status =
		ibp_cmd_new_key(run, IBP_SUBJECT_SCHOOL, &key, err);

	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, key, "name", NULL,
			name);
	for (size_t i = 0; i < words->field_count; i++)
		if (words->fields[i].value)
			ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, key,
					words->fields[i].field->name, NULL,
					words->fields[i].value);
	status = ibp_cmd_change(run, &changes,
				_("`ibp-scan school list` shows them all."),
				err);
	ibp_changes_release(&changes);
	return status;
}

static enum ibp_status read_board(struct ibp_cmd_scan *scan,
				  struct ibp_error *err)
{
	return ibp_store_board(scan->file.store, &scan->file.arena,
			       &scan->board, err);
}

/* Two schools of one name cannot be told apart, however it is written. */
static enum ibp_status check_free(const struct ibp_cmd_scan *scan,
				  const char *name, struct ibp_error *err)
{
	char *folded = ibp_text_fold(name);
	const char *taken = NULL;

	for (size_t i = 0; !taken && i < scan->board.school_count; i++) {
		char *other = ibp_text_fold(scan->board.schools[i].name);

		if (strcmp(other, folded) == 0)
			taken = scan->board.schools[i].name;
		free(other);
	}
	free(folded);
	return taken ? ibp_error_set(err, IBP_USAGE,
				     _("There is a school \"%s\" already. Give "
				       "this one another name."),
				     taken) :
		       IBP_OK;
}

enum ibp_status ibp_cmd_scan_school_add(struct ibp_run *run,
					struct ibp_error *err)
{
	/* The name is a plain word, so it is no field here. */
	const struct ibp_field *fields = ibp_school_fields + 1;
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	char *name = NULL;
	enum ibp_status status =
		ibp_words_read(run, fields, scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = ibp_field_parse(ibp_school_fields, words.plain[0],
					 scan->file.today, &name, err);
	if (!status)
		status = read_board(scan, err);
	if (!status)
		status = check_free(scan, name, err);
	if (!status)
		status = add(run, &words, name, err);
	free(name);
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_scan_school_list(struct ibp_run *run,
					 struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"brin", _("BRIN code"), IBP_CELL_CODE, 0, false},
		{"sector", _("Sector"), IBP_CELL_CHOICE, 0, false},
	};
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_table *table;
	struct ibp_doc *doc;
	enum ibp_status status = read_board(scan, err);

	if (status)
		return status;
	doc = ibp_doc_new("school-list", NULL);
	table = ibp_doc_add_table(doc, "schools", _("Schools"), columns,
				  sizeof(columns) / sizeof(*columns));
	table->empty = _("There are no schools yet. Add one with `ibp-scan "
			 "school add NAME`.");
	for (size_t i = 0; i < scan->board.school_count; i++) {
		const struct ibp_school *school = &scan->board.schools[i];
		struct ibp_cell cells[] = {
			ibp_cell_number(school->id),
			ibp_cell_text(school->name),
			ibp_cell_code(school->brin),
			ibp_cmd_value_cell(
				doc,
				ibp_field_find(ibp_school_fields, "sector"),
				school->sector),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

/* By number or by name. */
static const struct ibp_school *find_school(struct ibp_cmd_scan *scan,
					    const char *word)
{
	for (size_t i = 0; i < scan->board.school_count; i++) {
		const struct ibp_school *school = &scan->board.schools[i];
		const char *number =
			ibp_arena_printf(&scan->file.arena, "%ld", school->id);

		if (strcmp(number, word) == 0 ||
		    strcmp(school->name, word) == 0)
			return school;
	}
	return NULL;
}

/*
 * What no school uses by name is used by all of them, which is not what was
 * meant for an application of the SCHOOL that went.
 */
static void say_left(struct ibp_run *run, const struct ibp_landscape *landscape,
		     const struct ibp_school *school)
{
	struct ibp_buf names = {0};
	size_t count = 0;

	for (size_t i = 0; i < landscape->application_count; i++) {
		const struct ibp_application *a = &landscape->applications[i];

		if (a->use_count == 1 && a->uses->school == school->id)
			ibp_buf_addf(&names, "%s%s", count++ ? ", " : "",
				     a->name);
	}
	if (count)
		ibp_run_say(run,
			    _("Only this school used %s. Now it counts for "
			      "all schools: say which use it with `fora-map "
			      "use`, or remove it with `fora-map app rm`."),
			    ibp_buf_text(&names));
	ibp_buf_release(&names);
}

static enum ibp_status refuse_school(struct ibp_cmd_scan *scan,
				     const char *word, struct ibp_error *err)
{
	size_t count = scan->board.school_count;
	const char **names = ibp_arena_alloc(&scan->file.arena,
					     (count + 1) * sizeof(*names));
	const char *near;

	for (size_t i = 0; i < count; i++)
		names[i] = scan->board.schools[i].name;
	near = ibp_text_nearest(word, names);
	if (near)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no school \"%s\". Did you "
				       "mean \"%s\"?"),
				     word, near);
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no school \"%s\". `ibp-scan school "
			       "list` lists them."),
			     word);
}

static enum ibp_status remove_school(struct ibp_run *run, const char *word,
				     struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_school *school = find_school(scan, word);
	struct ibp_landscape *landscape = NULL;
	struct ibp_changes changes = {0};
	enum ibp_status status;
	const char *key;

	if (!school)
		return refuse_school(scan, word, err);
	status = ibp_store_landscape(scan->file.store, &landscape, err);
	if (status)
		return status;
	key = ibp_arena_printf(&scan->file.arena, "%ld", school->id);
	ibp_landscape_remove_uses(landscape, school->id, &changes);
	ibp_changes_add(&changes, IBP_SUBJECT_SCHOOL, 0, key, "name",
			school->name, NULL);
	status = ibp_cmd_change(run, &changes,
				_("`ibp-scan undo` brings it back."), err);
	if (!status)
		say_left(run, landscape, school);
	ibp_changes_release(&changes);
	ibp_landscape_free(landscape);
	return status;
}

enum ibp_status ibp_cmd_scan_school_rm(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, NULL, scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = read_board(scan, err);
	if (!status)
		status = remove_school(run, words.plain[0], err);
	ibp_words_release(&words);
	return status;
}
