#!/bin/bash
# The full screen on a real terminal (tmux): scenarios U1, U2, U9, U13 to
# U17, U18, U19, U20, U21 and U27 of the usability plan.
. "$top_srcdir/tests/cli/lib.sh"
command -v tmux >/dev/null || exit 77
LANGUAGE="nl"
export LANGUAGE
unset VISUAL EDITOR TMUX TMUX_PANE NO_COLOR
program=$top_builddir/ibp-scan
server=
starts=0
trap '[ -z "$server" ] || tm kill-server 2>/dev/null; rm -rf "$work"' EXIT
: >tmux.conf

tm()
{
	tmux -u -L "$server" -f "$work/tmux.conf" "$@"
}

# start COLUMNSxROWS COMMAND LINE: its status comes in the file rc.
start()
{
	# A server of its own: an old one may still be on its way out.
	[ -z "$server" ] || tm kill-server 2>/dev/null
	starts=$((starts + 1))
	server=ibp-$$-$starts
	rm -f rc
	tm new-session -d -s s -x "${1%x*}" -y "${1#*x}" \
		"cd '$work'; $2; echo \$? >rc; exec sleep 60"
	tm set-option -s escape-time 0
}

keys()
{
	tm send-keys -t s "$@"
}

screen()
{
	tm capture-pane -p -t s
}

ask_tmux()
{
	tm display-message -p -t s "#{$1}"
}

# see TEXT: waits until it stands on the screen.
see()
{
	for _ in $(seq 200); do
		screen | grep -qF -- "$1" && return 0
		sleep 0.05
	done
	fail "${FUNCNAME[1]} line ${BASH_LINENO[0]}: no \"$1\" on the screen"
	screen | sed 's/^/	/'
	return 1
}

# ends STATUS: waits until the program is over.
ends()
{
	for _ in $(seq 200); do
		[ -s rc ] && break
		sleep 0.05
	done
	[ "$(cat rc 2>/dev/null)" = "$1" ] ||
		fail "line ${BASH_LINENO[0]}: status $(cat rc), not $1"
}

cursor_row()
{
	screen | sed -n "$(($(ask_tmux cursor_y) + 1))p"
}

# Rows that hold a colour; resets to the default are none.
coloured()
{
	tm capture-pane -pe -t s |
		grep -cE $'\e''\[([0-9;]*;)?(3[0-7]|4[0-7]|38|48|9[0-7]|10[0-7])[;m]'
}

# bytes SECONDS [KEY]: what goes to the terminal meanwhile.
bytes()
{
	tm pipe-pane -t s "cat >$work/sent"
	sleep 0.3
	: >sent
	[ $# -lt 2 ] || keys "$2"
	sleep "$1"
	tm pipe-pane -t s
	wc -c <sent
}

# quick KEY MILLISECONDS: the screen is another one within that time.
quick()
{
	local before from now
	before=$(screen)
	from=$(date +%s%N)
	keys "$1"
	while [ "$(screen)" = "$before" ]; do
		now=$(($(date +%s%N) - from))
		[ $now -lt 3000000000 ] || break
	done
	now=$((($(date +%s%N) - from) / 1000000))
	# On a busy machine a limit needs room; make bench measures.
	[ $now -le $(($2 * 5)) ] || fail "$1: $now ms, at most $2"
}

board()
{
	rm -f school.ibp school.ibp.lock
	cp "$top_builddir/share/ibp-tools/examples/voorbeeld.ibp" school.ibp
	chmod 600 school.ibp
}

U1_first_sight()
{
	echo U1
	rm -f school.ibp
	start 80x24 "'$program'"
	see "Het databestand maken en beginnen"
	see "? Hulp"
	keys q
	ends 0
}

U2_cursor_on_the_selection()
{
	local key
	echo U2
	board
	start 80x24 "'$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	for key in Down Down Down PgDn End Up PgUp Home o Down Escape; do
		keys "$key"
		sleep 0.2
		cursor_row | grep -q '^>' ||
			fail "after $key the cursor is on: $(cursor_row)"
		[ "$(ask_tmux cursor_flag)" = 1 ] ||
			fail "after $key there is no cursor"
	done
	keys Home
	sleep 0.2
	[ "$(ask_tmux cursor_x)" = 2 ] || fail "not on the first letter"
	keys q
	sleep 0.2
	keys q
	ends 0
	[ "$(ask_tmux alternate_on)" = 0 ] || fail "the screen is not given back"
}

U13_hang_up_keeps_what_was_typed()
{
	echo U13
	board
	start 80x24 "'$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	keys Down
	keys e
	see "-- GO.02: Notitie"
	tm send-keys -t s -l "een halve zin"
	see "een halve zin"
	tm kill-session -t s
	for _ in $(seq 100); do
		flock -n -x school.ibp.lock true && break
		sleep 0.05
	done
	expect 0 check
	start 80x24 "'$program'"
	see "Er is nog een notitie bij GO.02 niet opgeslagen."
}

U14_kill_loses_nothing_that_was_answered()
{
	local i pid
	echo U14
	board
	for i in 1 2 3 4 5 6 7 8; do
		start 80x24 "echo \$\$ >pid; exec '$program'"
		see "Alle normen"
		pid=$(cat pid)
		keys Enter
		see "GO.01"
		for _ in $(seq 25); do
			keys $((RANDOM % 5 + 1)) Down
		done
		keys End
		keys $((i % 5 + 1))
		see "VW.01: Score $((i % 5 + 1))"
		kill -KILL "$pid"
		sleep 0.2
		expect 0 check
		expect 0 show VW.01 --json
		json_is score $((i % 5 + 1))
	done
}

U9_help_by_function_key_and_by_escape_and_digit()
{
	echo U9
	board
	start 80x24 "'$program'"
	see "Alle normen"
	keys F1
	see "Hulp"
	see "Maak de laatste wijziging ongedaan."
	keys Escape
	see "Alle normen"
	sleep 0.6
	tm send-keys -t s Escape 1
	see "Maak de laatste wijziging ongedaan."
}

U15_a_stray_paste_scores_nothing()
{
	echo U15
	board
	expect 0 list --json
	cp out before
	start 80x24 "'$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	tm set-buffer "112345qqq"
	tm paste-buffer -p -t s
	see "Geplakte tekst is genegeerd"
	expect 0 list --json
	same before out
	keys o
	see "-- GO.01: Eigenaar"
	keys C-u
	tm set-buffer "schoolleider"
	tm paste-buffer -p -t s
	see "> schoolleider"
	keys Enter
	see "GO.01: Eigenaar schoolleider"
}

U16_the_screen_comes_back_after_the_editor()
{
	echo U16
	board
	start 80x24 "EDITOR=\"sh -c 'printf x >>\\\"\\\$1\\\"' --\" '$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	keys Down Down Down e
	see "GO.04: Notitie"
	cursor_row | grep -q '^> GO.04' || fail "the cursor is elsewhere"
	expect 0 show GO.04 --json
	json_is note x
}

U17_every_size()
{
	local size
	echo U17
	board
	start 80x24 "'$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	keys o
	see "-- GO.01: Eigenaar"
	tm send-keys -t s -l "XY"
	for size in 40x10 20x5 200x60 60x15 80x24; do
		tm resize-window -t s -x "${size%x*}" -y "${size#*x}"
		case $size in
		40x10) see "Venster te klein: 40x10, minimaal 60x15" ;;
		20x5) sleep 0.3 ;;
		*) see "-- GO.01: Eigenaar" ;;
		esac
	done
	see "bestuurXY"
	keys Escape
	sleep 0.6
	keys q
	sleep 0.2
	keys q
	ends 0
}

