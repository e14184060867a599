#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"

static enum ibp_status cannot_read(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT, _("%s cannot be read: %s."), path,
			     strerror(errno));
}

static enum ibp_status too_large(const char *path, size_t max,
				 struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("%s is too large: at most %zu bytes are read."),
			     path, max);
}

/* What a file says of itself; a pipe says nothing. */
static bool is_larger(int fd, size_t max)
{
	struct stat info;

	return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) &&
	       (uintmax_t)info.st_size > max;
}

static enum ibp_status read_all(int fd, const char *path, size_t max,
				struct ibp_buf *content, struct ibp_error *err)
{
	char chunk[16 * 1024];
	ssize_t got;

	while ((got = read(fd, chunk, sizeof(chunk))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return cannot_read(path, err);
		if (content->length + (size_t)got > max)
			return too_large(path, max, err);
		ibp_buf_add_bytes(content, chunk, (size_t)got);
	}
	return IBP_OK;
}

enum ibp_status ibp_file_read(const char *path, size_t max,
			      struct ibp_buf *content, struct ibp_error *err)
{
	enum ibp_status status;
	int fd;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, _("standard input"), max, content,
				err);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return cannot_read(path, err);
	if (is_larger(fd, max))
		status = too_large(path, max, err);
	else
		status = read_all(fd, path, max, content, err);
	close(fd);
	return status;
}

enum ibp_status ibp_file_read_start(const char *path, size_t max,
				    struct ibp_buf *content,
				    struct ibp_error *err)
{
	bool is_standard = strcmp(path, "-") == 0;
	int fd = is_standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	enum ibp_status status = IBP_OK;
	char chunk[16 * 1024];
	size_t left = max;
	ssize_t got = 1;

	if (fd < 0)
		return cannot_read(path, err);
	while (left && got) {
		size_t room = left < sizeof(chunk) ? left : sizeof(chunk);

		got = read(fd, chunk, room);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			status = cannot_read(path, err);
			break;
		}
		ibp_buf_add_bytes(content, chunk, (size_t)got);
		left -= (size_t)got;
	}
	if (!is_standard)
		close(fd);
	return status;
}

static enum ibp_status cannot_write(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("%s cannot be written: %s. Choose another "
			       "place with -o."),
			     path, strerror(errno));
}

static bool write_all(int fd, const char *data, size_t length)
{
	while (length) {
		ssize_t put = write(fd, data, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		data += put;
		length -= (size_t)put;
	}
	return true;
}

/* A device such as /dev/full is written to, never replaced. */
static bool is_special(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && !S_ISREG(info.st_mode) &&
	       !S_ISDIR(info.st_mode);
}

static enum ibp_status write_special(const char *path, const char *data,
				     size_t length, struct ibp_error *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool done;

	if (fd < 0)
		return cannot_write(path, err);
	done = write_all(fd, data, length);
	if (close(fd) != 0)
		done = false;
	return done ? IBP_OK : cannot_write(path, err);
}

/* Both times are TIME; NULL: they stay what they are. */
static bool set_time(int fd, const struct timespec *time)
{
	const struct timespec times[] = {time ? *time : (struct timespec){0},
					 time ? *time : (struct timespec){0}};

	return !time || futimens(fd, times) == 0;
}

static bool fill(int fd, const char *data, size_t length,
		 const struct timespec *time)
{
	return write_all(fd, data, length) && set_time(fd, time) &&
	       fsync(fd) == 0;
}

static bool fill_and_rename(int fd, const char *aside, const char *path,
			    const char *data, size_t length,
			    const struct timespec *time)
{
	bool done = fill(fd, data, length, time);

	if (close(fd) != 0)
		done = false;
	return done && rename(aside, path) == 0;
}

/* A file without a name in the folder of PATH; -1: not on this disk. */
static int open_nameless(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? ibp_strndup(path, (size_t)(slash - path) + 1) :
			       ibp_strdup(".");
	int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

	free(folder);
	return fd;
}

/* ASIDE is a name in use only between two calls, by a file that is whole. */
static bool name_it(int fd, const char *aside, const char *path)
{
	char self[40];

	snprintf(self, sizeof(self), "/proc/self/fd/%d", fd);
	unlink(aside);
	if (linkat(AT_FDCWD, self, AT_FDCWD, aside, AT_SYMLINK_FOLLOW) != 0)
		return false;
	if (rename(aside, path) == 0)
		return true;
	unlink(aside);
	return false;
}

/*
 * Who ends the program while it writes leaves nothing behind, as the file
 * has no name until it is whole.
 */
static bool fill_and_name(int fd, const char *path, const char *data,
			  size_t length, const struct timespec *time)
{
	struct ibp_buf aside = {0};
	bool done = fill(fd, data, length, time);

	ibp_buf_addf(&aside, "%s.%ld", path, (long)getpid());
	if (done)
		done = name_it(fd, aside.data, path);
	ibp_buf_release(&aside);
	if (close(fd) != 0)
		done = false;
	return done;
}

/* For a disk that has no nameless files. */
static bool write_aside(const char *path, const char *data, size_t length,
			const struct timespec *time)
{
	struct ibp_buf aside = {0};
	bool done = false;
	int fd;

	ibp_buf_addf(&aside, "%s.XXXXXX", path);
	fd = mkstemp(aside.data);
	if (fd >= 0)
		done = fill_and_rename(fd, aside.data, path, data, length,
				       time);
	if (fd >= 0 && !done)
		unlink(aside.data);
	ibp_buf_release(&aside);
	return done;
}

static enum ibp_status write_file(const char *path, const char *data,
				  size_t length, bool force,
				  const struct timespec *time,
				  struct ibp_error *err)
{
	bool done;
	int fd;

	if (strcmp(path, "-") == 0)
		return write_all(STDOUT_FILENO, data, length) ?
			       IBP_OK :
			       cannot_write(_("standard output"), err);
	if (is_special(path))
		return write_special(path, data, length, err);
	if (!force && ibp_file_exists(path))
		return ibp_error_set(err, IBP_INPUT,
				     _("%s exists already. Choose another name "
				       "or use --force."),
				     path);
	fd = open_nameless(path);
	done = fd >= 0 ? fill_and_name(fd, path, data, length, time) :
			 write_aside(path, data, length, time);
	return done ? IBP_OK : cannot_write(path, err);
}

enum ibp_status ibp_file_write(const char *path, const char *data,
			       size_t length, bool force, struct ibp_error *err)
{
	return write_file(path, data, length, force, NULL, err);
}

enum ibp_status ibp_file_write_dated(const char *path, const char *data,
				     size_t length, bool force, long seconds,
				     struct ibp_error *err)
{
	const struct timespec time = {.tv_sec = seconds};

	return write_file(path, data, length, force, &time, err);
}

bool ibp_file_exists(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0;
}

enum ibp_status ibp_file_make_dir(const char *dir, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;
	char *path = ibp_strdup(dir);

	for (char *at = path + 1; !status; at++) {
		char kept = *at;

		if (kept && kept != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			status = ibp_error_set(
				err, IBP_INPUT,
				_("The folder %s cannot be made: %s."), path,
				strerror(errno));
		*at = kept;
		if (!kept)
			break;
	}
	free(path);
	return status;
}
