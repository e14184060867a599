#include "report/render.h"

#include <string.h>

#include "report/form.h"

static const struct {
	const char *name;
	ibp_render_form *render;
} forms[IBP_FORM_COUNT] = {
	[IBP_FORM_TEXT] = {"text", ibp_render_text},
	[IBP_FORM_PLAIN] = {"plain", ibp_render_plain},
	[IBP_FORM_JSON] = {"json", ibp_render_json},
	[IBP_FORM_CSV] = {"csv", ibp_render_csv},
	[IBP_FORM_MARKDOWN] = {"md", ibp_render_markdown},
	[IBP_FORM_SPOKEN] = {"spoken", ibp_render_spoken},
};

enum ibp_form ibp_form_find(const char *name)
{
	enum ibp_form form = IBP_FORM_TEXT;

	while (form < IBP_FORM_COUNT && strcmp(forms[form].name, name) != 0)
		form++;
	return form;
}

void ibp_render(const struct ibp_doc *doc, enum ibp_form form,
		const struct ibp_render_options *options, struct ibp_buf *out)
{
	static const struct ibp_render_options none;

	forms[form].render(doc, options ? options : &none, out);
}
