/*
 * The cells of a workbook that was unzipped, a line each: sheet, address and
 * value with tabs between them.  For the tests; it trusts what it reads.
 */
#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STRINGS_MAX 20000
#define TEXT_MAX 70000

struct reader {
	char **strings; /* shared ones; NULL while they are read */
	size_t count;
	char text[TEXT_MAX];
	size_t length;
	bool inside; /* t or v */
	char address[16];
	bool is_string;
	const char *sheet;
	char names[64][128];
	size_t name_count;
};

static const char *attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return "";
}

static void start(void *data, const char *name, const char **attributes)
{
	struct reader *r = data;

	if (strcmp(name, "sheet") == 0)
		snprintf(r->names[r->name_count++], sizeof(r->names[0]), "%s",
			 attribute(attributes, "name"));
	else if (strcmp(name, "c") == 0) {
		snprintf(r->address, sizeof(r->address), "%s",
			 attribute(attributes, "r"));
		r->is_string = strcmp(attribute(attributes, "t"), "s") == 0;
	} else if (strcmp(name, "si") == 0)
		r->length = 0;
	else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
		r->inside = true;
		if (*name == 'v')
			r->length = 0;
	}
}

static void text(void *data, const char *bytes, int count)
{
	struct reader *r = data;

	if (!r->inside || r->length + (size_t)count >= TEXT_MAX)
		return;
	memcpy(r->text + r->length, bytes, (size_t)count);
	r->length += (size_t)count;
}

static void print_cell(struct reader *r)
{
	const char *value = r->text;

	if (r->is_string)
		value = r->strings[strtoul(r->text, NULL, 10)];
	printf("%s\t%s\t", r->sheet, r->address);
	for (; *value; value++)
		putchar(*value == '\n' ? ' ' : *value);
	putchar('\n');
}

static void end(void *data, const char *name)
{
	struct reader *r = data;

	r->text[r->length] = '\0';
	if (strcmp(name, "si") == 0 && r->count < STRINGS_MAX)
		r->strings[r->count++] = strdup(r->text);
	else if (strcmp(name, "v") == 0)
		print_cell(r);
	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		r->inside = false;
}

static void read_part(struct reader *r, const char *dir, const char *name)
{
	char path[4096];
	char bytes[65536];
	size_t got;
	FILE *file;
	XML_Parser parser = XML_ParserCreate(NULL);

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "r");
	if (!file) {
		perror(path);
		exit(1);
	}
	XML_SetUserData(parser, r);
	XML_SetElementHandler(parser, start, end);
	XML_SetCharacterDataHandler(parser, text);
	do {
		got = fread(bytes, 1, sizeof(bytes), file);
		if (!XML_Parse(parser, bytes, (int)got, got == 0)) {
			fprintf(stderr, "%s: not well formed\n", path);
			exit(1);
		}
	} while (got);
	fclose(file);
	XML_ParserFree(parser);
}

int main(int argc, char **argv)
{
	static struct reader r;
	static char *strings[STRINGS_MAX];

	if (argc != 2)
		return 2;
	r.strings = strings;
	read_part(&r, argv[1], "xl/workbook.xml");
	read_part(&r, argv[1], "xl/sharedStrings.xml");
	for (size_t i = 0; i < r.name_count; i++) {
		char name[64];

		snprintf(name, sizeof(name), "xl/worksheets/sheet%zu.xml",
			 i + 1);
		r.sheet = r.names[i];
		read_part(&r, argv[1], name);
	}
	return 0;
}
