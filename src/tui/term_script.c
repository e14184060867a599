/* A terminal without a terminal: keys from a script, screens as text. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "tui/key.h"
#include "tui/term.h"

#define SIDE_MAX 500

struct script {
	struct ibp_term term;
	char *text;
	const char *at;       /* the next word */
	const char *typed;    /* inside text:"...", or NULL */
	struct ibp_buf value; /* of the last word with quotes */
	size_t rows;
	size_t columns;
	struct ibp_cells shown;
	struct ibp_buf *out;
};

struct word {
	const char *start;
	size_t length; /* with the quotes and what is in them */
	size_t head;   /* up to and with the colon, or all of it */
};

static const char *skip_blank(const char *at)
{
	for (;;) {
		at += strspn(at, " \t\r\n");
		if (*at != '#' || (at[1] && !strchr(" \t\r\n", at[1])))
			return at;
		at += strcspn(at, "\n");
	}
}

/* The quoted text at AT into VALUE; the bytes it takes, 0: no end. */
static size_t read_quoted(const char *at, struct ibp_buf *value)
{
	const char *start = at++;

	ibp_buf_cut(value, 0);
	for (; *at && *at != '"'; at++) {
		char c = *at;

		if (c == '\\' && at[1]) {
			c = *++at;
			c = c == 'n' ? '\n' : c;
		}
		ibp_buf_add_char(value, c);
	}
	return *at ? (size_t)(at + 1 - start) : 0;
}

static struct word next_word(const char *at, struct ibp_buf *value)
{
	struct word word = {skip_blank(at), 0, 0};

	word.length = strcspn(word.start, " \t\r\n");
	word.head = word.length;
	if (!strncmp(word.start, "text:\"", 6) ||
	    !strncmp(word.start, "paste:\"", 7)) {
		word.head = strcspn(word.start, "\"");
		word.length = read_quoted(word.start + word.head, value);
		word.length = word.length ? word.head + word.length : 0;
	}
	return word;
}

static bool is_word(const struct word *word, const char *name)
{
	return word->head == strlen(name) &&
	       !memcmp(word->start, name, word->head);
}

static bool read_size(const struct word *word, size_t *rows, size_t *columns)
{
	char *copy = ibp_strndup(word->start + 7, word->length - 7);
	char *cross = strchr(copy, 'x');
	long wide = 0;
	long high = 0;

	if (cross)
		*cross = '\0';
	if (!cross || !ibp_num_parse(copy, SIDE_MAX, &wide) ||
	    !ibp_num_parse(cross + 1, SIDE_MAX, &high) || !wide || !high) {
		free(copy);
		return false;
	}
	free(copy);
	*columns = (size_t)wide;
	*rows = (size_t)high;
	return true;
}

static void add_screen(struct script *script)
{
	struct ibp_buf *out = script->out;

	for (size_t row = 0; row < script->shown.rows; row++) {
		ibp_cells_add_row(&script->shown, row, out);
		ibp_buf_add_char(out, '\n');
	}
	ibp_buf_addf(out, "[%zu,%zu]\n", script->shown.cursor_row + 1,
		     script->shown.cursor_column + 1);
}

/* Words that are one event without more. */
static const struct {
	const char *name;
	enum ibp_event_kind kind;
} plain_words[] = {
	{"idle", IBP_EVENT_IDLE},       {"hangup", IBP_EVENT_HANGUP},
	{"suspend", IBP_EVENT_SUSPEND}, {"redraw", IBP_EVENT_REDRAW},
	{"paste:", IBP_EVENT_PASTE},
};

#define PLAIN_WORDS (sizeof(plain_words) / sizeof(*plain_words))

enum meaning { MEANS_EVENT, MEANS_SCREEN, MEANS_TEXT, MEANS_NOTHING };

/* Fills EVENT, or says what else WORD asks. */
static enum meaning read_word(struct script *script, const struct word *word,
			      struct ibp_event *event)
{
	if (is_word(word, "screen"))
		return MEANS_SCREEN;
	if (is_word(word, "text:"))
		return MEANS_TEXT;
	for (size_t i = 0; i < PLAIN_WORDS; i++)
		if (is_word(word, plain_words[i].name)) {
			event->kind = plain_words[i].kind;
			event->paste = ibp_buf_text(&script->value);
			return MEANS_EVENT;
		}
	if (word->length > 7 && !memcmp(word->start, "resize:", 7)) {
		event->kind = IBP_EVENT_RESIZE;
		return read_size(word, &script->rows, &script->columns) ?
			       MEANS_EVENT :
			       MEANS_NOTHING;
	}
	event->kind = IBP_EVENT_KEY;
	event->key = ibp_key_find(word->start, word->length);
	return event->key ? MEANS_EVENT : MEANS_NOTHING;
}

