/*
 * An element of FORA as a row that can be filtered.  Fields: id type name
 * domain parent (the last two by name) status expects_system personal_data
 * availability integrity confidentiality retention.
 */
#ifndef IBP_CORE_FORA_ROW_H
#define IBP_CORE_FORA_ROW_H

#include "core/filter.h"
#include "model/fora.h"

struct ibp_fora_row {
	const struct ibp_fora *fora;
	uint32_t index;
};

extern const struct ibp_filter_field ibp_fora_row_fields[];

/* The words of the types, without labels. */
extern const struct ibp_choice ibp_fora_type_choices[];

const char *ibp_fora_row_value(const void *row, size_t field,
			       struct ibp_arena *arena);

#endif
