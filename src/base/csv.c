#include "base/csv.h"

#include <stdbool.h>
#include <string.h>

/* Whether nothing was written since the last end of a row. */
static bool at_row_start(const struct ibp_buf *buf)
{
	return !buf->length || buf->data[buf->length - 1] == '\n';
}

/*
 * Apostrophes in front are passed over, so that a reader can take exactly
 * one away and a name such as 's-Hertogenbosch stays as it is.
 */
static bool is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r", *text);
}

/* An empty field at the start of a row must be seen to be there. */
static bool needs_quotes(const struct ibp_buf *buf, const char *text,
			 char separator)
{
	return strpbrk(text, "\"\r\n") || strchr(text, separator) ||
	       *text == ' ' || (!*text && at_row_start(buf));
}

void ibp_csv_add_field(struct ibp_buf *buf, char separator, const char *text)
{
	bool quoted = needs_quotes(buf, text, separator);

	if (!at_row_start(buf))
		ibp_buf_add_char(buf, separator);
	if (quoted)
		ibp_buf_add_char(buf, '"');
	if (is_formula(text))
		ibp_buf_add_char(buf, '\'');
	for (; *text; text++) {
		if (*text == '"')
			ibp_buf_add_char(buf, '"');
		ibp_buf_add_char(buf, *text);
	}
	if (quoted)
		ibp_buf_add_char(buf, '"');
}

void ibp_csv_end_row(struct ibp_buf *buf)
{
	ibp_buf_add(buf, "\r\n");
}

const char *ibp_csv_unguard(const char *field)
{
	return *field == '\'' && is_formula(field) ? field + 1 : field;
}
