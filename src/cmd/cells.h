/*
 * Cells of values and of changes, so that a field looks the same in every
 * listing of every tool.
 */
#ifndef IBP_CMD_CELLS_H
#define IBP_CMD_CELLS_H

#include "core/change.h"
#include "report/doc.h"

/* A canonical value of FIELD; people see it in their language. */
struct ibp_cell ibp_cmd_value_cell(struct ibp_doc *doc,
				   const struct ibp_field *field,
				   const char *value);

/* The parts of a change. */
struct ibp_cell ibp_cmd_subject_cell(enum ibp_subject subject);
struct ibp_cell ibp_cmd_field_cell(const struct ibp_change *change);
struct ibp_cell ibp_cmd_changed_cell(struct ibp_doc *doc,
				     const struct ibp_change *change,
				     const char *value);

#endif
