/* The full screen as a person uses it: scenarios U1 to U17, U22 and U29. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/content.h"
#include "screen.h"

static struct screen *start(bool filled)
{
	struct screen *screen = ibp_alloc(sizeof(*screen));

	unsetenv("VISUAL");
	unsetenv("EDITOR");
	screen_init(screen);
	if (filled)
		screen_fill(screen);
	return screen;
}

static void end(struct screen *screen)
{
	screen_release(screen);
	free(screen);
}

static void U1_without_a_file_it_says_what_to_do(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen->board.setup.board = NULL;
	screen_play(screen, "");
	assert_shows(screen, "Er is nog geen databestand.");
	assert_shows(screen, "school.ibp");
	assert_shows(screen, "Het databestand maken en beginnen");
	assert_shows(screen, "Enter Openen   pijl omlaag Omlaag   q Stoppen   "
			     "? Hulp\n");
	assert_cursor_on(screen, "> Naam");

	/* Without a name there is no file: the name is asked first. */
	screen_play(screen, "End Up Enter");
	assert_shows(screen, "-- Naam --");
	assert_int_equal(screen->board.created, 0);
	screen_play(screen, "Enter text:\"Stichting De Linde\" Enter "
			    "End Up Enter");
	assert_int_equal(screen->board.created, 1);
	assert_shows(screen, "Het databestand is gemaakt.");
	assert_shows(screen, "Er is nog niets gescoord.");
	end(screen);
}

static void U2_the_cursor_stands_on_what_is_selected(void **state)
{
	static const char *const scripts[] = {
		"",
		"Enter",
		"Enter Enter",
		"L",
		"Enter 3 4 l",
		"Enter Down b",
		"Enter Down b Enter",
		"?",
		"Enter o",
		"Enter o Down",
		"Enter s",
		"Enter d",
		"Enter f",
		"Enter :",
		"Enter S",
	};
	static const char *const moves[] = {
		"",        "Down", "Down Down Down", "PgDn", "End", "Tab",
		"Tab Tab", "Up",   "Home",
	};
	struct screen *screen = start(true);
	struct ibp_buf script = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		for (size_t j = 0; j < sizeof(moves) / sizeof(*moves); j++) {
			char *row;

			ibp_buf_cut(&script, 0);
			ibp_buf_addf(&script, "%s %s", scripts[i], moves[j]);
			screen_play(screen, ibp_buf_text(&script));
			row = screen_cursor_row(screen);
			if (row[0] != '>')
				print_error("%s: %s\n", ibp_buf_text(&script),
					    row);
			screen_assert(screen, row[0] == '>', row, __LINE__);
			free(row);
		}
	screen_play(screen, "Enter j j j j j j j j j j j j j j j j j j j j");
	assert_cursor_on(screen, "> IM.03");
	screen_play(screen, "Enter Down Down Enter Tab");
	assert_cursor_on(screen, "> Reden");
	ibp_buf_release(&script);
	end(screen);
}

static void U3_a_digit_scores_at_once(void **state)
{
	static const char *const codes[] = {"GO.01", "GO.02", "GO.03", "GO.04",
					    "GO.05"};
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter 3 Down 3 Down 3 Down 3 Down 3");
	for (size_t i = 0; i < 5; i++)
		assert_norm(screen, codes[i], "score", "3");
	assert_norm(screen, "OR.01", "score", NULL);
	assert_shows(screen, "GO.05: Score 3");
	assert_cursor_on(screen, "3 Bepaald");
	screen_play(screen, "Enter 0");
	assert_norm(screen, "GO.01", "score", NULL);

	/* Only on request the next norm follows. */
	screen_play(screen, "Enter : text:\"na een score\" Enter 1 2");
	assert_norm(screen, "GO.01", "score", "1");
	assert_norm(screen, "GO.02", "score", "2");
	/* The next start still knows, and it can be switched off again. */
	screen_play(screen, "Enter 3 4");
	assert_norm(screen, "GO.02", "score", "4");
	screen_play(screen, "Enter : text:\"na een score\" Enter 1 2");
	assert_norm(screen, "GO.01", "score", "2");
	end(screen);
}

