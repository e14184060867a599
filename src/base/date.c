#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2999

struct day {
	int year;
	int month;
	int day;
};

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

static bool is_day(const struct day *d)
{
	return d->year >= YEAR_MIN && d->year <= YEAR_MAX && d->month >= 1 &&
	       d->month <= 12 && d->day >= 1 &&
	       d->day <= month_days(d->year, d->month);
}

/* The number at the start of *TEXT, MIN to MAX digits; -1 without one. */
static int take_number(const char **text, size_t min, size_t max)
{
	size_t digits = strspn(*text, "0123456789");
	int value = 0;

	if (digits < min || digits > max)
		return -1;
	while (digits--)
		value = value * 10 + *(*text)++ - '0';
	return value;
}

static bool take_dash(const char **text)
{
	return *(*text)++ == '-';
}

static bool read_iso(const char *text, struct day *d)
{
	if ((d->year = take_number(&text, 4, 4)) < 0 || !take_dash(&text))
		return false;
	if ((d->month = take_number(&text, 2, 2)) < 0 || !take_dash(&text))
		return false;
	return (d->day = take_number(&text, 2, 2)) >= 0 && !*text && is_day(d);
}

static bool read_dutch(const char *text, struct day *d)
{
	if ((d->day = take_number(&text, 1, 2)) < 0 || !take_dash(&text))
		return false;
	if ((d->month = take_number(&text, 1, 2)) < 0 || !take_dash(&text))
		return false;
	return (d->year = take_number(&text, 4, 4)) >= 0 && !*text && is_day(d);
}

static void write_iso(const struct day *d, char date[IBP_DATE_SIZE])
{
	snprintf(date, IBP_DATE_SIZE, "%04u-%02u-%02u",
		 (unsigned)d->year % 10000, (unsigned)d->month % 100,
		 (unsigned)d->day % 100);
}

static void add_months(struct day *d, long months)
{
	long month = d->year * 12L + d->month - 1 + months;

	d->year = (int)(month / 12);
	d->month = (int)(month % 12) + 1;
	if (d->year <= YEAR_MAX && d->day > month_days(d->year, d->month))
		d->day = month_days(d->year, d->month);
}

static void add_one_day(struct day *d)
{
	if (++d->day <= month_days(d->year, d->month))
		return;
	d->day = 1;
	if (++d->month <= 12)
		return;
	d->month = 1;
	d->year++;
}

static void take_one_day(struct day *d)
{
	if (--d->day >= 1)
		return;
	if (--d->month < 1) {
		d->month = 12;
		d->year--;
	}
	d->day = month_days(d->year, d->month);
}

static bool move_days(struct day *d, long days)
{
	for (; days > 0 && is_day(d); days--)
		add_one_day(d);
	for (; days < 0 && is_day(d); days++)
		take_one_day(d);
	return is_day(d);
}

static bool read_relative(const char *text, const char *today, struct day *d)
{
	int count;

	if (*text++ != '+' || !read_iso(today, d))
		return false;
	count = take_number(&text, 1, 4);
	if (count < 0 || strlen(text) != 1)
		return false;
	switch (*text) {
	case 'd':
		return move_days(d, count);
	case 'w':
		return move_days(d, 7L * count);
	case 'm':
		add_months(d, count);
		return is_day(d);
	case 'y':
		add_months(d, 12L * count);
		return is_day(d);
	default:
		return false;
	}
}

bool ibp_date_is_valid(const char *text)
{
	struct day d;

	return read_iso(text, &d);
}

bool ibp_time_is_valid(const char *text)
{
	char date[IBP_DATE_SIZE];
	int hour;
	int minute;
	int second;

	if (strlen(text) != IBP_TIME_SIZE - 1)
		return false;
	memcpy(date, text, IBP_DATE_SIZE - 1);
	date[IBP_DATE_SIZE - 1] = '\0';
	if (!ibp_date_is_valid(date) || text[10] != 'T')
		return false;
	text += 11;
	hour = take_number(&text, 2, 2);
	if (*text++ != ':')
		return false;
	minute = take_number(&text, 2, 2);
	if (*text++ != ':')
		return false;
	second = take_number(&text, 2, 2);
	return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 &&
	       second >= 0 && second < 61 && strcmp(text, "Z") == 0;
}

