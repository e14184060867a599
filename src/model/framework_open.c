#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/path.h"
#include "model/framework_read.h"
#include "model/listing.h"

static char *norms_dir(const char *data_dir, const char *id)
{
	char *norms = ibp_path_join(data_dir, "norms");
	char *dir = id ? ibp_path_join(norms, id) : ibp_strdup(norms);

	free(norms);
	return dir;
}

static char *id_of(const char *name)
{
	return ibp_framework_is_id(name) ? ibp_strdup(name) : NULL;
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
	versions = ibp_listing_versions(dir, arena);
	free(dir);
	return versions;
}

/* No file of framework ID is there: say which frameworks are. */
static enum ibp_status unknown_id(const char *data_dir, const char *id,
				  struct ibp_arena *arena,
				  struct ibp_error *err)
{
	char *dir = norms_dir(data_dir, NULL);
	struct ibp_strings ids = ibp_listing(dir, id_of, arena);
	struct ibp_buf list = {0};

	ibp_listing_add(&list, &ids);
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

	ibp_listing_add(&list, versions);
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
	enum ibp_status status;
	char *path;

	path = ibp_listing_path(dir, version);
	status = ibp_framework_load(path, &made, err);
	if (!status)
		status = check_place(made, id, version, err);
	if (!status) {
		*framework = made;
		made = NULL;
	}
	ibp_framework_free(made);
	free(path);
	free(dir);
	return status;
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
	else if (!ibp_listing_has(&versions, version))
		status = unknown_version(id, version, &versions, err);
	else
		status = load_version(data_dir, id, version, framework, err);
	ibp_arena_release(&arena);
	return status;
}
