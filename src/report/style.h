/*
 * The style of a house, from a small YAML file:
 *
 *	schema: ibp-tools/style/1
 *	colour: "#1F4E79"	titles, and what headers stand on
 *	text: "#FFFFFF"		in those headers
 *	font: Calibri
 *	footer: Adviesbureau Voorbeeld
 *	logo: logo.png		beside the file
 *
 * Every key but the schema may be left out.  Text that cannot be read on its
 * colour is refused, with the place in the file.
 */
#ifndef IBP_REPORT_STYLE_H
#define IBP_REPORT_STYLE_H

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"

#define IBP_STYLE_MAX ((size_t)64 * 1024)
#define IBP_STYLE_LOGO_MAX ((size_t)1024 * 1024)
#define IBP_STYLE_LOGO_SIDE 4000 /* pixels */

struct ibp_style {
	struct ibp_arena arena;
	unsigned accent;
	unsigned on_accent;
	unsigned title; /* on white: the accent where it can be read there */
	const char *font;
	const char *footer;   /* NULL: the board's name */
	struct ibp_buf logo;  /* PNG; empty: none */
	unsigned logo_height; /* pixels */
};

/* Ours. */
void ibp_style_init(struct ibp_style *style);

/* STYLE is to be released also where it could not be loaded. */
enum ibp_status ibp_style_load(const char *path, struct ibp_style *style,
			       struct ibp_error *err);
void ibp_style_release(struct ibp_style *style);

#endif
