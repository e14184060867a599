/*
 * A summary in plain words: every line of its file as it is, with what it
 * says beside it.  The lines are cut from what the writer makes, so that
 * what is shown is what leaves.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor.h"
#include "exchange/summary.h"
#include "model/content.h"

/* What a list of numbers is cut into, beside its begin and its end. */
typedef const char *explain_part(struct ibp_doc *doc,
				 const struct ibp_summary *summary,
				 const struct ibp_catalogue *catalogue,
				 size_t index);

/* ---- Groups ------------------------------------------------------------- */

const char *ibp_cmd_monitor_group_name(struct ibp_arena *arena,
				       const struct ibp_catalogue *catalogue,
				       size_t index)
{
	const struct ibp_framework *framework = catalogue->framework;
	const struct ibp_group *group = &framework->groups[index];
	struct ibp_buf name = {0};
	const char *kept;

	for (size_t i = 0; i < group->domain_count; i++) {
		const struct ibp_domain *domain =
			&framework->domains[group->domains[i]];

		ibp_buf_addf(&name, "%s%s", i ? ", " : "",
			     ibp_content(domain->code, "title", domain->title));
	}
	kept = ibp_arena_strdup(arena, ibp_buf_text(&name));
	ibp_buf_release(&name);
	return kept;
}

/* "level 1: 2 norms, level 2: 3 norms" */
static void add_levels(struct ibp_buf *out, const long counts[IBP_LEVELS])
{
	const char *gap = "";

	for (int level = 0; level < IBP_LEVELS; level++) {
		if (!counts[level])
			continue;
		ibp_buf_add(out, gap);
		ibp_buf_addf(out,
			     ibp_ngettext("%ld norm at level %d",
					  "%ld norms at level %d",
					  counts[level]),
			     counts[level], level + 1);
		gap = ", ";
	}
}

