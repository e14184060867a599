/*
 * Agreements, impact, another day and suggestions, on the invented model,
 * with answers that were worked out by hand.
 */
#include "landscape_help.h"

#include "core/attention.h"
#include "core/impact.h"
#include "core/moment.h"
#include "core/suggest.h"

#define TODAY "2026-11-23"
#define MAIN IBP_PLACEMENT_MAIN
#define PLANNED IBP_PLACEMENT_PLANNED

struct fixture {
	struct made *made;
	struct ibp_cover *cover;
	struct ibp_arena arena;
};

static int set_up(void **state)
{
	struct fixture *f = ibp_alloc(sizeof(*f));

	f->made = made_new(made_model());
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	ibp_arena_release(&f->arena);
	ibp_cover_free(f->cover);
	made_free(f->made);
	free(f);
	return 0;
}

static void ask(struct fixture *f)
{
	made_finish(f->made);
	f->cover = ibp_cover_new(f->made->fora, &f->made->landscape, TODAY);
}

static struct ibp_application *app(struct fixture *f, const char *status)
{
	return &f->made->applications[made_app(f->made, "Iets", status)];
}

/* "0 agreement-missing -, 1 contract-ended 2026-01-01" */
static void check_attention(struct fixture *f, const char *wanted)
{
	struct ibp_attentions attentions;
	char found[1000] = "";

	ask(f);
	ibp_attentions_make(f->cover, ibp_derived_all(f->cover, &f->arena),
			    &attentions);
	for (size_t i = 0; i < attentions.count; i++) {
		const struct ibp_attention *item = &attentions.items[i];
		char line[80];

		snprintf(line, sizeof(line), "%s%zu %s %s", i ? ", " : "",
			 item->application, ibp_attention_word(item->kind),
			 item->date ? item->date : "-");
		strcat(found, line);
	}
	assert_string_equal(found, wanted);
	ibp_attentions_release(&attentions);
}

static void test_no_agreement(void **state)
{
	struct fixture *f = *state;

	app(f, "in-use")->personal_data = "ordinary";
	app(f, "in-use")->personal_data = "none";
	app(f, "in-use");
	app(f, "out")->personal_data = "special";
	app(f, "planned")->personal_data = "special";
	check_attention(f, "0 agreement-missing -, 4 agreement-missing -");
}

/* FORA says that it touches personal data; the board's "none" wins. */
static void test_derived_agreement(void **state)
{
	struct fixture *f = *state;

	made_place(f->made, made_app(f->made, "Een", "in-use"), "024", MAIN);
	made_place(f->made, made_app(f->made, "Twee", "in-use"), "024", MAIN);
	f->made->applications[1].personal_data = "none";
	check_attention(f, "0 agreement-missing -");
}

static void test_agreements(void **state)
{
	static const struct {
		const char *status;
		const char *ends;
	} given[] = {
		{"none", NULL},
		{"requested", NULL},
		{"expired", "2025-01-01"},
		{"signed", "2026-11-22"},
		{"signed", "2026-11-23"}, /* holds to the end of the day */
		{"signed", "2027-05-23"},
		{"signed", "2027-05-24"},
		{"signed", NULL},
		{"not-needed", "2020-01-01"},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++) {
		struct ibp_application *a = app(f, "in-use");

		a->personal_data = "ordinary";
		a->agreement.status = given[i].status;
		a->agreement.ends = given[i].ends;
	}
	check_attention(f, "0 agreement-missing -, 1 agreement-unsigned -, "
			   "2 agreement-expired 2025-01-01, "
			   "3 agreement-expired 2026-11-22, "
			   "4 agreement-ending 2026-11-23, "
			   "5 agreement-ending 2027-05-23");
}

