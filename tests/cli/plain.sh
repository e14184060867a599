#!/bin/sh
# P1 to P3 and P8 on a real data file: a whole assessment as questions and
# answers gives what the same changes give through `set`.
. "$top_srcdir/tests/cli/lib.sh"
PATH=$top_builddir:$PATH
export PATH

# ---- P1: what each norm gets, as answers and as commands ----

ibp-scan norms --plain | cut -f1 | grep -F . >codes
[ "$(wc -l <codes)" = 94 ] || fail "there are not 94 norms"

awk -v answers=answers -v commands=commands '
BEGIN {
	split("open planned in-progress done", statuses, " ")
	split("low medium high", grades, " ")
	split("bestuur,schoolleider,hoofd ict", owners, ",")
	print "Stichting De Linde\n1\n1200\n4\n\n3" >answers
}
{
	i = NR - 1
	if (i % 11 == 0) {
		print "-\nGeen eigen servers" >answers
		score = "score=na reason=\"Geen eigen servers\""
	} else {
		print i % 5 + 1 >answers
		score = "score=" i % 5 + 1
	}
	note = "Besproken op " i % 28 + 1 " mei.\n\nVervolg: één brief."
	print note "\n." >answers
	print owners[i % 3 + 1] >answers
	print i % 3 + 3 >answers
	print i % 2 ? "30-06-2027" : "+3m" >answers
	print i % 4 + 1 >answers
	print i % 3 + 1 >answers
	if (i % 5 == 0)
		print "n\nBeleid\nhttps://example.org/b\n1\n1-3-2026\nfg\n3" \
			>answers
	print "" >answers
	printf "ibp-scan -q -f set.ibp set %s %s note=\"%s\" owner=\"%s\" " \
		"target=%d due=%s status=%s priority=%s || exit\n", $1, score,
		note, owners[i % 3 + 1], i % 3 + 3,
		i % 2 ? "2027-06-30" : "+3m", statuses[i % 4 + 1],
		grades[i % 3 + 1] >commands
	if (i % 5 == 0)
		print "ibp-scan -q -f set.ibp evidence add " $1 \
			" title=Beleid ref=https://example.org/b" \
			" kind=document date=2026-03-01 checked_by=fg" \
			" confidence=high || exit" >commands
}
END { print "q" >answers }' codes

ibp-scan -q -f set.ibp init board="Stichting De Linde" sector=po \
	students=1200 schools=4 || fail "init"
sh commands || fail "set"
ibp-scan -f plain.ibp --plain --lang=nl <answers >said 2>messages ||
	fail "the answers were not taken"
[ ! -s messages ] || fail "messages: $(cat messages)"
for what in list status 'evidence list'; do
	for board in set plain; do
		# shellcheck disable=SC2086
		ibp-scan -f $board.ibp $what --json >"$board.json"
	done
	cmp set.json plain.json || fail "$what differs"
done
ibp-scan -f plain.ibp check >/dev/null || fail "check finds a fault"

# ---- P1, P3: every line that was said ----

said_right() # FILE
{
	grep -q "$(printf '\033')" "$1" && fail "$1 holds an escape"
	grep -nvE '[.:?]$' "$1" && fail "$1: a line without an end"
	[ "$(wc -L <"$1")" -le 100 ] || fail "$1: a line is too long"
	grep -nE '─|│|┌|█|⠿' "$1" && fail "$1 holds a drawing"
	:
}

said_right said
grep -qx 'Norm 94 van 94\..*' said || fail "the last norm was not said"
grep -q 'Werktitel\.' said || fail "no working title was said"

# ---- P2 on what is there ----

printf '%s\n' GO.02 '' '<' 9 '?' '3?' 5 q |
	ibp-scan -f plain.ibp --plain --lang=en >said || fail "P2"
said_right said
grep -q 'Score (1 to 5, - not applicable, Enter keeps 2, < back' said ||
	fail "Enter does not say what it keeps"
grep -q '^9 is not an answer here: ' said || fail "9 was taken"
[ "$(ibp-scan -f plain.ibp list --filter code=GO.02 --plain | cut -f4)" = 5 ] ||
	fail "GO.02 is not 5"

# ---- Every end of the input leaves what was answered ----

cat >some <<'END'
Stichting De Eik
2



GO.01
2
-
Geen servers
e
Een notitie
van twee regels
.
o
ict
b
n
Beleid
K:\ibp\beleid.pdf

2026-01-31



4
11
GO
4
+1y
1
END
lines=$(wc -l <some)
n=2
before=
while [ "$n" -le "$lines" ]; do
	rm -f eik.ibp
	head -n $n some | ibp-scan -f eik.ibp --plain >said ||
		fail "$n lines: status $?"
	said_right said
	ibp-scan -f eik.ibp check >/dev/null || fail "$n lines: check"
	# What is there only grows.
	now=$(sqlite3 eik.ibp 'SELECT count(*) FROM change')
	[ "${before:-0}" -le "$now" ] || fail "$n lines: something went"
	before=$now
	n=$((n + 1))
done
[ "${before:-0}" -ge 14 ] || fail "only $before changes were made"
head -n 12 some | ibp-scan -f draft.ibp --plain >said
printf 'GO.03\ne\n2\n.\nq\n' | ibp-scan -f draft.ibp --plain >said
[ "$(sqlite3 draft.ibp 'SELECT note FROM answer WHERE note IS NOT NULL')" = \
	"$(printf 'Een notitie\nvan twee regels')" ] || fail "the draft is lost"

# ---- P8, and where nothing may be written ----

ibp-scan -f plain.ibp --plain <answers 2>messages | head -n 1 >/dev/null
[ ! -s messages ] || fail "a closed pipe: $(cat messages)"
ibp-scan -f plain.ibp --plain </dev/null >/dev/full 2>messages
[ $? = 3 ] || fail "a full disk is not status 3"
[ "$(wc -l <messages)" = 1 ] || fail "a full disk: $(cat messages)"

# ---- TERM=dumb and ACCESSIBLE ask as well ----

echo q | TERM=dumb ibp-scan -f plain.ibp >said || fail "TERM=dumb"
grep -q 'Menu' said || fail "TERM=dumb does not ask"
echo q | TERM=xterm ACCESSIBLE=1 ibp-scan -f plain.ibp >said ||
	fail "ACCESSIBLE"
grep -q 'Menu' said || fail "ACCESSIBLE does not ask"
exit "$faults"