static void test_a_norm_that_changed_is_confirmed(void **state)
{
	struct screen *screen = start(true);
	const struct ibp_scan_calls *calls = &screen->board.calls;
	struct ibp_changes changes = {0};

	(void)state;
	ibp_changes_add(&changes, IBP_SUBJECT_NORM, 1, "GO.02", "look_again",
			NULL, "yes");
	assert_int_equal(calls->file.apply(calls->file.context, changes.items,
					   changes.count, &screen->err),
			 IBP_OK);
	ibp_changes_release(&changes);
	screen_play(screen, "Enter Down");
	assert_cursor_on(screen, "n1!");
	screen_play(screen, "Enter Down Enter");
	assert_shows(screen, "Bekijk opnieuw: de tekst is nieuw");
	screen_play(screen, "Enter Down c");
	assert_norm(screen, "GO.02", "look_again", NULL);
	screen_play(screen, "Enter c");
	assert_shows(screen, "Er is niets veranderd.");
	end(screen);
}

/* One blank for every run of white space, so that wrapping does not count. */
static char *flat(const char *text)
{
	struct ibp_buf buf = {0};

	for (; *text; text++)
		if (!strchr(" \n", *text))
			ibp_buf_add_char(&buf, *text);
		else if (buf.length && buf.data[buf.length - 1] != ' ')
			ibp_buf_add_char(&buf, ' ');
	return ibp_buf_take(&buf);
}

static void assert_levels(const struct screen *screen, const char *all,
			  const struct ibp_norm *norm)
{
	for (int level = 1; level <= IBP_LEVELS; level++) {
		char *text = flat(ibp_content_level(norm, level));

		screen_assert(screen, strstr(all, text) != NULL, text,
			      __LINE__);
		free(text);
	}
}

static void U4_all_five_level_texts_are_on_the_screen_of_a_norm(void **state)
{
	struct screen *screen = start(true);
	const struct ibp_framework *framework = screen->board.framework;
	struct ibp_buf script = {0};
	char *all;

	(void)state;
	ibp_buf_add(&script, "resize:80x60 Enter Enter");
	for (size_t i = 0; i < framework->norm_count; i++)
		ibp_buf_add(&script, " screen Right");
	screen_play(screen, ibp_buf_text(&script));
	all = flat(ibp_buf_text(&screen->out));
	for (size_t i = 0; i < framework->norm_count; i++)
		assert_levels(screen, all, &framework->norms[i]);
	free(all);
	ibp_buf_release(&script);

	/* At 80x24 all of them too, without leaving the screen. */
	screen_play(screen, "Enter Enter Home");
	assert_shows(screen, "1 Ad hoc");
	screen_play(screen, "Enter Enter Home Down Down Down Down Down");
	assert_cursor_on(screen, "> 5 Continu verbeteren");
	assert_shows(screen, "bestuur de strategie tussentijds aan.");
	end(screen);
}

static void U4_an_edition_without_texts_shows_the_general_meaning(void **state)
{
	struct screen *screen = start(true);
	struct ibp_framework *old = standin_edition("2023-04");
	struct standin *board = &screen->board;

	(void)state;
	standin_release(board);
	standin_init(board, old);
	board->setup.actions = screen_actions();
	screen_play(screen, "resize:80x60 Enter Enter");
	assert_shows(screen, "2 Herhaalbaar (algemene betekenis):");
	assert_shows(screen, "3 Bepaald (streefniveau):");
	end(screen);
	ibp_framework_free(old);
}

static void U5_undo_and_redo_go_on_after_a_restart(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter 2 e text:\"half\" C-d d text:\"2027-06-30\" "
			    "Enter");
	assert_norm(screen, "GO.01", "score", "2");
	assert_norm(screen, "GO.01", "note", "half");
	assert_norm(screen, "GO.01", "due", "2027-06-30");
	screen_play(screen, "Enter u");
	assert_shows(screen, "Ongedaan gemaakt: GO.01: Einddatum leeggemaakt");
	assert_norm(screen, "GO.01", "due", NULL);
	screen_play(screen, "Enter u u u");
	assert_norm(screen, "GO.01", "note", NULL);
	assert_norm(screen, "GO.01", "score", NULL);
	assert_shows(screen, "Er is niets om ongedaan te maken.");
	screen_play(screen, "Enter C-r C-r");
	assert_shows(screen, "Opnieuw gedaan: GO.01: Notitie");
	assert_norm(screen, "GO.01", "score", "2");
	assert_norm(screen, "GO.01", "note", "half");
	assert_norm(screen, "GO.01", "due", NULL);
	screen_play(screen, "Enter u");
	assert_norm(screen, "GO.01", "note", NULL);
	end(screen);
}

