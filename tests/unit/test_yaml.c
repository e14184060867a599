/*
 * The loader on a record of its own: every type of field, where values
 * stand, and how faults are told.  What whole files get: test_model_files.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "model/yaml.h"

#define MOST 12

enum colour { RED, GREEN, BLUE };

struct item {
	const char *name;
	int size;
};

struct thing {
	const char *schema;
	const char *name;
	const char *story;
	const char *day;
	enum colour colour;
	int size;
	unsigned days;
	struct ibp_strings tags;
	struct ibp_strings colours;
	struct item *items;
	size_t item_count;
	const char *texts[3];
};

static const char *const schemas[] = {"test/thing/2", NULL};
static const char *const colours[] = {"red", "green", "blue", NULL};

static const struct ibp_yaml_field item_fields[] = {
	{.key = "name",
	 .type = IBP_YAML_TEXT,
	 .at = offsetof(struct item, name)},
	{.key = "size",
	 .type = IBP_YAML_WHOLE,
	 .flags = IBP_YAML_OPTIONAL,
	 .at = offsetof(struct item, size),
	 .min = 10,
	 .max = 20},
	{0},
};

static const struct ibp_yaml_record item_record = {
	.size = sizeof(struct item), .fields = item_fields, .named = true};

#define THING(member, kind)                                                  \
	.key = #member, .type = IBP_YAML_##kind, .flags = IBP_YAML_OPTIONAL, \
	.at = offsetof(struct thing, member)

static const struct ibp_yaml_field thing_fields[] = {
	{.key = "schema",
	 .type = IBP_YAML_SCHEMA,
	 .at = offsetof(struct thing, schema),
	 .words = schemas},
	{THING(name, TEXT), .bytes = 8},
	{.key = "story",
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES,
	 .at = offsetof(struct thing, story)},
	{THING(day, DATE)},
	{THING(colour, WORD), .words = colours},
	{THING(size, WHOLE), .min = 0, .max = 1000},
	{THING(days, WHOLES), .max = 7},
	{THING(tags, TEXTS), .max = MOST},
	{THING(colours, TEXTS), .max = MOST, .words = colours},
	{THING(items, RECORDS), .max = MOST, .record = &item_record,
	 .count_at = offsetof(struct thing, item_count)},
	{THING(texts, NUMBERED), .max = 3},
	{0},
};

static const struct ibp_yaml_record thing_record = {
	.size = sizeof(struct thing), .fields = thing_fields};

/* One reading and all that it leaves behind. */
struct fixture {
	struct thing thing;
	struct ibp_arena arena;
	struct ibp_places places;
	struct ibp_error err;
};

static enum ibp_status read(struct fixture *f, const char *body)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_buf_addf(&text, "schema: test/thing/2\n%s", body);
	status = ibp_yaml_read("t.yaml", ibp_buf_text(&text), text.length,
			       &thing_record, &f->thing, &f->arena, &f->places,
			       &f->err);
	ibp_buf_release(&text);
	return status;
}

static void release(struct fixture *f)
{
	ibp_places_release(&f->places);
	ibp_arena_release(&f->arena);
	ibp_error_release(&f->err);
}

/* BODY, which starts on line 2, is refused with exactly TEXT. */
static void assert_refused(const char *body, const char *text)
{
	struct fixture f = {0};

	assert_int_equal(read(&f, body), IBP_INPUT);
	assert_int_equal(f.err.status, IBP_INPUT);
	assert_string_equal(ibp_error_text(&f.err), text);
	release(&f);
}