bool ibp_date_parse(const char *text, const char *today,
		    char date[IBP_DATE_SIZE])
{
	struct day d;

	if (!read_iso(text, &d) && !read_dutch(text, &d) &&
	    !read_relative(text, today, &d))
		return false;
	write_iso(&d, date);
	return true;
}

bool ibp_date_add_days(const char *date, long days, char result[IBP_DATE_SIZE])
{
	struct day d;

	if (!read_iso(date, &d) || !move_days(&d, days))
		return false;
	write_iso(&d, result);
	return true;
}

void ibp_time_now(char now[IBP_TIME_SIZE])
{
	const char *fixed = getenv("IBP_NOW");
	time_t clock = time(NULL);
	struct tm parts;

	if (fixed && ibp_time_is_valid(fixed)) {
		memcpy(now, fixed, IBP_TIME_SIZE);
		return;
	}
	if (!gmtime_r(&clock, &parts) ||
	    !strftime(now, IBP_TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts))
		memcpy(now, "1970-01-01T00:00:00Z", IBP_TIME_SIZE);
}

long ibp_clock_ms(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void ibp_date_today(char today[IBP_DATE_SIZE])
{
	char now[IBP_TIME_SIZE];

	ibp_time_now(now);
	memcpy(today, now, IBP_DATE_SIZE - 1);
	today[IBP_DATE_SIZE - 1] = '\0';
}

const char *ibp_date_show(const char *date, char shown[IBP_DATE_SIZE])
{
	/* TRANSLATORS: how a date is written, D-M-Y or Y-M-D. */
	const char *order = C_("date order", "Y-M-D");

	if (!ibp_date_is_valid(date)) {
		shown[0] = '\0';
		return shown;
	}
	if (*order == 'D')
		snprintf(shown, IBP_DATE_SIZE, "%.2s-%.2s-%.4s", date + 8,
			 date + 5, date);
	else
		memcpy(shown, date, IBP_DATE_SIZE);
	return shown;
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + text[1] - '0';
}

/* Seconds since 1970 of a valid TIME. */
static time_t moment_of(const char *time)
{
	struct tm parts = {0};

	parts.tm_year = two_digits(time) * 100 + two_digits(time + 2) - 1900;
	parts.tm_mon = two_digits(time + 5) - 1;
	parts.tm_mday = two_digits(time + 8);
	parts.tm_hour = two_digits(time + 11);
	parts.tm_min = two_digits(time + 14);
	parts.tm_sec = two_digits(time + 17);
	return timegm(&parts);
}

long ibp_time_seconds(const char *time)
{
	return ibp_time_is_valid(time) ? (long)moment_of(time) : 0;
}

bool ibp_time_of_seconds(long seconds, char time[IBP_TIME_SIZE])
{
	time_t moment = seconds;
	char made[IBP_TIME_SIZE];
	struct tm parts;

	if (!gmtime_r(&moment, &parts) ||
	    !strftime(made, sizeof(made), "%Y-%m-%dT%H:%M:%SZ", &parts) ||
	    !ibp_time_is_valid(made))
		return false;
	memcpy(time, made, IBP_TIME_SIZE);
	return true;
}

const char *ibp_time_show(const char *time, char shown[IBP_TIME_SIZE])
{
	char date[IBP_DATE_SIZE];
	char day[IBP_DATE_SIZE];
	struct tm parts;
	time_t moment;

	shown[0] = '\0';
	if (!ibp_time_is_valid(time))
		return shown;
	moment = moment_of(time);
	if (!localtime_r(&moment, &parts) ||
	    !strftime(date, sizeof(date), "%Y-%m-%d", &parts))
		return shown;
	snprintf(shown, IBP_TIME_SIZE, "%s %02d:%02d", ibp_date_show(date, day),
		 parts.tm_hour, parts.tm_min);
	return shown;
}
