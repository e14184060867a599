/*
 * Writing an ArchiMate model, and the identifiers of what is the board's own.
 * Used by the export alone.
 */
#ifndef IBP_EXCHANGE_ARCHIMATE_WRITER_H
#define IBP_EXCHANGE_ARCHIMATE_WRITER_H

#include "exchange/landscape_xml.h"

struct ibp_xml_writer {
	struct ibp_buf *out;
	struct ibp_arena arena;
	const struct ibp_landscape_file *file;
	const char **applications; /* ids by index in the landscape */
	const char **schools;
	const char **suppliers; /* by application; NULL: none */
	bool in_properties;
};

/* Fills the three lists. */
void ibp_xml_writer_start(struct ibp_xml_writer *w);

/* "id-" and the identifier that follows from KIND and KEY, in the arena. */
const char *ibp_xml_writer_id(struct ibp_xml_writer *w, const char *kind,
			      const char *key);

/* NAME and TEXT may be NULL. */
void ibp_xml_writer_element(struct ibp_xml_writer *w, const char *id,
			    const char *type, const char *name,
			    const char *text);
void ibp_xml_writer_relation(struct ibp_xml_writer *w, const char *id,
			     const char *type, const char *source,
			     const char *target, const char *access);

/* Within what was started; a VALUE of NULL is left out. */
void ibp_xml_writer_property(struct ibp_xml_writer *w, const char *property,
			     const char *value);

/* </TAG>, with the end of the properties before it. */
void ibp_xml_writer_end(struct ibp_xml_writer *w, const char *tag);

/* The property that keeps the order. */
void ibp_xml_writer_order(struct ibp_xml_writer *w, size_t index);

/* Calls ACT for each id that FORA no longer has, once. */
void ibp_xml_writer_each_dropped(struct ibp_xml_writer *w,
				 void (*act)(struct ibp_xml_writer *w,
					     const char *id, const char *name));

/* Whether no application before INDEX has the same supplier. */
bool ibp_xml_writer_is_first_supplier(const struct ibp_xml_writer *w,
				      size_t index);

/* The parts of the model. */
void ibp_xml_writer_relations(struct ibp_xml_writer *w);
void ibp_xml_writer_folders(struct ibp_xml_writer *w);
void ibp_xml_writer_definitions(struct ibp_xml_writer *w);

/* <views>, from the boxes. */
void ibp_xml_writer_views(struct ibp_xml_writer *w);

#endif
