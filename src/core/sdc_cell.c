#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/sdc.h"

const char *const ibp_sdc_sector_codes[IBP_SDC_SECTORS] = {"so", "po", "vo"};
const char *const ibp_sdc_size_codes[IBP_SDC_SIZES] = {"S", "M", "L"};
const char *const ibp_sdc_part_codes[IBP_SDC_PARTS] = {"north", "east", "west",
						       "south"};

const struct ibp_sdc_cell ibp_sdc_cell_all = {(1 << IBP_SDC_SECTORS) - 1,
					      (1 << IBP_SDC_SIZES) - 1,
					      (1 << IBP_SDC_PARTS) - 1};

#define AXES 3

/* Codes in the order people read them, and the bit of each. */
struct axis {
	int count;
	const char *const *codes;
	unsigned char shown[IBP_SDC_PARTS];
};

static const struct axis axes[AXES] = {
	[IBP_SDC_BY_SECTOR] = {IBP_SDC_SECTORS,
			       ibp_sdc_sector_codes,
			       {IBP_SDC_PO, IBP_SDC_VO, IBP_SDC_SO}},
	[IBP_SDC_BY_SIZE] = {IBP_SDC_SIZES,
			     ibp_sdc_size_codes,
			     {IBP_SDC_SMALL, IBP_SDC_MEDIUM, IBP_SDC_LARGE}},
	[IBP_SDC_BY_PART] = {IBP_SDC_PARTS,
			     ibp_sdc_part_codes,
			     {IBP_SDC_NORTH, IBP_SDC_EAST, IBP_SDC_WEST,
			      IBP_SDC_SOUTH}},
};

static unsigned char *bits_of(struct ibp_sdc_cell *cell, enum ibp_sdc_axis axis)
{
	unsigned char *bits[AXES] = {&cell->sectors, &cell->sizes,
				     &cell->parts};

	return bits[axis];
}

static bool is_whole(struct ibp_sdc_cell cell, enum ibp_sdc_axis axis)
{
	return *bits_of(&cell, axis) == (1 << axes[axis].count) - 1;
}

const char *ibp_sdc_axis_text(struct ibp_sdc_cell cell, enum ibp_sdc_axis axis,
			      char text[IBP_SDC_CELL_TEXT])
{
	const struct axis *a = &axes[axis];
	size_t length = 0;

	if (is_whole(cell, axis)) {
		memcpy(text, "all", sizeof("all"));
		return text;
	}
	*text = '\0';
	for (int i = 0; i < a->count; i++)
		if (*bits_of(&cell, axis) >> a->shown[i] & 1)
			length += (size_t)snprintf(text + length,
						   IBP_SDC_CELL_TEXT - length,
						   "%s%s", length ? "+" : "",
						   a->codes[a->shown[i]]);
	return text;
}

const char *ibp_sdc_cell_text(struct ibp_sdc_cell cell,
			      char text[IBP_SDC_CELL_TEXT])
{
	int last = AXES - 1;
	size_t length = 0;

	while (last > 0 && is_whole(cell, (enum ibp_sdc_axis)last))
		last--;
	for (int i = 0; i <= last; i++) {
		char word[IBP_SDC_CELL_TEXT];

		length += (size_t)snprintf(
			text + length, IBP_SDC_CELL_TEXT - length, "%s%s",
			i ? "." : "",
			ibp_sdc_axis_text(cell, (enum ibp_sdc_axis)i, word));
	}
	return text;
}

static int find_code(const struct axis *axis, const char *word, size_t length)
{
	for (int i = 0; i < axis->count; i++)
		if (strlen(axis->codes[i]) == length &&
		    !memcmp(axis->codes[i], word, length))
			return i;
	return -1;
}

/* The bits of LENGTH bytes, 0: not a text of this axis. */
static unsigned char axis_parse(const struct axis *axis, const char *text,
				size_t length)
{
	const char *end = text + length;
	unsigned bits = 0;

	if (length == 3 && !memcmp(text, "all", 3))
		return (unsigned char)((1 << axis->count) - 1);
	while (text <= end) {
		const char *plus = memchr(text, '+', (size_t)(end - text));
		const char *stop = plus ? plus : end;
		int code = find_code(axis, text, (size_t)(stop - text));

		if (code < 0)
			return 0;
		bits |= 1u << code;
		text = stop + 1;
	}
	return (unsigned char)bits;
}

bool ibp_sdc_cell_parse(const char *text, struct ibp_sdc_cell *cell)
{
	struct ibp_sdc_cell found = ibp_sdc_cell_all;
	char again[IBP_SDC_CELL_TEXT];
	const char *at = text;

	for (int i = 0; i < AXES; i++) {
		size_t length = strcspn(at, ".");
		unsigned char *bits = bits_of(&found, (enum ibp_sdc_axis)i);

		*bits = axis_parse(&axes[i], at, length);
		if (!*bits)
			return false;
		at += length;
		if (!*at)
			break;
		at++;
	}
	/* One spelling for one cell: what was left over differs. */
	if (strcmp(ibp_sdc_cell_text(found, again), text))
		return false;
	*cell = found;
	return true;
}

bool ibp_sdc_cell_has(struct ibp_sdc_cell cell, int sector, int size, int part)
{
	return (cell.sectors >> sector & 1) && (cell.sizes >> size & 1) &&
	       (cell.parts >> part & 1);
}

bool ibp_sdc_cell_same(struct ibp_sdc_cell one, struct ibp_sdc_cell other)
{
	return one.sectors == other.sectors && one.sizes == other.sizes &&
	       one.parts == other.parts;
}

long ibp_sdc_population_in(const struct ibp_sdc_population *population,
			   struct ibp_sdc_cell cell)
{
	long boards = 0;

	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				if (ibp_sdc_cell_has(cell, s, z, p))
					boards += population->boards[s][z][p];
	return boards;
}

void ibp_sdc_token_text(uint64_t token, char text[IBP_SDC_TOKEN_TEXT])
{
	snprintf(text, IBP_SDC_TOKEN_TEXT, "%016" PRIx64, token);
}

bool ibp_sdc_token_parse(const char *text, uint64_t *token)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t value = 0;

	if (strlen(text) != IBP_SDC_TOKEN_TEXT - 1)
		return false;
	for (; *text; text++) {
		const char *digit = strchr(digits, *text);

		if (!digit)
			return false;
		value = value << 4 | (uint64_t)(digit - digits);
	}
	*token = value;
	return true;
}
