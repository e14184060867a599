#include "tui/scan_norms.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/score.h"
#include "model/content.h"

static const int footer[] = {IBP_ACT_OPEN, IBP_SCAN_SCORE, IBP_SCAN_SEARCH,
			     IBP_SCAN_FILTER, 0};

size_t ibp_norms_at(const struct ibp_desk *desk, const struct ibp_norms *norms)
{
	return norms->list.at < norms->count ? norms->rows[norms->list.at] :
					       desk->framework->norm_count;
}

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
	if (norms->scope == IBP_SCOPE_GAPS && !norms->sort) {
		*indexes = ibp_gaps(desk->framework, desk->now, arena, count);
		return IBP_OK;
	}
	return ibp_norm_rows(desk->framework, desk->now, NULL, norms->sort,
			     arena, indexes, count, err);
}

static bool matches(const struct ibp_desk *desk,
		    const struct ibp_filter *filter, size_t index)
{
	struct ibp_norm_row row = {desk->framework, desk->now, index};

	return ibp_filter_matches(filter, ibp_norm_row_value, &row);
}

static void keep_matching(const struct ibp_desk *desk, struct ibp_norms *norms,
			  const struct ibp_filter *filter)
{
	size_t kept = 0;
	size_t total = 0;

	for (size_t i = 0; i < norms->count; i++) {
		size_t index = norms->rows[i];

		if (!is_in_scope(desk, norms, index))
			continue;
		total++;
		if (matches(desk, filter, index))
			norms->rows[kept++] = index;
	}
	norms->count = kept;
	norms->total = total;
}

static void select_norm(struct ibp_norms *norms, size_t index)
{
	for (size_t i = 0; i < norms->count; i++)
		if (norms->rows[i] == index)
			norms->list.at = i;
	ibp_list_clamp(&norms->list, norms->count);
}

enum ibp_status ibp_norms_fill(const struct ibp_desk *desk,
			       struct ibp_norms *norms, struct ibp_error *err)
{
	size_t at = ibp_norms_at(desk, norms);
	struct ibp_arena arena = {0};
	struct ibp_filter *filter = NULL;
	size_t *rows = NULL;
	size_t count = 0;
	enum ibp_status status = IBP_OK;

	if (norms->filter)
		status = ibp_filter_parse(norms->filter, ibp_norm_row_fields,
					  desk->setup->today, &filter, err);
	if (!status)
		status = order(desk, norms, &arena, &rows, &count, err);
	if (!status) {
		ibp_arena_release(&norms->arena);
		norms->arena = arena;
		norms->rows = rows;
		norms->count = count;
		keep_matching(desk, norms, filter);
		select_norm(norms, at);
	} else {
		ibp_arena_release(&arena);
	}
	ibp_filter_free(filter);
	return status;
}

static char *exchange(char **place, const char *text)
{
	char *old = *place;

	*place = ibp_strdup(text);
	return old;
}

enum ibp_status ibp_norms_set_filter(struct ibp_app *app,
				     struct ibp_norms *norms, const char *name,
				     const char *expr, struct ibp_error *err)
{
	char *old_name = exchange(&norms->filter_name, name);
	char *old = exchange(&norms->filter, expr);
	enum ibp_status status = ibp_norms_fill(ibp_desk_of(app), norms, err);

	if (status) {
		char *swap = norms->filter;

		norms->filter = old;
		old = swap;
		swap = norms->filter_name;
		norms->filter_name = old_name;
		old_name = swap;
	}
	free(old);
	free(old_name);
	return status;
}

static void fill_or_say(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_error err = {0};

	if (ibp_norms_fill(ibp_desk_of(app), norms, &err))
		ibp_app_say(app, "%s", ibp_error_text(&err));
	ibp_error_release(&err);
}

static void clear_filter(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_error err = {0};

	ibp_norms_set_filter(app, norms, NULL, NULL, &err);
	ibp_error_release(&err);
	ibp_app_say(app, "%s", _("The filter is cleared."));
}

/* ---- Acts ---- */

static unsigned next_unscored(struct ibp_app *app, struct ibp_norms *norms)
{
	const struct ibp_desk *desk = ibp_desk_of(app);

	for (size_t i = 1; i <= norms->count; i++) {
		size_t at = (norms->list.at + i) % norms->count;

		if (ibp_desk_answer(desk, norms->rows[at])->score !=
		    IBP_SCORE_OPEN)
			continue;
		norms->list.at = at;
		return IBP_REACT_PAINT;
	}
	ibp_app_say(app, "%s", _("Every norm in this list has a score."));
	return IBP_REACT_PAINT;
}

/* Marks first, then the filter, then the screen. */
static unsigned back(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_desk *desk = ibp_desk_of(app);

	if (desk->mark_count) {
		ibp_desk_clear_marks(desk);
		ibp_app_say(app, "%s", _("The marks are removed."));
		return IBP_REACT_PAINT;
	}
	if (norms->filter) {
		clear_filter(app, norms);
		return IBP_REACT_PAINT;
	}
	return IBP_REACT_PASS;
}

