/* The questions of ibp-scan on a board in memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/locale.h"
#include "base/mem.h"
#include "base/text.h"
#include "standin.h"
#include "tui/plain.h"

static struct ibp_framework *framework;

/* One run of the questions on a board. */
struct run {
	struct standin board;
	char *said;
	size_t size;
	struct ibp_error err;
	enum ibp_status status;
};

static void start(struct run *run)
{
	*run = (struct run){0};
	standin_init(&run->board, framework);
}

static void answer(struct run *run, const char *answers)
{
	FILE *in = tmpfile();
	FILE *out;

	free(run->said);
	run->said = NULL;
	out = open_memstream(&run->said, &run->size);
	assert_non_null(in);
	assert_true(fputs(answers, in) >= 0);
	rewind(in);
	ibp_error_release(&run->err);
	run->status = ibp_scan_plain(&run->board.setup, in, out, &run->err);
	fclose(in);
	fclose(out);
}

static void end(struct run *run)
{
	free(run->said);
	ibp_error_release(&run->err);
	standin_release(&run->board);
}

static const char *norm(const struct run *run, const char *code,
			const char *field)
{
	return standin_value(&run->board, IBP_SUBJECT_NORM, code, field);
}

static void assert_norm(const struct run *run, const char *code,
			const char *field, const char *value)
{
	const char *now = norm(run, code, field);

	if (!ibp_text_equal(now, value))
		print_error("%s %s: %s, not %s\n", code, field,
			    now ? now : "not set", value ? value : "not set");
	assert_true(ibp_text_equal(now, value));
}

static void assert_said(const struct run *run, const char *text)
{
	if (!strstr(run->said, text))
		print_error("not said: %s\n%s", text, run->said);
	assert_non_null(strstr(run->said, text));
}

static void assert_not_said(const struct run *run, const char *text)
{
	assert_null(strstr(run->said, text));
}

/* P3 for everything that was said. */
static void assert_lines(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = ibp_strndup(text, length);

		if (!length || !strchr(".:?", line[length - 1]) ||
		    ibp_text_width(line) > IBP_PLAIN_COLUMNS)
			print_error("line: %s\n", line);
		assert_true(length > 0);
		assert_non_null(strchr(".:?", line[length - 1]));
		assert_true(ibp_text_width(line) <= IBP_PLAIN_COLUMNS);
		assert_null(strchr(line, '\033'));
		assert_null(strstr(line, "\xe2\x94"));
		assert_null(strstr(line, "\xe2\x95"));
		assert_null(strstr(line, "\xe2\xa0"));
		free(line);
		text += length + (text[length] == '\n');
	}
}

/* ---- P1: a whole assessment ---- */

/* What norm number I gets; the same rows feed the file and the changes. */
struct wanted {
	char score[3];
	const char *reason;
	char note[80];
	const char *owner;
	char target[2];
	const char *due;
	const char *due_iso;
	const char *status;
	const char *priority;
	bool evidence;
};

static void want(size_t i, struct wanted *wanted)
{
	static const char *const owners[] = {"schoolleider",
					     "functionaris gegevensbescherming",
					     "hoofd ict"};
	static const char *const statuses[] = {"open", "planned", "in-progress",
					       "done"};
	static const char *const grades[] = {"low", "medium", "high"};

	*wanted =
		(struct wanted){.owner = owners[i % 3],
				.due = i % 2 ? "30-06-2027" : "+3m",
				.due_iso = i % 2 ? "2027-06-30" : "2027-02-23",
				.status = statuses[i % 4],
				.priority = grades[i % 3],
				.evidence = i % 5 == 0};
	if (i % 11 == 0) {
		strcpy(wanted->score, "na");
		wanted->reason = "Wij hebben geen eigen servers.";
	} else {
		wanted->score[0] = (char)('1' + i % 5);
	}
	wanted->target[0] = (char)('3' + i % 3);
	snprintf(wanted->note, sizeof(wanted->note),
		 "Besproken op %zu mei.\n\nVervolg: één brief aan de (G)MR.",
		 i % 28 + 1);
}

/* The number of a word in a list of answers, from 1. */
static size_t number(const char *word, const struct ibp_choice *choices)
{
	size_t i = 0;

	while (strcmp(choices[i].word, word))
		i++;
	return i + 1;
}

