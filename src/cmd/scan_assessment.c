/* assessment list, new: assessments over time in one file. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"

static enum ibp_status read_list(struct ibp_cmd_scan *scan,
				 struct ibp_assessment_info **list,
				 size_t *count, struct ibp_error *err)
{
	return ibp_store_assessments(scan->file.store, &scan->file.arena, list,
				     count, err);
}

enum ibp_status ibp_cmd_scan_assessment_list(struct ibp_run *run,
					     struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, IBP_ONLY_DATA, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"framework", _("Framework"), IBP_CELL_CODE, 0, false},
		{"version", _("Version"), IBP_CELL_CODE, 0, false},
		{"created", _("Made"), IBP_CELL_TIME, 0, false},
		{"locked", _("Locked"), IBP_CELL_TIME, 0, false},
		{"locked_by", _("Locked by"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 false},
		{"digest", _("Digest"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"unlock_reason", _("Reason to unlock"), IBP_CELL_TEXT,
		 IBP_WHEN_WIDE, true},
		{"scored", _("Scored"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_assessment_info *list = NULL;
	size_t count = 0;
	struct ibp_table *table;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = read_list(scan, &list, &count, err);
	if (status)
		return status;
	doc = ibp_doc_new("assessment-list", NULL);
	table = ibp_doc_add_table(doc, "assessments", _("Assessments"), columns,
				  sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < count; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_number(list[i].id),
			ibp_cell_text(list[i].name),
			ibp_cell_code(list[i].framework_id),
			ibp_cell_code(list[i].framework_version),
			ibp_cell_time(list[i].created),
			ibp_cell_time(list[i].locked),
			ibp_cell_text(list[i].locked_by),
			ibp_cell_code(list[i].digest),
			ibp_cell_text(list[i].unlock_reason),
			ibp_cell_number(list[i].scored),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return ibp_cmd_show(run, doc, err);
}

/* What a new assessment is made from. */
struct plan {
	char *name;
	const char *framework_id;
	const char *version; /* NULL: the newest */
	long copy;           /* 0: from nothing */
};

static enum ibp_status plan_source(struct ibp_run *run,
				   const struct ibp_words *words,
				   struct plan *plan, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_assessment_info info;
	enum ibp_status status;

	if (!run->options.copy)
		return IBP_OK;
	if (words->field_count)
		return ibp_error_set(err, IBP_USAGE,
				     _("A copy keeps its framework: leave "
				       "\"%s\" or --copy out."),
				     words->fields[0].field->name);
	status = ibp_store_find_assessment(scan->file.store, run->options.copy,
					   &scan->file.arena, &info, err);
	if (status)
		return status;
	plan->copy = info.id;
	plan->framework_id = info.framework_id;
	plan->version = info.framework_version;
	return IBP_OK;
}

enum ibp_status ibp_cmd_scan_check_name(struct ibp_cmd_scan *scan,
					const char *name, struct ibp_error *err)
{
	struct ibp_assessment_info *list = NULL;
	size_t count = 0;
	enum ibp_status status = read_list(scan, &list, &count, err);

	for (size_t i = 0; !status && i < count; i++)
		if (strcmp(list[i].name, name) == 0)
			return ibp_error_set(err, IBP_USAGE,
					     _("There is an assessment \"%s\" "
					       "already. Choose another "
					       "name."),
					     name);
	return status;
}

static enum ibp_status make(struct ibp_run *run, const struct plan *plan,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status;

	status = ibp_framework_open(scan->file.data_dir, plan->framework_id,
				    plan->version, &scan->framework, err);
	if (!status)
		status = ibp_cmd_scan_check_name(scan, plan->name, err);
	if (status)
		return status;
	if (run->options.dry_run) {
		ibp_run_say(run, _("This would make the assessment \"%s\"."),
			    plan->name);
		return IBP_OK;
	}
	status = ibp_store_new_assessment(
		scan->file.store, plan->name, scan->framework->id,
		scan->framework->version, plan->copy, err);
	if (!status)
		ibp_run_say(run,
			    _("The assessment \"%s\" is made and is now the "
			      "one that commands use; -a NAME chooses "
			      "another."),
			    plan->name);
	return status;
}

enum ibp_status ibp_cmd_scan_assessment_new(struct ibp_run *run,
					    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	/* The name is a plain word, so it is no field here. */
	const struct ibp_field *fields = ibp_assessment_fields + 1;
	struct plan plan = {.framework_id = IBP_SCAN_FRAMEWORK};
	struct ibp_words words = {0};
	enum ibp_status status =
		ibp_words_read(run, fields, scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = ibp_field_parse(ibp_assessment_fields, words.plain[0],
					 scan->file.today, &plan.name, err);
	if (!status)
		status = plan_source(run, &words, &plan, err);
	if (!status && ibp_words_value(&words, "framework"))
		plan.framework_id = ibp_words_value(&words, "framework");
	if (!status && ibp_words_value(&words, "version"))
		plan.version = ibp_words_value(&words, "version");
	if (!status)
		status = make(run, &plan, err);
	free(plan.name);
	ibp_words_release(&words);
	return status;
}
