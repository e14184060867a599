#!/bin/sh
# restore: the copies that were made, and the way back to one.
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2
cp school.ibp school-20261101-080000.ibp
scan -q set GO.01 score=5

expect 0 restore --json
json_is schema ibp-tools/restore/1
json_is restore/# 1
json_is restore/0/name school-20261101-080000.ibp
json_is restore/0/at 2026-11-01T08:00:00Z
expect 2 restore school-20261101-080000.ibp --no-input
tells "--force"
expect 0 show GO.01 --json
json_is score 5
expect 0 restore school-20261101-080000.ibp -n
tells "would put"
expect 0 restore school-20261101-080000.ibp --force
tells "school-20261123-120000.ibp"
expect 0 show GO.01 --json
json_is score 2
expect 0 -f school-20261123-120000.ibp show GO.01 --json
json_is score 5
expect 3 restore gone.ibp --force
tells "ibp-scan restore"
printf 'not a board\n' >letter.ibp
keep school.ibp
expect 4 restore letter.ibp --force
is_kept school.ibp
expect 2 restore a b
finish
