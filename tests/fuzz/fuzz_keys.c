/*
 * Whatever keys, pastes, clicks and sizes arrive, the full screen of ibp-scan
 * goes on: every screen has the size of the window, the cursor stands on it,
 * no character is torn, and every change is one that a person could make.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../tui/standin.h"
#include "base/text.h"
#include "core/field.h"
#include "scan_actions.h"
#include "tui/desk.h"
#include "tui/key.h"
#include "tui/term.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* More bytes than this find nothing new. */
#define SIZE_LIMIT 4000

struct fuzz {
	const uint8_t *data;
	size_t size;
	size_t at;
	size_t rows;
	size_t columns;
	char paste[64];
};

static uint8_t next_byte(struct fuzz *fuzz)
{
	return fuzz->at < fuzz->size ? fuzz->data[fuzz->at++] : 0;
}

/* Letters that are wide, join, turn round or belong to nobody. */
static const long letters[] = {
	0xe9, 0x301, 0x65e5, 0x200d, 0x202e, 0x1f600, 0xfffd, 0x10fffd,
};

#define LETTERS (sizeof(letters) / sizeof(*letters))

static long next_key(struct fuzz *fuzz, uint8_t byte)
{
	if (byte < 0x80)
		return byte;
	if (byte < 0xa0)
		return IBP_KEY_UP + (byte - 0x80) % (IBP_KEY_LAST - IBP_KEY_UP);
	return letters[next_byte(fuzz) % LETTERS];
}

static void next_paste(struct fuzz *fuzz, struct ibp_event *event)
{
	size_t length = next_byte(fuzz) % (sizeof(fuzz->paste) - 1);

	for (size_t i = 0; i < length; i++)
		fuzz->paste[i] = (char)(' ' + next_byte(fuzz) % 95);
	fuzz->paste[length] = '\0';
	event->kind = IBP_EVENT_PASTE;
	event->paste = fuzz->paste;
}

static void fuzz_read(void *context, int timeout, struct ibp_event *event)
{
	struct fuzz *fuzz = context;
	uint8_t byte;

	(void)timeout;
	*event = (struct ibp_event){.kind = IBP_EVENT_END};
	if (fuzz->at >= fuzz->size)
		return;
	byte = next_byte(fuzz);
	event->kind = IBP_EVENT_KEY;
	switch (byte) {
	case 0xf9:
		event->kind = IBP_EVENT_IDLE;
		break;
	case 0xfa:
		event->kind = IBP_EVENT_CLICK;
		event->row = next_byte(fuzz);
		event->column = next_byte(fuzz);
		event->twice = next_byte(fuzz) & 1;
		break;
	case 0xfb:
		next_paste(fuzz, event);
		break;
	case 0xfc:
		event->kind = IBP_EVENT_RESIZE;
		fuzz->rows = 1 + next_byte(fuzz) % 80;
		fuzz->columns = 1 + next_byte(fuzz) % 200;
		break;
	case 0xfd:
		event->kind = IBP_EVENT_REDRAW;
		break;
	default:
		event->key = next_key(fuzz, byte);
		break;
	}
}

static void fuzz_size(void *context, size_t *rows, size_t *columns)
{
	const struct fuzz *fuzz = context;

	*rows = fuzz->rows;
	*columns = fuzz->columns;
}

static void fuzz_show(void *context, const struct ibp_cells *cells)
{
	const struct fuzz *fuzz = context;

	if (cells->rows != fuzz->rows || cells->columns != fuzz->columns ||
	    cells->cursor_row >= cells->rows ||
	    cells->cursor_column >= cells->columns)
		abort();
	for (size_t row = 0; row < cells->rows; row++) {
		size_t width = 0;

		for (size_t i = 0; i < cells->columns; i++) {
			const struct ibp_cell *cell =
				&cells->cells[row * cells->columns + i];

			if (!ibp_text_is_utf8(cell->text, strlen(cell->text)))
				abort();
			width += cell->width;
		}
		if (width != cells->columns)
			abort();
	}
}

static void do_nothing(void *context)
{
	(void)context;
}

/* A value on the disk is one that its field takes. */
static void check_values(const struct standin *board)
{
	for (size_t i = 0; i < board->value_count; i++) {
		const struct standin_value *v = &board->values[i];
		const struct ibp_field *field = ibp_field_find(
			ibp_subject_fields(v->subject), v->field);
		struct ibp_error err = {0};
		char *again = NULL;

		if (!v->value)
			continue;
		if (!field ||
		    ibp_field_parse(field, v->value, "2026-11-23", &again,
				    &err) ||
		    !ibp_text_equal(again, v->value))
			abort();
		free(again);
		ibp_error_release(&err);
	}
}

static const char norms[] =
	"schema: ibp-tools/framework/1\n"
	"id: klein\n"
	"version: \"2026-01\"\n"
	"title: Klein normenkader\n"
	"publisher: Stichting De Linde\n"
	"source: https://www.example.org/normen\n"
	"retrieved: 2026-11-23\n"
	"language: nl\n"
	"levels:\n"
	"  - {level: 1, name: Ad hoc, meaning: Geen vaste werkwijze.}\n"
	"  - {level: 2, name: Herhaalbaar, meaning: Staat niet vast.}\n"
	"  - {level: 3, name: Bepaald, meaning: Staat vast.}\n"
	"  - {level: 4, name: Beheerst, meaning: Wordt nagegaan.}\n"
	"  - {level: 5, name: Continu verbeteren, meaning: Wordt beter.}\n"
	"target: 3\n"
	"parts:\n"
	"  - {code: security, title: Informatiebeveiliging}\n"
	"domains:\n"
	"  - {code: GO, number: 1, part: security, title: Bestuur,\n"
	"     title_status: official}\n"
	"roles: [bestuur, coördinator]\n"
	"norms:\n"
	"  - {code: GO.01, code_status: official, title: Beleid,\n"
	"     title_status: working, purpose: Doel., why: Waarom.,\n"
	"     levels: {3: Vast.}, levels_source: [3], steps: [Doe iets.], "
	"evidence: [Een stuk.],\n"
	"     related: [GO.02], references: [{scheme: avg, ref: \"24\"}]}\n"
	"  - {code: GO.02, code_status: provisional, title: \"日本 één\",\n"
	"     title_status: official, purpose: Doel., levels: {2: Staat er.},\n"
	"     levels_source: [], steps: [], evidence: [],\n"
	"     related: []}\n";

static struct ibp_framework *read_norms(void)
{
	static struct ibp_framework *framework;
	struct ibp_error err = {0};

	if (!framework &&
	    ibp_framework_parse("klein.yaml", norms, sizeof(norms) - 1,
				&framework, &err))
		abort();
	return framework;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = {.data = data,
			    .size = size < SIZE_LIMIT ? size : SIZE_LIMIT,
			    .rows = 24,
			    .columns = 80};
	const struct ibp_term term = {
		.context = &fuzz,
		.size = fuzz_size,
		.read = fuzz_read,
		.show = fuzz_show,
		.redraw = do_nothing,
		.bell = do_nothing,
		.leave = do_nothing,
		.enter = do_nothing,
		.suspend = do_nothing,
	};
	struct standin board;
	struct ibp_error err = {0};

	unsetenv("VISUAL");
	unsetenv("EDITOR");
	standin_init(&board, read_norms());
	board.setup.actions = ibp_scan_actions;
	if (next_byte(&fuzz) & 1)
		board.setup.board = NULL;
	ibp_desk_run(&board.setup, &term, &err);
	check_values(&board);
	ibp_error_release(&err);
	standin_release(&board);
	return 0;
}
