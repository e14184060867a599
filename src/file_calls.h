/*
 * What the full screen and the questions ask of the board's file, ending in
 * the store; the same for ibp-scan and fora-map.  And what both do with them
 * on a terminal.
 */
#ifndef IBP_FILE_CALLS_H
#define IBP_FILE_CALLS_H

#include "cli/run.h"
#include "tui/file_calls.h"

/* RUN must outlive it; its store may be opened later. */
struct ibp_file_calls ibp_file_calls_of(struct ibp_run *run);

/*
 * A throw-away copy of the example board is the file of RUN while SHOW runs;
 * CLOSE lets go of it.  The folder is gone afterwards.
 */
enum ibp_status ibp_demo_run(struct ibp_run *run,
			     enum ibp_status (*show)(struct ibp_run *run,
						     struct ibp_error *err),
			     void (*close)(struct ibp_run *run),
			     struct ibp_error *err);

/* What the demo says first. */
const char *ibp_demo_notice(void);

/* Screens of keys that were written down, for a bug report. */
enum ibp_status ibp_screen_play(struct ibp_run *run, const void *setup,
				enum ibp_status (*play)(const void *setup,
							const char *script,
							struct ibp_buf *out,
							struct ibp_error *err),
				struct ibp_error *err);

#endif
