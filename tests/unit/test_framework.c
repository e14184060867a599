/*
 * Frameworks as values: what a file becomes, and how it is found by id and
 * version.  The committed norms have tests of their own (test_norms_*).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/path.h"
#include "model/framework.h"

/* A file that is whole but for what the test puts at %s. */
#define FILE_TEXT                                                              \
	"schema: ibp-tools/framework/1\n"                                      \
	"id: %s\n"                                                             \
	"version: \"%s\"\n"                                                    \
	"title: t\npublisher: p\nsource: s\nretrieved: 2026-11-23\n"           \
	"language: nl\n"                                                       \
	"levels:\n"                                                            \
	"  - {level: 1, name: a, meaning: a}\n"                                \
	"  - {level: 2, name: b, meaning: b}\n"                                \
	"  - {level: 3, name: c, meaning: c}\n"                                \
	"  - {level: 4, name: d, meaning: d}\n"                                \
	"  - {level: 5, name: e, meaning: e}\n"                                \
	"target: 4\n"                                                          \
	"parts: [{code: x, title: X}, {code: y, title: Y}]\n"                  \
	"domains:\n"                                                           \
	"  - {code: A, number: 1, part: y, title: A, title_status: working}\n" \
	"  - {code: B, number: 1, part: x, title: B, title_status: "           \
	"reported}\n"                                                          \
	"groups:\n"                                                            \
	"  - {code: all, domains: [B, A]}\n"                                   \
	"norms:\n"                                                             \
	"  - {code: B.1, code_status: provisional, title: b1,\n"               \
	"     title_status: working, purpose: p, levels: {2: x, 4: y},\n"      \
	"     levels_source: [4]}\n"                                           \
	"  - {code: B.2, code_status: official, title: b2,\n"                  \
	"     title_status: official, purpose: p, levels: {3: z},\n"           \
	"     levels_source: []}\n"                                            \
	"  - {code: A.1, code_status: reconstructed, title: a1,\n"             \
	"     title_status: reported, purpose: p, levels: {3: z},\n"           \
	"     levels_source: [], related: [B.2]}\n"

/* A folder of data with frameworks in it, made for one test. */
struct place {
	char dir[32];
};

static void make_dir(const char *dir)
{
	struct ibp_error err = {0};

	if (ibp_file_make_dir(dir, &err))
		fail_msg("%s", ibp_error_text(&err));
}