static void test_every_type(void **state)
{
	struct fixture f = {0};

	(void)state;
	assert_int_equal(read(&f, "name: na\xc3\xafve\n"
				  "story: |\n  one\n\n  two\n"
				  "day: 2028-02-29\n"
				  "colour: blue\n"
				  "size: 1000\n"
				  "days: [7, 1]\n"
				  "tags: [a, \"b: c\", 'd']\n"
				  "colours: [green, red]\n"
				  "items:\n  - name: x\n    size: 20\n"
				  "  - {name: y}\n"
				  "texts: {3: c, \"1\": a}\n"),
			 IBP_OK);
	assert_string_equal(f.thing.schema, "test/thing/2");
	assert_string_equal(f.thing.name, "na\xc3\xafve");
	assert_string_equal(f.thing.story, "one\n\ntwo");
	assert_string_equal(f.thing.day, "2028-02-29");
	assert_int_equal(f.thing.colour, BLUE);
	assert_int_equal(f.thing.size, 1000);
	assert_int_equal(f.thing.days, 1 << 6 | 1);
	assert_int_equal(f.thing.tags.count, 3);
	assert_string_equal(f.thing.tags.items[1], "b: c");
	assert_int_equal(f.thing.colours.count, 2);
	assert_int_equal(f.thing.item_count, 2);
	assert_string_equal(f.thing.items[0].name, "x");
	assert_int_equal(f.thing.items[0].size, 20);
	assert_string_equal(f.thing.items[1].name, "y");
	assert_int_equal(f.thing.items[1].size, 0);
	assert_string_equal(f.thing.texts[0], "a");
	assert_null(f.thing.texts[1]);
	assert_string_equal(f.thing.texts[2], "c");
	assert_int_equal(f.err.count, 0);
	release(&f);
}

static void test_nothing_stays_zero(void **state)
{
	struct fixture f = {0};

	(void)state;
	assert_int_equal(read(&f, "name: null\nstory: ~\nday:\ntags: Null\n"
				  "items: NULL\ntexts:\ncolour: ~\nsize:\n"),
			 IBP_OK);
	assert_null(f.thing.name);
	assert_null(f.thing.day);
	assert_int_equal(f.thing.tags.count, 0);
	assert_int_equal(f.thing.item_count, 0);
	assert_int_equal(f.thing.colour, RED);
	release(&f);
}

/* A null between quotation marks is a word like any other. */
static void test_quoted_words(void **state)
{
	struct fixture f = {0};

	(void)state;
	assert_int_equal(read(&f, "name: \"null\"\ntags: ['~', \"12\"]\n"),
			 IBP_OK);
	assert_string_equal(f.thing.name, "null");
	assert_string_equal(f.thing.tags.items[0], "~");
	release(&f);
}

