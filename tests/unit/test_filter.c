#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "core/filter.h"

#define TODAY "2026-11-23"

/* One field of every kind, in a row of plain values. */
enum { OWNER, STATUS, CODE, EVIDENCE, DUE, SCORE, FIELDS };

static const struct ibp_filter_field fields[] = {
	[OWNER] = {"owner", IBP_FILTER_TEXT, NULL},
	[STATUS] = {"status", IBP_FILTER_WORD, ibp_status_choices},
	[CODE] = {"code", IBP_FILTER_WORD, NULL},
	[EVIDENCE] = {"evidence", IBP_FILTER_NUMBER, NULL},
	[DUE] = {"due", IBP_FILTER_DATE, NULL},
	[SCORE] = {"score", IBP_FILTER_SCORE, NULL},
	[FIELDS] = {NULL, IBP_FILTER_TEXT, NULL},
};

typedef const char *const row_values[FIELDS];

static const char *value_of(const void *row, size_t field,
			    struct ibp_arena *arena)
{
	const char *const *values = row;

	(void)arena;
	return values[field];
}

/* Scored and full, open and empty, not applicable. */
static row_values full = {
	"ICT-co\xc3\xb6rdinator", "done", "GO.02", "12", "2027-06-30", "3"};
static row_values empty = {NULL, NULL, "GO.03", "0", NULL, NULL};
static row_values exempt = {"a \"b\" \\c", "in-progress", "PR.01",
			    "2",           "2026-12-31",  "na"};

struct vector {
	const char *expr;
	bool full;
	bool empty;
	bool exempt;
};

static const struct vector good[] = {
	{"score=3", true, false, false},
	{"score!=3", false, true, true},
	{"score<3", false, false, false},
	{"score<=3", true, false, false},
	{"score>2", true, false, false},
	{"score>=4", false, false, false},
	{"score>=1", true, false, false},
	{"score=na", false, false, true},
	{"score=NA", false, false, true},
	{"score!=na", true, true, false},
	{"score=none", false, true, false},
	{"score!=none", true, false, true},
	{"score=\"\"", false, true, false},
	{"score!=\"\"", true, false, true},
	{"score~n", false, false, true},
	{"evidence=12", true, false, false},
	{"evidence<12", false, true, true},
	{"evidence>=2", true, false, true},
	{"evidence>-1", true, true, true},
	{"evidence=0012", true, false, false},
	{"due<2027-01-01", false, false, true},
	{"due>2027-01-01", true, false, false},
	{"due=30-06-2027", true, false, false},
	{"due<+3m", false, false, true},
	{"due<=+38d", false, false, true},
	{"due<+38d", false, false, false},
	{"due=\"\"", false, true, false},
	{"due~2027", true, false, false},
	{"status=done", true, false, false},
	{"status=Done", true, false, false},
	{"status!=done", false, true, true},
	{"status=in-progress", false, false, true},
	{"status~prog", false, false, true},
	{"code=go.02", true, false, false},
	{"code~GO", true, true, false},
	{"code=\"GO.02\"", true, false, false},
	{"owner=ict-coordinator", true, false, false},
	{"owner~COORD", true, false, false},
	{"owner~\"\xc3\xb6\"", true, false, false},
	{"owner=\"a \\\"b\\\" \\\\c\"", false, false, true},
	{"owner=\"\"", false, true, false},
	{"owner!=\"\"", true, false, true},
	{"not score=3", false, true, true},
	{"not (score=3)", false, true, true},
	{"not(score=3 or score=na)", false, true, false},
	{"score=3 and status=done", true, false, false},
	{"score=3 and status=open", false, false, false},
	{"score=3 or score=na", true, false, true},
	{"score=na or score=3 and status=open", false, false, true},
	{"(score=na or score=3) and status=done", true, false, false},
	{"not score=3 and not score=na", false, true, false},
	{"  score\t=\n3  ", true, false, false},
	{"score = 3 and ( code ~ GO )", true, false, false},
	{"((((score=3))))", true, false, false},
	{"code=and or code=or or score=3", true, false, false},
	{"owner~not", false, false, false},
};

static void test_expressions_that_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		const struct vector *v = &good[i];
		struct ibp_filter *filter = NULL;
		struct ibp_error err = {0};

		if (ibp_filter_parse(v->expr, fields, TODAY, &filter, &err))
			fail_msg("%s: %s", v->expr, ibp_error_text(&err));
		if (ibp_filter_matches(filter, value_of, full) != v->full ||
		    ibp_filter_matches(filter, value_of, empty) != v->empty ||
		    ibp_filter_matches(filter, value_of, exempt) != v->exempt)
			fail_msg("%s matches other rows", v->expr);
		ibp_filter_free(filter);
	}
}

