/*
 * A note: in $VISUAL or $EDITOR, else in a dialog.  What was typed before and
 * never saved is offered first.
 */
#ifndef IBP_TUI_EDIT_H
#define IBP_TUI_EDIT_H

#include "tui/app.h"

/* NAME is the draft's.  CONTEXT (may be NULL) is freed in the end. */
unsigned ibp_edit_start(struct ibp_app *app, const char *title,
			const char *name, const char *text, size_t max,
			ibp_answered *answered, void *context);

/* Runs the editor on what is ready for it. */
void ibp_edit_run(struct ibp_app *app);

void ibp_edit_drop(struct ibp_app *app);

#endif
