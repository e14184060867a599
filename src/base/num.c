#include "base/num.h"

#include <stdio.h>

#include "base/i18n.h"

bool ibp_num_parse(const char *text, long max, long *value)
{
	long result = 0;

	if (!*text)
		return false;
	for (; *text; text++) {
		int digit = *text - '0';

		if (digit < 0 || digit > 9 || digit > max ||
		    result > (max - digit) / 10)
			return false;
		result = result * 10 + digit;
	}
	*value = result;
	return true;
}

long ibp_num_average(long sum, long count)
{
	return (200 * sum + count) / (2 * count);
}

const char *ibp_num_hundredths(long hundredths, char point,
			       char text[IBP_HUNDREDTHS_MAX_TEXT])
{
	long size = hundredths < 0 ? -hundredths : hundredths;

	snprintf(text, IBP_HUNDREDTHS_MAX_TEXT, "%s%ld%c%02ld",
		 hundredths < 0 ? "-" : "", size / 100, point, size % 100);
	return text;
}

char ibp_num_point(void)
{
	/* TRANSLATORS: one character, the decimal point of your language. */
	return *C_("decimal point", ".");
}