/* What the message must hold. */
static const char *const bad[][2] = {
	{"", "column 1: a field is expected"},
	{"   ", "column 4: a field is expected"},
	{"score", "column 6: one of ="},
	{"score 3", "column 7: one of ="},
	{"score=", "column 7: a value is expected"},
	{"score= and code=a", "\"and\" is not a score"},
	{"score==3", "\"=3\" is not a score"},
	{"scoer=3", "column 1: there is no field \"scoer\". Did you mean "
		    "\"score\"?"},
	{"score=3 and ownr=x", "column 13: there is no field \"ownr\". Did "
			       "you mean \"owner\"?"},
	{"owner=\"\xc3\xa9\xc3\xa9\" and x=1", "column 16: there is no field "
					       "\"x\"."},
	{"zzzzzzz=3", "column 1: there is no field \"zzzzzzz\"."},
	{"Score=3", "Did you mean \"score\"?"},
	{"score=6", "column 7: \"6\" is not a score"},
	{"score=0", "column 7: \"0\" is not a score"},
	{"score=03", "\"03\" is not a score"},
	{"score=high", "1 to 5, na or none"},
	{"score<na", "goes with =, != and ~ only"},
	{"score<\"\"", "goes with = and != only"},
	{"score<none", "goes with = and != only"},
	{"owner~\"\"", "goes with = and != only"},
	{"owner<a", "goes with =, != and ~ only"},
	{"status>done", "goes with =, != and ~ only"},
	{"status=dnoe", "column 8: \"dnoe\" is not one of open, planned, "
			"in-progress, done. Did you mean \"done\"?"},
	{"status=zzzzzzzz", "in-progress, done."},
	{"evidence=many", "\"many\" is not a whole number"},
	{"evidence=1.5", "whole number"},
	{"evidence=--1", "whole number"},
	{"evidence>99999999999999999999", "whole number"},
	{"due<tomorrow", "column 5: \"tomorrow\" is not a date"},
	{"due=2027-02-30", "not a date"},
	{"(score=3", "column 1: this bracket is not closed"},
	{"score=3)", "column 8: \"and\", \"or\" or the end is expected"},
	{"score=3 score=4", "column 9: \"and\", \"or\" or the end"},
	{"score=3 and", "column 12: a field is expected"},
	{"score=3 or or score=4", "column 12: there is no field \"or\""},
	{"not", "column 4: a field is expected"},
	{"not not score=3", "column 5: there is no field \"not\""},
	{"()", "column 2: a field is expected"},
	{"owner=\"abc", "column 7: this quote is not closed"},
	{"owner=\"abc\\\"", "column 7: this quote is not closed"},
	{"owner=\"a\"b", "column 10: \"and\", \"or\" or the end"},
	{"= 3", "column 1: a field is expected"},
	{"owner=\xff", "not valid UTF-8"},
};

static void test_expressions_that_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct ibp_filter *filter = NULL;
		struct ibp_error err = {0};

		if (ibp_filter_parse(bad[i][0], fields, TODAY, &filter, &err) !=
		    IBP_USAGE)
			fail_msg("%s is read", bad[i][0]);
		assert_null(filter);
		if (!strstr(ibp_error_text(&err), bad[i][1]))
			fail_msg("%s: %s", bad[i][0], ibp_error_text(&err));
		ibp_error_release(&err);
	}
}

static enum ibp_status parse(const char *expr)
{
	struct ibp_filter *filter = NULL;
	struct ibp_error err = {0};
	enum ibp_status status =
		ibp_filter_parse(expr, fields, TODAY, &filter, &err);

	ibp_filter_free(filter);
	ibp_error_release(&err);
	return status;
}

static enum ibp_status parse_nested(size_t depth)
{
	struct ibp_buf expr = {0};
	enum ibp_status status;

	ibp_buf_add_times(&expr, "(", depth);
	ibp_buf_add(&expr, "score=3");
	ibp_buf_add_times(&expr, ")", depth);
	status = parse(ibp_buf_text(&expr));
	ibp_buf_release(&expr);
	return status;
}

static void test_depth_and_length_have_a_ceiling(void **state)
{
	struct ibp_buf expr = {0};

	(void)state;
	assert_int_equal(parse_nested(IBP_FILTER_DEPTH), IBP_OK);
	assert_int_equal(parse_nested(IBP_FILTER_DEPTH + 1), IBP_USAGE);
	assert_int_equal(parse_nested(400), IBP_USAGE);
	ibp_buf_add(&expr, "owner=");
	ibp_buf_add_times(&expr, "a", IBP_FILTER_MAX - 6);
	assert_int_equal(parse(ibp_buf_text(&expr)), IBP_OK);
	ibp_buf_add(&expr, "a");
	assert_int_equal(parse(ibp_buf_text(&expr)), IBP_USAGE);
	ibp_buf_release(&expr);
	ibp_buf_add(&expr, "score=3");
	ibp_buf_add_times(&expr, " or score=3", 90);
	assert_int_equal(parse(ibp_buf_text(&expr)), IBP_OK);
	ibp_buf_release(&expr);
}

static void test_no_filter_matches_everything(void **state)
{
	(void)state;
	assert_true(ibp_filter_matches(NULL, value_of, full));
	assert_true(ibp_filter_matches(NULL, value_of, empty));
	ibp_filter_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expressions_that_are_read),
		cmocka_unit_test(test_expressions_that_are_refused),
		cmocka_unit_test(test_depth_and_length_have_a_ceiling),
		cmocka_unit_test(test_no_filter_matches_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
