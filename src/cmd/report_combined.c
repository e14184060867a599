/* The overview of many boards: a row per board, the domains as columns. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"
#include "cmd/report_batch.h"
#include "report/render_xlsx.h"

/* Of the frameworks of all boards together; a sheet takes 60 columns. */
#define DOMAINS_MAX 45

enum {
	RANK,
	BOARD,
	SECTOR,
	ASSESSMENT,
	VERSION,
	SCORED,
	OPEN,
	AVERAGE,
	LOWEST,
	BELOW,
	FACTS
};

struct overview {
	const struct ibp_run *run;
	const struct ibp_style *style;
	struct ibp_doc *doc;
	const struct ibp_cmd_report_entry **boards; /* that there are */
	size_t board_count;
	const struct ibp_cmd_report_domain *domains[DOMAINS_MAX];
	size_t domain_count;
	const char *created;
};

static const struct ibp_cmd_report_domain *find_domain(
	const struct ibp_cmd_report_row *row, const char *code)
{
	for (size_t i = 0; i < row->domain_count; i++)
		if (strcmp(row->domains[i].code, code) == 0)
			return &row->domains[i];
	return NULL;
}

static bool has_domain(const struct overview *o, const char *code)
{
	for (size_t i = 0; i < o->domain_count; i++)
		if (strcmp(o->domains[i]->code, code) == 0)
			return true;
	return false;
}

static void add_board(struct overview *o,
		      const struct ibp_cmd_report_entry *entry)
{
	const struct ibp_cmd_report_row *row = &entry->row;

	o->boards[o->board_count++] = entry;
	if (!o->created || strcmp(row->made, o->created) > 0)
		o->created = row->made;
	for (size_t i = 0; i < row->domain_count; i++)
		if (o->domain_count < DOMAINS_MAX &&
		    !has_domain(o, row->domains[i].code))
			o->domains[o->domain_count++] = &row->domains[i];
}

/* The highest first; a board without a score comes last. */
static int by_average(const void *left, const void *right)
{
	const struct ibp_cmd_report_entry *a =
		*(const struct ibp_cmd_report_entry *const *)left;
	const struct ibp_cmd_report_entry *b =
		*(const struct ibp_cmd_report_entry *const *)right;
	long x = a->row.total.average;
	long y = b->row.total.average;

	if (x != y)
		return x < y ? 1 : -1;
	return (a > b) - (a < b);
}

/* Boards with the same average have the same place. */
static struct ibp_cell rank_cell(const struct overview *o, size_t index)
{
	long average = o->boards[index]->row.total.average;
	size_t rank = index;

	if (average < 0)
		return ibp_cell_none();
	while (rank && o->boards[rank - 1]->row.total.average == average)
		rank--;
	return ibp_cell_number((long)rank + 1);
}

static struct ibp_cell name_cell(const struct overview *o, size_t index)
{
	if (!o->run->options.anonymous)
		return ibp_cell_text(o->boards[index]->row.name);
	return ibp_cell_text(ibp_arena_printf(&o->doc->arena, _("Board %zu"),
					      o->boards[index]->number));
}

static void set_facts(const struct overview *o, size_t index,
		      struct ibp_cell *cells)
{
	const struct ibp_cmd_report_row *row = &o->boards[index]->row;
	bool anonymous = o->run->options.anonymous;

	cells[RANK] = rank_cell(o, index);
	cells[BOARD] = name_cell(o, index);
	cells[SECTOR] = ibp_cell_text(row->sector);
	cells[ASSESSMENT] = ibp_cell_text(anonymous ? NULL : row->assessment);
	cells[VERSION] = ibp_cell_code(row->version);
	cells[SCORED] = ibp_cell_number(row->total.scored);
	cells[OPEN] = ibp_cell_number(row->total.open);
	cells[AVERAGE] = ibp_cell_hundredths(row->total.average);
	cells[LOWEST] = ibp_cell_score(row->total.lowest);
	cells[BELOW] = ibp_cell_number(row->total.below_target);
}

static struct ibp_cell domain_average(const struct ibp_total *total)
{
	return ibp_cell_hundredths(total->average);
}

static struct ibp_cell domain_lowest(const struct ibp_total *total)
{
	return ibp_cell_score(total->lowest);
}

