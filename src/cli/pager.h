/* A text that does not fit on the terminal, screen by screen. */
#ifndef IBP_CLI_PAGER_H
#define IBP_CLI_PAGER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Shows TEXT through $PAGER, else through less where it is there.  False:
 * there is no pager, nothing was shown.
 */
bool ibp_pager_show(const char *text, size_t length);

#endif
