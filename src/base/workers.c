#include "base/workers.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"

#define WAIT_MS 200

/*
 * Worker W of N does jobs W, W + N, W + 2 N, ...: they are alike, and nobody
 * has to hand them out.
 */
struct worker {
	pid_t pid;
	int fd;      /* what it found; -1: it has ended */
	size_t next; /* the job that it is at */
	struct ibp_buf unread;
};

struct pool {
	const struct ibp_work *work;
	size_t count;
	struct worker *workers;
	size_t worker_count;
};

size_t ibp_workers_default(void)
{
	long online = sysconf(_SC_NPROCESSORS_ONLN);

	if (online < 1)
		return 1;
	return online < IBP_WORKERS_MAX ? (size_t)online : IBP_WORKERS_MAX;
}

static bool put_all(int fd, const void *bytes, size_t length)
{
	const char *at = bytes;

	while (length) {
		ssize_t put = write(fd, at, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		at += put;
		length -= (size_t)put;
	}
	return true;
}

/* A process that holds the end of another one hides that it is closed. */
static void close_others(const struct pool *pool, size_t before)
{
	for (size_t i = 0; i < before; i++)
		if (pool->workers[i].fd >= 0)
			close(pool->workers[i].fd);
}

/* The life of a worker: length and bytes of each result, then the end. */
static void work_on(const struct pool *pool, size_t index, int fd, pid_t parent)
{
	const struct sigaction plain = {.sa_handler = SIG_DFL};

	/* Ctrl-C is answered once, by the process that was started. */
	sigaction(SIGINT, &plain, NULL);
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != parent)
		_exit(1);
	for (size_t job = index; job < pool->count; job += pool->worker_count) {
		struct ibp_buf result = {0};
		size_t length;

		pool->work->run(pool->work->context, job, &result);
		length = result.length;
		if (!put_all(fd, &length, sizeof(length)) ||
		    !put_all(fd, ibp_buf_text(&result), length))
			_exit(1);
		ibp_buf_release(&result);
	}
	_exit(0);
}

static bool begin_worker(struct pool *pool, size_t index)
{
	struct worker *worker = &pool->workers[index];
	pid_t parent;
	int ends[2];

	worker->next = index;
	worker->fd = -1;
	if (pipe(ends) != 0)
		return false;
	parent = getpid();
	worker->pid = fork();
	if (worker->pid == 0) {
		close(ends[0]);
		close_others(pool, index);
		work_on(pool, index, ends[1], parent);
	}
	close(ends[1]);
	if (worker->pid < 0) {
		close(ends[0]);
		return false;
	}
	worker->fd = ends[0];
	return true;
}

static void tell(struct pool *pool, struct worker *worker, const char *result,
		 size_t length)
{
	size_t job = worker->next;

	worker->next += pool->worker_count;
	pool->work->done(pool->work->context, job, result, length);
}

/* Takes the first result that is there in full.  False: there is none. */
static bool take_result(struct pool *pool, struct worker *worker)
{
	struct ibp_buf *unread = &worker->unread;
	size_t length;
	size_t used;

	if (unread->length < sizeof(length))
		return false;
	memcpy(&length, unread->data, sizeof(length));
	used = sizeof(length) + length;
	if (length > IBP_WORKERS_RESULT_MAX || unread->length < used)
		return false;
	tell(pool, worker, unread->data + sizeof(length), length);
	memmove(unread->data, unread->data + used, unread->length - used);
	ibp_buf_cut(unread, unread->length - used);
	return true;
}

/* What it had not done is told as such. */
static void end_worker(struct pool *pool, struct worker *worker)
{
	if (worker->fd >= 0)
		close(worker->fd);
	worker->fd = -1;
	if (worker->pid > 0) {
		kill(worker->pid, SIGKILL); /* where it has not ended yet */
		while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	while (worker->next < pool->count)
		tell(pool, worker, NULL, 0);
	ibp_buf_release(&worker->unread);
}

static void hear(struct pool *pool, struct worker *worker)
{
	char bytes[16384];
	ssize_t got = read(worker->fd, bytes, sizeof(bytes));

	if (got < 0 && errno == EINTR)
		return;
	if (got > 0) {
		ibp_buf_add_bytes(&worker->unread, bytes, (size_t)got);
		while (take_result(pool, worker))
			;
	}
	if (got <= 0 || worker->unread.length > 2 * IBP_WORKERS_RESULT_MAX)
		end_worker(pool, worker);
}

/* Waits until one of them says something.  False: all have ended. */
static bool hear_all(struct pool *pool)
{
	struct pollfd fds[IBP_WORKERS_MAX];
	bool any = false;

	for (size_t i = 0; i < pool->worker_count; i++) {
		fds[i] = (struct pollfd){.fd = pool->workers[i].fd,
					 .events = POLLIN};
		any = any || fds[i].fd >= 0;
	}
	if (!any)
		return false;
	if (poll(fds, pool->worker_count, WAIT_MS) > 0)
		for (size_t i = 0; i < pool->worker_count; i++)
			if (fds[i].revents)
				hear(pool, &pool->workers[i]);
	if (pool->work->wait)
		pool->work->wait(pool->work->context);
	return true;
}

enum ibp_status ibp_workers_run(const struct ibp_work *work, size_t count,
				size_t workers, struct ibp_error *err)
{
	struct pool pool = {.work = work, .count = count};
	size_t begun = 0;

	pool.worker_count = workers < count ? workers : count;
	if (pool.worker_count > IBP_WORKERS_MAX)
		pool.worker_count = IBP_WORKERS_MAX;
	pool.workers =
		ibp_alloc((pool.worker_count + 1) * sizeof(*pool.workers));
	/* What is not written yet would be written by each of them. */
	fflush(NULL);
	for (size_t i = 0; i < pool.worker_count; i++)
		begun += begin_worker(&pool, i);
	if (begun) {
		for (size_t i = 0; i < pool.worker_count; i++)
			if (pool.workers[i].fd < 0)
				end_worker(&pool, &pool.workers[i]);
		while (hear_all(&pool))
			;
	}
	free(pool.workers);
	if (count && !begun)
		return ibp_error_set(err, IBP_INPUT,
				     _("No process could be begun: %s."),
				     strerror(errno));
	return IBP_OK;
}
