/*
 * Summaries as bytes: one way to write what they say, and no other is read.
 * Codes of invitations: slips of the pen are found.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "core/catalogue.h"
#include "core/invitation.h"
#include "exchange/summary.h"

#define HEX16 "0123456789abcdef"
#define HEX64 HEX16 HEX16 HEX16 HEX16
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

#define HEAD                                                             \
	"{\n  \"schema\": \"ibp-tools/summary/1\",\n  \"version\": 1,\n" \
	"  \"edition\": \"2027\",\n  \"catalogue\": \"" HEX64 "\",\n"    \
	"  \"token_id\": \"" HEX16 "\",\n"                               \
	"  \"groups\": [[2, 3, 2, 0, 0], [0, 0, 0, 0, 0]],\n"
#define TAIL ",\n  \"mac\": \"" HEX64 "\"\n}\n"
#define WHOLE HEAD "  \"landscape\": [2, 4, 1, 3, 2, 1]" TAIL

static struct ibp_summary summary;
static struct ibp_error err;

static enum ibp_status parse(const char *text, size_t length)
{
	/* Exactly as long as it is, so that reading further is found. */
	char *copy = malloc(length + !length);
	enum ibp_status status;

	memcpy(copy, text, length);
	ibp_error_release(&err);
	status = ibp_summary_parse("s.json", copy, length, &summary, &err);
	free(copy);
	return status;
}

static void refuses(const char *text, size_t length, const char *message)
{
	assert_int_equal(parse(text, length), IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	ibp_error_release(&err);
}

static void test_round_trip(void **state)
{
	static const char *const texts[] = {
		WHOLE,
		HEAD "  \"landscape\": null" TAIL,
		HEAD "  \"landscape\": [4, 5, 5, 5, 5, 5]" TAIL,
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct ibp_buf out = {0};

		assert_int_equal(parse(texts[i], strlen(texts[i])), IBP_OK);
		ibp_summary_write(&summary, &out);
		assert_string_equal(ibp_buf_text(&out), texts[i]);
		ibp_buf_release(&out);
	}
	assert_int_equal(parse(WHOLE, strlen(WHOLE)), IBP_OK);
	assert_string_equal(summary.edition, "2027");
	assert_int_equal(summary.group_count, 2);
	assert_int_equal(summary.groups[0][1], 3);
	assert_int_equal(ibp_summary_scored(&summary, 0), 7);
	assert_int_equal(summary.landscape[1], 4);
}

/* One text instead of another, once. */
static const struct change {
	const char *from;
	const char *to;
	const char *why;
} changes[] = {
	{"{\n", "{", "line 1: "},
	{"{\n", " {\n", "line 1: "},
	{"{\n", "\xef\xbb\xbf{\n", "line 1: "},
	{"{\n", "{\r\n", "line 1: "},
	{"summary/1", "summary/2", "line 2: only \"ibp-tools/summary/1\""},
	{"\"schema\"", "\"Schema\"", "line 2: the key \"schema\""},
	{"\"version\": 1", "\"version\": 2", "line 3: only version 1"},
	{"\"version\": 1", "\"version\": 1.0", "line 3: "},
	{"\"version\": 1", "\"version\":1", "line 3: "},
	{"  \"version\": 1,\n", "", "line 3: the key \"version\""},
	{"  \"version\": 1,\n", "  \"version\": 1,\n  \"version\": 1,\n",
	 "line 4: the key \"edition\""},
	{"  \"edition\"", "  \"name\": \"De Linde\",\n  \"edition\"",
	 "line 4: the key \"edition\""},
	{"2027", "2127", "line 4: an edition"},
	{"2027", "2027e", "line 4: an edition"},
	{"2027", "2027aa", "line 4: an edition"},
	{"2027", "207a", "line 4: an edition"},
	{"2027", "", "line 4: an edition"},
	{"2027", "\\u0032027", "line 4: an edition"},
	{"catalogue\": \"0", "catalogue\": \"", "line 5: 64"},
	{"catalogue\": \"0", "catalogue\": \"00", "line 5: 64"},
	{"catalogue\": \"0", "catalogue\": \"g", "line 5: 64"},
	{"catalogue\": \"0123456789a", "catalogue\": \"0123456789A",
	 "line 5: 64"},
	{"token_id\": \"0", "token_id\": \"", "line 6: 16"},
	{"[[2, 3, 2, 0, 0], [0, 0, 0, 0, 0]]", "[]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[2, 3, 2, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[2, 3, 2, 0, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[2,3,2,0,0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[02, 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[-2, 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[+2, 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[2e0, 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[1000, 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[\"2\", 3, 2, 0, 0]", "line 7: groups"},
	{"[2, 3, 2, 0, 0]", "[2, 3, 2, 0, 0,]", "line 7: groups"},
	{"0, 0]],\n", "0, 0]], \n", "line 7: the line"},
	{"0, 0]],\n", "0, 0]],\n\n", "line 8: the key"},
	{"[2, 4, 1", "[5, 4, 1", "line 8: null or six"},
	{"[2, 4, 1", "[2, 6, 1", "line 8: null or six"},
	{"[2, 4, 1", "[2, 1", "line 8: null or six"},
	{"[2, 4, 1", "[2, null, 1", "line 8: null or six"},
	{"\"mac\": \"0", "\"mac\": \"", "line 9: 64"},
	{"\"\n}", "\",\n}", "line 9: the line"},
	{"\"\n}", "\",\n  \"note\": \"x\"\n}", "line 9: the line"},
	{"\n}\n", "\n}", "line 10: "},
	{"\n}\n", "\n}\n\n", "line 11: nothing"},
	{"\n}\n", "\n}\n{\n", "line 11: nothing"},
};

static void test_refusals(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(changes); i++) {
		const struct change *change = &changes[i];
		const char *at = strstr(WHOLE, change->from);
		struct ibp_buf text = {0};

		assert_non_null(at);
		ibp_buf_add_bytes(&text, WHOLE, (size_t)(at - WHOLE));
		ibp_buf_add(&text, change->to);
		ibp_buf_add(&text, at + strlen(change->from));
		refuses(text.data, text.length, change->why);
		ibp_buf_release(&text);
	}
}

