/* CSV as spreadsheets write it, and as nobody should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"
#include "exchange/csv_read.h"

static struct ibp_csv csv;
static struct ibp_error err;

static enum ibp_status read_bytes(const char *bytes, size_t length)
{
	/* Exactly as long as it is, so that reading further is found. */
	char *copy = malloc(length + !length);
	enum ibp_status status;

	memcpy(copy, bytes, length);
	status = ibp_csv_read("a.csv", copy, length, &csv, &err);
	free(copy);
	return status;
}

static void reads(const char *text)
{
	assert_int_equal(read_bytes(text, strlen(text)), IBP_OK);
	assert_string_equal(ibp_error_text(&err), "");
}

static void refuses(const char *text, const char *message)
{
	assert_int_equal(read_bytes(text, strlen(text)), IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	ibp_csv_release(&csv);
	ibp_error_release(&err);
}

static void is_row(size_t row, size_t line, const char *first,
		   const char *second)
{
	assert_true(row < csv.row_count);
	assert_int_equal(csv.rows[row].line, line);
	assert_string_equal(csv.rows[row].fields[0], first);
	assert_string_equal(csv.rows[row].fields[1], second);
}

static int tear_down(void **state)
{
	(void)state;
	ibp_csv_release(&csv);
	ibp_error_release(&err);
	return 0;
}

static void test_separators(void **state)
{
	static const char *const texts[] = {
		"code;note\nGO.01;a, b, c\n",
		"code,note\nGO.01,\"a, b, c\"\n",
		"code\tnote\r\nGO.01\ta, b, c\r\n",
		"sep=;\ncode;note\nGO.01;a, b, c",
		"sep=,\r\ncode,note\rGO.01,\"a, b, c\"\r",
		"\"co;de\",note\nGO.01,\"a, b, c\"",
	};
	static const char separators[] = {';', ',', '\t', ';', ',', ','};

	(void)state;
	for (size_t i = 0; i < sizeof(separators); i++) {
		reads(texts[i]);
		assert_int_equal(csv.separator, separators[i]);
		assert_int_equal(csv.column_count, 2);
		assert_int_equal(csv.row_count, 2);
		assert_string_equal(csv.rows[1].fields[0], "GO.01");
		assert_string_equal(csv.rows[1].fields[1], "a, b, c");
		ibp_csv_release(&csv);
	}
}

static void test_one_column(void **state)
{
	(void)state;
	reads("code\nGO.01\n");
	assert_int_equal(csv.column_count, 1);
	assert_string_equal(csv.rows[1].fields[0], "GO.01");
}

static void test_quotes_and_lines(void **state)
{
	(void)state;
	reads("code;note\r\n"
	      "GO.01;\"one\r\ntwo \"\"2\"\"\"\r\n"
	      "\r\n"
	      ";\r\n"
	      "GO.02;\" three \"\r\n"
	      "GO.03; four ");
	assert_int_equal(csv.row_count, 4);
	is_row(1, 2, "GO.01", "one\r\ntwo \"2\"");
	is_row(2, 6, "GO.02", " three ");
	is_row(3, 7, "GO.03", "four");
}

static void test_utf8(void **state)
{
	(void)state;
	reads("\xef\xbb\xbf"
	      "code;note\nGO.01;\xc3\xa9\xe2\x82\xac\n");
	assert_false(csv.is_windows);
	is_row(0, 1, "code", "note");
	is_row(1, 2, "GO.01", "\xc3\xa9\xe2\x82\xac");
}

static void test_windows(void **state)
{
	(void)state;
	reads("code;note\nGO.01;\xe9 \x80 \x93x\x94 \xff\n");
	assert_true(csv.is_windows);
	is_row(1, 2, "GO.01",
	       "\xc3\xa9 \xe2\x82\xac \xe2\x80\x9cx\xe2\x80\x9d \xc3\xbf");
	ibp_csv_release(&csv);
	refuses("code;note\nGO.01;\xe9\x81\n",
		"a.csv:2: This is neither UTF-8 nor Windows-1252");
}

static void test_formulas(void **state)
{
	static const char *const texts[] = {
		"=1+1", "'=1+1", "-", "+31 6", "@x", "'s-Hertogenbosch",
		"''x",  "",
	};
	struct ibp_buf buf = {0};
	size_t count = sizeof(texts) / sizeof(*texts);

	(void)state;
	ibp_buf_add(&buf, "code;note\r\n");
	for (size_t i = 0; i < count; i++) {
		ibp_csv_add_field(&buf, ';', "GO.01");
		ibp_csv_add_field(&buf, ';', texts[i]);
		ibp_csv_end_row(&buf);
	}
	reads(buf.data);
	for (size_t i = 0; i < count; i++)
		is_row(i + 1, i + 2, "GO.01", texts[i]);
	ibp_buf_release(&buf);
}

static void test_ragged_rows(void **state)
{
	(void)state;
	refuses("code;note\nGO.01;a;b\n",
		"a.csv:2:3: This row has 3 fields, the first row has 2.");
	refuses("code;note\n\nGO.01\n",
		"a.csv:3:2: This row has 1 fields, the first row has 2.");
}

static void test_all_ragged_rows(void **state)
{
	struct ibp_buf buf = {0};

	(void)state;
	ibp_buf_add(&buf, "code;note\n");
	ibp_buf_add_times(&buf, "GO.01\n", 30);
	assert_int_equal(read_bytes(buf.data, buf.length), IBP_INPUT);
	assert_int_equal(err.count, 30);
	assert_non_null(strstr(err.text, "a.csv:21:2"));
	assert_null(strstr(err.text, "a.csv:22:2"));
	ibp_buf_release(&buf);
}

static void test_quotes_gone_wrong(void **state)
{
	(void)state;
	refuses("code;note\nGO.01;a \"b\" c\n",
		"a.csv:2:2: A quotation mark inside a field");
	refuses("code;note\nGO.01;\"a\" b\n",
		"a.csv:2:2: A quotation mark inside a field");
	refuses("code;note\nGO.01;\"a\nGO.02;b\n",
		"a.csv:2:2: The quotation mark that opens this field is never "
		"closed.");
}

static void test_other_files(void **state)
{
	(void)state;
	refuses("", "a.csv:1: There is nothing in it.");
	refuses("\n\n\r\n;;\n", "a.csv:1: There is nothing in it.");
	reads("\n\ncode;note\n");
	is_row(0, 3, "code", "note");
	ibp_csv_release(&csv);
	refuses("PK\003\004xx", "a.csv: This is a workbook");
	refuses("\xff\xfe"
		"c",
		"a.csv: This is UTF-16 text.");
	assert_int_equal(read_bytes("code\nGO\0.01", 11), IBP_INPUT);
	assert_string_equal(ibp_error_text(&err),
			    "a.csv:2: A NUL byte: this is no text file.");
}

static void test_ceilings(void **state)
{
	struct ibp_buf buf = {0};

	(void)state;
	ibp_buf_add_times(&buf, "a;", IBP_CSV_COLUMNS_MAX);
	refuses(buf.data, "a.csv:1:201: Too many columns: at most 200");
	ibp_buf_cut(&buf, buf.length - 1);
	reads(buf.data);
	assert_int_equal(csv.column_count, IBP_CSV_COLUMNS_MAX);
	ibp_csv_release(&csv);
	ibp_buf_cut(&buf, 0);
	ibp_buf_add_times(&buf, "a\n", IBP_CSV_ROWS_MAX);
	reads(buf.data);
	ibp_csv_release(&csv);
	ibp_buf_add(&buf, "a\n");
	refuses(buf.data, "a.csv:100001: Too many rows: at most 100000");
	ibp_buf_release(&buf);
	assert_int_equal(
		ibp_csv_read("a.csv", "", IBP_CSV_BYTES_MAX + 1, &csv, &err),
		IBP_INPUT);
	assert_non_null(strstr(err.text, "too large"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_separators, tear_down),
		cmocka_unit_test_teardown(test_one_column, tear_down),
		cmocka_unit_test_teardown(test_quotes_and_lines, tear_down),
		cmocka_unit_test_teardown(test_utf8, tear_down),
		cmocka_unit_test_teardown(test_windows, tear_down),
		cmocka_unit_test_teardown(test_formulas, tear_down),
		cmocka_unit_test_teardown(test_ragged_rows, tear_down),
		cmocka_unit_test_teardown(test_all_ragged_rows, tear_down),
		cmocka_unit_test_teardown(test_quotes_gone_wrong, tear_down),
		cmocka_unit_test_teardown(test_other_files, tear_down),
		cmocka_unit_test_teardown(test_ceilings, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
