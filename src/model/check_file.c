#include "model/check_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/framework_read.h"
#include "model/upgrade.h"

/* Checks TEXT, which was read from PATH. */
typedef enum ibp_status check_text(const char *path, const char *text,
				   size_t length, struct ibp_error *err);

static enum ibp_status check_framework(const char *path, const char *text,
				       size_t length, struct ibp_error *err)
{
	struct ibp_framework *framework = NULL;
	enum ibp_status status =
		ibp_framework_parse(path, text, length, &framework, err);

	ibp_framework_free(framework);
	return status;
}

/* The framework of VERSION beside the file at PATH; none stays NULL. */
static enum ibp_status load_beside(const char *path, const char *version,
				   struct ibp_framework **framework,
				   struct ibp_error *err)
{
	const char *slash = strrchr(path, '/');
	struct ibp_buf beside = {0};
	enum ibp_status status = IBP_OK;

	if (slash)
		ibp_buf_add_bytes(&beside, path, (size_t)(slash - path) + 1);
	ibp_buf_addf(&beside, "%s.yaml", version);
	if (ibp_framework_is_version(version) &&
	    ibp_file_exists(ibp_buf_text(&beside)))
		status = ibp_framework_load(ibp_buf_text(&beside), framework,
					    err);
	ibp_buf_release(&beside);
	return status;
}

static enum ibp_status check_map(const char *path, const char *text,
				 size_t length, struct ibp_error *err)
{
	struct ibp_framework *from = NULL;
	struct ibp_framework *to = NULL;
	struct ibp_upgrade_map *map = NULL;
	enum ibp_status status =
		ibp_upgrade_map_parse(path, text, length, &map, err);

	if (!status)
		status = load_beside(path, map->from, &from, err);
	if (!status)
		status = load_beside(path, map->to, &to, err);
	if (from && to && !status)
		status = ibp_upgrade_map_check(map, from, to, err);
	ibp_upgrade_map_free(map);
	ibp_framework_free(to);
	ibp_framework_free(from);
	return status;
}

/* The first one also tells what is wrong with a schema that is none. */
static const struct {
	const char *schema;
	check_text *check;
} kinds[] = {
	{IBP_FRAMEWORK_SCHEMA, check_framework},
	{IBP_UPGRADE_SCHEMA, check_map},
};

/* The kind is what stands before the version, after the last slash. */
static check_text *find_check(const char *schema)
{
	for (size_t i = 0; schema && i < sizeof(kinds) / sizeof(*kinds); i++) {
		const char *version = strrchr(kinds[i].schema, '/') + 1;

		if (strncmp(schema, kinds[i].schema,
			    (size_t)(version - kinds[i].schema)) == 0)
			return kinds[i].check;
	}
	return kinds[0].check;
}

enum ibp_status ibp_model_check_file(const char *path, struct ibp_error *err)
{
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_FRAMEWORK_FILE_MAX, &content, err);
	char *schema = NULL;

	if (!status) {
		schema =
			ibp_yaml_schema(ibp_buf_text(&content), content.length);
		status = find_check(schema)(path, ibp_buf_text(&content),
					    content.length, err);
	}
	free(schema);
	ibp_buf_release(&content);
	return status;
}
