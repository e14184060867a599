#!/bin/sh
# The questions and answers of fora-map on a real data file: what was answered
# is on the disk, wrong answers are asked again, and every line can be read
# aloud (P1 to P3).
. "$top_srcdir/tests/cli/lib.sh"
program=$top_builddir/fora-map
LANGUAGE="nl"
export LANGUAGE

# The commands of this test are those of fora-map.
scan()
{
	"$program" "$@"
}

# ask ANSWER...: each a line; what was said is in out.
ask()
{
	ran="answers $*"
	printf '%s\n' "$@" >answers
	timeout 60 "$program" --plain <answers >out 2>err ||
		fail "$ran: status $?: $(cat err)"
	[ ! -s err ] || fail "messages: $(cat err)"
	if LC_ALL=C grep -q "$(printf '\033')" out; then
		fail "an escape sequence"
	fi
	if grep -v '[.:?]$' out; then
		fail "a line does not end in a full stop, colon or question"
	fi
}

# No file yet: nothing is made without a name, a name makes it.
ask q
[ ! -e school.ibp ] || fail "a file was made without a name"
ask "Stichting De Linde" q
says "Bestuur Stichting De Linde."
says "Alles is bewaard."

# A new application, its owner, a wrong choice, its place; all is saved.
ask 4 "Agenda van school" 2 3 "hoofd ict" 2 9 9 1 \
	4 "niet te vinden" Agendasysteem 2 1 q
says "9 past hier niet"
says "Niets heet zo."
says "Agendasysteem"
expect 0 app show "Agenda van school" --json
json_is owner "hoofd ict"
json_is kind package
json_is places/0/kind partial
json_is places/# 1

# The same place again gets another kind; then it goes, and undo brings it back.
ask 2 agenda 1 4 Agendasysteem 3 4 Agendasysteem 4 q
expect 0 app show "Agenda van school" --json
json_is places/# 0
ask 16 q
expect 0 app show "Agenda van school" --json
json_is places/0/kind planned

# The other direction, and what is not for us with the reason it needs.
ask 5 Archivering 1 2 Agenda 1 3 "" "Dat doet de gemeente." 1 q
says "Hier is een antwoord nodig."
says "Dat doet de gemeente."
ask 13 m q
says "Dat doet de gemeente."
expect 0 app show "Agenda van school" --json
json_is places/1/kind main

# One change to all of a list is one step.
ask 4 "Tweede app" "" 1 c 1 Woordwerk "" q
says "Dit wijzigt 2 applicaties."
expect 0 app show "Tweede app" --json
json_is supplier Woordwerk
expect 0 undo
expect 0 app show "Tweede app" --json
json_is supplier null
expect 0 app show "Agenda van school" --json
json_is supplier null

# A filter that is wrong is asked again; every question has an answer.
ask 3 "kleur=rood" "owner=\"hoofd ict\"" m 6 "state=gap" m q
says "kleur"
says "Filter owner"
ask 7 1 m 8 m 9 10 11 12 m 13 m 14 "x" "+1y" 15 m 17 q
says "Opnieuw gedaan."
expect 0 check

# One that was removed comes back by undo.
ask 2 Tweede 1 10 m 16 q
says "Applicatie"
expect 0 app show "Tweede app" --json
json_is name "Tweede app"
finish