/* A file norms/FOLDER/NAME that says it is version VERSION of ID. */
static void put(const struct place *place, const char *folder, const char *name,
		const char *id, const char *version)
{
	struct ibp_buf text = {0};
	struct ibp_buf path = {0};
	struct ibp_error err = {0};

	ibp_buf_addf(&path, "%s/norms/%s", place->dir, folder);
	make_dir(ibp_buf_text(&path));
	ibp_buf_addf(&path, "/%s", name);
	ibp_buf_addf(&text, FILE_TEXT, id, version);
	if (ibp_file_write(ibp_buf_text(&path), ibp_buf_text(&text),
			   text.length, false, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_buf_release(&path);
	ibp_buf_release(&text);
}

static int make_place(void **state)
{
	static struct place place;

	memcpy(place.dir, "/tmp/ibp-norms-XXXXXX",
	       sizeof("/tmp/ibp-norms-XXXXXX"));
	*state = &place;
	return mkdtemp(place.dir) ? 0 : -1;
}

static int remove_place(void **state)
{
	const struct place *place = *state;
	struct ibp_buf command = {0};
	int result;

	ibp_buf_addf(&command, "rm -rf '%s'", place->dir);
	result = system(ibp_buf_text(&command));
	ibp_buf_release(&command);
	return result;
}

static void test_value(void **state)
{
	struct ibp_framework *f = NULL;
	struct ibp_buf text = {0};
	struct ibp_error err = {0};

	(void)state;
	ibp_buf_addf(&text, FILE_TEXT, "klein", "1");
	if (ibp_framework_parse("x", ibp_buf_text(&text), text.length, &f,
				&err))
		fail_msg("%s", ibp_error_text(&err));
	assert_string_equal(f->path, "x");
	assert_int_equal(f->target, 4);
	assert_string_equal(f->levels[4].name, "e");
	assert_int_equal(f->domains[0].part, 1);
	assert_int_equal(f->domains[0].first_norm, 2);
	assert_int_equal(f->domains[0].norm_count, 1);
	assert_int_equal(f->domains[1].part, 0);
	assert_int_equal(f->domains[1].first_norm, 0);
	assert_int_equal(f->domains[1].norm_count, 2);
	assert_int_equal(f->groups[0].domain_count, 2);
	assert_int_equal(f->groups[0].domains[0], 1);
	assert_int_equal(f->groups[0].domains[1], 0);
	assert_int_equal(f->norms[0].domain, 1);
	assert_int_equal(f->norms[0].code_status, IBP_CODE_PROVISIONAL);
	assert_int_equal(f->norms[0].title_status, IBP_TITLE_WORKING);
	assert_null(f->norms[0].levels[2]);
	assert_string_equal(f->norms[0].levels[3], "y");
	assert_int_equal(f->norms[0].levels_source, 1 << 3);
	assert_null(f->norms[0].why);
	assert_int_equal(f->norms[0].steps.count, 0);
	assert_string_equal(f->norms[2].related.items[0], "B.2");
	ibp_framework_free(f);
	ibp_buf_release(&text);
}

static void test_find(void **state)
{
	struct ibp_framework *f = NULL;
	struct ibp_buf text = {0};
	struct ibp_error err = {0};

	(void)state;
	ibp_buf_addf(&text, FILE_TEXT, "klein", "1");
	assert_int_equal(ibp_framework_parse("x", ibp_buf_text(&text),
					     text.length, &f, &err),
			 IBP_OK);
	assert_ptr_equal(ibp_framework_find(f, "B.2"), &f->norms[1]);
	assert_ptr_equal(ibp_framework_find(f, "b.2"), &f->norms[1]);
	assert_null(ibp_framework_find(f, "B.20"));
	assert_null(ibp_framework_find(f, "B."));
	assert_null(ibp_framework_find(f, ""));
	assert_int_equal(ibp_framework_index(f, &f->norms[2]), 2);
	ibp_framework_free(f);
	ibp_buf_release(&text);
}

static void test_words(void **state)
{
	(void)state;
	assert_string_equal(ibp_code_status_word(IBP_CODE_OFFICIAL),
			    "official");
	assert_string_equal(ibp_code_status_word(IBP_CODE_RECONSTRUCTED),
			    "reconstructed");
	assert_string_equal(ibp_code_status_word(IBP_CODE_PROVISIONAL),
			    "provisional");
	assert_string_equal(ibp_title_status_word(IBP_TITLE_OFFICIAL),
			    "official");
	assert_string_equal(ibp_title_status_word(IBP_TITLE_REPORTED),
			    "reported");
	assert_string_equal(ibp_title_status_word(IBP_TITLE_WORKING),
			    "working");
}

static void test_versions(void **state)
{
	const struct place *place = *state;
	struct ibp_arena arena = {0};
	struct ibp_strings list;

	put(place, "klein", "2024-06.yaml", "klein", "2024-06");
	put(place, "klein", "2023-04.yaml", "klein", "2023-04");
	put(place, "klein", "2023-04_2024-06.yaml", "klein", "x");
	put(place, "klein", "2025-01.yaml~", "klein", "x");
	put(place, "klein", ".yaml", "klein", "x");
	put(place, "klein", ".2022-01.yaml", "klein", "x");
	put(place, "klein", "README", "klein", "x");
	put(place, "klein", "2024-06-1.yaml", "klein", "2024-06-1");
	list = ibp_framework_versions(place->dir, "klein", &arena);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0], "2023-04");
	assert_string_equal(list.items[1], "2024-06");
	assert_string_equal(list.items[2], "2024-06-1");
	list = ibp_framework_versions(place->dir, "../norms/klein", &arena);
	assert_int_equal(list.count, 0);
	list = ibp_framework_versions("/nowhere", "klein", &arena);
	assert_int_equal(list.count, 0);
	ibp_arena_release(&arena);
}

