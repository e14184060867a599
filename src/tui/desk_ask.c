/* What ibp-scan offers in the dialog for a field: levels and owners. */
#include <string.h>

#include "base/i18n.h"
#include "model/content.h"
#include "tui/desk.h"

static void add_levels(const struct ibp_desk *desk, struct ibp_dialog *dialog,
		       const struct ibp_field *field)
{
	struct ibp_buf label = {0};

	for (int level = 1; level <= IBP_LEVELS; level++) {
		ibp_buf_cut(&label, 0);
		ibp_desk_add_score(desk, level, &label);
		ibp_dialog_add(dialog, ibp_buf_text(&label),
			       ibp_score_text(level), NULL, NULL);
	}
	ibp_buf_cut(&label, 0);
	if (field->kind == IBP_FIELD_LEVEL)
		ibp_buf_addf(&label, _("0 as in the framework (%d)"),
			     desk->framework->target);
	else
		ibp_buf_add(&label, _("0 no score"));
	ibp_dialog_add(dialog, ibp_buf_text(&label), "", NULL, NULL);
	ibp_buf_release(&label);
}

/* Owners are roles first, and whoever was filled in before. */
static void add_owners(const struct ibp_desk *desk, struct ibp_dialog *dialog)
{
	const struct ibp_strings *roles = &desk->framework->roles;

	for (size_t i = 0; i < desk->framework->norm_count; i++) {
		const char *owner = ibp_desk_answer(desk, i)->owner;

		if (owner)
			ibp_work_offer(dialog, owner);
	}
	for (size_t i = 0; i < roles->count; i++)
		ibp_work_offer(dialog,
			       ibp_content_item(desk->framework->id, "roles",
						i + 1, roles->items[i]));
}

static bool is_of_a_person(const struct ibp_field *field)
{
	return !strcmp(field->name, "owner") ||
	       !strcmp(field->name, "checked_by");
}

void ibp_desk_offer(struct ibp_app *app, const struct ibp_field *field,
		    struct ibp_dialog *dialog)
{
	const struct ibp_desk *desk = ibp_desk_of(app);

	if (field->kind == IBP_FIELD_LEVEL || field->kind == IBP_FIELD_SCORE)
		add_levels(desk, dialog, field);
	else if (is_of_a_person(field))
		add_owners(desk, dialog);
}
