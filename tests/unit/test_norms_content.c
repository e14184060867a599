/*
 * The committed framework files: domains, groups and norms, that nothing
 * points nowhere, and how the editions belong together.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "model/framework.h"
#include "model/upgrade.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static const struct {
	const char *code;
	const char *part;
	long number;
	size_t norms;
	enum ibp_title_status status;
} domains[] = {
	{"GO", "security", 1, 5, IBP_TITLE_OFFICIAL},
	{"OR", "security", 2, 2, IBP_TITLE_OFFICIAL},
	{"RM", "security", 3, 3, IBP_TITLE_REPORTED},
	{"HR", "security", 4, 6, IBP_TITLE_REPORTED},
	{"CO", "security", 5, 2, IBP_TITLE_REPORTED},
	{"IM", "security", 6, 4, IBP_TITLE_OFFICIAL},
	{"CH", "security", 7, 6, IBP_TITLE_REPORTED},
	{"SD", "security", 8, 3, IBP_TITLE_OFFICIAL},
	{"DM", "security", 9, 6, IBP_TITLE_OFFICIAL},
	{"ID", "security", 10, 5, IBP_TITLE_OFFICIAL},
	{"SM", "security", 11, 13, IBP_TITLE_OFFICIAL},
	{"PH", "security", 12, 2, IBP_TITLE_REPORTED},
	{"OP", "security", 13, 3, IBP_TITLE_OFFICIAL},
	{"BC", "security", 14, 5, IBP_TITLE_OFFICIAL},
	{"SC", "security", 15, 4, IBP_TITLE_OFFICIAL},
	{"P1", "privacy", 1, 4, IBP_TITLE_WORKING},
	{"PR", "privacy", 2, 7, IBP_TITLE_OFFICIAL},
	{"P3", "privacy", 3, 3, IBP_TITLE_WORKING},
	{"RB", "privacy", 4, 4, IBP_TITLE_OFFICIAL},
	{"SW", "privacy", 5, 3, IBP_TITLE_OFFICIAL},
	{"GB", "privacy", 6, 3, IBP_TITLE_OFFICIAL},
	{"VW", "privacy", 7, 1, IBP_TITLE_OFFICIAL},
};

static const struct {
	const char *code;
	size_t norms;
} groups[] = {
	{"GO+OR", 7}, {"RM", 3}, {"HR", 6},  {"CO+CH", 8}, {"IM", 4},
	{"SD", 3},    {"DM", 6}, {"ID", 5},  {"SM", 13},   {"PH+OP", 5},
	{"BC", 5},    {"SC", 4}, {"PR", 25},
};

static const char *const facts[] = {
	"owner",        "personal-data", "confidentiality",
	"couplings",    "availability",  "hosting",
	"integrity",    "users",         "processing-agreement",
	"life-cycle",   "sign-on",       "dpia",
	"contract-end", "country",
};

/* The controls of ISO/IEC 27002:2022 by chapter. */
static const long iso_controls[] = {[5] = 37, [6] = 8, [7] = 14, [8] = 34};

struct editions {
	struct ibp_framework *new;
	struct ibp_framework *old;
};

static struct ibp_framework *load(const char *version)
{
	struct ibp_error err = {0};
	struct ibp_framework *framework = NULL;
	char *data = ibp_path_data(NULL);

	if (ibp_framework_open(data, "ibp-fo", version, &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_error_release(&err);
	free(data);
	return framework;
}

static int open_editions(void **state)
{
	static struct editions editions;

	editions.new = load("2024-06");
	editions.old = load("2023-04");
	*state = &editions;
	return 0;
}

static int close_editions(void **state)
{
	struct editions *editions = *state;

	ibp_framework_free(editions->new);
	ibp_framework_free(editions->old);
	return 0;
}

static bool has_word(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(words[i], word))
			return true;
	return false;
}

static void test_the_newest_edition_is_2024(void **state)
{
	struct editions *editions = *state;
	struct ibp_framework *newest = load(NULL);

	assert_string_equal(newest->version, editions->new->version);
	assert_string_equal(newest->language, "nl");
	assert_int_equal(newest->target, 3);
	assert_int_equal(newest->milestone_count, 2);
	assert_string_equal(newest->milestones[0].date, "2027-12-31");
	assert_string_equal(newest->milestones[1].date, "2030-01-01");
	assert_in_range(newest->roles.count, 10, 16);
	ibp_framework_free(newest);
}

static void assert_domains(const struct ibp_framework *framework, size_t count)
{
	assert_int_equal(framework->domain_count, count);
	for (size_t i = 0; i < count; i++) {
		const struct ibp_domain *domain = &framework->domains[i];

		assert_string_equal(domain->code, domains[i].code);
		assert_string_equal(framework->parts[domain->part].code,
				    domains[i].part);
		assert_int_equal(domain->number, domains[i].number);
		assert_int_equal(domain->norm_count, domains[i].norms);
	}
}

static void test_domains_have_their_norms(void **state)
{
	struct editions *editions = *state;

	assert_int_equal(editions->new->norm_count, 94);
	assert_domains(editions->new, LENGTH(domains));
	assert_int_equal(editions->old->norm_count, 69);
	assert_domains(editions->old, 15);
}

static void test_domain_titles_say_how_sure_they_are(void **state)
{
	struct editions *editions = *state;

	for (size_t i = 0; i < LENGTH(domains); i++)
		assert_int_equal(editions->new->domains[i].title_status,
				 domains[i].status);
	for (size_t i = 0; i < editions->old->domain_count; i++)
		assert_int_equal(editions->old->domains[i].title_status,
				 IBP_TITLE_REPORTED);
}

static void test_codes_count_from_one_in_their_domain(void **state)
{
	struct editions *editions = *state;
	const struct ibp_framework *framework = editions->new;

	for (size_t d = 0; d < framework->domain_count; d++) {
		const struct ibp_domain *domain = &framework->domains[d];

		for (size_t i = 0; i < domain->norm_count; i++) {
			char code[32];

			snprintf(code, sizeof(code), "%s.%02zu", domain->code,
				 i + 1);
			assert_string_equal(
				framework->norms[domain->first_norm + i].code,
				code);
		}
	}
}

static void assert_groups(const struct ibp_framework *framework, size_t count)
{
	assert_int_equal(framework->group_count, count);
	for (size_t i = 0; i < count; i++) {
		const struct ibp_group *group = &framework->groups[i];
		size_t norms = 0;

		for (size_t j = 0; j < group->domain_count; j++)
			norms += framework->domains[group->domains[j]]
					 .norm_count;
		assert_string_equal(group->code, groups[i].code);
		assert_int_equal(norms, groups[i].norms);
	}
}

static void test_groups_are_those_of_the_monitor(void **state)
{
	struct editions *editions = *state;

	assert_groups(editions->new, LENGTH(groups));
	assert_groups(editions->old, LENGTH(groups) - 1);
}

static void test_levels_that_were_read(void **state)
{
	struct editions *editions = *state;
	size_t levels = 0;
	size_t norms = 0;

	for (size_t i = 0; i < editions->new->norm_count; i++) {
		unsigned source = editions->new->norms[i].levels_source;

		norms += source != 0;
		for (; source; source >>= 1)
			levels += source & 1U;
	}
	assert_int_equal(levels, 90);
	assert_int_equal(norms, 28);
}

static bool is_known_reference(const struct ibp_reference *reference)
{
	char *end = NULL;
	long chapter = strtol(reference->ref, &end, 10);
	long control;

	if (!strcmp(reference->scheme, "avg"))
		return !*end && chapter >= 1 && chapter <= 99;
	if (strcmp(reference->scheme, "iso-27002-2022") || *end != '.' ||
	    chapter < 5 || chapter > 8)
		return false;
	control = strtol(end + 1, &end, 10);
	return !*end && control >= 1 && control <= iso_controls[chapter];
}

static void test_nothing_points_nowhere(void **state)
{
	struct editions *editions = *state;
	const struct ibp_framework *framework = editions->new;

	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];

