/*
 * Files made to exhaust memory or time are refused with 64 MiB of address
 * space.  Each runs in a process of its own; the alarm is a ceiling with a
 * lot of room, not a measurement.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "model/upgrade.h"

#define CEILING ((rlim_t)64 * 1024 * 1024)
#define SECONDS 60
#define SCHEMA "schema: ibp-tools/framework/1\n"

/* Head, one piece as often as fits in the largest file, and tail. */
struct flood {
	const char *name;
	const char *head;
	const char *piece;
	const char *tail;
};

static const struct flood floods[] = {
	{"open brackets", "", "[", ""},
	{"open brackets in a list", SCHEMA "norms: ", "[", ""},
	{"open braces", SCHEMA "norms: ", "{", ""},
	{"open braces with keys", SCHEMA "norms: ", "{a: ", ""},
	{"dashes", SCHEMA "norms:\n", "- ", ""},
	{"question marks", SCHEMA, "? ", ""},
	{"lists", SCHEMA "norms: [", "[],", "]"},
	{"groups", SCHEMA "norms: [", "{},", "]"},
	{"short items", SCHEMA "roles: [", "a,", "]"},
	{"one word", SCHEMA "title: ", "a", ""},
	{"words", SCHEMA "title: ", "a b ", ""},
	{"quoted lines", SCHEMA "title: \"", "a\n", "\""},
	{"escapes", SCHEMA "title: \"", "\\x41", "\""},
	{"a block of text", SCHEMA "title: |\n", "  a\n", ""},
	{"a folded text", SCHEMA "title: >\n", "  a\n\n", ""},
	{"an open quotation mark", SCHEMA "title: \"", "a", ""},
	{"spaces", SCHEMA "title:", " ", ""},
	{"empty lines", SCHEMA, "\n", ""},
	{"comments", SCHEMA, "#\n", ""},
	{"a long key", "\"", "a", "\": b\n"},
	{"unknown keys", SCHEMA, "a: b\n", ""},
	{"short keys", SCHEMA "x: {", "a, ", "}"},
	{"anchors", SCHEMA "x: [", "&a b,", "]"},
	{"aliases", SCHEMA "x: [", "*a,", "]"},
	{"tags", SCHEMA "x: [", "!a b,", "]"},
	{"a long tag", SCHEMA "title: !", "%41", " x"},
	{"documents", "", "---\n", ""},
	{"directives", "", "%A b\n", ""},
	{"skipped groups", SCHEMA "x: [", "{a: [b]},", "]"},
	{"a control character", SCHEMA "x: \x01", "x", ""},
};

static void fill(struct ibp_buf *buf, const struct flood *flood)
{
	size_t used = strlen(flood->head) + strlen(flood->tail);
	size_t times = (IBP_FRAMEWORK_FILE_MAX - used) / strlen(flood->piece);

	ibp_buf_add(buf, flood->head);
	ibp_buf_add_times(buf, flood->piece, times);
	ibp_buf_add(buf, flood->tail);
}

/* Whether both kinds of file are refused, from memory. */
static bool is_refused(const struct ibp_buf *content)
{
	struct ibp_framework *framework = NULL;
	struct ibp_upgrade_map *map = NULL;
	struct ibp_error err = {0};
	bool refused =
		ibp_framework_parse("x", ibp_buf_text(content), content->length,
				    &framework, &err) == IBP_INPUT;

	if (err.count > IBP_ERROR_MAX + 10 || !*ibp_error_text(&err))
		refused = false;
	ibp_error_release(&err);
	if (ibp_upgrade_map_parse("x", ibp_buf_text(content), content->length,
				  &map, &err) != IBP_INPUT)
		refused = false;
	ibp_error_release(&err);
	return refused;
}

static void limit(void)
{
	const struct rlimit space = {CEILING, CEILING};

	if (setrlimit(RLIMIT_AS, &space) != 0)
		_exit(2);
	alarm(SECONDS);
}

/* Runs TEST with WHAT in a child under the ceilings. */
static void assert_child(bool test(const void *), const void *what,
			 const char *name)
{
	pid_t child = fork();
	int status = -1;

	assert_true(child >= 0);
	if (child == 0) {
		limit();
		_exit(!test(what));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("%s: status %#x", name, (unsigned)status);
}

static bool refuses_flood(const void *what)
{
	struct ibp_buf content = {0};

	fill(&content, what);
	return is_refused(&content);
}

static void test_floods(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(floods) / sizeof(*floods); i++)
		assert_child(refuses_flood, &floods[i], floods[i].name);
}

/* Ten lists of ten times the one before: 10^10 words, were they read. */
static bool refuses_bomb(const void *what)
{
	struct ibp_buf content = {0};

	(void)what;
	ibp_buf_add(&content, SCHEMA "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i <= 10; i++) {
		ibp_buf_addf(&content, "a%d: &a%d [", i, i);
		for (int n = 0; n < 10; n++)
			ibp_buf_addf(&content, "*a%d, ", i - 1);
		ibp_buf_add(&content, "]\n");
	}
	ibp_buf_add(&content, "norms: *a10\n");
	return is_refused(&content);
}

static void test_alias_bomb(void **state)
{
	(void)state;
	assert_child(refuses_bomb, NULL, "alias bomb");
}

static bool refuses_file(const void *path)
{
	struct ibp_framework *framework = NULL;
	struct ibp_upgrade_map *map = NULL;
	struct ibp_error err = {0};

	if (ibp_framework_load(path, &framework, &err) != IBP_INPUT ||
	    !strstr(ibp_error_text(&err), "too large"))
		return false;
	ibp_error_release(&err);
	return ibp_upgrade_map_load(path, &map, &err) == IBP_INPUT &&
	       strstr(ibp_error_text(&err), "too large");
}

/* A gibibyte that takes no room on the disk. */
static void test_large_file(void **state)
{
	char path[] = "/tmp/ibp-large-XXXXXX";
	int fd = mkstemp(path);
	int made;

	(void)state;
	assert_true(fd >= 0);
	made = ftruncate(fd, (off_t)1024 * 1024 * 1024);
	close(fd);
	if (made == 0)
		assert_child(refuses_file, path, "1 GiB");
	unlink(path);
	assert_int_equal(made, 0);
}

/* A device does not say how large it is. */
static void test_endless_file(void **state)
{
	(void)state;
	assert_child(refuses_file, "/dev/zero", "/dev/zero");
}

/* A ceiling on address space cannot be set beside these two. */
static bool has_own_memory(void)
{
	const char *preload = getenv("LD_PRELOAD");

#if defined(__SANITIZE_ADDRESS__)
	return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#endif
#endif
	return preload && strstr(preload, "vgpreload");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_floods),
		cmocka_unit_test(test_alias_bomb),
		cmocka_unit_test(test_large_file),
		cmocka_unit_test(test_endless_file),
	};

	if (has_own_memory())
		return 77;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
