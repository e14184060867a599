#!/bin/sh
# import and export: what goes out comes in again, byte for byte; bad rows
# change nothing; P9: "-" is the same as a file.
. "$top_srcdir/tests/cli/lib.sh"

note='=1+1, "quoted"; and
a second line with é, 学校 and a |'
expect 0 init board="De Eik" sector=po
expect 0 set GO.01 score=2 owner="'s-Gravenhage" due=2027-06-30 \
	status=in-progress priority=high target=4 note="$note"
expect 0 set GO.01 score=4 reason="+1 volgens de FG" assessor=2
expect 0 set GO.01 score=3 reason="-" assessor=settled
expect 0 set RM.01 score=na reason="@niet; van toepassing"
expect 0 set OR.01 score=5
expect 0 evidence add GO.01 title="=Beleid" ref="/a b,c" \
	kind=document date=2026-01-01 checked_by=FG confidence=high
expect 0 evidence add GO.01 title="Verslag"

# Through each form into an empty file.
for form in csv json; do
	expect 0 export -o "a.$form"
	rm -f b.ibp
	expect 0 -f b.ibp init board="De Eik" sector=po
	expect 0 -f b.ibp import "a.$form" --force
	tells "undo"
	expect 0 -f b.ibp export -o "b.$form"
	same "a.$form" "b.$form"
	expect 0 -f b.ibp import "a.$form"
	tells "0 changes"

	# P9: standard input and output.
	scan export --format="$form" -o - >c.$form || fail "export -o -"
	same "a.$form" "c.$form"
	scan export --format="$form" >c.$form || fail "export"
	same "a.$form" "c.$form"
	expect 0 -f b.ibp undo
	scan -f b.ibp import - --force <"a.$form" 2>err ||
		fail "import -: $(cat err)"
	expect 0 -f b.ibp export -o "d.$form"
	same "a.$form" "d.$form"
done

# One step, taken back in one; and a copy from before.
expect 0 -f b.ibp undo
expect 0 -f b.ibp status --plain
says "scored	0"
ls b-*.ibp >/dev/null || fail "no copy from before"

# A formula stays a text in CSV.
has a.csv "'=1+1"
has a.csv "'+1 volgens"
has a.csv "'@niet"
has a.csv "'s-Gravenhage"
hasnt a.csv "''s-Gravenhage"

# -n shows and changes nothing, without the lease.
cp b.ibp before.ibp
expect 0 -f b.ibp import a.csv -n
says "GO.01"
expect 0 -f b.ibp import a.csv -n --json
says '"schema": "ibp-tools/import/1"'
says '"from": null'
same b.ibp before.ibp

# Windows-1252 with semicolons, columns by their Dutch names, a map.
printf 'Norm;Score;Eigenaar;Opmerking\r\nGO.02;3;Ren\351;mooi \200\r\n' >w.csv
expect 0 --lang=nl -f b.ibp import w.csv --force \
	--save-columns=map.yaml
tells "Windows-1252"
tells "Opmerking"
expect 0 -f b.ibp show GO.02 --json
says '"owner": "René"'
sed -i 's/"Opmerking", field: ignore/"Opmerking", field: note/' map.yaml
expect 0 -f b.ibp import w.csv --force --columns=map.yaml
expect 0 -f b.ibp show GO.02 --json
says '"note": "mooi €"'

