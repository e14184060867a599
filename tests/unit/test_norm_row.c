#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "core/norm_row.h"

#define TODAY "2026-11-23"
#define NORMS 5

static struct ibp_norm norms[NORMS] = {
	{.code = "GO.01", .title = "Strategie"},
	{.code = "GO.02", .title = "Beleid"},
	{.code = "GO.03", .title = "\xc3\x89\xc3\xa9n plan"},
	{.code = "PR.01", .title = "Register", .domain = 1},
	{.code = "PR.02", .title = "Rechten", .domain = 1},
};
static struct ibp_part parts[] = {{"security", "Informatiebeveiliging"},
				  {"privacy", "Privacy"}};
static struct ibp_domain domains[] = {
	{.code = "GO", .part = 0, .title = "Bestuur", .norm_count = 3},
	{.code = "PR",
	 .part = 1,
	 .title = "Processen",
	 .first_norm = 3,
	 .norm_count = 2},
};
static const struct ibp_framework framework = {
	.target = 3,
	.parts = parts,
	.part_count = 2,
	.domains = domains,
	.domain_count = 2,
	.norms = norms,
	.norm_count = NORMS,
};
static struct ibp_answer answers[NORMS];
static const struct ibp_assessment assessment = {
	.answers = answers,
	.answer_count = NORMS,
};
static const struct ibp_evidence evidence = {.norm = "GO.03",
					     .title = "Beleidsplan 2026"};

static int set_up(void **state)
{
	(void)state;
	memset(answers, 0, sizeof(answers));
	ibp_answer_set(&answers[0], "score", "2");
	ibp_answer_set(&answers[0], "owner", "ICT-co\xc3\xb6rdinator");
	ibp_answer_set(&answers[0], "priority", "low");
	ibp_answer_set(&answers[0], "due", "2027-06-30");
	ibp_answer_set(&answers[1], "score", "4");
	ibp_answer_set(&answers[1], "target", "5");
	ibp_answer_set(&answers[1], "priority", "high");
	ibp_answer_set(&answers[2], "score", "2");
	ibp_answer_set(&answers[2], "due", "2026-12-31");
	ibp_answer_set(&answers[2], "priority", "medium");
	answers[2].evidence = &evidence;
	answers[2].evidence_count = 1;
	ibp_answer_set(&answers[3], "score", "na");
	ibp_answer_set(&answers[3], "reason", "Geen eigen systeem");
	ibp_answer_set(&answers[4], "look_again", "yes");
	answers[1].findings = 2;
	return 0;
}

/* The codes in their order, such as "GO.01 GO.02". */
static void lists(const char *expr, const char *key, const char *wanted)
{
	struct ibp_arena arena = {0};
	struct ibp_filter *filter = NULL;
	struct ibp_error err = {0};
	struct ibp_buf got = {0};
	size_t *indexes;
	size_t count;

	if (expr)
		assert_int_equal(ibp_filter_parse(expr, ibp_norm_row_fields,
						  TODAY, &filter, &err),
				 IBP_OK);
	assert_int_equal(ibp_norm_rows(&framework, &assessment, filter, key,
				       &arena, &indexes, &count, &err),
			 IBP_OK);
	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(&got, "%s%s", i ? " " : "",
			     norms[indexes[i]].code);
	assert_string_equal(ibp_buf_text(&got), wanted);
	ibp_buf_release(&got);
	ibp_filter_free(filter);
	ibp_arena_release(&arena);
}

static void test_filters(void **state)
{
	(void)state;
	lists(NULL, NULL, "GO.01 GO.02 GO.03 PR.01 PR.02");
	lists("score<3", NULL, "GO.01 GO.03");
	lists("gap>0", NULL, "GO.01 GO.02 GO.03");
	lists("gap=1", NULL, "GO.01 GO.02 GO.03");
	lists("target=5", NULL, "GO.02");
	lists("target=3 and score=na", NULL, "PR.01");
	lists("evidence>0", NULL, "GO.03");
	lists("part=privacy", NULL, "PR.01 PR.02");
	lists("domain=GO and due<+3m", NULL, "GO.03");
	lists("title~een", NULL, "GO.03");
	lists("title=\"\xc3\xa9\xc3\xa9n plan\"", NULL, "GO.03");
	lists("look_again=yes", NULL, "PR.02");
	lists("look_again=\"\" and score=\"\"", NULL, "");
	lists("reason~systeem", NULL, "PR.01");
	lists("owner=\"ict-coordinator\"", NULL, "GO.01");
	lists("findings>0", NULL, "GO.02");
	lists("findings=0 and score=2", NULL, "GO.01 GO.03");
}

static void test_sorting_is_stable_and_puts_the_unset_last(void **state)
{
	(void)state;
	lists(NULL, "score", "GO.01 GO.03 GO.02 PR.01 PR.02");
	lists(NULL, "-score", "GO.02 GO.01 GO.03 PR.01 PR.02");
	lists(NULL, "due", "GO.03 GO.01 GO.02 PR.01 PR.02");
	lists(NULL, "-due", "GO.01 GO.03 GO.02 PR.01 PR.02");
	lists(NULL, "priority", "GO.01 GO.03 GO.02 PR.01 PR.02");
	lists(NULL, "-priority", "GO.02 GO.03 GO.01 PR.01 PR.02");
	lists(NULL, "title", "GO.02 GO.03 PR.02 PR.01 GO.01");
	lists(NULL, "-code", "PR.02 PR.01 GO.03 GO.02 GO.01");
	lists(NULL, "evidence", "GO.01 GO.02 PR.01 PR.02 GO.03");
	lists("score<5", "-owner", "GO.01 GO.02 GO.03");
}

static void test_an_unknown_key_gets_the_nearest(void **state)
{
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	size_t *indexes = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(ibp_norm_rows(&framework, &assessment, NULL, "-scoer",
				       &arena, &indexes, &count, &err),
			 IBP_USAGE);
	assert_non_null(strstr(ibp_error_text(&err), "\"score\""));
	assert_int_equal(ibp_norm_rows(&framework, &assessment, NULL, "",
				       &arena, &indexes, &count, &err),
			 IBP_USAGE);
	assert_null(indexes);
	ibp_error_release(&err);
	ibp_arena_release(&arena);
}

static bool row_has(size_t index, const char *folded)
{
	struct ibp_norm_row row = {&framework, &assessment, index};

	return ibp_norm_row_has(&row, folded);
}

static void test_search_looks_at_every_text(void **state)
{
	(void)state;
	assert_true(row_has(0, "coordinator"));
	assert_true(row_has(0, "go.01"));
	assert_true(row_has(0, "bestuur"));
	assert_true(row_has(2, "een plan"));
	assert_true(row_has(2, "plan 2026"));
	assert_true(row_has(3, "geen eigen"));
	assert_false(row_has(1, "coordinator"));
	assert_false(row_has(4, "plan"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_filters, set_up),
		cmocka_unit_test_setup(
			test_sorting_is_stable_and_puts_the_unset_last, set_up),
		cmocka_unit_test_setup(test_an_unknown_key_gets_the_nearest,
				       set_up),
		cmocka_unit_test_setup(test_search_looks_at_every_text, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
