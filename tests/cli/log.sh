#!/bin/sh
# log, undo, redo: who, when, what, from, to; also after a restart.
. "$top_srcdir/tests/cli/lib.sh"
new_board

# Making the file is no change that one could take back.
expect 0 undo
tells "There is nothing to undo."
scan -q set GO.01 score=2 owner=bestuur
IBP_NOW=2026-11-24T08:30:00Z scan -q set GO.01 score=3
scan -q set GO.02 score=1

expect 0 log GO.01 --json
json_is schema ibp-tools/log/1
json_is log/# 3
json_is log/0/at 2026-11-24T08:30:00Z
json_is log/0/who tester
json_is log/0/tool ibp-scan
json_is log/0/act set
json_is log/0/assessment 2026
json_is log/0/subject norm
json_is log/0/key GO.01
json_is log/0/field score
json_is log/0/from 2
json_is log/0/to 3
json_is log/2/from null
expect 0 log
says "GO.01: Score 3 (was 2)"
says "tester"
expect 0 --lang=nl log
says "24-11-2026 08:30"
expect 3 log GO.1
tells 'Did you mean "GO.01"?'
expect 2 log GO.01 GO.02

expect 0 undo
tells "Undone: GO.02: Score cleared (was 1)."
expect 0 undo
tells "Undone: GO.01: Score 2 (was 3)."
expect 0 show GO.01 --json
json_is score 2
expect 0 redo
tells "Done again: GO.01: Score 3 (was 2)."
expect 0 redo
tells "Done again: GO.02: Score 1."
expect 0 redo
tells "There is nothing to do again."
expect 0 undo
scan -q set GO.03 score=5
expect 0 redo
tells "There is nothing to do again."
expect 0 show GO.02 --json
json_is score null
expect 0 log GO.02 --json
json_is log/0/act undo
expect 0 undo -q
quiet
keep school.ibp
expect 2 undo -n
is_kept school.ibp
expect 2 undo GO.01
finish