# All bad rows at once, and nothing is changed.
cp b.ibp before.ibp
printf 'code,score,due\nGO.03,6,\nGO.99,3,\nGO.04,4,never\nGO.05,3,\n' >bad.csv
expect 3 -f b.ibp import bad.csv --force
tells "bad.csv:2:2: GO.03: Score"
tells "bad.csv:3:1: There is no norm"
tells "bad.csv:4:3: GO.04: Due date"
same b.ibp before.ibp
for text in 'code,scroe
GO.01,3' 'code,score
"GO.01,3' 'code,score
GO.01' '{"schema":"x"}' '{' ''; do
	printf '%s' "$text" >bad
	expect 3 -f b.ibp import bad --force
	tells "bad:"
done
same b.ibp before.ibp

# What cannot be read, and a question where nobody can answer (P5, P7).
expect 3 import none.csv
tells none.csv
expect 3 import .
if [ "$(id -u)" != 0 ]; then
	: >secret.csv
	chmod 0 secret.csv
	expect 3 import secret.csv
fi
printf 'code,score\nGO.04,4\n' >good.csv
for words in "good.csv --no-input" "good.csv" "-"; do
	# Words of a command line.
	# shellcheck disable=SC2086
	scan -f b.ibp import $words <good.csv >out 2>err
	[ $? = 2 ] || fail "import $words, unanswered"
	tells "--force"
done
same b.ibp before.ibp
expect 2 import
expect 2 import a.csv b.csv
expect 2 -f b.ibp import a.json -n --save-columns=map2.yaml
tells "CSV"

# A file that is something else by its name; columns that only their maker
# knows, with a map to fill in.
printf '# Minutes\n' >notes.md
expect 3 import notes.md
tells "notes.md: This is no workbook (.xlsx), CSV (.csv) or JSON (.json)"
[ "$(wc -l <err)" = 1 ] || fail "notes.md: more than one sentence"
printf 'Nr;Bevinding;Wie\nGO.05;3;FG\n' >own.csv
expect 3 import own.csv -n --save-columns=own.yaml
tells "own.csv:1: No column with the codes of the norms"
tells "Written: own.yaml. Say in it which field each column is"
tells "look_again, ignore."
has own.yaml '{column: "Bevinding", field: ignore}'
sed -i 's/"Nr", field: ignore/"Nr", field: code/
	s/"Wie", field: ignore/"Wie", field: owner/' own.yaml
expect 0 import own.csv -n --columns=own.yaml --json
json_is changes/# 1
json_is changes/0/norm GO.05
json_is changes/0/to FG

# What comes near a name of ours is the guess in that map, but for columns
# that somebody said were another.
printf 'Normm;Scroe;Eigenaarr;Wie\nGO.05;3;x;y\n' >near.csv
printf '%s\n' 'schema: ibp-tools/columns/1' 'columns:' \
	'  - {column: "Eigenaarr", field: ignore}' >some.yaml
expect 3 import near.csv -n --columns=some.yaml --save-columns=near.yaml
tells 'near.csv:1:2: The column "Scroe" is not known. Did you mean "score"?'
has near.yaml '{column: "Normm", field: code}'
has near.yaml '{column: "Scroe", field: score}'
has near.yaml '{column: "Eigenaarr", field: ignore}'
has near.yaml '{column: "Wie", field: ignore}'
expect 0 import near.csv -n --columns=near.yaml --json
json_is changes/# 1
json_is changes/0/to 3

# A calendar; without dates there is none to make.
expect 0 export --format=ics -o a.ics
has a.ics "DTSTART;VALUE=DATE:20270630"
has a.ics "DTSTAMP:20261123T120000Z"
[ "$(grep -c "^UID:" a.ics)" -eq 1 ] || fail "a.ics: not one event"
expect 3 export --format=ics -o /dev/full
tells "No space left"
expect 0 set GO.01 status=done
expect 1 export --format=ics -o b.ics
[ ! -e b.ics ] || fail "b.ics was made"

expect 0 export -o a.md
has a.md "| GO.01 |"
has a.md "a \\|"

# Nothing half written.
for form in json csv md; do
	expect 3 export --format=$form -o none/a
	expect 3 export --format=$form -o /dev/full
done

# Nothing is overwritten, and a form must be known.
expect 3 export -o a.csv
tells "--force"
expect 0 export -o a.csv --force
expect 0 export -o UPPER.CSV
same a.csv UPPER.CSV
expect 2 export
tells "--format"
expect 2 export --format=xls
tells "ics"
finish
