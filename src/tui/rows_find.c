/* The filter and the order of the rows of a list. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/filter.h"
#include "tui/rows.h"

/* ---- Filters ---- */

static char *exchange(char **place, const char *text)
{
	char *old = *place;

	*place = ibp_strdup(text);
	return old;
}

enum ibp_status ibp_rows_set_filter(struct ibp_app *app, struct ibp_rows *rows,
				    const char *name, const char *expr,
				    struct ibp_error *err)
{
	char *old_name = exchange(&rows->filter_name, name);
	char *old = exchange(&rows->filter, expr);
	enum ibp_status status = rows->kind->fill(app, rows, err);

	if (status) {
		char *swap = rows->filter;

		rows->filter = old;
		old = swap;
		swap = rows->filter_name;
		rows->filter_name = old_name;
		old_name = swap;
	}
	free(old);
	free(old_name);
	return status;
}

/* Answers of the menu that are no expression. */
#define TYPE_ONE "type:"
#define SAVE_ONE "save:"
#define REMOVE_ONE "remove:"

static enum ibp_status use(struct ibp_app *app, const char *name,
			   const char *expr, struct ibp_error *err)
{
	struct ibp_rows *rows = ibp_rows_of(app);
	enum ibp_status status =
		ibp_rows_set_filter(app, rows, name, expr, err);

	if (!status)
		rows->list = (struct ibp_list){0};
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
	struct ibp_rows *rows = ibp_rows_of(app);
	struct ibp_dialog *dialog = ibp_dialog_new(
		IBP_DIALOG_LINE, _("Filter"), _(rows->kind->fields),
		rows->filter, IBP_FILTER_MAX);

	ibp_app_ask(app, dialog, typed, NULL);
}

static void change_filter(struct ibp_app *app, const char *name,
			  const char *expr, struct ibp_error *err,
			  enum ibp_status *status)
{
	struct ibp_changes changes = {0};

	ibp_work_add_change(app, &changes, IBP_SUBJECT_FILTER, name, "expr",
			    expr);
	*status = ibp_work_change(app, &changes, err);
	ibp_changes_release(&changes);
}

static enum ibp_status named(struct ibp_app *app, void *context,
			     const char *answer, struct ibp_error *err)
{
	struct ibp_rows *rows = ibp_rows_of(app);
	enum ibp_status status;
	char *name = NULL;

	(void)context;
	status = ibp_text_clean(answer, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX,
				_("Name"), &name, err);
	if (!status && !*name)
		status = ibp_error_set(err, IBP_USAGE, "%s",
				       _("A saved filter needs a name."));
	if (!status)
		change_filter(app, name, rows->filter, err, &status);
	if (!status)
		status = use(app, name, rows->filter, err);
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
	struct ibp_named_filter *filters;
	size_t count;
};

static enum ibp_status read_saved(struct ibp_app *app, struct saved *saved,
				  struct ibp_error *err)
{
	const struct ibp_file_calls *calls = app->setup.work->calls;

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

unsigned ibp_rows_ask_filter(struct ibp_app *app)
{
	const struct ibp_rows *rows = ibp_rows_of(app);
	const struct ibp_named_filter *ready;
	struct saved saved = {0};
	struct ibp_error err = {0};
	struct ibp_dialog *dialog;

	if (read_saved(app, &saved, &err)) {
		ibp_app_say(app, "%s", ibp_error_text(&err));
		goto out;
	}
	dialog = ibp_dialog_new(IBP_DIALOG_PICK, _(rows->kind->which), NULL,
				NULL, IBP_TEXT_NAME_MAX);
	ibp_dialog_add(dialog, _("Type a filter yourself"), TYPE_ONE, NULL,
		       NULL);
	for (size_t i = 0; i < saved.count; i++)
		add_filter(dialog, saved.filters[i].name,
			   saved.filters[i].expr);
	for (ready = rows->kind->filters; ready->name; ready++)
		add_filter(dialog, _(ready->name), ready->expr);
	if (rows->filter)
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

const char *ibp_rows_sort_label(const struct ibp_rows *rows, const char *key)
{
	const struct ibp_sort_key *sort = rows->kind->sorts;

	while (sort->key && strcmp(sort->key, key))
		sort++;
	return sort->key ? _(sort->label) : key;
}

static enum ibp_status sort_chosen(struct ibp_app *app, void *context,
				   const char *answer, struct ibp_error *err)
{
	struct ibp_rows *rows = ibp_rows_of(app);
	const struct ibp_sort_key *sort = rows->kind->sorts;

	(void)context;
	rows->sort = NULL;
	for (; sort->key; sort++)
		if (*answer && !strcmp(sort->key, answer))
			rows->sort = sort->key;
	return rows->kind->fill(app, rows, err);
}

unsigned ibp_rows_ask_sort(struct ibp_app *app)
{
	const struct ibp_rows *rows = ibp_rows_of(app);
	const struct ibp_sort_key *sorts = rows->kind->sorts;
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_CHOICE, _("Sort by"), NULL, NULL, 0);
	struct ibp_buf label = {0};

	for (size_t i = 0; sorts[i].key; i++) {
		const char *text = sorts[i].label;

		if (!*sorts[i].key && rows->own_order)
			text = rows->own_order;
		ibp_buf_cut(&label, 0);
		ibp_buf_addf(&label, "%zu %s", i + 1, _(text));
		ibp_dialog_add(dialog, ibp_buf_text(&label), sorts[i].key, NULL,
			       NULL);
	}
	ibp_dialog_choose(dialog, rows->sort ? rows->sort : "");
	ibp_app_ask(app, dialog, sort_chosen, NULL);
	ibp_buf_release(&label);
	return IBP_REACT_PAINT;
}