static void test_contracts(void **state)
{
	struct fixture *f = *state;

	app(f, "in-use")->contract_end = "2026-11-22";
	app(f, "in-use")->contract_end = "2026-11-23";
	app(f, "phase-out")->contract_end = "2027-05-23";
	app(f, "in-use")->contract_end = "2027-05-24";
	app(f, "out")->contract_end = "2026-11-22";
	app(f, "in-use")->agreement.dpia = "needed";
	app(f, "in-use")->agreement.dpia = "local";
	check_attention(f, "0 contract-ended 2026-11-22, "
			   "1 contract-ending 2026-11-23, "
			   "2 contract-ending 2027-05-23, 5 dpia-needed -");
}

/* "024 025": the elements with these numbers, in this order. */
static void check_elements(const struct fixture *f, const uint32_t *elements,
			   size_t count, const char *wanted)
{
	char found[400] = "";

	for (size_t i = 0; i < count; i++)
		strncat(strcat(found, i ? " " : ""),
			f->made->fora->elements[elements[i]].id +
				strlen("id-abc00"),
			3);
	assert_string_equal(found, wanted);
}

static void check_functions(const struct fixture *f,
			    const struct ibp_impact *impact, const char *wanted)
{
	char found[400] = "";

	for (size_t i = 0; i < impact->function_count; i++) {
		const struct ibp_impact_function *one = &impact->functions[i];
		char line[20];

		snprintf(line, sizeof(line), "%s%.3s %zu%s", i ? ", " : "",
			 f->made->fora->elements[one->element].id +
				 strlen("id-abc00"),
			 one->others, one->is_left_without ? "!" : "");
		strcat(found, line);
	}
	assert_string_equal(found, wanted);
}

static void make_three(struct fixture *f)
{
	made_schools(f->made, 3);
	made_place(f->made, made_app(f->made, "Oogst", "in-use"), "024", MAIN);
	made_place(f->made, made_app(f->made, "Weeg", "in-use"), "025", MAIN);
	made_place(f->made, made_app(f->made, "Robot", "planned"), "027", MAIN);
	made_use(f->made, 0, 2);
	made_use(f->made, 1, 0);
	made_use(f->made, 1, 2);
	made_couple(f->made, 0, 1);
	made_couple(f->made, 1, 2);
	made_couple(f->made, 2, 0);
	ask(f);
}

static void test_impact_of_application(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_application(f->cover, 0, &impact);
	assert_int_equal(impact.application_count, 1);
	check_functions(f, &impact, "003 1, 007 1, 00e 0!, 004 1, 009 1");
	assert_int_equal(impact.left_without, 1);
	check_elements(f, impact.processes, impact.process_count,
		       "012 015 016 013");
	check_elements(f, impact.objects, impact.object_count, "01a 019 01d");
	assert_int_equal(impact.application_function_count, 3);
	assert_int_equal(impact.school_count, 1);
	assert_int_equal(impact.schools[0], 2);
	assert_int_equal(impact.coupling_count, 2);
	assert_int_equal(impact.couplings[1], 2);
	ibp_impact_release(&impact);
}

/* What does not serve yet leaves nothing behind. */
static void test_impact_of_planned(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_application(f->cover, 2, &impact);
	check_functions(f, &impact, "005 0, 00b 0");
	assert_int_equal(impact.left_without, 0);
	assert_int_equal(impact.school_count, 3);
	ibp_impact_release(&impact);
}

static void test_impact_of_process(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	made_place(f->made, made_app(f->made, "Ladder", "in-use"), "015", MAIN);
	ask(f);
	ibp_impact_of_application(f->cover, 0, &impact);
	check_functions(f, &impact, "003 0!, 007 0!");
	/* Its own steps and the process that it is part of, no others. */
	check_elements(f, impact.processes, impact.process_count,
		       "012 015 016");
	ibp_impact_release(&impact);
}

static void test_impact_of_component(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_element(f->cover, made_element(f->made, "028"), &impact);
	/* The suite as such is nobody's; one of its parts is. */
	assert_int_equal(impact.application_count, 0);
	check_functions(f, &impact, "003 2, 007 2, 004 2, 00a 0, 009 2");
	ibp_impact_release(&impact);
	ibp_impact_of_element(f->cover, made_element(f->made, "025"), &impact);
	assert_int_equal(impact.application_count, 1);
	assert_int_equal(impact.applications[0], 1);
	check_functions(f, &impact, "003 1, 007 1, 004 1, 009 1");
	ibp_impact_release(&impact);
}

