#include "cmd/concerns.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/content.h"

/* So many names, and for people the rest as a number. */
#define NAMES_MAX 12

static void make(const struct ibp_landscape *landscape,
		 const struct ibp_fora *fora, const char *today,
		 struct ibp_concerns *concerns)
{
	struct ibp_cover *cover = ibp_cover_new(fora, landscape, today);
	struct ibp_arena arena = {0};

	ibp_concerns_make(cover, ibp_derived_all(cover, &arena), concerns);
	ibp_arena_release(&arena);
	ibp_cover_free(cover);
}

static struct ibp_cell text_cell(struct ibp_doc *doc, const char *text)
{
	return ibp_cell_text(ibp_arena_strdup(&doc->arena, text));
}

/* ---- The applications of a norm ------------------------------------------ */

static void add_data(struct ibp_doc *doc, const struct ibp_norm *norm,
		     const struct ibp_landscape *landscape,
		     const struct ibp_concerns *concerns)
{
	const struct ibp_column columns[] = {
		{"application", _("Application"), IBP_CELL_TEXT, 0, true},
		{"fact", _("Fact"), IBP_CELL_CODE, 0, false},
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"finding", _("Finding"), IBP_CELL_TEXT, 0, true},
		{"attention", _("Asks attention"), IBP_CELL_BOOL, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "applications", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < concerns->count; i++) {
		const struct ibp_concern *c = &concerns->items[i];
		struct ibp_cell cells[] = {
			text_cell(doc,
				  landscape->applications[c->application].name),
			ibp_cell_code(c->rule->fact),
			ibp_cell_code(c->rule->code),
			ibp_cell_text(_(c->rule->text)),
			ibp_cell_bool(c->rule->asks),
		};

		if (ibp_norm_looks_at(norm, c->rule->fact))
			ibp_doc_add_row(doc, table, cells);
	}
}

/* "no owner (2): Kahoot!, Zermelo"; nothing where no application says so. */
static void add_rule(struct ibp_doc *doc, const struct ibp_concern_rule *rule,
		     const struct ibp_landscape *landscape,
		     const struct ibp_concerns *concerns)
{
	struct ibp_buf names = {0};
	size_t count = 0;

	for (size_t i = 0; i < concerns->count; i++) {
		const struct ibp_concern *c = &concerns->items[i];

		if (c->rule != rule)
			continue;
		if (count++ < NAMES_MAX)
			ibp_buf_addf(
				&names, "%s%s", names.length ? ", " : "",
				landscape->applications[c->application].name);
	}
	if (count > NAMES_MAX)
		ibp_buf_addf(&names,
			     ibp_ngettext(", and %zu more", ", and %zu more",
					  count - NAMES_MAX),
			     count - NAMES_MAX);
	if (count)
		ibp_doc_add_text(doc,
				 ibp_arena_printf(&doc->arena, "%s (%zu): %s",
						  _(rule->text), count,
						  names.data));
	ibp_buf_release(&names);
}

/* What asks for attention comes first. */
static void add_rules(struct ibp_doc *doc, const struct ibp_norm *norm,
		      const struct ibp_landscape *landscape,
		      const struct ibp_concerns *concerns, bool asks)
{
	const struct ibp_concern_rule *rule;

	for (size_t i = 0; (rule = ibp_concern_rule_at(i)); i++)
		if (rule->asks == asks && ibp_norm_looks_at(norm, rule->fact))
			add_rule(doc, rule, landscape, concerns);
}

void ibp_cmd_add_norm_concerns(struct ibp_doc *doc, const struct ibp_norm *norm,
			       const struct ibp_landscape *landscape,
			       const struct ibp_fora *fora, const char *today)
{
	struct ibp_concerns concerns;

	if (!landscape->application_count || !norm->looks_at.count)
		return;
	make(landscape, fora, today, &concerns);
	add_data(doc, norm, landscape, &concerns);
	ibp_doc_add_heading(doc, _("Applications that this norm is about"));
	add_rules(doc, norm, landscape, &concerns, true);
	add_rules(doc, norm, landscape, &concerns, false);
	ibp_concerns_release(&concerns);
}

/* ---- The norms of an application ----------------------------------------- */

/* What is said of APPLICATION under the facts of NORM; none: no items. */
static struct ibp_cell findings_cell(struct ibp_doc *doc,
				     const struct ibp_norm *norm,
				     const struct ibp_concerns *concerns,
				     size_t application, size_t *count)
{
	struct ibp_cell *cells;
	size_t rules = 0;

	while (ibp_concern_rule_at(rules))
		rules++;
	cells = ibp_arena_alloc(&doc->arena, rules * sizeof(*cells));
	*count = 0;
	for (size_t i = 0; i < concerns->count; i++) {
		const struct ibp_concern *c = &concerns->items[i];

		if (c->application == application &&
		    ibp_norm_looks_at(norm, c->rule->fact))
			cells[(*count)++] = ibp_cell_choice(c->rule->code,
							    _(c->rule->text));
	}
	return ibp_cell_list(doc, cells, *count);
}

static void add_norms(struct ibp_doc *doc, struct ibp_table *table,
		      size_t application, const struct ibp_concerns *concerns,
		      const struct ibp_framework *framework,
		      const struct ibp_assessment *assessment)
{
	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];
		int score = assessment->answers[i].score;
		int target = ibp_assessment_target(framework, assessment, i);
		size_t count;
		struct ibp_cell cells[] = {
			ibp_cell_code(
				ibp_arena_strdup(&doc->arena, norm->code)),
			text_cell(doc, ibp_content_title(norm)),
			ibp_cell_score(score),
			ibp_cell_number(target),
			findings_cell(doc, norm, concerns, application, &count),
		};

		if (score >= 1 && score < target && count)
			ibp_doc_add_row(doc, table, cells);
	}
}

void ibp_cmd_add_application_concerns(struct ibp_doc *doc, size_t application,
				      const struct ibp_landscape *landscape,
				      const struct ibp_fora *fora,
				      const char *today,
				      const struct ibp_framework *framework,
				      const struct ibp_assessment *assessment)
{
	const struct ibp_column columns[] = {
		{"code", _("Norm"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"score", _("Score"), IBP_CELL_SCORE, 0, false},
		{"target", C_("column", "Target"), IBP_CELL_NUMBER, 0, false},
		{"because", _("Because of"), IBP_CELL_LIST, 0, true},
	};
	struct ibp_concerns concerns;
	struct ibp_table *table = ibp_doc_add_table(
		doc, "norms", _("Norms below target that are about it"),
		columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("None.");
	make(landscape, fora, today, &concerns);
	add_norms(doc, table, application, &concerns, framework, assessment);
	ibp_concerns_release(&concerns);
}
