/*
 * The committed editions of FORA and their counts, what a model is found by,
 * and the sentences with which a broken file is refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "model/fora.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static const struct {
	const char *version;
	size_t elements;
	size_t relations;
	size_t domains, mains, functions, processes, components;
	size_t application_functions, objects;
} editions[] = {
	{"2024-02-29", 2170, 5743, 7, 32, 146, 307, 97, 195, 450},
	{"2025-02-28", 2097, 5099, 7, 32, 147, 204, 96, 195, 426},
};

static struct ibp_fora *open_version(const char *version)
{
	char *data = ibp_path_data(NULL);
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};

	ibp_fora_open(data, version, &fora, &err);
	assert_string_equal(ibp_error_text(&err), "");
	free(data);
	return fora;
}

static void test_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(editions); i++) {
		struct ibp_fora *fora = open_version(editions[i].version);
		size_t counts[IBP_FORA_TYPES] = {0};

		for (size_t j = 0; j < fora->element_count; j++)
			counts[fora->elements[j].type]++;
		assert_string_equal(fora->version, editions[i].version);
		assert_int_equal(fora->element_count, editions[i].elements);
		assert_int_equal(fora->relation_count, editions[i].relations);
		assert_int_equal(fora->domains.count, editions[i].domains);
		assert_int_equal(counts[IBP_FORA_DOMAIN], editions[i].domains);
		assert_int_equal(counts[IBP_FORA_MAIN_FUNCTION],
				 editions[i].mains);
		assert_int_equal(counts[IBP_FORA_FUNCTION],
				 editions[i].functions);
		assert_int_equal(counts[IBP_FORA_PROCESS],
				 editions[i].processes);
		assert_int_equal(counts[IBP_FORA_COMPONENT],
				 editions[i].components);
		assert_int_equal(counts[IBP_FORA_APPLICATION_FUNCTION],
				 editions[i].application_functions);
		assert_int_equal(counts[IBP_FORA_INFORMATION_OBJECT],
				 editions[i].objects);
		ibp_fora_free(fora);
	}
}

/* No system is expected for 23 of the 126 functions in force. */
static void test_expectations(void **state)
{
	struct ibp_fora *fora = open_version(NULL);
	size_t functions = 0;
	size_t without = 0;

	(void)state;
	assert_int_equal(fora->basis, IBP_FORA_BY_VIEW);
	for (size_t i = 0; i < fora->element_count; i++) {
		const struct ibp_fora_element *e = &fora->elements[i];
		bool is_function = e->type == IBP_FORA_FUNCTION ||
				   e->type == IBP_FORA_MAIN_FUNCTION;

		assert_true(is_function ==
			    (e->expects_system != IBP_FORA_UNANSWERED));
		if (e->type != IBP_FORA_FUNCTION ||
		    e->status != IBP_FORA_CURRENT)
			continue;
		functions++;
		without += e->expects_system == IBP_FORA_NO;
	}
	assert_int_equal(functions, 126);
	assert_int_equal(without, 23);
	ibp_fora_free(fora);
}

static void test_lists(void **state)
{
	struct ibp_fora *fora = open_version(NULL);
	size_t outgoing = 0;
	size_t incoming = 0;
	size_t children = 0;
	size_t parents = 0;

	(void)state;
	for (uint32_t i = 0; i < fora->element_count; i++) {
		struct ibp_fora_slice slice = ibp_fora_outgoing(fora, i);

		outgoing += slice.count;
		for (size_t j = 0; j < slice.count; j++)
			assert_int_equal(fora->relations[slice.items[j]].source,
					 i);
		slice = ibp_fora_incoming(fora, i);
		incoming += slice.count;
		for (size_t j = 0; j < slice.count; j++)
			assert_int_equal(fora->relations[slice.items[j]].target,
					 i);
		slice = ibp_fora_children(fora, i);
		children += slice.count;
		for (size_t j = 0; j < slice.count; j++)
			assert_int_equal(fora->elements[slice.items[j]].parent,
					 i);
		parents += fora->elements[i].parent != IBP_FORA_NONE;
	}
	assert_int_equal(outgoing, fora->relation_count);
	assert_int_equal(incoming, fora->relation_count);
	assert_int_equal(children, parents);
	ibp_fora_free(fora);
}

