/*
 * The full screen of ibp-scan on a board in memory, driven by a script of
 * keys (tui/term.h), for tests.
 */
#ifndef IBP_TESTS_SCREEN_H
#define IBP_TESTS_SCREEN_H

#include <stdbool.h>

#include "base/buf.h"
#include "standin.h"

struct screen {
	struct standin board;
	struct ibp_buf out; /* the screens of the last run */
	struct ibp_error err;
	enum ibp_status status;
};

/* Dutch, and the newest norms; before any test. */
void screen_setup(void);
void screen_teardown(void);

/* The table of the main. */
const struct ibp_action *screen_actions(void);

/* An empty board. */
void screen_init(struct screen *screen);
void screen_release(struct screen *screen);

/* Values of every kind on it, always the same. */
void screen_fill(struct screen *screen);

/* From start to the end of SCRIPT; a last screen is added by itself. */
void screen_play(struct screen *screen, const char *script);

/* The last screen: whether it holds TEXT; whether its row with the cursor does.
 */
bool screen_shows(const struct screen *screen, const char *text);
bool screen_cursor_on(const struct screen *screen, const char *text);

/* The row with the cursor, and what stands under it; free the first. */
char *screen_cursor_row(const struct screen *screen);
const char *screen_last(const struct screen *screen);

/* The value of a field of a norm; NULL: not set. */
const char *screen_norm(const struct screen *screen, const char *code,
			const char *field);

/* As assertions that show the last screen when they fail. */
#define assert_shows(screen, text) \
	screen_assert(screen, screen_shows(screen, text), text, __LINE__)
#define assert_hides(screen, text) \
	screen_assert(screen, !screen_shows(screen, text), text, __LINE__)
#define assert_cursor_on(screen, text) \
	screen_assert(screen, screen_cursor_on(screen, text), text, __LINE__)
#define assert_norm(screen, code, field, value) \
	screen_assert_norm(screen, code, field, value, __LINE__)

void screen_assert(const struct screen *screen, bool holds, const char *text,
		   int line);
void screen_assert_norm(const struct screen *screen, const char *code,
			const char *field, const char *value, int line);

#endif
