#!/bin/sh
# fora-map check: faults are status 1, advice is not, unless asked.
. "$top_srcdir/tests/cli/lib.sh"
new_board

# The commands of this test are those of fora-map.
scan()
{
	"$top_builddir/fora-map" "$@"
}

expect 0 check --strict
says "No faults and no advice."
does -q app add Leeg
expect 0 check --json
json_is schema ibp-tools/check/1
json_is check/# 3
json_is check/0/code unplaced
json_is check/0/severity advice
json_is check/0/application Leeg
json_is check/1/code owner-missing
json_is check/2/code personal-data-unknown
expect 1 check --strict
expect 0 check --off=unplaced,owner-missing,personal-data-unknown --strict
says "Off: unplaced, owner-missing, personal-data-unknown."
expect 0 check --strict
expect 1 check --on=unplaced --strict
expect 2 check --off=unplace
tells 'Did you mean "unplaced"?'
# The rules of ibp-scan are other rules.
expect 2 check --off=working-title
expect 0 check --on=owner-missing,personal-data-unknown

does -q app set Leeg owner=ict personal_data=none
does -q link Leeg component:Agendasysteem
expect 0 check --strict
does -q app set Leeg in_use_from=2027-01-01 phase_out_from=2026-01-01
expect 1 check --json
json_is check/# 1
json_is check/0/code dates-contradict
json_is check/0/severity fault
does -q app set Leeg phase_out_from=
does -q exclude component:Agendasysteem reason="Doen we niet"
expect 0 check --json
json_is check/0/code excluded-and-placed
does -q undo
does -q app add Weg status=out owner=ict
does -q couple Leeg Weg
expect 0 check --json
json_is check/# 1
json_is check/0/code coupled-and-out
json_is check/0/application Weg

# What sqlite3 did to the file is a fault here as well.
if command -v sqlite3 >/dev/null; then
	sqlite3 school.ibp "DROP TRIGGER step_stays;
		UPDATE step SET who = 'x' WHERE id = 1" || fail "sqlite3"
	expect 1 check --json
	json check | grep -q broken-chain || fail "a changed log is not seen"
	json_is check/0/severity fault
else
	lacks "sqlite3"
fi
finish
