/*
 * One change to one field of one thing in the board's file.  Everything
 * that is ever written is a list of these, in one step: the log, undo and
 * redo follow from it.
 *
 * A thing exists as long as the first field of its table is set: the first
 * change of a new thing sets that field, the last change of a removal clears
 * it.  The answer to a norm and the agreement about an application are there
 * as long as any of their fields is.
 */
#ifndef IBP_CORE_CHANGE_H
#define IBP_CORE_CHANGE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"
#include "core/field.h"

enum ibp_subject {
	IBP_SUBJECT_BOARD,       /* key "" */
	IBP_SUBJECT_SCHOOL,      /* key: number */
	IBP_SUBJECT_ASSESSMENT,  /* key: number */
	IBP_SUBJECT_NORM,        /* key: code */
	IBP_SUBJECT_EVIDENCE,    /* key: number */
	IBP_SUBJECT_FILTER,      /* key: name */
	IBP_SUBJECT_APPLICATION, /* key: number */
	IBP_SUBJECT_AGREEMENT,   /* key: number of the application */
	IBP_SUBJECT_USE,         /* key: "APPLICATION:SCHOOL", numbers */
	IBP_SUBJECT_PLACEMENT,   /* key: number */
	IBP_SUBJECT_COUPLING,    /* key: number */
	IBP_SUBJECT_EXCLUSION,   /* key: id of an element of FORA */
	IBP_SUBJECT_SETTING,     /* key: name */
	IBP_SUBJECT_COUNT
};

struct ibp_change {
	enum ibp_subject subject;
	long assessment; /* number; 0 where the subject has none */
	const char *key;
	const char *field; /* a name of the subject's field table */
	const char *from;  /* canonical, NULL: not set */
	const char *to;
	/*
	 * What a person calls the thing where its key is a number: "Magister",
	 * "Magister on Leerlingadministratiesysteem".  NULL: the key has to do.
	 */
	const char *name;
};

/* A growing list; its texts live in the arena.  Zero before use. */
struct ibp_changes {
	struct ibp_arena arena;
	struct ibp_change *items;
	size_t count;
	size_t capacity;
};

void ibp_changes_add(struct ibp_changes *changes, enum ibp_subject subject,
		     long assessment, const char *key, const char *field,
		     const char *from, const char *to);
void ibp_changes_release(struct ibp_changes *changes);

/* "norm", "evidence": the word of the log. */
const char *ibp_subject_word(enum ibp_subject subject);
const struct ibp_field *ibp_subject_fields(enum ibp_subject subject);

/*
 * What a list of changes did, in a few translated words:
 * "GO.02: Score 3 (was 2)", "3 norms: Due date 2027-06-30", "Evidence 4
 * added: Policy", "Magister: Status in use".  Nothing for no changes.
 */
void ibp_changes_describe(const struct ibp_change *items, size_t count,
			  struct ibp_buf *text);

#endif
