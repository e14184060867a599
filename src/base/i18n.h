/*
 * The words of the interface in the language of this run (gettext).
 * The texts of norms and models have a catalogue of their own: see
 * model/content.h.
 */
#ifndef IBP_BASE_I18N_H
#define IBP_BASE_I18N_H

#include <libintl.h>

#define IBP_DOMAIN "ibp-tools"

#define _(text) dgettext(IBP_DOMAIN, text)
#define N_(text) text

/* A msgid that one word does not tell apart: C_("state", "Open"). */
#define C_(context, text) ibp_pgettext(context "\004" text, text)
#define NC_(context, text) text

/* SINGULAR and PLURAL hold one %zu or %ld that takes COUNT. */
#define ibp_ngettext(singular, plural, count) \
	dngettext(IBP_DOMAIN, singular, plural, (unsigned long)(count))

const char *ibp_pgettext(const char *key, const char *text)
	__attribute__((format_arg(2)));

/* The same for a context and text that are known only at run time. */
const char *ibp_pgettext_expr(const char *domain, const char *context,
			      const char *text);

#endif
