#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/i18n.h"
#include "base/mem.h"

/* Decodes one code point; returns its length, 0 when it is no UTF-8. */
static size_t decode(const char *text, utf8proc_int32_t *code)
{
	utf8proc_ssize_t length =
		utf8proc_iterate((const utf8proc_uint8_t *)text, -1, code);

	return length > 0 ? (size_t)length : 0;
}

static bool is_control(utf8proc_int32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 ||
	       code == 0x2029;
}

/* Characters that make a text read other than it is stored. */
static bool is_direction(utf8proc_int32_t code)
{
	return (code >= 0x202a && code <= 0x202e) ||
	       (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
	       code == 0x200f || code == 0x061c;
}

static bool is_allowed(utf8proc_int32_t code, enum ibp_text_kind kind)
{
	if (kind == IBP_TEXT_NOTE && (code == '\n' || code == '\t'))
		return true;
	return !is_control(code) && !is_direction(code);
}

bool ibp_text_is_utf8(const char *text, size_t length)
{
	while (length) {
		utf8proc_int32_t code;
		utf8proc_ssize_t step =
			utf8proc_iterate((const utf8proc_uint8_t *)text,
					 (utf8proc_ssize_t)length, &code);

		if (step <= 0)
			return false;
		text += step;
		length -= (size_t)step;
	}
	return true;
}

/* Whether eight bytes are all from the space to "~", as most of all text is:
   each byte keeps to itself, so one word answers for all of them. */
static bool is_plain(const char *text)
{
	const uint64_t tops = 0x8080808080808080u;
	const uint64_t ones = 0x0101010101010101u;
	uint64_t word;

	memcpy(&word, text, sizeof(word));
	return !((word | (word + ones)) & tops) &&
	       (((word | tops) - ' ' * ones) & tops) == tops;
}

size_t ibp_text_find_forbidden(const char *text, size_t length,
			       enum ibp_text_kind kind, long *code)
{
	size_t at = 0;

	while (at < length) {
		if (length - at >= sizeof(uint64_t) && is_plain(text + at)) {
			at += sizeof(uint64_t);
			continue;
		}
		utf8proc_int32_t next;
		utf8proc_ssize_t step;

		if (text[at] >= ' ' && text[at] < 0x7f) {
			at++;
			continue;
		}
		step = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
					(utf8proc_ssize_t)(length - at), &next);
		if (step <= 0 || !is_allowed(next, kind)) {
			*code = step > 0 ? next : -1;
			return at;
		}
		at += (size_t)step;
	}
	return length;
}

static enum ibp_status check_characters(const char *text,
					enum ibp_text_kind kind,
					const char *what, struct ibp_error *err)
{
	size_t length = strlen(text);
	long code;

	if (ibp_text_find_forbidden(text, length, kind, &code) == length)
		return IBP_OK;
	if (code < 0)
		return ibp_error_set(err, IBP_USAGE,
				     _("%s: this is not valid UTF-8 text."),
				     what);
	return ibp_error_set(err, IBP_USAGE,
			     _("%s: the character U+%04X is not allowed. "
			       "Remove it."),
			     what, (unsigned)code);
}

static char *trimmed(const char *text)
{
	size_t length;

	text += strspn(text, " \t\n\r");
	length = strlen(text);
	while (length && strchr(" \t\n\r", text[length - 1]))
		length--;
	return ibp_strndup(text, length);
}

/* A file from Windows ends its lines in two characters. */
static void drop_returns(char *text)
{
	char *out = text;

	for (; *text; text++)
		if (text[0] != '\r' || text[1] != '\n')
			*out++ = *text;
	*out = '\0';
}

enum ibp_status ibp_text_clean(const char *text, enum ibp_text_kind kind,
			       size_t max, const char *what, char **clean,
			       struct ibp_error *err)
{
	enum ibp_status status;
	char *copy = NULL;
	char *normal = NULL;

	if (strlen(text) > 4 * max) {
		status = ibp_error_set(
			err, IBP_USAGE,
			_("%s: too long, %zu bytes; at most %zu fit."), what,
			strlen(text), max);
		goto out;
	}
	copy = trimmed(text);
	drop_returns(copy);
	status = check_characters(copy, kind, what, err);
	if (status)
		goto out;
	normal = (char *)utf8proc_NFC((const utf8proc_uint8_t *)copy);
	if (!normal)
		abort();
	if (strlen(normal) > max) {
		status = ibp_error_set(
			err, IBP_USAGE,
			_("%s: too long, %zu bytes; at most %zu fit."), what,
			strlen(normal), max);
		goto out;
	}
	*clean = normal;
	normal = NULL;
out:
	free(normal);
	free(copy);
	return status;
}

