/*
 * An invented model with every odd case, read from its tree of files and from
 * its exchange file; and what is refused of either.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "exchange/fora_import.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static char dir[] = "/tmp/ibp-fora-XXXXXX";

static const char *in_dir(const char *name)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

/* COMMAND in a shell, in the test's own folder. */
static int run(const char *command)
{
	struct ibp_buf line = {0};
	int status;

	ibp_buf_addf(&line, "cd %s && { %s; }", dir, command);
	status = system(ibp_buf_text(&line));
	ibp_buf_release(&line);
	return status;
}

static int make_model(void **state)
{
	(void)state;
	if (!mkdtemp(dir))
		return -1;
	return run("sh \"$top_srcdir/tests/fora/make.sh\" tree made.xml");
}

static int remove_model(void **state)
{
	(void)state;
	return run("cd / && rm -rf \"$OLDPWD\"");
}

static void import(const char *path, bool texts, struct ibp_buf *out,
		   struct ibp_fora_account *account)
{
	const struct ibp_fora_edition edition = {"2026-01-01", "abc", NULL};
	struct ibp_archi *archi = NULL;
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};

	ibp_archi_load(path, texts, &archi, &err);
	assert_string_equal(ibp_error_text(&err), "");
	ibp_fora_build(path, archi, &edition, &fora, account, &err);
	assert_string_equal(ibp_error_text(&err), "");
	ibp_fora_write(fora, out);
	ibp_fora_free(fora);
	ibp_archi_free(archi);
}

static void assert_account(const struct ibp_fora_account *account)
{
	assert_int_equal(account->junctions, 1);
	assert_int_equal(account->nameless, 1);
	assert_int_equal(account->set_aside, 3);
	assert_int_equal(account->relations, 3);
	assert_int_equal(account->unfiled, 9);
	assert_true(account->has_folders);
	assert_true(account->has_figure);
	assert_int_equal(account->dangling_count, 2);
	assert_string_equal(account->dangling[0].type, "Association");
	assert_string_equal(account->dangling[1].type, "Flow");
	assert_string_equal(account->dangling[1].target,
			    "id-0123456789abcdef0123456789abcdef");
}

/* Both forms give the bytes of made.yaml, and reading those gives them. */
static void test_both_forms(void **state)
{
	static const char *const forms[] = {"tree", "tree/model", "made.xml"};
	struct ibp_buf expected = {0};
	struct ibp_error err = {0};
	char golden[1000];

	(void)state;
	snprintf(golden, sizeof(golden), "%s/tests/fora/made.yaml",
		 getenv("top_srcdir"));
	ibp_file_read(golden, IBP_FORA_FILE_MAX, &expected, &err);
	assert_string_equal(ibp_error_text(&err), "");
	for (size_t i = 0; i < LENGTH(forms); i++) {
		struct ibp_fora_account account = {0};
		struct ibp_fora *fora = NULL;
		struct ibp_buf out = {0};
		struct ibp_buf again = {0};

		import(in_dir(forms[i]), false, &out, &account);
		assert_account(&account);
		assert_string_equal(ibp_buf_text(&out),
				    ibp_buf_text(&expected));
		ibp_fora_parse(forms[i], out.data, out.length, &fora, &err);
		assert_string_equal(ibp_error_text(&err), "");
		ibp_fora_write(fora, &again);
		assert_string_equal(ibp_buf_text(&again), ibp_buf_text(&out));
		ibp_fora_free(fora);
		ibp_buf_release(&again);
		ibp_buf_release(&out);
		ibp_fora_account_release(&account);
	}
	ibp_buf_release(&expected);
}

/* The publisher's own texts come along on request only. */
static void test_texts(void **state)
{
	static const char text[] = "text: \"Houdt de oogst bij.\\n"
				   "Regel \\\"twee\\\" \\\\ einde\"";
	static const char *const forms[] = {"tree", "made.xml"};

	(void)state;
	for (size_t i = 0; i < LENGTH(forms); i++) {
		struct ibp_fora_account account = {0};
		struct ibp_fora *fora = NULL;
		struct ibp_error err = {0};
		struct ibp_buf out = {0};
		uint32_t index = 0;

		import(in_dir(forms[i]), true, &out, &account);
		assert_non_null(strstr(ibp_buf_text(&out), text));
		ibp_fora_parse(forms[i], out.data, out.length, &fora, &err);
		ibp_fora_look_up(fora, "component:Oogstsysteem (OS)", &index,
				 &err);
		assert_string_equal(ibp_error_text(&err), "");
		assert_string_equal(fora->elements[index].text,
				    "Houdt de oogst bij.\nRegel \"twee\" \\ "
				    "einde");
		ibp_fora_free(fora);
		ibp_buf_release(&out);
		ibp_fora_account_release(&account);
	}
}

