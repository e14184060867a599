/* Assessments from CSV and JSON: what they would change, and what is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "exchange/import.h"
#include "exchange/norm_columns.h"

#define HEAD                                                           \
	"{\"schema\":\"ibp-tools/export/1\",\"framework\":\"ibp-fo\"," \
	"\"version\":\"2024-06\",\"norms\":["
#define END "]}"

static struct ibp_norm norms[3];
static struct ibp_answer answers[3];
static struct ibp_evidence evidence[2];
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
	evidence[0] = (struct ibp_evidence){.id = 3,
					    .norm = "GO.02",
					    .title = "Beleid",
					    .kind = "document"};
	evidence[1] = (struct ibp_evidence){
		.id = 4, .norm = "GO.02", .title = "Verslag", .ref = "/a"};
	answers[1].evidence = evidence;
	answers[1].evidence_count = 2;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	ibp_import_release(&import);
	ibp_error_release(&err);
	return 0;
}

static enum ibp_status read_text(const char *text,
				 const struct ibp_column_map *map)
{
	const struct ibp_import_source source = {
		.file = "a", .bytes = text, .length = strlen(text), .map = map};

	return ibp_import_read(&target, &source, &import, &err);
}

static void reads(const char *text)
{
	enum ibp_status status = read_text(text, NULL);

	assert_string_equal(ibp_error_text(&err), "");
	assert_int_equal(status, IBP_OK);
}

static void refuses(const char *text, const char *message)
{
	assert_int_equal(read_text(text, NULL), IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	assert_int_equal(import.changes.count, 0);
	ibp_error_release(&err);
}

static void is_change(size_t index, const char *key, const char *field,
		      const char *from, const char *to)
{
	const struct ibp_change *change = &import.changes.items[index];

	assert_true(index < import.changes.count);
	assert_int_equal(change->assessment, 7);
	assert_string_equal(change->key, key);
	assert_string_equal(change->field, field);
	if (from)
		assert_string_equal(change->from, from);
	else
		assert_null(change->from);
	if (to)
		assert_string_equal(change->to, to);
	else
		assert_null(change->to);
}

/* ---- CSV ------------------------------------------------------------ */

static void test_differences_only(void **state)
{
	(void)state;
	reads("code;score;owner;due\n"
	      "GO.01;3;;30-6-2027\n"
	      "\n"
	      "go.02;2;bestuur;\n"
	      "OR.01;none;;\n");
	assert_int_equal(import.norms, 3);
	assert_int_equal(import.changes.count, 2);
	is_change(0, "GO.01", "score", NULL, "3");
	is_change(1, "GO.01", "due", NULL, "2027-06-30");
	assert_int_equal(import.places[0].line, 2);
	assert_int_equal(import.places[1].line, 2);
}

static void test_empty_clears(void **state)
{
	(void)state;
	reads("code,owner,score\nGO.02,,\n");
	assert_int_equal(import.changes.count, 2);
	is_change(0, "GO.02", "score", "2", NULL);
	is_change(1, "GO.02", "owner", "bestuur", NULL);
	assert_int_equal(import.places[1].line, 2);
}

static void test_absent_stays(void **state)
{
	(void)state;
	reads("code,note\nGO.02,tekst\n");
	assert_int_equal(import.changes.count, 1);
	is_change(0, "GO.02", "note", NULL, "tekst");
}

static void test_names_of_columns(void **state)
{
	(void)state;
	reads(" NORM ;Due Date;SCORE_2;title;Locatie\n"
	      "GO.01;2027-01-01;4;any;here\n");
	assert_int_equal(import.changes.count, 2);
	is_change(0, "GO.01", "due", NULL, "2027-01-01");
	is_change(1, "GO.01", "score:2", NULL, "4");
	assert_string_equal(import.unused.data, "Locatie");
	assert_string_equal(import.map.data,
			    "schema: ibp-tools/columns/1\n"
			    "columns:\n"
			    "  - {column: \"NORM\", field: code}\n"
			    "  - {column: \"Due Date\", field: due}\n"
			    "  - {column: \"SCORE_2\", field: score_2}\n"
			    "  - {column: \"title\", field: ignore}\n"
			    "  - {column: \"Locatie\", field: ignore}\n");
}