static void add_answers(struct ibp_buf *text, const struct wanted *wanted)
{
	const struct ibp_field *status =
		ibp_field_find(ibp_norm_fields, "status");
	const struct ibp_field *priority =
		ibp_field_find(ibp_norm_fields, "priority");

	if (wanted->reason)
		ibp_buf_addf(text, "-\n%s\n", wanted->reason);
	else
		ibp_buf_addf(text, "%s\n", wanted->score);
	ibp_buf_addf(text, "%s\n.\n", wanted->note);
	ibp_buf_addf(text, "%s\n", wanted->owner);
	ibp_buf_addf(text, "%s\n", wanted->target);
	ibp_buf_addf(text, "%s\n", wanted->due);
	ibp_buf_addf(text, "%zu\n", number(wanted->status, status->choices));
	ibp_buf_addf(text, "%zu\n",
		     number(wanted->priority, priority->choices));
	if (wanted->evidence)
		ibp_buf_add(text, "n\nBeleid 2026\n"
				  "https://intranet.example.org/beleid\n1\n"
				  "01-03-2026\nfg\n3\n");
	ibp_buf_add(text, "\n");
}

static void add_change(struct ibp_changes *changes, size_t i, const char *field,
		       const char *to)
{
	ibp_changes_add(changes, IBP_SUBJECT_NORM, 1, framework->norms[i].code,
			field, NULL, to);
}

static void add_evidence(struct ibp_changes *changes, size_t i, long id)
{
	static const char *const rows[][2] = {
		{"title", "Beleid 2026"},
		{"ref", "https://intranet.example.org/beleid"},
		{"kind", "document"},
		{"date", "2026-03-01"},
		{"checked_by", "fg"},
		{"confidence", "high"}};
	char key[20];

	snprintf(key, sizeof(key), "%ld", id);
	ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE, 1, key, "norm", NULL,
			framework->norms[i].code);
	for (size_t r = 0; r < sizeof(rows) / sizeof(*rows); r++)
		ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE, 1, key,
				rows[r][0], NULL, rows[r][1]);
}

static void add_changes(struct ibp_changes *changes, size_t i, long *id)
{
	struct wanted wanted;

	want(i, &wanted);
	add_change(changes, i, "score", wanted.score);
	add_change(changes, i, "reason", wanted.reason);
	add_change(changes, i, "note", wanted.note);
	add_change(changes, i, "owner", wanted.owner);
	add_change(changes, i, "target", wanted.target);
	add_change(changes, i, "due", wanted.due_iso);
	add_change(changes, i, "status", wanted.status);
	add_change(changes, i, "priority", wanted.priority);
	if (wanted.evidence)
		add_evidence(changes, i, ++*id);
}

static char *whole_assessment(void)
{
	struct ibp_buf text = {0};

	ibp_buf_add(&text, "3\n");
	for (size_t i = 0; i < framework->norm_count; i++) {
		struct wanted wanted;

		want(i, &wanted);
		add_answers(&text, &wanted);
	}
	ibp_buf_add(&text, "q\n");
	return ibp_buf_take(&text);
}

static void test_p1_a_whole_assessment(void **state)
{
	char *answers = whole_assessment();
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	struct standin by_set;
	struct run run;
	char *got;
	char *expected;
	long id = 0;

	(void)state;
	assert_int_equal(framework->norm_count, 94);
	standin_init(&by_set, framework);
	for (size_t i = 0; i < framework->norm_count; i++)
		add_changes(&changes, i, &id);
	assert_int_equal(by_set.calls.file.apply(&by_set, changes.items,
						 changes.count, &err),
			 IBP_OK);
	start(&run);
	answer(&run, answers);
	assert_int_equal(run.status, IBP_OK);
	got = standin_dump(&run.board);
	expected = standin_dump(&by_set);
	assert_string_equal(got, expected);
	assert_null(run.board.draft);
	assert_null(memchr(run.said, 0x1b, run.size));
	assert_lines(run.said);
	free(expected);
	free(got);
	free(answers);
	ibp_changes_release(&changes);
	standin_release(&by_set);
	end(&run);
}

/* ---- P2 ---- */

static void test_p2_enter_keeps_and_goes_on(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "2\n4\n\n3\n<\n<\n5\n\nq\n");
	assert_norm(&run, "GO.01", "score", "4");
	assert_norm(&run, "GO.02", "score", "5");
	assert_norm(&run, "GO.03", "score", "3");
	assert_norm(&run, "GO.04", "score", NULL);
	assert_said(&run, "Enter keeps 3,");
	assert_said(&run, "Everything is saved.\n");
	end(&run);
}

