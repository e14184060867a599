/*
 * The files of tests/model: every one of good/ is read, and every one of
 * bad/ is refused with exactly the lines of NAME.expected beside it.  Names
 * that start with "map" are upgrade maps, the others are frameworks.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/upgrade.h"

#define SMALLEST_COUNT 60

static bool ends_with(const char *text, const char *suffix)
{
	size_t length = strlen(text);
	size_t end = strlen(suffix);

	return length >= end && strcmp(text + length - end, suffix) == 0;
}

static int is_yaml(const struct dirent *entry)
{
	return ends_with(entry->d_name, ".yaml");
}

static int is_expected(const struct dirent *entry)
{
	return ends_with(entry->d_name, ".expected");
}

/* The name of the file that belongs to NAME, to be freed. */
static char *beside(const char *name, const char *suffix)
{
	struct ibp_buf buf = {0};

	ibp_buf_add_bytes(&buf, name, strcspn(name, "."));
	ibp_buf_add(&buf, suffix);
	return ibp_buf_take(&buf);
}

/* Goes to a folder of tests/model. */
static void enter(const char *folder)
{
	const char *top = getenv("top_srcdir");
	struct ibp_buf path = {0};

	ibp_buf_addf(&path, "%s/tests/model/%s", top ? top : ".", folder);
	if (chdir(ibp_buf_text(&path)) != 0)
		fail_msg("%s is not there", ibp_buf_text(&path));
	ibp_buf_release(&path);
}

static enum ibp_status load(const char *name, struct ibp_error *err)
{
	struct ibp_framework *framework = NULL;
	struct ibp_upgrade_map *map = NULL;
	enum ibp_status status =
		strncmp(name, "map", 3) == 0 ?
			ibp_upgrade_map_load(name, &map, err) :
			ibp_framework_load(name, &framework, err);

	ibp_framework_free(framework);
	ibp_upgrade_map_free(map);
	return status;
}

static bool is_refused_as_expected(const char *name)
{
	char *expected_name = beside(name, ".expected");
	struct ibp_buf expected = {0};
	struct ibp_buf said = {0};
	struct ibp_error missing = {0};
	struct ibp_error err = {0};
	bool good = ibp_file_read(expected_name, 65536, &expected, &missing) ==
		    IBP_OK;

	if (!good)
		print_error("%s\n", ibp_error_text(&missing));
	if (load(name, &err) != IBP_INPUT || err.status != IBP_INPUT) {
		print_error("%s: not refused\n", name);
		good = false;
	}
	ibp_buf_addf(&said, "%s\n", ibp_error_text(&err));
	if (good && strcmp(ibp_buf_text(&said), ibp_buf_text(&expected))) {
		print_error("%s: expected\n%s%s: said\n%s", name,
			    ibp_buf_text(&expected), name, ibp_buf_text(&said));
		good = false;
	}
	ibp_error_release(&missing);
	ibp_error_release(&err);
	ibp_buf_release(&said);
	ibp_buf_release(&expected);
	free(expected_name);
	return good;
}

static void test_bad(void **state)
{
	struct dirent **names = NULL;
	int faults = 0;
	int count;

	(void)state;
	enter("bad");
	count = scandir(".", &names, is_yaml, alphasort);
	assert_true(count >= SMALLEST_COUNT);
	for (int i = 0; i < count; i++) {
		faults += !is_refused_as_expected(names[i]->d_name);
		free(names[i]);
	}
	free(names);
	print_message("%d broken files\n", count);
	assert_int_equal(faults, 0);
}

/* What is expected of no file would otherwise go unseen. */
static void test_no_orphans(void **state)
{
	struct dirent **names = NULL;
	int count;

	(void)state;
	enter("bad");
	count = scandir(".", &names, is_expected, alphasort);
	assert_true(count >= SMALLEST_COUNT);
	for (int i = 0; i < count; i++) {
		char *yaml = beside(names[i]->d_name, ".yaml");

		if (!ibp_file_exists(yaml))
			fail_msg("%s is missing", yaml);
		free(yaml);
		free(names[i]);
	}
	free(names);
}

static void test_good(void **state)
{
	struct dirent **names = NULL;
	int count;

	(void)state;
	enter("good");
	count = scandir(".", &names, is_yaml, alphasort);
	assert_true(count > 0);
	for (int i = 0; i < count; i++) {
		struct ibp_error err = {0};

		if (load(names[i]->d_name, &err))
			fail_msg("%s", ibp_error_text(&err));
		ibp_error_release(&err);
		free(names[i]);
	}
	free(names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_no_orphans),
		cmocka_unit_test(test_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
