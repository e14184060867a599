/* The map that leads from one version of a framework to another. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "model/upgrade.h"

static char *map_path(const char *data_dir, const char *id, const char *from,
		      const char *to)
{
	struct ibp_buf path = {0};

	ibp_buf_addf(&path, "%s/norms/%s/%s_%s.yaml", data_dir, id, from, to);
	return ibp_buf_take(&path);
}

bool ibp_upgrade_map_exists(const char *data_dir, const char *id,
			    const char *from, const char *to)
{
	char *path = map_path(data_dir, id, from, to);
	bool exists = ibp_file_exists(path);

	free(path);
	return exists;
}

/* Says to which versions there is a way. */
static enum ibp_status no_map(const char *data_dir,
			      const struct ibp_framework *from,
			      const struct ibp_framework *to,
			      struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	struct ibp_strings all =
		ibp_framework_versions(data_dir, from->id, &arena);
	struct ibp_buf list = {0};

	for (size_t i = 0; i < all.count; i++)
		if (ibp_upgrade_map_exists(data_dir, from->id, from->version,
					   all.items[i]))
			ibp_buf_addf(&list, "%s%s", list.length ? ", " : "",
				     all.items[i]);
	if (list.length)
		ibp_error_set(err, IBP_INPUT,
			      _("There is no map from version %s to %s of "
				"framework %s. From %s there is a map to: %s."),
			      from->version, to->version, from->id,
			      from->version, ibp_buf_text(&list));
	else
		ibp_error_set(err, IBP_INPUT,
			      _("There is no map from version %s to %s of "
				"framework %s, and none from %s to another "
				"version."),
			      from->version, to->version, from->id,
			      from->version);
	ibp_buf_release(&list);
	ibp_arena_release(&arena);
	return IBP_INPUT;
}

enum ibp_status ibp_upgrade_map_open(const char *data_dir,
				     const struct ibp_framework *from,
				     const struct ibp_framework *to,
				     struct ibp_upgrade_map **map,
				     struct ibp_error *err)
{
	struct ibp_upgrade_map *loaded = NULL;
	enum ibp_status status;
	char *path;

	if (!ibp_upgrade_map_exists(data_dir, from->id, from->version,
				    to->version))
		return no_map(data_dir, from, to, err);
	path = map_path(data_dir, from->id, from->version, to->version);
	status = ibp_upgrade_map_load(path, &loaded, err);
	if (!status)
		status = ibp_upgrade_map_check(loaded, from, to, err);
	if (!status) {
		*map = loaded;
		loaded = NULL;
	}
	ibp_upgrade_map_free(loaded);
	free(path);
	return status;
}
