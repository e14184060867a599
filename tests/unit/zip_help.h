/*
 * Zip archives made in memory, without packing: sound ones, and ones that
 * say what is not so.
 */
#ifndef IBP_TESTS_ZIP_HELP_H
#define IBP_TESTS_ZIP_HELP_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

struct zip_part {
	const char *name;
	const char *text;
	unsigned flags;
	unsigned method;
	uint32_t claim; /* of the size when unpacked; 0: the truth */
	uint32_t crc;   /* what is wrong with the sum */
};

static uint32_t zip_sum(const char *text, size_t length)
{
	uint32_t sum = 0xffffffff;

	for (size_t i = 0; i < length; i++) {
		sum ^= (unsigned char)text[i];
		for (int bit = 0; bit < 8; bit++)
			sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum;
}

static void zip_number(struct ibp_buf *zip, uint32_t number, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		ibp_buf_add_char(zip, (char)(number & 0xff));
		number >>= 8;
	}
}

/* From "version needed" to the length of what is extra. */
static void zip_facts(struct ibp_buf *zip, const struct zip_part *part)
{
	uint32_t size = (uint32_t)strlen(part->text);

	zip_number(zip, 20, 2);
	zip_number(zip, part->flags, 2);
	zip_number(zip, part->method, 2);
	zip_number(zip, 0, 4); /* time and date */
	zip_number(zip, zip_sum(part->text, size) ^ part->crc, 4);
	zip_number(zip, size, 4);
	zip_number(zip, part->claim ? part->claim : size, 4);
	zip_number(zip, (uint32_t)strlen(part->name), 2);
	zip_number(zip, 0, 2);
}

static void zip_make(struct ibp_buf *zip, const struct zip_part *parts,
		     size_t count)
{
	struct ibp_buf list = {0};
	uint32_t start;

	for (size_t i = 0; i < count; i++) {
		uint32_t place = (uint32_t)zip->length;

		ibp_buf_add(zip, "PK\003\004");
		zip_facts(zip, &parts[i]);
		ibp_buf_add(zip, parts[i].name);
		ibp_buf_add(zip, parts[i].text);
		ibp_buf_add(&list, "PK\001\002");
		zip_number(&list, 20, 2);
		zip_facts(&list, &parts[i]);
		zip_number(&list, 0, 10); /* comment, disk, attributes */
		zip_number(&list, place, 4);
		ibp_buf_add(&list, parts[i].name);
	}
	start = (uint32_t)zip->length;
	ibp_buf_add_bytes(zip, ibp_buf_text(&list), list.length);
	ibp_buf_add(zip, "PK\005\006");
	zip_number(zip, 0, 4);
	zip_number(zip, (uint32_t)count, 2);
	zip_number(zip, (uint32_t)count, 2);
	zip_number(zip, (uint32_t)list.length, 4);
	zip_number(zip, start, 4);
	zip_number(zip, 0, 2);
	ibp_buf_release(&list);
}

#endif
