/*
 * The landscape as an ArchiMate model (Open Exchange), as Archi and the
 * Softwarecatalogus read it, and such a file of ours read again.
 *
 * Elements of FORA keep identifier, type and name.  What is the board's own
 * gets an identifier that follows from its name, so that the same landscape
 * is the same bytes, also after it was read into another file.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_XML_H
#define IBP_EXCHANGE_LANDSCAPE_XML_H

#include "base/buf.h"
#include "exchange/boxes.h"

/* What is larger is refused. */
#define IBP_LANDSCAPE_XML_MAX ((size_t)64 * 1024 * 1024)
#define IBP_LANDSCAPE_THINGS_MAX 400000
#define IBP_LANDSCAPE_PROPERTIES_MAX 2000000

struct ibp_landscape_file {
	const char *board; /* its name */
	const struct ibp_fora *fora;
	const struct ibp_landscape *landscape;
	const char *date; /* of which the status of use is */
	struct ibp_boxes *boxes;
};

/* Lays the boxes out, a view for each domain. */
void ibp_landscape_xml(const struct ibp_landscape_file *file,
		       struct ibp_buf *out);

/*
 * Reads a file that ibp_landscape_xml made.  *LANDSCAPE is new, with numbers
 * of its own, from 1; its texts are canonical, and its places are not looked
 * up in FORA.  What is wrong is IBP_INPUT with FILE:LINE.  TODAY (ISO) is for
 * the check of dates.
 */
enum ibp_status ibp_landscape_xml_read(const char *file, const char *text,
				       size_t length, const char *today,
				       struct ibp_landscape **landscape,
				       struct ibp_error *err);

#endif
