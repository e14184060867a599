#!/bin/sh
# The form: made by ibp-report, filled in with a spreadsheet program, and read
# by ibp-scan import with only the differences that were meant.
. "$top_srcdir/tests/cli/lib.sh"

for tool in zip unzip; do
	command -v $tool >/dev/null || {
		lacks $tool
		finish
	}
done

# form STATUS WORD...: ibp-report for the board of this folder.
form()
{
	wanted=$1
	shift
	ran="ibp-report $*"
	"$top_builddir/ibp-report" school.ibp "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

# open_up FILE: as the folder book, and its cells in the file cells.
open_up()
{
	rm -rf book
	unzip -q "$1" -d book || fail "$1 is no workbook"
	"$top_builddir/tests/cli/xlsx_cells" book >cells || fail "$1: no cells"
}

# cell SHEET ADDRESS VALUE
cell()
{
	found=$(awk -F'\t' -v s="$1" -v a="$2" '$1 == s && $2 == a { print $3 }' \
		cells)
	[ "$found" = "$3" ] || fail "$1!$2 is \"$found\", not \"$3\""
}

# put ADDRESS CELL: what stands in the XML of the cell, with the look it had.
put()
{
	sed -i -E "s~<c r=\"$1\"( s=\"[0-9]+\")?([^/>]*/>|[^>]*>(<f[^<]*</f>)?(<v>[^<]*</v>)?</c>)~<c r=\"$1\"\\1$2</c>~" \
		book/xl/worksheets/sheet2.xml
	grep -qF "<c r=\"$1\"" book/xl/worksheets/sheet2.xml || fail "no $1"
}

text()
{
	printf ' t="inlineStr"><is><t>%s</t></is>' "$1"
}

# pack FILE: the folder book as a workbook.
pack()
{
	rm -f "$1"
	(cd book && zip -q -X -r "../$1" .) || fail "zip"
}

# again FROM FORMAT: saved by LibreOffice, in the folder again.
again()
{
	rm -rf again/"${1%.*}.$2"
	timeout 90 soffice "-env:UserInstallation=file://$work/office" \
		--headless --convert-to "$2" --outdir again "$1" \
		>office.out 2>&1 || fail "soffice: $(cat office.out)"
}

new_board
does -q set GO.01 score=2 owner="ict-coördinator" due=2027-06-30 status=planned \
	note="Één regel.
En nog een: =1+1"
does -q set GO.02 score=na reason="'s-Hertogenbosch & <anderen>"
does -q set GO.03 target=4 priority=high score=3
does -q set GO.04 score=3
does -q set GO.05 assessor=2 score=4

# ---- What is in it ----------------------------------------------------------

form 0 --form -o en.xlsx --lang=en
tells "Written: en.xlsx."
form 0 --form -o nl.xlsx --lang=en --report-lang=nl
open_up nl.xlsx
cell Normen A3 GO.01
cell Normen D2 Score
cell Normen D3 2
cell Normen D4 n.v.t.
cell Normen E4 "'s-Hertogenbosch & <anderen>"
cell Normen F3 ''
cell Normen F5 4
cell Normen G3 gepland
cell Normen I3 "ict-coördinator"
cell Normen H5 hoog
cell _meta B2 ibp-tools/form/1
cell _meta B5 "Stichting De Linde"
cell Uitleg B2 "Stichting De Linde"
grep -q "$(printf '^Niveauteksten\tH3\t..')" cells || fail "no texts of levels"
[ "$(grep -c "$(printf '^Normen\tA[0-9]')" cells)" -ge 94 ] || fail "norms"

# Lists by name, never in the cell; nothing is protected; links to and fro.
sheet=book/xl/worksheets/sheet2.xml
has "$sheet" '<formula1>IBP_list_1</formula1>'
has "$sheet" '<formula1>FALSE</formula1>'
has "$sheet" 'type="date"'
has "$sheet" "location=\"'Niveauteksten'!A3\""
has book/xl/worksheets/sheet3.xml "location=\"'Normen'!A3\""
has book/xl/workbook.xml '<definedName name="IBP_list_1">'
hasnt "$sheet" '<formula1>"'
hasnt "$sheet" sheetProtection
hasnt "$sheet" mergeCell
form 0 --form -o one.xlsx --reproducible
SOURCE_DATE_EPOCH="" TZ=Asia/Tokyo form 0 --form -o two.xlsx --reproducible
same one.xlsx two.xlsx

# ---- Untouched: nothing, in every language ----------------------------------

keep school.ibp
for book in en nl; do
	expect 0 import $book.xlsx --lang=en --force
	tells "0 changes: the 94 norms read are the same already."
	hasnt err "not used"
	hasnt err "made for"
	expect 0 import $book.xlsx --lang=nl
	tells "0 wijzigingen"
done
is_kept school.ibp

# ---- Filled in --------------------------------------------------------------

# Digits, words of either language, dates as numbers and as texts; a cell that
# was emptied; a formula with its value; a code that does not exist.
fill_in()
{
	open_up nl.xlsx
	put D3 '><v>4</v>'
	put D6 "$(text 'N.V.T.')"
	put E6 "$(text 'Uitbesteed, zie contract')"
	put J3 '><v>46600</v>'
	put J4 "$(text '31-12-2027')"
	put I3 '>'
	put G5 "$(text 'in progress')"
	put D7 '><f>1+2</f><v>3</v>'
	put D8 '><v>9</v>'
	put A9 "$(text GO.99)"
	put D9 '><v>3</v>'
	pack filled.xlsx
}

# differences FILE
differences()
{
	expect 1 import "$1" -n --json
	tells "2 cells could not be used."
	json changes/8/norm >/dev/null 2>&1 && fail "$1: more than eight changes"
	awk 'BEGIN { RS = "{" } /"field"/ { gsub(/[\n ]+/, " "); print }' out |
		sed -E 's/.*"norm": ("[^"]*").*"field": ("[^"]*").*"from": ([^,]*),.*"to": ([^,]*), .*"cell": ("[^"]*").*/\1 \2 \3 \4 \5/' \
			>found
	cat >wanted <<'END'
"GO.01" "score" "2" "4" "Normen!D3"
"GO.01" "owner" "ict-coördinator" null "Normen!I3"
"GO.01" "due" "2027-06-30" "2027-08-01" "Normen!J3"
"GO.02" "due" null "2027-12-31" "Normen!J4"
"GO.03" "status" null "in-progress" "Normen!G5"
"GO.04" "score" "3" "na" "Normen!D6"
END
	echo '"GO.05" "score" null "3" "Normen!D7"' >>wanted
	grep -v '"reason"' found >found.short
	cmp -s found.short wanted || {
		fail "$1: other differences"
		diff wanted found.short
	}
	json_is refused/0/cell 'Normen!D8'
	json_is refused/1/cell 'Normen!A9'
}

fill_in
differences filled.xlsx
is_kept school.ibp
expect 1 import filled.xlsx --force --lang=nl
tells "undo"
ls school-*.ibp >/dev/null 2>&1 || fail "no copy from before"
expect 0 show GO.01 --json
says '"score": 4'
says '"owner": null'
says '"due": "2027-08-01"'
says "En nog een: =1+1"
expect 0 show GO.04 --json
says '"reason": "Uitbesteed, zie contract"'
expect 0 undo
expect 0 import nl.xlsx --lang=en
tells "0 changes"
expect 0 redo
expect 1 import filled.xlsx --force --lang=en
tells "0 changes: the 93 norms read are the same already."
expect 0 undo

# A report is no form: its target is the one that holds.
form 0 -o report.xlsx --lang=en
expect 3 import report.xlsx -n
tells "report.xlsx: This is a report and not a form."

# A form of another board says so.
cp school.ibp linde.ibp
rm school.ibp
does -q init board="De Eik" sector=vo
expect 0 import nl.xlsx -n --lang=en
tells "This form was made for the board Stichting De Linde, and this is the"
mv linde.ibp school.ibp

# ---- Saved again by LibreOffice ---------------------------------------------

if command -v soffice >/dev/null; then
	mkdir again
	again nl.xlsx ods
	cp again/nl.ods round.ods
	again nl.xlsx xlsx
	again round.ods xlsx
	again filled.xlsx xlsx
	keep school.ibp
	for book in again/nl.xlsx again/round.xlsx; do
		expect 0 import $book --lang=en
		tells "0 changes: the 94 norms read are the same already."
		hasnt err "made for"
	done
	differences again/filled.xlsx
	is_kept school.ibp
else
	lacks LibreOffice
fi

# ---- What does not go together ----------------------------------------------

for word in --anonymous --markdown --profile=board --sheets=norms; do
	form 2 --form $word -o no.xlsx
	tells "A form has all that can be filled in"
done
[ ! -e no.xlsx ] || fail "something was written"
form 2 --form --lang=en
tells "-o report.xlsx"
form 3 --form -o en.xlsx
finish
