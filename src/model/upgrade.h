/*
 * How the norms of one framework version became those of another: the
 * immutable value made from norms/ID/FROM_TO.yaml.
 */
#ifndef IBP_MODEL_UPGRADE_H
#define IBP_MODEL_UPGRADE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"
#include "model/framework.h"
#include "model/places.h"

#define IBP_UPGRADE_SCHEMA "ibp-tools/upgrade-map/1"

/* A larger file is refused before it is read. */
#define IBP_UPGRADE_FILE_MAX ((size_t)1024 * 1024)

enum ibp_change_kind {
	IBP_CHANGE_SAME,
	IBP_CHANGE_REWORDED,
	IBP_CHANGE_RENUMBERED,
	IBP_CHANGE_SPLIT,
	IBP_CHANGE_MERGED,
	IBP_CHANGE_DROPPED,
	IBP_CHANGE_NEW
};

struct ibp_norm_change {
	const char *from; /* NULL: new */
	const char *to;   /* NULL: dropped */
	enum ibp_change_kind kind;
	const char *note;
};

struct ibp_upgrade_map {
	struct ibp_arena arena;
	struct ibp_places places; /* of every value in the file */
	const char *path;         /* as given to load */
	const char *schema;
	const char *id;
	const char *from;
	const char *to;
	struct ibp_norm_change *changes;
	size_t change_count;
};

enum ibp_status ibp_upgrade_map_load(const char *path,
				     struct ibp_upgrade_map **map,
				     struct ibp_error *err);

/*
 * DATA_DIR/norms/ID/FROM_TO.yaml, checked against the two versions.  None
 * there: IBP_INPUT with the maps that exist from FROM.
 */
enum ibp_status ibp_upgrade_map_open(const char *data_dir,
				     const struct ibp_framework *from,
				     const struct ibp_framework *to,
				     struct ibp_upgrade_map **map,
				     struct ibp_error *err);

/* Whether there is a map from version FROM to version TO. */
bool ibp_upgrade_map_exists(const char *data_dir, const char *id,
			    const char *from, const char *to);

/* The same from memory; PATH is for messages only. */
enum ibp_status ibp_upgrade_map_parse(const char *path, const char *text,
				      size_t length,
				      struct ibp_upgrade_map **map,
				      struct ibp_error *err);

/*
 * Whether MAP leads from FROM to TO: every norm of both stands in it, and
 * it names no other.
 */
enum ibp_status ibp_upgrade_map_check(struct ibp_upgrade_map *map,
				      const struct ibp_framework *from,
				      const struct ibp_framework *to,
				      struct ibp_error *err);

void ibp_upgrade_map_free(struct ibp_upgrade_map *map);

const char *ibp_change_kind_word(enum ibp_change_kind kind);

#endif
