/*
 * A text in the person's own editor.
 */
#ifndef IBP_TUI_EDITOR_H
#define IBP_TUI_EDITOR_H

#include "base/error.h"

/* The value of VISUAL, else of EDITOR; NULL: neither is set. */
const char *ibp_editor_name(void);

/*
 * Runs the editor through the shell (its value may hold arguments and
 * quotes) on a private file with TEXT.  *EDITED is new; NULL: the text is as
 * it was.  A failing or missing editor is IBP_USAGE with a sentence.
 */
enum ibp_status ibp_editor_run(const char *text, char **edited,
			       struct ibp_error *err);

#endif