/* No beginning of a summary is one, and neither is one with a byte more. */
static void test_lengths(void **state)
{
	struct ibp_buf large = {0};

	(void)state;
	for (size_t i = 0; i < strlen(WHOLE); i++)
		refuses(WHOLE, i, "I1: s.json: not a valid summary (line ");
	refuses(WHOLE, sizeof(WHOLE), "line 11");
	ibp_buf_add_times(&large, " ", IBP_SUMMARY_FILE_MAX + 1);
	refuses(large.data, large.length, "line 1: larger than 64 KiB");
	ibp_buf_release(&large);
}

static void test_group_ceiling(void **state)
{
	static const char one[] = "[2, 3, 2, 0, 0]";

	(void)state;
	for (size_t count = 31; count <= 33; count++) {
		const char *at = strstr(WHOLE, one);
		struct ibp_buf text = {0};

		ibp_buf_add_bytes(&text, WHOLE, (size_t)(at - WHOLE));
		for (size_t i = 1; i < count; i++)
			ibp_buf_addf(&text, "%s%s", i > 1 ? ", " : "", one);
		ibp_buf_add(&text, at + strlen(one));
		assert_int_equal(parse(text.data, text.length),
				 count <= 32 ? IBP_OK : IBP_INPUT);
		ibp_buf_release(&text);
		ibp_error_release(&err);
	}
}

/* What stood in the summary before stays where reading fails. */
static void test_untouched(void **state)
{
	(void)state;
	assert_int_equal(parse(WHOLE, strlen(WHOLE)), IBP_OK);
	refuses(WHOLE, 20, "line 2");
	assert_string_equal(summary.edition, "2027");
}

/* ---- Invitations -------------------------------------------------------- */

static const struct {
	struct ibp_invitation code;
	const char *text;
} codes[] = {
	{{{0}}, "00000-00000-00000-00000-00000-00"},
	{{{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
	   0xff, 0xff, 0xff, 0xff, 0xff}},
	 "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-Z*"},
	/* 32 and 36: symbols that are for checking only. */
	{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32}},
	 "00000-00000-00000-00000-00001-0*"},
	{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 36}},
	 "00000-00000-00000-00000-00001-4U"},
};

static void test_codes(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(codes); i++) {
		struct ibp_invitation read = {{9}};
		char text[IBP_INVITATION_TEXT];

		ibp_invitation_text(&codes[i].code, text);
		assert_string_equal(text, codes[i].text);
		assert_true(ibp_invitation_parse(text, &read));
		assert_memory_equal(&read, &codes[i].code, sizeof(read));
	}
}

