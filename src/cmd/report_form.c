/*
 * A workbook to fill in where there is no ibp-scan: what is known already,
 * lists to choose from, and the texts of the levels.  Reading it again goes
 * by the code of the norm and the name of the column, so rows and columns
 * may be moved, hidden and sorted.
 */
#include "base/i18n.h"
#include "base/locale.h"
#include "cmd/report_sheet.h"
#include "cmd/scan_rows.h"
#include "model/content.h"

#define SCHEMA "ibp-tools/form/1"
#define FIRST_ROW 3 /* of a table at the top of its sheet: title, header */

/* The sheets, by what links call them. */
#define HELP "instructions"
#define NORMS "form"
#define LEVELS "levels"

/* ---- What to do -----------------------------------------------------------
 */

static void add_facts(struct ibp_cmd_report *report)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_framework *framework = scan->framework;
	struct ibp_doc *doc = report->doc;

	ibp_doc_add_fact(doc, NULL, _("Board"), 0,
			 ibp_cell_text(scan->board.name));
	ibp_doc_add_fact(doc, NULL, _("Assessment"), 0,
			 ibp_cell_text(scan->info.name));
	ibp_doc_add_fact(
		doc, NULL, _("Framework"), 0,
		ibp_cell_text(ibp_arena_printf(
			&doc->arena, "%s, %s",
			ibp_content(framework->id, "title", framework->title),
			framework->version)));
	ibp_doc_add_fact(doc, NULL, _("Made on"), 0,
			 ibp_cell_date(report->today));
	ibp_doc_add_fact(doc, NULL, _("To fill in"), 0,
			 ibp_cell_link(C_("sheet", "Norms"), "#" NORMS));
	ibp_doc_add_fact(doc, NULL, _("The levels of each norm"), 0,
			 ibp_cell_link(C_("sheet", "Level texts"), "#" LEVELS));
}

