#include "exchange/text_width.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define FIRST 0x20
#define LAST 0x7E
#define WIDEST 1000 /* thousandths of the size, of what is not in the table */
/* Bold letters are up to an eighth wider, and some a little more. */
#define BOLD_PERCENT 116

/* Thousandths of the size of the letters, of DejaVu Sans. */
static const short widths[LAST - FIRST + 1] = {
	318, 401, 460, 838, 637,  951, 780, 275, 391, 391, 500, 838, 318, 361,
	318, 337, 637, 637, 637,  637, 637, 637, 637, 637, 637, 637, 337, 337,
	838, 838, 838, 531, 1000, 685, 687, 699, 771, 632, 576, 775, 752, 295,
	295, 656, 558, 863, 749,  788, 604, 788, 695, 635, 611, 732, 685, 989,
	686, 611, 686, 391, 337,  391, 838, 500, 500, 613, 635, 550, 635, 616,
	353, 635, 634, 278, 278,  580, 278, 975, 634, 612, 635, 635, 412, 521,
	393, 634, 592, 818, 592,  592, 525, 637, 337, 637, 838,
};

static int width_of(char c)
{
	return c >= FIRST && c <= LAST ? widths[c - FIRST] : WIDEST;
}

/* A letter with an accent is as wide as without it. */
static int width_of_other(const char *text, size_t length)
{
	char *letter = ibp_strndup(text, length);
	char *plain = ibp_text_fold(letter);
	int width = plain[0] && !plain[1] ? width_of(plain[0]) : WIDEST;

	/* Folding makes capitals small; most capitals are not wider than D. */
	if (width < width_of('D') && strcmp(plain, letter) != 0)
		width = width_of('D');
	free(plain);
	free(letter);
	return width;
}

static int thousandths(const char *text, size_t length)
{
	return length == 1 ? width_of(*text) : width_of_other(text, length);
}

static int drawn(int total, int size, bool bold)
{
	long width = (long)total * size;

	if (bold)
		width = width * BOLD_PERCENT / 100;
	/* What is cut off must not let a letter too many in. */
	return (int)((width + 999) / 1000);
}

/*
 * The length of the letter at TEXT.  Most texts are plain, and a letter that
 * a plain one follows has no accents behind it.
 */
static size_t next_letter(const char *text)
{
	size_t columns;

	if (*text >= FIRST && *text <= LAST && !((unsigned char)text[1] & 0x80))
		return 1;
	return ibp_text_next(text, &columns);
}

int ibp_text_drawn(const char *text, size_t length, int size, bool bold)
{
	int total = 0;

	for (size_t at = 0; at < length;) {
		size_t letter = next_letter(text + at);

		if (!letter)
			break;
		total += thousandths(text + at, letter);
		at += letter;
	}
	return drawn(total, size, bold);
}

/* Whether a line may end behind this letter, which stays on it. */
static bool breaks_behind(const char *text, size_t length)
{
	return length == 1 && (*text == '-' || *text == '/');
}

size_t ibp_text_drawn_line(const char *text, int width, int size, bool bold,
			   size_t *skip)
{
	size_t at = 0;
	size_t cut = 0; /* the last good place to break */
	size_t gap = 0; /* the blank that is there */
	int total = 0;
	size_t letter;

	*skip = 0;
	for (; (letter = next_letter(text + at)) != 0; at += letter) {
		if (text[at] == '\n' || text[at] == ' ') {
			cut = at;
			gap = 1;
			if (text[at] == '\n')
				break;
		}
		total += thousandths(text + at, letter);
		if (drawn(total, size, bold) > width && text[at] != ' ')
			break;
		if (breaks_behind(text + at, letter)) {
			cut = at + letter;
			gap = 0;
		}
	}
	if (!text[at]) {
		*skip = at;
		return at;
	}
	if (!cut && !gap) {
		/* One long word, of which at least a letter must go. */
		*skip = at ? at : letter;
		return *skip;
	}
	*skip = cut + gap;
	return cut;
}

int ibp_text_drawn_lines(const char *text, int width, int size, bool bold)
{
	int lines = 0;
	size_t skip;

	for (ibp_text_drawn_line(text, width, size, bold, &skip); skip;
	     ibp_text_drawn_line(text, width, size, bold, &skip)) {
		text += skip;
		lines++;
	}
	return lines;
}
