#!/bin/sh
# import of workbooks: what a form or a consultant's own sheet would change,
# cell by cell; and X6, hostile ones: refused or read within 2 s and 100 MiB.
. "$top_srcdir/tests/cli/lib.sh"

for tool in zip prlimit; do
	command -v $tool >/dev/null || {
		lacks $tool
		finish
	}
done

# t TEXT, n NUMBER: a cell.  r CELL...: a row.
t()
{
	printf '<c t="inlineStr"><is><t>%s</t></is></c>' "$1"
}

n()
{
	printf '<c><v>%s</v></c>' "$1"
}

r()
{
	printf '<row>'
	printf '%s' "$@"
	printf '</row>\n'
}

relation() # ID TYPE TARGET
{
	printf '<Relationship Id="%s" Type="x/%s" Target="%s"/>' "$@"
}

# The parts of a workbook around book/xl/s1.xml and book/xl/s2.xml.
parts()
{
	rm -rf book
	mkdir -p book/_rels book/xl/_rels
	{
		printf '<Relationships>'
		relation a officeDocument xl/workbook.xml
		printf '</Relationships>'
	} >book/_rels/.rels
	{
		printf '<Relationships>'
		relation r1 worksheet s1.xml
		relation r2 worksheet s2.xml
		printf '</Relationships>'
	} >book/xl/_rels/workbook.xml.rels
	{
		printf '<workbook xmlns:r="q"><sheets>'
		printf '<sheet name="Normen" r:id="r1"/>'
		printf '<sheet name="_meta" state="hidden" r:id="r2"/>'
		printf '</sheets></workbook>'
	} >book/xl/workbook.xml
	sheet 2 </dev/null
}

# sheet NUMBER: its rows come in.
sheet()
{
	{
		printf '<worksheet><sheetData>'
		cat
		printf '</sheetData></worksheet>'
	} >"book/xl/s$1.xml"
}

# pack FILE [WORD...]: options of zip.
pack()
{
	file=$PWD/$1
	shift
	rm -f "$file"
	(cd book && zip -q -X -r "$@" "$file" .) || fail "zip"
}

new_board
does set GO.02 score=2 owner=bestuur

# Differences with their cells; all of it is one step, with a copy before.
parts
{
	r "$(t 'Onze scan')"
	r "$(t Code)" "$(t Titel)" "$(t Score)" "$(t Eigenaar)" "$(t Einddatum)"
	r "$(t GO.01)" "$(t x)" "$(n 3)" "$(t ict)" "$(n 46568)"
	r "$(t GO.02)" "$(t x)" "$(n 2)" "$(t bestuur)"
} | sheet 1
pack own.xlsx
keep school.ibp
expect 0 import own.xlsx -n
says "Normen!C3"
says "2027-06-30"
is_kept school.ibp
expect 0 import own.xlsx -n --json
json_is changes/0/cell 'Normen!C3'
json_is changes/0/field score
json_is changes/0/to 3
json_is changes/1/field owner
json_is changes/2/to 2027-06-30
hides Titel
expect 2 import own.xlsx
tells "--force"
is_kept school.ibp
expect 0 import own.xlsx --force
tells "Read from the sheet Normen."
tells "3 changes are made."
tells undo
ls school-*.ibp >/dev/null || fail "no copy from before"
expect 0 import own.xlsx --force
tells "0 changes: the 2 norms read are the same already."
scan import - --force <own.xlsx >out 2>err || fail "import -: $(cat err)"
expect 0 undo
expect 0 show GO.01 --json
says '"score": null'

# What cannot be used is told with its cell, and never stops the rest.
{
	r "$(t Code)" "$(t Score)" "$(t Owner)"
	r "$(t GO.99)" "$(n 3)"
	r "$(t GO.03)" "$(n 6)" "$(t ict)"
	r "$(t OR.01)" '<c t="e"><v>#N/A</v></c>' "$(t ict)"
} | sheet 1
pack bad.xlsx
expect 1 import bad.xlsx -n
says "Normen!A2"
says "Did you mean"
says "Normen!B3"
says "Normen!B4"
says "Normen!C4"
tells "3 cells could not be used."
expect 1 import bad.xlsx -n --json
json_is refused/1/cell 'Normen!B3'
json_is changes/1/norm OR.01
expect 1 import bad.xlsx --force
tells "bad.xlsx: Normen!A2: There is no norm \"GO.99\"."
tells "bad.xlsx: Normen!B3: GO.03: Score"
tells "2 changes are made."
expect 1 import bad.xlsx --force
tells "0 changes"
tells "Normen!B4"

# Made for another board, assessment and version: told before anything else.
{
	r "$(t _meta)"
	r "$(t framework)" "$(t ibp-fo)"
	r "$(t version)" "$(t 2023-04)"
	r "$(t board)" "$(t 'De Eik')"
	r "$(t assessment)" "$(t Vroeger)"
} | sheet 2
pack other.xlsx
expect 1 import other.xlsx -n
tells "made for the board De Eik, and this is the file of Stichting De Linde."
tells "about version 2023-04 of the framework, and the assessment about 2024-06"
tells "made for the assessment Vroeger"

