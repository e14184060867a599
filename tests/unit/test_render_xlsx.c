/* Workbooks of texts that nobody wishes for: right, or cut with a notice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "exchange/xlsx_read.h"
#include "report/render_xlsx.h"

static struct ibp_doc *doc;
static struct ibp_buf bytes;
static struct ibp_workbook workbook;
static struct ibp_error err;

static int set_up(void **state)
{
	(void)state;
	doc = ibp_doc_new("test", "Test");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	ibp_workbook_release(&workbook);
	ibp_buf_release(&bytes);
	ibp_error_release(&err);
	ibp_doc_free(doc);
	return 0;
}

static struct ibp_workbook_sheet *render(size_t sheet)
{
	assert_int_equal(ibp_render_xlsx(doc, NULL, &bytes, &err), IBP_OK);
	assert_int_equal(ibp_workbook_open("a", bytes.data, bytes.length,
					   &workbook, &err),
			 IBP_OK);
	assert_true(sheet < workbook.sheet_count);
	assert_int_equal(
		ibp_workbook_load(&workbook, &workbook.sheets[sheet], &err),
		IBP_OK);
	return &workbook.sheets[sheet];
}

/* What a cell with TEXT in it reads as. */
static const char *cell_of(struct ibp_cell cell)
{
	const struct ibp_column column = {NULL, "Text", IBP_CELL_TEXT, 0, true};
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, NULL, &column, 1);
	struct ibp_workbook_sheet *sheet;

	ibp_doc_add_row(doc, table, &cell);
	sheet = render(0);
	/* Title, header, row. */
	assert_int_equal(sheet->row_count, 3);
	assert_int_equal(sheet->rows[2].cells[0].kind, IBP_WORKBOOK_TEXT);
	return sheet->rows[2].cells[0].text;
}

static void reads_as(const char *text, const char *wanted)
{
	void *state = NULL;

	tear_down(&state);
	memset(&workbook, 0, sizeof(workbook));
	set_up(&state);
	assert_string_equal(cell_of(ibp_cell_text(text)), wanted);
}

static void test_texts(void **state)
{
	static const char *const texts[] = {
		"=cmd|' /C calc'!A0",
		"+1",
		"-1",
		"@SUM(A1)",
		"http://example.org/ as text",
		"'s-Hertogenbosch",
		"<b>&amp;\"",
		"_x0041_ and _x000D_ and _x00_",
		"Één\nregel en nog één",
		"日本",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		reads_as(texts[i], texts[i]);
	reads_as("a\x01"
		 "b\x7f"
		 "c",
		 "a?b?c");
	reads_as("tab\there", "tab here");
}

static void test_long_text(void **state)
{
	struct ibp_buf text = {0};
	const char *read;
	size_t length;

	(void)state;
	ibp_buf_add_times(&text, "é", 40000);
	read = cell_of(ibp_cell_text(text.data));
	length = strlen(read);
	assert_true(length > 60000 && length < 66000);
	assert_non_null(strstr(read, "…(see the data file)"));
	assert_string_equal(strstr(read, "…"), "…(see the data file)");
	ibp_buf_release(&text);
}

static void test_long_address(void **state)
{
	struct ibp_buf to = {0};

	(void)state;
	ibp_buf_add(&to, "https://example.org/");
	ibp_buf_add_times(&to, "a", 3000);
	assert_string_equal(cell_of(ibp_cell_link("here", to.data)), "here");
	ibp_buf_release(&to);
}

static void test_names_of_sheets(void **state)
{
	static const char *const names[] = {
		"",
		"'s-Hertogenbosch",
		"History",
		"a/b[c]:*?\\",
		"Normen",
		"normen",
		"NORMEN",
		"\x01",
		"een naam die langer is dan eenendertig tekens",
		"één naam die langer is dan eenendertig tekens",
	};
	const size_t count = sizeof(names) / sizeof(*names);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct ibp_sheet sheet = {.key = "k", .name = names[i]};

		ibp_doc_add_sheet(doc, &sheet);
	}
	render(0);
	assert_int_equal(workbook.sheet_count, count);
	for (size_t i = 0; i < count; i++) {
		const char *name = workbook.sheets[i].name;

		assert_true(*name);
		assert_null(strpbrk(name, "[]:*?/\\'\x01"));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(workbook.sheets[j].name, name);
	}
	assert_string_equal(workbook.sheets[1].name, "-s-Hertogenbosch");
}

/* In the list itself they would end the program. */
static void test_choices_with_accents(void **state)
{
	static const char choice[] = "éééééééééééééééééééééééééé";
	const char *choices[41] = {NULL};
	const struct ibp_look look = {.choices = choices, .suggests = true};
	const struct ibp_column column = {NULL, "Text", IBP_CELL_TEXT, 0, true};
	const struct ibp_cell cell = ibp_cell_text(choice);
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, NULL, &column, 1);
	struct ibp_workbook_sheet *list;

	(void)state;
	for (size_t i = 0; i < 40; i++)
		choices[i] = choice;
	ibp_doc_set_looks(doc, table, &look);
	ibp_doc_add_row(doc, table, &cell);
	list = render(1);
	assert_string_equal(list->name, "_lists");
	assert_true(list->is_hidden);
	assert_int_equal(list->row_count, 40);
	assert_string_equal(list->rows[39].cells[0].text, choice);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_texts),
		TEST(test_long_text),
		TEST(test_long_address),
		TEST(test_names_of_sheets),
		TEST(test_choices_with_accents),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