static void test_versions(void **state)
{
	struct ibp_arena arena = {0};
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};
	char *data = ibp_path_data(NULL);
	struct ibp_strings versions = ibp_fora_versions(data, &arena);

	(void)state;
	assert_int_equal(versions.count, LENGTH(editions));
	for (size_t i = 0; i < versions.count; i++)
		assert_string_equal(versions.items[i], editions[i].version);
	assert_int_equal(ibp_fora_open(data, "2020-01-01", &fora, &err),
			 IBP_INPUT);
	assert_non_null(strstr(ibp_error_text(&err), "2024-02-29, 2025-02-28"));
	ibp_error_release(&err);
	assert_int_equal(ibp_fora_open("/nowhere", NULL, &fora, &err),
			 IBP_INPUT);
	assert_null(fora);
	ibp_error_release(&err);
	ibp_arena_release(&arena);
	free(data);
}

static void test_spellings(void **state)
{
	static const char *const spellings[] = {
		"id-68f511085eee4f13a8ced4802bb6f159",
		"68f511085eee4f13a8ced4802bb6f159",
		"id-68f51108-5eee-4f13a-8ced-4802bb6f159",
		"68f51108-5eee-4f13-a8ce-d4802bb6f159",
		"68F511085EEE4F13A8CED4802BB6F159",
	};
	struct ibp_fora *fora = open_version(NULL);
	struct ibp_arena arena = {0};
	uint32_t index = ibp_fora_find(fora, spellings[0]);

	(void)state;
	assert_int_not_equal(index, IBP_FORA_NONE);
	assert_string_equal(fora->elements[index].name,
			    "Onderwijsondersteuning");
	for (size_t i = 0; i < LENGTH(spellings); i++)
		assert_int_equal(ibp_fora_find(fora, spellings[i]), index);
	assert_int_equal(ibp_fora_find(fora, "id-68f511085eee"), IBP_FORA_NONE);
	assert_int_equal(ibp_fora_find(fora, ""), IBP_FORA_NONE);
	assert_string_equal(ibp_fora_wiki_id(spellings[1], &arena),
			    spellings[2]);
	assert_string_equal(
		ibp_fora_wiki_id("c1d191e9-108c-4da7-90fa-ec39a6cdcc59",
				 &arena),
		"id-c1d191e9-108c-4da7-90fa-ec39a6cdcc59");
	ibp_arena_release(&arena);
	ibp_fora_free(fora);
}

static const char head[] = "schema: ibp-tools/fora/1\n"
			   "version: '2026-01-01'\n"
			   "expects_system_by: chain\n";

#define DOMAIN "domains:\n- id-a\n"
#define ELEMENTS                                                              \
	"elements:\n"                                                         \
	"- {id: id-a, type: domain, name: 'A', status: current}\n"            \
	"- {id: id-b, type: role, name: 'Beheerder', status: current}\n"      \
	"- {id: id-c, type: actor, name: 'Beheerder', status: current}\n"     \
	"- {id: id-d, type: component, name: 'Café: één', status: todo}\n" \
	"- {id: id-e, type: role, name: 'Lezer', status: current}\n"          \
	"- {id: id-f, type: role, name: 'Lezer', status: current}\n"          \
	"- {id: id-g, type: role, name: 'Melkmeester (MS)', status: todo}\n"
#define NONE "relations: []\n"

static enum ibp_status parse(const char *body, struct ibp_fora **fora,
			     struct ibp_error *err)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_buf_addf(&text, "%s%s", head, body);
	status = ibp_fora_parse("m.yaml", ibp_buf_text(&text), text.length,
				fora, err);
	ibp_buf_release(&text);
	return status;
}

