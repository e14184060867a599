/* A calendar of due dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "report/ics.h"

#define NOW "2026-11-23T12:00:00Z"

static void test_one_event(void **state)
{
	const struct ibp_ics_event event = {
		.key = "De Eik/2026/GO.02",
		.date = "2027-12-31",
		.summary = "GO.02 Beleid; versie 2, \\ \"af\"",
		.description = "Score: 2\nEigenaar: bestuur\033[2J",
	};
	struct ibp_buf out = {0};

	(void)state;
	ibp_ics_begin(&out, "De Eik");
	ibp_ics_add(&out, &event, NOW);
	ibp_ics_end(&out);
	assert_string_equal(
		out.data, "BEGIN:VCALENDAR\r\n"
			  "VERSION:2.0\r\n"
			  "PRODID:-//ibp-tools//ibp-tools//EN\r\n"
			  "CALSCALE:GREGORIAN\r\n"
			  "METHOD:PUBLISH\r\n"
			  "X-WR-CALNAME:De Eik\r\n"
			  "BEGIN:VEVENT\r\n"
			  "UID:adefc8c30df6b27d@ibp-tools\r\n"
			  "DTSTAMP:20261123T120000Z\r\n"
			  "DTSTART;VALUE=DATE:20271231\r\n"
			  "DTEND;VALUE=DATE:20280101\r\n"
			  "SUMMARY:GO.02 Beleid\\; versie 2\\, \\\\ \"af\"\r\n"
			  "DESCRIPTION:Score: 2\\nEigenaar: bestuur?[2J\r\n"
			  "TRANSP:TRANSPARENT\r\n"
			  "END:VEVENT\r\n"
			  "END:VCALENDAR\r\n");
	ibp_buf_release(&out);
}

/* No line over 75 bytes, no character broken, and nothing lost. */
static void folds(const char *text)
{
	struct ibp_buf out = {0};
	struct ibp_buf joined = {0};
	const char *at;

	ibp_ics_begin(&out, text);
	for (at = out.data; *at;) {
		const char *end = strstr(at, "\r\n");
		size_t length = (size_t)(end - at);

		assert_non_null(end);
		assert_true(length <= 75);
		assert_true(ibp_text_is_utf8(at, length));
		if (*at == ' ')
			ibp_buf_add_bytes(&joined, at + 1, length - 1);
		else
			ibp_buf_add_bytes(&joined, at, length);
		at = end + 2;
	}
	assert_non_null(strstr(joined.data, text));
	ibp_buf_release(&joined);
	ibp_buf_release(&out);
}

static void test_folding(void **state)
{
	struct ibp_buf text = {0};

	(void)state;
	folds("kort");
	for (size_t i = 0; i < 80; i++) {
		ibp_buf_add(&text, "x");
		folds(text.data);
	}
	ibp_buf_add_times(&text, "\xe5\xad\xa6", 100);
	folds(text.data);
	ibp_buf_add(&text, "e");
	ibp_buf_add_times(&text, "\xcc\x81", 100);
	folds(text.data);
	ibp_buf_release(&text);
}

static void test_identity(void **state)
{
	struct ibp_ics_event event = {
		.key = "a", .date = "2027-01-01", .summary = "x"};
	struct ibp_buf one = {0};
	struct ibp_buf two = {0};

	(void)state;
	ibp_ics_add(&one, &event, NOW);
	ibp_ics_add(&two, &event, NOW);
	assert_string_equal(one.data, two.data);
	ibp_buf_cut(&two, 0);
	event.key = "b";
	ibp_ics_add(&two, &event, NOW);
	assert_string_not_equal(one.data, two.data);
	ibp_buf_release(&one);
	ibp_buf_release(&two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_event),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_identity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
