/* A step while it is being made, within one transaction. */
#ifndef IBP_STORE_STEP_H
#define IBP_STORE_STEP_H

#include <stdbool.h>

#include "core/change.h"
#include "store/store.h"

struct ibp_step {
	struct ibp_store *store;
	const char *act;
	long of;              /* the step that is undone or redone; 0: none */
	bool is_checked;      /* by the rules of core; undo restores */
	long id;              /* in the log; 0 until there is a change */
	long nr;              /* of the last change in it */
	long open_assessment; /* known to be there and open; 0: none */
	struct ibp_changes made;
};

/* Writes the head of the step into the log. */
enum ibp_status ibp_step_start(struct ibp_step *step, struct ibp_error *err);

/* Makes the changes that are not so already, and logs them. */
enum ibp_status ibp_step_make(struct ibp_step *step,
			      const struct ibp_change *changes, size_t count,
			      struct ibp_error *err);

/* The login name, as the log has it. */
const char *ibp_step_who(struct ibp_store *store);

/* Whether FIELD of an assessment says that it is locked, or was. */
bool ibp_step_is_lock(const char *field);

/* Commits; after a STATUS that is not IBP_OK, or without a step, nothing. */
enum ibp_status ibp_step_finish(struct ibp_step *step, enum ibp_status status,
				struct ibp_error *err);

#endif
