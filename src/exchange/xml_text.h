/*
 * Writing XML: texts in which nothing is markup.  Reading: exchange/xml.h.
 */
#ifndef IBP_EXCHANGE_XML_TEXT_H
#define IBP_EXCHANGE_XML_TEXT_H

#include "base/buf.h"

/* LENGTH bytes of TEXT, as content or within an attribute in "". */
void ibp_xml_add_bytes(struct ibp_buf *out, const char *text, size_t length);

void ibp_xml_add_text(struct ibp_buf *out, const char *text);

/* ' NAME="VALUE"' */
void ibp_xml_add_attribute(struct ibp_buf *out, const char *name,
			   const char *value);

#endif
