/*
 * One language for the whole run, in UTF-8, on every locale set-up.
 */
#ifndef IBP_BASE_LOCALE_H
#define IBP_BASE_LOCALE_H

#include <stdbool.h>

/*
 * To be called once, first thing in main, before any thread.  CHOSEN is
 * --lang or NULL.  The language is CHOSEN, else the first of LANGUAGE,
 * LC_ALL, LC_MESSAGES, LANG that has an interface catalogue; "C" and
 * unknown ones are English.  LANGUAGE is then set to that one word, so that
 * the interface and the norm texts never speak two languages.  Numbers
 * keep their point: LC_NUMERIC is C for good.
 */
void ibp_locale_start(const char *chosen);

/*
 * From now on in LANGUAGE ("nl"), interface and norm texts, for a result in
 * another language than the run.  False, and nothing changes, where there is
 * no catalogue for it.
 */
bool ibp_locale_use(const char *language);

/* The language of this run: "nl", "en", "en_XA". */
const char *ibp_locale_language(void);

/*
 * Speaks LANGUAGE from now on, for a part of the output that is in another
 * one.  Texts that gettext gave before stay as they are.
 */
void ibp_locale_switch(const char *language);

/* The languages in which a table may have its headings; ends with NULL. */
extern const char *const ibp_locale_headings[];

/* MSGID in LANGUAGE, whatever the run speaks. */
const char *ibp_locale_text(const char *language, const char *msgid);

/* The same for a MSGID that needs a context. */
const char *ibp_locale_context(const char *language, const char *context,
			       const char *msgid);

#endif
