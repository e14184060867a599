#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/contrast.h"

/* What others compute for the same colours, to a hundredth. */
static const struct {
	unsigned a;
	unsigned b;
	long contrast;
} known[] = {
	{0x000000, 0xFFFFFF, 2100}, {0xFFFFFF, 0xFFFFFF, 100},
	{0x777777, 0xFFFFFF, 447},  {0x767676, 0xFFFFFF, 454},
	{0xFF0000, 0xFFFFFF, 399},  {0x0000FF, 0xFFFFFF, 859},
	{0x00FF00, 0x000000, 1530},
};

static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		long there = ibp_contrast(known[i].a, known[i].b);

		assert_int_equal(there, ibp_contrast(known[i].b, known[i].a));
		assert_in_range(there, known[i].contrast - 1,
				known[i].contrast + 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrast_is_that_of_wcag),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
