/* Workbooks as they come from outside: what is read, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/locale.h"
#include "base/mem.h"
#include "exchange/xlsx_read.h"
#include "exchange/zip.h"
#include "zip_help.h"

#define RELATIONS(items)                                                    \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/" \
	"2006/relationships\">" items "</Relationships>"
#define RELATION(id, type, target)                                          \
	"<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats." \
	"org/officeDocument/2006/relationships/" type "\" Target=\"" target \
	"\"/>"
#define BOOK(inside)                                                         \
	"<workbook xmlns=\"urn:s\" xmlns:r=\"http://schemas.openxmlformats." \
	"org/officeDocument/2006/relationships\">" inside "</workbook>"
#define SHEETS                                                       \
	"<sheets><sheet name=\"Normen\" sheetId=\"7\" r:id=\"r1\"/>" \
	"<sheet name=\"_meta\" sheetId=\"2\" state=\"hidden\" "      \
	"r:id=\"r2\"/></sheets>"
#define SHEET(rows)                                                    \
	"<worksheet xmlns=\"urn:s\"><sheetData>" rows "</sheetData></" \
	"worksheet>"

enum { ROOT, BOOK_RELATIONS, BOOK_PART, FIRST, SECOND, STRINGS, STYLES, PARTS };

static struct zip_part parts[PARTS + 1];
static struct ibp_buf zip;
static struct ibp_workbook workbook;
static struct ibp_error err;

static int set_up(void **state)
{
	static const struct zip_part sound[PARTS] = {
		[ROOT] = {.name = "_rels/.rels",
			  .text = RELATIONS(RELATION("a", "officeDocument",
						     "xl/workbook.xml"))},
		[BOOK_RELATIONS] =
			{.name = "xl/_rels/workbook.xml.rels",
			 .text = RELATIONS(
				 RELATION("r1", "worksheet",
					  "worksheets/sheet1.xml")
					 RELATION("r2", "worksheet",
						  "/xl/worksheets/sheet2.xml")
						 RELATION("r3", "sharedStrings",
							  "sharedStrings.xml")
							 RELATION("r4",
								  "styles",
								  "styles."
								  "xml"))},
		[BOOK_PART] = {.name = "xl/workbook.xml", .text = BOOK(SHEETS)},
		[FIRST] = {.name = "xl/worksheets/sheet1.xml",
			   .text = SHEET("")},
		[SECOND] = {.name = "xl/worksheets/sheet2.xml",
			    .text = SHEET("")},
		[STRINGS] = {.name = "xl/sharedStrings.xml",
			     .text = "<sst xmlns=\"urn:s\"><si><t>Norm</t>"
				     "</si><si><r><t>Twee</t></r><r><rPr/>"
				     "<t xml:space=\"preserve\"> delen</t></r>"
				     "<rPh><t>x</t></rPh></si><si/></sst>"},
		[STYLES] = {.name = "xl/styles.xml",
			    .text = "<styleSheet xmlns=\"urn:s\"><numFmts>"
				    "<numFmt numFmtId=\"164\" formatCode=\""
				    "dd\\-mm\\-yyyy\"/>"
				    "<numFmt numFmtId=\"165\" formatCode=\"0 "
				    "&quot;dagen&quot;[Red]\"/></numFmts>"
				    "<cellStyleXfs><xf numFmtId=\"14\"/>"
				    "</cellStyleXfs><cellXfs><xf/>"
				    "<xf numFmtId=\"164\"/><xf numFmtId=\"14\""
				    "/><xf numFmtId=\"165\"/></cellXfs>"
				    "</styleSheet>"},
	};

	(void)state;
	memcpy(parts, sound, sizeof(sound));
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	ibp_workbook_release(&workbook);
	ibp_buf_release(&zip);
	ibp_error_release(&err);
	return 0;
}

static enum ibp_status open_parts(size_t count)
{
	ibp_buf_release(&zip);
	zip_make(&zip, parts, count);
	return ibp_workbook_open("a", zip.data, zip.length, &workbook, &err);
}

static enum ibp_status load(const char *text)
{
	enum ibp_status status;

	/* The text is the caller's: nothing may point to it afterwards. */
	parts[FIRST].text = text;
	status = open_parts(PARTS);
	parts[FIRST].text = SHEET("");
	return status ? status :
			ibp_workbook_load(&workbook, &workbook.sheets[0], &err);
}

