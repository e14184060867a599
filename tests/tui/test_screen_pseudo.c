/*
 * Room for translations: scenario U30.  In the language en_XA every message
 * stands in [¡...!]; the norms hold nothing but digits here, so that a word
 * outside brackets is one that no translator can reach.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "screen.h"

static const struct {
	const char *name;
	const char *script;
	bool no_file;
} screens[] = {
	{"dashboard", "", false},
	{"norms", "Enter", false},
	{"norms-wide", "resize:200x24 Enter", false},
	{"norm", "Enter Down Enter", false},
	{"norm, all of it", "resize:80x150 Enter Down Enter", false},
	{"gaps", "L", false},
	{"evidence", "Enter Down b", false},
	{"evidence, none", "Enter b", false},
	{"form", "Enter Down b Enter", false},
	{"log", "Enter 3 Down 4 l", false},
	{"help", "resize:80x150 Enter ?", false},
	{"palette", "Enter : ", false},
	{"filters", "Enter f", false},
	{"filter", "Enter f Enter", false},
	{"sort", "Enter S", false},
	{"status", "Enter s", false},
	{"target", "Enter t", false},
	{"owner", "Enter Right o", false},
	{"due", "Enter d", false},
	{"na", "Enter -", false},
	{"note", "Enter e", false},
	{"marks", "Enter v", false},
	{"unknown key", "Enter z", false},
	{"paste", "Enter paste:\"1\"", false},
	{"search", "Enter / text:\"999\" Enter", false},
	{"undo", "Enter u", false},
	{"first", "", true},
	{"first, help", "?", true},
	{"too small", "resize:40x10", false},
};

/* Every text of the norms becomes a digit; codes stay. */
static void blank(const char **text)
{
	if (*text)
		*text = "9";
}

static void blank_list(const struct ibp_strings *list)
{
	for (size_t i = 0; i < list->count; i++)
		list->items[i] = "9";
}

static void blank_norms(struct ibp_framework *framework)
{
	blank(&framework->title);
	for (size_t i = 0; i < framework->milestone_count; i++)
		blank(&framework->milestones[i].text);
	for (size_t i = 0; i < framework->part_count; i++)
		blank(&framework->parts[i].title);
	for (size_t i = 0; i < framework->domain_count; i++)
		blank(&framework->domains[i].title);
	for (int i = 0; i < IBP_LEVELS; i++)
		blank(&framework->levels[i].name);
	blank_list(&framework->roles);
	for (size_t i = 0; i < framework->norm_count; i++) {
		struct ibp_norm *norm = &framework->norms[i];

		blank(&norm->title);
		blank(&norm->purpose);
		blank(&norm->why);
		blank(&norm->note);
		blank(&norm->source);
		for (int level = 0; level < IBP_LEVELS; level++)
			blank(&norm->levels[level]);
		blank_list(&norm->steps);
		blank_list(&norm->evidence);
	}
}

static bool is_code(const char *word, size_t length)
{
	return length >= 5 && word[2] == '.' && isdigit((unsigned char)word[3]);
}

/* Words that are data or names, the same in every language. */
static bool is_name(const char *word, size_t length)
{
	static const char *const names[] = {
		"ibp-scan", "score",      "school.ibp", "noor",     "gap",
		"owner",    "status",     "due",        "priority", "and",
		"not",      "evidence",   "high",       "na",       "done",
		"yes",      "look_again", "F1",         "findings",
	};
	char *copy = ibp_strndup(word, length);
	bool found = false;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		found = found || !strncmp(names[i], copy, strlen(names[i]));
	free(copy);
	return found;
}

/*
 * What stands at TEXT: how long, and whether it may.  Brackets nest where a
 * message takes another one in.
 */
static size_t bracketed(const char *text)
{
	size_t depth = 0;
	size_t i = 0;

	do {
		if (!strncmp(text + i, "[\xc2\xa1", 3))
			depth++;
		if (!strncmp(text + i, "!]", 2))
			depth--;
		/* Cut, and said so: the row or the column ends here. */
		if (!strncmp(text + i, "\xe2\x80\xa6", 3))
			return i;
		i++;
	} while (text[i] && depth);
	return depth ? 0 : i;
}

static void assert_words(const struct screen *screen, const char *name)
{
	const char *text = screen_last(screen);

	while (*text) {
		size_t length;

		if (!strncmp(text, "[\xc2\xa1", 3)) {
			length = bracketed(text);
			if (!length)
				fprintf(stderr, "%s: cut: %.40s\n", name, text);
			screen_assert(screen, length > 0, name, __LINE__);
			text += length;
			continue;
		}
		length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789.-_");
		if (length > 2 && isalpha((unsigned char)text[0]) &&
		    !is_code(text, length) && !is_name(text, length)) {
			fprintf(stderr, "%s: %.*s\n", name, (int)length, text);
			screen_assert(screen, false, name, __LINE__);
		}
		text += length ? length : 1;
	}
}

static void U30_every_word_can_be_translated(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		struct ibp_framework *framework = standin_framework();
		struct screen screen = {0};

		blank_norms(framework);
		standin_init(&screen.board, framework);
		screen.board.setup.actions = screen_actions();
		screen.board.board.name = "9";
		screen_play(&screen, "Enter Down 3 e text:\"9\" C-d d "
				     "text:\"2026-01-01\" Enter b a text:\"9\" "
				     "Enter Enter 1");
		if (screens[i].no_file)
			screen.board.setup.board = NULL;
		screen_play(&screen, screens[i].script);
		assert_words(&screen, screens[i].name);
		screen_release(&screen);
		ibp_framework_free(framework);
	}
}

static int set_up(void **state)
{
	(void)state;
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	ibp_locale_start("en_XA");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(U30_every_word_can_be_translated),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
