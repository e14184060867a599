/*
 * Which titles and codes are facts: exact where they are known, marked where
 * they are not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "model/framework.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

struct title {
	const char *code;
	const char *title;
	enum ibp_title_status status;
};

/* Read on the publisher's own site, or reported by others. */
static const struct title titles[] = {
	{"GO.01", "Strategie informatiebeveiliging", IBP_TITLE_OFFICIAL},
	{"GO.02", "Beleid informatiebeveiliging", IBP_TITLE_OFFICIAL},
	{"GO.03", "Planning/roadmap informatiebeveiliging", IBP_TITLE_REPORTED},
	{"GO.05", "Onafhankelijke toetsing", IBP_TITLE_OFFICIAL},
	{"OR.01",
	 "Eigenaarschap, rollen, verantwoordelijkheden en aansprakelijkheid",
	 IBP_TITLE_OFFICIAL},
	{"RM.03",
	 "Plan voor behandeling en beperking van risico\xe2\x80\x99s "
	 "(inclusief risicoacceptatie)",
	 IBP_TITLE_REPORTED},
	{"CH.06", "Promotie naar productie", IBP_TITLE_REPORTED},
	{"SD.01", "Methodiek veilige softwareontwikkeling en -implementatie",
	 IBP_TITLE_OFFICIAL},
	{"DM.02", "Classificatie", IBP_TITLE_REPORTED},
	{"ID.01", "Toegangsrechten toewijzen", IBP_TITLE_OFFICIAL},
	{"ID.02", "Administratie van toegangsrechten", IBP_TITLE_REPORTED},
	{"ID.05", "Periodieke beoordeling van toegangsrechten",
	 IBP_TITLE_REPORTED},
	{"SM.01", "Beveiligingsbaselines", IBP_TITLE_OFFICIAL},
	{"SM.02", "Authenticatiemechanismes", IBP_TITLE_OFFICIAL},
	{"SM.03", "Mobiele apparaten en telewerken", IBP_TITLE_OFFICIAL},
	{"SM.04", "Logging systeemactiviteiten", IBP_TITLE_OFFICIAL},
	{"SM.05", "Testen, inspectie en toezicht beveiliging",
	 IBP_TITLE_OFFICIAL},
	{"SM.06", "Patchmanagement", IBP_TITLE_OFFICIAL},
	{"SM.07", "Threat- en vulnerabilitymanagement", IBP_TITLE_OFFICIAL},
	{"SM.08", "Beschikbaarheid en bescherming infrastructuur",
	 IBP_TITLE_OFFICIAL},
	{"SM.09", "Onderhoud van de infrastructuur", IBP_TITLE_OFFICIAL},
	{"SM.10", "Cryptografisch sleutelmanagement", IBP_TITLE_OFFICIAL},
	{"SM.11", "Netwerkbeveiliging", IBP_TITLE_OFFICIAL},
	{"SM.12", "Beheersing van malware-aanvallen", IBP_TITLE_OFFICIAL},
	{"SM.13", "Bescherming van beveiligingstechnologie",
	 IBP_TITLE_OFFICIAL},
	{"PH.01", "Fysieke beveiligingsmaatregelen", IBP_TITLE_REPORTED},
	{"OP.02", "Procedures voor back-up en herstel", IBP_TITLE_REPORTED},
	{"BC.03", "Offsite back-upopslag", IBP_TITLE_REPORTED},
	{"SC.02", "Servicelevelmanagement", IBP_TITLE_OFFICIAL},
	{"PR.03", "Verwerkingsregister actualisatie", IBP_TITLE_OFFICIAL},
	{"PR.07", "Bewaar- en vernietigingsbeleid", IBP_TITLE_REPORTED},
	{"RB.03", "Toestemming", IBP_TITLE_OFFICIAL},
	{"RB.04", "Geautomatiseerde besluitvorming en/of profilering",
	 IBP_TITLE_OFFICIAL},
	{"SW.01", "AVG-rollen", IBP_TITLE_OFFICIAL},
	{"SW.03", "Doorgifte buiten de EER", IBP_TITLE_OFFICIAL},
	{"GB.01", "Datalekken detectie, classificatie en afhandeling",
	 IBP_TITLE_OFFICIAL},
	{"GB.02", "Melding datalekken", IBP_TITLE_OFFICIAL},
	{"GB.03", "Beveiliging persoonsgegevens", IBP_TITLE_OFFICIAL},
	{"VW.01", "Rapportage naleving AVG", IBP_TITLE_OFFICIAL},
};

