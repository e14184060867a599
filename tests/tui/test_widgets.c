/* The parts of a full screen one by one: keys, cells, fields, lists, pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "base/text.h"
#include "tui/acts.h"
#include "tui/area.h"
#include "tui/cells.h"
#include "tui/dialog.h"
#include "tui/editor.h"
#include "tui/input.h"
#include "tui/key.h"
#include "tui/list.h"
#include "tui/page.h"
#include "tui/term.h"
#include "tui/wrap.h"

/* ---- Keys ---- */

static long key(const char *name)
{
	return ibp_key_find(name, strlen(name));
}

static void test_keys_have_names(void **state)
{
	struct ibp_buf shown = {0};

	(void)state;
	assert_int_equal(key("j"), 'j');
	assert_int_equal(key("é"), 0xe9);
	assert_int_equal(key("C-c"), 3);
	assert_int_equal(key("Enter"), IBP_KEY_ENTER);
	assert_int_equal(key("F10"), IBP_KEY_F0 + 10);
	assert_int_equal(key("F13"), IBP_KEY_NONE);
	assert_int_equal(key("F"), 'F');
	assert_int_equal(key("Enterr"), IBP_KEY_NONE);
	assert_int_equal(key(""), IBP_KEY_NONE);
	assert_int_equal(key("\xff"), IBP_KEY_NONE);
	assert_true(ibp_key_is_one_of('k', "j k Down"));
	assert_false(ibp_key_is_one_of('l', "j k Down"));
	assert_false(ibp_key_is_one_of('l', NULL));
	ibp_key_add_names(&shown, "1 2 3 4 5", 8);
	assert_string_equal(ibp_buf_text(&shown), "1-5");
	ibp_buf_cut(&shown, 0);
	ibp_key_add_names(&shown, "j Down C-r F1 Space", 4);
	assert_string_equal(ibp_buf_text(&shown), "j, arrow down, Ctrl-R, F1");
	ibp_buf_release(&shown);
}

/* ---- Cells ---- */

static char *row_text(const struct ibp_cells *cells, size_t row)
{
	struct ibp_buf text = {0};

	ibp_cells_add_row(cells, row, &text);
	return ibp_buf_take(&text);
}

static void assert_row(const struct ibp_cells *cells, size_t row,
		       const char *wanted)
{
	char *text = row_text(cells, row);

	assert_string_equal(text, wanted);
	free(text);
}

static void test_cells_cut_on_whole_characters(void **state)
{
	struct ibp_cells cells = {0};

	(void)state;
	ibp_cells_resize(&cells, 3, 10);
	ibp_cells_put(&cells, 0, 0, 6, "één twee", IBP_LOOK_PLAIN);
	assert_row(&cells, 0, "één t…");
	ibp_cells_put(&cells, 1, 0, 4, "日本語", IBP_LOOK_PLAIN);
	assert_row(&cells, 1, "日…");
	ibp_cells_put(&cells, 1, 0, 6, "日本語", IBP_LOOK_PLAIN);
	assert_row(&cells, 1, "日本語");
	/* Half a wide character is none. */
	ibp_cells_put(&cells, 1, 3, 1, "x", IBP_LOOK_PLAIN);
	assert_row(&cells, 1, "日 x語");
	ibp_cells_put(&cells, 2, 0, 10, "a\033[31m\tb\nc", IBP_LOOK_PLAIN);
	assert_row(&cells, 2, "a?[31m b c");
	ibp_cells_put_right(&cells, 2, 0, 10, "12", IBP_LOOK_PLAIN);
	assert_row(&cells, 2, "        12");
	/* Outside is nowhere. */
	ibp_cells_put(&cells, 9, 0, 5, "weg", IBP_LOOK_PLAIN);
	ibp_cells_put(&cells, 0, 9, 5, "weg", IBP_LOOK_PLAIN);
	ibp_cells_fill(&cells, 0, 8, 50, '-', IBP_LOOK_PLAIN);
	ibp_cells_add_look(&cells, 7, 0, 5, IBP_LOOK_REVERSE);
	ibp_cells_set_cursor(&cells, 0, 99);
	assert_int_equal(cells.cursor_row, 2);
	ibp_cells_release(&cells);
}

