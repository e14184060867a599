/*
 * The landscape as an ArchiMate model (Open Exchange), as Archi and the
 * Softwarecatalogus read it.  Reading it again: exchange/arrival_xml.h.
 *
 * Elements of FORA keep identifier, type and name.  What is the board's own
 * gets an identifier that follows from its name, so that the same landscape
 * is the same bytes, also after it was read into another file.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_XML_H
#define IBP_EXCHANGE_LANDSCAPE_XML_H

#include "base/buf.h"
#include "exchange/boxes.h"

struct ibp_landscape_file {
	const char *board; /* its name */
	const struct ibp_fora *fora;
	const struct ibp_landscape *landscape;
	const char *date; /* of which the status of use is */
	struct ibp_boxes *boxes;
	bool is_anonymous; /* without owners and notes */
};

/* Lays the boxes out, a view for each domain. */
void ibp_landscape_xml(const struct ibp_landscape_file *file,
		       struct ibp_buf *out);

#endif
