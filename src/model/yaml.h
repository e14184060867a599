/*
 * YAML files into records, driven by constant tables: one per record, one
 * row per key.  The file is read in one pass; texts and lists live in the
 * caller's arena.
 *
 * What is not plain data is refused: anchors, aliases, tags, more than one
 * document, control characters, NUL bytes, text that is not UTF-8.  So are
 * unknown, double and missing keys, wrong types and values out of range.
 * Faults come as `FILE:LINE:COLUMN: sentence`, up to IBP_ERROR_MAX.
 */
#ifndef IBP_MODEL_YAML_H
#define IBP_MODEL_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"
#include "model/places.h"

/* Deeper nesting is refused. */
#define IBP_YAML_DEPTH_MAX 32

/* A record has at most so many keys. */
#define IBP_YAML_KEYS_MAX 40

/* Of IBP_YAML_NUMBERED and IBP_YAML_WHOLES. */
#define IBP_YAML_NUMBER_MAX 16

enum ibp_yaml_type {
	IBP_YAML_SCHEMA,  /* const char *: exactly words[0] */
	IBP_YAML_TEXT,    /* const char * */
	IBP_YAML_DATE,    /* const char *: a real day, YYYY-MM-DD */
	IBP_YAML_WORD,    /* an enum: the index in words */
	IBP_YAML_WHOLE,   /* int, min to max */
	IBP_YAML_WHOLES,  /* unsigned: bit N-1 for each N, 1 to max */
	IBP_YAML_TEXTS,   /* struct ibp_strings, at most max */
	IBP_YAML_RECORDS, /* pointer; count in the size_t at count_at */
	IBP_YAML_NUMBERED /* const char *[max]: texts by number, from 1 */
};

enum {
	/* May be left out or null: the member stays zero. */
	IBP_YAML_OPTIONAL = 1 << 0,
	/* A text of more than one line. */
	IBP_YAML_LINES = 1 << 1
};

struct ibp_yaml_record;

struct ibp_yaml_field {
	const char *key;
	enum ibp_yaml_type type;
	unsigned flags;
	size_t at;       /* offset of the member */
	size_t count_at; /* IBP_YAML_RECORDS */
	int min;
	int max;
	size_t bytes; /* ceiling of one text; 0: IBP_TEXT_LINE_MAX */
	/* Ends with NULL; of IBP_YAML_TEXTS: the only ones allowed. */
	const char *const *words;
	const struct ibp_yaml_record *record; /* IBP_YAML_RECORDS */
};

struct ibp_yaml_record {
	size_t size;
	const struct ibp_yaml_field *fields; /* ends with a NULL key */
	/* The first field, a text, names the record in messages. */
	bool named;
};

/*
 * Reads TEXT into the zeroed record at TARGET.  FILE is for messages only.
 * On failure TARGET holds what could be read and must not be used.
 */
enum ibp_status ibp_yaml_read(const char *file, const char *text, size_t length,
			      const struct ibp_yaml_record *record,
			      void *target, struct ibp_arena *arena,
			      struct ibp_places *places, struct ibp_error *err);

/*
 * The schema that the file names, as a text to be freed; NULL where it names
 * none or cannot be read.
 */
char *ibp_yaml_schema(const char *text, size_t length);

#endif
