/*
 * Where a board stands: its own facts and one assessment against one
 * framework, as plain values.  The store makes them; the pure functions of
 * core/ read them.  All texts are canonical (core/field.h), NULL: not set.
 */
#ifndef IBP_CORE_ASSESSMENT_H
#define IBP_CORE_ASSESSMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "model/framework.h"

#define IBP_SCORE_OPEN 0
#define IBP_SCORE_NA (-1)

struct ibp_school {
	long id;
	const char *name;
	const char *brin;
	const char *sector;
};

struct ibp_board {
	const char *name;
	const char *sector;   /* po, vo, so, po+vo */
	const char *students; /* whole number as text */
	const char *province;
	long school_total; /* `schools=`: may be more than are named */
	struct ibp_school *schools;
	size_t school_count;
};

struct ibp_evidence {
	long id;
	const char *norm; /* code */
	const char *title;
	const char *ref; /* where it is: a path or an address */
	const char *kind;
	const char *date;
	const char *checked_by;
	const char *confidence;
};

enum ibp_assessor {
	IBP_ASSESSOR_FIRST,
	IBP_ASSESSOR_SECOND,
	IBP_ASSESSOR_SETTLED,
	IBP_ASSESSORS
};

/* The state of one norm. */
struct ibp_answer {
	/* What counts: the settled score where there is one, else the first. */
	int score;          /* 1..5, IBP_SCORE_OPEN, IBP_SCORE_NA */
	const char *reason; /* of that score; never NULL for NA */
	int scores[IBP_ASSESSORS];
	const char *reasons[IBP_ASSESSORS];
	int target; /* 1..5; 0: the framework's */
	const char *status;
	const char *priority;
	const char *owner;
	const char *due;
	const char *note;
	bool look_again; /* after an upgrade, until a person confirms */
	const struct ibp_evidence *evidence; /* of this norm, by id */
	size_t evidence_count;
	long findings; /* of ibp_check_count about this answer */
};

struct ibp_assessment {
	struct ibp_arena arena;
	long id;
	const char *name;
	const char *created; /* time */
	const char *locked;  /* time; NULL: open */
	const char *framework_id;
	const char *framework_version;
	struct ibp_answer *answers; /* one per norm, as in framework->norms */
	size_t answer_count;
	struct ibp_evidence *evidence; /* by norm, then id */
	size_t evidence_count;
	/* Codes in the file that the framework does not know. */
	struct ibp_strings dangling;
};

void ibp_assessment_free(struct ibp_assessment *assessment);

/* The target that holds for the norm with this INDEX, 1..5. */
int ibp_assessment_target(const struct ibp_framework *framework,
			  const struct ibp_assessment *assessment,
			  size_t index);

/* "3", "na" or NULL: the canonical text of a score. */
const char *ibp_score_text(int score);

/* The reverse; NULL is IBP_SCORE_OPEN. */
int ibp_score_value(const char *text);

/*
 * The canonical value of FIELD ("due") of an answer; NULL: not set.  "score"
 * and "reason" are the first assessor's; what counts is in answer->score.
 */
const char *ibp_answer_value(const struct ibp_answer *answer,
			     const char *field);

/*
 * Sets FIELD to a canonical VALUE (borrowed, NULL: not set) and keeps score
 * and reason right.  False: there is no such field.
 */
bool ibp_answer_set(struct ibp_answer *answer, const char *field,
		    const char *value);

/* The canonical value of FIELD ("title") of a piece of evidence. */
const char *ibp_evidence_value(const struct ibp_evidence *evidence,
			       const char *field);

#endif
