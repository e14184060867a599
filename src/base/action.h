/*
 * One row of the table of actions that stands in each main.  Footer, help
 * screen, palette, --help, completion, the manual check and the dispatch of
 * keys and commands all read the same rows.
 */
#ifndef IBP_BASE_ACTION_H
#define IBP_BASE_ACTION_H

#include <stddef.h>

#include "base/error.h"

/* What the runner prepares before a command runs. */
enum ibp_need {
	IBP_NEED_NONE = 0,
	IBP_NEED_MODEL = 1 << 0,    /* the framework, or the reference model */
	IBP_NEED_READ = 1 << 1,     /* the data file, for reading */
	IBP_NEED_WRITE = 1 << 2,    /* the data file, with the lease */
	IBP_NEED_LANDSCAPE = 1 << 3 /* the applications that are in it */
};

struct ibp_run; /* cli/run.h: options, words, what was prepared */

struct ibp_action {
	/*
	 * English, never translated.  A command's words ("school add") or the
	 * name of an act on the screen ("next-unscored").
	 */
	const char *name;
	/* Arguments of the command ("CODE... [score=1..5|na|none]"). */
	const char *arguments;
	/* msgid of a few words, as footer and palette show it. */
	const char *label;
	/* msgid of one sentence, as --help and `?` show it. */
	const char *help;
	/* Names of keys, separated by spaces: "u", "j Down"; NULL: none. */
	const char *keys;
	/* Bit per screen on which the keys act; 0: a command only. */
	unsigned screens;
	/* The act on the screen (tui); 0: a command only. */
	int act;
	/* enum ibp_need, for the command. */
	unsigned needs;
	/* The command; NULL: an act on the screen only. */
	enum ibp_status (*run)(struct ibp_run *run, struct ibp_error *err);
};

/* A table of them ends with a row whose name is NULL. */

#endif
