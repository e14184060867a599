#include "exchange/csv_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* Code points of the bytes 0x80 to 0x9f; 0: there is none. */
static const uint16_t windows[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
	0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static const char separators[] = ";,\t";

#define SEPARATORS (sizeof(separators) - 1)

static size_t line_of(const char *bytes, const char *at)
{
	size_t line = 1;

	while ((bytes = memchr(bytes, '\n', (size_t)(at - bytes)))) {
		line++;
		bytes++;
	}
	return line;
}

/* One code point below 0x10000. */
static void add_point(struct ibp_buf *buf, unsigned point)
{
	if (point < 0x80) {
		ibp_buf_add_char(buf, (char)point);
	} else if (point < 0x800) {
		ibp_buf_add_char(buf, (char)(0xc0 | point >> 6));
		ibp_buf_add_char(buf, (char)(0x80 | (point & 0x3f)));
	} else {
		ibp_buf_add_char(buf, (char)(0xe0 | point >> 12));
		ibp_buf_add_char(buf, (char)(0x80 | (point >> 6 & 0x3f)));
		ibp_buf_add_char(buf, (char)(0x80 | (point & 0x3f)));
	}
}

static enum ibp_status convert(const char *file, const char *bytes,
			       size_t length, struct ibp_buf *converted,
			       struct ibp_error *err)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];
		unsigned point = c;

		if (c >= 0x80 && c < 0xa0)
			point = windows[c - 0x80];
		if (!point)
			return ibp_error_add(
				err, IBP_INPUT, file, line_of(bytes, bytes + i),
				0,
				_("This is neither UTF-8 nor Windows-1252 "
				  "text. Save it as CSV in UTF-8."));
		add_point(converted, point);
	}
	return IBP_OK;
}

static bool starts_with(const char *bytes, size_t length, const char *start)
{
	size_t size = strlen(start);

	return length >= size && memcmp(bytes, start, size) == 0;
}

/* What was meant as CSV but is something else, by its bytes. */
static enum ibp_status refuse_others(const char *file, const char *bytes,
				     size_t length, struct ibp_error *err)
{
	const char *zero;

	if (starts_with(bytes, length, "PK\003\004"))
		return ibp_error_add(err, IBP_INPUT, file, 0, 0,
				     _("This is a workbook or an archive. "
				       "Save the sheet as CSV in UTF-8."));
	if (starts_with(bytes, length, "\xff\xfe") ||
	    starts_with(bytes, length, "\xfe\xff"))
		return ibp_error_add(err, IBP_INPUT, file, 0, 0,
				     _("This is UTF-16 text. Save it as CSV "
				       "in UTF-8."));
	zero = length ? memchr(bytes, '\0', length) : NULL;
	if (zero)
		return ibp_error_add(err, IBP_INPUT, file, line_of(bytes, zero),
				     0, _("A NUL byte: this is no text file."));
	return IBP_OK;
}

enum ibp_status ibp_csv_decode(const char *file, const char *bytes,
			       size_t length, struct ibp_buf *converted,
			       struct ibp_csv_text *text, struct ibp_error *err)
{
	enum ibp_status status = refuse_others(file, bytes, length, err);

	if (status)
		return status;
	if (starts_with(bytes, length, "\xef\xbb\xbf")) {
		bytes += 3;
		length -= 3;
	}
	if (!ibp_text_is_utf8(bytes, length)) {
		status = convert(file, bytes, length, converted, err);
		if (status)
			return status;
		bytes = ibp_buf_text(converted);
		length = converted->length;
	}
	*text = (struct ibp_csv_text){.at = bytes, .size = length};
	return IBP_OK;
}

size_t ibp_csv_line(const struct ibp_csv_text *text)
{
	size_t i = 0;

	while (i < text->size && text->at[i] != '\n' && text->at[i] != '\r')
		i++;
	if (i < text->size && text->at[i] == '\r')
		i++;
	if (i < text->size && text->at[i] == '\n')
		i++;
	return i;
}

/* The place of C among the separators, or SEPARATORS. */
static size_t which(char c)
{
	const char *found = memchr(separators, c, SEPARATORS);

	return found ? (size_t)(found - separators) : SEPARATORS;
}

char ibp_csv_separator(const struct ibp_csv_text *text, size_t *skip)
{
	size_t length = ibp_csv_line(text);
	size_t counts[SEPARATORS + 1] = {0};
	size_t best = which(',');
	size_t start = 0;
	bool quoted = false;

	*skip = 0;
	if (length > 5 && memcmp(text->at, "sep=", 4) == 0 &&
	    which(text->at[4]) < SEPARATORS && text->at[5] <= '\r') {
		*skip = length;
		return text->at[4];
	}
	while (start < text->size && strchr("\r\n", text->at[start]))
		start++;
	for (size_t i = start; i < text->size; i++) {
		if (text->at[i] == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (text->at[i] == '\r' || text->at[i] == '\n')
			break;
		else
			counts[which(text->at[i])]++;
	}
	for (size_t i = 0; i < SEPARATORS; i++)
		if (counts[i] > counts[best])
			best = i;
	return separators[best];
}
