#include "tui/scan_norms.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/score.h"
#include "model/content.h"

static const int footer[] = {IBP_ACT_OPEN, IBP_SCAN_SCORE, IBP_ACT_SEARCH,
			     IBP_ACT_FILTER, 0};
static const int footer_empty[] = {IBP_ACT_FILTER_CLEAR, IBP_ACT_FILTER,
				   IBP_ACT_BACK, 0};

/* ---- Rows ---- */

static bool is_gap(const struct ibp_desk *desk, size_t index)
{
	int score = ibp_desk_answer(desk, index)->score;

	return score == IBP_SCORE_OPEN ||
	       (score >= 1 && score < ibp_desk_target(desk, index));
}

static bool is_in_scope(const struct ibp_desk *desk,
			const struct ibp_norms *norms, size_t index)
{
	size_t domain = ibp_desk_norm(desk, index)->domain;

	switch (norms->scope) {
	case IBP_SCOPE_PART:
		return desk->framework->domains[domain].part == norms->which;
	case IBP_SCOPE_DOMAIN:
		return domain == norms->which;
	case IBP_SCOPE_GAPS:
		return is_gap(desk, index);
	case IBP_SCOPE_ALL:
		break;
	}
	return true;
}

/* Every norm in the wanted order: the gap list has an order of its own. */
static enum ibp_status order(const struct ibp_desk *desk,
			     const struct ibp_norms *norms,
			     struct ibp_arena *arena, size_t **indexes,
			     size_t *count, struct ibp_error *err)
{
	if (norms->scope == IBP_SCOPE_GAPS && !norms->rows.sort) {
		*indexes = ibp_gaps(desk->framework, desk->now, arena, count);
		return IBP_OK;
	}
	return ibp_norm_rows(desk->framework, desk->now, NULL, norms->rows.sort,
			     arena, indexes, count, err);
}

static bool matches(const struct ibp_desk *desk,
		    const struct ibp_filter *filter, size_t index)
{
	struct ibp_norm_row row = {desk->framework, desk->now, index};

	return ibp_filter_matches(filter, ibp_norm_row_value, &row);
}

/* Those of ITEMS that are in scope and match; returns how many. */
static size_t keep_matching(const struct ibp_desk *desk,
			    const struct ibp_norms *norms,
			    const struct ibp_filter *filter, size_t *items,
			    size_t count, size_t *total)
{
	size_t kept = 0;

	*total = 0;
	for (size_t i = 0; i < count; i++) {
		size_t index = items[i];

		if (!is_in_scope(desk, norms, index))
			continue;
		++*total;
		if (matches(desk, filter, index))
			items[kept++] = index;
	}
	return kept;
}

enum ibp_status ibp_norms_fill(const struct ibp_desk *desk,
			       struct ibp_norms *norms, struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	struct ibp_filter *filter = NULL;
	size_t *items = NULL;
	size_t count = 0;
	size_t total;
	enum ibp_status status = IBP_OK;

	if (norms->rows.filter)
		status = ibp_filter_parse(norms->rows.filter,
					  ibp_norm_row_fields,
					  desk->setup->today, &filter, err);
	if (!status)
		status = order(desk, norms, &arena, &items, &count, err);
	if (!status) {
		count = keep_matching(desk, norms, filter, items, count,
				      &total);
		ibp_rows_replace(&norms->rows, &arena, items, count, total);
	} else {
		ibp_arena_release(&arena);
	}
	ibp_filter_free(filter);
	return status;
}

/* ---- Acts ---- */

static struct ibp_rows *rows_of(void *state)
{
	return &((struct ibp_norms *)state)->rows;
}

static unsigned next_unscored(struct ibp_app *app, struct ibp_rows *rows)
{
	const struct ibp_desk *desk = ibp_desk_of(app);

	for (size_t i = 1; i <= rows->count; i++) {
		size_t at = (rows->list.at + i) % rows->count;

		if (ibp_desk_answer(desk, rows->items[at])->score !=
		    IBP_SCORE_OPEN)
			continue;
		rows->list.at = at;
		return IBP_REACT_PAINT;
	}
	ibp_app_say(app, "%s", _("Every norm in this list has a score."));
	return IBP_REACT_PAINT;
}

