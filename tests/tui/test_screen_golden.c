/*
 * The main screens as they look in Dutch at 80x24, beside the files in
 * tests/tui/golden.  After a change that is meant, make them anew with
 * IBP_GOLDEN_WRITE=1, look at the difference, and commit it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "screen.h"

#define GOLDEN_MAX ((size_t)64 * 1024)

static const struct {
	const char *name;
	const char *script;
	bool no_file;
} goldens[] = {
	{"dashboard", "", false},
	{"norms", "Enter Down", false},
	{"norms-filtered", "Enter f text:\"MT\" Enter", false},
	{"norms-none", "Enter f Enter text:\"owner=niemand\" Enter", false},
	{"norms-marked", "Enter v v v", false},
	{"norms-wide", "resize:140x20 Enter Down", false},
	{"norms-narrow", "resize:60x15 Enter Down", false},
	{"norm", "Enter Down Enter", false},
	{"norm-facts", "Enter Down Enter Tab Down Down", false},
	{"norm-end", "Enter Down Enter End", false},
	{"gaps", "L", false},
	{"evidence", "Enter Down b", false},
	{"evidence-form", "Enter Down b Enter", false},
	{"evidence-new", "Enter Down b a", false},
	{"log", "Enter 3 Down 4 l", false},
	{"help", "Enter ?", false},
	{"palette", "Enter : text:\"s\"", false},
	{"filters", "Enter f", false},
	{"sort", "Enter S", false},
	{"status", "Enter s", false},
	{"target", "Enter Enter t", false},
	{"owner", "Enter o Down", false},
	{"due", "Enter d text:\"x\" Enter", false},
	{"not-applicable", "Enter - Enter", false},
	{"note", "Enter Down e text:\" Dus wordt het besproken.\"", false},
	{"draft", "Enter e text:\"half\" C-c e", false},
	{"search", "/ text:\"coordinator\" Enter n", false},
	{"assessments", "M", false},
	{"assessments-new", "M a", false},
	{"compare", "M Up c", false},
	{"too-small", "resize:40x10", false},
	{"first", "", true},
};

static char *path_of(const char *name)
{
	const char *top = getenv("top_srcdir");
	struct ibp_buf path = {0};

	ibp_buf_addf(&path, "%s/tests/tui/golden/%s.txt", top ? top : ".",
		     name);
	return ibp_buf_take(&path);
}

static void compare(const struct screen *screen, const char *name)
{
	char *path = path_of(name);
	struct ibp_buf golden = {0};
	struct ibp_error err = {0};
	const char *now = screen_last(screen);

	if (getenv("IBP_GOLDEN_WRITE"))
		assert_int_equal(
			ibp_file_write(path, now, strlen(now), true, &err), 0);
	assert_int_equal(ibp_file_read(path, GOLDEN_MAX, &golden, &err), 0);
	if (strcmp(ibp_buf_text(&golden), now))
		fprintf(stderr, "%s is not\n%s", name, ibp_buf_text(&golden));
	screen_assert(screen, !strcmp(ibp_buf_text(&golden), now), name,
		      __LINE__);
	ibp_buf_release(&golden);
	free(path);
}

static void test_every_main_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(goldens) / sizeof(*goldens); i++) {
		struct screen screen;

		screen_init(&screen);
		screen_fill(&screen);
		if (goldens[i].no_file)
			screen.board.setup.board = NULL;
		screen_play(&screen, goldens[i].script);
		compare(&screen, goldens[i].name);
		screen_release(&screen);
	}
}

static int set_up(void **state)
{
	(void)state;
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	screen_setup();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	screen_teardown();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_main_screen),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