static void add_steps(struct ibp_cmd_report *report)
{
	static const char *const steps[] = {
		N_("1. Fill in the white columns of the sheet with the norms. "
		   "The grey ones say which norm it is: leave them as they "
		   "are."),
		N_("2. A score is a level from 1 to 5. Choose n/a where the "
		   "norm does not apply, and give the reason. What nobody "
		   "knows "
		   "yet stays empty: it is never a zero."),
		N_("3. Click a code to read what each level of that norm "
		   "means."),
		N_("4. What you make empty is made empty in the data file as "
		   "well."),
		N_("5. Rows may be sorted and filtered, columns moved and "
		   "hidden. Every norm is known by its code, and every column "
		   "by its name."),
		N_("6. Save the workbook as .xlsx and send it back. `ibp-scan "
		   "import` shows every difference before anything is "
		   "changed."),
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		ibp_doc_add_text(report->doc, _(steps[i]));
}

static void add_help(struct ibp_cmd_report *report)
{
	const struct ibp_sheet sheet = {
		.key = HELP,
		.name = C_("sheet", "Instructions"),
		.title = _("Form: how far are you with each norm?"),
		.portrait = true,
		.one_page = true,
	};
	struct ibp_doc *doc = report->doc;

	ibp_doc_add_sheet(doc, &sheet);
	add_facts(report);
	ibp_doc_add_heading(doc, _("How to fill it in"));
	add_steps(report);
	ibp_doc_add_heading(doc, _("What the levels mean in general"));
	for (int level = 1; level <= IBP_LEVELS; level++)
		ibp_doc_add_fact(
			doc, NULL,
			ibp_arena_printf(
				&doc->arena, "%d %s", level,
				ibp_content_level_name(report->scan->framework,
						       level)),
			0,
			ibp_cell_text(ibp_content_level_meaning(
				report->scan->framework, level)));
	ibp_doc_add_text(doc, _("Confidential: it tells where the board is "
				"vulnerable. Share it only with who needs "
				"it."));
}

/* ---- What is filled in ----------------------------------------------------
 */

/* A column of the form: what it is called in the data file, and its look. */
struct form_field {
	const char *name;
	enum ibp_cell_type type;
	unsigned width;
};

static const struct form_field form_fields[] = {
	{"score", IBP_CELL_SCORE, 9},      {"reason", IBP_CELL_TEXT, 28},
	{"target", IBP_CELL_NUMBER, 14},   {"status", IBP_CELL_CHOICE, 16},
	{"priority", IBP_CELL_CHOICE, 12}, {"owner", IBP_CELL_TEXT, 22},
	{"due", IBP_CELL_DATE, 13},        {"note", IBP_CELL_TEXT, 44},
};

#define FIELDS (sizeof(form_fields) / sizeof(*form_fields))
#define KNOWN 3 /* columns before those: code, title, domain */

static const char *const *role_choices(struct ibp_doc *doc,
				       const struct ibp_framework *framework)
{
	const struct ibp_strings *roles = &framework->roles;
	const char **names;

	if (!roles->count)
		return NULL;
	names = ibp_arena_alloc(&doc->arena,
				(roles->count + 1) * sizeof(*names));
	for (size_t i = 0; i < roles->count; i++)
		names[i] = ibp_content_item(framework->id, "roles", i + 1,
					    roles->items[i]);
	return names;
}

/* The levels alone, without what does not apply. */
static const char *const *level_choices(struct ibp_doc *doc)
{
	const char **names =
		ibp_arena_alloc(&doc->arena, (IBP_LEVELS + 1) * sizeof(*names));

	for (int level = 1; level <= IBP_LEVELS; level++)
		names[level - 1] = ibp_arena_printf(&doc->arena, "%d", level);
	return names;
}

/* In the order of form_fields. */
static void set_looks(struct ibp_cmd_report *report, struct ibp_table *table)
{
	struct ibp_doc *doc = report->doc;
	const struct ibp_framework *framework = report->scan->framework;
	const struct ibp_look looks[KNOWN + FIELDS] = {
		{.width = 10, .shade = IBP_SHADE_FIXED},
		{.width = 46, .shade = IBP_SHADE_FIXED},
		{.width = 10, .shade = IBP_SHADE_FIXED},
		{.shade = IBP_SHADE_LEVEL,
		 .choices = ibp_cmd_report_scores(doc),
		 .prompt = _("A level from 1 to 5, or n/a with the reason "
			     "beside it. Empty: not known yet.")},
		{.prompt = _("Needed where the norm does not apply.")},
		{.choices = level_choices(doc),
		 .prompt = ibp_arena_printf(
			 &doc->arena,
			 _("Empty: the target of the framework, %d."),
			 framework->target)},
		{.choices = ibp_cmd_report_labels(doc, ibp_status_choices)},
		{.choices = ibp_cmd_report_labels(doc, ibp_grade_choices)},
		{.choices = role_choices(doc, framework),
		 .suggests = true,
		 .prompt = _("A role from the list, or another one.")},
		{.dates = true},
		{.width = 0},
	};
	struct ibp_look wide[KNOWN + FIELDS];

	for (size_t i = 0; i < KNOWN + FIELDS; i++) {
		wide[i] = looks[i];
		if (i >= KNOWN)
			wide[i].width = form_fields[i - KNOWN].width;
	}
	ibp_doc_set_looks(doc, table, wide);
}

static struct ibp_cell value_cell(struct ibp_cmd_report *report,
				  const struct form_field *field,
				  const char *value)
{
	switch (field->type) {
	case IBP_CELL_SCORE:
		return ibp_cell_score(ibp_score_value(value));
	case IBP_CELL_NUMBER:
		return value ? ibp_cell_number(ibp_score_value(value)) :
			       ibp_cell_none();
	case IBP_CELL_DATE:
		return ibp_cell_date(value);
	case IBP_CELL_CHOICE:
		return ibp_cmd_report_value_cell(report, field->name, value);
	default:
		return ibp_cell_text(value);
	}
}

static void add_norm(struct ibp_cmd_report *report, struct ibp_table *table,
		     size_t index)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	struct ibp_doc *doc = report->doc;
	struct ibp_cell cells[KNOWN + FIELDS] = {
		/* Without a mark: it is what the row is found by. */
		ibp_cell_link(norm->code,
			      ibp_arena_printf(&doc->arena, "#" LEVELS "!A%zu",
					       index + FIRST_ROW)),
		ibp_cmd_scan_title_cell(doc, norm, &report->marks),
		ibp_cell_code(scan->framework->domains[norm->domain].code),
	};

	for (size_t i = 0; i < FIELDS; i++)
		cells[KNOWN + i] = value_cell(
			report, &form_fields[i],
			ibp_answer_value(answer, form_fields[i].name));
	ibp_doc_add_row(doc, table, cells);
}

