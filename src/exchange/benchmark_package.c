/* What datapackage.json says about the figures beside it. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/path.h"
#include "exchange/benchmark.h"

#define PACKAGE "datapackage.json"
#define HASH "sha256:"
#define NUMBER_MAX 10000000

/* The path of the package beside PATH, new. */
static char *package_path(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash ? ibp_strndup(path, (size_t)(slash - path + 1)) :
			    ibp_strdup("");
	struct ibp_buf name = {0};

	ibp_buf_addf(&name, "%s" PACKAGE, dir);
	free(dir);
	return ibp_buf_take(&name);
}

static bool has_digest(const json_t *root, const char *digest)
{
	const json_t *resource =
		json_array_get(json_object_get(root, "resources"), 0);
	const char *hash = json_string_value(json_object_get(resource, "hash"));

	return hash && strncmp(hash, HASH, strlen(HASH)) == 0 &&
	       strcmp(hash + strlen(HASH), digest) == 0;
}

/* A whole number from 1; 0: there is none. */
static long number(const json_t *value)
{
	json_int_t read = json_integer_value(value);

	return read > 0 && read <= NUMBER_MAX ? (long)read : 0;
}

static void read_sizes(const json_t *sizes, struct ibp_benchmark *benchmark)
{
	for (int i = 0; i < IBP_SDC_SECTORS; i++) {
		const json_t *pair =
			json_object_get(sizes, ibp_sdc_sector_codes[i]);
		long low = number(json_array_get(pair, 0));
		long high = number(json_array_get(pair, 1));

		if (low && high >= low)
			benchmark->sizes[i] =
				(struct ibp_benchmark_sizes){low, high};
	}
}

static enum ibp_status use_package(const char *path, const char *package,
				   const json_t *root,
				   struct ibp_benchmark *benchmark,
				   struct ibp_error *err)
{
	const json_t *sdc = json_object_get(root, "sdc");

	if (!has_digest(root, benchmark->digest))
		return ibp_error_set(err, IBP_INPUT,
				     _("%s is not the file that %s describes: "
				       "its digest is another. Take both as "
				       "they were published."),
				     path, package);
	benchmark->has_package = true;
	benchmark->k = number(json_object_get(sdc, "k"));
	read_sizes(json_object_get(sdc, "sizes"), benchmark);
	return IBP_OK;
}

static enum ibp_status read_package(const char *path,
				    struct ibp_benchmark *benchmark,
				    struct ibp_error *err)
{
	char *package = package_path(path);
	struct ibp_buf text = {0};
	json_t *root = NULL;
	enum ibp_status status = IBP_OK;

	if (ibp_file_exists(package)) {
		status = ibp_file_read(package, IBP_BENCHMARK_PACKAGE_MAX,
				       &text, err);
		if (!status)
			status = ibp_json_parse(package, ibp_buf_text(&text),
						text.length, &root, err);
		if (!status)
			status = use_package(path, package, root, benchmark,
					     err);
	}
	json_decref(root);
	ibp_buf_release(&text);
	free(package);
	return status;
}

enum ibp_status ibp_benchmark_load(const char *path,
				   struct ibp_benchmark **benchmark,
				   struct ibp_error *err)
{
	bool is_standard = strcmp(path, "-") == 0;
	const char *file = is_standard ? _("standard input") : path;
	struct ibp_benchmark *made = NULL;
	struct ibp_buf text = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_BENCHMARK_FILE_MAX, &text, err);

	if (!status)
		status = ibp_benchmark_parse(file, ibp_buf_text(&text),
					     text.length, &made, err);
	if (!status && !is_standard)
		status = read_package(path, made, err);
	ibp_buf_release(&text);
	if (status) {
		ibp_benchmark_free(made);
		return status;
	}
	*benchmark = made;
	return IBP_OK;
}
