/*
 * Upgrade maps: every kind of change on invented frameworks, and a map
 * against the two frameworks that it joins.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/check_file.h"
#include "model/upgrade.h"

#define HEAD                                \
	"schema: ibp-tools/upgrade-map/1\n" \
	"id: klein\nfrom: \"1\"\nto: \"2\"\nnorms:\n"

/* Of the old edition A.1 to A.6, of the new one A.1 to A.7. */
static const char every_kind[] =
	HEAD "  - {from: A.1, to: A.1, kind: same}\n"
	     "  - {from: A.2, to: A.2, kind: reworded, note: n}\n"
	     "  - {from: A.3, to: A.4, kind: renumbered}\n"
	     "  - {from: A.4, to: A.3, kind: split}\n"
	     "  - {from: A.4, to: A.5, kind: split}\n"
	     "  - {from: A.5, to: A.6, kind: merged}\n"
	     "  - {from: A.6, to: A.6, kind: merged}\n"
	     "  - {from: A.7, to: null, kind: dropped}\n"
	     "  - {from: null, to: A.7, kind: new}\n";

/* A framework with the norms A.1 to A.NORMS. */
static void add_framework(struct ibp_buf *text, const char *id,
			  const char *version, int norms)
{
	ibp_buf_addf(text,
		     "schema: ibp-tools/framework/1\nid: %s\n"
		     "version: \"%s\"\ntitle: t\npublisher: p\nsource: s\n"
		     "retrieved: 2026-11-23\nlanguage: nl\nlevels:\n",
		     id, version);
	for (int i = 1; i <= IBP_LEVELS; i++)
		ibp_buf_addf(text, "  - {level: %d, name: n, meaning: m}\n", i);
	ibp_buf_add(text, "target: 3\nparts: [{code: x, title: X}]\n"
			  "domains: [{code: A, number: 1, part: x, title: "
			  "A, title_status: working}]\nnorms:\n");
	for (int i = 1; i <= norms; i++)
		ibp_buf_addf(text,
			     "  - {code: A.%d, code_status: official, "
			     "title: t, title_status: working, purpose: p, "
			     "levels: {3: x}, levels_source: []}\n",
			     i);
}

