/* The editions of the model that are installed. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "model/fora_read.h"
#include "model/fora_texts.h"
#include "model/listing.h"

static char *models_dir(const char *data_dir)
{
	char *models = ibp_path_join(data_dir, "fora-model");
	char *dir = ibp_path_join(models, "fora");

	free(models);
	return dir;
}

struct ibp_strings ibp_fora_versions(const char *data_dir,
				     struct ibp_arena *arena)
{
	char *dir = models_dir(data_dir);
	struct ibp_strings versions = ibp_listing_versions(dir, arena);

	free(dir);
	return versions;
}

static enum ibp_status unknown(const char *dir, const char *version,
			       const struct ibp_strings *versions,
			       struct ibp_error *err)
{
	struct ibp_buf list = {0};

	ibp_listing_add(&list, versions);
	if (versions->count)
		ibp_error_set(err, IBP_INPUT,
			      _("Version \"%s\" of the reference model is not "
				"there. There is: %s."),
			      version, ibp_buf_text(&list));
	else
		ibp_error_set(err, IBP_INPUT,
			      _("No reference model is found in %s. Give the "
				"folder with --data or IBP_DATADIR."),
			      dir);
	ibp_buf_release(&list);
	return IBP_INPUT;
}

/* A model without sentences is a model: the file may be absent. */
static enum ibp_status join_texts(const char *data_dir, struct ibp_fora *fora,
				  struct ibp_error *err)
{
	char *models = ibp_path_join(data_dir, "fora-model");
	char *path = ibp_path_join(models, "descriptions.yaml");
	struct ibp_fora_texts *texts = NULL;
	enum ibp_status status = IBP_OK;

	if (ibp_file_exists(path))
		status = ibp_fora_texts_load(path, &texts, err);
	if (texts)
		ibp_fora_texts_join(texts, fora);
	ibp_fora_texts_free(texts);
	free(path);
	free(models);
	return status;
}

static enum ibp_status load(const char *data_dir, const char *dir,
			    const char *version, struct ibp_fora **fora,
			    struct ibp_error *err)
{
	char *path = ibp_listing_path(dir, version);
	struct ibp_fora *made = NULL;
	enum ibp_status status = ibp_fora_load(path, &made, err);

	if (!status && strcmp(made->version, version) != 0)
		status = ibp_error_set(err, IBP_INPUT,
				       _("%s says that it is version \"%s\". "
					 "Make the two equal."),
				       path, made->version);
	if (!status)
		status = join_texts(data_dir, made, err);
	if (!status) {
		*fora = made;
		made = NULL;
	}
	ibp_fora_free(made);
	free(path);
	return status;
}

enum ibp_status ibp_fora_open(const char *data_dir, const char *version,
			      struct ibp_fora **fora, struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	char *dir = models_dir(data_dir);
	struct ibp_strings versions = ibp_listing_versions(dir, &arena);
	enum ibp_status status;

	if (!version && versions.count)
		version = versions.items[versions.count - 1];
	if (!version || !ibp_listing_has(&versions, version))
		status = unknown(dir, version, &versions, err);
	else
		status = load(data_dir, dir, version, fora, err);
	free(dir);
	ibp_arena_release(&arena);
	return status;
}
