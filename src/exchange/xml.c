#include "exchange/xml.h"

#include <errno.h>
#include <expat.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#define CHUNK (64 * 1024)
#define SEPARATOR ' '

struct ibp_xml {
	XML_Parser parser;
	const struct ibp_xml_events *events;
	void *context;
	const char *file;
	struct ibp_error *err;
	struct ibp_buf text; /* of the open elements, one after another */
	size_t starts[IBP_XML_DEPTH_MAX]; /* where the text of each begins */
	bool keeps_blanks[IBP_XML_DEPTH_MAX];
	size_t depth;
	bool stopped; /* no more events */
	bool failed;
};

struct ibp_xml *ibp_xml_new(const struct ibp_xml_events *events)
{
	struct ibp_xml *xml = ibp_alloc(sizeof(*xml));

	xml->events = events;
	xml->parser = XML_ParserCreateNS(NULL, SEPARATOR);
	if (!xml->parser)
		abort();
	return xml;
}

void ibp_xml_free(struct ibp_xml *xml)
{
	if (!xml)
		return;
	XML_ParserFree(xml->parser);
	ibp_buf_release(&xml->text);
	free(xml);
}

void ibp_xml_stop(struct ibp_xml *xml)
{
	xml->stopped = true;
	XML_StopParser(xml->parser, XML_FALSE);
}

size_t ibp_xml_line(const struct ibp_xml *xml)
{
	return XML_GetCurrentLineNumber(xml->parser);
}

void ibp_xml_fault(struct ibp_xml *xml, const char *format, ...)
{
	struct ibp_buf text = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_error_add(xml->err, IBP_INPUT, xml->file,
		      XML_GetCurrentLineNumber(xml->parser),
		      XML_GetCurrentColumnNumber(xml->parser) + 1, "%s",
		      ibp_buf_text(&text));
	ibp_buf_release(&text);
	xml->failed = true;
	ibp_xml_stop(xml);
}

