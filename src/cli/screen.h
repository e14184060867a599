/*
 * What the surroundings say about output: how wide, whether in colour,
 * whether a person reads along.
 */
#ifndef IBP_CLI_SCREEN_H
#define IBP_CLI_SCREEN_H

#include "cli/run.h"

/* Columns for text: $COLUMNS, else the terminal's, else 80. */
size_t ibp_screen_width(void);

/* Lines of the terminal: $LINES, else the terminal's, else 24. */
size_t ibp_screen_height(void);

/* --no-color and NO_COLOR win, then CLICOLOR_FORCE, then the terminal. */
bool ibp_screen_has_colour(const struct ibp_options *options);

/* TERM=dumb, ACCESSIBLE or IBP_ACCESSIBLE: questions and answers. */
bool ibp_screen_wants_plain(void);

/* Whether standard input and output are both a terminal. */
bool ibp_screen_is_terminal(void);

#endif
