#include "store/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"

static enum ibp_status cannot_make(const char *path, struct ibp_error *err)
{
	if (errno == ENOENT)
		return ibp_error_set(err, IBP_INPUT,
				     _("%s cannot be made, because its folder "
				       "does not exist. Make the folder "
				       "first."),
				     path);
	return ibp_error_set(err, IBP_INPUT, _("%s cannot be made: %s."), path,
			     strerror(errno));
}

size_t ibp_aside_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

static void add_folder(struct ibp_buf *buf, const char *path)
{
	ibp_buf_add_bytes(buf, path, ibp_aside_folder(path));
}

enum ibp_status ibp_aside_make(const char *path, char **aside,
			       struct ibp_error *err)
{
	struct ibp_buf name = {0};
	int fd;

	add_folder(&name, path);
	ibp_buf_add(&name, ".ibp-XXXXXX");
	fd = mkostemp(name.data, O_CLOEXEC);
	if (fd < 0) {
		ibp_buf_release(&name);
		return cannot_make(path, err);
	}
	close(fd);
	*aside = ibp_buf_take(&name);
	return IBP_OK;
}

/* A name is safe only when the folder is on the disk. */
static bool sync_folder(const char *path)
{
	struct ibp_buf folder = {0};
	bool done;
	int fd;

	add_folder(&folder, path);
	fd = open(folder.length ? folder.data : ".",
		  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ibp_buf_release(&folder);
	if (fd < 0)
		return false;
	/* A file system that cannot do this for folders says EINVAL. */
	done = fsync(fd) == 0 || errno == EINVAL;
	close(fd);
	return done;
}

/*
 * Not every file system has the first, or the second; the last way leaves a
 * moment between the look and the rename.
 */
static bool rename_new(const char *from, const char *to)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (link(from, to) == 0)
		return unlink(from) == 0;
	if (errno == EEXIST)
		return false;
	if (ibp_file_exists(to)) {
		errno = EEXIST;
		return false;
	}
	return rename(from, to) == 0;
}

/* After RENAMED, whose errno counts when it is false. */
static enum ibp_status settle(bool renamed, const char *path, bool *exists,
			      struct ibp_error *err)
{
	*exists = !renamed && errno == EEXIST;
	if (*exists || (renamed && sync_folder(path)))
		return IBP_OK;
	return cannot_make(path, err);
}

enum ibp_status ibp_aside_publish(const char *aside, const char *path,
				  bool *exists, struct ibp_error *err)
{
	bool renamed = rename_new(aside, path);
	enum ibp_status status = settle(renamed, path, exists, err);

	/* Not there for certain is not there. */
	if (status && renamed)
		unlink(path);
	return status;
}

enum ibp_status ibp_aside_keep(const char *path, const char *name, bool *exists,
			       struct ibp_error *err)
{
	bool named = link(path, name) == 0;

	if (!named && errno != EEXIST)
		named = rename_new(path, name);
	return settle(named, name, exists, err);
}

enum ibp_status ibp_aside_replace(const char *aside, const char *path,
				  struct ibp_error *err)
{
	if (rename(aside, path) == 0 && sync_folder(path))
		return IBP_OK;
	return cannot_make(path, err);
}

void ibp_aside_drop(char *aside)
{
	struct ibp_buf journal = {0};

	if (!aside)
		return;
	ibp_buf_addf(&journal, "%s-journal", aside);
	unlink(journal.data);
	unlink(aside);
	ibp_buf_release(&journal);
	free(aside);
}
