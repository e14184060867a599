/*
 * The publisher's own titles and texts of norms, which a board may use and
 * ibp-tools may not spread.  They lie beside the data file, in a file per
 * version of the framework, and stand in the place of ours there.
 */
#ifndef IBP_MODEL_TEXTS_H
#define IBP_MODEL_TEXTS_H

#include "base/buf.h"
#include "model/framework.h"

#define IBP_TEXTS_SCHEMA "ibp-tools/texts/1"

/* A larger file is refused before it is read. */
#define IBP_TEXTS_FILE_MAX ((size_t)4 * 1024 * 1024)

#define IBP_TEXTS_ITEMS_MAX 1000

/* A text that is NULL keeps ours. */
struct ibp_texts_item {
	const char *code; /* of a norm, or of a domain: then a title only */
	const char *title;
	const char *purpose;
	const char *why;
	const char *levels[IBP_LEVELS];
	const char *note;
};

/* The texts of an item one by one: "title", "level_3". */
#define IBP_TEXTS_FIELDS 9
extern const char *const ibp_texts_fields[IBP_TEXTS_FIELDS + 1];

struct ibp_texts {
	struct ibp_arena arena;
	struct ibp_places places;
	const char *path; /* as given, for messages */
	const char *schema;
	const char *id;      /* of the framework */
	const char *version; /* of it */
	const char *source;  /* where they came from; may be NULL */
	struct ibp_texts_item *items;
	size_t count;
};

/* What a person calls field FIELD, a msgid. */
const char *ibp_texts_label(size_t field);

/* The text FIELD (0 to IBP_TEXTS_FIELDS - 1) of ITEM. */
const char **ibp_texts_at(struct ibp_texts_item *item, size_t field);

/* PATH is for messages only. */
enum ibp_status ibp_texts_parse(const char *path, const char *text,
				size_t length, struct ibp_texts **texts,
				struct ibp_error *err);
void ibp_texts_free(struct ibp_texts *texts);

/*
 * Whether they are of FRAMEWORK: its id and version, codes that it has, each
 * once.  Codes come in the letters of the framework.
 */
enum ibp_status ibp_texts_check(struct ibp_texts *texts,
				const struct ibp_framework *framework,
				struct ibp_error *err);

/* The item of CODE; NULL: there is none. */
struct ibp_texts_item *ibp_texts_find(const struct ibp_texts *texts,
				      const char *code);

/* Puts every text of MORE into TEXTS, over what is there. */
void ibp_texts_merge(struct ibp_texts *texts, const struct ibp_texts *more);

/* The file, as ibp_texts_parse reads it. */
void ibp_texts_write(const struct ibp_texts *texts, struct ibp_buf *out);

/* Puts TEXTS, which were checked, in the place of those of FRAMEWORK. */
void ibp_texts_apply(const struct ibp_texts *texts,
		     struct ibp_framework *framework);

/*
 * Where they lie beside the data file BOARD: BOARD.texts-VERSION.yaml.  New.
 */
char *ibp_texts_path(const char *board, const char *version);

/* Writes them there, or removes the file where no text is left. */
enum ibp_status ibp_texts_save(const char *board, const struct ibp_texts *texts,
			       struct ibp_error *err);

/* *TEXTS is NULL where the board has none for FRAMEWORK. */
enum ibp_status ibp_texts_load(const char *board,
			       const struct ibp_framework *framework,
			       struct ibp_texts **texts, struct ibp_error *err);

/* Loads and applies; on failure FRAMEWORK stays as it was. */
enum ibp_status ibp_texts_overlay(const char *board,
				  struct ibp_framework *framework,
				  struct ibp_error *err);

#endif