/* Every other code was seen, or is forced by the numbers around it. */
static const char *const reconstructed[] = {
	"OR.02", "HR.01", "HR.02", "HR.03", "HR.04", "HR.05", "HR.06",
	"CO.01", "CO.02", "IM.04", "SD.02", "SD.03", "DM.01", "DM.03",
	"DM.04", "DM.05", "DM.06", "PH.02", "OP.03", "SC.01", "SC.03",
	"SC.04", "PR.01", "PR.02", "PR.04", "PR.05", "PR.06"};
static const char *const provisional[] = {"P1.01", "P1.02", "P1.03", "P1.04",
					  "P3.01", "P3.02", "P3.03"};

static struct ibp_framework *load(void)
{
	struct ibp_error err = {0};
	struct ibp_framework *framework = NULL;
	char *data = ibp_path_data(NULL);

	if (ibp_framework_open(data, "ibp-fo", "2024-06", &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_error_release(&err);
	free(data);
	return framework;
}

static int open_framework(void **state)
{
	*state = load();
	return 0;
}

static int close_framework(void **state)
{
	ibp_framework_free(*state);
	return 0;
}

static bool has_word(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(words[i], word))
			return true;
	return false;
}

static void test_known_titles_are_exact_and_the_others_marked(void **state)
{
	const struct ibp_framework *framework = *state;
	size_t counts[3] = {0};

	for (size_t i = 0; i < framework->norm_count; i++)
		counts[framework->norms[i].title_status]++;
	assert_int_equal(counts[IBP_TITLE_OFFICIAL], 29);
	assert_int_equal(counts[IBP_TITLE_REPORTED], 10);
	assert_int_equal(counts[IBP_TITLE_WORKING], 55);
	assert_int_equal(LENGTH(titles), 39);
	for (size_t i = 0; i < LENGTH(titles); i++) {
		const struct ibp_norm *norm =
			ibp_framework_find(framework, titles[i].code);

		assert_non_null(norm);
		assert_string_equal(norm->title, titles[i].title);
		assert_int_equal(norm->title_status, titles[i].status);
	}
}

static void test_codes_that_are_not_official_are_marked(void **state)
{
	const struct ibp_framework *framework = *state;

	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];
		enum ibp_code_status status = IBP_CODE_OFFICIAL;

		if (has_word(reconstructed, LENGTH(reconstructed), norm->code))
			status = IBP_CODE_RECONSTRUCTED;
		if (has_word(provisional, LENGTH(provisional), norm->code))
			status = IBP_CODE_PROVISIONAL;
		if (norm->code_status != status)
			fail_msg("%s", norm->code);
	}
}

static void test_an_official_title_has_the_publishers_address(void **state)
{
	const struct ibp_framework *framework = *state;

	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];

		if (norm->source) {
			assert_ptr_equal(strstr(norm->source, "https://"),
					 norm->source);
			assert_non_null(strstr(norm->source, ".kennisnet.nl/"));
		} else if (norm->title_status == IBP_TITLE_OFFICIAL) {
			fail_msg("%s: no source", norm->code);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_known_titles_are_exact_and_the_others_marked),
		cmocka_unit_test(test_codes_that_are_not_official_are_marked),
		cmocka_unit_test(
			test_an_official_title_has_the_publishers_address),
	};

	return cmocka_run_group_tests_name("norm titles", tests, open_framework,
					   close_framework);
}
