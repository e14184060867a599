/*
 * The landscape as a picture: a map of domains, main functions and
 * functions, with the applications in them, that fills a sheet of A3 and can
 * be read in black and white.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_SVG_H
#define IBP_EXCHANGE_LANDSCAPE_SVG_H

#include "base/buf.h"
#include "exchange/boxes.h"

/*
 * TITLE stands above it and SUBTITLE behind that.  Lays BOXES out.  No
 * scripts and nothing from elsewhere is in it.
 */
void ibp_landscape_svg(struct ibp_boxes *boxes, const char *title,
		       const char *subtitle, struct ibp_buf *out);

#endif
