#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/yaml_fault.h"

struct ibp_yaml_mark ibp_yaml_mark_at(const char *text, size_t offset)
{
	struct ibp_yaml_mark mark = {1, 1};

	for (size_t i = 0; i < offset; i++) {
		bool follows = ((unsigned char)text[i] & 0xC0) == 0x80;

		if (text[i] == '\n') {
			mark.line++;
			mark.column = 1;
		} else if (!follows) {
			mark.column++;
		}
	}
	return mark;
}

/* A carriage return ends a line, on its own or before a newline. */
static size_t find_wrong_byte(const char *text, size_t length, long *code)
{
	size_t at = 0;

	for (; at < length; at++) {
		at += ibp_text_find_forbidden(text + at, length - at,
					      IBP_TEXT_NOTE, code);
		if (at < length && *code != '\r')
			break;
	}
	return at;
}

void ibp_yaml_wrong_byte(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark, long code)
{
	if (code < 0)
		ibp_yaml_fault(faults, mark,
			       _("This is not UTF-8 text. Save the file as "
				 "UTF-8."));
	else
		ibp_yaml_fault(faults, mark,
			       _("The character U+%04X is not allowed here. "
				 "Remove it."),
			       (unsigned)code);
}

bool ibp_yaml_check_bytes(struct ibp_yaml_faults *faults, const char *text,
			  size_t length)
{
	long code = 0;
	size_t at = find_wrong_byte(text, length, &code);

	if (at < length)
		ibp_yaml_wrong_byte(faults, ibp_yaml_mark_at(text, at), code);
	return at >= length;
}

void ibp_yaml_wrong_character(struct ibp_yaml_faults *faults,
			      struct ibp_yaml_mark mark, long code)
{
	ibp_yaml_fault(faults, mark,
		       _("The text at %s holds the character U+%04X, which is "
			 "not allowed. Remove it."),
		       ibp_yaml_path(faults), (unsigned)code);
}

bool ibp_yaml_check_text(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark,
			 const struct ibp_yaml_field *field, const char *text,
			 size_t length)
{
	size_t max = field->bytes ? field->bytes : IBP_TEXT_LINE_MAX;
	bool lines = field->flags & IBP_YAML_LINES;
	long code;

	if (length > max)
		ibp_yaml_fault(faults, mark,
			       _("The text at %s has %zu bytes; at most %zu "
				 "fit. Make it shorter."),
			       ibp_yaml_path(faults), length, max);
	else if (ibp_text_find_forbidden(text, length, IBP_TEXT_NOTE, &code) <
		 length)
		ibp_yaml_wrong_character(faults, mark, code);
	else if (!lines && memchr(text, '\n', length))
		ibp_yaml_fault(faults, mark,
			       _("The text at %s must be one line. Join its "
				 "lines."),
			       ibp_yaml_path(faults));
	else
		return true;
	return false;
}
