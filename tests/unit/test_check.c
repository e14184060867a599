#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/check.h"

#define TODAY "2026-11-23"

static struct ibp_norm norms[2];
static struct ibp_answer answers[2];
static const struct ibp_framework framework = {
	.target = 3,
	.norms = norms,
	.norm_count = 2,
};
static struct ibp_assessment assessment;

static int set_up(void **state)
{
	(void)state;
	memset(answers, 0, sizeof(answers));
	memset(norms, 0, sizeof(norms));
	norms[0].code = "GO.01";
	norms[1].code = "GO.02";
	memset(&assessment, 0, sizeof(assessment));
	assessment.answers = answers;
	assessment.answer_count = 2;
	return 0;
}

/* Each rule alone: whether it is found, and about which norm. */
static void finds(const char *code, const char *norm)
{
	const struct ibp_check_rule *rule =
		ibp_check_rule_find(ibp_check_rules, code);
	uint64_t off = ~((uint64_t)1 << (rule - ibp_check_rules));
	struct ibp_findings findings = {0};

	ibp_check(&framework, &assessment, TODAY, off, &findings);
	assert_int_equal(findings.count, norm ? 1 : 0);
	if (norm) {
		assert_string_equal(findings.items[0].subject, norm);
		assert_string_equal(findings.items[0].rule->code, code);
		assert_true(strlen(findings.items[0].message) > 20);
	}
	ibp_findings_release(&findings);
}

static void score(size_t index, const char *value)
{
	assert_true(ibp_answer_set(&answers[index], "score", value));
}

static void test_nothing_is_wrong_with_an_empty_assessment(void **state)
{
	struct ibp_findings findings = {0};

	(void)state;
	ibp_check(&framework, &assessment, TODAY, 0, &findings);
	assert_int_equal(findings.count, 0);
	ibp_findings_release(&findings);
}

static void test_faults(void **state)
{
	const char *codes[] = {"XX.99"};

	(void)state;
	finds("na-without-reason", NULL);
	score(1, "na");
	finds("na-without-reason", "GO.02");
	ibp_answer_set(&answers[1], "reason", "no such thing here");
	finds("na-without-reason", NULL);
	ibp_answer_set(&answers[1], "score:2", "na");
	finds("na-without-reason", "GO.02");
	answers[0].scores[IBP_ASSESSOR_FIRST] = 6;
	finds("score-out-of-range", "GO.01");
	answers[0].scores[IBP_ASSESSOR_FIRST] = 5;
	finds("score-out-of-range", NULL);
	finds("dangling-code", NULL);
	assessment.dangling.items = codes;
	assessment.dangling.count = 1;
	finds("dangling-code", "XX.99");
}

static void test_titles_and_codes_that_are_not_official(void **state)
{
	(void)state;
	finds("working-title", NULL);
	finds("code-not-official", NULL);
	norms[0].title_status = IBP_TITLE_REPORTED;
	finds("working-title", NULL);
	norms[0].title_status = IBP_TITLE_WORKING;
	finds("working-title", "GO.01");
	norms[1].code_status = IBP_CODE_RECONSTRUCTED;
	finds("code-not-official", "GO.02");
}

static void test_gaps(void **state)
{
	(void)state;
	score(0, "2");
	score(1, "3");
	finds("gap-without-owner", "GO.01");
	finds("gap-without-due", "GO.01");
	answers[0].owner = "bestuur";
	answers[0].due = "2026-11-23";
	finds("gap-without-owner", NULL);
	finds("gap-without-due", NULL);
	finds("due-passed", NULL);
	answers[0].due = "2026-11-22";
	finds("due-passed", "GO.01");
	answers[0].status = "done";
	finds("due-passed", NULL);
	answers[0].status = NULL;
	score(0, "3");
	finds("due-passed", NULL);
	score(0, NULL);
	finds("due-passed", "GO.01");
}

static void test_targets(void **state)
{
	(void)state;
	answers[0].target = 4;
	finds("target-below-framework", NULL);
	answers[0].target = 2;
	finds("target-below-framework", "GO.01");
}

static void test_evidence(void **state)
{
	struct ibp_evidence evidence = {.norm = "GO.02", .title = "Policy"};

	(void)state;
	score(1, "2");
	finds("score-without-evidence", NULL);
	score(1, "3");
	finds("score-without-evidence", "GO.02");
	answers[1].evidence = &evidence;
	answers[1].evidence_count = 1;
	finds("score-without-evidence", NULL);
	finds("evidence-old", NULL);
	evidence.date = "2024-11-23";
	finds("evidence-old", NULL);
	evidence.date = "2024-11-22";
	finds("evidence-old", "GO.02");
	finds("evidence-unchecked", "GO.02");
	evidence.checked_by = "FG";
	finds("evidence-unchecked", NULL);
}

