/*
 * Whatever is answered to the questions of ibp-scan, every line that is said
 * keeps the rules of plain mode, and every change that is made is one that
 * could be made by hand.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../tui/standin.h"
#include "base/buf.h"
#include "base/text.h"
#include "tui/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
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
	"  - {code: OR, number: 2, part: security, title: Organisatie,\n"
	"     title_status: working}\n"
	"roles: [bestuur, privacy officer]\n"
	"norms:\n"
	"  - {code: GO.01, code_status: official, title: Beleid,\n"
	"     title_status: working, purpose: Zorg voor beleid.,\n"
	"     levels: {3: Het beleid is vastgesteld.}, levels_source: [3],\n"
	"     related: [OR.01], steps: [Schrijf het.], evidence: [Beleid]}\n"
	"  - {code: GO.02, code_status: provisional, title: Plan,\n"
	"     title_status: reported, purpose: Zorg voor een plan.,\n"
	"     levels: {1: Er is geen plan.}, levels_source: []}\n"
	"  - {code: OR.01, code_status: reconstructed, title: Rollen,\n"
	"     title_status: official, purpose: Verdeel het werk.,\n"
	"     levels: {2: Er is een lijst.}, levels_source: []}\n";

static const struct ibp_framework *small(void)
{
	static struct ibp_framework *framework;
	struct ibp_error err = {0};

	if (!framework && ibp_framework_parse("small.yaml", text, strlen(text),
					      &framework, &err))
		abort();
	return framework;
}

static void check_lines(const char *said)
{
	while (*said) {
		size_t length = strcspn(said, "\n");
		char *line = ibp_strndup(said, length);

		if (!length || said[length] != '\n' ||
		    !strchr(".:?", line[length - 1]) ||
		    ibp_text_width(line) > IBP_PLAIN_COLUMNS)
			abort();
		for (size_t i = 0; i < length; i++)
			if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
				abort();
		if (!ibp_text_is_utf8(line, length))
			abort();
		free(line);
		said += length + 1;
	}
}

/* What is there is canonical: read again it is the same. */
static void check_values(const struct standin *board)
{
	for (size_t i = 0; i < board->value_count; i++) {
		const struct standin_value *value = &board->values[i];
		const struct ibp_field *field = ibp_field_find(
			ibp_subject_fields(value->subject), value->field);
		struct ibp_error err = {0};
		char *again = NULL;

		if (!field)
			abort();
		if (!value->value)
			continue;
		if (ibp_field_parse(field, value->value, "2026-11-23", &again,
				    &err) ||
		    !ibp_text_equal(again, value->value))
			abort();
		free(again);
	}
}

/* The first byte decides whether there is a board yet and a full disk. */
static void run(const uint8_t *data, size_t size, uint8_t ways)
{
	struct ibp_error err = {0};
	struct standin board;
	size_t said_size = 0;
	char *said = NULL;
	FILE *out = open_memstream(&said, &said_size);
	FILE *in = size ? fmemopen((void *)(uintptr_t)data, size, "r") :
			  fopen("/dev/null", "r");

	if (!out || !in)
		abort();
	standin_init(&board, small());
	if (ways & 1)
		board.setup.board = NULL;
	if (ways & 2) {
		board.fail = IBP_INPUT;
		board.fail_after = ways >> 4;
	}
	if (ways & 4)
		board.setup.writable = false;
	if (ibp_scan_plain(&board.setup, in, out, &err) && !err.count)
		abort();
	fclose(in);
	fclose(out);
	check_lines(said);
	check_values(&board);
	standin_release(&board);
	ibp_error_release(&err);
	free(said);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size && size < 65536)
		run(data + 1, size - 1, data[0]);
	return 0;
}
