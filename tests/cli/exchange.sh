#!/bin/sh
# import and export: what goes out comes in again, byte for byte; bad rows
# change nothing; P9: "-" is the same as a file.
# shellcheck source=tests/cli/common.sh
. "$top_srcdir/tests/cli/common.sh"

note='=1+1, "quoted"; and
a second line with é, 学校 and a |'
expect 0 ibp-scan init board="De Eik" sector=po
expect 0 ibp-scan set GO.01 score=2 owner="'s-Gravenhage" due=2027-06-30 \
	status=in-progress priority=high target=4 note="$note"
expect 0 ibp-scan set GO.01 score=4 reason="+1 volgens de FG" assessor=2
expect 0 ibp-scan set GO.01 score=3 reason="-" assessor=settled
expect 0 ibp-scan set RM.01 score=na reason="@niet; van toepassing"
expect 0 ibp-scan set OR.01 score=5
expect 0 ibp-scan evidence add GO.01 title="=Beleid" ref="/a b,c" \
	kind=document date=2026-01-01 checked_by=FG confidence=high
expect 0 ibp-scan evidence add GO.01 title="Verslag"

# Through each form into an empty file.
for form in csv json; do
	expect 0 ibp-scan export -o "a.$form"
	rm -f b.ibp
	expect 0 ibp-scan -f b.ibp init board="De Eik" sector=po
	expect 0 ibp-scan -f b.ibp import "a.$form" --force
	has err "undo"
	expect 0 ibp-scan -f b.ibp export -o "b.$form"
	same "a.$form" "b.$form"
	expect 0 ibp-scan -f b.ibp import "a.$form"
	has err "Nothing changes"

	# P9: standard input and output.
	ibp-scan export --format="$form" -o - >c.$form || fault "export -o -"
	same "a.$form" "c.$form"
	ibp-scan export --format="$form" >c.$form || fault "export"
	same "a.$form" "c.$form"
	expect 0 ibp-scan -f b.ibp undo
	ibp-scan -f b.ibp import - --force <"a.$form" 2>err ||
		fault "import -: $(cat err)"
	expect 0 ibp-scan -f b.ibp export -o "d.$form"
	same "a.$form" "d.$form"
done

# One step, taken back in one; and a copy from before.
expect 0 ibp-scan -f b.ibp undo
expect 0 ibp-scan -f b.ibp status --plain
has out "scored	0"
expect 0 find . -name 'b-*.ibp'
has out b-

# A formula stays a text in CSV.
has a.csv "'=1+1"
has a.csv "'+1 volgens"
has a.csv "'@niet"
has a.csv "'s-Gravenhage"
hasnt a.csv "''s-Gravenhage"

# -n shows and changes nothing, without the lease.
cp b.ibp before.ibp
expect 0 ibp-scan -f b.ibp import a.csv -n
has out "GO.01"
expect 0 ibp-scan -f b.ibp import a.csv -n --json
has out '"schema": "ibp-tools/import/1"'
has out '"from": null'
same b.ibp before.ibp

# Windows-1252 with semicolons, columns by their Dutch names, a map.
printf 'Norm;Score;Eigenaar;Opmerking\r\nGO.02;3;Ren\351;mooi \200\r\n' >w.csv
expect 0 ibp-scan --lang=nl -f b.ibp import w.csv --force \
	--save-columns=map.yaml
has err "Windows-1252"
has err "Opmerking"
expect 0 ibp-scan -f b.ibp show GO.02 --json
has out '"owner": "René"'
sed -i 's/"Opmerking", field: ignore/"Opmerking", field: note/' map.yaml
expect 0 ibp-scan -f b.ibp import w.csv --force --columns=map.yaml
expect 0 ibp-scan -f b.ibp show GO.02 --json
has out '"note": "mooi €"'

# All bad rows at once, and nothing is changed.
cp b.ibp before.ibp
printf 'code,score,due\nGO.03,6,\nGO.99,3,\nGO.04,4,never\nGO.05,3,\n' >bad.csv
expect 3 ibp-scan -f b.ibp import bad.csv --force
has err "bad.csv:2:2: GO.03: Score"
has err "bad.csv:3:1: There is no norm"
has err "bad.csv:4:3: GO.04: Due date"
same b.ibp before.ibp
for text in 'code,scroe
GO.01,3' 'code,score
"GO.01,3' 'code,score
GO.01' '{"schema":"x"}' '{' ''; do
	printf '%s' "$text" >bad
	expect 3 ibp-scan -f b.ibp import bad --force
	has err "bad:"
done
same b.ibp before.ibp

# A calendar; without dates there is none to make.
expect 0 ibp-scan export --format=ics -o a.ics
has a.ics "DTSTART;VALUE=DATE:20270630"
has a.ics "DTSTAMP:20261123T120000Z"
[ "$(grep -c "^UID:" a.ics)" -eq 1 ] || fault "a.ics: not one event"
expect 0 ibp-scan set GO.01 status=done
expect 1 ibp-scan export --format=ics -o b.ics
[ ! -e b.ics ] || fault "b.ics was made"

expect 0 ibp-scan export -o a.md
has a.md "| GO.01 |"
has a.md "a \\|"

# Nothing is overwritten, and a form must be known.
expect 3 ibp-scan export -o a.csv
has err "--force"
expect 0 ibp-scan export -o a.csv --force
expect 2 ibp-scan export
has err "--format"
expect 2 ibp-scan export --format=xls
has err "ics"
exit "$faults"