static void test_p2_wrong_value_asks_again_with_the_reason(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run,
	       "99\n2\n6\nGO.99\nvijf\n2\nd\n31-02-2027\n1-3-2027\n\nq\n");
	assert_norm(&run, "GO.01", "score", "2");
	assert_norm(&run, "GO.02", "due", "2027-03-01");
	assert_said(&run, "99 is not an answer here: type a number from 1 "
			  "to 15.\n");
	assert_said(&run, "6 is not an answer here: type 1 to 5, -, a "
			  "letter that ? names, or a code such as GO.05.\n");
	assert_said(&run, "\"31-02-2027\" is not a date.");
	end(&run);
}

static void test_p2_not_applicable_needs_a_reason(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "2\n-\n\n<\n-\nGeen servers\n-\nq\n");
	assert_norm(&run, "GO.01", "score", "na");
	assert_norm(&run, "GO.01", "reason", "Geen servers");
	assert_norm(&run, "GO.02", "score", NULL);
	assert_said(&run, "An answer is needed here.\n");
	assert_said(&run, "GO.01: the score stays as it was");
	assert_said(&run, "GO.02: the score stays as it was");
	/* As long as it does not apply the reason may change, not go. */
	answer(&run, "GO.01\nr\n-\nNiets in eigen beheer\nq\n");
	assert_said(&run, "Reason: this cannot be left empty.\n");
	assert_norm(&run, "GO.01", "reason", "Niets in eigen beheer");
	/* A level again: the reason of "not applicable" goes. */
	answer(&run, "GO.01\n3\nq\n");
	assert_norm(&run, "GO.01", "score", "3");
	assert_norm(&run, "GO.01", "reason", NULL);
	end(&run);
}

static void test_undo_and_redo_say_what(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "2\n4\nu\nz\nm\n13\n13\n14\nq\n");
	assert_norm(&run, "GO.01", "score", "4");
	assert_said(&run, "Saved. GO.01: Score 4.\n");
	assert_said(&run, "Undone. Now again: GO.01: Score cleared (was 4)."
			  "\n");
	assert_said(&run, "Done again. GO.01: Score 4.\n");
	assert_said(&run, "There is nothing to undo.\n");
	end(&run);
}

/* ---- Each field ---- */

static void test_every_field_by_its_letter(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.05\no\n1\nt\n4\nd\n+2w\ns\n2\np\n3\n"
		     "e\nEerste regel\n  tweede\n.\n1\nq\n");
	assert_norm(&run, "GO.05", "owner", "board");
	assert_norm(&run, "GO.05", "target", "4");
	assert_norm(&run, "GO.05", "due", "2026-12-07");
	assert_norm(&run, "GO.05", "status", "planned");
	assert_norm(&run, "GO.05", "priority", "high");
	assert_norm(&run, "GO.05", "note", "Eerste regel\n  tweede");
	assert_norm(&run, "GO.05", "score", "1");
	answer(&run, "GO.05\nr\nNet begonnen\nq\n");
	assert_norm(&run, "GO.05", "reason", "Net begonnen");
	/* Who owns a norm already is offered after the roles. */
	answer(&run, "GO.01\no\nhoofd ict\nGO.02\no\n15\nq\n");
	assert_int_equal(framework->roles.count, 14);
	assert_norm(&run, "GO.02", "owner", "hoofd ict");
	/* A dash clears, Enter keeps. */
	answer(&run, "go.05\no\n-\nt\n-\nd\n\ns\n-\np\n\nq\n");
	assert_norm(&run, "GO.05", "owner", NULL);
	assert_norm(&run, "GO.05", "target", NULL);
	assert_norm(&run, "GO.05", "due", "2026-12-07");
	assert_norm(&run, "GO.05", "status", NULL);
	assert_norm(&run, "GO.05", "priority", "high");
	assert_said(&run, "Target (1 to 5, Enter keeps 4, < back, ? help, q "
			  "stop):\n");
	end(&run);
}

static void test_a_note_can_grow_and_go(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.05\ne\na\n.\ne\n2\nb\n.\nq\n");
	assert_norm(&run, "GO.05", "note", "a\nb");
	answer(&run, "GO.05\ne\n1\nc\n<\nd\n.\nq\n");
	assert_norm(&run, "GO.05", "note", "d");
	answer(&run, "GO.05\ne\n3\nq\n");
	assert_norm(&run, "GO.05", "note", NULL);
	end(&run);
}

