/*
 * Text as a quoted scalar of YAML.  For what we write ourselves; how YAML is
 * read is in model/yaml.h.
 */
#ifndef IBP_EXCHANGE_YAML_TEXT_H
#define IBP_EXCHANGE_YAML_TEXT_H

#include "base/buf.h"

/* In single quotes; TEXT is one line. */
void ibp_yaml_add_line(struct ibp_buf *out, const char *text);

/* In double quotes; every line break is written as \n. */
void ibp_yaml_add_lines(struct ibp_buf *out, const char *text);

#endif
