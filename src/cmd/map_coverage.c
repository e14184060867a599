/* coverage: which applications serve which function, or fill which component.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map_heat.h"
#include "cmd/map_question.h"
#include "core/coverage.h"
#include "core/overlap.h"

static struct ibp_cell reason_cell(const struct ibp_coverage_row *row)
{
	return row->exclusion ? ibp_cell_text(row->exclusion->reason) :
				ibp_cell_none();
}

struct ibp_cell ibp_cmd_map_state_cell(const struct ibp_coverage_row *row)
{
	const char *word = _("covered");

	if (row->exclusion)
		word = _("not for us");
	else if (row->is_gap)
		word = row->planned_count ? _("gap, planned") :
					    C_("coverage", "gap");
	else if (!row->application_count)
		word = C_("coverage", "none needed");
	return ibp_cell_text(word);
}

static void add_counts(struct ibp_doc *doc, const struct ibp_coverage *coverage)
{
	const struct ibp_coverage_total *total = &coverage->total;

	ibp_doc_add_fact(doc, "expected", _("A system is expected"), 0,
			 ibp_cell_number((long)total->expected));
	ibp_doc_add_fact(doc, "covered", _("Covered"), 0,
			 ibp_cell_number((long)total->covered));
	ibp_doc_add_fact(doc, "gaps", _("Gaps"), 0,
			 ibp_cell_number((long)total->gaps));
	ibp_doc_add_fact(doc, "not_for_us", _("Not for us"), 0,
			 ibp_cell_number((long)total->excluded));
}

static void add_overlaps(struct ibp_doc *doc, const struct ibp_cover *cover)
{
	struct ibp_overlaps overlaps;

	ibp_overlaps_make(cover, &overlaps);
	ibp_doc_add_fact(doc, "overlaps", _("Overlaps"), 0,
			 ibp_cell_number((long)overlaps.count));
	ibp_doc_add_fact(doc, "possible_overlaps", _("Of which possible"), 0,
			 ibp_cell_number((long)overlaps.possible));
	ibp_overlaps_release(&overlaps);
}

static void add_function(struct ibp_doc *doc, struct ibp_table *table,
			 const struct ibp_cover *cover,
			 const struct ibp_coverage_row *row)
{
	const struct ibp_fora_element *e = &cover->fora->elements[row->element];
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cmd_map_type_cell(e->type),
		ibp_cmd_map_name_cell(cover->fora, e->domain),
		ibp_cmd_map_name_cell(cover->fora, e->parent),
		ibp_cell_text(e->name),
		ibp_cmd_map_state_cell(row),
		ibp_cmd_map_applications_cell(doc, cover, row->applications,
					      row->application_count),
		ibp_cmd_map_applications_cell(doc, cover, row->planned,
					      row->planned_count),
		ibp_cell_bool(row->expects),
		reason_cell(row),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_functions(struct ibp_doc *doc, const struct ibp_cover *cover,
			  const struct ibp_coverage *coverage)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"type", _("Type"), IBP_CELL_CHOICE, IBP_ONLY_DATA, false},
		{"domain", _("Domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"parent", _("Part of"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"name", _("Function"), IBP_CELL_TEXT, 0, true},
		{NULL, _("State"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE, false},
		{"applications", _("Applications"), IBP_CELL_LIST, 0, true},
		{"planned", _("Planned"), IBP_CELL_LIST, IBP_WHEN_WIDE, true},
		{"expects_system", _("Expects a system"), IBP_CELL_BOOL,
		 IBP_ONLY_DATA, false},
		{"excluded", _("Not for us"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "functions", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	for (size_t i = 0; i < coverage->count; i++)
		add_function(doc, table, cover, &coverage->rows[i]);
}

static void by_function(struct ibp_doc *doc, const struct ibp_cover *cover)
{
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(cover, &coverage);
	add_counts(doc, &coverage);
	add_overlaps(doc, cover);
	add_functions(doc, cover, &coverage);
	ibp_coverage_release(&coverage);
}

static void by_domain(struct ibp_doc *doc, const struct ibp_cover *cover)
{
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(cover, &coverage);
	add_counts(doc, &coverage);
	add_overlaps(doc, cover);
	ibp_cmd_map_add_heat(doc, cover, &coverage);
	ibp_coverage_release(&coverage);
}

static void add_component(struct ibp_doc *doc, struct ibp_table *table,
			  const struct ibp_cover *cover,
			  const struct ibp_coverage_row *row)
{
	const struct ibp_fora_element *e = &cover->fora->elements[row->element];
	struct ibp_cell cells[] = {
		ibp_cell_code(e->id),
		ibp_cell_text(e->name),
		ibp_cmd_map_name_cell(cover->fora, e->domain),
		ibp_cmd_map_name_cell(cover->fora, e->parent),
		ibp_cmd_map_applications_cell(doc, cover, row->applications,
					      row->application_count),
		ibp_cmd_map_applications_cell(doc, cover, row->planned,
					      row->planned_count),
		reason_cell(row),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void by_component(struct ibp_doc *doc, const struct ibp_cover *cover)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"name", _("Component"), IBP_CELL_TEXT, 0, true},
		{"domain", _("Domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"parent", _("Part of"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"applications", _("Applications"), IBP_CELL_LIST, 0, true},
		{"planned", _("Planned"), IBP_CELL_LIST, IBP_WHEN_WIDE, true},
		{"excluded", _("Not for us"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 true},
	};
	struct ibp_coverage coverage;
	struct ibp_table *table;

	ibp_coverage_of_components(cover, &coverage);
	ibp_doc_add_fact(doc, "covered", _("Covered"), 0,
			 ibp_cell_number((long)coverage.total.covered));
	add_overlaps(doc, cover);
	table = ibp_doc_add_table(doc, "components", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < coverage.count; i++)
		add_component(doc, table, cover, &coverage.rows[i]);
	ibp_coverage_release(&coverage);
}

typedef void fill_doc(struct ibp_doc *doc, const struct ibp_cover *cover);

static const struct {
	const char *word;
	fill_doc *fill;
} views[] = {
	{"function", by_function},
	{"domain", by_domain},
	{"component", by_component},
};

static enum ibp_status read_by(const struct ibp_run *run, fill_doc **fill,
			       struct ibp_error *err)
{
	const char *by = run->options.by ? run->options.by : views[0].word;

	for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++) {
		if (strcmp(views[i].word, by) == 0) {
			*fill = views[i].fill;
			return IBP_OK;
		}
	}
	return ibp_error_set(err, IBP_USAGE,
			     _("Coverage by \"%s\" does not exist. Give "
			       "--by=function, domain or component."),
			     by);
}

enum ibp_status ibp_cmd_map_coverage(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	fill_doc *fill = NULL;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = read_by(run, &fill, err);
	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (status)
		return status;
	doc = ibp_doc_new("coverage", NULL);
	ibp_cmd_map_add_head(doc, cover);
	fill(doc, cover);
	status = ibp_cmd_show(run, doc, err);
	ibp_cover_free(cover);
	return status;
}
