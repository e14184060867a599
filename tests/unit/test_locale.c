/*
 * The start-up of the locale on machines with and without a Dutch locale.
 * Each case runs in a process of its own: a locale is for a whole run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/num.h"

struct locale_case {
	const char *chosen; /* --lang */
	const char *language;
	const char *all;
	const char *lang;
	const char *expected;
};

static const struct locale_case cases[] = {
	{NULL, NULL, NULL, "nl_NL.UTF-8", "nl"},
	{NULL, NULL, NULL, "nl_BE@euro", "nl"},
	{NULL, "nl:en", NULL, "C.UTF-8", "nl"},
	{NULL, "xx:nl", NULL, "C.UTF-8", "nl"},
	{NULL, "nl", NULL, "C", "en"},
	{NULL, NULL, NULL, "C", "en"},
	{NULL, NULL, NULL, NULL, "en"},
	{NULL, NULL, NULL, "de_DE.UTF-8", "en"},
	{NULL, "en", "nl_NL.UTF-8", "C", "en"},
	{NULL, NULL, "nl_NL.UTF-8", "C", "nl"},
	{"nl", NULL, NULL, "C", "nl"},
	{"nl", "en", NULL, "en_US.UTF-8", "nl"},
	{"en", NULL, NULL, "nl_NL.UTF-8", "en"},
	{"../../etc", NULL, NULL, "nl_NL.UTF-8", "nl"},
};

static void put(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

/* The exit status of the child says what was wrong; 0 is nothing. */
static int try(const struct locale_case *c)
{
	char point = strcmp(c->expected, "nl") == 0 ? ',' : '.';

	put("LANGUAGE", c->language);
	put("LC_ALL", c->all);
	put("LC_MESSAGES", NULL);
	put("LANG", c->lang);
	ibp_locale_start(c->chosen);
	if (strcmp(ibp_locale_language(), c->expected) != 0)
		return 1;
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return 2;
	if (strcmp(setlocale(LC_NUMERIC, NULL), "C") != 0)
		return 3;
	if (ibp_num_point() != point)
		return 4;
	return 0;
}

static void test_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		pid_t child = fork();
		int status = -1;

		if (child == 0)
			_exit(try(&cases[i]));
		assert_int_equal(waitpid(child, &status, 0), child);
		if (status)
			print_message("case %zu\n", i);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
