/* Errors, memory, buffers, CSV, JSON, files and places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/path.h"

static int enter_folder(void **state)
{
	char dir[] = "/tmp/ibp-test-XXXXXX";

	if (!mkdtemp(dir) || chdir(dir) != 0)
		return -1;
	*state = ibp_strdup(dir);
	return 0;
}

static int leave_folder(void **state)
{
	if (chdir("/") != 0 || rmdir(*state) != 0)
		return -1;
	free(*state);
	return 0;
}

static void test_error_places(void **state)
{
	struct ibp_error err = {0};

	(void)state;
	assert_string_equal(ibp_error_text(&err), "");
	ibp_error_add(&err, IBP_INPUT, "a.yaml", 3, 7, "wrong %d", 1);
	ibp_error_add(&err, IBP_INPUT, "a.yaml", 4, 0, "wrong %d", 2);
	ibp_error_add(&err, IBP_INPUT, "a.yaml", 0, 0, "wrong %d", 3);
	assert_string_equal(ibp_error_text(&err),
			    "a.yaml:3:7: wrong 1\na.yaml:4: wrong 2\n"
			    "a.yaml: wrong 3");
	assert_int_equal(err.count, 3);
	for (int i = 0; i < 50; i++)
		ibp_error_add(&err, IBP_INPUT, "a.yaml", 9, 9, "more");
	assert_int_equal(err.count, 53);
	assert_int_equal(ibp_error_set(&err, IBP_DATA, "only %s", "this"),
			 IBP_DATA);
	assert_string_equal(ibp_error_text(&err), "only this");
	ibp_error_release(&err);
}

static void test_error_ceiling(void **state)
{
	struct ibp_error err = {0};
	size_t lines = 1;

	(void)state;
	for (int i = 0; i < 100; i++)
		ibp_error_add(&err, IBP_INPUT, "f", 1, 1, "fault");
	for (const char *at = err.text; *at; at++)
		lines += *at == '\n';
	assert_int_equal(lines, IBP_ERROR_MAX);
	ibp_error_release(&err);
}

static void test_arena_keeps_its_pieces(void **state)
{
	struct ibp_arena arena = {0};
	char *texts[500];

	(void)state;
	for (int i = 0; i < 500; i++)
		texts[i] = ibp_arena_printf(&arena, "%d-%0*d", i, i, 0);
	for (int i = 0; i < 500; i++)
		assert_int_equal(atol(texts[i]), i);
	assert_non_null(ibp_arena_alloc(&arena, 1000000));
	assert_null(ibp_arena_strdup(&arena, NULL));
	ibp_arena_release(&arena);
	assert_int_equal(arena.total, 0);
}

static void test_buf(void **state)
{
	struct ibp_buf buf = {0};
	char *text;

	(void)state;
	assert_string_equal(ibp_buf_text(&buf), "");
	ibp_buf_addf(&buf, "%d%s", 12, "ab");
	ibp_buf_add_times(&buf, "xy", 3);
	ibp_buf_cut(&buf, 6);
	ibp_buf_cut(&buf, 60);
	assert_string_equal(ibp_buf_text(&buf), "12abxy");
	text = ibp_buf_take(&buf);
	assert_int_equal(buf.length, 0);
	free(text);
	text = ibp_buf_take(&buf);
	assert_string_equal(text, "");
	free(text);
}

static void test_csv_guards_formulas(void **state)
{
	static const char *const fields[] = {
		"a;b", "=cmd()", "+1",
		"-",   "@x",     "say \"hi\"",
		"",    "l1\nl2", "'s-Hertogenbosch",
		"'=x",
	};
	struct ibp_buf buf = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		ibp_csv_add_field(&buf, ';', fields[i]);
	ibp_csv_end_row(&buf);
	ibp_csv_add_field(&buf, ';', "next");
	assert_string_equal(ibp_buf_text(&buf),
			    "\"a;b\";'=cmd();'+1;'-;'@x;\"say \"\"hi\"\"\";;"
			    "\"l1\nl2\";'s-Hertogenbosch;''=x\r\nnext");
	ibp_buf_release(&buf);
}

static void test_json_is_strict(void **state)
{
	static const char *const bad[] = {
		"", "{", "{\"a\":1,\"a\":2}", "{} x", "{\"a\":01}", "{'a':1}"};
	struct ibp_error err = {0};
	json_t *value = NULL;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_int_equal(ibp_json_parse("f.json", bad[i],
						strlen(bad[i]), &value, &err),
				 IBP_INPUT);
		assert_null(value);
	}
	assert_memory_equal(ibp_error_text(&err), "f.json:1:", 9);
	assert_int_equal(ibp_json_parse("f", "{\"a\":[1]}", 9, &value, &err),
			 IBP_OK);
	json_decref(value);
	ibp_error_release(&err);
}

static enum ibp_status put(const char *path, const char *text, bool force)
{
	struct ibp_error err = {0};
	enum ibp_status status =
		ibp_file_write(path, text, strlen(text), force, &err);

	if (status)
		assert_non_null(strstr(ibp_error_text(&err), path));
	ibp_error_release(&err);
	return status;
}

static void test_files_are_whole_or_absent(void **state)
{
	struct ibp_error err = {0};
	struct ibp_buf buf = {0};
	struct stat info;

	(void)state;
	assert_int_equal(put("a.txt", "one", false), IBP_OK);
	assert_int_equal(put("a.txt", "two", false), IBP_INPUT);
	assert_int_equal(ibp_file_read("a.txt", 3, &buf, &err), IBP_OK);
	assert_string_equal(ibp_buf_text(&buf), "one");
	assert_int_equal(put("a.txt", "three", true), IBP_OK);
	ibp_buf_cut(&buf, 0);
	assert_int_equal(ibp_file_read("a.txt", 3, &buf, &err), IBP_INPUT);
	assert_int_equal(stat("a.txt", &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_int_equal(ibp_file_read("b.txt", 3, &buf, &err), IBP_INPUT);
	assert_int_equal(put("nowhere/a.txt", "one", false), IBP_INPUT);
	assert_int_equal(put("/dev/full", "one", true), IBP_INPUT);
	assert_int_equal(unlink("a.txt"), 0);
	ibp_buf_release(&buf);
	ibp_error_release(&err);
}

static void assert_path(char *path, const char *expected)
{
	assert_string_equal(path, expected);
	free(path);
}

static void test_places(void **state)
{
	(void)state;
	setenv("HOME", "/home/x", 1);
	unsetenv("IBP_FILE");
	unsetenv("XDG_DATA_HOME");
	assert_path(ibp_path_board(NULL),
		    "/home/x/.local/share/ibp-tools/school.ibp");
	setenv("XDG_DATA_HOME", "relative", 1);
	assert_path(ibp_path_board(NULL),
		    "/home/x/.local/share/ibp-tools/school.ibp");
	setenv("XDG_DATA_HOME", "/data/", 1);
	assert_path(ibp_path_board(NULL), "/data/ibp-tools/school.ibp");
	assert_int_equal(put("school.ibp", "", false), IBP_OK);
	assert_path(ibp_path_board(NULL), "school.ibp");
	assert_int_equal(unlink("school.ibp"), 0);
	setenv("IBP_FILE", "env.ibp", 1);
	assert_path(ibp_path_board(NULL), "env.ibp");
	assert_path(ibp_path_board("-"), "-");
	setenv("IBP_DATADIR", "/d", 1);
	assert_path(ibp_path_data(NULL), "/d");
	assert_path(ibp_path_data("/e"), "/e");
	assert_path(ibp_path_join("/a/", "b"), "/a/b");
}

static void test_folders_are_made(void **state)
{
	struct ibp_error err = {0};

	(void)state;
	assert_int_equal(ibp_file_make_dir("p/q/r", &err), IBP_OK);
	assert_int_equal(ibp_file_make_dir("p/q/r", &err), IBP_OK);
	assert_int_equal(put("p/f", "x", false), IBP_OK);
	assert_int_equal(ibp_file_make_dir("p/f/g", &err), IBP_INPUT);
	unlink("p/f");
	rmdir("p/q/r");
	rmdir("p/q");
	rmdir("p");
	ibp_error_release(&err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_error_places),
		cmocka_unit_test(test_error_ceiling),
		cmocka_unit_test(test_arena_keeps_its_pieces),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_csv_guards_formulas),
		cmocka_unit_test(test_json_is_strict),
		cmocka_unit_test(test_files_are_whole_or_absent),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_folders_are_made),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
