/*
 * Coverage, gaps, overlaps and what is derived, on the invented model, with
 * answers that were worked out by hand.
 */
#include "landscape_help.h"

#include "core/coverage.h"
#include "core/derived.h"
#include "core/overlap.h"

#define TODAY "2026-11-23"
#define MAIN IBP_PLACEMENT_MAIN
#define PARTIAL IBP_PLACEMENT_PARTIAL
#define PLANNED IBP_PLACEMENT_PLANNED

struct fixture {
	struct made *made;
	struct ibp_cover *cover;
	struct ibp_coverage coverage;
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

	ibp_coverage_release(&f->coverage);
	ibp_cover_free(f->cover);
	made_free(f->made);
	free(f);
	return 0;
}

static void ask(struct fixture *f)
{
	made_finish(f->made);
	f->cover = ibp_cover_new(f->made->fora, &f->made->landscape, TODAY);
	ibp_coverage_of_functions(f->cover, &f->coverage);
}

/* The row of the element with this number; NULL: none. */
static const struct ibp_coverage_row *row(const struct fixture *f,
					  const char *number)
{
	uint32_t element = made_element(f->made, number);

	for (size_t i = 0; i < f->coverage.count; i++)
		if (f->coverage.rows[i].element == element)
			return &f->coverage.rows[i];
	return NULL;
}

/* The numbers in WANTED, "003 007", are those of the rows that PASS. */
static void check_rows(const struct fixture *f, const char *wanted,
		       bool passes(const struct ibp_coverage_row *row))
{
	char found[400] = "";

	for (size_t i = 0; i < f->coverage.count; i++) {
		const struct ibp_coverage_row *r = &f->coverage.rows[i];
		const char *id = f->made->fora->elements[r->element].id;

		if (passes(r))
			strncat(strcat(found, *found ? " " : ""),
				id + strlen("id-abc00"), 3);
	}
	assert_string_equal(found, wanted);
}

static bool any(const struct ibp_coverage_row *r)
{
	return r != NULL;
}

static bool is_gap(const struct ibp_coverage_row *r)
{
	return r->is_gap;
}

static bool is_served(const struct ibp_coverage_row *r)
{
	return r->application_count > 0;
}

static bool is_planned(const struct ibp_coverage_row *r)
{
	return r->planned_count > 0;
}

static bool is_excluded(const struct ibp_coverage_row *r)
{
	return r->exclusion != NULL;
}

/* What is expected nothing for, a draft or expired, is no gap. */
static void test_empty(void **state)
{
	struct fixture *f = *state;

	ask(f);
	check_rows(f, "003 007 010 00d 008 004 00a 009 005 00b 011 006 00c",
		   any);
	check_rows(f, "003 007 00d 008 004 00a 009 005 00b", is_gap);
	assert_int_equal(f->coverage.total.rows, 13);
	assert_int_equal(f->coverage.total.expected, 9);
	assert_int_equal(f->coverage.total.gaps, 9);
	assert_int_equal(f->coverage.total.covered, 0);
	assert_int_equal(f->coverage.total.applications, 0);
	assert_int_equal(f->coverage.domain_count, 2);
	assert_int_equal(f->coverage.domains[0].rows, 8);
	assert_int_equal(f->coverage.domains[1].gaps, 2);
}

/* Component, application function, process, function, main function. */
static void test_component(void **state)
{
	struct fixture *f = *state;
	size_t app = made_app(f->made, "Oogst", "in-use");

	made_place(f->made, app, "024", MAIN);
	ask(f);
	/* Its reports hold an exchange function, inside each other. */
	check_rows(f, "003 007 00e 004 009", is_served);
	check_rows(f, "00d 008 00a 005 00b", is_gap);
	assert_int_equal(f->coverage.total.covered, 5);
	assert_int_equal(f->coverage.total.applications, 1);
	assert_int_equal(f->coverage.domains[0].applications, 1);
	assert_int_equal(f->coverage.domains[1].applications, 0);
}

/* A suite is its parts, and their functions. */
static void test_whole(void **state)
{
	struct fixture *f = *state;
	size_t app = made_app(f->made, "Pakket", "phase-out");
	struct ibp_coverage components;

	made_place(f->made, app, "028", PARTIAL);
	ask(f);
	check_rows(f, "003 007 004 00a 009", is_served);
	ibp_coverage_of_components(f->cover, &components);
	assert_int_equal(components.count, 6);
	assert_int_equal(components.total.covered, 3);
	assert_int_equal(components.total.gaps, 0);
	ibp_coverage_release(&components);
}

