/* Searching in the rows of a list. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/rows.h"

static bool holds(struct ibp_app *app, const struct ibp_rows *rows, size_t at,
		  const char *folded)
{
	return rows->kind->has(app, rows->items[at], folded);
}

static size_t count_hits(struct ibp_app *app, const struct ibp_rows *rows,
			 const char *folded, size_t up_to)
{
	size_t count = 0;

	for (size_t i = 0; i < up_to; i++)
		count += holds(app, rows, i, folded);
	return count;
}

/* The next row that holds it, round the end; STEP 0: or this one. */
static size_t find(struct ibp_app *app, const struct ibp_rows *rows,
		   const char *folded, int step)
{
	size_t count = rows->count;
	size_t first = step ? 1 : 0;

	for (size_t i = first; i < count + first; i++) {
		size_t far = step < 0 ? count - i % count : i;
		size_t row = (rows->list.at + far) % count;

		if (holds(app, rows, row, folded))
			return row;
	}
	return count;
}

static unsigned search(struct ibp_app *app, struct ibp_rows *rows, int step)
{
	char *folded = ibp_text_fold(rows->search);
	size_t row = find(app, rows, folded, step);

	if (row < rows->count) {
		rows->list.at = row;
		ibp_app_say(app, _("\"%s\": found %zu of %zu. n and N go on."),
			    rows->search,
			    count_hits(app, rows, folded, row + 1),
			    count_hits(app, rows, folded, rows->count));
	} else {
		ibp_app_say(app, _("\"%s\" is not found in this list."),
			    rows->search);
	}
	free(folded);
	return IBP_REACT_PAINT;
}

unsigned ibp_rows_search(struct ibp_app *app, struct ibp_rows *rows, int step)
{
	if (rows->search)
		return search(app, rows, step);
	ibp_app_say(app, "%s", _("Search for something first, with /."));
	return IBP_REACT_PAINT;
}

static enum ibp_status search_for(struct ibp_app *app, void *context,
				  const char *answer, struct ibp_error *err)
{
	struct ibp_rows *rows = ibp_rows_of(app);

	(void)context;
	(void)err;
	if (!*answer)
		return IBP_OK;
	free(rows->search);
	rows->search = ibp_strdup(answer);
	search(app, rows, 0);
	return IBP_OK;
}

unsigned ibp_rows_ask_search(struct ibp_app *app)
{
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, _("Search"),
				   _(ibp_rows_of(app)->kind->searched), NULL,
				   IBP_TEXT_NAME_MAX),
		    search_for, NULL);
	return IBP_REACT_PAINT;
}