const char *ibp_xml_attribute(const char *const *attributes, const char *name)
{
	for (; attributes[0]; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

static const char *remedy(const struct ibp_xml *xml)
{
	return _(xml->events->remedy);
}

static const char *local_name(const char *name)
{
	const char *separator = strrchr(name, SEPARATOR);

	return separator ? separator + 1 : name;
}

static bool is_small(struct ibp_xml *xml, const XML_Char **attributes)
{
	size_t count = 0;

	for (; attributes[2 * count]; count++) {
		if (count == IBP_XML_ATTRIBUTES_MAX) {
			ibp_xml_fault(xml,
				      _("One element has more than %d "
					"attributes. %s"),
				      IBP_XML_ATTRIBUTES_MAX, remedy(xml));
			return false;
		}
		if (strlen(attributes[2 * count + 1]) > IBP_XML_TEXT_MAX) {
			ibp_xml_fault(xml,
				      _("A text is longer than %zu bytes. %s"),
				      IBP_XML_TEXT_MAX, remedy(xml));
			return false;
		}
	}
	return true;
}

static void XMLCALL on_start(void *data, const XML_Char *name,
			     const XML_Char **attributes)
{
	struct ibp_xml *xml = data;

	if (xml->stopped)
		return;
	if (xml->depth == IBP_XML_DEPTH_MAX) {
		ibp_xml_fault(xml,
			      _("Elements are nested more than %d deep. %s"),
			      IBP_XML_DEPTH_MAX, remedy(xml));
		return;
	}
	if (!is_small(xml, attributes))
		return;
	xml->starts[xml->depth] = xml->text.length;
	xml->keeps_blanks[xml->depth++] = ibp_text_equal(
		ibp_xml_attribute(attributes, IBP_XML_SPACE), "preserve");
	xml->events->start(xml, xml->context, local_name(name), attributes);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
	struct ibp_xml *xml = data;
	size_t start;

	if (xml->stopped)
		return;
	start = xml->starts[--xml->depth];
	xml->events->end(xml, xml->context, local_name(name),
			 ibp_buf_text(&xml->text) + start);
	ibp_buf_cut(&xml->text, start);
}

static void XMLCALL on_text(void *data, const XML_Char *text, int length)
{
	struct ibp_xml *xml = data;

	/* What only sets elements apart would add up in the outer ones. */
	while (length && !xml->stopped && xml->depth &&
	       !xml->keeps_blanks[xml->depth - 1] &&
	       xml->text.length == xml->starts[xml->depth - 1] &&
	       strchr(" \t\r\n", *text)) {
		text++;
		length--;
	}
	if (xml->stopped || !length)
		return;
	if (xml->text.length + (size_t)length > IBP_XML_TEXT_MAX) {
		ibp_xml_fault(xml, _("A text is longer than %zu bytes. %s"),
			      IBP_XML_TEXT_MAX, remedy(xml));
		return;
	}
	ibp_buf_add_bytes(&xml->text, text, (size_t)length);
}

static void XMLCALL on_doctype(void *data, const XML_Char *name,
			       const XML_Char *system, const XML_Char *public,
			       int internal)
{
	struct ibp_xml *xml = data;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	ibp_xml_fault(xml, _("A document type (<!DOCTYPE) is not read: it "
			     "could hold anything. Remove it."));
}

static void begin(struct ibp_xml *xml, const char *file, void *context,
		  struct ibp_error *err)
{
	XML_ParserReset(xml->parser, NULL);
	XML_SetUserData(xml->parser, xml);
	XML_SetElementHandler(xml->parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml->parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
	xml->context = context;
	xml->file = file;
	xml->err = err;
	xml->depth = 0;
	xml->stopped = false;
	xml->failed = false;
	ibp_buf_cut(&xml->text, 0);
}

/* The parser's own words, which have no translation. */
static void tell_syntax(struct ibp_xml *xml)
{
	enum XML_Error code = XML_GetErrorCode(xml->parser);

	if (xml->stopped)
		return;
	if (code == XML_ERROR_NO_MEMORY)
		abort();
	ibp_xml_fault(xml, _("This is not well-formed XML (%s). %s"),
		      XML_ErrorString(code), remedy(xml));
}

static enum ibp_status finish(const struct ibp_xml *xml)
{
	return xml->failed ? IBP_INPUT : IBP_OK;
}

enum ibp_status ibp_xml_parse(struct ibp_xml *xml, const char *file,
			      const char *text, size_t length, void *context,
			      struct ibp_error *err)
{
	begin(xml, file, context, err);
	for (size_t at = 0; !xml->stopped; at += CHUNK) {
		size_t left = length - at;
		bool last = left <= CHUNK;

		if (XML_Parse(xml->parser, text + at,
			      (int)(last ? left : CHUNK),
			      last) != XML_STATUS_OK)
			tell_syntax(xml);
		if (last)
			break;
	}
	return finish(xml);
}

enum ibp_status ibp_xml_stream(struct ibp_xml *xml, const char *file,
			       ibp_xml_supply *supply, void *source,
			       void *context, struct ibp_error *err)
{
	long got = 1;

	begin(xml, file, context, err);
	while (got && !xml->stopped) {
		void *buffer = XML_GetBuffer(xml->parser, CHUNK);

		if (!buffer)
			abort();
		got = supply(source, buffer, CHUNK, err);
		if (got < 0)
			return IBP_INPUT;
		if (XML_ParseBuffer(xml->parser, (int)got, got == 0) !=
		    XML_STATUS_OK)
			tell_syntax(xml);
	}
	return finish(xml);
}

struct descriptor {
	int fd;
	const char *file;
	size_t max;
	size_t total;
};

static long read_descriptor(void *source, char *buffer, size_t size,
			    struct ibp_error *err)
{
	struct descriptor *from = source;
	ssize_t got;

	do
		got = read(from->fd, buffer, size);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		ibp_error_set(err, IBP_INPUT, _("%s cannot be read: %s."),
			      from->file, strerror(errno));
		return -1;
	}
	from->total += (size_t)got;
	if (from->total > from->max) {
		ibp_error_set(err, IBP_INPUT,
			      _("%s is too large: at most %zu bytes are read."),
			      from->file, from->max);
		return -1;
	}
	return got;
}

enum ibp_status ibp_xml_read(struct ibp_xml *xml, int fd, const char *file,
			     size_t max, void *context, struct ibp_error *err)
{
	struct descriptor from = {.fd = fd, .file = file, .max = max};

	return ibp_xml_stream(xml, file, read_descriptor, &from, context, err);
}
