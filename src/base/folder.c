#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/path.h"

bool ibp_folder_exists(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool ends_in(const char *name, const char *ending)
{
	size_t length = strlen(name);
	size_t end = strlen(ending);

	return length > end && strcmp(name + length - end, ending) == 0;
}

/* By bytes: the same order in every locale. */
static int by_name(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static enum ibp_status read_names(DIR *folder, const char *dir,
				  const char *ending, struct ibp_arena *arena,
				  struct ibp_strings *list, size_t *capacity,
				  struct ibp_error *err)
{
	const struct dirent *entry;

	while ((entry = readdir(folder))) {
		char *path;

		if (*entry->d_name == '.' || !ends_in(entry->d_name, ending))
			continue;
		if (list->count == IBP_FOLDER_MAX)
			return ibp_error_set(err, IBP_INPUT,
					     _("There are more than %d files "
					       "in %s."),
					     IBP_FOLDER_MAX, dir);
		list->items = ibp_grow(list->items, capacity, list->count + 1,
				       sizeof(*list->items));
		path = ibp_path_join(dir, entry->d_name);
		list->items[list->count++] = ibp_arena_strdup(arena, path);
		free(path);
	}
	return IBP_OK;
}

enum ibp_status ibp_folder_list(const char *dir, const char *ending,
				struct ibp_arena *arena,
				struct ibp_strings *list, struct ibp_error *err)
{
	struct ibp_strings found = {0};
	size_t capacity = 0;
	enum ibp_status status;
	DIR *folder = opendir(dir);

	if (!folder)
		return ibp_error_set(err, IBP_INPUT,
				     _("%s cannot be read: %s."), dir,
				     strerror(errno));
	status = read_names(folder, dir, ending, arena, &found, &capacity, err);
	closedir(folder);
	if (!status) {
		list->count = found.count;
		list->items = ibp_arena_alloc(
			arena, (found.count + 1) * sizeof(*list->items));
		for (size_t i = 0; i < found.count; i++)
			list->items[i] = found.items[i];
		qsort(list->items, list->count, sizeof(*list->items), by_name);
	}
	free(found.items);
	return status;
}