/* Beside a column of codes the norm is its title. */
static void test_norm_beside_code(void **state)
{
	(void)state;
	reads("norm;code;score\nBeleid;GO.01;3\n");
	assert_int_equal(import.changes.count, 1);
	is_change(0, "GO.01", "score", NULL, "3");
	assert_string_equal(import.unused.data, "norm");
}

static void test_dutch_words_in_an_english_run(void **state)
{
	(void)state;
	reads("Norm;Score;Reden;Status;Prioriteit\n"
	      "GO.01;N.V.T.;Geen netwerk;Bezig;hoog\n"
	      "GO.02;nvt;Geen netwerk;in progress;Low\n"
	      "OR.01;N/A;x;;\n");
	assert_int_equal(import.changes.count, 10);
	is_change(0, "GO.01", "score", NULL, "na");
	is_change(2, "GO.01", "status", NULL, "in-progress");
	is_change(3, "GO.01", "priority", NULL, "high");
	is_change(4, "GO.02", "score", "2", "na");
	is_change(6, "GO.02", "status", NULL, "in-progress");
	is_change(8, "OR.01", "score", NULL, "na");
	ibp_import_release(&import);
	refuses("Norm;Status\nGO.01;bezigheid\n", "is not one of");
}

static void test_dutch_names_and_words(void **state)
{
	(void)state;
	ibp_locale_start("nl");
	reads("Norm;Score;Reden;Eigenaar;Prioriteit\n"
	      "GO.01;n.v.t.;Geen eigen netwerk;ict;hoog\n");
	ibp_locale_start("en");
	assert_int_equal(import.changes.count, 4);
	is_change(0, "GO.01", "score", NULL, "na");
	is_change(1, "GO.01", "reason", NULL, "Geen eigen netwerk");
	is_change(2, "GO.01", "priority", NULL, "high");
	is_change(3, "GO.01", "owner", NULL, "ict");
	ibp_locale_start("nl");
	reads("Norm;Score;Reden\nGO.01;Niet van toepassing;Geen netwerk\n");
	ibp_locale_start("en");
	is_change(0, "GO.01", "score", NULL, "na");
}

static void test_columns_gone_wrong(void **state)
{
	(void)state;
	refuses("code;scroe\nGO.01;3\n",
		"a:1:2: The column \"scroe\" is not known. Did you mean "
		"\"score\"?");
	refuses("code;Due Dtae\nGO.01;3\n", "Did you mean \"Due date\"?");
	refuses("score;owner\n3;x\n", "a:1: No column with the codes");
	refuses("code;title\nGO.01;x\n", "a:1: No column to read");
	refuses("code;score;Score\nGO.01;3;3\n",
		"a:1:3: This column and column 2 are both `score`.");
	refuses("code;note;Code\nGO.01;3;3\n",
		"a:1:3: This column and column 1 are both `code`.");
}

static void test_all_rows_are_reported(void **state)
{
	(void)state;
	refuses("code;score;due\n"
		"GO.01;6;gisteren\n"
		"GO.99;3;\n"
		";3;\n"
		"XXXXXXXX;3;\n"
		"GO.02;3;\n"
		"GO.02;3;\n",
		"a:2:2: GO.01: Score: \"6\" is not a level from 1 to 5, "
		"\"na\" (not applicable) or \"none\" (open).\n"
		"a:2:3: GO.01: Due date: \"gisteren\" is not a date. Write "
		"2027-06-30, 30-06-2027, +2w or +3m.\n"
		"a:3:1: There is no norm \"GO.99\". Did you mean GO.01?\n"
		"a:4:1: This row has no code of a norm.\n"
		"a:5:1: There is no norm \"XXXXXXXX\".\n"
		"a:7:1: GO.02 is there already, at 6.");
}

