/* Applications as values: finding them, and what they are on a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/landscape.h"

static struct ibp_application applications[] = {
	{.id = 3, .name = "Magister"}, {.id = 5, .name = "Caf\xc3\xa9-kassa"},
	{.id = 8, .name = "365"},      {.id = 9, .name = "Zermelo"},
	{.id = 12, .name = "zermelo"},
};

static const struct ibp_landscape landscape = {
	.applications = applications,
	.application_count = sizeof(applications) / sizeof(*applications),
};

static void test_find(void **state)
{
	const struct ibp_landscape none = {0};

	(void)state;
	for (size_t i = 0; i < landscape.application_count; i++)
		assert_ptr_equal(
			ibp_landscape_find(&landscape, applications[i].id),
			&applications[i]);
	assert_null(ibp_landscape_find(&landscape, 0));
	assert_null(ibp_landscape_find(&landscape, 4));
	assert_null(ibp_landscape_find(&landscape, 99));
	assert_null(ibp_landscape_find(&none, 1));
}

static void test_look_up(void **state)
{
	static const struct {
		const char *word;
		size_t index;
	} cases[] = {{"3", 0},          {"magister", 0}, {"MAGISTER", 0},
		     {"cafe-kassa", 1}, {"365", 2},      {"8", 2},
		     {"Zermelo", 3},    {"zermelo", 4},  {"12", 4}};
	struct ibp_error err = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t index = 99;

		assert_int_equal(ibp_landscape_look_up(&landscape,
						       cases[i].word, &index,
						       &err),
				 IBP_OK);
		assert_int_equal(index, cases[i].index);
	}
}

static void test_look_up_refuses(void **state)
{
	static const struct {
		const char *word;
		const char *says;
	} cases[] = {{"Magistre", "Did you mean \"Magister\"?"},
		     {"Boekhouding", "app list"},
		     {"4", "no application \"4\""},
		     {"", "no application \"\""},
		     {"ZERMELO", "9 (Zermelo), 12 (zermelo)"}};
	struct ibp_error err = {0};
	size_t index = 99;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(ibp_landscape_look_up(&landscape,
						       cases[i].word, &index,
						       &err),
				 IBP_INPUT);
		if (!strstr(ibp_error_text(&err), cases[i].says))
			fail_msg("%s: %s", cases[i].word, ibp_error_text(&err));
		assert_int_equal(index, 99);
	}
	ibp_error_release(&err);
}

/* STATUS on a day, for an application with these dates. */
struct day {
	const char *given;
	const char *from[4];
	const char *date;
	const char *status;
};

static const struct day days[] = {
	{NULL, {NULL, NULL, NULL, NULL}, "2026-11-23", "in-use"},
	{"planned", {NULL, NULL, NULL, NULL}, "2026-11-23", "planned"},
	{"out", {NULL, NULL, NULL, NULL}, "2026-11-23", "out"},
	/* The day itself counts. */
	{NULL, {NULL, "2026-08-01", NULL, NULL}, "2026-07-31", "planned"},
	{NULL, {NULL, "2026-08-01", NULL, NULL}, "2026-08-01", "in-use"},
	{NULL, {"2027-01-01", NULL, NULL, NULL}, "2026-11-23", "planned"},
	{NULL, {NULL, NULL, NULL, "2028-08-01"}, "2026-11-23", "in-use"},
	{NULL, {NULL, NULL, NULL, "2028-08-01"}, "2028-08-01", "out"},
	{"in-use",
	 {NULL, NULL, "2027-08-01", "2028-08-01"},
	 "2026-11-23",
	 "in-use"},
	{"in-use",
	 {NULL, NULL, "2027-08-01", "2028-08-01"},
	 "2028-07-31",
	 "phase-out"},
	/* A date that is past says more than the status. */
	{"planned",
	 {"2025-01-01", "2026-01-01", NULL, NULL},
	 "2026-11-23",
	 "in-use"},
	/* The latest, also where they are in another order. */
	{NULL,
	 {"2026-09-01", NULL, NULL, "2025-01-01"},
	 "2026-11-23",
	 "planned"},
	/* Of two on one day the later phase. */
	{NULL,
	 {NULL, "2026-01-01", "2026-01-01", NULL},
	 "2026-11-23",
	 "phase-out"},
};

static void test_status_at(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		const struct day *day = &days[i];
		const struct ibp_application application = {
			.status = day->given,
			.planned_from = day->from[0],
			.in_use_from = day->from[1],
			.phase_out_from = day->from[2],
			.out_from = day->from[3],
		};
		const char *status =
			ibp_application_status_at(&application, day->date);

		if (strcmp(status, day->status) != 0)
			fail_msg("day %zu: %s", i, status);
		assert_int_equal(
			ibp_application_counts_at(&application, day->date),
			strcmp(status, "in-use") == 0 ||
				strcmp(status, "phase-out") == 0);
	}
}

static void test_used_by(void **state)
{
	static const struct ibp_use uses[] = {{3, 1}, {3, 4}};
	const struct ibp_application some = {
		.id = 3, .uses = uses, .use_count = 2};
	const struct ibp_application all = {.id = 4};

	(void)state;
	assert_true(ibp_application_is_used_by(&some, 1));
	assert_false(ibp_application_is_used_by(&some, 2));
	assert_true(ibp_application_is_used_by(&some, 4));
	assert_true(ibp_application_is_used_by(&all, 2));
}

/* Every field has its place in the struct. */
static void test_values(void **state)
{
	struct ibp_application application = {0};
	const char *value = "x";

	(void)state;
	for (const struct ibp_field *f = ibp_application_fields; f->name; f++) {
		const struct ibp_member *m = ibp_application_members;

		while (m->field && strcmp(m->field, f->name) != 0)
			m++;
		assert_non_null(m->field);
		assert_null(ibp_application_value(&application, f->name));
		memcpy((char *)&application + m->offset, &value, sizeof(value));
		assert_ptr_equal(ibp_application_value(&application, f->name),
				 value);
	}
	assert_null(ibp_application_value(&application, "nothing"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_look_up),
		cmocka_unit_test(test_look_up_refuses),
		cmocka_unit_test(test_status_at),
		cmocka_unit_test(test_used_by),
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
