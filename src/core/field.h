/*
 * The fields that a person fills in: one table per subject.  Commands,
 * filters, imports, screens, log and data file read the same rows, so that
 * a field has one name, one check and one ceiling everywhere.
 *
 * A value travels as canonical text: dates in ISO, numbers in digits,
 * choices as their English word, texts cleaned; NULL is "not set".
 */
#ifndef IBP_CORE_FIELD_H
#define IBP_CORE_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum ibp_field_kind {
	IBP_FIELD_LINE, /* one line of text */
	IBP_FIELD_NOTE, /* text with newlines */
	IBP_FIELD_DATE,
	IBP_FIELD_NUMBER,  /* 0..max */
	IBP_FIELD_LEVEL,   /* 1..5 */
	IBP_FIELD_SCORE,   /* 1..5, na, none (= not set) */
	IBP_FIELD_CHOICE,  /* one of choices */
	IBP_FIELD_COUNTRY, /* two letters of ISO 3166-1, upper case */
	IBP_FIELD_TIME     /* set by the tools, never typed by a person */
};

struct ibp_choice {
	const char *word;  /* in the file, in JSON and on the command line */
	const char *label; /* msgid with context "value" */
};

struct ibp_field {
	const char *name;  /* "due" */
	const char *label; /* msgid: "Due date" */
	enum ibp_field_kind kind;
	size_t max;                       /* bytes of a text; highest number */
	const struct ibp_choice *choices; /* ends with a NULL word */
	bool required;                    /* a person may not clear it */
	bool internal;                    /* not a word that a person types */
};

/* Choices that filters know as well. */
extern const struct ibp_choice ibp_status_choices[];
extern const struct ibp_choice ibp_grade_choices[];
extern const struct ibp_choice ibp_application_status_choices[];
extern const struct ibp_choice ibp_personal_data_choices[];
extern const struct ibp_choice ibp_agreement_status_choices[];
extern const struct ibp_choice ibp_dpia_choices[];
extern const struct ibp_choice ibp_placement_choices[];

/*
 * Tables that end with a row whose name is NULL.  The first row is the field
 * whose value makes a thing exist: see core/change.h.
 */
extern const struct ibp_field ibp_board_fields[];
extern const struct ibp_field ibp_school_fields[];
extern const struct ibp_field ibp_assessment_fields[];
extern const struct ibp_field ibp_norm_fields[];
extern const struct ibp_field ibp_evidence_fields[];
extern const struct ibp_field ibp_filter_fields[];
extern const struct ibp_field ibp_application_fields[];
extern const struct ibp_field ibp_agreement_fields[];
extern const struct ibp_field ibp_use_fields[];
extern const struct ibp_field ibp_placement_fields[];
extern const struct ibp_field ibp_coupling_fields[];
extern const struct ibp_field ibp_exclusion_fields[];
extern const struct ibp_field ibp_setting_fields[];

/* Where the text of a field lies within a struct that has read it. */
struct ibp_member {
	const char *field; /* NULL ends a list */
	size_t offset;     /* of a const char * */
};

const struct ibp_field *ibp_field_find(const struct ibp_field *fields,
				       const char *name);

/* The nearest name for "did you mean"; NULL: none is near. */
const char *ibp_field_nearest(const struct ibp_field *fields, const char *name);

/* The place of WORD among the choices, from 0; -1: not there, or NULL. */
int ibp_field_choice(const struct ibp_field *field, const char *word);

/* The translated label of a choice; WORD itself where it is not one. */
const char *ibp_field_choice_label(const struct ibp_field *field,
				   const char *word);

/*
 * Checks TEXT and makes it canonical.  TODAY (ISO) is for relative dates.
 * An empty TEXT, and "none" for a score, gives NULL, which a required field
 * refuses.  *VALUE is new.  What is wrong is IBP_USAGE, with what would be
 * right.
 */
enum ibp_status ibp_field_parse(const struct ibp_field *field, const char *text,
				const char *today, char **value,
				struct ibp_error *err);

/*
 * VALUE (canonical, or NULL) for a person: the choice's label, the date as
 * the language writes it.  New text, "" for NULL.
 */
char *ibp_field_show(const struct ibp_field *field, const char *value);

#endif
