/* The grammar of questions and answers, and what a line may look like. */
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
#include "tui/plain.h"

/* A conversation in memory. */
struct talk {
	struct ibp_plain plain;
	char *said;
	size_t size;
};

static struct talk *start(const char *answers, size_t length)
{
	struct talk *talk = calloc(1, sizeof(*talk));

	assert_non_null(talk);
	talk->plain.out = open_memstream(&talk->said, &talk->size);
	talk->plain.in = tmpfile();
	assert_non_null(talk->plain.in);
	assert_int_equal(fwrite(answers, 1, length, talk->plain.in), length);
	rewind(talk->plain.in);
	return talk;
}

static struct talk *start_text(const char *answers)
{
	return start(answers, strlen(answers));
}

static const char *said(struct talk *talk)
{
	fflush(talk->plain.out);
	return talk->said;
}

static void end(struct talk *talk)
{
	fclose(talk->plain.in);
	fclose(talk->plain.out);
	ibp_plain_release(&talk->plain);
	free(talk->said);
	free(talk);
}

/* The three rules for every line. */
static void assert_lines(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = strndup(text, length);

		assert_non_null(line);
		assert_int_equal(text[length], '\n');
		assert_true(length > 0);
		assert_non_null(strchr(".:?", line[length - 1]));
		assert_true(ibp_text_width(line) <= IBP_PLAIN_COLUMNS);
		for (size_t i = 0; i < length; i++)
			assert_true((unsigned char)line[i] >= 0x20 &&
				    (unsigned char)line[i] != 0x7f);
		free(line);
		text += length + 1;
	}
}

static const struct ibp_plain_question colour = {
	.text = "Colour",
	.answers = "1 to 3",
	.enter = "Enter keeps 2",
	.help = "Which colour.\nAny will do",
};

static void test_a_question_is_one_line(void **state)
{
	struct talk *talk = start_text("\n");
	const char *text = NULL;

	(void)state;
	assert_int_equal(ibp_plain_ask(&talk->plain, &colour, &text),
			 IBP_PLAIN_KEEP);
	assert_string_equal(said(talk),
			    "Colour (1 to 3, Enter keeps 2, < back, ? help, "
			    "q stop):\n");
	end(talk);
}

