/* Filtering, sorting and searching in a list of norms. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/scan_norms.h"

/* ---- Filters ---- */

/* Questions that everybody has, ready to choose. */
static const struct {
	const char *name; /* msgid */
	const char *expr;
} ready_filters[] = {
	{N_("below target"), "gap>0"},
	{N_("without a score"), "score=\"\""},
	{N_("below target without an owner"), "gap>0 and owner=\"\""},
	{N_("past the due date"), "due<+0d and not status=done"},
	{N_("due within a month"), "due<=+1m and not status=done"},
	{N_("scored without evidence"), "score>0 and evidence=0"},
	{N_("high priority"), "priority=high"},
	{N_("not applicable"), "score=na"},
	{N_("to look at again"), "look_again=yes"},
};

#define READY_FILTERS (sizeof(ready_filters) / sizeof(*ready_filters))

/* Answers of the menu that are no expression. */
#define TYPE_ONE "type:"
#define SAVE_ONE "save:"
#define REMOVE_ONE "remove:"

static enum ibp_status use(struct ibp_app *app, const char *name,
			   const char *expr, struct ibp_error *err)
{
	struct ibp_norms *norms = ibp_norms_of(app);
	enum ibp_status status =
		ibp_norms_set_filter(app, norms, name, expr, err);

	if (!status)
		norms->list = (struct ibp_list){0};
	return status;
}

static enum ibp_status typed(struct ibp_app *app, void *context,
			     const char *answer, struct ibp_error *err)
{
	(void)context;
	if (!*answer)
		return use(app, NULL, NULL, err);
	return use(app, answer, answer, err);
}

static void ask_expression(struct ibp_app *app)
{
	struct ibp_norms *norms = ibp_norms_of(app);
	struct ibp_dialog *dialog = ibp_dialog_new(
		IBP_DIALOG_LINE, _("Filter"),
		_("A field, = != < <= > >= or ~ (contains), and a value; join "
		  "them with and, or, not and brackets. For example: score<3 "
		  "and owner~ict. Fields: code domain part title score target "
		  "status priority owner due reason note evidence gap "
		  "look_again."),
		norms->filter, IBP_FILTER_MAX);

	ibp_app_ask(app, dialog, typed, NULL);
}

static void change_filter(struct ibp_app *app, const char *name,
			  const char *expr, struct ibp_error *err,
			  enum ibp_status *status)
{
	struct ibp_changes changes = {0};

	ibp_desk_add_change(ibp_desk_of(app), &changes, IBP_SUBJECT_FILTER,
			    name, "expr", expr);
	*status = ibp_desk_change(app, &changes, err);
	ibp_changes_release(&changes);
}

static enum ibp_status named(struct ibp_app *app, void *context,
			     const char *answer, struct ibp_error *err)
{
	struct ibp_norms *norms = ibp_norms_of(app);
	enum ibp_status status;
	char *name = NULL;

	(void)context;
	status = ibp_text_clean(answer, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX,
				_("Name"), &name, err);
	if (!status && !*name)
		status = ibp_error_set(err, IBP_USAGE, "%s",
				       _("A saved filter needs a name."));
	if (!status)
		change_filter(app, name, norms->filter, err, &status);
	if (!status)
		status = use(app, name, norms->filter, err);
	free(name);
	return status;
}

static void ask_name(struct ibp_app *app)
{
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, _("Save the filter"),
				   _("Under which name?"), NULL,
				   IBP_TEXT_NAME_MAX),
		    named, NULL);
}

static enum ibp_status removed(struct ibp_app *app, void *context,
			       const char *answer, struct ibp_error *err)
{
	enum ibp_status status;

	(void)context;
	change_filter(app, answer, NULL, err, &status);
	return status;
}

struct saved {
	struct ibp_arena arena;
	struct ibp_scan_filter *filters;
	size_t count;
};

static enum ibp_status read_saved(struct ibp_app *app, struct saved *saved,
				  struct ibp_error *err)
{
	const struct ibp_scan_calls *calls = ibp_desk_of(app)->setup->calls;

	return calls->filters(calls->context, &saved->arena, &saved->filters,
			      &saved->count, err);
}