static void test_part_is_not_the_whole(void **state)
{
	struct fixture *f = *state;
	struct ibp_coverage components;

	made_place(f->made, made_app(f->made, "Weeg", "in-use"), "025", MAIN);
	ask(f);
	check_rows(f, "003 007 004 009", is_served);
	ibp_coverage_of_components(f->cover, &components);
	assert_int_equal(components.total.covered, 1);
	ibp_coverage_release(&components);
}

static void test_process(void **state)
{
	struct fixture *f = *state;

	made_place(f->made, made_app(f->made, "Ladder", "in-use"), "016", MAIN);
	ask(f);
	check_rows(f, "003 007", is_served);
}

/* It shares a process with another function, which it does not serve. */
static void test_function(void **state)
{
	struct fixture *f = *state;

	made_place(f->made, made_app(f->made, "Sorteer", "in-use"), "009",
		   MAIN);
	ask(f);
	check_rows(f, "004 009", is_served);
}

/* A part of it is a part of another main function too: that is not served. */
static void test_main_function(void **state)
{
	struct fixture *f = *state;

	made_place(f->made, made_app(f->made, "Fruit", "in-use"), "003", MAIN);
	ask(f);
	check_rows(f, "003 007 010 00d 00e 008", is_served);
}

static void test_serving_is_not_passed_on(void **state)
{
	struct fixture *f = *state;

	/* It serves reports, which serve a process. */
	made_place(f->made, made_app(f->made, "Weeg", "in-use"), "02a", MAIN);
	ask(f);
	check_rows(f, "003 007 004 009", is_served);
	assert_false(ibp_sets_has(&f->cover->served,
				  made_element(f->made, "012"), 0));
}

static void test_planned(void **state)
{
	struct fixture *f = *state;
	size_t later = made_app(f->made, "Robot", "planned");
	size_t now = made_app(f->made, "Reken", "in-use");
	size_t out = made_app(f->made, "Oud", "out");

	made_place(f->made, later, "027", MAIN);
	made_place(f->made, now, "00d", PLANNED);
	made_place(f->made, out, "008", MAIN);
	made_place(f->made, out, "00a", PLANNED);
	ask(f);
	check_rows(f, "", is_served);
	check_rows(f, "003 00d 004 005 00b", is_planned);
	assert_int_equal(f->coverage.total.gaps, 9);
	assert_int_equal(row(f, "00b")->planned[0], later);
}

/* Planned beside served by the same application says nothing. */
static void test_planned_and_served(void **state)
{
	struct fixture *f = *state;
	size_t app = made_app(f->made, "Weeg", "in-use");

	made_place(f->made, app, "007", MAIN);
	made_place(f->made, app, "02a", PLANNED);
	ask(f);
	check_rows(f, "003 007 010", is_served);
	check_rows(f, "004 009", is_planned);
}

static void test_exclusions(void **state)
{
	struct fixture *f = *state;

	made_exclude_at(f->made, made_element(f->made, "005"), "geen vee");
	made_exclude_at(f->made, made_element(f->made, "00d"), "uit de hand");
	made_exclude_at(f->made, IBP_FORA_NONE, "bestaat niet meer");
	made_place(f->made, made_app(f->made, "Robot", "in-use"), "027", MAIN);
	ask(f);
	check_rows(f, "00d 005 00b 011", is_excluded);
	check_rows(f, "003 007 008 004 00a 009", is_gap);
	check_rows(f, "005 00b", is_served);
	assert_string_equal(row(f, "00b")->exclusion->reason, "geen vee");
	assert_int_equal(f->coverage.total.excluded, 4);
	assert_int_equal(f->coverage.total.covered, 0);
	assert_int_equal(f->coverage.total.expected, 6);
}

static void test_excluded_domain(void **state)
{
	struct fixture *f = *state;

	made_exclude_at(f->made, made_element(f->made, "002"), "geen zuivel");
	ask(f);
	check_rows(f, "005 00b 011 006 00c", is_excluded);
}

