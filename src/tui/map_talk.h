/*
 * The questions of fora-map (tui/plain.h has their grammar).  One file per
 * subject; all of them share this.
 */
#ifndef IBP_TUI_MAP_TALK_H
#define IBP_TUI_MAP_TALK_H

#include "tui/chat.h"
#include "tui/map_desk.h"
#include "tui/page.h"

struct ibp_map_talk {
	struct ibp_chat chat; /* the first member: see ibp_map_talk_load */
	struct ibp_map map;
};

/* For struct ibp_chat. */
enum ibp_status ibp_map_talk_load(struct ibp_chat *chat, struct ibp_error *err);

/* One act with a number of its own. */
struct ibp_map_talk_item {
	const char *label; /* msgid */
	enum ibp_chat_go (*run)(struct ibp_map_talk *talk, long which);
};

/*
 * Reads the items once and asks which, until it is left; WHICH goes along.
 * TOP: the menu, which cannot be left with "<" or Enter.
 */
enum ibp_chat_go ibp_map_talk_items(struct ibp_map_talk *talk,
				    const char *question,
				    const struct ibp_map_talk_item *items,
				    size_t count, long which, bool top);

/* Says what a page of the full screen says, without what leads elsewhere. */
void ibp_map_talk_page(struct ibp_map_talk *talk, const struct ibp_page *page);

/* Saves CHANGES and releases them; ERR: what made them failed. */
enum ibp_chat_go ibp_map_talk_save(struct ibp_map_talk *talk,
				   struct ibp_changes *changes,
				   struct ibp_error *err);

/* ---- map_talk_list.c: lists of applications and of elements ---- */

struct ibp_map_talk_list {
	const char *title; /* translated */
	bool elements;     /* else applications */
	size_t *items;     /* indexes; copied */
	size_t count;
};

enum ibp_chat_go ibp_map_talk_list(struct ibp_map_talk *talk,
				   const struct ibp_map_talk_list *list);

/* NEXT: *WHICH was chosen, a number of an application or an element. */
enum ibp_chat_go ibp_map_talk_pick(struct ibp_map_talk *talk, bool elements,
				   long *which);

/* All that match what is asked for; WHICH is not 0: elements. */
enum ibp_chat_go ibp_map_talk_search(struct ibp_map_talk *talk, long which);
enum ibp_chat_go ibp_map_talk_filter(struct ibp_map_talk *talk, long which);
enum ibp_chat_go ibp_map_talk_applications(struct ibp_map_talk *talk,
					   long which);
enum ibp_chat_go ibp_map_talk_gaps(struct ibp_map_talk *talk, long which);
enum ibp_chat_go ibp_map_talk_domains(struct ibp_map_talk *talk, long which);

/* ---- map_talk_application.c, map_talk_element.c: one of them ---- */

enum ibp_chat_go ibp_map_talk_new(struct ibp_map_talk *talk, long which);
enum ibp_chat_go ibp_map_talk_application(struct ibp_map_talk *talk, long id);
enum ibp_chat_go ibp_map_talk_element(struct ibp_map_talk *talk, long element);

/* Asks for one field of these applications, and saves it in one step. */
enum ibp_chat_go ibp_map_talk_change(struct ibp_map_talk *talk,
				     const size_t *indexes, size_t count);

/* Asks main, partial, planned or not, and places it so. */
enum ibp_chat_go ibp_map_talk_place(struct ibp_map_talk *talk, long id,
				    long element);

/* ---- map_talk_question.c: what is asked of the landscape ---- */

enum ibp_chat_go ibp_map_talk_question(struct ibp_map_talk *talk,
				       enum ibp_map_question question,
				       long which, const char *date);
enum ibp_chat_go ibp_map_talk_proposals(struct ibp_map_talk *talk, long which);
enum ibp_chat_go ibp_map_talk_moment(struct ibp_map_talk *talk, long which);

#endif