static void test_p2_every_sign(void **state)
{
	static const struct {
		const char *typed;
		enum ibp_plain_reply reply;
		const char *text;
	} rows[] = {
		{"\n", IBP_PLAIN_KEEP, NULL},
		{"  \t\n", IBP_PLAIN_KEEP, NULL},
		{"<\n", IBP_PLAIN_BACK, NULL},
		{"q\n", IBP_PLAIN_STOP, NULL},
		{"Q\r\n", IBP_PLAIN_STOP, NULL},
		{"?\n<\n", IBP_PLAIN_BACK, NULL},
		{"", IBP_PLAIN_STOP, NULL},
		{"red\n", IBP_PLAIN_TEXT, "red"},
		{"red", IBP_PLAIN_TEXT, "red"},
		{"  red and blue \r\n", IBP_PLAIN_TEXT, "red and blue"},
		{"\xef\xbb\xbfred\n", IBP_PLAIN_TEXT, "red"},
		{"\\q\n", IBP_PLAIN_TEXT, "q"},
		{"\\<\n", IBP_PLAIN_TEXT, "<"},
		{"\\?\n", IBP_PLAIN_TEXT, "?"},
		{"\\\\server\\map\n", IBP_PLAIN_TEXT, "\\\\server\\map"},
		{"# no comment\n", IBP_PLAIN_TEXT, "# no comment"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct talk *talk = start_text(rows[i].typed);
		const char *text = NULL;

		assert_int_equal(ibp_plain_ask(&talk->plain, &colour, &text),
				 rows[i].reply);
		if (rows[i].text)
			assert_string_equal(text, rows[i].text);
		assert_lines(said(talk));
		end(talk);
	}
}

static void test_p2_help_then_the_question_again(void **state)
{
	struct talk *talk = start_text("?\nblue\n");
	const char *text = NULL;

	(void)state;
	ibp_plain_ask(&talk->plain, &colour, &text);
	assert_string_equal(text, "blue");
	assert_non_null(strstr(said(talk),
			       "q stop):\nWhich colour.\nAny will do.\n"
			       "Colour ("));
	end(talk);
}

static void test_p2_a_wrong_value_is_asked_again(void **state)
{
	struct talk *talk = start_text("0\n4\nx\n-1\n 3 \n");
	size_t chosen = 9;

	(void)state;
	assert_int_equal(
		ibp_plain_choose(&talk->plain, &colour, 3, &chosen, NULL),
		IBP_PLAIN_TEXT);
	assert_int_equal(chosen, 2);
	assert_non_null(strstr(said(talk), "x is not an answer here: type a "
					   "number from 1 to 3.\n"));
	assert_lines(said(talk));
	end(talk);
}

static void test_an_answer_that_must_be_there(void **state)
{
	struct ibp_plain_question question = {.text = "Name", .top = true};
	struct talk *talk = start_text("\n<\nname\n");
	const char *text = NULL;

	(void)state;
	assert_int_equal(ibp_plain_ask(&talk->plain, &question, &text),
			 IBP_PLAIN_TEXT);
	assert_string_equal(text, "name");
	assert_non_null(strstr(said(talk), "An answer is needed here.\n"));
	assert_non_null(strstr(said(talk), "There is nothing to go back to "
					   "here.\n"));
	end(talk);
}

static void test_bytes_that_are_no_text(void **state)
{
	static const char typed[] = "a\0b\n\n";
	struct talk *talk = start(typed, sizeof(typed) - 1);
	const char *text = NULL;

	(void)state;
	assert_int_equal(ibp_plain_ask(&talk->plain, &colour, &text),
			 IBP_PLAIN_TEXT);
	assert_string_equal(text, "a\001b");
	end(talk);
}

static void test_a_line_without_end(void **state)
{
	size_t length = 3 * IBP_PLAIN_LINE_MAX;
	char *typed = malloc(length + 4);
	const char *text = NULL;
	struct talk *talk;

	(void)state;
	assert_non_null(typed);
	memset(typed, 'x', length);
	strcpy(typed + length, "\nok");
	talk = start_text(typed);
	assert_int_equal(ibp_plain_ask(&talk->plain, &colour, &text),
			 IBP_PLAIN_TEXT);
	assert_string_equal(text, "ok");
	assert_non_null(strstr(said(talk), "too long"));
	assert_lines(said(talk));
	free(typed);
	end(talk);
}

/* ---- Lines of output ---- */

static void assert_says(const char *text, const char *expected)
{
	struct talk *talk = start_text("");

	ibp_plain_say_text(&talk->plain, text);
	assert_string_equal(said(talk), expected);
	assert_lines(said(talk));
	end(talk);
}

static void test_p3_ends(void **state)
{
	(void)state;
	assert_says("", "");
	assert_says("\n\n", "");
	assert_says("Done", "Done.\n");
	assert_says("Done.", "Done.\n");
	assert_says("Ready? ", "Ready?\n");
	assert_says("Now:", "Now:\n");
	assert_says("Oh!", "Oh!.\n");
	assert_says("één", "één.\n");
	assert_says("a\nb.\n\nc", "a.\nb.\nc.\n");
}

static void test_p3_hostile(void **state)
{
	(void)state;
	assert_says("a\033[31mb", "a?[31mb.\n");
	assert_says("a\r\bb\x7f", "a??b?\n");
	assert_says("a\tb", "a b.\n");
	assert_says("\xc2\x9b"
		    "2J",
		    "?2J.\n");
	assert_says("a\xff\xfe", "a??\n");
	assert_says("\xe2\x80\xaeright", "?right.\n");
	/* Box, block, braille and legacy drawing. */
	assert_says("\xe2\x94\x80|\xe2\x96\x88|\xe2\xa0\xbf|\xe2\xa3\xbf|"
		    "\xf0\x9f\xac\x80",
		    "?|?|?|?|?\n");
	/* What some programs take for the end of a line. */
	assert_says("a\xe2\x80\xa8z\xe2\x80\xa9z\xc2\x85z", "a?z?z?z.\n");
	/* Their neighbours are ordinary signs. */
	assert_says("\xe2\x93\xbf|\xe2\x96\xa0", "\xe2\x93\xbf|\xe2\x96\xa0"
						 ".\n");
}

static void test_p3_a_sentence_per_line(void **state)
{
	(void)state;
	assert_says("One sentence that is quite long, so that two do not go "
		    "on a line. Another sentence that is quite long too.",
		    "One sentence that is quite long, so that two do not go "
		    "on a line.\nAnother sentence that is quite long too.\n");
}

static void test_p3_a_sentence_longer_than_a_line(void **state)
{
	(void)state;
	assert_says("This one has more words than fit on a line of a hundred "
		    "columns, so it is broken and the end of the line says "
		    "so",
		    "This one has more words than fit on a line of a hundred "
		    "columns, ...\nso it is broken and the end of the line "
		    "says so.\n");
}

/* Nothing is lost: taking " ...\n" out gives the text again. */
static void test_p3_nothing_is_lost(void **state)
{
	struct ibp_buf text = {0};
	struct ibp_buf again = {0};
	struct talk *talk = start_text("");
	const char *at;

	(void)state;
	for (int i = 0; i < 300; i++)
		ibp_buf_addf(&text, "w%0*d%s", i % 23, i, i % 7 ? " " : ", ");
	ibp_buf_add(&text, "end.");
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	assert_lines(said(talk));
	for (at = said(talk); *at; at++) {
		if (!strncmp(at, " ...\n", 5)) {
			ibp_buf_add_char(&again, ' ');
			at += 4;
		} else if (*at != '\n') {
			ibp_buf_add_char(&again, *at);
		}
	}
	assert_string_equal(ibp_buf_text(&again), ibp_buf_text(&text));
	ibp_buf_release(&again);
	ibp_buf_release(&text);
	end(talk);
}

static void test_p3_one_word_and_wide_signs(void **state)
{
	struct ibp_buf text = {0};
	struct talk *talk = start_text("");

	(void)state;
	for (int i = 0; i < 400; i++)
		ibp_buf_add(&text, i % 2 ? "x" : "日");
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	assert_lines(said(talk));
	ibp_buf_release(&text);
	end(talk);
}

static void test_choices(void **state)
{
	static const char *const names[] = {"Low", "High"};
	struct talk *talk = start_text("");

	(void)state;
	ibp_plain_say_choices(&talk->plain, names, 2, false);
	ibp_plain_say_choices(&talk->plain, names, 2, true);
	assert_string_equal(said(talk), "1 Low. 2 High.\n1 Low.\n2 High.\n");
	end(talk);
}

/* ---- Several lines ---- */

static size_t kept;
static char last[100];

static void keep(void *context, const char *text)
{
	assert_ptr_equal(context, &kept);
	kept++;
	snprintf(last, sizeof(last), "%s", text);
}

static void assert_reads(const char *typed, enum ibp_plain_reply reply,
			 const char *expected)
{
	struct talk *talk = start_text(typed);
	struct ibp_buf text = {0};

	kept = 0;
	last[0] = '\0';
	assert_int_equal(
		ibp_plain_lines(&talk->plain, &colour, &text, keep, &kept),
		reply);
	assert_string_equal(ibp_buf_text(&text), expected);
	assert_string_equal(last, expected);
	assert_lines(said(talk));
	ibp_buf_release(&text);
	end(talk);
}

static void test_lines(void **state)
{
	(void)state;
	assert_reads("a\n b\n\nc\n.\nd\n", IBP_PLAIN_TEXT, "a\n b\n\nc\n");
	assert_reads("a\n<\nb\n.\n", IBP_PLAIN_TEXT, "b\n");
	assert_reads("a\n<\n<\n", IBP_PLAIN_BACK, "");
	assert_reads("\n", IBP_PLAIN_KEEP, "");
	assert_reads("a\nb\nq\n", IBP_PLAIN_STOP, "a\nb\n");
	assert_reads("a\nb", IBP_PLAIN_STOP, "a\nb\n");
	assert_reads("?\n\\q\n\\.\n#1\n.\n", IBP_PLAIN_TEXT, "q\n.\n#1\n");
	assert_reads(".\n", IBP_PLAIN_TEXT, "");
}

static void test_output_that_cannot_be_written(void **state)
{
	struct talk *talk = start_text("red\n");
	const char *text = NULL;
	FILE *full = fopen("/dev/full", "w");

	(void)state;
	assert_non_null(full);
	fclose(talk->plain.out);
	talk->plain.out = full;
	assert_int_equal(ibp_plain_ask(&talk->plain, &colour, &text),
			 IBP_PLAIN_STOP);
	assert_true(talk->plain.failed);
	end(talk);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_question_is_one_line),
		cmocka_unit_test(test_p2_every_sign),
		cmocka_unit_test(test_p2_help_then_the_question_again),
		cmocka_unit_test(test_p2_a_wrong_value_is_asked_again),
		cmocka_unit_test(test_an_answer_that_must_be_there),
		cmocka_unit_test(test_bytes_that_are_no_text),
		cmocka_unit_test(test_a_line_without_end),
		cmocka_unit_test(test_p3_ends),
		cmocka_unit_test(test_p3_hostile),
		cmocka_unit_test(test_p3_a_sentence_per_line),
		cmocka_unit_test(test_p3_a_sentence_longer_than_a_line),
		cmocka_unit_test(test_p3_nothing_is_lost),
		cmocka_unit_test(test_p3_one_word_and_wide_signs),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_output_that_cannot_be_written),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
