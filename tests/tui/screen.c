#include "screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "base/text.h"
#include "scan_actions.h"
#include "tui/term.h"

static struct ibp_framework *framework;

void screen_setup(void)
{
	ibp_locale_start("nl");
	framework = standin_framework();
}

void screen_teardown(void)
{
	ibp_framework_free(framework);
}

const struct ibp_action *screen_actions(void)
{
	return ibp_scan_actions;
}

void screen_init(struct screen *screen)
{
	*screen = (struct screen){0};
	standin_init(&screen->board, framework);
	screen->board.setup.actions = ibp_scan_actions;
	screen->board.setup.file = "school.ibp";
}

void screen_release(struct screen *screen)
{
	ibp_buf_release(&screen->out);
	ibp_error_release(&screen->err);
	standin_release(&screen->board);
}

void screen_play(struct screen *screen, const char *script)
{
	struct ibp_buf whole = {0};

	ibp_buf_addf(&whole, "%s screen", script);
	ibp_buf_cut(&screen->out, 0);
	ibp_error_release(&screen->err);
	screen->err = (struct ibp_error){0};
	screen->status =
		ibp_scan_script(&screen->board.setup, ibp_buf_text(&whole),
				&screen->out, &screen->err);
	ibp_buf_release(&whole);
}

/* A screen ends with a line "[row,column]". */
static const char *last_place(const struct screen *screen)
{
	const char *text = ibp_buf_text(&screen->out);
	const char *found = NULL;
	const char *next = text;

	while ((next = strstr(next, "\n["))) {
		size_t digits = strspn(next + 2, "0123456789,");

		if (digits >= 3 && !strncmp(next + 2 + digits, "]\n", 2))
			found = next + 1;
		next += 2;
	}
	return found ? found : text + screen->out.length;
}

const char *screen_last(const struct screen *screen)
{
	const char *text = ibp_buf_text(&screen->out);
	const char *end = last_place(screen);
	const char *start = end;

	/* Back to the place of the screen before, or to the start. */
	while (start > text) {
		const char *line = start - 1;

		while (line > text && line[-1] != '\n')
			line--;
		if (*line == '[' && strspn(line + 1, "0123456789,") >= 3 &&
		    line[1 + strspn(line + 1, "0123456789,")] == ']')
			break;
		start = line;
	}
	return start;
}

bool screen_shows(const struct screen *screen, const char *text)
{
	const char *found = strstr(screen_last(screen), text);

	return found && found < last_place(screen);
}

char *screen_cursor_row(const struct screen *screen)
{
	const char *place = last_place(screen);
	const char *line = screen_last(screen);
	long row = *place ? strtol(place + 1, NULL, 10) : 0;

	while (--row > 0)
		line = strchr(line, '\n') + 1;
	return ibp_strndup(line, strcspn(line, "\n"));
}

bool screen_cursor_on(const struct screen *screen, const char *text)
{
	char *row = screen_cursor_row(screen);
	bool found = strstr(row, text) != NULL;

	free(row);
	return found;
}

const char *screen_norm(const struct screen *screen, const char *code,
			const char *field)
{
	return standin_value(&screen->board, IBP_SUBJECT_NORM, code, field);
}

void screen_assert(const struct screen *screen, bool holds, const char *text,
		   int line)
{
	if (!holds)
		fprintf(stderr, "line %d: %s\n%s", line, text,
			screen_last(screen));
	assert_true(holds);
}

void screen_assert_norm(const struct screen *screen, const char *code,
			const char *field, const char *value, int line)
{
	const char *now = screen_norm(screen, code, field);

	if (!ibp_text_equal(now, value))
		print_error("%s %s is %s\n", code, field,
			    now ? now : "not set");
	screen_assert(screen, ibp_text_equal(now, value), field, line);
}

/* ---- An example ---- */

static void set(struct ibp_changes *changes, const char *code,
		const char *field, const char *value)
{
	ibp_changes_add(changes, IBP_SUBJECT_NORM, 1, code, field, NULL, value);
}

static void fill_norm(struct ibp_changes *changes, size_t i, const char *code)
{
	static const char *const scores[] = {"2", "1", "3", "2", "4", "2", "5"};

	if (i % 11 == 10)
		return;
	set(changes, code, "score", i == 6 ? "na" : scores[i % 7]);
	if (i == 6)
		set(changes, code, "reason", "Wij bouwen zelf niets.");
	if (i % 3 == 0) {
		set(changes, code, "owner",
		    i % 2 ? "bestuur" : "ict-coördinator");
		set(changes, code, "status", i % 2 ? "planned" : "in-progress");
		set(changes, code, "due", i % 4 ? "2027-06-30" : "2026-10-01");
	}
	if (i % 5 == 0)
		set(changes, code, "priority", i % 2 ? "low" : "high");
	if (i % 6 == 1)
		set(changes, code, "note",
		    "Het stuk ligt er, maar niemand kent het.");
}

static void fill_evidence(struct ibp_changes *changes)
{
	static const char *const values[][2] = {
		{"norm", "GO.02"},         {"title", "IBP-beleid 2026"},
		{"ref", "Beleid/IBP"},     {"kind", "document"},
		{"date", "2026-03-03"},    {"confidence", "high"},
		{"checked_by", "bestuur"},
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE, 1, "1",
				values[i][0], NULL, values[i][1]);
}

void screen_fill(struct screen *screen)
{
	struct ibp_changes changes = {0};
	const struct ibp_scan_calls *calls = &screen->board.calls;

	for (size_t i = 0; i < framework->norm_count; i++)
		fill_norm(&changes, i, framework->norms[i].code);
	fill_evidence(&changes);
	ibp_changes_add(&changes, IBP_SUBJECT_FILTER, 0, "voor het MT", "expr",
			NULL, "priority=high and score<3");
	screen->board.last_id = 1;
	if (calls->file.apply(calls->file.context, changes.items, changes.count,
			      &screen->err))
		abort();
	ibp_changes_release(&changes);
	/* What was there at the start cannot be undone. */
	ibp_changes_release(&screen->board.steps[0]);
	screen->board.step_count = 0;
	screen->board.done = 0;
}
