/* One evidence as a form. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/desk.h"
#include "tui/form.h"

static const int footer[] = {IBP_ACT_OPEN, IBP_SCAN_EVIDENCE_REMOVE,
			     IBP_ACT_UNDO, IBP_ACT_BACK, 0};

static const char *value(struct ibp_app *app, long id, const char *field)
{
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), id);

	return one ? ibp_evidence_value(one, field) : NULL;
}

static void add_name(struct ibp_app *app, long id, struct ibp_buf *text)
{
	const struct ibp_evidence *one =
		ibp_desk_find_evidence(ibp_desk_of(app), id);

	ibp_buf_add(text, one ? one->title : "");
}

static void remove_it(struct ibp_app *app, long id)
{
	ibp_desk_remove_evidence(app,
				 ibp_desk_find_evidence(ibp_desk_of(app), id));
}

static const struct ibp_view_kind form_view = {
	.screen = IBP_SCAN_EVIDENCE,
	.about = N_("One evidence. Enter changes the selected line; every "
		    "line is kept as soon as it is filled in."),
	.footer = footer,
	.add_title = ibp_form_add_title,
	.paint = ibp_form_paint,
	.act = ibp_form_act,
	.click = ibp_form_click,
	.free = free,
};

static const struct ibp_form_kind form = {
	.view = &form_view,
	.subject = IBP_SUBJECT_EVIDENCE,
	.first = 1, /* the norm that it is for */
	.value = value,
	.add_name = add_name,
	.gone = N_("This evidence was removed. u brings it back."),
	.remove_act = IBP_SCAN_EVIDENCE_REMOVE,
	.remove = remove_it,
};

/* The title was asked for first; where it lies comes next. */
void ibp_desk_open_evidence(struct ibp_app *app, long id)
{
	ibp_form_open(app, &form, id, 1);
}