static void test_not_applicable_needs_a_reason(void **state)
{
	(void)state;
	refuses("code;score\nGO.01;na\n",
		"a:2:2: GO.01: not applicable needs a reason.");
	refuses("code;score_settled\nGO.01;na\n",
		"a:2:2: GO.01: not applicable needs a reason.");
	refuses("code;score;reason\nGO.01;na;\n", "needs a reason");
	reads("code;score;reason\nGO.01;na;Geen wifi\n");
	assert_int_equal(import.changes.count, 2);
	ibp_import_release(&import);
	ibp_answer_set(&answers[0], "reason", "Geen wifi");
	reads("code;score\nGO.01;na\n");
	assert_int_equal(import.changes.count, 1);
}

static void test_column_map(void **state)
{
	static const char text[] = "schema: ibp-tools/columns/1\n"
				   "columns:\n"
				   "  - {column: \"Nr\", field: code}\n"
				   "  - {column: \"Oordeel\", field: score}\n"
				   "  - {column: \"Owner\", field: ignore}\n";
	struct ibp_column_map map = {0};

	(void)state;
	assert_int_equal(ibp_column_map_read("m.yaml", text, strlen(text),
					     ibp_norm_column_words, &map, &err),
			 IBP_OK);
	assert_int_equal(read_text("Nr;Oordeel;Owner;Note\n"
				   "GO.01;4;x;tekst\n",
				   &map),
			 IBP_OK);
	assert_int_equal(import.changes.count, 2);
	is_change(0, "GO.01", "score", NULL, "4");
	is_change(1, "GO.01", "note", NULL, "tekst");
	ibp_import_release(&import);
	assert_int_equal(read_text("Nr;Oordeel\nGO.01;4\n", &map), IBP_INPUT);
	assert_string_equal(
		ibp_error_text(&err),
		"a:1: There is no column \"Owner\", which m.yaml names.");
	ibp_column_map_release(&map);
}

static void test_map_is_read_again(void **state)
{
	struct ibp_column_map map = {0};
	struct ibp_buf saved = {0};

	(void)state;
	reads("norm;\"a \"\"b\"\" \\ \xc3\xa9: #\";score\nGO.01;x;3\n");
	ibp_buf_add(&saved, import.map.data);
	ibp_import_release(&import);
	assert_int_equal(ibp_column_map_read("m.yaml", saved.data, saved.length,
					     ibp_norm_column_words, &map, &err),
			 IBP_OK);
	assert_int_equal(map.count, 3);
	assert_string_equal(map.rows[1].column, "a \"b\" \\ \xc3\xa9: #");
	assert_int_equal(read_text("norm;\"a \"\"b\"\" \\ \xc3\xa9: #\";score\n"
				   "GO.01;x;3\n",
				   &map),
			 IBP_OK);
	assert_string_equal(import.map.data, saved.data);
	ibp_column_map_release(&map);
	ibp_buf_release(&saved);
}

static void refuses_map(const char *text, const char *message)
{
	struct ibp_column_map map = {0};

	assert_int_equal(ibp_column_map_read("m.yaml", text, strlen(text),
					     ibp_norm_column_words, &map, &err),
			 IBP_INPUT);
	assert_non_null(strstr(ibp_error_text(&err), message));
	ibp_error_release(&err);
}

static void test_maps_gone_wrong(void **state)
{
	(void)state;
	refuses_map("schema: ibp-tools/columns/1\n"
		    "columns:\n"
		    "  - {column: a, field: scroe}\n",
		    "m.yaml:3:24:");
	refuses_map("schema: ibp-tools/columns/1\n"
		    "columns:\n"
		    "  - {column: a, field: code}\n"
		    "  - {column: a, field: score}\n",
		    "m.yaml:4:14:");
	refuses_map("columns: []\n", "schema");
}

/* ---- JSON ----------------------------------------------------------- */

