/* init: a data file with a first, empty assessment. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/words.h"

#define FIELDS_MAX 8
#define NAME_WORD "board" /* what the board's name is called here */

/* The board's own fields, and which framework the assessment is against. */
static void make_fields(struct ibp_field fields[FIELDS_MAX])
{
	size_t count = 0;

	for (const struct ibp_field *f = ibp_board_fields; f->name; f++)
		if (!f->internal)
			fields[count++] = *f;
	fields[0].name = NAME_WORD;
	fields[count] = *ibp_field_find(ibp_assessment_fields, "framework");
	fields[count++].required = false;
	fields[count] = *ibp_field_find(ibp_assessment_fields, "version");
	fields[count++].required = false;
	fields[count] = (struct ibp_field){.name = NULL};
}

/* Asks until the answer is right; then it is in VALUE, from ARENA. */
static enum ibp_status ask(struct ibp_run *run, const struct ibp_field *field,
			   const char *question, const char *wanted,
			   struct ibp_arena *arena, const char **value,
			   struct ibp_error *err)
{
	const char *today = ibp_cmd_scan_of(run)->file.today;
	struct ibp_field needed = *field;

	needed.required = true;
	for (;;) {
		char *answer = NULL;
		char *clean = NULL;
		enum ibp_status status =
			ibp_run_ask(run, question, wanted, &answer, err);

		if (status)
			return status;
		status = ibp_field_parse(&needed, answer, today, &clean, err);
		free(answer);
		if (!status) {
			*value = ibp_arena_strdup(arena, clean);
			free(clean);
			return IBP_OK;
		}
		ibp_run_say(run, "%s", ibp_error_text(err));
		ibp_error_release(err);
	}
}

static enum ibp_status need(struct ibp_run *run, const struct ibp_field *fields,
			    struct ibp_words *words, const char *name,
			    const char *question, const char *wanted,
			    const char **value, struct ibp_error *err)
{
	*value = ibp_words_value(words, name);
	if (*value)
		return IBP_OK;
	return ask(run, ibp_field_find(fields, name), question, wanted,
		   &words->arena, value, err);
}

static void add_facts(struct ibp_changes *changes,
		      const struct ibp_words *words, const char *name,
		      const char *sector)
{
	static const char *const others[] = {"students", "schools", "province"};

	ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "", "name", NULL, name);
	ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "", "sector", NULL,
			sector);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		const char *value = ibp_words_value(words, others[i]);

		if (value)
			ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "",
					others[i], NULL, value);
	}
}

static enum ibp_status create(struct ibp_run *run,
			      const struct ibp_changes *facts,
			      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_store_init init = {
		.tool = run->tool->name,
		.framework_id = scan->framework->id,
		.framework_version = scan->framework->version,
		.board = facts->items,
		.board_count = facts->count,
	};
	enum ibp_status status;

	scan->file.path = ibp_cmd_new_path(run);
	if (run->options.dry_run) {
		ibp_run_say(run, _("This would make %s."), scan->file.path);
		return IBP_OK;
	}
	status = ibp_store_create(scan->file.path, &init, err);
	if (status)
		return status;
	ibp_run_say(run,
		    ibp_ngettext("%s is made, with %zu norm to score. Start "
				 "with `%s` or `%s list`.",
				 "%s is made, with %zu norms to score. Start "
				 "with `%s` or `%s list`.",
				 scan->framework->norm_count),
		    scan->file.path, scan->framework->norm_count,
		    run->tool->name, run->tool->name);
	return IBP_OK;
}

static enum ibp_status make(struct ibp_run *run, struct ibp_words *words,
			    const struct ibp_field *fields,
			    struct ibp_changes *facts, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *id = ibp_words_value(words, "framework");
	const char *name = NULL;
	const char *sector = NULL;
	enum ibp_status status;

	status = need(run, fields, words, NAME_WORD,
		      _("What is the name of the school board?"), "board=NAME",
		      &name, err);
	if (!status)
		status = need(run, fields, words, "sector",
			      _("What is its sector: po, vo, so or po+vo?"),
			      "sector=po", &sector, err);
	if (!status)
		status = ibp_framework_open(scan->file.data_dir,
					    id ? id : IBP_SCAN_FRAMEWORK,
					    ibp_words_value(words, "version"),
					    &scan->framework, err);
	if (status)
		return status;
	add_facts(facts, words, name, sector);
	return create(run, facts, err);
}

enum ibp_status ibp_cmd_scan_init(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_field fields[FIELDS_MAX];
	struct ibp_changes facts = {0};
	struct ibp_words words = {0};
	enum ibp_status status;

	make_fields(fields);
	status = ibp_words_read(run, fields, ibp_cmd_scan_of(run)->file.today,
				&words, err);
	if (!status)
		status = ibp_words_count(run, &words, 0, 0, err);
	if (!status)
		status = make(run, &words, fields, &facts, err);
	ibp_changes_release(&facts);
	ibp_words_release(&words);
	return status;
}
