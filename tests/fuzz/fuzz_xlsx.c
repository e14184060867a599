/*
 * Whatever workbook is read, its cells lie in order within the ceilings.
 * Bytes that begin as an archive are one; others are made into one, so that
 * the XML is reached: parts with a form feed between them, each a line with
 * its name and then what it holds.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/zip_help.h"
#include "base/text.h"
#include "exchange/xlsx_read.h"

#define PARTS_MAX 80

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t split(char *text, struct zip_part parts[PARTS_MAX])
{
	size_t count = 0;

	while (text && count < PARTS_MAX) {
		char *next = strchr(text, '\f');
		char *line;

		if (next)
			*next++ = '\0';
		line = strchr(text, '\n');
		if (line)
			*line++ = '\0';
		parts[count++] = (struct zip_part){.name = text,
						   .text = line ? line : ""};
		text = next;
	}
	return count;
}

static void make_archive(struct ibp_buf *zip, const uint8_t *data, size_t size)
{
	struct zip_part parts[PARTS_MAX];
	struct ibp_buf text = {0};

	ibp_buf_add_bytes(&text, data, size);
	zip_make(zip, parts, split(text.data, parts));
	ibp_buf_release(&text);
}

static void check_row(const struct ibp_workbook_row *row)
{
	if (!row->cell_count || !row->number ||
	    row->number > IBP_WORKBOOK_ROW_NUMBER_MAX)
		abort();
	for (size_t i = 0; i < row->cell_count; i++) {
		const char *text = row->cells[i].text;

		if (row->cells[i].column >= IBP_WORKBOOK_COLUMNS_MAX ||
		    (i && row->cells[i].column <= row->cells[i - 1].column) ||
		    !ibp_text_is_utf8(text, strlen(text)))
			abort();
	}
}

static void check(struct ibp_workbook *workbook, struct ibp_error *err)
{
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		struct ibp_workbook_sheet *sheet = &workbook->sheets[i];

		if (ibp_workbook_load(workbook, sheet, err))
			continue;
		for (size_t k = 0; k < sheet->row_count; k++)
			check_row(&sheet->rows[k]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_workbook workbook = {0};
	struct ibp_error err = {0};
	struct ibp_buf zip = {0};

	if (size < 2 || memcmp(data, "PK", 2) == 0)
		ibp_buf_add_bytes(&zip, data, size);
	else
		make_archive(&zip, data, size);
	if (ibp_workbook_open("f", ibp_buf_text(&zip), zip.length, &workbook,
			      &err)) {
		if (!err.count || !err.text)
			abort();
	} else {
		check(&workbook, &err);
	}
	ibp_workbook_release(&workbook);
	ibp_buf_release(&zip);
	ibp_error_release(&err);
	return 0;
}