static void U6_not_applicable_needs_a_reason(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter - Enter");
	assert_shows(screen, "heeft een reden nodig");
	assert_norm(screen, "GO.01", "score", NULL);
	screen_play(screen, "Enter - Enter text:\"Geen eigen ict.\" Enter");
	assert_norm(screen, "GO.01", "score", "na");
	assert_norm(screen, "GO.01", "reason", "Geen eigen ict.");
	screen_play(screen, "Enter Down 4 Escape");
	assert_shows(screen, "Gemiddeld 4,00, laagste 4");
	assert_shows(screen, "1 van 94 normen gescoord, 1 niet van toepassing");
	/* Its reason goes with it. */
	screen_play(screen, "Enter 3");
	assert_norm(screen, "GO.01", "score", "3");
	assert_norm(screen, "GO.01", "reason", NULL);
	end(screen);
}

static void U7_search_folds_accents_and_goes_on(void **state)
{
	struct screen *screen = start(true);

	(void)state;
	screen_play(screen, "Enter / text:\"COORDINATOR\" Enter");
	assert_shows(screen, "gevonden, 1 van 15");
	assert_shows(screen, "Eigenaar: ict-coördinator");
	screen_play(screen, "Enter / text:\"coordinator\" Enter n n N");
	assert_shows(screen, "gevonden, 2 van 15");
	screen_play(screen, "Enter / text:\"xyzzy\" Enter");
	assert_shows(screen, "\"xyzzy\" staat niet in deze lijst.");
	screen_play(screen, "Enter n");
	assert_shows(screen, "Zoek eerst iets, met /.");
	/* From the dashboard it searches all norms. */
	screen_play(screen, "/ text:\"datalek\" Enter");
	assert_shows(screen, "Normen [94]");
	assert_cursor_on(screen, "atalek");
	end(screen);
}

#define TYPE_FILTER(expr) "f Enter text:\"" expr "\" Enter "

static void U8_a_filter_belongs_to_its_screen(void **state)
{
	struct screen *screen = start(true);

	(void)state;
	screen_play(screen, "Enter " TYPE_FILTER("score<3"));
	assert_shows(screen, "van 94] filter: score<3  ");
	screen_play(screen, "Enter " TYPE_FILTER("score<3") "Enter Escape");
	assert_shows(screen, "van 94] filter: score<3  ");
	screen_play(screen, "Enter " TYPE_FILTER("score<3") "L");
	assert_hides(screen, "> Nog te doen [0");
	assert_shows(screen, "] filter: score<3 > Nog te doen [");
	assert_hides(screen, "filter: score<3  ");
	screen_play(screen, "Enter " TYPE_FILTER("score<3") "L Escape");
	assert_shows(screen, "van 94] filter: score<3  ");
	screen_play(screen, "Enter " TYPE_FILTER("score<3") "Escape");
	assert_shows(screen, "Normen [94]  ");
	screen_play(screen, "Enter " TYPE_FILTER("score<3") "\\");
	assert_shows(screen, "Normen [94]  ");
	screen_play(screen, "Enter " TYPE_FILTER("owner=niemand"));
	assert_shows(screen, "Geen norm past bij het filter \"owner=niemand\"");
	screen_play(screen, "Enter f Enter text:\"scoor<3\" Enter");
	assert_shows(screen, "scoor");
	assert_shows(screen, "-- Filter --");
	end(screen);
}

static void test_what_check_finds_stands_at_the_norm(void **state)
{
	struct screen *screen = start(false);
	struct ibp_changes changes = {0};

	(void)state;
	screen_play(screen, "Enter 3 Enter resize:80x60");
	assert_shows(screen, "Wat beter kan");
	assert_shows(screen, "zonder bewijs");
	assert_shows(screen, "(score-without-evidence)");
	screen_play(screen, "Enter f text:\"kan\" Enter");
	assert_shows(screen, "[1 van 94]");
	/* A rule that is off is off here too. */
	ibp_changes_add(&changes, IBP_SUBJECT_SETTING, 0, IBP_CHECK_SETTING,
			"value", NULL, "-score-without-evidence");
	assert_int_equal(screen->board.calls.file.apply(
				 screen->board.calls.file.context,
				 changes.items, changes.count, &screen->err),
			 IBP_OK);
	ibp_changes_release(&changes);
	screen_play(screen, "Enter Enter resize:80x60");
	assert_hides(screen, "Wat beter kan");
	/* Nothing to score in an empty list. */
	screen_play(screen, "Enter f text:\"kan\" Enter");
	assert_shows(screen, "[0 van 94]");
	assert_hides(screen, "1-5");
	assert_shows(screen, "\\ ");
	end(screen);
}

