/*
 * XML from outside, read as a stream of events.  Only xml.c knows expat.
 *
 * What could blow up or reach out is refused: document types (and with them
 * every entity), deep nesting, too many attributes, long texts, large files.
 * Names come without their prefix; an attribute in a namespace comes as
 * "NAMESPACE NAME".  White space before a text is left out, unless its
 * element says xml:space="preserve".
 */
#ifndef IBP_EXCHANGE_XML_H
#define IBP_EXCHANGE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define IBP_XML_DEPTH_MAX 64
#define IBP_XML_ATTRIBUTES_MAX 64
#define IBP_XML_TEXT_MAX ((size_t)1024 * 1024)

#define IBP_XML_XSI_TYPE "http://www.w3.org/2001/XMLSchema-instance type"
#define IBP_XML_SPACE "http://www.w3.org/XML/1998/namespace space"
#define IBP_XML_LANG "http://www.w3.org/XML/1998/namespace lang"

struct ibp_xml;

struct ibp_xml_events {
	/* ATTRIBUTES: name, value, ..., NULL; see ibp_xml_attribute. */
	void (*start)(struct ibp_xml *xml, void *context, const char *name,
		      const char *const *attributes);
	/* TEXT: what stood directly in the element, "" when nothing did. */
	void (*end)(struct ibp_xml *xml, void *context, const char *name,
		    const char *text);
	const char *remedy; /* msgid: what to do with a file that is no good */
};

/* A reader; EVENTS outlives it. */
struct ibp_xml *ibp_xml_new(const struct ibp_xml_events *events);
void ibp_xml_free(struct ibp_xml *xml);

/*
 * Reads one file to its end; a reader may read many, one after another.  FD
 * stays open.  More than MAX bytes is a fault, and so is what start and end
 * told.  Faults come as FILE:LINE:COLUMN, status IBP_INPUT.
 */
enum ibp_status ibp_xml_read(struct ibp_xml *xml, int fd, const char *file,
			     size_t max, void *context, struct ibp_error *err);

/* At most SIZE bytes of SOURCE; 0: the end; below 0: a fault, told in ERR. */
typedef long ibp_xml_supply(void *source, char *buffer, size_t size,
			    struct ibp_error *err);

/* The same from whatever SUPPLY gives. */
enum ibp_status ibp_xml_stream(struct ibp_xml *xml, const char *file,
			       ibp_xml_supply *supply, void *source,
			       void *context, struct ibp_error *err);

/* The same from memory. */
enum ibp_status ibp_xml_parse(struct ibp_xml *xml, const char *file,
			      const char *text, size_t length, void *context,
			      struct ibp_error *err);

/* For start and end: tells a fault at the place read now, and stops. */
void ibp_xml_fault(struct ibp_xml *xml, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* For start and end: the line that is read now. */
size_t ibp_xml_line(const struct ibp_xml *xml);

/* For start and end: nothing further of this file is needed. */
void ibp_xml_stop(struct ibp_xml *xml);

/* The value of the attribute NAME, or NULL. */
const char *ibp_xml_attribute(const char *const *attributes, const char *name);

#endif
