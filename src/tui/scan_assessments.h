/* The assessments of a file, and what puts two of them beside each other. */
#ifndef IBP_TUI_SCAN_ASSESSMENTS_H
#define IBP_TUI_SCAN_ASSESSMENTS_H

#include "tui/desk.h"

/* What compare or trend says.  A and B are copied; NULL for a trend. */
void ibp_desk_open_told(struct ibp_app *app, enum ibp_assess_text text,
			const char *a, const char *b);

#endif
