#!/bin/sh
# status: the totals add up, and averages are whole hundredths.
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 GO.02 score=2
scan -q set GO.03 score=1
scan -q set GO.04 score=na reason=x
scan -q set PR.01 score=4 target=5
scan -q set PR.02 score=1 target=1
expect 0 status --json
json_is norms 94
json_is scored 5
json_is not_applicable 1
json_is open 88
json_is below_target 4
json_is average 2.00
json_is lowest 1
json_is domains/# 22
json_is domains/0/code GO
json_is domains/0/part security
json_is domains/0/norms 5
json_is domains/0/scored 3
json_is domains/0/not_applicable 1
json_is domains/0/open 1
json_is domains/0/below_target 3
json_is domains/0/average 1.67
json_is domains/0/average/? real
json_is domains/0/lowest 1
json_is domains/1/average null
grep -q '"average": 1.67,' out || fail "the average is not written as 1.67"
grep -q '"average": 2.00,' out || fail "the average is not written as 2.00"

expect 0 status
says "Stichting De Linde"
says "###...|...."
says "3/5"
expect 0 status --plain
says "average	2.00"
expect 0 status --format=csv
says "GO,"
expect 0 status --format=md
says "| GO |"

# A decimal comma is for people who read Dutch, and for nobody else.
expect 0 --lang=nl status
says "2,00"
says "Gemiddelde"
expect 0 --lang=nl status --json
grep -q '"average": 2.00,' out || fail "a Dutch average in JSON"
expect 0 --lang=nl status --plain
says "average	2.00"
expect 2 status GO
expect 0 -o status.json status --json
[ "$(json norms status.json)" = 94 ] || fail "-o wrote something else"
[ ! -s out ] || fail "-o and standard output"
expect 3 -o status.json status --json
tells "exists already"
expect 0 -o status.json --force status
expect 0 -o - status --json
json_is norms 94
# Which file, assessment and norms it was.
expect 0 -v status
tells "Data file: school.ibp. Assessment: 2026."
tells "Norms: ibp-fo 2024-06, from "
expect 0 status
quiet

finish
