/* Assessments from workbooks: found by names and codes, refused by cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/locale.h"
#include "exchange/import.h"
#include "exchange/norm_columns.h"
#include "zip_help.h"

#define RELATION(id, type, target)                                         \
	"<Relationship Id=\"" id "\" Type=\"x/" type "\" Target=\"" target \
	"\"/>"
#define RELATIONS(items) "<Relationships>" items "</Relationships>"
#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define D(number) "<c s=\"1\"><v>" number "</v></c>"
#define E "<c/>"
#define ROW(cells) "<row>" cells "</row>"
#define FACT(key, value) ROW(T(key) T(value))
#define HEAD                                                         \
	ROW(T("Code") T("Titel") T("Score") T("Reden") T("Eigenaar") \
		    T("Einddatum") T("Notitie"))

static struct ibp_norm norms[3];
static struct ibp_answer answers[3];
static const struct ibp_framework framework = {
	.id = "ibp-fo",
	.version = "2024-06",
	.target = 3,
	.norms = norms,
	.norm_count = 3,
};
static const struct ibp_assessment assessment = {
	.id = 7,
	.answers = answers,
	.answer_count = 3,
};
static const struct ibp_import_target target = {
	.framework = &framework,
	.assessment = &assessment,
	.today = "2026-11-23",
	.evidence_id = 41,
};
static struct ibp_import import;
static struct ibp_error err;

static int set_up(void **state)
{
	(void)state;
	memset(norms, 0, sizeof(norms));
	memset(answers, 0, sizeof(answers));
	norms[0].code = "GO.01";
	norms[1].code = "GO.02";
	norms[2].code = "OR.01";
	ibp_answer_set(&answers[1], "score", "2");
	ibp_answer_set(&answers[1], "owner", "bestuur");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	ibp_import_release(&import);
	ibp_error_release(&err);
	return 0;
}

/* A sheet each; the first name is visible, "_meta" is not. */
static enum ibp_status read_sheets(const char *const *names,
				   const char *const *rows,
				   const struct ibp_column_map *map)
{
	struct zip_part parts[8] = {
		{.name = "_rels/.rels",
		 .text = RELATIONS(RELATION("a", "officeDocument", "b.xml"))},
		{.name = "_rels/b.xml.rels",
		 .text = RELATIONS(RELATION("r0", "worksheet", "s0") RELATION(
			 "r1", "worksheet", "s1") RELATION("r2", "worksheet",
							   "s2")
					   RELATION("s", "styles", "y"))},
		{.name = "y",
		 .text = "<s><cellXfs><xf/><xf "
			 "numFmtId=\"14\"/></cellXfs></s>"},
	};
	static const char *const files[] = {"s0", "s1", "s2"};
	struct ibp_buf list = {0};
	struct ibp_buf sheets[3] = {{0}};
	struct ibp_buf zip = {0};
	struct ibp_import_source source = {.file = "a", .map = map};
	enum ibp_status status;
	size_t count = 3;

	ibp_buf_add(&list, "<b xmlns:r=\"q\"><sheets>");
	for (size_t i = 0; names[i]; i++) {
		ibp_buf_addf(&list, "<sheet name=\"%s\" r:id=\"r%zu\"%s/>",
			     names[i], i,
			     *names[i] == '_' ? " state=\"hidden\"" : "");
		ibp_buf_addf(&sheets[i], "<w><sheetData>%s</sheetData></w>",
			     rows[i]);
		parts[count++] = (struct zip_part){.name = files[i],
						   .text = sheets[i].data};
	}
	ibp_buf_add(&list, "</sheets></b>");
	parts[count++] = (struct zip_part){.name = "b.xml", .text = list.data};
	zip_make(&zip, parts, count);
	source.bytes = zip.data;
	source.length = zip.length;
	status = ibp_import_read(&target, &source, &import, &err);
	for (size_t i = 0; i < 3; i++)
		ibp_buf_release(&sheets[i]);
	ibp_buf_release(&list);
	ibp_buf_release(&zip);
	return status;
}

static void reads_sheets(const char *const *names, const char *const *rows)
{
	enum ibp_status status = read_sheets(names, rows, NULL);

	assert_string_equal(ibp_error_text(&err), "");
	assert_int_equal(status, IBP_OK);
}

static void reads(const char *rows)
{
	reads_sheets((const char *const[]){"Normen", NULL}, &rows);
}

