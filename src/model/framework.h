/*
 * A norm framework: the immutable value made from norms/ID/VERSION.yaml.
 *
 * Every text is in the language of the file (Dutch); model/content.h gives
 * it in the language of this run.  All pointers live as long as the
 * framework.  A text that the file leaves out is NULL.
 */
#ifndef IBP_MODEL_FRAMEWORK_H
#define IBP_MODEL_FRAMEWORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"
#include "model/places.h"

#define IBP_LEVELS 5

/* A larger file is refused before it is read. */
#define IBP_FRAMEWORK_FILE_MAX ((size_t)4 * 1024 * 1024)

enum ibp_code_status {
	IBP_CODE_OFFICIAL,
	IBP_CODE_RECONSTRUCTED,
	IBP_CODE_PROVISIONAL
};

enum ibp_title_status {
	IBP_TITLE_OFFICIAL, /* read on the publisher's own site */
	IBP_TITLE_REPORTED, /* second-hand */
	IBP_TITLE_WORKING   /* ours, until the official one is known */
};

struct ibp_level {
	int level;           /* 1 to IBP_LEVELS */
	const char *name;    /* Bepaald */
	const char *meaning; /* in general, for every norm */
};

struct ibp_milestone {
	const char *date; /* ISO */
	const char *text;
};

struct ibp_part {
	const char *code; /* security, privacy */
	const char *title;
};

struct ibp_domain {
	const char *code;
	int number; /* within its part */
	const char *part_code;
	size_t part; /* index in parts */
	const char *title;
	enum ibp_title_status title_status;
	size_t first_norm; /* the norms of a domain stand together */
	size_t norm_count;
};

/* A reporting group of the sector monitor. */
struct ibp_group {
	const char *code;
	struct ibp_strings codes; /* of its domains */
	size_t *domains;          /* the same as indexes in domains */
	size_t domain_count;
};

struct ibp_reference {
	const char *scheme; /* iso-27002-2022, avg */
	const char *ref;
};

struct ibp_norm {
	const char *code;
	enum ibp_code_status code_status;
	const char *title;
	enum ibp_title_status title_status;
	size_t domain; /* index in domains */
	const char *phase;
	const char *purpose;
	const char *why;
	/* [0] is level 1; NULL where the edition has no text for it. */
	const char *levels[IBP_LEVELS];
	/* Bit N-1: level N was written from the published text. */
	unsigned levels_source;
	struct ibp_strings steps;
	struct ibp_strings evidence;
	struct ibp_strings related; /* codes */
	struct ibp_reference *references;
	size_t reference_count;
	struct ibp_strings looks_at;
	const char *note;
	const char *source;
	/* Bit I: text I of model/texts.h is the publisher's, by import. */
	unsigned imported;
};

struct ibp_framework {
	struct ibp_arena arena;
	struct ibp_places places; /* of every value in the file */
	const char *path;         /* as given to load */
	const char *schema;
	const char *id;
	const char *version;
	const char *title;
	const char *publisher;
	const char *source;
	const char *retrieved;
	const char *language;
	struct ibp_level *levels; /* IBP_LEVELS of them, [0] is level 1 */
	size_t level_count;
	int target; /* 1..5 */
	struct ibp_milestone *milestones;
	size_t milestone_count;
	struct ibp_part *parts;
	size_t part_count;
	struct ibp_domain *domains;
	size_t domain_count;
	struct ibp_group *groups;
	size_t group_count;
	struct ibp_strings roles;
	struct ibp_norm *norms; /* by domain, in the order of the file */
	size_t norm_count;
};

/*
 * Reads and checks a whole file.  Faults come as FILE:LINE:COLUMN with key
 * path and remedy, up to IBP_ERROR_MAX at once, status IBP_INPUT.
 */
enum ibp_status ibp_framework_load(const char *path,
				   struct ibp_framework **framework,
				   struct ibp_error *err);

/* The same from memory; PATH is for messages only. */
enum ibp_status ibp_framework_parse(const char *path, const char *text,
				    size_t length,
				    struct ibp_framework **framework,
				    struct ibp_error *err);

/*
 * DATA_DIR/norms/ID/VERSION.yaml.  A VERSION of NULL is the newest.  An
 * unknown one is IBP_INPUT, with the versions that exist.
 */
enum ibp_status ibp_framework_open(const char *data_dir, const char *id,
				   const char *version,
				   struct ibp_framework **framework,
				   struct ibp_error *err);

void ibp_framework_free(struct ibp_framework *framework);

/*
 * The versions of framework ID in DATA_DIR, oldest first, into ARENA.
 * None found: an empty list.
 */
struct ibp_strings ibp_framework_versions(const char *data_dir, const char *id,
					  struct ibp_arena *arena);

/* By code ("GO.01"); letters of either case.  NULL: not there. */
const struct ibp_norm *ibp_framework_find(const struct ibp_framework *framework,
					  const char *code);

/* The index of NORM, which belongs to FRAMEWORK. */
size_t ibp_framework_index(const struct ibp_framework *framework,
			   const struct ibp_norm *norm);

/* "official", "reconstructed", ...: the word of the file and of JSON. */
const char *ibp_code_status_word(enum ibp_code_status status);
const char *ibp_title_status_word(enum ibp_title_status status);

#endif
