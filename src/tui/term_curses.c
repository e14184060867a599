/* The real terminal.  The only file that knows curses. */
#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "tui/key.h"
#include "tui/signals.h"
#include "tui/term.h"
#include "tui/term_keys.h"

#define ESCAPE_MS 25
/*
 * 1 and 0 this soon after Escape are F1 and F10 (T16).  The other digits
 * are what they are: who leaves a dialog and scores at once means the score.
 */
#define FUNCTION_MS 400
/* A paste whose end never comes is over after this. */
#define PASTE_MS 1000

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define COMBINED_MAX 5

struct terminal {
	struct ibp_term term;
	SCREEN *screen;
	bool coloured;
	bool mouse;
	bool has_paste;
	int key_paste; /* what curses calls the two marks round a paste */
	int key_paste_end;
	bool after_escape;
	struct ibp_buf paste;
	struct ibp_signals signals;
};

/* A sequence that curses has no name for; what cannot be sent is lost. */
static void send(const struct terminal *terminal, const char *sequence)
{
	if (terminal->has_paste &&
	    write(STDOUT_FILENO, sequence, strlen(sequence)) < 0)
		errno = 0;
}

/* ---- Keys ---- */

static long character_key(wint_t c)
{
	if (c == '\n')
		return IBP_KEY_ENTER;
	return c == 0x7f || c == '\b' ? IBP_KEY_BACKSPACE : (long)c;
}

/* Reads until the end mark; only texts, tabs and line ends are kept. */
static void read_paste(struct terminal *terminal, struct ibp_event *event)
{
	struct ibp_buf *paste = &terminal->paste;
	wint_t c;
	int kind;

	ibp_buf_cut(paste, 0);
	for (;;) {
		kind = get_wch(&c);
		if (kind == ERR) {
			if (!ibp_signals_wait(&terminal->signals, PASTE_MS))
				break;
			continue;
		}
		if (kind == KEY_CODE_YES && (int)c == terminal->key_paste_end)
			break;
		if (kind == KEY_CODE_YES || paste->length >= IBP_PASTE_MAX)
			continue;
		if (c == '\r' || c == '\n' || c == '\t')
			ibp_buf_add_char(paste, c == '\t' ? '\t' : '\n');
		else
			ibp_key_add_text(paste, (long)c);
	}
	event->kind = IBP_EVENT_PASTE;
	event->paste = ibp_buf_text(paste);
}

static void read_mouse(struct ibp_event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return;
	if (mouse.bstate & BUTTON4_PRESSED) {
		event->key = IBP_KEY_UP;
	} else if (mouse.bstate & BUTTON5_PRESSED) {
		event->key = IBP_KEY_DOWN;
	} else if (mouse.bstate & (BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED)) {
		event->kind = IBP_EVENT_CLICK;
		event->row = (size_t)mouse.y;
		event->column = (size_t)mouse.x;
		event->twice = mouse.bstate & BUTTON1_DOUBLE_CLICKED;
	}
}

/* 1 or 0 right behind Escape: the terminal's own function key is taken. */
static long read_after_escape(const struct terminal *terminal, int timeout)
{
	wint_t c;
	int kind = get_wch(&c);

	if (kind == ERR && ibp_signals_wait(&terminal->signals, timeout))
		kind = get_wch(&c);
	if (kind == OK && (c == '1' || c == '0'))
		return IBP_KEY_F0 + (c == '0' ? 10 : 1);
	if (kind == OK)
		unget_wch((wchar_t)c);
	else if (kind == KEY_CODE_YES)
		ungetch((int)c);
	return IBP_KEY_NONE;
}

/* One key or what curses makes of it; false: nothing there yet. */
static bool read_key(struct terminal *terminal, struct ibp_event *event)
{
	wint_t c;
	int kind = get_wch(&c);

	if (kind == ERR)
		return false;
	event->kind = IBP_EVENT_KEY;
	if (kind == KEY_CODE_YES && (int)c == KEY_RESIZE)
		event->kind = IBP_EVENT_RESIZE;
	else if (kind == KEY_CODE_YES && (int)c == KEY_MOUSE)
		read_mouse(event);
	else if (kind == KEY_CODE_YES && (int)c == terminal->key_paste)
		read_paste(terminal, event);
	else if (kind == KEY_CODE_YES)
		event->key = ibp_term_key(keyname((int)c));
	else
		event->key = character_key(c);
	if (event->kind == IBP_EVENT_KEY && event->key == IBP_KEY_ESCAPE) {
		long function = read_after_escape(terminal, 0);

		event->key = function ? function : IBP_KEY_ESCAPE;
		terminal->after_escape = !function;
	}
	return true;
}