static void assert_place(const struct fixture *f, const void *slot, size_t line,
			 size_t column)
{
	struct ibp_place place = ibp_places_find(&f->places, slot);

	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

/* Also after a list had to move, and counted in characters. */
static void test_places(void **state)
{
	struct fixture f = {0};

	(void)state;
	assert_int_equal(read(&f, "name: a\n"
				  "tags: [\xc3\xa9, b, c, d, e, f, g, h, i]\n"
				  "items:\n"
				  "  - name: a\n  - name: b\n  - name: c\n"
				  "  - name: d\n  - name: e\n"
				  "    size: 12\n"
				  "texts:\n  2: b\n"),
			 IBP_OK);
	assert_place(&f, &f.thing.name, 2, 7);
	assert_place(&f, &f.thing.tags.items[0], 3, 8);
	assert_place(&f, &f.thing.tags.items[8], 3, 32);
	assert_place(&f, &f.thing.items[0].name, 5, 11);
	assert_place(&f, &f.thing.items[4].name, 9, 11);
	assert_place(&f, &f.thing.items[4].size, 10, 11);
	assert_place(&f, &f.thing.texts[1], 12, 6);
	assert_place(&f, &f.thing.texts[0], 0, 0);
	release(&f);
}

static void test_fault_at_place(void **state)
{
	struct fixture f = {0};

	(void)state;
	assert_int_equal(read(&f, "items:\n  - name: a\n"), IBP_OK);
	ibp_places_fault(&f.places, &f.err, &f.thing.items[0].name,
			 "no %s here", "a");
	assert_string_equal(ibp_error_text(&f.err), "t.yaml:3:11: no a here");
	assert_int_equal(f.err.status, IBP_INPUT);
	release(&f);
}

static void test_ranges(void **state)
{
	(void)state;
	assert_refused("size: 1001\n",
		       "t.yaml:2:7: At size: a whole number from 0 to 1000 is "
		       "needed, without quotation marks.");
	assert_refused("items:\n  - {name: x, size: 9}\n",
		       "t.yaml:3:21: At items[x].size: a whole number from 10 "
		       "to 20 is needed, without quotation marks.");
	assert_refused("days: [0]\n",
		       "t.yaml:2:8: At days[1]: a whole number from 1 to 7 is "
		       "needed, without quotation marks.");
	assert_refused("name: 123456789\n",
		       "t.yaml:2:7: The text at name has 9 bytes; at most 8 "
		       "fit. Make it shorter.");
	assert_refused("tags: [1,2,3,4,5,6,7,8,9,10,11,12,13]\n",
		       "t.yaml:2:35: The list at tags is too long: at most 12 "
		       "items are read.");
	assert_refused("texts: {4: d}\n",
		       "t.yaml:2:9: Unknown key \"4\" at texts. The keys here "
		       "are the numbers 1 to 3.");
}

static void test_names_in_paths(void **state)
{
	(void)state;
	assert_refused("items:\n  - {size: 1, name: x}\n",
		       "t.yaml:3:12: At items[1].size: a whole number from 10 "
		       "to 20 is needed, without quotation marks.");
	assert_refused("items:\n  - {name: x, nmae: y}\n",
		       "t.yaml:3:15: Unknown key \"nmae\" at items[x]. Did you "
		       "mean \"name\"?");
	assert_refused("colours: [red, gren]\n",
		       "t.yaml:2:16: \"gren\" cannot be the value of "
		       "colours[2]. Did you mean \"green\"?");
}

/* A word of the file cannot speak to the terminal, or fill the screen. */
static void test_words_are_harmless(void **state)
{
	(void)state;
	assert_refused("colour: \"\\e[2J\\nx\"\n",
		       "t.yaml:2:9: \"?[2J x\" cannot be the value of colour. "
		       "It is one of red, green, blue.");
}

static void test_other_schema(void **state)
{
	static const char newer[] = "schema: test/thing/3\nx: y\n";
	struct fixture f = {0};

	(void)state;
	assert_int_equal(ibp_yaml_read("t.yaml", newer, strlen(newer),
				       &thing_record, &f.thing, &f.arena,
				       &f.places, &f.err),
			 IBP_INPUT);
	assert_int_equal(f.err.count, 1);
	assert_non_null(strstr(ibp_error_text(&f.err), "another version"));
	release(&f);
}

static size_t count_lines(const char *text)
{
	size_t lines = 1;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

static void test_twenty_faults(void **state)
{
	struct ibp_buf body = {0};
	struct fixture f = {0};

	(void)state;
	for (int i = 0; i < 100; i++)
		ibp_buf_addf(&body, "zzzzzzzzzz%d: 1\n", i);
	assert_int_equal(read(&f, ibp_buf_text(&body)), IBP_INPUT);
	assert_int_equal(count_lines(ibp_error_text(&f.err)), IBP_ERROR_MAX);
	ibp_buf_release(&body);
	release(&f);
}

/* Faults before one of syntax are told with it; it is the last. */
static void test_syntax_comes_last(void **state)
{
	(void)state;
	assert_refused("size: x\ncolour: red: blue\ndays: 3\n",
		       "t.yaml:2:7: At size: a whole number from 0 to 1000 is "
		       "needed, without quotation marks.\n"
		       "t.yaml:3:12: A colon followed by a space stands where "
		       "no key can be. Put the text between quotation marks, "
		       "or indent the line as the one above it.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_type),
		cmocka_unit_test(test_nothing_stays_zero),
		cmocka_unit_test(test_quoted_words),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_fault_at_place),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_names_in_paths),
		cmocka_unit_test(test_words_are_harmless),
		cmocka_unit_test(test_other_schema),
		cmocka_unit_test(test_twenty_faults),
		cmocka_unit_test(test_syntax_comes_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
