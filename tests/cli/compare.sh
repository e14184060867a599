#!/bin/sh
# Two assessments beside each other, and two files.
. "$top_srcdir/tests/cli/lib.sh"
scan -q init board="Stichting De Linde" sector=po version=2023-04
scan -q set GO.01 GO.02 GO.03 score=2
scan -q evidence add GO.01 title=Beleid
cp school.ibp other.ibp
scan -q assessment new 2027 --copy=2026
scan -q set GO.01 score=4
scan -q set GO.02 score=1

keep school.ibp
expect 0 compare 2026 2027
says "↑ up"
says "↓ down"
hides "GO.03"
hides "one yardstick"
expect 0 compare 2026 2027 --json
json_is schema ibp-tools/compare/1
json_is from 2026
json_is up 1
json_is down 1
json_is average_from 2.00
json_is average_to 2.33
json_is yardstick_changed false
json_is domains/0/trend up
json_is compare/# 69
json_is compare/0/change up
json_is compare/0/score_from 2
json_is compare/0/score_to 4
json_is compare/2/change same
expect 0 compare 2026 2026
says "same score in both"
expect 0 compare 2026 2026 --exit-code
expect 1 compare 2026 2027 --exit-code
expect 0 compare 2026 2027 --lang=nl
says "↑ hoger"

# On another version the comparable norms are the second reading.
scan -q upgrade --to=2024-06 nieuw
scan -q set VW.01 score=5
expect 0 compare 2027 nieuw --json
json_is yardstick_changed true
json_is average_to 3.00
json_is comparable 3
json_is comparable_to 2.33
json_is compare/93/change new
expect 0 compare 2027 nieuw
says "one yardstick"
expect 0 compare nieuw 2027 --json
json_is compare/93/change dropped
scan -q undo
scan -q undo
expect 2 compare 2026
expect 2 compare
expect 2 compare 2026 2027 2028
expect 3 compare 2026 2030
tells "2027"

# Two files.
scan -q -a 2026 set GO.01 note=nieuw
scan -q school add "De Linde"
keep school.ibp
expect 0 diff other.ibp school.ibp
says "De Linde"
expect 0 diff other.ibp school.ibp --json
json_is schema ibp-tools/diff/1
json_is diff/0/subject school
json_is diff/1/assessment 2026
json_is diff/1/key GO.01
json_is diff/1/field note
json_is diff/1/from null
json_is diff/1/to nieuw
json_is diff/2/assessment 2027
json_is diff/2/field name
expect 1 diff other.ibp school.ibp --exit-code
expect 0 diff school.ibp school.ibp --exit-code
says "say the same"
is_kept school.ibp
expect 2 diff school.ibp
expect 3 diff school.ibp nowhere.ibp
tells "nowhere.ibp"
echo text >text.ibp
expect 4 diff school.ibp text.ibp
finish
