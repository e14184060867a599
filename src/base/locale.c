#include "base/locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

#define CONTENT_DOMAIN "ibp-content"
#define WORD_MAX 16

static bool has_catalogue(const char *dir, const char *language)
{
	struct ibp_buf path = {0};
	bool found;

	ibp_buf_addf(&path, "%s/%s/LC_MESSAGES/" IBP_DOMAIN ".mo", dir,
		     language);
	found = ibp_file_exists(ibp_buf_text(&path));
	ibp_buf_release(&path);
	return found;
}

/*
 * The language in a locale name such as "nl_NL.UTF-8@euro": with its
 * country where that has a catalogue, else without.  False: not known.
 */
static bool known_language(const char *dir, const char *name, size_t length,
			   char word[WORD_MAX])
{
	size_t plain = strcspn(name, ".@:");
	size_t bare = strcspn(name, "_.@:");

	if (plain > length)
		plain = length;
	if (bare > plain)
		bare = plain;
	for (size_t size = plain; size; size = size > bare ? bare : 0) {
		if (size >= WORD_MAX || memchr(name, '/', size))
			continue;
		memcpy(word, name, size);
		word[size] = '\0';
		if (strcmp(word, "en") == 0 || has_catalogue(dir, word))
			return true;
	}
	return false;
}

static bool is_plain_c(const char *name)
{
	return strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

/* The locale that decides about messages, as gettext would look it up. */
static const char *message_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (!ibp_text_is_empty(value))
			return value;
	}
	return "C";
}

static void choose(const char *dir, const char *chosen, char word[WORD_MAX])
{
	const char *list = getenv("LANGUAGE");
	const char *name = message_locale();

	if (chosen && known_language(dir, chosen, strlen(chosen), word))
		return;
	/* Only plain C switches LANGUAGE off; C.UTF-8 does not. */
	if (list && !is_plain_c(name))
		for (; *list; list += strspn(list, ":")) {
			size_t length = strcspn(list, ":");

			if (known_language(dir, list, length, word))
				return;
			list += length;
		}
	if (!known_language(dir, name, strlen(name), word))
		memcpy(word, "en", sizeof("en"));
}

void ibp_locale_start(const char *chosen)
{
	char *dir = ibp_path_locale();
	char word[WORD_MAX];

	choose(dir, chosen, word);
	/* gettext ignores LANGUAGE in the locale "C", so never stay there. */
	if (!setlocale(LC_ALL, "") ||
	    strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_ALL, "C.UTF-8");
	if (is_plain_c(setlocale(LC_MESSAGES, NULL)))
		setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	setenv("LANGUAGE", word, 1);
	bindtextdomain(IBP_DOMAIN, dir);
	bind_textdomain_codeset(IBP_DOMAIN, "UTF-8");
	bindtextdomain(CONTENT_DOMAIN, dir);
	bind_textdomain_codeset(CONTENT_DOMAIN, "UTF-8");
	textdomain(IBP_DOMAIN);
	free(dir);
}

bool ibp_locale_use(const char *language)
{
	char *dir = ibp_path_locale();
	char word[WORD_MAX];
	bool known = known_language(dir, language, strlen(language), word);

	if (known) {
		setenv("LANGUAGE", word, 1);
		/* So that gettext forgets what it looked up before. */
		bindtextdomain(IBP_DOMAIN, dir);
	}
	free(dir);
	return known;
}

const char *ibp_locale_language(void)
{
	const char *word = getenv("LANGUAGE");

	return ibp_text_is_empty(word) ? "en" : word;
}

void ibp_locale_switch(const char *language)
{
	setenv("LANGUAGE", language, 1);
	/* This makes gettext look anew. */
	textdomain(IBP_DOMAIN);
}

const char *const ibp_locale_headings[] = {"en", "nl", NULL};

const char *ibp_locale_context(const char *language, const char *context,
			       const char *msgid)
{
	char *kept = ibp_strdup(ibp_locale_language());
	const char *text;

	ibp_locale_switch(language);
	text = context ? ibp_pgettext_expr(IBP_DOMAIN, context, msgid) :
			 _(msgid);
	ibp_locale_switch(kept);
	free(kept);
	return text;
}

const char *ibp_locale_text(const char *language, const char *msgid)
{
	return ibp_locale_context(language, NULL, msgid);
}
