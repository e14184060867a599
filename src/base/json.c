#include "base/json.h"

#include <stdlib.h>

#include "base/i18n.h"

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
			_("this is not valid JSON: %s."), fault.text);
	*value = found;
	return IBP_OK;
}

void ibp_json_add(struct ibp_buf *buf, const json_t *value)
{
	char *text = json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY);

	if (!text)
		abort();
	ibp_buf_add(buf, text);
	ibp_buf_add_char(buf, '\n');
	free(text);
}
