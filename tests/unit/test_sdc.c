#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "core/sdc.h"
#include "core/sdc_noise.h"
#include "core/sdc_round.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* RFC 4231, test cases 1 and 2. */
static void test_hmac(void **state)
{
	static const struct {
		const char *key;
		const char *text;
		const char *mac;
	} rows[] = {
		{"\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
		 "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b",
		 "Hi There",
		 "b0344c61d8db38535ca8afceaf0bf12b"
		 "881dc200c9833da726e9376c2e32cff7"},
		{"Jefe", "what do ya want for nothing?",
		 "5bdcc146bf60754e6a042426089575c7"
		 "5a003f089d2739839dec58b964ec3843"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		unsigned char mac[IBP_SHA256_BYTES];
		char hex[IBP_SHA256_SIZE];

		ibp_hmac_sha256(rows[i].key, strlen(rows[i].key), rows[i].text,
				strlen(rows[i].text), mac);
		ibp_hex(mac, sizeof(mac), hex);
		assert_string_equal(hex, rows[i].mac);
	}
	assert_true(ibp_same_secret("abc", "abc", 3));
	assert_false(ibp_same_secret("abc", "abd", 3));
}

static void test_random_bytes(void **state)
{
	struct ibp_error err = {0};
	unsigned char one[32] = {0};
	unsigned char other[32] = {0};

	(void)state;
	assert_int_equal(ibp_random_bytes(one, sizeof(one), &err), IBP_OK);
	assert_int_equal(ibp_random_bytes(other, sizeof(other), &err), IBP_OK);
	assert_memory_not_equal(one, other, sizeof(one));
}

/* The vectors of the design: key 00..1f. */
static void test_keyed_rounding(void **state)
{
	static const struct {
		const char *label;
		long num;
		long den;
		long step;
		long below;
		long rounded;
	} rows[] = {
		{"2026/po/mean/GO/abc", 2170, 10, 30, 217, 210},
		{"2026/po/mean/ID/abc", 2499, 10, 30, 199, 240},
		{"2026/vo/mean/GO/def", 6511, 30, 10, 10, 220},
		{"2026/all/mean/GO/xyz", 190000, 900, 5, 3402, 210},
		{"2026/po/dist/GO/1/abc", 7, 1, 3, 0, 9},
		{"2026/po/dist/GO/2/abc", 8, 1, 3, 0, 9},
	};
	unsigned char key[IBP_SDC_KEY];

	(void)state;
	for (size_t i = 0; i < sizeof(key); i++)
		key[i] = (unsigned char)i;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		uint64_t bound = (uint64_t)(rows[i].den * rows[i].step);

		assert_int_equal(ibp_sdc_below(key, bound, rows[i].label),
				 rows[i].below);
		assert_int_equal(ibp_sdc_round(key, rows[i].num, rows[i].den,
					       rows[i].step, rows[i].label),
				 rows[i].rounded);
	}
}

static void test_nearest(void **state)
{
	static const long rows[][3] = {{7, 2, 4},   {5, 2, 3},  {-5, 2, -2},
				       {-7, 3, -2}, {-1, 2, 0}, {0, 9, 0},
				       {-8, 3, -3}, {10, 4, 3}};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(ibp_sdc_nearest(rows[i][0], rows[i][1]),
				 rows[i][2]);
}

/* Words that are no whole multiple of BOUND from the end are not used. */
static void test_rejection(void **state)
{
	(void)state;
	assert_true(ibp_sdc_word_fits(UINT64_MAX, 1));
	assert_true(ibp_sdc_word_fits(UINT64_MAX, 2));
	assert_false(ibp_sdc_word_fits(UINT64_MAX, 3));
	assert_true(ibp_sdc_word_fits(UINT64_MAX - 1, 3));
	assert_false(ibp_sdc_word_fits(UINT64_MAX - 5, 10));
	assert_true(ibp_sdc_word_fits(UINT64_MAX - 6, 10));
}

static enum ibp_status from_stream(void *self, void *bytes, size_t count,
				   struct ibp_error *err)
{
	uint64_t word = ibp_sdc_stream_word(self);
	unsigned char *out = bytes;

	(void)err;
	assert_int_equal(count, 8);
	for (int i = 0; i < 8; i++)
		out[i] = (unsigned char)(word >> (56 - 8 * i));
	return IBP_OK;
}

#define DRAWS 12

static void test_noise_vectors(void **state)
{
	static const struct {
		long t;
		long s;
		long drawn[DRAWS];
	} rows[] = {
		{1, 1, {0, 0, 1, 0, 0, 0, -1, -2, 0, 2, 2, 0}},
		{16, 1, {-11, 55, 9, -33, -32, -15, -13, 3, 7, -4, 2, 16}},
		{7, 3, {0, 7, 1, 2, -3, -5, 1, 0, 4, 5, 0, 1}},
		{4800,
		 1,
		 {1790, 1993, 165, -2419, 3154, -2098, -5188, -3327, -118,
		  -6575, 3809, -1394}},
	};
	struct ibp_error err = {0};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct ibp_sdc_stream stream;
		struct ibp_sdc_random random = {from_stream, &stream};

		ibp_sdc_stream_init(&stream, "test", 4);
		for (int n = 0; n < DRAWS; n++) {
			long value = 0;

			assert_int_equal(ibp_sdc_laplace(&random, rows[i].t,
							 rows[i].s, &value,
							 &err),
					 IBP_OK);
			assert_int_equal(value, rows[i].drawn[n]);
		}
	}
}

/* Gives COUNT words and then fails. */
static enum ibp_status runs_dry(void *self, void *bytes, size_t count,
				struct ibp_error *err)
{
	int *left = self;

