#!/bin/sh
# fora-map: the questions about a landscape.
. "$top_srcdir/tests/cli/lib.sh"
new_board
does -q school add A
does -q school add B

scan()
{
	"$top_builddir/fora-map" "$@"
}

las="component:Leerlingadministratiesysteem (LAS)"
expect 0 coverage --json
json_is schema ibp-tools/coverage/1
json_is model 2025-02-28
json_is covered 0
json_is overlaps 0
expected=$(json gaps)
expect 0 gaps --json
json_is gaps/# "$expected"

does -q app add Een status=in-use personal_data=special
does -q link Een "$las"
does -q app add Twee status=phase-out in_use_from=2020-01-01 \
	phase_out_from=2026-01-01 out_from=2027-08-01
does -q link Twee "$las"
expect 0 coverage --json
covered=$(json covered)
[ "$covered" -gt 0 ] || fail "a component covers nothing"
[ "$(json gaps)" -lt "$expected" ] || fail "the gaps stay"
[ $((covered + $(json gaps))) -ge "$(json expected)" ] ||
	fail "a function is neither covered nor a gap"
expect 0 overlaps --json
json_is overlaps/# 1
json_is overlaps/0/possible false

# Only for the same school, and only on the day asked.
does -q use Een A
does -q use Twee B
expect 0 overlaps --json
json_is overlaps/# 0
does -q use Twee A
expect 0 overlaps --at=2027-09-01 --json
json_is overlaps/# 0
expect 0 overlaps --at=2027-07-31 --json
json_is overlaps/# 1

# A planned place does not cover.
does -q app rm Een
does -q app rm Twee
does -q app add Plan status=in-use
does -q link Plan "$las" kind=planned
expect 0 coverage --json
json_is covered 0

expect 0 coverage --by=domain --json
expect 0 coverage --by=component --format=csv
says "Leerlingadministratiesysteem (LAS)"
expect 2 coverage --by=school
expect 2 coverage --at=2027-02-30
expect 2 gaps extra

# Agreements: personal data without one.
does -q app add Bel status=in-use personal_data=ordinary contract_end=+3m
expect 0 agreements
says "no processing agreement"
says "contract ends soon"
does -q agreement set Bel status=signed signed=2024-01-01 ends=2030-01-01
does -q app set Bel contract_end=2030-01-01
expect 0 agreements --json
hides '"Bel"'

# Impact of what is and of what is not there.
does -q app set Plan status=in-use
does -q unlink Plan "$las"
does -q link Plan "$las"
does -q couple Plan Bel data=namen
expect 0 impact Plan
says "namen"
says "Functions left without any"
expect 0 impact "$las"
says Plan
expect 3 impact Niets
expect 2 impact

# The landscape on a day, beside today.
does -q app set Bel out_from=2027-01-01
expect 0 landscape --at=2027-02-01
says "Bel"
says "out"

# What FORA says stands beside the board's own value.
does -q app set Plan confidentiality=low
expect 0 app show Plan --json
json_is derived/2/field confidentiality
json_is derived/2/own low
json_is derived/2/derived high
json_is derived/2/object/? string
json_is derived/3/own null
json_is derived/3/derived ordinary
expect 0 --lang=nl app show Plan
says "Afgeleid"
expect 0 app show Bel --json
json_is derived/0/derived null
expect 0 app show Bel
hides "Derived"
expect 0 agreements --json
json_is agreements/0/finding agreement-missing
json_is agreements/0/derived true

# Every question, in every form, on a day that is one.
for question in coverage gaps overlaps agreements landscape; do
	expect 2 "$question" word
	expect 2 "$question" --at=tomorrow
	tells '"tomorrow" is not a date'
	expect 0 "$question" --at=+1y --json
	json_is schema "ibp-tools/$question/1"
	json_is date 2027-11-23
	expect 0 "$question" --plain
	expect 0 "$question" --format=csv
	expect 0 --lang=nl "$question"
	quiet
	expect 3 -f absent.ibp "$question"
	expect 4 -f "$top_srcdir/README" "$question"
done
expect 3 impact Magisterr
tells 'no application "Magisterr"'
tells 'no element "Magisterr"'
expect 2 impact a b
expect 2 suggest a b
expect 0 impact information-object:Leerling --json
json_is information_objects/# 1
json_is applications/0/name Plan
expect 0 landscape --at=2027-02-01 --json
json_is landscape/0/status_today in-use
json_is changed 1
expect 0 landscape --json
json_is changed 0
json_is functions/# 0

# A proposal places nothing.
does -q app add Magister
keep school.ibp
expect 0 suggest Magister
says "fora-map link"
is_kept school.ibp

# What is proposed is never refused.
does -q app add "Entree Federatie"
does -q app add "Cito toetsen" supplier=Cito
expect 0 suggest --json
sed -n 's/.*"command": "fora-map \(.*\)".*/\1/p' out >commands
[ -s commands ] || fail "nothing is proposed"
while read -r command; do
	# shellcheck disable=SC2086
	does -q $command
done <commands
expect 0 suggest --json
json_is suggestions/# 0
finish
