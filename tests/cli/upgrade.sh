#!/bin/sh
# Going to another version of the norms: what would change, the change in one
# step, and marks until a person confirms.
. "$top_srcdir/tests/cli/lib.sh"

# The shipped map: 69 reworded, 25 new.
scan -q init board="Stichting De Linde" sector=po version=2023-04
scan -q set GO.01 score=2 owner=bestuur due=2027-01-31 note="Oude notitie"
scan -q set GO.02 score=na reason="Niet hier"
scan -q evidence add GO.01 title=Beleid
keep school.ibp
expect 0 upgrade --to=2024-06 -n --json
json_is schema ibp-tools/upgrade/1
json_is new_assessment "2026 (2024-06)"
json_is reworded 69
json_is new 25
json_is dropped 0
json_is upgrade/# 94
json_is upgrade/0/from GO.01
json_is upgrade/0/kind reworded
json_is upgrade/0/score_to 2
json_is upgrade/0/look_again true
json_is upgrade/2/look_again false
is_kept school.ibp
expect 0 upgrade --to=2024-06 --dry-run --lang=nl
says "geherformuleerd"

expect 0 upgrade --to=2024-06
tells "2026 (2024-06)"
tells "2 norms are marked"
ls school-20261123-120000.ibp >ls.out || fail "no copy was made"
expect 0 status --json
json_is assessment "2026 (2024-06)"
json_is norms 94
json_is scored 1
json_is not_applicable 1
expect 0 show GO.01 --json
json_is owner bestuur
json_is due 2027-01-31
json_is note "Oude notitie"
json_is evidence/0/title Beleid
json_is look_again true
expect 0 check --json
says '"look-again"'
expect 0 -a 2026 show GO.01 --json
json_is look_again false
json_is score 2
expect 0 confirm GO.01
expect 0 list --filter look_again=yes --json
json_is norms/# 1
expect 0 confirm --all
expect 0 list --filter look_again=yes --json
json_is norms/# 0
expect 0 undo
expect 0 undo
expect 0 undo
expect 0 assessment list --json
json_is assessments/# 1
expect 0 redo
expect 0 assessment list --json
json_is assessments/# 2
expect 0 check
scan -q undo
expect 0 upgrade --to=2024-06 "Nieuwe normen"
expect 0 status --json
json_is assessment "Nieuwe normen"

# What cannot be.
keep school.ibp
expect 2 upgrade
tells "--to"
expect 2 upgrade --to=2024-06
tells "already"
expect 2 -a 2026 upgrade --to=2024-06 "Nieuwe normen"
tells "Nieuwe normen"
expect 2 -a 2026 upgrade --to=2024-06 x y
expect 3 upgrade --to=2023-04
tells "no map"
expect 3 upgrade --to=2099-01
tells "2024-06"
is_kept school.ibp

# An invented framework, with every kind of change.
mkdir -p data/norms/klein
IBP_DATADIR=$PWD/data
export IBP_DATADIR
edition() # VERSION
{
	cat <<-END
	schema: ibp-tools/framework/1
	id: klein
	version: "$1"
	title: Klein
	publisher: p
	source: s
	retrieved: 2026-11-23
	language: nl
	levels:
	END
	for level in 1 2 3 4 5; do
		echo "  - {level: $level, name: n, meaning: m}"
	done
	cat <<-END
	target: 3
	parts: [{code: x, title: X}]
	domains: [{code: A, number: 1, part: x, title: A, title_status: working}]
	norms:
	END
	for norm in 1 2 3 4 5 6 7; do
		echo "  - {code: A.$norm, code_status: official, title: t," \
			"title_status: working, purpose: p, levels: {3: x}," \
			"levels_source: []}"
	done
}
edition 1 >data/norms/klein/1.yaml
edition 2 >data/norms/klein/2.yaml
edition 3 >data/norms/klein/3.yaml
cat >data/norms/klein/1_2.yaml <<END
schema: ibp-tools/upgrade-map/1
id: klein
from: "1"
to: "2"
norms:
  - {from: A.1, to: A.1, kind: same}
  - {from: A.2, to: A.2, kind: reworded, note: Strenger}
  - {from: A.3, to: A.4, kind: renumbered}
  - {from: A.4, to: A.3, kind: split}
  - {from: A.4, to: A.5, kind: split}
  - {from: A.5, to: A.6, kind: merged}
  - {from: A.6, to: A.6, kind: merged}
  - {from: A.7, to: null, kind: dropped}
  - {from: null, to: A.7, kind: new}
END
rm -f school*.ibp
scan -q init board=B sector=po framework=klein version=1
scan -q set A.1 A.2 A.3 A.4 A.5 score=3
scan -q set A.6 score=1
scan -q set A.7 score=4 note="Blijft leesbaar"
expect 0 upgrade --to=2 -n --json
json_is upgrade/7/kind dropped
json_is upgrade/7/score_from 4
json_is upgrade/7/score_to null
json_is upgrade/1/note Strenger
expect 0 upgrade --to=2
expect 0 list --json
json_is norms/0/score 3
json_is norms/5/score 1
json_is norms/6/score null
expect 0 list --filter look_again=yes --json
json_is norms/# 4
expect 0 -a 2026 show A.7 --json
json_is note "Blijft leesbaar"
expect 3 upgrade --to=3
tells "none from 2"
expect 3 -a 2026 upgrade --to=3
tells "there is a map to: 2"
# A map that does not fit is refused with its place.
sed -i '$d' data/norms/klein/1_2.yaml
expect 3 -a 2026 upgrade --to=2 x
tells "1_2.yaml:"
finish
