/*
 * Whole numbers and hundredths as text.  There are no floats: averages are
 * whole hundredths, floor((200 S + N) / (2 N)) for N levels with sum S.
 */
#ifndef IBP_BASE_NUM_H
#define IBP_BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>

#define IBP_HUNDREDTHS_MAX_TEXT 24

/* Digits only, no sign, no blanks, at most MAX.  False leaves *VALUE. */
bool ibp_num_parse(const char *text, long max, long *value);

/* The average of COUNT levels with this SUM; COUNT is not 0. */
long ibp_num_average(long sum, long count);

/* Hundredths with POINT ('.' for machines, ',' for people in Dutch). */
const char *ibp_num_hundredths(long hundredths, char point,
			       char text[IBP_HUNDREDTHS_MAX_TEXT]);

/* The decimal point for people in the language of this run. */
char ibp_num_point(void);

#endif