static void test_impact_of_object(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_element(f->cover, made_element(f->made, "01d"), &impact);
	assert_int_equal(impact.application_count, 1);
	assert_int_equal(impact.applications[0], 0);
	check_elements(f, impact.objects, impact.object_count, "01d");
	ibp_impact_release(&impact);
}

static void test_impact_of_domain(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_element(f->cover, made_element(f->made, "001"), &impact);
	assert_int_equal(impact.application_count, 2);
	assert_int_equal(impact.left_without, 5);
	ibp_impact_release(&impact);
	ibp_impact_of_element(f->cover, made_element(f->made, "002"), &impact);
	assert_int_equal(impact.application_count, 0);
	assert_int_equal(impact.left_without, 0);
	ibp_impact_release(&impact);
}

/* Nothing stands on a law. */
static void test_impact_of_nothing(void **state)
{
	struct fixture *f = *state;
	struct ibp_impact impact;

	make_three(f);
	ibp_impact_of_element(f->cover, made_element(f->made, "034"), &impact);
	assert_int_equal(impact.application_count, 0);
	assert_int_equal(impact.function_count, 0);
	assert_int_equal(impact.process_count, 0);
	assert_int_equal(impact.school_count, 0);
	ibp_impact_release(&impact);
}

static void test_moments(void **state)
{
	struct fixture *f = *state;
	struct ibp_cover *later;
	struct ibp_moments moments;
	char found[400] = "";

	make_three(f);
	f->made->applications[1].out_from = "2027-03-01";
	f->made->applications[0].phase_out_from = "2027-02-01";
	f->made->applications[2].in_use_from = "2027-01-01";
	later = ibp_cover_new(f->made->fora, &f->made->landscape, "2027-06-01");
	ibp_moments_make(f->cover, later, &moments);
	assert_string_equal(moments.applications[0].after, "phase-out");
	assert_string_equal(moments.applications[1].before, "in-use");
	assert_string_equal(moments.applications[1].after, "out");
	assert_string_equal(moments.applications[2].after, "in-use");
	assert_int_equal(moments.changed, 3);
	for (size_t i = 0; i < moments.function_count; i++) {
		const struct ibp_moment_function *one = &moments.functions[i];
		char line[40];

		snprintf(line, sizeof(line), "%s%.3s %s", i ? ", " : "",
			 f->made->fora->elements[one->element].id +
				 strlen("id-abc00"),
			 ibp_moment_word(one->kind));
		strcat(found, line);
	}
	assert_string_equal(found, "003 changed, 007 changed, 004 changed, "
				   "009 changed, 005 gained, 00b gained");
	assert_int_equal(moments.before.total.gaps,
			 moments.after.total.gaps + 2);
	ibp_moments_release(&moments);
	ibp_cover_free(later);
}

static void test_moment_lost(void **state)
{
	struct fixture *f = *state;
	struct ibp_cover *later;
	struct ibp_moments moments;

	made_place(f->made, made_app(f->made, "Ruil", "in-use"), "00e", MAIN);
	f->made->applications[0].out_from = "2027-03-01";
	ask(f);
	later = ibp_cover_new(f->made->fora, &f->made->landscape, "2027-06-01");
	ibp_moments_make(f->cover, later, &moments);
	/* A draft function is no row of its own once nothing is there. */
	assert_int_equal(moments.function_count, 2);
	assert_int_equal(moments.functions[1].kind, IBP_MOMENT_LOST);
	assert_non_null(moments.functions[1].before);
	assert_null(moments.functions[1].after);
	ibp_moments_release(&moments);
	ibp_cover_free(later);
}

static const char *oogst_components[] = {"id-abc00024102440248024123456789024",
					 "id-weg",
					 /* A national facility. */
					 "id-abc0002f102f402f802f12345678902f"};