static enum ibp_status ask_removal(struct ibp_app *app, struct ibp_error *err)
{
	struct saved saved = {0};
	enum ibp_status status = read_saved(app, &saved, err);
	struct ibp_dialog *dialog;

	if (!status) {
		dialog = ibp_dialog_new(IBP_DIALOG_PICK,
					_("Remove a saved filter"), NULL, NULL,
					IBP_TEXT_NAME_MAX);
		for (size_t i = 0; i < saved.count; i++)
			ibp_dialog_add(dialog, saved.filters[i].name,
				       saved.filters[i].name,
				       saved.filters[i].expr, NULL);
		ibp_app_ask(app, dialog, removed, NULL);
	}
	ibp_arena_release(&saved.arena);
	return status;
}

/* The answer is NAME, a newline and the expression. */
static enum ibp_status chosen(struct ibp_app *app, void *context,
			      const char *answer, struct ibp_error *err)
{
	const char *expr = strchr(answer, '\n');
	enum ibp_status status;
	char *name;

	(void)context;
	if (!strcmp(answer, TYPE_ONE)) {
		ask_expression(app);
		return IBP_OK;
	}
	if (!strcmp(answer, SAVE_ONE)) {
		ask_name(app);
		return IBP_OK;
	}
	if (!strcmp(answer, REMOVE_ONE))
		return ask_removal(app, err);
	if (!expr)
		return IBP_OK;
	name = ibp_strndup(answer, (size_t)(expr - answer));
	status = use(app, name, expr + 1, err);
	free(name);
	return status;
}

static void add_filter(struct ibp_dialog *dialog, const char *name,
		       const char *expr)
{
	struct ibp_buf value = {0};

	ibp_buf_addf(&value, "%s\n%s", name, expr);
	ibp_dialog_add(dialog, name, ibp_buf_text(&value), expr, expr);
	ibp_buf_release(&value);
}

unsigned ibp_norms_ask_filter(struct ibp_app *app)
{
	const struct ibp_norms *norms = ibp_norms_of(app);
	struct saved saved = {0};
	struct ibp_error err = {0};
	struct ibp_dialog *dialog;

	if (read_saved(app, &saved, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
		goto out;
	}
	dialog = ibp_dialog_new(IBP_DIALOG_PICK, _("Which norms?"), NULL, NULL,
				IBP_TEXT_NAME_MAX);
	ibp_dialog_add(dialog, _("Type a filter yourself"), TYPE_ONE, NULL,
		       NULL);
	for (size_t i = 0; i < saved.count; i++)
		add_filter(dialog, saved.filters[i].name,
			   saved.filters[i].expr);
	for (size_t i = 0; i < READY_FILTERS; i++)
		add_filter(dialog, _(ready_filters[i].name),
			   ready_filters[i].expr);
	if (norms->filter)
		ibp_dialog_add(dialog, _("Save the filter that is on"),
			       SAVE_ONE, NULL, NULL);
	if (saved.count)
		ibp_dialog_add(dialog, _("Remove a saved filter"), REMOVE_ONE,
			       NULL, NULL);
	ibp_app_ask(app, dialog, chosen, NULL);
out:
	ibp_arena_release(&saved.arena);
	ibp_error_release(&err);
	return IBP_REACT_PAINT;
}

/* ---- Sorting ---- */

static const struct {
	const char *key;
	const char *label; /* msgid */
} sort_keys[] = {
	{"", N_("order of the framework")},
	{"score", N_("score, lowest first")},
	{"-gap", N_("distance to the target, largest first")},
	{"due", N_("due date, earliest first")},
	{"-priority", N_("priority, highest first")},
	{"status", N_("status")},
	{"owner", N_("owner")},
	{"title", N_("title")},
};

#define SORT_KEYS (sizeof(sort_keys) / sizeof(*sort_keys))

const char *ibp_norms_sort_label(const char *key)
{
	for (size_t i = 0; i < SORT_KEYS; i++)
		if (!strcmp(sort_keys[i].key, key))
			return _(sort_keys[i].label);
	return key;
}

static enum ibp_status sort_chosen(struct ibp_app *app, void *context,
				   const char *answer, struct ibp_error *err)
{
	struct ibp_norms *norms = ibp_norms_of(app);

	(void)context;
	norms->sort = NULL;
	for (size_t i = 0; i < SORT_KEYS; i++)
		if (*answer && !strcmp(sort_keys[i].key, answer))
			norms->sort = sort_keys[i].key;
	return ibp_norms_fill(ibp_desk_of(app), norms, err);
}

unsigned ibp_norms_ask_sort(struct ibp_app *app)
{
	const struct ibp_norms *norms = ibp_norms_of(app);
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_CHOICE, _("Sort by"), NULL, NULL, 0);
	struct ibp_buf label = {0};

	for (size_t i = 0; i < SORT_KEYS; i++) {
		const char *text = _(sort_keys[i].label);

		/* The gap list has an order of its own. */
		if (!i && norms->scope == IBP_SCOPE_GAPS)
			text = _("priority and due date");
		ibp_buf_cut(&label, 0);
		ibp_buf_addf(&label, "%zu %s", i + 1, text);
		ibp_dialog_add(dialog, ibp_buf_text(&label), sort_keys[i].key,
			       NULL, NULL);
	}
	ibp_dialog_choose(dialog, norms->sort ? norms->sort : "");
	ibp_app_ask(app, dialog, sort_chosen, NULL);
	ibp_buf_release(&label);
	return IBP_REACT_PAINT;
}

