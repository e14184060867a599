#include "model/content.h"

#include <stdio.h>

#include "base/i18n.h"

/* A code and a field; longer ones have no translation. */
#define CONTEXT_SIZE 128

const char *ibp_content(const char *code, const char *field, const char *text)
{
	char context[CONTEXT_SIZE];
	int length;

	if (!text)
		return NULL;
	length = snprintf(context, sizeof(context), "%s|%s", code, field);
	if (length < 0 || (size_t)length >= sizeof(context))
		return text;
	return ibp_pgettext_expr(IBP_CONTENT_DOMAIN, context, text);
}

const char *ibp_content_item(const char *code, const char *field, size_t n,
			     const char *text)
{
	char item[CONTEXT_SIZE];
	int length = snprintf(item, sizeof(item), "%s.%zu", field, n);

	if (length < 0 || (size_t)length >= sizeof(item))
		return text;
	return ibp_content(code, item, text);
}

const char *ibp_content_title(const struct ibp_norm *norm)
{
	return ibp_content(norm->code, "title", norm->title);
}

const char *ibp_content_level(const struct ibp_norm *norm, int level)
{
	return ibp_content_item(norm->code, "levels", (size_t)level,
				norm->levels[level - 1]);
}

const char *ibp_content_level_name(const struct ibp_framework *framework,
				   int level)
{
	char field[CONTEXT_SIZE];

	snprintf(field, sizeof(field), "levels.%d.name", level);
	return ibp_content(framework->id, field,
			   framework->levels[level - 1].name);
}

const char *ibp_content_level_meaning(const struct ibp_framework *framework,
				      int level)
{
	char field[CONTEXT_SIZE];

	snprintf(field, sizeof(field), "levels.%d.meaning", level);
	return ibp_content(framework->id, field,
			   framework->levels[level - 1].meaning);
}

const char *ibp_content_domain(const struct ibp_domain *domain)
{
	return ibp_content(domain->code, "title", domain->title);
}

const char *ibp_content_part(const struct ibp_framework *framework,
			     const struct ibp_part *part)
{
	char field[CONTEXT_SIZE];

	snprintf(field, sizeof(field), "parts.%s", part->code);
	return ibp_content(framework->id, field, part->title);
}