static bool read_signal(const struct terminal *terminal,
			struct ibp_event *event)
{
	switch (ibp_signals_take()) {
	case IBP_SIGNAL_HANGUP:
		event->kind = IBP_EVENT_HANGUP;
		return true;
	case IBP_SIGNAL_STOP:
		event->kind = IBP_EVENT_SUSPEND;
		return true;
	case IBP_SIGNAL_CONTINUE:
		reset_prog_mode();
		send(terminal, PASTE_ON);
		event->kind = IBP_EVENT_REDRAW;
		return true;
	case IBP_SIGNAL_INTERRUPT:
		event->kind = IBP_EVENT_KEY;
		event->key = IBP_KEY_CTRL('c');
		return true;
	case IBP_SIGNAL_NONE:
		break;
	}
	return false;
}

/* The line is gone when there is always something to read and never a key. */
#define EMPTY_MAX 1000

static void terminal_read(void *context, int timeout, struct ibp_event *event)
{
	struct terminal *terminal = context;

	*event = (struct ibp_event){.kind = IBP_EVENT_IDLE};
	if (terminal->after_escape) {
		terminal->after_escape = false;
		event->key = read_after_escape(terminal, FUNCTION_MS);
		if (event->key) {
			event->kind = IBP_EVENT_KEY;
			return;
		}
	}
	for (int empty = 0; empty < EMPTY_MAX; empty++)
		if (read_signal(terminal, event) || read_key(terminal, event) ||
		    !ibp_signals_wait(&terminal->signals, timeout))
			return;
	event->kind = IBP_EVENT_HANGUP;
}

/* ---- Screen ---- */

static void terminal_size(void *context, size_t *rows, size_t *columns)
{
	(void)context;
	*rows = (size_t)LINES;
	*columns = (size_t)COLS;
}

/* The eight base colours only, and never a background (T4). */
static const short level_colours[] = {
	[1] = COLOR_RED,  [2] = COLOR_MAGENTA, [3] = -1,
	[4] = COLOR_CYAN, [5] = COLOR_GREEN,
};

static void start_colours(struct terminal *terminal)
{
	if (!has_colors() || start_color() == ERR ||
	    use_default_colors() == ERR)
		return;
	for (short level = 1; level <= 5; level++)
		init_pair(level, level_colours[level], -1);
	terminal->coloured = true;
}

static attr_t attributes(unsigned look)
{
	attr_t attr = A_NORMAL;

	if (look & IBP_LOOK_REVERSE)
		attr |= A_REVERSE;
	if (look & IBP_LOOK_UNDERLINE)
		attr |= A_UNDERLINE;
	if (look & IBP_LOOK_BOLD)
		attr |= A_BOLD;
	return attr;
}

static short colour_pair(const struct terminal *terminal, unsigned look)
{
	unsigned level = (look & IBP_LOOK_LEVELS) / IBP_LOOK_LEVEL;

	/* On a selected row the colour would become a background. */
	if (!terminal->coloured || level > 5 || (look & IBP_LOOK_REVERSE))
		return 0;
	return (short)level;
}

static void show_cell(const struct terminal *terminal, int row, int column,
		      const struct ibp_cell *cell)
{
	wchar_t wide[COMBINED_MAX + 1] = {0};
	const char *text = cell->text;
	mbstate_t state = {0};
	cchar_t shown;

	/* A character that the C library measures otherwise would shift. */
	mbsrtowcs(wide, &text, COMBINED_MAX, &state);
	if (!wide[0] || wcwidth(wide[0]) != cell->width)
		wcsncpy(wide, L"?", COMBINED_MAX);
	if (setcchar(&shown, wide, attributes(cell->look),
		     colour_pair(terminal, cell->look), NULL) == OK)
		mvadd_wch(row, column, &shown);
	if (cell->width == 2 && wcwidth(wide[0]) == 1)
		mvadd_wch(row, column + 1, &shown);
}

