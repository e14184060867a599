#include "store/lease.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "store/db_fault.h"

#define TRY_EVERY_MS 50
#define HOLDER_MAX 200
#define TOOL_LETTERS "abcdefghijklmnopqrstuvwxyz-"

struct ibp_lease {
	int fd;
	char *path;
};

/*
 * A holder removes the file before it lets go, so a lock on a file that is
 * no longer there under its name protects nothing.
 */
static bool is_still_there(int fd, const char *path)
{
	struct stat mine;
	struct stat named;

	return fstat(fd, &mine) == 0 && lstat(path, &named) == 0 &&
	       mine.st_dev == named.st_dev && mine.st_ino == named.st_ino;
}

static enum ibp_lease_outcome try_once(const char *path, int *fd)
{
	enum ibp_lease_outcome outcome = IBP_LEASE_HELD;
	int opened =
		open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (opened < 0)
		return errno == ENOSPC || errno == EDQUOT ? IBP_LEASE_FULL :
							    IBP_LEASE_NO_LOCK;
	if (flock(opened, LOCK_EX | LOCK_NB) != 0)
		outcome = errno == EWOULDBLOCK ? IBP_LEASE_HELD :
						 IBP_LEASE_NO_LOCK;
	else if (is_still_there(opened, path))
		outcome = IBP_LEASE_TAKEN;
	if (outcome == IBP_LEASE_TAKEN) {
		*fd = opened;
	} else {
		int kept = errno;

		close(opened);
		errno = kept;
	}
	return outcome;
}

static enum ibp_lease_outcome try_for(const char *path, long wait_ms, int *fd)
{
	const struct timespec pause = {0, TRY_EVERY_MS * 1000000L};
	enum ibp_lease_outcome outcome = try_once(path, fd);

	for (; outcome == IBP_LEASE_HELD && wait_ms > 0;
	     wait_ms -= TRY_EVERY_MS) {
		nanosleep(&pause, NULL);
		outcome = try_once(path, fd);
	}
	return outcome;
}

/* For people only: a full disk does not make the lock less of a lock. */
static void sign(int fd, const char *tool)
{
	struct ibp_buf text = {0};
	char now[IBP_TIME_SIZE];

	ibp_time_now(now);
	ibp_buf_addf(&text, "%s %ld %s\n", tool, (long)getpid(), now);
	if (ftruncate(fd, 0) != 0 ||
	    write(fd, text.data, text.length) != (ssize_t)text.length)
		ibp_buf_cut(&text, 0);
	ibp_buf_release(&text);
}

/* Ends the word at TEXT and gives what comes after it; NULL: no word. */
static char *end_word(char *text)
{
	size_t length = strcspn(text, " \n");

	if (!length || !text[length])
		return NULL;
	text[length] = '\0';
	return text + length + 1;
}

/*
 * The words of the signature in TEXT.  Another may have written the file,
 * so only what can be shown to a person counts.
 */
static bool read_signature(const char *path, char text[HOLDER_MAX + 1],
			   const char **process, char since[IBP_TIME_SIZE])
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char *number;
	char *start;
	ssize_t got;
	long value;

	if (fd < 0)
		return false;
	got = read(fd, text, HOLDER_MAX);
	close(fd);
	text[got > 0 ? got : 0] = '\0';
	number = end_word(text);
	start = number ? end_word(number) : NULL;
	if (!start || !end_word(start) ||
	    strspn(text, TOOL_LETTERS) != strlen(text) ||
	    !ibp_num_parse(number, LONG_MAX, &value))
		return false;
	*process = number;
	return *ibp_time_show(start, since);
}

static void say_held(const char *path, const char *shown, struct ibp_error *err)
{
	char tool[HOLDER_MAX + 1];
	char since[IBP_TIME_SIZE];
	const char *process;

	if (read_signature(path, tool, &process, since))
		ibp_error_set(err, IBP_DATA,
			      _("%s is being changed by %s (process %s, since "
				"%s)."),
			      shown, tool, process, since);
	else
		ibp_error_set(err, IBP_DATA,
			      _("%s is being changed by another program."),
			      shown);
}

static void say_no_lock(const char *shown, struct ibp_error *err)
{
	ibp_error_set(err, IBP_DATA,
		      _("%s cannot be changed here, because no lock can be "
			"made beside it (%s)."),
		      shown, strerror(errno));
}

static struct ibp_lease *new_lease(int fd, const char *path, const char *tool)
{
	struct ibp_lease *lease = ibp_alloc(sizeof(*lease));

	sign(fd, tool);
	lease->fd = fd;
	lease->path = ibp_strdup(path);
	return lease;
}

enum ibp_lease_outcome ibp_lease_take(const char *path, const char *shown,
				      const char *tool, long wait_ms,
				      struct ibp_lease **lease,
				      struct ibp_error *err)
{
	enum ibp_lease_outcome outcome;
	struct ibp_buf name = {0};
	int fd = -1;

	ibp_buf_addf(&name, "%s.lock", path);
	outcome = try_for(name.data, wait_ms, &fd);
	switch (outcome) {
	case IBP_LEASE_TAKEN:
		*lease = new_lease(fd, name.data, tool);
		break;
	case IBP_LEASE_HELD:
		say_held(name.data, shown, err);
		break;
	case IBP_LEASE_NO_LOCK:
		say_no_lock(shown, err);
		break;
	case IBP_LEASE_FULL:
		ibp_db_fault_say(IBP_DB_FULL, shown, NULL, NULL, err);
		break;
	}
	ibp_buf_release(&name);
	return outcome;
}

void ibp_lease_release(struct ibp_lease *lease)
{
	if (!lease)
		return;
	unlink(lease->path);
	close(lease->fd);
	free(lease->path);
	free(lease);
}
