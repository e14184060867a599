/*
 * One change to one field of one thing in the board's file.  Everything
 * that is ever written is a list of these, in one step: the log, undo and
 * redo follow from it.
 *
 * A thing exists as long as the first field of its table is set: the first
 * change of a new thing sets that field, the last change of a removal clears
 * it.
 */
#ifndef IBP_CORE_CHANGE_H
#define IBP_CORE_CHANGE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"
#include "core/field.h"

enum ibp_subject {
	IBP_SUBJECT_BOARD,      /* key "" */
	IBP_SUBJECT_SCHOOL,     /* key: number */
	IBP_SUBJECT_ASSESSMENT, /* key: number */
	IBP_SUBJECT_NORM,       /* key: code */
	IBP_SUBJECT_EVIDENCE,   /* key: number */
	IBP_SUBJECT_FILTER,     /* key: name */
	IBP_SUBJECT_COUNT
};

struct ibp_change {
	enum ibp_subject subject;
	long assessment; /* number; 0 where the subject has none */
	const char *key;
	const char *field; /* a name of the subject's field table */
	const char *from;  /* canonical, NULL: not set */
	const char *to;
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
 * added: Policy".  Nothing for no changes.
 */
void ibp_changes_describe(const struct ibp_change *items, size_t count,
			  struct ibp_buf *text);

#endif
