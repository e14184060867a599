/*
 * Documents in every form, against the golden files of tests/report.  After
 * a change that is meant:
 *
 *	cd BUILD; IBP_GOLDEN=write make check TESTS=tests/unit/test_report
 *
 * and read the difference before committing it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/locale.h"
#include "base/path.h"
#include "base/text.h"
#include "report/render.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* What must not reach a terminal, a spreadsheet or a wiki unharmed. */
#define HOSTILE "\033[2Jrm\t-rf\n=cmd()|'x' \xe2\x80\xae<b>*kwaad*</b> \xff"

static struct ibp_cell levels(struct ibp_doc *doc)
{
	static const char *const keys[] = {"1", "2"};
	const struct ibp_cell texts[] = {ibp_cell_text("Nog niets."),
					 ibp_cell_none()};

	return ibp_cell_record(doc, keys, texts, COUNT(texts));
}

static struct ibp_cell evidence(struct ibp_doc *doc)
{
	static const struct ibp_column columns[] = {
		{.key = "id", .title = "Id", .type = IBP_CELL_NUMBER},
		{.key = "title", .title = "Title", .type = IBP_CELL_TEXT},
	};
	const struct ibp_cell row[] = {ibp_cell_number(7),
				       ibp_cell_text("Beleid 2026")};
	struct ibp_table *table =
		ibp_doc_new_table(doc, columns, COUNT(columns));

	ibp_doc_add_row(doc, table, row);
	return ibp_cell_table(table);
}

static void add_facts(struct ibp_doc *doc)
{
	static const char *const steps[] = {
		"Wijs een eigenaar aan.",
		"Leg het besluit vast, met de datum waarop het bestuur het "
		"nam en de naam van wie het voorbereidde."};
	const struct ibp_cell codes[] = {ibp_cell_code("GO.01"),
					 ibp_cell_code("GO.02")};

	ibp_doc_add_fact(doc, "board", "Board", 0,
			 ibp_cell_text("Stichting De Eik & co"));
	ibp_doc_add_fact(doc, "hostile", "Hostile", 0, ibp_cell_text(HOSTILE));
	ibp_doc_add_fact(doc, "norms", "Norms", 0, ibp_cell_number(94));
	ibp_doc_add_fact(doc, "average", "Average", 0,
			 ibp_cell_hundredths(235));
	ibp_doc_add_fact(doc, "lowest", "Lowest score", 0, ibp_cell_score(1));
	ibp_doc_add_fact(doc, "none", "Not set", 0, ibp_cell_none());
	ibp_doc_add_fact(doc, "locked", "Locked", 0, ibp_cell_bool(true));
	ibp_doc_add_fact(doc, "created", "Created", 0,
			 ibp_cell_time("2026-11-23T12:00:00Z"));
	ibp_doc_add_fact(doc, "related", "Related", 0,
			 ibp_cell_list(doc, codes, COUNT(codes)));
	ibp_doc_add_fact(doc, "steps", "Steps", 0,
			 ibp_cell_texts(doc, steps, COUNT(steps)));
	ibp_doc_add_fact(doc, "nothing", "Nothing", 0,
			 ibp_cell_list(doc, NULL, 0));
	ibp_doc_add_fact(doc, "levels", "Levels", 0, levels(doc));
	ibp_doc_add_fact(doc, "evidence", NULL, IBP_ONLY_JSON, evidence(doc));
	ibp_doc_add_fact(doc, "step", "Step", IBP_ONLY_DATA,
			 ibp_cell_number(3));
	ibp_doc_add_fact(doc, NULL, "Progress", IBP_ONLY_PEOPLE,
			 ibp_cell_text("61 of 94"));
}