static void test_a_note_that_was_broken_off(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.05\ne\neen\ntwee\n");
	assert_norm(&run, "GO.05", "note", NULL);
	assert_string_equal(run.board.draft_name, "norm/GO.05/note");
	assert_string_equal(run.board.draft, "een\ntwee\n");
	assert_said(&run, "What you typed is kept as a draft.\n");
	answer(&run, "GO.05\ne\n2\ndrie\n.\nq\n");
	assert_norm(&run, "GO.05", "note", "een\ntwee\ndrie");
	assert_null(run.board.draft);
	end(&run);
}

static void test_back_in_the_chain_of_questions(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	/* Score, note skipped, owner, back to it, other owner. */
	answer(&run, "3\n2\n\nict\n<\nfg\n<\n<\n<\n3\nq\n");
	assert_norm(&run, "GO.01", "score", "3");
	assert_norm(&run, "GO.01", "owner", "fg");
	end(&run);
}

static void test_evidence_is_added_changed_and_removed(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.02\nb\nn\nBeleid\n\\\\server\\ibp\\b.pdf\n1\n"
		     "1-2-2026\n\n2\n\nm\n10\nq\n");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_EVIDENCE, "1", "norm"),
		"GO.02");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_EVIDENCE, "1", "ref"),
		"\\\\server\\ibp\\b.pdf");
	assert_said(&run, "1 Beleid. Place: \\\\server\\ibp\\b.pdf. Kind: "
			  "document. Date: 2026-02-01. Confidence: medium.\n");
	assert_said(&run, "GO.02. Beleid. Place:");
	answer(&run, "GO.02\nb\n1\n1\nBeleid 2\n\n\n\n\n\n1\n2\nu\n\nq\n");
	assert_said(&run, "Saved. Evidence 1 removed: Beleid 2.\n");
	assert_null(
		standin_value(&run.board, IBP_SUBJECT_EVIDENCE, "1", "norm"));
	answer(&run, "13\nq\n");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_EVIDENCE, "1", "title"),
		"Beleid 2");
	end(&run);
}

static void test_a_changed_norm_is_confirmed(void **state)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	struct run run;

	(void)state;
	start(&run);
	ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, "GO.02", "look_again",
			NULL, "yes");
	run.board.calls.file.apply(&run.board, changes.items, changes.count,
				   &err);
	ibp_changes_release(&changes);
	answer(&run, "GO.02\nk\nk\nq\n");
	assert_said(&run, "Target: 3. Look at this norm again.\n");
	assert_norm(&run, "GO.02", "look_again", NULL);
	assert_said(&run, "This norm has no mark to look again.\n");
	end(&run);
}

static void test_four_eyes(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.02\n4\nGO.02\nf\n2\nToetsing ontbreekt\n3\nNa "
		     "overleg\nq\n");
	assert_norm(&run, "GO.02", "score", "4");
	assert_norm(&run, "GO.02", "score:2", "2");
	assert_norm(&run, "GO.02", "reason:2", "Toetsing ontbreekt");
	assert_norm(&run, "GO.02", "score:settled", "3");
	assert_norm(&run, "GO.02", "reason:settled", "Na overleg");
	end(&run);
}

/* ---- What a norm says ---- */

static void test_texts_on_request(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.02\n3?\nw\nh\nj\n1\nl\nq\n");
	assert_said(&run, "Level 3, Defined.");
	assert_not_said(&run, "Level 2, Repeatable.");
	assert_said(&run, "Purpose: ");
	assert_said(&run, "Why: ");
	assert_said(&run, "Steps to level 3:\n1 ");
	assert_said(&run, "What can show it:\n1 ");
	assert_said(&run, "Norm 1 of 94. GO.01.");
	assert_said(&run, "Changes: 0, the newest first.\n");
	assert_lines(run.said);
	end(&run);
}

static void test_levels_with_every_norm(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.01\nv\n3\nv\n2\nq\n");
	assert_said(&run, "Norm 2 of 94. GO.02. Information security policy."
			  "\nScore now: none yet. Target: 3.\nLevel 1, ");
	assert_said(&run, "The levels are read on request only.\n");
	assert_said(&run, "Score now: none yet. Target: 3.\n1 Ad hoc. ");
	end(&run);
}