char *ibp_text_fold(const char *text)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t length = utf8proc_map(
		(const utf8proc_uint8_t *)text, 0, &folded,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT |
			UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
			UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

	return length < 0 ? ibp_strdup(text) : (char *)folded;
}

char *ibp_text_letters(const char *text)
{
	char *folded = ibp_text_fold(text);
	char *to = folded;

	for (const char *at = folded; *at; at++)
		if ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9'))
			*to++ = *at;
	*to = '\0';
	return folded;
}

bool ibp_text_contains(const char *text, const char *word)
{
	char *a = ibp_text_fold(text);
	char *b = ibp_text_fold(word);
	bool found = strstr(a, b) != NULL;

	free(a);
	free(b);
	return found;
}

size_t ibp_text_next(const char *text, size_t *width)
{
	utf8proc_int32_t code;
	size_t length;
	size_t step;

	*width = 0;
	if (!*text)
		return 0;
	length = decode(text, &code);
	if (!length) {
		*width = 1;
		return 1;
	}
	*width = (size_t)utf8proc_charwidth(code);
	if (is_control(code))
		return length;
	while (text[length] && (step = decode(text + length, &code)) &&
	       !is_control(code) && utf8proc_charwidth(code) == 0)
		length += step;
	return length;
}

size_t ibp_text_width(const char *text)
{
	size_t total = 0;
	size_t width;
	size_t step;

	while ((step = ibp_text_next(text, &width))) {
		total += width;
		text += step;
	}
	return total;
}

void ibp_text_add_fit(struct ibp_buf *buf, const char *text, size_t width)
{
	size_t whole = ibp_text_width(text);
	size_t room = whole > width ? width - (width > 0) : width;
	size_t used = 0;
	size_t step;
	size_t one;

	while ((step = ibp_text_next(text, &one)) && used + one <= room) {
		ibp_buf_add_bytes(buf, text, step);
		used += one;
		text += step;
	}
	if (whole > width && width > 0) {
		ibp_buf_add(buf, "…");
		used++;
	}
	ibp_buf_add_times(buf, " ", width - used);
}

void ibp_text_add_safe(struct ibp_buf *buf, const char *text)
{
	utf8proc_int32_t code;

	while (*text) {
		size_t step = decode(text, &code);

		if (!step || (code != '\n' && code != '\t' &&
			      (is_control(code) || is_direction(code))))
			ibp_buf_add_char(buf, '?');
		else if (code == '\t')
			ibp_buf_add_char(buf, ' ');
		else
			ibp_buf_add_bytes(buf, text, step);
		text += step ? step : 1;
	}
}

size_t ibp_text_wrap(const char *text, size_t width, size_t *skip)
{
	size_t used = 0;
	size_t at = 0;
	size_t last_space = 0;
	size_t step;
	size_t one;

	while ((step = ibp_text_next(text + at, &one))) {
		if (text[at] == '\n') {
			*skip = at + 1;
			return at;
		}
		if (text[at] == ' ')
			last_space = at;
		if (used + one > width)
			break;
		used += one;
		at += step;
	}
	if (step && last_space) {
		at = last_space;
		*skip = at + strspn(text + at, " ");
		return at;
	}
	if (step && !at)
		at = step; /* wider than the whole line: never stand still */
	*skip = at;
	return at;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t two = a < b ? a : b;

	return two < c ? two : c;
}

#define NEAREST_MAX 40

/* Damerau-Levenshtein distance (adjacent swaps count one). */
static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
	size_t row[NEAREST_MAX + 1][NEAREST_MAX + 1];

	for (size_t i = 0; i <= n; i++)
		row[i][0] = i;
	for (size_t j = 0; j <= m; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= n; i++)
		for (size_t j = 1; j <= m; j++) {
			size_t cost = a[i - 1] != b[j - 1];

			row[i][j] =
				smallest(row[i - 1][j] + 1, row[i][j - 1] + 1,
					 row[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] &&
			    row[i - 2][j - 2] + 1 < row[i][j])
				row[i][j] = row[i - 2][j - 2] + 1;
		}
	return row[n][m];
}

const char *ibp_text_nearest(const char *word, const char *const *names)
{
	const char *best = NULL;
	size_t length = strlen(word);
	size_t limit = length / 3 + 1;

	if (length > NEAREST_MAX)
		return NULL;
	for (; *names; names++) {
		size_t other = strlen(*names);
		size_t far;

		if (other > NEAREST_MAX)
			continue;
		far = distance(word, length, *names, other);
		if (far <= limit && far < other) {
			best = *names;
			if (!far)
				break;
			limit = far - 1;
		}
	}
	return best;
}

bool ibp_text_is_empty(const char *text)
{
	return !text || !*text;
}

bool ibp_text_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}
