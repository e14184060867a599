/* The rooms of whoever gathers an edition, on a register that is invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "tui/monitor.h"

struct standin {
	long k;          /* of the last time a room was filled */
	char of[40];     /* what it was asked of; "": nothing */
	int published;   /* how often */
	char folder[40]; /* of the last time */
	bool refuses;    /* to publish */
	bool is_locked;  /* nothing can be read */
	struct ibp_buf out;
};

static enum ibp_status fill(void *context, const struct ibp_monitor_ask *ask,
			    struct ibp_arena *arena,
			    struct ibp_monitor_table *table,
			    struct ibp_error *err)
{
	static const char *const first[IBP_MONITOR_ROOMS] = {
		"2027", "08a2bc614c483b8f", "all boards", "benchmark.csv",
		"GO+OR"};
	struct standin *standin = context;

	if (standin->is_locked)
		return ibp_error_set(err, IBP_DATA, "It is locked.");
	snprintf(standin->of, sizeof(standin->of), "%s",
		 ask->of ? ask->of : "");
	if (ask->room == IBP_MONITOR_GROUPS && strcmp(ask->of, "all") != 0)
		return ibp_error_set(err, IBP_USAGE, "It is not apart.");
	standin->k = ask->k;
	table->title = ibp_arena_printf(arena, "k %ld", ask->k);
	table->rows = ibp_arena_alloc(arena, 2 * sizeof(*table->rows));
	table->count = 2;
	table->rows[0].key = ask->room == IBP_MONITOR_PREVIEW ? "all" : "2027";
	table->rows[1].key = "the second";
	table->rows[0].cells[0] = first[ask->room];
	table->rows[1].cells[0] = "the second";
	table->rows[1].whole = "the second, in full";
	return IBP_OK;
}

static enum ibp_status publish(void *context, long k, const char *folder,
			       struct ibp_error *err)
{
	struct standin *standin = context;

	standin->k = k;
	if (standin->refuses)
		return ibp_error_set(err, IBP_FOUND, "P9: refused.");
	standin->published++;
	snprintf(standin->folder, sizeof(standin->folder), "%s", folder);
	return IBP_OK;
}

#define ROW(number, letter)                                                 \
	{                                                                   \
		.name = letter, .label = letter, .help = letter,            \
		.keys = letter, .screens = IBP_MONITOR_ALL, .act = (number) \
	}
static const struct ibp_action actions[] = {
	ROW(IBP_MONITOR_GO + IBP_MONITOR_EDITIONS, "e"),
	ROW(IBP_MONITOR_GO + IBP_MONITOR_BOARDS, "b"),
	ROW(IBP_MONITOR_GO + IBP_MONITOR_PREVIEW, "v"),
	ROW(IBP_MONITOR_GO + IBP_MONITOR_PUBLISH, "p"),
	ROW(IBP_MONITOR_RAISE, "+"),
	ROW(IBP_MONITOR_LOWER, "-"),
	ROW(IBP_MONITOR_DO_PUBLISH, "P"),
	ROW(IBP_ACT_DOWN, "Down"),
	ROW(IBP_ACT_OPEN, "Enter"),
	ROW(IBP_ACT_BACK, "Escape"),
	ROW(IBP_ACT_QUIT, "q"),
	{.name = NULL},
};

static void play(struct standin *standin, const char *script)
{
	struct ibp_monitor_calls calls = {
		.context = standin, .fill = fill, .publish = publish};
	struct ibp_monitor_setup setup = {
		.actions = actions, .calls = &calls, .k = 20, .k_floor = 10};
	struct ibp_error err = {0};

	ibp_buf_release(&standin->out);
	if (ibp_monitor_script(&setup, script, &standin->out, &err))
		fail_msg("%s", ibp_error_text(&err));
}

static void shows(const struct standin *standin, const char *text)
{
	if (!strstr(ibp_buf_text(&standin->out), text))
		fail_msg("no \"%s\" in\n%s", text, ibp_buf_text(&standin->out));
}

static void test_rooms(void **state)
{
	struct standin standin = {0};

	(void)state;
	play(&standin, "screen");
	shows(&standin, "2027");
	play(&standin, "b screen");
	shows(&standin, "08a2bc614c483b8f");
	play(&standin, "b v p b e screen");
	shows(&standin, "2027");
	play(&standin, "p Down screen");
	shows(&standin, "the second, in full");
	/* From any room one goes back to the editions. */
	play(&standin, "b p v Escape screen");
	shows(&standin, "2027");
	ibp_buf_release(&standin.out);
}

/* Enter opens the boards of an edition and the groups of a cell. */
static void test_open(void **state)
{
	struct standin standin = {0};

	(void)state;
	play(&standin, "Enter screen");
	shows(&standin, "08a2bc614c483b8f");
	assert_string_equal(standin.of, "2027");
	play(&standin, "Down Enter");
	assert_string_equal(standin.of, "the second");
	play(&standin, "v Enter screen");
	shows(&standin, "GO+OR");
	play(&standin, "v Enter + screen");
	shows(&standin, "[k 25]");
	assert_string_equal(standin.of, "all");
	/* One comes back to the preview; a hidden cell says why. */
	play(&standin, "v Enter Escape screen");
	shows(&standin, "all boards");
	play(&standin, "v Down Enter screen");
	shows(&standin, "It is not apart.");
	shows(&standin, "all boards");
	standin.is_locked = true;
	play(&standin, "Enter v Enter screen");
	shows(&standin, "Preview");
	ibp_buf_release(&standin.out);
}

static void test_k(void **state)
{
	struct standin standin = {0};

	(void)state;
	play(&standin, "v + + screen");
	shows(&standin, "[k 30]");
	play(&standin, "v - - screen");
	shows(&standin, "[k 10]");
	play(&standin, "v - - - screen");
	shows(&standin, "[k 10]");
	shows(&standin, "10.");
	ibp_buf_release(&standin.out);
}

/* Only the word publishes, and only once. */
static void test_publish(void **state)
{
	struct standin standin = {0};

	(void)state;
	play(&standin, "p P Enter screen");
	assert_int_equal(standin.published, 0);
	play(&standin, "p P text:\"uit\" Enter Enter screen");
	assert_int_equal(standin.published, 0);
	play(&standin, "p P text:\"uit\" Enter text:\"ja\" Enter screen");
	assert_int_equal(standin.published, 0);
	play(&standin, "p P text:\"uit\" Enter text:\"publish\" Escape screen");
	assert_int_equal(standin.published, 0);
	play(&standin, "v + p P text:\"uit\" Enter text:\"publish\" Enter "
		       "screen");
	assert_int_equal(standin.published, 1);
	assert_string_equal(standin.folder, "uit");
	assert_int_equal(standin.k, 25);
	standin.refuses = true;
	play(&standin, "p P text:\"in\" Enter text:\"publish\" Enter screen");
	assert_int_equal(standin.published, 1);
	shows(&standin, "P9: refused.");
	ibp_buf_release(&standin.out);
}

static void test_locked(void **state)
{
	struct standin standin = {.is_locked = true};

	(void)state;
	play(&standin, "b screen");
	shows(&standin, "It is locked.");
	play(&standin, "b Down p P screen");
	ibp_buf_release(&standin.out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rooms),  cmocka_unit_test(test_open),
		cmocka_unit_test(test_k),      cmocka_unit_test(test_publish),
		cmocka_unit_test(test_locked),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