static void S16_four_eyes(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter 2 Enter f 1");
	assert_shows(screen, "GO.01: Score van een tweede beoordelaar");
	/* A digit chooses at once; then why. */
	screen_play(screen, "Enter Enter f 1 4 text:\"Gezien\" Enter");
	assert_norm(screen, "GO.01", "score:2", "4");
	assert_norm(screen, "GO.01", "reason:2", "Gezien");
	assert_norm(screen, "GO.01", "score", "2");
	screen_play(screen, "Enter Enter f 2 3 text:\"Eens\" Enter");
	assert_norm(screen, "GO.01", "score:settled", "3");
	assert_norm(screen, "GO.01", "reason:settled", "Eens");
	assert_shows(screen, "Score: 3");
	screen_play(screen, "Enter Enter u");
	assert_norm(screen, "GO.01", "score:settled", NULL);
	assert_norm(screen, "GO.01", "reason:settled", NULL);
	/* Not applicable needs a reason; leaving changes nothing. */
	screen_play(screen, "Enter Enter f 2 End Up Enter Enter");
	assert_shows(screen, "heeft een reden nodig");
	assert_norm(screen, "GO.01", "score:settled", NULL);
	screen_play(screen, "Enter Enter f 1 0");
	assert_norm(screen, "GO.01", "score:2", NULL);
	assert_norm(screen, "GO.01", "reason:2", NULL);
	end(screen);
}

static void U8_filters_are_kept_by_name(void **state)
{
	struct screen *screen = start(true);

	(void)state;
	screen_play(screen, "Enter f text:\"MT\" Enter");
	assert_shows(screen, "filter: voor het MT  ");
	screen_play(screen, "Enter " TYPE_FILTER(
				    "score=1") "f text:\"bewaren\" "
					       "Enter text:\"laagste\" Enter");
	assert_shows(screen, "filter: laagste");
	assert_string_equal(standin_value(&screen->board, IBP_SUBJECT_FILTER,
					  "laagste", "expr"),
			    "score=1");
	screen_play(screen, "Enter f text:\"verwijderen\" Enter "
			    "text:\"laagste\" Enter");
	assert_null(standin_value(&screen->board, IBP_SUBJECT_FILTER, "laagste",
				  "expr"));
	end(screen);
}

static void U11_escape_never_stops_and_q_does(void **state)
{
	struct screen *screen = start(true);

	(void)state;
	screen_play(screen, "Enter Enter b Enter L l ? Escape Escape Escape "
			    "Escape Escape Escape Escape Escape Escape Escape");
	assert_shows(screen, "Stichting De Linde, 2026.");
	assert_shows(screen,
		     "Dit is het eerste scherm. Druk op q om te stoppen.");
	/* What comes after q is never read. */
	screen_play(screen, "Enter Enter q q q 3 screen Enter 3");
	assert_int_equal(screen->status, IBP_OK);
	assert_int_equal(screen->out.length, 0);
	end(screen);
}

static void U12_ctrl_c_keeps_the_draft(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter e text:\"een halve zin\" C-c");
	assert_shows(screen, "Niet opgeslagen. Wat je typte is bewaard");
	assert_norm(screen, "GO.01", "note", NULL);
	assert_string_equal(screen->board.draft, "een halve zin");
	screen_play(screen, "Enter e");
	assert_shows(screen, "Je typte hier eerder iets");
	screen_play(screen, "Enter e 1 text:\" af\" C-d");
	assert_norm(screen, "GO.01", "note", "een halve zin af");
	assert_null(screen->board.draft);

	/* At the top it asks once more. */
	screen_play(screen, "C-c");
	assert_shows(screen, "Druk nog een keer op Ctrl-C om te stoppen.");
	assert_int_equal(screen->status, IBP_OK);
	screen_play(screen, "C-c C-c screen");
	assert_int_equal(screen->status, IBP_STOPPED);
	assert_int_equal(screen->out.length, 0);
	end(screen);
}