	if (!(*left)--)
		return ibp_error_set(err, IBP_INPUT, "dry");
	memset(bytes, 0x11 * *left, count);
	return IBP_OK;
}

static void test_noise_fails(void **state)
{
	(void)state;
	for (int words = 0; words < 3; words++) {
		struct ibp_error err = {0};
		int left = words;
		struct ibp_sdc_random random = {runs_dry, &left};
		long value = 77;

		assert_int_equal(ibp_sdc_laplace(&random, 16, 1, &value, &err),
				 IBP_INPUT);
		assert_int_equal(value, 77);
		assert_string_equal(ibp_error_text(&err), "dry");
		ibp_error_release(&err);
	}
}

static void test_scores(void **state)
{
	static const struct {
		long counts[IBP_SDC_LEVELS];
		long score;
		int level;
	} rows[] = {
		{{0, 0, 0, 0, 0}, 0, 1},   {{3, 0, 0, 0, 0}, 100, 1},
		{{2, 1, 0, 0, 0}, 133, 1}, {{1, 2, 0, 0, 0}, 167, 2},
		{{1, 1, 0, 0, 0}, 150, 2}, {{0, 0, 0, 0, 25}, 500, 5},
		{{0, 0, 0, 1, 1}, 450, 5}, {{0, 1, 1, 0, 0}, 250, 3},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		long score = ibp_sdc_score(rows[i].counts);

		assert_int_equal(score, rows[i].score);
		assert_int_equal(ibp_sdc_level(score), rows[i].level);
	}
}

static void test_bands_and_steps(void **state)
{
	static const struct {
		long n;
		long low;
		long step;
		const char *text;
	} rows[] = {
		{10, 10, 30, "10-14"},    {14, 10, 30, "10-14"},
		{15, 15, 20, "15-19"},    {20, 20, 15, "20-29"},
		{30, 30, 10, "30-59"},    {60, 60, 5, "60-99"},
		{100, 100, 5, "100-199"}, {499, 200, 5, "200-499"},
		{100000, 500, 5, "500+"},
	};
	const struct ibp_sdc_rules *rules = &ibp_sdc_rules_default;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char text[IBP_SDC_BAND_TEXT];
		long low = ibp_sdc_band(rules, rows[i].n);

		assert_int_equal(low, rows[i].low);
		assert_int_equal(ibp_sdc_step(rules, rows[i].n), rows[i].step);
		assert_string_equal(ibp_sdc_band_text(rules, low, text),
				    rows[i].text);
	}
}

#define PO (1 << IBP_SDC_PO)
#define SO (1 << IBP_SDC_SO)
#define VO (1 << IBP_SDC_VO)

static void test_cell_texts(void **state)
{
	static const struct {
		struct ibp_sdc_cell cell;
		const char *text;
	} rows[] = {
		{{7, 7, 15}, "all"},
		{{PO, 7, 15}, "po"},
		{{PO | SO, 7, 15}, "po+so"},
		{{PO | VO, 7, 15}, "po+vo"},
		{{VO, 3, 15}, "vo.S+M"},
		{{7, 6, 15}, "all.M+L"},
		{{PO, 7, 3}, "po.all.north+east"},
		{{7, 7, 8}, "all.all.south"},
		{{PO | SO, 6, 7}, "po+so.M+L.north+east+west"},
	};
	static const char *const wrong[] = {
		"",         "so+po",     "po.",   "po+",          "all.all",
		"po.S.all", "po+vo+so",  "PO",    "po.S.north.x", "+po",
		"po po",    "po..north", "north", "po+po"};
	char text[IBP_SDC_CELL_TEXT];
	struct ibp_sdc_cell cell = {0, 0, 0};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_string_equal(ibp_sdc_cell_text(rows[i].cell, text),
				    rows[i].text);
		assert_true(ibp_sdc_cell_parse(rows[i].text, &cell));
		assert_true(ibp_sdc_cell_same(cell, rows[i].cell));
	}
	for (size_t i = 0; i < LENGTH(wrong); i++)
		assert_false(ibp_sdc_cell_parse(wrong[i], &cell));
	assert_string_equal(
		ibp_sdc_axis_text(rows[8].cell, IBP_SDC_BY_SIZE, text), "M+L");
	assert_string_equal(
		ibp_sdc_axis_text(rows[1].cell, IBP_SDC_BY_PART, text), "all");
}

static void test_tokens(void **state)
{
	static const char *const wrong[] = {
		"", "3d5be1a07c9f441", "3d5be1a07c9f44122", "3D5be1a07c9f4412",
		"3d5be1a07c9f441 "};
	char text[IBP_SDC_TOKEN_TEXT];
	uint64_t token = 0;

	(void)state;
	assert_true(ibp_sdc_token_parse("3d5be1a07c9f4412", &token));
	assert_true(token == UINT64_C(0x3d5be1a07c9f4412));
	ibp_sdc_token_text(token, text);
	assert_string_equal(text, "3d5be1a07c9f4412");
	ibp_sdc_token_text(1, text);
	assert_string_equal(text, "0000000000000001");
	for (size_t i = 0; i < LENGTH(wrong); i++)
		assert_false(ibp_sdc_token_parse(wrong[i], &token));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hmac),
		cmocka_unit_test(test_random_bytes),
		cmocka_unit_test(test_keyed_rounding),
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_rejection),
		cmocka_unit_test(test_noise_vectors),
		cmocka_unit_test(test_noise_fails),
		cmocka_unit_test(test_scores),
		cmocka_unit_test(test_bands_and_steps),
		cmocka_unit_test(test_cell_texts),
		cmocka_unit_test(test_tokens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
