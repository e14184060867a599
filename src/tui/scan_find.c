/* What filtering, sorting, searching and marking norms is about. */
#include "base/i18n.h"
#include "tui/scan_norms.h"

/* Questions that everybody has, ready to choose. */
static const struct ibp_named_filter ready_filters[] = {
	{N_("below target"), "gap>0"},
	{N_("without a score"), "score=\"\""},
	{N_("below target without an owner"), "gap>0 and owner=\"\""},
	{N_("past the due date"), "due<+0d and not status=done"},
	{N_("due within a month"), "due<=+1m and not status=done"},
	{N_("scored without evidence"), "score>0 and evidence=0"},
	{N_("high priority"), "priority=high"},
	{N_("not applicable"), "score=na"},
	{N_("to look at again"), "look_again=yes"},
	{N_("where something can be better"), "findings>0"},
	{NULL, NULL},
};

static const struct ibp_sort_key sort_keys[] = {
	{"", N_("order of the framework")},
	{"score", N_("score, lowest first")},
	{"-gap", N_("distance to the target, largest first")},
	{"due", N_("due date, earliest first")},
	{"-priority", N_("priority, highest first")},
	{"status", N_("status")},
	{"owner", N_("owner")},
	{"title", N_("title")},
	{NULL, NULL},
};

static enum ibp_status fill(struct ibp_app *app, struct ibp_rows *rows,
			    struct ibp_error *err)
{
	/* The rows are the first member. */
	return ibp_norms_fill(ibp_desk_of(app), (struct ibp_norms *)rows, err);
}

static bool has(struct ibp_app *app, size_t index, const char *word)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	struct ibp_norm_row row = {desk->framework, desk->now, index};

	return ibp_norm_row_has(&row, word);
}

static struct ibp_marks *marks(struct ibp_app *app)
{
	return &ibp_desk_of(app)->marks;
}

static void add_marks(size_t count, struct ibp_buf *text)
{
	ibp_buf_addf(text,
		     ibp_ngettext("%zu norm is marked: the next change is made "
				  "to it.",
				  "%zu norms are marked: the next change is "
				  "made to all of them.",
				  count),
		     count);
}

const struct ibp_rows_kind ibp_norms_rows = {
	.fill = fill,
	.has = has,
	.marks = marks,
	.add_marks = add_marks,
	.filters = ready_filters,
	.sorts = sort_keys,
	.which = N_("Which norms?"),
	.fields = N_("A field, = != < <= > >= or ~ (contains), and a value; "
		     "join them with and, or, not and brackets. For example: "
		     "score<3 and owner~ict. Fields: code domain part title "
		     "score target status priority owner due reason note "
		     "evidence gap look_again findings."),
	.searched = N_("In code, title, owner, note, reason and evidence. "
		       "Capitals and accents do not matter."),
};
