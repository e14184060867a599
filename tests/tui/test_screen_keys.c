/*
 * Keys, help and palette against the table of actions: scenarios U9 and
 * U10, on every screen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "screen.h"
#include "tui/key.h"
#include "tui/scan_acts.h"

#define NOTHING_HERE " doet hier niets."

/* How to get to each screen. */
static const struct {
	unsigned bit;
	const char *script;
} screens[] = {
	{IBP_SCAN_DASHBOARD, ""},
	{IBP_SCAN_NORMS, "Enter"},
	{IBP_SCAN_GAPS, "L"},
	{IBP_SCAN_NORM, "Enter Enter"},
	{IBP_SCAN_EVIDENCES, "Enter Down b"},
	{IBP_SCAN_EVIDENCE, "Enter Down b Enter"},
	{IBP_SCAN_LOG, "Enter 3 4 l"},
	{IBP_SCREEN_HELP, "?"},
	{IBP_SCAN_FIRST, ""},
};

#define SCREENS (sizeof(screens) / sizeof(*screens))

static struct screen *start(size_t i)
{
	struct screen *screen = ibp_alloc(sizeof(*screen));

	screen_init(screen);
	screen_fill(screen);
	if (screens[i].bit == IBP_SCAN_FIRST)
		screen->board.setup.board = NULL;
	return screen;
}

static void end(struct screen *screen)
{
	screen_release(screen);
	free(screen);
}

static void play(struct screen *screen, size_t i, const char *rest)
{
	struct ibp_buf script = {0};

	ibp_buf_addf(&script, "%s %s", screens[i].script, rest);
	screen_play(screen, ibp_buf_text(&script));
	ibp_buf_release(&script);
}

static bool acts_on(const struct ibp_action *action, unsigned bit)
{
	return action->act && (action->screens & bit);
}

static void test_no_key_has_two_meanings_on_one_screen(void **state)
{
	const struct ibp_action *actions = screen_actions();

	(void)state;
	for (const struct ibp_action *a = actions; a->name; a++)
		for (const struct ibp_action *b = a + 1; b->name; b++) {
			const char *keys = b->keys;

			if (!(a->screens & b->screens) || !a->act || !b->act)
				continue;
			while (keys && *keys) {
				size_t length = strcspn(keys, " ");
				long key = ibp_key_find(keys, length);

				assert_int_not_equal(key, IBP_KEY_NONE);
				if (ibp_key_is_one_of(key, a->keys))
					print_error("%s and %s\n", a->name,
						    b->name);
				assert_false(ibp_key_is_one_of(key, a->keys));
				keys += length;
				keys += strspn(keys, " ");
			}
		}
}

/* A whole number of blanks and newlines counts as one. */
static char *flat(const char *text)
{
	struct ibp_buf buf = {0};

	for (; *text; text++)
		if (!strchr(" \n", *text))
			ibp_buf_add_char(&buf, *text);
		else if (buf.length && buf.data[buf.length - 1] != ' ')
			ibp_buf_add_char(&buf, ' ');
	return ibp_buf_take(&buf);
}

static void U9_the_help_lists_exactly_the_keys_that_act(void **state)
{
	const struct ibp_action *actions = screen_actions();

	(void)state;
	for (size_t i = 0; i < SCREENS; i++) {
		struct screen *screen = start(i);
		char *help;

		/* The help of the help is the one of the screen below it. */
		if (screens[i].bit == IBP_SCREEN_HELP) {
			end(screen);
			continue;
		}
		play(screen, i, "resize:80x150 ?");
		help = flat(screen_last(screen));
		for (const struct ibp_action *a = actions; a->name; a++) {
			struct ibp_buf line = {0};
			bool listed;

			if (!a->keys)
				continue;
			ibp_key_add_names(&line, a->keys, 8);
			ibp_buf_addf(&line, " %s ", _(a->help));
			listed = strstr(help, ibp_buf_text(&line)) != NULL;
			screen_assert(screen,
				      listed == acts_on(a, screens[i].bit),
				      ibp_buf_text(&line), __LINE__);
			ibp_buf_release(&line);
		}
		free(help);
		end(screen);
	}
}

static void U9_help_opens_by_every_key_for_it(void **state)
{
	static const char *const keys[] = {"?", "F1"};

	(void)state;
	for (size_t i = 0; i < SCREENS; i++)
		for (size_t k = 0; k < 2; k++) {
			struct screen *screen = start(i);

			if (screens[i].bit != IBP_SCREEN_HELP) {
				play(screen, i, keys[k]);
				assert_shows(screen, "Hulp\n");
			}
			end(screen);
		}
}

