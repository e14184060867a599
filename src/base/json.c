#include "base/json.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

enum ibp_status ibp_json_parse(const char *file, const char *text,
			       size_t length, json_t **value,
			       struct ibp_error *err)
{
	json_error_t fault;
	json_t *found =
		json_loadb(text, length, JSON_REJECT_DUPLICATES, &fault);

	if (!found)
		return ibp_error_add(
			err, IBP_INPUT, file,
			(size_t)(fault.line > 0 ? fault.line : 1),
			(size_t)(fault.column > 0 ? fault.column : 1),
			_("This is not valid JSON: %s."), fault.text);
	*value = found;
	return IBP_OK;
}

static void add_escaped(struct ibp_buf *buf, unsigned char c)
{
	static const char plain[] = "\"\\\b\f\n\r\t";
	static const char named[] = "\"\\bfnrt";
	const char *at = strchr(plain, c);

	if (at)
		ibp_buf_addf(buf, "\\%c", named[at - plain]);
	else if (c < 0x20 || c == 0x7f)
		ibp_buf_addf(buf, "\\u%04x", c);
	else
		ibp_buf_add_char(buf, (char)c);
}

void ibp_json_add_string(struct ibp_buf *buf, const char *text)
{
	ibp_buf_add_char(buf, '"');
	while (*text) {
		size_t width;
		size_t step = 1;

		if ((unsigned char)*text < 0x80) {
			add_escaped(buf, (unsigned char)*text);
		} else {
			step = ibp_text_next(text, &width);
			if (ibp_text_is_utf8(text, step))
				ibp_buf_add_bytes(buf, text, step);
			else
				ibp_buf_add(buf, "\xef\xbf\xbd");
		}
		text += step;
	}
	ibp_buf_add_char(buf, '"');
}