static void U13_a_hang_up_keeps_the_draft(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter Down e text:\"half\" hangup 3");
	assert_string_equal(screen->board.draft_name, "norm/GO.02/note");
	assert_string_equal(screen->board.draft, "half");
	assert_norm(screen, "GO.02", "score", NULL);
	/* The next start says so. */
	screen_play(screen, "");
	assert_shows(screen,
		     "Er is nog een notitie bij GO.02 niet opgeslagen.");
	screen_play(screen, "Enter Down e text:\"x\" idle");
	assert_string_equal(screen->board.draft, "half");
	screen_play(screen, "Enter Down e 2 text:\"y\" idle");
	assert_string_equal(screen->board.draft, "y");
	end(screen);
}

static void U15_a_stray_paste_scores_nothing(void **state)
{
	struct screen *screen = start(false);
	char *before = standin_dump(&screen->board);
	char *after;

	(void)state;
	screen_play(screen, "Enter paste:\"112345qqq\"");
	assert_shows(screen, "Geplakte tekst is genegeerd");
	after = standin_dump(&screen->board);
	assert_string_equal(before, after);
	screen_play(screen, "Enter o paste:\"privacy officer\" Enter");
	assert_norm(screen, "GO.01", "owner", "privacy officer");
	free(before);
	free(after);
	end(screen);
}

static void U16_the_editor_gets_the_note(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	setenv("EDITOR", "sh -c 'printf x >>\"$1\"' --", 1);
	screen_play(screen, "Enter e");
	assert_norm(screen, "GO.01", "note", "x");
	assert_shows(screen, "GO.01: Notitie");
	setenv("VISUAL", "sh -c 'printf \"een é\\n\" >\"$1\"' 'a b'", 1);
	screen_play(screen, "Enter e");
	assert_norm(screen, "GO.01", "note", "een é");
	setenv("VISUAL", "false", 1);
	screen_play(screen, "Enter e");
	assert_shows(screen,
		     "De editor stopte met status 1. Er is niets veranderd.");
	setenv("VISUAL", "/bestaat/niet", 1);
	screen_play(screen, "Enter e");
	assert_shows(screen, "De editor /bestaat/niet is niet gevonden.");
	setenv("VISUAL", "true", 1);
	screen_play(screen, "Enter e");
	assert_shows(screen, "Er is niets veranderd.");
	/* What cannot be a note is not lost. */
	setenv("VISUAL", "sh -c 'printf \"a\\033b\" >\"$1\"' --", 1);
	screen_play(screen, "Enter e");
	assert_shows(screen, "Wat je typte is");
	assert_norm(screen, "GO.01", "note", "een é");
	assert_string_equal(screen->board.draft, "a\033b");
	end(screen);
}

static void U17_a_dialog_lives_through_every_size(void **state)
{
	struct screen *screen = start(true);

	(void)state;
	screen_play(screen, "Enter o text:\"X\" resize:40x10");
	assert_shows(screen, "Venster te klein: 40x10, minimaal 60x15");
	screen_play(screen, "Enter o text:\"X\" resize:40x10 text:\"zz\" "
			    "resize:20x5 resize:200x60 resize:80x24");
	assert_shows(screen, "> ict-coördinatorX\n");
	assert_hides(screen, "zz");
	screen_play(screen, "Enter e text:\"abc\" resize:1x1 resize:60x15");
	assert_shows(screen, "> abc");
	screen_play(screen,
		    "resize:60x15 Enter Enter resize:59x15 resize:60x14 "
		    "resize:61x16");
	assert_shows(screen, "GO.01");
	end(screen);
}

/* In which column WORD starts on every row that has it; all the same. */
static void assert_aligned(const struct screen *screen, const char *word,
			   size_t least)
{
	const char *line = screen_last(screen);
	size_t column = 0;
	size_t rows = 0;

	for (; *line && *line != '['; line += strcspn(line, "\n") + 1) {
		char *row = ibp_strndup(line, strcspn(line, "\n"));
		char *found = strstr(row, word);

		if (found && strstr(row, "3 Bepaald")) {
			*found = '\0';
			rows++;
			if (!column)
				column = ibp_text_width(row);
			assert_int_equal(ibp_text_width(row), column);
		}
		free(row);
	}
	assert_true(rows >= least);
}

