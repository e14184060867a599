#include "tui/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"

#define GOES_ON " ..."
#define NEAR 20 /* columns */
#define ENTER_COLUMNS 32

void ibp_plain_release(struct ibp_plain *plain)
{
	ibp_buf_release(&plain->line);
}

/* ---- Out ---- */

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

/* ---- In ---- */

enum read_result { READ_LINE, READ_LONG, READ_END };

/* A zero byte becomes a sign that no check of a text lets through. */
static enum read_result read_bytes(struct ibp_plain *plain)
{
	bool any = false;
	bool fits = true;
	int c;

	ibp_buf_cut(&plain->line, 0);
	while ((c = getc(plain->in)) != EOF) {
		any = true;
		if (c == '\n')
			break;
		fits = plain->line.length < IBP_PLAIN_LINE_MAX;
		if (fits)
			ibp_buf_add_char(&plain->line, c ? (char)c : '\001');
	}
	if (!any)
		return READ_END;
	return fits ? READ_LINE : READ_LONG;
}

/* Without the end of the line and a byte order mark. */
static const char *trimmed(struct ibp_plain *plain)
{
	struct ibp_buf *line = &plain->line;
	const char *start = ibp_buf_text(line);

	while (line->length && strchr(" \t\r", line->data[line->length - 1]))
		ibp_buf_cut(line, line->length - 1);
	return strncmp(start, "\xef\xbb\xbf", 3) ? start : start + 3;
}

/* The next line that is not too long; NULL at the end of the input. */
static const char *read_line(struct ibp_plain *plain)
{
	enum read_result result;

	while (!plain->ended && !plain->failed) {
		result = read_bytes(plain);
		if (result == READ_LINE)
			return trimmed(plain);
		if (result == READ_END)
			plain->ended = true;
		else
			ibp_plain_say(plain,
				      _("That line is too long: at most %zu "
					"bytes. It was not used."),
				      IBP_PLAIN_LINE_MAX);
	}
	return NULL;
}

static bool is_sign(const char *text, char small, char capital)
{
	return (text[0] == small || text[0] == capital) && !text[1];
}

/* A backslash before one sign makes it a text. */
static const char *unmarked(const char *text)
{
	return text[0] == '\\' && text[1] && strchr("<?qQ.-\\", text[1]) &&
			       !text[2] ?
		       text + 1 :
		       text;
}

static void add_answer(struct ibp_buf *answers, const char *answer)
{
	if (answer)
		ibp_buf_addf(answers, "%s%s", answers->length ? ", " : "",
			     answer);
}

static void put_question(struct ibp_plain *plain,
			 const struct ibp_plain_question *question)
{
	struct ibp_buf answers = {0};

	add_answer(&answers, question->answers);
	add_answer(&answers, question->enter);
	if (!question->top)
		add_answer(&answers, _("< back"));
	add_answer(&answers, _("? help"));
	add_answer(&answers, _("q stop"));
	ibp_plain_say(plain, "%s (%s):", question->text,
		      ibp_buf_text(&answers));
	ibp_buf_release(&answers);
}

static void explain(struct ibp_plain *plain,
		    const struct ibp_plain_question *question)
{
	if (question->help)
		ibp_plain_say_text(plain, question->help);
	else
		ibp_plain_say(plain, _("Type your answer and press Enter. "
				       "Everything you answered is saved."));
}

enum ibp_plain_reply ibp_plain_ask(struct ibp_plain *plain,
				   const struct ibp_plain_question *question,
				   const char **text)
{
	const char *answer;

	for (;;) {
		put_question(plain, question);
		answer = read_line(plain);
		if (answer)
			answer += strspn(answer, " \t");
		if (!answer || is_sign(answer, 'q', 'Q'))
			return IBP_PLAIN_STOP;
		if (!*answer && question->enter)
			return IBP_PLAIN_KEEP;
		if (is_sign(answer, '<', '<') && !question->top)
			return IBP_PLAIN_BACK;
		if (is_sign(answer, '?', '?')) {
			explain(plain, question);
		} else if (*answer && !is_sign(answer, '<', '<')) {
			*text = unmarked(answer);
			return IBP_PLAIN_TEXT;
		} else if (*answer) {
			ibp_plain_say(plain, _("There is nothing to go back "
					       "to here."));
		} else {
			ibp_plain_say(plain, _("An answer is needed here."));
		}
	}
}

bool ibp_plain_refuse(struct ibp_plain *plain, const char *text, size_t count)
{
	ibp_plain_say(plain,
		      _("%s is not an answer here: type a number from 1 "
			"to %zu."),
		      text, count);
	return false;
}

static enum ibp_plain_reply choose(struct ibp_plain *plain,
				   const struct ibp_plain_question *question,
				   size_t count, size_t *chosen,
				   const char **typed)
{
	enum ibp_plain_reply reply;
	const char *text;
	long number;

	while ((reply = ibp_plain_ask(plain, question, &text)) ==
	       IBP_PLAIN_TEXT) {
		if (ibp_num_parse(text, (long)count, &number) && number) {
			*chosen = (size_t)number - 1;
			return reply;
		}
		if (typed) {
			*chosen = count;
			*typed = text;
			return reply;
		}
		ibp_plain_refuse(plain, text, count);
	}
	return reply;
}

enum ibp_plain_reply ibp_plain_choose(struct ibp_plain *plain,
				      const struct ibp_plain_question *question,
				      size_t count, size_t *chosen,
				      const char **typed)
{
	struct ibp_plain_question numbered = *question;
	struct ibp_buf answers = {0};
	enum ibp_plain_reply reply;

	if (!numbered.answers) {
		ibp_plain_add_range(&answers, count);
		numbered.answers = ibp_buf_text(&answers);
	}
	reply = choose(plain, &numbered, count, chosen, typed);
	ibp_buf_release(&answers);
	return reply;
}

/* Takes the last line of TEXT away; false when there is none. */
static bool drop_line(struct ibp_buf *text)
{
	size_t length = text->length;

	if (!length)
		return false;
	length--;
	while (length && text->data[length - 1] != '\n')
		length--;
	ibp_buf_cut(text, length);
	return true;
}

/* One line, added to TEXT or taken from it; IBP_PLAIN_TEXT: go on. */
static enum ibp_plain_reply take_line(struct ibp_plain *plain,
				      const struct ibp_plain_question *question,
				      struct ibp_buf *text, const char *line)
{
	if (!*line && !text->length)
		return IBP_PLAIN_KEEP;
	if (is_sign(line, '?', '?'))
		explain(plain, question);
	else if (!is_sign(line, '<', '<'))
		ibp_buf_addf(text, "%s\n", unmarked(line));
	else if (!drop_line(text))
		return IBP_PLAIN_BACK;
	else
		ibp_plain_say(plain, _("Line taken back."));
	return IBP_PLAIN_TEXT;
}

enum ibp_plain_reply ibp_plain_lines(struct ibp_plain *plain,
				     const struct ibp_plain_question *question,
				     struct ibp_buf *text, ibp_plain_keep *keep,
				     void *context)
{
	enum ibp_plain_reply reply = IBP_PLAIN_TEXT;
	const char *line;

	put_question(plain, question);
	while ((line = read_line(plain)) && !is_sign(line, 'q', 'Q')) {
		if (is_sign(line, '.', '.'))
			return IBP_PLAIN_TEXT;
		reply = take_line(plain, question, text, line);
		if (reply != IBP_PLAIN_TEXT)
			return reply;
		keep(context, ibp_buf_text(text));
	}
	return IBP_PLAIN_STOP;
}