# A consultant's own columns: near misses, a map that is kept, a dry run.
parts
{
	r "$(t Nr)" "$(t Scroe)" "$(t Wie)"
	r "$(t GO.05)" "$(n 4)" "$(t FG)"
} | sheet 1
pack consultant.xlsx
expect 3 import consultant.xlsx -n
tells 'consultant.xlsx: Normen!B1: The column "Scroe" is not known.'
cat >map.yaml <<'END'
schema: ibp-tools/columns/1
columns:
  - {column: "Nr", field: code}
  - {column: "Scroe", field: score}
END
expect 0 import consultant.xlsx -n --columns=map.yaml --save-columns=used.yaml
says "Normen!B2"
tells "Columns that were not used: Wie."
has used.yaml '{column: "Wie", field: ignore}'
sed -i 's/"Wie", field: ignore/"Wie", field: owner/' used.yaml
expect 0 import consultant.xlsx --force --columns=used.yaml
expect 0 show GO.05 --json
says '"owner": "FG"'
says '"score": 4'

# ---- X6 ---------------------------------------------------------------------

keep school.ibp

# A program with instruments takes addresses without end, and its time.
limits='--as=104857600 --cpu=2'
# shellcheck disable=SC2086
prlimit $limits "$top_builddir/ibp-scan" --version >out 2>&1 ||
	limits=--cpu=20

# hostile STATUS FILE: in 2 s of its own time and 100 MiB.
hostile()
{
	wanted=$1
	ran="import $2"
	# shellcheck disable=SC2086
	prlimit $limits "$top_builddir/ibp-scan" import "$2" -n >out 2>err
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
	is_kept school.ibp
}

cp own.xlsx sound.xlsx
size=$(wc -c <sound.xlsx)
for cut in 4 30 $((size / 2)) $((size - 1)); do
	head -c "$cut" sound.xlsx >cut.xlsx
	hostile 3 cut.xlsx
	tells "cut.xlsx: This workbook is cut off or damaged."
done

# An entity bomb.
parts
printf '%s' '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>' \
	'<worksheet><sheetData><row><c t="str"><v>&c;</v></c></row>' \
	'</sheetData></worksheet>' >book/xl/s1.xml
pack bomb.xlsx
hostile 3 bomb.xlsx
tells "A document type (<!DOCTYPE) is not read"

# A name that leads outside.
parts
r "$(t Code)" "$(t Score)" | sheet 1
mkdir -p book/a
: >outside
(cd book/a && zip -q -X "$work/outside.xlsx" ../../outside) || fail "zip .."
(cd book && zip -q -X -r "$work/outside.xlsx" .) || fail "zip"
hostile 3 outside.xlsx
tells "has a name that no spreadsheet program gives it"

# 40 MB in a few kB.
parts
head -c 40000000 /dev/zero | tr '\0' ' ' | sheet 1
pack large.xlsx
hostile 3 large.xlsx
tells "This workbook is too large (more than 32 MiB, unpacked)."

# Every row of a sheet, empty: read, and quickly.
parts
{
	r "$(t Code)" "$(t Score)"
	r "$(t GO.04)" "$(n 3)"
	awk 'BEGIN { for (i = 3; i <= 1048576; i++) printf "<row r=\"%d\"/>", i }'
} | sheet 1
pack rows.xlsx
hostile 0 rows.xlsx
says "Normen!B2"

# More rows with something in them than are read.
parts
{
	r "$(t Code)" "$(t Score)"
	awk 'BEGIN {
		for (i = 0; i < 12000; i++) {
			printf "<row>"
			for (k = 0; k < 20; k++)
				printf "<c t=\"str\"><v>x%d</v></c>", k
			printf "</row>"
		}
	}'
} | sheet 1
pack cells.xlsx
hostile 3 cells.xlsx
tells "more than 10000 filled rows"

# A password of zip, macros, the old form, OpenDocument, a text.
parts
r "$(t Code)" "$(t Score)" | sheet 1
pack locked.xlsx -P secret
hostile 3 locked.xlsx
tells "locked with a password"
: >book/xl/vbaProject.bin
pack macros.xlsm
hostile 3 macros.xlsm
tells "has macros"
printf '\320\317\021\340\241\261\032\341 old' >old.xls
hostile 3 old.xls
tells "in the old form (.xls)"
printf '\320\317\021\340\241\261\032\341E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0' \
	>password.xlsx
hostile 3 password.xlsx
tells "locked with a password"
rm -rf book && mkdir -p book/META-INF && : >book/META-INF/manifest.xml
pack open.ods
hostile 3 open.ods
tells "This is an OpenDocument file."
printf 'PK\003\004 is no archive' >text.xlsx
hostile 3 text.xlsx
tells "cut off or damaged"
finish