static unsigned open_norm(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	size_t index = ibp_norms_at(desk, norms);

	/* There the keys are for the one norm that is shown. */
	if (desk->mark_count)
		ibp_app_say(app, "%s", _("The marks are removed."));
	ibp_desk_clear_marks(desk);
	if (index < desk->framework->norm_count)
		ibp_desk_open_norm(app, index, norms->rows, norms->count);
	return IBP_REACT_PAINT;
}

static unsigned list_act(struct ibp_app *app, struct ibp_norms *norms,
			 int wanted)
{
	switch (wanted) {
	case IBP_ACT_OPEN:
		return open_norm(app, norms);
	case IBP_ACT_BACK:
		return back(app, norms);
	case IBP_ACT_REDRAW:
		fill_or_say(app, norms);
		return IBP_REACT_PASS;
	case IBP_SCAN_MARK:
		return ibp_norms_mark(app, norms);
	case IBP_SCAN_MARK_ALL:
		return ibp_norms_mark_all(app, norms);
	case IBP_SCAN_NEXT_UNSCORED:
		return next_unscored(app, norms);
	case IBP_SCAN_SEARCH:
		return ibp_norms_ask_search(app);
	case IBP_SCAN_SEARCH_NEXT:
		return ibp_norms_search(app, norms, 1);
	case IBP_SCAN_SEARCH_PREVIOUS:
		return ibp_norms_search(app, norms, -1);
	case IBP_SCAN_FILTER:
		return ibp_norms_ask_filter(app);
	case IBP_SCAN_FILTER_CLEAR:
		clear_filter(app, norms);
		return IBP_REACT_PAINT;
	case IBP_SCAN_SORT:
		return ibp_norms_ask_sort(app);
	case IBP_SCAN_SHOW_LOG:
		ibp_desk_open_log(app, ibp_desk_of(app)->framework->norm_count);
		return IBP_REACT_PAINT;
	default:
		return ibp_desk_common_act(app, wanted);
	}
}

static unsigned norm_act(struct ibp_app *app, struct ibp_norms *norms,
			 int wanted, long key)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	size_t index = ibp_norms_at(desk, norms);
	bool one = !desk->mark_count;
	unsigned react;

	if (index >= desk->framework->norm_count)
		return IBP_REACT_PASS;
	react = ibp_desk_norm_act(app, index, wanted, key);
	if (wanted == IBP_SCAN_SCORE && key && one && desk->step_on)
		ibp_list_move(&norms->list, norms->count, 1);
	return react;
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct ibp_norms *norms = state;
	unsigned react;

	if (ibp_list_act(&norms->list, norms->count, wanted))
		return IBP_REACT_PAINT;
	react = norm_act(app, norms, wanted, key);
	return react & IBP_REACT_PASS ? list_act(app, norms, wanted) : react;
}

static unsigned click(struct ibp_app *app, void *state,
		      const struct ibp_event *event)
{
	struct ibp_norms *norms = state;
	size_t row = ibp_list_hit(&norms->list, norms->count, event->row);

	if (row >= norms->count)
		return IBP_REACT_NONE;
	norms->list.at = row;
	return event->twice ? open_norm(app, norms) : IBP_REACT_PAINT;
}

static void free_norms(void *state)
{
	struct ibp_norms *norms = state;

	ibp_arena_release(&norms->arena);
	free(norms->filter);
	free(norms->filter_name);
	free(norms->search);
	free(norms);
}

#define ABOUT_MARKS                                                           \
	N_("A ? behind a code and a ~ before a title mean that they are not " \
	   "the publisher's own. In the last column n is a note, a number "   \
	   "counts the evidence, and ! asks you to look again after a new "   \
	   "version of the framework.")

static const struct ibp_view_kind norms_kind = {
	.screen = IBP_SCAN_NORMS,
	.about = N_("The norms with their score, target, status, owner and "
		    "due date. A digit scores the selected norm at once, or "
		    "all marked ones."),
	.more = ABOUT_MARKS,
	.footer = footer,
	.add_title = ibp_norms_add_title,
	.paint = ibp_norms_paint,
	.act = act,
	.click = click,
	.free = free_norms,
};

static const struct ibp_view_kind gaps_kind = {
	.screen = IBP_SCAN_GAPS,
	.about = N_("What is still to be done: the norms below their target "
		    "by priority and due date, and after them the norms "
		    "without a score."),
	.more = ABOUT_MARKS,
	.footer = footer,
	.add_title = ibp_norms_add_title,
	.paint = ibp_norms_paint,
	.act = act,
	.click = click,
	.free = free_norms,
};

struct ibp_norms *ibp_norms_of(struct ibp_app *app)
{
	return ibp_app_top(app)->state;
}

void ibp_desk_open_norms(struct ibp_app *app, enum ibp_scan_scope scope,
			 size_t which)
{
	struct ibp_norms *norms = ibp_alloc(sizeof(*norms));

	norms->scope = scope;
	norms->which = which;
	ibp_desk_clear_marks(ibp_desk_of(app));
	fill_or_say(app, norms);
	ibp_app_open(app, scope == IBP_SCOPE_GAPS ? &gaps_kind : &norms_kind,
		     norms);
}
