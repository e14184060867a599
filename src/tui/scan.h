/*
 * The full screen and the question-and-answer mode of ibp-scan.  They know
 * values and a table of calls, not the data file, so that they run in tests
 * on a stand-in in memory.
 */
#ifndef IBP_TUI_SCAN_H
#define IBP_TUI_SCAN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/action.h"
#include "base/buf.h"
#include "base/error.h"
#include "core/assessment.h"
#include "core/change.h"
#include "core/check.h"
#include "tui/file_calls.h"

/* What a person works in, as it is in the file now. */
struct ibp_scan_state {
	const struct ibp_framework *framework; /* borrowed, to the next load */
	struct ibp_assessment *assessment;     /* new */
	uint64_t checks_off;                   /* core/check.h */
};

/* One assessment of the file. */
struct ibp_assess_row {
	const char *name;
	const char *version; /* of the framework */
	const char *created; /* time */
	const char *locked;  /* time; NULL: open */
	const char *locked_by;
	long scored;
};

enum ibp_assess_text { IBP_ASSESS_COMPARE, IBP_ASSESS_TREND };

/* Assessments over time.  Every call writes to the disk before it returns. */
struct ibp_assess_calls {
	void *context;
	/* Oldest first. */
	enum ibp_status (*list)(void *context, struct ibp_arena *arena,
				struct ibp_assess_row **rows, size_t *count,
				struct ibp_error *err);
	/*
	 * From now on load gives the one with this NAME; the framework of
	 * before is gone.
	 */
	enum ibp_status (*choose)(void *context, const char *name,
				  struct ibp_error *err);
	/* COPY NULL: empty, on the newest version of the norms. */
	enum ibp_status (*make)(void *context, const char *name,
				const char *copy, struct ibp_error *err);
	/* REASON NULL: locks it; else opens it again. */
	enum ibp_status (*lock)(void *context, const char *name,
				const char *reason, struct ibp_error *err);
	/*
	 * Adds what compare (A with B) or trend says, to be shown as it is in
	 * WIDTH columns; WIDTH 0: a sentence on each line.
	 */
	enum ibp_status (*tell)(void *context, enum ibp_assess_text text,
				const char *a, const char *b, size_t width,
				struct ibp_buf *out, struct ibp_error *err);
};

/* Every call writes to the disk before it returns. */
struct ibp_scan_calls {
	void *context;
	/*
	 * Only where the setup has no board: makes the data file with these
	 * facts (IBP_SUBJECT_BOARD, key "") and a first, empty assessment.
	 * *BOARD is borrowed.  A failure leaves no file behind.
	 */
	enum ibp_status (*create)(void *context, const struct ibp_change *facts,
				  size_t count, const struct ibp_board **board,
				  struct ibp_error *err);
	/*
	 * Replaces what was given before; another assessment where undo took
	 * that one away.
	 */
	enum ibp_status (*load)(void *context, struct ibp_scan_state *state,
				struct ibp_error *err);
	struct ibp_file_calls file;
	struct ibp_assess_calls assess;
};

struct ibp_scan_setup {
	const struct ibp_framework *framework;
	const struct ibp_board *board; /* NULL: no file yet, see create */
	const char *file;              /* the path of the data file */
	const struct ibp_scan_calls *calls;
	const struct ibp_action *actions; /* the main's table */
	const char *today;
	const char *notice; /* first message, or NULL */
	bool writable;
	bool colour;
	bool mouse;
};

/* On the terminal.  Returns when the person quits. */
enum ibp_status ibp_scan_screen(const struct ibp_scan_setup *setup,
				struct ibp_error *err);

/*
 * The same without a terminal: keys from SCRIPT (tui/term.h says how it is
 * written), screens of 80x24 as text added to OUT.  For tests, and so that
 * a bug report can hold what was typed.
 */
enum ibp_status ibp_scan_script(const struct ibp_scan_setup *setup,
				const char *script, struct ibp_buf *out,
				struct ibp_error *err);

/* Questions on OUT, answers from IN; to the end of IN or until "q". */
enum ibp_status ibp_scan_plain(const struct ibp_scan_setup *setup, FILE *in,
			       FILE *out, struct ibp_error *err);

#endif