static void test_reading_on(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "2\n1\n2\n3\n4\n5\n1\n2\n3\n4\n5\n1\n2\nm\n12\n13\n\n"
		     "12\nm\nq\n");
	assert_said(&run, "13 is not an answer here: press Enter, or type m."
			  "\n");
	assert_said(&run, ", noor. GO.01: Score 1.\nMenu (");
	end(&run);
}

static void test_working_titles_are_said(void **state)
{
	size_t working = 0;
	size_t said = 0;
	struct run run;
	struct ibp_buf enters = {0};

	(void)state;
	ibp_buf_add(&enters, "2\n");
	for (size_t i = 0; i < framework->norm_count; i++) {
		working +=
			framework->norms[i].title_status == IBP_TITLE_WORKING;
		ibp_buf_add(&enters, "\n");
	}
	start(&run);
	answer(&run, ibp_buf_text(&enters));
	for (const char *at = run.said; (at = strstr(at, "Working title."));
	     at++)
		said++;
	assert_int_equal(working, 55);
	assert_int_equal(said, working);
	assert_said(&run, "That was the last norm.\n");
	ibp_buf_release(&enters);
	end(&run);
}

/* ---- Which norms ---- */

static void test_advice_is_said_with_the_norm(void **state)
{
	struct run run;
	struct ibp_changes changes = {0};

	(void)state;
	start(&run);
	answer(&run, "GO.01\n3\n<\n<\nq\n");
	assert_said(&run, "Advice: The score is 3 or more, without any "
			  "evidence.\n");
	ibp_changes_add(&changes, IBP_SUBJECT_SETTING, 0, IBP_CHECK_SETTING,
			"value", NULL, "-score-without-evidence");
	assert_int_equal(run.board.calls.file.apply(
				 run.board.calls.file.context, changes.items,
				 changes.count, &run.err),
			 IBP_OK);
	ibp_changes_release(&changes);
	answer(&run, "GO.01\nq\n");
	assert_not_said(&run, "Advice: ");
	end(&run);
}

static void test_next_unscored(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.01\n3\n3\nm\n\n2\nGO.01\nx\n5\nq\n");
	assert_norm(&run, "GO.03", "score", "2");
	assert_norm(&run, "GO.04", "score", "5");
	end(&run);
}

static void test_search_and_lists(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.05\no\nICT-coördinator\nm\n6\ncoordinator\n1\n4\nq\n");
	assert_norm(&run, "GO.05", "score", "4");
	answer(&run, "6\nzzzz\n5\ngo\ng\n2\n2\nm\nq\n");
	assert_said(&run, "With \"zzzz\": 0 of 94 norms.\n");
	assert_said(&run, "Domain GO, Governance: 5 of 94 norms.\n");
	assert_norm(&run, "GO.01", "score", "2");
	assert_norm(&run, "GO.02", "score", "2");
	assert_lines(run.said);
	end(&run);
}

static void test_filters_are_named_and_removed(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.01\n1\n2\n3\nm\n7\nscore<\nscore<3\nn\nlaag\n\nq\n");
	assert_said(&run, "Filter score<3: 2 of 94 norms.\n");
	assert_said(&run, "Filter, column ");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_FILTER, "laag", "expr"),
		"score<3");
	answer(&run, "7\n1\ns\n2\n1\nm\n7\n1\nr\nq\n");
	assert_said(&run, "1 laag: score<3.\n");
	assert_said(&run, "Filter laag: 2 of 94 norms.\n1 GO.01,");
	assert_null(
		standin_value(&run.board, IBP_SUBJECT_FILTER, "laag", "expr"));
	end(&run);
}

static void test_gap_list(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.01\n2\n1\n4\nGO.02\np\n3\nd\n2026-01-01\nm\n8\n1\n3"
		     "\nq\n");
	assert_said(&run, "Gap list: below target, then open: 93 of 94 "
			  "norms.\n1 GO.02, ");
	assert_said(&run, "Overdue.\n");
	assert_norm(&run, "GO.02", "score", "3");
	end(&run);
}

