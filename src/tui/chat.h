/*
 * Questions and answers about the board's file (tui/plain.h has their
 * grammar): what every tool's questions share.  A tool's own state begins
 * with one of these.
 */
#ifndef IBP_TUI_CHAT_H
#define IBP_TUI_CHAT_H

#include "tui/file_calls.h"
#include "tui/plain.h"

/* As many lines of a list are read before a question comes. */
#define IBP_CHAT_PAGE 10

struct ibp_chat {
	struct ibp_plain plain;
	const struct ibp_file_calls *calls;
	const char *today;
	bool writable;
	/* Reads the values anew, as they are on the disk. */
	enum ibp_status (*load)(struct ibp_chat *chat, struct ibp_error *err);
	/* The first change that could not be saved. */
	struct ibp_error failure;
};

/* Where to go after a question. */
enum ibp_chat_go {
	IBP_CHAT_STAY, /* ask the same again */
	IBP_CHAT_NEXT,
	IBP_CHAT_BACK,
	IBP_CHAT_JUMP, /* to another thing, which the tool keeps */
	IBP_CHAT_MENU,
	IBP_CHAT_STOP
};

/* ---- chat_save.c: what is on the disk ---- */

/* Reads the values again.  False: it failed, and that was said. */
bool ibp_chat_reload(struct ibp_chat *chat);

/* Saves as one step and says so, or says why not. */
bool ibp_chat_apply(struct ibp_chat *chat, struct ibp_changes *changes);

/*
 * NEXT where a change was saved.  Else a person is asked again, but a file
 * of answers stops: its next line belongs to the next question.
 */
enum ibp_chat_go ibp_chat_saved_go(struct ibp_chat *chat, bool saved);

void ibp_chat_undo(struct ibp_chat *chat);
void ibp_chat_redo(struct ibp_chat *chat);

/* Says ERR, releases it and remembers it where it is about a change. */
void ibp_chat_complain(struct ibp_chat *chat, struct ibp_error *err);

/* Says whether everything could be saved. */
void ibp_chat_end(struct ibp_chat *chat);

/* The end: what could not be saved or written is the failure of the run. */
enum ibp_status ibp_chat_release(struct ibp_chat *chat, struct ibp_error *err);

/* ---- chat_field.c: one field ---- */

struct ibp_chat_ask {
	const struct ibp_field *field;
	const char *shown; /* canonical, or NULL: not set */
	const char *unset; /* for a person, what holds while not set */
	const char *help;  /* translated */
	/* Answers offered by number, beside any text. */
	const struct ibp_strings *offered;
	bool always; /* what is shown, or clearing it, is an answer too */
};

/*
 * IBP_PLAIN_TEXT: *VALUE is new and canonical, NULL to clear it, and
 * differs from what is shown.
 */
enum ibp_plain_reply ibp_chat_ask_field(struct ibp_chat *chat,
					const struct ibp_chat_ask *ask,
					char **value);

/* Several lines, with a draft of this NAME while typing. */
enum ibp_plain_reply ibp_chat_ask_note(struct ibp_chat *chat, const char *name,
				       const char *shown, char **value);

/* BACK and STOP as a place to go to; else GO. */
enum ibp_chat_go ibp_chat_reply_go(enum ibp_plain_reply reply,
				   enum ibp_chat_go go);

/* ---- chat_list.c: lists ---- */

/* What one letter does at a list; a NULL run ends a table. */
struct ibp_chat_act {
	char letter;
	const char *help; /* msgid */
	enum ibp_chat_go (*run)(void *context);
};

struct ibp_chat_list {
	const char *question; /* "Norm" */
	const char *answers;  /* beside the numbers; NULL: nothing */
	const char *help;     /* what a number does */
	size_t count;
	void *context; /* of the functions */
	void (*say)(void *context, size_t at);
	/* NEXT and BACK come back to the list. */
	enum ibp_chat_go (*open)(void *context, size_t at);
	/* Another word, which it may refuse; NULL: none is an answer. */
	enum ibp_chat_go (*typed)(void *context, const char *word);
	const struct ibp_chat_act *acts;
	/* Whether an act is there now; NULL: all are. */
	bool (*is_here)(void *context, const struct ibp_chat_act *act);
	size_t read; /* lines read so far; an act may set it to 0 */
};

/* Reads ten rows and asks, until the list is left. */
enum ibp_chat_go ibp_chat_read_list(struct ibp_chat *chat,
				    struct ibp_chat_list *list);

/* Reads rows from list->read on, as many as are read at once. */
void ibp_chat_read_page(struct ibp_chat_list *list);

/* Reads ITEMS ten at a time. */
enum ibp_chat_go ibp_chat_read_on(struct ibp_chat *chat,
				  const char *const *items, size_t count);

/* The log of one thing (KEY), or of everything. */
enum ibp_chat_go ibp_chat_log(struct ibp_chat *chat, const char *key);

#endif