static const char *suite_components[] = {
	"id-abc00028-1028-4028-8028-123456789028",
	"id-abc00026102640268026123456789026"};
static struct ibp_product product_items[] = {
	{.name = "Oogstwijzer",
	 .vendor = "Fruit BV",
	 .components = {oogst_components, 3}},
	{.name = "Weegsuite (WS1)",
	 .vendor = "Kist & Zn (Kistcom)",
	 .components = {suite_components, 2}},
};
static const struct ibp_products products = {.items = product_items,
					     .count = 2};

/* "0 024 name, 0 02d model" */
static void check_suggestions(const struct fixture *f,
			      struct ibp_suggestions *suggestions,
			      const char *wanted)
{
	char found[1000] = "";

	for (size_t i = 0; i < suggestions->count; i++) {
		const struct ibp_suggestion *one = &suggestions->items[i];
		char line[40];

		snprintf(line, sizeof(line), "%s%zu %.3s %s", i ? ", " : "",
			 one->application,
			 f->made->fora->elements[one->element].id +
				 strlen("id-abc00"),
			 ibp_suggest_word(one->basis));
		strcat(found, line);
		assert_int_equal(one->product == NULL,
				 one->basis == IBP_SUGGEST_BY_MODEL);
	}
	assert_string_equal(found, wanted);
	ibp_suggestions_release(suggestions);
}

static void test_suggest_all(void **state)
{
	struct fixture *f = *state;
	struct ibp_suggestions suggestions;

	made_app(f->made, "De OOGSTWIJZER 6", "in-use");
	made_app(f->made, "Oogstwijzers", "in-use");
	made_app(f->made, "WS1", "planned");
	made_app(f->made, "Oogstwijzer oud", "out");
	made_app(f->made, "Kistenteller", "in-use");
	f->made->applications[4].supplier = "KISTCOM";
	made_place(f->made, 4, "028", PLANNED);
	made_app(f->made, "Kistenteller", "in-use");
	f->made->applications[5].supplier = "Kist & Zn";
	made_place(f->made, 5, "026", PLANNED);
	ask(f);
	ibp_suggest_all(f->cover, &products, &suggestions);
	check_suggestions(f, &suggestions,
			  "0 024 name, 2 028 name, 2 026 name, 5 028 vendor");
}

/* What its component performs, and what that serves, each once. */
static void test_suggest_one(void **state)
{
	struct fixture *f = *state;
	struct ibp_suggestions suggestions;

	made_app(f->made, "Oogstwijzer", "in-use");
	made_place(f->made, 0, "026", MAIN);
	made_place(f->made, 0, "007", MAIN);
	ask(f);
	ibp_suggest_one(f->cover, &products, 0, &suggestions);
	check_suggestions(f, &suggestions,
			  "0 024 name, 0 02b model, 0 02d model, 0 02a model, "
			  "0 00a model, 0 009 model");
}

static void test_suggest_nothing(void **state)
{
	const struct ibp_products none = {0};
	struct fixture *f = *state;
	struct ibp_suggestions suggestions;

	made_app(f->made, "Oogstwijzer", "in-use");
	ask(f);
	ibp_suggest_all(f->cover, &none, &suggestions);
	check_suggestions(f, &suggestions, "");
	ibp_suggest_one(f->cover, &none, 0, &suggestions);
	check_suggestions(f, &suggestions, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_no_agreement),
		TEST(test_derived_agreement),
		TEST(test_agreements),
		TEST(test_contracts),
		TEST(test_impact_of_application),
		TEST(test_impact_of_planned),
		TEST(test_impact_of_process),
		TEST(test_impact_of_component),
		TEST(test_impact_of_object),
		TEST(test_impact_of_domain),
		TEST(test_impact_of_nothing),
		TEST(test_moments),
		TEST(test_moment_lost),
		TEST(test_suggest_all),
		TEST(test_suggest_one),
		TEST(test_suggest_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
