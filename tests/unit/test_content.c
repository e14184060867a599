/*
 * Norm texts by language.  Each language runs in a process of its own: a
 * locale is for a whole run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/locale.h"
#include "model/content.h"

static struct ibp_framework *open_norms(const char *version)
{
	const char *data = getenv("IBP_DATADIR");
	struct ibp_framework *framework = NULL;
	struct ibp_error err = {0};

	assert_non_null(data);
	if (ibp_framework_open(data, "ibp-fo", version, &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	return framework;
}

static bool is_text(const char *text, const char *expected)
{
	if (strcmp(text, expected) == 0)
		return true;
	fprintf(stderr, "\"%s\" instead of \"%s\"\n", text, expected);
	return false;
}

/* Every kind of text has a translation, and what is unknown stays. */
static bool speaks_english(const struct ibp_framework *f)
{
	const struct ibp_norm *norm = ibp_framework_find(f, "GO.01");
	bool good = true;

	good &= is_text(ibp_content_title(norm),
			"Information security strategy");
	good &= strcmp(ibp_content_level(norm, 3), norm->levels[2]) != 0;
	good &= strcmp(ibp_content(norm->code, "purpose", norm->purpose),
		       norm->purpose) != 0;
	good &= strcmp(ibp_content_item(norm->code, "steps", 1,
					norm->steps.items[0]),
		       norm->steps.items[0]) != 0;
	good &= is_text(ibp_content_level_name(f, 3), "Defined");
	good &= strcmp(ibp_content_level_meaning(f, 3), f->levels[2].meaning) !=
		0;
	good &= is_text(ibp_content_part(f, &f->parts[0]),
			"Information security");
	good &= strcmp(ibp_content_domain(&f->domains[1]),
		       f->domains[1].title) != 0;
	good &= is_text(ibp_content("GO.01", "title", "onbekend"), "onbekend");
	return good;
}

static bool speaks_dutch(const struct ibp_framework *f)
{
	const struct ibp_norm *norm = ibp_framework_find(f, "GO.01");

	return is_text(ibp_content_title(norm), norm->title) &&
	       is_text(ibp_content_level_name(f, 3), "Bepaald") &&
	       is_text(ibp_content_level(norm, 5), norm->levels[4]);
}

static void assert_speaks(const char *language,
			  bool test(const struct ibp_framework *))
{
	struct ibp_framework *framework = open_norms(NULL);
	pid_t child = fork();
	int status = -1;

	assert_true(child >= 0);
	if (child == 0) {
		bool good;

		ibp_locale_start(language);
		good = test(framework);
		ibp_framework_free(framework);
		_exit(!good);
	}
	ibp_framework_free(framework);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_english(void **state)
{
	(void)state;
	assert_speaks("en", speaks_english);
}

static void test_dutch(void **state)
{
	(void)state;
	assert_speaks("nl", speaks_dutch);
}

/* Nothing stays nothing, and what is too long for a context stays. */
static void test_edges(void **state)
{
	struct ibp_framework *old = open_norms("2023-04");
	struct ibp_buf code = {0};

	(void)state;
	assert_null(ibp_content("GO.01", "note", NULL));
	assert_null(ibp_content_item("GO.01", "steps", 1, NULL));
	assert_null(ibp_content_level(&old->norms[0], 1));
	assert_non_null(ibp_content_level(&old->norms[0], 3));
	ibp_buf_add_times(&code, "lang", 1000);
	assert_string_equal(ibp_content(ibp_buf_text(&code), "title", "t"),
			    "t");
	assert_string_equal(
		ibp_content_item("GO.01", ibp_buf_text(&code), 1, "t"), "t");
	ibp_buf_release(&code);
	ibp_framework_free(old);
}

#define NORM_HEAD                                                   \
	"  - {code: A.1, code_status: official, title: norm,\n"     \
	"     title_status: working, phase: fase, purpose: doel,\n" \
	"     why: waarom, levels: {5: vijf, 3: drie},\n"           \
	"     levels_source: [], steps: [stap, tweede],\n"          \
	"     evidence: [bewijs], note: opmerking}\n"

static const char small[] =
	"schema: ibp-tools/framework/1\nid: klein\nversion: \"1\"\n"
	"title: kader\npublisher: p\nsource: s\nretrieved: 2026-11-23\n"
	"language: nl\nlevels:\n"
	"  - {level: 1, name: n1, meaning: m1}\n"
	"  - {level: 2, name: n2, meaning: m2}\n"
	"  - {level: 3, name: n3, meaning: m3}\n"
	"  - {level: 4, name: n4, meaning: m4}\n"
	"  - {level: 5, name: n5, meaning: m5}\n"
	"target: 3\n"
	"milestones: [{date: 2027-12-31, text: mijlpaal}]\n"
	"parts: [{code: x, title: deel}]\n"
	"domains: [{code: A, number: 1, part: x, title: domein, "
	"title_status: working}]\n"
	"roles: [rol]\nnorms:\n" NORM_HEAD;

static const char visited[] =
	"4 klein|title=kader\n"
	"10 klein|levels.1.name=n1\n10 klein|levels.1.meaning=m1\n"
	"11 klein|levels.2.name=n2\n11 klein|levels.2.meaning=m2\n"
	"12 klein|levels.3.name=n3\n12 klein|levels.3.meaning=m3\n"
	"13 klein|levels.4.name=n4\n13 klein|levels.4.meaning=m4\n"
	"14 klein|levels.5.name=n5\n14 klein|levels.5.meaning=m5\n"
	"16 klein|milestones.1=mijlpaal\n"
	"17 klein|parts.x=deel\n"
	"18 A|title=domein\n"
	"19 klein|roles.1=rol\n"
	"21 A.1|title=norm\n"
	"22 A.1|phase=fase\n"
	"22 A.1|purpose=doel\n"
	"23 A.1|why=waarom\n"
	"23 A.1|levels.3=drie\n"
	"23 A.1|levels.5=vijf\n"
	"24 A.1|steps.1=stap\n"
	"24 A.1|steps.2=tweede\n"
	"25 A.1|evidence.1=bewijs\n"
	"25 A.1|note=opmerking\n";

static void note_visit(void *context, const char *message_context,
		       const char *text, size_t line)
{
	ibp_buf_addf(context, "%zu %s=%s\n", line, message_context, text);
}

static void test_each(void **state)
{
	struct ibp_framework *framework = NULL;
	struct ibp_error err = {0};
	struct ibp_buf said = {0};

	(void)state;
	if (ibp_framework_parse("x", small, strlen(small), &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_content_each(framework, note_visit, &said);
	assert_string_equal(ibp_buf_text(&said), visited);
	ibp_buf_release(&said);
	ibp_framework_free(framework);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_dutch),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
