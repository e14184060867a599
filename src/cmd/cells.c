#include "cmd/cells.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "core/field.h"

struct ibp_cell ibp_cmd_value_cell(struct ibp_doc *doc,
				   const struct ibp_field *field,
				   const char *value)
{
	struct ibp_cell cell;
	char *shown;

	if (!value)
		return ibp_cell_none();
	shown = ibp_field_show(field, value);
	cell = ibp_cell_choice(value, ibp_arena_strdup(&doc->arena, shown));
	free(shown);
	return cell;
}

struct ibp_cell ibp_cmd_subject_cell(enum ibp_subject subject)
{
	static const char *const labels[IBP_SUBJECT_COUNT] = {
		[IBP_SUBJECT_BOARD] = N_("Board"),
		[IBP_SUBJECT_SCHOOL] = N_("School"),
		[IBP_SUBJECT_ASSESSMENT] = N_("Assessment"),
		[IBP_SUBJECT_NORM] = N_("Norm"),
		[IBP_SUBJECT_EVIDENCE] = N_("Evidence"),
		[IBP_SUBJECT_FILTER] = N_("Filter"),
		[IBP_SUBJECT_APPLICATION] = N_("Application"),
		[IBP_SUBJECT_AGREEMENT] = N_("Agreement"),
		[IBP_SUBJECT_USE] = N_("Use"),
		[IBP_SUBJECT_PLACEMENT] = N_("Placement"),
		[IBP_SUBJECT_COUPLING] = N_("Coupling"),
		[IBP_SUBJECT_EXCLUSION] = N_("Not for us"),
		[IBP_SUBJECT_SETTING] = N_("Setting"),
	};

	return ibp_cell_choice(ibp_subject_word(subject), _(labels[subject]));
}

struct ibp_cell ibp_cmd_field_cell(const struct ibp_change *change)
{
	const struct ibp_field *field = ibp_field_find(
		ibp_subject_fields(change->subject), change->field);

	return ibp_cell_choice(change->field,
			       field ? _(field->label) : change->field);
}

struct ibp_cell ibp_cmd_changed_cell(struct ibp_doc *doc,
				     const struct ibp_change *change,
				     const char *value)
{
	const struct ibp_field *field = ibp_field_find(
		ibp_subject_fields(change->subject), change->field);

	return field ? ibp_cmd_value_cell(doc, field, value) :
		       ibp_cell_text(value);
}
