#include "tui/input.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/key.h"

size_t ibp_input_forward(const char *text, size_t at)
{
	size_t width;

	return at + ibp_text_next(text + at, &width);
}

size_t ibp_input_back(const char *text, size_t at)
{
	size_t before = 0;
	size_t next = 0;

	while (next < at) {
		before = next;
		next = ibp_input_forward(text, next);
	}
	return before;
}

void ibp_input_remove(struct ibp_buf *buf, size_t from, size_t to)
{
	if (from >= to || to > buf->length)
		return;
	memmove(buf->data + from, buf->data + to, buf->length - to + 1);
	ibp_buf_cut(buf, buf->length - (to - from));
}

/* FIRST and SECOND behind each other in NFC; NULL where that fails. */
static char *joined(const char *first, size_t length, const char *second,
		    size_t second_length)
{
	struct ibp_buf both = {0};
	char *normal;

	ibp_buf_add_bytes(&both, first, length);
	ibp_buf_add_bytes(&both, second, second_length);
	normal = (char *)utf8proc_NFC(
		(const utf8proc_uint8_t *)ibp_buf_text(&both));
	ibp_buf_release(&both);
	return normal;
}

bool ibp_input_splice(struct ibp_buf *buf, size_t *at, const char *piece,
		      size_t length, size_t max)
{
	char *copy = ibp_strndup(piece, length);
	struct ibp_buf safe = {0};
	char *head;
	char *tail;
	bool fits;

	/* A mark may join the letter before it. */
	ibp_text_add_safe(&safe, copy);
	head = joined(ibp_buf_text(buf), *at, ibp_buf_text(&safe), safe.length);
	tail = ibp_strdup(ibp_buf_text(buf) + *at);
	fits = head && strlen(head) + strlen(tail) <= max;

	if (fits) {
		ibp_buf_cut(buf, 0);
		ibp_buf_add(buf, head);
		*at = buf->length;
		ibp_buf_add(buf, tail);
	}
	free(head);
	free(tail);
	ibp_buf_release(&safe);
	free(copy);
	return fits;
}

void ibp_input_set(struct ibp_input *input, const char *text, size_t max)
{
	ibp_buf_cut(&input->text, 0);
	ibp_buf_add(&input->text, text ? text : "");
	input->at = input->text.length;
	input->max = max;
}

void ibp_input_release(struct ibp_input *input)
{
	ibp_buf_release(&input->text);
	*input = (struct ibp_input){0};
}

enum ibp_input_result ibp_input_insert(struct ibp_input *input,
				       const char *text)
{
	char *flat = ibp_strdup(text);
	bool done;

	for (char *c = flat; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	done = ibp_input_splice(&input->text, &input->at, flat, strlen(flat),
				input->max);
	free(flat);
	return done ? IBP_INPUT_CHANGED : IBP_INPUT_FULL;
}

static enum ibp_input_result type(struct ibp_input *input, long key)
{
	struct ibp_buf character = {0};
	enum ibp_input_result result;

	ibp_key_add_text(&character, key);
	result = ibp_input_insert(input, ibp_buf_text(&character));
	ibp_buf_release(&character);
	return result;
}

/* The start of the word before the cursor. */
static size_t word_back(const struct ibp_input *input)
{
	const char *text = ibp_buf_text(&input->text);
	size_t at = input->at;

	while (at && text[at - 1] == ' ')
		at--;
	while (at && text[at - 1] != ' ')
		at--;
	return at;
}

static enum ibp_input_result cut(struct ibp_input *input, size_t from,
				 size_t to)
{
	if (from >= to)
		return IBP_INPUT_MOVED;
	ibp_input_remove(&input->text, from, to);
	input->at = from;
	return IBP_INPUT_CHANGED;
}

static enum ibp_input_result go(struct ibp_input *input, size_t at)
{
	input->at = at;
	return IBP_INPUT_MOVED;
}

enum ibp_input_result ibp_input_key(struct ibp_input *input, long key)
{
	const char *text = ibp_buf_text(&input->text);
	size_t at = input->at;

	switch (key) {
	case IBP_KEY_LEFT:
		return go(input, ibp_input_back(text, at));
	case IBP_KEY_RIGHT:
		return go(input, ibp_input_forward(text, at));
	case IBP_KEY_HOME:
		return go(input, 0);
	case IBP_KEY_END:
		return go(input, input->text.length);
	case IBP_KEY_BACKSPACE:
		return cut(input, ibp_input_back(text, at), at);
	case IBP_KEY_DELETE:
		return cut(input, at, ibp_input_forward(text, at));
	case IBP_KEY_CTRL('w'):
		return cut(input, word_back(input), at);
	case IBP_KEY_CTRL('u'):
		return cut(input, 0, at);
	case IBP_KEY_CTRL('k'):
		return cut(input, at, input->text.length);
	default:
		return ibp_key_is_text(key) ? type(input, key) :
					      IBP_INPUT_OTHER;
	}
}

/* Where the shown part starts so that the cursor is inside WIDTH. */
static size_t shown_from(const struct ibp_input *input, size_t width)
{
	const char *text = ibp_buf_text(&input->text);
	char *before = ibp_strndup(text, input->at);
	size_t over = ibp_text_width(before);
	size_t from = 0;

	while (over >= width && from < input->at) {
		size_t one;
		size_t step = ibp_text_next(text + from, &one);

		over -= one;
		from += step;
	}
	free(before);
	return from;
}

void ibp_input_paint(const struct ibp_input *input, struct ibp_cells *cells,
		     size_t row, size_t column, size_t width)
{
	const char *text = ibp_buf_text(&input->text);
	size_t from = shown_from(input, width);
	char *before = ibp_strndup(text + from, input->at - from);
	const char *shown = text + from;
	size_t used = 0;
	size_t length = 0;
	size_t one;
	size_t step;

	while ((step = ibp_text_next(shown + length, &one)) &&
	       used + one <= width) {
		used += one;
		length += step;
	}
	ibp_cells_fill(cells, row, column, width, ' ', IBP_LOOK_UNDERLINE);
	ibp_cells_put_bytes(cells, row, column, shown, length,
			    IBP_LOOK_UNDERLINE);
	ibp_cells_set_cursor(cells, row, column + ibp_text_width(before));
	free(before);
}
