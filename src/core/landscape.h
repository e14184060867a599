/*
 * The board's own layer over FORA as plain values: its applications, the
 * agreements about them, which schools use them, where they are placed, what
 * flows between them, and what the board does not need.  The store makes
 * them; the questions of core/ (coverage, overlaps, impact) read them.  All
 * texts are canonical (core/field.h); NULL: not set.
 *
 * Places are kept by the publisher's identifier, never by name.
 */
#ifndef IBP_CORE_LANDSCAPE_H
#define IBP_CORE_LANDSCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "core/assessment.h"
#include "core/change.h"
#include "model/fora.h"

/* The agreement that says what a supplier may do with personal data. */
struct ibp_agreement {
	const char *status; /* none, requested, signed, expired, not-needed */
	const char *model_version; /* of the model agreement, "4.0" */
	const char *scope;         /* board, school */
	const char *signed_on;     /* date; the field is `signed` */
	const char *ends;          /* date */
	const char *dpia;          /* not-needed, needed, central, local */
	const char *dpia_date;
};

/* `use`: one school that uses it. */
struct ibp_use {
	long application;
	long school;
};

struct ibp_application {
	long id;
	const char *name;
	const char *supplier;
	const char *owner;  /* a role */
	const char *status; /* planned, in-use, phase-out, out */
	const char *planned_from;
	const char *in_use_from;
	const char *phase_out_from;
	const char *out_from;
	const char *kind;    /* package, service, custom, platform */
	const char *hosting; /* saas, paas, iaas, on-premises */
	const char *country; /* two letters, upper case */
	const char *users;   /* whole number as text */
	const char *cost;    /* whole euros a year as text */
	const char *contract_end;
	const char *support_end;
	const char *sso;          /* entree, other, none */
	const char *availability; /* low, medium, high: the board's own value */
	const char *integrity;
	const char *confidentiality;
	const char *personal_data; /* none, ordinary, special: likewise */
	const char *note;
	struct ibp_agreement agreement;
	/* None: all schools. */
	const struct ibp_use *uses;
	size_t use_count;
	/* Its own part of landscape->placements. */
	const struct ibp_placement *placements;
	size_t placement_count;
};

enum ibp_placement_kind {
	IBP_PLACEMENT_MAIN, /* where the kind is not set */
	IBP_PLACEMENT_PARTIAL,
	IBP_PLACEMENT_PLANNED
};

/* `link`: an application on one element of FORA. */
struct ibp_placement {
	long id;
	long application;
	const char *element_id;   /* as the publisher's, with "id-" */
	const char *element_name; /* as it was when it was placed */
	enum ibp_placement_kind kind;
	const char *note;
	bool look_again;  /* after an upgrade, until a person confirms */
	uint32_t element; /* see ibp_landscape_bind */
	size_t at;        /* index in landscape->applications */
};

enum ibp_direction { IBP_DIRECTION_TO, IBP_DIRECTION_FROM, IBP_DIRECTION_BOTH };

/* `couple`: an information flow between two applications. */
struct ibp_coupling {
	long id;
	long from; /* numbers of applications */
	long to;
	const char *data;
	const char *direction; /* to, from, both; not set: to */
	const char *via;       /* by hand, a file, an API, a national service */
	const char *standard;
	size_t from_at; /* indexes in landscape->applications */
	size_t to_at;
};

/* `exclude`: an element that is not for this board. */
struct ibp_exclusion {
	const char *element_id;
	const char *element_name;
	const char *reason;
	bool look_again;
	uint32_t element; /* see ibp_landscape_bind */
};

struct ibp_landscape {
	struct ibp_arena arena;
	/* The edition of FORA that the places were made with; NULL: none yet.
	 */
	const char *fora_version;
	struct ibp_application *applications; /* by number */
	size_t application_count;
	struct ibp_placement *placements; /* by application, then number */
	size_t placement_count;
	struct ibp_use *uses; /* by application, then school */
	size_t use_count;
	struct ibp_coupling *couplings; /* by number */
	size_t coupling_count;
	struct ibp_exclusion *exclusions; /* by element id */
	size_t exclusion_count;
	struct ibp_school *schools; /* of the board, by number */
	size_t school_count;
};

void ibp_landscape_free(struct ibp_landscape *landscape);

/*
 * Finds the elements of all places in FORA: their index, or IBP_FORA_NONE
 * where the edition has no such element.  Before it, and with NULL, every
 * index is IBP_FORA_NONE.
 */
void ibp_landscape_bind(struct ibp_landscape *landscape,
			const struct ibp_fora *fora);

/* By number; NULL: there is none. */
const struct ibp_application *ibp_landscape_find(
	const struct ibp_landscape *landscape, long id);

/*
 * By number or by name, letters of either case, accents folded.  None or
 * several: IBP_INPUT with the nearest name, or with their numbers.
 */
enum ibp_status ibp_landscape_look_up(const struct ibp_landscape *landscape,
				      const char *word, size_t *index,
				      struct ibp_error *err);

/*
 * The status that an application has on the day DATE (ISO), a canonical word:
 * the last of its own dates that is past says it.  Where none is past it is
 * the status that was given; without one an application is in use, or planned
 * while it still waits for the first of its dates.
 */
const char *ibp_application_status_at(const struct ibp_application *application,
				      const char *date);

/* In use or being phased out on DATE: what coverage and overlaps count. */
bool ibp_application_counts_at(const struct ibp_application *application,
			       const char *date);

/* Whether the school with this number uses it; no use at all: every school. */
bool ibp_application_is_used_by(const struct ibp_application *application,
				long school);

extern const struct ibp_member ibp_application_members[];
extern const struct ibp_member ibp_agreement_members[];

/* The canonical value of FIELD ("owner"); NULL: not set. */
const char *ibp_application_value(const struct ibp_application *application,
				  const char *field);
const char *ibp_agreement_value(const struct ibp_agreement *agreement,
				const char *field);

/*
 * Adds what it takes to remove the application with this INDEX and all that
 * is said about it: places, couplings, uses, agreement, and itself last.
 */
void ibp_landscape_remove(const struct ibp_landscape *landscape, size_t index,
			  struct ibp_changes *changes);

/* The same for the uses by a SCHOOL (number) that goes. */
void ibp_landscape_remove_uses(const struct ibp_landscape *landscape,
			       long school, struct ibp_changes *changes);

#endif
