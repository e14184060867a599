/*
 * Keys as a terminal library calls them.
 */
#ifndef IBP_TUI_TERM_KEYS_H
#define IBP_TUI_TERM_KEYS_H

/* The key with this name of curses ("KEY_UP"); IBP_KEY_NONE: none of ours. */
long ibp_term_key(const char *name);

#endif
