/*
 * The words that people write for the values of a field: its labels in any
 * of our languages, and what they are used to write for them.  Found in
 * little time, whatever a table of a hundred thousand rows holds.
 */
#ifndef IBP_EXCHANGE_LABELS_H
#define IBP_EXCHANGE_LABELS_H

#include <stddef.h>

#include "core/field.h"

struct ibp_label {
	const struct ibp_field *field;
	char *squeezed;
	const char *word;
};

/* Zero it before use, release it after. */
struct ibp_labels {
	struct ibp_label *items;
	size_t count;
	size_t capacity;
};

/* The labels of all choices and scores of FIELDS. */
void ibp_labels_add(struct ibp_labels *labels, const struct ibp_field *fields);

/* One that is not a label: TEXT means WORD, which outlives LABELS. */
void ibp_labels_add_word(struct ibp_labels *labels,
			 const struct ibp_field *field, const char *text,
			 const char *word);

/* Call it when everything is added. */
void ibp_labels_finish(struct ibp_labels *labels);
void ibp_labels_release(struct ibp_labels *labels);

/* The word of FIELD that TEXT stands for; TEXT itself where none is known. */
const char *ibp_labels_word(const struct ibp_labels *labels,
			    const struct ibp_field *field, const char *text);

#endif
