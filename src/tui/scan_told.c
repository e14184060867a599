/* A comparison or a trend, as text that was laid out for this width. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "tui/scan_assessments.h"
#include "tui/wrap.h"

struct told {
	enum ibp_assess_text text;
	char *a;
	char *b;
	size_t width; /* that the lines were made for; 0: not yet */
	struct ibp_buf lines;
	size_t count;
	struct ibp_list list;
};

static const int footer[] = {IBP_ACT_DOWN, IBP_ACT_PAGE_DOWN, IBP_ACT_BACK, 0};

static void add_title(struct ibp_app *app, void *state, struct ibp_buf *title)
{
	const struct told *told = state;

	(void)app;
	if (told->text == IBP_ASSESS_TREND)
		ibp_buf_add(title, _("Trend"));
	else
		ibp_buf_addf(title, _("%s beside %s"), told->a, told->b);
}

/* Lines end with NUL after this, so that each is a text. */
static size_t split(struct ibp_buf *text)
{
	size_t count = 0;

	for (size_t i = 0; i < text->length; i++)
		if (text->data[i] == '\n') {
			text->data[i] = '\0';
			count++;
		}
	return count;
}

static void make(struct ibp_app *app, struct told *told, size_t width)
{
	const struct ibp_assess_calls *calls =
		&ibp_desk_of(app)->setup->calls->assess;
	struct ibp_error err = {0};

	ibp_buf_cut(&told->lines, 0);
	if (calls->tell(calls->context, told->text, told->a, told->b, width,
			&told->lines, &err)) {
		ibp_buf_cut(&told->lines, 0);
		ibp_buf_addf(&told->lines, "%s\n", ibp_error_text(&err));
	}
	ibp_error_release(&err);
	told->width = width;
	told->count = split(&told->lines);
	ibp_list_clamp(&told->list, told->count);
}

static void cell(void *context, size_t row, size_t column, struct ibp_buf *text,
		 unsigned *look)
{
	const struct told *told = context;
	const char *line = told->lines.data;

	(void)column;
	*look = IBP_LOOK_PLAIN;
	while (row--)
		line += strlen(line) + 1;
	ibp_buf_add(text, line);
}

static void paint(struct ibp_app *app, void *state, struct ibp_cells *cells,
		  size_t top, size_t height)
{
	static const struct ibp_column columns[] = {
		{NULL, 20, 1000, 0, false, 0},
		{NULL, 0, 0, 0, false, 0},
	};
	struct told *told = state;
	size_t width = cells->columns - IBP_LIST_MARGIN;
	struct ibp_list_rows rows = {
		.columns = columns, .cell = cell, .context = told};

	if (told->width != width)
		make(app, told, width);
	rows.count = told->count;
	ibp_list_paint(&told->list, &rows, cells, top, height);
}

static unsigned act(struct ibp_app *app, void *state, int wanted, long key)
{
	struct told *told = state;

	(void)key;
	if (ibp_list_act(&told->list, told->count, wanted))
		return IBP_REACT_PAINT;
	return ibp_work_act(app, wanted);
}

static void follow(struct ibp_app *app, void *state)
{
	struct told *told = state;

	(void)app;
	told->width = 0;
}

static void free_view(void *state)
{
	struct told *told = state;

	ibp_buf_release(&told->lines);
	free(told->b);
	free(told->a);
	free(told);
}

static const struct ibp_view_kind told_kind = {
	.screen = IBP_SCAN_TOLD,
	.about =
		N_("Assessments beside each other, with arrows and words: what "
		   "went up, what went down, and where the norms themselves "
		   "are others than before."),
	.footer = footer,
	.add_title = add_title,
	.paint = paint,
	.act = act,
	.follow = follow,
	.free = free_view,
};

void ibp_desk_open_told(struct ibp_app *app, enum ibp_assess_text text,
			const char *a, const char *b)
{
	struct told *told = ibp_alloc(sizeof(*told));

	told->text = text;
	told->a = ibp_strdup(a);
	told->b = ibp_strdup(b);
	ibp_app_open(app, &told_kind, told);
}
