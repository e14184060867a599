/*
 * Many jobs of one kind over several processes, so that a job that ends the
 * process takes no other one with it, and the work of others does not wait.
 */
#ifndef IBP_BASE_WORKERS_H
#define IBP_BASE_WORKERS_H

#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

#define IBP_WORKERS_MAX 64
/* A job that says more has failed. */
#define IBP_WORKERS_RESULT_MAX ((size_t)1024 * 1024)

struct ibp_work {
	/* In a process of its own: adds what it found to RESULT. */
	void (*run)(void *context, size_t job, struct ibp_buf *result);
	/*
	 * In this process, in any order; once for every job.  RESULT NULL:
	 * the process ended before the job was done.
	 */
	void (*done)(void *context, size_t job, const char *result,
		     size_t length);
	/* Now and then while jobs are running; may be NULL. */
	void (*wait)(void *context);
	void *context;
};

/* As many workers as this machine runs at a time. */
size_t ibp_workers_default(void);

/*
 * Does jobs 0 to COUNT - 1 with at most WORKERS processes.  IBP_INPUT where
 * not one of them could be begun.
 */
enum ibp_status ibp_workers_run(const struct ibp_work *work, size_t count,
				size_t workers, struct ibp_error *err);

#endif
