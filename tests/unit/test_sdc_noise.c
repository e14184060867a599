#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "core/sdc_noise.h"
#include "core/sdc_round.h"
#include "sdc_help.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static enum ibp_status from_stream(void *self, void *bytes, size_t count,
				   struct ibp_error *err)
{
	unsigned char *out = bytes;

	(void)err;
	for (size_t i = 0; i < count; i += 8) {
		uint64_t word = ibp_sdc_stream_word(self);

		for (size_t b = 0; b < 8; b++)
			out[i + b] = (unsigned char)(word >> (56 - 8 * b));
	}
	return IBP_OK;
}

static struct ibp_sdc_plan *noise(const struct edition *edition,
				  enum ibp_sdc_detail detail, long epsilon)
{
	struct ibp_sdc_stream stream;
	struct ibp_sdc_random random = {from_stream, &stream};
	struct ibp_sdc_plan *plan = NULL;
	struct ibp_error err = {0};

	ibp_sdc_stream_init(&stream, "test", 4);
	assert_int_equal(ibp_sdc_noise_plan_new(&edition->input, detail,
						epsilon, &random, &plan, &err),
			 IBP_OK);
	assert_int_equal(plan->mode, IBP_SDC_NOISE);
	assert_int_equal(plan->unit_count, 0);
	if (plan->is_refused)
		assert_int_equal(plan->row_count, 0);
	return plan;
}

/* By CODE alone; 0: not at all. */
static void is_refused(const struct edition *edition,
		       enum ibp_sdc_detail detail, long epsilon, int code)
{
	struct ibp_sdc_plan *plan = noise(edition, detail, epsilon);

	if (!code) {
		assert_false(plan->is_refused);
		assert_int_equal(plan->finding_count, 0);
	} else {
		assert_true(plan->is_refused);
		assert_int_equal(plan->finding_count, 1);
		assert_int_equal(plan->findings[0].code, code);
		assert_true(plan->findings[0].refuses);
	}
	ibp_sdc_plan_free(plan);
}

/* Every result from the same stream, the noise of all groups drawn first. */
static void test_results(void **state)
{
	struct edition *edition = edition_new(2);
	struct ibp_sdc_plan *plan;
	struct ibp_sdc_stream stream;
	struct ibp_sdc_random random = {from_stream, &stream};
	long drawn[2][1 + IBP_SDC_LEVELS];
	struct ibp_error err = {0};

	(void)state;
	edition_add(edition, 400, IBP_SDC_PO, 0, 0);
	edition->boards[7].scores[1] = 0;
	edition->boards[8].scores[1] = 480;
	ibp_sdc_stream_init(&stream, "test", 4);
	for (int g = 0; g < 2; g++)
		for (int i = 0; i <= IBP_SDC_LEVELS; i++)
			assert_int_equal(
				ibp_sdc_laplace(&random,
						(i ? 2L : 300L) * 2 * 2 * 1000,
						1500, &drawn[g][i], &err),
				IBP_OK);
	plan = noise(edition, IBP_SDC_GROUPS, 1500);
	assert_int_equal(plan->row_count, 2 * (1 + IBP_SDC_LEVELS));
	for (int g = 0; g < 2; g++) {
		const struct ibp_sdc_row *row = &plan->rows[g * 6];
		long counts[1 + IBP_SDC_LEVELS] = {0};
		long sum = drawn[g][0];
		long total = 0;

		for (size_t i = 0; i < 400; i++) {
			long score = edition->boards[i].scores[g];

			score = score ? score : 250;
			counts[ibp_sdc_level(score)]++;
			sum += score > 400 ? 400 : score;
		}
		assert_string_equal(row->group, edition->catalogue.codes[g]);
		assert_int_equal(row->measure, IBP_SDC_MEAN);
		assert_int_equal(row->value, (sum + 200) / 400);
		assert_int_equal(row->band, 200);
		for (int l = 1; l <= IBP_SDC_LEVELS; l++) {
			counts[l] += drawn[g][l];
			counts[l] = counts[l] < 0 ? 0 : counts[l];
			total += counts[l];
		}
		for (int l = 1; l <= IBP_SDC_LEVELS; l++) {
			assert_int_equal(row[l].measure, IBP_SDC_LEVEL);
			assert_int_equal(row[l].category, l);
			assert_int_equal(row[l].value,
					 (200 * counts[l] + total) /
						 (2 * total));
		}
	}
	ibp_sdc_plan_free(plan);
	free(edition);
}