static void test_typed(void **state)
{
	static const char *const same[] = {
		"00000-00000-00000-00000-00001-4U",
		"00000-00000-00000-00000-00001-4u",
		"000000000000000000000000014U",
		" ooooo OOOOO 00000 00000 0000i 4u\n",
		"OoO00-00000-00000-00000-0000L-4U",
		"00000-00000-00000-00000-0000l-4U\r\n",
	};
	struct ibp_invitation read;

	(void)state;
	for (size_t i = 0; i < LENGTH(same); i++) {
		assert_true(ibp_invitation_parse(same[i] + (i == 2 ? 1 : 0),
						 &read));
		assert_memory_equal(&read, &codes[3].code, sizeof(read));
	}
}

/* Every slip of one symbol, and every swap of two neighbours, is found. */
static void test_slips(void **state)
{
	static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
	struct ibp_invitation code = {
		{7, 1, 250, 3, 99, 0, 17, 42, 200, 128, 64, 32, 16, 8, 4, 2}};
	struct ibp_invitation read;
	char text[IBP_INVITATION_TEXT];

	(void)state;
	ibp_invitation_text(&code, text);
	for (size_t i = 0; text[i]; i++) {
		char kept = text[i];

		for (const char *c = symbols; *c && kept != '-'; c++) {
			text[i] = *c;
			assert_int_equal(ibp_invitation_parse(text, &read),
					 *c == kept);
		}
		text[i] = kept;
		if (kept == '-' || !text[i + 1] || text[i + 1] == '-' ||
		    text[i + 1] == kept)
			continue;
		text[i] = text[i + 1];
		text[i + 1] = kept;
		assert_false(ibp_invitation_parse(text, &read));
		text[i + 1] = text[i];
		text[i] = kept;
	}
	assert_true(ibp_invitation_parse(text, &read));
}

static void test_no_codes(void **state)
{
	static const char *const texts[] = {
		"",
		"-",
		"0",
		"00000-00000-00000-00000-00000-0",
		"00000-00000-00000-00000-00000-000",
		"80000-00000-00000-00000-00000-0Z",
		"*0000-00000-00000-00000-00000-00",
		"00000-00000-00000-00000-00000-0\xc3\xa9",
		"00000_00000_00000_00000_00000_00",
		"U0000-00000-00000-00000-00000-00",
	};
	struct ibp_invitation read = {{5}};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		assert_false(ibp_invitation_parse(texts[i], &read));
	assert_int_equal(read.bytes[0], 5);
}

static void test_token(void **state)
{
	char token[IBP_SDC_TOKEN_TEXT];

	(void)state;
	ibp_invitation_token(&codes[0].code, token);
	/* printf 'id:\0...' (16 of them) | sha256sum */
	assert_string_equal(token, "3173497950268fc2");
}

static enum ibp_status count_up(void *self, void *bytes, size_t count,
				struct ibp_error *fault)
{
	if (!self)
		return ibp_error_set(fault, IBP_INPUT, "no numbers");
	for (size_t i = 0; i < count; i++)
		((unsigned char *)bytes)[i] = (unsigned char)i;
	return IBP_OK;
}

static void test_draw(void **state)
{
	struct ibp_sdc_random none = {count_up, NULL};
	struct ibp_sdc_random some = {count_up, &none};
	struct ibp_invitation code = {{77}};

	(void)state;
	assert_int_equal(ibp_invitation_draw(&none, &code, &err), IBP_INPUT);
	assert_int_equal(code.bytes[0], 77);
	assert_int_equal(ibp_invitation_draw(&some, &code, &err), IBP_OK);
	assert_int_equal(code.bytes[15], 15);
}

/* ---- MAC ---------------------------------------------------------------- */

static void test_mac(void **state)
{
	const struct ibp_invitation *code = &codes[1].code;
	struct ibp_summary changed;

	(void)state;
	assert_int_equal(parse(WHOLE, strlen(WHOLE)), IBP_OK);
	assert_false(ibp_summary_is_signed(&summary, code));
	ibp_summary_sign(&summary, code);
	assert_true(ibp_summary_is_signed(&summary, code));
	assert_false(ibp_summary_is_signed(&summary, &codes[0].code));
	changed = summary;
	changed.groups[0][4]++;
	assert_false(ibp_summary_is_signed(&changed, code));
	changed = summary;
	changed.landscape[5] = 0;
	assert_false(ibp_summary_is_signed(&changed, code));
	changed = summary;
	changed.has_landscape = false;
	assert_false(ibp_summary_is_signed(&changed, code));
	changed = summary;
	changed.mac[63] = changed.mac[63] == '0' ? '1' : '0';
	assert_false(ibp_summary_is_signed(&changed, code));
}

