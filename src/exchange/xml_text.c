#include "exchange/xml_text.h"

#include <stdbool.h>
#include <string.h>

/* U+FFFE and U+FFFF are no characters of XML, and end in these two bytes. */
#define NO_CHARACTER "\xef\xbf"
#define REPLACEMENT "\xef\xbf\xbd"

static const char *entity_of(char c)
{
	static const struct {
		char c;
		const char *entity;
	} entities[] = {
		{'&', "&amp;"},  {'<', "&lt;"},    {'>', "&gt;"},
		{'"', "&quot;"}, {'\'', "&apos;"},
	};

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (entities[i].c == c)
			return entities[i].entity;
	return NULL;
}

static bool is_no_character(const char *text, size_t left)
{
	return left >= 3 && memcmp(text, NO_CHARACTER, 2) == 0 &&
	       ((unsigned char)text[2] == 0xBE ||
		(unsigned char)text[2] == 0xBF);
}

void ibp_xml_add_bytes(struct ibp_buf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		const char *entity = entity_of(text[i]);

		if (entity) {
			ibp_buf_add(out, entity);
		} else if (is_no_character(text + i, length - i)) {
			ibp_buf_add(out, REPLACEMENT);
			i += 2;
		} else {
			ibp_buf_add_char(out, text[i]);
		}
	}
}

void ibp_xml_add_text(struct ibp_buf *out, const char *text)
{
	ibp_xml_add_bytes(out, text, strlen(text));
}

void ibp_xml_add_attribute(struct ibp_buf *out, const char *name,
			   const char *value)
{
	ibp_buf_addf(out, " %s=\"", name);
	ibp_xml_add_text(out, value);
	ibp_buf_add_char(out, '"');
}