static void terminal_show(void *context, const struct ibp_cells *cells)
{
	struct terminal *terminal = context;
	const struct ibp_cell *cell = cells->cells;

	erase();
	for (size_t row = 0; row < cells->rows; row++)
		for (size_t column = 0; column < cells->columns;
		     column++, cell++)
			if (cell->width)
				show_cell(terminal, (int)row, (int)column,
					  cell);
	move((int)cells->cursor_row, (int)cells->cursor_column);
	refresh();
}

static void terminal_redraw(void *context)
{
	(void)context;
	clearok(curscr, TRUE);
}

static void terminal_bell(void *context)
{
	(void)context;
	beep();
}

static void terminal_leave(void *context)
{
	struct terminal *terminal = context;

	send(terminal, PASTE_OFF);
	endwin();
}

/* While we were away the window may have got another size. */
static void follow_size(void)
{
	struct winsize size;

	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row &&
	    size.ws_col && is_term_resized(size.ws_row, size.ws_col))
		resizeterm(size.ws_row, size.ws_col);
}

static void terminal_enter(void *context)
{
	struct terminal *terminal = context;

	ibp_signals_forget();
	follow_size();
	clearok(curscr, TRUE);
	refresh();
	send(terminal, PASTE_ON);
}

/* The whole job stops, as it would by the terminal itself. */
static void terminal_suspend(void *context)
{
	struct terminal *terminal = context;

	terminal_leave(terminal);
	ibp_signals_release(&terminal->signals);
	kill(0, SIGTSTP);
	ibp_signals_catch(&terminal->signals);
	terminal_enter(terminal);
}

/* ---- Life ---- */

static void start_mouse(const struct terminal *terminal)
{
	if (!terminal->mouse)
		return;
	mouseinterval(150);
	mousemask(BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED |
			  BUTTON5_PRESSED,
		  NULL);
}

static void start_keys(struct terminal *terminal)
{
	raw();
	noecho();
	nonl();
	nodelay(stdscr, TRUE);
	keypad(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	if (!getenv("ESCDELAY"))
		set_escdelay(ESCAPE_MS);
	terminal->key_paste = KEY_MAX + 1;
	terminal->key_paste_end = KEY_MAX + 2;
	define_key("\033[200~", terminal->key_paste);
	define_key("\033[201~", terminal->key_paste_end);
}

/* Old terminals would show the sequence as text. */
static bool knows_paste(void)
{
	const char *name = termname();

	return strncmp(name, "vt", 2) != 0 && strcmp(name, "dumb") != 0;
}

enum ibp_status ibp_term_open(const struct ibp_term_options *options,
			      struct ibp_term **term, struct ibp_error *err)
{
	struct terminal *terminal = ibp_alloc(sizeof(*terminal));

	/* First: curses leaves alone what it finds caught. */
	ibp_signals_catch(&terminal->signals);
	terminal->screen = newterm(NULL, stdout, stdin);
	if (!terminal->screen) {
		ibp_signals_release(&terminal->signals);
		free(terminal);
		return ibp_error_set(err, IBP_USAGE,
				     _("This terminal (TERM) is not known. "
				       "Use --plain for questions and "
				       "answers."));
	}
	set_term(terminal->screen);
	terminal->mouse = options->mouse;
	terminal->has_paste = knows_paste();
	terminal->term = (struct ibp_term){
		.context = terminal,
		.size = terminal_size,
		.read = terminal_read,
		.show = terminal_show,
		.redraw = terminal_redraw,
		.bell = terminal_bell,
		.leave = terminal_leave,
		.enter = terminal_enter,
		.suspend = terminal_suspend,
	};
	start_keys(terminal);
	if (options->colour)
		start_colours(terminal);
	start_mouse(terminal);
	send(terminal, PASTE_ON);
	*term = &terminal->term;
	return IBP_OK;
}

void ibp_term_close(struct ibp_term *term)
{
	struct terminal *terminal = term ? term->context : NULL;

	if (!terminal)
		return;
	terminal_leave(terminal);
	ibp_signals_release(&terminal->signals);
	delscreen(terminal->screen);
	ibp_buf_release(&terminal->paste);
	free(terminal);
}