static void test_what_is_scored(void **state)
{
	struct edition *edition = edition_new(4);
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 900, IBP_SDC_PO, 0, 0);
	plan = noise(edition, IBP_SDC_CLUSTERS, 1000);
	assert_int_equal(plan->row_count, 2 * 6);
	assert_string_equal(plan->rows[0].group, "GO");
	assert_string_equal(plan->rows[6].group, "ID+SM+PR");
	ibp_sdc_plan_free(plan);
	plan = noise(edition, IBP_SDC_OVERALL, 1000);
	assert_int_equal(plan->row_count, 6);
	assert_string_equal(plan->rows[0].group, "total");
	ibp_sdc_plan_free(plan);
	/* All bits of the catalogue in use. */
	edition->catalogue.count = IBP_SDC_GROUPS_MAX;
	for (size_t g = 4; g < IBP_SDC_GROUPS_MAX; g++)
		edition->catalogue.codes[g] = "XX";
	plan = noise(edition, IBP_SDC_OVERALL, 2000);
	assert_int_equal(plan->row_count, 6);
	assert_in_range(plan->rows[0].value, 240, 260);
	ibp_sdc_plan_free(plan);
	free(edition);
}

static void test_clusters(void **state)
{
	static const size_t norms[] = {7, 3, 6, 8, 4, 3, 6, 5, 13, 5, 5, 4, 25};
	static const unsigned char clusters[] = {0, 0, 0, 0, 1, 1, 1,
						 1, 2, 2, 2, 2, 3};
	static const size_t few[] = {3, 90};
	struct ibp_sdc_catalogue catalogue = {.count = LENGTH(norms)};

	(void)state;
	ibp_sdc_divide(&catalogue, norms);
	assert_int_equal(catalogue.cluster_count, 4);
	assert_memory_equal(catalogue.clusters, clusters, sizeof(clusters));
	catalogue.count = LENGTH(few);
	ibp_sdc_divide(&catalogue, few);
	assert_int_equal(catalogue.clusters[0], 0);
	assert_int_equal(catalogue.clusters[1], 2);
}

/* P12: 3 g / (epsilon / 2 x n) is at most 0.15. */
static void test_predicted_error(void **state)
{
	static const struct {
		size_t boards;
		enum ibp_sdc_detail detail;
		long epsilon;
		int code;
	} rows[] = {
		{160, IBP_SDC_GROUPS, 1000, 0},
		{159, IBP_SDC_GROUPS, 1000, 12},
		{80, IBP_SDC_CLUSTERS, 1000, 0},
		{79, IBP_SDC_CLUSTERS, 1000, 12},
		{40, IBP_SDC_OVERALL, 1000, 0},
		{39, IBP_SDC_OVERALL, 1000, 12},
		{20, IBP_SDC_OVERALL, 2000, 0},
		{400, IBP_SDC_OVERALL, 100, 0},
		{399, IBP_SDC_OVERALL, 100, 12},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(4);

		edition_add(edition, rows[i].boards, IBP_SDC_PO, 0, 0);
		is_refused(edition, rows[i].detail, rows[i].epsilon,
			   rows[i].code);
		free(edition);
	}
}

