/* Texts, numbers, dates and addresses as a workbook writes them. */
#include "exchange/xlsx_part.h"

#include <string.h>

#include "base/date.h"
#include "base/num.h"

#define DIGITS_MAX 15   /* that a spreadsheet keeps */
#define DIGITS_READ 40  /* more are noise */
#define EXPONENT_MAX 15 /* a longer number stays as it is written */
#define ESCAPE_LENGTH 7 /* _x000A_ */
#define LETTERS_MAX 3

/* The first day of March 1900: before it programs differ by a day. */
#define MARCH_1900 61
#define DAYS_1904 1462 /* from 1900 to where the other count begins */

bool ibp_xlsx_index(const char *text, size_t max, size_t *index)
{
	long number;

	if (!text || !ibp_num_parse(text, (long)max, &number))
		return false;
	*index = (size_t)number;
	return true;
}

/* ---- Texts ----------------------------------------------------------------
 */

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef";
	const char *found;

	if (c >= 'A' && c <= 'F')
		c = (char)(c - 'A' + 'a');
	found = c ? strchr(digits, c) : NULL;
	return found ? (int)(found - digits) : -1;
}

/* The character that TEXT begins with as _xHHHH_; 0: it does not. */
static unsigned escaped(const char *text)
{
	unsigned code = 0;

	if (text[0] != '_' || text[1] != 'x')
		return 0;
	for (size_t i = 2; i < ESCAPE_LENGTH - 1; i++) {
		int digit = hex_digit(text[i]);

		if (digit < 0)
			return 0;
		code = code * 16 + (unsigned)digit;
	}
	return text[ESCAPE_LENGTH - 1] == '_' ? code : 0;
}

/* Only what XML itself cannot hold is written so, and the sign itself. */
const char *ibp_xlsx_cell_text(struct ibp_workbook *workbook, const char *text)
{
	char *copy = ibp_arena_strdup(&workbook->arena, text);
	char *to = copy;

	while (*text) {
		unsigned code = *text == '_' ? escaped(text) : 0;

		if (code && code < 0x80) {
			if (code != '\r')
				*to++ = (char)code;
			text += ESCAPE_LENGTH;
		} else if (*text == '\r') {
			text++;
		} else {
			*to++ = *text++;
		}
	}
	*to = '\0';
	return copy;
}

/* ---- Numbers --------------------------------------------------------------
 */

/* 0.DIGITS times ten to the power POINT. */
struct decimal {
	bool negative;
	char digits[DIGITS_READ + 1];
	size_t count;
	long point;
};

static const char *take_digits(const char *text, struct decimal *number,
			       bool fraction)
{
	for (; *text >= '0' && *text <= '9'; text++) {
		bool leading = !number->count && *text == '0';

		if (!leading && number->count < DIGITS_READ)
			number->digits[number->count++] = *text;
		if (leading ? fraction : !fraction)
			number->point += fraction ? -1 : 1;
	}
	return text;
}

static bool take_exponent(const char *text, struct decimal *number)
{
	bool negative = *text == '-';
	long exponent;

	if (*text == '-' || *text == '+')
		text++;
	if (!ibp_num_parse(text, 1000, &exponent))
		return false;
	number->point += negative ? -exponent : exponent;
	return true;
}

static bool read_decimal(const char *text, struct decimal *number)
{
	const char *start;

	*number = (struct decimal){.negative = *text == '-'};
	start = text += number->negative;
	text = take_digits(text, number, false);
	if (*text == '.')
		text = take_digits(text + 1, number, true);
	if (text == start || (text == start + 1 && *start == '.'))
		return false;
	if (*text == 'e' || *text == 'E')
		return take_exponent(text + 1, number);
	return !*text;
}

/* To what is kept: 2.9999999999999996 is 3. */
static void round_decimal(struct decimal *number)
{
	if (number->count > DIGITS_MAX) {
		bool up = number->digits[DIGITS_MAX] >= '5';
		size_t i = DIGITS_MAX;

		number->count = DIGITS_MAX;
		while (up && i && number->digits[i - 1] == '9')
			i--;
		if (up && i) {
			number->digits[i - 1]++;
			number->count = i;
		} else if (up) {
			number->digits[0] = '1';
			number->count = 1;
			number->point++;
		}
	}
	while (number->count && number->digits[number->count - 1] == '0')
		number->count--;
}

static const char *write_decimal(struct ibp_workbook *workbook,
				 const struct decimal *number)
{
	struct ibp_buf text = {0};
	const char *copy;
	size_t point = number->point > 0 ? (size_t)number->point : 0;

	if (!number->count)
		return "0";
	ibp_buf_add(&text, number->negative ? "-" : "");
	for (size_t i = 0; i < point; i++)
		ibp_buf_add_char(&text,
				 i < number->count ? number->digits[i] : '0');
	ibp_buf_add(&text, point ? "" : "0");
	if (number->count > point) {
		ibp_buf_add(&text, ".");
		ibp_buf_add_times(&text, "0",
				  number->point < 0 ? (size_t)-number->point :
						      0);
		ibp_buf_add_bytes(&text, number->digits + point,
				  number->count - point);
	}
	copy = ibp_arena_strdup(&workbook->arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return copy;
}

const char *ibp_xlsx_cell_number(struct ibp_workbook *workbook,
				 const char *text)
{
	struct decimal number;

	if (!read_decimal(text, &number) || number.point > EXPONENT_MAX ||
	    number.point < -EXPONENT_MAX)
		return ibp_arena_strdup(&workbook->arena, text);
	round_decimal(&number);
	return write_decimal(workbook, &number);
}

/* ---- Dates ----------------------------------------------------------------
 */

bool ibp_workbook_date(const struct ibp_workbook *workbook, const char *number,
		       char *date)
{
	struct decimal read;
	char *whole = read.digits;
	long days;

	/* What comes after the point is the time of the day. */
	if (!read_decimal(number, &read) || read.negative || read.point < 1 ||
	    read.point > 7)
		return false;
	round_decimal(&read);
	while (read.count < (size_t)read.point)
		read.digits[read.count++] = '0';
	whole[read.point] = '\0';
	if (!ibp_num_parse(whole, 9999999, &days))
		return false;
	if (workbook->since_1904)
		days += DAYS_1904;
	return days >= MARCH_1900 &&
	       ibp_date_add_days("1900-03-01", days - MARCH_1900, date);
}

/* ---- Addresses ------------------------------------------------------------
 */

void ibp_workbook_add_address(struct ibp_buf *buf, size_t column, size_t row)
{
	char letters[LETTERS_MAX + 1] = "";
	size_t at = LETTERS_MAX;

	do {
		letters[--at] = (char)('A' + column % 26);
		column /= 26;
	} while (column-- && at);
	ibp_buf_add(buf, letters + at);
	if (row)
		ibp_buf_addf(buf, "%zu", row);
}

bool ibp_xlsx_address(const char *text, size_t *column, size_t *row)
{
	size_t letters = 0;
	size_t number = 0;

	for (; text[letters] >= 'A' && text[letters] <= 'Z'; letters++) {
		if (letters == LETTERS_MAX)
			return false;
		number = number * 26 + (size_t)(text[letters] - 'A') + 1;
	}
	if (!letters ||
	    !ibp_xlsx_index(text + letters, IBP_WORKBOOK_ROW_NUMBER_MAX, row))
		return false;
	*column = number - 1;
	return *row > 0;
}