static void test_a_mark_stays_with_its_letter(void **state)
{
	struct ibp_cells cells = {0};
	char many[200] = "e";

	(void)state;
	for (size_t i = 0; i < 40; i++)
		memcpy(many + 1 + 2 * i, "\xcc\x81", 3);
	ibp_cells_resize(&cells, 1, 5);
	ibp_cells_put(&cells, 0, 0, 5, many, IBP_LOOK_PLAIN);
	assert_int_equal(cells.cells[0].width, 1);
	assert_true(strlen(cells.cells[0].text) < IBP_CELL_TEXT);
	assert_true(ibp_text_is_utf8(cells.cells[0].text,
				     strlen(cells.cells[0].text)));
	assert_string_equal(cells.cells[1].text, " ");
	ibp_cells_release(&cells);
}

/* ---- One line ---- */

static void type(struct ibp_input *input, const char *names)
{
	while (*names) {
		size_t length = strcspn(names, " ");

		ibp_input_key(input, ibp_key_find(names, length));
		names += length;
		names += strspn(names, " ");
	}
}

static void test_a_line_is_edited(void **state)
{
	struct ibp_input input = {0};

	(void)state;
	ibp_input_set(&input, "een twee", 20);
	type(&input, "C-w d r i e");
	assert_string_equal(ibp_buf_text(&input.text), "een drie");
	type(&input, "Home DC E Right Right BSpace");
	assert_string_equal(ibp_buf_text(&input.text), "Ee drie");
	type(&input, "End Left C-k C-u");
	assert_string_equal(ibp_buf_text(&input.text), "");
	type(&input, "BSpace DC Left Right C-w C-k");
	assert_string_equal(ibp_buf_text(&input.text), "");
	assert_int_equal(ibp_input_key(&input, IBP_KEY_F0 + 2),
			 IBP_INPUT_OTHER);
	ibp_input_release(&input);
}

static void test_a_line_is_kept_in_nfc_and_has_an_end(void **state)
{
	struct ibp_input input = {0};

	(void)state;
	ibp_input_set(&input, NULL, 6);
	type(&input, "e");
	assert_int_equal(ibp_input_key(&input, 0x301), IBP_INPUT_CHANGED);
	assert_string_equal(ibp_buf_text(&input.text), "é");
	assert_int_equal(input.at, 2);
	/* One Backspace takes all of it. */
	type(&input, "BSpace");
	assert_string_equal(ibp_buf_text(&input.text), "");
	assert_int_equal(ibp_input_insert(&input, "a\tb\nc"),
			 IBP_INPUT_CHANGED);
	assert_string_equal(ibp_buf_text(&input.text), "a b c");
	assert_int_equal(ibp_input_insert(&input, "xx"), IBP_INPUT_FULL);
	assert_string_equal(ibp_buf_text(&input.text), "a b c");
	ibp_input_set(&input, NULL, 20);
	ibp_input_insert(&input, "a\xe2\x80\xae"
				 "b");
	assert_string_equal(ibp_buf_text(&input.text), "a?b");
	ibp_input_release(&input);
}

static void test_a_long_line_follows_the_cursor(void **state)
{
	struct ibp_cells cells = {0};
	struct ibp_input input = {0};

	(void)state;
	ibp_cells_resize(&cells, 1, 12);
	ibp_input_set(&input, "abcdefghijklmnop", 100);
	ibp_input_paint(&input, &cells, 0, 1, 10);
	assert_row(&cells, 0, " hijklmnop");
	assert_int_equal(cells.cursor_column, 10);
	type(&input, "Home");
	ibp_input_paint(&input, &cells, 0, 1, 10);
	assert_row(&cells, 0, " abcdefghij");
	assert_int_equal(cells.cursor_column, 1);
	ibp_cells_release(&cells);
	ibp_input_release(&input);
}

/* ---- A note ---- */

