#include "model/listing.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "model/framework_read.h"

#define SUFFIX ".yaml"

/* By bytes, whatever the locale: YYYY-MM comes in the order of time. */
static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct ibp_strings ibp_listing(const char *dir, ibp_listing_part *part,
			       struct ibp_arena *arena)
{
	struct ibp_strings list = {0};
	struct dirent **names;
	int count = scandir(dir, &names, NULL, alphasort);

	if (count < 0)
		return list;
	list.items = ibp_arena_alloc(arena, (size_t)count * sizeof(char *));
	for (int i = 0; i < count; i++) {
		char *name = part(names[i]->d_name);

		if (name)
			list.items[list.count++] =
				ibp_arena_strdup(arena, name);
		free(name);
		free(names[i]);
	}
	free(names);
	qsort(list.items, list.count, sizeof(*list.items), compare);
	return list;
}

/* The part of a file name that is a version; NULL: another file. */
static char *version_of(const char *name)
{
	size_t length = strlen(name);
	size_t suffix = strlen(SUFFIX);
	char *version;

	if (length <= suffix || strcmp(name + length - suffix, SUFFIX) != 0)
		return NULL;
	version = ibp_strndup(name, length - suffix);
	if (!ibp_framework_is_version(version)) {
		free(version);
		return NULL;
	}
	return version;
}

struct ibp_strings ibp_listing_versions(const char *dir,
					struct ibp_arena *arena)
{
	return ibp_listing(dir, version_of, arena);
}

char *ibp_listing_path(const char *dir, const char *version)
{
	struct ibp_buf name = {0};
	char *path;

	ibp_buf_addf(&name, "%s" SUFFIX, version);
	path = ibp_path_join(dir, ibp_buf_text(&name));
	ibp_buf_release(&name);
	return path;
}

bool ibp_listing_has(const struct ibp_strings *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

void ibp_listing_add(struct ibp_buf *buf, const struct ibp_strings *list)
{
	for (size_t i = 0; i < list->count; i++)
		ibp_buf_addf(buf, "%s%s", i ? ", " : "", list->items[i]);
}