static const char *explain_group(struct ibp_doc *doc,
				 const struct ibp_summary *summary,
				 const struct ibp_catalogue *catalogue,
				 size_t index)
{
	long scored = ibp_summary_scored(summary, index);
	struct ibp_buf text = {0};
	const char *kept;

	if (catalogue)
		ibp_buf_addf(&text, "%s (%s): ", catalogue->groups[index].code,
			     ibp_cmd_monitor_group_name(&doc->arena, catalogue,
							index));
	else
		ibp_buf_addf(&text, _("Group %zu: "), index + 1);
	if (scored)
		add_levels(&text, summary->groups[index]);
	else
		ibp_buf_add(&text, _("sent empty"));
	if (catalogue && scored)
		ibp_buf_addf(&text, _("; of %zu norms"),
			     catalogue->groups[index].norm_count);
	ibp_buf_add_char(&text, '.');
	kept = ibp_arena_strdup(&doc->arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return kept;
}

/* ---- Figures ------------------------------------------------------------ */

static const char *explain_figure(struct ibp_doc *doc,
				  const struct ibp_summary *summary,
				  const struct ibp_catalogue *catalogue,
				  size_t index)
{
	int figure = (int)index;

	(void)catalogue;
	return ibp_arena_printf(
		&doc->arena, "%s: %s.", ibp_summary_figure_label(figure),
		ibp_summary_band(figure, summary->landscape[figure]));
}

/* ---- Lines -------------------------------------------------------------- */

/* In the order of the lines of the file; `part` where a line is a list. */
static const struct line {
	const char *meaning; /* msgid */
	const char *opens;   /* what the first piece of a list ends with */
	explain_part *part;
} lines[] = {
	{N_("The file begins."), NULL, NULL},
	{N_("What kind of file this is."), NULL, NULL},
	{N_("The version of that kind."), NULL, NULL},
	{N_("The edition that you take part in; everybody in it is asked at "
	    "the same time."),
	 NULL, NULL},
	{N_("Which list of groups and norms was counted with. Every board with "
	    "the same list has the same number here."),
	 NULL, NULL},
	{N_("The number of the invitation, made from your code. Who sent the "
	    "invitation knows whose it is; others do not."),
	 NULL, NULL},
	{N_("How many norms of each group are at level 1, 2, 3, 4 and 5. The "
	    "groups have a fixed order."),
	 ": [", explain_group},
	{N_("Six figures about your applications, each as the number of a "
	    "band. null: they are not sent."),
	 ": [", explain_figure},
	{N_("A number that only your code can make. It tells when somebody "
	    "has changed the file."),
	 NULL, NULL},
	{N_("The file ends."), NULL, NULL},
};

static struct ibp_table *add_table(struct ibp_doc *doc, const char *key)
{
	const struct ibp_column columns[] = {
		{"line", _("Line"), IBP_CELL_NUMBER, 0, false},
		{"text", _("In the file"), IBP_CELL_TEXT, 0, true},
		{"meaning", _("What it says"), IBP_CELL_TEXT, 0, true},
	};

	return ibp_doc_add_table(doc, key, NULL, columns,
				 sizeof(columns) / sizeof(*columns));
}

/* The first LENGTH bytes of TEXT as a row; returns what follows them. */
static const char *add_row(struct ibp_doc *doc, struct ibp_table *table,
			   size_t line, const char *text, size_t length,
			   const char *meaning)
{
	struct ibp_cell cells[] = {
		ibp_cell_number((long)line + 1),
		ibp_cell_text(ibp_arena_strndup(&doc->arena, text, length)),
		ibp_cell_text(meaning),
	};

	ibp_doc_add_row(doc, table, cells);
	return text + length;
}

/* How long one item of a list is, with the comma after it. */
static size_t item_length(const char *text)
{
	size_t length =
		*text == '[' ? strcspn(text, "]") + 1 : strcspn(text, ",]");

	return text[length] == ',' ? length + 2 : length;
}

/* Adds one line of the file; returns where the next one begins. */
static const char *add_line(struct ibp_doc *doc, struct ibp_table *table,
			    size_t i, const char *text,
			    const struct ibp_summary *summary,
			    const struct ibp_catalogue *catalogue)
{
	const struct line *line = &lines[i];
	const char *end = text + strcspn(text, "\n");
	const char *open = line->opens ? strstr(text, line->opens) : NULL;

	if (!open || open > end) {
		add_row(doc, table, i, text, (size_t)(end - text),
			_(line->meaning));
		return end + 1;
	}
	text = add_row(doc, table, i, text,
		       (size_t)(open - text) + strlen(line->opens),
		       _(line->meaning));
	for (size_t n = 0; *text != ']'; n++)
		text = add_row(doc, table, i, text, item_length(text),
			       line->part(doc, summary, catalogue, n));
	add_row(doc, table, i, text, (size_t)(end - text), NULL);
	return end + 1;
}

static void add_lines(struct ibp_doc *doc, const char *key,
		      const struct ibp_summary *summary,
		      const struct ibp_catalogue *catalogue)
{
	struct ibp_table *table = add_table(doc, key);
	struct ibp_buf file = {0};
	const char *text;

	ibp_summary_write(summary, &file);
	text = ibp_buf_text(&file);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		text = add_line(doc, table, i, text, summary, catalogue);
	ibp_buf_release(&file);
}

/* ---- For programs ------------------------------------------------------- */

static void add_facts(struct ibp_doc *doc, const struct ibp_summary *summary,
		      const struct ibp_catalogue *catalogue)
{
	const struct ibp_framework *framework =
		catalogue ? catalogue->framework : NULL;

	ibp_doc_add_fact(doc, "edition", _("Edition"), IBP_ONLY_DATA,
			 ibp_cell_code(summary->edition));
	ibp_doc_add_fact(doc, "catalogue", _("Catalogue"), IBP_ONLY_DATA,
			 ibp_cell_code(summary->catalogue));
	ibp_doc_add_fact(doc, "token_id", _("Invitation"), IBP_ONLY_DATA,
			 ibp_cell_code(summary->token_id));
	ibp_doc_add_fact(doc, "framework", _("Framework"), IBP_ONLY_DATA,
			 ibp_cell_code(framework ? framework->id : NULL));
	ibp_doc_add_fact(doc, "framework_version", _("Version"), IBP_ONLY_DATA,
			 ibp_cell_code(framework ? framework->version : NULL));
}

static void add_groups(struct ibp_doc *doc, const struct ibp_summary *summary,
		       const struct ibp_catalogue *catalogue)
{
	const struct ibp_column columns[] = {
		{"group", _("Group"), IBP_CELL_CODE, 0, false},
		{"norms", _("Norms"), IBP_CELL_NUMBER, 0, false},
		{"scored", _("Scored"), IBP_CELL_NUMBER, 0, false},
		{"levels", _("Levels"), IBP_CELL_LIST, 0, false},
		{"average", _("Average"), IBP_CELL_HUNDREDTHS, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "groups", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < summary->group_count; i++) {
		const struct ibp_catalogue_group *group =
			catalogue ? &catalogue->groups[i] : NULL;
		long score = ibp_sdc_score(summary->groups[i]);
		struct ibp_cell levels[IBP_LEVELS];
		struct ibp_cell cells[] = {
			ibp_cell_code(group ? group->code : NULL),
			group ? ibp_cell_number((long)group->norm_count) :
				ibp_cell_none(),
			ibp_cell_number(ibp_summary_scored(summary, i)),
			ibp_cell_none(),
			ibp_cell_hundredths(score ? score : -1),
		};

		for (int level = 0; level < IBP_LEVELS; level++)
			levels[level] =
				ibp_cell_number(summary->groups[i][level]);
		cells[3] = ibp_cell_list(doc, levels, IBP_LEVELS);
		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_figures(struct ibp_doc *doc, const struct ibp_summary *summary)
{
	const struct ibp_column columns[] = {
		{"figure", _("Figure"), IBP_CELL_CHOICE, 0, false},
		{"band", _("Band"), IBP_CELL_NUMBER, 0, false},
		{"range", _("Range"), IBP_CELL_CODE, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "landscape", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (int i = 0; summary->has_landscape && i < IBP_SDC_FIGURES; i++) {
		struct ibp_cell cells[] = {
			ibp_cell_choice(ibp_sdc_figure_codes[i],
					ibp_summary_figure_label(i)),
			ibp_cell_number(summary->landscape[i]),
			ibp_cell_code(
				ibp_summary_band(i, summary->landscape[i])),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

void ibp_cmd_monitor_explain(struct ibp_doc *doc, const char *key,
			     const struct ibp_summary *summary,
			     const struct ibp_catalogue *catalogue)
{
	/* The words of another catalogue would be wrong ones. */
	if (catalogue && catalogue->group_count != summary->group_count)
		catalogue = NULL;
	add_facts(doc, summary, catalogue);
	add_lines(doc, key, summary, catalogue);
	add_groups(doc, summary, catalogue);
	add_figures(doc, summary);
	ibp_doc_add_text(
		doc,
		_("This is all. Not in it: names of boards, schools or people, "
		  "board numbers or BRIN, place, sector or size, numbers of "
		  "pupils or staff, dates and times, users, machines, folders "
		  "or the version of this program, suppliers or applications, "
		  "notes, evidence, measures, the score of a single norm, or "
		  "anything computed from these."));
}
