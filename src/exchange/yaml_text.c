#include "exchange/yaml_text.h"

void ibp_yaml_add_line(struct ibp_buf *out, const char *text)
{
	ibp_buf_add_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			ibp_buf_add_char(out, '\'');
		ibp_buf_add_char(out, *text);
	}
	ibp_buf_add_char(out, '\'');
}

void ibp_yaml_add_lines(struct ibp_buf *out, const char *text)
{
	ibp_buf_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '\n')
			ibp_buf_add(out, "\\n");
		else if (*text == '\t')
			ibp_buf_add(out, "\\t");
		else if (*text == '"' || *text == '\\')
			ibp_buf_addf(out, "\\%c", *text);
		else
			ibp_buf_add_char(out, *text);
	}
	ibp_buf_add_char(out, '"');
}