/* ---- Searching ---- */

static bool holds(const struct ibp_desk *desk, const struct ibp_norms *norms,
		  size_t at, const char *folded)
{
	struct ibp_norm_row row = {desk->framework, desk->now, norms->rows[at]};

	return ibp_norm_row_has(&row, folded);
}

static size_t count_hits(const struct ibp_desk *desk,
			 const struct ibp_norms *norms, const char *folded,
			 size_t up_to)
{
	size_t count = 0;

	for (size_t i = 0; i < up_to; i++)
		count += holds(desk, norms, i, folded);
	return count;
}

/* The next row that holds it, round the end; STEP 0: or this one. */
static size_t find(const struct ibp_desk *desk, const struct ibp_norms *norms,
		   const char *folded, int step)
{
	size_t count = norms->count;
	size_t first = step ? 1 : 0;

	for (size_t i = first; i < count + first; i++) {
		size_t far = step < 0 ? count - i % count : i;
		size_t row = (norms->list.at + far) % count;

		if (holds(desk, norms, row, folded))
			return row;
	}
	return count;
}

static unsigned search(struct ibp_app *app, struct ibp_norms *norms, int step)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	char *folded = ibp_text_fold(norms->search);
	size_t row = find(desk, norms, folded, step);

	if (row < norms->count) {
		norms->list.at = row;
		ibp_app_say(app, _("\"%s\": found %zu of %zu. n and N go on."),
			    norms->search,
			    count_hits(desk, norms, folded, row + 1),
			    count_hits(desk, norms, folded, norms->count));
	} else {
		ibp_app_say(app, _("\"%s\" is not found in this list."),
			    norms->search);
	}
	free(folded);
	return IBP_REACT_PAINT;
}

unsigned ibp_norms_search(struct ibp_app *app, struct ibp_norms *norms,
			  int step)
{
	if (norms->search)
		return search(app, norms, step);
	ibp_app_say(app, "%s", _("Search for something first, with /."));
	return IBP_REACT_PAINT;
}

static enum ibp_status search_for(struct ibp_app *app, void *context,
				  const char *answer, struct ibp_error *err)
{
	struct ibp_norms *norms = ibp_norms_of(app);

	(void)context;
	(void)err;
	if (!*answer)
		return IBP_OK;
	free(norms->search);
	norms->search = ibp_strdup(answer);
	search(app, norms, 0);
	return IBP_OK;
}

unsigned ibp_norms_ask_search(struct ibp_app *app)
{
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, _("Search"),
				   _("In code, title, owner, note, reason and "
				     "evidence. Capitals and accents do not "
				     "matter."),
				   NULL, IBP_TEXT_NAME_MAX),
		    search_for, NULL);
	return IBP_REACT_PAINT;
}