U18_latency()
{
	local key
	echo U18
	board
	start 80x24 "'$program'"
	see "Alle normen"
	for key in Enter Down Down Up PgDn PgUp End Home v 3 u f; do
		quick "$key" 100
	done
	quick Escape 150
	quick '?' 100
	quick Escape 150
}

U19_traffic()
{
	local sent
	echo U19
	board
	start 80x24 "'$program'"
	see "Alle normen"
	keys Enter
	see "GO.01"
	keys Down
	sent=$(bytes 0.7 Down)
	[ "$sent" -gt 0 ] || fail "one Down: nothing is sent"
	[ "$sent" -lt 400 ] || fail "one Down: $sent bytes"
	echo "one Down: $sent bytes"
	sent=$(bytes 5)
	[ "$sent" = 0 ] || fail "idle: $sent bytes"
}

U20_monochrome()
{
	local setting rows
	echo U20
	board
	for setting in NO_COLOR=1 NO_COLOR= TERM=vt100 NO_COLOR=1; do
		start 80x24 "env $setting '$program'"
		see "Alle normen"
		keys Enter
		see "GO.01"
		sleep 0.3
		rows=$(coloured)
		screen >"text-$setting"
		case $setting in
		NO_COLOR=) [ "$rows" -gt 0 ] || fail "no colour" ;;
		*) [ "$rows" = 0 ] || fail "$setting: $rows coloured rows" ;;
		esac
	done
	same "text-NO_COLOR=1" "text-NO_COLOR="
	same "text-NO_COLOR=1" "text-TERM=vt100"
}

U21_mouse()
{
	echo U21
	board
	start 80x24 "'$program'"
	see "Alle normen"
	[ "$(ask_tmux mouse_any_flag)" = 0 ] || fail "the mouse is taken"
	start 80x24 "'$program' --mouse"
	see "Alle normen"
	[ "$(ask_tmux mouse_any_flag)" = 1 ] || fail "--mouse does nothing"
}

U27_suspend()
{
	echo U27
	board
	start 80x24 "bash --norc --noprofile -i"
	tm send-keys -t s -l "PS1='wacht '; '$program'"
	keys Enter
	see "Alle normen"
	keys Enter
	see "GO.01"
	keys Down Down
	keys C-z
	see "wacht"
	[ "$(ask_tmux alternate_on)" = 0 ] || fail "the screen is not given back"
	tm resize-window -t s -x 100 -y 30
	tm send-keys -t s -l "fg"
	keys Enter
	see "? Hulp"
	cursor_row | grep -q '^> GO.03' || fail "back, but on $(cursor_row)"
	[ "$(screen | wc -l)" = 30 ] || fail "not as large as the window"
	keys Down 3
	see "GO.04: Score 3"
}

U1_first_sight
U2_cursor_on_the_selection
U13_hang_up_keeps_what_was_typed
U14_kill_loses_nothing_that_was_answered
U9_help_by_function_key_and_by_escape_and_digit
U15_a_stray_paste_scores_nothing
U16_the_screen_comes_back_after_the_editor
U17_every_size
U18_latency
U19_traffic
U20_monochrome
U21_mouse
U27_suspend
finish
