#!/bin/sh
# list, gaps and filter: what is shown, in which order, in which form.
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2 owner="ICT-coördinator" due=2026-12-01 priority=low
scan -q set GO.02 score=1 due=2026-10-01 priority=high note="Beleid, 'nieuw'"
scan -q set GO.03 score=4
scan -q set PR.01 score=na reason="Niet hier"
scan -q set GO.05 score=2 priority=high due=2026-09-01

expect 0 list --json
json_is schema ibp-tools/list/1
json_is norms/# 94
json_is norms/0/code GO.01
json_is norms/0/domain GO
json_is norms/0/score 2
json_is norms/0/target 3
json_is norms/0/status null
json_is norms/0/priority low
json_is norms/0/due 2026-12-01
json_is norms/0/evidence 0
json_is norms/0/title_status official
json_is norms/1/note "Beleid, 'nieuw'"
json_is norms/3/title_status working
json_is norms/6/code OR.02
json_is norms/6/code_status reconstructed

expect 0 --json --filter 'score<3 and domain=GO' list
json_is norms/# 3
expect 0 list --filter='owner~coordinator' --json
json_is norms/# 1
expect 0 list --filter 'score=na' --json
json_is norms/0/reason "Niet hier"
expect 0 list --filter 'due<+0d' --sort=-due --json
json_is norms/0/code GO.02
json_is norms/1/code GO.05
expect 0 list --sort=score --json
json_is norms/0/code GO.02
json_is norms/1/code GO.01
json_is norms/3/code GO.03
json_is norms/4/code PR.01
json_is norms/5/score null
expect 0 list --filter 'score=5'
says "No norm matches the filter"

expect 2 list --filter 'scoer<3'
tells 'column 1: there is no field "scoer". Did you mean "score"?'
expect 2 list --filter 'score<3 and'
tells "column 12"
expect 2 list --sort=scoer
tells 'Did you mean "score"?'
expect 2 list GO.01
tells "one word too many"

# People see marks, and what they mean.
expect 0 list --filter 'domain=OR or code=GO.04'
says "OR.02?"
says "~ A working title"
says "? The code is not official"
expect 0 list --filter 'code=GO.01'
hides "working title"
says "Norms: 1 of 94, filter: code=GO.01"

# Tab-separated: every field, nothing cut, no header.
expect 0 list --plain --filter 'code=GO.02'
[ "$(wc -l <out)" = 1 ] || fail "plain has more lines than norms"
cut -f1,4,9,11 out >cells
printf "GO.02\t1\t2026-10-01\tBeleid, 'nieuw'\n" | cmp -s - cells ||
	fail "plain has other cells"
expect 0 list --format=csv --filter 'code=GO.02'
says 'code,'
says "GO.02"
expect 0 list --format=md --filter 'code=GO.02'
says "| GO.02 |"
expect 2 list --format=html

# Gaps: by priority, then date; the open ones after them.
expect 0 gaps --json
json_is schema ibp-tools/gaps/1
json_is gaps/0/code GO.05
json_is gaps/0/overdue true
json_is gaps/1/code GO.02
json_is gaps/2/code GO.01
json_is gaps/2/overdue false
json_is gaps/3/code GO.04
json_is gaps/3/score null
json_is gaps/# 92
expect 0 gaps
says "2026-09-01!"
says "! The date has passed."

# Named filters.
expect 0 filter list --json
json_is schema ibp-tools/filter-list/1
json_is filters/# 0
expect 0 filter save "te laat" 'due<+0d'
tells 'ibp-scan list --filter="te laat"'
expect 0 filter save hoog 'priority=high'
expect 0 list --filter "te laat" --json
json_is norms/# 2
expect 0 filter list --json
json_is filters/# 2
json_is filters/0/name hoog
json_is filters/0/expr "priority=high"
expect 0 filter save hoog 'priority=high or priority=medium'
expect 0 filter list --json
json_is filters/# 2
expect 2 filter save slecht 'scoer=3'
expect 2 filter save 'a=b' 'score=3'
tells "cannot be the name"
expect 2 filter save '' 'score=3'
expect 2 filter save naam
tells "Usage: ibp-scan filter save NAME EXPR"
expect 3 filter rm niets
tells "ibp-scan filter list"
expect 3 filter rm hogo
tells 'There is no filter "hogo". Did you mean "hoog"?'
expect 0 filter rm hoog
expect 0 undo
expect 0 filter list --json
json_is filters/# 2
finish
