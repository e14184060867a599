/*
 * What the parts of the comparison share: landscape_import.c and its
 * neighbours.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_COMPARE_H
#define IBP_EXCHANGE_LANDSCAPE_COMPARE_H

#include "exchange/element_words.h"
#include "exchange/landscape_import.h"
#include "exchange/word_index.h"

/* An application that the board has or is to have. */
struct ibp_known_application {
	long id;
	const char *name;
	const struct ibp_application *old; /* NULL: it is new */
	struct ibp_arrival *arrival;       /* NULL: not in the file */
};

struct ibp_known_school {
	long id;
	const char *name;
};

struct ibp_comparer {
	const struct ibp_landscape_target *target;
	struct ibp_arrival_reader reader; /* for faults */
	struct ibp_landscape_import *import;
	long next[IBP_SUBJECT_COUNT];
	struct ibp_word_index names; /* of applications, by folded name */
	struct ibp_known_application *applications;
	size_t application_count;
	struct ibp_word_index school_names; /* names and BRIN codes */
	struct ibp_known_school *schools;
	size_t school_count;
	struct ibp_element_words elements;
	bool has_edition; /* the board has one, or gets it */
};

/* A number for something new, as text. */
const char *ibp_compare_new_key(struct ibp_comparer *c,
				enum ibp_subject subject);

/* ID as text. */
const char *ibp_compare_key(struct ibp_comparer *c, long id);

/* Adds a change unless FROM is TO already.  NAME: what people call it. */
void ibp_compare_add(struct ibp_comparer *c, const struct ibp_spot *at,
		     const struct ibp_change *change);

void ibp_compare_hint(struct ibp_comparer *c, const struct ibp_spot *at,
		      const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The application called NAME; NULL, with a fault: there is none. */
const struct ibp_known_application *ibp_compare_application(
	struct ibp_comparer *c, const struct ibp_spot *at, const char *name);

/* See ibp_element_words_find.  Not found is a fault where IS_TOLD. */
uint32_t ibp_compare_element(struct ibp_comparer *c, const struct ibp_spot *at,
			     const char *word, bool is_told);

/* The first place says which edition of FORA it is about. */
void ibp_compare_edition(struct ibp_comparer *c, const struct ibp_spot *at);

/* The schools that lack, before anything else. */
void ibp_compare_add_schools(struct ibp_comparer *c);

/* The lists of one application. */
void ibp_compare_uses(struct ibp_comparer *c,
		      const struct ibp_known_application *application);
void ibp_compare_places(struct ibp_comparer *c,
			const struct ibp_known_application *application);

/* What stands beside the applications. */
void ibp_compare_couplings(struct ibp_comparer *c);
void ibp_compare_exclusions(struct ibp_comparer *c);

/* Names that come near others, rows taken together, known products. */
void ibp_compare_hints(struct ibp_comparer *c);

/*
 * Calls TAKE for each part of the cell TEXT: the whole where it is known,
 * else what stands between ";", "|" and line ends, and of that what stands
 * between commas.  FIND says whether a word is known.
 */
struct ibp_cell_parts {
	bool (*find)(struct ibp_comparer *c, const char *word);
	bool (*take)(struct ibp_comparer *c, const char *word, void *context);
	void *context;
};
void ibp_compare_parts(struct ibp_comparer *c, const char *text,
		       const struct ibp_cell_parts *parts);

#endif