static void refuses(const char *rows, const char *message)
{
	static const char *const names[] = {"Normen", NULL};

	assert_int_equal(read_sheets(names, &rows, NULL), IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	assert_int_equal(import.changes.count, 0);
	ibp_error_release(&err);
}

/* WHERE: "Normen!C2" */
static void is_change(size_t index, const char *where, const char *key,
		      const char *field, const char *from, const char *to)
{
	const struct ibp_change *change = &import.changes.items[index];
	const struct ibp_import_place *place = &import.places[index];
	struct ibp_buf cell = {0};

	assert_true(index < import.changes.count);
	ibp_import_add_cell(&cell, &import, place->line, place->column);
	assert_string_equal(cell.data, where);
	ibp_buf_release(&cell);
	assert_string_equal(change->key, key);
	assert_string_equal(change->field, field);
	assert_string_equal(change->from ? change->from : "-", from);
	assert_string_equal(change->to ? change->to : "-", to);
}

static void is_refused(size_t index, const char *where, const char *message)
{
	const struct ibp_import_refusal *one = &import.refusals[index];
	struct ibp_buf cell = {0};

	assert_true(index < ibp_import_refusals(&import));
	ibp_import_add_cell(&cell, &import, one->line, one->column);
	assert_string_equal(cell.data, where);
	ibp_buf_release(&cell);
	if (!strstr(one->message, message))
		assert_string_equal(one->message, message);
}

/* ---- What is read ---------------------------------------------------------
 */

static void test_differences_with_their_cells(void **state)
{
	(void)state;
	reads(HEAD ROW(T("GO.01") E N("3") E E D("46568") T("n"))
		      ROW(T("go.02") E N("2") E T("bestuur")));
	assert_string_equal(import.sheet, "Normen");
	assert_int_equal(import.norms, 2);
	assert_int_equal(import.refused, 0);
	assert_int_equal(import.changes.count, 3);
	is_change(0, "Normen!C2", "GO.01", "score", "-", "3");
	is_change(1, "Normen!F2", "GO.01", "due", "-", "2027-06-30");
	is_change(2, "Normen!G2", "GO.01", "note", "-", "n");
}

static void test_empty_clears_and_absent_stays(void **state)
{
	(void)state;
	reads(ROW(T("Code") T("Eigenaar")) ROW(T("GO.02")));
	assert_int_equal(import.changes.count, 1);
	is_change(0, "Normen!B2", "GO.02", "owner", "bestuur", "-");
}

/* A serial number, a text in Dutch and one in ISO are the same day. */
static void test_dates(void **state)
{
	(void)state;
	reads(ROW(T("Code") T("Einddatum")) ROW(T("GO.01") N("46568")) ROW(
		T("GO.02") T("30-6-2027")) ROW(T("OR.01") T("2027-06-30")));
	assert_int_equal(import.changes.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(import.changes.items[i].to, "2027-06-30");
}

static void test_words_of_another_language(void **state)
{
	(void)state;
	reads(ROW(T("Code") T("Score") T("Reden") T("Status"))
		      ROW(T("GO.01") T("n.v.t.") T("Geen wifi") T("Bezig")));
	is_change(0, "Normen!B2", "GO.01", "score", "-", "na");
	is_change(1, "Normen!C2", "GO.01", "reason", "-", "Geen wifi");
	is_change(2, "Normen!D2", "GO.01", "status", "-", "in-progress");
}

/* Titles above it, remarks between and below, columns in any order. */
static void test_table_among_other_things(void **state)
{
	(void)state;
	reads(ROW(T("Onze scan")) ROW(T("Versie") N("2")) ROW("")
		      ROW(T("Opmerking van ons") T("Score") T("Code")) ROW(
			      T("x") N("3") T(" GO.01 ")) ROW(E E T("Privacy"))
			      ROW(E N("1") T("GO.02")) ROW(E E T("Einde")));
	assert_int_equal(import.refused, 0);
	assert_int_equal(import.changes.count, 2);
	is_change(0, "Normen!B5", "GO.01", "score", "-", "3");
	is_change(1, "Normen!B7", "GO.02", "score", "2", "1");
	assert_string_equal(import.unused.data, "Opmerking van ons");
}

static void test_the_sheet_that_has_it(void **state)
{
	static const char *const names[] = {"Uitleg", "_lists", "Blad 2", NULL};
	static const char *const rows[] = {
		ROW(T("Vul de score in")),
		ROW(T("Code") T("Score")) ROW(T("GO.01") N("5")),
		ROW(T("Code") T("Score")) ROW(T("GO.01") N("3"))};

	(void)state;
	reads_sheets(names, rows);
	assert_string_equal(import.sheet, "Blad 2");
	assert_int_equal(import.changes.count, 1);
	is_change(0, "Blad 2!B2", "GO.01", "score", "-", "3");
	assert_null(import.origin.schema);
}

static void test_a_form_says_what_it_is(void **state)
{
	static const char *const names[] = {"Eerste", "Normen", "_meta", NULL};
	static const char *const rows[] = {
		ROW(T("Code") T("Score")) ROW(T("GO.01") N("5")),
		ROW(T("Code") T("Score")) ROW(T("GO.01") N("3")),
		ROW(T("_meta")) FACT("schema", "ibp-tools/form/1")
			FACT("framework", "ibp-fo") FACT("version", "2023-04")
				FACT("board", "De Eik") FACT("x", "y")
					FACT("assessment", "2026")
						FACT("sheet", "Normen")};

	(void)state;
	reads_sheets(names, rows);
	assert_string_equal(import.sheet, "Normen");
	is_change(0, "Normen!B2", "GO.01", "score", "-", "3");
	assert_string_equal(import.origin.schema, "ibp-tools/form/1");
	assert_string_equal(import.origin.framework, "ibp-fo");
	assert_string_equal(import.origin.version, "2023-04");
	assert_string_equal(import.origin.board, "De Eik");
	assert_string_equal(import.origin.assessment, "2026");
}

/* Renamed by hand: the names of the columns are enough. */
static void test_a_sheet_that_was_renamed(void **state)
{
	static const char *const names[] = {"Mijn normen", "_meta", NULL};
	static const char *const rows[] = {ROW(T("Code") T("Score"))
						   ROW(T("GO.01") N("3")),
					   FACT("sheet", "Normen")};

	(void)state;
	reads_sheets(names, rows);
	assert_string_equal(import.sheet, "Mijn normen");
	assert_int_equal(import.changes.count, 1);
}

static void test_own_table_through_a_map(void **state)
{
	static const char text[] = "schema: ibp-tools/columns/1\n"
				   "columns:\n"
				   "  - {column: \"Nr\", field: code}\n"
				   "  - {column: \"Oordeel\", field: score}\n";
	static const char *const names[] = {"A", NULL};
	static const char *const rows[] = {ROW(T("Nr") T("Oordeel"))
						   ROW(T("GO.01") N("4"))};
	struct ibp_column_map map = {0};

	(void)state;
	assert_int_equal(ibp_column_map_read("m", text, strlen(text),
					     ibp_norm_column_words, &map, &err),
			 IBP_OK);
	assert_int_equal(read_sheets(names, rows, &map), IBP_OK);
	is_change(0, "A!B2", "GO.01", "score", "-", "4");
	assert_string_equal(import.map.data, text);
	ibp_column_map_release(&map);
}

/* A note with a tab is shown with a blank, and is still the same note. */
static void test_what_a_cell_cannot_hold(void **state)
{
	(void)state;
	ibp_answer_set(&answers[0], "note", "a\tb\nc");
	reads(ROW(T("Code") T("Notitie")) ROW(T("GO.01") T("a b\nc")));
	assert_int_equal(import.changes.count, 0);
	reads(ROW(T("Code") T("Notitie")) ROW(T("GO.01") T("a b")));
	assert_int_equal(import.changes.count, 1);
}

/* ---- What is refused ------------------------------------------------------
 */

static void test_the_rest_goes_on(void **state)
{
	(void)state;
	reads(HEAD ROW(T("GO.99") E N("3")) ROW(E E N("3")) ROW(T("GO.01") E N(
		"6") E T("ict") T("gisteren")) ROW(T("GO.02") E N("3.5"))
		      ROW(T("GO.02") E N("4")) ROW(T("OR.01") E N("4")));
	assert_int_equal(import.refused, 6);
	is_refused(0, "Normen!A2", "There is no norm \"GO.99\". Did you");
	is_refused(1, "Normen!A3", "This row has no code of a norm.");
	is_refused(2, "Normen!C4", "GO.01: Score: \"6\" is not a level");
	is_refused(3, "Normen!F4", "GO.01: Due date: \"gisteren\" is not");
	is_refused(4, "Normen!C5", "GO.02: Score: \"3.5\" is not a level");
	is_refused(5, "Normen!A6", "GO.02 is there already, at 5.");
	assert_int_equal(import.changes.count, 3);
	is_change(0, "Normen!E4", "GO.01", "owner", "-", "ict");
	is_change(1, "Normen!E5", "GO.02", "owner", "bestuur", "-");
	is_change(2, "Normen!C7", "OR.01", "score", "-", "4");
}

static void test_cells_without_a_value(void **state)
{
	(void)state;
	reads(ROW(T("Code") T("Score") T("Eigenaar")) ROW(
		T("GO.01") "<c t=\"e\"><f>x</f><v>#REF!</v></c>"
			   "<c t=\"b\"><v>1</v></c>")
		      ROW(T("GO.02") "<c><f>1+1</f></c>" T("bestuur"))
			      ROW(T("OR.01") "<c t=\"b\"><v>1</v></c>"));
	assert_int_equal(import.refused, 3);
	is_refused(0, "Normen!B2", "GO.01: this cell has the error #REF!");
	is_refused(1, "Normen!B3", "GO.02: this cell has a formula without");
	is_refused(2, "Normen!B4", "OR.01: Score: \"TRUE\" is not a level");
	assert_int_equal(import.changes.count, 1);
	is_change(0, "Normen!C2", "GO.01", "owner", "-", "TRUE");
}

/* Score and reason stay as they were; the other fields do not. */
static void test_not_applicable_without_a_reason(void **state)
{
	(void)state;
	reads(HEAD ROW(T("GO.01") E T("n.v.t.") E T("ict")));
	assert_int_equal(import.refused, 1);
	is_refused(0, "Normen!C2", "GO.01: not applicable needs a reason.");
	assert_int_equal(import.changes.count, 1);
	is_change(0, "Normen!E2", "GO.01", "owner", "-", "ict");
}

static void test_too_many_refusals(void **state)
{
	struct ibp_buf rows = {0};

	(void)state;
	ibp_buf_add(&rows, ROW(T("Code") T("Score")));
	ibp_buf_add_times(&rows, ROW(T("GO.99") N("3")),
			  IBP_IMPORT_REFUSALS_MAX + 50);
	reads(rows.data);
	ibp_buf_release(&rows);
	assert_int_equal(import.refused, IBP_IMPORT_REFUSALS_MAX + 50);
	assert_int_equal(ibp_import_refusals(&import), IBP_IMPORT_REFUSALS_MAX);
}

static void test_no_table(void **state)
{
	(void)state;
	refuses("", "a: No sheet of this workbook has anything on it.");
	refuses(ROW(T("Hallo")), "a: Normen!A1: No column with the codes");
	refuses(ROW(T("Code") T("Titel")), "a: Normen!A1: No column to read");
	refuses(ROW("") ROW(E T("Score") T("Owner")),
		"a: Normen!A2: No column with the codes");
	refuses(ROW(T("Code") T("Score") T("Scroe")),
		"a: Normen!C1: The column \"Scroe\" is not known. Did you mean "
		"\"score\"?");
	refuses(ROW(T("Code") T("Scroe")),
		"a: Normen!B1: The column \"Scroe\" is not known.");
	refuses(ROW(T("Code") T("Score") E T("Score")),
		"a: Normen!D1: This column and column B are both `score`.");
}

static void test_no_workbook(void **state)
{
	static const char text[] = "PK\003\004 is no workbook";
	const struct ibp_import_source source = {
		.file = "a", .bytes = text, .length = sizeof(text) - 1};

	(void)state;
	assert_int_equal(ibp_import_read(&target, &source, &import, &err),
			 IBP_INPUT);
	assert_non_null(strstr(ibp_error_text(&err), "a: This workbook is cut "
						     "off or damaged."));
	assert_null(import.sheet);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_differences_with_their_cells),
		TEST(test_empty_clears_and_absent_stays),
		TEST(test_dates),
		TEST(test_words_of_another_language),
		TEST(test_table_among_other_things),
		TEST(test_the_sheet_that_has_it),
		TEST(test_a_form_says_what_it_is),
		TEST(test_a_sheet_that_was_renamed),
		TEST(test_own_table_through_a_map),
		TEST(test_what_a_cell_cannot_hold),
		TEST(test_the_rest_goes_on),
		TEST(test_cells_without_a_value),
		TEST(test_not_applicable_without_a_reason),
		TEST(test_too_many_refusals),
		TEST(test_no_table),
		TEST(test_no_workbook),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