static void test_names(void **state)
{
	static const struct {
		const char *word;
		const char *id;      /* NULL: refused */
		const char *message; /* part of it */
	} words[] = {
		{"role:Beheerder", "id-b", NULL},
		{"actor:beheerder", "id-c", NULL},
		{"component:Café: één", "id-d", NULL},
		{"Café: één", "id-d", NULL},
		{"component:cafe: een", "id-d", NULL},
		{"id-e", "id-e", NULL},
		{"Beheerder", NULL, "role:Beheerder (id-b)"},
		{"role:Lezer", NULL, "2 elements"},
		{"role:Beheerdr", NULL, "Did you mean \"role:Beheerder\"?"},
		{"component:Beheerder", NULL, "There is no element"},
		{"MS", NULL, "Did you mean \"role:Melkmeester (MS)\"?"},
		{"", NULL, "There is no element"},
	};
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};

	(void)state;
	assert_int_equal(parse(DOMAIN ELEMENTS NONE, &fora, &err), IBP_OK);
	for (size_t i = 0; i < LENGTH(words); i++) {
		uint32_t index = IBP_FORA_NONE;
		enum ibp_status status =
			ibp_fora_look_up(fora, words[i].word, &index, &err);

		if (words[i].id) {
			assert_int_equal(status, IBP_OK);
			assert_string_equal(fora->elements[index].id,
					    words[i].id);
		} else {
			assert_int_equal(status, IBP_INPUT);
			assert_non_null(
				strstr(ibp_error_text(&err), words[i].message));
		}
		ibp_error_release(&err);
	}
	ibp_fora_free(fora);
}

#define A "- {id: id-a, type: domain, name: 'A', status: current"
#define R "- {id: id-b, type: role, name: 'B', status: current"

static void test_faults(void **state)
{
	static const struct {
		const char *body;
		const char *message; /* part of it */
	} faults[] = {
		{DOMAIN "elements:\n" A "}\n" R "}\n" R "}\n" NONE,
		 "m.yaml:9:8: The id \"id-b\" is on line 8 already."},
		{DOMAIN "elements:\n" A "}\n" R ", parent: id-x}\n" NONE,
		 "There is no element \"id-x\"."},
		{DOMAIN "elements:\n" A ", parent: id-b}\n" R
			", parent: id-a}\n" NONE,
		 "is inside itself"},
		{DOMAIN "elements:\n" A ", parent: id-a}\n" NONE,
		 "is inside itself"},
		{DOMAIN "elements:\n" A "}\n" R ", domain: id-b}\n" NONE,
		 "\"id-b\" is not a domain."},
		{"domains: []\nelements:\n" A "}\n" NONE,
		 "There are 1 elements of type domain, and 0 are named"},
		{"domains: [id-a, a]\nelements:\n" A "}\n" NONE,
		 "Domain \"a\" stands twice."},
		{"domains: [id-b]\nelements:\n" A "}\n" R "}\n" NONE,
		 "\"id-b\" is not a domain."},
		{DOMAIN "elements:\n" A "}\nrelations:\n"
			"- {type: serving, source: id-a, target: id-q}\n",
		 "m.yaml:9:41: There is no element \"id-q\"."},
		{DOMAIN "elements:\n" A "}\nrelations:\n"
			"- {type: access, source: id-a, target: id-a}\n",
		 "A relation of type access says which"},
		{DOMAIN "elements:\n" A "}\nrelations:\n"
			"- {type: flow, source: id-a, target: id-a, "
			"access: read}\n",
		 "A relation of type access says which"},
		{DOMAIN "elements:\n" A ", colour: red}\n" NONE,
		 "Unknown key \"colour\""},
		{DOMAIN
		 "elements:\n- {id: id-a, name: A, status: current}\n" NONE,
		 "The key \"type\" is missing"},
		{DOMAIN "elements:\n- {id: id-a, type: domian, name: A, "
			"status: current}\n" NONE,
		 "Did you mean \"domain\"?"},
		{DOMAIN "elements: &a\n" A "}\n" NONE, "Anchors and aliases"},
		{DOMAIN "elements: x\n" NONE, "elements"},
		{"version: '2'\n" DOMAIN ELEMENTS NONE, "is on line 2 already"},
		{"", "The key \"domains\" is missing"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(faults); i++) {
		struct ibp_fora *fora = NULL;
		struct ibp_error err = {0};

		assert_int_equal(parse(faults[i].body, &fora, &err), IBP_INPUT);
		assert_null(fora);
		if (!strstr(ibp_error_text(&err), faults[i].message))
			fail_msg("%s\n is not in\n%s", faults[i].message,
				 ibp_error_text(&err));
		ibp_error_release(&err);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_expectations),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_spellings),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
