/* Jobs over processes: each is told once, whatever happens to its process. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/workers.h"

#define JOBS 23

struct seen {
	int told[JOBS];
	int failed[JOBS];
	char texts[JOBS][32];
	size_t waits;
	size_t kill_at; /* the job that ends its process; JOBS: none */
	size_t size;    /* of a result; 0: a word */
};

static void run(void *context, size_t job, struct ibp_buf *result)
{
	const struct seen *seen = context;

	if (job == seen->kill_at)
		raise(SIGKILL);
	if (seen->size)
		ibp_buf_add_times(result, "x", seen->size);
	else
		ibp_buf_addf(result, "job %zu", job);
}

static void done(void *context, size_t job, const char *result, size_t length)
{
	struct seen *seen = context;

	seen->told[job]++;
	seen->failed[job] += !result;
	if (result)
		snprintf(seen->texts[job], sizeof(seen->texts[job]), "%.*s",
			 (int)(length < 20 ? length : 20), result);
}

static void wait_for(void *context)
{
	struct seen *seen = context;

	seen->waits++;
}

static void go(struct seen *seen, size_t workers)
{
	const struct ibp_work work = {run, done, wait_for, seen};
	struct ibp_error err = {0};

	assert_int_equal(ibp_workers_run(&work, JOBS, workers, &err), IBP_OK);
	for (size_t i = 0; i < JOBS; i++)
		assert_int_equal(seen->told[i], 1);
	ibp_error_release(&err);
}

static void each_job_is_told_once(void **state)
{
	static const size_t counts[] = {1, 2, 7, JOBS, 500};

	(void)state;
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		struct seen seen = {.kill_at = JOBS};

		go(&seen, counts[i]);
		for (size_t job = 0; job < JOBS; job++) {
			char wanted[32];

			snprintf(wanted, sizeof(wanted), "job %zu", job);
			assert_int_equal(seen.failed[job], 0);
			assert_string_equal(seen.texts[job], wanted);
		}
		assert_true(seen.waits > 0);
	}
}

/* Only what its own process still had to do fails with it. */
static void a_process_that_dies_takes_no_other_with_it(void **state)
{
	struct seen seen = {.kill_at = 8};

	(void)state;
	go(&seen, 4);
	for (size_t job = 0; job < JOBS; job++)
		assert_int_equal(seen.failed[job],
				 job >= 8 && job % 4 == 0 ? 1 : 0);
}

static void a_result_may_be_long_and_not_too_long(void **state)
{
	struct seen seen = {.kill_at = JOBS, .size = IBP_WORKERS_RESULT_MAX};
	struct seen over = {.kill_at = JOBS,
			    .size = IBP_WORKERS_RESULT_MAX + 1};

	(void)state;
	go(&seen, 2);
	go(&over, 2);
	for (size_t job = 0; job < JOBS; job++) {
		assert_int_equal(seen.failed[job], 0);
		assert_int_equal(over.failed[job], 1);
	}
}

static void nothing_to_do_is_done(void **state)
{
	struct seen seen = {.kill_at = JOBS};
	const struct ibp_work work = {run, done, NULL, &seen};
	struct ibp_error err = {0};

	(void)state;
	assert_int_equal(ibp_workers_run(&work, 0, 3, &err), IBP_OK);
	assert_true(ibp_workers_default() >= 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_job_is_told_once),
		cmocka_unit_test(a_process_that_dies_takes_no_other_with_it),
		cmocka_unit_test(a_result_may_be_long_and_not_too_long),
		cmocka_unit_test(nothing_to_do_is_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
