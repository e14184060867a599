#!/bin/sh
# evidence and schools: things that come and go.
. "$top_srcdir/tests/cli/lib.sh"
new_board

expect 0 evidence add GO.01 title="Beleid 2026" ref="Map/Beleid.pdf" \
	kind=document date=2026-03-01 checked_by=FG confidence=high
tells "Evidence 1 added: Beleid 2026."
expect 0 evidence add go.02 title="Verslag"
expect 0 evidence list --json
json_is schema ibp-tools/evidence-list/1
json_is evidence/# 2
json_is evidence/0/id 1
json_is evidence/0/norm GO.01
json_is evidence/0/title "Beleid 2026"
json_is evidence/0/ref "Map/Beleid.pdf"
json_is evidence/0/kind document
json_is evidence/0/date 2026-03-01
json_is evidence/0/checked_by FG
json_is evidence/0/confidence high
json_is evidence/1/kind null
expect 0 evidence list GO.02 --json
json_is evidence/# 1
expect 0 evidence list GO.03
says "There is no evidence yet"
expect 0 list --json --filter 'evidence>0'
json_is norms/# 2
expect 0 show GO.01 --json
json_is evidence/0/title "Beleid 2026"

expect 2 evidence add GO.01
tells "title"
expect 2 evidence add GO.01 title=
expect 2 evidence add title=x
tells "Usage: ibp-scan evidence add CODE"
expect 3 evidence add GO.77 title=x
expect 2 evidence add GO.01 title=x kind=film
tells "observation"
expect 2 evidence add GO.01 title=x norm=GO.02
expect 2 evidence add GO.01 GO.02 title=x
expect 2 evidence
tells "evidence add"
expect 0 evidence add GO.01 title=x -n
says "Nothing was changed"
expect 0 evidence list --json
json_is evidence/# 2

expect 3 evidence rm 99
tells "ibp-scan evidence list"
expect 3 evidence rm x
expect 2 evidence rm
expect 0 evidence rm 1
tells "Evidence 1 removed: Beleid 2026."
expect 0 evidence list --json
json_is evidence/# 1
expect 0 undo
expect 0 evidence list GO.01 --json
json_is evidence/0/checked_by FG
expect 0 redo
expect 0 evidence add GO.01 title=Nieuw
expect 0 evidence list GO.01 --json
json_is evidence/0/id 3

# Schools.
expect 0 school list --json
json_is schema ibp-tools/school-list/1
json_is schools/# 0
expect 0 school add "'t Palet" brin=99AA sector=po
tells "School 1 added: 't Palet."
expect 0 school add "De Linde = groen"
expect 0 school list --json
json_is schools/# 2
json_is schools/0/name "'t Palet"
json_is schools/0/brin 99AA
json_is schools/0/sector po
json_is schools/1/sector null
expect 2 school add
expect 2 school add ""
expect 2 school add A B
expect 2 school add A name=B
expect 2 school add A sector=wo
expect 3 school rm Nergens
tells "ibp-scan school list"
expect 0 school rm "'t Palet"
expect 0 school rm 2
expect 0 school list
says "There are no schools yet"
expect 0 undo
expect 0 undo
expect 0 school list --json
json_is schools/# 2
finish
