/* gaps: functions that wait for an application, and the other way round. */
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/coverage.h"

static void add_gap(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_cover *cover,
		    const struct ibp_coverage_row *row)
{
	const struct ibp_fora_element *e = &cover->fora->elements[row->element];
	size_t count = 0;
	uint32_t *candidates = ibp_coverage_candidates(cover, row->element,
						       &doc->arena, &count);
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cmd_map_type_cell(e->type),
		ibp_cmd_map_name_cell(cover->fora, e->domain),
		ibp_cmd_map_name_cell(cover->fora, e->parent),
		ibp_cell_text(e->name),
		ibp_cmd_map_elements_cell(doc, cover, candidates, count),
		ibp_cmd_map_applications_cell(doc, cover, row->planned,
					      row->planned_count),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_gaps(struct ibp_doc *doc, const struct ibp_cover *cover,
		     const struct ibp_coverage *coverage)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"type", _("Type"), IBP_CELL_CHOICE, IBP_ONLY_DATA, false},
		{"domain", _("Domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"parent", _("Part of"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"name", _("Function"), IBP_CELL_TEXT, 0, true},
		{"components", _("Component that fits"), IBP_CELL_LIST, 0,
		 true},
		{"planned", _("Planned"), IBP_CELL_LIST, IBP_WHEN_WIDE, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "gaps", _("Gaps"), columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("None.");
	for (size_t i = 0; i < coverage->count; i++)
		if (coverage->rows[i].is_gap)
			add_gap(doc, table, cover, &coverage->rows[i]);
}

enum ibp_status ibp_cmd_map_gaps(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	struct ibp_coverage coverage;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (status)
		return status;
	doc = ibp_doc_new("gaps", NULL);
	ibp_cmd_map_add_head(doc, cover);
	ibp_coverage_of_functions(cover, &coverage);
	ibp_doc_add_fact(doc, "expected", _("A system is expected"), 0,
			 ibp_cell_number((long)coverage.total.expected));
	ibp_doc_add_fact(doc, "count", _("Gaps"), 0,
			 ibp_cell_number((long)coverage.total.gaps));
	add_gaps(doc, cover, &coverage);
	ibp_cmd_map_add_unplaced(doc, cover);
	if (coverage.total.gaps)
		ibp_doc_add_text(doc, _("Place an application with `fora-map "
					"link APP ELEMENT`, or say that a "
					"function is not for you with "
					"`fora-map exclude ELEMENT "
					"reason=...`."));
	status = ibp_cmd_show(run, doc, err);
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
	return status;
}