static void move_in(struct ibp_area *area, const char *names)
{
	while (*names) {
		size_t length = strcspn(names, " ");

		ibp_area_key(area, ibp_key_find(names, length));
		names += length;
		names += strspn(names, " ");
	}
}

static void test_a_note_is_wrapped_and_edited(void **state)
{
	struct ibp_cells cells = {0};
	struct ibp_area area = {0};

	(void)state;
	ibp_cells_resize(&cells, 4, 12);
	ibp_area_set(&area, "een twee drie vier", 1000);
	ibp_area_paint(&area, &cells, 0, 0, 11, 4);
	assert_row(&cells, 0, "een twee");
	assert_row(&cells, 1, "drie vier");
	assert_int_equal(cells.cursor_row, 1);
	assert_int_equal(cells.cursor_column, 9);
	assert_int_equal(ibp_area_lines(&area, 10), 2);
	move_in(&area, "Up Home x");
	assert_string_equal(ibp_buf_text(&area.text), "xeen twee drie vier");
	move_in(&area, "Down End Enter Enter y");
	assert_string_equal(ibp_buf_text(&area.text),
			    "xeen twee drie vier\n\ny");
	ibp_area_paint(&area, &cells, 0, 0, 11, 2);
	assert_row(&cells, 0, "");
	assert_row(&cells, 1, "y");
	move_in(&area, "PgUp PgUp PgUp Home");
	assert_int_equal(area.at, 0);
	move_in(&area, "PgDn PgDn PgDn PgDn PgDn End");
	assert_int_equal(area.at, area.text.length);
	/* A whole note does not go by one key. */
	move_in(&area, "C-u C-k");
	assert_int_equal(area.text.length, 22);
	ibp_area_release(&area);
	ibp_cells_release(&cells);
}

static void test_an_empty_note_has_one_line(void **state)
{
	struct ibp_cells cells = {0};
	struct ibp_area area = {0};

	(void)state;
	ibp_cells_resize(&cells, 3, 20);
	ibp_area_set(&area, NULL, 10);
	move_in(&area, "Up Down Home End PgUp PgDn BSpace DC Left Right");
	ibp_area_paint(&area, &cells, 0, 0, 20, 3);
	assert_int_equal(cells.cursor_row, 0);
	assert_int_equal(ibp_area_lines(&area, 20), 1);
	assert_int_equal(ibp_area_insert(&area, "a\n\n\n"), IBP_INPUT_CHANGED);
	assert_int_equal(ibp_area_lines(&area, 20), 4);
	assert_int_equal(ibp_area_insert(&area, "12345678"), IBP_INPUT_FULL);
	ibp_area_paint(&area, &cells, 0, 0, 20, 3);
	assert_int_equal(cells.cursor_row, 2);
	ibp_area_release(&area);
	ibp_cells_release(&cells);
}

/* ---- Lists ---- */

static const struct ibp_column columns[] = {
	{"Code", 3, 6, 0, false, 0},   {"Norm", 5, 30, 0, false, 12},
	{"Owner", 5, 20, 2, false, 8}, {"Due", 4, 10, 1, true, 0},
	{NULL, 0, 0, 0, false, 0},
};

static void assert_widths(size_t width, size_t a, size_t b, size_t c, size_t d)
{
	size_t widths[IBP_LIST_COLUMNS] = {0};

	ibp_list_widths(columns, width, widths);
	assert_int_equal(widths[0], a);
	assert_int_equal(widths[1], b);
	assert_int_equal(widths[2], c);
	assert_int_equal(widths[3], d);
}

static void test_columns_get_what_there_is(void **state)
{
	(void)state;
	assert_widths(100, 6, 30, 20, 10);
	assert_widths(31, 4, 12, 8, 4);
	assert_widths(30, 6, 18, 0, 4);
	assert_widths(22, 4, 12, 0, 4);
	assert_widths(21, 6, 14, 0, 0);
	assert_widths(15, 4, 10, 0, 0);
	assert_widths(9, 3, 5, 0, 0);
	assert_widths(2, 3, 5, 0, 0);
}

