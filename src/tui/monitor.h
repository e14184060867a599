/*
 * The full screen of whoever gathers an edition: four rooms, each a list; and
 * the same rooms as questions and answers, with those of a board that takes
 * part.  What stands in them comes as text from the main, which knows the
 * register and the files; nothing here has ever seen a score.
 */
#ifndef IBP_TUI_MONITOR_H
#define IBP_TUI_MONITOR_H

#include <stdbool.h>
#include <stdio.h>

#include "base/action.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"
#include "tui/acts.h"

enum ibp_monitor_room {
	IBP_MONITOR_EDITIONS,
	IBP_MONITOR_BOARDS,
	IBP_MONITOR_PREVIEW,
	IBP_MONITOR_PUBLISH,
	IBP_MONITOR_GROUPS, /* of a cell of the preview */
	IBP_MONITOR_ROOMS
};

/* The bits of the rooms in the table of actions. */
enum ibp_monitor_screens {
	IBP_MONITOR_IN_EDITIONS = 1 << 2,
	IBP_MONITOR_IN_BOARDS = 1 << 3,
	IBP_MONITOR_IN_PREVIEW = 1 << 4,
	IBP_MONITOR_IN_PUBLISH = 1 << 5,
	IBP_MONITOR_IN_GROUPS = 1 << 6,
	IBP_MONITOR_ANYWHERE = 31 << 2,
	IBP_MONITOR_ALL = IBP_MONITOR_ANYWHERE | (int)IBP_SCREEN_HELP
};

enum ibp_monitor_act {
	IBP_MONITOR_RAISE = 1,
	IBP_MONITOR_LOWER,
	IBP_MONITOR_DO_PUBLISH,
	/* In the order of the rooms. */
	IBP_MONITOR_GO = IBP_ACT_GO
};

#define IBP_MONITOR_CELLS 7

struct ibp_monitor_row {
	const char *key;                      /* what it is asked for by */
	const char *cells[IBP_MONITOR_CELLS]; /* NULL: empty */
	const char *whole; /* what the lower rows say of it; NULL: nothing */
};

/* Texts live in the arena that was handed along. */
struct ibp_monitor_table {
	const char *title; /* behind the name of the room */
	struct ibp_monitor_row *rows;
	size_t count;
};

struct ibp_monitor_ask {
	enum ibp_monitor_room room;
	long k;         /* 0: as the rules have it */
	const char *of; /* key of an edition or a cell; NULL: the newest */
};

/* What comes in a buffer are lines to be said. */
struct ibp_monitor_calls {
	void *context;

	/* ---- whoever gathers ---- */

	enum ibp_status (*fill)(void *context,
				const struct ibp_monitor_ask *ask,
				struct ibp_arena *arena,
				struct ibp_monitor_table *table,
				struct ibp_error *err);
	enum ibp_status (*publish)(void *context, long k, const char *folder,
				   struct ibp_error *err);

	/* ---- a board ---- */

	/* Opens the board's file, before anything is asked; end closes it. */
	enum ibp_status (*begin)(void *context, struct ibp_error *err);
	enum ibp_status (*set_edition)(void *context, const char *text,
				       struct ibp_error *err);
	enum ibp_status (*set_organisation)(void *context, const char *text,
					    struct ibp_error *err);
	enum ibp_status (*set_code)(void *context, const char *text,
				    struct ibp_error *err);
	enum ibp_status (*make)(void *context, struct ibp_buf *lines,
				struct ibp_error *err);
	enum ibp_status (*write)(void *context, const char *folder,
				 struct ibp_buf *lines, struct ibp_error *err);
	void (*end)(void *context);
	enum ibp_status (*explain)(void *context, const char *path,
				   struct ibp_buf *lines,
				   struct ibp_error *err);
	enum ibp_status (*compare)(void *context, const char *path,
				   struct ibp_buf *lines,
				   struct ibp_error *err);
};

struct ibp_monitor_setup {
	const struct ibp_action *actions;
	const struct ibp_monitor_calls *calls;
	long k; /* where raising starts */
	long k_floor;
	bool gathers; /* a register was named */
	bool colour;
	bool mouse;
};

extern const struct ibp_act_group ibp_monitor_groups[];

enum ibp_status ibp_monitor_screen(const struct ibp_monitor_setup *setup,
				   struct ibp_error *err);
/* On a terminal that reads SCRIPT and adds its screens to OUT. */
enum ibp_status ibp_monitor_script(const struct ibp_monitor_setup *setup,
				   const char *script, struct ibp_buf *out,
				   struct ibp_error *err);
/* Questions and answers; what failed first is the status, and was said. */
enum ibp_status ibp_monitor_plain(const struct ibp_monitor_setup *setup,
				  FILE *in, FILE *out, struct ibp_error *err);

#endif