static void test_bulk_is_one_step(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "11\nGO.01 go.03\n4\n+3m\n1\nq\n");
	assert_norm(&run, "GO.01", "due", "2027-02-23");
	assert_norm(&run, "GO.02", "due", NULL);
	assert_norm(&run, "GO.03", "due", "2027-02-23");
	assert_said(&run, "This changes 2 norms.\n");
	assert_int_equal(run.board.step_count, 1);
	/* A domain, by list; and "no" changes nothing. */
	answer(&run, "11\nGO\n2\nict\n2\nGO.99\nscore=1\n<\nq\n");
	assert_norm(&run, "GO.01", "owner", NULL);
	assert_said(&run, "No norm matches.\n");
	answer(&run, "5\nGO\nc\n1\n-\nGeldt niet\n1\n\nq\n");
	assert_norm(&run, "GO.05", "score", "na");
	assert_norm(&run, "GO.05", "reason", "Geldt niet");
	answer(&run, "11\nscore=na\n1\n2\n1\nq\n");
	assert_norm(&run, "GO.05", "score", "2");
	assert_norm(&run, "GO.05", "reason", NULL);
	answer(&run, "13\n13\nq\n");
	assert_norm(&run, "GO.05", "score", NULL);
	assert_norm(&run, "GO.01", "due", "2027-02-23");
	answer(&run, "11\ndue<+1y\n4\n-\n1\nq\n");
	assert_norm(&run, "GO.01", "due", NULL);
	end(&run);
}

static void test_status_and_log(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.01\n2\n3\n-\nGeen eigen ict\nm\n9\n12\nq\n");
	assert_said(&run, "Norms: 94. Scored: 2. Not applicable: 1. Open: "
			  "91. Average 2.50, lowest 2, below target 1.\n");
	assert_said(&run, "GO, Governance. Answered: 3 of 5. Average 2.50, "
			  "lowest 2, below target 1.\n");
	assert_said(&run, "Changes: 3, the newest first.\n");
	assert_said(&run, ", noor. GO.01: Score 2.\n");
	end(&run);
}

/* ---- Where nothing can be saved ---- */

static void test_a_file_of_answers_stops_at_a_failure(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	run.board.fail = IBP_INPUT;
	run.board.fail_after = 1;
	answer(&run, "2\n4\n3\n5\nq\n");
	assert_int_equal(run.status, IBP_INPUT);
	assert_string_equal(ibp_error_text(&run.err), "The disk is full.");
	assert_norm(&run, "GO.01", "score", "4");
	assert_norm(&run, "GO.02", "score", NULL);
	assert_norm(&run, "GO.03", "score", NULL);
	assert_said(&run, "The answers come from a file: it stops here,");
	assert_said(&run, "Not everything could be saved.\n");
	assert_not_said(&run, "Everything is saved.");
	end(&run);
}

static void test_read_only_says_so(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	run.board.setup.writable = false;
	run.board.setup.notice = "Someone else writes.";
	answer(&run, "2\nn\n\n3\n");
	assert_int_equal(run.status, IBP_DATA);
	assert_norm(&run, "GO.02", "score", NULL);
	assert_said(&run, "Someone else writes.\n");
	assert_said(&run, "Not saved: this file is open for reading only.\n");
	/* Reading alone is no failure. */
	answer(&run, "9\n5\n1\n\nq\n");
	assert_int_equal(run.status, IBP_OK);
	end(&run);
}

/* ---- No file yet ---- */

static void test_a_board_without_a_file(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	run.board.setup.board = NULL;
	answer(&run, "\nStichting De Eik\n9\n2\n1200\n4\n12\n2\n3\nq\n");
	assert_int_equal(run.board.created, 1);
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_BOARD, "", "name"),
		"Stichting De Eik");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_BOARD, "", "sector"),
		"vo");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_BOARD, "", "students"),
		"1200");
	assert_string_equal(
		standin_value(&run.board, IBP_SUBJECT_BOARD, "", "province"),
		"zuid-holland");
	assert_norm(&run, "GO.01", "score", "3");
	assert_said(&run, "Board Stichting De Eik. Assessment 2026.\n");
	end(&run);
}

static void test_a_board_that_stays_unmade(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	run.board.setup.board = NULL;
	answer(&run, "Stichting De Eik\n");
	assert_int_equal(run.board.created, 0);
	assert_int_equal(run.status, IBP_OK);
	assert_said(&run, "No file is made: that needs a name and a sector."
			  "\n");
	/* With both there is enough, whatever else was left out. */
	answer(&run, "Stichting De Eik\n1\n300\n");
	assert_int_equal(run.board.created, 1);
	end(&run);
	start(&run);
	run.board.setup.board = NULL;
	run.board.fail = IBP_INPUT;
	answer(&run, "Stichting De Eik\n1\n\n\n\n2\n3\n");
	assert_int_equal(run.status, IBP_INPUT);
	assert_said(&run, "The disk is full.\n");
	end(&run);
}

/* ---- Every prefix of a long transcript ---- */

