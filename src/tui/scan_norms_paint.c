/* How a list of norms looks. */
#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "model/content.h"
#include "tui/scan_norms.h"
#include "tui/wrap.h"

/* The rule and what is said in full about the selected norm. */
#define PEEK_ROWS 3
#define ROWS_MIN 6

enum column { CODE, TITLE, SCORE, TARGET, PRIORITY, STATUS, OWNER, DUE, FLAGS };

static const struct ibp_column columns[] = {
	[CODE] = {NC_("column", "Code"), 6, 6, 0, false, 0},
	[TITLE] = {NC_("column", "Norm"), 18, 50, 0, false, 30},
	[SCORE] = {NC_("column", "Score"), 14, 22, 0, false, 0},
	/* TRANSLATORS: the level that is aimed at; at most 6 columns. */
	[TARGET] = {NC_("column", "Target"), 4, 6, 0, true, 0},
	[PRIORITY] = {NC_("column", "Priority"), 6, 10, 4, false, 0},
	[STATUS] = {NC_("column", "Status"), 8, 12, 2, false, 0},
	[OWNER] = {NC_("column", "Owner"), 12, 30, 3, false, 18},
	/* TRANSLATORS: the due date; at most 11 columns. */
	[DUE] = {NC_("column", "Due"), 11, 11, 1, false, 0},
	[FLAGS] = {NULL, 4, 4, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

/* What is still to be done needs its priority more than a level's name. */
static const struct ibp_column gap_columns[] = {
	[CODE] = {NC_("column", "Code"), 6, 6, 0, false, 0},
	[TITLE] = {NC_("column", "Norm"), 18, 50, 0, false, 30},
	[SCORE] = {NC_("column", "Score"), 5, 6, 0, false, 0},
	[TARGET] = {NC_("column", "Target"), 4, 6, 0, true, 0},
	[PRIORITY] = {NC_("column", "Priority"), 6, 10, 3, false, 0},
	[STATUS] = {NC_("column", "Status"), 8, 12, 5, false, 0},
	[OWNER] = {NC_("column", "Owner"), 12, 30, 4, false, 18},
	[DUE] = {NC_("column", "Due"), 11, 11, 2, false, 0},
	[FLAGS] = {NULL, 4, 4, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const struct ibp_column *columns_of(const struct ibp_norms *norms)
{
	return norms->scope == IBP_SCOPE_GAPS ? gap_columns : columns;
}

struct painting {
	const struct ibp_desk *desk;
	const struct ibp_norms *norms;
};

static void add_due(const struct ibp_desk *desk, size_t index,
		    struct ibp_buf *text)
{
	const char *due = ibp_desk_answer(desk, index)->due;
	char shown[IBP_DATE_SIZE];

	if (!due)
		return;
	ibp_buf_add(text, ibp_date_show(due, shown));
	if (ibp_desk_is_late(desk, index))
		ibp_buf_add_char(text, '!');
}

static void add_flags(const struct ibp_answer *answer, struct ibp_buf *text)
{
	ibp_buf_add_char(text, answer->note ? 'n' : ' ');
	if (answer->evidence_count > 9)
		ibp_buf_add_char(text, '+');
	else if (answer->evidence_count)
		ibp_buf_addf(text, "%zu", answer->evidence_count);
	else
		ibp_buf_add_char(text, ' ');
	ibp_buf_add_char(text, answer->findings ? '!' : ' ');
}

static void add_field(const struct ibp_answer *answer, const char *name,
		      struct ibp_buf *text)
{
	ibp_work_add_value(ibp_field_find(ibp_norm_fields, name),
			   ibp_answer_value(answer, name), text);
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *painting = context;
	const struct ibp_desk *desk = painting->desk;
	size_t index = painting->norms->rows.items[row];
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);

	switch ((enum column)column) {
	case CODE:
		ibp_desk_add_code(ibp_desk_norm(desk, index), text);
		break;
	case TITLE:
		ibp_desk_add_title(ibp_desk_norm(desk, index), text);
		break;
	case SCORE:
		*look = ibp_desk_score_look(answer->score) | IBP_LOOK_FIRST;
		if (painting->norms->scope == IBP_SCOPE_GAPS &&
		    answer->score >= 1)
			ibp_buf_addf(text, "%d", answer->score);
		else
			ibp_desk_add_score(desk, answer->score, text);
		break;
	case TARGET:
		ibp_buf_addf(text, "%d", ibp_desk_target(desk, index));
		break;
	case PRIORITY:
		add_field(answer, "priority", text);
		break;
	case STATUS:
		add_field(answer, "status", text);
		break;
	case OWNER:
		ibp_buf_add(text, answer->owner ? answer->owner : "");
		break;
	case DUE:
		add_due(desk, index, text);
		break;
	case FLAGS:
		add_flags(answer, text);
		break;
	}
}

static bool is_marked(void *context, size_t row)
{
	const struct painting *painting = context;

	return ibp_marks_has(&painting->desk->marks,
			     painting->norms->rows.items[row]);
}

/* ---- Title ---- */

static void add_scope(const struct ibp_desk *desk,
		      const struct ibp_norms *norms, struct ibp_buf *title)
{
	const struct ibp_framework *framework = desk->framework;
	const struct ibp_domain *domain;

	switch (norms->scope) {
	case IBP_SCOPE_ALL:
		ibp_buf_add(title, _("Norms"));
		break;
	case IBP_SCOPE_PART:
		ibp_buf_add(title,
			    ibp_content_part(framework,
					     &framework->parts[norms->which]));
		break;
	case IBP_SCOPE_DOMAIN:
		domain = &framework->domains[norms->which];
		ibp_buf_addf(title, "%s %s", domain->code,
			     ibp_content_domain(domain));
		break;
	case IBP_SCOPE_GAPS:
		ibp_buf_add(title, _("Gap list"));
		break;
	}
}

/* Scope, count and filter, always (T9). */
void ibp_norms_add_title(struct ibp_app *app, void *state,
			 struct ibp_buf *title)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_norms *norms = state;

	add_scope(desk, norms, title);
	ibp_rows_add_title(&norms->rows, title);
}

/* ---- The selected norm in full ---- */

static void add_sentence(struct ibp_buf *text, const char *sentence)
{
	if (text->length)
		ibp_buf_add(text, ". ");
	ibp_buf_add(text, sentence);
}

static void add_part(struct ibp_buf *text, const char *label, const char *value)
{
	if (ibp_text_is_empty(value))
		return;
	add_sentence(text, label);
	ibp_buf_addf(text, ": %s", value);
}

static void add_named_field(const struct ibp_answer *answer, const char *name,
			    struct ibp_buf *text)
{
	const struct ibp_field *field = ibp_field_find(ibp_norm_fields, name);
	char *shown = ibp_field_show(field, ibp_answer_value(answer, name));

	add_part(text, _(field->label), shown);
	free(shown);
}

static void add_extras(const struct ibp_desk *desk, size_t index,
		       struct ibp_buf *text)
{
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	struct ibp_buf count = {0};

	if (ibp_desk_is_late(desk, index))
		add_sentence(text, _("Past the due date"));
	ibp_buf_addf(&count, "%zu", answer->evidence_count);
	if (answer->evidence_count)
		add_part(text, _("Evidence"), ibp_buf_text(&count));
	add_part(text, _("Note"), answer->note);
	ibp_buf_release(&count);
}

/* What the columns do not show at this width comes first. */
static void add_facts(const struct ibp_desk *desk,
		      const struct ibp_norms *norms, size_t width,
		      struct ibp_buf *text)
{
	size_t index = norms->rows.items[norms->rows.list.at];
	static const struct {
		const char *field;
		size_t column;
	} facts[] = {
		{"status", STATUS},     {"due", DUE},          {"owner", OWNER},
		{"priority", PRIORITY}, {"reason", FLAGS + 1},
	};
	size_t widths[IBP_LIST_COLUMNS] = {0};

	ibp_list_widths(columns_of(norms), width, widths);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++)
		if (!widths[facts[i].column])
			add_named_field(ibp_desk_answer(desk, index),
					facts[i].field, text);
	add_extras(desk, index, text);
}

static void paint_peek(const struct ibp_desk *desk,
		       const struct ibp_norms *norms, struct ibp_cells *cells,
		       size_t row)
{
	const struct ibp_norm *norm =
		ibp_desk_norm(desk, norms->rows.items[norms->rows.list.at]);
	size_t width = cells->columns - 2;
	struct ibp_buf text = {0};

	ibp_cells_fill(cells, row, 0, cells->columns, '-', IBP_LOOK_PLAIN);
	ibp_buf_addf(&text, "%s %s", norm->code, ibp_content_title(norm));
	if (norm->title_status == IBP_TITLE_WORKING)
		ibp_buf_add(&text, _(" (working title)"));
	ibp_cells_put(cells, row + 1, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_cut(&text, 0);
	add_facts(desk, norms, width, &text);
	ibp_cells_put(cells, row + 2, 2, width, ibp_buf_text(&text),
		      IBP_LOOK_PLAIN);
	ibp_buf_release(&text);
}

/* An empty list says why, and what to do about it. */
static void paint_empty(const struct ibp_norms *norms, struct ibp_cells *cells,
			size_t row, size_t height)
{
	struct ibp_buf text = {0};

	if (norms->rows.filter)
		ibp_buf_addf(&text,
			     _("No norm fits the filter \"%s\". Press Esc or "
			       "\\ to clear it."),
			     norms->rows.filter_name);
	else
		ibp_buf_add(&text, _("There is nothing below target and "
				     "nothing without a score."));
	ibp_wrap_paint(ibp_buf_text(&text), cells, row, 2, cells->columns - 2,
		       height);
	ibp_cells_set_cursor(cells, row, 2);
	ibp_buf_release(&text);
}

void ibp_norms_paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		     size_t top, size_t height)
{
	struct ibp_norms *norms = state;
	struct painting painting = {ibp_desk_of(app), norms};
	struct ibp_list_rows rows = {
		.columns = columns_of(norms),
		.count = norms->rows.count,
		.cell = cell,
		.marked = is_marked,
		.context = &painting,
		.cursor_column = CODE,
	};

	/* Under a dialog the rows themselves need the room. */
	if (height >= PEEK_ROWS + ROWS_MIN && norms->rows.count) {
		height -= PEEK_ROWS;
		paint_peek(painting.desk, norms, cells, top + height);
	}
	if (norms->rows.count)
		ibp_list_paint(&norms->rows.list, &rows, cells, top, height);
	else
		paint_empty(norms, cells, top + 1, height - 1);
}
