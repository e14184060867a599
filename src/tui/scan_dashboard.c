/* The first screen: where the board stands, domain by domain. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "core/score.h"
#include "model/content.h"
#include "tui/desk.h"
#include "tui/scan_summary.h"

/* So many columns of the bar are one level; one more is the target mark. */
#define BAR_STEP 3
#define BAR (BAR_STEP * IBP_LEVELS + 1)

struct row {
	enum ibp_scan_scope scope;
	size_t which;
};

struct dashboard {
	struct ibp_list list;
	struct row *rows;
	size_t count;
};

enum column { CODE, TITLE, LEVEL, AVERAGE, LOWEST, BELOW, PROGRESS };

static const struct ibp_column columns[] = {
	[CODE] = {NULL, 3, 3, 0, false, 0},
	[TITLE] = {NC_("column", "Domain"), 18, 40, 0, false, 0},
	/* TRANSLATORS: header of the bars on the dashboard, 16 columns. */
	[LEVEL] = {NC_("column", "Level 1 to 5"), BAR, BAR, 1, false, 0},
	/* TRANSLATORS: average level; at most 7 columns. */
	[AVERAGE] = {NC_("column", "Average"), 4, 7, 0, true, 0},
	/* TRANSLATORS: lowest level; at most 7 columns. */
	[LOWEST] = {NC_("column", "Lowest"), 2, 7, 0, true, 0},
	/* TRANSLATORS: norms under their target; at most 7 columns. */
	[BELOW] = {NC_("column", "Below"), 3, 7, 0, true, 0},
	/* TRANSLATORS: norms with a score, "5/12"; at most 8 columns. */
	[PROGRESS] = {NC_("column", "Scored"), 6, 8, 0, true, 0},
	{NULL, 0, 0, 0, false, 0},
};

static const int footer[] = {IBP_ACT_OPEN, IBP_SCAN_NEXT_UNSCORED,
			     IBP_SCAN_GAP_LIST, IBP_ACT_QUIT, 0};

/* ---- Rows ---- */

static void add_row(struct dashboard *dashboard, enum ibp_scan_scope scope,
		    size_t which)
{
	dashboard->rows[dashboard->count++] = (struct row){scope, which};
}

static void fill(const struct ibp_desk *desk, struct dashboard *dashboard)
{
	const struct ibp_framework *framework = desk->framework;

	dashboard->rows = ibp_alloc(
		(1 + framework->part_count + framework->domain_count) *
		sizeof(*dashboard->rows));
	add_row(dashboard, IBP_SCOPE_ALL, 0);
	for (size_t part = 0; part < framework->part_count; part++) {
		add_row(dashboard, IBP_SCOPE_PART, part);
		for (size_t i = 0; i < framework->domain_count; i++)
			if (framework->domains[i].part == part)
				add_row(dashboard, IBP_SCOPE_DOMAIN, i);
	}
}

static struct ibp_total total_of(const struct ibp_desk *desk,
				 const struct row *row)
{
	if (row->scope == IBP_SCOPE_ALL)
		return ibp_total_all(desk->framework, desk->now);
	if (row->scope == IBP_SCOPE_PART)
		return ibp_total_part(desk->framework, desk->now, row->which);
	return ibp_total_domain(desk->framework, desk->now, row->which);
}

static bool is_in(const struct ibp_framework *framework, const struct row *row,
		  size_t norm)
{
	size_t domain = framework->norms[norm].domain;

	return row->scope == IBP_SCOPE_ALL ||
	       (row->scope == IBP_SCOPE_PART &&
		framework->domains[domain].part == row->which) ||
	       (row->scope == IBP_SCOPE_DOMAIN && domain == row->which);
}

/* The average target of the norms of a row, in hundredths. */
static long target_of(const struct ibp_desk *desk, const struct row *row)
{
	long sum = 0;
	long count = 0;

	for (size_t i = 0; i < desk->framework->norm_count; i++) {
		if (!is_in(desk->framework, row, i) ||
		    ibp_desk_answer(desk, i)->score == IBP_SCORE_NA)
			continue;
		sum += ibp_desk_target(desk, i);
		count++;
	}
	return count ? ibp_num_average(sum, count) :
		       100L * desk->framework->target;
}

/*
 * "#######..|......": the average, and where the target is.  Rounded down: the
 * bar touches the mark only when the target is reached.
 */
static void add_bar(long average, long target, struct ibp_buf *text)
{
	long full = average > 0 ? average * BAR_STEP / 100 : 0;
	long mark = (target * BAR_STEP + 50) / 100;

	for (long i = 0; i < BAR_STEP * IBP_LEVELS; i++) {
		if (i == mark)
			ibp_buf_add_char(text, '|');
		ibp_buf_add_char(text, i < full ? '#' : '.');
	}
	if (mark >= BAR_STEP * IBP_LEVELS)
		ibp_buf_add_char(text, '|');
}

static void add_title(const struct ibp_desk *desk, const struct row *row,
		      struct ibp_buf *text)
{
	const struct ibp_framework *framework = desk->framework;
	const struct ibp_domain *domain;