static void test_a_list_keeps_its_selection_in_sight(void **state)
{
	struct ibp_list list = {0};

	(void)state;
	assert_false(ibp_list_move(&list, 10, -1));
	assert_true(ibp_list_move(&list, 10, 3));
	assert_int_equal(list.at, 3);
	assert_true(ibp_list_move(&list, 10, 100));
	assert_int_equal(list.at, 9);
	ibp_list_clamp(&list, 4);
	assert_int_equal(list.at, 3);
	ibp_list_clamp(&list, 0);
	assert_int_equal(list.at, 0);
	assert_true(ibp_list_act(&list, 10, IBP_ACT_LAST));
	assert_int_equal(list.at, 9);
	assert_true(ibp_list_act(&list, 10, IBP_ACT_FIRST));
	assert_false(ibp_list_act(&list, 10, IBP_ACT_HELP));
	assert_int_equal(ibp_list_scroll(0, 9, 10, 5, 10), 5);
	assert_int_equal(ibp_list_scroll(5, 2, 3, 5, 10), 2);
	assert_int_equal(ibp_list_scroll(9, 9, 10, 5, 10), 5);
	assert_int_equal(ibp_list_scroll(3, 0, 1, 50, 10), 0);
}

/* ---- Pages ---- */

static void test_a_page_stops_at_every_paragraph(void **state)
{
	struct ibp_cells cells = {0};
	struct ibp_page page = {0};

	(void)state;
	ibp_cells_resize(&cells, 6, 30);
	ibp_page_add_heading(&page, "Eerst");
	ibp_page_add(&page, "1 Ad hoc:", "een tekst die niet past op een regel",
		     7)
		->indent = 2;
	ibp_page_add_heading(&page, "Dan");
	ibp_page_add(&page, NULL, "kort", 8);
	ibp_page_add(&page, "x", NULL, 9);
	ibp_page_paint(&page, &cells, 0, 6);
	assert_row(&cells, 0, "  Eerst");
	assert_row(&cells, 1, "> 1 Ad hoc: een tekst die");
	assert_row(&cells, 2, "    niet past op een regel");
	assert_row(&cells, 4, "  Dan");
	assert_int_equal(ibp_page_selected(&page)->id, 7);
	assert_true(ibp_page_act(&page, IBP_ACT_UP));
	assert_int_equal(ibp_page_selected(&page)->id, 7);
	ibp_page_act(&page, IBP_ACT_DOWN);
	assert_int_equal(ibp_page_selected(&page)->id, 8);
	ibp_page_act(&page, IBP_ACT_LAST);
	assert_int_equal(ibp_page_selected(&page)->id, 9);
	ibp_page_act(&page, IBP_ACT_PREVIOUS_PART);
	assert_int_equal(ibp_page_selected(&page)->id, 7);
	ibp_page_act(&page, IBP_ACT_NEXT_PART);
	assert_int_equal(ibp_page_selected(&page)->id, 8);
	ibp_page_select(&page, 9);
	assert_int_equal(ibp_page_selected(&page)->id, 9);
	ibp_page_select(&page, 1234);
	assert_int_equal(ibp_page_selected(&page)->id, 9);
	ibp_page_release(&page);
	ibp_cells_release(&cells);
}

static void test_a_page_without_paragraphs_is_harmless(void **state)
{
	struct ibp_cells cells = {0};
	struct ibp_page page = {0};

	(void)state;
	ibp_cells_resize(&cells, 3, 10);
	for (int act = IBP_ACT_UP; act <= IBP_ACT_INTERRUPT; act++)
		ibp_page_act(&page, act);
	ibp_page_paint(&page, &cells, 0, 3);
	assert_null(ibp_page_selected(&page));
	ibp_page_add_heading(&page, "Alleen een kop");
	for (int act = IBP_ACT_UP; act <= IBP_ACT_INTERRUPT; act++)
		ibp_page_act(&page, act);
	ibp_page_paint(&page, &cells, 0, 3);
	ibp_page_release(&page);
	ibp_cells_release(&cells);
}

