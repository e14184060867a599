/* landscape: every application on a day, today beside that day. */
#include <string.h>

#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/moment.h"

struct show {
	struct ibp_doc *doc;
	const struct ibp_cover *today;
	const struct ibp_cover *then;
	const struct ibp_moments *moments;
};

static struct ibp_cell status_cell(const char *status)
{
	return ibp_cmd_map_choice_cell(ibp_application_fields, "status",
				       status);
}

static void add_applications(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, 0, false},
		{"name", _("Application"), IBP_CELL_TEXT, 0, true},
		{"supplier", _("Supplier"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"status_today", _("Today"), IBP_CELL_CHOICE, 0, false},
		{"status", _("Then"), IBP_CELL_CHOICE, 0, false},
		{"changed", _("Changed"), IBP_CELL_BOOL, 0, false},
	};
	const struct ibp_landscape *l = show->then->landscape;
	struct ibp_table *table = ibp_doc_add_table(
		show->doc, "landscape", _("Applications"), columns, 6);

	table->empty = _("None.");
	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_application *a = &l->applications[i];
		const struct ibp_moment_application *m =
			&show->moments->applications[i];
		struct ibp_cell cells[] = {
			ibp_cell_number(a->id),
			ibp_cell_text(a->name),
			ibp_cell_text(a->supplier),
			status_cell(m->before),
			status_cell(m->after),
			ibp_cell_bool(strcmp(m->before, m->after) != 0),
		};

		ibp_doc_add_row(show->doc, table, cells);
	}
}

static struct ibp_cell served_cell(const struct show *show,
				   const struct ibp_coverage_row *row)
{
	return ibp_cmd_map_applications_cell(show->doc, show->then,
					     row ? row->applications : NULL,
					     row ? row->application_count : 0);
}

static void add_function(const struct show *show, struct ibp_table *table,
			 const struct ibp_moment_function *f)
{
	const struct ibp_fora_element *e =
		&show->then->fora->elements[f->element];
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cell_text(e->name),
		ibp_cell_choice(ibp_moment_word(f->kind),
				ibp_moment_label(f->kind)),
		served_cell(show, f->before),
		served_cell(show, f->after),
	};

	ibp_doc_add_row(show->doc, table, cells);
}

static void add_functions(const struct show *show)
{
	static const enum ibp_moment_kind kinds[] = {
		IBP_MOMENT_LOST, IBP_MOMENT_GAINED, IBP_MOMENT_CHANGED};
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"name", _("Function"), IBP_CELL_TEXT, 0, true},
		{"change", _("Change"), IBP_CELL_CHOICE, 0, false},
		{"applications_today", _("Today"), IBP_CELL_LIST, 0, true},
		{"applications", _("Then"), IBP_CELL_LIST, 0, true},
	};
	struct ibp_table *table = ibp_doc_add_table(
		show->doc, "functions",
		_("Functions that are served otherwise"), columns, 5);

	table->empty = _("None.");
	/* What is lost comes first, what only changes hands last. */
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (size_t i = 0; i < show->moments->function_count; i++)
			if (show->moments->functions[i].kind == kinds[k])
				add_function(show, table,
					     &show->moments->functions[i]);
}

static void add_counts(const struct show *show)
{
	const struct ibp_coverage_total *before = &show->moments->before.total;
	const struct ibp_coverage_total *after = &show->moments->after.total;

	ibp_doc_add_fact(show->doc, "today", _("Today"), 0,
			 ibp_cell_date(ibp_arena_strdup(&show->doc->arena,
							show->today->date)));
	ibp_doc_add_fact(show->doc, "covered_today", _("Covered today"), 0,
			 ibp_cell_number((long)before->covered));
	ibp_doc_add_fact(show->doc, "covered", _("Covered then"), 0,
			 ibp_cell_number((long)after->covered));
	ibp_doc_add_fact(show->doc, "gaps_today", _("Gaps today"), 0,
			 ibp_cell_number((long)before->gaps));
	ibp_doc_add_fact(show->doc, "gaps", _("Gaps then"), 0,
			 ibp_cell_number((long)after->gaps));
	ibp_doc_add_fact(show->doc, "changed", _("Applications that change"), 0,
			 ibp_cell_number((long)show->moments->changed));
}

enum ibp_status ibp_cmd_map_landscape(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct ibp_cover *then = NULL;
	struct ibp_cover *today;
	struct ibp_moments moments;
	struct show show;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_map_cover(run, &then, err);
	if (status)
		return status;
	today = ibp_cover_new(then->fora, then->landscape,
			      ibp_cmd_map_of(run)->file.today);
	ibp_moments_make(today, then, &moments);
	show = (struct show){ibp_doc_new("landscape", NULL), today, then,
			     &moments};
	ibp_cmd_map_add_head(show.doc, then);
	add_counts(&show);
	add_applications(&show);
	add_functions(&show);
	ibp_cmd_map_add_unplaced(show.doc, then);
	status = ibp_cmd_show(run, show.doc, err);
	ibp_moments_release(&moments);
	ibp_cover_free(today);
	ibp_cover_free(then);
	return status;
}
