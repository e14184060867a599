#!/bin/sh
# ibp-report: the numbers are those of ibp-scan, the workbook is what a reader
# needs, and what is wrong is refused with nothing written.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
command -v unzip >/dev/null || { echo "unzip is not here"; exit 77; }

# report STATUS WORD...
report()
{
	wanted=$1
	shift
	ran="ibp-report $*"
	"$top_builddir/ibp-report" "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

# Unzips $1 into $2, with its cells in $2.cells.
open_up()
{
	rm -rf "$2"
	unzip -q "$1" -d "$2" || fail "$1 is no workbook"
	"$top_builddir/tests/cli/xlsx_cells" "$2" >"$2.cells" ||
		fail "$1 can not be read"
}

# cell FILE SHEET ADDRESS VALUE
cell()
{
	found=$(awk -F'\t' -v s="$2" -v a="$3" '$1 == s && $2 == a { print $3 }' \
		"$1.cells")
	[ "$found" = "$4" ] || fail "$2!$3 is \"$found\", not \"$4\""
}

# row FILE SHEET FIRST-CELL: the values of the row whose first cell says so.
row()
{
	awk -F'\t' -v s="$2" -v first="$3" '
	$1 != s { next }
	{ n = $2; sub(/^[A-Z]+/, "", n) }
	$2 ~ /^A[0-9]/ { on = $3 == first }
	on { printf "%s%s", mark, $3; mark = "|" }' "$1.cells"
}

# A workbook writes 2.50 as 2.5.
two_decimals()
{
	[ -z "$1" ] || printf '%.2f' "$1"
}

example=$IBP_DATADIR/examples/voorbeeld.ibp
unset SOURCE_DATE_EPOCH

# ---- Numbers ----

report 0 "$example" -o all.xlsx --lang=en
has err "Written: all.xlsx."
open_up all.xlsx all
expect 0 -f "$example" status --json
set -- "$(json scored)" "$(json open)" "$(json below_target)"
cell all Summary C4 "$1"
cell all Summary D4 "$2"
average=$(awk -F'\t' '$1 == "Summary" && $2 == "E4" { print $3 }' all.cells)
[ "$(two_decimals "$average")" = "$(json average)" ] || fail "average $average"
cell all Summary G4 "$(json lowest)"
cell all Summary H4 "$3"
n=0
while [ $n -lt 22 ]; do
	code=$(json "domains/$n/code")
	line=$(row all Summary "$code")
	average=$(two_decimals "$(echo "$line" | cut -d'|' -f5)")
	line=$(echo "$line" | cut -d'|' -f3,4,7,8)
	wanted=$(json "domains/$n/scored")\|$(json "domains/$n/open")\|$(
		json "domains/$n/lowest")\|$(json "domains/$n/below_target")
	[ "$line" = "$wanted" ] || fail "$code is $line, not $wanted"
	[ "$average" = "$(json "domains/$n/average")" ] ||
		fail "$code has average $average"
	n=$((n + 1))
done
expect 0 -f "$example" list --json
n=0
while [ $n -lt 94 ]; do
	code=$(json "norms/$n/code")
	score=$(json "norms/$n/score")
	[ "$score" != na ] || score=n/a
	# Row 2 is the header: norms begin in row 3.
	found=$(awk -F'\t' -v a="D$((n + 3))" \
		'$1 == "Norms" && $2 == a { print $3 }' all.cells)
	[ "${found:-null}" = "$score" ] || fail "$code has $found, not $score"
	n=$((n + 1))
done

# ---- What a reader needs ----

for file in all/xl/worksheets/sheet*.xml; do
	hasnt "$file" mergeCell
	hasnt "$file" sheetProtection
	has "$file" 'paperSize="9"'
	has "$file" 'fitToPage="1"'
done
for file in all/xl/drawings/drawing*.xml; do
	! grep -q '<xdr:cNvPr' "$file" || grep -q ' descr="[^"]' "$file" ||
		fail "$file has no text"
done
for file in all/xl/tables/table*.xml; do
	grep -q ' displayName="[a-z]*_[0-9]*"' "$file" ||
		fail "$file has no name"
	names=$(grep -o '<tableColumn [^>]*name="[^"]*"' "$file" |
		sed 's/.*name=//' | sort | uniq -d)
	[ -z "$names" ] || fail "$file: $names twice"
done
has all/xl/workbook.xml 'state="hidden"'
has all/xl/workbook.xml _xlnm.Print_Titles
has all/docProps/core.xml '<dc:title>'
has all/docProps/core.xml 'Stichting De Waterlelie'

# ---- Language, profiles and sheets ----

report 0 "$example" -o nl.xlsx --lang=en --report-lang=nl
has err "Written: nl.xlsx."
open_up nl.xlsx nl
has nl.cells "Samenvatting"
hasnt nl.cells "Decision asked"
cell nl Samenvatting E4 "$(row all Summary ibp-fo | cut -d'|' -f5)"
! grep -qE '<v>[0-9]+,|width="[0-9]+,|left="[0-9]+,' nl/xl/worksheets/*.xml ||
	fail "a decimal comma"
report 0 "$example" -o board.xlsx --profile=board --lang=en
open_up board.xlsx board
hasnt board.cells "$(printf 'Norms\t')"
report 0 "$example" -o two.xlsx --sheets=trend,heatmap --lang=en
open_up two.xlsx two
[ "$(cut -f1 two.cells | sort -u | grep -vc _)" = 2 ] || fail "other sheets"
report 2 "$example" -o no.xlsx --profile=bord
tells "There is no profile \`bord\`"
report 2 "$example" -o no.xlsx --sheets=trent
tells "Did you mean \`trend\`?"
report 2 "$example" -o no.xlsx --report-lang=de
report 2 "$example"
tells "-o report.xlsx"
report 2 "$example" "$example" -o no.xlsx
report 3 nothing.ibp -o no.xlsx
report 0 "$example" -o no.xlsx -n
[ ! -e no.xlsx ] || fail "something was written"

# ---- Never over what is there, never half ----

report 3 "$example" -o all.xlsx
report 0 "$example" -o all.xlsx --force -q
quiet
report 3 "$example" -o no/where.xlsx
[ -z "$(find . -name '*.tmp*')" ] || fail "something was left behind"

# ---- The same bytes ----

IBP_NOW=2027-01-01T00:00:00Z report 0 "$example" -o a.xlsx --reproducible
TZ=Asia/Tokyo LC_ALL=C IBP_NOW=2028-01-01T00:00:00Z \
	report 0 "$example" -o b.xlsx --reproducible
same a.xlsx b.xlsx
export SOURCE_DATE_EPOCH=1800000000
report 0 "$example" -o c.xlsx
IBP_NOW=2029-01-01T00:00:00Z report 0 "$example" -o d.xlsx
same c.xlsx d.xlsx
unset SOURCE_DATE_EPOCH

# ---- Without names ----

report 0 "$example" -o anon.xlsx --anonymous --lang=en
open_up anon.xlsx anon
hasnt anon.cells Waterlelie
! grep -rq Waterlelie anon || fail "the name is in the workbook"
has anon.cells "(left out)"

# Nowhere: no name of a person, a school, an application or an assessment.
expect 0 -f "$example" list --json
for name in $("$top_builddir/fora-map" -f "$example" app list --plain \
	--lang=en | cut -f2 | sed 1d | tr ' ' _) Waterlelie; do
	case $name in
	????*) ;;
	*) continue ;;
	esac
	! grep -rqwF -- "$(echo "$name" | tr _ ' ')" anon ||
		echo "$name"
done >leaked
[ ! -s leaked ] || fail "anonymous, yet it names $(head -n 3 leaked)"
for name in $(sqlite3 "$example" "SELECT replace(name, ' ', '_')
	FROM assessment WHERE name GLOB '*[A-Za-z]*' UNION SELECT replace(title, ' ', '_') FROM evidence
	WHERE title IS NOT NULL" 2>/dev/null); do
	! grep -rqF -- "$(echo "$name" | tr _ ' ')" anon ||
		fail "anonymous, yet it names $name"
done

# ---- Applications and what they cover ----

"$top_builddir/fora-map" -f "$example" coverage --json >out
for key in expected covered gaps not_for_us; do
	printf '%s|' "$(json $key)"
done >wanted
found=$(row all FORA "All functions" | cut -d'|' -f3-6)
[ "$found|" = "$(cat wanted)" ] || fail "coverage is $found"
"$top_builddir/fora-map" -f "$example" agreements --json >out
count=$(json count)
found=$(awk -F'\t' '$1 == "Applications" && $3 == "To look at" { on = 1 }
	$1 == "Applications" && on && $2 ~ /^B/ { sum += $3 } END { print sum }' all.cells)
[ "$found" = "$count" ] || fail "$found to look at, not $count"
"$top_builddir/fora-map" -f "$example" app list --json >out
n=$(grep -c '"supplier"' out)
found=$(awk -F'\t' '$1 == "Applications" && $3 == "To look at" { exit }
	$1 == "Applications" && $2 ~ /^A/ { n++ } END { print n - 2 }' all.cells)
[ "$found" = "$n" ] || fail "$found applications, not $n"
rm -f school.ibp
scan -q init board="No applications" sector=po || fail init
report 0 school.ibp -o none.xlsx --lang=en
open_up none.xlsx none
hasnt none.cells FORA

# ---- Texts that try something ----

rm -f school.ibp
scan -q init board="'s-Hertogenbosch & =cmd|x [*]" sector=po || fail init
scan -q set GO.01 score=2 note="=1+1" owner="@SUM(A1)" || fail set
scan -q set GO.02 score=na reason="+geen" || fail set
report 0 school.ibp -o odd.xlsx --lang=nl --profile=internal
open_up odd.xlsx odd
has odd.cells "=1+1"
! grep -q '<f>' odd/xl/worksheets/*.xml || fail "a text became a formula"
report 0 school.ibp --markdown --lang=en
says "## Decision asked"
says "The board has the 1 norm below its target brought up to it."
exit "$faults"
