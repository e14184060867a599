/* What the commands that ask something of the landscape share. */
#ifndef IBP_CMD_MAP_QUESTION_H
#define IBP_CMD_MAP_QUESTION_H

#include "cmd/map.h"
#include "core/attention.h"
#include "core/cover.h"

/* The board's landscape on the day of --at, or today.  *COVER is new. */
enum ibp_status ibp_cmd_map_cover(struct ibp_run *run, struct ibp_cover **cover,
				  struct ibp_error *err);

/* Edition and day, and the sentence for a board that has nothing yet. */
void ibp_cmd_map_add_head(struct ibp_doc *doc, const struct ibp_cover *cover);

/* Lists of names: of applications, elements, schools by their index. */
struct ibp_cell ibp_cmd_map_applications_cell(struct ibp_doc *doc,
					      const struct ibp_cover *cover,
					      const size_t *applications,
					      size_t count);
struct ibp_cell ibp_cmd_map_elements_cell(struct ibp_doc *doc,
					  const struct ibp_cover *cover,
					  const uint32_t *elements,
					  size_t count);
/* All of them: one sentence for people, every name for a program. */
struct ibp_cell ibp_cmd_map_schools_cell(struct ibp_doc *doc,
					 const struct ibp_cover *cover,
					 const size_t *schools, size_t count);
struct ibp_cell ibp_cmd_map_schools_text_cell(struct ibp_doc *doc,
					      const struct ibp_cover *cover,
					      const size_t *schools,
					      size_t count);

/* The field NAME of an application with its canonical VALUE. */
struct ibp_cell ibp_cmd_map_choice_cell(const struct ibp_field *fields,
					const char *name, const char *value);

/* "Unplaced": the applications without a place, where there are any. */
void ibp_cmd_map_add_unplaced(struct ibp_doc *doc,
			      const struct ibp_cover *cover);

/* The classification and personal data that FORA says, beside its own. */
void ibp_cmd_map_add_derived(struct ibp_run *run, struct ibp_doc *doc,
			     const struct ibp_application *application);

#endif