/* ---- Catalogue ---------------------------------------------------------- */

static struct ibp_framework *open_framework(const char *version)
{
	char *dir = ibp_path_data(NULL);
	struct ibp_framework *framework = NULL;

	if (ibp_framework_open(dir, "ibp-fo", version, &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	free(dir);
	return framework;
}

static void test_catalogue(void **state)
{
	struct ibp_framework *framework = open_framework("2024-06");
	struct ibp_catalogue *catalogue = NULL;
	struct ibp_sdc_rules rules = ibp_sdc_rules_default;
	struct ibp_buf lines = {0};
	char digest[IBP_SHA256_SIZE];

	(void)state;
	assert_int_equal(ibp_catalogue_new(framework, &rules, &catalogue, &err),
			 IBP_OK);
	assert_int_equal(catalogue->group_count, 13);
	assert_int_equal(catalogue->norm_count, 94);
	assert_string_equal(catalogue->groups[0].code, "GO+OR");
	for (size_t g = 0; g < catalogue->group_count; g++)
		for (size_t n = 0; n < catalogue->groups[g].norm_count; n++)
			ibp_buf_addf(
				&lines, "%s\t%s\n", catalogue->groups[g].code,
				framework->norms[catalogue->groups[g].norms[n]]
					.code);
	assert_int_equal(
		strncmp(lines.data, "GO+OR\tGO.01\nGO+OR\tGO.02\n", 24), 0);
	ibp_sha256(lines.data, lines.length, digest);
	assert_string_equal(catalogue->digest, digest);
	ibp_buf_release(&lines);
	ibp_catalogue_free(catalogue);
	rules.norms_in_group = 4;
	catalogue = NULL;
	assert_int_equal(ibp_catalogue_new(framework, &rules, &catalogue, &err),
			 IBP_FOUND);
	assert_non_null(strstr(ibp_error_text(&err), "E2: group "));
	assert_null(catalogue);
	ibp_framework_free(framework);
}

/* I5: what no board can have counted. */
static void test_counts(void **state)
{
	struct ibp_framework *framework = open_framework("2024-06");
	const struct ibp_sdc_rules *rules = &ibp_sdc_rules_default;
	struct ibp_catalogue *catalogue = NULL;

	(void)state;
	assert_int_equal(ibp_catalogue_new(framework, rules, &catalogue, &err),
			 IBP_OK);
	summary = (struct ibp_summary){.group_count = 13};
	for (size_t g = 0; g < 13; g++)
		summary.groups[g][1] = (long)catalogue->groups[g].norm_count;
#define FITS() ibp_summary_check("f", &summary, catalogue, rules, &err)
	assert_int_equal(FITS(), IBP_OK);
	summary.groups[3][4]++;
	assert_int_equal(FITS(), IBP_INPUT);
	assert_string_equal(ibp_error_text(&err),
			    "I5: f: the numbers do not fit the catalogue. "
			    "Refused.");
	summary.groups[3][4]--;
	summary.group_count = 12;
	assert_int_equal(FITS(), IBP_INPUT);
	summary.group_count = 13;
	summary.groups[0][1] = 1; /* of one norm alone */
	assert_int_equal(FITS(), IBP_INPUT);
	summary.groups[0][1] = 0;
	assert_int_equal(FITS(), IBP_OK);
	for (size_t g = 0; g < 6; g++)
		summary.groups[g][1] = 0;
	assert_int_equal(FITS(), IBP_INPUT);
	ibp_catalogue_free(catalogue);
	ibp_framework_free(framework);
}

static int tear_down(void **state)
{
	(void)state;
	ibp_error_release(&err);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_group_ceiling),
		cmocka_unit_test(test_untouched),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_typed),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_no_codes),
		cmocka_unit_test(test_token),
		cmocka_unit_test(test_draw),
		cmocka_unit_test(test_mac),
		cmocka_unit_test(test_catalogue),
		cmocka_unit_test(test_counts),
	};

	return cmocka_run_group_tests(tests, NULL, tear_down);
}