static void assert_opens(const struct place *place, const char *version,
			 const char *opened)
{
	struct ibp_framework *f = NULL;
	struct ibp_error err = {0};

	if (ibp_framework_open(place->dir, "klein", version, &f, &err))
		fail_msg("%s", ibp_error_text(&err));
	assert_string_equal(f->version, opened);
	assert_non_null(strstr(f->path, opened));
	ibp_framework_free(f);
}

/* What is asked for is not there: every TEXT is in the message. */
static void assert_not_there(const struct place *place, const char *id,
			     const char *version, const char *text,
			     const char *other)
{
	struct ibp_framework *f = NULL;
	struct ibp_error err = {0};

	assert_int_equal(ibp_framework_open(place->dir, id, version, &f, &err),
			 IBP_INPUT);
	assert_int_equal(err.status, IBP_INPUT);
	assert_null(f);
	if (!strstr(ibp_error_text(&err), text) ||
	    !strstr(ibp_error_text(&err), other))
		fail_msg("%s", ibp_error_text(&err));
	ibp_error_release(&err);
}

static void test_open(void **state)
{
	const struct place *place = *state;

	put(place, "klein", "2023-04.yaml", "klein", "2023-04");
	put(place, "klein", "2024-06.yaml", "klein", "2024-06");
	put(place, "ander", "1.yaml", "ander", "1");
	assert_opens(place, NULL, "2024-06");
	assert_opens(place, "2023-04", "2023-04");
	assert_not_there(place, "klein", "2022-01", "2022-01",
			 "2023-04, 2024-06");
	assert_not_there(place, "klein", "2023", "2023", "2023-04, 2024-06");
	assert_not_there(place, "klein", "../ander/1", "../ander/1",
			 "2023-04, 2024-06");
	assert_not_there(place, "groot", NULL, "groot", "ander, klein");
	assert_not_there(place, "../klein", NULL, "../klein", "ander, klein");
	assert_not_there(place, "", NULL, "\"\"", "ander, klein");
}

static void test_open_without_norms(void **state)
{
	const struct place *place = *state;

	assert_not_there(place, "klein", NULL, place->dir, "--data");
}

/* A file may not say of itself what its place does not say. */
static void test_open_elsewhere(void **state)
{
	const struct place *place = *state;

	put(place, "klein", "1.yaml", "klein", "2");
	put(place, "groot", "1.yaml", "klein", "1");
	assert_not_there(place, "klein", "1",
			 "1.yaml:3:10: The version is "
			 "\"2\"",
			 "\"1.yaml\"");
	assert_not_there(place, "groot", "1",
			 "1.yaml:2:5: The id is "
			 "\"klein\"",
			 "\"groot\"");
}

static void test_load_what_is_not_there(void **state)
{
	struct ibp_framework *f = NULL;
	struct ibp_error err = {0};

	(void)state;
	assert_int_equal(ibp_framework_load("/nowhere/x.yaml", &f, &err),
			 IBP_INPUT);
	assert_non_null(strstr(ibp_error_text(&err), "/nowhere/x.yaml"));
	assert_int_equal(ibp_framework_load("/", &f, &err), IBP_INPUT);
	assert_null(f);
	ibp_error_release(&err);
	ibp_framework_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_value),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_words),
		cmocka_unit_test_setup_teardown(test_versions, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_open, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_open_without_norms,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_open_elsewhere, make_place,
						remove_place),
		cmocka_unit_test(test_load_what_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
