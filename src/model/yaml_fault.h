/*
 * What the YAML loader says about a file: one sentence per fault with the
 * key path and the remedy.  Used by model/yaml.c alone.
 */
#ifndef IBP_MODEL_YAML_FAULT_H
#define IBP_MODEL_YAML_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "model/yaml.h"

/* Lines and columns count from 1. */
struct ibp_yaml_mark {
	size_t line;
	size_t column;
};

/* One part of a key path: a key, or an item of a list. */
struct ibp_yaml_step {
	const char *key;         /* NULL: an item */
	size_t item;             /* from 1 */
	const char *const *name; /* of the item's record, once it is read */
};

/* The faults of one file, and where in its structure the reader is. */
struct ibp_yaml_faults {
	const char *file;
	struct ibp_error *err;
	size_t count;
	struct ibp_yaml_step steps[IBP_YAML_DEPTH_MAX];
	size_t depth;
	struct ibp_buf path; /* the last one asked for */
};

void ibp_yaml_enter(struct ibp_yaml_faults *faults, const char *key);
/* NAME points to where the record's name will be, or is NULL. */
void ibp_yaml_enter_item(struct ibp_yaml_faults *faults, size_t item,
			 const char *const *name);
void ibp_yaml_leave(struct ibp_yaml_faults *faults);

/* "norms[GO.01].levels[3]"; valid until the next call. */
const char *ibp_yaml_path(struct ibp_yaml_faults *faults);

/* Adds `FILE:LINE:COLUMN: ` and the sentence. */
void ibp_yaml_fault(struct ibp_yaml_faults *faults, struct ibp_yaml_mark mark,
		    const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* KEY is not in RECORD.  Returns the field that may be meant, or NULL. */
const struct ibp_yaml_field *ibp_yaml_unknown_key(
	struct ibp_yaml_faults *faults, struct ibp_yaml_mark mark,
	const char *key, const struct ibp_yaml_record *record);

/* KEY is on FIRST_LINE already. */
void ibp_yaml_double_key(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark, const char *key,
			 size_t first_line);

/* WORD is none of WORDS, which ends with NULL. */
void ibp_yaml_unknown_word(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *word,
			   const char *const *words);

/* KEY is not a number from 1 to MAX. */
void ibp_yaml_wrong_number(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *key, int max);

/* What FIELD needs is not there; NULL needs a group of keys. */
void ibp_yaml_wrong_type(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark,
			 const struct ibp_yaml_field *field);

/* The file is of another kind, or of another version, than WANTED. */
void ibp_yaml_wrong_schema(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *schema,
			   const char *wanted);

/* The parser's own words for what is not YAML, in ours. */
void ibp_yaml_not_yaml(struct ibp_yaml_faults *faults,
		       struct ibp_yaml_mark mark, const char *problem);

/* The text here holds CODE. */
void ibp_yaml_wrong_character(struct ibp_yaml_faults *faults,
			      struct ibp_yaml_mark mark, long code);

/* Whether a text may stand in FIELD; if not, that is told. */
bool ibp_yaml_check_text(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark,
			 const struct ibp_yaml_field *field, const char *text,
			 size_t length);

/* No file may hold CODE, which is -1 for what is no UTF-8. */
void ibp_yaml_wrong_byte(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark, long code);

/* Whether a file may be parsed; if not, the first wrong byte is told. */
bool ibp_yaml_check_bytes(struct ibp_yaml_faults *faults, const char *text,
			  size_t length);

/* The place of the byte at OFFSET of TEXT. */
struct ibp_yaml_mark ibp_yaml_mark_at(const char *text, size_t offset);

#endif
