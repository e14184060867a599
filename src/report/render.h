/*
 * A document in one of its forms.  Every renderer is a row of one table.
 */
#ifndef IBP_REPORT_RENDER_H
#define IBP_REPORT_RENDER_H

#include "base/buf.h"
#include "report/doc.h"

enum ibp_form {
	IBP_FORM_TEXT,  /* for a person, in WIDTH columns */
	IBP_FORM_PLAIN, /* tab-separated, no header, nothing cut */
	IBP_FORM_JSON,
	IBP_FORM_CSV, /* the first table; without one, the facts */
	IBP_FORM_MARKDOWN,
	IBP_FORM_SPOKEN, /* a sentence on each line, for speech and braille */
	IBP_FORM_COUNT
};

struct ibp_render_options {
	size_t width;   /* columns of TEXT; 0: 80 */
	bool colour;    /* TEXT only */
	char separator; /* CSV; 0: comma */
	bool bom;       /* CSV: a byte order mark in front */
};

/* OPTIONS may be NULL. */
void ibp_render(const struct ibp_doc *doc, enum ibp_form form,
		const struct ibp_render_options *options, struct ibp_buf *out);

/* The form with this NAME ("json", "md"); IBP_FORM_COUNT: none. */
enum ibp_form ibp_form_find(const char *name);

#endif
