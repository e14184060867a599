/* Marking norms, so that the next change is made to several. */
#include "base/i18n.h"
#include "tui/scan_norms.h"

static void mark(struct ibp_desk *desk, size_t index, bool marked)
{
	if (desk->marks[index] == marked)
		return;
	desk->marks[index] = marked;
	desk->mark_count += marked ? 1 : (size_t)-1;
}

static void say_marks(struct ibp_app *app)
{
	const struct ibp_desk *desk = ibp_desk_of(app);

	if (!desk->mark_count)
		ibp_app_say(app, "%s", _("Nothing is marked."));
	else
		ibp_app_say(app,
			    ibp_ngettext("%zu norm is marked: the next change "
					 "is made to it.",
					 "%zu norms are marked: the next "
					 "change is made to all of them.",
					 desk->mark_count),
			    desk->mark_count);
}

unsigned ibp_norms_mark(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	size_t index = ibp_norms_at(desk, norms);

	if (index < desk->framework->norm_count) {
		mark(desk, index, !desk->marks[index]);
		ibp_list_move(&norms->list, norms->count, 1);
	}
	say_marks(app);
	return IBP_REACT_PAINT;
}

unsigned ibp_norms_mark_all(struct ibp_app *app, struct ibp_norms *norms)
{
	struct ibp_desk *desk = ibp_desk_of(app);
	bool all = true;

	for (size_t i = 0; i < norms->count; i++)
		all = all && desk->marks[norms->rows[i]];
	for (size_t i = 0; i < norms->count; i++)
		mark(desk, norms->rows[i], !all);
	say_marks(app);
	return IBP_REACT_PAINT;
}
