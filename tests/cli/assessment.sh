#!/bin/sh
# Assessments over time in one file, and confirming what has changed.
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2 owner=bestuur
scan -q evidence add GO.01 title=Beleid

expect 0 assessment list --json
json_is schema ibp-tools/assessment-list/1
json_is assessments/# 1
json_is assessments/0/name 2026
json_is assessments/0/scored 1
json_is assessments/0/locked null
expect 0 assessment new 2027 --copy=2026
tells '"2027"'
expect 0 status --json
json_is assessment 2027
json_is scored 1
scan -q set GO.01 score=3
expect 0 -a 2026 show GO.01 --json
json_is score 2
expect 0 show GO.01 --json
json_is score 3
json_is owner bestuur
json_is evidence/0/title Beleid
expect 0 assessment new "2028 leeg"
expect 0 status --json
json_is scored 0
expect 0 status -a 2027 --json
json_is scored 1
expect 0 assessment new oud version=2023-04
expect 0 status --json
json_is norms 69
expect 0 assessment list --json
json_is assessments/# 4
json_is assessments/3/version 2023-04

expect 2 assessment new 2027
tells "2027"
expect 2 assessment new
expect 2 assessment new ""
expect 3 assessment new x --copy=2030
tells "2026"
expect 2 assessment new x --copy=2026 version=2024-06
tells "--copy"
expect 3 assessment new x version=1999-01
expect 3 status -a 2030
tells "2027"
expect 0 assessment new x -n
tells "would make"
expect 0 assessment list --json
json_is assessments/# 4
expect 0 undo
expect 0 assessment list --json
json_is assessments/# 3
expect 2 assessment
tells "assessment new"

# Nothing is marked, so there is nothing to confirm.
expect 0 confirm GO.01 GO.02
tells "Nothing changed"
expect 0 confirm --all
expect 2 confirm
expect 2 confirm --all GO.01
expect 3 confirm GO.99

# Undo takes the assessment away in which somebody is at work: another one is
# at hand then, on the screen (from the list of its norms) and in plain mode.
expect 0 init -f gone.ibp board=B sector=po version=2023-04
expect 0 assessment new weg -f gone.ibp
echo 'L Enter u screen' >keys
expect 0 -f gone.ibp --lang=en --script=keys
says "B, 2026. "
says "Undone: "
expect 0 redo -f gone.ibp
printf 'GO.01\nu\nGO.01\n2\nq\n' |
	scan -f gone.ibp --lang=en --plain >out 2>err ||
	fail "plain mode does not go on"
says "You now work in the assessment 2026."
says "Saved. GO.01: Score 2."
expect 0 show GO.01 -f gone.ibp -a 2026 --json
json_is score 2
finish
