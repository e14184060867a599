#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/num.h"

#define TODAY "2026-11-23"

static void test_dates_that_are_read(void **state)
{
	static const char *const rows[][2] = {
		{"2027-06-30", "2027-06-30"}, {"30-06-2027", "2027-06-30"},
		{"3-6-2027", "2027-06-03"},   {"29-02-2028", "2028-02-29"},
		{"+0d", "2026-11-23"},        {"+2w", "2026-12-07"},
		{"+3m", "2027-02-23"},        {"+10d", "2026-12-03"},
		{"+1y", "2027-11-23"},        {"+13m", "2027-12-23"},
	};
	char date[IBP_DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_true(ibp_date_parse(rows[i][0], TODAY, date));
		assert_string_equal(date, rows[i][1]);
	}
	assert_true(ibp_date_parse("+3m", "2026-11-30", date));
	assert_string_equal(date, "2027-02-28");
}

static void test_dates_that_are_refused(void **state)
{
	static const char *const rows[] = {
		"",           "-",        "2027-6-30",   "2027-02-29",
		"31-04-2027", "30-06-27", "2027-06-30x", "0-1-2027",
		"+w",         "+2x",      "+2ww",        "+99999d",
		"2w",         "+9999y",   "1899-12-31",  "2027/06/30",
		"2027-13-01",
	};
	char date[IBP_DATE_SIZE] = "kept";

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_false(ibp_date_parse(rows[i], TODAY, date));
	assert_string_equal(date, "kept");
}

static void test_days_go_both_ways(void **state)
{
	char date[IBP_DATE_SIZE];

	(void)state;
	assert_true(ibp_date_add_days("2028-03-01", -1, date));
	assert_string_equal(date, "2028-02-29");
	assert_true(ibp_date_add_days("2026-12-31", 1, date));
	assert_string_equal(date, "2027-01-01");
	assert_true(ibp_date_add_days(TODAY, -730, date));
	assert_string_equal(date, "2024-11-23");
	assert_false(ibp_date_add_days("1900-01-01", -1, date));
}

static void test_clock_can_be_set(void **state)
{
	char now[IBP_TIME_SIZE];
	char today[IBP_DATE_SIZE];

	(void)state;
	setenv("IBP_NOW", "2027-01-31T23:59:59Z", 1);
	ibp_time_now(now);
	assert_string_equal(now, "2027-01-31T23:59:59Z");
	ibp_date_today(today);
	assert_string_equal(today, "2027-01-31");
	setenv("IBP_NOW", "tomorrow", 1);
	ibp_time_now(now);
	assert_true(ibp_time_is_valid(now));
	assert_false(ibp_time_is_valid("2027-01-31T24:00:00Z"));
	assert_false(ibp_time_is_valid("2027-01-31 23:00:00Z"));
}

static void test_averages_are_exact(void **state)
{
	char text[IBP_HUNDREDTHS_MAX_TEXT];

	(void)state;
	assert_int_equal(ibp_num_average(8, 5), 160);
	assert_int_equal(ibp_num_average(5, 3), 167);
	assert_int_equal(ibp_num_average(7, 3), 233);
	assert_int_equal(ibp_num_average(1, 8), 13); /* 12.5 goes up */
	assert_string_equal(ibp_num_hundredths(160, ',', text), "1,60");
	assert_string_equal(ibp_num_hundredths(5, '.', text), "0.05");
	assert_string_equal(ibp_num_hundredths(-205, '.', text), "-2.05");
}

static void test_numbers(void **state)
{
	long value = 7;

	(void)state;
	assert_true(ibp_num_parse("0", 9, &value));
	assert_int_equal(value, 0);
	assert_true(ibp_num_parse("100", 100, &value));
	assert_false(ibp_num_parse("101", 100, &value));
	assert_false(ibp_num_parse("", 9, &value));
	assert_false(ibp_num_parse("-1", 9, &value));
	assert_false(ibp_num_parse("1 ", 9, &value));
	assert_false(ibp_num_parse("99999999999999999999", 1000, &value));
	assert_int_equal(value, 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates_that_are_read),
		cmocka_unit_test(test_dates_that_are_refused),
		cmocka_unit_test(test_days_go_both_ways),
		cmocka_unit_test(test_clock_can_be_set),
		cmocka_unit_test(test_averages_are_exact),
		cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
