/* What digest.c and the chain of the log share. */
#ifndef IBP_STORE_DIGEST_H
#define IBP_STORE_DIGEST_H

#include "base/buf.h"

/* VALUE on one line: a backslash, tab or newline as \\, \t or \n. */
void ibp_digest_add_value(struct ibp_buf *line, const char *value);

#endif
