#include "cmd/monitor_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/path.h"

static enum ibp_status cannot_make(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("The folder %s cannot be made: %s."), path,
			     strerror(errno));
}

static bool is_one_of(const char *name, const char *const *names)
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

struct content {
	size_t count;
	size_t others; /* that are none of NAMES */
};

static bool look(const char *path, const char *const *names,
		 struct content *content)
{
	DIR *listing = opendir(path);
	struct dirent *entry;

	*content = (struct content){0, 0};
	if (!listing)
		return false;
	while ((entry = readdir(listing))) {
		if (is_dots(entry->d_name))
			continue;
		content->count++;
		content->others += !is_one_of(entry->d_name, names);
	}
	closedir(listing);
	return true;
}

static enum ibp_status check(struct ibp_cmd_folder *folder, bool force,
			     const char *const *names, struct ibp_error *err)
{
	struct content content;

	if (!ibp_file_exists(folder->path))
		return IBP_OK;
	folder->exists = true;
	if (!look(folder->path, names, &content))
		return ibp_error_set(err, IBP_INPUT,
				     _("%s is not a folder that can be read. "
				       "Choose another one with -o."),
				     folder->path);
	if (!content.count || (force && !content.others))
		return IBP_OK;
	if (content.others)
		return ibp_error_set(err, IBP_INPUT,
				     _("The folder %s has other files in it. "
				       "Choose an empty or new one with -o."),
				     folder->path);
	return ibp_error_set(err, IBP_INPUT,
			     _("The folder %s has figures in it already. "
			       "Choose another one or use --force."),
			     folder->path);
}

static void remove_folder(const char *path)
{
	DIR *listing = opendir(path);
	struct dirent *entry;

	while (listing && (entry = readdir(listing))) {
		char *inside = ibp_path_join(path, entry->d_name);

		if (!is_dots(entry->d_name))
			unlink(inside);
		free(inside);
	}
	if (listing)
		closedir(listing);
	rmdir(path);
}

/* What a run that was killed left under this name is made again. */
static bool make_aside(const char *path, const char *const *names)
{
	struct content content;

	if (mkdir(path, 0700) == 0)
		return true;
	if (errno != EEXIST || !look(path, names, &content))
		return false;
	errno = EEXIST;
	if (content.others)
		return false;
	remove_folder(path);
	return mkdir(path, 0700) == 0;
}

enum ibp_status ibp_cmd_folder_start(struct ibp_cmd_folder *folder,
				     const char *path, bool force,
				     const char *const *names,
				     struct ibp_error *err)
{
	struct ibp_buf aside = {0};
	enum ibp_status status;

	folder->path = ibp_strdup(path);
	/* "out/" is the folder out. */
	for (size_t end = strlen(path); end > 1 && path[end - 1] == '/'; end--)
		folder->path[end - 1] = '\0';
	status = check(folder, force, names, err);
	if (status)
		return status;
	ibp_buf_addf(&aside, "%s.new", folder->path);
	if (make_aside(aside.data, names))
		folder->aside = ibp_buf_take(&aside);
	else
		status = cannot_make(aside.data, err);
	ibp_buf_release(&aside);
	return status;
}

enum ibp_status ibp_cmd_folder_add(struct ibp_cmd_folder *folder,
				   const char *name, const struct ibp_buf *text,
				   struct ibp_error *err)
{
	char *path = ibp_path_join(folder->aside, name);
	enum ibp_status status = ibp_file_write(path, ibp_buf_text(text),
						text->length, false, err);

	free(path);
	return status;
}

/* That the name is on the disk too; without it nothing is lost but time. */
static void sync_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *parent = slash ? ibp_strndup(path, (size_t)(slash - path + 1)) :
			       ibp_strdup(".");
	int fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(parent);
}

/* Both at once where the file system can; an empty one is replaced anyway. */
static bool give_name(const struct ibp_cmd_folder *folder)
{
	if (rename(folder->aside, folder->path) == 0)
		return true;
	return folder->exists && renameat2(AT_FDCWD, folder->aside, AT_FDCWD,
					   folder->path, RENAME_EXCHANGE) == 0;
}

enum ibp_status ibp_cmd_folder_finish(struct ibp_cmd_folder *folder,
				      struct ibp_error *err)
{
	if (!give_name(folder))
		return cannot_make(folder->path, err);
	sync_parent(folder->path);
	return IBP_OK;
}

/* After an exchange the old content has the other name. */
void ibp_cmd_folder_release(struct ibp_cmd_folder *folder)
{
	if (folder->aside)
		remove_folder(folder->aside);
	free(folder->aside);
	free(folder->path);
	*folder = (struct ibp_cmd_folder){.path = NULL};
}