static void reads(const char *rows)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_workbook_release(&workbook);
	ibp_buf_addf(&text, SHEET("%s"), rows);
	status = load(text.data);
	ibp_buf_release(&text);
	assert_string_equal(ibp_error_text(&err), "");
	assert_int_equal(status, IBP_OK);
}

static void tells(const char *message)
{
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	assert_int_equal(err.count, 1);
	ibp_error_release(&err);
	ibp_workbook_release(&workbook);
}

/* Faults in the rows of a sheet. */
static void refuses(const char *rows, const char *message)
{
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, SHEET("%s"), rows);
	assert_int_equal(load(text.data), IBP_INPUT);
	ibp_buf_release(&text);
	tells(message);
}

/* Faults anywhere else. */
static void refuses_parts(size_t count, const char *message)
{
	assert_int_equal(open_parts(count), IBP_INPUT);
	assert_null(workbook.sheets);
	tells(message);
}

static void is_cell(size_t row, size_t column, enum ibp_workbook_kind kind,
		    const char *text)
{
	const struct ibp_workbook_sheet *sheet = &workbook.sheets[0];
	const struct ibp_workbook_cell *cell;

	assert_true(row < sheet->row_count);
	cell = ibp_workbook_cell(&sheet->rows[row], column);
	assert_non_null(cell);
	assert_string_equal(cell->text, text);
	assert_int_equal(cell->kind, kind);
}

/* ---- What is read ---------------------------------------------------------
 */

static void test_sheets_by_name(void **state)
{
	(void)state;
	assert_int_equal(open_parts(PARTS), IBP_OK);
	assert_int_equal(workbook.sheet_count, 2);
	assert_string_equal(workbook.sheets[0].name, "Normen");
	assert_false(workbook.sheets[0].is_hidden);
	assert_ptr_equal(ibp_workbook_find(&workbook, "_meta"),
			 &workbook.sheets[1]);
	assert_true(workbook.sheets[1].is_hidden);
	assert_null(ibp_workbook_find(&workbook, "normen"));
}

static void test_kinds_of_cells(void **state)
{
	(void)state;
	reads("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>"
	      "<c r=\"B3\" t=\"s\"><v>1</v></c>"
	      "<c r=\"C3\" t=\"inlineStr\"><is><t>in</t></is></c>"
	      "<c r=\"D3\" t=\"str\"><f>A1&amp;B1</f><v>uit</v></c>"
	      "<c r=\"E3\"><f>1+2</f><v>3</v></c>"
	      "<c r=\"F3\" t=\"b\"><v>1</v></c>"
	      "<c r=\"G3\" t=\"e\"><v>#REF!</v></c>"
	      "<c r=\"H3\" t=\"d\"><v>2027-06-30T00:00:00</v></c></row>");
	assert_int_equal(workbook.sheets[0].rows[0].number, 3);
	is_cell(0, 0, IBP_WORKBOOK_TEXT, "Norm");
	is_cell(0, 1, IBP_WORKBOOK_TEXT, "Twee delen");
	is_cell(0, 2, IBP_WORKBOOK_TEXT, "in");
	is_cell(0, 3, IBP_WORKBOOK_TEXT, "uit");
	is_cell(0, 4, IBP_WORKBOOK_NUMBER, "3");
	is_cell(0, 5, IBP_WORKBOOK_BOOLEAN, "1");
	is_cell(0, 6, IBP_WORKBOOK_ERROR, "#REF!");
	is_cell(0, 7, IBP_WORKBOOK_DATE, "2027-06-30");
}

