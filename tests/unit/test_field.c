#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "core/assessment.h"
#include "core/change.h"
#include "core/field.h"

#define TODAY "2026-11-23"

struct vector {
	const struct ibp_field *table;
	const char *field;
	const char *text;
	const char *value; /* NULL: not set */
};

static const struct vector good[] = {
	{ibp_norm_fields, "score", "3", "3"},
	{ibp_norm_fields, "score", " 5 ", "5"},
	{ibp_norm_fields, "score", "NA", "na"},
	{ibp_norm_fields, "score", "none", NULL},
	{ibp_norm_fields, "score", "", NULL},
	{ibp_norm_fields, "score:2", "1", "1"},
	{ibp_norm_fields, "score:settled", "na", "na"},
	{ibp_norm_fields, "target", "4", "4"},
	{ibp_norm_fields, "target", "  ", NULL},
	{ibp_norm_fields, "status", "In-Progress", "in-progress"},
	{ibp_norm_fields, "priority", "high", "high"},
	{ibp_norm_fields, "due", "+3m", "2027-02-23"},
	{ibp_norm_fields, "due", "30-06-2027", "2027-06-30"},
	{ibp_norm_fields, "due", "2027-06-30", "2027-06-30"},
	{ibp_norm_fields, "due", "", NULL},
	{ibp_norm_fields, "owner", " ict\xc3\xa9 ", "ict\xc3\xa9"},
	{ibp_norm_fields, "owner", "e\xcc\x81", "\xc3\xa9"},
	{ibp_norm_fields, "note", "one\r\ntwo", "one\ntwo"},
	{ibp_norm_fields, "look_again", "yes", "yes"},
	{ibp_board_fields, "students", "007", "7"},
	{ibp_board_fields, "sector", "PO+VO", "po+vo"},
	{ibp_board_fields, "province", "Noord-Brabant", "noord-brabant"},
	{ibp_evidence_fields, "kind", "record", "record"},
	{ibp_evidence_fields, "confidence", "low", "low"},
	{ibp_assessment_fields, "locked", "2026-11-23T12:00:00Z",
	 "2026-11-23T12:00:00Z"},
};

static void test_values_are_made_canonical(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		const struct vector *v = &good[i];
		struct ibp_error err = {0};
		char *value = NULL;

		assert_int_equal(
			ibp_field_parse(ibp_field_find(v->table, v->field),
					v->text, TODAY, &value, &err),
			IBP_OK);
		if (v->value)
			assert_string_equal(value, v->value);
		else
			assert_null(value);
		free(value);
	}
}

/* The last member is what the message must hold. */
static const struct vector bad[] = {
	{ibp_norm_fields, "score", "0", "\"0\""},
	{ibp_norm_fields, "score", "6", "\"6\""},
	{ibp_norm_fields, "score", "33", "from 1 to 5"},
	{ibp_norm_fields, "score", "-1", "\"na\""},
	{ibp_norm_fields, "score", "3.5", "\"3.5\""},
	{ibp_norm_fields, "target", "na", "from 1 to 5"},
	{ibp_norm_fields, "target", "0", "from 1 to 5"},
	{ibp_norm_fields, "status", "dnoe", "Did you mean \"done\"?"},
	{ibp_norm_fields, "status", "wrong", "planned, in-progress"},
	{ibp_norm_fields, "priority", "hihg", "Did you mean \"high\"?"},
	{ibp_norm_fields, "due", "31-02-2027", "30-06-2027"},
	{ibp_norm_fields, "due", "morgen", "morgen"},
	{ibp_norm_fields, "owner", "a\x1b[31m", "U+001B"},
	{ibp_norm_fields, "owner", "a\nb", "U+000A"},
	{ibp_norm_fields, "owner", "\xff", "UTF-8"},
	{ibp_norm_fields, "note", "a\xe2\x80\xaeq", "U+202E"},
	{ibp_board_fields, "students", "-4", "whole number"},
	{ibp_board_fields, "students", "1000001", "1000000"},
	{ibp_board_fields, "students", "99999999999999999999", "whole"},
	{ibp_board_fields, "sector", "wo", "po, vo, so, po+vo"},
	{ibp_board_fields, "name", "  ", "left empty"},
	{ibp_evidence_fields, "title", "", "left empty"},
	{ibp_assessment_fields, "created", "today", "today"},
};

static void test_wrong_values_are_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		const struct vector *v = &bad[i];
		struct ibp_error err = {0};
		char kept[] = "kept";
		char *value = kept;

		assert_int_equal(
			ibp_field_parse(ibp_field_find(v->table, v->field),
					v->text, TODAY, &value, &err),
			IBP_USAGE);
		assert_ptr_equal(value, kept);
		if (!strstr(ibp_error_text(&err), v->value))
			fail_msg("%s: %s", v->text, ibp_error_text(&err));
		ibp_error_release(&err);
	}
}

