#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static enum ibp_status clean(const char *text, enum ibp_text_kind kind,
			     size_t max, char **result)
{
	struct ibp_error err = {0};
	enum ibp_status status =
		ibp_text_clean(text, kind, max, "Note", result, &err);

	if (status)
		assert_true(strlen(ibp_error_text(&err)) > 20);
	ibp_error_release(&err);
	return status;
}

static void assert_clean(const char *text, const char *expected)
{
	char *result = NULL;

	assert_int_equal(clean(text, IBP_TEXT_NOTE, 1000, &result), IBP_OK);
	assert_string_equal(result, expected);
	free(result);
}

static void test_clean_composes_and_trims(void **state)
{
	(void)state;
	assert_clean("  e\xcc\x81\xc3\xa9n  ", "\xc3\xa9\xc3\xa9n");
	assert_clean("een\r\ntwee\n", "een\ntwee");
	assert_clean("\xe6\x97\xa5\xe6\x9c\xac", "\xe6\x97\xa5\xe6\x9c\xac");
	assert_clean("", "");
}

static void test_clean_refuses(void **state)
{
	static const char *const bad[] = {
		"a\x1b[31mb", /* an escape sequence */
		"a\x01",      /* a control character */
		"a\xc2\x9b",  /* the 8-bit escape */
		"\xe2\x80\xae"
		"abc",      /* a direction override */
		"\xff\xfe", /* no UTF-8 */
		"a\xc3",    /* cut in a character */
	};
	char *result = NULL;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(clean(bad[i], IBP_TEXT_NOTE, 1000, &result),
				 IBP_USAGE);
	assert_int_equal(clean("a\nb", IBP_TEXT_LINE, 1000, &result),
			 IBP_USAGE);
	assert_null(result);
}

/* Every ASCII character at every place of a text of a few words. */
static void test_forbidden_is_found_anywhere(void **state)
{
	char text[28];

	(void)state;
	for (int c = 0; c < 0x80; c++) {
		bool good = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';

		for (size_t at = 0; at < sizeof(text); at++) {
			long code = 0;

			memset(text, '~', sizeof(text));
			text[at] = (char)c;
			assert_int_equal(
				ibp_text_find_forbidden(text, sizeof(text),
							IBP_TEXT_NOTE, &code),
				good ? sizeof(text) : at);
			assert_int_equal(code, good ? 0 : c);
		}
	}
}

static void test_clean_never_cuts(void **state)
{
	char *result = NULL;

	(void)state;
	assert_int_equal(clean("abcdef", IBP_TEXT_LINE, 5, &result), IBP_USAGE);
	assert_int_equal(clean("abcde", IBP_TEXT_LINE, 5, &result), IBP_OK);
	assert_string_equal(result, "abcde");
	free(result);
}

static void test_fold_finds_accents(void **state)
{
	(void)state;
	assert_true(ibp_text_contains("Co\xc3\xb6rdinator", "COORDINATOR"));
	assert_true(ibp_text_contains("Coo\xcc\x88rdinator", "rdin"));
	assert_false(ibp_text_contains("Bestuur", "bestuurder"));
	assert_true(ibp_text_contains("Bestuur", ""));
}

static void test_width(void **state)
{
	(void)state;
	assert_int_equal(ibp_text_width("abc"), 3);
	assert_int_equal(ibp_text_width("\xc3\xa9"), 1);
	assert_int_equal(ibp_text_width("e\xcc\x81"), 1);
	assert_int_equal(ibp_text_width("\xe6\x97\xa5"), 2);
	assert_int_equal(ibp_text_width("\xff"), 1);
}

static void assert_fit(const char *text, size_t width, const char *expected)
{
	struct ibp_buf buf = {0};

	ibp_text_add_fit(&buf, text, width);
	assert_string_equal(ibp_buf_text(&buf), expected);
	assert_int_equal(ibp_text_width(ibp_buf_text(&buf)), width);
	ibp_buf_release(&buf);
}

static void test_fit_keeps_columns(void **state)
{
	(void)state;
	assert_fit("abc", 5, "abc  ");
	assert_fit("abcdef", 4, "abc\xe2\x80\xa6");
	assert_fit("\xe6\x97\xa5\xe6\x9c\xac", 3, "\xe6\x97\xa5\xe2\x80\xa6");
	assert_fit("\xe6\x97\xa5\xe6\x9c\xac", 2, "\xe2\x80\xa6 ");
	assert_fit("abc", 1, "\xe2\x80\xa6");
	assert_fit("abc", 0, "");
}

static void test_safe_output(void **state)
{
	struct ibp_buf buf = {0};

	(void)state;
	ibp_text_add_safe(&buf, "a\x1b[2Jb\tc\xe2\x80\xae\nd\xff");
	assert_string_equal(ibp_buf_text(&buf), "a?[2Jb c?\nd?");
	ibp_buf_release(&buf);
}

static void assert_wrap(const char *text, size_t width,
			const char *const *lines)
{
	size_t skip;
	size_t length;

	while ((length = ibp_text_wrap(text, width, &skip)) || skip) {
		assert_non_null(*lines);
		assert_int_equal(length, strlen(*lines));
		assert_memory_equal(text, *lines, length);
		text += skip;
		lines++;
	}
	assert_null(*lines);
}

static void test_wrap(void **state)
{
	static const char *const plain[] = {"een twee", "drie", NULL};
	static const char *const broken[] = {"abcd", "ef", NULL};
	static const char *const empty[] = {"a", "", "b", NULL};
	static const char *const wide[] = {"\xe6\x97\xa5", "\xe6\x9c\xac",
					   NULL};
	static const char *const exact[] = {"een", "twee", NULL};

	(void)state;
	assert_wrap("een twee drie", 9, plain);
	assert_wrap("abcdef", 4, broken);
	assert_wrap("a\n\nb", 9, empty);
	assert_wrap("\xe6\x97\xa5\xe6\x9c\xac", 1, wide);
	assert_wrap("een twee", 4, exact);
}

static void test_nearest(void **state)
{
	static const char *const names[] = {"export", "import", "list",
					    "status", NULL};

	(void)state;
	assert_string_equal(ibp_text_nearest("exprot", names), "export");
	assert_string_equal(ibp_text_nearest("lst", names), "list");
	assert_null(ibp_text_nearest("zzzz", names));
	assert_null(ibp_text_nearest("", names));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clean_composes_and_trims),
		cmocka_unit_test(test_clean_refuses),
		cmocka_unit_test(test_forbidden_is_found_anywhere),
		cmocka_unit_test(test_clean_never_cuts),
		cmocka_unit_test(test_fold_finds_accents),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_fit_keeps_columns),
		cmocka_unit_test(test_safe_output),
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