		for (size_t j = 0; j < norm->related.count; j++) {
			const struct ibp_norm *other = ibp_framework_find(
				framework, norm->related.items[j]);

			if (!other || other == norm)
				fail_msg("%s: related %s", norm->code,
					 norm->related.items[j]);
		}
		for (size_t j = 0; j < norm->reference_count; j++)
			if (!is_known_reference(&norm->references[j]))
				fail_msg("%s: %s %s", norm->code,
					 norm->references[j].scheme,
					 norm->references[j].ref);
		for (size_t j = 0; j < norm->looks_at.count; j++)
			assert_true(has_word(facts, LENGTH(facts),
					     norm->looks_at.items[j]));
	}
}

static void test_a_norm_without_levels_of_its_own_says_so(void **state)
{
	struct editions *editions = *state;
	const struct ibp_framework *framework = editions->new;

	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];

		assert_true(!norm->note == !!strcmp(norm->code, "GB.03"));
	}
}

static void test_the_edition_of_2023_has_level_3_only(void **state)
{
	struct editions *editions = *state;
	const struct ibp_framework *framework = editions->old;

	assert_int_equal(framework->part_count, 1);
	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];
		const struct ibp_norm *next = &editions->new->norms[i];

		assert_string_equal(norm->code, next->code);
		assert_int_equal(norm->code_status, next->code_status);
		assert_int_not_equal(norm->title_status, IBP_TITLE_OFFICIAL);
		assert_non_null(norm->purpose);
		for (size_t level = 0; level < IBP_LEVELS; level++)
			assert_true(!norm->levels[level] == (level != 2));
	}
}

static void test_the_map_leads_every_norm_on(void **state)
{
	struct editions *editions = *state;
	struct ibp_error err = {0};
	struct ibp_upgrade_map *map = NULL;
	char *data = ibp_path_data(NULL);
	char *path = ibp_path_join(data, "norms/ibp-fo/2023-04_2024-06.yaml");

	if (ibp_upgrade_map_load(path, &map, &err))
		fail_msg("%s", ibp_error_text(&err));
	assert_int_equal(map->change_count, 94);
	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *change = &map->changes[i];

		assert_string_equal(change->to, editions->new->norms[i].code);
		assert_int_equal(change->kind,
				 i < 69 ? IBP_CHANGE_REWORDED : IBP_CHANGE_NEW);
		if (i < 69)
			assert_string_equal(change->from, change->to);
		else
			assert_null(change->from);
	}
	ibp_upgrade_map_free(map);
	free(path);
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_newest_edition_is_2024),
		cmocka_unit_test(test_domains_have_their_norms),
		cmocka_unit_test(test_domain_titles_say_how_sure_they_are),
		cmocka_unit_test(test_codes_count_from_one_in_their_domain),
		cmocka_unit_test(test_groups_are_those_of_the_monitor),
		cmocka_unit_test(test_levels_that_were_read),
		cmocka_unit_test(test_nothing_points_nowhere),
		cmocka_unit_test(test_a_norm_without_levels_of_its_own_says_so),
		cmocka_unit_test(test_the_edition_of_2023_has_level_3_only),
		cmocka_unit_test(test_the_map_leads_every_norm_on),
	};

	return cmocka_run_group_tests_name("norms", tests, open_editions,
					   close_editions);
}