static void U22_accents_and_wide_letters_stay_in_their_columns(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen,
		    "resize:140x24 Enter "
		    "3 o text:\"日本\" Enter d text:\"2027-06-30\" Enter "
		    "Down 3 o text:\"e\xcc\x81\xcc\xa8\" Enter "
		    "d text:\"2027-06-30\" Enter "
		    "Down 3 o text:\"Lopadotemachoselachogaleokranio\" "
		    "Enter d text:\"2027-06-30\" Enter");
	assert_shows(screen, "日本");
	assert_shows(screen, "Lopadotemachosela…");
	assert_aligned(screen, "30-06-2027", 3);
	assert_aligned(screen, "3 Bepaald", 3);
	screen_play(screen, "Enter e text:\"\xc3\xa9\xc3\xa9n \" "
			    "text:\"re\xcc\x81\" text:\" 日本\" C-d");
	assert_norm(screen, "GO.01", "note",
		    "\xc3\xa9\xc3\xa9n r\xc3\xa9 日本");
	end(screen);
}

static void U29_marked_norms_change_in_one_step(void **state)
{
	struct screen *screen = start(false);

	(void)state;
	screen_play(screen, "Enter v v Space d text:\"2027-06-30\" Enter");
	assert_norm(screen, "GO.01", "due", "2027-06-30");
	assert_norm(screen, "GO.02", "due", "2027-06-30");
	assert_norm(screen, "GO.03", "due", "2027-06-30");
	assert_norm(screen, "GO.04", "due", NULL);
	assert_shows(screen, "3 normen: Einddatum 30-06-2027");
	screen_play(screen, "Enter u");
	assert_norm(screen, "GO.01", "due", NULL);
	assert_norm(screen, "GO.03", "due", NULL);
	/* The marks are used up: the next digit is for one norm. */
	screen_play(screen, "Enter v v 3 4");
	assert_norm(screen, "GO.01", "score", "3");
	assert_norm(screen, "GO.02", "score", "3");
	assert_norm(screen, "GO.03", "score", "4");
	screen_play(screen, "Down Down Enter * 2");
	assert_norm(screen, "GO.05", "score", "2");
	assert_norm(screen, "OR.01", "score", NULL);
	screen_play(screen, "Enter v Escape v v e");
	assert_shows(screen, "Een notitie schrijf je bij één norm tegelijk.");
	end(screen);
}

static int set_up(void **state)
{
	(void)state;
	screen_setup();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	screen_teardown();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(U1_without_a_file_it_says_what_to_do),
		cmocka_unit_test(U2_the_cursor_stands_on_what_is_selected),
		cmocka_unit_test(U3_a_digit_scores_at_once),
		cmocka_unit_test(test_a_norm_that_changed_is_confirmed),
		cmocka_unit_test(
			U4_all_five_level_texts_are_on_the_screen_of_a_norm),
		cmocka_unit_test(
			U4_an_edition_without_texts_shows_the_general_meaning),
		cmocka_unit_test(U5_undo_and_redo_go_on_after_a_restart),
		cmocka_unit_test(U6_not_applicable_needs_a_reason),
		cmocka_unit_test(U7_search_folds_accents_and_goes_on),
		cmocka_unit_test(U8_a_filter_belongs_to_its_screen),
		cmocka_unit_test(U8_filters_are_kept_by_name),
		cmocka_unit_test(S16_four_eyes),
		cmocka_unit_test(test_what_check_finds_stands_at_the_norm),
		cmocka_unit_test(U11_escape_never_stops_and_q_does),
		cmocka_unit_test(U12_ctrl_c_keeps_the_draft),
		cmocka_unit_test(U13_a_hang_up_keeps_the_draft),
		cmocka_unit_test(U15_a_stray_paste_scores_nothing),
		cmocka_unit_test(U16_the_editor_gets_the_note),
		cmocka_unit_test(U17_a_dialog_lives_through_every_size),
		cmocka_unit_test(
			U22_accents_and_wide_letters_stay_in_their_columns),
		cmocka_unit_test(U29_marked_norms_change_in_one_step),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