static void test_two_assessors(void **state)
{
	(void)state;
	score(0, "2");
	finds("unsettled-score", NULL);
	ibp_answer_set(&answers[0], "score:2", "2");
	finds("unsettled-score", NULL);
	ibp_answer_set(&answers[0], "score:2", "3");
	finds("unsettled-score", "GO.01");
	ibp_answer_set(&answers[0], "score:settled", "3");
	finds("unsettled-score", NULL);
}

static void test_look_again(void **state)
{
	(void)state;
	finds("look-again", NULL);
	answers[1].look_again = true;
	finds("look-again", "GO.02");
}

static void test_every_rule_can_be_told(void **state)
{
	size_t faults = 0;

	(void)state;
	for (const struct ibp_check_rule *r = ibp_check_rules; r->code; r++) {
		assert_ptr_equal(ibp_check_rule_find(ibp_check_rules, r->code),
				 r);
		assert_true(strlen(r->remedy) > 20);
		faults += r->severity == IBP_FAULT;
		assert_false(r->optional && r->severity == IBP_FAULT);
	}
	assert_int_equal(faults, 6);
	assert_null(ibp_check_rule_find(ibp_check_rules, "no-such-rule"));
}

/* What is remembered, and back; what comes off by itself is no news. */
static void test_rules_that_are_off(void **state)
{
	const struct ibp_check_rule *rules = ibp_check_rules;
	const struct ibp_check_rule *title =
		ibp_check_rule_find(rules, "working-title");
	const struct ibp_check_rule *unchecked =
		ibp_check_rule_find(rules, "evidence-unchecked");
	struct ibp_buf setting = {0};
	uint64_t off = ibp_check_read_off(rules, NULL);

	(void)state;
	assert_true(ibp_check_is_off(rules, off, unchecked));
	assert_false(ibp_check_is_off(rules, off, title));
	ibp_check_write_off(rules, off, &setting);
	assert_int_equal(setting.length, 0);
	off = ibp_check_read_off(rules, "-working-title,+evidence-unchecked");
	assert_true(ibp_check_is_off(rules, off, title));
	assert_false(ibp_check_is_off(rules, off, unchecked));
	ibp_check_write_off(rules, off, &setting);
	assert_string_equal(setting.data, "+evidence-unchecked,-working-title");
	ibp_buf_release(&setting);
	/* Of a later version, or spoilt. */
	assert_int_equal(ibp_check_read_off(rules, ",x,-,-no-such-rule,+"),
			 ibp_check_read_off(rules, NULL));
}

static void test_one_norm(void **state)
{
	struct ibp_findings findings = {0};

	(void)state;
	score(0, "na");
	score(1, "na");
	ibp_check_norm(&framework, &assessment, 1, TODAY, 0, &findings);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].subject, "GO.02");
	ibp_findings_release(&findings);
}

static void test_the_count_leaves_texts_out(void **state)
{
	const struct ibp_check_rule *rules = ibp_check_rules;

	(void)state;
	score(0, "na");
	score(1, "3");
	ibp_check_count(&framework, &assessment, TODAY, 0);
	assert_int_equal(answers[0].findings, 1);
	assert_int_equal(answers[1].findings, 1);
	ibp_check_count(
		&framework, &assessment, TODAY,
		ibp_check_bit(rules, ibp_check_rule_find(
					     rules, "score-without-evidence")));
	assert_int_equal(answers[1].findings, 0);
	assert_int_equal(
		ibp_check_about_texts(),
		ibp_check_bit(rules,
			      ibp_check_rule_find(rules, "working-title")) |
			ibp_check_bit(rules,
				      ibp_check_rule_find(
					      rules, "code-not-official")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(
			test_nothing_is_wrong_with_an_empty_assessment, set_up),
		cmocka_unit_test_setup(test_rules_that_are_off, set_up),
		cmocka_unit_test_setup(test_one_norm, set_up),
		cmocka_unit_test_setup(test_the_count_leaves_texts_out, set_up),
		cmocka_unit_test_setup(test_faults, set_up),
		cmocka_unit_test_setup(
			test_titles_and_codes_that_are_not_official, set_up),
		cmocka_unit_test_setup(test_gaps, set_up),
		cmocka_unit_test_setup(test_targets, set_up),
		cmocka_unit_test_setup(test_evidence, set_up),
		cmocka_unit_test_setup(test_two_assessors, set_up),
		cmocka_unit_test_setup(test_look_again, set_up),
		cmocka_unit_test(test_every_rule_can_be_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
