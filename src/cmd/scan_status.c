/* status: totals, and a line per domain. */
#include "cmd/scan.h"

#include "base/i18n.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "core/score.h"
#include "model/content.h"

#define BAR_PER_LEVEL 2

static struct ibp_cell lowest_cell(const struct ibp_total *total)
{
	return total->lowest ? ibp_cell_number(total->lowest) : ibp_cell_none();
}

/* An average as a row of signs, with the target as an upright one. */
static struct ibp_cell bar_cell(struct ibp_doc *doc, long average, int target)
{
	struct ibp_buf bar = {0};
	struct ibp_cell cell;

	for (int i = 1; i <= IBP_LEVELS * BAR_PER_LEVEL; i++) {
		bool full = average * BAR_PER_LEVEL >= i * 100L;

		ibp_buf_add(&bar, full ? "#" : ".");
		if (i == target * BAR_PER_LEVEL)
			ibp_buf_add(&bar, "|");
	}
	cell = ibp_cell_text(ibp_arena_strdup(&doc->arena, ibp_buf_text(&bar)));
	ibp_buf_release(&bar);
	return cell;
}

static void add_facts(struct ibp_doc *doc, const struct ibp_cmd_scan *scan,
		      const struct ibp_total *total)
{
	const struct ibp_framework *framework = scan->framework;

	ibp_doc_add_fact(doc, "board", _("Board"), 0,
			 ibp_cell_text(scan->board.name));
	ibp_doc_add_fact(doc, "assessment", _("Assessment"), 0,
			 ibp_cell_text(scan->info.name));
	ibp_doc_add_fact(doc, "framework", _("Framework"), 0,
			 ibp_cell_choice(framework->id, framework->title));
	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(framework->version));
	ibp_doc_add_fact(doc, "norms", _("Norms"), 0,
			 ibp_cell_number(total->norms));
	ibp_doc_add_fact(doc, "scored", _("Scored"), 0,
			 ibp_cell_number(total->scored));
	ibp_doc_add_fact(doc, "not_applicable", _("Not applicable"), 0,
			 ibp_cell_number(total->not_applicable));
	ibp_doc_add_fact(doc, "open", _("Open"), 0,
			 ibp_cell_number(total->open));
	ibp_doc_add_fact(doc, "below_target", _("Below target"), 0,
			 ibp_cell_number(total->below_target));
	ibp_doc_add_fact(doc, "average", _("Average"), 0,
			 ibp_cell_hundredths(total->average));
	ibp_doc_add_fact(doc, "lowest", _("Lowest"), 0, lowest_cell(total));
}

static struct ibp_table *add_table(struct ibp_doc *doc)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"part", _("Part"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"title", _("Domain"), IBP_CELL_TEXT, 0, true},
		{"norms", _("Norms"), IBP_CELL_NUMBER, IBP_ONLY_DATA, false},
		{"scored", _("Scored"), IBP_CELL_NUMBER, IBP_ONLY_DATA, false},
		{NULL, _("Scored"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE, false},
		{"not_applicable", C_("score", "n/a"), IBP_CELL_NUMBER,
		 IBP_WHEN_WIDE, false},
		{"open", _("Open"), IBP_CELL_NUMBER, IBP_WHEN_WIDE, false},
		{"below_target", C_("column", "Below"), IBP_CELL_NUMBER, 0,
		 false},
		{"average", C_("column", "Avg."), IBP_CELL_HUNDREDTHS, 0,
		 false},
		{"lowest", C_("column", "Low"), IBP_CELL_NUMBER, 0, false},
		{"title_status", _("Status of the title"), IBP_CELL_CODE,
		 IBP_ONLY_DATA, false},
		{NULL, C_("column", "Level 1-5"), IBP_CELL_TEXT,
		 IBP_ONLY_PEOPLE, false},
	};

	return ibp_doc_add_table(doc, "domains", _("Domains"), columns,
				 sizeof(columns) / sizeof(*columns));
}

static void add_domain(struct ibp_doc *doc, struct ibp_table *table,
		       const struct ibp_cmd_scan *scan, size_t index,
		       unsigned *marks)
{
	const struct ibp_framework *framework = scan->framework;
	const struct ibp_domain *domain = &framework->domains[index];
	struct ibp_total total =
		ibp_total_domain(framework, scan->assessment, index);
	struct ibp_cell cells[] = {
		ibp_cell_code(domain->code),
		ibp_cell_code(framework->parts[domain->part].code),
		ibp_cmd_scan_domain_title_cell(doc, domain, marks),
		ibp_cell_number(total.norms),
		ibp_cell_number(total.scored),
		ibp_cell_text(ibp_arena_printf(&doc->arena, "%ld/%ld",
					       total.scored, total.norms)),
		ibp_cell_number(total.not_applicable),
		ibp_cell_number(total.open),
		ibp_cell_number(total.below_target),
		ibp_cell_hundredths(total.average),
		lowest_cell(&total),
		ibp_cell_code(ibp_title_status_word(domain->title_status)),
		bar_cell(doc, total.average, framework->target),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_next(struct ibp_doc *doc, const struct ibp_total *total)
{
	if (total->open)
		ibp_doc_add_text(doc, _("Go on scoring with `ibp-scan`, or see "
					"what is below target with `ibp-scan "
					"gaps`."));
	else if (total->below_target)
		ibp_doc_add_text(doc, _("See what is below target with "
					"`ibp-scan gaps`."));
}

enum ibp_status ibp_cmd_scan_status(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_total total;
	struct ibp_table *table;
	struct ibp_doc *doc;
	unsigned marks = 0;
	enum ibp_status status = ibp_words_none(run, err);

	if (status)
		return status;
	total = ibp_total_all(scan->framework, scan->assessment);
	doc = ibp_doc_new("status", NULL);
	add_facts(doc, scan, &total);
	table = add_table(doc);
	for (size_t i = 0; i < scan->framework->domain_count; i++)
		add_domain(doc, table, scan, i, &marks);
	ibp_cmd_scan_add_legend(doc, marks);
	add_next(doc, &total);
	return ibp_cmd_show(run, doc, err);
}
