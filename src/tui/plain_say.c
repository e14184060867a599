/* What is said: whole sentences, in lines that can be listened to. */
#include "tui/plain.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define GOES_ON " ..."
#define NEAR 20 /* columns */
#define ENTER_COLUMNS 32

/*
 * What a terminal shows but speech and braille stumble over: box drawing
 * and blocks (U+2500-259F), braille patterns (U+2800-28FF), the legacy
 * blocks (U+1FB00-1FBFF), and the two line ends of Unicode (U+2028-2029).
 */
static bool is_unspeakable(const char *at)
{
	const unsigned char *byte = (const unsigned char *)at;

	if (byte[0] == 0xe2 && byte[1] == 0x80)
		return byte[2] == 0xa8 || byte[2] == 0xa9;
	if (byte[0] == 0xe2)
		return (byte[1] >= 0x94 && byte[1] <= 0x96 &&
			!(byte[1] == 0x96 && byte[2] > 0x9f)) ||
		       (byte[1] >= 0xa0 && byte[1] <= 0xa3);
	return byte[0] == 0xf0 && byte[1] == 0x9f && byte[2] >= 0xac &&
	       byte[2] <= 0xaf;
}

static void add_speakable(struct ibp_buf *line, const char *text)
{
	struct ibp_buf safe = {0};
	const char *at;
	size_t width;
	size_t step;

	ibp_text_add_safe(&safe, text);
	at = ibp_buf_text(&safe);
	while ((step = ibp_text_next(at, &width))) {
		if (is_unspeakable(at))
			ibp_buf_add_char(line, '?');
		else
			ibp_buf_add_bytes(line, at, step);
		at += step;
	}
	ibp_buf_release(&safe);
}

static bool is_end(char c)
{
	return c == '.' || c == ':' || c == '?';
}

static void put(struct ibp_plain *plain, const char *text, size_t length)
{
	if (fwrite(text, 1, length, plain->out) != length)
		plain->failed = true;
}

/* Whether the space at AT ends a sentence; a sign by itself does not. */
static bool ends_sentence(const char *text, size_t at, const char *signs)
{
	return at > 1 && strchr(signs, text[at - 1]) && text[at - 2] != ' ';
}

/* The last space within COLUMNS after one of SIGNS; 0: there is none. */
static size_t last_end(const char *text, size_t columns, const char *signs)
{
	size_t found = 0;
	size_t used = 0;
	size_t width;
	size_t step;

	for (size_t at = 0; (step = ibp_text_next(text + at, &width)) &&
			    used + width <= columns;
	     at += step) {
		if (text[at] == ' ' && ends_sentence(text, at, signs))
			found = at;
		used += width;
	}
	return found;
}

/* Columns to the end of the first sentence, and no further. */
static size_t sentence_width(const char *text)
{
	size_t used = 0;
	size_t width;
	size_t step;

	for (size_t at = 0; (step = ibp_text_next(text + at, &width));
	     at += step) {
		if (text[at] == ' ' && ends_sentence(text, at, ".?"))
			break;
		used += width;
	}
	return used;
}

/*
 * Where a sentence that needs more lines is broken: in parts of about the
 * same length, at a comma that is near, else at a space.
 */
static size_t break_sentence(const char *text)
{
	size_t room = IBP_PLAIN_COLUMNS - strlen(GOES_ON);
	size_t whole = sentence_width(text);
	size_t aim = whole / (whole / room + 1) + NEAR / 2;
	size_t space = 0;
	size_t fits = 0;
	size_t used = 0;
	size_t width;
	size_t step;

	for (size_t at = 0;
	     (step = ibp_text_next(text + at, &width)) && used + width <= room;
	     at += step) {
		if (text[at] == ' ' && used + NEAR >= aim && at &&
		    strchr(",;", text[at - 1]))
			return at;
		if (text[at] == ' ' && (used <= aim || !space))
			space = at;
		used += width;
		fits = at + step;
	}
	return space ? space : fits;
}

/*
 * How much of TEXT goes on a line: to the end of the last sentence, else to
 * a colon, else a part of a sentence, which *GOES_ON on the next line.
 */
static size_t first_part(const char *text, bool *goes_on)
{
	size_t found;

	*goes_on = false;
	if (ibp_text_width(text) <= IBP_PLAIN_COLUMNS)
		return strlen(text);
	found = last_end(text, IBP_PLAIN_COLUMNS, ".?");
	if (!found) {
		found = last_end(text, IBP_PLAIN_COLUMNS, ":");
		found = found > IBP_PLAIN_COLUMNS / 2 ? found : 0;
	}
	if (found)
		return found;
	*goes_on = true;
	return break_sentence(text);
}

/* LINE holds no newline. */
static void put_line(struct ibp_plain *plain, const char *line)
{
	while (*line) {
		bool goes_on;
		size_t length = first_part(line, &goes_on);

		put(plain, line, length);
		if (goes_on)
			put(plain, GOES_ON, strlen(GOES_ON));
		put(plain, "\n", 1);
		line += length;
		line += strspn(line, " ");
	}
}

void ibp_plain_say_text(struct ibp_plain *plain, const char *text)
{
	while (*text) {
		struct ibp_buf raw = {0};
		struct ibp_buf line = {0};
		size_t length = strcspn(text, "\n");

		ibp_buf_add_bytes(&raw, text, length);
		add_speakable(&line, ibp_buf_text(&raw));
		while (line.length && line.data[line.length - 1] == ' ')
			ibp_buf_cut(&line, line.length - 1);
		if (line.length && !is_end(line.data[line.length - 1]))
			ibp_buf_add_char(&line, '.');
		put_line(plain, ibp_buf_text(&line));
		ibp_buf_release(&line);
		ibp_buf_release(&raw);
		text += length + (text[length] == '\n');
	}
	if (fflush(plain->out))
		plain->failed = true;
}

void ibp_plain_say(struct ibp_plain *plain, const char *format, ...)
{
	struct ibp_buf text = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_plain_say_text(plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

void ibp_plain_add(struct ibp_buf *text, const char *format, ...)
{
	va_list args;

	if (text->length)
		ibp_buf_add_char(text, ' ');
	va_start(args, format);
	ibp_buf_vaddf(text, format, args);
	va_end(args);
}

void ibp_plain_say_choices(struct ibp_plain *plain, const char *const *choices,
			   size_t count, bool listed)
{
	struct ibp_buf text = {0};

	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(&text, "%zu %s.%c", i + 1, choices[i],
			     listed ? '\n' : ' ');
	ibp_plain_say_text(plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

bool ibp_plain_is_long(const char *value)
{
	return strchr(value, '\n') || ibp_text_width(value) > ENTER_COLUMNS;
}

void ibp_plain_add_range(struct ibp_buf *buf, size_t count)
{
	if (count == 1)
		ibp_buf_add(buf, "1");
	else
		ibp_buf_addf(buf, _("1 to %zu"), count);
}

const char *ibp_plain_enter(const char *value, struct ibp_buf *buf)
{
	if (ibp_plain_is_long(value))
		ibp_buf_add(buf, _("Enter keeps this"));
	else
		ibp_buf_addf(buf, _("Enter keeps %s"), value);
	return ibp_buf_text(buf);
}
