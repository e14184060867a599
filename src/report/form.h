/* One function per form of a document; report/render.c has their table. */
#ifndef IBP_REPORT_FORM_H
#define IBP_REPORT_FORM_H

#include "report/render.h"

typedef void ibp_render_form(const struct ibp_doc *doc,
			     const struct ibp_render_options *options,
			     struct ibp_buf *out);

ibp_render_form ibp_render_text;
ibp_render_form ibp_render_plain;
ibp_render_form ibp_render_json;
ibp_render_form ibp_render_csv;
ibp_render_form ibp_render_markdown;
ibp_render_form ibp_render_spoken;

#endif