static void test_a_text_that_is_too_long_is_refused(void **state)
{
	const struct ibp_field *owner =
		ibp_field_find(ibp_norm_fields, "owner");
	struct ibp_error err = {0};
	char *value = NULL;
	char text[IBP_TEXT_NAME_MAX + 2];

	(void)state;
	memset(text, 'a', sizeof(text));
	text[IBP_TEXT_NAME_MAX] = '\0';
	assert_int_equal(ibp_field_parse(owner, text, TODAY, &value, &err),
			 IBP_OK);
	assert_int_equal(strlen(value), IBP_TEXT_NAME_MAX);
	free(value);
	text[IBP_TEXT_NAME_MAX] = 'a';
	text[IBP_TEXT_NAME_MAX + 1] = '\0';
	assert_int_equal(ibp_field_parse(owner, text, TODAY, &value, &err),
			 IBP_USAGE);
	ibp_error_release(&err);
}

static void shows(const char *field, const char *value, const char *wanted)
{
	char *shown =
		ibp_field_show(ibp_field_find(ibp_norm_fields, field), value);

	assert_string_equal(shown, wanted);
	free(shown);
}

static void test_values_are_shown_to_a_person(void **state)
{
	(void)state;
	shows("score", "3", "3");
	shows("score", "na", "not applicable");
	shows("score", NULL, "");
	shows("status", "in-progress", "in progress");
	shows("due", "2027-06-30", "2027-06-30");
	shows("owner", "bestuur", "bestuur");
	shows("note", "a\nb", "a\nb");
}

static void test_unknown_names_get_the_nearest(void **state)
{
	(void)state;
	assert_null(ibp_field_find(ibp_norm_fields, "scor"));
	assert_string_equal(ibp_field_nearest(ibp_norm_fields, "scor"),
			    "score");
	assert_string_equal(ibp_field_nearest(ibp_evidence_fields, "tittle"),
			    "title");
	assert_null(ibp_field_nearest(ibp_norm_fields, "zzzzzz"));
}

static void test_choices_have_a_place(void **state)
{
	const struct ibp_field *status =
		ibp_field_find(ibp_norm_fields, "status");

	(void)state;
	assert_int_equal(ibp_field_choice(status, "open"), 0);
	assert_int_equal(ibp_field_choice(status, "DONE"), 3);
	assert_int_equal(ibp_field_choice(status, "x"), -1);
	assert_int_equal(ibp_field_choice(status, NULL), -1);
	assert_int_equal(ibp_field_choice(&ibp_norm_fields[0], "open"), -1);
	assert_string_equal(ibp_field_choice_label(status, "in-progress"),
			    "in progress");
	assert_string_equal(ibp_field_choice_label(status, "x"), "x");
	assert_null(ibp_field_choice_label(status, NULL));
}

/* What is stored must come out of the parser as it went in. */
static void test_what_is_canonical_stays_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		const struct vector *v = &good[i];
		struct ibp_error err = {0};
		char *again = NULL;

		if (!v->value)
			continue;
		assert_int_equal(
			ibp_field_parse(ibp_field_find(v->table, v->field),
					v->value, TODAY, &again, &err),
			IBP_OK);
		assert_string_equal(again, v->value);
		free(again);
	}
}

static void test_an_answer_holds_every_field(void **state)
{
	struct ibp_answer answer = {0};

	(void)state;
	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++) {
		const char *value = "x";

		if (f->kind == IBP_FIELD_SCORE)
			value = "na";
		else if (f->kind == IBP_FIELD_LEVEL)
			value = "4";
		else if (f->choices)
			value = f->choices[0].word;
		assert_null(ibp_answer_value(&answer, f->name));
		assert_true(ibp_answer_set(&answer, f->name, value));
		assert_string_equal(ibp_answer_value(&answer, f->name), value);
		assert_true(ibp_answer_set(&answer, f->name, NULL));
		assert_null(ibp_answer_value(&answer, f->name));
	}
	assert_false(ibp_answer_set(&answer, "scores", "3"));
	assert_null(ibp_answer_value(&answer, "scores"));
}

static void test_the_settled_score_counts(void **state)
{
	struct ibp_answer answer = {0};

	(void)state;
	ibp_answer_set(&answer, "score", "2");
	ibp_answer_set(&answer, "reason", "first");
	ibp_answer_set(&answer, "score:2", "4");
	assert_int_equal(answer.score, 2);
	assert_string_equal(answer.reason, "first");
	ibp_answer_set(&answer, "score:settled", "3");
	ibp_answer_set(&answer, "reason:settled", "agreed");
	assert_int_equal(answer.score, 3);
	assert_string_equal(answer.reason, "agreed");
	ibp_answer_set(&answer, "score", "5");
	assert_int_equal(answer.score, 3);
	ibp_answer_set(&answer, "score:settled", NULL);
	assert_int_equal(answer.score, 5);
	assert_string_equal(answer.reason, "first");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_are_made_canonical),
		cmocka_unit_test(test_wrong_values_are_explained),
		cmocka_unit_test(test_a_text_that_is_too_long_is_refused),
		cmocka_unit_test(test_values_are_shown_to_a_person),
		cmocka_unit_test(test_unknown_names_get_the_nearest),
		cmocka_unit_test(test_choices_have_a_place),
		cmocka_unit_test(test_what_is_canonical_stays_so),
		cmocka_unit_test(test_an_answer_holds_every_field),
		cmocka_unit_test(test_the_settled_score_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