typedef struct ibp_cell domain_cell(const struct ibp_total *total);

/* Adds the domains of the board with this INDEX from CELLS on. */
static void set_domains(const struct overview *o, size_t index,
			domain_cell *make, struct ibp_cell *cells)
{
	for (size_t i = 0; i < o->domain_count; i++) {
		const struct ibp_cmd_report_domain *domain = find_domain(
			&o->boards[index]->row, o->domains[i]->code);

		cells[i] = domain ? make(&domain->total) : ibp_cell_none();
	}
}

static void add_domain_columns(const struct overview *o,
			       enum ibp_cell_type type, enum ibp_shade shade,
			       struct ibp_column *columns,
			       struct ibp_look *looks)
{
	for (size_t i = 0; i < o->domain_count; i++) {
		columns[i] = (struct ibp_column){NULL, o->domains[i]->code,
						 type, 0, false};
		looks[i] = (struct ibp_look){.width = 8, .shade = shade};
	}
}

/* Boards are ranked by own choice only: without it that column is not there.
 */
static void add_overview(struct overview *o)
{
	struct ibp_column columns[FACTS + DOMAINS_MAX] = {
		[RANK] = {NULL, _("Rank"), IBP_CELL_NUMBER, 0, false},
		[BOARD] = {NULL, _("Board"), IBP_CELL_TEXT, 0, true},
		[SECTOR] = {NULL, _("Sector"), IBP_CELL_TEXT, 0, true},
		[ASSESSMENT] = {NULL, _("Assessment"), IBP_CELL_TEXT, 0, true},
		[VERSION] = {NULL, _("Version"), IBP_CELL_CODE, 0, false},
		[SCORED] = {NULL, _("Scored"), IBP_CELL_NUMBER, 0, false},
		[OPEN] = {NULL, _("Open"), IBP_CELL_NUMBER, 0, false},
		[AVERAGE] = {NULL, _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
		[LOWEST] = {NULL, _("Lowest"), IBP_CELL_SCORE, 0, false},
		[BELOW] = {NULL, _("Below target"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_look looks[FACTS + DOMAINS_MAX] = {
		[RANK] = {.width = 9},
		[BOARD] = {.width = 34},
		[SECTOR] = {.width = 22},
		[ASSESSMENT] = {.width = 20},
		[VERSION] = {.width = 11},
		[SCORED] = {.width = 12},
		[OPEN] = {.width = 9},
		[AVERAGE] = {.width = 14},
		[LOWEST] = {.width = 12, .shade = IBP_SHADE_LEVEL},
		[BELOW] = {.width = 12, .shade = IBP_SHADE_ALERT},
	};
	size_t first = o->run->options.ranking ? RANK : BOARD;
	struct ibp_table *table;

	add_domain_columns(o, IBP_CELL_HUNDREDTHS, IBP_SHADE_NONE,
			   columns + FACTS, looks + FACTS);
	table = ibp_doc_add_table(o->doc, NULL, _("Averages per domain"),
				  columns + first,
				  FACTS - first + o->domain_count);
	ibp_doc_set_looks(o->doc, table, looks + first);
	for (size_t i = 0; i < o->board_count; i++) {
		struct ibp_cell cells[FACTS + DOMAINS_MAX];

		set_facts(o, i, cells);
		set_domains(o, i, domain_average, cells + FACTS);
		ibp_doc_add_row(o->doc, table, cells + first);
	}
}

static void add_lowest(struct overview *o)
{
	struct ibp_column columns[1 + DOMAINS_MAX] = {
		{NULL, _("Board"), IBP_CELL_TEXT, 0, true}};
	struct ibp_look looks[1 + DOMAINS_MAX] = {{.width = 34}};
	struct ibp_table *table;

	add_domain_columns(o, IBP_CELL_SCORE, IBP_SHADE_LEVEL, columns + 1,
			   looks + 1);
	table = ibp_doc_add_table(o->doc, NULL, _("Lowest level per domain"),
				  columns, 1 + o->domain_count);
	ibp_doc_set_looks(o->doc, table, looks);
	for (size_t i = 0; i < o->board_count; i++) {
		struct ibp_cell cells[1 + DOMAINS_MAX] = {name_cell(o, i)};

		set_domains(o, i, domain_lowest, cells + 1);
		ibp_doc_add_row(o->doc, table, cells);
	}
}

static void add_titles(struct overview *o)
{
	const struct ibp_column columns[] = {
		{NULL, _("Code"), IBP_CELL_CODE, 0, false},
		{NULL, _("Domain"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(o->doc, NULL, _("Domains"), columns, 2);

	for (size_t i = 0; i < o->domain_count; i++) {
		const struct ibp_cell cells[] = {
			ibp_cell_code(o->domains[i]->code),
			ibp_cell_text(o->domains[i]->title),
		};

		ibp_doc_add_row(o->doc, table, cells);
	}
	ibp_doc_add_text(
		o->doc, _("An average counts the norms that have a score. An "
			  "empty cell is a domain without a score, or one that "
			  "the version of the framework does not have."));
}

/* A name of a file is the name of a board. */
static void add_failures(struct overview *o,
			 const struct ibp_cmd_report_list *list)
{
	const struct ibp_column columns[] = {
		{NULL, _("Data file"), IBP_CELL_TEXT, 0, true},
		{NULL, _("Reason"), IBP_CELL_TEXT, 0, true},
	};
	static const struct ibp_look looks[] = {{.width = 34}, {.width = 100}};
	struct ibp_table *table;

	if (o->board_count == list->count)
		return;
	if (o->run->options.anonymous) {
		ibp_doc_add_text(o->doc, _("Not every data file could be "
					   "read. The log says which."));
		return;
	}
	table = ibp_doc_add_table(o->doc, NULL, _("Not in this overview"),
				  columns, 2);
	ibp_doc_set_looks(o->doc, table, looks);
	for (size_t i = 0; i < list->count; i++) {
		const struct ibp_cell cells[] = {
			ibp_cell_text(list->entries[i].file),
			ibp_cell_text(list->entries[i].reason),
		};

		if (list->entries[i].reason)
			ibp_doc_add_row(o->doc, table, cells);
	}
}

static void add_sheet(struct overview *o, const char *key, const char *name)
{
	const struct ibp_sheet sheet = {
		.key = key, .name = name, .freezes = true};

	ibp_doc_add_sheet(o->doc, &sheet);
}

static void write_doc(struct overview *o,
		      const struct ibp_cmd_report_list *list)
{
	o->doc = ibp_doc_new("report-combined", _("Boards side by side"));
	o->doc->properties = (struct ibp_doc_properties){
		.subject = _("Information security and privacy"),
		.author = "ibp-report",
		.created = o->created,
		.footer = _("Boards side by side"),
	};
	add_sheet(o, "overview", C_("sheet", "Overview"));
	add_overview(o);
	add_sheet(o, "lowest", C_("sheet", "Lowest levels"));
	add_lowest(o);
	add_sheet(o, "domains", C_("sheet", "Domains"));
	add_titles(o);
	add_failures(o, list);
}

static enum ibp_status write_workbook(struct ibp_run *run, struct overview *o,
				      const struct ibp_cmd_report_list *list,
				      struct ibp_error *err)
{
	const char *language = run->options.report_lang;
	char *before = ibp_strdup(ibp_locale_language());
	struct ibp_buf out = {0};
	enum ibp_status status;

	if (language)
		ibp_locale_use(language);
	write_doc(o, list);
	status = ibp_render_xlsx(o->doc, o->style, &out, err);
	ibp_locale_use(before);
	free(before);
	if (!status)
		status = ibp_cmd_report_put(run, run->options.combined, &out,
					    err);
	ibp_buf_release(&out);
	ibp_doc_free(o->doc);
	return status;
}

enum ibp_status ibp_cmd_report_combine(struct ibp_run *run,
				       const struct ibp_style *style,
				       const struct ibp_cmd_report_list *list,
				       struct ibp_error *err)
{
	struct overview o = {.run = run, .style = style};
	enum ibp_status status;

	o.boards = ibp_alloc((list->count + 1) * sizeof(*o.boards));
	for (size_t i = 0; i < list->count; i++)
		if (!list->entries[i].reason)
			add_board(&o, &list->entries[i]);
	if (run->options.ranking)
		qsort(o.boards, o.board_count, sizeof(*o.boards), by_average);
	status = write_workbook(run, &o, list, err);
	free(o.boards);
	return status;
}
