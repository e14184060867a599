/* Assessments over time on the full screen: usability S15 to S20. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "screen.h"

static void shows(const char *script, const char *text)
{
	struct screen screen;

	screen_init(&screen);
	screen_fill(&screen);
	screen_play(&screen, script);
	screen_assert(&screen, strstr(screen_last(&screen), text), text,
		      __LINE__);
	screen_release(&screen);
}

static void test_list(void **state)
{
	(void)state;
	shows("M", "Metingen [2]");
	shows("M", "2025");
	shows("M", "op slot sinds 01-12-2025 door noor");
	shows("M", "open, deze");
	/* From every screen with a file behind it. */
	shows("Enter Enter M", "Metingen [2]");
}

static void test_going_to_another(void **state)
{
	(void)state;
	shows("M Up Enter", "Je werkt nu in de meting 2025.");
	/* Every screen of before is gone: this is the first one. */
	shows("Enter Enter M Up Enter Escape", "Dit is het eerste scherm");
	/* The corner says which one it is. */
	shows("M Up Enter Enter", "2025");
}

static void test_new_and_copy(void **state)
{
	(void)state;
	shows("M a text:\"2027\" Enter", "De meting 2027 is gemaakt.");
	shows("M a text:\"2027\" Enter", "Metingen [3]");
	shows("M y", "een kopie van 2026");
	shows("M a Enter", "Nieuwe meting, leeg");
	shows("M a Escape", "Metingen [2]");
}

static void test_lock(void **state)
{
	(void)state;
	shows("M z", "De meting 2026 staat op slot");
	shows("M Up z Enter", "Zeg waarom die weer open gaat.");
	shows("M Up z text:\"Fout gevonden\" Enter",
	      "De meting 2025 is weer open.");
	shows("M Up z Escape", "op slot sinds 01-12-2025 door noor");
}

static void test_beside_each_other(void **state)
{
	(void)state;
	shows("M Up c", "From 2025 to 2026 in 78 columns.");
	shows("M Up c", "2025 naast 2026");
	shows("M c", "In deze werk je");
	shows("M t", "Trend in 78 columns.");
	shows("M t End", "Line 40.");
	shows("M t resize:100x24", "Trend in 98 columns.");
	shows("M t Escape", "Metingen [2]");
}

static void test_what_cannot_be_written(void **state)
{
	struct screen screen;

	(void)state;
	screen_init(&screen);
	screen.board.fail = IBP_INPUT;
	screen_play(&screen, "M a text:\"2027\" Enter");
	screen_assert(&screen,
		      strstr(screen_last(&screen), "The disk is full."),
		      "said in the dialog", __LINE__);
	screen_play(&screen, "M Up Enter");
	screen_assert(&screen,
		      strstr(screen_last(&screen), "The disk is full."),
		      "said as news", __LINE__);
	screen_release(&screen);
}

static int set_up(void **state)
{
	(void)state;
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
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_going_to_another),
		cmocka_unit_test(test_new_and_copy),
		cmocka_unit_test(test_lock),
		cmocka_unit_test(test_beside_each_other),
		cmocka_unit_test(test_what_cannot_be_written),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