static void test_refusals(void **state)
{
	struct edition *edition = edition_new(1);
	struct ibp_sdc_plan *plan;

	(void)state;
	edition_add(edition, 900, IBP_SDC_PO, 0, 0);
	is_refused(edition, IBP_SDC_GROUPS, 100, 0);
	is_refused(edition, IBP_SDC_GROUPS, 99, 14);
	is_refused(edition, IBP_SDC_GROUPS, 2000, 0);
	is_refused(edition, IBP_SDC_GROUPS, 2001, 14);
	is_refused(edition, IBP_SDC_GROUPS, 0, 14);
	is_refused(edition, IBP_SDC_GROUPS, -1000, 14);
	edition->input.was_published[IBP_SDC_RULES] = true;
	is_refused(edition, IBP_SDC_GROUPS, 1000, 11);
	edition->input.was_published[IBP_SDC_RULES] = false;
	edition->input.was_published[IBP_SDC_NOISE] = true;
	is_refused(edition, IBP_SDC_GROUPS, 1000, 11);
	edition->input.was_published[IBP_SDC_NOISE] = false;
	edition->rules.noise_error = 1000;
	edition->input.count = 19;
	plan = noise(edition, IBP_SDC_GROUPS, 1000);
	assert_true(plan->is_refused);
	assert_int_equal(plan->findings[0].code, 0);
	assert_int_equal(plan->findings[0].numbers[0], 19);
	ibp_sdc_plan_free(plan);
	free(edition);
}

/* P13: five editions in a row, in whatever order the ledger is. */
static void test_budget(void **state)
{
	static const struct ibp_sdc_spent spent[] = {
		{"2029", 1200},  {"2026", 1200}, {"2028", 1200},
		{"2027a", 1200}, {"2020", 2000},
	};
	static const struct {
		const char *edition;
		size_t count;
		long epsilon;
		int code;
	} rows[] = {
		{"2030", 4, 200, 0},   {"2030", 4, 201, 13},
		{"2030", 4, 1200, 13}, {"2027", 4, 200, 0},
		{"2027", 4, 201, 13},  {"2021", 5, 400, 13},
		{"2031", 3, 1400, 0},  {"2031", 3, 1401, 13},
		{"2020", 5, 1000, 13}, {"2030", 0, 2000, 0},
		{"2029", 1, 2000, 0},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edition *edition = edition_new(1);

		edition_add(edition, 900, IBP_SDC_PO, 0, 0);
		edition->input.edition = rows[i].edition;
		edition->input.spent = spent;
		edition->input.spent_count = rows[i].count;
		is_refused(edition, IBP_SDC_GROUPS, rows[i].epsilon,
			   rows[i].code);
		free(edition);
	}
}

static enum ibp_status runs_dry(void *self, void *bytes, size_t count,
				struct ibp_error *err)
{
	int *left = self;

	if (--*left < 0)
		return ibp_error_set(err, IBP_INPUT, "dry");
	for (size_t i = 0; i < count; i++)
		((unsigned char *)bytes)[i] = (unsigned char)(*left * 29 + 7);
	return IBP_OK;
}

/* Whenever the numbers end: a status, a reason and no plan. */
static void test_no_random_numbers(void **state)
{
	struct edition *edition = edition_new(1);

	(void)state;
	edition_add(edition, 900, IBP_SDC_PO, 0, 0);
	for (int words = 0; words < 12; words++) {
		struct ibp_sdc_plan *plan = NULL;
		struct ibp_error err = {0};
		int left = words;
		struct ibp_sdc_random random = {runs_dry, &left};

		assert_int_equal(ibp_sdc_noise_plan_new(&edition->input,
							IBP_SDC_GROUPS, 1000,
							&random, &plan, &err),
				 IBP_INPUT);
		assert_null(plan);
		assert_string_equal(ibp_error_text(&err), "dry");
		ibp_error_release(&err);
	}
	free(edition);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_results),
		cmocka_unit_test(test_what_is_scored),
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_predicted_error),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_budget),
		cmocka_unit_test(test_no_random_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
