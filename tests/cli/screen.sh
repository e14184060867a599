#!/bin/sh
# The full screen on a real data file, played from a script: what was typed is
# on the disk, undo lives through a restart, and a file that cannot be used is
# told in one sentence (U1, U3, U5, U13, U23, U24, U25, U28).
. "$top_srcdir/tests/cli/lib.sh"
LANGUAGE="nl"
export LANGUAGE
unset VISUAL EDITOR

# play STATUS KEYS OPTION...: the screens are in out.
play()
{
	wanted=$1
	printf '%s\n' "$2" >keys
	shift 2
	expect "$wanted" --script=keys "$@"
}

# U1: no file yet; the screen makes one.
play 0 'screen'
says "Er is nog geen databestand."
[ ! -e school.ibp ] || fail "a look made a data file"
play 0 'Enter text:"Stichting De Linde" Enter 1 screen q'
[ ! -e school.ibp ] || fail "made before it was asked"
play 0 'Enter text:"Stichting De Linde" Enter End Up Enter screen'
says "Het databestand is gemaakt."
[ "$(stat -c %a school.ibp)" = 600 ] || fail "mode of the new file"
expect 0 status --json
json_is board "Stichting De Linde"

# U3: every key is on the disk.
play 0 'Enter 3 Down 3 Down 3 Down 3 Down 3'
expect 0 list --filter 'score=3' --json
json_is norms/4/code GO.05
expect 0 check

# U5: score, note, date; three times back, twice again, once back.
new_board
play 0 'Enter 2 e text:"half" C-d d text:"2027-06-30" Enter q q'
play 0 'Enter u u u C-r C-r q q'
play 0 'Enter u screen'
says "Ongedaan gemaakt: GO.01: Notitie"
expect 0 show GO.01 --json
json_is score 2
json_is note null
json_is due null

# Evidence, a filter and a reason go the same way.
play 0 'Enter Down b a text:"IBP-beleid" Enter Enter text:"Map/Beleid" Enter
	Escape Escape - text:"Geen eigen ict." Enter
	f Enter text:"score=na" Enter f text:"bewaren" Enter text:"nvt" Enter'
expect 0 evidence list GO.02 --json
json_is evidence/0/ref "Map/Beleid"
expect 0 filter list --json
json_is filters/0/name nvt
expect 0 show GO.02 --json
json_is reason "Geen eigen ict."
expect 0 check

# U13: what was half typed when the line fell is offered at the next start.
play 0 'Enter Down Down e text:"een halve zin" hangup'
expect 0 check
play 0 'screen Enter Down Down e screen 1 C-d'
says "Er is nog een notitie bij GO.03 niet opgeslagen."
says "1 Verder met wat ik typte"
expect 0 show GO.03 --json
json_is note "een halve zin"

# U23: one language on every set-up.
for setting in LANG=nl_NL.UTF-8 'LANG=C.UTF-8 LANGUAGE=nl' LANG=C \
	'LANG=C.UTF-8 LANGUAGE=en_XA'; do
	echo 'Enter screen' >keys
	# shellcheck disable=SC2086
	env -u LANG -u LANGUAGE $setting "$top_builddir/ibp-scan" \
		--script=keys >out 2>err || fail "$setting: status $?"
	ran=$setting
	case $setting in
	*en_XA) says "[¡Nørms" ;;
	*nl*) says "Normen [94]" && says "Strategie informatiebeveiliging" ;;
	*) says "Norms [94]" && says "Information security strategy" ;;
	esac
done

# U24: another program has the lease: told, and for reading only.
if command -v flock >/dev/null; then
	mkfifo hold
	flock -x school.ibp.lock cat hold &
	holder=$!
	exec 9>hold
	until ! flock -n -x school.ibp.lock true; do
		sleep 0.1
	done
	keep school.ibp
	play 0 'screen Enter 5 screen e screen Enter screen'
	is_kept school.ibp
	says "Normen [94] > GO.01"
	hides "GO.01: Score 5"
	[ "$(grep -c "school.ibp" out)" -ge 2 ] || fail "no word on the lease"
	exec 9>&-
	wait $holder
else
	lacks flock
fi

# U25: what is no data file of ours, is too new, or is not whole.
echo "geen databestand" >text.ibp
keep text.ibp
play 4 'screen' -f text.ibp
is_kept text.ibp
[ ! -s out ] || fail "a screen on a text file"
[ "$(wc -l <err)" = 1 ] || fail "more than a sentence"
head -c 3000 school.ibp >part.ibp
play 4 'screen' -f part.ibp
[ "$(wc -l <err)" = 1 ] || fail "more than a sentence on half a file"
play 0 'Enter text:"X" Enter End Up Enter screen' -f nergens/school.ibp
says "nergens"
hides "Het databestand is gemaakt."
play 2 'Dwon' -f school.ibp
tells "Dwon"

# U28: where there is no screen there are questions, without one escape.
echo q | TERM=dumb "$top_builddir/ibp-scan" >out 2>err
ran="TERM=dumb"
says "Menu"
! grep -q "$(printf '\033')" out || fail "an escape on a dumb terminal"
finish
