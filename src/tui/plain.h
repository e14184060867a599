/*
 * Questions and answers, a line at a time: for speech, braille, a dumb
 * terminal or a file of answers.
 *
 * Whatever is put in, a line that goes out ends in ".", ":" or "?", has at
 * most IBP_PLAIN_COLUMNS columns and holds no control, box or braille
 * character.  A text that is longer is broken at the end of a sentence;
 * else "..." at the end of the line says that it goes on.
 *
 * A line that comes in is an answer: Enter keeps what is shown, `<` goes
 * back, `?` explains, `q` stops, and so does the end of the input.  After a
 * backslash such a sign is a text of one letter.  No line is a comment: a
 * note may begin with any sign.
 */
#ifndef IBP_TUI_PLAIN_H
#define IBP_TUI_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"

#define IBP_PLAIN_COLUMNS 100

/* A longer line of input is refused, in bytes. */
#define IBP_PLAIN_LINE_MAX ((size_t)65536)

/* Zero it, then set in and out; release it after. */
struct ibp_plain {
	FILE *in;
	FILE *out;
	bool ended;  /* the input ended */
	bool failed; /* the output could not be written */
	struct ibp_buf line;
};

enum ibp_plain_reply {
	IBP_PLAIN_TEXT, /* something was typed or chosen */
	IBP_PLAIN_KEEP, /* Enter */
	IBP_PLAIN_BACK,
	IBP_PLAIN_STOP /* `q`, or nothing more can be asked */
};

/* All texts are translated; what is NULL is left out. */
struct ibp_plain_question {
	const char *text;    /* "Score" */
	const char *answers; /* "1 to 5, - not applicable" */
	const char *enter;   /* "Enter keeps 2"; NULL: needs an answer */
	const char *help;    /* sentences for `?`, a line each */
	bool top;            /* there is nothing to go back to */
};

void ibp_plain_release(struct ibp_plain *plain);

/* Each line of the text is a line of its own, with "." where it lacks one. */
void ibp_plain_say(struct ibp_plain *plain, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void ibp_plain_say_text(struct ibp_plain *plain, const char *text);

/* Adds a sentence, with a space before it where TEXT is not empty. */
void ibp_plain_add(struct ibp_buf *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* *TEXT is what was typed, never empty; it stays until the next call. */
enum ibp_plain_reply ibp_plain_ask(struct ibp_plain *plain,
				   const struct ibp_plain_question *question,
				   const char **text);

/*
 * Asks for a number from 1 to COUNT (which the question says where it has
 * no answers of its own): *CHOSEN is one less.  Where TYPED is
 * not NULL any other answer is right too: *CHOSEN is then COUNT and *TYPED
 * the answer.
 */
enum ibp_plain_reply ibp_plain_choose(struct ibp_plain *plain,
				      const struct ibp_plain_question *question,
				      size_t count, size_t *chosen,
				      const char **typed);

/* Says that TEXT is not a number from 1 to COUNT; always false. */
bool ibp_plain_refuse(struct ibp_plain *plain, const char *text, size_t count);

/* Says CHOICES as "1 Low. 2 High."; LISTED: a line for each. */
void ibp_plain_say_choices(struct ibp_plain *plain, const char *const *choices,
			   size_t count, bool listed);

/* Gets TEXT after every line, so that a broken line loses nothing. */
typedef void ibp_plain_keep(void *context, const char *text);

/*
 * Adds lines to TEXT until one with only a full stop (IBP_PLAIN_TEXT).
 * `<` takes the last line back; with no line left it is IBP_PLAIN_BACK, and
 * an empty line is IBP_PLAIN_KEEP.
 */
enum ibp_plain_reply ibp_plain_lines(struct ibp_plain *plain,
				     const struct ibp_plain_question *question,
				     struct ibp_buf *text, ibp_plain_keep *keep,
				     void *context);

/* Whether VALUE is too long to be repeated in a question. */
bool ibp_plain_is_long(const char *value);

/* "Enter keeps VALUE", or without the value where it is long; adds it. */
const char *ibp_plain_enter(const char *value, struct ibp_buf *buf);

/* "1 to COUNT"; adds it. */
void ibp_plain_add_range(struct ibp_buf *buf, size_t count);

#endif