static unsigned open_norm(struct ibp_app *app, struct ibp_rows *rows)
{
	size_t index = ibp_rows_at(rows);

	/* There the keys are for the one norm that is shown. */
	ibp_rows_drop_marks(app, rows);
	if (index != IBP_ROWS_NONE)
		ibp_desk_open_norm(app, index, rows->items, rows->count);
	return IBP_REACT_PAINT;
}

static unsigned norm_act(struct ibp_app *app, struct ibp_rows *rows, int wanted,
			 long key)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	size_t index = ibp_rows_at(rows);
	bool one = !desk->marks.count;
	unsigned react;

	if (index == IBP_ROWS_NONE)
		return IBP_REACT_PASS;
	react = ibp_desk_norm_act(app, index, wanted, key);
	if (wanted == IBP_SCAN_SCORE && key && one && desk->step_on)
		ibp_list_move(&rows->list, rows->count, 1);
	return react;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_rows *rows = rows_of(state);
	unsigned react = norm_act(app, rows, wanted, key);

	if (react & IBP_REACT_PASS)
		react = ibp_rows_act(app, rows, wanted);
	if (!(react & IBP_REACT_PASS))
		return react;
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_norm(app, rows);
	case IBP_SCAN_NEXT_UNSCORED:
		return next_unscored(app, rows);
	default:
		return ibp_work_act(app, wanted);
	}
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_norms *norms = state;

	if (!ibp_rows_click(&norms->rows, event))
		return IBP_REACT_NONE;
	return event->twice ? open_norm(app, &norms->rows) : IBP_REACT_PAINT;
}

static void free_norms(void *state)
{
	struct ibp_norms *norms = state;

	ibp_rows_release(&norms->rows);
	free(norms);
}

#define ABOUT_MARKS                                                           \
	N_("A ? behind a code and a ~ before a title mean that they are not " \
	   "the publisher's own. In the last column n is a note, a number "   \
	   "counts the evidence, and ! says that something can be better: "   \
	   "open the norm to read what. The check command switches rules "    \
	   "off.")

static const struct ibp_view_kind norms_kind = {
	.screen = IBP_SCAN_NORMS,
	.about = N_("The norms with their score, target, status, owner and "
		    "due date. A digit scores the selected norm at once, or "
		    "all marked ones."),
	.more = ABOUT_MARKS,
	.footer = footer,
	.footer_empty = footer_empty,
	.add_title = ibp_norms_add_title,
	.paint = ibp_norms_paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.free = free_norms,
};

static const struct ibp_view_kind gaps_kind = {
	.screen = IBP_SCAN_GAPS,
	.about = N_("What is still to be done: the norms below their target "
		    "by priority and due date, and after them the norms "
		    "without a score."),
	.more = ABOUT_MARKS,
	.footer = footer,
	.footer_empty = footer_empty,
	.add_title = ibp_norms_add_title,
	.paint = ibp_norms_paint,
	.act = act,
	.click = click,
	.rows = rows_of,
	.free = free_norms,
};

void ibp_desk_open_norms(struct ibp_app *app, enum ibp_scan_scope scope,
			 size_t which)
{
	bool gaps = scope == IBP_SCOPE_GAPS;
	struct ibp_norms *norms = ibp_alloc(sizeof(*norms));

	norms->rows.kind = &ibp_norms_rows;
	/* The gap list has an order of its own. */
	norms->rows.own_order = gaps ? N_("priority and due date") : NULL;
	norms->scope = scope;
	norms->which = which;
	ibp_marks_clear(&ibp_desk_of(app)->marks);
	ibp_rows_fill(app, &norms->rows);
	ibp_app_open(app, gaps ? &gaps_kind : &norms_kind, norms);
}