static void test_empty_is_not_there(void **state)
{
	(void)state;
	reads("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" t=\"s\"><v>2</v>"
	      "</c><c r=\"C1\" t=\"str\"><v> </v></c></row><row r=\"2\"/>"
	      "<row r=\"9\"><c r=\"B9\"><v>1</v></c></row>");
	assert_int_equal(workbook.sheets[0].row_count, 1);
	assert_int_equal(workbook.sheets[0].rows[0].number, 9);
	assert_null(ibp_workbook_cell(&workbook.sheets[0].rows[0], 0));
	is_cell(0, 1, IBP_WORKBOOK_NUMBER, "1");
	/* A value that was never reckoned is not an empty cell. */
	reads("<row><c><f>1+1</f></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_ERROR, "");
}

static void test_places_that_are_not_said(void **state)
{
	(void)state;
	reads("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c>"
	      "</row><row><c><v>4</v></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_NUMBER, "1");
	is_cell(0, 3, IBP_WORKBOOK_NUMBER, "2");
	is_cell(0, 4, IBP_WORKBOOK_NUMBER, "3");
	is_cell(1, 0, IBP_WORKBOOK_NUMBER, "4");
	assert_int_equal(workbook.sheets[0].rows[1].number, 2);
}

static void is_number(const char *written, const char *read)
{
	struct ibp_buf rows = {0};

	ibp_buf_addf(&rows, "<row><c><v>%s</v></c></row>", written);
	reads(rows.data);
	ibp_buf_release(&rows);
	is_cell(0, 0, IBP_WORKBOOK_NUMBER, read);
}

static void test_numbers(void **state)
{
	(void)state;
	is_number("3", "3");
	is_number("3.0", "3");
	is_number("2.9999999999999996", "3");
	is_number("9.9999999999999999", "10");
	is_number("3.0000000000000004", "3");
	is_number("4.6203E4", "46203");
	is_number("1e-2", "0.01");
	is_number("-0.50", "-0.5");
	is_number("0.1", "0.1");
	is_number("300", "300");
	is_number("0", "0");
	is_number("-0", "0");
	is_number("123456789012345", "123456789012345");
	/* What is no number, or none to write out, stays as it is. */
	is_number("1e300", "1e300");
	is_number("1e", "1e");
	is_number("3,5", "3,5");
	is_number("0x10", "0x10");
	is_number("nan", "nan");
	is_number(".", ".");
	is_number("-", "-");
	is_number("1e99999999999999999999", "1e99999999999999999999");
}

static void is_day(const char *number, const char *date)
{
	char made[IBP_DATE_SIZE] = "";

	assert_int_equal(ibp_workbook_date(&workbook, number, made),
			 date != NULL);
	assert_string_equal(made, date ? date : "");
}

static void test_dates(void **state)
{
	(void)state;
	reads("<row><c s=\"1\"><v>46568</v></c><c s=\"2\"><v>46568.75</v></c>"
	      "<c s=\"3\"><v>46568</v></c><c s=\"0\"><v>46568</v></c>"
	      "<c s=\"99\"><v>46568</v></c><c s=\"1\"><v>3</v></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_DATE, "2027-06-30");
	is_cell(0, 1, IBP_WORKBOOK_DATE, "2027-06-30");
	for (size_t i = 2; i < 5; i++)
		is_cell(0, i, IBP_WORKBOOK_NUMBER, "46568");
	is_cell(0, 5, IBP_WORKBOOK_NUMBER, "3");
	is_day("61", "1900-03-01");
	is_day("60", NULL);
	is_day("4.6568E4", "2027-06-30");
	is_day("46567.999999999999", "2027-06-30");
	is_day("401768", "2999-12-31");
	is_day("401769", NULL);
	is_day("-5", NULL);
	is_day("99999999999", NULL);
	is_day("x", NULL);
	parts[BOOK_PART].text = BOOK("<workbookPr date1904=\"1\"/>" SHEETS);
	reads("<row><c s=\"1\"><v>45106</v></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_DATE, "2027-06-30");
}

static void test_texts(void **state)
{
	(void)state;
	reads("<row><c t=\"str\"><v>a_x000D_\nb_x0009_c</v></c>"
	      "<c t=\"str\"><v>_x005F_x0041_</v></c>"
	      "<c t=\"str\"><v>_x00_ _x_ _xZZZZ_ _x20AC_</v></c>"
	      "<c t=\"str\"><v>=1+1 &lt;&amp;</v></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_TEXT, "a\nb\tc");
	is_cell(0, 1, IBP_WORKBOOK_TEXT, "_x0041_");
	is_cell(0, 2, IBP_WORKBOOK_TEXT, "_x00_ _x_ _xZZZZ_ _x20AC_");
	is_cell(0, 3, IBP_WORKBOOK_TEXT, "=1+1 <&");
}

static void is_address(size_t column, size_t row, const char *wanted)
{
	struct ibp_buf made = {0};

	ibp_workbook_add_address(&made, column, row);
	assert_string_equal(made.data, wanted);
	ibp_buf_release(&made);
}

static void test_addresses(void **state)
{
	(void)state;
	is_address(0, 1, "A1");
	is_address(3, 12, "D12");
	is_address(25, 2, "Z2");
	is_address(26, 2, "AA2");
	is_address(701, 2, "ZZ2");
	is_address(702, 2, "AAA2");
	is_address(16383, 1048576, "XFD1048576");
}

/* Strict files have other namespaces, and other parts may be absent. */
static void test_other_writers(void **state)
{
	(void)state;
	parts[BOOK_PART].text =
		"<s:workbook xmlns:s=\"http://purl.oclc.org/ooxml/"
		"spreadsheetml/main\" xmlns:q=\"http://purl.oclc.org/ooxml/"
		"officeDocument/relationships\"><s:sheets>"
		"<s:sheet name=\"A\" q:id=\"r1\"/></s:sheets></s:workbook>";
	parts[BOOK_RELATIONS].text =
		RELATIONS(RELATION("r1", "worksheet", "worksheets/sheet1.xml"));
	reads("<row><c s=\"1\"><v>46568</v></c></row>");
	is_cell(0, 0, IBP_WORKBOOK_NUMBER, "46568");
	assert_int_equal(workbook.sheet_count, 1);
}

/* ---- What is refused ------------------------------------------------------
 */

static void test_no_archive(void **state)
{
	static const char *const texts[] = {"PK\003\004", "PK\003\004 and more",
					    "PK\005\006"};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_true(ibp_workbook_is(texts[i], strlen(texts[i])));
		assert_int_equal(ibp_workbook_open("a", texts[i],
						   strlen(texts[i]), &workbook,
						   &err),
				 IBP_INPUT);
		tells("a: This workbook is cut off or damaged.");
	}
	assert_false(ibp_workbook_is("PK", 2));
	assert_false(ibp_workbook_is("code;score", 10));
	assert_false(ibp_workbook_is("", 0));
}

/* Wherever it ends too early it is refused, and nothing is read beyond. */
static void test_cut_off(void **state)
{
	struct ibp_buf whole = {0};

	(void)state;
	zip_make(&whole, parts, PARTS);
	for (size_t length = 0; length < whole.length; length++) {
		char *bytes = ibp_alloc(length + 1);

		memcpy(bytes, whole.data, length);
		assert_int_equal(
			ibp_workbook_open("a", bytes, length, &workbook, &err),
			IBP_INPUT);
		free(bytes);
		tells("a: This");
	}
	ibp_buf_release(&whole);
}

/* Each byte of the archive changed: an answer, whatever it is. */
static void test_changed_bytes(void **state)
{
	struct ibp_buf whole = {0};

	(void)state;
	zip_make(&whole, parts, PARTS);
	for (size_t i = 0; i < whole.length; i++) {
		char kept = whole.data[i];

		whole.data[i] = (char)(kept ^ 0x55);
		if (ibp_workbook_open("a", whole.data, whole.length, &workbook,
				      &err) == IBP_OK)
			ibp_workbook_release(&workbook);
		else
			assert_true(err.count > 0);
		ibp_error_release(&err);
		whole.data[i] = kept;
	}
	ibp_buf_release(&whole);
}

static void test_old_and_locked(void **state)
{
	static const char old[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 more";
	static const char locked[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\0n\0c"
				     "\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

	(void)state;
	assert_true(ibp_workbook_is(old, sizeof(old)));
	assert_int_equal(
		ibp_workbook_open("a", old, sizeof(old), &workbook, &err),
		IBP_INPUT);
	tells("a: This workbook is in the old form (.xls).");
	assert_int_equal(
		ibp_workbook_open("a", locked, sizeof(locked), &workbook, &err),
		IBP_INPUT);
	tells("a: This workbook is locked with a password.");
	parts[STRINGS].flags = 1;
	refuses_parts(PARTS, "a: This workbook is locked with a password.");
}

static void test_other_kinds(void **state)
{
	static const struct {
		const char *name;
		const char *message;
	} kinds[] = {
		{"xl/vbaProject.bin", "a: This workbook has macros"},
		{"xl/VBAPROJECT.BIN", "a: This workbook has macros"},
		{"xl/macrosheets/sheet1.xml", "a: This workbook has macros"},
		{"xl/workbook.bin", "a: This workbook is in the binary form"},
		{"META-INF/manifest.xml", "a: This is an OpenDocument file."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		parts[PARTS] =
			(struct zip_part){.name = kinds[i].name, .text = "x"};
		refuses_parts(PARTS + 1, kinds[i].message);
	}
	refuses_parts(0, "a: This workbook is cut off or damaged.");
	refuses_parts(ROOT + 1, "a: This is no workbook.");
	parts[ROOT].text = RELATIONS("");
	refuses_parts(PARTS, "a: This is no workbook.");
	parts[ROOT].text = RELATIONS(
		RELATION("a", "officeDocument", "../xl/workbook.xml"));
	refuses_parts(PARTS, "a: This is no workbook.");
}

static void test_names_of_parts(void **state)
{
	static const char *const names[] = {
		"../x",  "xl/../../x", "xl/..",         "..", "/etc/passwd",
		"xl\\x", "C:x",        "xl/STYLES.xml", /* there already */
	};
	char *longest;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		parts[PARTS] = (struct zip_part){.name = names[i], .text = "x"};
		refuses_parts(PARTS + 1,
			      "a: A part of this workbook has a name");
	}
	for (size_t length = IBP_ZIP_NAME_MAX + 1;
	     length < IBP_ZIP_NAME_MAX + 3; length++) {
		longest = ibp_alloc(length + 1);
		memset(longest, 'n', length);
		parts[PARTS] = (struct zip_part){.name = longest, .text = "x"};
		refuses_parts(PARTS + 1,
			      "a: A part of this workbook has a name");
		free(longest);
	}
	parts[PARTS] = (struct zip_part){.name = "xl/a..b", .text = "x"};
	assert_int_equal(open_parts(PARTS + 1), IBP_OK);
}

static void test_sizes(void **state)
{
	struct zip_part many[IBP_ZIP_PARTS_MAX + 1];
	char names[IBP_ZIP_PARTS_MAX + 1][12];
	char *large = ibp_alloc(17 * 1024 * 1024 + 1);

	(void)state;
	parts[STYLES].claim = 0xfffffff0;
	refuses_parts(PARTS, "a: This workbook is too large (more than 32 "
			     "MiB, unpacked).");
	parts[STYLES].claim = 0;
	memset(large, ' ', 17 * 1024 * 1024);
	parts[PARTS] = (struct zip_part){.name = "x", .text = large};
	refuses_parts(PARTS + 1, "a: This workbook is too large (more than 16 "
				 "MiB");
	free(large);
	memcpy(many, parts, PARTS * sizeof(*parts));
	for (size_t i = PARTS; i <= IBP_ZIP_PARTS_MAX; i++) {
		snprintf(names[i], sizeof(names[i]), "x%zu", i);
		many[i] = (struct zip_part){.name = names[i], .text = "x"};
	}
	ibp_buf_release(&zip);
	zip_make(&zip, many, IBP_ZIP_PARTS_MAX + 1);
	assert_int_equal(
		ibp_workbook_open("a", zip.data, zip.length, &workbook, &err),
		IBP_INPUT);
	tells("a: This workbook has more than 64 parts.");
}

static void test_parts_that_lie(void **state)
{
	(void)state;
	parts[STRINGS].crc = 1;
	refuses_parts(PARTS, "a: This workbook is cut off or damaged.");
	parts[STRINGS].crc = 0;
	parts[STRINGS].method = 8;
	refuses_parts(PARTS, "a: This workbook is cut off or damaged.");
	parts[STRINGS].method = 12;
	refuses_parts(PARTS, "a: This workbook is cut off or damaged.");
	parts[STRINGS].method = 99;
	refuses_parts(PARTS, "a: This workbook is cut off or damaged.");
	parts[STRINGS].method = 0;
	parts[STRINGS].claim = 3000000;
	refuses_parts(PARTS, "a: This workbook is cut off or damaged.");
	parts[STRINGS].claim = 3;
	refuses_parts(PARTS, "a: ");
}

static void test_xml(void **state)
{
	static const char bomb[] =
		"<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>"
		"<sst><si><t>&c;</t></si></sst>";

	(void)state;
	parts[STRINGS].text = bomb;
	refuses_parts(PARTS, "a: xl/sharedStrings.xml:1:13: A document type "
			     "(<!DOCTYPE) is not read");
	parts[STRINGS].text = "<sst><si>";
	refuses_parts(PARTS, "a: xl/sharedStrings.xml:1:10: This is not "
			     "well-formed XML (no element found). Open the "
			     "workbook in a spreadsheet program");
	parts[STRINGS].text = "";
	refuses_parts(PARTS, "a: xl/sharedStrings.xml");
	parts[STRINGS].text = "<sst><si><t>\xff</t></si></sst>";
	refuses_parts(PARTS, "a: xl/sharedStrings.xml");
	parts[STRINGS].text = "<sst/>";
	refuses("<row r=\"1\"><c r=\"A1\"></row>", "not well-formed");
	refuses("<!-- <row/>", "not well-formed");
}

static void test_sheets_gone_wrong(void **state)
{
	static const char *const lists[] = {
		BOOK("<sheets><sheet r:id=\"r1\"/></sheets>"),
		BOOK("<sheets><sheet name=\"A\"/></sheets>"),
		BOOK("<sheets><sheet name=\"A\" r:id=\"no\"/></sheets>"),
		BOOK("<sheets><sheet name=\"A\" r:id=\"r1\"/>"
		     "<sheet name=\"A\" r:id=\"r2\"/></sheets>"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		parts[BOOK_PART].text = lists[i];
		refuses_parts(PARTS, "a: xl/workbook.xml:1:");
	}
	parts[BOOK_PART].text = BOOK("");
	refuses_parts(PARTS, "a: This is no workbook.");
	/* A sheet that is listed and not there. */
	parts[BOOK_PART].text = BOOK(SHEETS);
	parts[FIRST].name = "xl/elsewhere.xml";
	refuses("", "a: This workbook is cut off or damaged.");
	parts[BOOK_RELATIONS].text = RELATIONS("<Relationship Id=\"x\"/>");
	refuses_parts(PARTS, "a: xl/_rels/workbook.xml.rels:1:");
}

static void test_cells_gone_wrong(void **state)
{
	static const char broken[] = "This part of the workbook does not hold "
				     "together.";

	(void)state;
	refuses("<row r=\"2\"/><row r=\"1\"/>", broken);
	refuses("<row r=\"2\"/><row r=\"2\"/>", broken);
	refuses("<row r=\"0\"/>", broken);
	refuses("<row r=\"x\"/>", broken);
	refuses("<row r=\"1048577\"/>", broken);
	refuses("<row r=\"1048576\"/><row/>", broken);
	refuses("<row r=\"99999999999999999999\"/>", broken);
	refuses("<c r=\"A1\"><v>1</v></c>", broken);
	refuses("<row r=\"1\"><c r=\"A2\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"1\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"AAAA1\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"a1\"/></row>", broken);
	refuses("<row r=\"1\"><c r=\"A-1\"/></row>", broken);
	refuses("<row r=\"1\"><c t=\"s\"><v>3</v></c></row>", broken);
	refuses("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>", broken);
	refuses("<row r=\"1\"><c t=\"s\"><v>x</v></c></row>", broken);
	refuses("<row r=\"1\"><c t=\"s\"><v></v></c></row>", broken);
	refuses("<row r=\"7\"><c r=\"GS7\"><v>1</v></c></row>",
		"There is something in cell GS7: at most 200 columns");
	reads("<row r=\"7\"><c r=\"XFD7\" s=\"1\"/></row>");
}

static void test_too_many_rows(void **state)
{
	struct ibp_buf rows = {0};

	(void)state;
	for (int i = 0; i < IBP_WORKBOOK_ROWS_MAX; i++)
		ibp_buf_add(&rows, "<row><c><v>1</v></c></row>");
	reads(rows.data);
	assert_int_equal(workbook.sheets[0].row_count, IBP_WORKBOOK_ROWS_MAX);
	ibp_workbook_release(&workbook);
	ibp_buf_add(&rows, "<row/><row><c><v>1</v></c></row>");
	refuses(rows.data, "There are more than 10000 filled rows.");
	ibp_buf_release(&rows);
}

static void test_too_many_cells(void **state)
{
	struct ibp_buf row = {0};
	struct ibp_buf rows = {0};

	(void)state;
	ibp_buf_add(&row, "<row>");
	ibp_buf_add_times(&row, "<c><v>1</v></c>", IBP_WORKBOOK_COLUMNS_MAX);
	ibp_buf_add(&row, "</row>");
	ibp_buf_add_times(&rows, row.data,
			  IBP_WORKBOOK_CELLS_MAX / IBP_WORKBOOK_COLUMNS_MAX);
	reads(rows.data);
	ibp_workbook_release(&workbook);
	ibp_buf_add(&rows, "<row><c><v>1</v></c></row>");
	refuses(rows.data, "There are more than 400000 filled cells.");
	ibp_buf_release(&row);
	ibp_buf_release(&rows);
}

static void test_styles_gone_wrong(void **state)
{
	(void)state;
	parts[STYLES].text =
		"<s><numFmts><numFmt formatCode=\"&quot;d\" numFmtId=\"1\"/>"
		"<numFmt numFmtId=\"164\" formatCode=\"[d\"/>"
		"<numFmt formatCode=\"d\"/><numFmt/></numFmts><cellXfs>"
		"<xf numFmtId=\"-3\"/><xf numFmtId=\"164\"/></cellXfs></s>";
	reads("<row><c s=\"0\"><v>46568</v></c><c s=\"-1\"><v>46568</v></c>"
	      "</row>");
	is_cell(0, 0, IBP_WORKBOOK_NUMBER, "46568");
	is_cell(0, 1, IBP_WORKBOOK_NUMBER, "46568");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_sheets_by_name),
		TEST(test_kinds_of_cells),
		TEST(test_empty_is_not_there),
		TEST(test_places_that_are_not_said),
		TEST(test_numbers),
		TEST(test_dates),
		TEST(test_texts),
		TEST(test_addresses),
		TEST(test_other_writers),
		TEST(test_no_archive),
		TEST(test_cut_off),
		TEST(test_changed_bytes),
		TEST(test_old_and_locked),
		TEST(test_other_kinds),
		TEST(test_names_of_parts),
		TEST(test_sizes),
		TEST(test_parts_that_lie),
		TEST(test_xml),
		TEST(test_sheets_gone_wrong),
		TEST(test_cells_gone_wrong),
		TEST(test_too_many_rows),
		TEST(test_too_many_cells),
		TEST(test_styles_gone_wrong),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