	if (row->scope == IBP_SCOPE_ALL) {
		ibp_buf_add(text, _("All norms"));
	} else if (row->scope == IBP_SCOPE_PART) {
		ibp_buf_add(text,
			    ibp_content_part(framework,
					     &framework->parts[row->which]));
	} else {
		domain = &framework->domains[row->which];
		if (domain->title_status == IBP_TITLE_WORKING)
			ibp_buf_add(text, "~ ");
		ibp_buf_add(text, ibp_content_domain(domain));
	}
}

struct painting {
	const struct ibp_desk *desk;
	const struct dashboard *dashboard;
};

static void cell(void *context, size_t at, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct painting *painting = context;
	const struct ibp_desk *desk = painting->desk;
	const struct row *row = &painting->dashboard->rows[at];
	struct ibp_total total = total_of(desk, row);

	switch ((enum column)column) {
	case CODE:
		if (row->scope == IBP_SCOPE_DOMAIN)
			ibp_buf_add(text,
				    desk->framework->domains[row->which].code);
		break;
	case TITLE:
		add_title(desk, row, text);
		break;
	case LEVEL:
		*look = ibp_desk_score_look((int)(total.average / 100));
		add_bar(total.average, target_of(desk, row), text);
		break;
	case AVERAGE:
		ibp_summary_add_average(total.average, text);
		break;
	case LOWEST:
		if (total.lowest)
			ibp_buf_addf(text, "%d", total.lowest);
		else
			ibp_buf_add_char(text, '-');
		break;
	case BELOW:
		ibp_buf_addf(text, "%ld", total.below_target);
		break;
	case PROGRESS:
		ibp_buf_addf(text, "%ld/%ld", total.scored,
			     total.norms - total.not_applicable);
		break;
	}
}

static bool is_heading(void *context, size_t row)
{
	const struct painting *painting = context;

	return painting->dashboard->rows[row].scope != IBP_SCOPE_DOMAIN;
}

/* ---- Painting ---- */

static void add_screen_title(struct ibp_app *app, void *state,
			     struct ibp_buf *title)
{
	const struct ibp_desk *desk = ibp_desk_of(app);

	(void)state;
	ibp_buf_addf(title, "%s, %s", desk->board->name, desk->now->name);
	if (desk->now->locked)
		ibp_buf_addf(title, ", %s", _("locked"));
	ibp_buf_addf(title, ". %s %s",
		     ibp_content(desk->framework->id, "title",
				 desk->framework->title),
		     desk->framework->version);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	struct dashboard *dashboard = state;
	struct painting painting = {ibp_desk_of(app), dashboard};
	struct ibp_list_rows rows = {
		.columns = columns,
		.count = dashboard->count,
		.cell = cell,
		.heading = is_heading,
		.context = &painting,
		.cursor_column = TITLE,
	};
	size_t summary = ibp_summary_paint(painting.desk, cells, top);
	size_t used = summary + 1 + dashboard->count;

	ibp_list_paint(&dashboard->list, &rows, cells, top + summary,
		       height - summary);
	if (used < height)
		ibp_summary_paint_milestones(painting.desk, cells, top + used,
					     height - used);
}

/* ---- Acts ---- */

static unsigned open_row(struct ibp_app *app, const struct dashboard *dashboard)
{
	const struct row *row = &dashboard->rows[dashboard->list.at];

	ibp_desk_open_norms(app, row->scope, row->which);
	return IBP_REACT_PAINT;
}

static unsigned open_unscored(struct ibp_app *app)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	size_t count = desk->framework->norm_count;
	size_t next = ibp_next_unscored(desk->now, count - 1);

	if (next < count)
		ibp_desk_open_norm(app, next, NULL, 0);
	else
		ibp_app_say(app, "%s", _("Every norm has a score."));
	return IBP_REACT_PAINT;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct dashboard *dashboard = state;

	(void)key;
	if (ibp_list_act(&dashboard->list, dashboard->count, wanted))
		return IBP_REACT_PAINT;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_row(app, dashboard);
	case IBP_SCAN_NEXT_UNSCORED:
		return open_unscored(app);
	case IBP_ACT_SEARCH:
		/* What is searched are norms: in the list of all of them. */
		ibp_desk_open_norms(app, IBP_SCOPE_ALL, 0);
		return ibp_app_act(app, wanted, key);
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct dashboard *dashboard = state;
	size_t row =
		ibp_list_hit(&dashboard->list, dashboard->count, event->row);

	if (row >= dashboard->count)
		return IBP_REACT_NONE;
	dashboard->list.at = row;
	return event->twice ? open_row(app, dashboard) : IBP_REACT_PAINT;
}

static void free_dashboard(void *state)
{
	struct dashboard *dashboard = state;

	free(dashboard->rows);
	free(dashboard);
}

static const struct ibp_view_kind dashboard_kind = {
	.screen = IBP_SCAN_DASHBOARD,
	.about = N_("Where your board stands. Each row is a domain: the bar "
		    "is the average level and the upright line in it the "
		    "target. Below counts the norms that are scored and under "
		    "their target; norms without a score are never counted as "
		    "zero. Enter opens the norms of a row."),
	.footer = footer,
	.add_title = add_screen_title,
	.paint = paint,
	.act = act,
	.click = click,
	.free = free_dashboard,
};

void ibp_desk_open_dashboard(struct ibp_app *app)
{
	struct dashboard *dashboard = ibp_alloc(sizeof(*dashboard));

	fill(ibp_desk_of(app), dashboard);
	ibp_app_open(app, &dashboard_kind, dashboard);
}
