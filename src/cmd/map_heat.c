#include "cmd/map_heat.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "cmd/map.h"

/* More applications than this are one sign. */
#define SIGN_MAX 9

static char sign_of(const struct ibp_coverage_row *row)
{
	if (row->exclusion)
		return 'x';
	if (row->application_count > SIGN_MAX)
		return '+';
	if (row->application_count)
		return (char)('0' + row->application_count);
	if (row->planned_count)
		return 'p';
	return row->is_gap ? '?' : '.';
}

/* A sign per function; a space before each main function. */
static struct ibp_cell map_cell(struct ibp_doc *doc,
				const struct ibp_cover *cover,
				const struct ibp_coverage *coverage,
				uint32_t domain)
{
	struct ibp_buf map = {0};
	struct ibp_cell cell;

	for (size_t i = 0; i < coverage->count; i++) {
		const struct ibp_coverage_row *row = &coverage->rows[i];
		const struct ibp_fora_element *e =
			&cover->fora->elements[row->element];

		if (e->domain != domain)
			continue;
		if (e->type == IBP_FORA_MAIN_FUNCTION && map.length)
			ibp_buf_add_char(&map, ' ');
		ibp_buf_add_char(&map, sign_of(row));
	}
	cell = ibp_cell_text(ibp_arena_strdup(&doc->arena, ibp_buf_text(&map)));
	ibp_buf_release(&map);
	return cell;
}

static void add_domain(struct ibp_doc *doc, struct ibp_table *table,
		       const struct ibp_cover *cover,
		       const struct ibp_coverage *coverage,
		       const struct ibp_coverage_total *total)
{
	bool is_domain = total->domain != IBP_FORA_NONE;
	struct ibp_cell cells[] = {
		is_domain ?
			ibp_cell_code(cover->fora->elements[total->domain].id) :
			ibp_cell_none(),
		is_domain ? ibp_cmd_map_name_cell(cover->fora, total->domain) :
			    ibp_cell_text(_("in no domain")),
		ibp_cell_number((long)total->rows),
		ibp_cell_number((long)total->expected),
		ibp_cell_number((long)total->covered),
		ibp_cell_number((long)total->gaps),
		ibp_cell_number((long)total->excluded),
		ibp_cell_number((long)total->applications),
		map_cell(doc, cover, coverage, total->domain),
	};

	ibp_doc_add_row(doc, table, cells);
}

void ibp_cmd_map_add_heat(struct ibp_doc *doc, const struct ibp_cover *cover,
			  const struct ibp_coverage *coverage)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"name", _("Domain"), IBP_CELL_TEXT, 0, true},
		{"functions", _("Functions"), IBP_CELL_NUMBER, IBP_WHEN_WIDE,
		 false},
		{"expected", C_("column", "Exp."), IBP_CELL_NUMBER,
		 IBP_WHEN_WIDE, false},
		{"covered", C_("column", "Cov."), IBP_CELL_NUMBER, 0, false},
		{"gaps", _("Gaps"), IBP_CELL_NUMBER, 0, false},
		{"excluded", _("Not for us"), IBP_CELL_NUMBER, IBP_WHEN_WIDE,
		 false},
		{"applications", C_("column", "Appl."), IBP_CELL_NUMBER, 0,
		 false},
		{NULL, C_("column", "Functions, one sign each"), IBP_CELL_TEXT,
		 IBP_ONLY_PEOPLE, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "domains", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	for (size_t i = 0; i < coverage->domain_count; i++)
		add_domain(doc, table, cover, coverage, &coverage->domains[i]);
	ibp_doc_add_text(
		doc,
		_("One sign per function, a space before each main function: "
		  "1 to 9 is how many applications serve it, + is more; ? is a "
		  "gap, p is planned, x is not for us; at . no system is "
		  "expected."));
}