static void test_json_differences(void **state)
{
	(void)state;
	reads(HEAD "{\"code\":\"GO.01\",\"title\":\"x\",\"domain\":\"GO\","
		   "\"score\":4,\"target\":null,\"due\":\"2027-01-31\"},"
		   "{\"code\":\"GO.02\",\"score\":null}" END);
	assert_int_equal(import.changes.count, 3);
	is_change(0, "GO.01", "score", NULL, "4");
	is_change(1, "GO.01", "due", NULL, "2027-01-31");
	is_change(2, "GO.02", "score", "2", NULL);
	assert_int_equal(import.norms, 2);
	assert_int_equal(import.map.length, 0);
}

static void test_json_evidence(void **state)
{
	(void)state;
	reads(HEAD "{\"code\":\"GO.01\",\"evidence\":[{\"title\":\"Nieuw\","
		   "\"kind\":\"record\"}]},"
		   "{\"code\":\"GO.02\",\"evidence\":[{\"title\":\"Beleid\","
		   "\"kind\":\"record\",\"ref\":null}]}" END);
	assert_int_equal(import.changes.count, 7);
	is_change(0, "41", "norm", NULL, "GO.01");
	is_change(1, "41", "title", NULL, "Nieuw");
	is_change(2, "41", "kind", NULL, "record");
	is_change(3, "3", "kind", "document", "record");
	is_change(4, "4", "ref", "/a", NULL);
	is_change(5, "4", "title", "Verslag", NULL);
	is_change(6, "4", "norm", "GO.02", NULL);
}

static void test_json_same_evidence(void **state)
{
	(void)state;
	reads(HEAD "{\"code\":\"GO.02\",\"evidence\":["
		   "{\"title\":\"Beleid\",\"kind\":\"document\"},"
		   "{\"title\":\"Verslag\",\"ref\":\"/a\"}]}" END);
	assert_int_equal(import.changes.count, 0);
}

static void test_json_gone_wrong(void **state)
{
	(void)state;
	refuses("{", "a:1:1: This is not valid JSON");
	refuses("[]", "a: \"schema\" is not");
	refuses("{}", "a: \"schema\" is not \"ibp-tools/export/1\"");
	refuses("{\"schema\":\"ibp-tools/export/1\"}",
		"a: This is not about ibp-fo 2024-06");
	refuses(HEAD "3" END, "a: Norm 1 has no \"code\".");
	refuses(HEAD "{\"code\":\"GO.99\"}" END,
		"a: There is no norm \"GO.99\"");
	refuses(HEAD "{\"code\":\"GO.01\"},{\"code\":\"GO.01\"}" END,
		"a: GO.01 is there already, at 1.");
	refuses(HEAD "{\"code\":\"GO.01\",\"scroe\":3}" END,
		"a: Norm 1: the key \"scroe\" is not known. Did you mean "
		"\"score\"?");
	refuses(HEAD "{\"code\":\"GO.01\",\"score\":3.5}" END,
		"a: Norm 1: \"score\" is not a text, a whole number or null.");
	refuses(HEAD "{\"code\":\"GO.01\",\"score\":6}" END,
		"a: GO.01: Score: \"6\" is not a level");
	refuses(HEAD "{\"code\":\"GO.01\",\"evidence\":2}" END,
		"a: Norm 1: \"evidence\" is not a list");
	refuses(HEAD "{\"code\":\"GO.01\",\"evidence\":[2]}" END,
		"a: Norm 1: evidence needs a \"title\".");
	refuses(HEAD "{\"code\":\"GO.01\",\"evidence\":[{\"title\":\"x\","
		     "\"id\":3}]}" END,
		"a: Norm 1: evidence has no \"id\".");
	refuses(HEAD "{\"code\":\"GO.01\",\"evidence\":[{\"title\":\"x\","
		     "\"date\":\"nooit\"}]}" END,
		"a: GO.01: Date: \"nooit\" is not a date.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_differences_only, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_empty_clears, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_absent_stays, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_names_of_columns, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_norm_beside_code, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(
			test_dutch_words_in_an_english_run, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_dutch_names_and_words,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_columns_gone_wrong, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_all_rows_are_reported,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_not_applicable_needs_a_reason, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_column_map, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_map_is_read_again, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_maps_gone_wrong, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_json_differences, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_json_evidence, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_json_same_evidence, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_json_gone_wrong, set_up,
						tear_down),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
