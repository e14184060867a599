#!/bin/sh
# The rooms of whoever gathers, on a real register and played from a script:
# how they look at 80x24 in Dutch (beside tests/tui/golden; IBP_GOLDEN_WRITE=1
# writes them), that what is done there is on the disk, and what cannot be.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"
golden=$top_srcdir/tests/tui/golden

# play STATUS KEYS OPTION...: the screens are in out.
play()
{
	status=$1
	printf '%s\n' "$2" >keys
	shift 2
	monitor "$status" --script=keys --lang=nl "$@"
}

# looks NAME KEYS: the last screen is the golden one.
looks()
{
	play 0 "$2 screen" -r register.ibpm
	if [ -n "${IBP_GOLDEN_WRITE:-}" ]; then
		cp out "$golden/$1.txt"
	fi
	same "$golden/$1.txt" out
}

"$top_builddir/tests/cli/invented" register.ibpm \
	"$top_srcdir/examples/monitor/boards.csv" >codes
answer in 2027 60 <codes
head -c 200 "$(find in -name "*.json" | sort | head -n 1)" >in/cut.json
tail -n 1 codes | answer other 2027 61
monitor 1 receive -r register.ibpm in
mkdir bad
for file in other/*; do
	sed 's/\[\([0-9]*\), \([0-9]*\),/[\2, \1,/' "$file" >"bad/${file#other/}"
done
monitor 1 receive -r register.ibpm bad
monitor 0 withdraw -r register.ibpm 08a2bc614c483b8f
keep register.ibpm
looks monitor-editions ''
looks monitor-boards 'Enter'
looks monitor-preview 'v Down Down'
looks monitor-preview-wide 'resize:120x30 v Down Down'
looks monitor-preview-narrow 'resize:60x15 v Down Down'
looks monitor-preview-refused 'v + + + + + + + +'
looks monitor-groups 'v Down Enter Down'
looks monitor-public 'p'
looks monitor-word 'p P text:"uit" Enter'
looks monitor-help 'v ?'
is_kept register.ibpm
# In pseudo-language and without colour nothing is lost.
printf 'v screen\n' >keys
NO_COLOR=1 LANGUAGE=en_XA monitor 0 --script=keys -r register.ibpm
says "Pr"

# What is typed is done, and only then.
play 0 'p P text:"uit" Enter text:"publiceren" Enter Enter screen' -r register.ibpm
says "Typ het woord publiceer"
[ ! -e uit ] || fail "another word publishes"
play 0 'v + p P text:"uit" Enter text:"publiceer" Enter screen e screen' \
	-r register.ibpm
says "De cijfers staan in uit."
has uit/datapackage.json '"k": 25'
monitor 0 publish -r register.ibpm -o gelijk k=25 -q
same uit/benchmark.csv gelijk/benchmark.csv
# A folder with something else in it, and a rule that refuses.
play 0 'p P text:"in" Enter text:"publiceer" Enter screen' -r register.ibpm
says "andere bestanden"
tail -n 1 codes | answer late 2027 62
monitor 0 receive -r register.ibpm late
play 0 'v + p screen P text:"nieuw" Enter text:"publiceer" Enter screen' \
	-r register.ibpm
says "P9: geweigerd."
[ ! -e nieuw ] || fail "published in spite of P9"
# A closed edition has boards and nothing to publish; a register that is none
# has no screen.
monitor 0 clean -r register.ibpm --force
play 0 'b screen' -r register.ibpm
says "08a2bc614c483b8f"
play 0 'v screen p screen' -r register.ibpm
says "is gesloten"
play 3 'screen' -r nothing.ibpm
play 4 'screen' -r codes
play 2 'screen'
tells "-r"
finish