static const char everything[] =
	"GO.01\n3\n-\nGeen eigen ict\nn\nw\nh\n?\na\nNotitie één\n<\n"
	"Notitie twee\n.\nict\n4\n+3m\n2\n3\nn\nBeleid\nK:\\b.pdf\n1\n"
	"1-2-2026\nfg\n3\n1\n1\nBeleid 2\n\n\n\n\n\n\n2\nu\nz\nl\nj\n1\nf\n2\n"
	"Reden\n3\nReden\nx\n4\nm\n5\nHR\n\ns\n2\nc\n5\n2\n1\n2\n\n\nm\n6\n"
	"beleid\n\n\n<\n7\nscore<4 and owner=ict\nn\nmijn filter\n\n7\n1\nr\n"
	"8\n\n\ng\n2\n2\nm\n9\n10\n11\nGO.01 GO.02\n7\nVoor beide\n.\n1\n"
	"11\nscore<3\n3\n-\n1\n12\n\n\nm\n13\n14\n2\n?\n1?\n0\n"
	"GO.02\ne\n2\nnog een\nq\n";

/* Feeds lines and remembers how the board was at each of them. */
struct feed {
	struct run *run;
	const char *at;
	char *snapshots[400];
	char *drafts[400];
	size_t count;
};

static ssize_t feed_line(void *cookie, char *bytes, size_t size)
{
	struct feed *feed = cookie;
	size_t length = strcspn(feed->at, "\n");

	length += feed->at[length] == '\n';
	assert_true(length <= size);
	feed->snapshots[feed->count] = standin_dump(&feed->run->board);
	feed->drafts[feed->count++] = ibp_strdup(feed->run->board.draft);
	memcpy(bytes, feed->at, length);
	feed->at += length;
	return (ssize_t)length;
}

static void run_feed(struct feed *feed)
{
	FILE *in = fopencookie(feed, "r",
			       (cookie_io_functions_t){.read = feed_line});
	FILE *out = fopen("/dev/null", "w");
	struct ibp_error err = {0};

	assert_int_equal(ibp_scan_plain(&feed->run->board.setup, in, out, &err),
			 IBP_OK);
	fclose(in);
	fclose(out);
}

/* How the file ends after LINE lines. */
static char *prefix(const char *text, size_t lines)
{
	const char *at = text;

	while (lines--)
		at += strcspn(at, "\n") + 1;
	return ibp_strndup(text, (size_t)(at - text));
}

static void test_every_end_of_input_keeps_what_was_answered(void **state)
{
	struct run whole;
	struct feed feed = {.run = &whole, .at = everything};

	(void)state;
	start(&whole);
	run_feed(&feed);
	assert_true(feed.count > 100);
	assert_int_equal(*feed.at, '\0');
	for (size_t i = 0; i < feed.count; i++) {
		char *answers = prefix(everything, i);
		struct run run;
		char *dump;

		start(&run);
		answer(&run, answers);
		assert_int_equal(run.status, IBP_OK);
		assert_lines(run.said);
		dump = standin_dump(&run.board);
		assert_string_equal(dump, feed.snapshots[i]);
		assert_true(ibp_text_equal(run.board.draft, feed.drafts[i]));
		assert_said(&run, i + 1 < feed.count || i == 0 ?
					  "There are no more answers.\n" :
					  "Everything is saved.\n");
		free(dump);
		free(answers);
		free(feed.snapshots[i]);
		free(feed.drafts[i]);
		end(&run);
	}
	end(&whole);
}

/* ---- P3 in the other language ---- */

static void test_p3_a_long_transcript(void **state)
{
	char *whole = whole_assessment();
	struct run run;

	(void)state;
	start(&run);
	answer(&run, everything);
	assert_int_equal(run.status, IBP_OK);
	assert_lines(run.said);
	answer(&run, whole);
	assert_lines(run.said);
	run.board.setup.board = NULL;
	answer(&run, "?\nBestuur\n?\n1\n?\nx\n?\n\n?\n\n?\n1\n?\nq\n");
	assert_lines(run.said);
	free(whole);
	end(&run);
}

