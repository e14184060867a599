/*
 * Dates are text in ISO 8601 ("2027-06-30") everywhere inside; a person
 * sees them as the language writes them.  The clock is read here only.
 */
#ifndef IBP_BASE_DATE_H
#define IBP_BASE_DATE_H

#include <stdbool.h>

#define IBP_DATE_SIZE 11
#define IBP_TIME_SIZE 21

/* UTC now as 2026-11-23T12:00:00Z; IBP_NOW in the environment wins. */
void ibp_time_now(char now[IBP_TIME_SIZE]);

/* Milliseconds of a clock that only goes on, for how long things take. */
long ibp_clock_ms(void);

/* Today (the first ten characters of ibp_time_now). */
void ibp_date_today(char today[IBP_DATE_SIZE]);

/* Whether TEXT is a real day between 1900 and 2999, as YYYY-MM-DD. */
bool ibp_date_is_valid(const char *text);

/* Whether TEXT is a time as ibp_time_now gives it. */
bool ibp_time_is_valid(const char *text);

/*
 * Reads 2027-06-30, 30-06-2027, 30-6-2027, +2d, +2w, +3m or +1y (from
 * TODAY; the last day of a month stays in the month).  False leaves DATE.
 */
bool ibp_date_parse(const char *text, const char *today,
		    char date[IBP_DATE_SIZE]);

/* As people read it: dd-mm-yyyy in Dutch, ISO in English. */
const char *ibp_date_show(const char *date, char shown[IBP_DATE_SIZE]);

/* A time as people read it: the date and hh:mm, on the clock they live by. */
const char *ibp_time_show(const char *time, char shown[IBP_TIME_SIZE]);

/* A time as seconds since 1970; 0 for what is no time. */
long ibp_time_seconds(const char *time);

/* The reverse; false, and TIME stays, outside the years of a date. */
bool ibp_time_of_seconds(long seconds, char time[IBP_TIME_SIZE]);

/* DATE moved by DAYS (may be negative); false out of range. */
bool ibp_date_add_days(const char *date, long days, char result[IBP_DATE_SIZE]);

#endif
