/*
 * The keys of the manual are those of the table of actions, with the same
 * words.  With an argument it prints what the manual should say.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/locale.h"
#include "scan_actions.h"
#include "tui/key.h"
#include "tui/scan_acts.h"

#define PAGE_MAX ((size_t)1024 * 1024)
#define NAMES_MAX 20

/* NAME so that roff takes nothing in it for a macro or an escape. */
static void add_quoted(struct ibp_buf *page, const char *name)
{
	ibp_buf_add(page, strchr(".'?:!,;", name[0]) ? "\\&" : "");
	for (; *name; name++)
		if (*name == '\\')
			ibp_buf_add(page, "\\e");
		else
			ibp_buf_add_char(page, *name);
}

/* mdoc wants each sentence on a line of its own. */
static void add_sentences(struct ibp_buf *page, const char *text)
{
	const char *end;

	while ((end = strstr(text, ". "))) {
		ibp_buf_add_bytes(page, text, (size_t)(end + 1 - text));
		ibp_buf_add_char(page, '\n');
		text = end + 2;
	}
	ibp_buf_addf(page, "%s\n", text);
}

static void add_row(struct ibp_buf *page, const struct ibp_action *action)
{
	struct ibp_buf names = {0};

	ibp_key_add_names(&names, action->keys, NAMES_MAX);
	ibp_buf_add(page, ".It ");
	add_quoted(page, ibp_buf_text(&names));
	ibp_buf_add_char(page, '\n');
	add_sentences(page, action->help);
	ibp_buf_release(&names);
}

static void add_group(struct ibp_buf *page, const struct ibp_act_group *group)
{
	const struct ibp_action *at = NULL;

	ibp_buf_addf(page,
		     ".Ss %s\n.Bl -tag -width \"Tab, Shift-Tab\" "
		     "-compact\n",
		     group->title);
	while ((at = ibp_acts_next(ibp_scan_actions, ibp_scan_groups, group,
				   at)))
		if (at->keys)
			add_row(page, at);
	ibp_buf_add(page, ".El\n");
}

static void add_keys(struct ibp_buf *page)
{
	for (const struct ibp_act_group *at = ibp_scan_groups; at->title; at++)
		add_group(page, at);
}

static void test_the_manual_has_every_key(void **state)
{
	const char *top = getenv("top_srcdir");
	struct ibp_buf path = {0};
	struct ibp_buf page = {0};
	struct ibp_buf keys = {0};
	struct ibp_error err = {0};
	const char *start;
	const char *end;

	(void)state;
	ibp_buf_addf(&path, "%s/man/ibp-scan.1", top ? top : ".");
	assert_int_equal(
		ibp_file_read(ibp_buf_text(&path), PAGE_MAX, &page, &err),
		IBP_OK);
	start = strstr(ibp_buf_text(&page), "\n.Sh KEYS\n");
	assert_non_null(start);
	start = strstr(start, "\n.Ss ");
	assert_non_null(start);
	end = strstr(++start, "\n.Sh ");
	assert_non_null(end);
	ibp_buf_cut(&page, (size_t)(end + 1 - ibp_buf_text(&page)));
	add_keys(&keys);
	assert_string_equal(start, ibp_buf_text(&keys));
	ibp_buf_release(&keys);
	ibp_buf_release(&page);
	ibp_buf_release(&path);
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_manual_has_every_key),
	};
	struct ibp_buf keys = {0};

	(void)argv;
	ibp_locale_start("en");
	if (argc < 2)
		return cmocka_run_group_tests(tests, NULL, NULL);
	add_keys(&keys);
	fputs(ibp_buf_text(&keys), stdout);
	ibp_buf_release(&keys);
	return 0;
}
