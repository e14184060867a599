/*
 * How far it is, on a terminal, for what takes longer than a second: one
 * line that is written over and goes away at the end.
 */
#ifndef IBP_CLI_PROGRESS_H
#define IBP_CLI_PROGRESS_H

#include "cli/run.h"

struct ibp_progress {
	struct ibp_run *run;
	size_t total;
	long begun; /* milliseconds */
	long shown; /* when it was last written; 0: not yet */
};

void ibp_progress_begin(struct ibp_progress *progress, struct ibp_run *run,
			size_t total);
void ibp_progress_show(struct ibp_progress *progress, size_t done);
void ibp_progress_end(struct ibp_progress *progress);

#endif
