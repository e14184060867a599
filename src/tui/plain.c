#include "tui/plain.h"

#include <string.h>

#include "base/i18n.h"
#include "base/num.h"

void ibp_plain_release(struct ibp_plain *plain)
{
	ibp_buf_release(&plain->line);
}

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