/* The edition does not have the element any more. */
static void test_dropped(void **state)
{
	struct fixture *f = *state;
	struct ibp_arena arena = {0};
	size_t app = made_app(f->made, "Weg", "in-use");
	size_t count = 0;

	made_app(f->made, "Nergens", "planned");
	made_app(f->made, "Oud", "out");
	made_place_at(f->made, app, IBP_FORA_NONE, MAIN);
	ask(f);
	check_rows(f, "", is_served);
	assert_int_equal(ibp_cover_unplaced(f->cover, &arena, &count)[1], 1);
	assert_int_equal(count, 2);
	ibp_arena_release(&arena);
}

static void test_candidates(void **state)
{
	struct fixture *f = *state;
	struct ibp_arena arena = {0};
	size_t count = 0;
	uint32_t *found;

	ask(f);
	found = ibp_coverage_candidates(f->cover, made_element(f->made, "00a"),
					&arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(f->made->fora->elements[found[0]].name,
			    "Koelsysteem");
	assert_string_equal(f->made->fora->elements[found[1]].name, "Suite");
	ibp_coverage_candidates(f->cover, made_element(f->made, "008"), &arena,
				&count);
	assert_int_equal(count, 0);
	ibp_coverage_candidates(f->cover, made_element(f->made, "003"), &arena,
				&count);
	assert_int_equal(count, 3);
	ibp_arena_release(&arena);
}

/* One overlap of applications 0 and 1 on the element, or none at all. */
static void check_overlap(struct fixture *f, const char *number,
			  bool is_possible)
{
	struct ibp_overlaps overlaps;

	ask(f);
	ibp_overlaps_make(f->cover, &overlaps);
	assert_int_equal(overlaps.count, number != NULL);
	assert_int_equal(overlaps.possible, number && is_possible);
	for (size_t i = 0; i < overlaps.count; i++) {
		const struct ibp_overlap *item = &overlaps.items[i];
		struct ibp_shared *shared =
			ibp_overlap_shared(&overlaps, item, &overlaps.arena);

		assert_int_equal(item->a, 0);
		assert_int_equal(item->b, 1);
		assert_int_equal(item->is_possible, is_possible);
		assert_int_equal(shared[0].element,
				 made_element(f->made, number));
		assert_int_equal(shared[0].is_possible, is_possible);
	}
	ibp_overlaps_release(&overlaps);
}

static void two(struct fixture *f, const char *one, const char *other)
{
	made_schools(f->made, 3);
	made_place(f->made, made_app(f->made, "Een", "in-use"), one, MAIN);
	made_place(f->made, made_app(f->made, "Twee", "phase-out"), other,
		   PARTIAL);
}

static void test_overlap_component(void **state)
{
	two(*state, "024", "024");
	check_overlap(*state, "024", false);
}

static void test_overlap_part(void **state)
{
	two(*state, "028", "025");
	check_overlap(*state, "025", false);
}

static void test_overlap_function(void **state)
{
	two(*state, "02b", "02b");
	check_overlap(*state, "02b", false);
}

static void test_overlap_possible(void **state)
{
	two(*state, "024", "025");
	check_overlap(*state, "02a", true);
}

/* One of them is on the function itself, the other on a component. */
static void test_overlap_half(void **state)
{
	two(*state, "02b", "026");
	check_overlap(*state, "02b", true);
}

/* The same business function is not yet an overlap. */
static void test_no_overlap(void **state)
{
	two(*state, "007", "007");
	check_overlap(*state, NULL, false);
}

static void test_overlap_of_planned(void **state)
{
	struct fixture *f = *state;

	two(f, "024", "026");
	made_place(f->made, 1, "024", PLANNED);
	check_overlap(f, NULL, false);
}

static void test_overlap_schools(void **state)
{
	struct fixture *f = *state;

	two(f, "024", "024");
	made_use(f->made, 0, 0);
	made_use(f->made, 0, 2);
	made_use(f->made, 1, 1);
	check_overlap(f, NULL, false);
}

static void test_overlap_one_school(void **state)
{
	struct fixture *f = *state;
	struct ibp_overlaps overlaps;
	size_t count = 0;

	two(f, "024", "024");
	made_use(f->made, 0, 1);
	made_use(f->made, 0, 2);
	check_overlap(f, "024", false);
	ibp_overlaps_make(f->cover, &overlaps);
	assert_int_equal(ibp_overlap_schools(&overlaps, overlaps.items,
					     &overlaps.arena, &count)[0],
			 1);
	assert_int_equal(count, 2);
	ibp_overlaps_release(&overlaps);
}

/* A board that has not said which schools it has. */
static void test_overlap_board(void **state)
{
	struct fixture *f = *state;

	two(f, "024", "024");
	f->made->landscape.school_count = 0;
	check_overlap(f, "024", false);
}

static void check_rated(const struct fixture *f, const struct ibp_rated *rated,
			enum ibp_fora_rating rating, const char *object)
{
	assert_int_equal(rated->rating, rating);
	assert_int_equal(rated->object, object ? made_element(f->made, object) :
						 IBP_FORA_NONE);
}

static void test_derived(void **state)
{
	struct fixture *f = *state;
	struct ibp_arena arena = {0};
	struct ibp_derived *all;

	made_place(f->made, made_app(f->made, "Oogst", "in-use"), "024", MAIN);
	made_place(f->made, made_app(f->made, "Suite", "out"), "028", PLANNED);
	made_place(f->made, made_app(f->made, "Pluk", "in-use"), "012", MAIN);
	ask(f);
	all = ibp_derived_all(f->cover, &arena);
	assert_int_equal(all[0].objects, 3);
	check_rated(f, &all[0].availability, IBP_FORA_MEDIUM, "01d");
	check_rated(f, &all[0].integrity, IBP_FORA_HIGH, "01d");
	check_rated(f, &all[0].confidentiality, IBP_FORA_HIGH, "01d");
	assert_int_equal(all[0].personal_data, IBP_FORA_YES);
	assert_int_equal(all[1].objects, 2);
	check_rated(f, &all[1].availability, IBP_FORA_LOW, "01a");
	check_rated(f, &all[1].integrity, IBP_FORA_MEDIUM, "019");
	check_rated(f, &all[1].confidentiality, IBP_FORA_HIGH, "019");
	assert_int_equal(all[1].personal_object, made_element(f->made, "019"));
	/* What a process uses says nothing about who supports it. */
	assert_int_equal(all[2].objects, 0);
	check_rated(f, &all[2].availability, IBP_FORA_UNRATED, NULL);
	assert_int_equal(all[2].personal_data, IBP_FORA_UNANSWERED);
	ibp_arena_release(&arena);
}

/* The board's own value wins, and one that is not its own is shown so. */
static void test_personal_data(void **state)
{
	const struct ibp_derived yes = {.personal_data = IBP_FORA_YES};
	const struct ibp_derived open = {0};
	const struct ibp_application none = {.personal_data = "none"};
	const struct ibp_application special = {.personal_data = "special"};
	const struct ibp_application silent = {0};
	bool is_derived = true;

	(void)state;
	assert_string_equal(ibp_personal_data_of(&none, &yes, &is_derived),
			    "none");
	assert_false(is_derived);
	assert_false(ibp_has_personal_data(&none, &yes));
	assert_true(ibp_has_personal_data(&special, &open));
	assert_string_equal(ibp_personal_data_of(&silent, &yes, &is_derived),
			    "ordinary");
	assert_true(is_derived);
	assert_true(ibp_has_personal_data(&silent, &yes));
	assert_false(ibp_has_personal_data(&silent, &open));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_empty),
		TEST(test_component),
		TEST(test_whole),
		TEST(test_part_is_not_the_whole),
		TEST(test_process),
		TEST(test_function),
		TEST(test_main_function),
		TEST(test_serving_is_not_passed_on),
		TEST(test_planned),
		TEST(test_planned_and_served),
		TEST(test_exclusions),
		TEST(test_excluded_domain),
		TEST(test_dropped),
		TEST(test_candidates),
		TEST(test_overlap_component),
		TEST(test_overlap_part),
		TEST(test_overlap_function),
		TEST(test_overlap_possible),
		TEST(test_overlap_half),
		TEST(test_no_overlap),
		TEST(test_overlap_of_planned),
		TEST(test_overlap_schools),
		TEST(test_overlap_one_school),
		TEST(test_overlap_board),
		TEST(test_derived),
		cmocka_unit_test(test_personal_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