static void test_text_that_has_no_room_says_so(void **state)
{
	struct ibp_cells cells = {0};

	(void)state;
	ibp_cells_resize(&cells, 3, 10);
	assert_int_equal(ibp_wrap_count("", 10), 0);
	assert_int_equal(ibp_wrap_count("een twee drie", 10), 2);
	ibp_wrap_paint("een twee drie vier vijf", &cells, 0, 0, 10, 2);
	assert_row(&cells, 0, "een twee");
	assert_row(&cells, 1, "drie vier…");
	ibp_cells_release(&cells);
}

/* ---- Dialogs ---- */

static enum ibp_dialog_result press(struct ibp_dialog *dialog, long pressed)
{
	struct ibp_event event = {.kind = IBP_EVENT_KEY, .key = pressed};

	return ibp_dialog_event(dialog, &event);
}

static void test_a_digit_answers_a_choice(void **state)
{
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_CHOICE, "Status", NULL, NULL, 0);

	(void)state;
	ibp_dialog_add(dialog, "1 open", "open", NULL, NULL);
	ibp_dialog_add(dialog, "2 klaar", "done", NULL, NULL);
	ibp_dialog_add(dialog, "0 niet ingevuld", "", NULL, NULL);
	ibp_dialog_choose(dialog, "done");
	assert_string_equal(ibp_dialog_answer(dialog), "done");
	assert_int_equal(press(dialog, '9'), IBP_DIALOG_OPEN);
	assert_string_equal(ibp_dialog_answer(dialog), "done");
	assert_int_equal(press(dialog, '0'), IBP_DIALOG_ANSWERED);
	assert_string_equal(ibp_dialog_answer(dialog), "");
	assert_int_equal(press(dialog, IBP_KEY_ESCAPE), IBP_DIALOG_CANCELLED);
	ibp_dialog_free(dialog);
}

static void test_typing_narrows_a_pick_down(void **state)
{
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_PICK, "Alles", NULL, NULL, 100);

	(void)state;
	ibp_dialog_add(dialog, "Score wissen", "clear", "0", NULL);
	ibp_dialog_add(dialog, "Volgende score", "next", "x", NULL);
	ibp_dialog_add(dialog, "Score", "score", "1", "geven");
	press(dialog, 's');
	press(dialog, 'C');
	press(dialog, 'o');
	assert_int_equal(dialog->shown_count, 3);
	assert_string_equal(ibp_dialog_answer(dialog), "clear");
	press(dialog, 'r');
	press(dialog, 'e');
	assert_string_equal(ibp_dialog_answer(dialog), "score");
	press(dialog, 'x');
	assert_int_equal(dialog->shown_count, 0);
	assert_int_equal(press(dialog, IBP_KEY_ENTER), IBP_DIALOG_OPEN);
	for (int i = 0; i < 6; i++)
		press(dialog, IBP_KEY_BACKSPACE);
	press(dialog, 'g');
	press(dialog, 'e');
	press(dialog, 'v');
	assert_string_equal(ibp_dialog_answer(dialog), "score");
	assert_int_equal(press(dialog, IBP_KEY_ENTER), IBP_DIALOG_ANSWERED);
	ibp_dialog_free(dialog);
}

static void test_a_line_offers_and_takes_anything(void **state)
{
	struct ibp_dialog *dialog = ibp_dialog_new(IBP_DIALOG_LINE, "Eigenaar",
						   NULL, "bestuur", 100);

	(void)state;
	ibp_dialog_add(dialog, "schoolleider", "schoolleider", NULL, NULL);
	assert_string_equal(ibp_dialog_answer(dialog), "bestuur");
	press(dialog, IBP_KEY_DOWN);
	assert_string_equal(ibp_dialog_answer(dialog), "schoolleider");
	press(dialog, 'x');
	assert_string_equal(ibp_dialog_answer(dialog), "bestuurx");
	press(dialog, IBP_KEY_TAB);
	assert_string_equal(ibp_dialog_answer(dialog), "schoolleider");
	press(dialog, IBP_KEY_UP);
	assert_string_equal(ibp_dialog_answer(dialog), "bestuurx");
	ibp_dialog_free(dialog);
}

