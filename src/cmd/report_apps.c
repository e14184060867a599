/* The applications with their agreements, and what FORA asks of them. */
#include "base/i18n.h"
#include "cmd/map.h"
#include "cmd/map_heat.h"
#include "cmd/map_question.h"
#include "cmd/report_sheet.h"
#include "core/attention.h"
#include "core/coverage.h"

/* An application may be named after the board. */
static const char *name_of(struct ibp_cmd_report *report, size_t index)
{
	const struct ibp_application *a =
		&report->landscape->applications[index];

	if (!report->anonymous)
		return a->name;
	return ibp_arena_printf(&report->doc->arena, _("Application %ld"),
				a->id);
}

static struct ibp_cell names_cell(struct ibp_cmd_report *report,
				  const size_t *applications, size_t count)
{
	struct ibp_doc *doc = report->doc;
	const char **names =
		ibp_arena_alloc(&doc->arena, (count + 1) * sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = name_of(report, applications[i]);
	return ibp_cell_texts(doc, names, count);
}

/* ---- Applications ---- */

struct applications {
	struct ibp_cmd_report *report;
	struct ibp_attentions attentions;
	struct ibp_derived *derived;
};

/* What is the matter with one of them, below each other. */
static struct ibp_cell matters_cell(struct applications *a, size_t index)
{
	struct ibp_doc *doc = a->report->doc;
	const char *texts[IBP_ATTENTION_KINDS];
	size_t count = 0;

	for (size_t i = 0; i < a->attentions.count; i++) {
		const struct ibp_attention *item = &a->attentions.items[i];

		if (item->application == index && count < IBP_ATTENTION_KINDS)
			texts[count++] = ibp_attention_label(item->kind);
	}
	return ibp_cell_texts(doc, texts, count);
}

static struct ibp_cell personal_cell(struct applications *a, size_t index)
{
	bool is_derived = false;
	const char *word =
		ibp_personal_data_of(&a->report->landscape->applications[index],
				     &a->derived[index], &is_derived);
	struct ibp_cell cell = ibp_cmd_map_choice_cell(ibp_application_fields,
						       "personal_data", word);

	if (word && is_derived)
		cell.label = ibp_arena_printf(&a->report->doc->arena,
					      _("%s (FORA)"), cell.label);
	return cell;
}

static void add_application(struct applications *a, struct ibp_table *table,
			    size_t index)
{
	struct ibp_cmd_report *report = a->report;
	const struct ibp_application *one =
		&report->landscape->applications[index];
	const struct ibp_agreement *agreement = &one->agreement;
	const struct ibp_cell cells[] = {
		ibp_cell_text(name_of(report, index)),
		ibp_cmd_report_text_cell(report, one->supplier),
		ibp_cmd_map_choice_cell(
			ibp_application_fields, "status",
			ibp_application_status_at(one, report->today)),
		ibp_cmd_report_role_cell(report, one->owner),
		personal_cell(a, index),
		ibp_cmd_map_choice_cell(ibp_agreement_fields, "status",
					agreement->status),
		ibp_cell_code(agreement->model_version),
		ibp_cell_date(agreement->signed_on),
		ibp_cell_date(agreement->ends),
		ibp_cmd_map_choice_cell(ibp_agreement_fields, "dpia",
					agreement->dpia),
		ibp_cell_date(one->contract_end),
		matters_cell(a, index),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

static void add_applications(struct applications *a)
{
	static const struct ibp_look looks[] = {
		{.width = 30}, {.width = 24}, {.width = 13}, {.width = 20},
		{.width = 20}, {.width = 16}, {.width = 12}, {.width = 12},
		{.width = 12}, {.width = 14}, {.width = 12}, {.width = 28},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Application"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Supplier"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Status"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Owner"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Personal data"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Agreement"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Model"), IBP_CELL_CODE, 0, false},
		{NULL, _("Signed on"), IBP_CELL_DATE, 0, false},
		{NULL, _("Ends on"), IBP_CELL_DATE, 0, false},
		{NULL, _("DPIA"), IBP_CELL_CHOICE, 0, false},
		{NULL, _("Contract until"), IBP_CELL_DATE, 0, false},
		{NULL, _("What is the matter"), IBP_CELL_LIST, 0, true},
	};
	struct ibp_doc *doc = a->report->doc;
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, NULL, columns, sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	table->empty = _("There are no applications yet.");
	for (size_t i = 0; i < a->report->landscape->application_count; i++)
		add_application(a, table, i);
}

static void add_matters(struct applications *a)
{
	static const struct ibp_look looks[] = {
		{.width = 0}, {.width = 0, .shade = IBP_SHADE_ALERT}};
	const struct ibp_column columns[] = {
		{NULL, _("What is the matter"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Applications"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_doc *doc = a->report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("To look at"), columns, 2);

	ibp_doc_set_looks(doc, table, looks);
	for (int kind = 0; kind < IBP_ATTENTION_KINDS; kind++) {
		const struct ibp_cell cells[] = {
			ibp_cell_text(ibp_attention_label(
				(enum ibp_attention_kind)kind)),
			ibp_cell_number((long)a->attentions.counts[kind]),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	ibp_doc_add_text(doc, _("(FORA): FORA says so of the information that "
				"the application uses where it is placed; the "
				"board itself has not said it."));
}

void ibp_cmd_report_add_applications(struct ibp_cmd_report *report)
{
	struct applications a = {.report = report};

	a.derived = ibp_derived_all(report->cover, &report->doc->arena);
	ibp_attentions_make(report->cover, a.derived, &a.attentions);
	add_applications(&a);
	add_matters(&a);
	ibp_attentions_release(&a.attentions);
}

/* ---- Coverage ---- */

static void add_domain(struct ibp_cmd_report *report, struct ibp_table *table,
		       const struct ibp_coverage_total *total,
		       struct ibp_cell name)
{
	const struct ibp_cell cells[] = {
		name,
		ibp_cell_number((long)total->rows),
		ibp_cell_number((long)total->expected),
		ibp_cell_number((long)total->covered),
		ibp_cell_number((long)total->gaps),
		ibp_cell_number((long)total->excluded),
		ibp_cell_number((long)total->applications),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

static void add_domains(struct ibp_cmd_report *report,
			const struct ibp_coverage *coverage)
{
	static const struct ibp_look looks[] = {
		{.width = 34},
		{.width = 34},
		{.width = 44},
		{.width = 16},
		{.width = 36, .shade = IBP_SHADE_ALERT},
		{.width = 16},
		{.width = 16},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Functions"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("A system is expected"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Covered"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Gaps"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Not for us"), IBP_CELL_NUMBER, 0, false},
		{NULL, _("Applications"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, _("Per domain"), columns,
				  sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < coverage->domain_count; i++) {
		const struct ibp_coverage_total *total = &coverage->domains[i];

		if (total->rows)
			add_domain(
				report, table, total,
				total->domain == IBP_FORA_NONE ?
					ibp_cell_text(_("in no domain")) :
					ibp_cmd_map_name_cell(report->fora,
							      total->domain));
	}
	add_domain(report, table, &coverage->total,
		   ibp_cell_text(_("All functions")));
}

static void add_function(struct ibp_cmd_report *report, struct ibp_table *table,
			 const struct ibp_coverage_row *row)
{
	const struct ibp_fora_element *e =
		&report->fora->elements[row->element];
	const char *reason = row->exclusion ? row->exclusion->reason : NULL;
	const struct ibp_cell cells[] = {
		ibp_cmd_map_name_cell(report->fora, e->domain),
		ibp_cmd_map_name_cell(report->fora, e->parent),
		ibp_cell_text(e->name),
		ibp_cmd_map_state_cell(row),
		names_cell(report, row->applications, row->application_count),
		names_cell(report, row->planned, row->planned_count),
		ibp_cmd_report_text_cell(report, reason),
	};

	ibp_doc_add_row(report->doc, table, cells);
}

static void add_functions(struct ibp_cmd_report *report,
			  const struct ibp_coverage *coverage)
{
	static const struct ibp_look looks[] = {
		{.width = 26}, {.width = 34}, {.width = 44}, {.width = 16},
		{.width = 36}, {.width = 24}, {.width = 30},
	};
	const struct ibp_column columns[] = {
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Part of"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Function"), IBP_CELL_TEXT, 0, true},
		{NULL, _("State"), IBP_CELL_TEXT, 0, false},
		{NULL, _("Applications"), IBP_CELL_LIST, 0, true},
		{NULL, _("Planned"), IBP_CELL_LIST, 0, true},
		{NULL, _("Not for us"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_doc *doc = report->doc;
	struct ibp_table *table = ibp_doc_add_table(
		doc, NULL, NULL, columns, sizeof(columns) / sizeof(*columns));

	ibp_doc_set_looks(doc, table, looks);
	for (size_t i = 0; i < coverage->count; i++)
		add_function(report, table, &coverage->rows[i]);
}

void ibp_cmd_report_add_coverage(struct ibp_cmd_report *report)
{
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(report->cover, &coverage);
	add_functions(report, &coverage);
	add_domains(report, &coverage);
	ibp_doc_add_text(
		report->doc,
		ibp_arena_printf(&report->doc->arena,
				 _("FORA of %s. A gap is a function for which "
				   "FORA expects a system and that no "
				   "application in use serves."),
				 report->fora->version));
	ibp_coverage_release(&coverage);
}