/* The next character of text:"..." as a key. */
static bool read_typed(struct script *script, struct ibp_event *event)
{
	size_t length;
	size_t width;

	if (!script->typed || !*script->typed)
		return false;
	event->kind = IBP_EVENT_KEY;
	if (*script->typed == '\n') {
		event->key = IBP_KEY_ENTER;
		script->typed++;
		return true;
	}
	/* A base letter and its marks arrive one after the other. */
	length = ibp_text_next(script->typed, &width);
	while (length > 1 &&
	       !(event->key = ibp_key_find(script->typed, length)))
		length--;
	if (length <= 1)
		event->key = ibp_key_find(script->typed, 1);
	script->typed += length ? length : 1;
	return true;
}

static void script_read(void *context, int timeout, struct ibp_event *event)
{
	struct script *script = context;
	struct word word;

	(void)timeout;
	*event = (struct ibp_event){.kind = IBP_EVENT_END};
	while (!read_typed(script, event)) {
		word = next_word(script->at, &script->value);
		if (!word.length)
			return;
		script->at = word.start + word.length;
		switch (read_word(script, &word, event)) {
		case MEANS_SCREEN:
			add_screen(script);
			break;
		case MEANS_TEXT:
			script->typed = ibp_buf_text(&script->value);
			break;
		case MEANS_EVENT:
			return;
		case MEANS_NOTHING:
			break;
		}
	}
}

static void script_size(void *context, size_t *rows, size_t *columns)
{
	struct script *script = context;

	*rows = script->rows;
	*columns = script->columns;
}

static void script_show(void *context, const struct ibp_cells *cells)
{
	struct script *script = context;

	ibp_cells_resize(&script->shown, cells->rows, cells->columns);
	memcpy(script->shown.cells, cells->cells,
	       cells->rows * cells->columns * sizeof(*cells->cells));
	script->shown.cursor_row = cells->cursor_row;
	script->shown.cursor_column = cells->cursor_column;
}

static void do_nothing(void *context)
{
	(void)context;
}

/* Every word must mean something before the first key is played. */
static enum ibp_status check(struct script *script, struct ibp_error *err)
{
	const char *at = script->text;
	struct ibp_event event;
	struct word word;
	size_t line = 1;

	while (*skip_blank(at)) {
		word = next_word(at, &script->value);
		for (; at < word.start; at++)
			line += *at == '\n';
		if (!word.length ||
		    read_word(script, &word, &event) == MEANS_NOTHING)
			return ibp_error_set(
				err, IBP_USAGE,
				_("Line %zu of the script: \"%.*s\" is no key "
				  "and no other word of a script."),
				line, (int)strcspn(word.start, "\r\n"),
				word.start);
		at += word.length;
	}
	return IBP_OK;
}

enum ibp_status ibp_script_open(const char *text, size_t rows, size_t columns,
				struct ibp_buf *out, struct ibp_term **term,
				struct ibp_error *err)
{
	struct script *script = ibp_alloc(sizeof(*script));
	enum ibp_status status;

	script->text = ibp_strdup(text);
	script->at = script->text;
	script->out = out;
	script->term = (struct ibp_term){
		.context = script,
		.size = script_size,
		.read = script_read,
		.show = script_show,
		.redraw = do_nothing,
		.bell = do_nothing,
		.leave = do_nothing,
		.enter = do_nothing,
		.suspend = do_nothing,
	};
	status = check(script, err);
	if (status) {
		ibp_script_close(&script->term);
		return status;
	}
	script->rows = rows;
	script->columns = columns;
	*term = &script->term;
	return IBP_OK;
}

void ibp_script_close(struct ibp_term *term)
{
	struct script *script = term ? term->context : NULL;

	if (!script)
		return;
	ibp_cells_release(&script->shown);
	ibp_buf_release(&script->value);
	free(script->text);
	free(script);
}