static struct ibp_framework *make_framework(const char *id, const char *version,
					    int norms)
{
	struct ibp_framework *framework = NULL;
	struct ibp_buf text = {0};
	struct ibp_error err = {0};

	add_framework(&text, id, version, norms);
	if (ibp_framework_parse("f", ibp_buf_text(&text), text.length,
				&framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_buf_release(&text);
	return framework;
}

static struct ibp_upgrade_map *make_map(const char *text)
{
	struct ibp_upgrade_map *map = NULL;
	struct ibp_error err = {0};

	if (ibp_upgrade_map_parse("m", text, strlen(text), &map, &err))
		fail_msg("%s", ibp_error_text(&err));
	return map;
}

static void test_every_kind(void **state)
{
	static const enum ibp_change_kind kinds[] = {
		IBP_CHANGE_SAME,   IBP_CHANGE_REWORDED, IBP_CHANGE_RENUMBERED,
		IBP_CHANGE_SPLIT,  IBP_CHANGE_SPLIT,    IBP_CHANGE_MERGED,
		IBP_CHANGE_MERGED, IBP_CHANGE_DROPPED,  IBP_CHANGE_NEW,
	};
	struct ibp_upgrade_map *map = make_map(every_kind);

	(void)state;
	assert_string_equal(map->path, "m");
	assert_string_equal(map->id, "klein");
	assert_string_equal(map->from, "1");
	assert_string_equal(map->to, "2");
	assert_int_equal(map->change_count, sizeof(kinds) / sizeof(*kinds));
	for (size_t i = 0; i < map->change_count; i++)
		assert_int_equal(map->changes[i].kind, kinds[i]);
	assert_string_equal(map->changes[1].note, "n");
	assert_null(map->changes[0].note);
	assert_string_equal(map->changes[2].from, "A.3");
	assert_string_equal(map->changes[2].to, "A.4");
	assert_null(map->changes[7].to);
	assert_null(map->changes[8].from);
	ibp_upgrade_map_free(map);
}

static void test_words(void **state)
{
	static const char *const words[] = {
		"same",   "reworded", "renumbered", "split",
		"merged", "dropped",  "new",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_string_equal(
			ibp_change_kind_word((enum ibp_change_kind)i),
			words[i]);
}

/* The map joins OLD and NEW, or says TEXT. */
static void assert_joins(const char *text, struct ibp_framework *old,
			 struct ibp_framework *new, const char *said)
{
	struct ibp_upgrade_map *map = make_map(text);
	struct ibp_error err = {0};

	assert_int_equal(ibp_upgrade_map_check(map, old, new, &err),
			 *said ? IBP_INPUT : IBP_OK);
	assert_string_equal(ibp_error_text(&err), said);
	ibp_error_release(&err);
	ibp_upgrade_map_free(map);
	ibp_framework_free(old);
	ibp_framework_free(new);
}

static void test_joins(void **state)
{
	(void)state;
	assert_joins(every_kind, make_framework("klein", "1", 7),
		     make_framework("klein", "2", 7), "");
}

static void test_missing_norms(void **state)
{
	(void)state;
	assert_joins(every_kind, make_framework("klein", "1", 8),
		     make_framework("klein", "2", 9),
		     "m:6:3: Norm A.8 of version 1 is missing at norms. Add an "
		     "item with it as from.\n"
		     "m:6:3: Norm A.8 of version 2 is missing at norms. Add an "
		     "item with it as to.\n"
		     "m:6:3: Norm A.9 of version 2 is missing at norms. Add an "
		     "item with it as to.");
}

static void test_unknown_norms(void **state)
{
	(void)state;
	assert_joins(every_kind, make_framework("klein", "1", 6),
		     make_framework("klein", "2", 6),
		     "m:13:12: Version 1 has no norm \"A.7\". Correct the "
		     "code, or remove the item.\n"
		     "m:14:22: Version 2 has no norm \"A.7\". Correct the "
		     "code, or remove the item.");
}

static void test_small_letters(void **state)
{
	(void)state;
	assert_joins(HEAD "  - {from: a.1, to: A.1, kind: reworded}\n",
		     make_framework("klein", "1", 1),
		     make_framework("klein", "2", 1),
		     "m:6:12: Version 1 has no norm \"a.1\". Correct the code, "
		     "or remove the item.\n"
		     "m:6:3: Norm A.1 of version 1 is missing at norms. Add an "
		     "item with it as from.");
}

static void test_other_frameworks(void **state)
{
	(void)state;
	assert_joins(every_kind, make_framework("groot", "0", 7),
		     make_framework("klein", "3", 7),
		     "m:2:5: The map says \"klein\", the framework \"groot\". "
		     "Make them equal.\n"
		     "m:3:7: The map says \"1\", the framework \"0\". Make "
		     "them equal.\n"
		     "m:4:5: The map says \"2\", the framework \"3\". Make "
		     "them equal.");
}

/* The map that is shipped, through its own file. */
static void test_shipped_map(void **state)
{
	const char *data = getenv("IBP_DATADIR");
	struct ibp_framework *old = NULL;
	struct ibp_framework *new = NULL;
	struct ibp_upgrade_map *map = NULL;
	struct ibp_buf path = {0};
	struct ibp_error err = {0};

	(void)state;
	assert_non_null(data);
	ibp_buf_addf(&path, "%s/norms/ibp-fo/2023-04_2024-06.yaml", data);
	if (ibp_framework_open(data, "ibp-fo", "2023-04", &old, &err) ||
	    ibp_framework_open(data, "ibp-fo", "2024-06", &new, &err) ||
	    ibp_upgrade_map_load(ibp_buf_text(&path), &map, &err) ||
	    ibp_upgrade_map_check(map, old, new, &err))
		fail_msg("%s", ibp_error_text(&err));
	assert_int_equal(map->change_count, 94);
	ibp_upgrade_map_free(map);
	ibp_framework_free(new);
	ibp_framework_free(old);
	ibp_buf_release(&path);
}

/* The file DIR/NAME, which need not be good, says TEXT when checked. */
static void assert_checks(const char *dir, const char *name, const char *text)
{
	struct ibp_buf path = {0};
	struct ibp_error err = {0};

	ibp_buf_addf(&path, "%s/%s", dir, name);
	assert_int_equal(ibp_model_check_file(ibp_buf_text(&path), &err),
			 *text ? IBP_INPUT : IBP_OK);
	if (!strstr(ibp_error_text(&err), text))
		fail_msg("%s", ibp_error_text(&err));
	ibp_error_release(&err);
	ibp_buf_release(&path);
}

/* Each kind of file is known by its schema, not by its name. */
static void test_check_file(void **state)
{
	const char *top = getenv("top_srcdir");
	struct ibp_buf dir = {0};

	(void)state;
	ibp_buf_addf(&dir, "%s/tests/model", top ? top : ".");
	assert_checks(ibp_buf_text(&dir), "good/small.yaml", "");
	assert_checks(ibp_buf_text(&dir), "good/map.yaml", "");
	assert_checks(ibp_buf_text(&dir), "good/keys-in-any-order.yaml", "");
	assert_checks(ibp_buf_text(&dir), "bad/map-from-twice.yaml",
		      "stands in \"from\"");
	assert_checks(ibp_buf_text(&dir), "bad/schema-newer.yaml",
		      "another version");
	assert_checks(ibp_buf_text(&dir), "bad/schema-unknown.yaml",
		      "another kind of file");
	assert_checks(ibp_buf_text(&dir), "bad/bytes-nul.yaml", "U+0000");
	assert_checks(ibp_buf_text(&dir), "bad/type-top-list.yaml",
		      "a group of keys");
	assert_checks(ibp_buf_text(&dir), "nowhere.yaml", "nowhere.yaml");
	ibp_buf_release(&dir);
}

static void put(const char *dir, const char *name, const char *text)
{
	struct ibp_buf path = {0};
	struct ibp_error err = {0};

	ibp_buf_addf(&path, "%s/%s", dir, name);
	if (ibp_file_write(ibp_buf_text(&path), text, strlen(text), true, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_buf_release(&path);
}

static void put_framework(const char *dir, const char *name,
			  const char *version, int norms)
{
	struct ibp_buf text = {0};

	add_framework(&text, "klein", version, norms);
	put(dir, name, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

/* A map is held against the frameworks that lie beside it. */
static void test_check_beside(void **state)
{
	char dir[] = "/tmp/ibp-maps-XXXXXX";
	struct ibp_buf command = {0};

	(void)state;
	assert_non_null(mkdtemp(dir));
	put(dir, "map.yaml", every_kind);
	put_framework(dir, "1.yaml", "1", 7);
	assert_checks(dir, "map.yaml", "");
	put_framework(dir, "2.yaml", "2", 8);
	assert_checks(dir, "map.yaml", "Norm A.8 of version 2");
	put_framework(dir, "2.yaml", "2", 7);
	assert_checks(dir, "map.yaml", "");
	put(dir, "2.yaml", "x: y\n");
	assert_checks(dir, "map.yaml", "2.yaml:1:1: ");
	ibp_buf_addf(&command, "rm -rf '%s'", dir);
	assert_int_equal(system(ibp_buf_text(&command)), 0);
	ibp_buf_release(&command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_joins),
		cmocka_unit_test(test_missing_norms),
		cmocka_unit_test(test_unknown_norms),
		cmocka_unit_test(test_small_letters),
		cmocka_unit_test(test_other_frameworks),
		cmocka_unit_test(test_shipped_map),
		cmocka_unit_test(test_check_file),
		cmocka_unit_test(test_check_beside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
