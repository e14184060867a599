#include "base/i18n.h"

#include <stdlib.h>

#include "base/buf.h"

/* gettext answers the key itself, by address, where it knows nothing. */
static const char *answer(const char *domain, const char *key, const char *text)
{
	const char *found = dgettext(domain, key);

	return found == key ? text : found;
}

const char *ibp_pgettext(const char *key, const char *text)
{
	return answer(IBP_DOMAIN, key, text);
}

const char *ibp_pgettext_expr(const char *domain, const char *context,
			      const char *text)
{
	struct ibp_buf key = {0};
	const char *found;

	ibp_buf_addf(&key, "%s\004%s", context, text);
	found = answer(domain, ibp_buf_text(&key), text);
	ibp_buf_release(&key);
	return found;
}