/* Without folders and figure the status is not known, and that is told. */
static void test_bare_file(void **state)
{
	struct ibp_fora_account account = {0};
	struct ibp_buf out = {0};

	(void)state;
	assert_int_equal(run("sed '/<organizations>/,/<\\/organizations>/d; "
			     "/<views>/,/<\\/views>/d' made.xml >bare.xml"),
			 0);
	import(in_dir("bare.xml"), false, &out, &account);
	assert_false(account.has_folders);
	assert_false(account.has_figure);
	assert_non_null(strstr(ibp_buf_text(&out), "expects_system_by: chain"));
	assert_null(strstr(ibp_buf_text(&out), "status: current"));
	assert_non_null(strstr(ibp_buf_text(&out), "'Los systeem'"));
	ibp_buf_release(&out);
	ibp_fora_account_release(&account);
}

/* Links lead nowhere, and what is no file of a model is passed over. */
static void test_links(void **state)
{
	struct ibp_fora_account account = {0};
	struct ibp_buf plain = {0};
	struct ibp_buf out = {0};

	(void)state;
	assert_int_equal(
		run("cp -R tree links && cd links/model && ln -s .. loop && "
		    "ln -s /etc/passwd X_y.xml && ln -s ../.. relations/up && "
		    "mkfifo pipe.xml && echo words >README && "
		    "mkdir .git && echo '<x' >.git/a.xml"),
		0);
	import(in_dir("tree"), false, &plain, &account);
	ibp_fora_account_release(&account);
	import(in_dir("links"), false, &out, &account);
	assert_string_equal(ibp_buf_text(&out), ibp_buf_text(&plain));
	ibp_fora_account_release(&account);
	ibp_buf_release(&plain);
	ibp_buf_release(&out);
}

/* PATH, which the shell COMMAND makes in the test's folder, is refused. */
static void refuse(const char *command, const char *path, const char *message)
{
	const struct ibp_fora_edition edition = {"1", NULL, NULL};
	struct ibp_fora_account account = {0};
	struct ibp_archi *archi = NULL;
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};
	enum ibp_status status;

	assert_int_equal(run(command), 0);
	status = ibp_archi_load(in_dir(path), true, &archi, &err);
	if (!status)
		status = ibp_fora_build(path, archi, &edition, &fora, &account,
					&err);
	assert_int_equal(status, IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		fail_msg("%s\n is not in\n%s", message, ibp_error_text(&err));
	assert_null(fora);
	ibp_archi_free(archi);
	ibp_error_release(&err);
}

static void test_refused(void **state)
{
	static const struct {
		const char *command;
		const char *path;
		const char *message;
	} cases[] = {
		{"true", "absent", "absent cannot be read"},
		{"mkdir empty", "empty", "holds no model of Archi"},
		{"echo words >words.xml", "words.xml",
		 "words.xml:1:1: This is not well-formed XML"},
		{": >nothing.xml", "nothing.xml", "not well-formed XML"},
		{"head -n 90 made.xml >half.xml", "half.xml",
		 "not well-formed XML"},
		{"echo '<html/>' >page.xml", "page.xml",
		 "it starts with <html>, not with <model>"},
		{"echo '<model/>' >none.xml", "none.xml",
		 "none.xml holds 0 domains of FORA"},
		{"{ echo '<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\">"
		 "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>'; "
		 "echo '<model>&b;</model>'; } >bomb.xml",
		 "bomb.xml", "A document type (<!DOCTYPE) is not read"},
		{"{ echo '<model><elements>'; yes '<a>' | head -n 5000; } "
		 ">deep.xml",
		 "deep.xml", "nested more than 64 deep"},
		{"{ printf '<model '; for i in $(seq 100); do "
		 "printf 'a%d=\"\" ' $i; done; echo '/>'; } >wide.xml",
		 "wide.xml", "more than 64 attributes"},
		{"{ echo '<model><name>'; yes aaaaaaaaaaaaaaaaaaaaaaaaa | "
		 "head -n 50000; echo '</name></model>'; } >long.xml",
		 "long.xml", "A text is longer than"},
		{"sed 's/<element identifier=\"id-abc00002100240028002123456"
		 "789002\"/<element identifier=\"id-abc00001-1001-4001-8001-"
		 "123456789001\"/' made.xml >double.xml",
		 "double.xml",
		 "Two elements have the id \"id-abc00001-1001-4001-8001"},
		{"sed 's/<element identifier=\"[^\"]*\"/<element "
		 "identifier=\"..\\/..\\/x\"/' made.xml >odd.xml",
		 "odd.xml", "An id is needed here"},
		{"cp -R tree torn && echo '<x' >torn/model/relations/R.xml",
		 "torn",
		 "torn/model/relations/R.xml:1:1: "
		 "This is not well-formed XML"},
		{"cp -R tree ends && echo '<FlowRelationship id=\"r\"/>' "
		 ">ends/model/relations/R.xml",
		 "ends", "A relation needs a source and a target"},
		{"cp -R tree down && cd down/model && for i in $(seq 30); do "
		 "mkdir d && cd d; done",
		 "down", "more than 20 deep"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		refuse(cases[i].command, cases[i].path, cases[i].message);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both_forms), cmocka_unit_test(test_texts),
		cmocka_unit_test(test_bare_file),  cmocka_unit_test(test_links),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, make_model, remove_model);
}
