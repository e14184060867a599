#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/path.h"
#include "model/framework_read.h"

#define SUFFIX ".yaml"

static char *norms_dir(const char *data_dir, const char *id)
{
	char *norms = ibp_path_join(data_dir, "norms");
	char *dir = id ? ibp_path_join(norms, id) : ibp_strdup(norms);

	free(norms);
	return dir;
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

static char *id_of(const char *name)
{
	return ibp_framework_is_id(name) ? ibp_strdup(name) : NULL;
}

/* By bytes, whatever the locale: YYYY-MM comes in the order of time. */
static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What PART makes of the names in DIR, sorted. */
static struct ibp_strings list_dir(const char *dir,
				   char *part(const char *name),
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

struct ibp_strings ibp_framework_versions(const char *data_dir, const char *id,
					  struct ibp_arena *arena)
{
	struct ibp_strings none = {0};
	struct ibp_strings versions;
	char *dir;

	if (!ibp_framework_is_id(id))
		return none;
	dir = norms_dir(data_dir, id);
	versions = list_dir(dir, version_of, arena);
	free(dir);
	return versions;
}

static void add_list(struct ibp_buf *buf, const struct ibp_strings *list)
{
	for (size_t i = 0; i < list->count; i++)
		ibp_buf_addf(buf, "%s%s", i ? ", " : "", list->items[i]);
}

/* No file of framework ID is there: say which frameworks are. */
static enum ibp_status unknown_id(const char *data_dir, const char *id,
				  struct ibp_arena *arena,
				  struct ibp_error *err)
{
	char *dir = norms_dir(data_dir, NULL);
	struct ibp_strings ids = list_dir(dir, id_of, arena);
	struct ibp_buf list = {0};

	add_list(&list, &ids);
	if (ids.count)
		ibp_error_set(err, IBP_INPUT,
			      _("Framework \"%s\" is not in %s. There is: %s."),
			      id, dir, ibp_buf_text(&list));
	else
		ibp_error_set(err, IBP_INPUT,
			      _("No framework is found in %s. Give the folder "
				"of the norms with --data or IBP_DATADIR."),
			      dir);
	ibp_buf_release(&list);
	free(dir);
	return IBP_INPUT;
}

static enum ibp_status unknown_version(const char *id, const char *version,
				       const struct ibp_strings *versions,
				       struct ibp_error *err)
{
	struct ibp_buf list = {0};

	add_list(&list, versions);
	ibp_error_set(err, IBP_INPUT,
		      _("Version \"%s\" of framework %s is not there. There "
			"is: %s."),
		      version, id, ibp_buf_text(&list));
	ibp_buf_release(&list);
	return IBP_INPUT;
}

/* A file says of itself what its place says of it. */
static enum ibp_status check_place(struct ibp_framework *f, const char *id,
				   const char *version, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	if (strcmp(f->id, id) != 0) {
		ibp_places_fault(&f->places, err, &f->id,
				 _("The id is \"%s\", but the file lies in "
				   "folder \"%s\". Make them equal."),
				 f->id, id);
		status = IBP_INPUT;
	}
	if (strcmp(f->version, version) != 0) {
		ibp_places_fault(&f->places, err, &f->version,
				 _("The version is \"%s\", but the file is "
				   "named \"%s.yaml\". Make them equal."),
				 f->version, version);
		status = IBP_INPUT;
	}
	return status;
}

static enum ibp_status load_version(const char *data_dir, const char *id,
				    const char *version,
				    struct ibp_framework **framework,
				    struct ibp_error *err)
{
	char *dir = norms_dir(data_dir, id);
	struct ibp_framework *made = NULL;
	struct ibp_buf name = {0};
	enum ibp_status status;
	char *path;

	ibp_buf_addf(&name, "%s" SUFFIX, version);
	path = ibp_path_join(dir, ibp_buf_text(&name));
	status = ibp_framework_load(path, &made, err);
	if (!status)
		status = check_place(made, id, version, err);
	if (!status) {
		*framework = made;
		made = NULL;
	}
	ibp_framework_free(made);
	ibp_buf_release(&name);
	free(path);
	free(dir);
	return status;
}

static bool is_listed(const struct ibp_strings *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

enum ibp_status ibp_framework_open(const char *data_dir, const char *id,
				   const char *version,
				   struct ibp_framework **framework,
				   struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	struct ibp_strings versions =
		ibp_framework_versions(data_dir, id, &arena);
	enum ibp_status status;

	if (!version && versions.count)
		version = versions.items[versions.count - 1];
	if (!versions.count)
		status = unknown_id(data_dir, id, &arena, err);
	else if (!is_listed(&versions, version))
		status = unknown_version(id, version, &versions, err);
	else
		status = load_version(data_dir, id, version, framework, err);
	ibp_arena_release(&arena);
	return status;
}