static void add_norms(struct ibp_cmd_report *report)
{
	const struct ibp_sheet sheet = {
		.key = NORMS,
		.name = C_("sheet", "Norms"),
		.freezes = true,
	};
	struct ibp_column columns[KNOWN + FIELDS] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Title"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Domain"), IBP_CELL_CODE, 0, false},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table;

	for (size_t i = 0; i < FIELDS; i++) {
		const struct form_field *field = &form_fields[i];
		const char *label =
			ibp_field_find(ibp_norm_fields, field->name)->label;

		columns[KNOWN + i] = (struct ibp_column){NULL, _(label),
							 field->type, 0, true};
	}
	ibp_doc_add_sheet(doc, &sheet);
	table = ibp_doc_add_table(doc, NULL, NULL, columns, KNOWN + FIELDS);
	set_looks(report, table);
	for (size_t i = 0; i < report->scan->framework->norm_count; i++)
		add_norm(report, table, i);
	ibp_cmd_report_add_legend(report);
}

/* ---- What each level means ------------------------------------------------
 */

static void add_level_row(struct ibp_cmd_report *report,
			  struct ibp_table *table, size_t index)
{
	const struct ibp_norm *norm = &report->scan->framework->norms[index];
	struct ibp_doc *doc = report->doc;
	struct ibp_cell cells[3 + IBP_LEVELS] = {
		ibp_cell_link(norm->code,
			      ibp_arena_printf(&doc->arena, "#" NORMS "!A%zu",
					       index + FIRST_ROW)),
		ibp_cmd_scan_title_cell(doc, norm, &report->marks),
		ibp_cell_text(
			ibp_content(norm->code, "purpose", norm->purpose)),
	};

	for (int level = 1; level <= IBP_LEVELS; level++)
		cells[2 + level] =
			ibp_cell_text(ibp_content_level(norm, level));
	ibp_doc_add_row(doc, table, cells);
}

static void add_levels(struct ibp_cmd_report *report)
{
	static const struct ibp_look looks[3 + IBP_LEVELS] = {
		{.width = 10}, {.width = 24}, {.width = 30}, {.width = 34},
		{.width = 34}, {.width = 34}, {.width = 34}, {.width = 34},
	};
	const struct ibp_sheet sheet = {
		.key = LEVELS,
		.name = C_("sheet", "Level texts"),
		.freezes = true,
	};
	const struct ibp_framework *framework = report->scan->framework;
	struct ibp_doc *doc = report->doc;
	struct ibp_column columns[3 + IBP_LEVELS] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Norm"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Purpose"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table;

	for (int level = 1; level <= IBP_LEVELS; level++)
		columns[2 + level] = (struct ibp_column){
			NULL,
			ibp_arena_printf(
				&doc->arena, "%d %s", level,
				ibp_content_level_name(framework, level)),
			IBP_CELL_TEXT, 0, true};
	ibp_doc_add_sheet(doc, &sheet);
	table = ibp_doc_add_table(doc, NULL, NULL, columns, 3 + IBP_LEVELS);
	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < framework->norm_count; i++)
		add_level_row(report, table, i);
	ibp_cmd_report_add_legend(report);
}

/* ---- What programs read ---------------------------------------------------
 */

static void add_meta(struct ibp_cmd_report *report)
{
	static const struct ibp_sheet sheet = {
		.key = "meta", .name = "_meta", .hidden = true};
	const struct ibp_cmd_scan *scan = report->scan;
	const struct {
		const char *key;
		const char *value;
	} facts[] = {
		{"schema", SCHEMA},
		{"framework", scan->framework->id},
		{"version", scan->framework->version},
		{"board", scan->board.name},
		{"assessment", scan->info.name},
		{"sheet", C_("sheet", "Norms")},
		{"language", ibp_locale_language()},
		{"made", report->now},
	};
	struct ibp_doc *doc = report->doc;

	ibp_doc_add_sheet(doc, &sheet);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++)
		ibp_doc_add_fact(doc, NULL, facts[i].key, 0,
				 ibp_cell_code(facts[i].value));
}

void ibp_cmd_report_write_form(struct ibp_cmd_report *report)
{
	report->doc = ibp_doc_new("form", ibp_cmd_report_name(report));
	ibp_cmd_report_set_properties(report);
	add_help(report);
	add_norms(report);
	add_levels(report);
	add_meta(report);
}