static void add_norms(struct ibp_doc *doc)
{
	static const struct ibp_column columns[] = {
		{.key = "code", .title = "Code", .type = IBP_CELL_CODE},
		{.key = "title",
		 .title = "Title",
		 .type = IBP_CELL_TEXT,
		 .wraps = true},
		{.key = "score", .title = "Score", .type = IBP_CELL_SCORE},
		{.key = "average",
		 .title = "Average",
		 .type = IBP_CELL_HUNDREDTHS},
		{.key = "priority",
		 .title = "Priority",
		 .type = IBP_CELL_CHOICE},
		{.key = "due", .title = "Due", .type = IBP_CELL_DATE},
		{.key = "note",
		 .title = "Note",
		 .type = IBP_CELL_TEXT,
		 .place = IBP_ONLY_DATA},
	};
	struct ibp_table *table = ibp_doc_add_table(doc, "rows", "Norms",
						    columns, COUNT(columns));
	const struct ibp_cell rows[][COUNT(columns)] = {
		{ibp_cell_code("GO.01"),
		 ibp_cell_text("Co\xc3\xb6rdinatie van een heel lange titel, "
			       "die niet op \xc3\xa9\xc3\xa9n regel past"),
		 ibp_cell_score(2), ibp_cell_hundredths(200),
		 ibp_cell_choice("high", "hoog"), ibp_cell_date("2027-06-30"),
		 ibp_cell_text("eerste regel\ntweede regel")},
		{ibp_cell_code("GO.02"),
		 ibp_cell_text("\xe5\xad\xa6\xe6\xa0\xa1 en e\xcc\x81"),
		 ibp_cell_score(-1), ibp_cell_hundredths(-1), ibp_cell_none(),
		 ibp_cell_none(), ibp_cell_text(HOSTILE)},
		{ibp_cell_code("GO.03"), ibp_cell_text("a|b; \"c\", 'd"),
		 ibp_cell_none(), ibp_cell_hundredths(5),
		 ibp_cell_choice("low", NULL), ibp_cell_none(),
		 ibp_cell_text("'=1+1")},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		ibp_doc_add_row(doc, table, rows[i]);
}

static struct ibp_doc *sample(void)
{
	static const struct ibp_column columns[] = {
		{.key = "id", .title = "Id", .type = IBP_CELL_NUMBER},
	};
	struct ibp_doc *doc = ibp_doc_new("sample", "Where we stand");
	struct ibp_table *empty;

	add_facts(doc);
	ibp_doc_add_heading(doc, "What follows");
	ibp_doc_add_text(doc, "A paragraph that explains what is below, so "
			      "long that it takes more than one line of "
			      "eighty columns.");
	add_norms(doc);
	empty = ibp_doc_add_table(doc, "findings", NULL, columns,
				  COUNT(columns));
	empty->empty = "No faults found.";
	return doc;
}

static char *golden_path(const char *name)
{
	const char *top = getenv("top_srcdir");
	char *dir = ibp_path_join(top ? top : ".", "tests/report");
	char *path = ibp_path_join(dir, name);

	free(dir);
	return path;
}

static void assert_golden(const char *name, const struct ibp_buf *made)
{
	char *path = golden_path(name);
	struct ibp_error err = {0};
	struct ibp_buf kept = {0};
	enum ibp_status status;

	if (getenv("IBP_GOLDEN")) {
		status = ibp_file_write(path, made->data, made->length, true,
					&err);
		assert_int_equal(status, IBP_OK);
	}
	status = ibp_file_read(path, 1000000, &kept, &err);
	assert_int_equal(status, IBP_OK);
	assert_string_equal(made->data, kept.data);
	ibp_error_release(&err);
	ibp_buf_release(&kept);
	free(path);
}

static void check(const char *name, enum ibp_form form,
		  const struct ibp_render_options *options)
{
	struct ibp_doc *doc = sample();
	struct ibp_buf text = {0};

	ibp_render(doc, form, options, &text);
	assert_golden(name, &text);
	ibp_buf_release(&text);
	ibp_doc_free(doc);
}

static void test_text(void **state)
{
	(void)state;
	check("sample.txt", IBP_FORM_TEXT, NULL);
}

static void test_text_narrow(void **state)
{
	const struct ibp_render_options narrow = {.width = 60};

	(void)state;
	check("sample-60.txt", IBP_FORM_TEXT, &narrow);
}

static void test_text_colour(void **state)
{
	const struct ibp_render_options colour = {.colour = true};

	(void)state;
	check("sample-colour.txt", IBP_FORM_TEXT, &colour);
}

static void test_text_dutch(void **state)
{
	(void)state;
	ibp_locale_start("nl");
	check("sample-nl.txt", IBP_FORM_TEXT, NULL);
	check("sample.json", IBP_FORM_JSON, NULL);
	check("sample.plain", IBP_FORM_PLAIN, NULL);
	check("sample.csv", IBP_FORM_CSV, NULL);
	ibp_locale_start("en");
}

static void test_plain(void **state)
{
	(void)state;
	check("sample.plain", IBP_FORM_PLAIN, NULL);
}

static void test_json(void **state)
{
	(void)state;
	check("sample.json", IBP_FORM_JSON, NULL);
}

static void test_csv(void **state)
{
	(void)state;
	check("sample.csv", IBP_FORM_CSV, NULL);
}

static void test_csv_semicolon(void **state)
{
	const struct ibp_render_options options = {.separator = ';',
						   .bom = true};

	(void)state;
	check("sample-semicolon.csv", IBP_FORM_CSV, &options);
}

static void test_markdown(void **state)
{
	(void)state;
	check("sample.md", IBP_FORM_MARKDOWN, NULL);
}

/* Without the escapes that we made ourselves, none is left. */
static void test_no_escapes(void **state)
{
	(void)state;
	for (enum ibp_form form = 0; form < IBP_FORM_COUNT; form++) {
		struct ibp_doc *doc = sample();
		struct ibp_buf text = {0};

		ibp_render(doc, form, NULL, &text);
		assert_null(strchr(text.data, '\033'));
		assert_int_equal(strlen(text.data), text.length);
		ibp_buf_release(&text);
		ibp_doc_free(doc);
	}
}

/* The colours carry nothing: without them the text is the same. */
static void test_colour_is_only_colour(void **state)
{
	const struct ibp_render_options colour = {.colour = true};
	struct ibp_doc *doc = sample();
	struct ibp_buf with = {0};
	struct ibp_buf without = {0};
	struct ibp_buf left = {0};

	(void)state;
	ibp_render(doc, IBP_FORM_TEXT, NULL, &without);
	ibp_render(doc, IBP_FORM_TEXT, &colour, &with);
	for (const char *at = with.data; *at; at++) {
		if (*at == '\033')
			at = strchr(at, 'm');
		else
			ibp_buf_add_char(&left, *at);
	}
	assert_string_equal(left.data, without.data);
	ibp_buf_release(&left);
	ibp_buf_release(&without);
	ibp_buf_release(&with);
	ibp_doc_free(doc);
}

static void test_json_parses(void **state)
{
	struct ibp_doc *doc = sample();
	struct ibp_error err = {0};
	struct ibp_buf text = {0};
	json_t *value = NULL;
	json_t *row;

	(void)state;
	ibp_render(doc, IBP_FORM_JSON, NULL, &text);
	assert_int_equal(
		ibp_json_parse("sample", text.data, text.length, &value, &err),
		IBP_OK);
	assert_string_equal(json_string_value(json_object_get(value, "schema")),
			    "ibp-tools/sample/1");
	assert_non_null(strstr(text.data, "\"average\": 2.35"));
	assert_non_null(strstr(text.data, "\"average\": 0.05"));
	assert_null(json_object_get(value, "Progress"));
	assert_true(json_is_null(json_object_get(value, "none")));
	assert_true(json_is_true(json_object_get(value, "locked")));
	row = json_array_get(json_object_get(value, "rows"), 1);
	assert_string_equal(json_string_value(json_object_get(row, "score")),
			    "na");
	row = json_array_get(json_object_get(value, "evidence"), 0);
	assert_int_equal(json_integer_value(json_object_get(row, "id")), 7);
	assert_int_equal(json_array_size(json_object_get(value, "nothing")), 0);
	json_decref(value);
	ibp_buf_release(&text);
	ibp_doc_free(doc);
}

/* No line is wider than asked, as far as the columns can give way. */
static void test_width(void **state)
{
	(void)state;
	for (size_t width = 60; width <= 120; width++) {
		const struct ibp_render_options options = {.width = width};
		struct ibp_doc *doc = sample();
		struct ibp_buf text = {0};
		char *line;

		ibp_render(doc, IBP_FORM_TEXT, &options, &text);
		for (line = text.data; *line;) {
			char *end = strchr(line, '\n');

			*end = '\0';
			assert_true(ibp_text_width(line) <= width);
			line = end + 1;
		}
		ibp_buf_release(&text);
		ibp_doc_free(doc);
	}
}

static void test_empty_document(void **state)
{
	struct ibp_doc *doc = ibp_doc_new("empty", NULL);
	struct ibp_buf text = {0};

	(void)state;
	ibp_render(doc, IBP_FORM_TEXT, NULL, &text);
	ibp_render(doc, IBP_FORM_PLAIN, NULL, &text);
	ibp_render(doc, IBP_FORM_MARKDOWN, NULL, &text);
	assert_string_equal(ibp_buf_text(&text), "");
	ibp_render(doc, IBP_FORM_JSON, NULL, &text);
	assert_string_equal(ibp_buf_text(&text),
			    "{\n  \"schema\": \"ibp-tools/empty/1\"\n}\n");
	ibp_buf_release(&text);
	ibp_doc_free(doc);
	ibp_doc_free(NULL);
}

static void test_many_rows(void **state)
{
	static const struct ibp_column columns[] = {
		{.key = "id", .title = "Id", .type = IBP_CELL_NUMBER},
	};
	struct ibp_doc *doc = ibp_doc_new("rows", NULL);
	struct ibp_table *table =
		ibp_doc_add_table(doc, "rows", NULL, columns, 1);
	struct ibp_buf text = {0};

	(void)state;
	for (long i = 0; i < 1000; i++) {
		struct ibp_cell cell = ibp_cell_number(i);

		ibp_doc_add_row(doc, table, &cell);
	}
	assert_int_equal(table->row_count, 1000);
	ibp_render(doc, IBP_FORM_PLAIN, NULL, &text);
	assert_non_null(strstr(text.data, "\n0\n1\n" + 1));
	assert_non_null(strstr(text.data, "\n998\n999\n"));
	ibp_buf_release(&text);
	ibp_doc_free(doc);
}

/* What a listing can do without goes when there is no room for it. */
static void test_columns_for_wide_screens(void **state)
{
	const struct ibp_column columns[] = {
		{"title", "Title", IBP_CELL_TEXT, 0, true},
		{"bar", "Bar", IBP_CELL_TEXT, IBP_WHEN_WIDE, false},
		{"owner", "Owner", IBP_CELL_TEXT, 0, false},
	};
	const struct ibp_cell cells[] = {
		ibp_cell_text("twelve signs"),
		ibp_cell_text("#####"),
		ibp_cell_text("bestuur"),
	};
	struct ibp_render_options options = {.width = 28};
	struct ibp_doc *doc = ibp_doc_new("t", NULL);
	struct ibp_table *table =
		ibp_doc_add_table(doc, "rows", NULL, columns, 3);
	struct ibp_buf text = {0};

	(void)state;
	ibp_doc_add_row(doc, table, cells);
	ibp_render(doc, IBP_FORM_TEXT, &options, &text);
	assert_non_null(strstr(text.data, "twelve signs  #####  bestuur\n"));
	ibp_buf_cut(&text, 0);
	options.width = 27;
	ibp_render(doc, IBP_FORM_TEXT, &options, &text);
	assert_non_null(strstr(text.data, "twelve signs  bestuur\n"));
	ibp_buf_cut(&text, 0);
	ibp_render(doc, IBP_FORM_CSV, NULL, &text);
	assert_non_null(strstr(text.data, "#####"));
	ibp_buf_release(&text);
	ibp_doc_free(doc);
}

static void test_form_names(void **state)
{
	(void)state;
	assert_int_equal(ibp_form_find("json"), IBP_FORM_JSON);
	assert_int_equal(ibp_form_find("md"), IBP_FORM_MARKDOWN);
	assert_int_equal(ibp_form_find("JSON"), IBP_FORM_COUNT);
	assert_int_equal(ibp_form_find(""), IBP_FORM_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_text_narrow),
		cmocka_unit_test(test_text_colour),
		cmocka_unit_test(test_text_dutch),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_csv_semicolon),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_no_escapes),
		cmocka_unit_test(test_colour_is_only_colour),
		cmocka_unit_test(test_json_parses),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_empty_document),
		cmocka_unit_test(test_many_rows),
		cmocka_unit_test(test_columns_for_wide_screens),
		cmocka_unit_test(test_form_names),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
