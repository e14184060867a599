#!/bin/sh
# check: faults are status 1, advice is not, unless asked.
. "$top_srcdir/tests/cli/lib.sh"
new_board

expect 0 check --json
json_is schema ibp-tools/check/1
json_is check/# 89
json_is check/0/code working-title
json_is check/0/severity advice
json_is check/0/norm GO.04
[ "$(json check/0/message | wc -c)" -gt 20 ] || fail "no message"
[ "$(json check/0/remedy | wc -c)" -gt 20 ] || fail "no remedy"
expect 1 check --strict
expect 0 check --strict --off=working-title,code-not-official
says "No faults and no advice."
expect 2 check --off=working-titel
tells 'Did you mean "working-title"?'
expect 2 check --on=nothing-like-it
expect 2 check GO.01

scan -q set GO.01 score=2 due=2026-01-01
scan -q set GO.02 score=3
scan -q evidence add GO.03 title=Oud date=2023-01-01
scan -q set GO.05 target=2
off=--off=working-title,code-not-official
expect 0 check $off --json
json check >findings
for code in due-passed gap-without-owner score-without-evidence evidence-old \
	target-below-framework; do
	grep -q "\"$code\"" findings || fail "no $code"
done
! grep -q evidence-unchecked findings || fail "an optional rule is on"
expect 0 check $off --on=evidence-unchecked --json
json check | grep -q evidence-unchecked || fail "--on does nothing"
expect 0 check $off
says "Advice: due-passed (1)"
says "GO.01."
says "No faults."
expect 0 --lang=nl check $off
says "Advies: due-passed (1)"

# Off is off the next time too, until it is switched on; undo knows it.
new_board
keep school.ibp
expect 0 check --off=working-title -n --json
is_kept school.ibp
json_is check/# "$(json check/#)"
json_is off/0 evidence-unchecked
json_is off/1 working-title
expect 0 check --json
json_is check/# 89
expect 0 check --off=working-title,code-not-official
says "Off: evidence-unchecked, working-title, code-not-official."
expect 0 check --strict
says "No faults and no advice."
expect 0 check --on=code-not-official --json
[ "$(json check/#)" = 34 ] || fail "switched on: $(json check/#)"
expect 0 undo
expect 0 check --strict
expect 0 check --on=working-title,code-not-official --json
json_is check/# 89
json_is off/# 1
# A rule of a fault can be off; it is named every time.
scan -q set GO.01 score=na reason=x
expect 0 check --off=na-without-reason
says "na-without-reason"

# What is no board is told apart, and stays as it was.
printf 'This is a letter.\n' >letter.ibp
keep letter.ibp
expect 4 -f letter.ibp check
is_kept letter.ibp
expect 4 -f letter.ibp set GO.01 score=3
is_kept letter.ibp
new_board
head -c 9000 school.ibp >half.ibp
keep half.ibp
scan -f half.ibp check >out 2>err
[ $? -ge 1 ] || fail "half a file has no faults"
is_kept half.ibp
finish
