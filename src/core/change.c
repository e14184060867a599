#include "core/change.h"

#include <stdlib.h>

void ibp_changes_add(struct ibp_changes *changes, enum ibp_subject subject,
		     long assessment, const char *key, const char *field,
		     const char *from, const char *to)
{
	struct ibp_arena *arena = &changes->arena;
	struct ibp_change *change;

	changes->items = ibp_grow(changes->items, &changes->capacity,
				  changes->count + 1, sizeof(*changes->items));
	change = &changes->items[changes->count++];
	change->subject = subject;
	change->assessment = assessment;
	change->key = ibp_arena_strdup(arena, key);
	change->field = ibp_arena_strdup(arena, field);
	change->from = ibp_arena_strdup(arena, from);
	change->to = ibp_arena_strdup(arena, to);
	change->name = NULL;
}

void ibp_changes_release(struct ibp_changes *changes)
{
	ibp_arena_release(&changes->arena);
	free(changes->items);
	*changes = (struct ibp_changes){0};
}

const char *ibp_subject_word(enum ibp_subject subject)
{
	static const char *const words[IBP_SUBJECT_COUNT] = {
		[IBP_SUBJECT_BOARD] = "board",
		[IBP_SUBJECT_SCHOOL] = "school",
		[IBP_SUBJECT_ASSESSMENT] = "assessment",
		[IBP_SUBJECT_NORM] = "norm",
		[IBP_SUBJECT_EVIDENCE] = "evidence",
		[IBP_SUBJECT_FILTER] = "filter",
		[IBP_SUBJECT_APPLICATION] = "application",
		[IBP_SUBJECT_AGREEMENT] = "agreement",
		[IBP_SUBJECT_USE] = "use",
		[IBP_SUBJECT_PLACEMENT] = "placement",
		[IBP_SUBJECT_COUPLING] = "coupling",
		[IBP_SUBJECT_EXCLUSION] = "exclusion",
		[IBP_SUBJECT_SETTING] = "setting",
	};

	return words[subject];
}

const struct ibp_field *ibp_subject_fields(enum ibp_subject subject)
{
	static const struct ibp_field *const tables[IBP_SUBJECT_COUNT] = {
		[IBP_SUBJECT_BOARD] = ibp_board_fields,
		[IBP_SUBJECT_SCHOOL] = ibp_school_fields,
		[IBP_SUBJECT_ASSESSMENT] = ibp_assessment_fields,
		[IBP_SUBJECT_NORM] = ibp_norm_fields,
		[IBP_SUBJECT_EVIDENCE] = ibp_evidence_fields,
		[IBP_SUBJECT_FILTER] = ibp_filter_fields,
		[IBP_SUBJECT_APPLICATION] = ibp_application_fields,
		[IBP_SUBJECT_AGREEMENT] = ibp_agreement_fields,
		[IBP_SUBJECT_USE] = ibp_use_fields,
		[IBP_SUBJECT_PLACEMENT] = ibp_placement_fields,
		[IBP_SUBJECT_COUPLING] = ibp_coupling_fields,
		[IBP_SUBJECT_EXCLUSION] = ibp_exclusion_fields,
		[IBP_SUBJECT_SETTING] = ibp_setting_fields,
	};

	return tables[subject];
}
