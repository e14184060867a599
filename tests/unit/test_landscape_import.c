/* Lists of applications: what they would change, and what is wrong. */
#include "landscape_help.h"

#include "base/locale.h"
#include "exchange/arrival_csv.h"
#include "exchange/element_words.h"
#include "exchange/landscape_import.h"

struct fixture {
	struct made *made;
	struct ibp_arrivals arrivals;
	struct ibp_labels labels;
	struct ibp_landscape_import import;
	struct ibp_error err;
};

static int set_up(void **state)
{
	struct fixture *f = ibp_alloc(sizeof(*f));

	f->made = made_new(made_model());
	made_schools(f->made, 3);
	ibp_application_labels(&f->labels);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	ibp_landscape_import_release(&f->import);
	ibp_arrivals_release(&f->arrivals);
	ibp_labels_release(&f->labels);
	ibp_error_release(&f->err);
	made_free(f->made);
	free(f);
	return 0;
}

static void take(struct fixture *f, const char *text)
{
	static const struct ibp_products none;
	const struct ibp_arrival_reader reader = {.file = "a",
						  .today = "2026-11-23",
						  .arrivals = &f->arrivals,
						  .labels = &f->labels,
						  .err = &f->err};
	struct ibp_landscape_target target = {.landscape = &f->made->landscape,
					      .fora = f->made->fora,
					      .products = &none};
	struct ibp_arrival_table table = {0};

	for (size_t i = 0; i < IBP_SUBJECT_COUNT; i++)
		target.next[i] = 50;
	ibp_arrivals_csv(&reader, text, strlen(text), NULL, &table);
	if (!f->err.count)
		ibp_landscape_compare(&target, "a", &f->arrivals, &f->import,
				      &f->err);
	ibp_buf_release(&table.unused);
	ibp_buf_release(&table.map);
}

/* What KEY's FIELD becomes; "-": cleared; NULL: it does not change. */
static const char *becomes(const struct fixture *f, enum ibp_subject subject,
			   const char *key, const char *field)
{
	const struct ibp_changes *changes = &f->import.changes;

	assert_string_equal(ibp_error_text(&f->err), "");
	for (size_t i = 0; i < changes->count; i++) {
		const struct ibp_change *change = &changes->items[i];

		if (change->subject == subject && !strcmp(change->key, key) &&
		    !strcmp(change->field, field))
			return change->to ? change->to : "-";
	}
	return NULL;
}

static void test_only_what_differs(void **state)
{
	struct fixture *f = *state;
	size_t app = made_app(f->made, "Weegapp", "in-use");

	f->made->applications[app].owner = "boer";
	take(f, "name;owner;status;cost\nWEEGAPP;;in gebruik;€ 1.250,00\n");
	assert_string_equal(becomes(f, IBP_SUBJECT_APPLICATION, "1", "owner"),
			    "-");
	assert_string_equal(becomes(f, IBP_SUBJECT_APPLICATION, "1", "cost"),
			    "1250");
	assert_int_equal(f->import.changes.count, 2);
	assert_int_equal(f->import.added, 0);
}

/* A comma within a name, a name alone, a name for two, and an id. */
static void test_words_of_elements(void **state)
{
	struct fixture *f = *state;
	struct ibp_element_words words;
	struct ibp_arena arena = {0};
	uint32_t scale = made_element(f->made, "025");

	ibp_element_words_init(&words, f->made->fora);
	assert_int_equal(ibp_element_words_find(&words, "weegschaal-app"),
			 scale);
	assert_int_equal(
		ibp_element_words_find(&words,
				       "abc00025-1025-4025-8025-123456789025"),
		scale);
	assert_int_equal(ibp_element_words_find(&words, "Sorteren"),
			 IBP_FORA_NONE);
	assert_int_equal(ibp_element_words_find(&words, ""), IBP_FORA_NONE);
	for (uint32_t i = 0; i < f->made->fora->element_count; i++)
		assert_int_equal(ibp_element_words_find(
					 &words, ibp_element_words_get(
							 &words, i, &arena)),
				 i);
	ibp_element_words_release(&words);
	ibp_arena_release(&arena);
}

/* Places of a kind that has no column stay, others make way. */
static void test_places_of_one_kind(void **state)
{
	struct fixture *f = *state;
	size_t app = made_app(f->made, "Weegapp", "in-use");

	made_place(f->made, app, "024", IBP_PLACEMENT_MAIN);
	made_place(f->made, app, "026", IBP_PLACEMENT_PLANNED);
	f->made->placements[0].element_id =
		"id-abc00024102440248024123456789024";
	f->made->placements[1].element_id =
		"id-abc00026102640268026123456789026";
	f->made->applications[app].placements = f->made->placements;
	f->made->applications[app].placement_count = 2;
	take(f, "name,main\nWeegapp,Weegschaal-app\n");
	assert_string_equal(
		becomes(f, IBP_SUBJECT_PLACEMENT, "1", "application"), "-");
	assert_null(becomes(f, IBP_SUBJECT_PLACEMENT, "2", "application"));
	assert_string_equal(
		becomes(f, IBP_SUBJECT_PLACEMENT, "50", "element_name"),
		"Weegschaal-app");
	assert_string_equal(becomes(f, IBP_SUBJECT_PLACEMENT, "50", "kind"),
			    "main");
	assert_string_equal(becomes(f, IBP_SUBJECT_BOARD, "", "fora"),
			    f->made->fora->version);
}

/* A row for each school. */
static void test_rows_together(void **state)
{
	struct fixture *f = *state;

	take(f, "name,school,owner\nA,Appel,\nB,,\na,Peer,boer\n");
	assert_string_equal(becomes(f, IBP_SUBJECT_APPLICATION, "50", "owner"),
			    "boer");
	assert_string_equal(becomes(f, IBP_SUBJECT_USE, "50:40", "used"),
			    "yes");
	assert_string_equal(becomes(f, IBP_SUBJECT_USE, "50:3", "used"), "yes");
	assert_null(becomes(f, IBP_SUBJECT_USE, "50:77", "used"));
	assert_int_equal(f->import.hint_count, 1);
	assert_int_equal(f->import.hints[0].at.line, 4);
}

/* For all schools with one row, for one with another: for all. */
static void test_rows_for_all(void **state)
{
	struct fixture *f = *state;

	take(f, "name,school\nA,Appel\nA,\nA,Peer\n");
	assert_null(becomes(f, IBP_SUBJECT_USE, "50:40", "used"));
	assert_null(becomes(f, IBP_SUBJECT_USE, "50:3", "used"));
}

static void refuse(struct fixture *f, const char *text, const char *message)
{
	take(f, text);
	assert_non_null(strstr(ibp_error_text(&f->err), message));
	assert_int_equal(f->import.changes.count, 0);
	ibp_error_release(&f->err);
	ibp_arrivals_release(&f->arrivals);
}

static void test_faults(void **state)
{
	struct fixture *f = *state;

	made_app(f->made, "Dubbel", NULL);
	made_app(f->made, "dubbel", NULL);
	refuse(f, "name\nDubbel\n", "a:2: The board has several");
	refuse(f, "name,main\nA,Sorteren\n", "a:2:2: \"Sorteren\" is the name");
	refuse(f, "name,main\nA,Plukker\n", "a:2:2: ");
	refuse(f, "name,cost\nA,12.50\n", "a:2:2: ");
	refuse(f, "name,owner\nA,x\nB,y\na,z\n", "a:4:2: a is there already");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_only_what_differs, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_words_of_elements, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_places_of_one_kind, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_rows_together, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_rows_for_all, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_faults, set_up, tear_down),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