static void assert_key(size_t i, const char *name)
{
	struct screen *screen = start(i);
	const struct ibp_action *action =
		ibp_acts_find(screen_actions(), screens[i].bit,
			      ibp_key_find(name, strlen(name)));

	play(screen, i, name);
	/* Without a last screen it stopped the program. */
	if (!screen->out.length)
		assert_true(action && action->act == IBP_ACT_QUIT);
	else
		screen_assert(screen,
			      screen_shows(screen, NOTHING_HERE) == !action,
			      name, __LINE__);
	end(screen);
}

/* Every key that a keyboard has does what the table says, and no more. */
static void U9_no_key_acts_that_is_not_in_the_table(void **state)
{
	static const char *const named[] = {
		"Up",   "Down",   "Left", "Right", "PgUp",   "PgDn",
		"Home", "End",    "Tab",  "BTab",  "Enter",  "DC",
		"IC",   "BSpace", "F1",   "F2",    "F10",    "F12",
		"C-a",  "C-b",    "C-e",  "C-r",   "C-s",    "C-v",
		"C-x",  "C-z",    "C-l",  "é",     "Escape",
	};

	(void)state;
	for (size_t i = 0; i < SCREENS; i++) {
		for (size_t k = 0; k < sizeof(named) / sizeof(*named); k++)
			assert_key(i, named[k]);
		for (char c = '!'; c <= '~'; c++) {
			char name[2] = {c, '\0'};

			if (c != '#')
				assert_key(i, name);
		}
	}
}

/* A script may not hold a bare quote. */
static void add_typed(struct ibp_buf *script, const char *text)
{
	ibp_buf_add(script, "text:\"");
	for (; *text; text++) {
		if (strchr("\"\\", *text))
			ibp_buf_add_char(script, '\\');
		ibp_buf_add_char(script, *text);
	}
	ibp_buf_add(script, "\"");
}

static void assert_in_palette(struct screen *screen, size_t i,
			      const struct ibp_action *action)
{
	const char *label = _(action->label ? action->label : action->help);
	struct ibp_buf script = {0};
	struct ibp_buf keys = {0};

	ibp_buf_add(&script, ": ");
	add_typed(&script, label);
	play(screen, i, ibp_buf_text(&script));
	assert_cursor_on(screen, "> ");
	ibp_key_add_names(&keys, action->keys, 2);
	if (!action->act)
		ibp_buf_addf(&keys, "ibp-scan %s", action->name);
	assert_cursor_on(screen, ibp_buf_text(&keys));
	ibp_buf_add(&script, " Enter");
	play(screen, i, ibp_buf_text(&script));
	if (screen->out.length) {
		assert_hides(screen, NOTHING_HERE);
		if (action->act != IBP_ACT_PALETTE)
			assert_hides(screen, "-- Alles wat hier kan --");
	}
	if (!action->act)
		assert_shows(screen, "Geef deze opdracht buiten dit scherm");
	ibp_buf_release(&script);
	ibp_buf_release(&keys);
}

static void U10_the_palette_finds_and_runs_everything(void **state)
{
	const struct ibp_action *actions = screen_actions();

	(void)state;
	for (size_t i = 0; i < SCREENS; i++)
		for (const struct ibp_action *a = actions; a->name; a++) {
			struct screen *screen;

			if (a->act && !acts_on(a, screens[i].bit))
				continue;
			screen = start(i);
			assert_in_palette(screen, i, a);
			end(screen);
		}
}

static void test_the_footer_is_short_and_ends_in_help(void **state)
{
	(void)state;
	for (size_t i = 0; i < SCREENS; i++) {
		struct screen *screen = start(i);
		const char *footer;
		size_t keys = 1;

		play(screen, i, "");
		assert_shows(screen, "? Hulp\n[");
		footer = strstr(screen_last(screen), "? Hulp\n[");
		while (footer > screen_last(screen) && footer[-1] != '\n')
			footer--;
		while ((footer = strstr(footer, "   "))) {
			keys++;
			footer += 3;
		}
		assert_true(keys >= 3 && keys <= 5);
		end(screen);
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
		cmocka_unit_test(test_no_key_has_two_meanings_on_one_screen),
		cmocka_unit_test(U9_the_help_lists_exactly_the_keys_that_act),
		cmocka_unit_test(U9_help_opens_by_every_key_for_it),
		cmocka_unit_test(U9_no_key_acts_that_is_not_in_the_table),
		cmocka_unit_test(U10_the_palette_finds_and_runs_everything),
		cmocka_unit_test(test_the_footer_is_short_and_ends_in_help),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
