/* The map of a landscape: everything has its place, and texts fit. */
#include "landscape_help.h"

#include "exchange/boxes.h"
#include "exchange/text_width.h"

#define WIDE 404
#define HIGH 266

static const struct ibp_box_style style = {
	.size = {19, 13, 11, 10, 10},
	.bold = {true, true, false, false, true},
	.line = 118,
	.pad = 4,
	.gap = 3,
	.column = 230,
};

struct fixture {
	struct made *made;
	struct ibp_boxes boxes;
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

	ibp_boxes_release(&f->boxes);
	made_free(f->made);
	free(f);
	return 0;
}

static void make(struct fixture *f)
{
	struct ibp_cover *cover;
	struct ibp_coverage coverage;
	struct ibp_overlaps overlaps;

	made_finish(f->made);
	cover = ibp_cover_new(f->made->fora, &f->made->landscape, "2026-11-23");
	ibp_coverage_of_functions(cover, &coverage);
	ibp_overlaps_make(cover, &overlaps);
	ibp_boxes_make(cover, &coverage, &overlaps, &f->boxes);
	ibp_overlaps_release(&overlaps);
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
}

static bool overlap(const struct ibp_box *a, const struct ibp_box *b)
{
	return a->x < b->x + b->width && b->x < a->x + a->width &&
	       a->y < b->y + b->height && b->y < a->y + a->height;
}

static bool contains(const struct ibp_box *a, const struct ibp_box *b)
{
	return a->x <= b->x && a->y <= b->y &&
	       b->x + b->width <= a->x + a->width &&
	       b->y + b->height <= a->y + a->height;
}

/* Each within the box around it, beside its neighbours, with its text in. */
static void check(const struct ibp_boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct ibp_box *box = &boxes->items[i];
		int lines = ibp_text_drawn_lines(
			box->title, box->width - 2 * style.pad,
			style.size[box->kind], style.bold[box->kind]);

		assert_true(box->width > 0 && box->height > 0);
		assert_true(lines * style.size[box->kind] <= box->height);
		if (box->parent != SIZE_MAX)
			assert_true(contains(&boxes->items[box->parent], box));
		for (size_t k = box->end; k < boxes->count; k++)
			assert_false(overlap(box, &boxes->items[k]));
	}
}

static size_t count_look(const struct ibp_boxes *boxes, enum ibp_box_kind kind,
			 enum ibp_box_look look)
{
	size_t count = 0;

	for (size_t i = 0; i < boxes->count; i++)
		count += boxes->items[i].kind == kind &&
			 boxes->items[i].look == look;
	return count;
}

static void test_empty(void **state)
{
	struct fixture *f = *state;

	make(f);
	assert_int_equal(f->boxes.items[0].kind, IBP_BOX_DOMAIN);
	assert_string_equal(f->boxes.items[0].title, "Boomgaard en –tuin");
	assert_true(count_look(&f->boxes, IBP_BOX_FUNCTION, IBP_LOOK_GAP) > 0);
	ibp_boxes_lay_page(&f->boxes, &style, WIDE, HIGH);
	check(&f->boxes);
}

static void test_looks(void **state)
{
	struct fixture *f = *state;
	size_t first = made_app(f->made, "Eerste", "in-use");
	size_t second = made_app(f->made, "Tweede", "in-use");
	size_t later = made_app(f->made, "Later", "in-use");

	made_place(f->made, first, "009", IBP_PLACEMENT_MAIN);
	made_place(f->made, second, "007", IBP_PLACEMENT_MAIN);
	made_place(f->made, later, "007", IBP_PLACEMENT_PLANNED);
	made_place(f->made, first, "025", IBP_PLACEMENT_MAIN);
	made_place(f->made, second, "025", IBP_PLACEMENT_MAIN);
	make(f);
	assert_true(count_look(&f->boxes, IBP_BOX_APPLICATION,
			       IBP_LOOK_OVERLAP) > 0);
	assert_true(count_look(&f->boxes, IBP_BOX_APPLICATION,
			       IBP_LOOK_PLANNED) > 0);
	ibp_boxes_lay_page(&f->boxes, &style, WIDE, HIGH);
	check(&f->boxes);
	for (size_t i = 0; i < f->boxes.count; i = f->boxes.items[i].end) {
		struct ibp_boxes view = f->boxes;

		/* A view of one domain begins in its own corner. */
		ibp_boxes_lay_domain(&view, i, &style, 20, 20, 160, 100);
		assert_int_equal(view.items[i].x, 20);
		assert_int_equal(view.items[i].y, 20);
		for (size_t k = i + 1; k < view.items[i].end; k++)
			assert_true(contains(&view.items[view.items[k].parent],
					     &view.items[k]));
	}
}

/* Many long names without a place to break, and one that is very long. */
static void test_long_names(void **state)
{
	struct fixture *f = *state;
	static char names[300][160];

	for (size_t i = 0; i < 300; i++) {
		snprintf(names[i], sizeof(names[i]), "%0*zu",
			 (int)(i % 150) + 1, i);
		made_place(f->made, made_app(f->made, names[i], "in-use"),
			   i % 2 ? "007" : "00b", IBP_PLACEMENT_MAIN);
	}
	make(f);
	ibp_boxes_lay_page(&f->boxes, &style, WIDE, HIGH);
	check(&f->boxes);
}

static void test_lines(void **state)
{
	size_t skip;

	(void)state;
	assert_int_equal(ibp_text_drawn_lines("", 100, 10, false), 0);
	assert_int_equal(ibp_text_drawn_lines("aa bb", 1000, 10, false), 1);
	assert_int_equal(ibp_text_drawn_lines("aaaa bbbb", 30, 10, false), 2);
	/* At least a letter goes, however narrow. */
	assert_int_equal(ibp_text_drawn_lines("abc", 0, 10, false), 3);
	assert_int_equal(ibp_text_drawn_line("ab-cd", 20, 10, false, &skip), 3);
	assert_int_equal(skip, 3);
	assert_int_equal(ibp_text_drawn_line("ab cd", 20, 10, false, &skip), 2);
	assert_int_equal(skip, 3);
	assert_true(ibp_text_drawn("é", 2, 100, false) <=
		    ibp_text_drawn("D", 1, 100, false));
	assert_true(ibp_text_drawn("i", 1, 100, true) >
		    ibp_text_drawn("i", 1, 100, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_looks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_long_names, set_up,
						tear_down),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