static void test_p3_hostile_text(void **state)
{
	static const char evil[] =
		"a\033]0;x\a\xe2\x94\x80\xe2\xa0\xbf\xe2\x80\xae\xff";
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	struct run run;

	(void)state;
	start(&run);
	ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, "GO.01", "owner", NULL,
			evil);
	ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, "GO.01", "note", NULL,
			evil);
	ibp_changes_add(&changes, IBP_SUBJECT_FILTER, 0, evil, "expr", NULL,
			evil);
	run.board.calls.file.apply(&run.board, changes.items, changes.count,
				   &err);
	run.board.board.name = evil;
	answer(&run, "2\no\n\ne\n\n\033[31m\nm\n7\n\033\n1\n<\n6\n\033x\n9\n12"
		     "\nq\n");
	assert_lines(run.said);
	assert_null(memchr(run.said, 0x1b, run.size));
	assert_said(&run, "a?]0;x???");
	ibp_changes_release(&changes);
	end(&run);
}

static void test_dutch_is_spoken(void **state)
{
	struct run run;

	(void)state;
	start(&run);
	answer(&run, "GO.02\n2\nGO.02\nq\n");
	assert_said(&run,
		    "Norm 2 van 94. GO.02. Beleid informatiebeveiliging.\n"
		    "Score nu: 2, Herhaalbaar. Streefniveau: 3.\n"
		    "Advies: De score ligt onder het streefniveau en de norm "
		    "heeft geen eigenaar.\n"
		    "Advies: De score ligt onder het streefniveau en er is "
		    "geen einddatum.\n"
		    "1 Ad hoc. 2 Herhaalbaar. 3 Bepaald. 4 Beheerst. 5 "
		    "Continu verbeteren.\n"
		    "Score (1 tot 5, - niet van toepassing, Enter houdt 2, < "
		    "terug, ? hulp, q stop):\n");
	end(&run);
}

static int run_dutch(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dutch_is_spoken),
		cmocka_unit_test(test_p1_a_whole_assessment),
		cmocka_unit_test(test_p3_a_long_transcript),
		cmocka_unit_test(test_p3_hostile_text),
	};

	ibp_locale_start("nl");
	framework = standin_framework();
	return cmocka_run_group_tests_name("nl", tests, NULL, NULL);
}

static int run_english(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_p1_a_whole_assessment),
		cmocka_unit_test(test_p2_enter_keeps_and_goes_on),
		cmocka_unit_test(
			test_p2_wrong_value_asks_again_with_the_reason),
		cmocka_unit_test(test_p2_not_applicable_needs_a_reason),
		cmocka_unit_test(test_undo_and_redo_say_what),
		cmocka_unit_test(test_every_field_by_its_letter),
		cmocka_unit_test(test_a_note_can_grow_and_go),
		cmocka_unit_test(test_a_note_that_was_broken_off),
		cmocka_unit_test(test_back_in_the_chain_of_questions),
		cmocka_unit_test(test_evidence_is_added_changed_and_removed),
		cmocka_unit_test(test_a_changed_norm_is_confirmed),
		cmocka_unit_test(test_four_eyes),
		cmocka_unit_test(test_texts_on_request),
		cmocka_unit_test(test_levels_with_every_norm),
		cmocka_unit_test(test_reading_on),
		cmocka_unit_test(test_working_titles_are_said),
		cmocka_unit_test(test_advice_is_said_with_the_norm),
		cmocka_unit_test(test_next_unscored),
		cmocka_unit_test(test_search_and_lists),
		cmocka_unit_test(test_filters_are_named_and_removed),
		cmocka_unit_test(test_gap_list),
		cmocka_unit_test(test_bulk_is_one_step),
		cmocka_unit_test(test_status_and_log),
		cmocka_unit_test(test_a_file_of_answers_stops_at_a_failure),
		cmocka_unit_test(test_read_only_says_so),
		cmocka_unit_test(test_a_board_without_a_file),
		cmocka_unit_test(test_a_board_that_stays_unmade),
		cmocka_unit_test(
			test_every_end_of_input_keeps_what_was_answered),
		cmocka_unit_test(test_p3_a_long_transcript),
		cmocka_unit_test(test_p3_hostile_text),
	};

	ibp_locale_start("en");
	framework = standin_framework();
	return cmocka_run_group_tests_name("en", tests, NULL, NULL);
}

/* A language holds for a whole run, so the other one is another process. */
int main(void)
{
	pid_t child = fork();
	int status = 1;
	int faults;

	if (!child) {
		faults = run_dutch();
		ibp_framework_free(framework);
		return faults;
	}
	faults = run_english();
	ibp_framework_free(framework);
	if (child < 0 || waitpid(child, &status, 0) != child)
		return 1;
	return faults || status;
}
