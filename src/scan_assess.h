/* Assessments over time, for the full screen and plain mode of ibp-scan. */
#ifndef IBP_SCAN_ASSESS_H
#define IBP_SCAN_ASSESS_H

#include "cli/run.h"
#include "tui/scan.h"

/* The calls on the data file that RUN has open. */
struct ibp_assess_calls ibp_assess_calls(struct ibp_run *run);

#endif