static void test_a_note_is_saved_by_key_or_button(void **state)
{
	struct ibp_dialog *dialog =
		ibp_dialog_new(IBP_DIALOG_NOTE, "Notitie", NULL, "a", 100);

	(void)state;
	assert_int_equal(press(dialog, IBP_KEY_ENTER), IBP_DIALOG_CHANGED);
	assert_string_equal(ibp_dialog_answer(dialog), "a\n");
	assert_int_equal(press(dialog, IBP_KEY_TAB), IBP_DIALOG_OPEN);
	assert_int_equal(press(dialog, 'x'), IBP_DIALOG_OPEN);
	assert_int_equal(press(dialog, IBP_KEY_ENTER), IBP_DIALOG_ANSWERED);
	press(dialog, IBP_KEY_TAB);
	assert_int_equal(press(dialog, IBP_KEY_ENTER), IBP_DIALOG_CANCELLED);
	press(dialog, IBP_KEY_TAB);
	assert_int_equal(press(dialog, IBP_KEY_CTRL('d')), IBP_DIALOG_ANSWERED);
	assert_string_equal(ibp_dialog_answer(dialog), "a\n");
	ibp_dialog_free(dialog);
}

/* ---- Scripts ---- */

static void assert_script(const char *script, const char *said)
{
	struct ibp_buf out = {0};
	struct ibp_error err = {0};
	struct ibp_term *term = NULL;
	enum ibp_status status =
		ibp_script_open(script, 24, 80, &out, &term, &err);

	assert_int_equal(status, said ? IBP_USAGE : IBP_OK);
	if (said)
		assert_non_null(strstr(ibp_error_text(&err), said));
	ibp_script_close(term);
	ibp_error_release(&err);
	ibp_buf_release(&out);
}

static void test_a_script_is_read_before_it_is_played(void **state)
{
	(void)state;
	assert_script("", NULL);
	assert_script("Down # a comment\n3 C-c text:\"a \\\"b\\\" c\" screen",
		      NULL);
	assert_script("resize:40x10 paste:\"x\" idle hangup", NULL);
	assert_script("Down\nDwon", "Line 2");
	assert_script("text:\"no end", "text:");
	assert_script("resize:40", "resize:40");
	assert_script("resize:0x10", "resize:0x10");
	assert_script("resize:4000x10", "resize:4000x10");
	assert_script("C-C", "C-C");
}

static void test_the_editor_is_what_the_person_chose(void **state)
{
	(void)state;
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	assert_null(ibp_editor_name());
	setenv("EDITOR", "ed", 1);
	setenv("VISUAL", "", 1);
	assert_string_equal(ibp_editor_name(), "ed");
	setenv("VISUAL", "vi", 1);
	assert_string_equal(ibp_editor_name(), "vi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_have_names),
		cmocka_unit_test(test_cells_cut_on_whole_characters),
		cmocka_unit_test(test_a_mark_stays_with_its_letter),
		cmocka_unit_test(test_a_line_is_edited),
		cmocka_unit_test(test_a_line_is_kept_in_nfc_and_has_an_end),
		cmocka_unit_test(test_a_long_line_follows_the_cursor),
		cmocka_unit_test(test_a_note_is_wrapped_and_edited),
		cmocka_unit_test(test_an_empty_note_has_one_line),
		cmocka_unit_test(test_columns_get_what_there_is),
		cmocka_unit_test(test_a_list_keeps_its_selection_in_sight),
		cmocka_unit_test(test_a_page_stops_at_every_paragraph),
		cmocka_unit_test(test_a_page_without_paragraphs_is_harmless),
		cmocka_unit_test(test_text_that_has_no_room_says_so),
		cmocka_unit_test(test_a_digit_answers_a_choice),
		cmocka_unit_test(test_typing_narrows_a_pick_down),
		cmocka_unit_test(test_a_line_offers_and_takes_anything),
		cmocka_unit_test(test_a_note_is_saved_by_key_or_button),
		cmocka_unit_test(test_a_script_is_read_before_it_is_played),
		cmocka_unit_test(test_the_editor_is_what_the_person_chose),
	};

	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
