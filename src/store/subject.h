/*
 * How each subject of core/change.h lies in the file.  A new subject is a
 * row in the table of subject_tables.c and a migration.
 */
#ifndef IBP_STORE_SUBJECT_H
#define IBP_STORE_SUBJECT_H

#include <stdbool.h>

#include "core/change.h"
#include "store/db.h"

struct ibp_column {
	const char *field; /* as in the subject's field table */
	const char *get; /* SQL with :key and, where it has one, :assessment */
	const char *set; /* and :value */
};

struct ibp_subject_table {
	bool in_assessment; /* its things belong to an assessment */
	bool is_numbered;   /* its keys are numbers from 1 */
	const char *add;    /* SQL that makes the thing, without its fields */
	/*
	 * SQL that removes the thing where all its fields are empty.  Only an
	 * answer to a norm and an agreement come and go with any field (see
	 * is_implied).
	 */
	const char *remove;
	bool is_implied;
	const char *incomplete; /* SQL: key of a thing that lacks a field */
	const char *list;       /* SQL: key, then the columns in their order */
	const struct ibp_column *columns; /* ends with a NULL field */
};

extern const struct ibp_subject_table ibp_subject_tables[IBP_SUBJECT_COUNT];

/* The subject that the log calls WORD; false: not known here. */
bool ibp_subject_find(const char *word, enum ibp_subject *subject);

/* Whether a thing of SUBJECT can have KEY. */
bool ibp_subject_is_key(enum ibp_subject subject, const char *key);

/* The number of columns of TABLE, and the one of FIELD or NULL. */
size_t ibp_subject_width(const struct ibp_subject_table *table);
const struct ibp_column *ibp_subject_column(
	const struct ibp_subject_table *table, const char *field);

/* The value in the file now, new text; *VALUE is NULL where not set. */
enum ibp_status ibp_subject_get(struct ibp_db *db, const struct ibp_change *at,
				char **value, struct ibp_error *err);

/*
 * Sets the field of AT to its `to` within a transaction.  *FROM: what it
 * was.  A thing comes and goes with its first field.
 */
enum ibp_status ibp_subject_set(struct ibp_db *db, const struct ibp_change *at,
				const char *from, struct ibp_error *err);

#endif
