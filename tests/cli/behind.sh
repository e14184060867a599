#!/bin/sh
# What a file can hold that no command puts there: sqlite3 does.
. "$top_srcdir/tests/cli/lib.sh"
if ! command -v sqlite3 >/dev/null; then
	lacks sqlite3
	finish
fi
new_board
scan -q set GO.01 GO.02 GO.03 score=2

behind()
{
	sqlite3 school.ibp "$1" || fail "sqlite3: $1"
}

# A norm that an upgrade changed asks to be looked at again.
behind "UPDATE answer SET look_again = 'yes' WHERE norm IN ('GO.01', 'GO.03')"
expect 0 list --filter 'look_again=yes' --json
json_is norms/# 2
json_is norms/0/look_again true
expect 0 show GO.01
says "Look again"
expect 1 check
says "Advice: look-again (2)"
says "broken-chain"
expect 0 check --off=broken-chain
expect 0 confirm GO.02
tells "Nothing changed"
expect 0 confirm GO.01 -n --json
json_is changes/0/field look_again
expect 0 confirm GO.01
tells "GO.01: Look again cleared"
expect 0 confirm --all
expect 0 list --filter 'look_again=yes' --json
json_is norms/# 0
expect 0 undo
expect 0 list --filter 'look_again=yes' --json
json_is norms/# 1

# A locked assessment can be read, and nothing else.
scan -q assessment new 2027 --copy=2026
behind "UPDATE assessment SET locked = '2026-11-23T12:00:00Z'
	WHERE name = '2026'"
keep school.ibp
expect 4 -a 2026 set GO.01 score=5
tells "locked"
expect 4 -a 2026 evidence add GO.01 title=x
expect 4 -a 2026 confirm --all
is_kept school.ibp
expect 0 -a 2026 list --json
expect 0 status --json
json_is assessment 2027
expect 0 assessment list --json
json_is assessments/0/locked 2026-11-23T12:00:00Z

# Faults: found, named, status 1, and nothing is repaired behind one's back.
behind "UPDATE answer SET score = -1, reason = NULL
	WHERE norm = 'GO.02' AND assessment = 2"
keep school.ibp
expect 1 check --json
json check >findings
grep -q '"na-without-reason"' findings || fail "no na-without-reason"
expect 1 check
says "Fault: na-without-reason (1)"
hides "No faults."
is_kept school.ibp
behind "INSERT INTO answer (assessment, norm, score) VALUES (2, 'XX.01', 3)"
expect 1 check --json
json check | grep -q '"dangling-code"' || fail "no dangling-code"
expect 0 list --json
json_is norms/# 94
expect 0 --lang=nl check --off=na-without-reason,dangling-code,broken-chain
finish
