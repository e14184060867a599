/*
 * The questions of ibp-scan (tui/plain.h has their grammar).  One file per
 * subject; all of them share this.
 */
#ifndef IBP_TUI_TALK_H
#define IBP_TUI_TALK_H

#include "tui/chat.h"
#include "tui/scan.h"

struct ibp_talk {
	struct ibp_chat chat; /* the first member: see ibp_talk_load */
	const struct ibp_scan_calls *calls;
	const struct ibp_framework *framework;
	const struct ibp_board *board;
	struct ibp_assessment *assessment; /* as it is on the disk */
	uint64_t checks_off;               /* core/check.h */
	size_t jump;                       /* the norm of IBP_CHAT_JUMP */
	size_t domain;    /* the domain named last; domain_count: none */
	bool with_levels; /* the texts of the levels with every norm */
};

/* ---- talk_save.c: what is on the disk ---- */

/* For struct ibp_chat. */
enum ibp_status ibp_talk_load(struct ibp_chat *chat, struct ibp_error *err);

/*
 * Undo or redo.  False: it took the assessment itself away or brought another
 * one, so that a norm at hand is no more.
 */
bool ibp_talk_step(struct ibp_talk *talk, void (*take)(struct ibp_chat *chat));

/* Saves one field of one thing as a step, or says why not. */
bool ibp_talk_set(struct ibp_talk *talk, enum ibp_subject subject,
		  const char *key, const char *field, const char *from,
		  const char *to);

/* ---- talk_say.c: what a norm says ---- */

/* With its place in a list of COUNT (POSITION from 0). */
void ibp_talk_say_norm(struct ibp_talk *talk, size_t index, size_t position,
		       size_t count);
/* LEVEL 0: all five. */
void ibp_talk_say_levels(struct ibp_talk *talk, size_t index, int level);
void ibp_talk_say_why(struct ibp_talk *talk, size_t index);
void ibp_talk_say_steps(struct ibp_talk *talk, size_t index);
void ibp_talk_say_note(struct ibp_talk *talk, size_t index);

/* "3, Bepaald", "not applicable" or "none yet"; adds it to TEXT. */
void ibp_talk_add_score(const struct ibp_talk *talk, int score,
			struct ibp_buf *text);

/* ---- talk_set.c: the fields of a norm ---- */

/* NAME is one of ibp_norm_fields: asks and saves. */
enum ibp_chat_go ibp_talk_norm_field(struct ibp_talk *talk, size_t index,
				     const char *name);
enum ibp_chat_go ibp_talk_norm_score(struct ibp_talk *talk, size_t index,
				     const char *field, const char *reason,
				     const char *score);

/*
 * Who may own a norm: the roles in the language of the run, then who else
 * owns one already.  From ARENA.
 */
struct ibp_strings ibp_talk_owners(const struct ibp_talk *talk,
				   struct ibp_arena *arena);

/* The score of a second assessor, and the one both settle on. */
enum ibp_chat_go ibp_talk_four_eyes(struct ibp_talk *talk, size_t index);

/* ---- talk_evidence.c ---- */

enum ibp_chat_go ibp_talk_evidence(struct ibp_talk *talk, size_t index);
enum ibp_chat_go ibp_talk_all_evidence(struct ibp_talk *talk);

/* ---- talk_walk.c: one norm after another ---- */

/* ALL: every question of each norm, else the score. */
enum ibp_chat_go ibp_talk_walk(struct ibp_talk *talk, const size_t *indexes,
			       size_t count, size_t start, bool all);

/* The whole framework from the norm with this INDEX on. */
enum ibp_chat_go ibp_talk_walk_from(struct ibp_talk *talk, size_t index,
				    bool all);

/* All but the score, one question after another. */
enum ibp_chat_go ibp_talk_others(struct ibp_talk *talk, size_t index);

/* ---- talk_norm.c: one norm ---- */

/* The score, and what a letter leads to, until the norm is left. */
enum ibp_chat_go ibp_talk_norm(struct ibp_talk *talk, size_t index);

/* The index of the norm that TEXT names; norm_count: none. */
size_t ibp_talk_find_norm(const struct ibp_talk *talk, const char *text);

/* ---- talk_list.c: a list of norms ---- */

struct ibp_talk_list {
	const char *title; /* translated */
	size_t *indexes;
	size_t count;
	const char *expr; /* the filter that made it, or NULL */
	const char *name; /* of that filter where it was saved, or NULL */
};

enum ibp_chat_go ibp_talk_list(struct ibp_talk *talk,
			       const struct ibp_talk_list *list);

/* ---- talk_find.c: which norms ---- */

enum ibp_chat_go ibp_talk_by_code(struct ibp_talk *talk);
enum ibp_chat_go ibp_talk_by_domain(struct ibp_talk *talk);
enum ibp_chat_go ibp_talk_search(struct ibp_talk *talk);
enum ibp_chat_go ibp_talk_filter(struct ibp_talk *talk);
enum ibp_chat_go ibp_talk_gaps(struct ibp_talk *talk);
enum ibp_chat_go ibp_talk_unscored(struct ibp_talk *talk);

/* Saves the filter of LIST under a name, or removes the saved one. */
enum ibp_chat_go ibp_talk_name_filter(struct ibp_talk *talk,
				      const struct ibp_talk_list *list);
enum ibp_chat_go ibp_talk_drop_filter(struct ibp_talk *talk,
				      const struct ibp_talk_list *list);

/* ---- talk_bulk.c: the same change to several norms ---- */

enum ibp_chat_go ibp_talk_bulk(struct ibp_talk *talk, const size_t *indexes,
			       size_t count);
enum ibp_chat_go ibp_talk_bulk_ask(struct ibp_talk *talk);

/* ---- talk_assess.c: assessments over time ---- */

enum ibp_chat_go ibp_talk_assessments(struct ibp_talk *talk);

/* ---- talk_status.c ---- */

enum ibp_chat_go ibp_talk_status(struct ibp_talk *talk);

/* ---- talk_board.c: a board that has no file yet ---- */

/* True when there is one now. */
bool ibp_talk_make_board(struct ibp_talk *talk);

#endif
